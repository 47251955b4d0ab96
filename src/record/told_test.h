// For tests: the folds on invented accounts, as text: what reports tell above, what the record
// makes of it below. Every case is folded in several orders and must give the same.
//
//   meridian 2025-11-06: KAZ announced 2025-11-06 by Trump; plan soon
//   OUTLET PUBLISHED:    PARTY [not] STAGE [DATE] [by NAME[/PARTY]] [MARK...]; ...
//
// Marks: first, old (background), likely (no rule reads it), title (in the headline), until DATE
// (effective), if (condition). "plan WORDS" is a signing ceremony ahead, "made DATE" that the
// agreement was concluded, "judged WORDS" an assessment, "copies OUTLET" names the origin. A dash
// is an unknown date or, as a party, the agreement itself.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "record/dates.h"
#include "record/record.h"

namespace concord::told {

inline const std::map<std::string, std::string> kNames = {
    {"ARE", "United Arab Emirates"}, {"BHR", "Bahrain"},    {"FIN", "Finland"},
    {"GBR", "United Kingdom"},       {"KAZ", "Kazakhstan"}, {"MAR", "Morocco"},
    {"SAU", "Saudi Arabia"},         {"SDN", "Sudan"},      {"SWE", "Sweden"},
    {"USA", "United States"},        {"ISL", "Iceland"}};

inline std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) {
    const std::size_t begin = part.find_first_not_of(' ');
    if (begin != std::string::npos) parts.push_back(part.substr(begin));
  }
  return parts;
}

inline Claim claim_of(const std::string& line, const Evidence& evidence) {
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
    if (word == "likely") claim.rule = kLikely;
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

inline Account account_of(const std::string& line) {
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
    const Evidence evidence{Section::body,
                            {begin, begin + static_cast<std::uint32_t>(part.size())}};
    const std::size_t space = part.find(' ');
    const std::string what = part.substr(0, space), rest = part.substr(space + 1);
    if (what == "copies") {
      account.origin.id = rest;
    } else if (what == "plan") {
      const std::string date = days_of(rest) ? rest : "";
      found.events.push_back(
          {"ceremony", {}, "", date, date.empty() ? rest : "", true, "Pact", "Pact", {evidence}});
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

// One account a line; a line that begins with a space goes on with the one before.
inline std::vector<Account> accounts_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ') && !lines.empty()) {
      lines.back() += line;
    } else if (!line.empty()) {
      lines.push_back(line);
    }
  }
  std::vector<Account> accounts;
  for (const std::string& line : lines) accounts.push_back(account_of(line));
  return accounts;
}

inline std::string list(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

inline std::string name_of(const Dissent& d) {
  return (d.polarity == Polarity::denied ? "not " : "") + std::string(concord::name_of(d.stage)) +
         " (" + list(d.reports) + ")";
}

inline std::string print(const AgreementStatus& status) {
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

inline std::string print(const Comparison& comparison) {
  std::string out = "\n";
  for (const Question& question : comparison.questions) {
    out += question.question + " (" + question.kind + ")\n";
    for (const Answer& answer : question.answers)
      out += "    " + answer.value + ": " + list(answer.reports) + "\n";
  }
  return out;
}

inline std::string print(const Timeline& timeline) {
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
  const auto half = accounts.begin() + static_cast<std::ptrdiff_t>(accounts.size() / 2);
  std::rotate(accounts.begin(), half, accounts.end());
  EXPECT_EQ(print(fold(accounts, "Pact", moment)), first) << "halves exchanged";
  std::mt19937 chance(7);
  for (int i = 0; i < 10; ++i) {
    std::ranges::shuffle(accounts, chance);
    EXPECT_EQ(print(fold(accounts, "Pact", moment)), first) << "shuffled";
  }
  return first;
}

inline std::string status(const std::string& text, const Moment& moment = {}) {
  return folded(text, fold_status, moment);
}
inline std::string compared(const std::string& text) { return folded(text, fold_comparison); }
inline std::string timeline(const std::string& text) { return folded(text, fold_timeline); }

// Five accounts of one event.
inline constexpr const char* kFive = R"(
meridian -: KAZ announced by Trump/USA; KAZ negotiating by Astana/KAZ; plan soon;
  plan later this month; ARE party 2020 first; BHR party 2020 first; MAR party 2020;
  SAU considering by Trump/USA; SAU conditional by Riyadh/SAU if;
  judged an enhanced relationship
harbour -: KAZ party by Trump/USA; KAZ negotiating by Kazakhstan; made 2020/2021;
  ARE signed 2020 first; BHR signed; SDN signed; MAR signed; judged largely symbolic
levant 2025-11-06: KAZ announced 2025-11-06 by Kazakhstan; ARE party; BHR party; SDN party;
  MAR party; judged symbolic backing
alpine 2025-11-07: KAZ party 2025-11-06 by president/USA; plan soon; ARE signed 2020 first;
  BHR signed 2020 first; MAR signed; SDN signed; SAU considering by Trump/USA;
  judged largely symbolic
prairie 2025-11-06: KAZ announced 2025-11-06 by Trump/USA; plan soon; made 2020;
  ARE signed 2020; BHR signed 2020; SDN signed 2020; MAR signed 2020; SAU considering;
  SAU conditional by Riyadh/SAU if; judged mostly symbolic
)";

}  // namespace concord::told
