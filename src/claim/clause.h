// The acts of a sentence with their arguments: an act phrase, the verb group that turns it ("will",
// "has not"), who does it, to which agreements, and when. docs/claim.md explains.
#pragma once

#include <string>
#include <vector>

#include "claim/chunks.h"

namespace concord {

struct FoundAct {
  TokenSpan words;
  std::uint32_t begin = 0;  // of the verb group: "has not yet | signed"
  const Act* act = nullptr;
  const Act* row = nullptr;  // the row that fired: `same` where act is the one repeated
  ActForm form = ActForm::base;
  Effect effect = Effect::nothing;  // of the words before; nothing = done
  Certainty certainty = Certainty::certain;
  std::string turned_by;  // name of the factuality row
  bool passive = false;
  bool infinitive = false;
  bool denied = false;
  bool ended = false;      // "no longer a member"
  bool under_way = false;  // "is being drafted"
  bool conditional = false;
  bool described = false;                 // turned by what is said of its noun
  bool legislature = false;               // the subject is a parliament
  bool lower_house = false;               // or its first chamber, and no other is told of
  bool admits_other = false;              // "approved Oman's accession": the parties are let in
  bool of_agreement = false;              // its subject is the agreement ("a pact signed in 1999")
  bool by_crowd = false;                  // "twelve states signed"
  bool of_crowd = false;                  // some of those counted before: the rest may follow
  bool untold = false;                    // by whom is not told here: those who made the deal
  bool first = false;                     // "became the first to"
  bool of_exit = false;                   // "its papers were filed", after it chose to leave
  TokenSpan tail;                         // "talks on ... | continue": the verb of a noun
  TokenSpan condition;                    // "only if Israel commits ..."
  std::vector<std::uint32_t> parties;     // entities
  std::vector<std::uint32_t> companions;  // those beside the subject: "along with Morocco"
  std::vector<std::uint32_t> followers;   // those of them that came later: "followed by Morocco"
  std::vector<std::uint32_t> partners;    // and those that a deal is made with: "with China"
  std::vector<std::uint32_t> agreements;  // entities
  const Time* time = nullptr;
  const Time* told = nullptr;  // "said on Thursday that ..."
  // The sentence that told it of a crowd, where this one names who they are: who said so there says
  // it here.
  std::uint32_t told_in = kNone;
};

// act_words.cc: whether words from token `i` on name an act; fills its words, row and form.
bool act_at(const SentenceView& view, std::uint32_t i, FoundAct& act);

// predicate.cc: the acts named in a sentence with their verb groups.
std::vector<FoundAct> find_predicates(const SentenceView& view);

// clause_turns.cc: "Mexico, invited in 2007, ...", "Suspended in 1962, Cuba ...": a participle
// without its "be".
bool is_reduced(const SentenceView& view, const FoundAct& act);

// "under the democracy | clause | of the pact": whether a circumstance is told by a noun.
bool stands_under(const SentenceView& view, std::uint32_t noun);

// "| It | was opened for signature and | signed | by Peru": the passive subject of the verb that an
// act is joined to, or kNone.
std::uint32_t passive_subject_before(const SentenceView& view, const FoundAct& act);

// clause.cc: what later sentences may repeat of an act.
Told told_by(const SentenceView& view, const FoundAct& act);

// arguments.cc: who, what, when.
void find_arguments(const SentenceView& view, const Discourse& discourse,
                    std::vector<FoundAct>& acts);

// shared_acts.cc: the same acts of further parties ("so did Fiji").
void share_acts(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);

// ranked_acts.cc: what is told by its rank ("the second country to leave") is no more done than
// told.
void turn_ranked(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);

// What a sentence tells, and whom it names.
struct SentenceActs {
  std::vector<Chunk> chunks;  // as SentenceView has them
  std::vector<Chunk> persons;
  std::vector<FoundAct> acts;
};
SentenceActs read_sentence(const Report& report, const Reading& reading, const Lexicon& lexicon,
                           const Sentence& sentence, Discourse& discourse);

// All acts of one sentence; updates the discourse.
std::vector<FoundAct> find_acts(const Report& report, const Reading& reading,
                                const Lexicon& lexicon, const Sentence& sentence,
                                Discourse& discourse);

// "Peru's lower house", "Peru's Chamber of Deputies", where no other chamber is said to have
// approved before: "..., a day after the Senate had", "gave its final approval".
bool is_lower_house(const SentenceView& view, const Chunk& house);

}  // namespace concord
