#include "report/print.h"

#include <nlohmann/json.hpp>

#include "text/utf8.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

class Printer {
 public:
  Printer(const Report& report) : report_(report), map_(report.text) {}

  std::string out;

  void line(const Json& json) {
    out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += '\n';
  }

  Json start(const char* type) const { return Json{{"type", type}, {"report", report_.path}}; }

  Json evidence(const std::vector<Evidence>& list) const {
    Json selectors = Json::array();
    for (const Evidence& item : list) {
      selectors.push_back({{"section", name_of(item.section)},
                           {"exact", report_.words(item.span)},
                           {"start", map_.code_point(item.span.begin)},
                           {"end", map_.code_point(item.span.end)}});
    }
    return selectors;
  }

  void report() {
    Json json = start("report");
    json["title"] = text_or_null(report_.title);
    json["outlet"] = text_or_null(report_.outlet);
    json["byline"] = report_.byline;
    json["dateline"] = text_or_null(report_.dateline);
    json["published"] = text_or_null(report_.published);
    json["updated"] = text_or_null(report_.updated);
    json["language"] = report_.language;
    json["derived_from"] = text_or_null(report_.derived_from);
    json["digest"] = report_.digest;
    json["text"] = article_text(report_);
    line(json);
  }

  void said_by(Json& json, const Source& source) const {
    json["said_by"] = text_or_null(source.name);
    json["said_by_role"] = text_or_null(source.role);
    json["channel"] = text_or_null(source.channel);
    if (!source.chain.empty()) json["said_by_chain"] = source.chain;
  }

  void print(const Agreement& agreement) {
    Json json = start("agreement");
    json["agreement"] = agreement.name;
    json["aliases"] = agreement.aliases;
    line(json);
  }

  void print(const Claim& claim) {
    Json json = start("claim");
    json["agreement"] = claim.agreement;
    json["party"] = claim.party ? Json(*claim.party) : Json(nullptr);
    json["party_name"] = text_or_null(claim.party_name);
    json["stage"] = name_of(claim.stage);
    if (claim.mode != RatificationMode::none) json["mode"] = name_of(claim.mode);
    json["polarity"] = name_of(claim.polarity);
    json["certainty"] = name_of(claim.certainty);
    json["date"] = text_or_null(claim.date);
    json["effective"] = text_or_null(claim.effective);
    said_by(json, claim.said_by);
    if (claim.stage == Stage::conditional) json["condition"] = text_or_null(claim.condition);
    json["background"] = claim.background;
    if (claim.first) json["first"] = true;
    json["rule"] = claim.rule;
    json["evidence"] = evidence(claim.evidence);
    line(json);
  }

  void print(const Quote& quote) {
    Json json = start("quote");
    json["speaker"] = text_or_null(quote.speaker.name);
    json["speaker_role"] = text_or_null(quote.speaker.role);
    json["quote"] = report_.words(quote.words);
    json["direct"] = quote.direct;
    json["channel"] = text_or_null(quote.speaker.channel);
    json["date"] = text_or_null(quote.date);
    json["occasion"] = text_or_null(quote.occasion);
    json["evidence"] = evidence(quote.evidence);
    line(json);
  }

  void print(const Event& event) {
    Json json = start("event");
    json["kind"] = event.kind;
    json["participants"] = event.participants;
    json["place"] = text_or_null(event.place);
    json["date"] = text_or_null(event.date);
    json["date_words"] = text_or_null(event.date_words);
    json["planned"] = event.planned;
    json["agreement"] = text_or_null(event.agreement);
    json["evidence"] = evidence(event.evidence);
    line(json);
  }

  void print(const Relation& relation) {
    Json json = start("relation");
    json["a"] = relation.a;
    json["b"] = relation.b;
    json["kind"] = relation.kind;
    json["since"] = text_or_null(relation.since);
    json["place"] = text_or_null(relation.place);
    json["polarity"] = name_of(relation.polarity);
    json["evidence"] = evidence(relation.evidence);
    line(json);
  }

  void print(const Topic& topic) {
    Json json = start("topic");
    json["agreement"] = text_or_null(topic.agreement);
    json["event"] = text_or_null(topic.event);
    json["field"] = topic.field;
    json["evidence"] = evidence(topic.evidence);
    line(json);
  }

  void print(const Assessment& assessment) {
    Json json = start("assessment");
    json["agreement"] = text_or_null(assessment.agreement);
    json["party"] = assessment.party ? Json(*assessment.party) : Json(nullptr);
    json["value"] = assessment.value;
    said_by(json, assessment.said_by);
    json["evidence"] = evidence(assessment.evidence);
    line(json);
  }

  void print(const Figure& figure) {
    Json json = start("figure");
    json["what"] = figure.what;
    json["value"] = figure.value;
    json["evidence"] = evidence(figure.evidence);
    line(json);
  }

  template <typename Noun>
  void print_all(const std::vector<Noun>& nouns) {
    for (const Noun& noun : nouns) print(noun);
  }

 private:
  const Report& report_;
  CodePointMap map_;
};

}  // namespace

std::string article_text(const Report& report) {
  std::string text;
  for (const Block& block : report.blocks) {
    if (!text.empty()) text += "\n\n";
    text += report.words(block.span);
  }
  return text;
}

std::string json_lines(const Report& report, const Findings& findings) {
  Printer printer(report);
  printer.report();
  printer.print_all(findings.agreements);
  printer.print_all(findings.claims);
  printer.print_all(findings.quotes);
  printer.print_all(findings.events);
  printer.print_all(findings.relations);
  printer.print_all(findings.topics);
  printer.print_all(findings.assessments);
  printer.print_all(findings.figures);
  return std::move(printer.out);
}

}  // namespace concord
