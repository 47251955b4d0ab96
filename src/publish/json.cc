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
               {"stage", p.disputed ? "disputed" : name_of(p.stage)},
               {"mode", text_or_null(std::string(name_of(p.mode)))},
               {"since", text_or_null(p.since)},
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
  json["dissent"] = Json::array();
  for (const Dissent& dissent : p.dissent) json["dissent"].push_back(json_of(dissent));
  json["evidence"] = json_of(p.evidence);
  return json;
}

}  // namespace

std::string to_json(const PartyStatus& status) { return print(json_of(status)); }

std::string to_json(const AgreementStatus& status) {
  Json json = {{"agreement", status.agreement},
               {"aliases", status.aliases},
               {"as_of", text_or_null(status.as_of)},
               {"known_by", text_or_null(status.known_by)}};
  json["parties"] = Json::array();
  for (const PartyStatus& party : status.parties) json["parties"].push_back(json_of(party));
  json["reports"] = status.reports.size();
  json["report_names"] = status.reports;
  json["independent_sources"] = status.independent_sources;
  return print(json);
}

std::string to_json(const Comparison& comparison) {
  Json json = {{"agreement", comparison.agreement}, {"questions", Json::array()}};
  for (const Question& question : comparison.questions) {
    Json one = {{"question", question.question},
                {"kind", question.kind},
                {"party", question.party ? Json(*question.party) : Json(nullptr)},
                {"answers", Json::array()}};
    for (const Answer& answer : question.answers) {
      one["answers"].push_back({{"value", answer.value},
                                {"reports", answer.reports},
                                {"said_by", answer.said_by},
                                {"evidence", json_of(answer.evidence)}});
    }
    json["questions"].push_back(std::move(one));
  }
  return print(json);
}

std::string to_json(const Timeline& timeline) {
  Json json = {{"agreement", timeline.agreement}, {"entries", Json::array()}};
  for (const TimelineEntry& entry : timeline.entries) {
    json["entries"].push_back({{"date", text_or_null(entry.date)},
                               {"planned", entry.planned},
                               {"what", entry.what},
                               {"party", text_or_null(entry.party)},
                               {"reports", entry.reports},
                               {"independent_sources", entry.independent_sources},
                               {"evidence", json_of(entry.evidence)}});
  }
  return print(json);
}

std::string to_json(const std::vector<AgreementRow>& rows) {
  Json json = Json::array();
  for (const AgreementRow& row : rows) {
    json.push_back({{"agreement", row.name}, {"aliases", row.aliases}, {"reports", row.reports}});
  }
  return print(json);
}

std::string to_json(const std::vector<Account>& accounts, const std::string& speaker) {
  Json json = Json::array();
  for (const SpokenQuote& quote : quotes_of(accounts, speaker)) {
    json.push_back({{"speaker", text_or_null(quote.speaker)},
                    {"quote", quote.words},
                    {"report", quote.report},
                    {"outlet", text_or_null(quote.outlet)},
                    {"channel", text_or_null(quote.channel)}});
  }
  return print(json);
}

}  // namespace concord
