#include "story/agglomerate.h"

#include <numeric>
#include <queue>

namespace concord {
namespace {

struct Offer {
  double score = 0;
  std::uint32_t a = 0, b = 0;  // a < b
  std::uint32_t age_a = 0, age_b = 0;
  bool operator<(const Offer& other) const {
    if (score != other.score) return score < other.score;
    return a != other.a ? a > other.a : b > other.b;
  }
};

class Clusters {
 public:
  Clusters(const std::vector<double>& sizes, const LinkScore& score, double score_min)
      : sizes_(sizes),
        score_(score),
        score_min_(score_min),
        links_(sizes.size()),
        ages_(sizes.size()),
        parent_(sizes.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  void take(const std::vector<Link>& links) {
    for (Link link : links) {
      if (link.a == link.b) continue;
      links_[link.a].push_back(link);
      std::swap(link.a, link.b);
      links_[link.a].push_back(link);
    }
    for (Links& own : links_) std::ranges::sort(own, {}, &Link::b);
    for (const Link& link : links) {
      if (link.a != link.b) offer(link);
    }
  }

  void join_all() {
    while (!offers_.empty()) {
      const Offer best = offers_.top();
      offers_.pop();
      if (ages_[best.a] == best.age_a && ages_[best.b] == best.age_b) join(best.a, best.b);
    }
  }

  std::vector<std::uint32_t> roots() {
    for (std::uint32_t i = 0; i < parent_.size(); ++i) parent_[i] = parent_[parent_[i]];
    return std::move(parent_);
  }

 private:
  using Links = std::vector<Link>;  // a is the cluster itself; sorted by b, each once

  void offer(const Link& link) {
    const std::uint32_t a = std::min(link.a, link.b), b = std::max(link.a, link.b);
    const double score = score_(link, sizes_[a], sizes_[b]);
    if (score >= score_min_) offers_.push({score, a, b, ages_[a], ages_[b]});
  }

  static Links::iterator find(Links& links, std::uint32_t other) {
    return std::ranges::lower_bound(links, other, {}, &Link::b);
  }

  // b goes into a, the smaller number.
  void join(std::uint32_t a, std::uint32_t b) {
    parent_[b] = a;
    sizes_[a] += sizes_[b];
    ++ages_[a];
    ++ages_[b];
    links_[a] = merged(a, b);
    links_[b] = {};
    for (const Link& link : links_[a]) offer(link);
  }

  // The links of a and b together, also told to the other side of each.
  Links merged(std::uint32_t a, std::uint32_t b) {
    Links all;
    all.reserve(links_[a].size() + links_[b].size());
    auto from_a = links_[a].begin();
    for (Link link : links_[b]) {
      if (link.b == a) continue;
      for (; from_a != links_[a].end() && from_a->b < link.b; ++from_a) all.push_back(*from_a);
      link.a = a;
      Links& others = links_[link.b];
      others.erase(find(others, b));
      if (from_a != links_[a].end() && from_a->b == link.b) {
        add(*from_a++, link);
        *find(others, a) = turned(link);
      } else {
        others.insert(find(others, a), turned(link));
      }
      all.push_back(link);
    }
    all.insert(all.end(), from_a, links_[a].end());
    all.erase(find(all, b));
    return all;
  }

  static void add(const Link& own, Link& link) {
    link.sum = own.sum + link.sum;
    link.best = std::max(own.best, link.best);
    link.least = std::min(own.least, link.least);
  }
  static Link turned(Link link) {
    std::swap(link.a, link.b);
    return link;
  }

  std::vector<double> sizes_;
  const LinkScore& score_;
  double score_min_;
  std::vector<Links> links_;
  std::vector<std::uint32_t> ages_;
  std::vector<std::uint32_t> parent_;
  std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> agglomerate(const std::vector<double>& sizes,
                                       const std::vector<Link>& links, const LinkScore& score,
                                       double score_min) {
  Clusters clusters(sizes, score, score_min);
  clusters.take(links);
  clusters.join_all();
  return clusters.roots();
}

Sets joinable(const std::vector<double>& sizes, const std::vector<Link>& links, double mean_min) {
  Sets sets(sizes.size());
  for (const Link& link : links) {
    if (link.sum >= surely_below(mean_min) * sizes[link.a] * sizes[link.b])
      sets.join(link.a, link.b);
  }
  return sets;
}

}  // namespace concord
