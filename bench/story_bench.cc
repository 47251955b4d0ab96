// Stories and origins over bench/story_stream.h: reports/s on one core, from the text to the story
// or the links, and the peak memory. The peak is the process's: run one size in a process of its
// own (--benchmark_filter=Stories/1000000/) to know its.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "story/lineage.h"
#include "story/origins.h"
#include "story/stories.h"
#include "story_stream.h"

namespace {

using concord::kReportsADay;
using concord::Report;

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// Feeds the whole stream; only `take` is timed.
template <typename Take>
void run(benchmark::State& state, Take take) {
  for ([[maybe_unused]] auto _ : state) {
    concord::StoryStream stream;
    for (int day = 0; day * kReportsADay < state.range(0); ++day) {
      state.PauseTiming();
      const auto reports = stream.day(day);
      state.ResumeTiming();
      take(reports);
    }
  }
  state.counters["peak_MB"] = peak_mb();
  state.SetItemsProcessed(state.range(0) * state.iterations());
}

void Stories(benchmark::State& state) {
  const concord::StoryWords& words = concord::built_in_story_words();
  concord::StoryFinder finder(words);
  int day = 0;
  run(state, [&](const std::vector<Report>& reports) {
    std::vector<concord::Profile> counted;
    for (const Report& report : reports) counted.push_back(concord::count_terms(report, words));
    finder.add_day(day++, std::move(counted));
  });
  const auto stories = finder.stories();
  double first = 0;
  for (std::uint32_t i = 0; i < stories.size(); ++i) first += stories[i] == i ? 1 : 0;
  state.counters["stories"] = first;
}

void Origins(benchmark::State& state) {
  concord::LineageFinder finder(concord::built_in_story_words(), concord::kWindowDays);
  double links = 0;
  run(state, [&](const std::vector<Report>& reports) {
    for (const Report& report : reports) links += static_cast<double>(finder.add(report).size());
  });
  state.counters["links"] = links;
}

// What `concord stories` asks of a record: all of its reports in memory, none forgotten as origins
// go.
void Record(benchmark::State& state) {
  concord::StoryStream stream;
  std::vector<Report> all;
  for (int day = 0; day * kReportsADay < state.range(0); ++day) {
    auto reports = stream.day(day);
    std::ranges::move(reports, std::back_inserter(all));
  }
  std::vector<const Report*> pointers;
  for (const Report& report : all) pointers.push_back(&report);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(concord::find_stories(pointers));
    benchmark::DoNotOptimize(concord::trace_lineage(pointers));
  }
  state.counters["peak_MB"] = peak_mb();
  state.SetItemsProcessed(state.range(0) * state.iterations());
}

void sizes(benchmark::internal::Benchmark* bench) {
  for (const std::int64_t reports : {10'000, 100'000, 1'000'000}) bench->Arg(reports);
  bench->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime();
}
BENCHMARK(Stories)->Apply(sizes);
BENCHMARK(Origins)->Apply(sizes);
BENCHMARK(Record)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
