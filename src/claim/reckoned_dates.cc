#include "claim/reckoned_dates.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "claim/tree.h"
#include "reading/times_clock.h"

namespace concord {
namespace {

constexpr std::uint32_t kReach = 20;     // tokens from "after" to its act
constexpr int kNewsDays = 7;             // a day that old is still the report's own
constexpr std::uint32_t kSentences = 2;  // back to that day

class Reckoner {
 public:
  Reckoner(const Report& report, const Reading& reading, const FoundAct& act)
      : report_(report),
        reading_(reading),
        act_(act),
        sentence_(reading.sentences[reading.token(act.words.begin).sentence].tokens) {}

  std::string date() const {
    if (std::string off = date_off_event(); !off.empty()) return off;
    if (std::string began = date_it_began(); !began.empty()) return began;
    const std::uint32_t opener = opener_of_clause();
    if (opener == kNone || dated_within(opener)) return {};
    const std::optional<Distance> distance = distance_before(opener);
    if (!distance) return {};
    return date_off(edtf(start_of(*distance)), *distance, low(opener) == "before");
  }

  // "signed it three days | before | the deadline of 26 September 2020": away from the day of a
  // noun.
  std::string date_off_event() const {
    constexpr std::uint32_t kEventTokens = 7;
    if (act_.time == nullptr || act_.time->tokens.begin < act_.words.end || act_.time->duration)
      return {};
    const std::uint32_t end = act_.time->tokens.begin;
    for (std::uint32_t i = end; i > act_.words.end && end - i < kEventTokens; --i) {
      if (is_any(low(i - 1), {",", ";", ":", "("})) return {};
      const bool before = low(i - 1) == "before";
      if (!before && low(i - 1) != "after") continue;
      if (!is_any(low(i), {"the", "a", "its", "their"})) return {};
      const std::optional<Distance> distance = distance_before(i - 1);
      return distance ? date_off(act_.time->value, *distance, !before) : std::string();
    }
    return {};
  }

  // "has been a member | for two years", "it is three years since it | joined": before today.
  std::string date_it_began() const {
    if (act_.effect != Effect::nothing || !is_day(moment_of(report_.published))) return {};
    const std::uint32_t since = std::min(act_.begin, act_.words.begin);
    for (const Time& time : reading_.times) {
      if (!sentence_.contains(time.tokens.begin) || !time.duration || !is_plain(time)) continue;
      const bool lasts = is_perfect() && low(time.tokens.begin - 1) == "for" &&
                         time.tokens.begin >= act_.words.end && !parted(act_.words.end, time);
      const bool ago = low(time.tokens.end) == "since" && time.tokens.end < since &&
                       since - time.tokens.end < kReach &&
                       is_any(low(time.tokens.begin - 1), {"is", "are", "now", "been"});
      Distance distance;
      const bool told = (lasts || ago) && read_length(time.length, distance);
      if (told && distance.unit != TimeUnit::decade)  // "for two decades": nobody has counted
        return date_off(report_.published, distance, false);
    }
    return {};
  }

  // To the act that the sentence tells first of all, where this one has no date but its own:
  // "ratified it two years | after it had signed it in 2016".
  std::optional<Distance> untold_distance() const {
    const std::uint32_t opener = opener_of_clause();
    if (opener == kNone || (act_.time != nullptr && !dated_within(opener)) || !date().empty())
      return std::nullopt;
    return distance_before(opener);
  }
  bool is_after() const { return low(opener_of_clause()) == "after"; }
  bool opens_sentence(const Distance& distance) const {
    return distance.begin <= sentence_.begin + 2;
  }

 private:
  // "has been a member", "has belonged to it": what lasts to this day.
  bool is_perfect() const {
    constexpr std::uint32_t kGroupTokens = 5;  // "has by now been a full"
    const Stage stage = act_.act->stage;
    if (stage != Stage::party && stage != Stage::in_force && stage != Stage::suspended)
      return false;
    for (std::uint32_t i = act_.words.begin + 1; i + kGroupTokens > act_.words.begin; --i) {
      if (i == 0 || is_any(low(i - 1), {",", ";", ":"})) return false;
      if (is_any(low(i - 1), {"has", "have"})) return true;
    }
    return false;
  }

  bool parted(std::uint32_t from, const Time& time) const {
    for (std::uint32_t i = from; i < time.tokens.begin; ++i) {
      if (is_any(low(i), {",", ";", ":", "and", "but"})) return true;
    }
    return false;
  }

  std::string_view low(std::uint32_t i) const {
    return sentence_.contains(i) ? reading_.lower(i) : std::string_view();
  }

  // "after", "before", with nothing that parts clauses on the way to the act.
  std::uint32_t opener_of_clause() const {
    const std::uint32_t begin = std::min(act_.begin, act_.words.begin);
    if (is_any(low(begin), {"after", "before"})) return begin;
    for (std::uint32_t i = begin; i > sentence_.begin && begin - i < kReach; --i) {
      if (is_any(low(i - 1), {"after", "before"})) return i - 1;
      if (is_any(low(i - 1), {",", ";", ":"})) return kNone;
    }
    return kNone;
  }

  // "a day after Chile joined in May": it tells its own time.
  bool dated_within(std::uint32_t opener) const {
    if (act_.time == nullptr || act_.time->tokens.begin < opener) return false;
    for (std::uint32_t i = opener; i < act_.time->tokens.begin; ++i) {
      if (low(i) == ",") return false;
    }
    return true;
  }

  std::optional<Distance> distance_before(std::uint32_t opener) const {
    Distance distance;
    std::uint32_t end = opener;
    if (low(end - 1) == "day" && low(end - 2) == "the" && low(end - 3) == "to") {
      distance.exact = true;
      end -= 3;
    }
    for (const Time& time : reading_.times) {
      if (!sentence_.contains(time.tokens.begin) || time.tokens.end != end) continue;
      if (!time.duration || !is_plain(time)) return std::nullopt;
      distance.begin = time.tokens.begin;
      distance.exact = distance.exact || low(time.tokens.begin - 1) == "exactly";
      if (!read_length(time.length, distance)) return std::nullopt;
      return low(distance.begin - 1) == "and" ? with_years(distance) : distance;
    }
    if (low(end - 2) != "the" || !unit_at(end - 1, distance)) return std::nullopt;
    distance.count = 1;
    distance.begin = end - 2;
    return distance;
  }

  // "[a year and] eight months after it left"
  std::optional<Distance> with_years(Distance months) const {
    constexpr int kMonthsOfYear = 12;
    for (const Time& time : reading_.times) {
      if (time.tokens.end + 1 != months.begin || !time.duration) continue;
      Distance years;
      const bool sums = is_plain(time) && read_length(time.length, years) &&
                        years.unit == TimeUnit::year && months.unit == TimeUnit::month;
      if (!sums) return std::nullopt;
      months.count += kMonthsOfYear * years.count;
      months.begin = time.tokens.begin;
    }
    return months;
  }

  // "the day after Chile joined"
  bool unit_at(std::uint32_t i, Distance& distance) const {
    if (low(i) == "day") distance.unit = TimeUnit::day;
    if (low(i) == "week") distance.unit = TimeUnit::week;
    if (low(i) == "month") distance.unit = TimeUnit::month;
    if (low(i) == "year") distance.unit = TimeUnit::year;
    return is_any(low(i), {"day", "week", "month", "year"});
  }

  // Not "nearly two years", "more than a week".
  bool is_plain(const Time& time) const {
    return low(time.tokens.begin - 1) != "than" && !reading_.is(time.tokens.begin, Role::nearly) &&
           !is_any(low(time.tokens.begin), {"about", "over", "under", "some", "more", "less"});
  }

  // P6W; hours and minutes leave the day as it is.
  static bool read_length(const std::string& length, Distance& distance) {
    if (length.starts_with("PT")) {
      distance.unit = TimeUnit::hour;
      return length.find('H') != std::string::npos || length.find('M') != std::string::npos;
    }
    if (length.size() < 3) return false;
    char* end = nullptr;
    distance.count = static_cast<int>(std::strtol(length.c_str() + 1, &end, 10));
    if (std::string_view(end) == "DE") {
      distance.unit = TimeUnit::decade;
      return distance.count != 0;
    }
    constexpr std::string_view kUnits = "DWMY";
    constexpr TimeUnit kValues[] = {TimeUnit::day, TimeUnit::week, TimeUnit::month, TimeUnit::year};
    const std::size_t unit = kUnits.find(*end);
    if (length == "PXD" || length == "PXW") return true;
    if (distance.count == 0 || *end == '\0' || unit == std::string_view::npos || end[1] != '\0')
      return false;
    distance.unit = kValues[unit];
    return true;
  }

  static bool is_date(const Time& time) {
    return !time.value.empty() && !time.duration && !time.named && !time.until;
  }

  // From when to count: the time before the length; where the length opens the sentence, the first
  // one of the clause behind it; else the day of the news.
  PartialDate start_of(const Distance& distance) const {
    const Time* before = nullptr;
    const Time* behind = nullptr;
    for (const Time& time : reading_.times) {
      if (!sentence_.contains(time.tokens.begin) || !is_date(time)) continue;
      if (time.tokens.end <= distance.begin) before = &time;
      const bool later = time.tokens.begin >= act_.words.end && behind == nullptr;
      if (later && distance.begin <= sentence_.begin + 2) behind = &time;
    }
    if (before != nullptr) return moment_of(before->value);
    if (behind != nullptr) return moment_of(behind->value);
    return day_of_news();
  }

  // "came", "had come", "was sent"; not "comes", "has come".
  bool tells_past() const {
    const Tree tree(reading_, sentence_);
    if (tree.empty()) return true;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      const std::uint32_t head = tree.parent(i);
      if (head == kNone && tree.word(i).tag == Penn::vbd) return true;
      const bool of_root = head != kNone && tree.parent(head) == kNone;
      if (of_root && is_any(low(i), {"had", "was", "were"})) return true;
    }
    return false;
  }

  // "It had ratified the pact a year after | signing it": not told as news.
  bool tells_of_before() const {
    const Tree tree(reading_, sentence_);
    for (std::uint32_t i = sentence_.begin; i < sentence_.end && !tree.empty(); ++i) {
      const std::uint32_t head = tree.parent(i);
      if (low(i) == "had" && head != kNone && tree.parent(head) == kNone) return true;
    }
    return false;
  }

  // "has signed again, ten years after it left": today. "The statement came a day after ...": the
  // day told just before.
  PartialDate day_of_news() const {
    const PartialDate today = moment_of(report_.published);
    if (!is_day(today)) return {};
    if (in_title()) return day_of_lead(today);
    if (!tells_past()) return today;
    if (tells_of_before()) return {};
    const std::uint32_t number = reading_.token(sentence_.begin).sentence;
    for (auto time = reading_.times.rbegin(); time != reading_.times.rend(); ++time) {
      if (time->tokens.begin >= sentence_.begin) continue;
      if (reading_.token(time->tokens.begin).sentence + kSentences < number) break;
      if (is_recent(*time, today)) return moment_of(time->value);
    }
    return {};
  }

  bool in_title() const {
    const std::uint32_t number = reading_.token(sentence_.begin).sentence;
    return report_.blocks[reading_.sentences[number].block].kind == BlockKind::title;
  }

  static bool is_recent(const Time& time, const PartialDate& today) {
    const PartialDate day = moment_of(time.value);
    if (!is_date(time) || !is_day(day) || time.value.size() != 10) return false;
    const int ago = day_number(today) - day_number(day);
    return ago >= 0 && ago <= kNewsDays;
  }

  // "Peru joins, a day after Chile left": a day before the one that the lead names.
  PartialDate day_of_lead(const PartialDate& today) const {
    const std::uint32_t number = reading_.token(sentence_.begin).sentence;
    for (const Time& time : reading_.times) {
      if (reading_.token(time.tokens.begin).sentence > number + kSentences) break;
      if (time.from == TimeFrom::published && is_recent(time, today)) return moment_of(time.value);
    }
    return today;
  }

  const Report& report_;
  const Reading& reading_;
  const FoundAct& act_;
  TokenSpan sentence_;
};

}  // namespace

std::string reckoned_date(const Report& report, const Reading& reading, const FoundAct& act) {
  return Reckoner(report, reading, act).date();
}

std::string date_told(const Report& report, const Reading& reading, const Time& time) {
  const bool today = reading.lower(time.tokens.begin) == "today" && time.value == report.published;
  const auto quoted = [&](const Quotation& q) { return q.tokens.contains(time.tokens.begin); };
  if (!today || std::ranges::none_of(reading.quotations, quoted)) return time.value;
  const PartialDate printed = moment_of(report.published);
  for (auto it = reading.times.rbegin(); it != reading.times.rend(); ++it) {
    const PartialDate day = moment_of(it->value);
    const bool before = it->tokens.begin < time.tokens.begin && it->from == TimeFrom::published;
    if (!before || it->duration || it->value.size() != 10 || !is_day(day) || !is_day(printed))
      continue;
    const int ago = day_number(printed) - day_number(day);
    if (ago > 0 && ago <= kNewsDays) return it->value;
  }
  return time.value;
}

std::vector<ActDistance> distances_between(const Report& report, const Reading& reading,
                                           const std::vector<FoundAct>& acts) {
  std::vector<ActDistance> found;
  for (std::size_t n = 0; n < acts.size(); ++n) {
    const Reckoner reckoner(report, reading, acts[n]);
    const std::optional<Distance> distance = reckoner.untold_distance();
    if (!distance) continue;
    std::size_t main = acts.size();
    for (std::size_t i = 0; i < n; ++i) {
      if (acts[i].words.end <= distance->begin) main = i;
    }
    if (main == acts.size() && reckoner.opens_sentence(*distance) && n + 1 < acts.size())
      main = n + 1;
    if (main == acts.size() || acts[main].time != nullptr) continue;
    if (reckoner.is_after())
      found.push_back({n, main, *distance});
    else
      found.push_back({main, n, *distance});
  }
  return found;
}

std::string date_off(const std::string& date, const Distance& distance, bool behind) {
  const PartialDate from = moment_of(date);
  const int n = behind ? distance.count : -distance.count;
  if (from.year == 0 || distance.unit == TimeUnit::hour) return edtf(from);
  if (distance.unit == TimeUnit::year && (distance.exact || n == 1 || n == -1))
    return edtf({from.year + n, from.month, distance.exact ? from.day : 0});
  if (distance.unit == TimeUnit::week && (n == 1 || n == -1) && is_day(from))
    return edtf(plus_days(from, 7 * n));
  if (n == 0) return from.month == 0 ? edtf(from) : "";  // "weeks after it had left in 2019"
  return edtf(shifted(from, distance.unit, n));
}

}  // namespace concord
