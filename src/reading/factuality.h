// Did it happen? From -3 (certainly not) to 3 (certainly), for a word that tells of something.
//
// In:       a sentence's forms and its syntax with base forms; the number of a word.
// Out:      a value, and the steps that led to it, from the sentence's main clause down to the
// word. How:      one sieve over the tree (after Nairn, Condoravdi and Karttunen 2006; Lotan, Stern
// and
//           Dagan 2013): what the words above say of what they govern, each in positive or negative
//           context; then the clause's own tense, modal verb, adverbs, marks and negation; last,
//           questions. `judge` weighs the sieve's steps with what else stands around the word by a
//           linear model, learned from what readers answered to "did it happen?" (UDS-IH2).
// Not here: what words say (data/en/veridicality.toml); stages of claims (claim/stages.h).
// Example:  Kenya did not refuse to sign.   sign -> past 2.7, not refused 0.3
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/syntax.h"
#include "language/weights.h"
#include "lexicon/veridicality.h"
#include "reading/clause_signs.h"

namespace concord {

// What a step was, for people: the row of data/en/veridicality.toml or a name of our own.
struct FactualityStep {
  std::string name;        // "past", "refuse", "not"
  std::uint32_t word = 0;  // where it was read
  float value = 0;         // what it came to with this step
};

struct Factuality {
  float value = 0;
  std::vector<FactualityStep> path;
};

// One sentence; ask it of as many words as you like. What it is made from must outlive it.
class FactualityReader {
 public:
  FactualityReader(std::span<const std::string_view> forms, const Syntax& syntax,
                   const Veridicality& words);

  // By the sieve alone. Total: words that tell of nothing get a value too.
  Factuality sift(std::uint32_t word) const;

  // What the learned step sees: rows of Weights (reading/factuality_features.cc).
  std::vector<std::uint32_t> features(std::uint32_t word) const;

  // The sieve's answer as the learned step weighs it, from -3 to 3.
  float judge(std::uint32_t word, const Weights& weights) const;

  const SentenceTree& tree() const { return tree_; }
  const ClauseSigns& signs(std::uint32_t word) const { return signs_[word]; }

 private:
  SentenceTree tree_;
  const Veridicality& words_;
  std::vector<ClauseSigns> signs_;
};

// What a word hangs on, past the words it is joined to by "and": its relation, and the word above.
struct Attachment {
  Dependency relation = Dependency::root;
  std::uint32_t above = kNoWord;  // kNoWord for the root
  std::uint32_t first = 0;        // the first of the joined words
};
Attachment attachment_of(const SentenceTree& tree, std::uint32_t word);

// Which kind of complement a clause is to the word above; nothing for clauses that stand alone
// ("left to sign", "after signing").
std::optional<Complement> complement_of(const SentenceTree& tree, const Veridicality& words,
                                        const Attachment& place, const ClauseSigns& signs);

}  // namespace concord
