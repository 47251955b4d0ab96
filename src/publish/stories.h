// Stories and origins as pages and JSON.
#pragma once

#include <string>

#include "publish/layout.h"
#include "record/coverage.h"

namespace concord {

std::string stories_table(const Coverage& coverage, const Style& style);
std::string story_page(const Coverage& coverage, const CoveredStory& story, const Style& style);
// The report's account, and every link of it with its longest passages.
std::string origins_page(const Coverage& coverage, std::size_t report, const Style& style);

std::string stories_json(const Coverage& coverage);
std::string story_json(const Coverage& coverage, const CoveredStory& story);
std::string origins_json(const Coverage& coverage, std::size_t report);

// As much of a digest as tells one from another in a record: 12 digits.
std::string short_id(const std::string& digest);

}  // namespace concord
