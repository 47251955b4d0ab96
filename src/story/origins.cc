#include "story/origins.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
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
  shingles.erase(std::ranges::unique(shingles).begin(), shingles.end());
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

}  // namespace

std::vector<Origin> find_origins(const std::vector<const Report*>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(
      order, [&](std::size_t a, std::size_t b) { return earlier(*reports[a], *reports[b]); });
  std::vector<const Report*> ordered;
  for (const std::size_t i : order) ordered.push_back(reports[i]);
  const auto root = roots_of(ordered);
  // Outlets that some digest names: their own account counts together with the digest's.
  std::set<std::string> named;
  for (const Report* report : reports) {
    if (!report->derived_from.empty()) named.insert(fold(report->derived_from));
  }
  std::vector<Origin> origins(reports.size());
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    const Report& own = *ordered[i];
    const Report& first = *ordered[root[i]];
    Origin& origin = origins[order[i]];
    origin = {first.digest, root[i] == i ? OriginKind::own : OriginKind::copy, first.digest};
    if (!first.derived_from.empty()) {
      origin.id = "outlet:" + fold(first.derived_from);
    } else if (named.contains(fold(first.outlet))) {
      origin.id = "outlet:" + fold(first.outlet);
    }
    if (root[i] == i && !own.derived_from.empty()) {
      origin.kind = OriginKind::digest;
      origin.source = own.derived_from;
    }
  }
  return origins;
}

}  // namespace concord
