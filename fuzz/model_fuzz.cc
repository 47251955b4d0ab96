// Property: any content under a sound head is refused with a message, or is a model that gives
// every word of a sentence a head inside it.
#include <cstdint>
#include <string>
#include <vector>

#include "language/model_head.h"
#include "language/parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  const std::string file = concord::with_head(concord::kSyntaxKind, content);
  auto model = concord::load_syntax_model(file, "fuzz");
  if (!model) {
    CONCORD_CHECK(!model.error().message.empty());
    return 0;
  }
  const concord::Parser parser(*std::move(model));
  const concord::Forms forms = {"Oman", "signed", "the", "pact", "."};
  const std::vector<concord::Syntax> trees = parser.parse(std::span(&forms, 1));
  for (const concord::SyntaxWord& word : trees.front().words) {
    CONCORD_CHECK(word.head == concord::kRoot || word.head < forms.size());
  }
  return 0;
}
