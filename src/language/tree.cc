#include "language/tree.h"

#include <algorithm>
#include <limits>
#include <span>

namespace concord {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

// A graph over nodes 0 (the root) to size - 1: scores[dependent * size + head].
struct Graph {
  std::size_t size = 0;
  std::vector<double> scores;
  double& at(std::size_t dependent, std::size_t head) { return scores[dependent * size + head]; }
  double at(std::size_t dependent, std::size_t head) const {
    return scores[dependent * size + head];
  }
};

std::vector<std::size_t> best_heads(const Graph& graph) {
  std::vector<std::size_t> heads(graph.size, 0);
  for (std::size_t node = 1; node < graph.size; ++node) {
    double best = kNever;
    for (std::size_t head = 0; head < graph.size; ++head) {
      if (head != node && graph.at(node, head) > best) best = graph.at(node, heads[node] = head);
    }
  }
  return heads;
}

// The nodes of one ring in `heads`, or none.
template <typename Number>
std::vector<std::size_t> find_ring(std::span<const Number> heads) {
  std::vector<std::size_t> seen_from(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen_from[node] != start) continue;
    std::vector<std::size_t> ring;
    for (std::size_t at = node; ring.empty() || at != node; at = heads[at]) ring.push_back(at);
    return ring;
  }
  return {};
}

// The graph with a ring drawn together into its last node, and for each arc out of or into that
// node which ring node it stands for.
struct Contraction {
  Graph graph;
  std::vector<std::size_t> old_node;    // of each new node but the last
  std::vector<std::size_t> best_head;   // in the ring, for each new node as dependent
  std::vector<std::size_t> best_entry;  // in the ring, for each new node as head
};

Contraction contract(const Graph& graph, const std::vector<std::size_t>& ring,
                     const std::vector<std::size_t>& heads) {
  std::vector<bool> inside(graph.size, false);
  for (const std::size_t node : ring) inside[node] = true;
  Contraction small;
  for (std::size_t node = 0; node < graph.size; ++node) {
    if (!inside[node]) small.old_node.push_back(node);
  }
  const std::size_t last = small.old_node.size();
  small.graph = {last + 1, std::vector<double>((last + 1) * (last + 1), kNever)};
  small.best_head.assign(last, 0);
  small.best_entry.assign(last, 0);
  for (std::size_t a = 0; a < last; ++a) {
    const std::size_t old = small.old_node[a];
    for (std::size_t b = 0; b < last; ++b) {
      small.graph.at(a, b) = graph.at(old, small.old_node[b]);
    }
    for (const std::size_t node : ring) {
      if (a > 0 && graph.at(old, node) > small.graph.at(a, last)) {
        small.graph.at(a, last) = graph.at(old, node);
        small.best_head[a] = node;
      }
      const double entry = graph.at(node, old) - graph.at(node, heads[node]);
      if (entry > small.graph.at(last, a)) {
        small.graph.at(last, a) = entry;
        small.best_entry[a] = node;
      }
    }
  }
  return small;
}

std::vector<std::size_t> best_arborescence(const Graph& graph) {
  std::vector<std::size_t> heads = best_heads(graph);
  const std::vector<std::size_t> ring = find_ring<std::size_t>(heads);
  if (ring.empty()) return heads;
  const Contraction small = contract(graph, ring, heads);
  const std::vector<std::size_t> inner = best_arborescence(small.graph);
  const std::size_t last = small.old_node.size();
  for (std::size_t a = 1; a < last; ++a) {
    heads[small.old_node[a]] = inner[a] == last ? small.best_head[a] : small.old_node[inner[a]];
  }
  heads[small.best_entry[inner[last]]] = small.old_node[inner[last]];
  return heads;
}

Graph graph_of(const ArcScores& arcs) {
  Graph graph{arcs.words + 1, std::vector<double>((arcs.words + 1) * (arcs.words + 1), kNever)};
  for (std::size_t word = 0; word < arcs.words; ++word) {
    for (std::size_t head = 0; head <= arcs.words; ++head) {
      if (head == word + 1) continue;
      graph.at(word + 1, head) = static_cast<double>(arcs.at(word, head));
    }
  }
  return graph;
}

// Makes every arc from the root so dear that the best tree has but one.
void ask_for_one_root(Graph& graph) {
  double low = 0;
  double high = 0;
  for (const double score : graph.scores) {
    if (score == kNever) continue;
    low = score < low ? score : low;
    high = score > high ? score : high;
  }
  const double dear = (high - low) * static_cast<double>(graph.size) + 1;
  for (std::size_t node = 1; node < graph.size; ++node) graph.at(node, 0) -= dear;
}

std::size_t roots_of(const std::vector<std::size_t>& heads) {
  return static_cast<std::size_t>(std::count(heads.begin() + 1, heads.end(), std::size_t{0}));
}

// Most best trees have one root as it is, and rings are few while arcs from the root keep their
// scores.
std::vector<std::size_t> best_with_one_root(const ArcScores& arcs) {
  Graph graph = graph_of(arcs);
  std::vector<std::size_t> heads = best_arborescence(graph);
  if (roots_of(heads) == 1) return heads;
  ask_for_one_root(graph);
  return best_arborescence(graph);
}

}  // namespace

std::vector<std::uint32_t> best_tree(const ArcScores& arcs) {
  std::vector<std::uint32_t> heads(arcs.words + 1, 0);
  std::size_t roots = 0;
  for (std::size_t word = 0; word < arcs.words; ++word) {
    float best = kNever;
    for (std::size_t head = 0; head <= arcs.words; ++head) {
      if (head == word + 1 || !(arcs.at(word, head) > best)) continue;
      best = arcs.at(word, head);
      heads[word + 1] = static_cast<std::uint32_t>(head);
    }
    roots += heads[word + 1] == 0;
  }
  if (roots != 1 || !find_ring<std::uint32_t>(heads).empty()) {
    const std::vector<std::size_t> exact = best_with_one_root(arcs);
    for (std::size_t node = 1; node < exact.size(); ++node) {
      heads[node] = static_cast<std::uint32_t>(exact[node]);
    }
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace concord
