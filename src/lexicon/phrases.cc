#include "lexicon/phrases.h"

#include "text/fold.h"
#include "text/words.h"

namespace concord {

void Phrases::add(std::string_view phrase, std::uint32_t value) {
  const std::string key = lower(phrase);
  std::uint32_t node = 0;
  for (const Word& word : split_words(key, {0, static_cast<std::uint32_t>(key.size())})) {
    const std::uint32_t id = *words_.try_emplace(slice(key, word.span), words_.size()).first;
    openings_.resize(words_.size());
    std::uint32_t& next = node == 0 ? openings_[id] : edges_[(std::uint64_t{node} << 32) | id];
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(kNoValue);
    }
    node = next;
  }
  if (node != 0 && nodes_[node] == kNoValue) nodes_[node] = value;  // the first added stays
}

std::optional<std::uint32_t> Phrases::exact(std::string_view phrase) const {
  const auto words = split_words(phrase, {0, static_cast<std::uint32_t>(phrase.size())});
  const auto hit = longest([&](std::uint32_t i) { return slice(phrase, words[i].span); }, 0,
                           static_cast<std::uint32_t>(words.size()));
  if (!hit || hit->length != words.size()) return std::nullopt;
  return hit->value;
}

}  // namespace concord
