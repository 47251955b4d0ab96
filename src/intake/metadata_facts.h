// What one walk over a page gathers for its metadata: statements for machines, headings, times,
// elements marked by their class, short lines of text, and the regions that are not the article's.
// No judgement is made here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "intake/dom.h"
#include "lexicon/web_words.h"

namespace concord {

// <meta name= content=>, and every element with an itemprop.
struct StatedFact {
  std::string name;        // lower case
  std::string_view value;  // content or datetime; "" where the element's text is the value
  NodeId node = kNoNode;
  bool microdata = false;
};

// An element whose class, id or rel says what it holds: <p class="byline">.
struct MarkedFact {
  PageMark part = PageMark::none;
  NodeId node = kNoNode;
  std::string_view word;  // of the class, as written: "entry-author"
  bool rel = false;       // rel="author"
};

// A line of text that readers see, at most kFactLineBytesMax long.
struct TextLine {
  Span text;  // of PageFacts::text
  NodeId begin = kNoNode;
  NodeId end = kNoNode;  // past its last text
};

// Nodes that hold nothing of the article by their tag or class.
struct PageRegion {
  NodeId begin = kNoNode;
  NodeId end = kNoNode;
  PageMark part = PageMark::none;  // comment, related or chrome
};

struct PageFacts {
  std::vector<StatedFact> stated;
  std::vector<NodeId> headings;  // h1 to h4 in page order
  std::vector<NodeId> times;     // <time>, and <abbr title> with a date
  std::vector<MarkedFact> marked;
  std::vector<TextLine> lines;
  std::vector<NodeId> paragraphs;  // the first texts of lines too long to be a byline
  std::vector<TextLine> openings;  // and how each of them begins
  std::vector<PageRegion> regions;
  std::vector<NodeId> linked_data;    // <script type="application/ld+json">
  std::vector<NodeId> short_scripts;  // within <body>, at most kShortScriptBytesMax
  NodeId title = kNoNode;
  NodeId canonical = kNoNode;  // <link rel=canonical>
  std::string_view language;   // <html lang>
  std::string text;  // of the lines and openings; texts of different elements parted by kRunEnd

  std::string_view words(const TextLine& line) const { return slice(text, line.text); }
};

inline constexpr std::uint32_t kFactLineBytesMax = 300;
inline constexpr std::size_t kShortScriptBytesMax = 160;

PageFacts gather_facts(const Document& page, const WebWords& words);

}  // namespace concord
