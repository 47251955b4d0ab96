#include "language/lemmas.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "language/features.h"

namespace concord {
namespace {

LemmaTable table() {
  LemmaTable all;
  all.endings = {{2, ""}, {3, "y"}, {2, "I"}, {0, ""}};
  const auto say = [&](std::uint64_t key, std::uint32_t answer) {
    all.answers.push_back({key, answer});
  };
  say(suffix_ending_key("ed", WordClass::verb, Penn::vbd), 0);
  say(suffix_ending_key("ied", WordClass::verb, Penn::vbd), 1);
  say(form_ending_key("bled", WordClass::verb, Penn::vbd), 3);
  say(form_ending_key("me", WordClass::pron, Penn::prp), 2);
  say(any_case_key(Penn::nnp, Capitals::inner_word), 1);
  say(any_case_key(Penn::nnp, Capitals::all), 1);
  say(form_case_key("seoul", Penn::nn, Capitals::inner_word), 1);
  std::ranges::sort(all.answers, {}, &LemmaAnswer::key);
  return all;
}

std::string lemma(std::string_view form, WordClass word_class, Penn tag, bool first = false) {
  std::string folded;
  fold_form(form, folded);
  return lemma_of(table(), form, folded, word_class, tag, first);
}

TEST(Lemmas, TheLongestKnownSuffixDecides) {
  EXPECT_EQ(lemma("signed", WordClass::verb, Penn::vbd), "sign");
  EXPECT_EQ(lemma("ratified", WordClass::verb, Penn::vbd), "ratify");
}

TEST(Lemmas, AWholeFormOutranksSuffixes) {
  EXPECT_EQ(lemma("bled", WordClass::verb, Penn::vbd), "bled");
}

TEST(Lemmas, TheTagDecidesWhatASuffixMeans) {
  EXPECT_EQ(lemma("signed", WordClass::adj, Penn::jj), "signed");
}

TEST(Lemmas, CapitalsGoOrStay) {
  EXPECT_EQ(lemma("Signed", WordClass::verb, Penn::vbd, true), "sign");
  EXPECT_EQ(lemma("Oman", WordClass::propn, Penn::nnp), "Oman");
  EXPECT_EQ(lemma("UNESCO", WordClass::propn, Penn::nnp), "UNESCO");
  EXPECT_EQ(lemma("Seoul", WordClass::noun, Penn::nn), "Seoul");
  EXPECT_EQ(lemma("me", WordClass::pron, Penn::prp), "I");
}

TEST(Lemmas, ALetterIsNeverCutInTwo) {
  LemmaTable odd;
  odd.endings = {{1, "e"}};
  odd.answers = {{suffix_ending_key("", WordClass::noun, Penn::nn), 0}};
  EXPECT_EQ(lemma_of(odd, "caf\xC3\xA9", "caf\xC3\xA9", WordClass::noun, Penn::nn, false),
            "caf\xC3\xA9");
}

}  // namespace
}  // namespace concord
