#include "story/phrase_map.h"

#include <algorithm>

namespace concord {

void PhraseMap::add(std::string_view phrase, std::uint32_t value) { add(words_of(phrase), value); }

void PhraseMap::add(const std::vector<std::uint64_t>& words, std::uint32_t value) {
  Phrase one{words, value};
  if (one.words.empty()) return;
  auto& list = by_first_[one.words.front()];
  const auto same = [&](const Phrase& other) { return other.words == one.words; };
  if (std::ranges::any_of(list, same)) return;
  by_last_[one.words.back()].push_back(one);
  list.push_back(std::move(one));
}

PhraseMap::Match PhraseMap::at(std::span<const StoryToken> tokens, std::size_t begin) const {
  Match best;
  const auto list = by_first_.find(tokens[begin].word);
  if (list == by_first_.end()) return best;
  for (const Phrase& phrase : list->second) {
    if (phrase.words.size() <= best.size || begin + phrase.words.size() > tokens.size()) continue;
    if (std::ranges::equal(phrase.words, tokens.subspan(begin, phrase.words.size()), {}, {},
                           &StoryToken::word))
      best = {phrase.value, phrase.words.size()};
  }
  return best;
}

PhraseMap::Match PhraseMap::before(std::span<const StoryToken> tokens, std::size_t end) const {
  Match best;
  if (end == 0) return best;
  const auto list = by_last_.find(tokens[end - 1].word);
  if (list == by_last_.end()) return best;
  for (const Phrase& phrase : list->second) {
    const std::size_t size = phrase.words.size();
    if (size <= best.size || size > end) continue;
    if (std::ranges::equal(phrase.words, tokens.subspan(end - size, size), {}, {},
                           &StoryToken::word))
      best = {phrase.value, size};
  }
  return best;
}

}  // namespace concord
