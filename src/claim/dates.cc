#include "claim/dates.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>

#include "claim/deed_dates.h"
#include "claim/stages.h"
#include "reading/block_opening.h"
#include "reading/times.h"

namespace concord {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int kNewsDays = 7;       // a lead seldom tells of what is older
constexpr int kLeadSentences = 3;  // of the body
constexpr int kDaySentences = 8;   // in which "on Tuesday" is the day of the news
constexpr std::size_t kSides = 2;  // who sign an agreement that is signed once
constexpr int kLiveLines = 3;      // blocks with a time of day that make a live report

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
  DateSharer(const Report& report, const Reading& reading, const TimeWords& words,
             const ToldDates& told, std::vector<Claim>& claims)
      : report_(report),
        reading_(reading),
        words_(words),
        told_(told),
        claims_(claims),
        lead_(lead_day()) {}

  void run() {
    for (Claim& claim : claims_) {
      if (!claim.date.empty() || claim.polarity == Polarity::denied) continue;
      claim.date = date_by_distance(claim);
    }
    for (Claim& claim : claims_) {
      if (!claim.date.empty() || claim.polarity == Polarity::denied) continue;
      claim.date = shared_date_of(claim);
    }
  }

 private:
  // "It ratified the pact a year | after signing it", which was told to be in 2011.
  std::string date_by_distance(const Claim& claim) const {
    const ToldDates::Standing standing = ToldDates::standing_of(claim);
    for (const ToldDates::Apart& apart : told_.apart) {
      const bool later = apart.later == standing;
      if (!later && apart.earlier != standing) continue;
      const std::string from = only_date_of(later ? apart.earlier : apart.later);
      const std::string date = date_off(from, apart.distance, later);
      if (!date.empty() && is_past(date)) return date;
    }
    return {};
  }

  std::string only_date_of(const ToldDates::Standing& standing) const {
    std::string date;
    for (const Claim& claim : claims_) {
      if (claim.date.empty() || ToldDates::standing_of(claim) != standing) continue;
      if (claim.polarity == Polarity::denied) continue;
      if (!date.empty() && date != claim.date) return {};
      date = claim.date;
    }
    return date;
  }

  std::string shared_date_of(const Claim& claim) const {
    if (told_.just.contains(ToldDates::standing_of(claim))) return report_.published;
    std::string date = deed_date(report_, reading_, words_, claims_, claim, lead_);
    if (date.empty() && claim.stage == Stage::signed_) date = common_date_of(claim);
    if (date.empty()) date = unnamed_date_of(claim);
    if (date.empty() && !is_dated(claim) &&
        told_.crowd_news.contains({claim.agreement_id, claim.stage}))
      date = lead_;
    return date.empty() && is_news(claim) ? news_date_of(claim) : date;
  }

  // All who sign a text are taken to sign together where the report tells of one day, or where most
  // of those that it dates did.
  std::string common_date_of(const Claim& undated) const {
    if (tells_distance(undated)) return {};
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
    return count > rest && signed_at_once(undated, common) ? common : "";
  }

  // "Turkey signed it in April 2016. ... Iran and Yemen have signed but not ratified": long ago
  // each on its own day, unless it is a deal of two.
  bool signed_at_once(const Claim& claim, const std::string& date) const {
    if (is_recent(date)) return true;
    const auto deal = std::ranges::find(reading_.entities, claim.agreement_id, &Entity::id);
    if (deal == reading_.entities.end() || deal->members.empty()) return false;
    std::set<std::string> parties;
    for (const Claim& other : claims_) {
      const bool same = other.agreement_id == claim.agreement_id && other.stage == claim.stage;
      if (same && other.polarity != Polarity::denied) parties.insert(other.party.value_or(""));
    }
    return parties.size() <= kSides;
  }

  // "Greece signed it a week before Chile", "followed by Peru": on another day.
  bool tells_distance(const Claim& claim) const {
    for (const Evidence& evidence : claim.evidence) {
      const auto first = std::ranges::partition_point(reading_.tokens, [&](const Token& token) {
        return token.span.begin < evidence.span.begin;
      });
      for (auto token = first; token != reading_.tokens.end(); ++token) {
        if (token->span.end > evidence.span.end) break;
        const bool follows = token->clause.roles.any(Role::follows);
        if (follows && slice(reading_.lower_text, token->lower).ends_with("ed")) return true;
      }
      const auto begin = static_cast<std::uint32_t>(first - reading_.tokens.begin());
      const auto from = std::ranges::partition_point(
          reading_.times, [&](const Time& time) { return time.tokens.end <= begin; });
      for (auto time = from; time != reading_.times.end(); ++time) {
        const Span span = reading_.token(time->tokens.end - 1).span;
        if (span.end >= evidence.span.end) break;
        if (!time->duration || time->tokens.end >= reading_.tokens.size()) continue;
        if (reading_.lower(time->tokens.end) == "before") return true;
      }
    }
    return false;
  }

  // "Ministers concluded the accord on Saturday. ... All ten have agreed to the text": the one day
  // that is told of it. States join a body one by one, unless it is the news.
  std::string unnamed_date_of(const Claim& claim) const {
    if (!is_done(claim.stage) && claim.stage != Stage::agreed && claim.stage != Stage::suspended &&
        claim.stage != Stage::rejected)
      return {};
    if (claim.stage == Stage::ratified || claim.stage == Stage::party) return {};  // each its own
    const bool body = is_body(claim.agreement_id);
    std::string date;
    for (const ToldDates::Unnamed& act : told_.unnamed) {
      if (act.agreement != claim.agreement_id || act.stage != claim.stage) continue;
      if (body && !(act.ahead && is_recent(act.date))) continue;
      const bool told_day = day_of(act.date).has_value();  // "signed by all on 19 February 2013"
      if (claim.stage == Stage::signed_ && !told_day && !signed_at_once(claim, act.date)) continue;
      if (!date.empty() && date != act.date) return {};
      date = act.date;
    }
    return date.empty() && claim.stage == Stage::signed_ ? signing_date_of(claim) : date;
  }

  // "Leaders signed up to a market on Wednesday. ... The market agreement was signed by A, B, C":
  // where the text that they signed up to has no signatories by another name, or the signing is
  // told plainly ("Peru signed the protocol"), as what is not of the day seldom is.
  std::string signing_date_of(const Claim& claim) const {
    const bool other = is_dated(claim) || std::ranges::any_of(claims_, [&](const Claim& signer) {
                         return signer.party && signer.stage == Stage::signed_ &&
                                signer.polarity != Polarity::denied &&
                                signer.agreement_id != claim.agreement_id &&
                                told_.signing.agreements.contains(signer.agreement_id);
                       });
    if (other && !told_.plain.contains(ToldDates::standing_of(claim))) return {};
    return is_recent(told_.signing.date) ? told_.signing.date : "";
  }

  // Whether the report dates the signing by any party.
  bool is_dated(const Claim& claim) const {
    return std::ranges::any_of(claims_, [&](const Claim& other) {
      return &other != &claim && other.agreement_id == claim.agreement_id &&
             other.stage == claim.stage && !other.date.empty() && other.date != lead_;
    });
  }

  bool is_past(const std::string& date) const {
    return report_.published.empty() || date <= report_.published;
  }

  // Told in the headline, in the sentence that repeats it, or in those that go on from there.
  bool is_news(const Claim& claim) const {
    const bool told = is_done(claim.stage) || claim.stage == Stage::agreed ||
                      claim.stage == Stage::considering || claim.stage == Stage::suspended ||
                      claim.stage == Stage::announced || claim.stage == Stage::withdrawing ||
                      claim.stage == Stage::rejected;
    const ToldDates::Standing standing = ToldDates::standing_of(claim);
    if (!told || told_.news.contains(standing)) return told;
    if (tells_distance(claim)) return false;
    return claim.stage != Stage::considering && told_.lead.contains(standing) && goes_on(claim);
  }

  // Whether one of the first sentences tells the news of the day that the lead names: with the same
  // party or step, or where no other claim has the day that the lead names.
  bool goes_on(const Claim& claim) const {
    bool taken = false;
    for (const Claim& other : claims_) {
      if (lead_.empty() || other.date != lead_) continue;
      taken = true;
      const bool signing = is_signing(other) && is_signing(claim);
      const bool same = other.party == claim.party || other.stage == claim.stage || signing;
      if (same && other.agreement_id == claim.agreement_id) return true;
    }
    return !taken;
  }
  // "A deal was struck on Thursday. | China signed up to it."
  bool is_signing(const Claim& claim) const {
    const bool joins = claim.stage == Stage::party && !is_body(claim.agreement_id);
    return claim.stage == Stage::signed_ || claim.stage == Stage::agreed || joins;
  }
  bool is_body(const std::string& agreement) const {
    return std::ranges::any_of(reading_.entities, [&](const Entity& entity) {
      return entity.acceded && entity.id == agreement;
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

  // A day, or a week that ended so.
  bool is_recent(const std::string& date) const {
    const auto day = day_of(date.substr(date.find('/') + 1));
    const auto published = day_of(report_.published);
    return day && published && *day <= *published && *published - *day <= days(kNewsDays);
  }

  // The first day of the lead that is counted from today; "He told reporters on Tuesday ..." a
  // little further on where the lead has none.
  std::string lead_day() const {
    int sentences = 0;
    for (const Sentence& sentence : reading_.sentences) {
      if (report_.blocks[sentence.block].kind != BlockKind::paragraph) continue;
      if (sentence.dateline) continue;
      if (++sentences > kLeadSentences && (!dateline().empty() || sentences > kDaySentences)) break;
      for (const Time& time : reading_.times) {
        if (!sentence.tokens.contains(time.tokens.begin) || time.from != TimeFrom::published)
          continue;
        if (time.grain == TimeGrain::day && !time.duration && is_recent(time.value))
          return time.value;
      }
    }
    const bool just = !told_.just.empty();
    return just || is_live() ? report_.published : dateline();
  }

  // "11.42 It is done. ..." over several blocks: told as it happens.
  bool is_live() const {
    return std::ranges::count_if(report_.blocks, [&](const Block& block) {
             return opens_with_hour(report_, block);
           }) >= kLiveLines;
  }

  // "OSLO, 11 July 2022 - Chile ..."
  std::string dateline() const {
    for (const Time& time : reading_.times) {
      if (is_recent(time.value) && is_dateline(reading_, time)) return time.value;
    }
    return {};
  }

  const Report& report_;
  const Reading& reading_;
  const TimeWords& words_;
  const ToldDates& told_;
  std::vector<Claim>& claims_;
  std::string lead_;
};

std::vector<ToldDates::Standing> standings_of(const Reading& reading, const FoundAct& act) {
  std::vector<ToldDates::Standing> standings;
  const auto stage = stage_after(act);
  if (!stage || act.denied) return standings;
  for (const std::uint32_t agreement : act.agreements) {
    const std::string& id = reading.entities[agreement].id;
    if (act.parties.empty()) standings.emplace_back(id, "", *stage);
    for (const std::uint32_t party : act.parties) {
      const Entity& actor = reading.entities[party];
      standings.emplace_back(id, actor.party.empty() ? actor.id : actor.party, *stage);
    }
  }
  return standings;
}

}  // namespace

void note_distances(const Report& report, const Reading& reading, const std::vector<FoundAct>& acts,
                    ToldDates& told) {
  for (const ActDistance& apart : distances_between(report, reading, acts)) {
    const auto earlier = standings_of(reading, acts[apart.earlier]);
    for (const ToldDates::Standing& later : standings_of(reading, acts[apart.later])) {
      for (const ToldDates::Standing& one : earlier) {
        const bool same = std::get<1>(one) == std::get<1>(later);
        if (same || earlier.size() == 1) told.apart.push_back({one, later, apart.distance});
      }
    }
  }
}

void share_dates(const Report& report, const Reading& reading, const TimeWords& words,
                 const ToldDates& told, std::vector<Claim>& claims) {
  DateSharer(report, reading, words, told, claims).run();
}

}  // namespace concord
