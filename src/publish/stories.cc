#include "publish/stories.h"

#include <algorithm>
#include <cmath>

#include "publish/retellings.h"
#include "publish/words.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kPassagesShown = 3;

std::string file_name(const Report& report) {
  return report.path.substr(report.path.find_last_of('/') + 1);
}

std::string name_with_file(const Report& report) {
  return report.outlet.empty() ? file_name(report) : report.outlet + " (" + file_name(report) + ")";
}

const Report* report_of(const Coverage& coverage, const std::string& digest) {
  const auto at = std::ranges::find(coverage.reports, digest, &Report::digest);
  return at == coverage.reports.end() ? nullptr : &*at;
}

// "own account", "copies The Meridian Post (...)".
std::string account_words(const Coverage& coverage, std::size_t report) {
  const Origin& origin = coverage.lineage.origins[report];
  if (origin.kind == OriginKind::own) return "own account";
  const Report* source = report_of(coverage, origin.source);
  return retelling_verb(origin.kind) + " " +
         (source == nullptr ? origin.source : name_with_file(*source));
}

std::string counts_words(const CoveredStory& story) {
  return counted(story.story.reports.size(), "report") + ", " +
         counted(static_cast<std::size_t>(story.independent_sources), "independent source");
}

std::string span_words(const CoveredStory& story) {
  if (story.first.empty()) return "undated";
  const std::string first = date_words(story.first), last = date_words(story.last);
  return first == last ? first : first + " to " + last;
}

std::string per_cent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

// What the report's link to the other is, from the report's side.
std::string link_words(const ReportLink& link, bool is_later) {
  const bool known = link.by != FirstBy::unknown;
  const bool is_source = known && link.earlier_is_source != is_later;
  switch (link.kind) {
    case LinkKind::copy:
      return !known ? "the same text as" : is_source ? "copied by" : "copy of";
    case LinkKind::excerpt:
      return !known ? "shares a long excerpt with" : is_source ? "excerpted by" : "takes from";
    case LinkKind::rewrite:
      return !known ? "the same account as" : is_source ? "rewritten by" : "rewrite of";
    case LinkKind::digest:
      return is_source ? "retold by" : "digest of";
    case LinkKind::cites:
      return is_source ? "cited by" : "cites";
    case LinkKind::shared_quotation:
      break;
  }
  return "quotes the same words as";
}

std::string first_words(const ReportLink& link) {
  switch (link.by) {
    case FirstBy::credit:
      return "as credited";
    case FirstBy::agency:
      return "an agency's";
    case FirstBy::time:
      return "by time of publication";
    case FirstBy::unknown:
      break;
  }
  return "which was first is not known";
}

std::vector<TextPassage> passages_of(const Coverage& coverage, const ReportLink& link,
                                     std::size_t report) {
  if (link.kind == LinkKind::cites) return {};
  const std::size_t other = link.later == report ? link.earlier : link.later;
  auto passages = shared_passages(coverage.reports[report], coverage.reports[other],
                                  link.kind == LinkKind::shared_quotation, built_in_story_words());
  std::ranges::stable_sort(passages, std::greater{},
                           [](const TextPassage& p) { return p.a.size(); });
  return passages;
}

}  // namespace

std::string short_id(const std::string& digest) { return digest.substr(0, 12); }

std::string stories_table(const Coverage& coverage, const Style& style) {
  std::vector<Cells> rows;
  for (const CoveredStory& story : coverage.stories) {
    rows.push_back({short_id(story.story.id), span_words(story), one_line(story.title),
                    std::to_string(story.story.reports.size()),
                    std::to_string(story.independent_sources)});
  }
  return table({"Story", "Published", "Headline", "Reports", "Sources"}, rows, style);
}

std::string story_page(const Coverage& coverage, const CoveredStory& story, const Style& style) {
  std::string out = style.bold(story.title.empty() ? "Without a headline" : one_line(story.title));
  out += "\n" + short_id(story.story.id) + ": " + span_words(story) + ", " + counts_words(story);
  if (!story.story.former.empty()) {
    std::vector<std::string> ids;
    for (const std::string& id : story.story.former) ids.push_back(short_id(id));
    out += "; also known as " + listed(ids);
  }
  out += "\n\n";
  std::vector<Cells> rows;
  for (const std::size_t i : story.story.reports) {
    const Report& report = coverage.reports[i];
    rows.push_back({date_words(report.published), name_with_file(report), one_line(report.title),
                    account_words(coverage, i)});
  }
  return out + table({"Published", "Report", "Headline", "Whose account"}, rows, style);
}

std::string origins_page(const Coverage& coverage, std::size_t report, const Style& style) {
  const Report& own = coverage.reports[report];
  std::string out = style.bold(name_with_file(own)) + "\n";
  out += paragraph(capitalized(account_words(coverage, report)) + ".", style.width, "");
  for (const ReportLink* link : links_of(coverage, report)) {
    const bool is_later = link->later == report;
    const Report& other = coverage.reports[is_later ? link->earlier : link->later];
    std::string line = link_words(*link, is_later) + " " + name_with_file(other);
    if (link->kind != LinkKind::cites && link->kind != LinkKind::shared_quotation &&
        link->cover_later > 0) {
      const double own_cover = is_later ? link->cover_later : link->cover_earlier;
      const double other_cover = is_later ? link->cover_earlier : link->cover_later;
      line += ": " + per_cent(own_cover) + " of its own words, " + per_cent(other_cover) +
              " of the other's; " + first_words(*link);
    }
    out += "\n" + paragraph(capitalized(line), style.width, "    ", "  - ");
    const auto passages = passages_of(coverage, *link, report);
    for (std::size_t i = 0; i < std::min(passages.size(), kPassagesShown); ++i)
      out += paragraph(one_line(own.words(passages[i].a)), style.width, "    | ");
    if (passages.size() > kPassagesShown)
      out += "    " +
             style.dim("and " + counted(passages.size() - kPassagesShown, "more passage")) + "\n";
  }
  return out;
}

}  // namespace concord
