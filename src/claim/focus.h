// What earlier sentences leave for later ones: "it", "the two", "the country", "did so", and the
// agreements spoken of.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon/acts.h"
#include "lexicon/world.h"
#include "reading/reading.h"

namespace concord {

// How much an agreement comes to mind by one mention.
constexpr double kArgument = 2;     // named, or argument of an act
constexpr double kLabel = 4;        // "Mine Ban Treaty: A and B have joined ..."
constexpr double kPassing = 1;      // a body named in passing
constexpr double kEmbedded = 0.25;  // of either, in a clause beside what the sentence is about

// An agreement named in an earlier sentence, or argument of an act there.
struct Spoken {
  std::uint32_t agreement = kNone;  // entity
  std::uint32_t sentence = 0;
  double weight = 0;
  const Act* act = nullptr;  // whose argument it is
};

// An act that later words repeat or answer: "did so", "Who signed? - Peru".
struct Told {
  const Act* act = nullptr;
  Effect effect = Effect::nothing;
  bool denied = false;
  std::string turned_by;
  std::uint32_t agreement = kNone;
  std::uint32_t sentence = 0;
  const Time* time = nullptr;
  bool passive = false;  // or with a copula: "was suspended", "is a member"
};

// What each party did last, for "does not mean to follow Moscow".
using Deeds = std::map<std::uint32_t, Told>;

struct Discourse {
  std::vector<std::uint32_t> parties;  // entities: the last subject
  std::vector<std::uint32_t> subject;  // the last subject of one in its sentence, or none
  std::vector<std::vector<std::uint32_t>> groups;  // actors named together, last one last
  std::uint32_t main = kNone;                      // agreement that the report speaks of most
  bool main_in_headline = false;                   // and its headline names it
  std::uint32_t main_treaty = kNone;    // the same among texts; a body's where they have no name
  std::uint32_t news_treaty = kNone;    // which the headline means by "sign in Doha"
  std::uint32_t matter = kNone;         // which its questions and entries come back to
  std::uint32_t headed_by = kNone;      // that the last heading with one names
  std::vector<std::uint32_t> headline;  // agreements that the headline names
  std::vector<std::uint32_t> headline_states;    // states that it names
  std::map<std::uint32_t, std::uint32_t> named;  // entity to the first sentence that names it
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> kinds;  // "republic": who
  std::uint32_t home = kNone;  // state that the report was filed from
  std::uint32_t own = kNone;   // state that it speaks of before all others
  std::vector<Spoken> spoken;  // in text order
  std::map<std::uint32_t, std::vector<std::uint32_t>> sides;  // of two-way deals, learnt from acts
  std::map<std::uint32_t, std::vector<std::uint32_t>> doers;  // of the last act about it
  // The two who made "a treaty of their own": rather theirs than of others.
  std::map<std::uint32_t, std::vector<std::uint32_t>> makers;
  std::map<std::uint32_t, std::vector<std::uint32_t>> joiners;  // of the last act of whatever sort
  std::map<std::uint32_t, std::set<std::uint32_t>> inside;  // by agreement: who is told to be in it
  std::set<std::uint32_t> described;  // bodies of which only members were told: "EU countries"
  std::set<std::uint32_t> sources;    // bodies that the report names only as saying something
  std::vector<std::uint32_t> items;   // first sentences of a digest's items
  bool headed = false;                // by lines of their own: nothing is spoken of across items
  Told told;                          // the last claim, for "did so"
  Told meant;  // the last that asserts nothing ("had to ratify") or is of nothing known
  std::vector<Told> together;  // with those its parties did besides: "signed but not ratified"
  std::uint32_t other_deed = kNone;  // the last sentence that tells of something else an actor did
  std::vector<Told> pair;   // the last two different ones of one agreement: "has done neither"
  std::vector<Told> asked;  // what the last question, heading or label is about
  std::vector<std::uint32_t> asked_of;  // and of whom, where yes or no is the answer
  Told asked_what;                      // "What was signed?": an act of no agreement yet
  Deeds deeds;                          // by party
  std::vector<std::uint32_t> entry;     // "Peru.": of whom words without a subject tell
  bool by_crowd = false;                // "six countries": who they are may follow
  std::uint32_t crowd = 0;              // how many they are; 0 where it is not said
  bool opens_list = false;              // "was signed by:": bullets follow
};

// What "did so" repeats. "All had to ratify. Spain did so first": what was only to be done is done,
// where it was told last.
const Told& last_told(const Discourse& discourse);

// The discourse before a report's first sentence.
Discourse open_discourse(const Report& report, const Reading& reading, const World& world);

// What an act without an object of its own asks of the agreement it is about.
struct Wanted {
  bool joined = false;                 // one that states join: a body, an open treaty
  const Act* act = nullptr;            // what is done with it
  bool member = false;                 // one that has members: "applied for membership"
  bool pronoun = false;                // "it": one just spoken of
  bool ahead = false;                  // may be one that is only named later
  bool signed_text = false;            // a text that is signed
  bool enters = false;                 // which its parties would enter
  bool fresh = false;                  // "the new pact": not what another replaced
  bool solemn = false;                 // "the convention", which is no deal
  std::vector<std::uint32_t> parties;  // who does the act
  std::uint32_t sentence = 0;          // in which it stands
};

// The agreement most in mind of those an act can be about, or kNone: spoken of lately, often, as an
// argument of acts; the report's main one has an advance.
std::uint32_t agreement_in_focus(const Discourse& discourse, const Reading& reading,
                                 const Acts& acts, const Wanted& wanted);

// Entities for "it" (one), "both" (two), "the three" (three) or "they" (several, size 0). `here`
// are the groups of this sentence up to the word, in order; `subject` its first.
std::vector<std::uint32_t> resolve(const Discourse& discourse, const Reading& reading,
                                   const std::vector<std::vector<std::uint32_t>>& here,
                                   std::uint32_t size);

}  // namespace concord
