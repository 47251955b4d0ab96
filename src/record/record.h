// The record: what reports together establish. Plain values; the functions are pure,
// order-independent folds over the findings of the reports that speak of one agreement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/report.h"
#include "story/origins.h"

namespace concord {

// A report with what was found in it and whose account it is.
struct Account {
  Report report;
  Findings findings;
  Origin origin;
};

// The words behind a cell, with who printed them and who said them.
struct Citation {
  std::string report;  // its file's name
  std::string title;
  std::string outlet;
  std::string published;  // EDTF
  Source said_by;
  std::string date;                  // EDTF, the claim's
  Stage stage = Stage::considering;  // what the words assert (claims only)
  Polarity polarity = Polarity::affirmed;
  Section section = Section::body;
  std::string exact;
  std::uint32_t start = 0;  // code points
  std::uint32_t end = 0;
  bool operator==(const Citation&) const = default;
};

// A report that is another's account: it adds no independent source.
struct Retelling {
  std::string report;  // its file's name
  std::string outlet;
  OriginKind kind = OriginKind::copy;
  std::string of;         // the report that it goes back to; "" where that is not in the record
  std::string of_outlet;  // who printed that one first
  std::vector<Citation> passages;  // what it shares with it, in its own words; the longest first
  std::uint32_t shared_words = 0;  // of all passages
};

// What other sources hold, or how far it is told not to have come.
struct Dissent {
  Stage stage = Stage::considering;
  Polarity polarity = Polarity::affirmed;
  std::vector<std::string> reports;  // sorted
  std::vector<std::string> said_by;  // sorted
  std::vector<Citation> evidence;
};

struct Pending {
  std::string what;   // signing, joining, withdrawal, entry into force
  std::string date;   // EDTF or ""
  std::string words;  // "later this month"
  std::vector<Citation> evidence;
};

struct PartyStatus {
  std::string party;  // ISO 3166-1 alpha-3 or the body's name; "" = the agreement itself
  std::string party_name;
  Stage stage = Stage::considering;
  Polarity polarity = Polarity::affirmed;
  bool disputed = false;  // rule 6: stage holds one of the values, the others stand in dissent
  RatificationMode mode = RatificationMode::none;
  std::string since;      // EDTF
  std::string condition;  // of conditional: the source's words
  Certainty certainty = Certainty::certain;
  std::string rule;  // the rule that decided: latest, planned_is_not_done, body_over_headline,
                     // own_word, independent_origins, disputed, only_value
  std::vector<std::string> reports;  // sorted
  int independent_sources = 0;
  std::vector<std::string> said_by;  // sorted
  std::optional<Pending> pending;
  std::vector<Dissent> not_yet;  // steps farther on that are told not to be taken: "not ratified"
  std::vector<Dissent> dissent;
  std::vector<Retelling> retellings;  // among its reports and those of the dissent
  std::vector<Citation> evidence;
};

struct AgreementStatus {
  std::string agreement;  // the fullest name that most reports use
  std::vector<std::string> aliases;
  std::string as_of;  // latest publication date in the record, never the clock
  std::string known_by;
  std::vector<PartyStatus> parties;  // the agreement itself last
  std::vector<std::string> reports;
  int independent_sources = 0;
  std::vector<Retelling> retellings;  // among the reports, sorted by report
};

struct Answer {
  std::string value;           // as a reader says it: "has joined", "later this month"
  std::optional<Stage> stage;  // of a question of kind stage
  std::vector<std::string> reports;
  int independent_sources = 0;
  std::vector<std::string> said_by;
  std::vector<Citation> evidence;
};

struct Question {
  std::string question;  // a sentence
  std::string kind;      // stage, announcer, members, first, date, planned_date,
                         // assessment, count
  std::optional<std::string> party;
  std::vector<Answer> answers;  // two or more
};

struct Comparison {
  std::string agreement;
  std::vector<Question> questions;
  std::vector<Retelling> retellings;  // among the reports of the answers, sorted by report
};

struct TimelineEntry {
  std::string date;  // EDTF; "" = undated, sorted last
  bool planned = false;
  std::string what;            // a sentence: "Kazakhstan announced that it will join"
  std::string party;           // id or ""
  std::optional<Stage> stage;  // claims
  std::string event;           // kind, events
  std::vector<std::string> reports;
  int independent_sources = 0;
  std::vector<Citation> evidence;
};

struct Timeline {
  std::string agreement;
  std::vector<TimelineEntry> entries;
};

// As of what day, and known by what day (EDTF; "" = the latest publication date among the
// accounts).
struct Moment {
  std::string as_of;
  std::string known_by;
};

// All three take every account that speaks of the agreement `id` (Agreement::id).
AgreementStatus fold_status(const std::vector<Account>& accounts, const std::string& id,
                            const Moment&);
Comparison fold_comparison(const std::vector<Account>& accounts, const std::string& id,
                           const Moment&);
Timeline fold_timeline(const std::vector<Account>& accounts, const std::string& id, const Moment&);

}  // namespace concord
