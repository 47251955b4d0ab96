// Property: any content under a sound head is refused with a message, or is a model that works:
// every word has a head inside its sentence, every byte that is no white space is in one token, and
// names lie inside their sentence. The first byte says which kind of model it is.
#include <cstdint>
#include <string>
#include <vector>

#include "language/model_head.h"
#include "language/names.h"
#include "language/parser.h"
#include "language/segmenter.h"

namespace {

const concord::Forms kForms = {"Oman", "signed", "the", "pact", "."};

void read_syntax(const std::string& content) {
  const std::string file = concord::with_head(concord::kSyntaxKind, content);
  auto model = concord::load_syntax_model(file, "fuzz");
  if (!model) return CONCORD_CHECK(!model.error().message.empty());
  const concord::Parser parser(*std::move(model));
  const std::vector<concord::Syntax> trees = parser.parse(std::span(&kForms, 1));
  for (const concord::SyntaxWord& word : trees.front().words) {
    CONCORD_CHECK(word.head == concord::kRoot || word.head < kForms.size());
  }
}

void read_words(const std::string& content) {
  const std::string file = concord::with_head(concord::kWordsKind, content);
  const auto segmenter = concord::Segmenter::load(file, "fuzz");
  if (!segmenter) return CONCORD_CHECK(!segmenter.error().message.empty());
  std::string words;
  for (const concord::RawSentence& sentence : segmenter->segment("Oman's e-mail.\n\ncannot")) {
    for (const std::string_view form : sentence.forms) words += form;
  }
  CONCORD_CHECK(words == "Oman'se-mail.cannot");
}

void read_names(const std::string& content) {
  const std::string file = concord::with_head(concord::kNamesKind, content);
  const auto finder = concord::NameFinder::load(file, "fuzz");
  if (!finder) return CONCORD_CHECK(!finder.error().message.empty());
  concord::Syntax syntax;
  syntax.words.resize(kForms.size());
  for (const auto& names : finder->find(std::span(&kForms, 1), std::span(&syntax, 1))) {
    for (const concord::Name& name : names) {
      CONCORD_CHECK(!name.words.empty() && name.words.end <= kForms.size());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string content(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 3 == 0) read_syntax(content);
  if (data[0] % 3 == 1) read_words(content);
  if (data[0] % 3 == 2) read_names(content);
  return 0;
}
