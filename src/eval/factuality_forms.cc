#include "eval/factuality_forms.h"

#include "reading/factuality.h"

namespace concord {
namespace {

// The classes of tools that score factuality: at least 1, at most -1, between.
std::string class_of(float value) {
  return value >= 1 ? "happened  " : value <= -1 ? "not       " : "open      ";
}

}  // namespace

std::string factuality_forms(const Report& report, const Lexicon& lexicon, const Reading& reading) {
  std::string out;
  for (const Sentence& sentence : reading.sentences) {
    Forms forms;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      forms.push_back(report.words(reading.tokens[i].span));
    const Syntax tree = lexicon.parser->parse(std::span(&forms, 1)).front();
    const FactualityReader reader(forms, tree, lexicon.veridicality);
    for (std::uint32_t i = 0; i < forms.size(); ++i) {
      if (tree.words[i].word_class != WordClass::verb) continue;
      const Factuality factuality = reader.sift(i);
      std::string path;
      for (const FactualityStep& step : factuality.path)
        path += (path.empty() ? "" : ", ") + step.name;
      out += class_of(factuality.value) + std::string(forms[i]) + " | " + path + "\n";
    }
  }
  return out;
}

}  // namespace concord
