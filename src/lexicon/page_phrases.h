// Lines of a web page that are furniture by their words: "Read more:", "Related articles".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "text/word_map.h"

namespace concord {

// As data/web/page_phrases.tsv and the rows of data/en/page.tsv define them.
enum class PhraseRole : std::uint8_t { is, starts, section };

class PagePhrases {
 public:
  // In lower case, without marks around. The line is one of the phrases of role `is`.
  bool is_furniture(std::string_view line) const;
  // It begins with one of role `starts`, and a word ends there.
  bool starts_furniture(std::string_view line) const;
  // It is one of role `section`, or begins with one that a name may follow ("more from").
  bool opens_furniture(std::string_view line) const;

 private:
  friend Result<PagePhrases> load_page_phrases(const DataFiles& files);
  struct Phrase {
    std::string words;
    PhraseRole role;
  };
  template <typename Accept>
  bool any(std::string_view line, const Accept& accept) const;

  WordMap<std::vector<Phrase>> by_first_word_;
};

Result<PagePhrases> load_page_phrases(const DataFiles& files);

}  // namespace concord
