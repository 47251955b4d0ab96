#include "store/rows.h"

namespace concord {

using Json = nlohmann::json;

bool restore(const std::string& noun, const std::string& cells,
             const std::vector<EvidenceRow>& evidence, Findings& findings) {
  bool known = false;
  try {
    Json json = Json::parse(cells);
    json["evidence"] = Json::array();
    for (const EvidenceRow& row : evidence) {
      if (row.role == "words") {
        json["words"] = row.evidence.span;
      } else {
        json["evidence"].push_back(row.evidence);
      }
    }
    for_each_noun(findings, [&](const char* name, auto& list) {
      using Noun = typename std::remove_reference_t<decltype(list)>::value_type;
      if (noun != name) return;
      known = true;
      list.push_back(json.get<Noun>());
    });
  } catch (const Json::exception&) {
    return false;
  }
  return known;
}

bool restore(const std::string& cells, Report& report) {
  try {
    report = Json::parse(cells).get<Report>();
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

bool restore_list(const std::string& cells, std::vector<std::string>& list) {
  try {
    list = Json::parse(cells).get<std::vector<std::string>>();
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

Result<std::vector<EvidenceRow>> read_evidence(Statement& statement, std::int64_t finding) {
  std::vector<EvidenceRow> rows;
  statement.bind(1, finding);
  CONCORD_TRY(bool more, statement.step());
  while (more) {
    const auto at = [&](int column) {
      return static_cast<std::uint32_t>(statement.number(column));
    };
    const Section section = statement.text(1) == "title" ? Section::title : Section::body;
    rows.push_back({statement.text(0), {section, {at(2), at(3)}}, statement.text(4)});
    CONCORD_TRY(more, statement.step());
  }
  statement.reset();
  return rows;
}

}  // namespace concord
