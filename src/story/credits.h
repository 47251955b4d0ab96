// Whom a report credits: whose account it prints, and whom it cites.
//
//   WASHINGTON (AP) - ...        credit: Associated Press
//   Reporting by Ana Ruiz, Birch Wire   credit: Birch Wire (an outlet of the set)
//   Source: Levant Monitor       credit: Levant Monitor
//   (Photo: Reuters)             nothing: a picture
//   ..., the Quay Courier reported on Friday    cites: Quay Courier
//
// A credit makes a report another's account; a citation does not.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "story/tokens.h"
#include "story/words.h"

namespace concord {

struct Credit {
  std::uint32_t outlet = 0;  // OutletNames' number
  bool cites = false;        // else its account is printed
  Span span;                 // the words that say so
};

// The outlets that a report can credit: the agencies of data/, and those of the reports.
class OutletNames {
 public:
  explicit OutletNames(const StoryWords& words);
  // The number of an outlet; names that differ in case and in "The" are one. 0 where it is empty.
  std::uint32_t add(const std::string& name);
  const std::string& name(std::uint32_t outlet) const { return names_[outlet]; }
  bool is_agency(std::uint32_t outlet) const { return outlet != 0 && outlet < agencies_end_; }
  PhraseMap::Match at(std::span<const StoryToken> tokens, std::size_t begin) const {
    return phrases_.at(tokens, begin);
  }

 private:
  std::vector<std::string> names_ = {""};
  std::map<std::vector<std::uint64_t>, std::uint32_t> numbers_;
  PhraseMap phrases_;
  std::uint32_t agencies_end_ = 0;
};

// Sorted by place. Furniture is read too: credits often stand in it.
std::vector<Credit> find_credits(const Report& report, const std::vector<StoryToken>& tokens,
                                 const OutletNames& outlets, const StoryWords& words);

}  // namespace concord
