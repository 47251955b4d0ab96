// The cast of a sentence: who may take part in what it tells, each once, with lists kept together.
//
//   [Israeli Prime Minister Ana Levi] met [the leaders of Chile and Peru]  -> Levi; Chile, Peru
//   talks between [Oslo] and [Lima] in Geneva                              -> Norway, Peru
//
// A title, an owner's state and an apposition belong to the person ("Levi, Israel's premier"); a
// leader, ministers or officials without a name stand for their state; a state after "in" is a
// place.
#pragma once

#include <string>
#include <vector>

#include "claim/happening_scene.h"

namespace concord {

struct Player {
  TokenSpan tokens;            // with titles and appositions
  std::string name;            // as printed
  std::string key;             // folded family name, state code or body
  std::string said;            // as a speaker is named: the family name, the state
  std::uint32_t link = kNone;  // the preposition that governs it ("with"); kNone: subject, object
  std::uint32_t list = 0;      // players of one list share its number
  bool person = false;
  bool possessive = false;  // "Tokayev's"
  bool attribute = false;   // "US-China talks", "a Chinese delegation's visit"
};

// A person's name in the text.
struct PersonName {
  TokenSpan tokens;
  std::string name;
  std::string family;
  bool possessive = false;
};

// All persons' names of a report, by position.
std::vector<PersonName> find_person_names(const Reading& reading);

std::vector<Player> cast_of(const Scene& scene, const std::vector<PersonName>& persons);

// The place that a preposition at token `i` leads to: "in Geneva", "at the White House". Empty
// where none does. `end` is set past it.
std::string place_at(const Scene& scene, std::uint32_t i, std::uint32_t& end);
// The same without a preposition: what was visited.
std::string place_name_at(const Scene& scene, std::uint32_t i, std::uint32_t& end);

}  // namespace concord
