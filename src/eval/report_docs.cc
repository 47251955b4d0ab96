#include "eval/report_docs.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "eval/gold_files.h"
#include "text/utf8.h"

namespace concord {
namespace {

using Json = nlohmann::json;

std::string text_in(const Json& json, const char* key) {
  const auto at = json.find(key);
  if (at == json.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : at->dump();
}

void add_lines(Report& report, std::size_t begin, BlockKind kind) {
  const std::string& text = report.text;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (text.find_first_not_of(" \t\r\n", begin) < end) {
      report.blocks.push_back(
          {kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
    }
    begin = end + 1;
  }
}

Report report_of(const Json& json) {
  Report report;
  report.path = report.digest = text_in(json, "id");
  report.title = text_in(json, "title");
  report.published = text_in(json, "date");
  report.outlet = text_in(json, "source");
  report.text = report.title + "\n";
  add_lines(report, 0, BlockKind::title);
  const std::size_t body = report.text.size();
  report.text += text_in(json, "text");
  add_lines(report, body, BlockKind::paragraph);
  return report;
}

}  // namespace

Result<std::vector<Report>> read_report_docs(const std::vector<std::string>& paths) {
  CONCORD_TRY(auto files, gold_files(paths, {".jsonl", ".jsonl.gz"}));
  std::vector<Report> reports;
  for (const std::string& file : files) {
    // A folder also holds gold files; one that is named is taken whatever it is called.
    const bool named = std::ranges::find(paths, file) != paths.end();
    const std::string name = std::filesystem::path(file).filename().string();
    if (!named && !name.starts_with("docs")) continue;
    CONCORD_TRY(const auto text, read_gold(file));
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      const std::string_view line = std::string_view(text).substr(at, end - at);
      at = end + 1;
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      const Json json = Json::parse(line, nullptr, false);
      if (!json.is_object() || !json.contains("id") || !json.contains("text")) {
        return Error{ErrorCode::invalid_input, file + ":" + std::to_string(number) +
                                                   ": an object with id, title and text is wanted"};
      }
      reports.push_back(report_of(json));
    }
  }
  if (reports.empty())
    return Error{ErrorCode::not_found, "no report in docs*.jsonl or docs*.jsonl.gz is found"};
  return reports;
}

}  // namespace concord
