#include "reading/times_story.h"

#include <algorithm>

#include "reading/times_number.h"

namespace concord {
namespace {

constexpr int kPastYearsMin = 3;
constexpr int kPastYearsForADay = 4;        // past years that outweigh one "yesterday"
constexpr std::uint32_t kLeadTokens = 200;  // news says when in its first paragraphs

class StoryReader {
 public:
  StoryReader(const TimeWords& words, const Reading& reading) : words_(words), reading_(reading) {}

  int past_years = 0;
  int news_days = 0;
  bool lead_is_news = false;
  int told = 0;  // "was", "had"
  int held = 0;  // "is", "have", "will"

  void read(std::uint32_t i, int published) {
    if (reading_.tokens[i].kind == WordKind::number) {
      past_years += names_past_year(i, published);
      return;
    }
    if (!reading_.opens(i, Opens::tense | Opens::time)) return;
    if (reading_.opens(i, Opens::tense)) {
      told += TimeWords::look_up(words_.was, low(i)).has_value();
      held += TimeWords::look_up(words_.is, low(i)).has_value();
    }
    if (points_at_printing(i)) {
      ++news_days;
      lead_is_news = lead_is_news || i < kLeadTokens;
    }
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }

  bool names_past_year(std::uint32_t i, int published) const {
    const TimeNumber number = read_time_number(low(i));
    const bool year = (number.slots >> static_cast<unsigned>(TimeSlot::year) & 1) != 0;
    if (year) {
      return (published == 0 || number.value < published) &&
             !TimeWords::look_up(words_.things, low(i + 1));
    }
    return is_any(low(i + 1), {"bc", "bce", "b.c.", "ad"});
  }

  bool points_at_printing(std::uint32_t i) const {
    const std::string_view word = low(i);
    if (reading_.opens(i, Opens::tense) && TimeWords::look_up(words_.days, word))
      return word != "today" || i < kLeadTokens;
    const TimeWords::Word* known = reading_.opens(i, Opens::time) ? words_.find(word) : nullptr;
    if (known == nullptr) return false;
    const auto has = [&](TimeSlot slot) {
      return (known->slots >> static_cast<unsigned>(slot) & 1) != 0;
    };
    const bool whole = word.size() > 3;  // not "Sun", a name
    if (has(TimeSlot::weekday) && whole && reading_.tokens[i].capital) return !has_date_beside(i);
    const bool points = i > 0 && is_any(low(i - 1), {"last", "this", "next"});
    const bool own = i > 1 && is_any(low(i - 2), {"the", "his", "her", "its", "their"});
    return has(TimeSlot::unit) && points && !own;
  }

  // "Thursday, November 6", "Thursday 6 May": the date tells, not the weekday.
  bool has_date_beside(std::uint32_t i) const {
    for (std::uint32_t next = i + 1; next <= i + 2; ++next) {
      if (TimeWords::look_up(words_.months, low(next))) return true;
      if (next < reading_.tokens.size() && reading_.tokens[next].kind == WordKind::number)
        return true;
    }
    return false;
  }

  const TimeWords& words_;
  const Reading& reading_;
};

}  // namespace

bool tells_story(const TimeWords& words, const Reading& reading, const PartialDate& published) {
  StoryReader story(words, reading);
  for (std::uint32_t i = 0; i < reading.tokens.size() && !story.lead_is_news; ++i)
    story.read(i, published.year);
  // An explainer names years too, but its verbs are of today: in histories "is" and "have" are less
  // than a third of "was" and "had", in explainers of agreements more than four fifths.
  return !story.lead_is_news && story.past_years >= kPastYearsMin &&
         story.past_years > kPastYearsForADay * story.news_days && 2 * story.told >= 3 * story.held;
}

}  // namespace concord
