// Which agreements an act is about: objects, passive subjects, heads of relative clauses.
#include "claim/arguments.h"
#include "claim/objects_behind.h"

namespace concord {
namespace {

class ObjectFinder {
 public:
  ObjectFinder(const ActPlace& place, const FoundAct& act, const Subject& subject)
      : place_(place), view_(place.view), act_(act), subject_(subject) {}

  // The first that knows: what the act's own words say, what stands around them, and at last what
  // was spoken of.
  Entities run() const {
    using Finder = std::optional<Entities> (ObjectFinder::*)() const;
    static constexpr Finder kFinders[] = {
        &ObjectFinder::text_that_ends,     // "The treaty | ended in May"
        &ObjectFinder::named_apart,        // "the charter, | signed | in 2014", "both"
        &ObjectFinder::left_to_next_act,   // "| applied to | join"
        &ObjectFinder::repeated,           // "Mali left the bank, and Niger | followed |"
        &ObjectFinder::made,               // "OPEC | was founded by | A and B"
        &ObjectFinder::subject_told_of,    // "The treaty | was signed |"
        &ObjectFinder::body_of_members,    // "EU | members |"
        &ObjectFinder::body_that_acts,     // "The league | suspended | Syria"
        &ObjectFinder::named_before,       // "the pact, which Peru | signed |"
        &ObjectFinder::another_thing,      // "| signed | the bill"
        &ObjectFinder::named_behind,       // "| signed | the pact"
        &ObjectFinder::pronoun_behind,     // "| accepted | it"
        &ObjectFinder::nothing_known,      // "talks | on a side letter"
        &ObjectFinder::as_first_act,       // "signed the pact and | ratified |"
        &ObjectFinder::text_before_maker,  // "the treaty that A and B | signed |"
        &ObjectFinder::body_around,        // "Oman, a partner of the bloc, | has not joined |"
    };
    for (const Finder find : kFinders) {
      if (const std::optional<Entities> found = (this->*find)()) return *found;
    }
    return find_spoken_of(place_, act_, subject_);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "The new accord superseded | the old one", "The treaty | ended in May".
  std::optional<Entities> text_that_ends() const {
    const bool own = act_.act->role == ActRole::own;
    if (act_.act->strict && own) return texts_ended_by();
    if (act_.act->strict && low(act_.words.end) == "it" && low(act_.words.end + 1) == "down")
      return Entities{};  // "the court had struck it down"
    if (act_.act->closed && own) return ends_by_itself() ? subject_.chunk->agreements : Entities{};
    return std::nullopt;
  }

  // "| signed | both", "the charter, | signed | in 2014", "| signed | another. The Doha Pact sets".
  std::optional<Entities> named_apart() const {
    if (Entities several = find_plural_objects(place_, act_); !several.empty()) return several;
    if (const Chunk* body = body_approved(view_, act_)) return body->agreements;
    if (const Chunk* text = text_told_of(place_, act_)) return listed_left(view_, *text);
    if (const Chunk* text = text_before(view_, act_)) return listed_left(view_, *text);
    if (const Chunk* text = made_with()) return text->agreements;
    if (Entities next = find_named_next(place_, act_); !next.empty()) return next;
    if (repeats_earlier()) return Entities{last_told(place_.discourse).agreement};
    return std::nullopt;
  }

  // "[applied to] join", where the second says it all: of nothing.
  std::optional<Entities> left_to_next_act() const {
    const bool inner = place_.next < act_.words.end && place_.number + 1 < place_.acts.size() &&
                       act_.act->stage == Stage::considering && !invites_counted();
    if (inner || governs_next()) return Entities{};
    return std::nullopt;
  }

  // "Mali left the bank, and Niger | followed |"
  std::optional<Entities> repeated() const {
    if (act_.row == nullptr || !act_.row->same) return std::nullopt;
    const Chunk* deal = subject_.chunk;  // "signed a deal with Peru. One with Chile followed"
    if (deal != nullptr && !deal->is_actor() && !deal->anaphor && !deal->definite)
      return deal->agreements;
    if (Entities told = find_repeated(place_, act_); !told.empty()) return told;
    return std::nullopt;
  }

  std::optional<Entities> made() const {
    if (!act_.act->makes) return std::nullopt;
    if (low(act_.words.begin - 1) == "to" && meets_other_object(place_, act_))
      return Entities{};  // "a pact to | set up | a court"
    if (act_.passive && subject_.chunk != nullptr) return made_before(*subject_.chunk);
    return std::nullopt;
  }

  // "| The treaty | was signed", "| The union | came into being"
  std::optional<Entities> subject_told_of() const {
    const Chunk* text = subject_.chunk;
    if (text != nullptr && !text->is_actor()) {
      const bool own = act_.passive || act_.act->role == ActRole::own || act_.form == ActForm::past;
      if (own && !tells_of_new_text(*text)) return listed_left(view_, *text);
    }
    if (is_of_itself(view_, act_, subject_)) return subject_.chunk->agreements;
    return std::nullopt;
  }

  // "EU members", "suspended by ECOWAS", "becomes | ASEAN's eleventh | member": whose they are.
  std::optional<Entities> body_of_members() const {
    const bool candidate =
        view_.is(act_.words.begin, Role::candidate);  // "an EU | candidate since 2012"
    if ((act_.act->role == ActRole::members || candidate) && act_.form == ActForm::noun) {
      if (const Chunk* held = holder_of()) return held->agreements;
    }
    if (const Chunk* bodies = suspended_by()) return bodies->agreements;
    if (act_.act->together && done_by_crowd(view_, act_) && subject_.chunk != nullptr)
      return subject_.chunk->agreements;
    if (const Chunk* owner = owner_within()) return owner->agreements;
    return std::nullopt;
  }

  // What a body does to others, it does to its own members.
  std::optional<Entities> body_that_acts() const {
    const Chunk* body = subject_.chunk;
    const Chunk* patient = undergoer(view_, act_);
    const bool others = act_.act->role == ActRole::patient || act_.act->stage == Stage::suspended;
    const bool does = others && patient != nullptr && patient->agreements.empty();
    if (does && !taken_into(view_, act_, *patient) && body != nullptr && !body->agreements.empty())
      return body->agreements;  // "the league suspended Syria"
    if (does && stands_for_body(body))
      return body->actors;  // "The league: on Monday | its ministers | suspended Syria"
    if (takes_in_counted(view_, act_, body)) return body->agreements;
    return std::nullopt;
  }

  // "the pact, which Peru | signed", "join | the trade bloc, | the CPTPP".
  std::optional<Entities> named_before() const {
    if (const Chunk* head = relative_head(place_, act_)) return listed_left(view_, *head);
    if (auto owner = owner_of_text(place_, act_)) return owner;
    if (Entities house = house_of_candidate(place_, act_); !house.empty()) return house;
    if (const Chunk* name = name_apposed(place_, act_)) return name->agreements;
    return std::nullopt;
  }

  // "| signed | the bill": of no agreement.
  std::optional<Entities> another_thing() const {
    if (!view_.title && !invites_counted() && meets_other_object(place_, act_)) return Entities{};
    return std::nullopt;
  }

  std::optional<Entities> named_behind() const {
    if (auto found = objects_behind(place_, act_)) return found;
    const Chunk* undergone = act_.act->strict ? undergone_by_tree(place_, act_) : nullptr;
    if (undergone != nullptr) return listed_left(view_, *undergone);
    return std::nullopt;
  }

  // "China accepted | it", "shunned | it", "has no part in | that."
  std::optional<Entities> pronoun_behind() const {
    const bool that = low(act_.words.end) == "that" && view_.is_mark(act_.words.end + 1);
    for (const Chunk& before : view_.chunks) {  // "has no part in | that."
      if (that && before.tokens.end <= act_.begin && fits(before)) return before.agreements;
    }
    const bool it =
        act_.act->strict && (low(act_.words.end) == "it" || that) && act_.form != ActForm::noun;
    const Act& row = *act_.act;
    const bool text = row.object == ActObject::agreement || row.closed || row.denied;
    if (it && text && act_.denied == row.denied) return find_spoken_of(place_, act_, subject_);
    return std::nullopt;
  }

  // Of something that is no agreement, or none that is known.
  std::optional<Entities> nothing_known() const {
    if (of_another_thing() || of_another_body() || (act_.act->strict && !meets_text()) ||
        is_of_unnamed_head(view_, act_))  // "quit by a decree that its ruler | signed |"
      return Entities{};
    return std::nullopt;
  }

  // "signed the pact and | ratified |": of what the act before is.
  std::optional<Entities> as_first_act() const {
    const FoundAct* first = subject_.same_as;
    if (first == nullptr || first->agreements.empty()) return std::nullopt;
    const bool roster = first->act->role == ActRole::members;
    const bool stays = act_.act->lasting && !first->act->joins;  // "signed the deal and will stay"
    const bool members =  // "six of its members, among them Peru, | handed in their papers"
        act_.act->stage == Stage::ratified &&
        ((roster && first->form == ActForm::noun) ||
         first->act->standing);  // "is the last EU member not to have | ratified"
    const bool outside = act_.act->denied && roster;  // "EU members stay out"
    if (stays || members || outside) return std::nullopt;
    return first->agreements;
  }

  // "the treaty that A and B signed", "the pact to which Oman belongs".
  std::optional<Entities> text_before_maker() const {
    if (Entities before = joined_before(place_, act_); !before.empty()) return before;
    const Chunk* best = nullptr;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end > act_.begin) break;
      const bool retold =
          best != nullptr && takes_pronoun(view_, act_) && tells_of_a_text(view_, chunk);
      if (fits(chunk) && !is_circumstance(view_, act_, chunk) && !is_passing(chunk) && !retold)
        best = &chunk;
    }
    const bool holds = act_.act->role == ActRole::members;  // "the league's six members are ..."
    if (best != nullptr && (subject_.chunk != best || holds)) return listed_left(view_, *best);
    return std::nullopt;
  }

  // Named on the way to an act that is of something else.
  bool is_passing(const Chunk& chunk) const {
    return (chunk.is_actor() && !governs(chunk)) || has_no_members(view_, act_, chunk) ||
           is_anothers_deal(chunk) || has_acceded_to(place_, act_, chunk) ||
           tells_of_new_text(chunk) || tells_kind(view_, chunk);
  }

  // Where no object is told: the body that the doer is tied to, that lets in, that is talked with.
  std::optional<Entities> body_around() const {
    if (const Chunk* body = tied_body(place_, act_)) return body->agreements;
    if (Entities body = seated_body(place_, act_); !body.empty()) return body;
    const bool admits = act_.act->approval || act_.act->role == ActRole::patient;
    if (admits && subject_.chunk != nullptr && !subject_.chunk->agreements.empty())
      return subject_.chunk->agreements;  // "the WTO approved the accession of Oman"
    if (Entities house = house_of_talks(place_, act_, subject_); !house.empty()) return house;
    if (Entities house = house_applied_to(place_, act_); !house.empty()) return house;
    return std::nullopt;
  }

  // "invited six: A, B ..."
  bool invites_counted() const { return counted_undergoers(view_, act_) != nullptr; }

  // "its ministers", "it": where these are a body's.
  bool stands_for_body(const Chunk* subject) const {
    return subject != nullptr && subject->anaphor && subject->actors.size() == 1 &&
           view_.reading.entities[subject->actors.front()].acceded;
  }

  // "OPEC was founded by A and B", "joined OPEC in 1961, a year after it | was founded by A and B"
  Entities made_before(const Chunk& subject) const {
    if (!subject.agreements.empty() || low(subject.tokens.begin) != "it") return subject.agreements;
    Entities made;
    bool by = false;  // not "joined OPEC eleven years after it | was founded"
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end < act_.begin && !chunk.agreements.empty()) made = chunk.agreements;
      by = by || (chunk.preposition != kNone && chunk.preposition >= act_.words.end &&
                  low(chunk.preposition) == "by");
    }
    return by ? made : Entities{};
  }

  // "The treaty | ended in May"; not "talks on | the treaty | ended in May".
  bool ends_by_itself() const {
    const Chunk* text = subject_.chunk;
    return text != nullptr && !text->is_actor() && text->preposition == kNone && !act_.denied;
  }

  // "The new accord superseded | the old one": what another text ends.
  Entities texts_ended_by() const {
    if (act_.passive || act_.form == ActForm::noun) return {};
    const bool own = view_.is(act_.words.end, Role::determiner | Role::owner);
    const Chunk* text = view_.chunk_at(act_.words.end + (own ? 1 : 0));
    return text == nullptr || text->is_actor() ? Entities{} : text->agreements;
  }

  // "EU members", "the EU's six founding members", "members of the EU": whose members they are.
  const Chunk* holder_of() const {
    for (const Chunk& chunk : view_.chunks) {
      const std::uint32_t end = chunk.tokens.end;
      const bool before =
          end == act_.begin || (chunk.possessive && end < act_.begin && act_.begin - end <= 4);
      const bool after = chunk.preposition != kNone && chunk.preposition + 1 >= act_.words.end &&
                         chunk.preposition <= act_.words.end &&
                         is_any(low(chunk.preposition), {"of", "to", "in", "at"});
      const bool within = chunk.possessive && chunk.tokens.begin >= act_.begin &&
                          chunk.tokens.end <= act_.words.begin;  // "the Union's | member states"
      if ((before || after || within) && fits(chunk)) return &chunk;
    }
    return nullptr;
  }

  // "becomes | ASEAN's eleventh | member"
  const Chunk* owner_within() const {
    if (act_.form == ActForm::noun || !act_.act->joins) return nullptr;
    for (const Chunk& chunk : view_.chunks) {
      const bool inside =
          chunk.tokens.begin > act_.words.begin && chunk.tokens.end < act_.words.end;
      if (inside && chunk.possessive && !chunk.agreements.empty()) return &chunk;
    }
    return nullptr;
  }

  bool fits(const Chunk& chunk) const { return can_be_object(act_, chunk); }

  // "NATO, which Finland joined": the head of the act's relative clause, or its passive subject.
  bool governs(const Chunk& chunk) const {
    if (subject_.chunk == &chunk) return act_.passive || act_.act->role != ActRole::agent;
    for (std::uint32_t i = chunk.tokens.end; i < act_.begin && i < chunk.tokens.end + 4; ++i) {
      if (view_.is(i, Role::relative) && !is_conjunction(view_, i)) return true;
      if (!view_.is(i, Role::preposition) && low(i) != ",") break;
    }
    return chunk.possessive && act_.words.begin - chunk.tokens.end <= 4;  // "the EU's members"
  }

  // "Oman, which had initialled | a deal with the bloc, | acceded": nobody accedes to it.
  bool is_anothers_deal(const Chunk& chunk) const {
    if (!act_.act->joins || chunk.is_actor() || chunk.agreements.size() != 1) return false;
    const Entity& deal = view_.reading.entities[chunk.agreements.front()];
    const bool two_sided =
        deal.kind == EntityKind::agreement && !deal.members.empty() && deal.members.size() < 3;
    return two_sided && act_.form == ActForm::past && view_.low(act_.begin - 1) == ",";
  }

  // "A treaty that gives it a say in | the country's other pacts, | enters into force": not they
  // do.
  bool tells_of_new_text(const Chunk& chunk) const {
    const std::uint32_t begin = view_.all.begin;
    if (act_.act->role != ActRole::own || !is_any(low(begin), {"a", "an"})) return false;
    const std::uint32_t noun = begin + (view_.is(begin + 1, Role::text) ? 1 : 2);  // "a new treaty"
    return noun < chunk.tokens.begin && view_.is(noun, Role::text) &&
           is_any(low(noun + 1), {"which", "that"});
  }

  // "Korea did the same", where its sentence has named no other.
  bool repeats_earlier() const {
    if (act_.row == nullptr || !act_.row->same || place_.number > 0) return false;
    return last_told(place_.discourse).agreement != kNone &&
           std::ranges::none_of(view_.chunks, [&](const Chunk& chunk) {
             return chunk.tokens.end <= act_.begin && !chunk.is_actor() &&
                    !chunk.agreements.empty();
           });
  }

  // "was suspended | by ECOWAS and the African Union"
  const Chunk* suspended_by() const {
    if (!act_.passive || act_.act->stage != Stage::suspended) return nullptr;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.preposition == act_.words.end && low(chunk.preposition) == "by" &&
          !chunk.agreements.empty())
        return &chunk;
    }
    return nullptr;
  }

  // "the pact | Egypt | concluded with Sudan": the text right before its maker.
  const Chunk* made_with() const {
    if (!act_.act->sides || act_.passive || low(act_.words.end) != "with") return nullptr;
    std::uint32_t at = act_.begin;
    const Chunk* maker = at > view_.all.begin ? view_.chunk_at(at - 1) : nullptr;
    if (maker != nullptr && maker->can_act()) at = maker->tokens.begin;
    if (at > view_.all.begin && low(at - 1) == "that") --at;
    const Chunk* text = at > view_.all.begin ? view_.chunk_at(at - 1) : nullptr;
    return text == nullptr || text->is_actor() || !fits(*text) ? nullptr : text;
  }

  // "is reviewing the document", "is weighing it"; "Norway will stay in."
  bool meets_text() const {
    const bool in =
        act_.act->joins && low(act_.words.end - 1) == "in";  // "Peru is in, Chad is out"
    if ((act_.act->lasting || in) && view_.is_mark(act_.words.end)) return true;
    std::uint32_t i = act_.words.end;
    if (is_any(low(i), {"it", "them"}) && (!act_.act->joins || act_.act->makes)) return true;
    while (view_.is(i, Role::determiner)) ++i;
    return i > act_.words.end && view_.is(i, Role::text) && !view_.is(i, Role::naming);
  }

  // "Talks with Japan continue", "negotiations on a side letter began": on what is not named here.
  bool of_another_thing() const {
    if (act_.act->stage == Stage::rejected && view_.is(act_.words.end - 1, Role::process))
      return is_any(low(act_.words.end), {"on", "about", "over"});  // "walked out of | talks on"
    if (act_.form != ActForm::noun || !view_.is(act_.words.begin, Role::process)) return false;
    const bool behind =  // "Talks | continue | on a clean economy"
        !act_.tail.empty() && is_any(low(act_.tail.end), {"on", "about", "over"}) &&
        view_.time_at(act_.tail.end + 1) == nullptr && view_.is_content(act_.tail.end + 2);
    return behind || is_any(low(act_.words.end), {"on", "with", "between", "about", "over", "for"});
  }

  // "has | ruled out | rejoining the union": the second act says it all.
  bool governs_next() const {
    if (act_.act->stage != Stage::rejected || place_.number + 1 >= place_.acts.size()) return false;
    const FoundAct& inner = place_.acts[place_.number + 1];
    return inner.form != ActForm::noun && inner.words.begin == act_.words.end &&
           inner.begin <= act_.begin;
  }

  // "members of the winning team", "a party to the dispute": nothing that states join.
  bool of_another_body() const {
    const bool roster = act_.act->role == ActRole::members && act_.form == ActForm::noun;
    const bool bid = act_.act->joins && act_.form != ActForm::noun && low(act_.words.end) == "of" &&
                     view_.is(act_.words.end - 1, Role::entry);
    if ((!roster && !act_.act->standing && !bid) || view_.title) return false;
    const bool behind = is_any(low(act_.words.end), {"of", "to"});  // "members | of the team"
    if (!behind && !is_any(low(act_.words.end - 1), {"of", "to"})) return false;
    const std::uint32_t at = act_.words.end + (behind ? 1 : 0);
    if (view_.chunk_at(at) != nullptr) return !view_.chunk_at(at)->anaphor;
    const bool anaphor =
        view_.is(at, Role::determiner) && view_.is(at + 1, Role::text | Role::club);
    return !anaphor && !is_any(low(at), {"it", "them", "which", "either", "neither", "both"});
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const Subject& subject_;
};

}  // namespace

Entities find_objects(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  return ObjectFinder(place, act, subject).run();
}

}  // namespace concord
