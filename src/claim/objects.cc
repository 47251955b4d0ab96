// Which agreements an act is about: objects, passive subjects, heads of relative clauses.
#include "claim/arguments.h"

namespace concord {
namespace {

class ObjectFinder {
 public:
  explicit ObjectFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  Entities objects_of(const FoundAct& act, const Subject& subject) const {
    if (act.act->strict && act.act->role == ActRole::own) return texts_ended_by(act);
    if (act.act->strict && low(act.words.end) == "it" && low(act.words.end + 1) == "down")
      return {};  // "the court had struck it down"
    if (act.act->closed && act.act->role == ActRole::own)
      return ends_by_itself(act, subject) ? subject.chunk->agreements : Entities{};
    if (Entities several = find_plural_objects(place_, act); !several.empty()) return several;
    if (Entities club = club_set_up(place_, act); !club.empty()) return club;
    if (const Chunk* body = body_approved(view_, act)) return body->agreements;
    if (const Chunk* text = text_told_of(place_, act)) return listed_left(view_, *text);
    if (const Chunk* text = text_before(view_, act)) return listed_left(view_, *text);
    if (const Chunk* text = made_with(act)) return text->agreements;
    if (Entities next = find_named_next(place_, act); !next.empty()) return next;
    if (repeats_earlier(act)) return {last_told(place_.discourse).agreement};
    const bool counted = counted_undergoers(view_, act) != nullptr;  // "invited six: A, B ..."
    const bool inner = place_.next < act.words.end && place_.number + 1 < place_.acts.size() &&
                       act.act->stage == Stage::considering && !counted;
    if (inner || governs_next(act)) return {};  // "[applied to] join", where the second says it all
    if (act.row != nullptr && act.row->same) {  // "Mali left the bank, and Niger followed"
      const Chunk* deal = subject.chunk;  // "signed a deal with Peru. One with Chile followed"
      if (deal != nullptr && !deal->is_actor() && !deal->anaphor && !deal->definite)
        return deal->agreements;
      if (const Entities repeated = find_repeated(place_, act); !repeated.empty()) return repeated;
    }
    const bool makes = act.act->makes && low(act.words.begin - 1) == "to";
    if (makes && meets_other_object(place_, act)) return {};  // "a pact to | set up | a court"
    if (act.act->makes && act.passive && subject.chunk != nullptr)
      return made_before(act, *subject.chunk);
    if (subject.chunk != nullptr && !subject.chunk->is_actor()) {
      const bool own = act.passive || act.act->role == ActRole::own || act.form == ActForm::past;
      if (own && !tells_of_new_text(act, *subject.chunk)) return listed_left(view_, *subject.chunk);
    }
    if (is_of_itself(view_, act, subject)) return subject.chunk->agreements;
    const bool candidate =
        view_.is(act.words.begin, Role::candidate);  // "an EU | candidate since 2012"
    if ((act.act->role == ActRole::members || candidate) && act.form == ActForm::noun) {
      if (const Chunk* held = holder_of(act)) return held->agreements;
    }
    if (const Chunk* bodies = suspended_by(act)) return bodies->agreements;
    if (act.act->together && done_by_crowd(view_, act) && subject.chunk != nullptr)
      return subject.chunk->agreements;
    if (const Chunk* owner = owner_within(act)) return owner->agreements;
    const Chunk* patient = undergoer(view_, act);
    const bool others = act.act->role == ActRole::patient || act.act->stage == Stage::suspended;
    if (others && patient != nullptr && patient->agreements.empty() &&
        !taken_into(view_, act, *patient) && subject.chunk != nullptr &&
        !subject.chunk->agreements.empty()) {
      return subject.chunk->agreements;  // "the league suspended Syria"
    }
    if (others && patient != nullptr && patient->agreements.empty() &&
        stands_for_body(subject.chunk))
      return subject.chunk->actors;  // "The league: on Monday | its ministers | suspended Syria"
    if (takes_in_counted(view_, act, subject.chunk)) return subject.chunk->agreements;
    if (const Chunk* head = relative_head(place_, act)) return listed_left(view_, *head);
    if (const auto owner = owner_of_text(place_, act)) return *owner;
    if (Entities house = house_of_candidate(place_, act); !house.empty()) return house;
    if (const Chunk* name = name_apposed(place_, act)) return name->agreements;
    if (!view_.title && !counted && meets_other_object(place_, act)) return {};
    const std::uint32_t reach = takes_pronoun(act) ? act.words.end : object_reach(act);
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act.words.begin || chunk.tokens.begin >= reach) continue;
      if (!fits(act, chunk) || is_circumstance(chunk, act) || chunk.possessive) continue;
      if (chunk.tokens.end < act.words.end && goes_on(act)) continue;
      if (is_other_side(act, chunk) || is_addressee(act, chunk)) continue;
      if (is_beyond(act, chunk)) break;
      if (is_left_out(view_, chunk)) return {};
      const bool part = chunk.preposition != kNone && low(chunk.preposition) == "of" &&
                        (view_.is(chunk.preposition - 1, Role::text) ||  // "the terms of the deal"
                         (act.act->sides && view_.is_content(chunk.preposition - 1)));
      const bool apart = chunk.preposition != kNone && chunk.preposition >= act.words.end && !part;
      if (chunk.is_actor() && !is_near(act, chunk) && !is_direct(act, chunk)) continue;
      if (act.act->strict && (chunk.tokens.begin > act.words.end + (part ? 6 : 4) || apart))
        continue;
      return listed_right(view_, chunk);
    }
    if (const Chunk* undergone = act.act->strict ? undergone_by_tree(place_, act) : nullptr)
      return listed_left(view_, *undergone);
    const bool that = low(act.words.end) == "that" && view_.is_mark(act.words.end + 1);
    const bool it =
        act.act->strict && (low(act.words.end) == "it" || that) && act.form != ActForm::noun;
    for (const Chunk& before : view_.chunks) {  // "has no part in | that."
      if (that && before.tokens.end <= act.begin && fits(act, before)) return before.agreements;
    }
    const Act& row = *act.act;  // "China accepted | it", "shunned | it"
    const bool text = row.object == ActObject::agreement || row.closed || row.denied;
    if (it && text && act.denied == row.denied) return find_spoken_of(place_, act, subject);
    if (of_another_thing(act) || of_another_body(act) || (act.act->strict && !meets_text(act)))
      return {};
    const bool stays = act.act->lasting && subject.same_as != nullptr &&
                       !subject.same_as->act->joins;  // "signed the deal and will stay"
    const bool members =  // "six of its members, among them Peru, | handed in their papers"
        subject.same_as != nullptr && act.act->stage == Stage::ratified &&
        ((subject.same_as->act->role == ActRole::members &&
          subject.same_as->form == ActForm::noun) ||
         subject.same_as->act->standing);  // "is the last EU member not to have | ratified"
    const bool outside = act.act->denied && subject.same_as != nullptr &&  // "EU members stay out"
                         subject.same_as->act->role == ActRole::members;
    const bool told = subject.same_as != nullptr && !subject.same_as->agreements.empty();
    if (is_of_unnamed_head(view_, act)) return {};  // "quit by a decree that its ruler | signed |"
    if (told && !stays && !members && !outside) return subject.same_as->agreements;
    // "the treaty that A and B signed", "the pact to which Oman belongs".
    const Chunk* best = nullptr;
    if (Entities before = joined_before(place_, act); !before.empty()) return before;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end > act.begin) break;
      const bool passing = (chunk.is_actor() && !governs(act, chunk, subject)) ||
                           has_no_members(view_, act, chunk) || is_anothers_deal(act, chunk) ||
                           has_acceded_to(place_, act, chunk) || tells_of_new_text(act, chunk) ||
                           tells_kind(view_, chunk) ||
                           (best != nullptr && takes_pronoun(act) && tells_of_a_text(view_, chunk));
      if (fits(act, chunk) && !is_circumstance(chunk, act) && !passing) best = &chunk;
    }
    const bool holds = act.act->role == ActRole::members;  // "the league's six members are ..."
    if (best != nullptr && (subject.chunk != best || holds)) return listed_left(view_, *best);
    if (const Chunk* body = tied_body(place_, act)) return body->agreements;
    if (Entities body = seated_body(place_, act); !body.empty()) return body;
    const bool admits = act.act->approval || act.act->role == ActRole::patient;
    if (admits && subject.chunk != nullptr && !subject.chunk->agreements.empty())
      return subject.chunk->agreements;  // "the WTO approved the accession of Oman"
    if (Entities house = house_of_talks(place_, act, subject); !house.empty()) return house;
    if (Entities house = house_applied_to(place_, act); !house.empty()) return house;
    return find_spoken_of(place_, act, subject);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "its ministers", "it": where these are a body's.
  bool stands_for_body(const Chunk* subject) const {
    return subject != nullptr && subject->anaphor && subject->actors.size() == 1 &&
           view_.reading.entities[subject->actors.front()].acceded;
  }

  // "OPEC was founded by A and B", "joined OPEC in 1961, a year after it | was founded by A and B"
  Entities made_before(const FoundAct& act, const Chunk& subject) const {
    if (!subject.agreements.empty() || low(subject.tokens.begin) != "it") return subject.agreements;
    Entities made;
    bool by = false;  // not "joined OPEC eleven years after it | was founded"
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end < act.begin && !chunk.agreements.empty()) made = chunk.agreements;
      by = by || (chunk.preposition != kNone && chunk.preposition >= act.words.end &&
                  low(chunk.preposition) == "by");
    }
    return by ? made : Entities{};
  }

  // "The treaty | ended in May"; not "talks on | the treaty | ended in May".
  static bool ends_by_itself(const FoundAct& act, const Subject& subject) {
    const Chunk* text = subject.chunk;
    return text != nullptr && !text->is_actor() && text->preposition == kNone && !act.denied;
  }

  // "The new accord superseded | the old one": what another text ends.
  Entities texts_ended_by(const FoundAct& act) const {
    if (act.passive || act.form == ActForm::noun) return {};
    const bool own = view_.is(act.words.end, Role::determiner | Role::owner);
    const Chunk* text = view_.chunk_at(act.words.end + (own ? 1 : 0));
    return text == nullptr || text->is_actor() ? Entities{} : text->agreements;
  }

  // "EU members", "the EU's six founding members", "members of the EU": whose members they are.
  const Chunk* holder_of(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t end = chunk.tokens.end;
      const bool before =
          end == act.begin || (chunk.possessive && end < act.begin && act.begin - end <= 4);
      const bool after = chunk.preposition != kNone && chunk.preposition + 1 >= act.words.end &&
                         chunk.preposition <= act.words.end &&
                         is_any(low(chunk.preposition), {"of", "to", "in", "at"});
      const bool within = chunk.possessive && chunk.tokens.begin >= act.begin &&
                          chunk.tokens.end <= act.words.begin;  // "the Union's | member states"
      if ((before || after || within) && fits(act, chunk)) return &chunk;
    }
    return nullptr;
  }

  // "becomes | ASEAN's eleventh | member"
  const Chunk* owner_within(const FoundAct& act) const {
    if (act.form == ActForm::noun || !act.act->joins) return nullptr;
    for (const Chunk& chunk : view_.chunks) {
      const bool inside = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end;
      if (inside && chunk.possessive && !chunk.agreements.empty()) return &chunk;
    }
    return nullptr;
  }

  static bool fits(const FoundAct& act, const Chunk& chunk) { return can_be_object(act, chunk); }

  // "joined the bloc", "a member of NATO": a body stands right after its act.
  bool is_near(const FoundAct& act, const Chunk& chunk) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = act.words.end; i < chunk.tokens.begin; ++i) {
      if (low(i) == "-") continue;  // "belongs to the Moscow-led union"
      if (view_.is_mark(i)) return false;
      const bool counted =
          act.act->role == ActRole::patient &&  // "admitted six more | to the bloc"
          (view_.is(i, Role::count | Role::country) || low(i) == "more");
      const bool small = view_.is(i, Role::preposition | Role::determiner | Role::adverb);
      words += small || counted ? 0 : 1;
    }
    return words <= 2;
  }

  // "joined Europe's passport-free Schengen area": by the tree.
  bool is_direct(const FoundAct& act, const Chunk& chunk) const {
    if (view_.tree.empty() || !(act.act->joins || act.act->leaving)) return false;
    const std::uint32_t head = view_.tree.head_of(chunk.tokens);
    const bool object = view_.tree.word(head).relation == Dependency::obj;
    return object && act.words.contains(view_.tree.parent(head));
  }

  // "NATO, which Finland joined": the head of the act's relative clause, or its passive subject.
  bool governs(const FoundAct& act, const Chunk& chunk, const Subject& subject) const {
    if (subject.chunk == &chunk) return act.passive || act.act->role != ActRole::agent;
    for (std::uint32_t i = chunk.tokens.end; i < act.begin && i < chunk.tokens.end + 4; ++i) {
      if (view_.is(i, Role::relative) && !is_conjunction(view_, i)) return true;
      if (!view_.is(i, Role::preposition) && low(i) != ",") break;
    }
    return chunk.possessive && act.words.begin - chunk.tokens.end <= 4;  // "the EU's members"
  }

  // "Oman, which had initialled | a deal with the bloc, | acceded": nobody accedes to it.
  bool is_anothers_deal(const FoundAct& act, const Chunk& chunk) const {
    if (!act.act->joins || chunk.is_actor() || chunk.agreements.size() != 1) return false;
    const Entity& deal = view_.reading.entities[chunk.agreements.front()];
    const bool two_sided =
        deal.kind == EntityKind::agreement && !deal.members.empty() && deal.members.size() < 3;
    return two_sided && act.form == ActForm::past && view_.low(act.begin - 1) == ",";
  }

  // "A treaty that gives it a say in | the country's other pacts, | enters into force": not they
  // do.
  bool tells_of_new_text(const FoundAct& act, const Chunk& chunk) const {
    const std::uint32_t begin = view_.all.begin;
    if (act.act->role != ActRole::own || !is_any(low(begin), {"a", "an"})) return false;
    const std::uint32_t noun = begin + (view_.is(begin + 1, Role::text) ? 1 : 2);  // "a new treaty"
    return noun < chunk.tokens.begin && view_.is(noun, Role::text) &&
           is_any(low(noun + 1), {"which", "that"});
  }

  // "never belonged to | it, | and rely on the Defence Arrangements"
  bool takes_pronoun(const FoundAct& act) const {
    const std::uint32_t after = act.words.end + 1;
    const bool it = act.form != ActForm::noun && is_any(low(after - 1), {"it", "them"});
    return it && (view_.is_mark(after) || is_any(low(after), {"and", "but"}));
  }

  // "Korea did the same", where its sentence has named no other.
  bool repeats_earlier(const FoundAct& act) const {
    if (act.row == nullptr || !act.row->same || place_.number > 0) return false;
    return last_told(place_.discourse).agreement != kNone &&
           std::ranges::none_of(view_.chunks, [&](const Chunk& chunk) {
             return chunk.tokens.end <= act.begin && !chunk.is_actor() && !chunk.agreements.empty();
           });
  }

  // "was suspended | by ECOWAS and the African Union"
  const Chunk* suspended_by(const FoundAct& act) const {
    if (!act.passive || act.act->stage != Stage::suspended) return nullptr;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.preposition == act.words.end && low(chunk.preposition) == "by" &&
          !chunk.agreements.empty())
        return &chunk;
    }
    return nullptr;
  }

  // "the pact | Egypt | concluded with Sudan": the text right before its maker.
  const Chunk* made_with(const FoundAct& act) const {
    if (!act.act->sides || act.passive || low(act.words.end) != "with") return nullptr;
    std::uint32_t at = act.begin;
    const Chunk* maker = at > view_.all.begin ? view_.chunk_at(at - 1) : nullptr;
    if (maker != nullptr && maker->can_act()) at = maker->tokens.begin;
    if (at > view_.all.begin && low(at - 1) == "that") --at;
    const Chunk* text = at > view_.all.begin ? view_.chunk_at(at - 1) : nullptr;
    return text == nullptr || text->is_actor() || !fits(act, *text) ? nullptr : text;
  }

  // An agreement in the way of an object: not "under the treaty", "before the accord".
  bool is_circumstance(const Chunk& chunk, const FoundAct& act) const {
    const bool agent = chunk.preposition != kNone && act.passive && chunk.is_actor() &&
                       low(chunk.preposition) == "by" && act.act->joins;
    const bool bid = view_.is(act.words.end - 1, Role::candidacy) &&
                     chunk.preposition == act.words.end && low(act.words.end) == "for";
    if (agent || bid) return false;  // "was granted status | by the bloc", "its bid | for EU entry"
    const std::uint32_t way = chunk.preposition;
    if (way == kNone || act.words.contains(way)) return false;
    return view_.is(way, Role::circumstance) || low(way) == "at" ||  // "in protest at the pact"
           (low(way) == "of" && stands_under(view_, way - 1));
  }

  // Where the act's words end: with the next act, but not "revoked its | ratification of the pact".
  std::uint32_t object_reach(const FoundAct& act) const {
    const std::size_t next = place_.number + 1;
    if (act.form == ActForm::noun || next >= place_.acts.size()) return place_.next;
    const FoundAct& noun = place_.acts[next];
    const bool object = noun.form == ActForm::noun && act.act->object == ActObject::agreement &&
                        act.act->leaving && noun.words.begin <= act.words.end + 2;
    if (!object) return place_.next;
    return next + 1 < place_.acts.size() ? place_.acts[next + 1].begin : view_.all.end;
  }

  // "remain members, though both are exempt from the pact", "refused to sign, clinging to what the
  // old pact gave them": of another clause.
  bool is_beyond(const FoundAct& act, const Chunk& chunk) const {
    if (!act.tail.empty() && has_stop(view_, act.words.end, chunk.tokens.begin)) return true;
    if (opens_clause(view_, chunk)) return true;
    for (std::uint32_t i = act.words.end; i < chunk.tokens.begin; ++i) {
      if (is_any(low(i), {"though", "although", "because", "whereas", ";"})) return true;
      const bool gerund = low(i) == "," && !view_.tree.empty() &&
                          view_.tree.word(i + 1).tag == Penn::vbg &&
                          view_.tree.word(i + 1).relation == Dependency::advcl;
      if (gerund && act.form != ActForm::noun) return true;
      if (low(i) == "," && is_any(low(i + 1), {"and", "but", "while"})) {
        for (std::uint32_t t = i + 2; t < chunk.tokens.begin; ++t) {
          if (low(t) == "that") return true;
        }
      }
    }
    return false;
  }

  // "in talks with the bloc on a trade pact": the bloc is a side.
  bool is_other_side(const FoundAct& act, const Chunk& chunk) const {
    const bool side = act.act->sides && chunk.is_actor() && chunk.preposition != kNone &&
                      is_any(low(chunk.preposition), {"with", "between"});
    return side && std::ranges::any_of(view_.chunks, [&](const Chunk& later) {
             return later.tokens.begin >= chunk.tokens.end && later.tokens.begin < place_.next &&
                    !later.is_actor() && !later.agreements.empty();
           });
  }

  // "notified | the UN | of its withdrawal", in a report on another: no exit from the UN.
  bool hears_of_exit(const FoundAct& act, const Chunk& chunk) const {
    const std::uint32_t main = place_.discourse.main;
    const bool inside = chunk.tokens.begin > act.words.begin && chunk.tokens.end < act.words.end &&
                        chunk.preposition == kNone && chunk.is_actor();
    return act.act->leaving && inside && main != kNone &&
           std::ranges::find(chunk.agreements, main) == chunk.agreements.end();
  }

  // "handed its notice | to the United Nations", "lodged it with the league": who is told; "are
  // members | from the league": of something else.
  bool is_addressee(const FoundAct& act, const Chunk& chunk) const {
    if (hears_of_exit(act, chunk)) return true;
    const bool deposits = act.act->mode == RatificationMode::accession;
    return chunk.is_actor() && chunk.preposition != kNone &&
           !act.words.contains(chunk.preposition) &&
           ((act.act->leaving && low(chunk.preposition) == "to") ||
            (view_.is(act.words.end - 1, Role::fellows | Role::member) &&
             low(chunk.preposition) == "from") ||
            ((act.act->leaving || deposits) && is_any(low(chunk.preposition), {"with", "at"})));
  }

  // "is reviewing the document", "is weighing it"; "Norway will stay in."
  bool meets_text(const FoundAct& act) const {
    const bool in = act.act->joins && low(act.words.end - 1) == "in";  // "Peru is in, Chad is out"
    if ((act.act->lasting || in) && view_.is_mark(act.words.end)) return true;
    std::uint32_t i = act.words.end;
    if (is_any(low(i), {"it", "them"}) && (!act.act->joins || act.act->makes)) return true;
    while (view_.is(i, Role::determiner)) ++i;
    return i > act.words.end && view_.is(i, Role::text) && !view_.is(i, Role::naming);
  }

  // "Talks with Japan continue", "negotiations on a side letter began": on what is not named here.
  bool of_another_thing(const FoundAct& act) const {
    if (act.act->stage == Stage::rejected && view_.is(act.words.end - 1, Role::process))
      return is_any(low(act.words.end), {"on", "about", "over"});  // "walked out of | talks on"
    if (act.form != ActForm::noun || !view_.is(act.words.begin, Role::process)) return false;
    const bool behind =  // "Talks | continue | on a clean economy"
        !act.tail.empty() && is_any(low(act.tail.end), {"on", "about", "over"}) &&
        view_.time_at(act.tail.end + 1) == nullptr && view_.is_content(act.tail.end + 2);
    return behind || is_any(low(act.words.end), {"on", "with", "between", "about", "over", "for"});
  }

  // "has | ruled out | rejoining the union": the second act says it all.
  bool governs_next(const FoundAct& act) const {
    if (act.act->stage != Stage::rejected || place_.number + 1 >= place_.acts.size()) return false;
    const FoundAct& inner = place_.acts[place_.number + 1];
    return inner.form != ActForm::noun && inner.words.begin == act.words.end &&
           inner.begin <= act.begin;
  }

  // "members of the winning team", "a party to the dispute": nothing that states join.
  bool of_another_body(const FoundAct& act) const {
    const bool roster = act.act->role == ActRole::members && act.form == ActForm::noun;
    const bool bid = act.act->joins && act.form != ActForm::noun && low(act.words.end) == "of" &&
                     view_.is(act.words.end - 1, Role::entry);
    if ((!roster && !act.act->standing && !bid) || view_.title) return false;
    const bool behind = is_any(low(act.words.end), {"of", "to"});  // "members | of the team"
    if (!behind && !is_any(low(act.words.end - 1), {"of", "to"})) return false;
    const std::uint32_t at = act.words.end + (behind ? 1 : 0);
    if (view_.chunk_at(at) != nullptr) return !view_.chunk_at(at)->anaphor;
    const bool anaphor =
        view_.is(at, Role::determiner) && view_.is(at + 1, Role::text | Role::club);
    return !anaphor && !is_any(low(at), {"it", "them", "which", "either", "neither", "both"});
  }

  // "notified the United Nations of its withdrawal | from the treaty": the object comes after.
  bool goes_on(const FoundAct& act) const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin >= act.words.end && chunk.tokens.begin <= act.words.end + 2 &&
             chunk.preposition != kNone && fits(act, chunk);
    });
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

Entities find_objects(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  return ObjectFinder(place).objects_of(act, subject);
}

}  // namespace concord
