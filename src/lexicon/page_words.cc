#include "lexicon/page_words.h"

#include "lexicon/rows.h"

namespace concord {

Result<PageWords> load_page_words(const DataFiles& files) {
  PageWords words;
  const std::map<std::string, PhraseList*> roles = {
      {"starts", &words.starts},   {"has", &words.has},       {"is", &words.is},
      {"credit", &words.credit},   {"bio", &words.bio},       {"author", &words.author},
      {"section", &words.section}, {"outlet", &words.outlet}, {"label", &words.label},
      {"retells", &words.retells}};
  CONCORD_TRY(auto rows, read_tsv(files, "en/page.tsv", {{"words", "role"}, {}}));
  for (const Row& row : rows) {
    const auto role = roles.find(row.text("role"));
    if (role == roles.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown role '" + row.text("role") + "'"};
    }
    role->second->add(row.text("words"));
  }
  return words;
}

}  // namespace concord
