// Half-open ranges. A Span holds byte offsets into one report's text and survives moves, threads
// and the database, where a std::string_view would not; a TokenSpan holds token numbers of one
// Reading.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace concord {

template <typename Unit>
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const Range&) const = default;
};

struct Bytes;
struct Tokens;
using Span = Range<Bytes>;
using TokenSpan = Range<Tokens>;

// The words of a span. Total: a span past the end of the text is cut at its end.
inline std::string_view slice(std::string_view text, Span span) {
  if (span.begin >= text.size() || span.empty()) return {};
  return text.substr(span.begin, span.size());
}

// The smallest range that holds both.
template <typename Unit>
Range<Unit> hull(Range<Unit> a, Range<Unit> b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace concord
