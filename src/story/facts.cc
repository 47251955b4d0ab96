#include "story/facts.h"

#include <algorithm>

#include "story/flat_map.h"

namespace concord {

std::vector<std::uint32_t> facts_of(const std::vector<StoryToken>& tokens) {
  std::vector<std::uint32_t> facts;
  FlatMap<bool> seen;
  for (const StoryToken& token : tokens) {
    const bool name = token.capital && !token.opens && token.size > 1;
    if (!(name || token.number)) continue;
    if (facts.size() == kFactsMax) break;
    if (!std::exchange(seen[token.stem], true)) facts.push_back(token.stem);
  }
  std::ranges::sort(facts);
  return facts;
}

double shared_facts(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 3) return 0;
  std::size_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const std::uint32_t x = a[i], y = b[k];
    shared += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    k += y <= x ? 1 : 0;
  }
  return static_cast<double>(shared) / static_cast<double>(shorter);
}

}  // namespace concord
