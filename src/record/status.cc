// Status: what the claims on one (agreement, party) establish, by six rules in order. Each rule is
// a function that narrows the candidates; the one that leaves a single value is named in the
// answer.
#include <algorithm>
#include <set>

#include "record/fold.h"

namespace concord {
namespace {

using Value = std::pair<Stage, Polarity>;

// signed and party say the same act done: they agree with each other.
Value value_of(const Claim& claim) {
  return {claim.stage == Stage::signed_ ? Stage::party : claim.stage, claim.polarity};
}

std::set<Value> values(const std::vector<Held>& held) {
  std::set<Value> all;
  for (const Held& one : held) all.insert(value_of(*one.claim));
  return all;
}

// The day a claim's value is bounded by: its own date; news without one by its report's date.
std::string bound(const Held& held) {
  if (!held.claim->date.empty()) return held.claim->date;
  return "";
}

// Latest: the claims with the later valid date; a dated claim outranks an undated one.
std::vector<Held> latest(const std::vector<Held>& held) {
  std::string best;
  for (const Held& one : held) best = std::max(best, bound(one));
  if (best.empty()) return held;
  std::vector<Held> kept;
  for (const Held& one : held) {
    const std::string date = bound(one);
    const std::size_t grain = std::min(date.size(), best.size());
    if (!date.empty() && date.substr(0, grain) == best.substr(0, grain)) kept.push_back(one);
  }
  return kept;
}

// A done value while the same sources still plan its act gives way to announced.
std::vector<Held> planned_is_not_done(const std::vector<Held>& held, const std::vector<Held>& all,
                                      bool ceremony) {
  const bool announced = std::ranges::any_of(all, [](const Held& h) {
    return h.claim->stage == Stage::announced && h.claim->polarity == Polarity::affirmed &&
           !h.claim->background;
  });
  const auto is_news_done = [](const Held& h) {
    return value_of(*h.claim) == Value{Stage::party, Polarity::affirmed} && !h.claim->background;
  };
  if (!announced || !ceremony || std::ranges::none_of(all, is_news_done)) return held;
  std::vector<Held> kept;
  for (const Held& one : all) {
    if (one.claim->stage == Stage::announced && one.claim->polarity == Polarity::affirmed)
      kept.push_back(one);
  }
  return kept;
}

// Within one report its body outranks its headline.
std::vector<Held> body_over_headline(const std::vector<Held>& held) {
  std::set<const Account*> with_body;
  const auto in_body = [](const Held& h) {
    return std::ranges::any_of(h.claim->evidence,
                               [](const Evidence& e) { return e.section == Section::body; });
  };
  for (const Held& one : held) {
    if (in_body(one)) with_body.insert(one.account);
  }
  std::vector<Held> kept;
  for (const Held& one : held) {
    if (in_body(one) || !with_body.contains(one.account)) kept.push_back(one);
  }
  return kept;
}

// A party's own word about itself.
std::vector<Held> own_word(const std::vector<Held>& held) {
  std::vector<Held> kept;
  for (const Held& one : held) {
    const std::string& name = one.claim->said_by.name;
    if (!name.empty() && !one.claim->party_name.empty() &&
        name.find(one.claim->party_name) != std::string::npos) {
      kept.push_back(one);
    }
  }
  return kept.empty() ? held : kept;
}

// The value on more origins; all of them where none leads.
std::vector<Held> independent_origins(const std::vector<Held>& held) {
  int best = 0;
  std::set<Value> leaders;
  for (const Value& value : values(held)) {
    std::vector<Held> same;
    std::ranges::copy_if(held, std::back_inserter(same),
                         [&](const Held& h) { return value_of(*h.claim) == value; });
    const int count = count_origins(same);
    if (count > best) leaders.clear();
    if (count >= best) leaders.insert(value);
    best = std::max(best, count);
  }
  std::vector<Held> kept;
  std::ranges::copy_if(held, std::back_inserter(kept),
                       [&](const Held& h) { return leaders.contains(value_of(*h.claim)); });
  return kept;
}

struct Decision {
  std::vector<Held> winners;
  std::string rule;
};

Decision decide(const std::vector<Held>& all, bool ceremony) {
  if (values(all).size() == 1) return {all, "only_value"};
  std::vector<Held> left = latest(all);
  const std::vector<Held> planned = planned_is_not_done(left, all, ceremony);
  if (values(planned) != values(left)) return {planned, "planned_is_not_done"};
  if (values(left).size() == 1) return {left, "latest"};
  left = body_over_headline(left);
  if (values(left).size() == 1) return {left, "body_over_headline"};
  left = own_word(left);
  if (values(left).size() == 1) return {left, "own_word"};
  left = independent_origins(left);
  return {left, values(left).size() == 1 ? "independent_origins" : "disputed"};
}

// The finest of the dates that agree with the earliest one.
std::string earliest(const std::vector<Held>& held) {
  std::vector<std::string> dates;
  for (const Held& one : held) dates.push_back(one.claim->date);
  dates = sorted_once(std::move(dates));
  if (dates.empty()) return {};
  std::string best = dates.front();
  for (const std::string& date : dates) {
    if (date.starts_with(best)) best = date;
  }
  return best;
}

std::vector<Dissent> dissent_of(const std::vector<Held>& all, const Value& value) {
  std::map<Value, std::vector<Held>> others;
  for (const Held& one : all) {
    const Claim& claim = *one.claim;
    if (value_of(claim) != value) others[value_of(claim)].push_back(one);
  }
  std::vector<Dissent> dissent;
  for (const auto& [other, held] : others) {
    Dissent one{other.first, other.second, {}, {}, {}};
    for (const Held& h : held) {
      one.reports.push_back(report_name(*h.account));
      one.said_by.push_back(h.claim->said_by.name);
      for (Citation& citation : cite(h)) one.evidence.push_back(std::move(citation));
    }
    one.reports = sorted_once(std::move(one.reports));
    one.said_by = sorted_once(std::move(one.said_by));
    dissent.push_back(std::move(one));
  }
  return dissent;
}

std::optional<Pending> pending_of(
    const PartyStatus& status, const std::vector<Held>& winners,
    const std::vector<std::pair<const Account*, const Event*>>& signings) {
  if (status.stage != Stage::announced && status.stage != Stage::agreed) return std::nullopt;
  std::optional<Pending> pending;
  for (const auto& [account, event] : signings) {
    if (!pending) pending = Pending{"signing", event->date, event->date_words, {}};
    if (event->date_words.size() > pending->words.size()) pending->words = event->date_words;
    for (Citation& citation : cite(*account, event->evidence, {}))
      pending->evidence.push_back(std::move(citation));
  }
  for (const Held& one : winners) {
    if (!pending && !one.claim->effective.empty())
      pending = Pending{"accession", one.claim->effective, "", cite(one)};
  }
  return pending;
}

PartyStatus status_of(const std::vector<Held>& all,
                      const std::vector<std::pair<const Account*, const Event*>>& signings) {
  const Decision decision = decide(all, !signings.empty());
  const Claim& lead = *decision.winners.front().claim;
  PartyStatus status;
  status.party = lead.party.value_or("");
  status.party_name = lead.party_name;
  const Value value = value_of(lead);
  status.stage = value.first;
  const bool only_signed =
      value.first == Stage::party && std::ranges::all_of(decision.winners, [](const Held& h) {
        return h.claim->stage == Stage::signed_;
      });
  if (only_signed) status.stage = Stage::signed_;
  status.disputed = decision.rule == "disputed";
  status.rule = decision.rule;
  status.certainty = Certainty::possible;
  std::vector<Held> same;
  std::ranges::copy_if(all, std::back_inserter(same),
                       [&](const Held& h) { return value_of(*h.claim) == value; });
  for (const Held& one : same) {
    status.certainty = std::min(status.certainty, one.claim->certainty);
    status.mode = std::max(status.mode, one.claim->mode);
    status.reports.push_back(report_name(*one.account));
    status.said_by.push_back(one.claim->said_by.name);
    for (Citation& citation : cite(one)) status.evidence.push_back(std::move(citation));
  }
  status.since = earliest(same);
  status.reports = sorted_once(std::move(status.reports));
  status.said_by = sorted_once(std::move(status.said_by));
  status.independent_sources = count_origins(same);
  status.dissent = dissent_of(all, value);
  status.pending = pending_of(status, same, signings);
  return status;
}

}  // namespace

AgreementStatus fold_status(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& asked) {
  Moment moment = asked;
  if (moment.as_of.empty()) moment.as_of = latest_date(accounts);
  if (moment.known_by.empty()) moment.known_by = latest_date(accounts);
  AgreementStatus status;
  status.as_of = moment.as_of;
  status.known_by = moment.known_by;
  std::map<std::string, int> names;
  std::vector<std::string> aliases;
  for (const Account& account : accounts) {
    for (const Agreement& agreement : account.findings.agreements) {
      if (agreement.id != id) continue;
      ++names[agreement.name];
      aliases.insert(aliases.end(), agreement.aliases.begin(), agreement.aliases.end());
    }
  }
  for (const auto& [name, count] : names) {
    if (status.agreement.empty() || count > names[status.agreement]) status.agreement = name;
  }
  status.aliases = sorted_once(std::move(aliases));
  const std::vector<Held> all = claims_on(accounts, id, moment);
  std::map<std::string, std::vector<Held>> parties;
  for (const Held& held : all) {
    parties[held.claim->party.value_or("")].push_back(held);
    status.reports.push_back(report_name(*held.account));
  }
  status.reports = sorted_once(std::move(status.reports));
  status.independent_sources = count_origins(all);
  for (const auto& [party, held] : parties) {
    if (party.empty()) continue;
    status.parties.push_back(status_of(held, planned_signings(accounts, id)));
  }
  std::ranges::stable_sort(status.parties, {}, &PartyStatus::party_name);
  if (parties.contains("")) status.parties.push_back(status_of(parties[""], {}));
  return status;
}

}  // namespace concord
