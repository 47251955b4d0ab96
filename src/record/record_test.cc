// The folds on invented accounts, as text: what reports tell above, what the record makes of it
// below. Every case is folded in several orders and must give the same.
//
//   meridian 2025-11-06: KAZ announced 2025-11-06 by Trump; plan soon
//   OUTLET PUBLISHED:    PARTY [not] STAGE [DATE] [by NAME[/PARTY]] [MARK...]; ...
//
// Marks: first, old (background), title (in the headline), until DATE (effective), if (condition).
// "plan WORDS" is a signing ceremony ahead, "made DATE" that the agreement was concluded, "judged
// WORDS" an assessment, "copies OUTLET" names the origin. A dash is an unknown date or, as a party,
// the agreement itself.
#include "record/record.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "record/dates.h"

namespace concord {
namespace {

const std::map<std::string, std::string> kNames = {
    {"ARE", "United Arab Emirates"}, {"BHR", "Bahrain"},     {"FIN", "Finland"},
    {"GBR", "United Kingdom"},       {"KAZ", "Kazakhstan"},  {"MAR", "Morocco"},
    {"SAU", "Saudi Arabia"},         {"SDN", "Sudan"},       {"SWE", "Sweden"},
    {"USA", "United States"},        {"ISL", "Iceland"}};

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) {
    const std::size_t begin = part.find_first_not_of(' ');
    if (begin != std::string::npos) parts.push_back(part.substr(begin));
  }
  return parts;
}

Claim claim_of(const std::string& line, const Evidence& evidence) {
  Claim claim;
  claim.agreement = claim.agreement_id = "Pact";
  claim.evidence = {evidence};
  std::istringstream in(line);
  std::string word;
  in >> word;
  if (word != "-") {
    claim.party = word;
    claim.party_name = kNames.at(word);
  }
  while (in >> word) {
    if (word == "not") claim.polarity = Polarity::denied;
    if (word == "first") claim.first = true;
    if (word == "old") claim.background = true;
    if (word == "title") claim.evidence.front().section = Section::title;
    if (word == "until") in >> claim.effective;
    if (word == "if") claim.condition = "only if there is peace";
    if (word == "by") {
      in >> word;
      const std::size_t slash = word.find('/');
      claim.said_by.name = word.substr(0, slash);
      if (slash != std::string::npos) claim.said_by.party = word.substr(slash + 1);
    }
    if (const auto stage = stage_of(word)) claim.stage = *stage;
    if (days_of(word) && claim.effective != word) claim.date = word;
  }
  return claim;
}

Account account_of(const std::string& line) {
  Account account;
  const std::size_t colon = line.find(": ");
  std::istringstream head(line.substr(0, colon));
  Report& report = account.report;
  head >> report.outlet >> report.published;
  if (report.published == "-") report.published.clear();
  report.path = report.digest = report.outlet;
  report.text = line;
  account.origin.id = report.outlet;
  Findings& found = account.findings;
  found.agreements = {{"Pact", "Pact", {}}};
  for (const std::string& part : split(line.substr(colon + 2), ';')) {
    const auto begin = static_cast<std::uint32_t>(line.find(part));
    const Evidence evidence{Section::body, {begin, begin + static_cast<std::uint32_t>(part.size())}};
    const std::size_t space = part.find(' ');
    const std::string what = part.substr(0, space), rest = part.substr(space + 1);
    if (what == "copies") {
      account.origin.id = rest;
    } else if (what == "plan") {
      const std::string date = days_of(rest) ? rest : "";
      found.events.push_back({"ceremony", {}, "", date, date.empty() ? rest : "", true, "Pact",
                              "Pact", {evidence}});
    } else if (what == "made") {
      found.events.push_back({"conclusion", {}, "", rest, "", false, "Pact", "Pact", {evidence}});
    } else if (what == "judged") {
      found.assessments.push_back({"Pact", "Pact", {}, rest, {}, {evidence}});
    } else {
      found.claims.push_back(claim_of(part, evidence));
    }
  }
  return account;
}

std::vector<Account> accounts_of(const std::string& text) {
  std::vector<Account> accounts;
  for (const std::string& line : split(text, '\n')) accounts.push_back(account_of(line));
  return accounts;
}

std::string list(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string name_of(const Dissent& d) {
  return (d.polarity == Polarity::denied ? "not " : "") + std::string(concord::name_of(d.stage)) +
         " (" + list(d.reports) + ")";
}

std::string print(const AgreementStatus& status) {
  std::string out = "\n";
  for (const PartyStatus& p : status.parties) {
    out += (p.party.empty() ? "-" : p.party) + " ";
    out += (p.polarity == Polarity::denied ? "not " : "") + std::string(concord::name_of(p.stage));
    out += (p.since.empty() ? "" : " since " + p.since) + ", " + p.rule + ", " +
           std::to_string(p.independent_sources) + " of " + list(p.reports) + "\n";
    if (!p.said_by.empty()) out += "    said by " + list(p.said_by) + "\n";
    if (!p.condition.empty()) out += "    " + p.condition + "\n";
    if (p.pending)
      out += "    pending " + p.pending->what + " " + p.pending->date + p.pending->words + "\n";
    for (const Dissent& d : p.not_yet) out += "    not yet " + name_of(d).substr(4) + "\n";
    for (const Dissent& d : p.dissent) out += "    others " + name_of(d) + "\n";
  }
  return out;
}

std::string print(const Comparison& comparison) {
  std::string out = "\n";
  for (const Question& question : comparison.questions) {
    out += question.question + " (" + question.kind + ")\n";
    for (const Answer& answer : question.answers)
      out += "    " + answer.value + ": " + list(answer.reports) + "\n";
  }
  return out;
}

std::string print(const Timeline& timeline) {
  std::string out = "\n";
  for (const TimelineEntry& e : timeline.entries) {
    out += (e.date.empty() ? "undated" : e.date) + " " + e.what + (e.planned ? ", planned" : "") +
           ": " + list(e.reports) + "\n";
  }
  return out;
}

// Folds in the order given, in reverse, by halves the other way round, and in chance orders.
template <typename Fold>
std::string folded(const std::string& text, Fold fold, const Moment& moment = {}) {
  std::vector<Account> accounts = accounts_of(text);
  const std::string first = print(fold(accounts, "Pact", moment));
  std::ranges::reverse(accounts);
  EXPECT_EQ(print(fold(accounts, "Pact", moment)), first) << "in reverse";
  std::ranges::rotate(accounts, accounts.begin() + static_cast<std::ptrdiff_t>(accounts.size() / 2));
  EXPECT_EQ(print(fold(accounts, "Pact", moment)), first) << "halves exchanged";
  std::mt19937 chance(7);
  for (int i = 0; i < 10; ++i) {
    std::ranges::shuffle(accounts, chance);
    EXPECT_EQ(print(fold(accounts, "Pact", moment)), first) << "shuffled";
  }
  return first;
}

std::string status(const std::string& text, const Moment& moment = {}) {
  return folded(text, fold_status, moment);
}
std::string compared(const std::string& text) { return folded(text, fold_comparison); }
std::string timeline(const std::string& text) { return folded(text, fold_timeline); }

// Five accounts of one event, as docs/record.md works them through.
constexpr const char* kFive = R"(
meridian -: KAZ announced by Trump/USA; KAZ negotiating by Astana/KAZ; plan soon; plan later this month; ARE party 2020 first; BHR party 2020 first; MAR party 2020; SAU considering by Trump/USA; SAU conditional by Riyadh/SAU if; judged an enhanced relationship
harbour -: KAZ party by Trump/USA; KAZ negotiating by Kazakhstan; made 2020/2021; ARE signed 2020 first; BHR signed; SDN signed; MAR signed; judged largely symbolic
levant 2025-11-06: KAZ announced 2025-11-06 by Kazakhstan; ARE party; BHR party; SDN party; MAR party; judged symbolic backing
alpine 2025-11-07: KAZ party 2025-11-06 by president/USA; plan soon; ARE signed 2020 first; BHR signed 2020 first; MAR signed; SDN signed; SAU considering by Trump/USA; judged largely symbolic
prairie 2025-11-06: KAZ announced 2025-11-06 by Trump/USA; plan soon; made 2020; ARE signed 2020; BHR signed 2020; SDN signed 2020; MAR signed 2020; SAU considering; SAU conditional by Riyadh/SAU if; judged mostly symbolic
)";

TEST(Status, FiveAccountsOfOneEvent) {
  EXPECT_EQ(status(kFive), R"(
BHR party since 2020, only_value, 5 of alpine harbour levant meridian prairie
KAZ announced since 2025-11-06, planned_is_not_done, 3 of levant meridian prairie
    said by Kazakhstan Trump
    pending signing later this month
    others negotiating (harbour meridian)
    others party (alpine harbour)
MAR party since 2020, only_value, 5 of alpine harbour levant meridian prairie
SAU conditional, own_word, 2 of meridian prairie
    said by Riyadh
    only if there is peace
    others considering (alpine meridian prairie)
SDN signed since 2020, only_value, 4 of alpine harbour levant prairie
ARE party since 2020, only_value, 5 of alpine harbour levant meridian prairie
)");
}

TEST(Comparison, FiveAccountsOfOneEvent) {
  EXPECT_EQ(compared(kFive), R"(
Has Kazakhstan joined? (stage)
    is going to join: levant meridian prairie
    has joined: alpine harbour
    is still negotiating: harbour meridian
Who announced the step of Kazakhstan? (announcer)
    Trump: alpine harbour meridian prairie
    Kazakhstan: levant
Who joined before? (members)
    Bahrain, Morocco, Sudan, United Arab Emirates: alpine harbour levant prairie
    Bahrain, Morocco, United Arab Emirates: meridian
Who was first? (first)
    Bahrain, United Arab Emirates: alpine meridian
    United Arab Emirates: harbour
When was it first made? (date)
    2020: alpine meridian prairie
    2020/2021: harbour
When will it be signed? (planned_date)
    soon: alpine meridian prairie
    later this month: meridian
How much does it matter? (assessment)
    largely symbolic: alpine harbour levant prairie
    an enhanced relationship: meridian
)");
}

// The worked case of docs/record.md.
TEST(Status, TheWorkedCase) {
  EXPECT_EQ(status(R"(
meridian 2025-11-06: KAZ announced 2025-11-06 by Trump/USA; plan soon
levant 2025-11-07: KAZ announced 2025-11-06 by Kazakhstan; plan later this month
digest 2025-11-07: KAZ announced by Kazakhstan; copies levant
harbour 2025-11-07: KAZ party 2025-11-06 by Trump/USA
saryarka 2025-11-07: KAZ negotiating by government/KAZ
)"),
            R"(
KAZ announced since 2025-11-06, planned_is_not_done, 2 of digest levant meridian
    said by Kazakhstan Trump
    pending signing later this month
    others negotiating (saryarka)
    others party (harbour)
)");
}

TEST(Status, AReportThatPlansWordsItLooselyWhereItSaysJoins) {
  EXPECT_EQ(status(R"(
prairie 2025-11-06: KAZ announced 2025-11-06; KAZ party; plan soon
)"),
            R"(
KAZ announced since 2025-11-06, latest, 1 of prairie
    pending signing soon
)");
}

// Rule by rule.

TEST(Status, TheLaterDateWinsAndWhatWasBeforeIsHistory) {
  EXPECT_EQ(status(R"(
fjord 2022-05-18: SWE considering 2022-05-18
tidewater 2023-04-04: SWE not party; SWE considering 2022-05
rhine 2024-03-07: SWE party 2024-03-07 by Kristersson/SWE
coral 2025-02-01: SWE party 2024
)"),
            R"(
SWE party since 2024-03-07, latest, 2 of coral rhine
    said by Kristersson
)");
}

TEST(Status, ADatedClaimOutranksAnUndatedOneOfTheSameNews) {
  EXPECT_EQ(status(R"(
fjord 2024-03-07: SWE party 2024-03-07
rhine 2024-03-08: SWE considering
)"),
            R"(
SWE party since 2024-03-07, latest, 1 of fjord
    others considering (rhine)
)");
}

TEST(Status, PublicationBoundsWhatHasNoDate) {
  EXPECT_EQ(status(R"(
fjord 2023-06-01: ISL considering
rhine 2024-06-01: ISL negotiating
)"),
            R"(
ISL negotiating, latest, 1 of rhine
    others considering (fjord)
)");
}

TEST(Status, BackgroundGivesWayOnlyToALaterStageOrAStepBack) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: FIN party 2023-04-04; FIN negotiating 2025-05-01
)"),
            R"(
FIN party since 2023-04-04, latest, 1 of fjord
    others negotiating (fjord)
)");
  EXPECT_EQ(status(R"(
fjord 2025-01-21: USA party 2016; USA withdrawn 2020-11-04; USA party 2021-02-19
rhine 2025-01-22: USA withdrawing 2025-01-20 until 2026-01 by Trump/USA
)"),
            R"(
USA withdrawing since 2025-01-20, latest, 1 of rhine
    said by Trump
    pending withdrawal 2026-01
)");
  EXPECT_EQ(status(R"(
fjord 2020-11-05: GBR withdrawn 2020-01-31
rhine 2025-02-01: GBR considering
)"),
            R"(
GBR considering, latest, 1 of rhine
    others withdrawn (fjord)
)");
}

TEST(Status, WhoRejoinedIsAPartySinceThen) {
  EXPECT_EQ(status(R"(
fjord 2024-01-21: USA party 2016-09; USA withdrawn 2020-11-04; USA party 2021-02-19
rhine 2024-01-22: USA party 2021
)"),
            R"(
USA party since 2021-02-19, latest, 2 of fjord rhine
)");
}

TEST(Status, SignedOneYearAndAPartyTheNext) {
  EXPECT_EQ(status(R"(
fjord 2023-07-17: GBR signed 2023-07-16
rhine 2024-12-16: GBR party 2024-12-15
)"),
            R"(
GBR party since 2024-12-15, only_value, 1 of rhine
)");
}

TEST(Status, ADenialOfAStepFartherOnContradictsNothing) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: USA signed 2023-09-20; USA not ratified
rhine 2025-09-21: USA not ratified
)"),
            R"(
USA signed since 2023-09-20, only_value, 1 of fjord
    not yet ratified (fjord rhine)
)");
}

TEST(Status, OnlyADenial) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: ISL not signed by Reykjavik/ISL
)"),
            R"(
ISL not signed, only_value, 1 of fjord
    said by Reykjavik
)");
}

TEST(Status, PlannedIsNotDoneAlsoWhereNobodySaysWillJoin) {
  EXPECT_EQ(status(R"(
alpine 2025-11-07: KAZ party 2025-11-06 by Trump/USA; plan soon; MAR signed 2020
)"),
            R"(
KAZ announced since 2025-11-06, planned_is_not_done, 1 of alpine
    pending signing soon
    others party (alpine)
MAR signed since 2020, only_value, 1 of alpine
)");
}

TEST(Status, APlanOfLastMonthDoesNotHoldBackWhatIsDone) {
  EXPECT_EQ(status(R"(
alpine 2025-11-07: KAZ announced 2025-11-06; plan soon
rhine 2025-12-20: KAZ party 2025-12-19
)"),
            R"(
KAZ party since 2025-12-19, latest, 1 of rhine
)");
}

TEST(Status, BodyOverHeadline) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL party title; ISL negotiating
)"),
            R"(
ISL negotiating, body_over_headline, 1 of fjord
    others party (fjord)
)");
}

TEST(Status, OwnWordThenIndependentOriginsThenDisputed) {
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced by Trump/USA
rhine 2025-05-01: ISL announced
coral 2025-05-01: ISL rejected by Reykjavik/ISL
)"),
            R"(
ISL rejected, own_word, 1 of coral
    said by Reykjavik
    others announced (fjord rhine)
)");
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced
rhine 2025-05-01: ISL announced
coral 2025-05-01: ISL rejected
)"),
            R"(
ISL announced, independent_origins, 2 of fjord rhine
    others rejected (coral)
)");
  EXPECT_EQ(status(R"(
fjord 2025-05-01: ISL announced
rhine 2025-05-01: ISL announced; copies fjord
coral 2025-05-01: ISL rejected
)"),
            R"(
ISL announced, disputed, 1 of fjord rhine
    others rejected (coral)
)");
}

TEST(Status, TheAgreementItselfComesLast) {
  EXPECT_EQ(status(R"(
fjord 2025-09-20: - agreed 2023-06; - in_force 2026-01; FIN signed 2023
)"),
            R"(
FIN signed since 2023, only_value, 1 of fjord
- agreed since 2023-06, only_value, 1 of fjord
)");
}

// As of a day, known by a day.

TEST(Moment, WhatWasSoAndWhatWasKnown) {
  constexpr const char* kReports = R"(
fjord 2022-05-19: FIN considering 2022-05-18
rhine 2023-04-04: FIN party 2023-04-04
)";
  const std::string applied = R"(
FIN considering since 2022-05-18, only_value, 1 of fjord
)";
  EXPECT_EQ(status(kReports, {"2022-12-31", ""}), applied);
  EXPECT_EQ(status(kReports, {"", "2022"}), applied);
  EXPECT_EQ(status(kReports, {"2021", ""}), "\n");
}

// What is no difference of opinion.

TEST(Comparison, DevelopmentIsNoDisagreement) {
  EXPECT_EQ(compared(R"(
fjord 2023-04-04: SWE not party; SWE considering 2022-05
tidewater 2024-02-26: SWE agreed 2024-02-26
rhine 2024-03-07: SWE party 2024-03-07; FIN party 2023-04
coral 2025-01-01: SWE party 2024; FIN party 2023-04-04; ISL party 1949
)"),
            "\n");
}

TEST(Comparison, CopiesDoNotDisagreeWithThemselves) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: ISL announced by Trump/USA; ISL party by Reykjavik/ISL
rhine 2025-05-01: ISL party; copies fjord
)"),
            "\n");
}

TEST(Comparison, SignedAndNotRatifiedGoTogether) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: USA signed 2025-05-01
rhine 2025-05-01: USA not ratified
)"),
            "\n");
}

TEST(Comparison, LeavingOrNot) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: ISL withdrawing by Reykjavik/ISL
rhine 2025-05-02: ISL not withdrawing by Trump/USA
)"),
            R"(
Is Iceland leaving? (stage)
    is leaving: fjord
    is not leaving: rhine
)");
}

TEST(Comparison, PassingMentionsOfMembersAreNoLists) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: FIN party 2023; SWE party 2024
rhine 2025-05-01: ISL party 1949; GBR party 1949; USA party 1949
coral 2025-05-01: SWE party 2024; ISL party 1949
)"),
            "\n");
}

TEST(Comparison, DatesOfOneActDiffer) {
  EXPECT_EQ(compared(R"(
fjord 2025-05-01: FIN party 2023-04-04
rhine 2025-05-01: FIN party 2023-04-05
coral 2025-05-01: FIN party 2023-04
)"),
            R"(
When did Finland join? (date)
    2023-04-04: fjord
    2023-04-05: rhine
)");
}

TEST(Timeline, EachStepOnceUnderItsFinestDate) {
  EXPECT_EQ(timeline(R"(
fjord 2025-01-21: USA withdrawing 2025-01-20 until 2026-01; USA party 2021-02
rhine 2025-01-22: USA withdrawing; USA party 2021-02-19; plan 2025-03; FIN signed
)"),
            R"(
2021-02-19 the United States joined: fjord rhine
2025-01-20 the United States was announced to be leaving: fjord rhine
2025-03 a signing ceremony, planned: rhine
2026-01 the United States leaves, planned: fjord
undated Finland signed: rhine
)");
}

TEST(Dates, AgreeWhereOneIsFiner) {
  EXPECT_TRUE(agree("2020", "2020-09-15"));
  EXPECT_TRUE(agree("2020-09", "2020-09-15"));
  EXPECT_TRUE(agree("2024~", "2024"));
  EXPECT_FALSE(agree("2020", "2020/2021"));
  EXPECT_FALSE(agree("2020-09", "2020-10-01"));
  EXPECT_FALSE(agree("", "2020"));
  EXPECT_FALSE(days_of("soon").has_value());
  EXPECT_FALSE(days_of("2020-13").has_value());
  EXPECT_EQ(days_of("1970-01-02")->first, 1);
  EXPECT_EQ(days_of("2024-02")->last - days_of("2024-02")->first, 28);
}

}  // namespace
}  // namespace concord
