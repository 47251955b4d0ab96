#include "language/annotator.h"

#include <gtest/gtest.h>

#include <thread>

#include "language/shipped_models.h"

namespace concord {
namespace {

constexpr std::string_view kText =
    "Dr. Ana Ruiz didn't go to Abu Dhabi.\n\nThe UN spoke to Ruiz on Monday. talks went on in "
    "oslo, "
    "officials said (see http://example.org/a_b).\n";

Annotator annotator(const Kernels& kernels) {
  return {*Segmenter::load(shipped_words(), "words"),
          Parser(*load_syntax_model(shipped_syntax(), "syntax"), kernels),
          *NameFinder::load(shipped_names(), "names")};
}

std::string printed(const Annotator& with, std::string_view text) {
  std::string out;
  for (const AnnotatedSentence& sentence : with.annotate(text)) {
    out += print_annotated(text, sentence);
  }
  return out;
}

TEST(Annotator, PrintsTokensWordsAndNames) {
  EXPECT_EQ(printed(annotator(best_kernels()), "Oman's envoy left."),
            "# newpar\n"
            "# text = Oman's envoy left.\n"
            "1-2\tOman's\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "1\tOman\tOman\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tName=B-LOC\n"
            "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
            "3\tenvoy\tenvoy\tNOUN\tNN\t_\t4\tnsubj\t_\t_\n"
            "4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n"
            "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n");
}

TEST(Annotator, AnswersTheSameOnAnyProcessor) {
  const std::string wanted = printed(annotator(portable_kernels()), kText);
  for (const Kernels* kernels : all_kernels()) {
    EXPECT_EQ(printed(annotator(*kernels), kText), wanted) << kernels->name;
  }
}

TEST(Annotator, IsSharedByThreads) {
  const Annotator shared = annotator(best_kernels());
  const std::string wanted = printed(shared, kText);
  std::vector<std::string> got(4);
  std::vector<std::thread> threads;
  for (std::string& answer : got) threads.emplace_back([&] { answer = printed(shared, kText); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : got) EXPECT_EQ(answer, wanted);
}

// Names look back over their document only: what stands before it in a run makes no difference.
TEST(Annotator, AnswersTheSameInAnyOrder) {
  const Annotator with = annotator(best_kernels());
  const std::string wanted = printed(with, kText);
  printed(with, "Quite another text about Peru.");
  EXPECT_EQ(printed(with, kText), wanted);
}

}  // namespace
}  // namespace concord
