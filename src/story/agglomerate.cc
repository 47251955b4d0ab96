#include "story/agglomerate.h"

#include <map>
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

  void add(const Link& link) {
    if (link.a == link.b) return;
    links_[link.a].insert_or_assign(link.b, link);
    links_[link.b].insert_or_assign(link.a, link);
    offer(std::min(link.a, link.b), std::max(link.a, link.b));
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
  void offer(std::uint32_t a, std::uint32_t b) {
    const double score = score_(links_[a].at(b), sizes_[a], sizes_[b]);
    if (score >= score_min_) offers_.push({score, a, b, ages_[a], ages_[b]});
  }

  // b goes into a, the smaller number.
  void join(std::uint32_t a, std::uint32_t b) {
    parent_[b] = a;
    sizes_[a] += sizes_[b];
    ++ages_[a];
    ++ages_[b];
    links_[a].erase(b);
    for (const auto& [other, link] : links_[b]) {
      if (other == a) continue;
      const auto [own, fresh] = links_[a].try_emplace(other, link);
      if (!fresh) {
        own->second.sum += link.sum;
        own->second.best = std::max(own->second.best, link.best);
        own->second.least = std::min(own->second.least, link.least);
      }
      links_[other].erase(b);
      links_[other].insert_or_assign(a, own->second);
    }
    links_[b].clear();
    for (const auto& [other, link] : links_[a]) offer(std::min(a, other), std::max(a, other));
  }

  std::vector<double> sizes_;
  const LinkScore& score_;
  double score_min_;
  std::vector<std::map<std::uint32_t, Link>> links_;
  std::vector<std::uint32_t> ages_;
  std::vector<std::uint32_t> parent_;
  std::priority_queue<Offer> offers_;
};

}  // namespace

std::vector<std::uint32_t> agglomerate(const std::vector<double>& sizes,
                                       const std::vector<Link>& links, const LinkScore& score,
                                       double score_min) {
  Clusters clusters(sizes, score, score_min);
  for (const Link& link : links) clusters.add(link);
  clusters.join_all();
  return clusters.roots();
}

}  // namespace concord
