// A list of short phrases, asked of whole lines: which of them begins it, stands in it, is it.
//
//   PhraseList starts;  starts.add("read more");  starts.stands_in("to read more, sign in")  //
//   true
//
// How: only the phrases with a line's first two bytes are compared with its beginning. To find one
// within, the line is walked once, and at most places a bit for two bytes says that none is there.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord {

class PhraseList {
 public:
  void add(std::string_view phrase) {
    if (phrase.empty()) return;
    const std::size_t least = phrase.size() > 1 ? byte(phrase[1]) : 0;
    const std::size_t most = phrase.size() > 1 ? byte(phrase[1]) : 255;
    for (std::size_t next = least; next <= most; ++next) pairs_.set(pair(byte(phrase[0]), next));
    by_first_[byte(phrase[0])].push_back({least, most, phrases_.size()});
    phrases_.emplace_back(phrase);
  }

  // In the order in which they were added.
  auto begin() const { return phrases_.begin(); }
  auto end() const { return phrases_.end(); }

  // Whether a phrase that `accept` takes begins the text.
  template <typename Accept>
  bool begins(std::string_view text, const Accept& accept) const {
    if (text.empty()) return false;
    const std::size_t second = text.size() > 1 ? byte(text[1]) : 0;
    return std::ranges::any_of(by_first_[byte(text[0])], [&](const Start& start) {
      return start.least <= second && second <= start.most &&
             text.starts_with(phrases_[start.number]) && accept(phrases_[start.number]);
    });
  }

  // Whether the text is one of the phrases.
  bool is(std::string_view text) const {
    return begins(text, [&](const std::string& phrase) { return phrase.size() == text.size(); });
  }

  // Whether a phrase stands anywhere in the text.
  bool stands_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const std::size_t next = at + 1 < text.size() ? byte(text[at + 1]) : 0;
      if (pairs_[pair(byte(text[at]), next)] &&
          begins(text.substr(at), [](const std::string&) { return true; }))
        return true;
    }
    return false;
  }

 private:
  // A phrase by its number, and which second bytes it takes: its own, or any behind one byte.
  struct Start {
    std::size_t least;
    std::size_t most;
    std::size_t number;
  };
  static std::size_t byte(char c) { return static_cast<unsigned char>(c); }
  // Of small letters no two pairs share a place.
  static std::size_t pair(std::size_t first, std::size_t second) {
    return (first << 5 ^ second) % kPairs;
  }
  static constexpr std::size_t kPairs = 4096;

  std::vector<std::string> phrases_;
  std::array<std::vector<Start>, 256> by_first_;
  std::bitset<kPairs> pairs_;
};

}  // namespace concord
