// `concord read` on one core over news as it comes: the five seed reports, and a mixed day (one
// report in twenty is a seed, the others are articles about anything, cut to 500 words). The texts
// are publishers': they are read from ../shared, and without it there is nothing to measure.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "eval/gold_files.h"
#include "intake/intake.h"
#include "lexicon/data.h"

namespace {

constexpr const char* kShared = CONCORD_SOURCE_DIR "/../shared";
constexpr std::size_t kReports = 1000;
constexpr std::size_t kWords = 500;
constexpr std::size_t kOneIn = 20;  // reports that speak of an agreement

const concord::Lexicon& lexicon() {
  static const concord::Lexicon loaded = *concord::load_lexicon(concord::built_in_data());
  return loaded;
}

std::vector<std::string> seeds() {
  std::vector<std::string> texts;
  const auto files = concord::gold_files({std::string(kShared) + "/seeds"}, {".txt"});
  if (!files) return texts;
  for (const std::string& file : *files) texts.push_back(*concord::read_gold(file));
  return texts;
}

// Paragraphs up to 500 words; "" of a shorter article.
std::string first_words(const std::string& body) {
  std::istringstream paragraphs(body);
  std::string text;
  std::size_t words = 0;
  for (std::string line; words < kWords && std::getline(paragraphs, line);) {
    text += line + "\n";
    words += static_cast<std::size_t>(std::ranges::count(line, ' ')) + (line.empty() ? 0 : 1);
  }
  return words < kWords || words > kWords * 6 / 5 ? std::string() : text;
}

std::vector<std::string> articles() {
  std::vector<std::string> texts;
  const auto labels =
      concord::read_gold(std::string(kShared) + "/data/articles/wcxb-dev/labels.jsonl.gz");
  if (!labels) return texts;
  std::istringstream lines(*labels);
  for (std::string line; std::getline(lines, line);) {
    const auto page = nlohmann::json::parse(line, nullptr, false);
    if (!page.is_object() || !page.contains("body") || !page["body"].is_string()) continue;
    std::string text = first_words(page["body"].get<std::string>());
    if (!text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

void read_all(benchmark::State& state, const std::vector<std::string>& texts) {
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      benchmark::DoNotOptimize(
          concord::read_input({"report " + std::to_string(i), texts[i]}, lexicon()));
      bytes += texts[i].size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(texts.size()) * state.iterations());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void ReadSeeds(benchmark::State& state) {
  const auto texts = seeds();
  if (texts.empty()) return state.SkipWithError("../shared is not here");
  read_all(state, texts);
}
BENCHMARK(ReadSeeds)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void ReadMixedNews(benchmark::State& state) {
  const auto agreements = seeds();
  const auto others = articles();
  if (agreements.empty() || others.empty()) return state.SkipWithError("../shared is not here");
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < kReports; ++i) {
    texts.push_back(i % kOneIn == 0 ? agreements[i / kOneIn % agreements.size()]
                                    : others[i % others.size()]);
  }
  read_all(state, texts);
}
BENCHMARK(ReadMixedNews)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
