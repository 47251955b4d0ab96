#include "story/neighbourhood.h"

#include <algorithm>

#include "story/agglomerate.h"

namespace concord {
namespace {

// Two steps. Reports that are surely one story are joined by the mean chance of their pairs. Then
// whole clusters are compared: a lone report or a small cluster goes to its story where its pairs
// are merely likely, two large ones stay apart unless all speaks for it.
constexpr double kSureMean = 0.65;
constexpr double kMergeChanceMin = 0.4;
// Of an open story, the newest reports that are compared with another open story.
constexpr std::size_t kOpenPairs = 4;

using Neighbours = std::vector<Neighbour>;

Link link_between(const Neighbours& a, const Neighbours& b, std::size_t most) {
  Link link;
  const std::size_t size_a = std::min(a.size(), most), size_b = std::min(b.size(), most);
  for (std::size_t i = a.size() - size_a; i < a.size(); ++i) {
    for (std::size_t k = b.size() - size_b; k < b.size(); ++k) {
      const double chance = same_story(a[i], b[k]);
      link.sum += chance;
      link.best = std::max(link.best, chance);
      link.least = std::min(link.least, chance);
    }
  }
  // As if all pairs were like those that were compared.
  link.sum *= static_cast<double>(a.size() * b.size()) / static_cast<double>(size_a * size_b);
  return link;
}

std::vector<Neighbours> weighed_stories(const std::vector<StoryReports>& stories) {
  std::vector<const Profile*> all;
  for (const StoryReports& story : stories)
    all.insert(all.end(), story.profiles.begin(), story.profiles.end());
  Neighbours weighed = weigh_among_each_other(all);
  std::vector<Neighbours> out;
  auto from = weighed.begin();
  for (const StoryReports& story : stories) {
    const auto to = from + static_cast<std::ptrdiff_t>(story.profiles.size());
    out.emplace_back(std::make_move_iterator(from), std::make_move_iterator(to));
    from = to;
  }
  return out;
}

// The links between clusters, from those between their parts.
std::vector<Link> links_of(const std::vector<Link>& parts,
                           const std::vector<std::uint32_t>& cluster) {
  std::vector<Link> links;
  for (Link link : parts) {
    link.a = cluster[link.a];
    link.b = cluster[link.b];
    if (link.a > link.b) std::swap(link.a, link.b);
    if (link.a != link.b) links.push_back(link);
  }
  std::ranges::stable_sort(links, {}, [](const Link& l) { return std::pair(l.a, l.b); });
  std::size_t kept = 0;
  for (const Link& link : links) {
    if (kept > 0 && links[kept - 1].a == link.a && links[kept - 1].b == link.b) {
      Link& sum = links[kept - 1];
      sum.sum += link.sum;
      sum.best = std::max(sum.best, link.best);
      sum.least = std::min(sum.least, link.least);
    } else {
      links[kept++] = link;
    }
  }
  links.resize(kept);
  return links;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> stories_to_join(
    const std::vector<StoryReports>& stories) {
  const auto weighed = weighed_stories(stories);
  std::vector<double> sizes;
  std::vector<Link> links;
  for (std::uint32_t b = 0; b < stories.size(); ++b) {
    sizes.push_back(static_cast<double>(stories[b].profiles.size()));
    for (std::uint32_t a = 0; a < b; ++a) {
      const bool both_open = stories[a].open && stories[b].open;
      Link link = link_between(weighed[a], weighed[b], both_open ? kOpenPairs : 1'000);
      link.a = a;
      link.b = b;
      links.push_back(link);
    }
  }
  const auto mean = [](const Link& link, double a, double b) { return link.sum / (a * b); };
  const auto sure = agglomerate(sizes, links, mean, kSureMean);
  std::vector<double> cluster_sizes(sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) cluster_sizes[sure[i]] += sizes[i];
  const auto likely = [&](const Link& link, double a, double b) {
    return merge_chance(mean(link, a, b), link.best, link.least, std::min(a, b));
  };
  const auto final = agglomerate(cluster_sizes, links_of(links, sure), likely, kMergeChanceMin);
  std::vector<std::pair<std::size_t, std::size_t>> joins;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::size_t cluster = final[sure[i]];
    if (cluster != i) joins.emplace_back(cluster, i);
  }
  return joins;
}

}  // namespace concord
