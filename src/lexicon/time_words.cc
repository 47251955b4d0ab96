#include "lexicon/time_words.h"

#include <cstdlib>

#include "lexicon/rows.h"

namespace concord {

Result<TimeWords> load_time_words(const DataFiles& files) {
  TimeWords words;
  const std::map<std::string, TimeWords::Table*> roles = {
      {"month", &words.months}, {"weekday", &words.weekdays}, {"day", &words.days},
      {"count", &words.counts}, {"ahead", &words.ahead},      {"vague", &words.vague}};
  const auto file = files.find("en/times.tsv");
  if (file == files.end()) return Error{ErrorCode::not_found, "data/en/times.tsv is missing"};
  CONCORD_TRY(auto rows,
              read_tsv("data/en/times.tsv", file->second, {{"word", "role", "value"}, {}}));
  for (const Row& row : rows) {
    const auto role = roles.find(row.text("role"));
    if (role == roles.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown role '" + row.text("role") + "'"};
    }
    (*role->second)[row.text("word")] = std::atoi(row.text("value").c_str());
  }
  return words;
}

}  // namespace concord
