// Time expressions, valued against the publication date, the text and the tense.
//
//   (2025-11-07)  Chile ratified on 12 May 2014, Peru that December; Costa Rica said on
//                 Thursday that it would follow next year.
//   ->  2014-05-12, 2014-12, 2025-11-06, 2026
//
// The patterns of data/en/times.toml are walked over the tokens, the longest that can be valued
// wins (times_match), and its operator makes the value (times_value). Here is what runs along the
// text: the date that "that year" points to, and the past year in which a story is told. One walk
// over the tokens; the tense looks at 30 tokens on either side of a time.
#include <algorithm>

#include "reading/passes.h"
#include "reading/times.h"
#include "reading/times_tense.h"
#include "reading/times_value.h"

namespace concord {
namespace {

constexpr int kStoryYears = 3;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

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
  }

  void run() {
    for (std::uint32_t number = 0; number < reading_.sentences.size(); ++number) {
      enter(number);
      for (std::uint32_t i = sentence_.begin; i < sentence_.end;) i = read(i);
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
    // In news a story's year holds in its own paragraph, for this sentence and the next. A text
    // that keeps naming old years, and no day near its publication, tells a story all along.
    const bool far = sentence.block != told_block_ || number > told_sentence_ + 1;
    if (far && !is_story()) context_.told = {};
    number_ = number;
    matcher_.enter(sentence_);
  }

  // Reads the expression at token i; the token after it, or i + 1.
  std::uint32_t read(std::uint32_t i) {
    for (const TimeMatch& match : matcher_.at(i)) {
      const TimeRule& rule = words_.rules[match.rule];
      const std::uint32_t outer = matcher_.narrowed_from(i);
      context_.cue = before(outer);
      context_.approximate = is_approximate(outer, i);
      context_.ahead =
          needs_tense(match, rule) &&
          looks_ahead(lexicon_, reading_, sentence_, {outer, match.tokens.end}, tense_default());
      Time time;
      if (!value_time(match, rule, words_, reading_, context_, time)) continue;
      time.tokens = match.tokens;
      time.since = context_.cue == "since" || context_.cue == "from";
      time.until = is_any(context_.cue, {"until", "till", "by"});
      if (rule.op == TimeOp::slashed && !context_.day_first) {
        context_.day_first = writes_day_first(match);
      }
      remember(match, rule, time);
      if (rules_ != nullptr) rules_->push_back(match.rule);
      reading_.times.push_back(std::move(time));
      return match.tokens.end;
    }
    return i + 1;
  }

  Tense tense_default() const {
    if (headline_) return Tense::headline;
    return is_story() && context_.told.year != 0 ? Tense::story : Tense::news;
  }
  bool is_story() const { return !has_news_ && old_years_ >= kStoryYears; }
  static bool needs_tense(const TimeMatch& match, const TimeRule& rule) {
    switch (rule.op) {
      case TimeOp::date:
        return match.count(TimeSlot::year) == 0 && !rule.shifted;
      case TimeOp::weekday:
      case TimeOp::season:
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
    for (std::uint32_t back = 2; back <= 7; ++back) {
      const std::string_view word = before(i, back);
      if (word.empty() || word == ",") return false;
      if (is_any(word, {"which", "who", "that", "whose", "whom", "since", "after"})) return true;
    }
    return before(i) == "since";
  }

  void remember(const TimeMatch& match, const TimeRule& rule, const Time& time) {
    if (time.value.empty() || time.duration) return;
    const Moment found = moment_of(time.value);
    if (found.year == 0) return;
    const std::uint32_t at = match.tokens.begin;
    const bool own_year = match.count(TimeSlot::year) > 0 || rule.anchor == TimeAnchor::text;
    if (own_year || !dates_a_saying(at)) {
      context_.last = found;
      context_.last_here = true;
    }
    const bool deictic = rule.anchor == TimeAnchor::published && rule.op != TimeOp::date;
    has_news_ = has_news_ || (own_year ? found.year >= context_.published.year : deictic);
    const bool goes_on = !own_year && context_.told.year != 0 && rule.op == TimeOp::date &&
                         found.year < context_.published.year;
    const bool past = context_.published.year == 0 || found.year < context_.published.year;
    old_years_ += own_year && past;
    if ((own_year && past && !is_aside(at)) || goes_on) {
      context_.told = found;
      told_block_ = reading_.sentences[number_].block;
      told_sentence_ = number_;
    } else if (!own_year || !past) {
      context_.told = {};
    }
  }

  const Report& report_;
  const Lexicon& lexicon_;
  const TimeWords& words_;
  Reading& reading_;
  TimeMatcher matcher_;
  std::vector<std::uint32_t>* rules_;
  TimeContext context_;
  TokenSpan sentence_;
  bool headline_ = false;
  int old_years_ = 0;
  bool has_news_ = false;     // a day near publication has been named: "on Thursday", "last month"
  std::uint32_t number_ = 0;  // of the sentence
  std::uint32_t told_block_ = kNone;
  std::uint32_t told_sentence_ = 0;
};

}  // namespace

void find_times_with_rules(const Report& report, const Lexicon& lexicon, Reading& reading,
                           std::vector<std::uint32_t>* rules) {
  TimeFinder(report, lexicon, reading, rules).run();
}

void find_times(const Report& report, const Lexicon& lexicon, Reading& reading) {
  find_times_with_rules(report, lexicon, reading, nullptr);
}

}  // namespace concord
