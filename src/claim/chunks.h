// A sentence in chunks: who and what its clauses speak of, before any act is looked at.
//
//   [Kenya, Uganda and Tanzania], who signed [the treaty] in 1999     a list; an agreement
//   [Lawmakers in Canberra] ratified [it]                             a government; an anaphor
#pragma once

#include <vector>

#include "claim/focus.h"
#include "claim/tree.h"
#include "lexicon/lexicon.h"
#include "reading/reading.h"

namespace concord {

struct Chunk {
  TokenSpan tokens;
  std::vector<std::uint32_t> actors;      // entities, resolved
  std::vector<std::uint32_t> agreements;  // entities: agreements, and bodies that states join
  std::uint32_t preposition = kNone;      // token before it: then it is no subject
  bool definite = false;                  // of agreements: "the pact", not a name
  bool possessive = false;                // "Kenya's", before something that is no government
  bool government = false;                // "Kenya's president"
  bool legislature = false;               // "lawmakers in Nairobi"
  bool anaphor = false;                   // "it", "the two", "the country"
  bool denied = false;                    // "neither", "none of them"
  bool is_actor() const { return !actors.empty(); }
  // Whether it takes part in an act as its doer or undergoer.
  bool can_act() const { return is_actor() && preposition == kNone && !possessive; }
};

class SentenceView {
 public:
  SentenceView(const Report& report, const Reading& reading, const Acts& acts,
               const Sentence& sentence, const Discourse& discourse);

  const Reading& reading;
  const Acts& acts;
  TokenSpan all;
  bool title = false;
  Tree tree;
  std::vector<Chunk> chunks;   // by position, disjoint
  std::vector<Chunk> persons;  // by position; actors where the report says whom they act for
  std::vector<const Time*> times;

  std::string_view low(std::uint32_t i) const {
    return all.contains(i) ? reading.lower(i) : std::string_view();
  }
  // Whether a word has one of these roles.
  bool is(std::uint32_t i, Roles roles) const {
    return all.contains(i) && words_[i - all.begin].roles.any(roles);
  }
  // Whether no small word: a noun or verb of its own meaning.
  bool is_content(std::uint32_t i) const { return !is(i, ~Role::content); }
  bool is_mark(std::uint32_t i) const {
    return all.contains(i) && reading.token(i).kind == WordKind::mark;
  }
  // The chunk that holds token i, or nullptr.
  const Chunk* chunk_at(std::uint32_t i) const;
  // The same, or past one word before it ("tore up the | old | draft"); or nullptr.
  const Chunk* chunk_behind(std::uint32_t i) const {
    const Chunk* chunk = chunk_at(i);
    return chunk == nullptr ? chunk_at(i + 1) : chunk;
  }
  const Chunk* person_at(std::uint32_t i) const;
  const Time* time_at(std::uint32_t i) const;
  // Whether only the words that join list members stand between two tokens.
  bool owns(const Chunk& chunk) const;
  bool adds_one(std::uint32_t i) const;
  bool tells_kin(std::uint32_t i, std::uint32_t to) const;
  bool joined(std::uint32_t from, std::uint32_t to) const;
  bool told_in_bracket(const Chunk& chunk) const;
  std::uint32_t timed_aside(std::uint32_t i, std::uint32_t to) const;
  std::uint32_t bracket_end(std::uint32_t i, std::uint32_t to) const;
  // Who says what stands at token i: a state or body, or whoever speaks for one; by a guess, the
  // last state named for whom some officer may speak.
  std::vector<std::uint32_t> sayer_at(std::uint32_t i, AttributionKind kind,
                                      bool guess = true) const;
  bool is_hearer(const Chunk& chunk) const;
  // Whether a verb in a tense, or a modal.
  bool is_finite(std::uint32_t i) const;

 private:
  class Anaphor;     // anaphor_actors.cc
  class NamedChunk;  // named_chunks.cc

  void add_mention(const Mention& mention);
  void add_person(const Mention& mention, const Entity& person);
  bool names_agreement(std::uint32_t i) const;
  bool owns_zone(const Mention& mention) const;
  bool claim_government(const Mention& mention, Chunk& chunk) const;
  void claim_person(Chunk& chunk) const;
  TokenSpan name_beside(std::uint32_t of) const;
  void claim_article(Chunk& chunk) const;
  std::uint32_t over_description(std::uint32_t from) const;
  bool names_people(const Mention& mention) const;
  bool governs(std::uint32_t actor) const;
  bool said_by_unnamed(std::uint32_t i) const;
  bool has_house(std::uint32_t actor) const;
  bool is_named(std::uint32_t token) const;
  bool is_signed_text(std::uint32_t it) const;
  bool is_none_of_others(std::uint32_t none) const;
  bool follows_none_of(std::uint32_t none) const;
  bool is_governed(const Chunk& chunk) const;
  bool is_state(const std::vector<std::uint32_t>& actors) const;
  std::vector<std::uint32_t> state_fronted(std::uint32_t i) const;
  bool told_of_people(std::uint32_t they) const;
  std::vector<std::uint32_t> people_before() const;
  std::uint32_t they_at(std::uint32_t i);
  std::vector<std::uint32_t> state_of_officer() const;
  std::vector<std::uint32_t> two_named_since() const;
  bool is_officer_of_none(const Chunk& chunk) const;
  std::vector<std::uint32_t> two_of_headline(TokenSpan anaphor) const;
  std::vector<std::uint32_t> last_state(const std::vector<std::vector<std::uint32_t>>& here) const;
  std::vector<std::uint32_t> last_several() const;
  std::vector<std::uint32_t> person_before(std::uint32_t i) const;
  std::vector<std::uint32_t> informant_before(std::uint32_t i) const;
  std::vector<std::uint32_t> subject_told(std::uint32_t i) const;
  std::vector<std::uint32_t> sayers_at(std::uint32_t i) const;
  std::vector<std::uint32_t> gathered(std::uint32_t size) const;
  std::uint32_t own_clause(std::uint32_t i) const;
  bool is_text(std::uint32_t it) const;
  bool is_unknown_sayers(std::uint32_t pronoun) const;
  std::uint32_t over_officer(std::uint32_t of) const;
  bool is_noun_phrase(std::uint32_t i) const;
  std::vector<std::uint32_t> candidate_here() const;
  std::uint32_t country_of_region(std::uint32_t i) const;
  std::uint32_t over_inhabitants(std::uint32_t of) const;
  const Chunk* doer_to(std::uint32_t object) const;
  bool does_to(TokenSpan object) const;
  bool opens_act(std::uint32_t i) const;
  bool is_undergone(std::uint32_t i) const;
  void add_others(TokenSpan tokens, std::uint32_t size);
  std::uint32_t rest_at(std::uint32_t i);
  bool is_in_longer_name(const Mention& mention) const;
  std::uint32_t add_whose(std::uint32_t i);
  std::uint32_t one_of_two_at(std::uint32_t i);
  std::uint32_t chambers_at(std::uint32_t i);
  std::uint32_t part_of_list_at(std::uint32_t i);
  std::uint32_t anaphor_at(std::uint32_t i);
  std::uint32_t all_at(std::uint32_t i);
  std::uint32_t over_idle_it(std::uint32_t i) const;
  std::uint32_t pronoun_at(std::uint32_t i);
  std::uint32_t part_of_which_at(std::uint32_t i);
  std::uint32_t over_crowd(std::uint32_t i) const;
  bool is_idle_crowd(std::uint32_t i, std::uint32_t end) const;
  std::uint32_t crowd_at(std::uint32_t i);
  std::uint32_t sides_at(std::uint32_t i);
  std::uint32_t over_opening(std::uint32_t i) const;
  bool is_opened(std::uint32_t i) const;
  std::uint32_t over_counted(std::uint32_t at) const;
  bool is_noun_behind(std::uint32_t number_end) const;
  std::uint32_t counted_at(std::uint32_t i, std::uint32_t at);
  std::uint32_t country_at(std::uint32_t i, std::uint32_t at);
  bool is_office_alone(std::uint32_t i, std::uint32_t at, TokenSpan name) const;
  std::uint32_t office_at(std::uint32_t i, std::uint32_t at);
  std::uint32_t noun_phrase_at(std::uint32_t i);
  std::uint32_t add_first_person(std::uint32_t i);
  std::uint32_t actor_of(const Entity& person) const;
  std::uint32_t actor_described(const Attribution& said) const;
  const Attribution* saying_at(std::uint32_t i, AttributionKind kind) const;
  bool is_officer(const Attribution* said) const;
  bool is_writers(std::uint32_t i) const;
  std::uint32_t officer_named(TokenSpan tokens) const;
  bool speaks_for_government(const Attribution& said) const;
  std::uint32_t add_anaphor(TokenSpan tokens, std::uint32_t size, bool denied);
  bool repeats_in_brackets(const Chunk& chunk, const Chunk& before) const;
  std::uint32_t over_leader(std::uint32_t begin) const;
  std::uint32_t describing_participle(TokenSpan object) const;
  void add(Chunk chunk);
  bool heads_list(const Chunk& chunk, std::size_t length) const;
  bool not_one(std::uint32_t one) const;
  bool denied_crowd_before(std::uint32_t i) const;
  bool is_listable(const Chunk& chunk, const Chunk& first) const;
  bool goes_on(const Chunk& last, const Chunk& next, const Chunk& first) const;
  bool closes_relative(const Chunk& opener, const Chunk& last) const;
  bool is_governed_here(const Chunk& chunk) const;
  bool opens_setting() const;
  bool closes_setting(const Chunk& opener, const Chunk& last) const;
  bool opens_own_clause(std::size_t first, std::size_t next, bool closed) const;
  std::size_t list_end(std::size_t first, bool& linked) const;
  Chunk list_of(std::size_t first, std::size_t end) const;
  void merge_behalf();
  void merge_lists();
  void name_anaphors();
  void name_group(const Chunk& list, Chunk& group) const;
  bool says_who(const Chunk& group, const Chunk& list) const;
  bool describes_name(std::uint32_t i, std::uint32_t to) const;
  bool is_acted_on(std::uint32_t i) const;
  std::uint32_t placed_aside(std::uint32_t i, std::uint32_t to) const;
  std::uint32_t over_of(const Chunk& chunk) const;

  const Discourse& discourse_;
  std::vector<const Mention*> adjectives_;  // "the Cuban, Peruvian", where a list may go on
  std::vector<ClauseWord> words_;
};

}  // namespace concord
