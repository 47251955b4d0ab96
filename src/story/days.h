// Days between dates as reports carry them.
#pragma once

#include <optional>
#include <string_view>

namespace concord {

// Days since 1970-01-01 of an EDTF date that is as fine as a day ("2025-11-07", also with a time
// behind it); none for coarser ones.
std::optional<int> day_number(std::string_view date);

}  // namespace concord
