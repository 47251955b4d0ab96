// Words and phrases that the pages share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/record.h"
#include "record/words.h"

namespace concord {

// 2025-11-06 -> "6 Nov 2025"; 2025-11 -> "Nov 2025"; 2020/2021 -> "2020 to 2021"; other text as is.
std::string date_words(const std::string& edtf);

// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& words, const char* last = " and ");
// "1 report", "2 reports".
std::string counted(std::size_t number, const std::string& noun);

// Sentence case: the first letter made a capital.
std::string capitalized(std::string text);

// A party's name in a page, the agreement's for the agreement itself.
std::string name_of(const PartyStatus& party, const AgreementStatus& agreement);

// "announced", "disputed", "not ratified".
std::string standing_cell(const PartyStatus& party);
// "signing later this month", "withdrawal on 20 Jan 2026"; "" when nothing is.
std::string pending_words(const PartyStatus& party);
// Why the rule decides, as one sentence.
std::string rule_words(const std::string& rule);

// Reports by the outlets that printed them: "The Meridian Post" for kazakhstan-1-meridian.txt, the
// file name where the outlet is not known or two reports have the same.
class Outlets {
 public:
  void add(const std::vector<Citation>& citations);
  std::string name(const std::string& report) const;
  std::vector<std::string> names(const std::vector<std::string>& reports) const;

 private:
  std::map<std::string, std::string> outlet_of_;
};

}  // namespace concord
