// What one report says, as a person reads it: `concord read` in a terminal.
#include "publish/tables.h"
#include "publish/words.h"
#include "text/fold.h"

namespace concord {
namespace {

std::string head_of(const Report& report, const Style& style) {
  std::string out = style.bold(report.title.empty() ? report.path : one_line(report.title)) + "\n";
  out += report.outlet.empty() ? "outlet not named" : report.outlet;
  if (!report.byline.empty()) out += ", by " + listed(report.byline);
  out += report.published.empty() ? ", not dated" : ", " + date_words(report.published);
  if (!report.derived_from.empty()) out += ", after " + report.derived_from;
  return out + "\n";
}

std::string section(const std::string& name, const std::string& lines, const Style& style) {
  return lines.empty() ? "" : "\n" + style.bold(name) + "\n" + lines;
}

std::string claim_lines(const Claim& claim, const Report& report, const Style& style) {
  std::string line = claim.agreement + ": " +
                     (claim.party ? claim.party_name : "the agreement itself") + ", " +
                     cell_words(claim.stage, claim.polarity);
  if (claim.certainty != Certainty::certain)
    line += " (" + std::string(name_of(claim.certainty)) + ")";
  if (!claim.date.empty()) line += ", " + date_words(claim.date);
  if (!claim.effective.empty()) line += ", to take effect " + date_words(claim.effective);
  if (!claim.condition.empty()) line += ", " + claim.condition;
  if (!claim.said_by.name.empty()) line += "; said by " + claim.said_by.name;
  std::string out = paragraph(line, style.width, "    ", "  ");
  for (const Evidence& evidence : claim.evidence) {
    const std::string words = "\u201c" + one_line(report.words(evidence.span)) + "\u201d";
    for (const std::string& part : wrapped(words, style.width > 6 ? style.width - 6 : 0))
      out += "      " + style.dim(part) + "\n";
  }
  return out;
}

std::string quote_lines(const Quote& quote, const Report& report, const Style& style) {
  const std::string who = quote.speaker.name.empty() ? "speaker not named" : quote.speaker.name;
  return paragraph("\u201c" + one_line(report.words(quote.words)) + "\u201d \u2014 " + who,
                   style.width, "    ", "  ");
}

std::string event_lines(const Event& event, const Style& style) {
  std::string line = event.kind;
  if (!event.participants.empty()) line += " of " + listed(event.participants);
  if (!event.place.empty()) line += ", " + event.place;
  const std::string when = event.date.empty() ? event.date_words : date_words(event.date);
  if (!when.empty()) line += ", " + when;
  return paragraph(line + (event.planned ? " (planned)" : ""), style.width, "    ", "  ");
}

std::string relation_lines(const Relation& relation, const Style& style) {
  std::string kind = relation.kind;
  for (char& c : kind) c = c == '_' ? ' ' : c;
  std::string line = relation.a + " and " + relation.b + ": " + kind;
  if (!relation.place.empty()) line += " in " + relation.place;
  if (!relation.since.empty()) line += " since " + date_words(relation.since);
  return paragraph(line, style.width, "    ", "  ");
}

}  // namespace

std::string reading_page(const ReadReport& read, const Style& style) {
  const Report& report = read.report;
  std::string claims, quotes, events, relations, views;
  for (const Claim& one : read.findings.claims) claims += claim_lines(one, report, style);
  for (const Quote& one : read.findings.quotes) quotes += quote_lines(one, report, style);
  for (const Event& one : read.findings.events) events += event_lines(one, style);
  for (const Relation& one : read.findings.relations) relations += relation_lines(one, style);
  for (const Assessment& one : read.findings.assessments) {
    views += paragraph(one.value + (one.said_by.name.empty() ? "" : " \u2014 " + one.said_by.name),
                       style.width, "    ", "  ");
  }
  for (const Figure& one : read.findings.figures)
    views += paragraph(one.what + ": " + one.value, style.width, "    ", "  ");
  if (claims.empty()) claims = "  none on an international agreement\n";
  return head_of(report, style) + section("Claims", claims, style) +
         section("Quotations", quotes, style) + section("Events", events, style) +
         section("Ties", relations, style) + section("Judgements and figures", views, style) + "\n";
}

}  // namespace concord
