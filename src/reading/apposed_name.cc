#include "reading/apposed_name.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kWordsMax = 4;

bool is_taken(const Reading& reading, std::uint32_t i) {
  const auto holds = [i](const auto& one) { return one.tokens.contains(i); };
  return std::ranges::any_of(reading.mentions, holds) || std::ranges::any_of(reading.times, holds);
}

}  // namespace

TokenSpan apposed_name(const Reading& reading, const AgreementPhrase& phrase) {
  const bool open =
      phrase.determiner == Determiner::indefinite || phrase.determiner == Determiner::definite;
  const SyntaxWord* head = phrase.head == kNone ? nullptr : syntax_of(reading, phrase.head);
  if (!open || head == nullptr) return {};
  const bool beside =
      head->relation == Dependency::appos || head->relation == Dependency::parataxis;
  const std::uint32_t first = reading.sentences[reading.tokens[phrase.head].sentence].tokens.begin;
  std::uint32_t comma = phrase.tokens.begin;
  while (comma > first + 1 && reading.tokens[comma].kind != WordKind::mark) --comma;
  if (!beside || reading.lower(comma) != "," || phrase.tokens.begin < comma + 2) return {};
  const auto names = [&](std::uint32_t i) {
    const Token& token = reading.tokens[i];
    return (token.capital && token.kind == WordKind::word) || token.kind == WordKind::number;
  };
  TokenSpan name{comma, comma};
  while (name.begin > first && names(name.begin - 1)) --name.begin;
  while (!name.empty() && reading.tokens[name.begin].kind == WordKind::number) ++name.begin;
  if (name.empty() || name.size() > kWordsMax || name.begin == first) return {};
  for (std::uint32_t i = name.begin; i < name.end; ++i) {
    if (is_taken(reading, i)) return {};
  }
  return name;
}

}  // namespace concord
