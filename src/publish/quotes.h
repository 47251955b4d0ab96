// The quotations of a record, by speaker.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace concord {

// One quotation; printed by several reports it is one, with all of them.
struct SpokenQuote {
  std::string speaker, role, words, date, occasion;
  std::vector<Citation> citations;  // one a report
};

// All, or those whose speaker's folded name holds the folded `speaker`: by speaker, those with most
// quotations first, unknown ones last; each speaker's in the order of publication.
std::vector<SpokenQuote> quotes_of(const std::vector<Account>& accounts,
                                   const std::string& speaker);

}  // namespace concord
