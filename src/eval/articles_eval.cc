// concord-eval articles LABELS: what read_page makes of the pages that a labels.jsonl[.gz] names,
// each page file beside it, as lines {"id", "body", "title", "author", "date"}.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "eval/gold_files.h"
#include "eval/kinds.h"
#include "intake/charset.h"
#include "intake/page.h"
#include "lexicon/data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// Everything but the headline and captions: the sets label the body without them.
std::string body_of(const Report& report) {
  std::string body;
  for (const Block& block : report.blocks) {
    if (block.kind == BlockKind::title || block.kind == BlockKind::caption) continue;
    if (!body.empty()) body += "\n\n";
    body += report.words(block.span);
  }
  return body;
}

// The sets label one day a page, the one that its readers are told. A page that shows them only its
// update is of that day, though JSON-LD may tell search engines of a day before.
const std::string& day_of(const Report& report) {
  bool update_shown = false;
  bool published_told = false;  // on the page, in its address or on the card of a share
  for (const Provenance& one : report.provenance) {
    if (!one.chosen) continue;
    const bool hidden = one.from == "json_ld" || one.from == "microdata";
    const bool seen = one.from == "visible" || one.from == "marked" || one.from == "time_element";
    update_shown = update_shown || (one.field == "updated" && seen);
    published_told = published_told || (one.field == "published" && !hidden);
  }
  const bool of_update = report.published.empty() || (update_shown && !published_told);
  return of_update ? report.updated : report.published;
}

Result<std::string> line_of(const Json& label, const fs::path& folder, const Lexicon& lexicon) {
  CONCORD_TRY(std::string bytes, read_gold((folder / label["file"].get<std::string>()).string()));
  const PageHints hints{.address = label.value("url", std::string()), .captured = {}};
  const Result<Report> report = read_page(decode_page(std::move(bytes), "").utf8, hints, lexicon);
  Json line{{"id", label["id"]}};
  if (report) {
    line["body"] = body_of(*report);
    if (!report->title.empty()) line["title"] = report->title;
    if (!report->byline.empty()) line["author"] = joined(report->byline);
    const std::string& day = day_of(*report);
    if (!day.empty()) line["date"] = day;
  }
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Result<std::string> eval_articles(const EvalOptions& options) {
  CONCORD_TRY(const Lexicon lexicon, load_lexicon(built_in_data()));
  CONCORD_TRY(const auto files, gold_files(options.gold, {"labels.jsonl", "labels.jsonl.gz"}));
  std::string out;
  for (const std::string& file : files) {
    CONCORD_TRY(const std::string gold, read_gold(file));
    int number = 0;
    for (std::size_t at = 0; at < gold.size();) {
      const std::size_t end = std::min(gold.find('\n', at), gold.size());
      const Json label =
          Json::parse(gold.begin() + static_cast<std::ptrdiff_t>(at),
                      gold.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
      at = end + 1;
      ++number;
      if (!label.is_object() || !label.contains("id") || !label.contains("file")) {
        return Error{ErrorCode::invalid_input, file + ":" + std::to_string(number) +
                                                   ": an object with id and file is wanted"};
      }
      CONCORD_TRY(const std::string line, line_of(label, fs::path(file).parent_path(), lexicon));
      out += line;
    }
  }
  return out;
}

}  // namespace concord
