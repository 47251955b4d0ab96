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
  const std::uint32_t number = reading.tokens[token].sentence;
  const Sentence& sentence = reading.sentences[number];
  Span span = sentence.span;
  if (span.size() < kEvidenceBytesMin && number > 0 &&
      reading.sentences[number - 1].block == sentence.block) {
    span = hull(reading.sentences[number - 1].span, span);
  }
  return {section_of(report, reading, token), span};
}

}  // namespace concord
