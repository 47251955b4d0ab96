// Where the sources differ: for each kind of question the answers, with who holds each. A question
// with one answer is none.
#include <algorithm>

#include "record/fold.h"

namespace concord {
namespace {

using Answers = std::map<std::string, std::vector<Held>>;

void ask(Comparison& comparison, std::string question, std::string kind,
         std::optional<std::string> party, const Answers& answers) {
  if (answers.size() < 2) return;
  Question asked{std::move(question), std::move(kind), std::move(party), {}};
  for (const auto& [value, held] : answers) {
    Answer answer{value, {}, {}, {}};
    for (const Held& one : held) {
      answer.reports.push_back(report_name(*one.account));
      answer.said_by.push_back(one.claim->said_by.name);
      for (Citation& citation : cite(one)) answer.evidence.push_back(std::move(citation));
    }
    answer.reports = sorted_once(std::move(answer.reports));
    answer.said_by = sorted_once(std::move(answer.said_by));
    asked.answers.push_back(std::move(answer));
  }
  comparison.questions.push_back(std::move(asked));
}

bool is_member_claim(const Claim& claim) {
  return (claim.stage == Stage::signed_ || claim.stage == Stage::party) &&
         claim.polarity == Polarity::affirmed;
}

// Stages that one party has by the reports' news; background is no difference of opinion.
void ask_stages(Comparison& comparison, const std::vector<Held>& all) {
  std::map<std::string, Answers> parties;
  std::map<std::string, std::string> names;
  for (const Held& held : all) {
    const Claim& claim = *held.claim;
    if (!claim.party || claim.background) continue;
    std::string stage(name_of(claim.stage == Stage::signed_ ? Stage::party : claim.stage));
    if (claim.polarity == Polarity::denied) stage = "not " + stage;
    parties[*claim.party][stage].push_back(held);
    names[*claim.party] = claim.party_name;
  }
  for (const auto& [party, answers] : parties) {
    ask(comparison, "Where does " + names[party] + " stand?", "stage", party, answers);
  }
}

void ask_announcer(Comparison& comparison, const std::vector<Held>& all) {
  std::map<std::string, Answers> parties;
  std::map<std::string, std::string> names;
  for (const Held& held : all) {
    const Claim& claim = *held.claim;
    const bool news =
        (claim.stage == Stage::announced || claim.stage == Stage::party) && !claim.background;
    if (!claim.party || !news || claim.said_by.name.empty()) continue;
    parties[*claim.party][claim.said_by.name].push_back(held);
    names[*claim.party] = claim.party_name;
  }
  for (const auto& [party, answers] : parties) {
    ask(comparison, "Who announced " + names[party] + "'s step?", "announcer", party, answers);
  }
}

// Which parties stood in it before: each report's list of those it tells as history.
void ask_members(Comparison& comparison, const std::vector<Held>& all) {
  std::map<const Account*, std::vector<Held>> by_report;
  for (const Held& held : all) {
    if (held.claim->party && is_member_claim(*held.claim)) by_report[held.account].push_back(held);
  }
  std::map<std::string, int> tellers;
  for (const auto& [account, held] : by_report) {
    for (const Held& one : held) ++tellers[*one.claim->party];
  }
  Answers members;
  Answers firsts;
  Answers dates;
  for (const auto& [account, held] : by_report) {
    std::vector<std::string> parties;
    std::vector<std::string> first;
    std::string year;
    for (const Held& one : held) {
      const Claim& claim = *one.claim;
      const bool old = claim.background || tellers[*claim.party] > 1;
      if (!old || (!claim.background && claim.first)) continue;
      parties.push_back(*claim.party);
      if (claim.first && claim.background) first.push_back(*claim.party);
      const std::string when =
          claim.date.substr(0, claim.date.find('/') == std::string::npos ? 4 : 9);
      if (!when.empty() && (year.empty() || when < year)) year = when;
    }
    const auto joined = [](const std::vector<std::string>& values) {
      std::string out;
      for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
      return out;
    };
    parties = sorted_once(std::move(parties));
    if (parties.size() > 1) members[joined(parties)] = held;
    first = sorted_once(std::move(first));
    if (!first.empty()) firsts[joined(first)] = held;
    if (!year.empty()) dates[year] = held;
  }
  ask(comparison, "Who joined before?", "members", std::nullopt, members);
  ask(comparison, "Who was first?", "first", std::nullopt, firsts);
  ask(comparison, "When did the first of them join?", "date", std::nullopt, dates);
}

void ask_planned_date(Comparison& comparison, const std::vector<Account>& accounts,
                      const std::string& id) {
  std::map<std::string, Answer> answers;
  for (const auto& [account, event] : planned_signings(accounts, id)) {
    const std::string value = event->date_words.empty() ? event->date : event->date_words;
    if (value.empty()) continue;
    Answer& answer = answers.try_emplace(value, Answer{value, {}, {}, {}}).first->second;
    answer.reports.push_back(report_name(*account));
    for (Citation& citation : cite(*account, event->evidence, {}))
      answer.evidence.push_back(std::move(citation));
  }
  if (answers.size() < 2) return;
  Question question{"When will it be signed?", "planned_date", std::nullopt, {}};
  for (auto& [value, answer] : answers) {
    answer.reports = sorted_once(std::move(answer.reports));
    question.answers.push_back(std::move(answer));
  }
  comparison.questions.push_back(std::move(question));
}

}  // namespace

Comparison fold_comparison(const std::vector<Account>& accounts, const std::string& id,
                           const Moment& asked) {
  Moment moment = asked;
  if (moment.as_of.empty()) moment.as_of = latest_date(accounts);
  if (moment.known_by.empty()) moment.known_by = latest_date(accounts);
  Comparison comparison;
  const std::vector<Held> all = claims_on(accounts, id, moment);
  for (const Held& held : all)
    comparison.agreement = std::max(comparison.agreement, held.claim->agreement);
  ask_stages(comparison, all);
  ask_announcer(comparison, all);
  ask_members(comparison, all);
  ask_planned_date(comparison, accounts, id);
  return comparison;
}

}  // namespace concord
