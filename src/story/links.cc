#include "story/links.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace concord {
namespace {

// Fitted by tools/fit_stories on ../shared/data/stories/ecb-dev, on the whole and on thinned parts
// of it (one story a topic; a third of the reports; six reports of one story).
constexpr PairFeatures kPairWeights = {0.95f,  5.76f, 1.86f, 3.03f, 4.25f, 2.59f, 1.58f,
                                       -0.91f, 1.15f, 0.63f, 0.46f, 0.57f, 1.08f, -0.42f};
constexpr float kPairBias = -1.05f;
constexpr MergeFeatures kMergeWeights = {1.19, 0.01, -1.52, 0.34, 0.45, 0.26};
constexpr double kMergeBias = 1.38;

// A report a day later is less likely the same news. No dated set is at hand to fit it: the value
// halves a similarity in about two days, as the published systems do (docs/stories.md).
constexpr double kLogitPerDay = 0.3;

using Shares = std::unordered_map<std::uint32_t, float>;

float weight_among(const Shares& held, std::uint32_t id, float reports) {
  const auto at = held.find(id);
  // What one report alone holds says nothing of which others it belongs to.
  if (at == held.end() || at->second < 2) return 0;
  return std::log((reports + 1) / at->second);
}

Terms weighed(const Terms& terms, const Shares& held, float reports) {
  Terms out = terms;
  for (Term& term : out) term.weight *= weight_among(held, term.id, reports);
  normalize(out, out.size());
  return out;
}

// How many of the first `most` chief names of `a` stand in `b`; half where there are none.
float share_of_names(const Profile& a, const Profile& b, std::size_t most) {
  const std::size_t count = std::min(a.chief_names.size(), most);
  if (count == 0) return 0.5f;
  float held = 0;
  for (std::size_t i = 0; i < count; ++i) held += holds(b.words, a.chief_names[i]) ? 1.0f : 0.0f;
  return held / static_cast<float>(count);
}

// 1 where both tell and share one, -1 where they share none, 0 where one is silent.
float agreement_of(unsigned a, unsigned b) {
  if (a == 0 || b == 0) return 0;
  return (a & b) != 0 ? 1.0f : -1.0f;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double logit(double p) { return std::log(p / (1 - p)); }
double kept_inside(double p) { return std::clamp(p, 1e-4, 1 - 1e-4); }

}  // namespace

std::vector<Neighbour> weigh_among_each_other(const std::vector<const Profile*>& profiles) {
  Shares words, numbers;
  for (const Profile* profile : profiles) {
    for (const Term& term : profile->words) ++words[term.id];
    for (const Term& term : profile->numbers) ++numbers[term.id];
  }
  const auto reports = static_cast<float>(profiles.size());
  std::vector<Neighbour> out;
  for (const Profile* profile : profiles) {
    out.push_back({profile, weighed(profile->words, words, reports),
                   weighed(profile->lead, words, reports), weighed(profile->names, words, reports),
                   weighed(profile->numbers, numbers, reports)});
  }
  return out;
}

PairFeatures pair_features(const Neighbour& a, const Neighbour& b) {
  const Profile &p = *a.profile, &q = *b.profile;
  const float five_ab = share_of_names(p, q, kChiefNames);
  const float five_ba = share_of_names(q, p, kChiefNames);
  return {cosine(p.words, q.words),
          cosine(p.numbers, q.numbers),
          cosine(p.lead, q.lead),
          cosine(p.pairs, q.pairs),
          cosine(a.words, b.words),
          cosine(a.names, b.names),
          cosine(a.lead, b.lead),
          cosine(a.numbers, b.numbers),
          std::min(five_ab, five_ba),
          std::max(five_ab, five_ba),
          std::max(share_of_names(p, q, 2), share_of_names(q, p, 2)),
          agreement_of(p.weekdays, q.weekdays),
          agreement_of(p.months, q.months),
          std::log(1.0f + static_cast<float>(std::min(p.size, q.size)))};
}

double days_apart(const Profile& a, const Profile& b) {
  return a.day && b.day ? std::abs(*a.day - *b.day) : 0;
}

double same_story(const Neighbour& a, const Neighbour& b) {
  const PairFeatures features = pair_features(a, b);
  float sum = kPairBias;
  for (std::size_t i = 0; i < kPairFeatures; ++i) sum += kPairWeights[i] * features[i];
  return kept_inside(logistic(sum - kLogitPerDay * days_apart(*a.profile, *b.profile)));
}

MergeFeatures merge_features(double mean, double best, double least, double smaller) {
  const double size = std::log(smaller);
  return {logit(kept_inside(mean)), logit(kept_inside(best)), size, size * mean, least, mean};
}

double merge_chance(double mean, double best, double least, double smaller) {
  const MergeFeatures features = merge_features(mean, best, least, smaller);
  double sum = kMergeBias;
  for (std::size_t i = 0; i < kMergeFeatures; ++i) sum += kMergeWeights[i] * features[i];
  return logistic(sum);
}

}  // namespace concord
