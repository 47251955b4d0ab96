// JSON as pages write it: read with tolerance, bounded, in one pass.
//
//   <!-- {"headline": "He said "no" today", "author": {'name': "Ana Ruiz"},} --> {"@type": ...}
//
// Pages leave raw line breaks and stray quotes in strings, commas at the end, comments, single
// quotes, several values one after the other, and stop in the middle. Of 325 blocks of 328 pages
// looked at a strict reader refused seven, each on a page with no other statement of its author.
// What cannot be read is skipped; nothing is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concord {

class LooseJson {
 public:
  enum class Kind : std::uint8_t { object, array, string, word };

  // In document order: a node's children follow it, up to `end`; the next of its siblings is
  // there. Views point into the text that was read.
  struct Node {
    Kind kind = Kind::word;
    std::uint32_t end = 0;
    std::string_view key;  // in an object, else ""
    std::string_view raw;  // of a string (escapes as written) or a word: number, true, null
  };

  // Total. The text must outlive this. Deeper than kDepthMax: inner values are left out; more than
  // kNodesMax values: the rest is.
  static LooseJson read(std::string_view text);

  const std::vector<Node>& nodes() const { return nodes_; }
  // A string or word with its escapes read; "" for objects and arrays.
  std::string text(std::uint32_t node) const;
  // The number of an object's member; 0 where there is none (a member is never the first node).
  std::uint32_t member(std::uint32_t object, std::string_view key) const;

  static constexpr std::uint32_t kDepthMax = 64;
  static constexpr std::uint32_t kNodesMax = 50'000;

 private:
  std::vector<Node> nodes_;
};

}  // namespace concord
