// Status: what the claims on each party establish (rules.h decides), with everything that stands
// beside it: since when, on whose word, what is pending, who differs.
#include <algorithm>

#include "record/rules.h"

namespace concord {
namespace {

// signed and party are one act unless their dates tell them apart: a state signs in 2023 and is a
// party from 2024.
bool is_same_act(const Held& held, const PartyStatus& status) {
  const Claim& claim = *held.claim;
  if (claim.polarity != status.polarity) return false;
  if (claim.stage == status.stage) return true;
  const bool pair = value_of(claim).first == Stage::party &&
                    (status.stage == Stage::signed_ || status.stage == Stage::party);
  const auto since = days_of(status.since);
  return pair && (!held.date || !since || held.date->overlaps(*since));
}

// Whether the claim tells a step on the way to the status, or what was so before it.
bool is_history(const Held& held, const PartyStatus& status, const std::vector<Held>& support) {
  const Claim& claim = *held.claim;
  const auto since = days_of(status.since);
  if (since && held.date) return held.date->last < since->first;
  if (since && held.told && held.told->last < since->first) return true;
  if (claim.polarity == Polarity::denied || status.polarity == Polarity::denied) return false;
  const bool same_report = std::ranges::any_of(
      support, [&](const Held& other) { return other.account == held.account; });
  if (is_bound(status.stage)) {
    const int step = rung(claim.stage);
    return step >= 0 && step < rung(status.stage) && (same_report || is_bound(claim.stage));
  }
  // Who is leaving was a party.
  const bool leaving = status.stage == Stage::withdrawing || status.stage == Stage::withdrawn ||
                       status.stage == Stage::suspended;
  return leaving && is_bound(claim.stage);
}

// The stage that the winners show: the one with the latest date, of the same date the farthest.
Stage shown_stage(const Decision& decision) {
  if (decision.value != Value{Stage::party, Polarity::affirmed}) return decision.value.first;
  std::optional<Days> latest;
  for (const Held& one : decision.winners) {
    if (one.date && (!latest || one.date->first > latest->first)) latest = one.date;
  }
  Stage stage = Stage::signed_;
  for (const Held& one : decision.winners) {
    const bool counts = !latest || (one.date && one.date->overlaps(*latest));
    if (counts) stage = std::max(stage, one.claim->stage);
  }
  return stage;
}

// The finest of the dates that agree with the earliest one since the party last stood elsewhere:
// who rejoined in 2021 is a party since 2021.
std::string since_of(const PartyStatus& status, const std::vector<Held>& same,
                     const std::vector<Held>& all) {
  std::vector<std::string> dates;
  std::optional<Days> newest;
  for (const Held& one : same) {
    if (one.claim->stage != status.stage || !one.date) continue;
    dates.push_back(one.claim->date);
    if (!newest || one.date->first > newest->first) newest = one.date;
  }
  std::optional<int> elsewhere;
  for (const Held& one : all) {
    const bool opposed = (rung(one.claim->stage) < 0) != (rung(status.stage) < 0);
    if (!opposed || !one.date || one.claim->polarity == Polarity::denied) continue;
    if (newest && one.date->first < newest->first)
      elsewhere = std::max(elsewhere.value_or(one.date->first), one.date->first);
  }
  std::erase_if(dates, [&](const std::string& date) {
    return elsewhere && days_of(date)->last < *elsewhere;
  });
  dates = sorted_once(std::move(dates));
  std::ranges::sort(dates, earlier);
  if (dates.empty()) return {};
  std::string best = dates.front();
  for (const std::string& date : dates) {
    if (agree(best, date) && date.size() > best.size()) best = date;
  }
  return best;
}

// The claims by what they hold. A report's loose wording lends its sentence to those who hold the
// same, and makes no group of its own.
std::vector<Dissent> grouped(const std::vector<Held>& claims, const std::vector<Held>& all) {
  std::map<Value, std::vector<Held>> groups;
  for (const Held& one : claims) groups[value_of(*one.claim)].push_back(one);
  std::vector<Dissent> list;
  for (const auto& [value, held] : groups) {
    Dissent one{value.first, value.second, {}, {}, {}};
    const bool only_signed =
        std::ranges::all_of(held, [](const Held& h) { return h.claim->stage == Stage::signed_; });
    if (only_signed) one.stage = Stage::signed_;
    for (const Held& h : held) {
      for (Citation& citation : cite(h)) one.evidence.push_back(std::move(citation));
      if (is_loose_wording(h, all)) continue;
      one.reports.push_back(report_name(*h.account));
      one.said_by.push_back(h.claim->said_by.name);
    }
    one.reports = sorted_once(std::move(one.reports));
    one.said_by = sorted_once(std::move(one.said_by));
    if (!one.reports.empty()) list.push_back(std::move(one));
  }
  return list;
}

// A planned act as the reports word it: with a date where one gives it, else in the longest words.
std::optional<Pending> pending_signing(const std::vector<Planned>& plans) {
  std::optional<Pending> pending;
  for (const Planned& plan : plans) {
    const Event& event = *plan.event;
    if (!pending) pending = Pending{"signing", "", "", {}};
    if (!event.date.empty() && (pending->date.empty() || earlier(event.date, pending->date)))
      pending->date = event.date;
    const std::string& words = event.date_words;
    const bool better = words.size() != pending->words.size() ? words.size() > pending->words.size()
                                                              : words < pending->words;
    if (better && !words.empty()) pending->words = words;
    for (Citation& citation : cite(*plan.account, event.evidence, {}))
      pending->evidence.push_back(std::move(citation));
  }
  return pending;
}

std::optional<Pending> pending_of(const PartyStatus& status, const std::vector<Held>& same,
                                  const std::vector<Planned>& plans) {
  const bool ahead = status.stage == Stage::announced || status.stage == Stage::agreed;
  const bool leaving = status.stage == Stage::withdrawing;
  if ((!ahead && !leaving) || status.polarity == Polarity::denied) return std::nullopt;
  if (ahead && !plans.empty()) return pending_signing(plans);
  std::optional<Pending> pending;
  for (const Held& one : same) {
    const std::string& day = one.claim->effective;
    if (day.empty() || (pending && !earlier(day, pending->date))) continue;
    pending = Pending{leaving ? "withdrawal" : "joining", day, "", cite(one)};
  }
  return pending;
}

std::string most_used_name(const std::vector<Held>& all) {
  std::map<std::string, int> names;
  for (const Held& one : all) ++names[one.claim->party_name];
  std::string best;
  int most = 0;
  for (const auto& [name, count] : names) {
    if (count > most) best = name;
    most = std::max(most, count);
  }
  return best;
}

// Everything that the supporting claims tell.
void add_support(const std::vector<Held>& same, PartyStatus& status) {
  status.certainty = same.empty() ? Certainty::certain : Certainty::possible;
  for (const Held& one : same) {
    const Claim& claim = *one.claim;
    status.certainty = std::min(status.certainty, claim.certainty);
    status.mode = std::max(status.mode, claim.mode);
    const bool better =
        claim.condition.size() > status.condition.size() ||
        (claim.condition.size() == status.condition.size() && claim.condition < status.condition);
    if (better) status.condition = claim.condition;
    status.reports.push_back(report_name(*one.account));
    status.said_by.push_back(claim.said_by.name);
    for (Citation& citation : cite(one)) status.evidence.push_back(std::move(citation));
  }
  status.reports = sorted_once(std::move(status.reports));
  status.said_by = sorted_once(std::move(status.said_by));
  status.independent_sources = count_origins(same);
}

// Held to be announced because the signing is still planned, though nobody says "will join": the
// plan is the evidence.
void support_by_plan(const Decision& decision, const std::vector<Planned>& plans,
                     PartyStatus& status) {
  std::vector<Held> planning;
  for (const Planned& plan : plans) {
    for (const Held& one : decision.winners) {
      if (one.account == plan.account) planning.push_back(one);
    }
    status.reports.push_back(report_name(*plan.account));
  }
  for (const Held& one : decision.winners) {
    if (one.date && (status.since.empty() || earlier(one.claim->date, status.since)))
      status.since = one.claim->date;
  }
  status.reports = sorted_once(std::move(status.reports));
  status.independent_sources = count_origins(planning);
  status.evidence = pending_signing(plans)->evidence;
}

// The plans of reports that speak of this party.
std::vector<Planned> plans_of(const std::vector<Held>& all, const std::vector<Planned>& plans) {
  std::vector<Planned> own;
  for (const Planned& plan : plans) {
    const bool speaks = std::ranges::any_of(
        all, [&](const Held& h) { return h.account == plan.account && !is_background(h); });
    if (speaks) own.push_back(plan);
  }
  return own;
}

PartyStatus status_of(const std::vector<Held>& all, const std::vector<Planned>& signings) {
  const std::vector<Planned> plans = plans_of(all, signings);
  const Decision decision = decide(all, plans);
  PartyStatus status;
  status.party = all.front().claim->party.value_or("");
  status.party_name = most_used_name(all);
  status.stage = shown_stage(decision);
  status.polarity = decision.value.second;
  status.rule = decision.rule;
  status.disputed = decision.rule == "disputed";
  std::vector<Held> of_value;
  std::ranges::copy_if(all, std::back_inserter(of_value),
                       [&](const Held& h) { return value_of(*h.claim) == decision.value; });
  status.since = since_of(status, of_value, all);
  std::vector<Held> same;
  std::ranges::copy_if(of_value, std::back_inserter(same),
                       [&](const Held& h) { return is_same_act(h, status); });
  if (same.empty()) {
    support_by_plan(decision, plans, status);
  } else {
    add_support(same, status);
  }
  std::vector<Held> others;
  for (const Held& one : all) {
    const bool agrees =
        std::ranges::any_of(decision.denials, [&](const Held& d) { return d.claim == one.claim; });
    if (!agrees && !is_same_act(one, status) && !is_history(one, status, same))
      others.push_back(one);
  }
  status.dissent = grouped(others, all);
  std::vector<Held> denials;
  for (const Held& one : decision.denials) {
    const bool reached =  // a plan denied is of the next step
        one.claim->stage != Stage::announced && rung(one.claim->stage) <= rung(status.stage);
    if (!reached && !is_history(one, status, same)) denials.push_back(one);
  }
  status.not_yet = grouped(denials, all);
  status.pending = pending_of(status, same, plans);
  return status;
}

// Those among all the reports that speak of the party.
void add_retellings(const std::vector<Retelling>& all, PartyStatus& status) {
  const auto speaks = [](const std::vector<std::string>& reports, const Retelling& one) {
    return std::ranges::binary_search(reports, one.report);
  };
  std::ranges::copy_if(all, std::back_inserter(status.retellings), [&](const Retelling& one) {
    return speaks(status.reports, one) ||
           std::ranges::any_of(status.dissent,
                               [&](const Dissent& d) { return speaks(d.reports, one); });
  });
}

}  // namespace

AgreementStatus fold_status(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& asked) {
  const Moment moment = moment_of(asked, accounts);
  AgreementStatus status;
  status.as_of = moment.as_of;
  status.known_by = moment.known_by;
  status.agreement = name_of_agreement(accounts, id, &status.aliases);
  const std::vector<Held> all = claims_on(accounts, id, moment);
  const std::vector<Planned> signings = planned_signings(accounts, id, moment);
  std::map<std::string, std::vector<Held>> parties;
  for (const Held& held : all) {
    parties[held.claim->party.value_or("")].push_back(held);
    status.reports.push_back(report_name(*held.account));
  }
  status.reports = sorted_once(std::move(status.reports));
  status.independent_sources = count_origins(all);
  for (const auto& [party, held] : parties) {
    if (!party.empty()) status.parties.push_back(status_of(held, signings));
  }
  std::ranges::stable_sort(status.parties, {}, &PartyStatus::party_name);
  if (parties.contains("")) status.parties.push_back(status_of(parties[""], {}));
  status.retellings = retellings_among(accounts, status.reports);
  for (PartyStatus& party : status.parties) add_retellings(status.retellings, party);
  return status;
}

}  // namespace concord
