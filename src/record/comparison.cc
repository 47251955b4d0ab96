// Where the sources differ: question by question the answers, with who holds each. A question is
// asked only where independent sources answer it differently of the same time.
#include <algorithm>
#include <set>

#include "record/questions.h"
#include "record/rules.h"
#include "record/words.h"

namespace concord {

Holder holder_of(const Held& held) { return {held.account, held.claim->said_by.name, cite(held)}; }

void ask(Comparison& comparison, Question question, const Answers& answers) {
  if (answers.size() < 2) return;
  std::set<std::string> origins;
  for (const auto& [value, holders] : answers) {
    Answer answer;
    answer.value = value;
    std::set<std::string> own_origins;
    for (const Holder& holder : holders) {
      origins.insert(holder.account->origin.id);
      own_origins.insert(holder.account->origin.id);
      answer.reports.push_back(report_name(*holder.account));
      answer.said_by.push_back(holder.said_by);
      for (const Citation& citation : holder.evidence) {
        if (std::ranges::find(answer.evidence, citation) == answer.evidence.end())
          answer.evidence.push_back(citation);
      }
    }
    answer.independent_sources = static_cast<int>(own_origins.size());
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
    const bool coarse = a.date->last - a.date->first > 31 || b.date->last - b.date->first > 31;
    if (coarse && !(*a.date == *b.date)) return false;  // "2024" and a day in it: nobody knows
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

// What can be told of one party at one time without contradiction: all that is still open, all that
// is done, that it is leaving, that it is out.
enum class Standing { open, bound, leaving, out };

Standing standing_of(Stage stage) {
  if (is_bound(stage)) return Standing::bound;
  if (rung(stage) >= 0) return Standing::open;
  return stage == Stage::withdrawing || stage == Stage::suspended ? Standing::leaving
                                                                  : Standing::out;
}

// A denial contradicts who says that the step, or one beyond it, is taken: "has not ratified" and
// "has signed" go together.
bool contradict(const Claim& a, const Claim& b) {
  const bool a_denied = a.polarity == Polarity::denied, b_denied = b.polarity == Polarity::denied;
  if (a_denied && b_denied) return false;
  if (!a_denied && !b_denied) return standing_of(a.stage) != standing_of(b.stage);
  const Stage denied = a_denied ? a.stage : b.stage, told = a_denied ? b.stage : a.stage;
  if (rung(denied) >= 0 && rung(told) >= 0) return rung(told) >= rung(denied);
  return denied == told || (denied == Stage::withdrawing && told == Stage::withdrawn);
}

bool is_contradicted(const Held& held, const std::vector<Held>& news) {
  return std::ranges::any_of(news, [&](const Held& other) {
    return contradict(*other.claim, *held.claim) &&
           other.account->origin.id != held.account->origin.id && is_same_time(held, other);
  });
}

// "Has Kazakhstan joined?" where some say so and some not; else where it stands.
std::string question_about(const std::string& party, const std::vector<Held>& held) {
  bool bound = false, joined = false, ratified = false, leaving = false;
  for (const Held& one : held) {
    const Stage stage = one.claim->stage;
    bound = bound || is_bound(stage);
    joined = joined || stage == Stage::party;
    ratified = ratified || stage == Stage::ratified;
    leaving = leaving || stage == Stage::withdrawing || stage == Stage::withdrawn;
  }
  const std::string name = with_article(party);
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
    const bool joined =
        std::ranges::any_of(news, [](const Held& h) { return h.claim->stage == Stage::party; });
    std::map<std::string, Stage> stages;
    for (const Held& held : news) {
      if (is_loose_wording(held, news) || !is_contradicted(held, news)) continue;
      Claim claim = *held.claim;
      if (joined && claim.stage == Stage::signed_) claim.stage = Stage::party;  // one act
      const std::string words = standing_words(claim.stage, claim.polarity);
      answers[words].push_back(holder_of(held));
      stages[words] = claim.stage;
      asked.push_back(held);
    }
    if (asked.empty()) continue;
    const std::string name = asked.front().claim->party_name;
    const std::size_t before = comparison.questions.size();
    ask(comparison, {question_about(name, asked), "stage", party, {}}, answers);
    if (comparison.questions.size() == before) continue;
    for (Answer& answer : comparison.questions.back().answers) answer.stage = stages[answer.value];
  }
}

namespace {

bool is_announcement(const Claim& claim, bool leaving) {
  if (claim.polarity == Polarity::denied) return false;
  if (leaving) return claim.stage == Stage::withdrawing;
  return claim.stage == Stage::announced || is_bound(claim.stage);
}

int day_of_news(const Held& held) {
  return held.date ? held.date->first : held.told ? held.told->first : 0;
}

// An announcement has somebody behind it: "an official" is nobody.
bool is_named(const Source& source) {
  const bool capital = !source.name.empty() && !(source.name[0] >= 'a' && source.name[0] <= 'z');
  return capital || !source.party.empty();
}

// A role as a name: "US president".
bool is_role(const std::string& name) {
  const char last = name[name.find_last_of(' ') + 1];
  return last >= 'a' && last <= 'z';
}

// Who announced it by one name over all reports: the party's government in all its forms by the
// party's name, "Donald Trump" as "Trump", "the US president" as the one named person of that
// state.
std::string announcer_of(const Claim& claim, const std::vector<Held>& news) {
  if (is_own_word(claim)) return claim.party_name;
  std::string best = claim.said_by.name;
  std::set<std::string> compatriots;
  for (const Held& other : news) {
    const Source& source = other.claim->said_by;
    if (source.name.size() < best.size() && !source.name.empty() &&
        best.ends_with(" " + source.name)) {
      best = source.name;
    }
    const bool same_state = !source.party.empty() && source.party == claim.said_by.party;
    if (same_state && !is_role(source.name)) compatriots.insert(source.name);
  }
  return is_role(best) && compatriots.size() == 1 ? *compatriots.begin() : best;
}

// A report's announcement: the dated one, else the first in its text.
bool leads(const Held& a, const Held& b) {
  if (a.date.has_value() != b.date.has_value()) return a.date.has_value();
  const auto place = [](const Held& h) {
    return h.claim->evidence.empty() ? 0u : h.claim->evidence.front().span.begin;
  };
  return place(a) < place(b);
}

}  // namespace

void ask_announcer(Comparison& comparison, const std::vector<Held>& all) {
  for (const auto& [party, news] : news_by_party(all)) {
    for (const bool leaving : {false, true}) {
      std::vector<Held> told;
      std::ranges::copy_if(news, std::back_inserter(told), [&](const Held& h) {
        return is_announcement(*h.claim, leaving) && is_named(h.claim->said_by);
      });
      if (std::ranges::all_of(told, [](const Held& h) { return is_bound(h.claim->stage); }))
        continue;  // what is done has no announcer
      const Held& newest = *std::ranges::max_element(told, {}, day_of_news);
      std::map<std::string, Held> by_report;  // by digest
      for (const Held& held : told) {
        if (!is_same_time(held, newest)) continue;
        const auto [known, added] = by_report.emplace(held.account->report.digest, held);
        if (!added && leads(held, known->second)) known->second = held;
      }
      Answers answers;
      for (const auto& [digest, held] : by_report)
        answers[announcer_of(*held.claim, told)].push_back(holder_of(held));
      const std::string& name = newest.claim->party_name;
      ask(comparison,
          {"Who announced the step of " + with_article(name) + "?", "announcer", party, {}},
          answers);
    }
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
  std::vector<std::string> reports;
  for (const Question& question : comparison.questions) {
    for (const Answer& answer : question.answers)
      reports.insert(reports.end(), answer.reports.begin(), answer.reports.end());
  }
  comparison.retellings = retellings_among(accounts, sorted_once(std::move(reports)));
  return comparison;
}

}  // namespace concord
