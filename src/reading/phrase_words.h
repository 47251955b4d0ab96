// The words of a sentence as they make phrases that name agreements (agreement_phrase.h): which may
// open one, describe its head, or run on.
#pragma once

#include "reading/agreement_phrase.h"

namespace concord {

class PhraseWords {
 public:
  PhraseWords(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at)
      : reading_(reading), sentence_(sentence), actor_at_(actor_at) {}

  std::string_view low(std::uint32_t i) const {
    return inside(i) ? reading_.lower(i) : std::string_view();
  }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  bool inside(std::uint32_t i) const { return sentence_.contains(i); }
  bool capital(std::uint32_t i) const { return inside(i) && token(i).capital; }
  bool has(std::uint32_t i, AgreementWord role) const {
    return inside(i) && token(i).agreement == role;
  }
  bool is_time(std::uint32_t i) const {
    return std::ranges::any_of(reading_.times, [&](const Time& t) { return t.tokens.contains(i); });
  }
  bool is_year(std::uint32_t i) const {
    return inside(i) && token(i).kind == WordKind::number && low(i).size() == 4 &&
           is_any(low(i).substr(0, 2), {"18", "19", "20"});
  }
  bool is_title_word(std::uint32_t i) const {
    return capital(i) || (inside(i) && token(i).kind == WordKind::number);
  }

  // No dash: "9 May 1990 - [Fisheries Agreement] signed".
  bool is_hyphen(std::uint32_t i) const {
    return low(i) == "-" && !(token(i).space_before && inside(i + 1) && token(i + 1).space_before);
  }

  std::uint32_t end_of_nouns() const;
  bool is_compound(std::uint32_t at) const;
  bool is_participle(std::uint32_t i) const;
  bool is_adjective(std::uint32_t i) const;
  bool opens_sentence(std::uint32_t i) const;
  bool weak(std::uint32_t i) const;
  bool tells_content(std::uint32_t i) const;
  bool can_open(std::uint32_t i) const;
  bool owns_what_follows(std::uint32_t i) const;
  bool runs_on(std::uint32_t i) const;
  bool everyday_before(std::uint32_t begin) const;
  bool everyday_after(std::uint32_t at) const;
  bool describes(std::uint32_t at, std::uint32_t begin) const;
  std::uint32_t quoted_before(std::uint32_t begin) const;
  std::uint32_t past_circumstances(std::uint32_t begin, std::uint32_t head) const;
  std::uint32_t past_count(std::uint32_t begin, std::uint32_t head) const;
  bool is_credit(TokenSpan name) const;
  // phrase_tail.cc: past what belongs to a title behind its noun.
  std::uint32_t title_tail(std::uint32_t at) const;
  bool opens_other_title(std::uint32_t at, bool behind_noun) const;
  bool describes_modifier(std::uint32_t at, std::uint32_t begin, std::uint32_t head) const;

  bool is_compounded(std::uint32_t at) const;
  bool tells_case(std::uint32_t in) const;
  bool lists_topics(std::uint32_t at) const;
  bool lists_states(std::uint32_t of) const;
  std::uint32_t number_after(std::uint32_t at) const;

 protected:
  const Reading& reading_;
  TokenSpan sentence_;
  const ActorAt& actor_at_;
};

}  // namespace concord
