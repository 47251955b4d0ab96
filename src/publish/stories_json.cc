// Stories and origins as JSON, in the shapes of docs/commands.md.
#include <nlohmann/json.hpp>

#include "publish/stories.h"
#include "text/utf8.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
std::string print(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const Coverage& coverage, std::size_t i) {
  const Report& report = coverage.reports[i];
  const Origin& origin = coverage.lineage.origins[i];
  return {{"report", report.path},
          {"digest", report.digest},
          {"title", text_or_null(report.title)},
          {"outlet", text_or_null(report.outlet)},
          {"published", text_or_null(report.published)},
          {"origin", origin.id},
          {"kind", name_of(origin.kind)},
          {"source", text_or_null(origin.source)}};
}

Json json_of(const Coverage& coverage, const CoveredStory& story) {
  Json reports = Json::array();
  for (const std::size_t i : story.story.reports) reports.push_back(json_of(coverage, i));
  return {{"story", story.story.id},
          {"former", story.story.former},
          {"title", text_or_null(story.title)},
          {"first", text_or_null(story.first)},
          {"last", text_or_null(story.last)},
          {"independent_sources", story.independent_sources},
          {"reports", reports}};
}

// Words of a text with their place in code points, as all evidence has it.
Json json_of(const Report& report, Span span) {
  const CodePointMap map(report.text);
  return {{"exact", report.words(span)},
          {"start", map.code_point(span.begin)},
          {"end", map.code_point(span.end)}};
}

Json json_of(const Coverage& coverage, const ReportLink& link, std::size_t report) {
  const bool is_later = link.later == report;
  const std::size_t other = is_later ? link.earlier : link.later;
  Json source = nullptr;
  if (link.by != FirstBy::unknown)
    source = coverage.reports[link.earlier_is_source ? link.earlier : link.later].digest;
  Json passages = Json::array();
  if (link.kind != LinkKind::cites) {
    for (const TextPassage& p :
         shared_passages(coverage.reports[report], coverage.reports[other],
                         link.kind == LinkKind::shared_quotation, built_in_story_words())) {
      passages.push_back({{"here", json_of(coverage.reports[report], p.a)},
                          {"there", json_of(coverage.reports[other], p.b)}});
    }
  }
  return {{"kind", name_of(link.kind)},
          {"report", coverage.reports[other].path},
          {"digest", coverage.reports[other].digest},
          {"cover_here", is_later ? link.cover_later : link.cover_earlier},
          {"cover_there", is_later ? link.cover_earlier : link.cover_later},
          {"source", source},
          {"first_by", name_of(link.by)},
          {"outlet", text_or_null(link.outlet)},
          {"passages", passages}};
}

}  // namespace

std::string stories_json(const Coverage& coverage) {
  Json json = Json::array();
  for (const CoveredStory& story : coverage.stories) json.push_back(json_of(coverage, story));
  return print(json);
}

std::string story_json(const Coverage& coverage, const CoveredStory& story) {
  return print(json_of(coverage, story));
}

std::string origins_json(const Coverage& coverage, std::size_t report) {
  Json json = json_of(coverage, report);
  json["links"] = Json::array();
  for (const ReportLink* link : links_of(coverage, report))
    json["links"].push_back(json_of(coverage, *link, report));
  return print(json);
}

}  // namespace concord
