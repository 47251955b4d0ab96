#include "story/sentence_bags.h"

#include <algorithm>

namespace concord {
namespace {

constexpr float kCommonShare = 0.3f;
constexpr std::size_t kStemsMin = 4;     // of a sentence
constexpr std::uint32_t kSharedMin = 4;  // stems of a counterpart
constexpr double kDiceMin = 0.5;

bool is_ordinary(std::uint32_t stem) { return (stem & 1) == 0; }

struct Shared {
  std::uint32_t all = 0, ordinary = 0;
};

Shared shared_stems(const SentenceBags& a, std::uint32_t i, const SentenceBags& b,
                    std::uint32_t k) {
  std::uint32_t x = i == 0 ? 0 : a.ends[i - 1], y = k == 0 ? 0 : b.ends[k - 1];
  Shared shared;
  while (x < a.ends[i] && y < b.ends[k]) {
    const std::uint32_t s = a.stems[x], t = b.stems[y];
    shared.all += s == t ? 1 : 0;
    shared.ordinary += s == t && is_ordinary(s) ? 1 : 0;
    x += s <= t ? 1 : 0;
    y += t <= s ? 1 : 0;
  }
  return shared;
}

std::uint32_t ordinary_of(const SentenceBags& bags, std::uint32_t i) {
  std::uint32_t count = 0;
  for (std::uint32_t at = i == 0 ? 0 : bags.ends[i - 1]; at < bags.ends[i]; ++at)
    count += is_ordinary(bags.stems[at]) ? 1 : 0;
  return count;
}

std::uint32_t size_of(const SentenceBags& bags, std::uint32_t i) {
  return bags.ends[i] - (i == 0 ? 0 : bags.ends[i - 1]);
}

double share(std::uint32_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

SentenceBags sentence_bags(const std::vector<StoryToken>& tokens, const StoryWords& words) {
  SentenceBags bags;
  bags.stems.reserve(tokens.size());
  std::size_t begin = 0;
  const auto close = [&] {
    const auto from = bags.stems.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(from, bags.stems.end());
    bags.stems.erase(std::unique(from, bags.stems.end()), bags.stems.end());
    if (bags.stems.size() - begin < kStemsMin) bags.stems.resize(begin);
    if (bags.stems.size() == begin) return;
    begin = bags.stems.size();
    bags.ends.push_back(static_cast<std::uint32_t>(begin));
  };
  for (const StoryToken& token : tokens) {
    if (token.opens) close();
    if (token.quoted || token.size < 2) continue;
    if (words.of(token.stem).share < kCommonShare)
      bags.stems.push_back((token.stem << 1) | (token.number || token.capital ? 1u : 0u));
  }
  close();
  bags.stems.shrink_to_fit();
  return bags;
}

Retold retold(const SentenceBags& a, const SentenceBags& b) {
  Retold out;
  std::vector<bool> told(b.ends.size());
  std::uint32_t words_a = 0, words_b = 0, ordinary = 0;
  for (std::uint32_t i = 0; i < a.ends.size(); ++i) {
    bool has = false;
    std::uint32_t best = 0;
    for (std::uint32_t k = 0; k < b.ends.size(); ++k) {
      const std::uint32_t size = size_of(a, i) + size_of(b, k);
      const Shared shared = shared_stems(a, i, b, k);
      if (shared.all < kSharedMin || 2.0 * shared.all < kDiceMin * size) continue;
      has = true;
      best = std::max(best, shared.ordinary);
      if (!told[k]) words_b += size_of(b, k);
      told[k] = true;
    }
    if (!has) continue;
    words_a += size_of(a, i);
    ordinary += ordinary_of(a, i);
    out.ordinary += best;
    ++out.sentences;
  }
  out.share_a = share(words_a, a.stems.size());
  out.share_b = share(words_b, b.stems.size());
  out.ordinary_share = share(out.ordinary, ordinary);
  return out;
}

}  // namespace concord
