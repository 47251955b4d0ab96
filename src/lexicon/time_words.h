// Words and phrases of time: months, counts, and the patterns of data/en/times.toml.
//
// A pattern is a row of words and slots: "later|earlier? this UNIT" stands for "this month",
// "later this month" and so on. All patterns lie in one trie; reading/times.cc walks it over the
// tokens and gives what it finds to the rule's operator.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/rows.h"
#include "text/word_map.h"

namespace concord {

// What a token may be in a pattern. Words come from lists, numbers from their digits.
enum class TimeSlot : std::uint8_t {
  month,    // MONTH    November, Nov
  weekday,  // WEEKDAY  Thursday, Thurs
  count,    // COUNT    two, a, 14
  unit,     // UNIT     day .. century, weekend; TimeUnit
  units,    // UNITS    days .. centuries
  season,   // SEASON   spring 21 .. winter 24
  ordinal,  // ORD      first, 20th
  few,      // FEW      several: a count that is none
  daypart,  // DAYPART  morning
  year,     // YEAR     1700 to 2100
  day,      // DAY      1 to 31, 1st to 31st
  number,   // NUM      any run of digits
  decade,   // DECADE   1990s
  dotted,   // DOTTED   06.11.2025
  clock,    // CLOCK    18:30, 6pm, 0600; minutes after midnight
  tens,     // TENS     60s, sixties, 470s
  each      // EACH     daily, annual: a TimeUnit
};
inline constexpr std::size_t kTimeSlots = 17;
using TimeSlots = std::uint32_t;  // a bit for each slot

enum class TimeUnit : std::uint8_t {
  day,
  week,
  fortnight,
  month,
  year,
  decade,
  century,
  weekend,
  hour,
  minute,
  second
};

// How a rule's value is made (reading/times.cc).
enum class TimeOp : std::uint8_t {
  date,      // day, month and year; what is missing comes from the tense or the text
  month,     // last October, that August
  weekday,   // the nearest one that the tense allows
  days,      // shift days from publication
  unit,      // the unit of the anchor, shifted: last month, that year
  counted,   // so many units from the anchor: two years ago
  year,      // 2020, 2020/2021
  decade,    // 199X
  century,   // 18XX
  quarter,   // 33 to 36
  season,    // 21 to 24
  ordinal,   // the 20th
  slashed,   // 11/6/2025
  duration,  // no date
  vague,     // no date, but soon
  era,       // 490 BC, AD 79
  clock,     // 8:30 a.m.
  daypart,   // that afternoon
  feast,     // Christmas 1964; shift is month and day: 1225
  repeated,  // every year, daily
  reference  // now, former: the row's sense tells
};

// What a row of op vague or reference says beside "no date".
enum class TimeHint : std::uint8_t { none, past, present, future, length };

enum class TimeAnchor : std::uint8_t { published, text, either };

struct TimeRule {
  std::string name;
  TimeOp op = TimeOp::vague;
  TimeAnchor anchor = TimeAnchor::published;
  int shift = 0;
  bool shifted = false;                // the row gives a shift
  TimeHint hint = TimeHint::none;      // the row's sense
  std::vector<std::string> cue;        // one of these stands before; "^head": "the end of"
  std::vector<std::string> not_first;  // words that the expression does not begin with
  std::vector<std::string> not_after;
  std::vector<std::string> not_before;  // "*" is any word: only a mark or the end may follow
};

struct TimeWords {
  using Table = WordMap<int>;
  Table months;      // "nov" 11
  Table weekdays;    // "thursday" 4
  Table days;        // "yesterday" -1
  Table counts;      // "two" 2
  Table ahead;       // "will": what follows lies ahead
  Table modals;      // "may": ahead, unless "have" follows
  Table scheduled;   // "meets", "votes": of a plan, in the present tense; 2 only after "is", 3 not
                     // in titles, 4 of several ("the two sign"), 5 before "on"
  Table prospect;    // "hoped": what follows with "to" lies ahead
  Table noun_too;    // "plan", "vote": after "the" a noun, and no verb
  Table opens_noun;  // "the", "of": the word after is no finite verb
  Table lasting;     // "lasted": "until Tuesday" beside it is past
  Table vague;       // "soon": no date
  Table past;        // "met", "became": what stands beside has happened
  Table parts;       // "early", "mid": narrow a time that follows
  Table heads;       // "end", "half": narrow it with "of"; 2 needs an adjective: "the last days of"
  Table orders;      // "first", "latter", "closing": adjectives of heads; 2 is the second half
  Table premods;     // "nearly", "only": belong to the length that follows
  Table dating;      // "in", "since": a year after them dates what is told
  Table was;         // "was", "had": tells of the past
  Table is;          // "is", "have", "will": tells of today
  Table dayparts;    // "morning" 1, "night" 4
  Table about;       // "around", "circa": what follows is approximate
  Table deeds;       // "notice", "deposit": the sentence behind dates by it what it tells of
  Table befalls;     // "reached", "took" place: what such a sentence says of it
  Table things;      // "troops": a number before them is no year

  static std::optional<int> look_up(const Table& table, std::string_view word) {
    const auto found = table.find(word);
    return found == table.end() ? std::nullopt : std::optional<int>(found->second);
  }

  // What a folded word may be: bits of TimeSlot with their values, and its label as itself.
  struct Word {
    TimeSlots slots = 0;
    std::uint16_t literal = 0;  // label from kTimeSlots on; 0 is no literal of any pattern
    std::array<std::int16_t, kTimeSlots> values{};
  };
  const Word* find(std::string_view word) const {
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
  }

  struct Node {
    std::vector<std::pair<std::uint16_t, std::uint32_t>> edges;  // label, node; by label
    std::uint32_t rule = 0xffffffff;
  };
  std::uint32_t next(std::uint32_t node, std::uint16_t label) const {
    const auto& edges = nodes[node].edges;
    const auto edge = std::lower_bound(edges.begin(), edges.end(), std::pair{label, 0u});
    return edge != edges.end() && edge->first == label ? edge->second : 0;
  }

  WordMap<Word> words;
  std::vector<Node> nodes = {{}};
  std::vector<TimeRule> rules;
  std::vector<Proof> proofs;
  std::vector<std::uint32_t> proof_rules;  // the rule of each proof
};

Result<TimeWords> load_time_words(const DataFiles& files);

}  // namespace concord
