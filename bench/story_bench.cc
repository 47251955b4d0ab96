// Stories and origins over a stream of made-up reports of 500 words: reports/s on one core and the
// peak memory, from 10,000 reports on. The stream is seeded: 5,000 reports a day; a story has one
// to forty reports over three days, each telling its names and figures in words of its own; one
// report in five is a copy, whole, cut or with words replaced.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>
#include <string>
#include <vector>

#include "lexicon/data.h"
#include "story/lineage.h"
#include "story/stories.h"

namespace {

using concord::Report;

constexpr int kWords = 500, kReportsADay = 5000;

class Stream {
 public:
  Stream() {
    // The commonest English words, and names made of syllables.
    const std::string_view common = concord::built_in_data().at("en/common_words.tsv");
    for (std::size_t at = 0; at < common.size();) {
      const std::size_t end = std::min(common.find('\n', at), common.size());
      const std::string_view line = common.substr(at, end - at);
      if (line.find('\t') < line.size() && line[0] != '#')
        words_.emplace_back(line.substr(0, line.find('\t')));
      at = end + 1;
    }
    for (int i = 0; i < 40'000; ++i) words_.push_back(word(3 + i % 2));
  }

  // The reports of one day.
  std::vector<Report> day(int day) {
    std::vector<Report> reports;
    while (reports.size() < kReportsADay) {
      const Happening& one = happening(day);
      Report report = told(one, day);
      const bool copied = roll(5) == 0 && !reports.empty();
      if (copied) copy(reports[roll(reports.size())], report);
      reports.push_back(std::move(report));
    }
    return reports;
  }

 private:
  struct Happening {
    std::vector<std::string> words;  // what every report of it tells
    int last_day = 0;
  };

  std::size_t roll(std::size_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % sides;
  }
  std::string word(int syllables) {
    static constexpr const char* kSyllables[] = {"ka", "ro",  "mi", "len", "sta", "du",  "bor",
                                                 "ne", "tal", "vi", "gra", "sho", "pel", "um"};
    std::string out;
    for (int i = 0; i < syllables; ++i) out += kSyllables[roll(14)];
    return out;
  }
  // Zipf-like: the first words of the list come most.
  const std::string& any_word() {
    const std::size_t top = words_.size() >> roll(10);
    return words_[roll(std::max<std::size_t>(top, 1))];
  }

  const Happening& happening(int day) {
    std::erase_if(open_, [&](const Happening& one) { return one.last_day < day; });
    if (open_.size() < 400 || roll(12) == 0) {
      Happening one;
      one.last_day = day + static_cast<int>(roll(3));
      for (int i = 0; i < 40; ++i) {
        std::string name = word(4);
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        one.words.push_back(roll(5) == 0 ? std::to_string(roll(100'000)) : name);
      }
      open_.push_back(std::move(one));
    }
    return open_[roll(open_.size())];
  }

  Report told(const Happening& one, int day) {
    Report report;
    report.digest = std::to_string(1'000'000'000 + number_++);
    report.outlet = "Outlet " + std::to_string(roll(300));
    const int year = 2024 + day / 336, month = day / 28 % 12 + 1, date = day % 28 + 1;
    char published[40];
    std::snprintf(published, sizeof published, "%04d-%02d-%02d", year, month, date);
    report.published = published;
    std::string& text = report.text;
    for (int i = 0; i < kWords; ++i) {
      const bool fact = i < 10 || roll(8) == 0;
      text += fact ? one.words[roll(one.words.size())] : any_word();
      text += i % 17 == 16 ? ". " : i % 60 == 59 ? "\n" : " ";
      if (i == 9) text += "\n";
    }
    set_blocks(report);
    return report;
  }

  void copy(const Report& original, Report& report) {
    report.text = original.text.substr(0, original.text.size() * (4 + roll(7)) / 10);
    for (std::size_t i = 0; i < report.text.size(); i += 1 + roll(120)) {
      if (report.text[i] == ' ') report.text.insert(i, " also");
    }
    set_blocks(report);
  }

  static void set_blocks(Report& report) {
    report.blocks.clear();
    for (std::size_t at = 0; at < report.text.size();) {
      const std::size_t end = std::min(report.text.find('\n', at), report.text.size());
      report.blocks.push_back({at == 0 ? concord::BlockKind::title : concord::BlockKind::paragraph,
                               {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
      at = end + 1;
    }
  }

  std::vector<std::string> words_;
  std::vector<Happening> open_;
  std::uint64_t state_ = 1;
  std::uint64_t number_ = 0;
};

// Of the process now, in MB.
double resident() {
  std::ifstream status("/proc/self/statm");
  double pages = 0;
  status >> pages >> pages;
  return pages * 4096 / (1 << 20);
}

// Feeds the whole stream; only `take` is timed.
template <typename Take>
void run(benchmark::State& state, Take take) {
  for ([[maybe_unused]] auto _ : state) {
    Stream stream;
    double most = 0;
    for (int day = 0; day * kReportsADay < state.range(0); ++day) {
      state.PauseTiming();
      const auto reports = stream.day(day);
      state.ResumeTiming();
      take(reports);
      most = std::max(most, resident());
    }
    state.counters["peak_MB"] = most;
  }
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

void sizes(benchmark::internal::Benchmark* bench) {
  for (const std::int64_t reports : {10'000, 50'000, 200'000, 1'000'000}) bench->Arg(reports);
  bench->Iterations(1)->Unit(benchmark::kSecond)->MeasureProcessCPUTime();
}
BENCHMARK(Stories)->Apply(sizes);
BENCHMARK(Origins)->Apply(sizes);

}  // namespace

BENCHMARK_MAIN();
