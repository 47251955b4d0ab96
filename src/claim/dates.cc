#include "claim/dates.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

namespace concord {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kNewsDays = 7;       // a lead seldom tells of what is older
constexpr int kLeadSentences = 2;  // of the body

std::optional<sys_days> day_of(const std::string& date) {
  if (date.size() != 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
      if (date[i] < '0' || date[i] > '9') return -1;
      value = value * 10 + (date[i] - '0');
    }
    return value;
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  if (!day.ok()) return std::nullopt;
  return sys_days(day);
}

class DateSharer {
 public:
  DateSharer(const Report& report, const Reading& reading,
             const std::set<std::string>& signed_as_news, std::vector<Claim>& claims)
      : report_(report),
        reading_(reading),
        signed_as_news_(signed_as_news),
        claims_(claims),
        lead_(lead_day()) {}

  void run() {
    for (Claim& claim : claims_) {
      if (!claim.date.empty() || claim.polarity == Polarity::denied) continue;
      if (claim.stage == Stage::signed_) claim.date = common_date_of(claim);
      if (claim.stage == Stage::signed_ && claim.date.empty() && !is_dated(claim) &&
          signed_as_news_.contains(claim.agreement_id))
        claim.date = lead_;
      if (claim.date.empty() && is_news(claim)) claim.date = news_date_of(claim);
    }
  }

 private:
  // All who sign a text are taken to sign together where the report tells of one day, or where most
  // of those that it dates did.
  std::string common_date_of(const Claim& undated) const {
    std::map<std::string, int> dates;
    for (const Claim& other : claims_) {
      if (other.agreement_id != undated.agreement_id || other.stage != undated.stage ||
          other.polarity == Polarity::denied || other.date.empty())
        continue;
      ++dates[other.date];
    }
    std::string common;
    int count = 0;
    int rest = 0;
    for (const auto& [date, n] : dates) {
      if (n > count) {
        rest += count;
        count = n;
        common = date;
      } else {
        rest += n;
      }
    }
    return count > rest ? common : "";
  }

  // Whether the report dates the signing by any party.
  bool is_dated(const Claim& claim) const {
    return std::ranges::any_of(claims_, [&](const Claim& other) {
      return &other != &claim && other.agreement_id == claim.agreement_id &&
             other.stage == claim.stage && !other.date.empty() && other.date != lead_;
    });
  }

  // Told in the headline or in the sentence that repeats it.
  bool is_news(const Claim& claim) const {
    const bool told = is_done(claim.stage) || claim.stage == Stage::agreed ||
                      claim.stage == Stage::suspended || claim.stage == Stage::announced ||
                      claim.stage == Stage::withdrawing || claim.stage == Stage::rejected;
    return told && claim.party &&
           std::ranges::any_of(claim.evidence, [&](const Evidence& evidence) {
             return evidence.section == Section::title;
           });
  }

  // The day of another step of the same party told as news, or the day that the lead names.
  std::string news_date_of(const Claim& claim) const {
    for (const Claim& other : claims_) {
      const bool same = other.agreement_id == claim.agreement_id && other.party == claim.party &&
                        is_done(other.stage) == is_done(claim.stage);
      if (same && other.polarity != Polarity::denied && is_recent(other.date)) return other.date;
    }
    return lead_;
  }

  bool is_recent(const std::string& date) const {
    const auto day = day_of(date);
    const auto published = day_of(report_.published);
    return day && published && *day <= *published && *published - *day <= days(kNewsDays);
  }

  std::string lead_day() const {
    int sentences = 0;
    for (const Sentence& sentence : reading_.sentences) {
      if (report_.blocks[sentence.block].kind != BlockKind::paragraph) continue;
      if (++sentences > kLeadSentences) break;
      for (const Time& time : reading_.times) {
        if (!sentence.tokens.contains(time.tokens.begin) || time.from != TimeFrom::published)
          continue;
        if (time.grain == TimeGrain::day && !time.duration && is_recent(time.value))
          return time.value;
      }
    }
    return "";
  }

  const Report& report_;
  const Reading& reading_;
  const std::set<std::string>& signed_as_news_;
  std::vector<Claim>& claims_;
  std::string lead_;
};

}  // namespace

void share_dates(const Report& report, const Reading& reading,
                 const std::set<std::string>& signed_as_news, std::vector<Claim>& claims) {
  DateSharer(report, reading, signed_as_news, claims).run();
}

}  // namespace concord
