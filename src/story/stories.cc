#include "story/stories.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <span>

#include "story/agglomerate.h"
#include "story/candidates.h"
#include "story/days.h"
#include "story/neighbourhood.h"

namespace concord {
namespace {

constexpr std::size_t kSpokesmenMax = 24;  // of an open story, the newest reports stand for it
constexpr double kAlikeMin = 0.10;         // mean cosine in a neighbourhood
constexpr double kReportsMax = 256;        // of a neighbourhood: its pairs are all compared
constexpr double kFadingDays = 5;          // after which a cosine of an open story is worth 1/e

struct LiveReport {
  Profile profile;
  std::uint32_t number = 0;
};

}  // namespace

// Reports have numbers in the order in which they come; a story is named by its first one's.
class StoryFinder::State {
 public:
  State(const StoryWords& words, WatchNeighbourhoods watch)
      : counts_(words), watch_(std::move(watch)) {}

  void add_day(std::optional<int> day, std::vector<Profile> counted) {
    if (day && !keeps_all_) forget_before(*day - kWindowDays);
    day_begin_ = static_cast<std::uint32_t>(parent_.size());
    take_in(std::move(counted), day);
    for (const auto& stories : neighbourhoods()) settle(stories);
  }

  void keep_all() { keeps_all_ = true; }

  std::vector<std::uint32_t> stories() const {
    std::vector<std::uint32_t> out = parent_;
    for (std::uint32_t i = 0; i < out.size(); ++i) out[i] = out[out[i]];
    return out;
  }
  const auto& joined() const { return joined_; }

 private:
  using Reports = std::vector<std::uint32_t>;

  // Reports that are out of the window, and the stories that have none left in it.
  void forget_before(int day) {
    while (!live_.empty() && live_.front().profile.day && *live_.front().profile.day < day) {
      const auto story = members_.find(story_of(live_.front().number));
      if (story != members_.end() && std::erase(story->second, live_.front().number) > 0 &&
          story->second.empty())
        members_.erase(story);
      live_.pop_front();
    }
    const auto all = static_cast<std::uint32_t>(parent_.size());
    index_.forget_below(live_.empty() ? all : live_.front().number);
  }

  // Counts the words of the whole day, then weighs its reports by them.
  void take_in(std::vector<Profile> counted, std::optional<int> day) {
    for (const Profile& profile : counted) tell(profile, counts_);
    for (Profile& profile : counted) {
      weigh(counts_, profile);
      profile.day = day;
      const auto number = static_cast<std::uint32_t>(parent_.size());
      parent_.push_back(number);
      live_.push_back({std::move(profile), number});
      members_[number] = {number};
      index_.add(number, live_.back().profile.words);
    }
  }

  // The day's reports, each with the open stories and the others that it is like. Stories of one
  // report alone are left out.
  std::vector<Reports> neighbourhoods() {
    std::map<std::uint32_t, std::uint32_t> node_of;  // by story
    std::vector<std::uint32_t> stories;
    std::vector<double> sizes;
    const auto node = [&](std::uint32_t story) {
      const auto [at, fresh] = node_of.try_emplace(story, stories.size());
      if (fresh) {
        stories.push_back(story);
        sizes.push_back(static_cast<double>(spokesmen(story).size()));
      }
      return at->second;
    };
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
    for (std::uint32_t number = day_begin_; number < parent_.size(); ++number) {
      const Profile& own = profile(number);
      for (const Candidate& candidate : index_.find(number, own.words)) {
        if (candidate.number > number) continue;  // of two of a day the later one links
        const std::uint32_t story = story_of(candidate.number);
        if (candidate.number < spokesmen(story).front()) continue;
        const Profile& other = profile(candidate.number);
        const std::uint32_t a = node(story), b = node(number);
        sums[{a, b}] += static_cast<double>(cosine(own.words, other.words)) *
                        std::exp(-days_apart(own, other) / kFadingDays);
      }
    }
    std::vector<Link> links;
    for (const auto& [pair, sum] : sums) links.push_back({pair.first, pair.second, sum, 0, 1});
    const auto alike = [](const Link& link, double a, double b) {
      return a + b > kReportsMax ? 0 : link.sum / (a * b);
    };
    const auto cluster = agglomerate(sizes, links, alike, kAlikeMin);
    std::map<std::uint32_t, Reports> groups;
    for (std::uint32_t i = 0; i < cluster.size(); ++i) groups[cluster[i]].push_back(stories[i]);
    std::vector<Reports> out;
    for (auto& [root, group] : groups) {
      std::ranges::sort(group);
      if (group.size() > 1) out.push_back(std::move(group));
    }
    return out;
  }

  void settle(const Reports& stories) {
    std::vector<StoryReports> known;
    for (const std::uint32_t story : stories) {
      StoryReports one;
      one.open = story < day_begin_;
      for (const std::uint32_t number : spokesmen(story)) one.profiles.push_back(&profile(number));
      known.push_back(std::move(one));
    }
    if (watch_) watch_(stories, known);
    for (const auto& [a, b] : stories_to_join(known)) join(stories[a], stories[b]);
  }

  // b becomes a, the earlier one.
  void join(std::uint32_t a, std::uint32_t b) {
    if (b < day_begin_) joined_.emplace_back(b, a);
    parent_[b] = a;
    Reports& all = members_[a];
    const Reports moved = std::move(members_[b]);
    members_.erase(b);
    all.insert(all.end(), moved.begin(), moved.end());
    std::ranges::sort(all);
  }

  std::span<const std::uint32_t> spokesmen(std::uint32_t story) const {
    const Reports& all = members_.at(story);
    const std::size_t size = std::min(all.size(), kSpokesmenMax);
    return std::span(all).last(size);
  }
  const Profile& profile(std::uint32_t number) const {
    return live_[number - live_.front().number].profile;
  }
  std::uint32_t story_of(std::uint32_t number) {
    while (parent_[number] != number) number = parent_[number] = parent_[parent_[number]];
    return number;
  }

  TermCounts counts_;
  WatchNeighbourhoods watch_;
  CandidateIndex index_;
  std::deque<LiveReport> live_;        // the window
  std::vector<std::uint32_t> parent_;  // by report: an earlier report of its story, or itself
  std::map<std::uint32_t, Reports> members_;  // by open story: its reports in the window
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joined_;
  std::uint32_t day_begin_ = 0;
  bool keeps_all_ = false;
};

StoryFinder::StoryFinder(const StoryWords& words, WatchNeighbourhoods watch)
    : state_(std::make_unique<State>(words, std::move(watch))) {}
StoryFinder::~StoryFinder() = default;
StoryFinder::StoryFinder(StoryFinder&&) noexcept = default;
void StoryFinder::add_day(std::optional<int> day, std::vector<Profile> counted) {
  state_->add_day(day, std::move(counted));
}
void StoryFinder::keep_all() { state_->keep_all(); }
std::vector<std::uint32_t> StoryFinder::stories() const { return state_->stories(); }
const std::vector<std::pair<std::uint32_t, std::uint32_t>>& StoryFinder::joined() const {
  return state_->joined();
}

std::vector<std::size_t> story_order(const std::vector<const Report*>& reports) {
  std::vector<std::size_t> order(reports.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::optional<int>> day;
  for (const Report* report : reports) day.push_back(day_number(report->published));
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    if (day[a].has_value() != day[b].has_value()) return day[a].has_value();
    if (day[a] != day[b]) return day[a] < day[b];
    return reports[a]->digest < reports[b]->digest;
  });
  return order;
}

std::vector<Story> find_stories(const std::vector<const Report*>& reports) {
  const auto order = story_order(reports);
  const auto day_of = [&](std::size_t place) {
    return day_number(reports[order[place]]->published);
  };
  const StoryWords& words = built_in_story_words();
  StoryFinder finder(words);
  if (!order.empty() && !day_of(order.size() - 1)) finder.keep_all();
  for (std::size_t begin = 0; begin < order.size();) {
    std::vector<Profile> counted;
    const auto today = day_of(begin);
    for (; begin < order.size() && day_of(begin) == today; ++begin)
      counted.push_back(count_terms(*reports[order[begin]], words));
    finder.add_day(today, std::move(counted));
  }
  const auto story_of = finder.stories();
  std::map<std::uint32_t, Story> stories;
  for (std::uint32_t i = 0; i < order.size(); ++i) stories[story_of[i]].reports.push_back(order[i]);
  for (const auto& [former, now] : finder.joined())
    stories[story_of[now]].former.push_back(reports[order[former]]->digest);
  std::vector<Story> out;
  for (auto& [first, story] : stories) {
    story.id = reports[order[first]]->digest;
    std::ranges::sort(story.former);
    out.push_back(std::move(story));
  }
  return out;
}

}  // namespace concord
