// Where the sources differ: question by question the answers, with who holds each. A question is
// asked only where independent sources answer it differently of the same time.
#include <algorithm>
#include <set>

#include "record/questions.h"
#include "record/rules.h"

namespace concord {

Holder holder_of(const Held& held) {
  return {held.account, held.claim->said_by.name, cite(held)};
}

void ask(Comparison& comparison, Question question, const Answers& answers) {
  if (answers.size() < 2) return;
  std::set<std::string> origins;
  for (const auto& [value, holders] : answers) {
    Answer answer;
    answer.value = value;
    for (const Holder& holder : holders) {
      origins.insert(holder.account->origin.id);
      answer.reports.push_back(report_name(*holder.account));
      answer.said_by.push_back(holder.said_by);
      for (const Citation& citation : holder.evidence) {
        if (std::ranges::find(answer.evidence, citation) == answer.evidence.end())
          answer.evidence.push_back(citation);
      }
    }
    answer.reports = sorted_once(std::move(answer.reports));
    answer.said_by = sorted_once(std::move(answer.said_by));
    question.answers.push_back(std::move(answer));
  }
  if (origins.size() < 2) return;
  // The answer that most hold comes first.
  std::ranges::stable_sort(question.answers, [](const Answer& a, const Answer& b) {
    return a.reports.size() > b.reports.size();
  });
  comparison.questions.push_back(std::move(question));
}

bool is_same_time(const Held& a, const Held& b) {
  if (a.date && b.date) {
    return a.date->first <= b.date->last + kSameNewsDays &&
           b.date->first <= a.date->last + kSameNewsDays;
  }
  // An undated claim holds when it is told; a dated one from its date on.
  const auto& undated = a.date ? b : a;
  const auto& other = a.date ? a : b;
  if (!undated.told) return true;
  if (other.date) return undated.told->last >= other.date->first;
  if (!other.told) return true;
  return undated.told->first <= other.told->last + kSameNewsDays &&
         other.told->first <= undated.told->last + kSameNewsDays;
}

namespace {

// Stages that can be told of one party at one time without contradiction: all that is still open,
// all that is done.
enum class Standing { open, bound, leaving, out };

Standing standing_of(const Claim& claim) {
  const bool denied = claim.polarity == Polarity::denied;
  if (is_bound(claim.stage)) return denied ? Standing::open : Standing::bound;
  if (rung(claim.stage) >= 0) return denied ? Standing::out : Standing::open;
  if (claim.stage == Stage::withdrawing) return denied ? Standing::bound : Standing::leaving;
  if (denied) return claim.stage == Stage::rejected ? Standing::open : Standing::bound;
  return claim.stage == Stage::suspended ? Standing::leaving : Standing::out;
}

struct Words {
  const char* affirmed;
  const char* denied;
};

Words words_of(Stage stage) {
  switch (stage) {
    case Stage::considering: return {"is considering it", "is not considering it"};
    case Stage::conditional: return {"only on a condition", "not even on a condition"};
    case Stage::negotiating: return {"is still negotiating", "is not negotiating"};
    case Stage::announced: return {"is going to", "is not going to"};
    case Stage::agreed: return {"has agreed", "has not agreed"};
    case Stage::signed_: return {"has signed", "has not signed"};
    case Stage::ratified: return {"has ratified", "has not ratified"};
    case Stage::party: return {"has joined", "has not joined"};
    case Stage::suspended: return {"has suspended it", "has not suspended it"};
    case Stage::withdrawing: return {"is leaving", "is not leaving"};
    case Stage::withdrawn: return {"has left", "has not left"};
    case Stage::rejected: return {"has refused", "has not refused"};
    case Stage::in_force: return {"is in force", "is not in force"};
    case Stage::terminated: return {"has ended", "has not ended"};
  }
  return {"", ""};
}

std::string words_of(const Claim& claim) {
  const Words words = words_of(claim.stage);
  return claim.polarity == Polarity::denied ? words.denied : words.affirmed;
}

bool is_contradicted(const Held& held, const std::vector<Held>& news) {
  return std::ranges::any_of(news, [&](const Held& other) {
    return standing_of(*other.claim) != standing_of(*held.claim) &&
           other.account->origin.id != held.account->origin.id && is_same_time(held, other);
  });
}

// "Has Kazakhstan joined?" where some say so and some not; else where it stands.
std::string question_about(const std::string& name, const std::vector<Held>& held) {
  bool bound = false, joined = false, ratified = false, leaving = false;
  for (const Held& one : held) {
    const Stage stage = one.claim->stage;
    bound = bound || is_bound(stage);
    joined = joined || stage == Stage::party;
    ratified = ratified || stage == Stage::ratified;
    leaving = leaving || stage == Stage::withdrawing || stage == Stage::withdrawn;
  }
  if (leaving) return "Is " + name + " leaving?";
  if (!bound) return "Where does " + name + " stand?";
  return "Has " + name + (joined ? " joined?" : ratified ? " ratified it?" : " signed?");
}

std::map<std::string, std::vector<Held>> news_by_party(const std::vector<Held>& all) {
  std::map<std::string, std::vector<Held>> parties;
  for (const Held& held : all) {
    if (held.claim->party && !is_background(held)) parties[*held.claim->party].push_back(held);
  }
  return parties;
}

}  // namespace

void ask_stages(Comparison& comparison, const std::vector<Held>& all) {
  for (const auto& [party, news] : news_by_party(all)) {
    Answers answers;
    std::vector<Held> asked;
    const bool joined = std::ranges::any_of(
        news, [](const Held& h) { return h.claim->stage == Stage::party; });
    std::map<std::string, Stage> stages;
    for (const Held& held : news) {
      if (!is_contradicted(held, news)) continue;
      Claim claim = *held.claim;
      if (joined && claim.stage == Stage::signed_) claim.stage = Stage::party;  // one act
      answers[words_of(claim)].push_back(holder_of(held));
      stages[words_of(claim)] = claim.stage;
      asked.push_back(held);
    }
    if (asked.empty()) continue;
    const std::string name = asked.front().claim->party_name;
    const std::size_t before = comparison.questions.size();
    ask(comparison, {question_about(name, asked), "stage", party, {}}, answers);
    if (comparison.questions.size() == before) continue;
    for (Answer& answer : comparison.questions.back().answers)
      answer.stage = stages[answer.value];
  }
}

namespace {

bool is_announcement(const Claim& claim) {
  return claim.polarity == Polarity::affirmed &&
         (claim.stage == Stage::announced || claim.stage == Stage::withdrawing ||
          is_bound(claim.stage));
}

// "Donald Trump" and "Trump" are one: the shorter name that ends the longer one.
std::string short_name(const std::string& name, const std::set<std::string>& names) {
  std::string best = name;
  for (const std::string& other : names) {
    if (other.size() < best.size() && name.ends_with(" " + other)) best = other;
  }
  return best;
}

// An announcement has a name behind it: "an official" has none.
bool is_named(const std::string& name) {
  return !name.empty() && !(name.front() >= 'a' && name.front() <= 'z');
}

}  // namespace

void ask_announcer(Comparison& comparison, const std::vector<Held>& all) {
  for (const auto& [party, news] : news_by_party(all)) {
    std::set<std::string> names;
    const bool planned = std::ranges::any_of(news, [](const Held& h) {
      return h.claim->stage == Stage::announced || h.claim->stage == Stage::withdrawing;
    });
    if (!planned) continue;
    for (const Held& held : news) names.insert(held.claim->said_by.name);
    Answers answers;
    for (const Held& held : news) {
      const Claim& claim = *held.claim;
      if (!is_announcement(claim) || !is_named(claim.said_by.name)) continue;
      const bool differs = std::ranges::any_of(news, [&](const Held& other) {
        return is_announcement(*other.claim) && is_same_time(held, other);
      });
      if (!differs) continue;
      const std::string who =
          is_own_word(claim) ? claim.party_name : short_name(claim.said_by.name, names);
      answers[who].push_back(holder_of(held));
    }
    const std::string name = news.front().claim->party_name;
    ask(comparison, {"Who announced " + name + "'s step?", "announcer", party, {}}, answers);
  }
}

Comparison fold_comparison(const std::vector<Account>& accounts, const std::string& id,
                           const Moment& asked) {
  const Moment moment = moment_of(asked, accounts);
  Comparison comparison;
  comparison.agreement = name_of_agreement(accounts, id);
  const std::vector<Held> all = claims_on(accounts, id, moment);
  Accounts known;
  for (const Account& account : accounts) {
    if (is_known(account, moment, latest_date(accounts))) known.push_back(&account);
  }
  ask_stages(comparison, all);
  ask_announcer(comparison, all);
  ask_members(comparison, all, known, id);
  ask_dates(comparison, all);
  ask_planned_date(comparison, planned_signings(accounts, id, moment));
  ask_assessment(comparison, known, id);
  ask_figures(comparison, known);
  return comparison;
}

}  // namespace concord
