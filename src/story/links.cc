#include "story/links.h"

#include <algorithm>
#include <cmath>

#include "story/flat_map.h"

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

// In how many reports of the neighbourhood a term stands.
struct Held {
  std::uint16_t words = 0, lead = 0, numbers = 0, pairs = 0;
  std::uint16_t name = 0;  // its number as a chief name + 1
};
using HeldMap = FlatMap<Held>;

// What one report alone holds says nothing of which others it belongs to.
bool is_shared(std::uint16_t held) { return held >= 2; }

class Neighbourhood {
 public:
  explicit Neighbourhood(const std::vector<const Profile*>& profiles) {
    std::size_t terms = 0;
    for (const Profile* profile : profiles) terms += profile->words.size() + profile->pairs.size();
    held_.reserve(terms / 2);
    const auto reports = static_cast<float>(profiles.size());
    weights_ = {0, 0};
    for (float held = 2; held <= reports; ++held)
      weights_.push_back(std::log((reports + 1) / held));
    for (const Profile* profile : profiles) number_names(*profile);
    for (const Profile* profile : profiles) count(*profile);
    for (Neighbour& report : reports_) weigh(report);
  }

  std::vector<Neighbour> take() { return std::move(reports_); }

 private:
  void number_names(const Profile& profile) {
    Neighbour& report = reports_.emplace_back();
    report.profile = &profile;
    for (const std::uint32_t id : profile.chief_names) {
      Held& held = held_[id];
      if (held.name == 0) held.name = ++names_;
      report.chief_names.push_back(held.name - 1u);
    }
  }

  void count(const Profile& profile) {
    Neighbour& report = reports_[counted_++];
    report.holds.resize(names_);
    for (const Term& term : profile.words) {
      Held& held = held_[term.id];
      ++held.words;
      if (held.name != 0) report.holds[held.name - 1u] = true;
    }
    for (const Term& term : profile.lead) ++held_[term.id].lead;
    for (const Term& term : profile.numbers) ++held_[term.id].numbers;
    for (const Term& term : profile.pairs) ++held_[term.id].pairs;
  }

  void weigh(Neighbour& report) const {
    const Profile& profile = *report.profile;
    report.words = weighed(profile.words, &Held::words, &Held::words);
    report.lead = weighed(profile.lead, &Held::words, &Held::lead);
    report.names = weighed(profile.names, &Held::words, &Held::words);
    report.numbers = weighed(profile.numbers, &Held::numbers, &Held::numbers);
    report.pairs = weighed(profile.pairs, &Held::pairs, &Held::pairs);
  }

  // Weighed by how many reports hold a term in `weighing`; those that others match in `matching`.
  std::vector<TwiceWeighed> weighed(const Terms& terms, std::uint16_t Held::*weighing,
                                    std::uint16_t Held::*matching) const {
    std::vector<TwiceWeighed> out;
    float squares = 0;
    for (const Term& term : terms) {
      const Held* held = held_.find(term.id);
      const float among = held == nullptr ? 0 : term.weight * weights_[held->*weighing];
      squares += among * among;
      if (held != nullptr && is_shared(held->*matching))
        out.push_back({term.id, term.weight, among});
    }
    if (squares <= 0) return out;
    const float scale = 1 / std::sqrt(squares);
    for (TwiceWeighed& term : out) term.among *= scale;
    return out;
  }

  HeldMap held_;
  std::vector<float> weights_;  // by the number of reports that hold a term
  std::vector<Neighbour> reports_;
  std::size_t counted_ = 0;
  std::uint16_t names_ = 0;
};

// The cosines by either weight.
struct Cosines {
  float once = 0, among = 0;
};
Cosines cosines(const std::vector<TwiceWeighed>& a, const std::vector<TwiceWeighed>& b) {
  Cosines sum;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].id == b[k].id) {
      sum.once += a[i].weight * b[k].weight;
      sum.among += a[i].among * b[k].among;
    }
    const bool step_a = a[i].id <= b[k].id, step_b = b[k].id <= a[i].id;
    i += step_a;
    k += step_b;
  }
  return sum;
}

// How many of the first `most` chief names of `a` stand in `b`; half where there are none.
float share_of_names(const Neighbour& a, const Neighbour& b, std::size_t most) {
  const std::size_t count = std::min(a.chief_names.size(), most);
  if (count == 0) return 0.5f;
  float held = 0;
  for (std::size_t i = 0; i < count; ++i) held += b.holds[a.chief_names[i]] ? 1.0f : 0.0f;
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
  return Neighbourhood(profiles).take();
}

PairFeatures pair_features(const Neighbour& a, const Neighbour& b) {
  const Profile &p = *a.profile, &q = *b.profile;
  const Cosines words = cosines(a.words, b.words), lead = cosines(a.lead, b.lead),
                numbers = cosines(a.numbers, b.numbers);
  const float five_ab = share_of_names(a, b, kChiefNames);
  const float five_ba = share_of_names(b, a, kChiefNames);
  return {words.once,
          numbers.once,
          lead.once,
          cosines(a.pairs, b.pairs).once,
          words.among,
          cosines(a.names, b.names).among,
          lead.among,
          numbers.among,
          std::min(five_ab, five_ba),
          std::max(five_ab, five_ba),
          std::max(share_of_names(a, b, 2), share_of_names(b, a, 2)),
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
