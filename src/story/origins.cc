#include "story/origins.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "story/days.h"
#include "story/facts.h"

namespace concord {
namespace {

constexpr double kDependsCover = 0.45;  // of a report's own words: it is the other's account
constexpr double kRootCover = 0.3;      // of a copy's copy: it still is the root's account
constexpr double kFullCopy = 0.8;       // what copies such a copy copies the root
// Two reports that credit one absent outlet retell one account of it where they share these facts.
constexpr double kSameAccountFacts = 0.3;

bool is_text(LinkKind kind) {
  return kind == LinkKind::copy || kind == LinkKind::excerpt || kind == LinkKind::rewrite;
}

// One report's dependence on another.
struct Dependence {
  std::uint32_t source = 0;
  double cover = 0;
  LinkKind kind = LinkKind::copy;
};

OriginKind kind_of(LinkKind kind) {
  switch (kind) {
    case LinkKind::excerpt:
      return OriginKind::excerpt;
    case LinkKind::rewrite:
      return OriginKind::rewrite;
    case LinkKind::digest:
      return OriginKind::digest;
    default:
      return OriginKind::copy;
  }
}

// Works on numbers in lineage order.
class Roots {
 public:
  Roots(std::size_t reports, const std::vector<ReportLink>& links) : depends_(reports) {
    for (const ReportLink& link : links) add(link);
  }

  // The report's strongest source, if it depends on one.
  std::optional<Dependence> source_of(std::uint32_t report) const {
    std::optional<Dependence> best;
    for (const Dependence& one : depends_[report]) {
      if (one.cover < kDependsCover) continue;
      if (!best || one.cover > best->cover ||
          (one.cover == best->cover && one.source < best->source))
        best = one;
    }
    return best;
  }

  // The root of the report's account: itself, or what its sources lead to as far as it shares
  // their account.
  std::uint32_t root_of(std::uint32_t report) const {
    std::uint32_t root = report;
    double full = 1;  // how much of the way so far was copied whole
    std::vector<std::uint32_t> way = {report};
    while (const auto next = source_of(root)) {
      if (std::ranges::find(way, next->source) != way.end()) {
        // Two that each stand in the other: the earlier one.
        return std::min(root, next->source);
      }
      const bool shares = root == report || full >= kFullCopy || covers(report, next->source);
      if (!shares) break;
      full = std::min(full, next->cover);
      root = next->source;
      way.push_back(root);
    }
    return root;
  }

 private:
  void add(const ReportLink& link) {
    if (link.kind == LinkKind::digest) {
      depends_[link.later].push_back({link.earlier, 1, link.kind});
      return;
    }
    if (!is_text(link.kind)) return;
    // Where nothing says which was first, the later in order depends, or the one that can.
    bool later_depends = link.earlier_is_source;
    if (link.by == FirstBy::unknown)
      later_depends = link.cover_later >= kDependsCover || link.cover_earlier < kDependsCover;
    if (later_depends) {
      depends_[link.later].push_back({link.earlier, link.cover_later, link.kind});
    } else {
      depends_[link.earlier].push_back({link.later, link.cover_earlier, link.kind});
    }
  }

  bool covers(std::uint32_t report, std::uint32_t source) const {
    return std::ranges::any_of(depends_[report], [&](const Dependence& one) {
      return one.source == source && one.cover >= kRootCover;
    });
  }

  std::vector<std::vector<Dependence>> depends_;
};

// Digests of accounts that are not there: those of one outlet, of the same days and facts, are one.
class OutsideAccounts {
 public:
  // The earliest report, by number, whose account this is, and the outlet.
  std::uint32_t join(const std::string& outlet, std::uint32_t number, const Report& report) {
    const auto day = day_number(report.published);
    const auto facts = facts_of(story_tokens(report));
    for (const Account& one : accounts_[outlet]) {
      const bool same_days = !day || !one.day || std::abs(*day - *one.day) <= kDigestDays;
      if (same_days && shared_facts(facts, one.facts) >= kSameAccountFacts) return one.number;
    }
    accounts_[outlet].push_back({number, day, facts});
    return number;
  }

 private:
  struct Account {
    std::uint32_t number = 0;
    std::optional<int> day;
    std::vector<std::uint32_t> facts;
  };
  std::map<std::string, std::vector<Account>> accounts_;
};

}  // namespace

std::string_view name_of(OriginKind kind) {
  constexpr std::string_view kNames[] = {"own", "copy", "excerpt", "rewrite", "digest"};
  return kNames[static_cast<std::size_t>(kind)];
}

Lineage trace_lineage(const std::vector<const Report*>& reports) {
  const auto order = lineage_order(reports);
  LineageFinder finder(built_in_story_words(), std::nullopt);
  Lineage lineage;
  lineage.origins.resize(reports.size());
  for (const std::size_t i : order) finder.know_outlet(reports[i]->outlet);
  for (const std::size_t i : order) {
    auto links = finder.add(*reports[i]);
    std::ranges::move(links, std::back_inserter(lineage.links));
  }
  const Roots roots(reports.size(), lineage.links);
  std::map<std::uint32_t, std::string> outside;  // the first outlet that each credits
  for (const OutsideCredit& credit : finder.outside_credits())
    outside.try_emplace(credit.report, credit.outlet);
  OutsideAccounts accounts;
  for (std::uint32_t number = 0; number < order.size(); ++number) {
    const Report& own = *reports[order[number]];
    Origin& origin = lineage.origins[order[number]];
    const std::uint32_t root = roots.root_of(number);
    origin.id = reports[order[root]]->digest;
    if (const auto source = roots.source_of(number); source && root != number) {
      origin.kind = kind_of(source->kind);
      origin.source = reports[order[source->source]]->digest;
    }
    // The root may itself be an outlet's account that is not there.
    if (const auto credit = outside.find(root); credit != outside.end()) {
      const Report& first = *reports[order[root]];
      origin.id = reports[order[accounts.join(credit->second, root, first)]]->digest;
      if (root == number) {
        origin.kind = own.derived_from.empty() ? OriginKind::copy : OriginKind::digest;
        origin.source = credit->second;
      }
    }
  }
  for (ReportLink& link : lineage.links) {
    link.later = static_cast<std::uint32_t>(order[link.later]);
    link.earlier = static_cast<std::uint32_t>(order[link.earlier]);
  }
  return lineage;
}

std::vector<Origin> find_origins(const std::vector<const Report*>& reports) {
  return trace_lineage(reports).origins;
}

}  // namespace concord
