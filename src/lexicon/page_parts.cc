#include "lexicon/page_parts.h"

#include <array>
#include <cctype>
#include <map>
#include <string>

#include "lexicon/rows.h"

namespace concord {
namespace {

constexpr std::size_t kNameBytesMax = 120;  // of one name; longer ones are made by machines
constexpr std::size_t kNameWordsMax = 8;
constexpr std::size_t kRowWordsMax = 4;

// One name in lower case, its words parted by hyphens: "PostBody__inner2" is "post-body-inner2".
struct NameWords {
  std::array<char, kNameBytesMax * 2> bytes;
  std::array<std::size_t, kNameWordsMax + 1> starts;
  std::size_t size = 0;
  std::size_t count = 0;

  explicit NameWords(std::string_view name) {
    bool part = true;
    char before = '\0';
    for (const char c : name.substr(0, kNameBytesMax)) {
      const auto byte = static_cast<unsigned char>(c);
      const bool letter = std::isalnum(byte) != 0 || byte >= 0x80;
      part = part || !letter || (std::isupper(byte) != 0 && std::islower(before) != 0);
      before = c;
      if (!letter) continue;
      if (part) {
        if (count == kNameWordsMax) return;
        if (count > 0) bytes[size++] = '-';
        starts[count++] = size;
        part = false;
      }
      bytes[size++] = static_cast<char>(std::tolower(byte));
    }
  }

  std::string_view words(std::size_t from, std::size_t to) const {
    const std::size_t end = to == count ? size : starts[to] - 1;
    return {bytes.data() + starts[from], end - starts[from]};
  }
};

}  // namespace

bool PageParts::is_state(std::string_view word) const {
  const auto row = words_.find(word);
  return row != words_.end() && has_part(row->second, PagePart::state);
}

std::uint8_t PageParts::of(std::string_view names) const {
  constexpr std::string_view kSpaces = " \t\n\f\r";
  std::uint8_t parts = 0;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t begin = names.find_first_not_of(kSpaces, at);
    if (begin == std::string_view::npos) break;
    at = std::min(names.find_first_of(kSpaces, begin), names.size());
    const std::string_view written = names.substr(begin, at - begin);
    // "md:hidden", "max-w-[760px]": how it looks on one screen, not what it is.
    if (written.find_first_of(":[") != std::string_view::npos) continue;
    const NameWords name(written);
    if (name.count > 1 && is_state(name.words(0, 1))) continue;
    for (std::size_t from = 0; from < name.count; ++from) {
      for (std::size_t to = from + 1; to <= std::min(name.count, from + kRowWordsMax); ++to) {
        const auto row = words_.find(name.words(from, to));
        if (row == words_.end()) continue;
        // "article" alone names a body; within "article-share" it does not.
        const bool whole = from == 0 && to == name.count;
        const bool is_body =
            has_part(row->second, PagePart::body1) || has_part(row->second, PagePart::body2);
        const bool is_hidden = has_part(row->second, PagePart::hidden);
        if (whole || (!is_hidden && (!is_body || to - from > 1))) parts |= row->second;
      }
    }
  }
  return parts;
}

Result<PageParts> load_page_parts(const DataFiles& files) {
  const std::map<std::string, PagePart> names = {
      {"body1", PagePart::body1}, {"body2", PagePart::body2},   {"furniture", PagePart::furniture},
      {"aside", PagePart::aside}, {"hidden", PagePart::hidden}, {"state", PagePart::state}};
  CONCORD_TRY(auto rows, read_tsv(files, "web/page_parts.tsv", {{"words", "part"}, {}}));
  PageParts parts;
  for (const Row& row : rows) {
    const auto part = names.find(row.text("part"));
    if (part == names.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown part '" + row.text("part") + "'"};
    }
    parts.words_[row.text("words")] = static_cast<std::uint8_t>(part->second);
  }
  return parts;
}

}  // namespace concord
