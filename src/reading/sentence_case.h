// Text in capitals, read as if it were printed in small letters.
//
//   BRITAIN SAID IT WOULD NOT SIGN THE TREATY ->  Britain said it would not sign the treaty
//
// Every letter keeps its bytes, so a span in the copy is the same span in the report.
#pragma once

#include <optional>

#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// The report with such blocks in sentence case; nullopt where it has none, as most.
std::optional<Report> in_sentence_case(const Report& report, const Lexicon& lexicon);

}  // namespace concord
