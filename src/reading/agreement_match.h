// Which of the agreements named so far a phrase means, by its words, its kind and its sides.
//
// Example: named: "Comprehensive Economic Partnership Agreement", "tax treaty with Chile"
//          "the pact"                    -> the one that it fits best, the later one where two do
//          "Economic Partnership Agreement" -> the first: a title that holds the words
//          "the Chile treaty"            -> the second: the same side and kind
// Not here: the world's table, short names, bodies (agreements.cc).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/agreement_phrase.h"

namespace concord {

inline constexpr std::string_view kAgreement = "agreement";  // what any may be called

// An agreement that the report has named so far.
struct Named {
  std::uint32_t entity = kNone;
  std::string head;             // singular noun of its kind: "treaty"; "" where its name has none
  Roles kind;                   // roles of that noun
  std::set<std::string> words;  // of its name, without sides' names
  std::set<std::uint32_t> sides;
  std::set<std::uint32_t> makers;  // the two states that stand with a title when it is first told
  std::string made;                // the year told when it is first told: "signed the pact in 1998"
  bool titled = false;
  bool truce = false;  // "ceasefire agreement": its noun or a word tells of one
  bool club =
      false;  // "Trans-Pacific Partnership": a word of its title names what states belong to
  bool composed = false;   // called by its sides only: "agreement between Oman and Chad"
  bool plural = false;     // "the Abraham Accords"
  bool described = false;  // by what it is to do alone: "an agreement on Monday to share the lake"
  bool apart = false;      // "a pact of its own": of no one who was told of before
  bool called = false;     // by a name of its own: "the Lima pact"
  bool is_new = false;     // described as "a trade pact", once
  bool in_headline = false;
  bool aside = false;      // last in a clause that tells of something else: "which replaces it"
  bool programme = false;  // "the Nordic Partnership": not what "the text" means first
  std::uint32_t first = kNone;  // token of its first mention
  std::uint32_t last = 0;       // and of its last
};

// What a phrase says of the agreement it means.
struct Meaning {
  PhraseForm form = PhraseForm::plain;
  Determiner determiner = Determiner::none;
  bool other = false;
  bool pointing = false;          // "that text", "this pact"
  bool capital = false;           // "the Accords": of a title
  bool of_year = false;           // "the treaty of 1959"
  bool accords = false;           // "the accords", which few texts are called
  bool compound = false;          // "the supply chain agreement": told by several nouns
  std::string head;               // singular
  Roles kind;                     // roles of that noun
  std::set<std::string> telling;  // words that tell one agreement from another
  std::set<std::string> own;      // of these, capitalised or dated ones no other can have
  std::vector<std::uint32_t> sides;
  std::uint32_t owner = kNone;     // "Peru signed | its pact with Chile": Peru
  std::uint32_t lead_end = kNone;  // of a headline: the token where the report's lead ends
  std::uint32_t at = 0;            // first token
  std::uint32_t paragraph = 0;     // its first token
};

// What the words of a phrase say. `head`: its noun, or the one before that "one" stands for;
// `is_side`: whether a token names a side, so that it tells nothing else.
Meaning read_meaning(const Reading& reading, const Lexicon& lexicon, const AgreementPhrase& phrase,
                     const std::string& head,
                     const std::function<bool(std::uint32_t token)>& is_side);

// What the words of a title ("trans pacific partnership", folded) say; its entity is left open.
Named named_by_title(const std::string& title, const Lexicon& lexicon);

// "the agreement | made in 1973": its year; empty where none is told so.
std::string year_told(const Reading& reading, const AgreementPhrase& phrase);

// The year in which the one that a phrase brings in was made: "signed the Lima Pact in 1998"; empty
// where none is told beside it.
std::string year_made(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase);

// What a phrase that names a new agreement says of it; its entity and sides are left open.
Named named_by_phrase(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                      const Meaning& meaning);

// Another name that the report uses: the fullest stays the name, the others are aliases.
void add_name(Entity& agreement, const std::string& name);

// The one that a phrase which refers back fits best ("the pact"), or kNone. Of two that fit alike
// the later one; in a headline the first, which the report opens with.
std::uint32_t best_fit(const std::vector<Named>& named, const Meaning& meaning, bool headline);

// The one of the same title, or of the same sides and a like noun; or kNone.
std::uint32_t same_agreement(const std::vector<Named>& named, const Meaning& meaning);

// Whether a title gives a name to what was only described before: "signed a trade agreement ... the
// Trade and Partnership Agreement".
bool is_named_later(const Named& named, const Meaning& meaning);

// Whether what was only described ("the nuclear deal") is part of a name that the catalogue has for
// an agreement ("Iran nuclear deal").
bool is_part_of_name(const Named& named, const std::string& id, const World& world);

// Whether a name ("the Chagos treaty") may be that of what was only described ("an agreement"), by
// its kind and its sides.
bool may_be_named(const Named& named, const Meaning& meaning);

// Whether talks that begin at a token are on a deal of two sides: one was spoken of, and not just
// now an open one ("Talks with Japan go on", after the programme that others joined).
bool spoke_of_two_sided(const std::vector<Named>& named, const Reading& reading, std::uint32_t at);

}  // namespace concord
