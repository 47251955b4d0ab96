// What happened when: each step of each party once, under the finest date that the reports agree
// on; what lies ahead is marked.
#include <algorithm>
#include <tuple>

#include "record/rules.h"
#include "record/words.h"

namespace concord {
namespace {

// A step as the timeline keys it; of `ahead` the date on which it is to take effect. Signing and
// joining on agreeing dates are one step.
struct Step {
  std::string party;
  Stage stage;
  bool ahead;
  auto operator<=>(const Step&) const = default;
};
struct Dated {
  std::string date;
  Held held;
};

std::string what_of(const Step& step, bool planned, const std::string& party,
                    const std::string& agreement) {
  const std::string who = with_article(step.party.empty() ? agreement : party);
  if (step.ahead) return who + (step.stage == Stage::withdrawing ? " leaves" : " joins");
  if (step.party.empty()) return who + " " + agreement_words(step.stage, planned);
  return who + " " + step_words(step.stage, planned);
}

struct Subject {
  std::string agreement;
  std::optional<Days> today;
};

TimelineEntry entry_of(Step step, const std::string& date, const std::vector<Held>& held,
                       const Subject& subject) {
  const bool only_signed =
      std::ranges::all_of(held, [](const Held& h) { return h.claim->stage == Stage::signed_; });
  if (only_signed) step.stage = Stage::signed_;
  TimelineEntry entry;
  entry.date = date;
  const auto days = days_of(date);
  entry.planned = days && subject.today && days->first > subject.today->last;
  entry.party = step.party;
  entry.stage = step.stage;
  entry.what = what_of(step, entry.planned, held.front().claim->party_name, subject.agreement);
  for (const Held& one : held) {
    entry.reports.push_back(report_name(*one.account));
    for (Citation& citation : cite(one)) entry.evidence.push_back(std::move(citation));
  }
  entry.reports = sorted_once(std::move(entry.reports));
  entry.independent_sources = count_origins(held);
  return entry;
}

// Dates that agree are one entry under the finest of them; the undated join the only entry there
// is.
std::vector<TimelineEntry> entries_of(const Step& step, std::vector<Dated> dated,
                                      const Subject& subject) {
  std::ranges::stable_sort(dated, [](const Dated& a, const Dated& b) {
    return a.date.size() != b.date.size() ? a.date.size() > b.date.size() : a.date < b.date;
  });
  std::map<std::string, std::vector<Held>> by_date;
  for (Dated& one : dated) {
    std::string date = one.date;
    for (const auto& [known, held] : by_date) {
      if (!date.empty() && agree(known, date)) date = known;
    }
    if (date.empty() && by_date.size() == 1) date = by_date.begin()->first;
    by_date[date].push_back(one.held);
  }
  if (by_date.size() > 1) by_date.erase("");  // dated steps say more than undated ones
  std::vector<TimelineEntry> entries;
  for (const auto& [date, held] : by_date) entries.push_back(entry_of(step, date, held, subject));
  return entries;
}

// Planned ceremonies by date; those without one are one, with the words that they are told in.
std::vector<TimelineEntry> planned_entries(const std::vector<Planned>& plans) {
  std::map<std::string, std::vector<Planned>> by_date;
  for (const Planned& plan : plans) by_date[plan.event->date].push_back(plan);
  std::vector<TimelineEntry> list;
  for (const auto& [date, of_date] : by_date) {
    TimelineEntry entry;
    entry.date = date;
    entry.event = "ceremony";
    entry.planned = true;
    std::vector<std::string> words;
    std::vector<Held> held;
    for (const Planned& plan : of_date) {
      words.push_back(plan.event->date_words);
      entry.reports.push_back(report_name(*plan.account));
      held.push_back({plan.account, nullptr, {}, {}});
      for (Citation& citation : cite(*plan.account, plan.event->evidence, {}))
        entry.evidence.push_back(std::move(citation));
    }
    std::string told;
    for (const std::string& one : sorted_once(std::move(words)))
      told += (told.empty() ? "" : ", ") + one;
    entry.what = "a signing ceremony" + (told.empty() ? "" : " \u201c" + told + "\u201d");
    entry.reports = sorted_once(std::move(entry.reports));
    entry.independent_sources = count_origins(held);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

Timeline fold_timeline(const std::vector<Account>& accounts, const std::string& id,
                       const Moment& asked) {
  const Moment moment = moment_of(asked, accounts);
  Timeline timeline;
  timeline.agreement = name_of_agreement(accounts, id);
  std::map<Step, std::vector<Dated>> steps;
  // What lies ahead belongs on a timeline too: an end is set only where one is asked for.
  for (const Held& held : claims_on(accounts, id, {asked.as_of, moment.known_by})) {
    const Claim& claim = *held.claim;
    const std::string party = claim.party.value_or("");
    if (claim.polarity == Polarity::denied) continue;  // what did not happen is no step
    const Stage stage = party.empty() ? claim.stage : value_of(claim).first;
    steps[{party, stage, false}].push_back({claim.date, held});
    if (!claim.effective.empty()) steps[{party, stage, true}].push_back({claim.effective, held});
  }
  const Subject subject{timeline.agreement, days_of(moment.known_by)};
  for (auto& [step, dated] : steps) {
    for (TimelineEntry& entry : entries_of(step, std::move(dated), subject))
      timeline.entries.push_back(std::move(entry));
  }
  for (TimelineEntry& entry : planned_entries(planned_signings(accounts, id, moment)))
    timeline.entries.push_back(std::move(entry));
  std::ranges::stable_sort(timeline.entries, [](const TimelineEntry& a, const TimelineEntry& b) {
    return earlier(a.date, b.date) ||
           (!earlier(b.date, a.date) && std::tie(a.planned, a.what) < std::tie(b.planned, b.what));
  });
  return timeline;
}

}  // namespace concord
