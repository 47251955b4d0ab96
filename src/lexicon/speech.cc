#include "lexicon/speech.h"

#include "lexicon/acts.h"
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
  const auto saying = files.find("en/saying.tsv");
  if (saying == files.end()) return Error{ErrorCode::not_found, "data/en/saying.tsv is missing"};
  CONCORD_TRY(auto words,
              read_tsv("data/en/saying.tsv", saying->second, {{"word", "role"}, {"past"}}));
  for (const Row& row : words) {
    if (row.text("role") == "source") {
      speech.sources.insert(row.text("word"));
      continue;
    }
    for (const auto& [form, kind] : inflected(row.text("word"))) {
      const bool counts =
          row.text("role") == "past" ? kind == ActForm::past : kind != ActForm::base;
      if (counts) speech.verbs.insert(form);
    }
    if (row.has("past")) speech.verbs.insert(row.text("past"));
  }
  return speech;
}

}  // namespace concord
