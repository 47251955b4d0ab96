#include "language/phrases.h"

#include <algorithm>
#include <bit>

#include "language/atoms.h"

namespace concord {
namespace {

constexpr std::uint64_t kPrime = 1099511628211u;  // FNV-1a, 64 bits

std::uint32_t kinds_of(const PhraseTable& table, std::uint64_t key) {
  const auto found = std::ranges::lower_bound(table, key, {}, &PhraseEntry::key);
  return found != table.end() && found->key == key ? found->kinds : 0;
}

}  // namespace

void PhraseKey::add(std::string_view folded) {
  for (const char c : folded) {
    if (c != ' ') hash_ = (hash_ ^ static_cast<unsigned char>(c)) * kPrime;
  }
}

std::uint64_t PhraseKey::key() const { return mix(hash_, hash_ >> 32); }

std::vector<PhraseMarks> mark_phrases(const PhraseTable& table,
                                      std::span<const std::string> folded) {
  std::vector<PhraseMarks> marks(folded.size());
  std::array<std::size_t, kPhraseKinds> taken{};  // by kind, up to which form
  for (std::size_t begin = 0; begin < folded.size(); ++begin) {
    std::array<std::uint32_t, kPhraseWordsMax> found{};
    const std::size_t longest = std::min(kPhraseWordsMax, folded.size() - begin);
    PhraseKey key;
    for (std::size_t size = 1; size <= longest; ++size) {
      key.add(folded[begin + size - 1]);
      found[size - 1] = kinds_of(table, key.key());
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
