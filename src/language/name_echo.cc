#include "language/name_echo.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace concord {
namespace {

constexpr std::uint32_t kWordsMax = 6;

// How often some words were found as a name, by type, and how often they stand outside of names.
struct Heard {
  std::array<std::uint32_t, 3> types{};
  std::uint32_t outside = 0;

  std::uint32_t found() const { return types[0] + types[1] + types[2]; }
};

// The words with a space after each; empty where they do not begin with a capital.
std::string joined(const Forms& forms, std::uint32_t begin, std::uint32_t end) {
  std::string text;
  if (forms[begin].size() < 2 || forms[begin][0] < 'A' || forms[begin][0] > 'Z') return text;
  for (std::uint32_t i = begin; i < end; ++i) {
    text += forms[i];
    text += ' ';
  }
  return text;
}

class Echo {
 public:
  void hear(const Forms& forms, const Name& name) {
    const auto [begin, end] = name.words;
    const auto type = static_cast<std::size_t>(name.type);
    const auto count = [&](std::uint32_t from, std::uint32_t to) {
      const std::string words = joined(forms, from, to);
      if (!words.empty()) ++heard_[words].types[type];
    };
    if (end - begin <= kWordsMax) count(begin, end);
    if (name.type != NameType::person || end - begin < 2) return;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (forms[i].size() > 2) count(i, i + 1);
    }
  }

  // Calls take(begin, end, heard) for the longest words outside of names that were heard in one.
  template <typename Take>
  void each_match(const Forms& forms, const std::vector<Name>& names, Take take) {
    std::vector<bool> taken(forms.size(), false);
    for (const Name& name : names) {
      for (std::uint32_t i = name.words.begin; i < name.words.end; ++i) taken[i] = true;
    }
    const auto size = static_cast<std::uint32_t>(forms.size());
    for (std::uint32_t begin = 0; begin < size; ++begin) {
      std::uint32_t open = begin;  // words free from here on
      while (open < size && open - begin < kWordsMax && !taken[open]) ++open;
      for (std::uint32_t end = open; end > begin; --end) {
        const auto found = heard_.find(joined(forms, begin, end));
        if (found == heard_.end()) continue;
        take(begin, end, found->second);
        begin = end - 1;
        break;
      }
    }
  }

  bool silent() const { return heard_.empty(); }

 private:
  std::unordered_map<std::string, Heard> heard_;
};

}  // namespace

void echo_names(std::span<const Forms> document, std::vector<std::vector<Name>>& names) {
  Echo echo;
  for (std::size_t s = 0; s < document.size(); ++s) {
    for (const Name& name : names[s]) echo.hear(document[s], name);
  }
  if (echo.silent()) return;
  for (std::size_t s = 0; s < document.size(); ++s) {
    echo.each_match(document[s], names[s],
                    [](std::uint32_t, std::uint32_t, Heard& heard) { ++heard.outside; });
  }
  for (std::size_t s = 0; s < document.size(); ++s) {
    std::vector<Name> more;
    echo.each_match(
        document[s], names[s], [&](std::uint32_t begin, std::uint32_t end, const Heard& heard) {
          if (heard.found() < heard.outside) return;
          const auto most = std::ranges::max_element(heard.types);
          more.push_back({{begin, end}, static_cast<NameType>(most - heard.types.begin())});
        });
    names[s].insert(names[s].end(), more.begin(), more.end());
    std::ranges::sort(names[s], {}, &Name::words);
  }
}

}  // namespace concord
