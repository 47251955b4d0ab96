#include "eval/dates_timex.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace concord {
namespace {

// "-0489" counts a year 0 that the era before Christ has not: 490 BC.
std::string with_era(const std::string& edtf) {
  if (edtf.empty() || edtf[0] != '-') return edtf;
  if (edtf.size() < 5) return "BC" + edtf.substr(1);  // a century
  char year[16];
  std::snprintf(year, sizeof year, "BC%04d", std::atoi(edtf.substr(1, 4).c_str()) + 1);
  return year + edtf.substr(5);
}

// 21 to 24 are seasons, 33 to 36 quarters, where EDTF has the month.
std::string with_parts(std::string value, TimeGrain grain) {
  if (grain != TimeGrain::season && grain != TimeGrain::quarter) return value;
  if (value.size() < 7) return value;
  const int part = std::atoi(value.substr(value.size() - 2).c_str());
  const std::size_t dash = value.size() - 3;
  if (value[dash] != '-') return value;
  constexpr const char* kSeasons[] = {"SP", "SU", "FA", "WI"};
  if (part >= 21 && part <= 24) return value.substr(0, dash + 1) + kSeasons[part - 21];
  if (part >= 33 && part <= 36) return value.substr(0, dash + 1) + "Q" + char('1' + part - 33);
  return value;
}

std::string unknown(const Time& time) {
  if (!time.clock.empty()) return "XXXX-XX-XX";
  switch (time.grain) {
    case TimeGrain::day:
      return "XXXX-XX-XX";
    case TimeGrain::week:
      return "XXXX-WXX";
    case TimeGrain::month:
      return "XXXX-XX";
    default:
      return "XXXX";
  }
}

std::string date_value(const Time& time, std::string edtf) {
  if (!time.week.empty()) return time.week;
  std::erase(edtf, '~');
  if (edtf.empty()) edtf = unknown(time);
  const std::size_t slash = edtf.find('/');
  if (time.grain == TimeGrain::decade && slash != std::string::npos) {  // of the era before Christ
    return with_era(edtf.substr(slash + 1)).substr(0, 5);
  }
  if (slash != std::string::npos) edtf.erase(slash);
  if (time.grain == TimeGrain::decade || time.grain == TimeGrain::century) std::erase(edtf, 'X');
  const std::string value = with_parts(with_era(edtf), time.grain);
  if (time.clock.empty()) return value;
  return value + (time.clock[0] == 'T' ? "" : "-") + time.clock;
}

Timex point(const Time& time, TokenSpan tokens, const std::string& edtf) {
  const bool of_day = !time.clock.empty() && time.clock[0] == 'T';
  return {tokens, of_day ? "TIME" : "DATE", date_value(time, edtf)};
}

void add(const Time& time, std::vector<Timex>& timexes) {
  switch (time.sense) {
    case TimeSense::length:
      timexes.push_back({time.tokens, "DURATION", time.length});
      return;
    case TimeSense::repeated:
      timexes.push_back({time.tokens, "SET", time.length});
      return;
    case TimeSense::past:
      timexes.push_back({time.tokens, "DATE", "PAST_REF"});
      return;
    case TimeSense::present:
      timexes.push_back({time.tokens, "DATE", "PRESENT_REF"});
      return;
    case TimeSense::future:
      timexes.push_back({time.tokens, "DATE", "FUTURE_REF"});
      return;
    case TimeSense::point:
      break;
  }
  if (time.vague) return;  // "soon" is no TIMEX3
  const std::size_t slash = time.value.find('/');
  if (time.last.size() > 0 && slash != std::string::npos) {
    timexes.push_back(point(time, time.first, time.value.substr(0, slash)));
    timexes.push_back(point(time, time.last, time.value.substr(slash + 1)));
    return;
  }
  timexes.push_back(point(time, time.tokens, time.value));
}

}  // namespace

std::vector<Timex> timexes_of(const Reading& reading) {
  std::vector<Timex> timexes;
  for (const Time& time : reading.times) add(time, timexes);
  return timexes;
}

std::string edtf_of_dct(const std::string& dct) {
  const auto digits = static_cast<std::size_t>(
      std::ranges::find_if_not(dct, [](char c) { return c >= '0' && c <= '9'; }) - dct.begin());
  if (digits == 8) return dct.substr(0, 4) + "-" + dct.substr(4, 2) + "-" + dct.substr(6, 2);
  return dct.substr(0, dct.find('T')).substr(0, 10);
}

}  // namespace concord
