// Which report prints, retells or cites which.
//
// In:       reports from the earliest on (lineage_order), one by one.
// Out:      links from each to earlier ones: what they share, and which of the two was first.
// Method:   own words only (own_words.h): quotations and statements are compared apart. Winnowed
//           shingles find who may share text, passages.h verifies it word by word. Digests share
//           few words: they are known by their credit and by telling the same names and figures.
// Why:      docs/stories.md
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "report/report.h"
#include "story/credits.h"
#include "story/passages.h"
#include "story/words.h"

namespace concord {

enum class LinkKind : std::uint8_t {
  copy,              // most of both, word by word
  excerpt,           // most of one stands in the longer other
  rewrite,           // most of one stands in the other with words changed
  digest,            // the same facts in few words, credited
  cites,             // names the other's outlet as its source for something
  shared_quotation,  // both quote the same words, and no more
};
std::string_view name_of(LinkKind kind);

// Why one of the two is known to have been first.
enum class FirstBy : std::uint8_t { unknown, credit, agency, time };
std::string_view name_of(FirstBy by);

struct ReportLink {
  std::uint32_t later = 0, earlier = 0;  // numbers of reports, in order of time as far as known
  LinkKind kind = LinkKind::copy;
  double cover_later = 0, cover_earlier = 0;  // share of own words that stand in the other, 0 to 1
  FirstBy by = FirstBy::unknown;
  bool earlier_is_source = true;  // means nothing where `by` is unknown
  std::string outlet;             // cites, digest: the outlet that is named
};

// A credit to an outlet none of whose reports is there: a digest of what only its readers know.
struct OutsideCredit {
  std::uint32_t report = 0;
  std::string outlet;
};

// The earliest first: by publication time, the undated last; then who retells nobody; then digest.
std::vector<std::size_t> lineage_order(const std::vector<const Report*>& reports);

// How far apart a report and its digest may be.
inline constexpr int kDigestDays = 3;

class LineageFinder {
 public:
  // Reports older than `window_days` before the newest are forgotten (about 8 KB each of 500
  // words); none: all are kept.
  LineageFinder(const StoryWords& words, std::optional<int> window_days);
  ~LineageFinder();
  LineageFinder(LineageFinder&&) noexcept;

  // An outlet that reports may credit, known before its own report comes.
  void know_outlet(const std::string& name);
  // The next report in order; its links to earlier ones, text links first, the most covered first.
  std::vector<ReportLink> add(const Report& report);
  // The outlets that its account is credited to, its own apart.
  const std::vector<OutsideCredit>& outside_credits() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

// The passages that two reports share outside quotations (or, for a shared quotation, inside), as
// Spans of their texts.
struct TextPassage {
  Span a, b;
  bool operator==(const TextPassage&) const = default;
};
std::vector<TextPassage> shared_passages(const Report& a, const Report& b, bool quoted,
                                         const StoryWords& words);

}  // namespace concord
