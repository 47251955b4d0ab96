// Tags, lemmas and trees: tokens/s on one core, for each kind of processor. The sentences are made
// up by a seeded grammar of news English, with lengths as in newspapers (mean about 24).
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "language/parser.h"
#include "lexicon/data.h"

namespace {

constexpr std::size_t kSentences = 4000;

std::vector<std::string> read_words() {
  const auto& files = concord::built_in_data();
  std::vector<std::string> words;
  // The data files are a stock of real words; every cell's words will do.
  for (const char* name : {"world/states.tsv", "en/saying.tsv", "en/page.tsv"}) {
    std::string word;
    for (const char c : files.at(name)) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter) {
        word.push_back(c);
      } else if (!word.empty()) {
        words.push_back(std::move(word));
        word.clear();
      }
    }
  }
  return words;
}

std::vector<concord::Forms> make_sentences(std::size_t& tokens) {
  static const std::vector<std::string> words = read_words();
  static const std::vector<std::string> small = {"the", "of", "to",  "in",   "and",  "that", ",",
                                                 "a",   "on", "for", "with", "said", "by",   "has"};
  std::uint32_t state = 1;
  const auto roll = [&](std::size_t sides) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % sides;
  };
  std::vector<concord::Forms> sentences(kSentences);
  for (concord::Forms& forms : sentences) {
    for (std::size_t size = 4 + roll(21) + roll(21); size > 0; --size) {
      forms.push_back(roll(5) < 2 ? small[roll(small.size())] : words[roll(words.size())]);
    }
    forms.emplace_back(".");
    tokens += forms.size();
  }
  return sentences;
}

void Parse(benchmark::State& state) {
  const concord::Kernels& kernels =
      *concord::all_kernels()[static_cast<std::size_t>(state.range(0))];
  const concord::Parser parser(
      *concord::load_syntax_model(concord::built_in_data().at(concord::kSyntaxModelName),
                                  "built in"),
      kernels);
  std::size_t tokens = 0;
  const auto sentences = make_sentences(tokens);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(parser.parse(sentences));
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens) * state.iterations());
  state.SetLabel(kernels.name);
}
BENCHMARK(Parse)
    ->DenseRange(0, static_cast<int>(concord::all_kernels().size()) - 1)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

void Load(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(concord::load_syntax_model(
        concord::built_in_data().at(concord::kSyntaxModelName), "built in"));
  }
}
BENCHMARK(Load)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
