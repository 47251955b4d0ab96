#include "publish/json.h"

#include <nlohmann/json.hpp>

#include "publish/quotes.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
std::string print(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const Citation& c) {
  return {{"report", c.report},
          {"title", text_or_null(c.title)},
          {"outlet", text_or_null(c.outlet)},
          {"published", text_or_null(c.published)},
          {"said_by", text_or_null(c.said_by.name)},
          {"section", name_of(c.section)},
          {"exact", c.exact},
          {"start", c.start},
          {"end", c.end}};
}
Json json_of(const std::vector<Citation>& citations) {
  Json list = Json::array();
  for (const Citation& citation : citations) list.push_back(json_of(citation));
  return list;
}
Json json_of(const std::vector<Retelling>& retellings) {
  Json list = Json::array();
  for (const Retelling& one : retellings) {
    list.push_back({{"report", one.report},
                    {"outlet", text_or_null(one.outlet)},
                    {"kind", name_of(one.kind)},
                    {"of", text_or_null(one.of)},
                    {"of_outlet", text_or_null(one.of_outlet)},
                    {"shared_words", one.shared_words},
                    {"passages", json_of(one.passages)}});
  }
  return list;
}
Json json_of(const Dissent& d) {
  return {{"stage", name_of(d.stage)},
          {"polarity", name_of(d.polarity)},
          {"reports", d.reports},
          {"said_by", d.said_by},
          {"evidence", json_of(d.evidence)}};
}

Json json_of(const PartyStatus& p) {
  Json json = {{"party", text_or_null(p.party)},
               {"party_name", text_or_null(p.party_name)},
               {"stage", name_of(p.stage)},
               {"polarity", name_of(p.polarity)},
               {"disputed", p.disputed},
               {"mode", text_or_null(std::string(name_of(p.mode)))},
               {"since", text_or_null(p.since)},
               {"condition", text_or_null(p.condition)},
               {"certainty", name_of(p.certainty)},
               {"rule", p.rule},
               {"reports", p.reports.size()},
               {"report_names", p.reports},
               {"independent_sources", p.independent_sources},
               {"said_by", p.said_by}};
  json["pending"] = nullptr;
  if (p.pending) {
    json["pending"] = {{"what", p.pending->what},
                       {"date", text_or_null(p.pending->date)},
                       {"words", text_or_null(p.pending->words)},
                       {"evidence", json_of(p.pending->evidence)}};
  }
  json["not_yet"] = Json::array();
  for (const Dissent& step : p.not_yet) json["not_yet"].push_back(json_of(step));
  json["dissent"] = Json::array();
  for (const Dissent& dissent : p.dissent) json["dissent"].push_back(json_of(dissent));
  json["retellings"] = json_of(p.retellings);
  json["evidence"] = json_of(p.evidence);
  return json;
}

}  // namespace

std::string to_json(const PartyStatus& status) { return print(json_of(status)); }

namespace {

Json json_of(const AgreementStatus& status) {
  Json json = {{"agreement", status.agreement},
               {"aliases", status.aliases},
               {"as_of", text_or_null(status.as_of)},
               {"known_by", text_or_null(status.known_by)}};
  json["parties"] = Json::array();
  for (const PartyStatus& party : status.parties) json["parties"].push_back(json_of(party));
  json["reports"] = status.reports.size();
  json["report_names"] = status.reports;
  json["independent_sources"] = status.independent_sources;
  json["retellings"] = json_of(status.retellings);
  return json;
}

Json json_of(const Comparison& comparison) {
  Json json = {{"agreement", comparison.agreement}, {"questions", Json::array()}};
  for (const Question& question : comparison.questions) {
    Json one = {{"question", question.question},
                {"kind", question.kind},
                {"party", question.party ? Json(*question.party) : Json(nullptr)},
                {"answers", Json::array()}};
    for (const Answer& answer : question.answers) {
      Json held = {{"value", answer.value}};
      if (answer.stage) held["stage"] = name_of(*answer.stage);
      held["reports"] = answer.reports;
      held["independent_sources"] = answer.independent_sources;
      held["said_by"] = answer.said_by;
      held["evidence"] = json_of(answer.evidence);
      one["answers"].push_back(std::move(held));
    }
    json["questions"].push_back(std::move(one));
  }
  json["retellings"] = json_of(comparison.retellings);
  return json;
}

Json json_of(const Timeline& timeline) {
  Json json = {{"agreement", timeline.agreement}, {"entries", Json::array()}};
  for (const TimelineEntry& entry : timeline.entries) {
    json["entries"].push_back({{"date", text_or_null(entry.date)},
                               {"planned", entry.planned},
                               {"what", entry.what},
                               {"party", text_or_null(entry.party)},
                               {"stage", entry.stage ? Json(name_of(*entry.stage)) : Json(nullptr)},
                               {"event", text_or_null(entry.event)},
                               {"reports", entry.reports},
                               {"independent_sources", entry.independent_sources},
                               {"evidence", json_of(entry.evidence)}});
  }
  return json;
}

}  // namespace

std::string to_json(const AgreementStatus& status) { return print(json_of(status)); }
std::string to_json(const Comparison& comparison) { return print(json_of(comparison)); }
std::string to_json(const Timeline& timeline) { return print(json_of(timeline)); }

std::string to_json(const AgreementStatus& status, const Comparison& comparison,
                    const Timeline& timeline) {
  return print({{"status", json_of(status)},
                {"comparison", json_of(comparison)},
                {"timeline", json_of(timeline)}});
}

std::string to_json(const std::vector<AgreementRow>& rows) {
  Json json = Json::array();
  for (const AgreementRow& row : rows) {
    json.push_back({{"agreement", row.name},
                    {"aliases", row.aliases},
                    {"reports", row.reports},
                    {"latest", text_or_null(row.latest)}});
  }
  return print(json);
}

std::string to_json(const std::vector<SpokenQuote>& quotes) {
  Json json = Json::array();
  for (const SpokenQuote& quote : quotes) {
    json.push_back({{"speaker", text_or_null(quote.speaker)},
                    {"speaker_role", text_or_null(quote.role)},
                    {"quote", quote.words},
                    {"channel", text_or_null(quote.citations.front().said_by.channel)},
                    {"date", text_or_null(quote.date)},
                    {"occasion", text_or_null(quote.occasion)},
                    {"evidence", json_of(quote.citations)}});
  }
  return print(json);
}

std::string to_json(const CheckResult& result) {
  Json json = {{"reports", result.reports},
               {"evidence", result.evidence},
               {"positions", result.positions},
               {"absent", result.absent},
               {"faults", Json::array()}};
  for (const Fault& fault : result.faults)
    json["faults"].push_back({{"report", fault.report}, {"what", fault.what}});
  return print(json);
}

}  // namespace concord
