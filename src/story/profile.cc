#include "story/profile.h"

#include <algorithm>
#include <cmath>

namespace concord {
namespace {

// Of each vector, the terms that weigh most: a report of 500 words has about 200 and 150.
constexpr std::size_t kWordsMax = 220, kLeadMax = 64, kNamesMax = 48, kNumbersMax = 32,
                      kPairsMax = 160;
constexpr float kStopShare = 0.3f;  // "the", "would", "after": held by three texts in ten

// Sorted by id; equal ids become one whose weight is the sum.
void gather(Terms& terms) {
  std::ranges::sort(terms, {}, &Term::id);
  std::size_t kept = 0;
  for (const Term& term : terms) {
    if (kept > 0 && terms[kept - 1].id == term.id) {
      terms[kept - 1].weight += term.weight;
    } else {
      terms[kept++] = term;
    }
  }
  terms.resize(kept);
}

class TermCounter {
 public:
  TermCounter(const Report& report, const StoryWords& words) : report_(report), words_(words) {}

  Profile count() {
    const auto tokens = story_tokens(report_);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      add_date(tokens, i);
      add_token(tokens[i]);
    }
    for (Terms* terms :
         {&profile_.words, &profile_.lead, &profile_.names, &profile_.numbers, &profile_.pairs})
      gather(*terms);
    return std::move(profile_);
  }

 private:
  void add_token(const StoryToken& token) {
    if (token.block != block_ || token.opens) before_ = 0;
    block_ = token.block;
    const bool title = report_.blocks[token.block].kind == BlockKind::title;
    if (token.number) {
      add_number(token, title);
      return;
    }
    if (!title) ++place_;
    const auto share = words_.share.find(token.stem);
    const bool stop = share != words_.share.end() && share->second >= kStopShare;
    if (stop || token.size < 2) {
      before_ = 0;
      return;
    }
    ++profile_.size;
    profile_.words.push_back({token.stem, title ? 2.0f : 1.0f});
    const bool lead = title || place_ <= kLeadWords;
    if (lead) profile_.lead.push_back({token.stem, 1});
    if (token.capital && !title && !token.opens && !names_time(token))
      profile_.names.push_back({token.stem, 1});
    if (before_ != 0) profile_.pairs.push_back({before_ * 0x9E3779B1u ^ token.stem, 1});
    before_ = token.stem;
  }

  void add_number(const StoryToken& token, bool title) {
    profile_.numbers.push_back({token.stem, 1});
    profile_.words.push_back({token.stem, title ? 2.0f : 1.0f});
    before_ = 0;
  }

  bool names_time(const StoryToken& token) const {
    return words_.month.contains(token.stem) || words_.weekday.contains(token.stem);
  }

  // "Sept. 17", "17 September": a month counts where a number stands beside it ("may" does not).
  void add_date(const std::vector<StoryToken>& tokens, std::size_t i) {
    if (!tokens[i].capital) return;
    if (const auto day = words_.weekday.find(tokens[i].stem); day != words_.weekday.end())
      profile_.weekdays |= static_cast<std::uint8_t>(1u << (day->second - 1));
    const auto month = words_.month.find(tokens[i].stem);
    if (month == words_.month.end()) return;
    const bool beside =
        (i > 0 && tokens[i - 1].number) || (i + 1 < tokens.size() && tokens[i + 1].number);
    if (beside) profile_.months |= static_cast<std::uint16_t>(1u << (month->second - 1));
  }

  const Report& report_;
  const StoryWords& words_;
  Profile profile_;
  std::uint32_t before_ = 0;  // the word before, where a pair may begin
  std::uint32_t block_ = 0;
  std::size_t place_ = 0;
};

void weigh_terms(const TermCounts& counts, Terms& terms, std::size_t most) {
  for (Term& term : terms) term.weight = (1 + std::log(term.weight)) * counts.idf(term.id);
  normalize(terms, most);
}

}  // namespace

Profile count_terms(const Report& report, const StoryWords& words) {
  return TermCounter(report, words).count();
}

void tell(const Profile& counted, TermCounts& counts) {
  for (const Terms* terms : {&counted.words, &counted.pairs}) {
    for (const Term& term : *terms) counts.add(term.id);
  }
  counts.add_report();
}

void weigh(const TermCounts& counts, Profile& profile) {
  Terms chief = profile.names;
  for (Term& name : chief) {
    if (holds(profile.lead, name.id)) name.weight += 2;
    name.weight *= counts.idf(name.id);
  }
  std::ranges::sort(chief, [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  });
  for (std::size_t i = 0; i < std::min(chief.size(), kChiefNames); ++i)
    profile.chief_names.push_back(chief[i].id);
  weigh_terms(counts, profile.words, kWordsMax);
  weigh_terms(counts, profile.lead, kLeadMax);
  weigh_terms(counts, profile.names, kNamesMax);
  weigh_terms(counts, profile.numbers, kNumbersMax);
  weigh_terms(counts, profile.pairs, kPairsMax);
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
  const auto at = std::ranges::lower_bound(terms, id, {}, &Term::id);
  return at != terms.end() && at->id == id;
}

void normalize(Terms& terms, std::size_t most) {
  const auto heavier = [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  };
  if (terms.size() > most) {
    std::ranges::nth_element(terms, terms.begin() + static_cast<std::ptrdiff_t>(most), heavier);
    terms.resize(most);
    std::ranges::sort(terms, {}, &Term::id);
  }
  float squares = 0;
  for (const Term& term : terms) squares += term.weight * term.weight;
  if (squares <= 0) return;
  const float scale = 1 / std::sqrt(squares);
  for (Term& term : terms) term.weight *= scale;
}

}  // namespace concord
