#include "reading/reading.h"

namespace concord {

const SyntaxWord* syntax_of(const Reading& reading, std::uint32_t token) {
  if (reading.syntax.empty()) return nullptr;
  const std::uint32_t number = reading.tokens[token].sentence;
  const std::uint32_t at = token - reading.sentences[number].tokens.begin;
  const auto& words = reading.syntax[number].words;
  return at < words.size() ? &words[at] : nullptr;
}

Span bytes_of(const Reading& reading, TokenSpan tokens) {
  if (tokens.empty()) return {};
  return {reading.tokens[tokens.begin].span.begin, reading.tokens[tokens.end - 1].span.end};
}

Section section_of(const Report& report, const Reading& reading, std::uint32_t token) {
  const Sentence& sentence = reading.sentences[reading.tokens[token].sentence];
  return report.blocks[sentence.block].kind == BlockKind::title ? Section::title : Section::body;
}

Evidence sentence_evidence(const Report& report, const Reading& reading, std::uint32_t token) {
  constexpr std::uint32_t kEvidenceBytesMin = 24;
  const Section section = section_of(report, reading, token);
  const std::uint32_t number = reading.tokens[token].sentence;
  Span span = reading.sentences[number].span;
  // "- Yemen" tells nothing: the lines before it say what the list is of.
  for (std::uint32_t before = number; before > 0 && span.size() < kEvidenceBytesMin; --before) {
    const Sentence& sentence = reading.sentences[before - 1];
    if (section_of(report, reading, sentence.tokens.begin) != section) break;
    span = hull(sentence.span, span);
  }
  return {section, span};
}

}  // namespace concord
