// Acts whose clause asserts nothing of an agreement.
//
//   [By joining] now, Oman would gain     the plan to [leave] was shelved     a light for [the
//   signing]
#include "claim/idle_answers.h"

namespace concord {
namespace {

class IdleActs {
 public:
  explicit IdleActs(const ActPlace& place) : place_(place), view_(place.view) {}

  bool holds(const FoundAct& act) const {
    return by_doing(act) || opens_clause(act) || awaits(act) || awaited(act) || is_charged(act) ||
           in_a_state(act) || of_nobody(act) || is_blocked(act) || votes_alone(act) ||
           others_think(act) || is_part_of_void(act) || turns_next(act) || is_purpose(act) ||
           judges(act) || stays_at_talks(act) || votes_on_another(act) || makes_other_wait(act) ||
           is_as_told(act) || supposes(act) || is_shelved(act) || of_decree(act) || in_fiction() ||
           is_anothers_step(act) || agrees_that(act) || of_anybody(act) || backs_text(act) ||
           nears_other(act) || wants_seat_of(act) || tells_of_rank(act) ||
           answers_another(place_, act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "wants the seat | of the fund | in Riga"
  bool wants_seat_of(const FoundAct& act) const {
    return act.act->stage == Stage::considering && view_.is(act.words.end - 1, Role::seat) &&
           low(act.words.end) == "of" && low(act.words.end + 1) == "the";
  }

  // "signed the Suva Treaty, the first alliance that Peru | has entered into |": of what kind it
  // is.
  bool tells_of_rank(const FoundAct& act) const {
    const bool signing =
        place_.number > 0 && place_.acts[place_.number - 1].act->stage == Stage::signed_;
    if (!signing || view_.tree.empty() || act.form == ActForm::noun) return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    if (verb == kNone || view_.tree.word(verb).relation != Dependency::acl_relcl) return false;
    const std::uint32_t noun = view_.tree.parent(verb);
    const Dependency beside = view_.tree.word(noun).relation;
    if (beside != Dependency::appos && beside != Dependency::parataxis) return false;
    for (std::uint32_t i = view_.all.begin; i < noun; ++i) {
      if (view_.tree.parent(i) == noun && view_.is(i, Role::rank))

        return view_.is(noun, Role::text | Role::club);
    }
    return false;
  }

  // "is close | to collapse", "is close to | collapse": to no text.
  bool nears_other(const FoundAct& act) const {
    const std::uint32_t to = low(act.words.end) == "to" ? act.words.end : act.words.end - 1;
    const bool near = low(to) == "to" && view_.is(to - 1, Role::close);
    if (act.act->stage != Stage::negotiating || !near) return false;
    for (std::uint32_t i = to + 1; i < to + 6 && view_.all.contains(i); ++i) {
      const Chunk* chunk = view_.chunk_at(i);
      if ((chunk != nullptr && !chunk->agreements.empty()) || view_.is(i, Role::text)) return false;
    }
    return true;
  }

  // "Peru | backs the treaty", which is no parliament's word.
  bool backs_text(const FoundAct& act) const {
    const bool backs = act.act->approval && act.form != ActForm::noun && !act.passive &&
                       view_.is(act.words.end - 1, Role::backs) && !act.legislature;
    const Chunk* doer = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    const Chunk* text = view_.chunk_at(act.words.end);
    return backs && doer != nullptr && doer->is_actor() && !doer->government && !doer->possessive &&
           text != nullptr && !text->is_actor() && act.parties == doer->actors;
  }

  // "agreed | the treaty was out of date": what they say of it.
  bool agrees_that(const FoundAct& act) const {
    const Chunk* text = view_.chunk_at(act.words.end);
    const bool agrees = act.act->stage == Stage::agreed && act.form != ActForm::noun &&
                        view_.is(act.words.end - 1, Role::agrees);
    return agrees && text != nullptr && !text->is_actor() && view_.is_finite(text->tokens.end);
  }

  // "any state that | signs | must leave": nobody has.
  bool of_anybody(const FoundAct& act) const {
    constexpr std::uint32_t kWordsBack = 4;
    const std::uint32_t which = act.begin - 1;
    if (act.form == ActForm::noun || act.form == ActForm::past) return false;
    if (!view_.is(which, Role::relative) && low(which) != "that") return false;
    for (std::uint32_t i = which; i + kWordsBack > which && i > view_.all.begin; --i) {
      if (view_.is_mark(i - 1)) return false;
      if (is_any(low(i - 1), {"any", "every", "anyone", "anybody"})) return true;
    }
    return false;
  }

  // "Russia has never ratified it, although the Senate | did so |": whose step it was, is not told.
  bool is_anothers_step(const FoundAct& act) const {
    if (place_.number == 0 || !act.row->same || act.denied || view_.tree.empty()) return false;
    if (low(act.words.end - 1) != "so" || act.begin == view_.all.begin) return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    const std::uint32_t doer = act.begin - 1;
    const Chunk* chunk = view_.chunk_at(doer);
    const WordClass word = view_.tree.word(doer).word_class;
    return before.denied && before.act == act.act && before.parties == act.parties &&
           (word == WordClass::noun || word == WordClass::propn) &&
           (chunk == nullptr || chunk->anaphor);
  }

  // "must be applied as | agreed |"
  bool is_as_told(const FoundAct& act) const {
    return low(act.begin - 1) == "as" && act.begin == act.words.begin &&
           act.form == ActForm::past && act.act->stage == Stage::agreed &&
           view_.is_mark(act.words.end);
  }

  // "made | aid | conditional on the pact": the pact comes first, and waits for nothing.
  bool makes_other_wait(const FoundAct& act) const {
    const Roles step = Role::naming | Role::text | Role::process | Role::singular | Role::accession;
    if (act.act->stage != Stage::conditional || view_.tree.empty()) return false;
    std::uint32_t verb = act.words.begin;
    if (!view_.is(verb, Role::makes)) verb = view_.tree.parent(verb);
    if (verb == kNone || verb > act.words.begin || !view_.is(verb, Role::makes)) return false;
    bool other = false;
    for (std::uint32_t i = verb + 1; i + 1 < act.words.end && low(i + 1) != "on"; ++i) {
      const Chunk* chunk = view_.chunk_at(i);
      const bool own = view_.is(i, step | Role::owner);  // "its approval"
      if (own || (chunk != nullptr && !chunk->agreements.empty())) return false;
      other = other || view_.is_content(i);
    }
    return other;
  }

  // "Chad's bid was backed in May. Oman | voted against |": nobody's step but Chad's.
  bool votes_on_another(const FoundAct& act) const {
    const Told& told =
        place_.number > 0 ? told_by(view_, place_.acts[place_.number - 1]) : place_.discourse.told;
    const bool bare = low(act.words.end - 1) == "against" && view_.is_mark(act.words.end);
    if (!bare || act.act->stage != Stage::rejected || told.act == nullptr) return false;
    const bool bid = told.act->joins &&
                     (told.act->stage == Stage::considering || told.act->stage == Stage::agreed);
    return bid && act.agreements == Entities{told.agreement};
  }

  // "A and B walked out of the talks; Chile | stayed |": at the table, and in no pact.
  bool stays_at_talks(const FoundAct& act) const {
    if (!act.act->lasting || place_.number == 0 || view_.chunk_at(act.words.end) != nullptr)
      return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    return before.act->stage == Stage::rejected &&
           view_.is(before.words.end - 1, Role::process | Role::parley);
  }

  // "Chile | may sign, diplomats say": not its word.
  bool others_think(const FoundAct& act) const {
    return act.effect == Effect::wanted && act.turned_by == "may" && !is_own_word(act);
  }

  // "Peru, Chile and Oman have all | said | that they might join"
  bool is_told_by(const Entities& parties, std::uint32_t cue) const {
    while (cue > view_.all.begin && (view_.is(cue - 1, Role::have | Role::adverb) ||
                                     is_any(low(cue - 1), {"all", "both", "each"})))
      --cue;
    const Chunk* list = cue > view_.all.begin ? view_.chunk_at(cue - 1) : nullptr;
    return list != nullptr && list->is_actor() && list->actors == parties;
  }

  // "Chile says it | may sign": who might do it says so. What others hold possible is no fact.
  bool is_own_word(const FoundAct& act) const {
    if (act.denied) return false;
    return std::ranges::any_of(view_.reading.attributions, [&](const Attribution& said) {
      if (!said.content.contains(act.words.begin)) return false;
      if (is_told_by(act.parties, said.cue.begin)) return true;
      if (said.speaker == kNone) return false;
      const Entity& speaker = view_.reading.entities[said.speaker];
      const std::string& own = speaker.party.empty() ? speaker.id : speaker.party;
      return std::ranges::any_of(
          act.parties, [&](std::uint32_t one) { return view_.reading.entities[one].id == own; });
    });
  }

  // "will vote on whether to resume | talks on joining | the union": void as what it is part of.
  bool is_part_of_void(const FoundAct& act) const {
    if (place_.number == 0 || act.effect != Effect::talks) return false;
    const FoundAct& whole = place_.acts[place_.number - 1];
    bool open = false;
    for (std::uint32_t i = whole.begin; i < whole.words.begin; ++i)
      open = open || low(i) == "whether";
    return open && whole.effect == Effect::nothing_asserted && act.begin < whole.words.end;
  }

  // "gave the green light on Tuesday for | the signing |": no thanks for what is done.
  bool is_purpose(const FoundAct& act) const {
    const std::uint32_t noun = act.begin;
    if (act.form != ActForm::noun || act.effect != Effect::nothing || act.denied) return false;
    if (noun == view_.all.begin || low(noun - 1) != "for" || !act.tail.empty()) return false;
    if (!is_any(low(noun), {"the", "a"})) return false;  // "thanked it for | its ratification"
    for (std::uint32_t i = view_.all.begin; i < noun; ++i) {
      if (view_.is(i, Role::greets)) return false;
    }
    return act.act->stage == Stage::signed_ || act.act->stage == Stage::ratified;
  }

  // "agreed to | let in | six more", "backed out of | signing": the words that turn the next act
  // are no act besides.
  bool turns_next(const FoundAct& act) const {
    if (place_.number + 1 >= place_.acts.size()) return false;
    const FoundAct& next = place_.acts[place_.number + 1];
    const bool favours =
        act.act->approval && next.row->same && low(next.words.begin).ends_with("ing");
    if (favours) return next.words.begin == act.words.end;  // "voted in favour of | doing so"
    const bool leaves = act.act->leaving && next.form == ActForm::gerund;
    if (act.act->stage != Stage::agreed && !leaves) return false;
    return next.begin <= act.words.begin && next.words.begin == act.words.end;
  }

  // "By joining now, Oman would gain": whether it does is told elsewhere. "By depositing its
  // papers, Oman became ..." tells what was done.
  bool by_doing(const FoundAct& act) const {
    if (act.form != ActForm::gerund) return false;
    const std::uint32_t by = low(act.begin) == "by" ? act.begin : act.begin - 1;
    if (low(by) != "by") return false;
    const bool behind = by > view_.all.begin && !view_.is_mark(by - 1);
    if (behind && view_.tree.tells_past()) return false;  // "recognised Israel by signing the pact"
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act.words.end || low(chunk.tokens.begin - 1) != ",") continue;
      const std::uint32_t verb = chunk.tokens.end;
      const bool done = low(verb).ends_with("ed") || view_.is(verb, Role::have | Role::past) ||
                        is_any(low(verb), {"was", "were"});
      return !done;
    }
    return true;
  }

  // "considers the accord | ratified": what it holds it to be.
  bool judges(const FoundAct& act) const {
    if (act.act->stage != Stage::considering || view_.tree.empty()) return false;
    const Chunk* text = view_.chunk_at(act.words.end);
    if (text == nullptr) text = view_.chunk_at(act.words.end + 1);
    if (text == nullptr || text->is_actor() || text->preposition != kNone) return false;
    const std::uint32_t word = text->tokens.end;
    return view_.all.contains(word) && view_.tree.word(word).relation == Dependency::xcomp &&
           act.words.contains(view_.tree.parent(word));
  }

  // "The minister said | he would vote against it": one vote of many.
  bool votes_alone(const FoundAct& act) const {
    if (!view_.is(act.words.begin, Role::votes) || act.begin == view_.all.begin) return false;
    return is_any(low(act.begin - 1), {"he", "she", "i"}) ||
           view_.person_at(act.begin - 1) != nullptr;
  }

  // "ruled out | that Oman would join": told by the clause; not "voted it down | that September".
  bool opens_clause(const FoundAct& act) const {
    const bool rejects = act.act->stage == Stage::rejected || act.act->role == ActRole::patient;
    return rejects && !act.passive && low(act.words.end) == "that" &&
           view_.time_at(act.words.end + 1) == nullptr &&
           !view_.is(act.words.end + 1, Role::text) && act.form != ActForm::noun;
  }

  // "blocked the | opening of talks"
  bool is_blocked(const FoundAct& act) const {
    const bool noun = act.form == ActForm::noun || act.form == ActForm::gerund;
    if (!noun || act.effect != Effect::nothing || view_.tree.empty()) return false;
    std::uint32_t at = view_.tree.head_of(act.words);
    while (at != kNone && view_.tree.word(at).relation == Dependency::nmod)
      at = view_.tree.parent(at);
    if (at == kNone || view_.tree.word(at).relation != Dependency::obj) return false;
    const std::uint32_t verb = view_.tree.parent(at);
    if (verb == kNone || verb >= act.words.begin) return false;
    const auto word = [&](std::uint32_t t) { return low(t); };
    const auto hit = view_.acts.turning.longest(word, verb, verb + 1);
    return hit && view_.acts.factuality[hit->value].effect == Effect::nothing_asserted;
  }

  // "The pact, had it | entered into force, | would have banned them"
  bool supposes(const FoundAct& act) const {
    if (low(view_.all.begin) == "that" && act.begin > view_.all.begin + 1) {
      for (std::uint32_t i = act.words.end; i < view_.all.end; ++i) {
        if (view_.is(i, Role::untrue)) return true;  // "That it has signed is untrue"
      }
    }
    const Chunk* who = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    const std::uint32_t had = (who == nullptr ? act.begin - 1 : who->tokens.begin) - 1;
    if (act.form == ActForm::noun || had >= act.begin || low(had) != "had") return false;
    const bool subject = who != nullptr || is_any(low(act.begin - 1), {"it", "they"});
    bool would = false;  // "would have lapsed in May had it not | ratified"
    for (std::uint32_t i = view_.all.begin; i < had; ++i) would = would || low(i) == "would";
    return subject && (would || had == view_.all.begin || view_.is_mark(had - 1));
  }

  // "In the novel Kenya | leaves | the pact": nowhere. Not "in a game of patience".
  bool in_fiction() const {
    constexpr std::uint32_t kReach = 6;
    if (low(view_.all.begin) != "in") return false;
    for (std::uint32_t i = view_.all.begin + 1; i < view_.all.begin + kReach; ++i) {
      if (view_.is_mark(i) || view_.chunk_at(i) != nullptr) return false;
      if (view_.is(i, Role::fiction)) return low(i + 1) != "of";
    }
    return false;
  }

  // "The plan to | leave | was shelved"
  bool is_shelved(const FoundAct& act) const {
    if (!act.infinitive || place_.number + 1 >= place_.acts.size()) return false;
    const FoundAct& next = place_.acts[place_.number + 1];
    const bool of_noun = view_.is(act.begin, Role::draft);
    return of_noun && next.passive && next.act->stage == Stage::rejected &&
           next.begin < act.words.end + 6;
  }

  // "A decree | signed by | the president", "the order | was signed": no agreement.
  bool of_decree(const FoundAct& act) const {
    const bool passive = act.passive || low(act.words.end) == "by";
    if (!passive || act.act->stage != Stage::signed_ || act.form != ActForm::past) return false;
    const std::uint32_t noun = act.begin - 1;
    const Chunk* chunk = act.begin > view_.all.begin ? view_.chunk_at(noun) : nullptr;
    return act.begin > view_.all.begin && view_.is(noun, Role::decree) &&
           !view_.is(noun, Role::text) && (chunk == nullptr || chunk->agreements.empty());
  }

  // "Elections in Mali | were suspended |": not Mali.
  bool in_a_state(const FoundAct& act) const {
    if (!act.passive || act.act->stage != Stage::suspended || act.form == ActForm::noun)
      return false;
    const Chunk* place = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    if (place == nullptr || !place->is_actor()) return false;
    if (place->legislature) return true;
    if (place->preposition == kNone || place->preposition == view_.all.begin) return false;
    const Chunk* text = view_.chunk_at(place->preposition - 1);
    return (text == nullptr || text->agreements.empty()) &&
           is_any(low(place->preposition), {"in", "between", "to"});
  }

  // "accused Peru | of | wanting to leave"
  bool is_charged(const FoundAct& act) const {
    if (act.begin < view_.all.begin + 3 || low(act.begin - 1) != "of") return false;
    const Chunk* whom = view_.chunk_at(act.begin - 2);
    return whom != nullptr && whom->is_actor() && whom->preposition == kNone &&
           whom->tokens.begin > view_.all.begin && low(act.begin).ends_with("ing");
  }

  // "is not bound by what others | sign", "nothing | has been signed"
  bool of_nobody(const FoundAct& act) const {
    const std::string_view doer = act.begin > view_.all.begin ? low(act.begin - 1) : "";
    if (is_any(doer, {"nothing", "whoever", "whichever"})) return true;  // "whoever | forms | it"
    if (act.form != ActForm::noun && has_subject_nothing(act)) return true;
    const bool plain = act.begin == act.words.begin && low(act.begin - 1) == "others";
    const bool own =
        is_any(low(act.begin - 1), {"we", "they"});  // "what we | have signed |, we keep"
    return act.form != ActForm::noun && (plain || own) &&
           is_any(low(act.begin - 2), {"what", "whatever"});  // "what we | signed |, we keep"
  }

  // "and nothing signed in Lima | binds | Peru": at the head of its clause.
  bool has_subject_nothing(const FoundAct& act) const {
    constexpr std::uint32_t kSubjectTokens = 8;
    for (std::uint32_t i = act.begin; i > view_.all.begin && act.begin - i < kSubjectTokens; --i) {
      if (view_.is_mark(i - 1)) return false;
      if (low(i - 1) != "nothing") continue;
      return i - 1 == view_.all.begin || view_.is_mark(i - 2) || view_.is(i - 2, Role::list);
    }
    return false;
  }

  // "takes effect | 60 days after | six states have ratified it": a rule, and no day.
  bool awaits(const FoundAct& act) const {
    constexpr std::uint32_t kLengthMax = 5;
    if (act.act->role != ActRole::own || act.form != ActForm::present) return false;
    bool length = false;
    for (std::uint32_t i = act.words.end; i < act.words.end + kLengthMax; ++i) {
      if (low(i) == "after") return length;
      if (view_.is_mark(i)) return false;
      length = length || low(i).ends_with("days") || low(i).ends_with("months") ||
               is_any(low(i), {"month", "year", "years", "weeks"});
    }
    return false;
  }

  // "will become members 30 days | after they have ratified": what has to come first.
  bool awaited(const FoundAct& act) const {
    if (view_.tree.empty()) return false;
    for (std::uint32_t at = view_.tree.head_of(act.words); at != kNone;
         at = view_.tree.parent(at)) {
      if (view_.tree.word(at).relation != Dependency::advcl) continue;
      bool after = false;
      bool has = false;
      for (std::uint32_t i = view_.all.begin; i < at; ++i) {
        if (view_.tree.parent(i) != at) continue;
        after = after || is_any(low(i), {"after", "once", "until"});
        has = has || is_any(low(i), {"have", "has"});
      }
      if (after && has) return true;
    }
    return false;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool asserts_nothing(const ActPlace& place, const FoundAct& act) {
  return IdleActs(place).holds(act) || is_idle_exit(place, act) || is_idle_company(place, act) ||
         is_of_another_matter(place, act) || is_of_another_subject(place, act);
}

}  // namespace concord
