// What the folds share: the claims of one agreement, each with the account it stands in and the
// days between which it was told and was so.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/dates.h"
#include "record/record.h"

namespace concord {

// Reports of one happening come out within days of each other.
inline constexpr int kSameNewsDays = 3;
// What was so half a year before a report is background to it.
inline constexpr int kLongDays = 180;

struct Held {
  const Account* account = nullptr;
  const Claim* claim = nullptr;
  std::optional<Days> date;  // when it was so
  std::optional<Days> told;  // when the report came out
};

struct Planned {
  const Account* account = nullptr;
  const Event* event = nullptr;
  std::optional<Days> told;
};

// A position on the ladder: considering 0 ... signed 5, ratified 6, party (in force) 7; -1 beside
// it.
int rung(Stage stage);
// signed, ratified, party, in force: the party is (or is nearly) bound.
bool is_bound(Stage stage);

// The latest publication date among the accounts; "" when none is known.
std::string latest_date(const std::vector<Account>& accounts);

// The moment with its defaults filled in.
Moment moment_of(const Moment& asked, const std::vector<Account>& accounts);

// Whether the report was out by Moment::known_by.
bool is_known(const Account& account, const Moment& moment, const std::string& latest);

// Claims on the agreement that were reported by the one day and were so by the other, in order of
// report digest. What has no date is bounded by the day on which it was told.
std::vector<Held> claims_on(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& moment);

// Planned ceremonies and signings of the agreement that were reported by the day.
std::vector<Planned> planned_signings(const std::vector<Account>& accounts, const std::string& id,
                                      const Moment& moment);

// The fullest name of the agreement that most reports use, and its other names.
std::string name_of_agreement(const std::vector<Account>& accounts, const std::string& id,
                              std::vector<std::string>* aliases = nullptr);

// Told as history: by the reader's mark, or dated half a year and more before its report.
bool is_background(const Held& held);

// The party's own word: its government, office holders, capital.
bool is_own_word(const Claim& claim);

// The evidence of a finding as citations.
std::vector<Citation> cite(const Account& account, const std::vector<Evidence>& evidence,
                           const Source& said_by);
std::vector<Citation> cite(const Held& held);

// The path's file name.
std::string report_name(const Account& account);

// Sorted, once each, empty ones dropped.
std::vector<std::string> sorted_once(std::vector<std::string> values);

// Which of the reports (names) are another's account, and whose, sorted by report.
std::vector<Retelling> retellings_among(const std::vector<Account>& accounts,
                                        const std::vector<std::string>& reports);

// Distinct origins.
int count_origins(const std::vector<Held>& held);

}  // namespace concord
