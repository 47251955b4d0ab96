// Annotated names from BIO files: one word and its tag a line, an empty line after a sentence.
//
// In:       IOB2 tags PER, ORG, LOC ("O" and any other tag: no name); comments begin with "# ".
// Out:      documents of sentences, for names are told by what else their document says: a new one
//           begins at "# newdoc", "# doc", or where the sent_id before its last "-" changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/names.h"

namespace concord {

struct NamedSentence {
  std::vector<std::string> forms;
  std::vector<Name> names;         // as annotated, in order
  std::vector<std::string> lines;  // comments before the sentence
};

using NamedDocument = std::vector<NamedSentence>;

// A line without a tab that is no comment is refused with its number; `name` stands in the message.
Result<std::vector<NamedDocument>> read_bio(std::string_view text, const std::string& name);

// The sentence's lines with tags of these names.
std::string print_bio(const NamedSentence& sentence, const std::vector<Name>& names);

// The path itself, or the .bio and .bio.gz files of that folder in name order.
Result<std::vector<NamedDocument>> load_bio(const std::string& path);

}  // namespace concord
