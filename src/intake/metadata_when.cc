// When the page was published, and when it was updated: two questions, never one.
//
// Every date that the page states is gathered with what it is called and where it stands: for
// machines (JSON-LD, <meta>, microdata), seen by readers (a line, a <time>, a marked element near
// the headline), in the page's address. Days on which several of these families agree win. What is
// called an update never is the day of publication; a date that readers see without a name is an
// update where it is the day of the update that machines are told of.
//
//   JSON-LD datePublished  2023-11-09T01:49:09Z
//   seen                   November 8, 2023 at 5:49 p.m.     -> 2023-11-08T17:49:09-08:00
//
// The same moment: the page's own clock names the day, and the two clocks tell its zone.
#include "intake/metadata_when.h"

#include <algorithm>
#include <cstdlib>

#include "intake/metadata_when_list.h"

namespace concord {
namespace {

constexpr int kBelieved = 40;
constexpr int kShownWeight = 98;  // above all that machines are told
constexpr std::string_view kMidnight = "00:00:00";
constexpr std::string_view kAfterFetch = "after the page was fetched";

class DateDecision {
 public:
  DateDecision(const MetadataView& view, Metadata& out)
      : view_(view), out_(out), found_(gather_dates(view)) {}

  void decide() {
    settle_order();
    heed_month_of_address();
    refuse_impossible();
    believe_the_only(DateCalled::published);
    believe_the_only(DateCalled::updated);
    believe_what_is_shown();
    settle_quarrel();
    ask_scripts();
    choose_updated();
    set_updates_apart();
    choose_published();
    report();
  }

 private:
  // 03/04/2020 means what another statement of the page says it does.
  void settle_order() {
    for (DateStatement& one : found_) {
      if (!one.date.swapped) continue;
      const auto same_day = [&](const PageDay& day) {
        return std::ranges::any_of(found_, [&](const DateStatement& other) {
          return !other.date.swapped && std::llabs(other.date.day.number() - day.number()) <= 1;
        });
      };
      if (!same_day(one.date.day) && same_day(*one.date.swapped)) {
        std::swap(one.date.day, *one.date.swapped);
      }
    }
  }

  void refuse_impossible() {
    const auto captured = read_machine_date(view_.hints.captured, view_.manner());
    for (DateStatement& one : found_) {
      if (!one.refused.empty()) continue;
      if (captured && one.date.day.number() > captured->day.number() + 1) {
        one.refused = kAfterFetch;
      } else if (one.date.day.year < kWebYear) {
        one.refused = "before there were pages";
      }
    }
  }

  // "Posted on 13 April" at the article's foot counts where no other line there says it of another
  // day; in a list of articles every one says it.
  void believe_the_only(DateCalled called) {
    constexpr int kFootWeight = 62;
    const auto is = [&](const DateStatement& one) {
      return one.called == called && one.away && !one.sentence && one.refused.empty();
    };
    const auto first = std::ranges::find_if(found_, is);
    const bool only = std::ranges::all_of(found_, [&](const DateStatement& one) {
      return !is(one) || one.date.day == first->date.day;
    });
    for (DateStatement& one : found_) {
      if (only && is(one)) one.weight = std::max(one.weight, kFootWeight);
    }
  }

  // "/2018/08/" in the page's address speaks for the days of that month.
  void heed_month_of_address() {
    if (!heed_month_of(view_.path)) heed_month_of(view_.named_path);
  }

  bool heed_month_of(const std::string& path) {
    for (std::size_t at = 0; at + 9 <= path.size(); ++at) {
      const auto digit = [&](std::size_t i) { return path[at + i] >= '0' && path[at + i] <= '9'; };
      if (path[at] != '/' || path[at + 5] != '/' || path[at + 8] != '/') continue;
      if (!(digit(1) && digit(2) && digit(3) && digit(4) && digit(6) && digit(7))) continue;
      const int year = std::stoi(path.substr(at + 1, 4));
      const int month = std::stoi(path.substr(at + 6, 2));
      for (DateStatement& one : found_) {
        if (one.date.day.year == year && one.date.day.month == month) one.weight += 15;
      }
      return true;
    }
    return false;
  }

  // What readers are shown beside the headline outranks a later day that only machines are told:
  // articles are moved to new systems, which tell the day of the move.
  void believe_what_is_shown() {
    const DateStatement* machine = nullptr;
    for (const DateStatement& one : found_) {
      const bool is = one.family == DateFamily::machine && one.called == DateCalled::published;
      if (is && (machine == nullptr || one.weight > machine->weight)) machine = &one;
    }
    if (machine == nullptr) return;
    const std::int64_t told = machine->date.day.number();
    const bool both_shown = std::ranges::any_of(found_, [&](const DateStatement& one) {
      return one.family == DateFamily::seen && !one.sentence && agree(one.date, machine->date);
    });
    if (both_shown) return;
    for (DateStatement& one : found_) {
      const bool shown = one.family == DateFamily::seen && one.called != DateCalled::updated &&
                         one.beside && !one.sentence && one.refused.empty();
      if (shown && one.date.day.number() + 1 < told && one.weight >= 55) one.weight += 30;
    }
  }

  // Where nothing else tells of a day of publication.
  void ask_scripts() {
    if (best(DateCalled::published) != nullptr || best(DateCalled::nothing) != nullptr) return;
    gather_script_dates(view_, found_);
    refuse_impossible();
  }

  // Where machines are told of two days, readers decide: the one day that they are shown under the
  // word "published".
  void settle_quarrel() {
    constexpr int kToldFirmly = 80;
    const auto firm = [](const DateStatement& one) {
      return one.family == DateFamily::machine && one.called == DateCalled::published &&
             one.weight >= kToldFirmly && one.refused.empty();
    };
    const auto named = [](const DateStatement& one) {
      return one.family == DateFamily::seen && one.called == DateCalled::published &&
             !one.sentence && one.from != MetadataFrom::microdata && one.refused.empty();
    };
    const auto told = std::ranges::find_if(found_, firm);
    const auto shown = std::ranges::find_if(found_, named);
    if (told == found_.end() || shown == found_.end()) return;
    const bool quarrel = std::ranges::any_of(found_, [&](const DateStatement& one) {
      return firm(one) && std::llabs(one.date.day.number() - told->date.day.number()) > 1;
    });
    const bool one_day = std::ranges::all_of(found_, [&](const DateStatement& one) {
      return !named(one) || agree(one.date, shown->date);
    });
    if (!quarrel || !one_day) return;
    for (DateStatement& one : found_) {
      if (named(one)) one.weight = std::max(one.weight, kShownWeight);
    }
  }

  const DateStatement* best(DateCalled called) const {
    const DateStatement* most = nullptr;
    for (const DateStatement& one : found_) {
      if (one.called != called || !one.refused.empty() || one.weight < kBelieved) continue;
      if (most == nullptr || one.weight > most->weight) most = &one;
    }
    return most;
  }

  void choose_updated() {
    updated_ = best(DateCalled::updated);
    if (updated_ == nullptr && is_list()) {
      updated_ = latest(false);
      if (updated_ == nullptr) updated_ = latest(true);  // "30 August 2017 / 12 comments"
    }
    if (updated_ != nullptr) out_.updated = updated_->date.edtf();
  }

  // A front page or a section's page: "/", "/world/", with no article of its own.
  bool is_list() const {
    const std::string_view path =
        std::string_view(view_.path).substr(0, view_.path.find_first_of("?#"));
    const bool digits = std::ranges::any_of(path, [](char c) { return c >= '0' && c <= '9'; });
    return !digits && std::ranges::count(path, '/') <= 2 && path.size() < 30 &&
           path.ends_with('/') && best(DateCalled::published) == nullptr &&
           best(DateCalled::nothing) == nullptr;
  }

  // A list is as new as the newest of what it lists.
  const DateStatement* latest(bool comments) const {
    const DateStatement* newest = nullptr;
    for (const DateStatement& one : found_) {
      if (one.family != DateFamily::seen || one.comment != comments || one.sentence) continue;
      if (one.date.day.year < kWebYear || one.refused == kAfterFetch) continue;
      if (newest == nullptr || newest->date.day < one.date.day) newest = &one;
    }
    return newest;
  }

  bool is_published(const DateStatement& one) const {
    return one.refused.empty() && one.called != DateCalled::updated;
  }

  // A date without a name on the day of the update is the update's, where machines are told of
  // another day. But where only hidden data tells of that day and months lie between, the article
  // was issued anew: the day that its readers are shown is the one it goes by.
  void set_updates_apart() {
    const DateStatement* machine = best(DateCalled::published);
    if (updated_ == nullptr || machine == nullptr) return;
    const PageDate first = machine->date;
    if (updated_->date.day <= first.day) return;
    const bool anew = is_issued_anew(first);
    for (DateStatement& one : found_) {
      const bool unnamed = one.called == DateCalled::nothing && one.family == DateFamily::seen;
      if (!anew && unnamed && one.date.day == updated_->date.day) {
        one.refused = "the day of the update";
      } else if (anew && is_hidden(one) && agree(one.date, first)) {
        one.refused = "of an issue before the one that readers are shown";
      }
    }
  }

  bool is_issued_anew(const PageDate& first) const {
    constexpr std::int64_t kDaysApart = 30;
    if (updated_->date.day.number() - first.day.number() <= kDaysApart) return false;
    bool shown = false;
    for (const DateStatement& one : found_) {
      if (!one.refused.empty() || one.weight < kBelieved || is_hidden(one)) continue;
      const bool later = agree(one.date, updated_->date);
      const bool seen = one.family == DateFamily::seen && !one.away && !one.sentence;
      if (one.called == DateCalled::updated) {
        if (later && seen) return false;  // readers are told that it is an update
        continue;
      }
      if (agree(one.date, first)) return false;
      const bool meta = one.family == DateFamily::machine && one.called == DateCalled::nothing;
      shown = shown || (later && (seen || meta));
    }
    return shown;
  }

  // Told to search engines alone: not on the page, not in its address, nor on the card that is
  // shown where the page is shared.
  static bool is_hidden(const DateStatement& one) {
    return one.from == MetadataFrom::json_ld || one.from == MetadataFrom::microdata;
  }

  // What tells machines one moment for both may be the time when the page was made.
  bool is_page_made(const DateStatement& one) const {
    if (one.family != DateFamily::machine || updated_ == nullptr) return false;
    return updated_->date.day < one.date.day ||
           (one.date.day == updated_->date.day && one.date.clock == updated_->date.clock);
  }

  // The weight of the day with what the families say of it.
  int total(const DateStatement& one) const {
    bool families[3] = {};
    for (const DateStatement& other : found_) {
      if (is_published(other) && agree(one.date, other.date) && other.weight > kImageDateWeight) {
        families[static_cast<int>(other.family)] = true;
      }
    }
    const int agreeing = static_cast<int>(std::ranges::count(families, true));
    return one.weight + 9 * (agreeing - 1) - (is_page_made(one) && agreeing < 2 ? 22 : 0);
  }

  // The same day, or the day beside it where one of the two is told in UTC.
  static bool agree(const PageDate& one, const PageDate& other) {
    if (one.day == other.day) return true;
    const bool utc = (one.is_utc() && !other.is_utc()) || (other.is_utc() && !one.is_utc());
    return utc && std::llabs(one.day.number() - other.day.number()) == 1;
  }

  void choose_published() {
    const DateStatement* most = nullptr;
    int weight = kBelieved - 1;
    for (const DateStatement& one : found_) {
      if (!is_published(one)) continue;
      const int its = total(one);
      if (its <= weight) continue;
      most = &one;
      weight = its;
    }
    if (most == nullptr) most = only_date();
    if (most == nullptr) return;
    published_ = most;
    out_.published = local(*most).edtf();
  }

  // Where nothing is believed: the one day that stands on the page alone, comments apart.
  const DateStatement* only_date() const {
    const DateStatement* only = nullptr;
    for (const DateStatement& one : found_) {
      const bool other = one.comment || one.sentence || one.called == DateCalled::updated;
      const bool cannot_be = one.date.day.year < kWebYear || one.refused == kAfterFetch;
      if (one.family != DateFamily::seen || other || cannot_be) continue;
      if (only != nullptr && !agree(only->date, one.date)) return nullptr;
      if (only == nullptr) only = &one;
    }
    if (only != nullptr || updated_ != nullptr) return updated_ == nullptr ? only : nullptr;
    const auto image = std::ranges::find(found_, kImageDateWeight, &DateStatement::weight);
    return image != found_.end() && image->family == DateFamily::address ? &*image : nullptr;
  }

  // Midnight in UTC is a day that a program made a moment; a real one beside it knows better.
  PageDate real_moment(const PageDate& date) const {
    if (!date.is_utc() || date.clock != kMidnight) return date;
    for (const DateStatement& one : found_) {
      const bool beside = std::llabs(one.date.day.number() - date.day.number()) <= 1;
      const bool told = one.called == DateCalled::published && one.family == DateFamily::machine;
      if (beside && told && one.date.clock != kMidnight && !one.date.clock.empty()) return one.date;
    }
    return date;
  }

  // The moment on the page's own clock, where the page shows one beside UTC.
  PageDate local(const DateStatement& chosen) const {
    const PageDate date = real_moment(chosen.date);
    const bool same_day = std::ranges::any_of(found_, [&](const DateStatement& one) {
      return is_published(one) && one.family != DateFamily::machine && one.weight >= 50 &&
             !one.date.is_utc() && one.date.day == date.day;
    });
    for (const DateStatement& one : found_) {
      if (!is_published(one) || one.family != DateFamily::seen || one.weight < 50) continue;
      const bool same = one.date.day == date.day;
      if (date.clock.empty() && !one.date.clock.empty() && same) return one.date;
      if (!date.is_utc() || one.date.is_utc() || !agree(date, one.date)) continue;
      if (same_day && !same) continue;
      if (const auto zone = zone_between(one.date, date)) return moved_to_zone(date, *zone);
      if (!same) return one.date;
    }
    for (const DateStatement& one : found_) {
      const bool address = one.family == DateFamily::address && one.weight > kImageDateWeight;
      if (address && !same_day && date.is_utc() && agree(date, one.date)) {
        return one.date.day == date.day ? date : one.date;
      }
    }
    return date;
  }

  // Minutes of the zone in which a clock without one shows the moment: whole quarters of an hour,
  // as zones are; clocks that differ by more tell two moments.
  static std::optional<int> zone_between(const PageDate& shown, const PageDate& utc) {
    constexpr int kZoneMinutesMax = 14 * 60;
    const auto apart = minutes_between(shown, utc);
    if (!apart || !shown.zone.empty()) return std::nullopt;
    const int quarter = (*apart >= 0 ? *apart + 2 : *apart - 2) / 15 * 15;
    const bool is_zone = std::abs(*apart - quarter) <= 2 && std::abs(quarter) <= kZoneMinutesMax;
    return is_zone ? std::optional(quarter) : std::nullopt;
  }

  void report() {
    for (const DateStatement& one : found_) {
      const bool update = one.called == DateCalled::updated;
      const DateStatement* chosen = update ? updated_ : published_;
      const bool agrees = chosen != nullptr && one.refused.empty() && agree(chosen->date, one.date);
      std::string reason = one.refused;
      if (reason.empty()) {
        reason = &one == chosen ? (update ? "the surest statement of an update"
                                          : "the day that the page's statements agree on best")
                 : agrees       ? "agrees"
                                : "other statements count for more";
      }
      out_.candidates.push_back({update ? MetadataField::updated : MetadataField::published,
                                 one.date.edtf(), one.from, one.where,
                                 std::clamp(one.weight, 0, 100), agrees, std::move(reason)});
    }
  }

  const MetadataView& view_;
  Metadata& out_;
  std::vector<DateStatement> found_;
  const DateStatement* updated_ = nullptr;
  const DateStatement* published_ = nullptr;
};

}  // namespace

void decide_dates(const MetadataView& view, Metadata& out) { DateDecision(view, out).decide(); }

}  // namespace concord
