// Dates that a report gives once for what it tells several times.
//
//   Twelve states signed the pact on Thursday. ... The signatories are Chile, ...     one signing
//   [headline] Chile signs the pact    Chile on Thursday became the last to put ...   one news
//   Peru has withdrawn from the pact. The notice reached Geneva on 5 May.             one deed
//   It ratified a year after signing. ... It signed in 2011.                          a distance
//
// In:       the claims of a report, each dated by its own sentence where that tells a date.
// Out:      the same claims; some undated ones have a date.
// Not here: the date within a sentence (act_times.cc, reckoned_dates.cc), what the sentence beside
// it
//           tells of the deed (deed_dates.h).
#pragma once

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "claim/reckoned_dates.h"
#include "lexicon/time_words.h"
#include "reading/reading.h"

namespace concord {

// What the acts tell beside the claims made of them.
struct ToldDates {
  using Standing = std::tuple<std::string, std::string, Stage>;  // agreement, party or "", stage

  // An act that names nobody: "Ministers concluded the accord on Saturday".
  struct Unnamed {
    std::string agreement;  // id
    Stage stage = Stage::signed_;
    std::string date;
    bool ahead = false;  // told in the headline or the lead
  };

  // A signing by many that is the news, whatever the text is called further on.
  struct Signing {
    std::string date;  // "" where none is told
    std::set<std::string> agreements;
  };

  // "ratified it two years after signing it": steps so far apart, neither of them dated there.
  struct Apart {
    Standing earlier;
    Standing later;
    Distance distance;
  };

  static Standing standing_of(const Claim& claim) {
    return {claim.agreement_id, claim.party.value_or(""), claim.stage};
  }

  // What the headline or the lead tells of those it counts: "Nations sign ban". Those listed
  // further on signed it on the lead's day.
  std::set<std::pair<std::string, Stage>> crowd_news;  // agreement, by id
  std::set<Standing> news;                             // told by a main clause of the headline
  std::set<Standing> lead;                             // of the first sentences
  std::set<Standing> just;                             // "has just signed"
  std::set<Standing> plain;                            // "signed", in a main clause
  Signing signing;
  std::vector<Unnamed> unnamed;
  std::vector<Apart> apart;
};

void note_distances(const Report& report, const Reading& reading, const std::vector<FoundAct>& acts,
                    ToldDates& told);

void share_dates(const Report& report, const Reading& reading, const TimeWords& words,
                 const ToldDates& told, std::vector<Claim>& claims);

}  // namespace concord
