// Base forms: what a word is called in a dictionary.
//
// In:       a form and its tag. Out: the lemma as the English treebanks write it.
// How:      two small questions, each answered by a table learnt by concord-train. Which ending
// goes
//           and which comes (by the whole form, else by its longest known suffix)? Do capitals
//           stay?
// Example:  Signed VERB/VBD, first word -> take off "ed", small -> sign
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/labels.h"

namespace concord {

// Takes `strip` bytes off the end of the folded form and puts `append` there.
struct Ending {
  std::uint32_t strip = 0;
  std::string append;
  auto operator<=>(const Ending&) const = default;
};

// How a form is cased, as far as lemmas care.
enum class Capitals : std::uint8_t { none, first_word, inner_word, all };
Capitals capitals_of(std::string_view form, bool first);

// Keys of the table. Different questions never share a key but by accident of 64 bits.
std::uint64_t form_ending_key(std::string_view folded, WordClass word_class, Penn tag);
std::uint64_t suffix_ending_key(std::string_view suffix, WordClass word_class, Penn tag);
std::uint64_t form_case_key(std::string_view folded, Penn tag, Capitals capitals);
std::uint64_t any_case_key(Penn tag, Capitals capitals);

inline constexpr std::size_t kLemmaSuffixMax = 6;

// Answers by key, in ascending order of keys. For endings the number of the ending, for cases 1
// where capitals stay.
struct LemmaAnswer {
  std::uint64_t key;
  std::uint32_t answer;
};

struct LemmaTable {
  std::vector<Ending> endings;
  std::vector<LemmaAnswer> answers;

  const LemmaAnswer* find(std::uint64_t key) const;
};

// `folded` as fold_form gives it. Total.
std::string lemma_of(const LemmaTable& table, std::string_view form, std::string_view folded,
                     WordClass word_class, Penn tag, bool first);

// The number of the ending for a form by its suffixes alone, or -1.
int ending_by_suffix(const LemmaTable& table, std::string_view folded, WordClass word_class,
                     Penn tag);

}  // namespace concord
