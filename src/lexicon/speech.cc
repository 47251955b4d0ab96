#include "lexicon/speech.h"

#include "lexicon/rows.h"

namespace concord {

Result<Speech> load_speech(const DataFiles& files) {
  Speech speech;
  const auto file = files.find("en/sentences.tsv");
  if (file == files.end()) return Error{ErrorCode::not_found, "data/en/sentences.tsv is missing"};
  CONCORD_TRY(auto rows, read_tsv("data/en/sentences.tsv", file->second, {{"word", "role"}, {}}));
  for (const Row& row : rows) {
    auto& set = row.text("role") == "abbreviation" ? speech.abbreviations : speech.sentence_openers;
    set.insert(row.text("word"));
  }
  return speech;
}

}  // namespace concord
