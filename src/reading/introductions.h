// Who a text introduces by name, and how: by office, title, given name, or as a leader that the
// world knows.
//
//   US President Donald Trump             a title before the name; the state from its adjective
//   Ana Ruiz, Chile's foreign minister,   an apposition behind two capitals
//   Oren Vale                             a given name that the language knows
//   Leonid Brezhnev                       a leader that the world knows (lexicon/leaders.h)
#pragma once

#include <string>
#include <vector>

#include "reading/word_view.h"

namespace concord {

struct Introduction {
  TokenSpan name;     // "Ana Ruiz"
  TokenSpan role;     // "foreign minister", empty where none is told
  std::string party;  // of the office
  char gender = 0;
};

// What is known of words as parts of names.
class NameView {
 public:
  explicit NameView(const WordView& view) : view_(view) {}

  SpeakerWord speaker(std::uint32_t i) const { return view_.speech.speaker(view_.low(i)); }

  const NameWord* name_word(std::uint32_t i) const {
    const auto found = view_.speech.names.find(view_.low(i));
    return found == view_.speech.names.end() ? nullptr : &found->second;
  }
  bool is_particle(std::uint32_t i) const {
    const NameWord* word = name_word(i);
    return word != nullptr && word->particle;
  }
  bool is_name_word(std::uint32_t i) const {
    return view_.is_capital(i) && !is_month(i) && view_.low(i) != "'s" &&
           !(view_.is(i, Role::preposition | Role::determiner | Role::subordinate | Role::singular |
                             Role::relative | Role::owner) &&
             !is_particle(i));
  }
  // A word of a date; but "Theresa May" is a name.
  bool is_month(std::uint32_t i) const {
    const Time* time = view_.time(i);
    if (time == nullptr) return false;
    const NameWord* before = i == 0 ? nullptr : name_word(i - 1);
    const bool named = before != nullptr && before->given && view_.is_capital(i - 1);
    return !(time->tokens.size() == 1 && i > 0 && (named || speaker(i - 1).title));
  }

  // How many capitalised words a name has.
  std::uint32_t words_in(TokenSpan name) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = name.begin; i < name.end; ++i) words += view_.is_capital(i);
    return words;
  }

 protected:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const WordView& view_;
};

std::vector<Introduction> find_introductions(const WordView& view, const Lexicon& lexicon);

}  // namespace concord
