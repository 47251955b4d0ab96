// What the finders of arguments share: the sentence, the acts read so far, and the one at hand.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "claim/clause.h"

namespace concord {

using Entities = std::vector<std::uint32_t>;

inline void add_new(Entities& to, const Entities& more) {
  for (const std::uint32_t one : more) {
    if (std::ranges::find(to, one) == to.end()) to.push_back(one);
  }
}

inline bool is_bullet(std::string_view word) {
  return is_any(word, {"-", "*", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94"});
}

// What stands left of a verb group.
struct Subject {
  const Chunk* chunk = nullptr;
  const FoundAct* same_as = nullptr;  // "signed and ratified"
  std::uint32_t at = kNone;           // first token
  bool relative = false;              // "..., which signed"
};

// The act `number` of a sentence, between the acts around it.
struct ActPlace {
  const SentenceView& view;
  const Discourse& discourse;
  const std::vector<FoundAct>& acts;
  std::size_t number = 0;
  std::uint32_t before = 0;  // end of the act before
  std::uint32_t next = 0;    // begin of the act after

  std::string_view low(std::uint32_t i) const { return view.low(i); }
};

inline ActPlace place_of(const SentenceView& view, const Discourse& discourse,
                         const std::vector<FoundAct>& acts, std::size_t number) {
  return {view,
          discourse,
          acts,
          number,
          number > 0 ? acts[number - 1].words.end : view.all.begin,
          number + 1 < acts.size() ? acts[number + 1].begin : view.all.end};
}

// subjects.cc
Subject find_subject(const ActPlace& place, const FoundAct& act);
// owners.cc: whose act a noun names ("Sweden's accession"), or nullptr.
const Chunk* owner_of(const ActPlace& place, const FoundAct& act);
// "its accession is in ...", "Oman maintains that normalization depends on ...": else who speaks.
Subject find_owner_or_speaker(const ActPlace& place, const FoundAct& act, const Subject& subject);
// embedded_turns.cc: what governs the clause: "hopes that", "denied that", "if"; "will sign and
// ratify".
void turn_by_clause(const ActPlace& place, const Subject& subject, FoundAct& act);

// distant_subjects.cc: "[Australia] signed the treaty, under which Nauru may not ..., and | is
// negotiating |": the act that another is joined to over a relative clause; or nullptr.
const FoundAct* joined_over_clause(const ActPlace& place, const FoundAct& act);
// "[Oman], which left the AU's forerunner, the OAU, in 1984, | returned |", "since [Oman and Peru]
// sat under a tree and | signed |"; or nullptr.
const Chunk* subject_over_clause(const ActPlace& place, const FoundAct& act);
// "signed it, on | joining | the council, and | ratified | it": whether an act is joined to one
// before that between; "Oman, which helped to | found | it, waited and | signed |": to a verb
// behind an earlier one.
bool is_passed_over(const ActPlace& place, std::size_t between, const FoundAct& act);
bool joined_to_other(const SentenceView& view, const FoundAct& earlier, const FoundAct& act);
// "| Peru | angered Chile by signing the pact"; or nullptr.
const Chunk* subject_of_means(const SentenceView& view, const FoundAct& act);
// "a lesson for | Spain and Portugal, | still haggling over their entry"; or nullptr.
const Chunk* told_of_before(const SentenceView& view, const FoundAct& act);
// "[Oman] was away when the pact was signed and has not | signed | it": no passive; who was away.
Subject past_passive(const SentenceView& view, const FoundAct& act, const Subject& subject);

// objects.cc: the agreements an act is about.
Entities find_objects(const ActPlace& place, const FoundAct& act, const Subject& subject);

// relative_heads.cc: whether a chunk is what an act can be about; "the treaty of 1994, which Peru
// signed": what the clause it stands in tells of; "the council, whose charter Peru signed": that of
// the council, of nobody's where it is none that is known.
bool can_be_object(const FoundAct& act, const Chunk& chunk);
// "a protocol that ends | the treaty of 1955 |": whether it is named in what is told of another
// text.
bool tells_of_a_text(const SentenceView& view, const Chunk& chunk);
// "The union | came into being | in 2015", "The EEA | was signed | in Porto": a body's own stage.
bool is_of_itself(const SentenceView& view, const FoundAct& act, const Subject& subject);
// "Parliaments in Vienna and Oslo have | approved | the EEA": what they go into; or nullptr.
const Chunk* body_approved(const SentenceView& view, const FoundAct& act);
// "| a deal with Peru | expired, over the protests of Chile, which has been | a member |"
bool has_no_members(const SentenceView& view, const FoundAct& act, const Chunk& chunk);
// "before acceding to the NPT in 1991, | ratified | in 1998": one that is acceded to is not
// ratified.
bool has_acceded_to(const ActPlace& place, const FoundAct& act, const Chunk& chunk);
bool is_conjunction(const SentenceView& view, std::uint32_t that);  // "told the UN [that] it"
const Chunk* relative_head(const ActPlace& place, const FoundAct& act);
// "the mine ban, which Oman | joined", where the ban is no agreement that is known.
bool is_of_unnamed_head(const SentenceView& view, const FoundAct& act);
// "the charter, | signed | in 2014", "the accord that both | concluded |": by the tree.
const Chunk* text_told_of(const ActPlace& place, const FoundAct& act);
// "years after it joined, and [the union] has been put off": what a verb of its own is told of.
bool opens_clause(const SentenceView& view, const Chunk& chunk);
// "Under [the treaty] of 1944, | in force | since 1945": what an aside right behind it tells of; or
// nullptr.
const Chunk* text_before(const SentenceView& view, const FoundAct& act);
// "join | the trade bloc, | the CPTPP": what the noun of an object is called, or nullptr.
const Chunk* name_apposed(const ActPlace& place, const FoundAct& act);
// tied_bodies.cc: "Oman, a partner of | the bloc, | has not joined"; or nullptr.
const Chunk* tied_body(const ActPlace& place, const FoundAct& act);
// "said no to | Brussels |": the body that has its seat there.
Entities seated_body(const ActPlace& place, const FoundAct& act);
// "The amendment on gases | was accepted |": the passive subject, by the tree; or nullptr.
const Chunk* undergone_by_tree(const ActPlace& place, const FoundAct& act);
std::optional<Entities> owner_of_text(const ActPlace& place, const FoundAct& act);

// same_acts.cc: makes an act told by words for doing the same ("did so") what the one before was.
// Whether a list behind words for those who have not ("the stragglers, ...") tells something else.
bool tells_no_holdouts(const ActPlace& place, const FoundAct& act);
void repeat_told(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts,
                 std::size_t number);

// spoken_objects.cc: the same where its clause names none.
Entities find_spoken_of(const ActPlace& place, const FoundAct& act, const Subject& subject);
// "applied for | membership |", "is no | member |": of a body, rather than of a text.
bool is_of_members(const SentenceView& view, const FoundAct& act);

// told_otherwise.cc: "applied for | jobs": whether an act of an agreement that its sentence does
// not name is by its tree one of another thing.
bool tells_of_something_else(const ActPlace& place, const FoundAct& act);

// next_objects.cc: "gave notice that it would quit | the Oslo Pact": the text that its clause
// names; "signed | another. | The Doha Pact sets ...": that only the next sentence does; the first
// that a sentence behind brings in, where none was spoken of.
Entities find_named_next(const ActPlace& place, const FoundAct& act);
Entities find_brought_in(const ActPlace& place, const FoundAct& act);
// What was joined or founded earlier in the sentence, for an act of joining that names nothing.
Entities joined_before(const ActPlace& place, const FoundAct& act);
// same_acts.cc: of an act that repeats one.
Entities find_repeated(const ActPlace& place, const FoundAct& act);

// plural_objects.cc: the two that "both" and "neither" stand for, or the one of them that "the
// latter" does; empty where no such word stands with the act.
Entities find_plural_objects(const ActPlace& place, const FoundAct& act);
// The same for words at a token: "not | the latter", "not | the other" (than `one`).
Entities find_stood_for(const SentenceView& view, const Discourse& discourse, std::uint32_t at,
                        const Entities& one);

// unmeant.cc: "Rwanda signs host deal": whether an agreement is brought in only long after.
bool is_told_late(const SentenceView& view, const Discourse& discourse, std::uint32_t agreement);
// Whether an act cannot mean an agreement that was spoken of.
bool cannot_mean(const ActPlace& place, const FoundAct& act, std::uint32_t found);

// All objects of a list: from its first one on; up to its last one.
Entities listed_right(const SentenceView& view, const Chunk& first);
Entities listed_left(const SentenceView& view, const Chunk& last);

// act_times.cc: when it was done, and when it was told: "said on Thursday that ...".
const Time* time_of(const ActPlace& place, const FoundAct& act);
const Time* told_of(const ActPlace& place, const FoundAct& act);

// foreign_times.cc: "accepts it, and | their leader said | last week": a verb of saying with a
// subject of its own.
bool says_beside(const SentenceView& view, const FoundAct& act, std::uint32_t verb);
// clause_turns.cc: whether a verb's clause is opened by "since", "after", "although", and an act
// stands in such a one.
bool sets_apart(const SentenceView& view, std::uint32_t verb);
bool stands_aside(const SentenceView& view, const FoundAct& act);

// other_objects.cc: whether it is about another thing: "signed the bill".
bool meets_other_object(const ActPlace& place, const FoundAct& act);
// things_of_bodies.cc: whether a thing of a body's or a text's is what is joined or signed.
bool joins_thing_of(const SentenceView& view, const FoundAct& act);
// "a | NATO | drill": whether a body only tells of what kind something else is.
bool tells_kind(const SentenceView& view, const Chunk& body);

// idle_acts.cc: "by joining it would gain", "the plan to leave was shelved": no act of a party.
bool asserts_nothing(const ActPlace& place, const FoundAct& act);
bool is_idle_exit(const ActPlace& place, const FoundAct& act);     // idle_exits.cc
bool is_idle_company(const ActPlace& place, const FoundAct& act);  // idle_company.cc

// other_matters.cc: "suspended the notice", "joined by video": of something else.
bool is_of_another_matter(const ActPlace& place, const FoundAct& act);
// other_subjects.cc: "the matter was closed", "a plan for a park was turned down by Chile".
bool is_of_another_subject(const ActPlace& place, const FoundAct& act);

// conditions.cc: on what condition a plan is to be carried out; fills act.condition.
void find_condition(const SentenceView& view, FoundAct& act);

// clause_turns.cc: "left", "was suspended", "had joined"; not "has left", "is suspended", "joins".
bool tells_past(const SentenceView& view, const FoundAct& act);
// "followed suit, | signing the pact", "signed a law | revoking it": gerunds of what is done.
bool done_beside(const SentenceView& view, const FoundAct& act);
// hearsay_turns.cc: "is said to have | signed", "reports that it had | signed | were false".
void turn_by_hearsay(const SentenceView& view, FoundAct& act);
// What the tree knows of the clause: "once all of its members have | agreed".
void turn_by_tree(const SentenceView& view, FoundAct& act);
// "would | its ratification | help", "urged | ratification by Oman": a noun that nobody asserts.
bool is_supposed(const SentenceView& view, const FoundAct& act);

// parties.cc: fills act.parties.
void give_parties(const ActPlace& place, const Subject& subject, FoundAct& act);

// bound_parties.cc: the same of what an agreement does itself: "entered into force for Norway".
void bound_parties(const ActPlace& place, const Subject& subject, FoundAct& act);

// person_parties.cc: adds those for whom persons act, by "for" and "on behalf of", or by name.
void add_on_behalf(const ActPlace& place, FoundAct& act);
void add_by_persons(const ActPlace& place, FoundAct& act);

// admissions.cc: "ministers approved China's accession": who is let in; "accession talks with
// Brussels": to what.
void admit_other(const ActPlace& place, FoundAct& act);
void name_house(const ActPlace& place, const Subject& subject, FoundAct& act);
// "applied to join the union and | withdrew it | in 2016": the application, or nullptr.
const Act* bid_taken_back(const ActPlace& place, const FoundAct& act);

// untold_parties.cc: parties that its clause does not name; after the sides of a deal are known,
// whether they are told here, and else who would join; a withdrawal that is only confirmed.
void give_untold(const ActPlace& place, FoundAct& act);
void give_by_opening(const ActPlace& place, FoundAct& act);  // "As members of it, A and B ..."
void find_untold(const ActPlace& place, FoundAct& act);
void confirm_exit(const ActPlace& place, FoundAct& act);

// nominal.cc: turns acts named by nouns as their predicates tell.
void turn_by_predicate(const SentenceView& view, std::vector<FoundAct>& acts);

// denied_others.cc: the denied acts of those set apart ("all but A", "B not yet").
void deny_others(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);
// Whether a word sets apart what follows: "except", "apart from", "all but", "with the exception
// of".
bool is_exception(const SentenceView& view, std::uint32_t by);
// Whether an object is set apart ("all but | the pact"), and some of a group are, unnamed.
bool is_left_out(const SentenceView& view, const Chunk& chunk);
bool leaves_out_some(const SentenceView& view, const Chunk& group);
// remainders.cc: those of the last group named with all of these, less these: "all but | Oman".
Entities rest_besides(const SentenceView& view, const Discourse& discourse,
                      const Entities& left_out);
// "signed the one but not the other"
void add_but_not(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);

// rosters.cc: the list of members that an act of role `members` names, or nullptr.
const Chunk* find_roster(const ActPlace& place, const Subject& subject, const FoundAct& act);
Entities roster_members(const ActPlace& place, const FoundAct& act, const Chunk& list);
// "Russia, which proposed the text, China and Peru | signed": adds the rest of a list that the tree
// knows.
void add_list_of(const SentenceView& view, const Chunk& first, FoundAct& act);
// "The bloc, whose members are | A and B, | signed", "..., made up of A and B, ...": from the end
// of an aside that tells members to where it begins, else `at`.
std::uint32_t over_roster(const ActPlace& place, std::uint32_t at);
// "use | the euro | without belonging to it": named within an earlier act's words.
bool is_within_act(const ActPlace& place, std::uint32_t i);
// "all | EU | members", "every | NATO | member": the body only tells whose members they are.
bool describes_members(const SentenceView& view, const Chunk& body);

// crowds.cc: whether an act without parties is a crowd's ("six states"), and the list that names
// it.
void name_crowd(const ActPlace& place, FoundAct& act);
// inverted_lists.cc: "Among those that signed were A and B", "Signing it were A and B".
void name_inverted(const ActPlace& place, FoundAct& act);
// "[The bloc] and six of its members | have signed": who stands beside those counted.
void add_beside_crowd(const SentenceView& view, std::uint32_t among, FoundAct& act);
// Of "by": the list that names those only counted beside an agent, whether a count ends there, and
// whether the agent is one of the verb above the act.
const Chunk* named_others(const SentenceView& view, const Chunk& first);
// Whether an act of talks names another than the sides of the deal it was taken to be about.
bool talks_with_another(const SentenceView& view, const FoundAct& act);
bool counts_agents(const SentenceView& view, const FoundAct& act, std::uint32_t end);
bool names_some(const SentenceView& view, std::uint32_t i);
bool is_of_main_verb(const SentenceView& view, const FoundAct& act, const Chunk& chunk);
// "signed by a rebel faction, [Chad] and [Mali]": who is listed behind a token with those unknown.
Entities listed_agents(const SentenceView& view, std::uint32_t from);
// "The alliance | has been joined | by more than a hundred states".
bool done_by_crowd(const SentenceView& view, const FoundAct& act);
// "Four countries signed: A, B, C and D".
const Chunk* list_after(const ActPlace& place, const FoundAct& act);
// The list that a chunk opens, over what is told of its members: "A, which ..., B, where ... and
// C".
Entities whole_list(const SentenceView& view, const Chunk& first);
// "Not one of the nuclear powers has signed: A, B and C stayed away".
bool denied_by_crowd(const ActPlace& place, const FoundAct& act);
bool denied_by_none(const SentenceView& view, const FoundAct& act);

// shared_acts.cc: an act that no verb tells (`implied` in data/en/acts.toml).
FoundAct act_implied(const SentenceView& view, ImpliedAct implied, Entities of, Entities parties);

// member_times.cc: parts the acts of several where each has a time of its own; those of a list
// only.
void part_times(const SentenceView& view, std::vector<FoundAct>& acts);
void part_listed(const SentenceView& view, std::vector<FoundAct>& acts);

// gapped_objects.cc: "joined the WTO in 1995 and | APEC in 1998": whether a chunk is a further
// object of an act, and the acts of those.
bool is_further_object(const SentenceView& view, const FoundAct& act, const Chunk& chunk);
void add_gapped_objects(const SentenceView& view, std::vector<FoundAct>& acts);

// gapped_parties.cc: adds the acts of further parties: "Rwanda joined in 2007, | South Sudan in
// 2016 |".
void add_gapped_parties(const SentenceView& view, std::vector<FoundAct>& acts);

// clefts.cc: "It was not Peru but | Chile | that signed".
void read_clefts(const SentenceView& view, std::vector<FoundAct>& acts);

// respective.cc: "Peru and Chile signed the Lima Pact and the Oslo Convention, | respectively |".
void pair_respectively(const SentenceView& view, std::vector<FoundAct>& acts);

// gapped_pairs.cc: adds the acts of further pairs: "Peru signed the Lima Pact and | Chile the
// Oslo Convention |".
void add_gapped_pairs(const SentenceView& view, std::vector<FoundAct>& acts);

// "Peru signed the Lima Pact and Chile | the Oslo Convention |": another's object.
bool is_of_gapped_pair(const SentenceView& view, const FoundAct& act, const Chunk& text);

// repeated_acts.cc: clauses that repeat the act before without its verb ("so did Fiji").
void repeat_acts(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);
// The acts that a clause from token `at` on repeats: the last one told, here or before, and what
// its parties did beside it ("signed but not ratified").
std::vector<FoundAct> told_before(const SentenceView& view, const Discourse& discourse,
                                  const std::vector<FoundAct>& acts, std::uint32_t at);
// "as did Oman | in 2017": the time that soon follows a repeating clause, or nullptr.
const Time* time_after(const SentenceView& view, std::uint32_t end);
// "third", "latest", "24th"
bool is_rank(const SentenceView& view, std::uint32_t i);

// "gave notice in 2016 and | revoked | it": the notice, which is what is ended; or nullptr.
const FoundAct* notice_taken_back(const SentenceView& view, const std::vector<FoundAct>& acts,
                                  std::size_t number);
// "Ukraine, which | had signed in 2000, | followed": what a clause tells of the act's own doer.
bool tells_of_doer(const SentenceView& view, const FoundAct& aside, const FoundAct& act);

// memory.cc: what a sentence leaves for later ones, by its acts.
void remember(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse);

// elided_acts.cc: the same where nothing stands for the verb ("Colombia will.", "has done
// neither").
void elide_acts(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);
FoundAct act_of(const Told& told);
// "Norway | only observes": the subject of a verb in the present or past that is no act, nor says
// something.
bool is_other_deed(const SentenceView& view, const std::vector<FoundAct>& acts, const Chunk& doer);
// Keeps the last two different acts told of one agreement.
void remember_pair(const Told& told, std::vector<Told>& pair);

// labels.cc: lists without a verb ("Signed: A, B. Still out: C").
void read_labels(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);

// standing_lists.cc: those listed under a label that tells a standing ("GONE: A, B"); whether any
// are here.
bool read_standing_lists(const SentenceView& view, const Discourse& discourse,
                         std::vector<FoundAct>& acts);

// late_lists.cc: lists that name a crowd counted in a sentence before; an act told or asked before,
// of further parties.
void read_late_lists(const SentenceView& view, const Discourse& discourse,
                     std::vector<FoundAct>& acts);
FoundAct repeated_act(const Told& told);

// absolutes.cc: "with Norway and Denmark members from the start, ...", "once a club of A and B".
void read_absolutes(const SentenceView& view, std::vector<FoundAct>& acts);

// company.cc: "Eight states signed. A and B joined Peru in the accords": they signed, too.
void sign_with_others(const SentenceView& view, const Discourse& discourse,
                      std::vector<FoundAct>& acts);

// answers.cc: "Yes" and "No" to the question before.
void read_answers(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts);

// houses.cc: "applied to the EU in 2022; last year | talks | were frozen": on joining it. "EU
// leaders agreed to open accession talks with Oman": the body that talks. "opened accession talks
// with Oman, which | had been granted candidate status": by the same.
Entities house_applied_to(const ActPlace& place, const FoundAct& act);
Entities house_of_talks(const ActPlace& place, const FoundAct& act, const Subject& subject);
Entities house_of_candidate(const ActPlace& place, const FoundAct& act);

// undergoers.cc: "have invited | six countries to join the club": to what they are invited.
void invite_crowd(const SentenceView& view, std::vector<FoundAct>& acts);

// comers.cc: "They were joined in 2007 by A and B, in 2016 by C": in what the others are in.
void add_comers(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts);

// group_deeds.cc: "signed by the ten members of the league (A, B ...) and by C": all of them.
void give_group_deeds(const SentenceView& view, const Discourse& discourse,
                      std::vector<FoundAct>& acts);

// bare_rosters.cc: members told beside a name, without a verb ("BRICS (Brazil, Russia ...)").
void read_bare_rosters(const SentenceView& view, const Discourse& discourse,
                       std::vector<FoundAct>& acts);

// company.cc: adds who does it beside the subject.
void add_company(const ActPlace& place, FoundAct& act);
// sides.cc: adds the other side of a two-way deal; takes the body that would be joined for no side.
void add_sides(const ActPlace& place, FoundAct& act);
void part_house(const SentenceView& view, FoundAct& act);

// "Norway has signed; Peru ...": whether a semicolon stands between two words.
inline bool has_stop(const SentenceView& view, std::uint32_t from, std::uint32_t end) {
  while (from < end && view.low(from) != ";") ++from;
  return from < end;
}
// Where the clause of an act ends: at a semicolon or the next act.
std::uint32_t clause_end(const ActPlace& place, const FoundAct& act);
// The actors that begin at token `from` or soon after it.
const Chunk* actors_after(const SentenceView& view, std::uint32_t from, std::uint32_t reach);
// Who of those counted behind an active verb is named: "admitted six states: A, B ..."; or nullptr.
const Chunk* counted_undergoers(const SentenceView& view, const FoundAct& act);
// How many undergo it, where nobody of them is named: "admitted | six new countries"; or 0.
std::uint32_t counted_untold(const SentenceView& view, const FoundAct& act);
// "BRICS | agreed to admit six countries": those it takes in; not "invited six to the pact".
bool takes_in_counted(const SentenceView& view, const FoundAct& act, const Chunk* body);
// Who follows an active verb directly: "admitted Finland".
const Chunk* undergoer(const SentenceView& view, const FoundAct& act);
// "The EU let | Oman | into | Schengen": whether what it is taken into stands behind it.
bool taken_into(const SentenceView& view, const FoundAct& act, const Chunk& patient);

// company.cc: whether those named at a token are who abstained: "approved with 11 abstentions,
// among them | Peru".
bool are_abstainers(const SentenceView& view, const FoundAct& act, std::uint32_t named);

// sides.cc: what acts tell of who made a two-way deal, for later sentences.
void learn_sides(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse);

// sides.cc: "Kigali helps the rebels. | The two sides | signed their memorandum in May": those of
// the deal, whoever else was named; {} where it is not so told.
Entities sides_meant(const ActPlace& place, const Subject& subject, const FoundAct& act);

}  // namespace concord
