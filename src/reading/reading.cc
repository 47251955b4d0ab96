#include "reading/reading.h"

#include <algorithm>

namespace concord {

bool speaks_of_agreement(const Reading& reading) {
  return std::ranges::any_of(reading.entities, [](const Entity& entity) {
    return entity.kind == EntityKind::agreement || entity.acceded;
  });
}

const SyntaxWord* syntax_of(const Reading& reading, std::uint32_t token) {
  if (reading.syntax.empty() || token >= reading.tokens.size()) return nullptr;
  const std::uint32_t number = reading.tokens[token].sentence;
  const std::uint32_t at = token - reading.sentences[number].tokens.begin;
  const auto& words = reading.syntax[number].words;
  return at < words.size() ? &words[at] : nullptr;
}

std::uint32_t doer_to(const Reading& reading, std::uint32_t noun) {
  const SyntaxWord* object = syntax_of(reading, noun);
  if (object == nullptr || object->head == kRoot || object->relation != Dependency::obj)
    return kNone;
  const std::uint32_t number = reading.tokens[noun].sentence;
  const auto& words = reading.syntax[number].words;
  const auto subject = std::ranges::find_if(words, [&](const SyntaxWord& word) {
    return word.head == object->head && word.relation == Dependency::nsubj;
  });
  if (subject == words.end()) return kNone;
  return reading.sentences[number].tokens.begin +
         static_cast<std::uint32_t>(subject - words.begin());
}

bool owns_behind(const Reading& reading, std::uint32_t token) {
  if (token == 0 || token >= reading.tokens.size()) return false;
  if (reading.lower(token) == "'s") return true;
  const bool plural = is_any(reading.lower(token), {"'", "\xE2\x80\x99"}) &&
                      reading.lower(token - 1).ends_with('s') &&
                      !reading.tokens[token].space_before && token + 1 < reading.tokens.size();
  return plural && reading.tokens[token + 1].space_before &&
         reading.tokens[token + 1].kind == WordKind::word;
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
  constexpr std::uint32_t kListBytesMax = 600;
  const std::uint32_t number = reading.tokens[token].sentence;
  const Sentence& sentence = reading.sentences[number];
  Span span = sentence.span;
  const auto is_line = [&](const Sentence& one) {
    return !one.tokens.empty() && reading.tokens[one.tokens.begin].kind == WordKind::mark;
  };
  // "It did so." goes with the sentence before it, "- Peru" with the list from its heading on.
  const bool line = span.size() < kEvidenceBytesMin && is_line(sentence);
  for (std::uint32_t first = number; first > 0;) {
    const Sentence& before = reading.sentences[first - 1];
    const bool short_yet = span.size() < kEvidenceBytesMin;
    const bool lists = line && is_line(reading.sentences[first]) && span.size() < kListBytesMax;
    if (!short_yet && !lists) break;
    const bool apart = report.blocks[before.block].kind == BlockKind::title &&
                       report.blocks[sentence.block].kind != BlockKind::title;
    if (apart) break;
    span = hull(before.span, span);
    --first;
  }
  return {section_of(report, reading, token), span};
}

}  // namespace concord
