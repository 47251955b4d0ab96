#include "reading/reading.h"

namespace concord {

Span bytes_of(const Reading& reading, TokenSpan tokens) {
  if (tokens.empty()) return {};
  return {reading.tokens[tokens.begin].span.begin, reading.tokens[tokens.end - 1].span.end};
}

Section section_of(const Report& report, const Reading& reading, std::uint32_t token) {
  const Sentence& sentence = reading.sentences[reading.tokens[token].sentence];
  return report.blocks[sentence.block].kind == BlockKind::title ? Section::title : Section::body;
}

Evidence sentence_evidence(const Report& report, const Reading& reading, std::uint32_t token) {
  return {section_of(report, reading, token),
          reading.sentences[reading.tokens[token].sentence].span};
}

}  // namespace concord
