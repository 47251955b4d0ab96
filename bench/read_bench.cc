// Reading and ingesting the examples repeated to 10,000 reports: reports/s, MB/s, peak memory; and
// full syntax of every sentence, and names too, from the bytes of the files: tokens/s.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "intake/intake.h"
#include "language/annotator.h"
#include "lexicon/data.h"
#include "reading/passes.h"
#include "store/store.h"

namespace {

constexpr std::size_t kReports = 10'000;

const concord::Lexicon& lexicon() {
  static const concord::Lexicon loaded = *concord::load_lexicon(concord::built_in_data());
  return loaded;
}

// Each input is a report of its own: a line with its number follows the article.
std::vector<concord::Input> inputs() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(CONCORD_SOURCE_DIR "/examples")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::ranges::sort(paths);
  std::vector<concord::Input> all;
  for (std::size_t i = 0; i < kReports; ++i) {
    auto input = *concord::load_input(paths[i % paths.size()]);
    input.bytes += "\nNo. " + std::to_string(i) + "\n";
    all.push_back(std::move(input));
  }
  return all;
}

void report(benchmark::State& state, std::size_t reports, std::size_t bytes) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.SetItemsProcessed(static_cast<std::int64_t>(reports));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void Read(benchmark::State& state) {
  const auto all = inputs();
  std::size_t reports = 0;
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (const concord::Input& input : all) {
      benchmark::DoNotOptimize(concord::read_input(input, lexicon()));
      bytes += input.bytes.size();
      ++reports;
    }
  }
  report(state, reports, bytes);
}
BENCHMARK(Read)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->Iterations(1);

void RawTextToTrees(benchmark::State& state) {
  const auto all = inputs();
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < kReports / 10; ++i) {
      const auto report = *concord::read_text(all[i], lexicon());
      concord::Reading reading;
      concord::split_sentences(report, lexicon(), reading);
      std::vector<concord::Forms> sentences;
      for (const concord::Sentence& sentence : reading.sentences) {
        concord::Forms& forms = sentences.emplace_back();
        for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
          forms.push_back(report.words(reading.tokens[t].span));
      }
      benchmark::DoNotOptimize(lexicon().parser->parse(sentences));
      tokens += reading.tokens.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(RawTextToTrees)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

// Words, tags, base forms, trees and names, as `concord parse` has them.
void RawTextToNames(benchmark::State& state) {
  const concord::DataFiles& data = concord::built_in_data();
  const auto annotator = *concord::Annotator::load({data.at(concord::kWordsModelName),
                                                    data.at(concord::kSyntaxModelName),
                                                    data.at(concord::kNamesModelName)});
  const auto all = inputs();
  std::size_t tokens = 0;
  for ([[maybe_unused]] auto _ : state) {
    for (std::size_t i = 0; i < kReports / 10; ++i) {
      const auto sentences = annotator.annotate(all[i].bytes);
      for (const concord::AnnotatedSentence& one : sentences) tokens += one.raw.forms.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
}
BENCHMARK(RawTextToNames)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void LoadAnnotator(benchmark::State& state) {
  const concord::DataFiles& data = concord::built_in_data();
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(concord::Annotator::load({data.at(concord::kWordsModelName),
                                                       data.at(concord::kSyntaxModelName),
                                                       data.at(concord::kNamesModelName)}));
  }
}
BENCHMARK(LoadAnnotator)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

void Ingest(benchmark::State& state) {
  const auto all = inputs();
  const std::string path = (std::filesystem::temp_directory_path() / "concord-bench.db").string();
  std::size_t reports = 0;
  std::size_t bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    std::filesystem::remove(path);
    auto store = concord::Store::open(path);
    for (const concord::Input& input : all) {
      const auto read = concord::read_input(input, lexicon());
      if (!store->append(read->original, read->report, read->findings, {"bench", "bench"})) {
        return state.SkipWithError("the record cannot be written");
      }
      bytes += input.bytes.size();
      ++reports;
    }
  }
  std::filesystem::remove(path);
  report(state, reports, bytes);
}
BENCHMARK(Ingest)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace

BENCHMARK_MAIN();
