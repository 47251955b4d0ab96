// What is seen of a word that may be part of a name.
//
// In:       the sentences of one document, their tags, phrases (phrases.h).
// Out:      keys of features: the word, its letters, shape and tags and those of its neighbours,
//           the phrases it is in, the run of capitals it stands in and what surrounds that, what
//           the rest of the document shows of the same word.
// Example:  "Ruiz" alone in a mail that is signed "Ana Ruiz": elsewhere it stands last in a run
//           whose first word is a given name.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/features.h"
#include "language/phrases.h"
#include "language/syntax.h"

namespace concord {

using FeatureKeys = std::vector<std::uint64_t>;

// A word as features see it.
struct WordOfName {
  std::uint64_t low = 0;    // its lower-cased form
  std::uint64_t form = 0;   // as it stands
  std::uint64_t shape = 0;  // "Xxxx" to "Xx"
  std::uint64_t long_shape = 0;
  WordClass word_class = WordClass::x;
  Penn tag = Penn::none;
  std::uint32_t phrase_kinds = 0;
  bool capital = false;                      // begins with one
  std::uint32_t run_begin = 0, run_end = 0;  // of the capitals it stands in
};

class NameDocument {
 public:
  NameDocument(std::span<const Forms> sentences, std::span<const Syntax> syntax,
               const KnownPhrases& phrases);

  std::size_t size() const { return sentences_.size(); }
  std::size_t words(std::size_t sentence) const { return sentences_[sentence].words.size(); }
  // Of one word; the vector is filled anew.
  void features(std::size_t sentence, std::size_t word, FeatureKeys& keys) const;

 private:
  struct Sentence {
    std::vector<WordOfName> words;
    std::vector<PhraseMarks> marks;
    std::vector<std::uint64_t> letters;  // of each word its first and last letters, in turn
    SentenceCase casing = SentenceCase::plain;
  };
  // What the document shows of a word.
  struct Elsewhere {
    std::uint32_t small = 0;     // times in small letters
    std::uint32_t capitals = 0;  // times with a capital where small letters were to be expected
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // sentence, word
  };

  void find_runs(Sentence& sentence) const;
  void note_elsewhere(std::uint32_t number);
  const WordOfName& at(const Sentence& sentence, std::size_t word) const;
  void add_own(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const;
  void add_around(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const;
  void add_run(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const;
  void add_elsewhere(std::size_t number, std::size_t word, FeatureKeys& keys) const;

  std::vector<Sentence> sentences_;
  std::unordered_map<std::uint64_t, Elsewhere> elsewhere_;
};

}  // namespace concord
