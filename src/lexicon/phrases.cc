#include "lexicon/phrases.h"

#include "text/fold.h"
#include "text/words.h"

namespace concord {

// The node that follows a node, 0 at first; a phrase begins behind node 0.
std::uint32_t& Phrases::next_of(std::uint32_t node, std::string_view word) {
  if (node == 0) return openings_[word];
  if (2 * (edge_count_ + 1) > edges_.size()) {
    std::vector<Edge> old(2 * edges_.size());
    old.swap(edges_);
    for (const Edge& one : old) edges_[place_of(one.from)] = one;
  }
  const std::uint32_t number =
      *words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first;
  Edge& place = edges_[place_of(edge(node, number))];
  edge_count_ += place.from == 0;
  place.from = edge(node, number);
  return place.to;
}

void Phrases::add(std::string_view phrase, std::uint32_t value) {
  const std::string key = lower(phrase);
  std::uint32_t node = 0;
  for (const Word& word : split_words(key, {0, static_cast<std::uint32_t>(key.size())})) {
    std::uint32_t& next = next_of(node, slice(key, word.span));
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
