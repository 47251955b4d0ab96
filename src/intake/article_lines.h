// The article's runs as lines of words, and what of them is furniture by its words and its place:
//
//   Advertisement | Read more: Ten photos | Photo: Jane Doe/Agency      one line, by its words
//   Related articles, and the links under it                            a section, by its heading
//   By Jane Doe | 5 May 2023 | Share                                    before the first sentence
//   Jane Doe is a correspondent for the Courier.                        after the last
//   a heading with nothing under it; a paragraph that stood above already
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

struct ArticleLine {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  // of a heading, 1 to 6
  std::string text;        // white space runs are one space; never empty
  std::uint32_t words = 0;
  double link_share = 0;  // of its letters, those in links
  bool prose = false;     // long enough for a sentence, mostly no link
};

// In page order, furniture left out. Total.
std::vector<ArticleLine> without_furniture(std::vector<ArticleLine> lines, const Lexicon& lexicon);

}  // namespace concord
