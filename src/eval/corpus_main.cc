// concord-corpus [--bless] [--candidates] [-i WORDS] [FILE...]: runs corpus files; prints each
// difference, and how many of all wished lines are printed, to the letter.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "engine/engine.h"
#include "eval/corpus_format.h"
#include "eval/text_forms.h"
#include "lexicon/data.h"

namespace concord {
namespace {

namespace fs = std::filesystem;

// The case's text as a report: through intake for the intake corpus, else a paragraph a line.
Result<Report> report_of(const CorpusCase& one, const std::string& show, const Lexicon& lexicon) {
  const auto attribute = [&](const char* key) {
    const auto found = one.attributes.find(key);
    return found == one.attributes.end() ? std::string() : found->second;
  };
  if (show.find("intake") != std::string::npos) return read_text(Input{"case", one.text}, lexicon);
  Report report;
  report.path = "case";
  report.published = attribute("published");
  report.title = attribute("title");
  report.text = report.title.empty() ? one.text : report.title + "\n" + one.text;
  std::uint32_t at = 0;
  while (at < report.text.size()) {
    const auto end =
        static_cast<std::uint32_t>(std::min(report.text.find('\n', at), report.text.size()));
    const bool title = at == 0 && !report.title.empty();
    if (end > at)
      report.blocks.push_back({title ? BlockKind::title : BlockKind::paragraph, {at, end}});
    at = end + 1;
  }
  return report;
}

std::string default_show(const fs::path& file) {
  const std::string room = file.parent_path().filename().string();
  if (room == "intake") return "intake";
  if (room == "reading") return "times,quotes";
  return "claims";
}

struct Tally {
  int passed = 0;
  int failed = 0;
  std::size_t wished = 0;  // lines of all cases, those marked :wrong too
  std::size_t printed = 0;
  std::size_t right = 0;  // of both
};

std::multiset<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::multiset<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line != "nothing") lines.insert(line);
  }
  return lines;
}

void count_lines(const std::string& expected, const std::string& got, Tally& tally) {
  const auto wished = lines_of(expected);
  const auto printed = lines_of(got);
  std::vector<std::string> both;
  std::ranges::set_intersection(wished, printed, std::back_inserter(both));
  tally.wished += wished.size();
  tally.printed += printed.size();
  tally.right += both.size();
}

void run_file(const fs::path& path, const std::string& pick, bool bless, const Lexicon& lexicon,
              Tally& tally) {
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  auto cases = parse_corpus(path.string(), text);
  if (!cases) {
    std::printf("%s\n", cases.error().message.c_str());
    ++tally.failed;
    return;
  }
  for (CorpusCase& one : *cases) {
    if (one.title.find(pick) == std::string::npos) continue;
    const std::string show =
        one.attributes.contains("show") ? one.attributes["show"] : default_show(path);
    const auto report = report_of(one, show, lexicon);
    const std::string got =
        report ? text_forms(*report, lexicon, show) : "error  " + report.error().message + "\n";
    count_lines(one.expected, got, tally);
    const bool wrong = one.attributes.contains("wrong");
    if ((got == one.expected) != wrong) {
      ++tally.passed;
      continue;
    }
    if (bless && !wrong) {
      one.expected = got;
      continue;
    }
    ++tally.failed;
    std::printf("%s:%d: %s%s\n--- expected\n%s--- got\n%s\n", path.string().c_str(), one.line,
                one.title.c_str(),
                wrong ? " (marked :wrong, but holds now: take the mark away)" : "",
                one.expected.c_str(), got.c_str());
  }
  if (bless) std::ofstream(path, std::ios::binary) << print_corpus(*cases);
}

// A case of test/corpus/claim shows one thing and is sure; beside a candidate of a whole report.
constexpr int kCaseCounts = 3;

// Whether a wished line tells the claim, whatever its date and speaker.
bool is_wished(const Claim& claim, const std::string& expected) {
  const std::string told = "claim  " + claim.agreement + " | " + claim.party.value_or("-") + " | " +
                           std::string(name_of(claim.stage)) +
                           (claim.polarity == Polarity::denied ? ", denied" : "");
  std::istringstream in(expected);
  for (std::string line; std::getline(in, line);) {
    const std::string rest = line.starts_with(told) ? line.substr(told.size()) : "-";
    const bool denied = rest.find(", denied") < rest.find(" |");
    if (rest.empty() || rest.starts_with(" |") || (rest.starts_with(",") && !denied)) return true;
  }
  return false;
}

// What rules do not read of the cases that show claims, each with whether it is wished: for
// `concord-train claims`.
bool print_candidates(const fs::path& path, const std::string& pick, const Lexicon& lexicon) {
  std::ifstream in(path, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto cases = parse_corpus(path.string(), text);
  if (!cases) {
    std::fprintf(stderr, "%s\n", cases.error().message.c_str());
    return false;
  }
  for (const CorpusCase& one : *cases) {
    if (one.title.find(pick) == std::string::npos) continue;
    const auto shown = one.attributes.find("show");
    const std::string show = shown == one.attributes.end() ? default_show(path) : shown->second;
    if (show.find("claims") == std::string::npos) continue;
    const auto report = report_of(one, show, lexicon);
    if (!report) continue;
    for (const PossibleClaim& possible : possible_claims(*report, lexicon)) {
      const Claim& claim = possible.claim;
      const nlohmann::ordered_json line{
          {"report", path.string() + ":" + std::to_string(one.line)},
          {"key", claim.agreement + " / " + claim.party.value_or("-") + " / " +
                      std::string(name_of(claim.stage)) + " / " +
                      std::string(name_of(claim.polarity))},
          {"told", is_wished(claim, one.expected)},
          {"counts", path.parent_path().filename() == "claim" ? kCaseCounts : 1},
          {"rows", possible.rows}};
      std::printf("%s\n", line.dump().c_str());
    }
  }
  return true;
}

std::vector<fs::path> corpus_files(const std::vector<std::string>& named) {
  std::vector<fs::path> files;
  for (const std::string& name : named) {
    if (!fs::is_directory(name)) {
      files.emplace_back(name);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(name)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

int run_corpus(const std::vector<std::string>& arguments) {
  const auto lexicon = load_lexicon(built_in_data());
  if (!lexicon) {
    std::printf("%s\n", lexicon.error().message.c_str());
    return 1;
  }
  bool bless = false;
  bool candidates = false;
  std::string pick;
  std::vector<std::string> named;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--bless") {
      bless = true;
    } else if (arguments[i] == "--candidates") {
      candidates = true;
    } else if (arguments[i] == "-i" && i + 1 < arguments.size()) {
      pick = arguments[++i];
    } else {
      named.push_back(arguments[i]);
    }
  }
  if (candidates) {
    bool good = true;
    for (const fs::path& file : corpus_files(named))
      good = print_candidates(file, pick, *lexicon) && good;
    return good ? 0 : 1;
  }
  Tally tally;
  for (const fs::path& file : corpus_files(named)) run_file(file, pick, bless, *lexicon, tally);
  const auto share = [&](std::size_t all) {
    return all == 0 ? 1.0 : static_cast<double>(tally.right) / static_cast<double>(all);
  };
  std::printf("%d passed, %d failed; lines: precision %.3f, recall %.3f\n", tally.passed,
              tally.failed, share(tally.printed), share(tally.wished));
  return tally.failed == 0 && (tally.passed > 0 || bless) ? 0 : 1;
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) { return concord::run_corpus({argv + 1, argv + argc}); }
