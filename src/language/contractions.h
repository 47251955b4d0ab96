// Which tokens hold several words, and where these part: don't = do + n't, Oman's = Oman + 's,
// cannot = can + not, dont = do + nt.
//
// In:       a token as it stands in the text.
// Out:      the sizes of its words in code points, one after the other; one size for most tokens.
// How:      a table of whole tokens, learnt from the treebanks, answers first; else an ending with
//           an apostrophe after a letter parts, as Universal Dependencies have it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace concord {

using WordSizes = std::vector<std::uint32_t>;

// Folded tokens (text/fold.h) whose words are known, where the ending alone would be wrong.
using ContractionTable = std::unordered_map<std::string, WordSizes>;

// `folded` is the token in lower case with plain apostrophes.
WordSizes words_by_ending(std::string_view folded);

// Cuts the token into its words: views into it, none empty.
std::vector<std::string_view> cut_token(const ContractionTable& table, std::string_view token);

}  // namespace concord
