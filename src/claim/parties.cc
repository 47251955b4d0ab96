// The parties of an act: subject, agents ("signed by A"), who undergoes it, the lists after it.
#include "claim/agents.h"
#include "claim/arguments.h"
#include "claim/roster_parties.h"

namespace concord {
namespace {

class PartyFinder {
 public:
  explicit PartyFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  // Who does it, or undergoes it: by what the act is, then by its clause, then by what is around.
  void give_parties(const Subject& subject, FoundAct& act) const {
    if (act.act->role == ActRole::own) return bound_parties(place_, subject, act);
    if (give_next_in_order(act)) return;
    const Chunk* patient = undergoer(view_, act);
    if (act.act->role == ActRole::patient && !act.passive)
      return give_admitted(subject, patient, act);
    if (patient != nullptr && is_suspended(*patient, subject, act))
      return give_suspended(*patient, act);
    if (tells_roster(view_, act)) return give_roster(place_, subject, act);
    if (act.passive && act.row->together) return give_joined(subject, act);
    if (!give_doers(subject, act)) return;
    seek_in_clause(subject, act);
    drop_body_itself(act);
    seek_around(act);
    add_others(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Oman was first, followed by Peru", "First to sign was Oman, then came Chad": who is next.
  bool give_next_in_order(FoundAct& act) const {
    const bool followed = act.row->same && view_.is(act.words.begin, Role::follows) &&
                          low(act.words.end) == "by" && act.effect != Effect::planned;
    if (followed) {
      give_agents(place_, act);  // "Oman was first, followed by Peru"
      if (!act.parties.empty()) return true;
    }
    const bool came = act.row->same && is_any(low(act.words.begin), {"then", "next"});
    const Chunk* next = came ? actors_after(view_, act.words.end, 2) : nullptr;
    if (next == nullptr) return false;
    act.parties =
        whole_list(view_, *next);  // "First to sign was Oman, | then came | Chad and Mali"
    return true;
  }

  // "NATO admitted | Finland |"
  void give_admitted(const Subject& subject, const Chunk* patient, FoundAct& act) const {
    const Chunk* chunk = subject.chunk;
    if (patient == nullptr) {
      if (act.row->same && chunk != nullptr)
        act.parties = chunk->actors;  // "Oman was admitted in 2017, and Peru | followed"
      return;
    }
    const bool joiner = patient->actors == act.agreements && chunk != nullptr &&
                        chunk->is_actor();  // "Oman began talks with the EU"
    // "The opposition in Oman promises to take | the country | out": not the country's word.
    const bool unsaid = patient->anaphor && act.act->taken && act.effect != Effect::nothing &&
                        act.effect != Effect::done &&
                        (chunk == nullptr || !chunk->is_actor() || chunk->preposition != kNone);
    if (!unsaid) act.parties = joiner ? chunk->actors : patient->actors;
    if (!joiner) add_company(place_, act);  // "admitted Oman with Chad"
  }

  // "The league suspended | Syria |"
  bool is_suspended(const Chunk& patient, const Subject& subject, const FoundAct& act) const {
    return patient.agreements.empty() && act.act->stage == Stage::suspended &&
           !is_own_part(patient, subject);
  }
  void give_suspended(const Chunk& patient, FoundAct& act) const {
    act.parties = patient.actors;
    if (patient.anaphor) not_itself(act);
  }

  // "A and B were joined by C"
  void give_joined(const Subject& subject, FoundAct& act) const {
    const Chunk* chunk = subject.chunk;
    if (chunk != nullptr && chunk->is_actor() && act.act != act.row) act.parties = chunk->actors;
    const FoundAct* first = subject.same_as;  // "BRICS was founded by A and joined by B"
    const bool made = first != nullptr && first->passive && first->act->makes;
    const bool signer = first != nullptr && act.act != act.row;  // "A signed and was joined by B"
    const bool text = signer || (first != nullptr && (first->of_agreement || made));
    const bool own = chunk != nullptr && !chunk->agreements.empty();
    // "the bloc will be joined by A and B", "the pact, signed by C, was joined"
    if (text || (own && chunk->agreements == act.agreements)) give_agents(place_, act);
    if (!act.parties.empty()) add_agents(place_, act);
  }

  // Who the clause says does it, or undergoes it; false where these are not to be looked for.
  bool give_doers(const Subject& subject, FoundAct& act) const {
    const Chunk* chunk = subject.chunk;
    const bool actor = chunk != nullptr && chunk->is_actor();
    if (act.passive && actor && is_undergone_by(*chunk, act)) {
      act.parties = told_of(subject);  // "Syria was suspended"
      act.denied = act.denied != denies(*chunk, act);
    } else if (act.passive && act.act->role != ActRole::patient) {
      give_agents_or_same(subject, act);
    } else if (actor) {
      give_subject(subject, act);
    } else if (const FoundAct* first = subject.same_as; first != nullptr) {
      if (first->act->role == ActRole::patient && !first->passive)
        return false;  // "takes in A, leaves B out"
      give_same(*first, act);
    } else if (chunk != nullptr) {
      give_agents(place_, act);  // "a treaty signed by A"
    } else if (const Chunk* list = list_after(place_, act)) {
      act.parties = whole_list(view_, *list);
      act.denied = act.denied != denied_by_crowd(place_, act);
    }
    return true;
  }

  // "| Syria | was suspended", of what nobody founds.
  static bool is_undergone_by(const Chunk& chunk, const FoundAct& act) {
    const bool undergoes = act.act->stage == Stage::suspended || act.act->stage == Stage::party ||
                           act.act->stage == Stage::considering ||
                           act.act->role == ActRole::patient || chunk.possessive;
    return undergoes && !act.act->makes;
  }

  // "was signed | by A |", "was signed by A and ratified"
  void give_agents_or_same(const Subject& subject, FoundAct& act) const {
    give_agents(place_, act);
    const bool unnamed = low(act.words.end) == "by";  // "joined a pact drawn up | by envoys"
    if (act.parties.empty() && subject.same_as != nullptr && !unnamed)
      act.parties = doers(*subject.same_as, act);
  }

  // "| A and B | signed"
  void give_subject(const Subject& subject, FoundAct& act) const {
    const Chunk& chunk = *subject.chunk;
    act.parties = told_of(subject);
    act.denied = act.denied !=
                 (denies(chunk, act) || is_any(low(chunk.tokens.begin - 1), {"nor", "neither"}));
    act.legislature = chunk.legislature;
    act.lower_house = is_lower_house(view_, chunk);
    add_before_aside(chunk, act);
  }

  // "A signed and | ratified": who did the first act.
  void give_same(const FoundAct& first, FoundAct& act) const {
    const bool by = low(behind_times(act.words.end)) == "by" && act.form == ActForm::past;
    const bool unnamed = by && act.act->sides;
    // "signed in May and ratified by Peru"; "principles drawn up | by NASA"
    if (by) give_agents(place_, act);
    if (act.parties.empty() && !unnamed) act.parties = doers(first, act);
    if (first.act->role == ActRole::members && !act.parties.empty())
      add_beside_crowd(view_, first.begin, act);
    act.legislature = first.legislature;
    act.lower_house = first.lower_house;
    if (act.parties.empty()) give_agents(place_, act);
  }

  // Who else the clause names: whose the act is, for whom a person acts.
  void seek_in_clause(const Subject& subject, FoundAct& act) const {
    const Chunk* chunk = subject.chunk;
    if (act.parties.empty() && act.act->sides && low(act.words.end) == "for") {
      if (const Chunk* list = actors_after(view_, act.words.end + 1, 1)) act.parties = list->actors;
    }
    if (act.act->approval || act.act->mode == RatificationMode::ratification)
      admit_other(place_, act);
    const bool whole = chunk != nullptr && !of_last(subject);
    if (whole && !act.parties.empty()) add_list_of(view_, *chunk, act);
    if (act.parties.empty()) owner_within(act);
    if (act.parties.empty()) by_tree(act);
    add_on_behalf(place_, act);
    if (act.parties.empty() && chunk == nullptr) give_listed_agents(place_, act);
    add_by_persons(place_, act);
    if (chunk != nullptr && chunk->anaphor) not_itself(act);
  }

  // "In the queue for | the bloc | are A and B": not the bloc itself.
  void drop_body_itself(FoundAct& act) const {
    const bool at_head =  // "NATO membership | is out of the question"
        act.words.begin == view_.all.begin || low(act.begin - 1) == "as" ||
        (act.act->stage == Stage::rejected && view_.is(act.words.begin, Role::be));
    if (act.parties == act.agreements && at_head) act.parties.clear();
  }

  // Where its clause names nobody: behind the act, in the sentence before, in what was told.
  void seek_around(FoundAct& act) const {
    if (act.parties.empty()) name_inverted(place_, act);
    if (act.parties.empty() && act.form == ActForm::noun) talked_with(act);
    if (act.parties.empty() && goes_on(act)) act.parties = place_.discourse.parties;
    if (act.parties.empty()) name_crowd(place_, act);
    give_untold(place_, act);
  }

  // Who does it as well: in company, as the other side of a deal.
  void add_others(FoundAct& act) const {
    add_company(place_, act);
    const bool own = !act.parties.empty();
    add_sides(place_, act);
    if (!own) find_untold(place_, act);
    confirm_exit(place_, act);
  }

  // "concluded | ten years ago this month | by Peru": past when it was.
  std::uint32_t behind_times(std::uint32_t i) const {
    while (const Time* time = view_.time_at(i)) i = time->tokens.end;
    return i;
  }

  // "Greece and Russia, which | was | expelled, left": of the last of them.
  Entities told_of(const Subject& subject) const {
    const Chunk& chunk = *subject.chunk;
    if (leaves_out_some(view_, chunk)) return {};
    if (chunk.actors.size() < 2 || !of_last(subject)) return chunk.actors;
    bool list = false;
    for (std::uint32_t i = chunk.tokens.begin; i < chunk.tokens.end; ++i)
      list = list || low(i) == "and";
    return list ? Entities{chunk.actors.back()} : chunk.actors;
  }
  bool of_last(const Subject& subject) const {
    if (!subject.relative || subject.chunk == nullptr) return false;
    const std::uint32_t end = subject.chunk->tokens.end;
    std::uint32_t verb = end + (low(end) == "," ? 2 : 1);
    while (view_.is(verb, Role::adverb)) ++verb;
    return is_any(low(verb), {"was", "is", "has", "does"});
  }

  // "Samoa: Ratified the pact in May. | Has not signed the other": no subject, in a line of notes.
  bool goes_on(const FoundAct& act) const {
    const std::uint32_t begin = view_.all.begin;
    if (act.begin == begin && act.form == ActForm::past && is_labelled()) return true;
    return act.begin == begin && act.words.begin > begin && act.form != ActForm::noun &&
           view_.is(begin, Role::have | Role::do_) && low(view_.all.end - 1) != "?" && !view_.title;
  }

  // "PERU. | Signed the pact in May.": under a name that is a sentence of its own.
  bool is_labelled() const {
    constexpr std::uint32_t kLabelMax = 4;
    const Reading& reading = view_.reading;
    const std::uint32_t number = reading.token(view_.all.begin).sentence;
    if (number == 0) return false;
    const Sentence& label = reading.sentences[number - 1];
    return label.block == reading.sentences[number].block && label.tokens.size() <= kLabelMax &&
           !label.tokens.empty() &&
           std::ranges::any_of(reading.mentions, [&](const Mention& mention) {
             return mention.tokens.begin == label.tokens.begin &&
                    mention.tokens.end + 1 >= label.tokens.end;
           });
  }

  // "the refusal | of Peru | to sign", "handed over | Peru's | instrument": whose it is, inside.
  void owner_within(FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor()) continue;
      const bool refuses = chunk.tokens.begin > act.begin && chunk.tokens.end < act.words.begin &&
                           chunk.preposition != kNone && act.infinitive;
      const bool paper = chunk.possessive && act.act->mode != RatificationMode::none &&
                         !act.act->approval && act.words.contains(chunk.tokens.begin);
      if (refuses || paper) act.parties = chunk.actors;
    }
  }

  // "is in talks on a deal with China and has applied to join the bloc": China has not.
  static Entities doers(const FoundAct& earlier, const FoundAct& act) {
    if (act.agreements == earlier.agreements && act.act->sides) return earlier.parties;
    Entities own;
    std::ranges::copy_if(earlier.parties, std::back_inserter(own), [&](std::uint32_t one) {
      return std::ranges::find(earlier.partners, one) == earlier.partners.end() &&
             std::ranges::find(earlier.companions, one) == earlier.companions.end();
    });
    return own;
  }

  // "None of them signed", "Neither India's rival | China nor Peru | signed"; not "neither | has".
  bool denies(const Chunk& chunk, const FoundAct& act) const {
    const std::uint32_t begin = chunk.tokens.begin;
    bool no = low(begin) == "no" || low(begin - 1) == "no" ||  // "No Danish government | signed"
              (low(begin - 1) == "even" && low(begin - 2) == "not");
    for (std::uint32_t i = begin; i < chunk.tokens.end; ++i) no = no || low(i) == "nor";
    return (chunk.denied && begin < act.begin) || no;
  }

  // "Mali, where the army rules, Chad and Niger left": who stands before the aside is of the list.
  void add_before_aside(const Chunk& rest, FoundAct& act) const {
    std::uint32_t comma = rest.tokens.begin - 1;
    const bool last = low(comma) == "and" && low(comma - 1) == ",";  // ", and Chad"
    if (last) --comma;
    if ((rest.actors.size() < 2 && !last) || comma <= view_.all.begin || low(comma) != ",") return;
    for (std::uint32_t i = comma; i > view_.all.begin; --i) {
      if (is_any(low(i - 1), {";", ":"})) return;
      if (low(i - 1) != ",") continue;
      const bool opens = view_.is(i, Role::relative) || low(i) == "where";
      if (!opens) continue;
      const Chunk* chunk = i - 1 > view_.all.begin ? view_.chunk_at(i - 2) : nullptr;
      if (chunk != nullptr && chunk->is_actor() && chunk->preposition == kNone)
        add_new(act.parties, chunk->actors);
      return;
    }
  }

  // "Oman reactivated its membership and suspended | it | again": no body suspends it.
  bool is_own_part(const Chunk& patient, const Subject& subject) const {
    if (low(patient.tokens.begin) != "it") return false;
    const bool told = subject.chunk != nullptr && subject.chunk->is_actor();
    const Entities doers = told                         ? subject.chunk->actors
                           : subject.same_as != nullptr ? subject.same_as->parties
                                                        : Entities{};
    return !doers.empty() && std::ranges::all_of(doers, [&](std::uint32_t one) {
      return view_.reading.entities[one].kind == EntityKind::state;
    });
  }

  // "While most are members, Oman is not": the clause of the first has a subject.
  bool has_subject(std::uint32_t verb) const {
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      const Dependency relation = view_.tree.word(i).relation;
      const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
      const bool ahead = view_.tree.word(i).word_class == WordClass::pron;  // "before it joined"
      if (subject && !ahead && view_.tree.parent(i) == verb) return true;
    }
    return false;
  }

  // "is free to stay and Soviet troops | are to leave": a noun that is nobody's name.
  bool ends_subject(std::uint32_t verb) const {
    if (verb == view_.all.begin || view_.chunk_at(verb - 1) != nullptr) return false;
    return view_.tree.word(verb - 1).word_class == WordClass::noun &&
           view_.time_at(verb - 1) == nullptr && view_.is_content(verb - 1);
  }

  // Who the tree says does it, or undergoes it, or owns it.
  void by_tree(FoundAct& act) const {
    if (view_.tree.empty()) return;
    const bool undergoes = act.act->role == ActRole::patient ||
                           act.act->stage == Stage::suspended ||
                           (act.act->stage == Stage::party && !act.act->makes);
    const std::uint32_t head = view_.tree.head_of(act.words);
    const bool own = has_subject(head);
    const bool beside = act.form != ActForm::noun && ends_subject(act.begin);
    for (const Chunk& chunk : view_.chunks) {
      const bool whose = view_.is(chunk.tokens.end, Role::country);  // "five NATO | members"
      if (!chunk.is_actor() || whose) continue;
      const bool stopped = has_stop(view_, act.words.end, chunk.tokens.begin);
      if (stopped) continue;  // "was ratified by 46 states; Oman has not signed"
      const std::string path = view_.tree.path(head, view_.tree.head_of(chunk.tokens), 4, true);
      if (own && path.starts_with("^advcl")) continue;
      if (beside && path.starts_with("^conj")) continue;
      const bool agent = is_any(path, {"nsubj", "^conj.nsubj", "^xcomp.nsubj", "^advcl.nsubj",
                                       "^acl:relcl", "^conj.^acl:relcl", "^xcomp.^conj.nsubj"});
      const bool patient = is_any(path, {"nsubj:pass", "^conj.nsubj:pass", "^acl", "^advcl.nsubj"});
      const bool owner = is_any(path, {"nmod:poss", "nmod:of", "nmod:by", "amod", "compound"});
      const bool fits = act.form == ActForm::noun ? owner
                        : act.passive             ? (undergoes ? patient : path == "obl:by")
                                                  : agent && act.act->role != ActRole::patient;
      if (!fits) continue;
      act.parties = chunk.actors;
      act.legislature = chunk.legislature;
      act.denied = act.denied != denies(chunk, act);
      return;
    }
  }

  // "The league suspended Cuba. ... It declined": nobody joins or leaves itself. "What it wants
  // instead? The union. It applied in May": a state, to the union.
  void not_itself(FoundAct& act) const {
    if (act.parties.size() != 1) return;
    const bool applies = act.act->joins && view_.reading.entities[act.parties.front()].acceded;
    const bool told = std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin >= act.begin && chunk.agreements == act.agreements;
    });
    if (applies && !told) act.agreements = act.parties;
    if (act.parties != act.agreements) return;
    const auto& groups = place_.discourse.groups;
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
      if (group->size() != 1 || *group == act.agreements) continue;
      act.parties = *group;
      return;
    }
  }

  // "accession talks with | Oman | opened", "talks on | Oman's | membership": who would join.
  void talked_with(FoundAct& act) const {
    const bool talks = act.act->stage == Stage::negotiating || act.act->stage == Stage::suspended;
    if (!talks || !act.act->joins) return;
    for (const Chunk& chunk : view_.chunks) {
      const bool here = chunk.tokens.begin >= act.words.end && chunk.tokens.begin < place_.next;
      if (!here || !chunk.is_actor() || chunk.actors == act.agreements) continue;
      const bool with = chunk.preposition == act.words.end && low(chunk.preposition) == "with";
      const bool owner = chunk.possessive && chunk.tokens.begin <= act.words.end + 2;
      const bool between =
          chunk.preposition == act.words.end && low(chunk.preposition) == "between";
      if (with || owner || between) act.parties = chunk.actors;
      if (between && act.agreements.size() == 1) std::erase(act.parties, act.agreements.front());
      return;
    }
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

// "was adopted by | the UN General Assembly": a text that its makers' members may join.
bool is_organs_act(const SentenceView& view, const FoundAct& act) {
  const auto is_body = [&](std::uint32_t one) { return view.reading.entities[one].acceded; };
  return act.act->stage == Stage::agreed && act.act->sides && act.passive &&
         act.parties.size() == 1 && is_body(act.parties.front()) && act.agreements.size() == 1 &&
         view.reading.entities[act.agreements.front()].members.empty();
}

}  // namespace

// "Oman brokered | the talks | between Peru and Chile": it takes no part in them.
static bool is_brokered(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t the = view.is(act.words.begin - 1, Role::determiner) ? 1 : 0;
  return act.form == ActForm::noun && act.act->stage == Stage::negotiating &&
         act.words.begin > view.all.begin + 1 &&
         view.is(act.words.begin - 1 - the, Role::brokered | Role::onlooker);
}

void give_parties(const ActPlace& place, const Subject& subject, FoundAct& act) {
  PartyFinder(place).give_parties(is_brokered(place.view, act) ? Subject{} : subject, act);
  if (is_organs_act(place.view, act)) act.parties.clear();
  if (const Entities sides = sides_meant(place, subject, act); !sides.empty()) act.parties = sides;
}

}  // namespace concord
