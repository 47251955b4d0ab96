// Reads who speaks from the words before or after a verb of saying.
//
// In:       the number of the verb; people and actors already found.
// Out:      a Speaker: the Source as it is to be printed, the entity where one is known, and the
//           words of the phrase. An empty name means that nobody is found.
// Not here: which words are verbs of saying (attributions.cc); what is said.
// Example:  "[Ana Ruiz, the foreign minister,] said"   -> Ruiz, foreign minister
//           "said [a farmer in one of the valleys]"    -> farmer in one of the valleys
//           "the US president wrote" -> the person who holds that office in the text, else the
//           phrase "she added"              -> who spoke last, or the subject before, of that
//           gender
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reading/word_view.h"

namespace concord {

inline bool is_pronoun(std::string_view word) {
  return is_any(word, {"he", "she", "it", "they", "him", "her", "them"});
}

struct Speaker {
  Source source;
  std::uint32_t entity = kNone;  // number in Reading::entities
  TokenSpan phrase;              // with its articles and appositions
  char gender = 0;
  bool plural = false;
  bool person = false;  // a name of a person, or a noun for one: "he", "she"
  bool body = false;    // an organisation, a state, a paper: "it"
  bool strong = false;  // a name, or a noun for one who speaks; else any noun
  bool found() const { return !source.name.empty(); }
};

class SpeakerReader {
 public:
  explicit SpeakerReader(const WordView& view);

  // The subject of the verb at token `verb`.
  Speaker before(std::uint32_t verb) const;
  // Whose phrase begins at token `begin`.
  Speaker after(std::uint32_t begin) const;
  // Whose phrase these words are.
  Speaker of(TokenSpan phrase) const { return describe(phrase); }
  // Who is named by these words, if they are nothing but a name.
  Speaker name_of(TokenSpan phrase) const { return name_in(phrase, true); }
  // The first one who could be the subject of the sentence up to token `end`.
  Speaker subject(TokenSpan sentence, std::uint32_t end) const;
  // Whom "he", "his" or "they" means.
  Speaker pronoun(std::uint32_t at) const;

  // Remembers who spoke, for the pronouns that follow.
  void spoke(const Speaker& speaker) {
    if (!speaker.found()) return;
    if (spoken_.size() >= kSpokenMax) spoken_.erase(spoken_.begin());
    spoken_.push_back(speaker);
  }
  const Speaker* last() const { return spoken_.empty() ? nullptr : &spoken_.back(); }

 private:
  static constexpr std::size_t kOfficersMax = 200;
  static constexpr std::size_t kSpokenMax = 64;  // who is remembered for pronouns

  // Whether the report writes a word with a capital inside a sentence.
  bool is_name(std::string_view word) const;
  Speaker describe(TokenSpan phrase) const;
  struct NounPhrase;
  NounPhrase past_determiners(TokenSpan phrase) const;
  Speaker another(TokenSpan phrase) const;
  std::optional<Speaker> known_by(const NounPhrase& noun) const;
  Speaker described_by(const NounPhrase& noun) const;
  Speaker of_noun(const NounPhrase& noun) const;
  bool opens_as_common_noun(std::uint32_t at) const;
  std::uint32_t name_behind_title(const NounPhrase& noun) const;
  Speaker bearer_of(TokenSpan phrase, std::uint32_t head) const;
  std::uint32_t over_age(std::uint32_t i) const;
  Speaker person_before(TokenSpan phrase) const;
  Speaker several_before(TokenSpan phrase, std::uint32_t number) const;
  Speaker actor_meant(TokenSpan phrase, std::uint32_t head) const;
  Speaker office_in(TokenSpan sentence) const;
  Speaker person_at(std::uint32_t i) const;
  Speaker person(std::uint32_t number) const;
  bool follows_place(std::uint32_t comma) const;
  Speaker antecedent(std::uint32_t end, std::uint32_t first, bool thing) const;
  bool names_one_office(TokenSpan phrase) const;
  bool opens_name(std::uint32_t i) const;
  Speaker name_in(TokenSpan apposition, bool office = false) const;
  bool holds_office(const Entity& entity, TokenSpan head, const std::string& party) const;
  Speaker named_beside(std::uint32_t comma, std::uint32_t end) const;
  Speaker holder_of(const Speaker& described, TokenSpan head) const;
  bool leads_state(const Entity& person) const;
  bool is_prime(std::string_view word) const;
  std::string party_before(std::uint32_t at) const;
  std::uint32_t leader_of(const std::string& party, std::string_view noun, TokenSpan head) const;
  Speaker named_before(const Speaker& described, TokenSpan head) const;
  bool was_unnamed(std::string_view noun) const;
  std::uint32_t head_end(TokenSpan phrase) const;
  std::uint32_t description_end(TokenSpan phrase, std::uint32_t head) const;
  std::uint32_t over_small_words(std::uint32_t end, std::uint32_t first) const;
  std::uint32_t opening_of_aside(std::uint32_t comma, std::uint32_t first) const;
  std::uint32_t clause_begin(std::uint32_t end, std::uint32_t first) const;
  std::uint32_t over_opening(std::uint32_t begin, std::uint32_t end) const;
  bool opens_subject(std::uint32_t i) const;
  std::uint32_t subject_begin(std::uint32_t begin, std::uint32_t end) const;
  bool ends_subject(std::uint32_t at) const;
  bool describes_speaker(const Mention& mention, std::uint32_t end) const;
  std::uint32_t name_end(TokenSpan rest, std::uint32_t at) const;
  bool is_last_noun(std::uint32_t at) const;
  Speaker subject_with_of(TokenSpan rest, std::uint32_t of) const;
  std::uint32_t phrase_end(std::uint32_t begin) const;
  bool is_object(std::uint32_t at) const;
  bool joins_people(std::uint32_t at) const;
  bool joins_names(std::uint32_t at) const;
  bool joins_portfolios(std::uint32_t at) const;
  bool governs_clause(std::uint32_t at) const;
  bool opens_with_speaker(std::uint32_t at, std::uint32_t end) const;
  std::uint32_t bracket_of_name(std::uint32_t close) const;

  const WordView& view_;
  mutable std::optional<WordSet> names_;  // words with a capital inside a sentence, once asked for
  std::vector<std::uint32_t> officers_;   // entities: people whose office the text tells
  std::vector<Speaker> spoken_;
};

}  // namespace concord
