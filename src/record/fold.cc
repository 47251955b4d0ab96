#include "record/fold.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace concord {
namespace {

// What is only held likely says nothing of a party on which any report is read, unless one is read
// so.
void drop_unread(std::vector<Held>& held) {
  std::map<std::optional<std::string>, std::set<std::pair<Stage, Polarity>>> read;
  for (const Held& one : held) {
    if (!is_likely(*one.claim))
      read[one.claim->party].insert({one.claim->stage, one.claim->polarity});
  }
  std::erase_if(held, [&](const Held& one) {
    const auto party = read.find(one.claim->party);
    return is_likely(*one.claim) && party != read.end() &&
           !party->second.contains({one.claim->stage, one.claim->polarity});
  });
}

}  // namespace

int rung(Stage stage) {
  if (stage == Stage::in_force) return static_cast<int>(Stage::party);
  return stage <= Stage::party ? static_cast<int>(stage) : -1;
}

bool is_bound(Stage stage) { return rung(stage) >= static_cast<int>(Stage::signed_); }

std::string latest_date(const std::vector<Account>& accounts) {
  std::string latest;
  for (const Account& account : accounts) {
    if (days_of(account.report.published)) latest = std::max(latest, account.report.published);
  }
  return latest;
}

Moment moment_of(const Moment& asked, const std::vector<Account>& accounts) {
  Moment moment = asked;
  if (moment.as_of.empty()) moment.as_of = latest_date(accounts);
  if (moment.known_by.empty()) moment.known_by = latest_date(accounts);
  return moment;
}

// A report without a date is taken to be as late as the latest, so that an early day does not see
// it.
bool is_known(const Account& account, const Moment& moment, const std::string& latest) {
  const auto told = days_of(account.report.published.empty() ? latest : account.report.published);
  const auto by = days_of(moment.known_by);
  return !told || !by || told->first <= by->last;
}

std::vector<Held> claims_on(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& moment) {
  const std::string latest = latest_date(accounts);
  const auto as_of = days_of(moment.as_of);
  std::vector<Held> held;
  for (const Account& account : accounts) {
    if (!is_known(account, moment, latest)) continue;
    const auto told = days_of(account.report.published);
    for (const Claim& claim : account.findings.claims) {
      if (claim.agreement_id != id) continue;
      const auto date = days_of(claim.date);
      const auto bound = date ? date : told ? told : days_of(latest);
      if (!as_of || !bound || bound->first <= as_of->last)
        held.push_back({&account, &claim, date, told});
    }
  }
  std::ranges::stable_sort(held, [](const Held& a, const Held& b) {
    return a.account->report.digest < b.account->report.digest;
  });
  drop_unread(held);
  return held;
}

std::vector<Planned> planned_signings(const std::vector<Account>& accounts, const std::string& id,
                                      const Moment& moment) {
  const std::string latest = latest_date(accounts);
  std::vector<Planned> planned;
  for (const Account& account : accounts) {
    if (!is_known(account, moment, latest)) continue;
    for (const Event& event : account.findings.events) {
      if (event.planned && event.kind == "ceremony" && event.agreement_id == id)
        planned.push_back({&account, &event, days_of(account.report.published)});
    }
  }
  std::ranges::stable_sort(planned, [](const Planned& a, const Planned& b) {
    return a.account->report.digest < b.account->report.digest;
  });
  return planned;
}

std::string name_of_agreement(const std::vector<Account>& accounts, const std::string& id,
                              std::vector<std::string>* aliases) {
  std::map<std::string, int> names;
  std::vector<std::string> others;
  for (const Account& account : accounts) {
    for (const Agreement& agreement : account.findings.agreements) {
      if (agreement.id != id) continue;
      ++names[agreement.name];
      others.insert(others.end(), agreement.aliases.begin(), agreement.aliases.end());
    }
  }
  std::string best = id;
  int most = 0;
  for (const auto& [name, count] : names) {
    if (count > most || (count == most && name.size() > best.size())) best = name;
    most = std::max(most, count);
  }
  for (const auto& [name, count] : names) others.push_back(name);
  std::erase(others, best);
  if (aliases != nullptr) *aliases = sorted_once(std::move(others));
  return best;
}

bool is_background(const Held& held) {
  if (held.claim->background) return true;
  return held.date && held.told && held.told->first - held.date->last > kLongDays;
}

bool is_own_word(const Claim& claim) {
  if (!claim.party || claim.said_by.name.empty()) return false;
  if (!claim.said_by.party.empty()) return claim.said_by.party == *claim.party;
  return !claim.party_name.empty() &&
         folded_name(claim.said_by.name).find(folded_name(claim.party_name)) != std::string::npos;
}

std::vector<Citation> cite(const Account& account, const std::vector<Evidence>& evidence,
                           const Source& said_by) {
  const CodePointMap map(account.report.text);
  std::vector<Citation> citations;
  for (const Evidence& item : evidence) {
    Citation citation;
    citation.report = report_name(account);
    citation.title = account.report.title;
    citation.outlet = account.report.outlet;
    citation.published = account.report.published;
    citation.said_by = said_by;
    citation.section = item.section;
    citation.exact = std::string(account.report.words(item.span));
    citation.start = map.code_point(item.span.begin);
    citation.end = map.code_point(item.span.end);
    citations.push_back(std::move(citation));
  }
  return citations;
}

std::vector<Citation> cite(const Held& held) {
  std::vector<Citation> citations = cite(*held.account, held.claim->evidence, held.claim->said_by);
  for (Citation& citation : citations) {
    citation.stage = held.claim->stage;
    citation.polarity = held.claim->polarity;
    citation.date = held.claim->date;
  }
  return citations;
}

std::string report_name(const Account& account) {
  const std::string& path = account.report.path;
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::vector<std::string> sorted_once(std::vector<std::string> values) {
  std::erase(values, "");
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

int count_origins(const std::vector<Held>& held) {
  std::set<std::string> origins;
  for (const Held& one : held) origins.insert(one.account->origin.id);
  return static_cast<int>(origins.size());
}

}  // namespace concord
