// The lines around an article that say who printed it, where and when.
//
//   Quay Trade Letter | Tuesday, 4 April 2023       outlet, date
//   Elmhill Wire | 9 May 2023 ·  3 min read                         date
//   OSLO, 3 May 2021 (Birch News Agency)        place, date, outlet
//   Elmhill Gazette - notices of the day              outlet
#pragma once

#include <string>
#include <vector>

#include "intake/dates.h"
#include "intake/page_line.h"
#include "lexicon/lexicon.h"

namespace concord {

// A date with the words before it: "Last Updated:", "First Published:", "".
struct LabelledDate {
  FoundDate date;
  enum class Label : std::uint8_t { none, published, first_published, updated } label;
  std::string line = {};  // where it stands
};

struct Masthead {
  std::vector<LabelledDate> dates;
  std::vector<std::string> names;  // what may be the outlet or a place, in order
  std::string agency;              // "(Birch Wire)", "Plainview staff": the outlet for sure
  std::size_t sections = 0;        // "Europe service", "2 min read"
  bool leads = false;              // the line begins with a name
  bool marked = false;             // holds a date or a separator: no headline looks like that
};

// The line as a masthead; `is` false when its words are not of that form.
struct MastheadReading {
  bool is = false;
  Masthead masthead;
};
MastheadReading read_masthead(const PageLine& line, const Lexicon& lexicon);

// "Late city edition, Tuesday 10 August 1954", "Week ending February 16, 1929": a short line that
// is no sentence and closes, but for a page or an edition, with a date of its own: behind a mark,
// or behind two words at most.
bool tells_issue(const PageLine& line);

// The words say that what follows is a date of publication or updating: "First Published:".
LabelledDate::Label label_in(std::string_view lower_words);

// "The Quay Courier", "Elmhill News": a word of it is one that outlets are named by.
bool has_outlet_word(std::string_view name, const PageWords& words);

// A capital or a seat of government ("Brussels"), a state, or places parted by a stroke
// ("Doha/Kabul").
bool is_known_place(std::string_view name, const World& world);

}  // namespace concord
