#include "record/rules.h"

#include <algorithm>

namespace concord {

Value value_of(const Claim& claim) {
  const bool one_act = claim.stage == Stage::signed_ && claim.polarity == Polarity::affirmed;
  return {one_act ? Stage::party : claim.stage, claim.polarity};
}

std::set<Value> values_of(const std::vector<Held>& held) {
  std::set<Value> all;
  for (const Held& one : held) all.insert(value_of(*one.claim));
  return all;
}

namespace {

constexpr Value kDone{Stage::party, Polarity::affirmed};
constexpr Value kAnnounced{Stage::announced, Polarity::affirmed};

template <typename Keep>
std::vector<Held> those(const std::vector<Held>& held, Keep keep) {
  std::vector<Held> kept;
  std::ranges::copy_if(held, std::back_inserter(kept), keep);
  return kept;
}

bool is_affirmed(const Held& held) { return held.claim->polarity == Polarity::affirmed; }

// The last day on which the claim can have been so, as far as it is known.
std::optional<int> day_of(const Held& held) {
  if (held.date) return held.date->last;
  if (held.told) return held.told->last;
  return std::nullopt;
}

// "Has no plans to ratify", of who signed years ago: what is not planned is the next step.
bool denies_next_step(const Held& denial, const Held& signing) {
  const auto day = day_of(denial);
  return denial.claim->stage == Stage::announced && signing.claim->stage == Stage::signed_ &&
         signing.date && day && *day > signing.date->last + kSameNewsDays;
}

// "Has not ratified" agrees with "has signed": a denial says how far a party has not come.
std::vector<Held> agreeing_denials(const std::vector<Held>& all) {
  return those(all, [&](const Held& denial) {
    const int step = rung(denial.claim->stage);
    return !is_affirmed(denial) && step > 0 && std::ranges::any_of(all, [&](const Held& other) {
      const int reached = rung(other.claim->stage);
      return is_affirmed(other) &&
             ((reached >= 0 && reached < step) || denies_next_step(denial, other));
    });
  });
}

// The first days on which the party is told to have stepped back: withdrawn, suspended, refused.
std::vector<int> steps_back(const std::vector<Held>& held) {
  std::vector<int> days;
  for (const Held& one : held) {
    if (one.date && is_affirmed(one) && rung(one.claim->stage) < 0) days.push_back(one.date->first);
  }
  std::ranges::sort(days);
  return days;
}

// Background gives way to news only where the news is a later stage or a step back: a member of
// long standing that is "in talks" about its next meeting is a member still; who has left may seek
// to join again.
std::vector<Held> without_lesser_news(const std::vector<Held>& held) {
  struct Reached {
    int step, first, last;
    auto operator<=>(const Reached&) const = default;
  };
  std::set<Reached> bound;
  for (const Held& one : held) {
    const int step = rung(one.claim->stage);
    if (one.date && is_affirmed(one) && is_bound(one.claim->stage))
      bound.insert({step, one.date->first, one.date->last});
  }
  const std::vector<int> back = steps_back(held);
  return those(held, [&](const Held& news) {
    const int step = rung(news.claim->stage);
    const auto day = day_of(news);
    if (!is_affirmed(news) || step < 0 || !day) return true;
    return std::ranges::none_of(bound, [&](const Reached& reached) {
      if (reached.step <= step || *day - reached.last <= kLongDays) return false;
      const auto next = std::ranges::lower_bound(back, reached.first);
      return next == back.end() || *next > *day;
    });
  });
}

// The values that are dated no earlier than any other: an undated claim that repeats one of them is
// as late as its date, and no later news.
std::set<Value> newest_dated(const std::vector<Held>& held) {
  std::map<Value, Days> newest;
  for (const Held& one : held) {
    if (!one.date) continue;
    Days& days = newest.try_emplace(value_of(*one.claim), *one.date).first->second;
    days = {std::max(days.first, one.date->first), std::max(days.last, one.date->last)};
  }
  std::set<Value> values;
  for (const auto& one : newest) {
    const bool later = std::ranges::any_of(newest, [&](const auto& other) {
      return other.first != one.first && other.second.first > one.second.last;
    });
    if (!later) values.insert(one.first);
  }
  return values;
}

bool is_open(const Held& held) {
  return is_affirmed(held) && rung(held.claim->stage) >= 0 && !is_bound(held.claim->stage);
}

// 1. Latest: the claims with the later valid date; a dated claim outranks an undated one of the
// same news; where only the report is dated, its publication bounds the claim.
std::vector<Held> latest(const std::vector<Held>& all) {
  const std::vector<Held> held = without_lesser_news(all);
  const std::set<Value> repeated = newest_dated(held);
  std::optional<Days> dated;
  std::optional<int> told;
  for (const Held& one : held) {
    if (one.date && (!dated || one.date->first > dated->first)) dated = one.date;
    if (!one.date && one.told && !repeated.contains(value_of(*one.claim)))
      told = std::max(told.value_or(one.told->last), one.told->last);
  }
  if (dated && (!told || *told <= dated->last + kSameNewsDays)) {
    // Of stages still open the day is often that of the saying: days of one news are one date.
    const bool open = std::ranges::all_of(
        held, [&](const Held& h) { return !h.date || h.date->last < dated->first || is_open(h); });
    const Days near{dated->first - (open ? kSameNewsDays : 0), dated->last};
    return those(held, [&](const Held& h) {
      return h.date && h.date->overlaps(h.date->overlaps(*dated) || is_open(h) ? near : *dated);
    });
  }
  if (!told) return held;
  return those(held, [&](const Held& h) {
    const auto day = day_of(h);
    return day && *day >= *told - kSameNewsDays;
  });
}

// Whether the act that `done` tells is told to lie ahead, as late as it is told to be over.
bool is_still_planned(const std::vector<Held>& done, const std::vector<Planned>& plans) {
  std::optional<int> told;
  for (const Held& one : done) {
    if (one.told) told = std::max(told.value_or(one.told->first), one.told->first);
  }
  return std::ranges::any_of(plans, [&](const Planned& plan) {
    return !told || !plan.told || plan.told->last >= *told - kSameNewsDays;
  });
}

// Whether a report has news of this one party only, so that the signing it plans is this party's.
bool is_only_news_of_its_report(const Held& held) {
  return std::ranges::none_of(held.account->findings.claims, [&](const Claim& other) {
    return other.agreement_id == held.claim->agreement_id && other.party != held.claim->party &&
           other.party && other.polarity == Polarity::affirmed && other.stage == Stage::announced;
  });
}

// 2. Planned is not done: a done value whose act the same sources still plan is held to be
// announced. None where the rule does not bear.
std::optional<Decision> planned_is_not_done(const std::vector<Held>& left,
                                            const std::vector<Held>& all,
                                            const std::vector<Planned>& plans) {
  const auto done = those(left, [](const Held& h) { return value_of(*h.claim) == kDone; });
  const bool old = std::ranges::any_of(
      all, [](const Held& h) { return value_of(*h.claim) == kDone && is_background(h); });
  if (done.empty() || old || !is_still_planned(done, plans)) return std::nullopt;
  const auto announced = those(
      all, [](const Held& h) { return value_of(*h.claim) == kAnnounced && !is_background(h); });
  if (!announced.empty()) return Decision{kAnnounced, "planned_is_not_done", announced, {}};
  // Nobody says "will join", but the report that says "has joined" plans the signing itself.
  const auto planning = those(done, [&](const Held& h) {
    return is_only_news_of_its_report(h) &&
           std::ranges::any_of(plans, [&](const Planned& p) { return p.account == h.account; });
  });
  if (planning.empty()) return std::nullopt;
  return Decision{kAnnounced, "planned_is_not_done", planning, {}};
}

// 3. Within one report its body outranks its headline.
std::vector<Held> body_over_headline(const std::vector<Held>& held) {
  std::set<const Account*> with_body;
  const auto in_body = [](const Held& h) {
    return std::ranges::any_of(h.claim->evidence,
                               [](const Evidence& e) { return e.section == Section::body; });
  };
  for (const Held& one : held) {
    if (in_body(one)) with_body.insert(one.account);
  }
  return those(held, [&](const Held& h) { return in_body(h) || !with_body.contains(h.account); });
}

// 4. A party's own word about itself: what it holds stays, with all who hold it too.
std::vector<Held> own_word(const std::vector<Held>& held) {
  const auto own = values_of(those(held, [](const Held& h) { return is_own_word(*h.claim); }));
  if (own.empty()) return held;
  return those(held, [&](const Held& h) { return own.contains(value_of(*h.claim)); });
}

// 5. The value on more origins; all of them where none leads.
std::vector<Held> independent_origins(const std::vector<Held>& held) {
  int best = 0;
  std::set<Value> leaders;
  for (const Value& value : values_of(held)) {
    const int count =
        count_origins(those(held, [&](const Held& h) { return value_of(*h.claim) == value; }));
    if (count > best) leaders.clear();
    if (count >= best) leaders.insert(value);
    best = std::max(best, count);
  }
  return those(held, [&](const Held& h) { return leaders.contains(value_of(*h.claim)); });
}

}  // namespace

bool is_loose_wording(const Held& held, const std::vector<Held>& all) {
  if (value_of(*held.claim) != kDone || is_background(held)) return false;
  return std::ranges::any_of(all, [&](const Held& other) {
    return other.account == held.account && value_of(*other.claim) == kAnnounced &&
           !is_background(other);
  });
}

Decision decide(const std::vector<Held>& all, const std::vector<Planned>& plans) {
  std::vector<Held> denials = agreeing_denials(all);
  const auto is_denial = [&](const Held& h) {
    return std::ranges::any_of(denials, [&](const Held& d) { return d.claim == h.claim; });
  };
  const auto candidates = those(all, [&](const Held& h) { return !is_denial(h); });
  std::vector<Held> left = latest(candidates);
  const auto decided = [&](const std::string& rule) {
    return Decision{*values_of(left).begin(), rule, left, denials};
  };
  if (auto planned = planned_is_not_done(left, candidates, plans)) {
    planned->denials = denials;
    return *std::move(planned);
  }
  if (values_of(candidates).size() == 1) return decided("only_value");
  if (values_of(left).size() == 1) return decided("latest");
  left = body_over_headline(left);
  if (values_of(left).size() == 1) return decided("body_over_headline");
  left = own_word(left);
  if (values_of(left).size() == 1) return decided("own_word");
  left = independent_origins(left);
  // Of a dispute the most careful value leads, the others stand in dissent.
  return decided(values_of(left).size() == 1 ? "independent_origins" : "disputed");
}

}  // namespace concord
