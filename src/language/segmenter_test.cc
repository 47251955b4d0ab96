#include "language/segmenter.h"

#include <gtest/gtest.h>

#include "base/limits.h"
#include "language/model_head.h"
#include "language/segment_features.h"
#include "language/shipped_models.h"

namespace concord {
namespace {

const Segmenter& shipped() {
  static const Segmenter segmenter = *Segmenter::load(shipped_words(), kWordsModelName);
  return segmenter;
}

// Words with spaces between, sentences on lines, an empty line before a paragraph.
std::string printed(std::string_view text) {
  std::string out;
  for (const RawSentence& sentence : shipped().segment(text)) {
    if (sentence.new_paragraph && !out.empty()) out += "\n";
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      out += (i > 0 ? " " : "") + std::string(sentence.forms[i]);
    }
    out += "\n";
  }
  return out;
}

TEST(Segmenter, CutsWordsAsTheTreebanksDo) {
  EXPECT_EQ(printed("Dr. Ruiz didn't pay the $3.5 million."),
            "Dr. Ruiz did n't pay the $ 3.5 million .\n");
  EXPECT_EQ(printed("The U.S.-led talks cannot fail, he said."),
            "The U.S. - led talks can not fail , he said .\n");
  EXPECT_EQ(
      printed("Write to press@treaty-office.org or see http://www.treaty.org/faq.html today."),
      "Write to press@treaty-office.org or see http://www.treaty.org/faq.html today .\n");
}

TEST(Segmenter, EndsSentencesAndParagraphs) {
  EXPECT_EQ(printed("Oman signed the pact. Qatar did not.\n\n \nA second paragraph"),
            "Oman signed the pact .\nQatar did not .\n\nA second paragraph\n");
}

TEST(Segmenter, LeavesNothingOut) {
  const std::string text = " a.b@c,,d\u2014e \xFF\xFE f'g\n\n\n(h) \u200B";
  std::string cut;
  for (const RawSentence& sentence : shipped().segment(text)) {
    for (const std::string_view form : sentence.forms) cut += form;
  }
  std::string wanted;
  for (const char c : text) {
    if (c != ' ' && c != '\n') wanted += c;
  }
  EXPECT_EQ(cut, wanted);
}

TEST(Segmenter, GivesNoSentenceForWhiteSpace) { EXPECT_TRUE(shipped().segment(" \n\n\t").empty()); }

TEST(Segmenter, CutsEndlessSentences) {
  std::string text;
  for (std::size_t i = 0; i < kSentenceTokensMax * 3; ++i) text += "pact ";
  std::size_t tokens = 0;
  for (const RawSentence& sentence : shipped().segment(text)) {
    EXPECT_LE(sentence.tokens.size(), kSentenceTokensMax);
    tokens += sentence.tokens.size();
  }
  EXPECT_EQ(tokens, kSentenceTokensMax * 3);
}

TEST(Segmenter, CutsEndlessParagraphs) {
  const std::string text(kLineBytesMax + 5, '-');
  std::size_t bytes = 0;
  for (const RawSentence& sentence : shipped().segment(text)) {
    for (const RawToken& token : sentence.tokens) bytes += token.span.size();
  }
  EXPECT_EQ(bytes, text.size());
}

std::string refusal(const std::string& bytes) {
  const auto loaded = Segmenter::load(bytes, "x.model");
  return loaded ? "" : loaded.error().message;
}

TEST(Segmenter, RefusesFilesThatAreNotItsOwn) {
  EXPECT_EQ(refusal("no model"), "x.model: is no model of concord");
  EXPECT_EQ(refusal(with_head(kSyntaxKind, "")), "x.model: is a model of another kind");
  EXPECT_EQ(refusal(shipped_words().substr(0, 1000)), "x.model: is cut short or too long");
  EXPECT_EQ(refusal(with_head(kWordsKind, "short")),
            "x.model: is longer or shorter than its parts");
  WordsModelParts parts{std::vector<std::int8_t>(kSegmentRows),
                        std::vector<std::int8_t>(kSegmentRows),
                        {{"cannot", {3, 0}}}};
  EXPECT_EQ(refusal(print_words_model(parts)), "x.model: has damaged contractions");
  parts.contractions = {{"cannot", {3, 3}}};
  EXPECT_EQ(refusal(print_words_model(parts)), "");
}

}  // namespace
}  // namespace concord
