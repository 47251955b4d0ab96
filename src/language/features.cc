#include "language/features.h"

#include <algorithm>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::uint64_t kOffset = 14695981039346656037u;  // FNV-1a, 64 bits
constexpr std::uint64_t kPrime = 1099511628211u;
constexpr std::size_t kPrefixMax = 4;
constexpr std::size_t kSuffixMax = 5;
constexpr std::size_t kShapeMax = 8;

std::uint64_t step(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * kPrime;
}

// Spreads a hash over all bits (the last steps of MurmurHash3).
std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdu;
  hash ^= hash >> 33;
  hash *= 0xc4ceb9fe1a85ec53u;
  return hash ^ (hash >> 33);
}

std::uint32_t row(std::uint64_t hash) {
  return static_cast<std::uint32_t>(mix(hash) % kHashedRows);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

char letter_class(char c) {
  if (is_upper(c)) return 'X';
  if (is_lower(c)) return 'x';
  if (c >= '0' && c <= '9') return '0';
  return static_cast<unsigned char>(c) >= 0x80 ? '~' : c;
}

// "Xx" for "Oman", "XX" for "EU", "0.0" for "3.25": runs of one class become at most two.
std::uint64_t shape(std::string_view form, std::uint64_t hash) {
  char last = 0;
  int run = 0;
  std::size_t size = 0;
  for (const char c : form) {
    const char now = letter_class(c);
    run = now == last ? run + 1 : 1;
    last = now;
    if (run > 2 || (run > 1 && now != 'X')) continue;
    hash = step(hash, now);
    if (++size == kShapeMax) break;
  }
  return hash;
}

}  // namespace

SentenceCase sentence_case(std::span<const std::string_view> forms) {
  std::size_t words = 0;
  std::size_t upper = 0;
  std::size_t titled = 0;
  std::size_t long_words = 0;
  std::size_t long_titled = 0;
  for (const std::string_view form : forms) {
    if (form.empty() || !(is_upper(form[0]) || is_lower(form[0]))) continue;
    ++words;
    const bool capital = is_upper(form[0]);
    titled += capital;
    upper += std::ranges::none_of(form, is_lower);
    long_words += form.size() >= 4;
    long_titled += form.size() >= 4 && capital;
  }
  if (words < 3) return SentenceCase::plain;
  if (upper * 10 >= words * 9) return SentenceCase::capitals;
  if (titled == 0) return SentenceCase::small;
  if (long_words >= 3 && long_titled * 10 >= long_words * 9) return SentenceCase::titled;
  return SentenceCase::plain;
}

void fold_form(std::string_view form, std::string& folded) {
  folded.clear();
  for (const char c : form) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      folded = lower(form);
      break;
    }
    folded.push_back(is_upper(c) ? static_cast<char>(c | 0x20) : c);
  }
  if (folded.size() != 3 || folded[0] != '\xE2' || folded[1] != '\x80') return;
  const char last = folded[2];
  if (last == '\x93' || last == '\x94') folded = "-";                     // en and em dash
  if (last == '\x9C' || last == '\x9D' || last == '\x9E') folded = "\"";  // curly quotes
}

std::uint64_t form_key(std::string_view folded) {
  std::uint64_t hash = kOffset;
  for (const char c : folded) hash = step(hash, c);
  return mix(hash) | 1;  // 0 marks an empty place of the table
}

WordFeatures word_features(std::string_view form, std::string_view folded, bool first,
                           SentenceCase sentence) {
  WordFeatures found;
  found.word = form_key(folded);
  std::uint64_t hash = step(kOffset, '<');
  for (std::size_t i = 0; i < std::min(folded.size(), kPrefixMax); ++i) {
    hash = step(hash, folded[i]);
    if (i > 0) found.rows[found.count++] = row(hash);
  }
  hash = step(kOffset, '>');
  for (std::size_t i = 0; i < std::min(folded.size(), kSuffixMax); ++i) {
    hash = step(hash, folded[folded.size() - 1 - i]);
    found.rows[found.count++] = row(hash);
  }
  found.rows[found.count++] = row(shape(form, step(step(kOffset, '#'), first ? '1' : '0')));
  found.rows[found.count++] =
      row(step(step(kOffset, '@'), static_cast<char>('0' + static_cast<int>(sentence))));
  return found;
}

}  // namespace concord
