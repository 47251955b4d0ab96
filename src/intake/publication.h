// Who printed a report, where, when, and who wrote it: read line by line around the article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/masthead.h"
#include "intake/page_line.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// Fills outlet, byline, dateline, dates and derived_from of a report. Lines come in page order, the
// head's before the foot's; the first to name an outlet wins.
class Publication {
 public:
  Publication(Report& report, const Lexicon& lexicon) : report_(report), lexicon_(lexicon) {}

  // The headline: its line, and "The Quay Courier" found after it, or "".
  void read_title(std::string_view line, std::string_view outlet);
  // A line of the head with the form of a masthead. False: it is none here, but a heading.
  bool read_head(const PageLine& line, bool after_title);
  void read_byline(const PageLine& line);
  // "Compiled by the foreign desk of The Quay Courier"
  void read_desk(const PageLine& line);
  // Another line of the head: its date counts where no other line has one.
  void read_spare_date(const PageLine& line);
  void read_foot(const PageLine& line);
  // "First Published:", its date on the next line. False where the line is no such label.
  bool read_label(const PageLine& line);
  // "NAIROBI (NPA) -- ..." at the start of the first paragraph.
  void read_dateline();
  // Chooses among the dates, and the outlet where only a copyright line names one.
  void decide();

 private:
  void keep(const char* field, std::string value, const char* reason);
  void take_dates(const Masthead& masthead);
  void take_outlet(std::string_view name);
  void take_person(std::string name);
  bool take_place(std::string_view name);
  bool take_source(std::string_view name);
  void take_bio(std::string_view text);
  bool dateline_of(std::string_view start);
  void read_opening_date();
  bool may_be_outlet(std::string_view name) const;

  Report& report_;
  const Lexicon& lexicon_;
  std::vector<LabelledDate> dates_;
  std::optional<LabelledDate> spare_date_;
  LabelledDate::Label label_ = LabelledDate::Label::none;  // waits for its date
  std::string line_;                                       // the one that is read
  std::string copyright_;
  std::string spare_outlet_;  // a name alone below the title, for where no other names the outlet
  bool dated_after_title_ = false;
  bool doubtful_outlet_ = false;  // a line in capitals without a date: it may have been a kicker
};

}  // namespace concord
