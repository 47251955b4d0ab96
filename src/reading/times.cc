// Time expressions, valued against the publication date, the text and the tense.
//
//   (2025-11-07)  Chile ratified on 12 May 2014, Peru that December; Costa Rica said on
//                 Thursday that it would follow next year.
//   ->  2014-05-12, 2014-12, 2025-11-06, 2026
//
// The patterns of data/en/times.toml are walked over the tokens, the longest that can be valued
// wins (times_match), and its operator makes the value (times_value). Here is what runs along the
// text: the date that "that year" points to, the past year in which a story is told, and the day
// that a time of day belongs to. Two walks over the tokens; the tense looks at 30 tokens on either
// side of a time.
#include <algorithm>
#include <cstdlib>

#include "reading/passes.h"
#include "reading/times.h"
#include "reading/times_number.h"
#include "reading/times_story.h"
#include "reading/times_tense.h"
#include "reading/times_value.h"

namespace concord {
namespace {

constexpr int kFirst = 1;  // data/en/times.toml, role "order"
constexpr int kLast = 3;
constexpr int kStoryLeap = 8;                    // years
constexpr std::uint32_t kDatelineSentences = 4;  // with those of the headline
constexpr std::uint32_t kAsideReach = 12;        // tokens back to "which"
constexpr std::uint32_t kClockReach = 4;         // tokens from "8:30 a.m." to its "Friday"

class TimeFinder {
 public:
  TimeFinder(const Report& report, const Lexicon& lexicon, Reading& reading,
             std::vector<std::uint32_t>* rules)
      : report_(report),
        lexicon_(lexicon),
        words_(lexicon.time_words),
        reading_(reading),
        matcher_(lexicon.time_words, reading),
        rules_(rules) {
    context_.published = moment_of(report.published);
    context_.story = tells_story(words_, reading_, context_.published);
    chronology_ = is_chronology();
  }

  void run() {
    for (std::uint32_t number = 0; number < reading_.sentences.size(); ++number) {
      enter(number);
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = read(i);
      settle_clocks();
    }
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return sentence_.contains(i) ? reading_.lower(i) : std::string_view();
  }
  std::string_view before(std::uint32_t i, std::uint32_t back = 1) const {
    return i >= sentence_.begin + back ? reading_.lower(i - back) : std::string_view();
  }

  void enter(std::uint32_t number) {
    const Sentence& sentence = reading_.sentences[number];
    sentence_ = sentence.tokens;
    headline_ = report_.blocks[sentence.block].kind == BlockKind::title;
    context_.last_here = false;
    first_time_ = reading_.times.size();
    before_.clear();
    // In news a story's year holds in its own paragraph, for this sentence and the next.
    // A date that stands alone at the head of its paragraph holds for all of it.
    const bool far = sentence.block != told_block_ ||
                     (number > told_sentence_ + (told_of_noun_ ? 0 : 1) && !told_as_head_);
    if ((far || tells_of_later()) && !context_.story) context_.told = {};
    context_.heads = told_as_head_ && context_.told.year != 0;
    number_ = number;
    matcher_.enter(sentence_);
  }

  // "Hungary, which voted in May to leave, will be out on June 2, 2026": news again, whatever year
  // the sentence before told of.
  bool tells_of_later() const {
    constexpr std::size_t kDigits = 4;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (reading_.tokens[i].kind != WordKind::number) continue;
      const std::string_view word = low(i);
      if (word.size() != kDigits) continue;
      const int year = read_time_number(word).value;
      if (context_.published.year != 0 && year > context_.published.year && year < 2100)
        return true;
    }
    return false;
  }

  // Reads the expression at token i; the token after it, or i + 1.
  std::uint32_t read(std::uint32_t i) {
    for (const TimeMatch& match : matcher_.at(i)) {
      const TimeRule& rule = words_.rules[match.rule];
      const std::uint32_t outer = free_from(i, rule.op);
      const TokenSpan words = {outer, match.tokens.end};
      const TimeContext now = context_;
      forget_within(words);
      context_.cue = before(outer);
      context_.approximate = is_approximate(outer, i);
      context_.ahead = needs_tense(match, rule) && !context_.heads &&
                       looks_ahead(lexicon_, reading_, sentence_, words, tense_default());
      Time time;
      if (!value_time({match, rule, words_, reading_, context_}, time)) {
        context_ = now;
        continue;
      }
      time.tokens = words;
      drop_within(words);
      narrow(time, {outer, i});
      take_day_at_end(time, i);
      const bool heads = is_at_head(i) && closes_head(i + 1);  // "1949: twelve states ..."
      time.named = rule.op == TimeOp::year && match.tokens.size() == 1 && !heads &&
                   !TimeWords::look_up(words_.dating, before(i));
      time.since = context_.cue == "since" || context_.cue == "from";
      time.until = is_any(context_.cue, {"until", "till", "by"});
      if (rule.op == TimeOp::slashed && !context_.day_first) {
        context_.day_first = writes_day_first(match);
      }
      before_.push_back(context_);
      remember(match, rule, time);
      count_from_dateline(time);
      if (rules_ != nullptr) rules_->push_back(match.rule);
      reading_.times.push_back(std::move(time));
      return match.tokens.end;
    }
    return i + 1;
  }

  // "1949", "- 1949"
  bool is_at_head(std::uint32_t i) const {
    const bool bullet =
        i == sentence_.begin + 1 && reading_.tokens[sentence_.begin].kind == WordKind::mark;
    return i == sentence_.begin || bullet;
  }
  bool closes_head(std::uint32_t i) const {
    if (chronology_ && sentence_.contains(i) && reading_.tokens[i].capital) return true;
    return is_any(low(i), {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
  }

  // "1859  Britain signs ... | 1946  Guatemala declares ...": whether paragraphs open so.
  bool is_chronology() const {
    constexpr int kEntriesMin = 3;
    int entries = 0;
    for (std::uint32_t n = 1; n < reading_.sentences.size(); ++n) {
      const Sentence& sentence = reading_.sentences[n];
      const bool opens = sentence.block != reading_.sentences[n - 1].block;
      if (!opens || sentence.tokens.size() < 2) continue;
      const std::string_view year = reading_.lower(sentence.tokens.begin);
      const bool digits = year.size() == 4 && (year[0] == '1' || year[0] == '2') &&
                          reading_.tokens[sentence.tokens.begin].kind == WordKind::number;
      entries += digits && reading_.tokens[sentence.tokens.begin + 1].capital ? 1 : 0;
    }
    return entries >= kEntriesMin;
  }

  // Where an extent may begin: not inside an earlier time. "the early hours of 6 May" takes in
  // what seemed a length, "the early hours".
  std::uint32_t free_from(std::uint32_t i, TimeOp op) const {
    const std::uint32_t outer = matcher_.extent_from(i, op);
    for (std::size_t n = reading_.times.size(); n > first_time_; --n) {
      const TokenSpan earlier = reading_.times[n - 1].tokens;
      if (earlier.begin < outer) return std::max(outer, earlier.end);
    }
    return outer;
  }
  // "the autumn of that year": what "the autumn" seemed to be is not what "that year" points to.
  void forget_within(TokenSpan words) {
    for (std::size_t n = reading_.times.size();
         n > first_time_ && reading_.times[n - 1].tokens.begin >= words.begin; --n) {
      context_ = before_[n - 1 - first_time_];
    }
  }
  void drop_within(TokenSpan words) {
    while (reading_.times.size() > first_time_ &&
           reading_.times.back().tokens.begin >= words.begin) {
      reading_.times.pop_back();
      before_.pop_back();
      if (rules_ != nullptr) rules_->pop_back();
    }
  }

  // "the evening of 6 May", "the second half of 2007": finer than the date that follows.
  void narrow(Time& time, TokenSpan before) const {
    if (before.size() == 0 || time.sense != TimeSense::point) return;
    if (time.first.size() > 0) time.first.begin = before.begin;
    if (time.grain == TimeGrain::day && time.clock.empty())
      time.clock = daypart_of(words_, reading_, before);
    if (time.grain != TimeGrain::year) return;
    for (std::uint32_t i = before.begin; i < before.end && low(before.end - 1) == "of"; ++i) {
      const int season = matcher_.season_at(i);
      if (season == 0 || time.value.empty()) continue;
      time.value = time.value + "-" + std::to_string(season);
      time.grain = TimeGrain::season;
    }
    for (std::uint32_t i = before.begin + 1; i < before.end; ++i) {
      if (low(i) != "half") continue;
      const int half = TimeWords::look_up(words_.orders, low(i - 1)).value_or(0);
      if (half == 1 || half == 2) time.clock = half == 1 ? "H1" : "H2";
    }
  }

  // "the first day of | 2022", "the last day of | that month"
  void take_day_at_end(Time& time, std::uint32_t i) const {
    const PartialDate whole = moment_of(time.value);
    const auto nth = TimeWords::look_up(words_.orders, before(i, 3));
    const bool plain =
        time.value.size() == 4 || (time.value.size() == 7 && time.grain == TimeGrain::month);
    if (before(i) != "of" || before(i, 2) != "day" || !nth || whole.year == 0 || !plain) return;
    if (*nth != kFirst && *nth != kLast) return;
    const int month = whole.month != 0 ? whole.month : *nth == kFirst ? 1 : 12;
    const PartialDate after = plus_months({whole.year, month, 0}, 1);
    const PartialDate first{whole.year, month, 1};
    time.value = edtf(*nth == kFirst ? first : plus_days({after.year, after.month, 1}, -1));
    time.grain = TimeGrain::day;
  }

  // "at 8:30 a.m. on Friday": a time of day takes the day beside it, else the one last told, else
  // the day of the report.
  void settle_clocks() {
    for (std::size_t n = first_time_; n < reading_.times.size(); ++n) {
      Time& time = reading_.times[n];
      if (time.sense != TimeSense::point || time.clock.empty() || !time.value.empty()) continue;
      if (time.clock.find(':') == std::string::npos) continue;
      const Time* day = day_beside(n);
      if (day != nullptr) {
        time.value = day->value;
        time.from = day->from;
        time.anchor = day->anchor;
        continue;
      }
      const PartialDate known = context_.story ? context_.last : day_of_news();
      time.from = context_.story ? TimeFrom::text : TimeFrom::published;
      time.value = is_day(known) ? edtf(known) : "";
    }
  }
  // "signed on Monday ... The other side signed | at noon": the day of this week that was told
  // last.
  PartialDate day_of_news() const {
    constexpr int kNewsDays = 7;
    const PartialDate& day = context_.last_day;
    if (!is_day(day) || !is_day(context_.published)) return context_.published;
    const int ago = day_number(context_.published) - day_number(day);
    return ago >= 0 && ago < kNewsDays ? day : context_.published;
  }
  const Time* day_beside(std::size_t n) const {
    const auto is_date = [&](std::size_t i) {
      const Time& time = reading_.times[i];
      return time.grain == TimeGrain::day && time.value.size() == 10;
    };
    const Time& clock = reading_.times[n];
    if (n + 1 < reading_.times.size() && is_date(n + 1) &&
        reading_.times[n + 1].tokens.begin <= clock.tokens.end + kClockReach)
      return &reading_.times[n + 1];
    for (std::size_t i = n; i > first_time_; --i) {
      if (is_date(i - 1)) return &reading_.times[i - 1];
    }
    if (n + 1 < reading_.times.size() && is_date(n + 1)) return &reading_.times[n + 1];
    return nullptr;
  }

  Tense tense_default() const {
    if (headline_) return Tense::headline;
    return context_.story ? Tense::story : Tense::news;
  }
  static bool needs_tense(const TimeMatch& match, const TimeRule& rule) {
    switch (rule.op) {
      case TimeOp::date:
        return match.count(TimeSlot::year) == 0 && !rule.shifted;
      case TimeOp::weekday:
      case TimeOp::season:
      case TimeOp::feast:
      case TimeOp::ordinal:
      case TimeOp::unit:
      case TimeOp::duration:
        return true;
      default:
        return false;
    }
  }
  bool is_approximate(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (TimeWords::look_up(words_.about, low(i))) return true;
    }
    return false;
  }

  // Whether the words tell when something was said: "he said on Thursday", "told us last week".
  bool dates_a_saying(std::uint32_t i) const {
    const auto& verbs = lexicon_.speech.verbs;
    return verbs.contains(before(i)) ||
           (is_any(before(i), {"on", "in"}) && verbs.contains(before(i, 2)));
  }
  // "the convention of 1961", "Germany, which joined in 1973, ...": a year beside the story.
  bool is_aside(std::uint32_t i) const {
    if (is_any(before(i), {"of", "("})) return true;
    for (std::uint32_t back = 2; back <= kAsideReach; ++back) {
      const std::string_view word = before(i, back);
      if (word.empty() || word == ",") return false;
      if (is_any(word, {"which", "who", "that", "whose", "whom", "since", "after", "as"}))
        return true;
    }
    return before(i) == "since";
  }

  // "Its application, lodged in February 2003, took ten years": the year is not the story's, and
  // holds no longer than the sentence.
  bool is_of_noun(std::uint32_t i) const {
    for (std::uint32_t back = 2; back <= kAsideReach; ++back) {
      if (before(i, back).empty()) return false;
      if (before(i, back) == ",") return before(i, back - 1).ends_with("ed");
    }
    return false;
  }

  void remember(const TimeMatch& match, const TimeRule& rule, const Time& time) {
    if (time.value.empty() || time.duration) return;
    const PartialDate found = moment_of(time.value);
    if (found.year == 0) return;
    const std::uint32_t at = time.tokens.begin;
    const auto number = static_cast<std::uint32_t>(reading_.times.size());
    const bool own_year = match.count(TimeSlot::year) > 0 || time.from == TimeFrom::words ||
                          rule.anchor == TimeAnchor::text;
    if (own_year || !dates_a_saying(at)) {
      context_.last = found;
      context_.last_time = number;
      context_.last_here = true;
      if (is_day(found)) {
        context_.last_day = found;
        context_.last_day_time = number;
      }
    }
    const bool past = context_.published.year == 0 || found.year < context_.published.year;
    const bool goes_on = !own_year && context_.told.year != 0 && rule.op == TimeOp::date && past;
    const bool in_story = context_.story && time.from != TimeFrom::published;
    // "the 1997 treaty ... in December", "a member since 1995, it signed the pact in May"
    const bool of_name = (time.named || context_.cue == "since") && !context_.story;
    const bool listed = !context_.story && is_any(before(at), {"and", "or"}) &&
                        at > sentence_.begin + 1 &&
                        reading_.tokens[at - 2].kind == WordKind::number;  // "in 2010 and 2013"
    if (listed) {
      context_.told = {};
    } else if ((own_year && past && !is_aside(at) && !of_name) || goes_on || in_story) {
      if (in_story && (is_aside(at) || is_far(found))) return;
      // "December 7 (it was a Sunday), 1941": the year alone takes nothing back.
      const bool coarser = found.month == 0 && found.year == context_.told.year;
      if (!coarser) context_.told = found;
      context_.told_time = number;
      told_block_ = reading_.sentences[number_].block;
      told_sentence_ = number_;
      told_of_noun_ = is_of_noun(at);
      const std::uint32_t end = time.tokens.end;
      const bool head = is_at_head(at) && (low(end) == "." || closes_head(end));
      told_as_head_ = head || (goes_on && context_.heads);
      context_.heads = told_as_head_;
    } else if ((!own_year || !past) && !context_.story) {
      context_.told = {};
    }
  }

  // "OSLO, 11 July (AFP) - Chile signed today", printed on 12 July: what follows is counted from
  // the day of writing.
  void count_from_dateline(const Time& time) {
    constexpr int kDaysMax = 31;
    const PartialDate day = moment_of(time.value);
    if (headline_ || number_ > kDatelineSentences || !is_day(day) || time.duration) return;
    if (!is_day(context_.published) || !is_dateline(reading_, time)) return;
    const int ago = day_number(context_.published) - day_number(day);
    if (ago > 0 && ago <= kDaysMax) context_.published = day;
  }

  // A story seldom leaps: "papers opened in 2005 show that ..." is an aside, unless the next year
  // is near it too.
  bool is_far(const PartialDate& found) {
    const int told = context_.told.year;
    const bool far = told != 0 && std::abs(found.year - told) > kStoryLeap;
    const bool again = leapt_to_ != 0 && std::abs(found.year - leapt_to_) <= kStoryLeap;
    leapt_to_ = far ? found.year : 0;
    return far && !again;
  }

  const Report& report_;
  const Lexicon& lexicon_;
  const TimeWords& words_;
  Reading& reading_;
  TimeMatcher matcher_;
  std::vector<std::uint32_t>* rules_;
  TimeContext context_;
  std::vector<TimeContext> before_;  // the context before each time of the sentence
  TokenSpan sentence_;
  bool chronology_ = false;  // entries that open with a bare year
  bool headline_ = false;
  std::size_t first_time_ = 0;  // of the sentence
  std::uint32_t number_ = 0;    // of the sentence
  int leapt_to_ = 0;            // the year of the last leap that was taken for an aside
  std::uint32_t told_block_ = kNone;
  std::uint32_t told_sentence_ = 0;
  bool told_of_noun_ = false;  // "its bid, lodged in 2003, ..."
  bool told_as_head_ = false;  // "October 2018. The text was ..."
};

}  // namespace

bool is_dateline(const Reading& reading, const Time& time) {
  constexpr std::uint32_t kPlaceTokens = 8;
  const TokenSpan all = reading.sentences[reading.tokens[time.tokens.begin].sentence].tokens;
  const std::uint32_t begin = time.tokens.begin;
  if (begin > all.begin + kPlaceTokens || begin < all.begin + 2) return false;
  for (std::uint32_t i = all.begin; i < begin; ++i) {
    if (reading.tokens[i].kind != WordKind::mark && !reading.tokens[i].capital) return false;
  }
  if (reading.lower(begin - 1) != ",") return false;
  const std::uint32_t stop = time.tokens.end;  // "Lima, 4 May. - Peru", "Lima, 4 May - Peru"
  const bool stopped = stop < all.end && reading.lower(stop) == ".";
  const std::uint32_t end = stopped ? stop + 1 : stop;
  if (reading.tokens[all.begin].all_capitals && (stopped || stop == all.end)) return true;
  return end < all.end &&
         is_any(reading.lower(end), {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "(", ":"});
}

bool heads_entry(const Reading& reading, const Time& time) {
  const TokenSpan all = reading.sentences[reading.tokens[time.tokens.begin].sentence].tokens;
  return time.tokens.begin == all.begin && all.contains(time.tokens.end) &&
         is_any(reading.lower(time.tokens.end), {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
}

const Time* entry_time(const Reading& reading, std::uint32_t sentence) {
  const std::uint32_t begin = reading.sentences[sentence].tokens.begin;
  const auto time = std::ranges::find_if(
      reading.times, [&](const Time& one) { return one.tokens.begin == begin; });
  const bool heads = time != reading.times.end() && !time->value.empty() && !time->duration &&
                     heads_entry(reading, *time);
  return heads ? &*time : nullptr;
}

void find_times_with_rules(const Report& report, const Lexicon& lexicon, Reading& reading,
                           std::vector<std::uint32_t>* rules) {
  TimeFinder(report, lexicon, reading, rules).run();
}

void find_times(const Report& report, const Lexicon& lexicon, Reading& reading) {
  find_times_with_rules(report, lexicon, reading, nullptr);
}

}  // namespace concord
