#include "language/labels.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 17> kWordClasses = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 50> kPenn = {
    "_",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",   "FW",  "GW",  "HYPH",  "IN",   "JJ",   "JJR",
    "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",   "PRP",  "PRP$", "RB",
    "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",   "VBD", "VBG", "VBN",   "VBP",  "VBZ",  "WDT",
    "WP",  "WP$", "WRB", "$",   "''", "``",  ",",    ".",   ":",   "-LRB-", "-RRB-"};

constexpr std::array<std::string_view, 57> kRelations = {
    "acl",        "acl:relcl",    "advcl",      "advcl:relcl",   "advmod",    "advmod:emph",
    "amod",       "appos",        "aux",        "aux:pass",      "case",      "cc",
    "cc:preconj", "ccomp",        "compound",   "compound:prt",  "conj",      "cop",
    "csubj",      "csubj:outer",  "csubj:pass", "dep",           "det",       "det:predet",
    "discourse",  "dislocated",   "expl",       "fixed",         "flat",      "flat:foreign",
    "goeswith",   "iobj",         "list",       "mark",          "nmod",      "nmod:desc",
    "nmod:npmod", "nmod:poss",    "nmod:tmod",  "nmod:unmarked", "nsubj",     "nsubj:outer",
    "nsubj:pass", "nummod",       "obj",        "obl",           "obl:agent", "obl:npmod",
    "obl:tmod",   "obl:unmarked", "orphan",     "parataxis",     "punct",     "reparandum",
    "root",       "vocative",     "xcomp"};

static_assert(kWordClasses.size() == static_cast<std::size_t>(WordClass::x) + 1);
static_assert(kPenn.size() == static_cast<std::size_t>(Penn::close_bracket) + 1);
static_assert(kRelations.size() == static_cast<std::size_t>(Dependency::xcomp) + 1);

template <typename Label, std::size_t kCount>
std::optional<Label> find(const std::array<std::string_view, kCount>& names,
                          std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Label>(found - names.begin());
}

}  // namespace

std::string_view word_class_name(WordClass word_class) {
  return kWordClasses[static_cast<std::size_t>(word_class)];
}
std::string_view penn_name(Penn tag) { return kPenn[static_cast<std::size_t>(tag)]; }
std::string_view relation_name(Dependency relation) {
  return kRelations[static_cast<std::size_t>(relation)];
}

std::optional<WordClass> find_word_class(std::string_view name) {
  return find<WordClass>(kWordClasses, name);
}
std::optional<Penn> find_penn(std::string_view name) { return find<Penn>(kPenn, name); }
std::optional<Dependency> find_relation(std::string_view name) {
  return find<Dependency>(kRelations, name);
}

}  // namespace concord
