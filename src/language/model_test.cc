#include "language/model.h"

#include <gtest/gtest.h>

#include <limits>

#include "language/test_model.h"

namespace concord {
namespace {

const std::string& printed() {
  static const std::string bytes = print_syntax_model(random_model(1));
  return bytes;
}

std::string refusal(std::string_view bytes) {
  const auto model = load_syntax_model(bytes, "x.model");
  return model ? "" : model.error().message;
}

TEST(Model, IsLoadedAsItWasPrinted) {
  const SyntaxModelParts parts = random_model(1);
  const auto model = load_syntax_model(printed(), "x.model");
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(model->sizes, parts.sizes);
  EXPECT_EQ(model->tags, parts.tags);
  EXPECT_EQ(model->relations, parts.relations);
  EXPECT_EQ(model->keys, parts.keys);
  EXPECT_EQ(model->root_head, parts.root_head);
  for (std::size_t i = 0; i < parts.keys.size(); ++i) {
    const std::int8_t* row = model->word_row(parts.keys[i]);
    EXPECT_EQ(row[3], parts.word_rows[(i + 1) * parts.sizes.embedding + 3]);
  }
  EXPECT_EQ(model->word_row(form_key("never")), model->word_rows);
}

TEST(Model, RefusesWhatIsNoModel) {
  EXPECT_EQ(refusal(""), "x.model: is no model of concord");
  EXPECT_EQ(refusal("PK\3\4 something else altogether"), "x.model: is no model of concord");
}

TEST(Model, RefusesAnotherVersion) {
  std::string bytes = printed();
  bytes[16] = 9;
  EXPECT_EQ(refusal(bytes),
            "x.model: is a model of version 9, this program reads 1; train it again");
}

TEST(Model, RefusesCutAndLengthenedFiles) {
  for (const std::size_t size : {17u, 40u, 100u, 128u, 200u}) {
    EXPECT_EQ(refusal(printed().substr(0, size)), "x.model: is cut short or too long");
  }
  EXPECT_EQ(refusal(printed().substr(0, printed().size() - 1)),
            "x.model: is cut short or too long");
  EXPECT_EQ(refusal(printed() + " "), "x.model: is cut short or too long");
}

TEST(Model, RefusesChangedBytes) {
  for (std::size_t at = 128; at < printed().size(); at += printed().size() / 50) {
    std::string bytes = printed();
    bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
    EXPECT_EQ(refusal(bytes), "x.model: has been changed: its digest is another");
  }
}

// A sound digest over unsound content: what a faulty writer would make.
TEST(Model, RefusesPartsThatDoNotFit) {
  SyntaxModelParts parts = random_model(1);
  parts.sizes.hidden = 47;
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has impossible measures");
  parts = random_model(1);
  parts.tags.pop_back();
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has unknown labels");
  parts = random_model(1);
  std::swap(parts.keys[0], parts.keys[1]);
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has damaged word rows");
  parts = random_model(1);
  parts.matrices.arc.weights[5] = -128;
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has damaged matrices");
  parts = random_model(1);
  parts.matrices.arc.scale[5] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has damaged matrices");
  parts = random_model(1);
  parts.root_head[0] = std::numeric_limits<float>::infinity();
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has damaged root rows");
  parts = random_model(1);
  parts.lemmas.answers[0].answer = 77;
  EXPECT_EQ(refusal(print_syntax_model(parts)), "x.model: has damaged lemma tables");
}

}  // namespace
}  // namespace concord
