// What reports tell of those who were in the agreement before: which parties, who was first, when.
//
// Reports tell it as a list ("the UAE and Bahrain in 2020, followed by Morocco"). Two lists are
// compared only where both can be meant to be whole: a report that mentions two of thirty-two
// members in passing does not contradict one that mentions two others.
#include <algorithm>
#include <set>

#include "record/questions.h"
#include "record/words.h"

namespace concord {
namespace {

bool tells_membership(const Claim& claim) {
  return claim.party && claim.polarity == Polarity::affirmed && is_bound(claim.stage) &&
         claim.stage != Stage::ratified;
}

// Parties whose joining is the news of some report: planned, or dated close to its report.
std::set<std::string> parties_in_the_news(const std::vector<Held>& all) {
  std::set<std::string> news;
  for (const Held& held : all) {
    const Claim& claim = *held.claim;
    if (!claim.party || is_background(held)) continue;
    const bool fresh = held.date && held.told && held.told->first - held.date->last <= kLongDays;
    const bool open = rung(claim.stage) >= 0 && !is_bound(claim.stage);
    if (fresh || open) news.insert(*claim.party);
  }
  return news;
}

// One report's list of members.
struct List {
  const Account* account = nullptr;
  std::vector<Held> held;
  std::set<std::string> parties;
};

std::vector<List> lists_of(const std::vector<Held>& all) {
  const std::set<std::string> news = parties_in_the_news(all);
  std::map<std::string, List> by_report;  // by digest
  for (const Held& held : all) {
    if (!tells_membership(*held.claim) || news.contains(*held.claim->party)) continue;
    List& list = by_report[held.account->report.digest];
    list.account = held.account;
    list.held.push_back(held);
    list.parties.insert(*held.claim->party);
  }
  std::set<std::string> known;
  for (const auto& [digest, list] : by_report)
    known.insert(list.parties.begin(), list.parties.end());
  std::vector<List> lists;
  for (auto& [digest, list] : by_report) {
    const bool whole = list.parties.size() >= 2 && list.parties.size() * 2 >= known.size();
    if (whole) lists.push_back(std::move(list));
  }
  return lists;
}

// "Bahrain, Morocco, Sudan", by name as the reports know them.
std::string names_of(const std::vector<Held>& held) {
  std::vector<std::string> names;
  for (const Held& one : held) names.push_back(one.claim->party_name);
  std::string joined;
  for (const std::string& name : sorted_once(std::move(names)))
    joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

Holder holder_of_all(const Account* account, const std::vector<Held>& held) {
  Holder holder{account, "", {}};
  for (const Held& one : held) {
    for (Citation& citation : cite(one)) holder.evidence.push_back(std::move(citation));
  }
  return holder;
}

void ask_first(Comparison& comparison, const std::vector<List>& lists) {
  Answers answers;
  for (const List& list : lists) {
    std::vector<Held> first;
    std::ranges::copy_if(list.held, std::back_inserter(first),
                         [](const Held& h) { return h.claim->first; });
    if (!first.empty()) answers[names_of(first)].push_back(holder_of_all(list.account, first));
  }
  ask(comparison, {"Who was first?", "first", std::nullopt, {}}, answers);
}

// When one report says that the agreement was made: as it says of the agreement itself, else the
// earliest date in its list of members.
struct Made {
  std::string date;
  Holder holder;
};

void take_earlier(Made& made, const std::string& date, Holder holder) {
  if (date.empty() || (!made.date.empty() && !earlier(date, made.date))) return;
  made = {date, std::move(holder)};
}

Made made_of_agreement(const Account& account, const std::string& id,
                       const std::vector<Held>& all) {
  Made made;
  for (const Event& event : account.findings.events) {
    if (event.kind == "conclusion" && event.agreement_id == id && !event.planned)
      take_earlier(made, event.date, {&account, "", cite(account, event.evidence, {})});
  }
  for (const Held& held : all) {
    const Claim& claim = *held.claim;
    const bool concluded = claim.stage == Stage::signed_ || claim.stage == Stage::agreed;
    if (held.account == &account && !claim.party && concluded &&
        claim.polarity == Polarity::affirmed) {
      take_earlier(made, claim.date, holder_of(held));
    }
  }
  return made;
}

// Dates as answers, each under its finest form. A coarser date joins the one that it agrees with;
// what agrees with several ("April") takes no side.
void ask_about_dates(Comparison& comparison, Question question, std::vector<Made> dates) {
  std::ranges::sort(dates, [](const Made& a, const Made& b) {
    return a.date.size() != b.date.size() ? a.date.size() > b.date.size() : a.date < b.date;
  });
  Answers answers;
  for (Made& one : dates) {
    std::vector<std::string> agreeing;
    for (const auto& [known, holders] : answers) {
      if (agree(known, one.date)) agreeing.push_back(known);
    }
    if (agreeing.size() > 1) continue;
    answers[agreeing.empty() ? one.date : agreeing.front()].push_back(std::move(one.holder));
  }
  ask(comparison, std::move(question), answers);
}

}  // namespace

void ask_members(Comparison& comparison, const std::vector<Held>& all, const Accounts& accounts,
                 const std::string& id) {
  const std::vector<List> lists = lists_of(all);
  Answers members;
  for (const List& list : lists)
    members[names_of(list.held)].push_back(holder_of_all(list.account, list.held));
  ask(comparison, {"Who joined before?", "members", std::nullopt, {}}, members);
  ask_first(comparison, lists);
  std::vector<Made> dates;
  for (const Account* account : accounts) {
    Made made = made_of_agreement(*account, id, all);
    for (const List& list : lists) {
      if (!made.date.empty() || list.account != account) continue;
      for (const Held& held : list.held) take_earlier(made, held.claim->date, holder_of(held));
    }
    if (!made.date.empty()) dates.push_back(std::move(made));
  }
  ask_about_dates(comparison, {"When was it first made?", "date", std::nullopt, {}},
                  std::move(dates));
}

// "When did Finland join?": where reports date one act of one party differently. Dates a year and
// more apart are two acts (left, and joined again).
void ask_dates(Comparison& comparison, const std::vector<Held>& all) {
  std::map<std::pair<std::string, Stage>, std::vector<Held>> acts;
  for (const Held& held : all) {
    const Claim& claim = *held.claim;
    if (claim.party && held.date && claim.polarity == Polarity::affirmed && is_done(claim.stage))
      acts[{*claim.party, claim.stage}].push_back(held);
  }
  for (const auto& [act, held] : acts) {
    std::map<const Account*, int> dates_of_report;
    for (const Held& one : held) ++dates_of_report[one.account];
    std::vector<Made> dates;
    int newest = held.front().date->first, oldest = newest;
    for (const Held& one : held) {
      if (dates_of_report[one.account] == 1) dates.push_back({one.claim->date, holder_of(one)});
      newest = std::max(newest, one.date->first);
      oldest = std::min(oldest, one.date->first);
    }
    if (newest - oldest > 366) continue;
    const std::string& name = held.front().claim->party_name;
    const char* what = act.second == Stage::signed_     ? " sign?"
                       : act.second == Stage::ratified  ? " ratify?"
                       : act.second == Stage::withdrawn ? " leave?"
                                                        : " join?";
    ask_about_dates(comparison, {"When did " + with_article(name) + what, "date", act.first, {}},
                    std::move(dates));
  }
}

}  // namespace concord
