#include "lexicon/page_phrases.h"

#include <algorithm>
#include <map>

#include "lexicon/rows.h"

namespace concord {
namespace {

std::string_view first_word(std::string_view line) { return line.substr(0, line.find(' ')); }

// "more from" is not in "more fromage"; a phrase that ends in a mark ends anywhere.
bool begins(std::string_view line, std::string_view phrase) {
  if (!line.starts_with(phrase)) return false;
  if (line.size() == phrase.size()) return true;
  const auto letter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
  };
  return !letter(phrase.back()) || !letter(line[phrase.size()]);
}

}  // namespace

template <typename Accept>
bool PagePhrases::any(std::string_view line, const Accept& accept) const {
  // "related:" is found under "related:", and under "related" too where a name follows.
  const auto here = by_first_word_.find(first_word(line));
  return here != by_first_word_.end() && std::ranges::any_of(here->second, accept);
}

bool PagePhrases::is_furniture(std::string_view line) const {
  return any(line, [&](const Phrase& p) {
    return p.words == line && (p.role == PhraseRole::is || p.role == PhraseRole::section);
  });
}

bool PagePhrases::starts_furniture(std::string_view line) const {
  return any(
      line, [&](const Phrase& p) { return p.role == PhraseRole::starts && begins(line, p.words); });
}

bool PagePhrases::opens_furniture(std::string_view line) const {
  return any(line, [&](const Phrase& p) {
    return p.role == PhraseRole::section &&
           (p.words == line || (p.words.find(' ') != std::string::npos && begins(line, p.words)));
  });
}

Result<PagePhrases> load_page_phrases(const DataFiles& files) {
  const std::map<std::string, PhraseRole> roles = {
      {"is", PhraseRole::is}, {"starts", PhraseRole::starts}, {"section", PhraseRole::section}};
  CONCORD_TRY(auto rows, read_tsv(files, "web/page_phrases.tsv", {{"words", "role"}, {}}));
  PagePhrases phrases;
  for (const Row& row : rows) {
    const auto role = roles.find(row.text("role"));
    if (role == roles.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown role '" + row.text("role") + "'"};
    }
    const std::string& words = row.text("words");
    phrases.by_first_word_[first_word(words)].push_back({words, role->second});
  }
  return phrases;
}

}  // namespace concord
