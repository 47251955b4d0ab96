// Words of saying, of those who say, and of their names; and the words that keep or open a
// sentence.
//
//   "warned"     says    takes a clause or speech      data/en/saying.tsv
//   "spokesman"  office  male                          data/en/speakers.tsv
//   "ana"        given   female                        data/en/names.tsv
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/acts.h"
#include "lexicon/data.h"
#include "text/word_map.h"

namespace concord {

// What a verb of saying takes.
enum class SayingFrame : std::uint8_t {
  says,    // a clause, or speech: "said that", "told reporters"
  holds,   // only a clause with "that": "considers that", "ruled that"
  frames,  // words in quotation marks: "called it", "spoke of"
  voices,  // direct speech only: sighed
};

struct SayingForm {
  SayingFrame frame = SayingFrame::says;
  ActForm form = ActForm::past;
  bool denies = false;
  bool out = false;  // only before "out": "pointed out that"
};

// One word of somebody who speaks, or of a name.
struct SpeakerWord {
  bool office = false;     // "minister"
  bool person = false;     // "farmer"
  bool body = false;       // "ministry"
  bool title = false;      // "Mr"
  bool voice = false;      // "spokesman", "aide": speaks for others, mostly unnamed
  bool qualifier = false;  // "foreign"
  bool plural = false;     // "officials"
  bool rules = false;      // "president", "prime" minister: at the head of a state
  char gender = 0;         // 'm', 'f'
  bool speaks() const { return office || person || body; }
};

struct NameWord {
  bool given = false;
  bool family = false;  // stands first: "Xi"
  bool particle = false;
  char gender = 0;
};

struct Speech {
  WordSet abbreviations;      // "mr", "nov", "gen": a stop after them ends nothing
  WordSet sentence_openers;   // "the", "it": open a sentence
  WordMap<SayingForm> verbs;  // by inflected form
  WordSet nouns;              // "statement", "remarks"
  WordSet views;              // "in the view of Ruiz"
  WordSet own_views;          // "in Ruiz's view"
  WordSet replies;            // "was the reply of Ruiz"; all nouns are
  WordSet own_replies;        // "was Ruiz's reply"; all nouns are
  WordSet openers;            // "Ruiz's reply came: ..."; all nouns are
  WordMap<NameWord> names;

  // The word as a speaker, in the singular or plural; without roles where it is none.
  SpeakerWord speaker(std::string_view word) const;

  WordMap<SpeakerWord> speakers;  // in the singular: ask speaker()
};

Result<Speech> load_speech(const DataFiles& files);

}  // namespace concord
