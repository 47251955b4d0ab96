#include "report/print.h"

#include "report/json_line.h"
#include "text/utf8.h"

namespace concord {
namespace {

class Printer {
 public:
  Printer(const Report& report) : report_(report), map_(report.text) {}

  std::string out;

  void line(JsonLine& json) {
    out += json.take();
    out += '\n';
  }

  JsonLine start(const char* type) const {
    JsonLine json;
    json.put("type", type);
    json.put("report", report_.path);
    return json;
  }

  std::string evidence(const std::vector<Evidence>& list) const {
    std::string selectors = "[";
    for (const Evidence& item : list) {
      JsonLine json;
      json.put("section", name_of(item.section));
      json.put("exact", report_.words(item.span));
      json.put("start", map_.code_point(item.span.begin));
      json.put("end", map_.code_point(item.span.end));
      if (selectors.size() > 1) selectors += ',';
      selectors += json.take();
    }
    return selectors + "]";
  }

  void report(bool with_provenance) {
    JsonLine json = start("report");
    json.put_or_null("title", report_.title);
    json.put_or_null("outlet", report_.outlet);
    json.put("byline", report_.byline);
    json.put_or_null("dateline", report_.dateline);
    json.put_or_null("published", report_.published);
    json.put_or_null("updated", report_.updated);
    json.put("language", report_.language);
    json.put_or_null("derived_from", report_.derived_from);
    json.put_or_null("address", report_.address);
    json.put_or_null("captured", report_.captured);
    if (!report_.notes.empty()) json.put("notes", report_.notes);
    json.put("digest", report_.digest);
    json.raw("source", source());
    if (with_provenance) json.raw("provenance", provenance());
    json.put("text", article_text(report_));
    line(json);
  }

  // Where the report's own bytes lie, and their digest.
  std::string source() const {
    const Position& position = report_.position;
    JsonLine json;
    json.put("path", position.file);
    json.raw("offset", std::to_string(position.offset));
    json.raw("length", std::to_string(position.length));
    if (!position.packing.empty()) json.put("packing", position.packing);
    json.put("digest", report_.digest);
    return json.take();
  }

  // By field: {"published":[{"value":...,"from":...},...],...}
  std::string provenance() const {
    JsonLine fields;
    const std::vector<Provenance>& all = report_.provenance;
    for (std::size_t i = 0; i < all.size();) {
      const std::string& field = all[i].field;
      std::string list = "[";
      for (; i < all.size() && all[i].field == field; ++i) {
        JsonLine json;
        json.put("value", all[i].value);
        json.put("from", all[i].from);
        json.put("where", all[i].where);
        json.raw("weight", std::to_string(all[i].weight));
        json.put("chosen", all[i].chosen);
        json.put_or_null("reason", all[i].reason);
        if (list.size() > 1) list += ',';
        list += json.take();
      }
      fields.raw(field, list + "]");
    }
    return fields.take();
  }

  void said_by(JsonLine& json, const Source& source) const {
    json.put_or_null("said_by", source.name);
    json.put_or_null("said_by_role", source.role);
    json.put_or_null("channel", source.channel);
    if (!source.chain.empty()) json.put("said_by_chain", source.chain);
  }

  void print(const Agreement& agreement) {
    JsonLine json = start("agreement");
    json.put("agreement", agreement.name);
    json.put("aliases", agreement.aliases);
    line(json);
  }

  void print(const Claim& claim) {
    JsonLine json = start("claim");
    json.put("agreement", claim.agreement);
    json.put_or_null("party", claim.party.value_or(""));
    json.put_or_null("party_name", claim.party_name);
    json.put("stage", name_of(claim.stage));
    if (claim.mode != RatificationMode::none) json.put("mode", name_of(claim.mode));
    json.put("polarity", name_of(claim.polarity));
    json.put("certainty", name_of(claim.certainty));
    json.put_or_null("date", claim.date);
    json.put_or_null("effective", claim.effective);
    said_by(json, claim.said_by);
    if (claim.stage == Stage::conditional) json.put_or_null("condition", claim.condition);
    json.put("background", claim.background);
    if (claim.first) json.put("first", true);
    json.put("rule", claim.rule);
    json.raw("evidence", evidence(claim.evidence));
    line(json);
  }

  void print(const Quote& quote) {
    JsonLine json = start("quote");
    json.put_or_null("speaker", quote.speaker.name);
    json.put_or_null("speaker_role", quote.speaker.role);
    json.put("quote", report_.words(quote.words));
    json.put("direct", quote.direct);
    json.put_or_null("channel", quote.speaker.channel);
    json.put_or_null("date", quote.date);
    json.put_or_null("occasion", quote.occasion);
    json.raw("evidence", evidence(quote.evidence));
    line(json);
  }

  void print(const Event& event) {
    JsonLine json = start("event");
    json.put("kind", event.kind);
    json.put("participants", event.participants);
    json.put_or_null("place", event.place);
    json.put_or_null("date", event.date);
    json.put_or_null("date_words", event.date_words);
    json.put("planned", event.planned);
    json.put_or_null("agreement", event.agreement);
    json.raw("evidence", evidence(event.evidence));
    line(json);
  }

  void print(const Relation& relation) {
    JsonLine json = start("relation");
    json.put("a", relation.a);
    json.put("b", relation.b);
    json.put("kind", relation.kind);
    json.put_or_null("since", relation.since);
    json.put_or_null("place", relation.place);
    json.put("polarity", name_of(relation.polarity));
    json.raw("evidence", evidence(relation.evidence));
    line(json);
  }

  void print(const Topic& topic) {
    JsonLine json = start("topic");
    json.put_or_null("agreement", topic.agreement);
    json.put_or_null("event", topic.event);
    json.put("field", topic.field);
    json.raw("evidence", evidence(topic.evidence));
    line(json);
  }

  void print(const Assessment& assessment) {
    JsonLine json = start("assessment");
    json.put_or_null("agreement", assessment.agreement);
    json.put_or_null("party", assessment.party.value_or(""));
    json.put("value", assessment.value);
    said_by(json, assessment.said_by);
    json.raw("evidence", evidence(assessment.evidence));
    line(json);
  }

  void print(const Figure& figure) {
    JsonLine json = start("figure");
    json.put("what", figure.what);
    json.put("value", figure.value);
    json.raw("evidence", evidence(figure.evidence));
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

std::string json_line(const Report& report) {
  Printer printer(report);
  printer.report(true);
  return std::move(printer.out);
}

std::string json_lines(const Report& report, const Findings& findings) {
  Printer printer(report);
  printer.report(false);
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
