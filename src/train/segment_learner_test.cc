#include "train/segment_learner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "train/files.h"
#include "train/surface.h"

namespace concord {
namespace {

// The small treebank beside the project, or nothing.
std::vector<TreebankSentence> tiny_treebank(const char* file) {
  const std::string path = std::string(CONCORD_SOURCE_DIR "/../shared/data/treebank/tiny/") + file;
  return std::filesystem::exists(path) ? *load_treebank(path) : std::vector<TreebankSentence>();
}

TEST(SegmentLearner, TheSameTreebankGivesOneFile) {
  const auto sentences = tiny_treebank("train.conllu");
  if (sentences.empty()) GTEST_SKIP() << "no treebank beside the project";
  EXPECT_EQ(print_words_model(learn_words(sentences)), print_words_model(learn_words(sentences)));
}

TEST(SegmentLearner, CutsItsOwnTextAsItWasCut) {
  const auto sentences = tiny_treebank("train.conllu");
  if (sentences.empty()) GTEST_SKIP() << "no treebank beside the project";
  const std::string file = print_words_model(learn_words(sentences));
  const auto segmenter = Segmenter::load(file, "tiny");
  ASSERT_TRUE(segmenter) << segmenter.error().message;
  const RawText raw = raw_text(sentences);
  std::size_t right = 0;
  std::size_t tokens = 0;
  for (const RawSentence& sentence : segmenter->segment(raw.text)) {
    for (const RawToken& token : sentence.tokens) {
      right += std::ranges::binary_search(raw.token_ends, token.span.end);
      ++tokens;
    }
  }
  EXPECT_GT(right * 100, tokens * 99);
  EXPECT_GT(right * 100, raw.token_ends.size() * 99);
}

}  // namespace
}  // namespace concord
