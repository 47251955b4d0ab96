#include "eval/text_forms.h"

#include "engine/engine.h"
#include "eval/factuality_forms.h"
#include "text/fold.h"

namespace concord {
namespace {

// Cells joined by " | ", empty ones left out.
std::string line(const std::string& kind, const std::vector<std::string>& cells) {
  std::string out = kind;
  bool first = true;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    out += (first ? "  " : " | ") + cell;
    first = false;
  }
  return out + "\n";
}

std::string said(const Source& source) {
  std::string out = source.name.empty() ? "" : "by " + source.name;
  if (!source.channel.empty()) out += (out.empty() ? "on " : " on ") + source.channel;
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string form(const Claim& claim) {
  const std::string stage =
      std::string(name_of(claim.stage)) + (claim.polarity == Polarity::denied ? ", denied" : "") +
      (claim.certainty == Certainty::certain ? "" : ", " + std::string(name_of(claim.certainty)));
  return line(
      "claim",
      {claim.agreement, claim.party.value_or("-"), stage, claim.date,
       claim.effective.empty() ? "" : "effective " + claim.effective, said(claim.said_by),
       claim.condition.empty() ? "" : "if: " + claim.condition, claim.first ? "first" : ""});
}

std::string sense_of(const Time& time) {
  switch (time.sense) {
    case TimeSense::point:
      return "";
    case TimeSense::length:
      return "duration";
    case TimeSense::repeated:
      return "repeated";
    case TimeSense::past:
      return "past";
    case TimeSense::present:
      return "now";
    case TimeSense::future:
      return "ahead";
  }
  return "";
}

std::string intake_forms(const Report& report) {
  std::string out = line("title", {report.title}) + line("outlet", {report.outlet});
  if (!report.byline.empty()) out += line("byline", report.byline);
  if (!report.dateline.empty()) out += line("dateline", {report.dateline});
  if (!report.published.empty()) out += line("published", {report.published});
  if (!report.updated.empty()) out += line("updated", {report.updated});
  if (!report.derived_from.empty()) out += line("derived", {report.derived_from});
  for (const Block& block : report.blocks) {
    if (block.kind == BlockKind::title) continue;
    out += line(std::string(name_of(block.kind)), {one_line(report.words(block.span))});
  }
  for (const Span span : report.furniture) out += line("furniture", {one_line(report.words(span))});
  return out;
}

std::string people_forms(const Reading& reading) {
  std::string out;
  for (const Entity& one : reading.entities) {
    if (one.kind != EntityKind::person) continue;
    const std::string gender = one.gender == 0 ? "" : std::string(1, one.gender);
    std::size_t places = 0;
    for (const Mention& mention : reading.mentions)
      places += &reading.entities[mention.entity] == &one;
    out += line("person", {one.name, one.family_name == one.name ? "" : one.family_name, one.role,
                           one.party, gender, places > 1 ? std::to_string(places) + " times" : ""});
  }
  return out;
}

std::string attribution_forms(const Report& report, const Reading& reading) {
  std::string out;
  for (const Attribution& one : reading.attributions) {
    const std::string kind = one.kind == AttributionKind::direct     ? "direct"
                             : one.kind == AttributionKind::indirect ? "indirect"
                                                                     : "according to";
    out += line("said", {kind, said(one.source), one.denies ? "denied" : "", one.date,
                         one_line(report.words(bytes_of(reading, one.content)))});
  }
  return out;
}

std::string reading_forms(const Report& report, const Lexicon& lexicon, const std::string& show) {
  const Reading reading = read_words(report, lexicon);
  std::string out;
  if (show.find("sentences") != std::string::npos) {
    for (const Sentence& sentence : reading.sentences) {
      std::string tokens;
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        tokens += (tokens.empty() ? "" : " ") + std::string(report.words(reading.tokens[i].span));
      }
      out += line("sentence", {tokens});
    }
  }
  if (show.find("times") != std::string::npos) {
    for (const Time& time : reading.times) {
      const std::string value = time.length.empty() ? time.value : time.length;
      out += line("time", {one_line(report.words(bytes_of(reading, time.tokens))),
                           value.empty() ? "?" : value, time.clock, sense_of(time),
                           time.since ? "since" : "", time.until ? "until" : ""});
    }
  }
  if (show.find("people") != std::string::npos) out += people_forms(reading);
  if (show.find("happened") != std::string::npos) out += factuality_forms(report, lexicon, reading);
  if (show.find("said") != std::string::npos) out += attribution_forms(report, reading);
  return out;
}

}  // namespace

std::string text_forms(const Report& report, const Lexicon& lexicon, const std::string& show) {
  const auto shows = [&](const char* part) { return show.find(part) != std::string::npos; };
  std::string out = shows("intake") ? intake_forms(report) : "";
  out += reading_forms(report, lexicon, show);
  const Findings found = read_findings(report, lexicon);
  if (shows("claims")) {
    for (const Claim& claim : found.claims) out += form(claim);
  }
  if (shows("quotes")) {
    for (const Quote& quote : found.quotes) {
      out += line("quote",
                  {one_line(report.words(quote.words)), said(quote.speaker), quote.speaker.role});
    }
  }
  if (shows("events")) {
    for (const Event& event : found.events) {
      out += line("event",
                  {event.kind + (event.planned ? ", planned" : ""), joined(event.participants),
                   event.place, event.date, event.date_words, event.agreement});
    }
  }
  if (shows("relations")) {
    for (const Relation& relation : found.relations) {
      out += line(
          "relation",
          {relation.kind + (relation.polarity == Polarity::denied ? ", denied" : ""), relation.a,
           relation.b, relation.since.empty() ? "" : "since " + relation.since, relation.place});
    }
  }
  if (shows("topics")) {
    for (const Topic& topic : found.topics) {
      out += line("topic", {topic.field, topic.agreement.empty() ? topic.event : topic.agreement});
    }
  }
  if (shows("assessments")) {
    for (const Assessment& one : found.assessments)
      out += line("assessment", {one.value, said(one.said_by)});
  }
  if (shows("figures")) {
    for (const Figure& figure : found.figures) out += line("figure", {figure.value, figure.what});
  }
  return out.empty() ? "nothing\n" : out;
}

}  // namespace concord
