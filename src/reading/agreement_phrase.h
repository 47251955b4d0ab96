// The noun phrases that name or describe an agreement, told by their form alone.
//
// In:       a sentence's tokens, the actors found in it, the roles of data/en/agreement_words.tsv.
// Out:      phrases in order, disjoint. Which agreement each one means is agreements.cc's question.
// Examples: [Convention on the Rights of the Child]        title
//           [Prespa agreement], [1994 agreement]           named: a place, a year, a kind of deal
//           its [tax treaty with Chile and Poland]         sides CHL, POL (the brackets end at
//           "treaty") the [pact]                                     plain; definite
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

// pro: "one with Pakistan", "those with Panama and South Korea": the noun before is meant.
enum class PhraseForm : std::uint8_t { title, named, plain, pro };
enum class Determiner : std::uint8_t { none, definite, indefinite, owner };

struct AgreementPhrase {
  TokenSpan tokens;            // from its first describing word to its head, or its title's end
  std::uint32_t head = kNone;  // "treaty"
  PhraseForm form = PhraseForm::plain;
  Determiner determiner = Determiner::none;
  bool plural = false;                 // "treaties"
  bool talks = false;                  // pro: "talks with Pakistan"
  bool more = false;                   // "the largest ... pact": says more of one that is known
  bool other = false;                  // "another", "its own", "a second": not the one before
  bool similar = false;                // "similar deals": of the kind before
  bool apart = false;                  // "of its own"
  std::uint32_t tail = 0;              // words behind its name: "AUKUS [pact]"
  std::uint32_t abbreviation = kNone;  // token: "(EVFTA)"
  std::uint32_t owner = kNone;         // entity: "Britain's deal"
  std::vector<std::uint32_t> sides;    // entities: inside it, and after "with" or "between"
  TokenSpan outer;                     // "with Chile and Poland", where sides follow it
  TokenSpan topic;  // apart from its noun: "with Peru [on fish]", "today [on fish]"

  TokenSpan written() const { return {tokens.begin, tokens.end + tail}; }

  void add_side(std::uint32_t actor) {
    if (std::ranges::find(sides, actor) == sides.end()) sides.push_back(actor);
  }
};

// What the recogniser asks of the reading: the entity of an actor that covers a token, or kNone.
// A capital is one only where it stands for its government: not in "the Budapest Convention".
struct ActorAt {
  std::function<std::uint32_t(std::uint32_t token)> any;
  std::function<bool(std::uint32_t token)> is_capital;
  std::uint32_t operator()(std::uint32_t token) const { return any(token); }
};

// The phrases of one sentence. Total.
std::vector<AgreementPhrase> find_agreement_phrases(const Report& report, const Reading& reading,
                                                    const Lexicon& lexicon, TokenSpan sentence,
                                                    const ActorAt& actor_at);

// "the accession treaty", "the protocol of accession": the joiner's affair with the body joined.
bool names_accession(const Reading& reading, const AgreementPhrase& phrase);

}  // namespace concord
