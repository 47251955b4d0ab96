// A seeded stream of made-up reports of 500 words, day by day, so that a million of them need the
// memory of one day: 5,000 reports a day; a story has one to forty reports over three days, about
// ten on average, each telling its names and figures in words of its own; one report in five is a
// copy of one of its day, whole, cut or with words added.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data.h"
#include "report/report.h"

namespace concord {

inline constexpr int kReportsADay = 5000;

class StoryStream {
 public:
  StoryStream() {
    // The commonest English words, and names made of syllables.
    const std::string_view common = built_in_data().at("en/common_words.tsv");
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
  static constexpr int kWords = 500;

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
    report.published = date_of(day);
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

  static std::string date_of(int day) {
    constexpr std::chrono::sys_days kFirst = std::chrono::year{2024} / 1 / 1;
    const std::chrono::year_month_day date = kFirst + std::chrono::days{day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
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
      report.blocks.push_back({at == 0 ? BlockKind::title : BlockKind::paragraph,
                               {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
      at = end + 1;
    }
  }

  std::vector<std::string> words_;
  std::vector<Happening> open_;
  std::uint64_t state_ = 1;
  std::uint64_t number_ = 0;
};

}  // namespace concord
