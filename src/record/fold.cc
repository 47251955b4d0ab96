#include "record/fold.h"

#include <algorithm>
#include <set>

#include "text/utf8.h"

namespace concord {

std::string latest_date(const std::vector<Account>& accounts) {
  std::string latest;
  for (const Account& account : accounts) latest = std::max(latest, account.report.published);
  return latest;
}

std::vector<Held> claims_on(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& moment) {
  std::vector<Held> held;
  for (const Account& account : accounts) {
    if (!moment.known_by.empty() && account.report.published > moment.known_by) continue;
    for (const Claim& claim : account.findings.claims) {
      if (claim.agreement_id != id) continue;
      const bool ahead =
          !moment.as_of.empty() && !claim.date.empty() &&
          claim.date.substr(0, moment.as_of.size()) > moment.as_of.substr(0, claim.date.size());
      if (!ahead) held.push_back({&account, &claim});
    }
  }
  std::ranges::stable_sort(held, [](const Held& a, const Held& b) {
    return a.account->report.digest < b.account->report.digest;
  });
  return held;
}

std::vector<std::pair<const Account*, const Event*>> planned_signings(
    const std::vector<Account>& accounts, const std::string& id) {
  std::vector<std::pair<const Account*, const Event*>> planned;
  for (const Account& account : accounts) {
    for (const Event& event : account.findings.events) {
      if (event.planned && event.kind == "ceremony" && event.agreement_id == id)
        planned.emplace_back(&account, &event);
    }
  }
  return planned;
}

std::vector<Citation> cite(const Account& account, const std::vector<Evidence>& evidence,
                           const Source& said_by) {
  const CodePointMap map(account.report.text);
  std::vector<Citation> citations;
  for (const Evidence& item : evidence) {
    Citation citation;
    citation.report = report_name(account);
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
