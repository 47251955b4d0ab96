#include <algorithm>
#include <tuple>

#include "record/fold.h"

namespace concord {
namespace {

std::string sentence_of(const Claim& claim) {
  const std::string who = claim.party ? claim.party_name : claim.agreement;
  std::string stage(name_of(claim.stage));
  std::ranges::replace(stage, '_', ' ');
  return who + ": " + (claim.polarity == Polarity::denied ? "not " : "") + stage;
}

}  // namespace

Timeline fold_timeline(const std::vector<Account>& accounts, const std::string& id,
                       const Moment& asked) {
  Moment moment = asked;
  if (moment.known_by.empty()) moment.known_by = latest_date(accounts);
  Timeline timeline;
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<Held>> entries;
  for (const Held& held : claims_on(accounts, id, {"", moment.known_by})) {
    timeline.agreement = held.claim->agreement;
    entries[{held.claim->date, sentence_of(*held.claim), held.claim->party.value_or("")}].push_back(
        held);
    if (!held.claim->effective.empty()) {
      entries[{held.claim->effective, sentence_of(*held.claim) + ", to take effect",
               held.claim->party.value_or("")}]
          .push_back(held);
    }
  }
  for (const auto& [key, held] : entries) {
    TimelineEntry entry;
    std::tie(entry.date, entry.what, entry.party) = key;
    entry.stage = held.front().claim->stage;
    entry.planned = entry.what.ends_with("take effect");
    for (const Held& one : held) {
      entry.reports.push_back(report_name(*one.account));
      for (Citation& citation : cite(one)) entry.evidence.push_back(std::move(citation));
    }
    entry.reports = sorted_once(std::move(entry.reports));
    entry.independent_sources = count_origins(held);
    timeline.entries.push_back(std::move(entry));
  }
  for (const auto& [account, event] : planned_signings(accounts, id)) {
    TimelineEntry entry;
    entry.date = event->date;
    entry.planned = true;
    entry.event = event->kind;
    entry.what =
        "signing ceremony" + (event->date_words.empty() ? "" : " (" + event->date_words + ")");
    entry.reports = {report_name(*account)};
    entry.independent_sources = 1;
    entry.evidence = cite(*account, event->evidence, {});
    timeline.entries.push_back(std::move(entry));
  }
  std::ranges::stable_sort(timeline.entries, [](const TimelineEntry& a, const TimelineEntry& b) {
    if (a.date.empty() != b.date.empty()) return b.date.empty();
    return a.date < b.date;
  });
  return timeline;
}

}  // namespace concord
