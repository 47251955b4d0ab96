// What words say of the clause they govern or stand in: did it happen?
//
// In:       data/en/veridicality.toml, whose head explains the fields.
// Out:      a value from -3 (certainly not) to 3 (certainly) for each word and kind of clause.
// Source:   signatures of embedding verbs in positive and negative context as Karttunen (1971,
//           2012) and Nairn, Condoravdi and Karttunen (2006) have them: manage +/-, forget to -/+,
//           regret +/+, refuse -/o, want o/o.
// Not here: how they act together (reading/factuality.h).
// Example:  manage, to: 2.5 where it holds, -2.5 where it is denied.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/rows.h"
#include "text/word_map.h"

namespace concord {

// The clause or noun that a word governs: "to sign", "signing", "that it signed", "whether it
// signed", "the signing".
enum class Complement : std::uint8_t { to, ing, that, whether, noun };
inline constexpr std::size_t kComplements = 5;

struct Embedding {
  std::string name;
  float holds = 0;   // what the clause is worth where the word holds
  float denied = 0;  // and where it is denied: "did not manage to sign"
};

// A small word of the clause itself: a modal verb, a negation, "perhaps", "if", "without"; "only"
// in "not only", which denies nothing. Those that have a value stand first.
enum class OperatorKind : std::uint8_t { modal, adverb, mark, source, negator, preposition, spare };
inline constexpr std::size_t kOperatorKinds = 7;

struct ClauseOperator {
  std::string name;
  OperatorKind kind = OperatorKind::modal;
  float value = 0;     // the most that the clause is then worth; of negators unused
  float perfect = 0;   // the same with "have": "would have signed"
  bool ahead = false;  // bears only on what lies ahead: "until it leaves", not "until it left"
};

struct Veridicality {
  std::vector<Embedding> embeddings;
  std::vector<ClauseOperator> operators;
  std::array<WordMap<std::uint32_t>, kComplements> embedding_words;   // by base form
  std::array<WordMap<std::uint32_t>, kOperatorKinds> operator_words;  // by base form or form
  std::vector<Proof> proofs;         // marked: the predicate that the row bears on
  std::vector<Proof> denied_proofs;  // the same where the word is denied

  // nullptr where the word says nothing of such a clause.
  const Embedding* embedding(std::string_view lemma, Complement complement) const;
  const ClauseOperator* find(OperatorKind kind, std::string_view word) const;
};

Result<Veridicality> load_veridicality(const DataFiles& files);

}  // namespace concord
