#include "language/lemmas.h"

#include <algorithm>

#include "language/features.h"

namespace concord {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::uint64_t key(char question, std::string_view text, unsigned a, unsigned b) {
  const char bytes[3] = {question, static_cast<char>(a + 1), static_cast<char>(b + 1)};
  return form_key(text) * 0x9e3779b97f4a7c15u ^ form_key(std::string_view(bytes, 3));
}

unsigned number(WordClass word_class) { return static_cast<unsigned>(word_class); }
unsigned number(Penn tag) { return static_cast<unsigned>(tag); }
unsigned number(Capitals capitals) { return static_cast<unsigned>(capitals); }

// The letters that both share keep the form's case; what was put on is in capitals only where the
// whole form is.
std::string with_capitals(std::string_view form, std::string lemma, Capitals capitals) {
  for (std::size_t i = 0; i < lemma.size() && i < form.size(); ++i) {
    const bool same = is_lower(lemma[i]) && form[i] == lemma[i] - 0x20;
    if (same) lemma[i] = form[i];
  }
  if (capitals == Capitals::all) {
    for (char& c : lemma) c = is_lower(c) ? static_cast<char>(c - 0x20) : c;
  }
  return lemma;
}

}  // namespace

Capitals capitals_of(std::string_view form, bool first) {
  const auto upper = std::ranges::count_if(form, is_upper);
  if (upper == 0) return Capitals::none;
  if (upper > 1 && std::ranges::none_of(form, is_lower)) return Capitals::all;
  return first ? Capitals::first_word : Capitals::inner_word;
}

std::uint64_t form_ending_key(std::string_view folded, WordClass word_class, Penn tag) {
  return key('f', folded, number(word_class), number(tag));
}
std::uint64_t suffix_ending_key(std::string_view suffix, WordClass word_class, Penn tag) {
  return key('s', suffix, number(word_class), number(tag));
}
std::uint64_t form_case_key(std::string_view folded, Penn tag, Capitals capitals) {
  return key('c', folded, number(tag), number(capitals));
}
std::uint64_t any_case_key(Penn tag, Capitals capitals) {
  return key('a', "", number(tag), number(capitals));
}

const LemmaAnswer* LemmaTable::find(std::uint64_t wanted) const {
  const auto found = std::ranges::lower_bound(answers, wanted, {}, &LemmaAnswer::key);
  return found != answers.end() && found->key == wanted ? &*found : nullptr;
}

int ending_by_suffix(const LemmaTable& table, std::string_view folded, WordClass word_class,
                     Penn tag) {
  for (std::size_t size = std::min(folded.size(), kLemmaSuffixMax) + 1; size-- > 0;) {
    const std::string_view suffix = folded.substr(folded.size() - size);
    const auto* found = table.find(suffix_ending_key(suffix, word_class, tag));
    if (found && table.endings[found->answer].strip <= folded.size()) {
      return static_cast<int>(found->answer);
    }
  }
  return -1;
}

std::string lemma_of(const LemmaTable& table, std::string_view form, std::string_view folded,
                     WordClass word_class, Penn tag, bool first) {
  std::string lemma(folded);
  const auto* known = table.find(form_ending_key(folded, word_class, tag));
  const int number =
      known ? static_cast<int>(known->answer) : ending_by_suffix(table, folded, word_class, tag);
  if (number >= 0) {
    const Ending& ending = table.endings[static_cast<std::size_t>(number)];
    const std::size_t kept = lemma.size() - std::min<std::size_t>(ending.strip, lemma.size());
    // A suffix learnt from plain letters may end inside a letter that takes two bytes.
    const bool whole = kept == lemma.size() || (lemma[kept] & 0xC0) != 0x80;
    if (whole) lemma = lemma.substr(0, kept) + ending.append;
  }
  const Capitals capitals = capitals_of(form, first);
  if (capitals == Capitals::none) return lemma;
  const auto* stay = table.find(form_case_key(folded, tag, capitals));
  if (!stay) stay = table.find(any_case_key(tag, capitals));
  return stay && stay->answer == 1 ? with_capitals(form, std::move(lemma), capitals) : lemma;
}

}  // namespace concord
