#include "story/stories.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <numeric>
#include <span>
#include <unordered_map>

#include "story/agglomerate.h"
#include "story/candidates.h"
#include "story/cosine_to.h"
#include "story/days.h"
#include "story/neighbourhood.h"

namespace concord {
namespace {

constexpr std::size_t kSpokesmenMax = 24;  // of an open story, the newest reports stand for it
constexpr double kAlikeMin = 0.10;         // mean cosine in a neighbourhood
constexpr double kReportsMax = 256;        // of a neighbourhood: its pairs are all compared
constexpr double kFadingDays = 5;          // after which a cosine of an open story is worth 1/e

constexpr std::uint32_t kNone = 0xFFFFFFFFu;

using Reports = std::vector<std::uint32_t>;

struct OpenStory {
  std::uint32_t number = 0;
  Reports reports;             // those in the window
  std::uint32_t node = kNone;  // while the day's neighbourhoods are looked for
};

// First what is asked of each candidate, so that it is one piece of memory.
struct LiveReport {
  OpenStory* story = nullptr;
  std::uint32_t number = 0;
  bool speaks = true;  // is one of its story's spokesmen
  Profile profile;
  std::vector<CandidateIndex::Key> keys;  // on its own day
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
  // Reports that are out of the window, and the stories that have none left in it.
  void forget_before(int day) {
    while (!live_.empty() && live_.front().profile.day && *live_.front().profile.day < day) {
      OpenStory& story = *live_.front().story;
      std::erase(story.reports, live_.front().number);
      if (story.reports.empty()) open_.erase(story.number);
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
      OpenStory& story = open_[number];
      story.number = number;
      story.reports = {number};
      auto keys = index_.keys_of(profile.words);
      index_.add(number, keys);
      live_.push_back({&story, number, true, std::move(profile), std::move(keys)});
    }
  }

  // The day's reports, each with the open stories and the others that it is like. Stories of one
  // report alone are left out.
  std::vector<Reports> neighbourhoods() {
    nodes_.clear();
    const auto links = day_links();
    std::vector<double> sizes;
    for (const OpenStory* story : nodes_)
      sizes.push_back(static_cast<double>(spokesmen(*story).size()));
    const auto alike = [](const Link& link, double a, double b) {
      return a + b > kReportsMax ? 0 : link.sum / (a * b);
    };
    const auto cluster =
        agglomerate(sizes, links_that_matter(sizes, links, kAlikeMin), alike, kAlikeMin);
    std::vector<Reports> groups(nodes_.size());  // by root
    for (std::uint32_t i = 0; i < cluster.size(); ++i)
      groups[cluster[i]].push_back(nodes_[i]->number);
    for (OpenStory* story : nodes_) story->node = kNone;
    std::erase_if(groups, [](const Reports& group) { return group.size() < 2; });
    for (Reports& group : groups) std::ranges::sort(group);
    return groups;
  }

  // What the day's reports share with stories and with each other; nodes are indices into nodes_.
  std::vector<Link> day_links() {
    std::vector<Link> links;
    std::vector<std::uint32_t> link_to;  // by node: its link to the report at hand + 1
    for (std::uint32_t number = day_begin_; number < parent_.size(); ++number) {
      LiveReport& own = live(number);
      const CosineTo cosine_to(own.profile.words);
      const std::size_t own_links = links.size();
      const auto& candidates = candidates_of(number);
      for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i + 2 < candidates.size()) fetch(candidates[i + 2]->profile.words);
        const LiveReport& other = *candidates[i];
        const std::uint32_t a = node_of(*other.story), b = node_of(*own.story);
        link_to.resize(nodes_.size());
        if (link_to[a] <= own_links) {
          links.push_back({a, b, 0, 0, 1});
          link_to[a] = static_cast<std::uint32_t>(links.size());
        }
        links[link_to[a] - 1].sum += static_cast<double>(cosine_to(other.profile.words)) *
                                     faded(days_apart(own.profile, other.profile));
      }
      own.keys = {};
    }
    return links;
  }

  // The earlier reports that share rare words with a report, of a story its spokesmen alone.
  const std::vector<LiveReport*>& candidates_of(std::uint32_t number) {
    candidates_.clear();
    for (const Candidate& candidate : index_.find(number, live(number).keys)) {
      if (candidate.number > number) continue;  // of two of a day the later one links
      LiveReport& other = live(candidate.number);
      if (other.speaks) candidates_.push_back(&other);
    }
    return candidates_;
  }

  // The terms lie anywhere in the window's memory: what will be read soon is asked for.
  static void fetch(const Terms& terms) {
    constexpr std::size_t kLine = 64 / sizeof(Term);
    for (std::size_t i = 0; i < terms.size(); i += kLine) __builtin_prefetch(&terms[i]);
  }

  static double faded(double days) { return days == 0 ? 1 : std::exp(-days / kFadingDays); }

  std::uint32_t node_of(OpenStory& story) {
    if (story.node == kNone) {
      story.node = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(&story);
    }
    return story.node;
  }

  void settle(const Reports& stories) {
    std::vector<StoryReports> known;
    for (const std::uint32_t story : stories) {
      StoryReports one;
      one.open = story < day_begin_;
      for (const std::uint32_t number : spokesmen(open_.at(story)))
        one.profiles.push_back(&live(number).profile);
      known.push_back(std::move(one));
    }
    if (watch_) watch_(stories, known);
    for (const auto& [a, b] : stories_to_join(known)) join(stories[a], stories[b]);
  }

  // b becomes a, the earlier one.
  void join(std::uint32_t a, std::uint32_t b) {
    if (b < day_begin_) joined_.emplace_back(b, a);
    parent_[b] = a;
    OpenStory& all = open_.at(a);
    for (const std::uint32_t number : open_.at(b).reports) {
      live(number).story = &all;
      all.reports.push_back(number);
    }
    open_.erase(b);
    std::ranges::sort(all.reports);
    for (const std::uint32_t number : all.reports) live(number).speaks = false;
    for (const std::uint32_t number : spokesmen(all)) live(number).speaks = true;
  }

  static std::span<const std::uint32_t> spokesmen(const OpenStory& story) {
    return std::span(story.reports).last(std::min(story.reports.size(), kSpokesmenMax));
  }
  LiveReport& live(std::uint32_t number) { return live_[number - live_.front().number]; }

  TermCounts counts_;
  WatchNeighbourhoods watch_;
  CandidateIndex index_;
  std::deque<LiveReport> live_;        // the window
  std::vector<std::uint32_t> parent_;  // by report: an earlier report of its story, or itself
  std::unordered_map<std::uint32_t, OpenStory> open_;  // by number
  std::vector<OpenStory*> nodes_;
  std::vector<LiveReport*> candidates_;
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
