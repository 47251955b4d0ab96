#include "eval/dates_eval.h"

#include <nlohmann/json.hpp>

#include "eval/dates_timex.h"
#include "eval/gold_files.h"
#include "eval/kinds.h"
#include "lexicon/data.h"
#include "reading/passes.h"
#include "text/utf8.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWrappedBytesMin = 55;  // a shorter line is a heading or a paragraph's last

std::string line_of(const Json& gold, const Lexicon& lexicon) {
  const Report report =
      plain_report(gold["text"].get<std::string>(), edtf_of_dct(gold.value("dct", std::string())));
  Reading reading;
  split_sentences(report, lexicon, reading);
  find_times(report, lexicon, reading);
  const CodePointMap map(report.text);
  Json timexes = Json::array();
  for (const Timex& timex : timexes_of(reading)) {
    const Span span = bytes_of(reading, timex.tokens);
    timexes.push_back({{"start", map.code_point(span.begin)},
                       {"end", map.code_point(span.end)},
                       {"type", timex.type},
                       {"value", timex.value}});
  }
  return Json{{"id", gold["id"]}, {"timexes", timexes}}.dump() + "\n";
}

}  // namespace

Report plain_report(std::string text, const std::string& published) {
  Report report;
  report.text = std::move(text);
  report.published = published;
  const std::string& all = report.text;
  const auto put = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    report.blocks.push_back({BlockKind::paragraph,
                             {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  };
  std::size_t begin = 0;  // of the paragraph
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::size_t last = all.find_last_not_of(" \t\r", end == 0 ? 0 : end - 1);
    const bool empty = end == at || last == std::string::npos || last < at;
    const bool stops = !empty && std::string_view(".!?:\"').").find(all[last]) != std::string::npos;
    const bool next_empty = end + 1 >= all.size() || all[end + 1] == '\n';
    if (empty || stops || next_empty || end - at < kWrappedBytesMin) {
      put(begin, empty ? at : end);
      begin = end + 1;
    }
    at = end + 1;
  }
  put(std::min(begin, all.size()), all.size());
  return report;
}

Result<std::string> predict_dates(const std::string& gold, const Lexicon& lexicon) {
  std::string out;
  int number = 0;
  for (std::size_t at = 0; at < gold.size();) {
    const std::size_t end = std::min(gold.find('\n', at), gold.size());
    const std::string_view line = std::string_view(gold).substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const Json json = Json::parse(line, nullptr, false);
    const bool good = json.is_object() && json.contains("id") && json.contains("text") &&
                      json["text"].is_string() &&
                      (!json.contains("dct") || json["dct"].is_string());
    if (!good) {
      return Error{ErrorCode::invalid_input,
                   ":" + std::to_string(number) + ": an object with id, dct and text is wanted"};
    }
    out += line_of(json, lexicon);
  }
  return out;
}

Result<std::string> eval_dates(const EvalOptions& options) {
  CONCORD_TRY(auto lexicon, load_lexicon(built_in_data()));
  CONCORD_TRY(auto files, gold_files(options.gold, {".jsonl", ".jsonl.gz"}));
  std::string out;
  for (const std::string& file : files) {
    CONCORD_TRY(auto gold, read_gold(file));
    const auto predicted = predict_dates(gold, lexicon);
    if (!predicted) return Error{predicted.error().code, file + predicted.error().message};
    out += *predicted;
  }
  return out;
}

}  // namespace concord
