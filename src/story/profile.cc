#include "story/profile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>

namespace concord {
namespace {

// Of each vector, the terms that weigh most: a report of 500 words has about 200 and 150.
constexpr std::size_t kWordsMax = 220, kLeadMax = 64, kNamesMax = 48, kNumbersMax = 32,
                      kPairsMax = 160;
constexpr float kStopShare = 0.3f;  // "the", "would", "after": held by three texts in ten

// What a word is in the report, beside its stem in one number; what sort_by_stem() sorts.
constexpr std::uint64_t kTitle = 1, kLead = 2, kName = 4, kNumber = 8, kNothing = 0;
std::uint64_t place_in(std::uint32_t stem, std::uint64_t what) {
  return std::uint64_t{stem} << 32 | what;
}
std::uint32_t stem_at(std::uint64_t place) { return static_cast<std::uint32_t>(place >> 32); }

// By the upper half of each: the lowest byte of it first, in an order that keeps what was sorted.
void sort_by_stem(std::vector<std::uint64_t>& places) {
  std::vector<std::uint64_t> sorted(places.size());
  for (unsigned shift = 32; shift < 64; shift += 8) {
    std::array<std::uint32_t, 257> begin{};
    for (const std::uint64_t place : places) ++begin[(place >> shift & 255) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    for (const std::uint64_t place : places) sorted[begin[place >> shift & 255]++] = place;
    std::swap(places, sorted);
  }
}

class TermCounter {
 public:
  TermCounter(const Report& report, const StoryWords& words) : report_(report), words_(words) {}

  Profile count() {
    const auto tokens = story_tokens(report_);
    words_there_.reserve(tokens.size());
    pairs_there_.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) add_token(tokens, i);
    sort_by_stem(words_there_);
    sort_by_stem(pairs_there_);
    const auto one = [](std::uint64_t) { return 1.0f; };
    const auto is = [](std::uint64_t what) {
      return [what](std::uint64_t place) { return (place & what) != 0 ? 1.0f : 0.0f; };
    };
    profile_.words = gathered(
        words_there_, [](std::uint64_t place) { return (place & kTitle) != 0 ? 2.0f : 1.0f; });
    profile_.lead = gathered(words_there_, is(kLead));
    profile_.names = gathered(words_there_, is(kName));
    profile_.numbers = gathered(words_there_, is(kNumber));
    profile_.pairs = gathered(pairs_there_, one);
    return std::move(profile_);
  }

 private:
  // The sum of the weights of each stem, where there is any.
  template <typename Weight>
  Terms gathered(const std::vector<std::uint64_t>& places, Weight weight) {
    gathered_.clear();
    for (std::size_t i = 0; i < places.size();) {
      ProfileTerm term{stem_at(places[i]), 0};
      for (; i < places.size() && stem_at(places[i]) == term.id; ++i)
        term.weight += weight(places[i]);
      if (term.weight > 0) gathered_.push_back(term);
    }
    return {gathered_.begin(), gathered_.end()};
  }

  void add_token(const std::vector<StoryToken>& tokens, std::size_t i) {
    const StoryToken& token = tokens[i];
    if (token.block != block_ || token.opens) before_ = 0;
    block_ = token.block;
    const bool title = report_.blocks[token.block].kind == BlockKind::title;
    if (token.number) {
      words_there_.push_back(place_in(token.stem, kNumber | (title ? kTitle : kNothing)));
      before_ = 0;
      return;
    }
    const StoryWord known = words_.of(token.stem);
    if (token.capital) add_date(known, tokens, i);
    if (!title) ++place_;
    if (known.share >= kStopShare || token.size < 2) {
      before_ = 0;
      return;
    }
    ++profile_.size;
    const bool lead = title || place_ <= kLeadWords;
    const bool time = known.month != 0 || known.weekday != 0;
    const bool name = token.capital && !title && !token.opens && !time;
    words_there_.push_back(place_in(token.stem, (title ? kTitle : kNothing) |
                                                    (lead ? kLead : kNothing) |
                                                    (name ? kName : kNothing)));
    if (before_ != 0) pairs_there_.push_back(place_in(before_ * 0x9E3779B1u ^ token.stem, 0));
    before_ = token.stem;
  }

  // "Sept. 17", "17 September": a month counts where a number stands beside it ("may" does not).
  void add_date(const StoryWord& known, const std::vector<StoryToken>& tokens, std::size_t i) {
    if (known.weekday != 0)
      profile_.weekdays |= static_cast<std::uint8_t>(1u << (known.weekday - 1));
    const bool beside =
        (i > 0 && tokens[i - 1].number) || (i + 1 < tokens.size() && tokens[i + 1].number);
    if (known.month != 0 && beside)
      profile_.months |= static_cast<std::uint16_t>(1u << (known.month - 1));
  }

  const Report& report_;
  const StoryWords& words_;
  Profile profile_;
  std::vector<std::uint64_t> words_there_, pairs_there_;
  Terms gathered_;
  std::uint32_t before_ = 0;  // the word before, where a pair may begin
  std::uint32_t block_ = 0;
  std::size_t place_ = 0;
};

// The logarithm of a count; most counts are small.
float log_of(float count) {
  static const auto logs = [] {
    std::array<float, 16> out{};
    for (std::size_t i = 1; i < out.size(); ++i) out[i] = std::log(static_cast<float>(i));
    return out;
  }();
  const auto whole = static_cast<std::size_t>(count);
  return whole < logs.size() ? logs[whole] : std::log(count);
}

// How far ahead a count is fetched: they lie all over a large table.
constexpr std::size_t kAhead = 24;

template <typename Do>
void for_each_fetched(const TermCounts& counts, const Terms& terms, Do act) {
  for (std::size_t i = 0; i < std::min(kAhead, terms.size()); ++i) counts.fetch(terms[i].id);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i + kAhead < terms.size()) counts.fetch(terms[i + kAhead].id);
    act(terms[i].id);
  }
}

// What the words of a report weigh.
class Weights {
 public:
  Weights(const TermCounts& counts, const Terms& words) : words_(words) {
    idfs_.reserve(words.size());
    for_each_fetched(counts, words, [&](auto id) { idfs_.push_back(counts.idf(id)); });
  }

  // `terms` are some of the report's words; `count` tells what their count is worth.
  template <typename Count>
  void weigh(Terms& terms, Count count) const {
    std::size_t at = 0;
    for (ProfileTerm& term : terms) {
      while (words_[at].id < term.id) ++at;
      term.weight = count(term.weight) * idfs_[at];
    }
  }

 private:
  const Terms& words_;
  std::vector<float> idfs_;
};

std::vector<std::uint32_t> chief_names(const Profile& profile, const Weights& weights) {
  Terms chief = profile.names;
  for (ProfileTerm& name : chief) {
    if (holds(profile.lead, name.id)) name.weight += 2;
  }
  weights.weigh(chief, [](float count) { return count; });
  const std::size_t count = std::min(chief.size(), kChiefNames);
  std::partial_sort(chief.begin(), chief.begin() + static_cast<std::ptrdiff_t>(count), chief.end(),
                    is_heavier);
  std::vector<std::uint32_t> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back(chief[i].id);
  return ids;
}

}  // namespace

Profile count_terms(const Report& report, const StoryWords& words) {
  return TermCounter(report, words).count();
}

void tell(const Profile& counted, TermCounts& counts) {
  for (const Terms* terms : {&counted.words, &counted.pairs})
    for_each_fetched(counts, *terms, [&](auto id) { counts.add(id); });
  counts.add_report();
}

void weigh(const TermCounts& counts, Profile& profile) {
  const Weights weights(counts, profile.words);
  profile.chief_names = chief_names(profile, weights);
  const auto logarithmic = [](float count) { return 1 + log_of(count); };
  for (Terms* terms : {&profile.words, &profile.lead, &profile.names, &profile.numbers})
    weights.weigh(*terms, logarithmic);
  std::size_t at = 0;
  for_each_fetched(counts, profile.pairs, [&](auto id) {
    ProfileTerm& pair = profile.pairs[at++];
    pair.weight = logarithmic(pair.weight) * counts.pair_idf(id);
  });
  normalize(profile.words, kWordsMax);
  normalize(profile.lead, kLeadMax);
  normalize(profile.names, kNamesMax);
  normalize(profile.numbers, kNumbersMax);
  normalize(profile.pairs, kPairsMax);
}

float cosine(const Terms& a, const Terms& b) {
  float sum = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i].id == b[k].id) sum += a[i].weight * b[k].weight;
    const bool step_a = a[i].id <= b[k].id, step_b = b[k].id <= a[i].id;
    i += step_a;
    k += step_b;
  }
  return sum;
}

bool holds(const Terms& terms, std::uint32_t id) {
  const auto at = std::ranges::lower_bound(terms, id, {}, &ProfileTerm::id);
  return at != terms.end() && at->id == id;
}

namespace {

// The bits of floats that are not negative stand in the order of the floats.
std::uint32_t bits_of(const ProfileTerm& term) { return std::bit_cast<std::uint32_t>(term.weight); }

// The bits of the n-th heaviest of more than n terms, the first being the 0th.
std::uint32_t nth_heaviest(const Terms& terms, std::size_t n) {
  // Their upper bits tell which few it is among.
  constexpr unsigned kShift = 20;
  std::array<std::uint32_t, (1u << (32 - kShift))> count;
  std::uint32_t most = 0;
  for (const ProfileTerm& term : terms) most = std::max(most, bits_of(term) >> kShift);
  std::fill_n(count.begin(), most + 1, 0);
  for (const ProfileTerm& term : terms) ++count[bits_of(term) >> kShift];
  std::uint32_t upper = most;
  for (; n >= count[upper]; --upper) n -= count[upper];
  std::vector<std::uint32_t> bits;
  for (const ProfileTerm& term : terms) {
    if (bits_of(term) >> kShift == upper) bits.push_back(bits_of(term));
  }
  const auto nth = bits.begin() + static_cast<std::ptrdiff_t>(n);
  std::ranges::nth_element(bits, nth, std::greater<>());
  return *nth;
}

}  // namespace

void keep_heaviest(Terms& terms, std::size_t most) {
  if (terms.size() <= most) return;
  const std::uint32_t first_out = nth_heaviest(terms, most);
  // Of those that weigh the same the first stay.
  auto equal =
      static_cast<std::ptrdiff_t>(most) -
      std::ranges::count_if(terms, [&](const ProfileTerm& t) { return bits_of(t) > first_out; });
  std::size_t kept = 0;
  for (const ProfileTerm& term : terms) {
    const std::uint32_t bits = bits_of(term);
    terms[kept] = term;
    kept += bits > first_out || (bits == first_out && equal-- > 0) ? 1 : 0;
  }
  terms.resize(kept);
}

void normalize(Terms& terms, std::size_t most) {
  keep_heaviest(terms, most);
  float squares = 0;
  for (const ProfileTerm& term : terms) squares += term.weight * term.weight;
  if (squares <= 0) return;
  const float scale = 1 / std::sqrt(squares);
  for (ProfileTerm& term : terms) term.weight *= scale;
}

}  // namespace concord
