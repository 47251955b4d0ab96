#include "story/lineage.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>
#include <unordered_map>

#include "story/days.h"
#include "story/facts.h"
#include "story/sentence_bags.h"
#include "story/shingles.h"

namespace concord {
namespace {

// A pair is a copy where at least this share of the shorter one's own words stands in the other.
// Independent accounts of one event share names, titles and set phrases: 5 to 25 in 100 words;
// copies with three words in ten replaced, 80 and more.
constexpr double kCopyCover = 0.45;
constexpr double kShortCopyCover = 0.6;  // of texts of fewer own words than kShortWords
constexpr std::uint32_t kShortWords = 60;
constexpr std::uint32_t kSharedWordsMin = 20;
constexpr double kMostCover = 0.6;             // "most of it"
constexpr double kWordByWord = 0.88;           // share of words unchanged in a copy
constexpr std::uint32_t kCandidateShare = 20;  // of the smaller sample, one shingle in so many
// A rewrite that left few words in a row: sentence by sentence it tells the same.
constexpr double kRetoldShare = 0.65;
constexpr std::uint32_t kRetoldSentences = 3;
constexpr std::uint32_t kRetoldOrdinary = 10;  // words that are no names or figures
constexpr double kRetoldOrdinaryShare = 0.35;  // of such words in those sentences
constexpr std::uint32_t kQuoteSharers = 8;
// A digest tells this share of the names and figures of what it retells, or of its own if fewer.
constexpr double kDigestFacts = 0.3;
constexpr double kUndatedFacts = 0.5;

// What is kept of a report.
struct Trace {
  std::uint32_t number = 0;
  WordRow own, quoted;
  std::uint32_t own_count = 0, sample_size = 0;
  SentenceBags bags;
  std::vector<std::uint32_t> facts;
  std::vector<std::uint32_t> credits;  // outlets whose account it prints
  std::uint32_t outlet = 0;
  std::string published;
  std::optional<int> day;
};

bool credits(const Trace& trace, std::uint32_t outlet) {
  return outlet != 0 && outlet != trace.outlet &&
         std::ranges::find(trace.credits, outlet) != trace.credits.end();
}

// Which of two was first: a credit says so, an agency sells and does not copy, else the time.
void set_first(const Trace& later, const Trace& earlier, const OutletNames& outlets,
               ReportLink& link) {
  const bool to_earlier = credits(later, earlier.outlet), to_later = credits(earlier, later.outlet);
  if (to_earlier != to_later) {
    link.by = FirstBy::credit;
    link.earlier_is_source = to_earlier;
    return;
  }
  const bool a = outlets.is_agency(earlier.outlet), b = outlets.is_agency(later.outlet);
  if (a != b) {
    link.by = FirstBy::agency;
    link.earlier_is_source = a;
    return;
  }
  const std::size_t fine = std::min(later.published.size(), earlier.published.size());
  if (!later.published.empty() && !earlier.published.empty() &&
      later.published.substr(0, fine) != earlier.published.substr(0, fine))
    link.by = FirstBy::time;
}

// Sentence by sentence the same, in other words.
bool is_retold(const Retold& told) {
  return std::max(told.share_a, told.share_b) >= kRetoldShare &&
         told.sentences >= kRetoldSentences && told.ordinary >= kRetoldOrdinary &&
         told.ordinary_share >= kRetoldOrdinaryShare;
}

// Word by word the same, but for words that were replaced.
bool is_copied(const Trace& own, const Trace& other, const Sharing& sharing,
               const ReportLink& link) {
  const bool is_short = std::min(own.own_count, other.own_count) < kShortWords;
  return std::max(link.cover_later, link.cover_earlier) >=
             (is_short ? kShortCopyCover : kCopyCover) &&
         std::min(sharing.a_covered, sharing.b_covered) >= kSharedWordsMin;
}

double share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

}  // namespace

std::string_view name_of(LinkKind kind) {
  constexpr std::string_view kNames[] = {"copy",   "excerpt", "rewrite",
                                         "digest", "cites",   "shared_quotation"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(FirstBy by) {
  constexpr std::string_view kNames[] = {"unknown", "credit", "agency", "time"};
  return kNames[static_cast<std::size_t>(by)];
}

std::vector<std::size_t> lineage_order(const std::vector<const Report*>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](std::size_t x, std::size_t y) {
    const Report &a = *reports[x], &b = *reports[y];
    if (a.published.empty() != b.published.empty()) return b.published.empty();
    if (a.published != b.published) return a.published < b.published;
    if (a.derived_from.empty() != b.derived_from.empty()) return a.derived_from.empty();
    return a.digest < b.digest;
  });
  return order;
}

class LineageFinder::State {
 public:
  State(const StoryWords& words, std::optional<int> window_days)
      : words_(words), outlets_(words), window_days_(window_days) {}

  std::vector<ReportLink> add(const Report& report) {
    const auto tokens = story_tokens(report);
    Trace trace = trace_of(report, tokens);
    forget(trace.day);
    OwnWords own = own_words(report, tokens, words_);
    trace.own = std::move(own.own);
    trace.quoted = std::move(own.quoted);
    trace.own_count = own.own_count;
    const auto sample = winnow(trace.own), quotes = winnow(trace.quoted);
    trace.sample_size = static_cast<std::uint32_t>(sample.size());
    std::vector<ReportLink> links = text_links(trace, sample);
    add_quotation_links(trace, quotes, links);
    add_credit_links(trace, links);
    own_index_.add(trace.number, sample);
    quote_index_.add(trace.number, quotes);
    if (trace.outlet != 0) by_outlet_[trace.outlet].push_back(trace.number);
    kept_.push_back(std::move(trace));
    return links;
  }

  void know_outlet(const std::string& name) { outlets_.add(name); }

  const std::vector<OutsideCredit>& outside_credits() const { return outside_; }

 private:
  Trace trace_of(const Report& report, const std::vector<StoryToken>& tokens) {
    Trace trace;
    trace.number = next_++;
    trace.outlet = outlets_.add(report.outlet);
    trace.published = report.published;
    trace.day = day_number(report.published);
    trace.facts = facts_of(tokens);
    trace.bags = sentence_bags(tokens, words_);
    cited_.clear();
    for (const Credit& credit : find_credits(report, tokens, outlets_, words_)) {
      auto& list = credit.cites ? cited_ : trace.credits;
      if (std::ranges::find(list, credit.outlet) == list.end()) list.push_back(credit.outlet);
    }
    // A digest's page may name no outlet but the one that it retells.
    if (!report.derived_from.empty()) {
      const std::uint32_t outlet = outlets_.add(report.derived_from);
      if (outlet == trace.outlet) trace.outlet = 0;
      if (std::ranges::find(trace.credits, outlet) == trace.credits.end())
        trace.credits.push_back(outlet);
    }
    return trace;
  }

  const Trace& kept(std::uint32_t number) const { return kept_[number - kept_.front().number]; }

  void forget(std::optional<int> day) {
    if (!window_days_ || !day) return;
    while (!kept_.empty() && kept_.front().day && *kept_.front().day < *day - *window_days_) {
      if (kept_.front().outlet != 0) by_outlet_[kept_.front().outlet].pop_front();
      kept_.pop_front();
    }
    const std::uint32_t first = kept_.empty() ? next_ - 1 : kept_.front().number;
    own_index_.forget_below(first);
    quote_index_.forget_below(first);
  }

  std::vector<ReportLink> text_links(const Trace& own, const std::vector<std::uint64_t>& sample) {
    std::vector<ReportLink> links;
    const auto sharers = own_index_.find(sample, 3);
    if (sharers.empty()) return links;
    const SeedTable seeds(own.own);
    for (const auto& [number, shared] : sharers) {
      const Trace& other = kept(number);
      const auto smaller = std::min<std::uint32_t>(own.sample_size, other.sample_size);
      if (shared * kCandidateShare < smaller) continue;
      if (auto link = text_link(own, other, seeds)) links.push_back(*std::move(link));
    }
    std::ranges::stable_sort(links, [](const ReportLink& a, const ReportLink& b) {
      return a.cover_later != b.cover_later ? a.cover_later > b.cover_later : a.earlier < b.earlier;
    });
    return links;
  }

  std::optional<ReportLink> text_link(const Trace& own, const Trace& other,
                                      const SeedTable& seeds) const {
    const Sharing sharing = seeds.shared_with(other.own);
    ReportLink link;
    link.later = own.number;
    link.earlier = other.number;
    link.cover_later = share(sharing.a_covered, own.own_count);
    link.cover_earlier = share(sharing.b_covered, other.own_count);
    const bool copied = is_copied(own, other, sharing, link);
    const bool both = link.cover_later >= kMostCover && link.cover_earlier >= kMostCover;
    link.kind = both ? LinkKind::copy : LinkKind::excerpt;
    if (!copied || sharing.alike < kWordByWord) {
      const Retold told = retold(own.bags, other.bags);
      if (!copied && !is_retold(told)) return std::nullopt;
      link.kind = LinkKind::rewrite;
      link.cover_later = std::max(link.cover_later, told.share_a);
      link.cover_earlier = std::max(link.cover_earlier, told.share_b);
    }
    set_first(own, other, outlets_, link);
    return link;
  }

  // Only where the two are not linked by their own words.
  void add_quotation_links(const Trace& own, const std::vector<std::uint64_t>& sample,
                           std::vector<ReportLink>& links) {
    auto sharers = quote_index_.find(sample, 2);
    if (sharers.size() > kQuoteSharers) sharers.resize(kQuoteSharers);
    if (sharers.empty()) return;
    const SeedTable seeds(own.quoted);
    const std::size_t text_links = links.size();
    for (const auto& sharer : sharers) {
      const std::uint32_t number = sharer.number;
      const bool linked =
          std::any_of(links.begin(), links.begin() + static_cast<std::ptrdiff_t>(text_links),
                      [&](const ReportLink& link) { return link.earlier == number; });
      if (linked || seeds.shared_with(kept(number).quoted).passages.empty()) continue;
      ReportLink link;
      link.later = own.number;
      link.earlier = number;
      link.kind = LinkKind::shared_quotation;
      links.push_back(std::move(link));
    }
  }

  void add_credit_links(const Trace& own, std::vector<ReportLink>& links) {
    for (const std::uint32_t outlet : own.credits) {
      if (outlet == own.outlet) continue;
      const Trace* original = account_of(outlet, own, kDigestFacts);
      if (original == nullptr) {
        outside_.push_back({own.number, outlets_.name(outlet)});
      } else if (!is_text_linked(links, original->number)) {
        links.push_back(named_link(own, *original, LinkKind::digest, outlet));
      }
    }
    for (const std::uint32_t outlet : cited_) {
      if (outlet == own.outlet || credits(own, outlet)) continue;
      const Trace* cited = account_of(outlet, own, kDigestFacts);
      if (cited != nullptr && !is_text_linked(links, cited->number))
        links.push_back(named_link(own, *cited, LinkKind::cites, outlet));
    }
  }

  ReportLink named_link(const Trace& own, const Trace& other, LinkKind kind,
                        std::uint32_t outlet) const {
    ReportLink link;
    link.later = own.number;
    link.earlier = other.number;
    link.kind = kind;
    link.by = FirstBy::credit;
    link.outlet = outlets_.name(outlet);
    return link;
  }

  static bool is_text_linked(const std::vector<ReportLink>& links, std::uint32_t number) {
    return std::ranges::any_of(links, [&](const ReportLink& link) {
      return link.earlier == number && link.kind <= LinkKind::digest;
    });
  }

  // The outlet's report of these days that tells most of the same facts.
  const Trace* account_of(std::uint32_t outlet, const Trace& own, double least) const {
    const auto list = by_outlet_.find(outlet);
    if (list == by_outlet_.end()) return nullptr;
    const Trace* best = nullptr;
    for (const std::uint32_t number : list->second) {
      const Trace& other = kept(number);
      const bool dated = own.day && other.day;
      if (dated && std::abs(*own.day - *other.day) > kDigestDays) continue;
      // Without dates the facts alone must show that it is one happening.
      const double facts = shared_facts(own.facts, other.facts);
      if (facts < (dated ? least : std::max(least, kUndatedFacts))) continue;
      least = facts + 1e-9;
      best = &other;
    }
    return best;
  }

  const StoryWords& words_;
  OutletNames outlets_;
  std::optional<int> window_days_;
  std::deque<Trace> kept_;
  std::unordered_map<std::uint32_t, std::deque<std::uint32_t>> by_outlet_;
  ShingleIndex own_index_, quote_index_;
  std::vector<std::uint32_t> cited_;  // of the report that is being added
  std::vector<OutsideCredit> outside_;
  std::uint32_t next_ = 0;
};

LineageFinder::LineageFinder(const StoryWords& words, std::optional<int> window_days)
    : state_(std::make_unique<State>(words, window_days)) {}
LineageFinder::~LineageFinder() = default;
LineageFinder::LineageFinder(LineageFinder&&) noexcept = default;
void LineageFinder::know_outlet(const std::string& name) { state_->know_outlet(name); }
std::vector<ReportLink> LineageFinder::add(const Report& report) { return state_->add(report); }
const std::vector<OutsideCredit>& LineageFinder::outside_credits() const {
  return state_->outside_credits();
}

std::vector<TextPassage> shared_passages(const Report& a, const Report& b, bool quoted,
                                         const StoryWords& words) {
  const auto tokens_a = story_tokens(a), tokens_b = story_tokens(b);
  const OwnWords own_a = own_words(a, tokens_a, words), own_b = own_words(b, tokens_b, words);
  const WordRow& row = quoted ? own_a.quoted : own_a.own;
  const auto& place_a = quoted ? own_a.quoted_place : own_a.own_place;
  const auto& place_b = quoted ? own_b.quoted_place : own_b.own_place;
  std::vector<TextPassage> out;
  for (const SharedPassage& p :
       SeedTable(row).shared_with(quoted ? own_b.quoted : own_b.own).passages) {
    out.push_back(
        {{tokens_a[place_a[p.a_begin]].span.begin, tokens_a[place_a[p.a_end - 1]].span.end},
         {tokens_b[place_b[p.b_begin]].span.begin, tokens_b[place_b[p.b_end - 1]].span.end}});
  }
  return out;
}

}  // namespace concord
