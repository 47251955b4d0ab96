// Joins the pair of clusters that belongs together most, again and again, until no pair is good
// enough.
//
// In:       nodes with their sizes (how many reports each stands for) and links between them.
// Out:      for each node the smallest node of its cluster.
// Method:   agglomerative clustering with links that are known only where they matter: a heap of
//           pairs, stale ones dropped as they come up. O(L log L) in the links that merges touch.
//           Equal scores are settled by node numbers, so the outcome depends on nothing else.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <vector>

#include "story/sets.h"

namespace concord {

// What is known of the pairs of reports between two clusters.
struct Link {
  std::uint32_t a = 0, b = 0;
  double sum = 0;    // over all pairs; a pair that nobody linked adds nothing
  double best = 0;   // the highest
  double least = 1;  // the lowest
};

// How much two clusters of these sizes belong together.
using LinkScore = std::function<double(const Link&, double size_a, double size_b)>;

// `links`: each pair once.
std::vector<std::uint32_t> agglomerate(const std::vector<double>& sizes,
                                       const std::vector<Link>& links, const LinkScore& score,
                                       double score_min);

// Where the score is the mean over all pairs (sum / (size_a * size_b)) a joined cluster's is never
// above its parts': so nodes that no chain of links of at least `mean_min` connects are never in
// one cluster, and links between them can be left out with the same outcome. These are the nodes
// that may be.
Sets joinable(const std::vector<double>& sizes, const std::vector<Link>& links, double mean_min);

// A mean below this is below `mean_min`, however sums were rounded.
inline double surely_below(double mean_min) { return mean_min * (1 - 1e-5); }

}  // namespace concord
