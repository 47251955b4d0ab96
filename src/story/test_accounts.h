// The accounts of test/stories as Reports, for tests: two dozen texts of our own on ten events.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/report.h"

namespace concord {

struct TestAccount {
  Report report;
  std::string event;
};

// Title and paragraphs, one a line.
inline Report test_report(const std::string& id, const std::string& outlet,
                          const std::string& published, const std::string& title,
                          const std::string& text) {
  Report report;
  report.path = report.digest = id;
  report.outlet = outlet;
  report.published = published;
  report.title = title;
  report.text = title + "\n" + text;
  for (std::size_t at = 0; at < report.text.size();) {
    const std::size_t end = std::min(report.text.find('\n', at), report.text.size());
    if (end > at) {
      report.blocks.push_back({at == 0 ? BlockKind::title : BlockKind::paragraph,
                               {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    }
    at = end + 1;
  }
  return report;
}

inline std::vector<TestAccount> test_accounts() {
  std::ifstream file(CONCORD_SOURCE_DIR "/test/stories/accounts.jsonl");
  std::vector<TestAccount> accounts;
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    accounts.push_back(
        {test_report(json["id"], json["source"], json["date"], json["title"], json["text"]),
         json["event"]});
  }
  return accounts;
}

inline const TestAccount& test_account(const std::vector<TestAccount>& all, const std::string& id) {
  for (const TestAccount& one : all) {
    if (one.report.digest == id) return one;
  }
  std::abort();
}

}  // namespace concord
