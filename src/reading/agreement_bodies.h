// The bodies that a report speaks of, in order: what "the bloc" and "the UN agency" mean.
//
// In:       the tokens of actors, told to pass() as they are read.
// Examples: joined Mercosur ... the South American trade [bloc]      Mercosur
//           left the WHO ... its exit from the [UN agency]           the WHO, not the UN
//           NATO has grown, the EU said. Sweden joined the [alliance]   NATO, which is one by name
//           members of the Alliance left the [club] of oil states    one named before this sentence
#pragma once

#include "reading/agreement_name.h"

namespace concord {

class BodyMemory {
 public:
  // `actors` may be filled later.
  BodyMemory(const Report& report, const World& world, const Reading& reading,
             const ActorAtToken& actors);

  // REQUIRES: called before the tokens of each sentence.
  void open_sentence();
  void pass(std::uint32_t token);  // of an actor

  std::uint32_t last() const { return last_; }  // entity, or kNone
  std::uint32_t last_sentence() const { return last_sentence_; }

  // The one that a noun at a token would mean, or kNone.
  std::uint32_t in_mind(std::uint32_t token) const { return most_in_mind(token, false); }
  // "the union's founding treaty": the one that a noun calls by name, else the last.
  std::uint32_t called_or_last(std::uint32_t noun) const;

  // Whether a token is a noun for bodies after "the" or "this": "the bloc", "the oil producers'
  // [group]".
  bool is_anaphor(std::uint32_t token) const;

  // The words of such a noun phrase, and the body it means.
  struct Meant {
    TokenSpan tokens;
    std::uint32_t entity = kNone;
  };
  Meant meant(TokenSpan clause, std::uint32_t noun);

  // The body that a noun describes before the report names it: "will leave a Moscow-led [bloc]"
  // in the lead, "Armenia to quit Russian-led [alliance]" in a headline.
  Meant introduced(std::uint32_t noun) const;

  // The body named most before a token, but for one; of two alike the last.
  std::uint32_t most_spoken_of(std::uint32_t token, std::uint32_t but = kNone) const;

  // "the Council": the last body whose name holds the word, or kNone.
  std::uint32_t called(std::string_view word) const;

  // The body that a token names, or kNone.
  std::uint32_t body_at(std::uint32_t token) const;

 private:
  std::uint32_t begin_of_owner(TokenSpan clause, std::uint32_t noun) const;
  Meant find_meant(TokenSpan clause, std::uint32_t noun);
  double weight_at(std::uint32_t token) const;
  bool acts_with_state(std::uint32_t token) const;
  bool is_general(std::uint32_t noun) const;
  bool is_of_state(std::uint32_t token) const;
  bool describes(std::uint32_t token, std::uint32_t noun) const;
  bool is_named_by(const Entity& body, std::string_view noun) const;
  bool is_titled(const Entity& body, std::string_view noun) const;
  // Of those called so where `named`, else of all.
  std::uint32_t most_in_mind(std::uint32_t noun, bool named) const;
  std::uint32_t named_next(std::uint32_t noun, std::uint32_t reach) const;
  bool is_described(std::uint32_t noun) const;
  Meant told_of_in_body(std::uint32_t noun, TokenSpan headline) const;
  std::uint32_t apposed(std::uint32_t noun, std::uint32_t end) const;

  const Report& report_;
  const World& world_;
  const Reading& reading_;
  const ActorAtToken& actors_;
  std::uint32_t last_ = kNone;
  std::uint32_t last_sentence_ = 0;
  struct Passed {
    std::uint32_t body = kNone;
    std::uint32_t sentence = 0;
    double weight = 1.0;
  };
  std::vector<Passed> passed_;    // in order
  std::uint32_t other_ = kNone;   // the one before the last
  std::uint32_t before_ = kNone;  // before this sentence; at first the headline's
  bool opened_ = false;           // whether the headline has been searched for one
};

}  // namespace concord
