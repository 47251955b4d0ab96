// Corpus files: a title, attributes, a text, `---`, and the lines that reading it must give.
//
//   ==================
//   A planned accession is announced
//   :published 2025-11-07  :show claims
//   ==================
//   Kazakhstan will join the Abraham Accords, its president said on Thursday.
//   ---
//   claim  Abraham Accords | KAZ | announced | 2025-11-06 | by president
//
// `:wrong WHY` marks a case whose expectation is wished for and not yet met: it must fail.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace concord {

struct CorpusCase {
  std::string title;
  std::map<std::string, std::string> attributes;  // published, show, title, wrong
  std::string text;                               // without its last line break
  std::string expected;                           // lines, each ended by '\n'
  int line = 0;                                   // of the title
};

// Every case of a file, in order; an Error names file and line.
Result<std::vector<CorpusCase>> parse_corpus(std::string_view file, std::string_view text);

// The file again, as parse_corpus reads it.
std::string print_corpus(const std::vector<CorpusCase>& cases);

}  // namespace concord
