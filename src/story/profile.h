// What a report is about, as far as grouping needs it: its words, names, numbers and dates, each
// with a weight.
//
// In:       the words of a report (tokens.h) and how common words are (counts.h).
// Out:      sparse vectors of length 1, sorted by term.
// Source:   tf-idf with logarithmic tf (Salton and Buckley 1988); sub-vectors of title, lead,
//           names and numbers after Miranda et al. 2018, "Multilingual clustering of streaming
//           news".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "story/counts.h"
#include "story/tokens.h"
#include "story/words.h"

namespace concord {

struct ProfileTerm {
  std::uint32_t id = 0;
  float weight = 0;
};
using Terms = std::vector<ProfileTerm>;  // sorted by id, each once
inline bool is_heavier(const ProfileTerm& a, const ProfileTerm& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
}

struct Profile {
  Terms words;             // the title counts twice
  std::optional<int> day;  // days since 1970-01-01 on which it was published
  Terms lead;              // title and the first kLeadWords words
  Terms names;             // words with a capital inside a sentence
  Terms numbers;
  Terms pairs;  // two words in a row, neither of them one of the commonest
  std::vector<std::uint32_t> chief_names;  // the five that weigh most, the first two first
  std::uint16_t months = 0;                // bit 0 January: months told with a day beside them
  std::uint8_t weekdays = 0;               // bit 0 Monday
  std::uint32_t size = 0;                  // words that count
};

inline constexpr std::size_t kLeadWords = 80;
inline constexpr std::size_t kChiefNames = 5;

// Counts of terms; weigh() turns them into weights. Between the two the counts are told to
// TermCounts, so that a report's own day counts for how common its words are.
Profile count_terms(const Report& report, const StoryWords& words);
void tell(const Profile& counted, TermCounts& counts);
void weigh(const TermCounts& counts, Profile& profile);

// The cosine of two vectors of length 1 (or 0: nothing in common).
float cosine(const Terms& a, const Terms& b);
bool holds(const Terms& terms, std::uint32_t id);
// Leaves those that weigh most.
void keep_heaviest(Terms& terms, std::size_t most);
// Scales to length 1, keeping at most `most` terms: those that weigh most.
void normalize(Terms& terms, std::size_t most);

}  // namespace concord
