#include "story/facts.h"

#include <algorithm>
#include <unordered_set>

namespace concord {

std::vector<std::uint32_t> facts_of(const std::vector<StoryToken>& tokens) {
  std::vector<std::uint32_t> facts;
  std::unordered_set<std::uint32_t> seen;
  for (const StoryToken& token : tokens) {
    const bool name = token.capital && !token.opens && token.size > 1;
    if (!(name || token.number) || facts.size() == kFactsMax) continue;
    if (seen.insert(token.stem).second) facts.push_back(token.stem);
  }
  return facts;
}

double shared_facts(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto& shorter = a.size() <= b.size() ? a : b;
  const auto& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() < 3) return 0;
  const std::unordered_set<std::uint32_t> held(longer.begin(), longer.end());
  const auto shared =
      std::ranges::count_if(shorter, [&](auto fact) { return held.contains(fact); });
  return static_cast<double>(shared) / static_cast<double>(shorter.size());
}

}  // namespace concord
