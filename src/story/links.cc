#include "story/links.h"

#include <algorithm>
#include <bit>
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

// Tells most terms that no two reports hold, at a byte a slot.
class Repeats {
 public:
  explicit Repeats(std::size_t terms) : seen_(std::bit_ceil(terms * 4 + 64)) {}
  void add(std::uint32_t id) {
    std::uint8_t& seen = seen_[id & (seen_.size() - 1)];
    seen = static_cast<std::uint8_t>(seen + (seen < 2 ? 1 : 0));
  }
  void add(const Terms& terms) {
    for (const ProfileTerm& term : terms) add(term.id);
  }
  bool maybe(std::uint32_t id) const { return seen_[id & (seen_.size() - 1)] == 2; }

 private:
  std::vector<std::uint8_t> seen_;
};

std::size_t terms_of(const std::vector<const Profile*>& profiles) {
  std::size_t terms = 0;
  for (const Profile* profile : profiles)
    terms += std::max(profile->words.size(), profile->pairs.size());
  return terms;
}

class Neighbourhood {
 public:
  explicit Neighbourhood(const std::vector<const Profile*>& profiles)
      : words_(terms_of(profiles)), lead_(terms_of(profiles)), pairs_(terms_of(profiles)) {
    const auto reports = static_cast<float>(profiles.size());
    weights_ = {0, 0};
    for (float held = 2; held <= reports; ++held)
      weights_.push_back(std::log((reports + 1) / held));
    for (const Profile* profile : profiles) look_at(*profile);
    for (Neighbour& report : reports_) count(report);
    for (Neighbour& report : reports_) weigh(report);
  }

  std::vector<Neighbour> take() { return std::move(reports_); }

 private:
  void look_at(const Profile& profile) {
    Neighbour& report = reports_.emplace_back();
    report.profile = &profile;
    words_.add(profile.words);
    lead_.add(profile.lead);
    pairs_.add(profile.pairs);
    for (const std::uint32_t id : profile.chief_names) {
      words_.add(id);  // one other that holds it is enough
      Held& held = held_[id];
      if (held.name == 0) held.name = ++names_;
      report.chief_names.push_back(held.name - 1u);
    }
  }

  template <typename Maybe>
  static std::vector<TwiceWeighed> those(const Terms& terms, Maybe maybe) {
    std::vector<TwiceWeighed> out(terms.size());
    std::size_t kept = 0;
    for (const ProfileTerm& term : terms) {
      out[kept] = {term.id, term.weight, 0};
      kept += maybe(term.id) ? 1 : 0;
    }
    out.resize(kept);
    return out;
  }

  void count(Neighbour& report) {
    const Profile& profile = *report.profile;
    const auto word = [&](std::uint32_t id) { return words_.maybe(id); };
    report.words = those(profile.words, word);
    report.names = those(profile.names, word);
    report.lead = those(profile.lead, [&](auto id) { return word(id) || lead_.maybe(id); });
    report.numbers = those(profile.numbers, [](auto) { return true; });
    report.pairs = those(profile.pairs, [&](auto id) { return pairs_.maybe(id); });
    report.holds.resize(names_);
    for (const TwiceWeighed& term : report.words) {
      Held& held = held_[term.id];
      ++held.words;
      if (held.name != 0) report.holds[held.name - 1u] = true;
    }
    for (const TwiceWeighed& term : report.lead) ++held_[term.id].lead;
    for (const TwiceWeighed& term : report.numbers) ++held_[term.id].numbers;
    for (const TwiceWeighed& term : report.pairs) ++held_[term.id].pairs;
  }

  void weigh(Neighbour& report) const {
    weigh(report.words, &Held::words, &Held::words);
    weigh(report.lead, &Held::words, &Held::lead);
    weigh(report.names, &Held::words, &Held::words);
    weigh(report.numbers, &Held::numbers, &Held::numbers);
    weigh(report.pairs, &Held::pairs, &Held::pairs);
  }

  // Weighs by how many reports hold a term in `weighing`; leaves those that two hold in `matching`.
  void weigh(std::vector<TwiceWeighed>& terms, std::uint16_t Held::*weighing,
             std::uint16_t Held::*matching) const {
    float squares = 0;
    std::size_t kept = 0;
    for (const TwiceWeighed& term : terms) {
      const Held* known = held_.find(term.id);
      const Held held = known == nullptr ? Held{} : *known;
      const float among = term.weight * weights_[held.*weighing];
      squares += among * among;
      terms[kept] = {term.id, term.weight, among};
      kept += held.*matching >= 2 ? 1 : 0;
    }
    terms.resize(kept);
    if (squares <= 0) return;
    const float scale = 1 / std::sqrt(squares);
    for (TwiceWeighed& term : terms) term.among *= scale;
  }

  Repeats words_, lead_, pairs_;
  HeldMap held_;
  std::vector<float>
      weights_;  // by the number of reports that hold a term; of one it tells nothing
  std::vector<Neighbour> reports_;
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
