#include "story/origins.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace concord {
namespace {

constexpr std::size_t kShingleWords = 5;
constexpr std::size_t kShinglesMin = 40;  // shorter texts share too much by chance

bool is_word_byte(unsigned char c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string fold(std::string_view name) {
  std::string out;
  for (const char c : name) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// Hashes (FNV-1a) of five words in a row, each once. A headline alone is no copy, so the words of
// all blocks run together.
std::vector<std::uint64_t> shingles_of(const Report& report) {
  std::vector<std::uint64_t> words;
  for (const Block& block : report.blocks) {
    std::uint64_t hash = 0;
    for (const char c : fold(report.words(block.span))) {
      const auto byte = static_cast<unsigned char>(c);
      if (is_word_byte(byte)) {
        hash = ((hash == 0 ? 0xcbf29ce484222325u : hash) ^ byte) * 0x100000001b3u;
      } else if (hash != 0) {
        words.push_back(hash);
        hash = 0;
      }
    }
    if (hash != 0) words.push_back(hash);
  }
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (std::size_t k = 0; k < kShingleWords; ++k) hash = (hash ^ words[i + k]) * 0x100000001b3u;
    shingles.push_back(hash);
  }
  std::ranges::sort(shingles);
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

// The root first: published earlier, then the one that retells nobody, then by digest.
bool earlier(const Report& a, const Report& b) {
  const bool a_undated = a.published.empty(), b_undated = b.published.empty();
  if (a_undated != b_undated) return b_undated;
  if (a.published != b.published) return a.published < b.published;
  if (a.derived_from.empty() != b.derived_from.empty()) return a.derived_from.empty();
  return a.digest < b.digest;
}

// For each report in root-first order, the earliest report that it copies, or itself.
std::vector<std::size_t> roots_of(const std::vector<const Report*>& ordered) {
  std::vector<std::size_t> root(ordered.size()), size(ordered.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    root[i] = i;
    const auto shingles = shingles_of(*ordered[i]);
    size[i] = shingles.size();
    if (shingles.size() < kShinglesMin) continue;
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint64_t shingle : shingles) {
      for (const std::size_t other : holders[shingle]) ++shared[other];
    }
    for (const auto& [other, count] : shared) {
      if (count * 10 >= std::min(size[i], size[other]) * 6) {
        root[i] = root[other];
        break;
      }
    }
    for (const std::uint64_t shingle : shingles) holders[shingle].push_back(i);
  }
  return root;
}

// Days since 1970-01-01 of YYYY-MM-DD (Howard Hinnant's civil days); none for coarser dates.
std::optional<int> days_of(const std::string& date) {
  if (date.size() < 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  int part[3] = {0, 0, 0};
  const std::size_t begin[3] = {0, 5, 8}, size[3] = {4, 2, 2};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = begin[i]; k < begin[i] + size[i]; ++k) {
      if (date[k] < '0' || date[k] > '9') return std::nullopt;
      part[i] = part[i] * 10 + (date[k] - '0');
    }
  }
  const int year = part[0] - (part[1] <= 2 ? 1 : 0);
  const int era_year = year % 400;
  const int day_of_year = (153 * (part[1] + (part[1] > 2 ? -3 : 9)) + 2) / 5 + part[2] - 1;
  return year / 400 * 146097 + era_year * 365 + era_year / 4 - era_year / 100 + day_of_year -
         719468;
}

// A digest names only the outlet; that outlet's account of another week is another story.
bool is_digest_of(const Report& digest, const Report& original) {
  if (digest.derived_from.empty() || fold(digest.derived_from) != fold(original.outlet))
    return false;
  const auto a = days_of(digest.published), b = days_of(original.published);
  return a && b && std::abs(*a - *b) <= 3;
}

}  // namespace

std::vector<Origin> find_origins(const std::vector<const Report*>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(
      order, [&](std::size_t a, std::size_t b) { return earlier(*reports[a], *reports[b]); });
  std::vector<const Report*> ordered;
  for (const std::size_t i : order) ordered.push_back(reports[i]);
  const auto root = roots_of(ordered);
  std::vector<const Report*> digests;
  for (const Report* report : ordered) {
    if (!report->derived_from.empty()) digests.push_back(report);
  }
  // By root: the outlet that a digest names, also where the outlet's text is a copy of another's.
  std::map<std::size_t, std::string> outlets;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Report& own = *ordered[i];
    const bool named = std::ranges::any_of(
        digests, [&](const Report* other) { return is_digest_of(*other, own); });
    if (!own.derived_from.empty() && root[i] == i) outlets.emplace(i, fold(own.derived_from));
    if (named) outlets.emplace(root[i], fold(own.outlet));
  }
  std::vector<Origin> origins(reports.size());
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Report& own = *ordered[i];
    const std::string& first = ordered[root[i]]->digest;
    const auto outlet = outlets.find(root[i]);
    Origin& origin = origins[order[i]];
    origin = {outlet == outlets.end() ? first : "outlet:" + outlet->second,
              root[i] == i ? OriginKind::own : OriginKind::copy, first};
    if (root[i] == i && !own.derived_from.empty()) {
      origin.kind = OriginKind::digest;
      origin.source = own.derived_from;
    }
  }
  return origins;
}

}  // namespace concord
