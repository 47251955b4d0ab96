// The quotations of a record, by speaker.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace concord {

struct SpokenQuote {
  std::string speaker, words, report, outlet, channel;
};

// All, or those whose speaker's folded name holds the folded `speaker`.
std::vector<SpokenQuote> quotes_of(const std::vector<Account>& accounts,
                                   const std::string& speaker);

}  // namespace concord
