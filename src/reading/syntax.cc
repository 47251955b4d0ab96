// Trees for the sentences in reach of an act: parsing is what reading costs most, and most
// sentences of a day's news tell of no agreement. A sentence that holds no phrase of the act
// lexicon can give no claim, so nothing is lost.
#include <algorithm>

#include "reading/passes.h"

namespace concord {
namespace {

// "become ... member": whether the noun of a frame follows its verb.
bool noun_follows(const Reading& reading, const std::vector<ActFrame>& frames, std::uint32_t from,
                  std::uint32_t end) {
  for (std::uint32_t i = from; i < std::min(from + kFrameReach + 1, end); ++i) {
    const std::string_view word = reading.lower(i);
    for (const ActFrame& frame : frames) {
      if (frame.noun.starts_with(word) && frame.noun[word.size()] == ' ') return true;
    }
  }
  return false;
}

bool may_tell(const Reading& reading, const Acts& acts, TokenSpan sentence) {
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (acts.phrases.longest(word, i, sentence.end)) return true;
    const auto verb = acts.frame_verbs.longest(word, i, sentence.end);
    if (verb && noun_follows(reading, acts.frames[verb->value], i + verb->length, sentence.end))
      return true;
  }
  return false;
}

}  // namespace

void parse_sentences(const Report& report, const Lexicon& lexicon, Reading& reading) {
  reading.syntax.assign(reading.sentences.size(), {});
  std::vector<Forms> forms;
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; n < reading.sentences.size(); ++n) {
    const TokenSpan sentence = reading.sentences[n].tokens;
    if (!may_tell(reading, lexicon.acts, sentence)) continue;
    Forms& words = forms.emplace_back();
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      words.push_back(report.words(reading.tokens[i].span));
    numbers.push_back(n);
  }
  std::vector<Syntax> trees = lexicon.parser->parse(forms);
  for (std::size_t n = 0; n < numbers.size(); ++n) reading.syntax[numbers[n]] = std::move(trees[n]);
}

}  // namespace concord
