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
#include "story/sets.h"

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
};

// A report meets an earlier one; by the nodes of their stories.
struct Hit {
  std::uint32_t a = 0, b = 0;
  const LiveReport *own = nullptr, *other = nullptr;
  double faded = 1;
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
    nodes_.clear();
    auto links = take_in(std::move(counted), day);
    for (const auto& stories : neighbourhoods(std::move(links))) settle(stories, kSpokesmenMax);
    for (const auto& stories : full_) meet_again(stories);
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

  // Counts the words of the whole day, then weighs its reports by them and looks for what each
  // shares with those before it.
  std::vector<Link> take_in(std::vector<Profile> counted, std::optional<int> day) {
    std::vector<Link> links;
    link_to_.clear();
    most_.clear();
    for (const Profile& profile : counted) tell(profile, counts_);
    for (Profile& profile : counted) {
      weigh(counts_, profile);
      profile.day = day;
      const auto number = static_cast<std::uint32_t>(parent_.size());
      parent_.push_back(number);
      OpenStory& story = open_[number];
      story.number = number;
      story.reports = {number};
      const auto keys = index_.keys_of(profile.words);
      live_.push_back({&story, number, true, std::move(profile)});
      meet(live_.back(), index_.find(keys, day_begin_), links);
      index_.add(number, keys);
    }
    return links;
  }

  // Links a report to those that share rare words with it, of open stories to their spokesmen. What
  // cannot reach kAlikeMin by any cosine waits until it is known to matter.
  void meet(const LiveReport& own, std::span<const Candidate> found, std::vector<Link>& links) {
    std::vector<Hit> hits;
    const std::uint32_t b = node_of(*own.story);
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i + 8 < found.size()) __builtin_prefetch(&live(found[i + 8].number));
      if (i + 4 < found.size()) __builtin_prefetch(live(found[i + 4].number).story);
      const LiveReport& other = live(found[i].number);
      if (!other.speaks) continue;
      const std::uint32_t a = node_of(*other.story);
      hits.push_back({a, b, &own, &other, faded(days_apart(own.profile, other.profile))});
      most_.resize(nodes_.size());
      most_[a] += hits.back().faded;
    }
    const auto waits = [&](const Hit& hit) {
      const auto size = static_cast<double>(spokesmen(*nodes_[hit.a], kSpokesmenMax).size());
      return most_[hit.a] < surely_below(kAlikeMin) * size;
    };
    const auto late = std::stable_partition(hits.begin(), hits.end(), std::not_fn(waits));
    waiting_.insert(waiting_.end(), late, hits.end());
    for (const Hit& hit : hits) most_[hit.a] = 0;
    add_links(std::span(hits.begin(), late), links);
  }

  // The hits of one report; nodes are indices into nodes_.
  void add_links(std::span<const Hit> hits, std::vector<Link>& links) {
    if (hits.empty()) return;
    const CosineTo cosine_to(hits.front().own->profile.words);
    const std::size_t own_links = links.size();
    link_to_.resize(nodes_.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (i + 2 < hits.size()) fetch(hits[i + 2].other->profile.words);
      const Hit& hit = hits[i];
      if (link_to_[hit.a] <= own_links) {
        links.push_back({hit.a, hit.b, 0, 0, 1});
        link_to_[hit.a] = links.size();
      }
      links[link_to_[hit.a] - 1].sum +=
          static_cast<double>(cosine_to(hit.other->profile.words)) * hit.faded;
    }
  }

  // Leaves the links that can join something, with those that waited.
  void complete(const std::vector<double>& sizes, std::vector<Link>& links) {
    Sets sets = joinable(sizes, links, kAlikeMin);
    std::erase_if(links, [&](const Link& link) { return sets.of(link.a) != sets.of(link.b); });
    std::erase_if(waiting_, [&](const Hit& hit) { return sets.of(hit.a) != sets.of(hit.b); });
    link_to_.clear();
    for (std::size_t begin = 0, end = 0; begin < waiting_.size(); begin = end) {
      while (end < waiting_.size() && waiting_[end].own == waiting_[begin].own) ++end;
      add_links(std::span(waiting_).subspan(begin, end - begin), links);
    }
    waiting_.clear();
  }

  // The day's reports, each with the open stories and the others that it is like. Stories of one
  // report alone are left out. What a neighbourhood that is full has no room for goes to full_.
  std::vector<Reports> neighbourhoods(std::vector<Link> links) {
    std::vector<double> sizes;
    for (const OpenStory* story : nodes_)
      sizes.push_back(static_cast<double>(spokesmen(*story, kSpokesmenMax).size()));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> refused;
    const auto alike = [&](const Link& link, double a, double b) {
      const double mean = link.sum / (a * b);
      if (a + b <= kReportsMax) return mean;
      if (mean >= kAlikeMin) refused.emplace_back(link.a, link.b);
      return 0.0;
    };
    complete(sizes, links);
    const auto cluster = agglomerate(sizes, links, alike, kAlikeMin);
    note_full(cluster, refused);
    std::vector<Reports> groups(nodes_.size());  // by root
    for (std::uint32_t i = 0; i < cluster.size(); ++i)
      groups[cluster[i]].push_back(nodes_[i]->number);
    for (OpenStory* story : nodes_) story->node = kNone;
    std::erase_if(groups, [](const Reports& group) { return group.size() < 2; });
    for (Reports& group : groups) std::ranges::sort(group);
    return groups;
  }

  // The stories of neighbourhoods that would be one if there were room.
  void note_full(const std::vector<std::uint32_t>& cluster,
                 const std::vector<std::pair<std::uint32_t, std::uint32_t>>& refused) {
    Sets sets(cluster.size());
    std::map<std::uint32_t, Reports> groups;
    for (const auto& [a, b] : refused) sets.join(cluster[a], cluster[b]);
    for (const auto& [a, b] : refused) groups[sets.of(cluster[a])];
    for (std::uint32_t i = 0; i < cluster.size() && !groups.empty(); ++i) {
      const auto group = groups.find(sets.of(cluster[i]));
      if (group != groups.end()) group->second.push_back(nodes_[i]->number);
    }
    full_.clear();
    for (auto& [root, group] : groups) full_.push_back(std::move(group));
  }

  // Stories of one full neighbourhood, now that many of its reports are one: as many spokesmen each
  // as there is room for.
  void meet_again(Reports stories) {
    for (std::uint32_t& story : stories) story = story_of(story);
    std::ranges::sort(stories);
    stories.erase(std::unique(stories.begin(), stories.end()), stories.end());
    for (std::size_t most = kSpokesmenMax; most > 0; --most) {
      std::size_t reports = 0;
      for (const std::uint32_t story : stories) reports += spokesmen(open_.at(story), most).size();
      if (static_cast<double>(reports) <= kReportsMax) return settle(stories, most);
    }
  }

  std::uint32_t story_of(std::uint32_t number) {
    while (parent_[number] != number) number = parent_[number] = parent_[parent_[number]];
    return number;
  }

  // The terms lie anywhere in the window's memory: what will be read soon is asked for.
  static void fetch(const Terms& terms) {
    constexpr std::size_t kLine = 64 / sizeof(ProfileTerm);
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

  // Each story is known by at most so many spokesmen.
  void settle(const Reports& stories, std::size_t most) {
    std::vector<StoryReports> known;
    for (const std::uint32_t story : stories) {
      StoryReports one;
      one.open = story < day_begin_;
      for (const std::uint32_t number : spokesmen(open_.at(story), most))
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
    const auto before = static_cast<std::ptrdiff_t>(all.reports.size());
    for (const std::uint32_t number : open_.at(b).reports) {
      live(number).story = &all;
      all.reports.push_back(number);
    }
    open_.erase(b);
    std::ranges::inplace_merge(all.reports, all.reports.begin() + before);
    for (const std::uint32_t number : all.reports) live(number).speaks = false;
    for (const std::uint32_t number : spokesmen(all, kSpokesmenMax)) live(number).speaks = true;
  }

  static std::span<const std::uint32_t> spokesmen(const OpenStory& story, std::size_t most) {
    return std::span(story.reports).last(std::min(story.reports.size(), most));
  }
  LiveReport& live(std::uint32_t number) { return live_[number - live_.front().number]; }

  TermCounts counts_;
  WatchNeighbourhoods watch_;
  CandidateIndex index_;
  std::deque<LiveReport> live_;        // the window
  std::vector<std::uint32_t> parent_;  // by report: an earlier report of its story, or itself
  std::unordered_map<std::uint32_t, OpenStory> open_;  // by number
  // While a day is taken in: the stories that its reports are like, and their neighbourhoods that
  // are full.
  std::vector<OpenStory*> nodes_;
  std::vector<std::size_t> link_to_;  // by node: its link to the report at hand + 1
  std::vector<double> most_;          // by node: what the report at hand shares with it at most
  std::vector<Hit> waiting_;
  std::vector<Reports> full_;
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
