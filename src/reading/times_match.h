// Where the patterns of data/en/times.toml hold in a text.
#pragma once

#include <array>
#include <vector>

#include "lexicon/time_words.h"
#include "reading/reading.h"

namespace concord {

// One pattern found, with what its slots hold, in order; counts tell how many.
struct TimeMatch {
  TokenSpan tokens;
  std::uint32_t rule = 0;
  std::array<std::array<int, 3>, kTimeSlots> slots{};
  std::array<std::uint8_t, kTimeSlots> counts{};

  int count(TimeSlot slot) const { return counts[static_cast<std::size_t>(slot)]; }
  int value(TimeSlot slot, std::size_t nth = 0) const {  // 0 where there is none
    const auto of = static_cast<std::size_t>(slot);
    return nth < counts[of] ? slots[of][nth] : 0;
  }
};

class TimeMatcher {
 public:
  TimeMatcher(const TimeWords& words, const Reading& reading) : words_(words), reading_(reading) {}

  // Reads the tokens of a sentence; then at() may be asked about each of them.
  void enter(TokenSpan sentence);

  // The patterns that begin at a token and are not refused by the words around, longest first.
  const std::vector<TimeMatch>& at(std::uint32_t token);

  // The first token of all the words of an expression whose pattern begins at `token`: "early",
  // "the end of", "the evening of" before a date, "nearly", "more than" before a length.
  std::uint32_t extent_from(std::uint32_t token, TimeOp op) const;

  // 21 to 24 where the token is a season's name, else 0.
  int season_at(std::uint32_t token) const;

 private:
  struct Kind {
    TimeSlots slots = 0;
    std::uint16_t literal = 0;
    int number = 0;
    int clock = 0;  // minutes after midnight
    const TimeWords::Word* word = nullptr;
  };

  Kind kind_of(std::uint32_t token) const;
  std::uint32_t head_from(std::uint32_t of) const;
  std::uint32_t premod_from(std::uint32_t token) const;
  int value_of(const Kind& kind, std::size_t slot) const;
  void walk(std::uint32_t node, std::uint32_t at);
  bool allowed(const TimeMatch& match) const;
  bool has_cue(const TimeRule& rule, std::uint32_t begin) const;
  std::string_view low(std::uint32_t token) const {
    return sentence_.contains(token) ? reading_.lower(token) : std::string_view();
  }
  std::string_view before(std::uint32_t token, std::uint32_t back = 1) const {
    return token >= sentence_.begin + back ? low(token - back) : std::string_view();
  }
  bool is(const TimeWords::Table& table, std::string_view word) const {
    return TimeWords::look_up(table, word).has_value();
  }

  const TimeWords& words_;
  const Reading& reading_;
  TokenSpan sentence_;
  std::vector<Kind> kinds_;  // of the sentence's tokens
  TimeMatch current_;
  std::vector<TimeMatch> found_;
};

}  // namespace concord
