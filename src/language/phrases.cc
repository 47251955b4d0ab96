#include "language/phrases.h"

#include <algorithm>
#include <bit>

#include "language/atoms.h"

namespace concord {
namespace {

constexpr std::uint64_t kPrime = 1099511628211u;  // FNV-1a, 64 bits

constexpr std::uint64_t kFilterBits = 1u << 18;

}  // namespace

KnownPhrases::KnownPhrases(PhraseTable table)
    : table_(std::move(table)), filter_(kFilterBits / 64) {
  for (const PhraseEntry& one : table_) {
    filter_[one.key % kFilterBits / 64] |= std::uint64_t{1} << (one.key % 64);
  }
}

std::uint32_t KnownPhrases::kinds_of(std::uint64_t key) const {
  if (filter_.empty() || (filter_[key % kFilterBits / 64] >> (key % 64) & 1) == 0) return 0;
  const auto found = std::ranges::lower_bound(table_, key, {}, &PhraseEntry::key);
  return found != table_.end() && found->key == key ? found->kinds : 0;
}

void PhraseKey::add(std::string_view folded) {
  for (const char c : folded) {
    if (c != ' ') hash_ = (hash_ ^ static_cast<unsigned char>(c)) * kPrime;
  }
}

std::uint64_t PhraseKey::key() const { return mix(hash_, hash_ >> 32); }

std::vector<PhraseMarks> mark_phrases(const KnownPhrases& phrases,
                                      std::span<const std::string> folded) {
  std::vector<PhraseMarks> marks(folded.size());
  std::array<std::size_t, kPhraseKinds> taken{};  // by kind, up to which form
  for (std::size_t begin = 0; begin < folded.size(); ++begin) {
    std::array<std::uint32_t, kPhraseWordsMax> found{};
    const std::size_t longest = std::min(kPhraseWordsMax, folded.size() - begin);
    PhraseKey key;
    for (std::size_t size = 1; size <= longest; ++size) {
      key.add(folded[begin + size - 1]);
      found[size - 1] = phrases.kinds_of(key.key());
    }
    std::uint32_t settled = 0;
    for (std::size_t size = longest; size > 0; --size) {
      std::uint32_t fresh = found[size - 1] & ~settled;
      settled |= found[size - 1];
      for (; fresh != 0; fresh &= fresh - 1) {
        const auto kind = static_cast<std::size_t>(std::countr_zero(fresh));
        if (taken[kind] > begin) continue;
        taken[kind] = begin + size;
        const std::uint32_t bit = std::uint32_t{1} << kind;
        if (size == 1) {
          marks[begin].kinds[3] |= bit;
          continue;
        }
        marks[begin].kinds[0] |= bit;
        for (std::size_t i = 1; i + 1 < size; ++i) marks[begin + i].kinds[1] |= bit;
        marks[begin + size - 1].kinds[2] |= bit;
      }
    }
  }
  return marks;
}

}  // namespace concord
