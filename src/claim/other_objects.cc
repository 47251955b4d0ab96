// Whether what follows an act is another thing than an agreement: "signed the bill", "left the EU
// summit", "left the Soviet Union".
#include "claim/arguments.h"

namespace concord {
namespace {

class OtherObject {
 public:
  explicit OtherObject(const ActPlace& place) : place_(place), view_(place.view) {}

  bool follows(const FoundAct& act) const {
    const bool owned = act.form == ActForm::noun && low(act.words.end - 1) == "of";
    const bool moves =  // not "the departures of | Chad and Peru |"
        (act.act->leaving && !owned) ||
        (act.act->joins && is_any(low(act.words.end - 1), {"to", "into"}));
    return (moves && left_other(act)) || is_talk_of_matter(act) || has_other_object(act) ||
           joins_thing_of(view_, act) || is_said_other(act) || is_of_kind(act) ||
           turns_to_other(act) || signs_with_unknown(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "is in talks | with Brussels on visa-free travel": on no agreement.
  bool is_talk_of_matter(const FoundAct& act) const {
    if (act.act->stage != Stage::negotiating || act.form == ActForm::noun) return false;
    const Chunk* other = view_.chunk_at(act.words.end + 1);
    if (low(act.words.end) != "with" || other == nullptr || !other->is_actor()) return false;
    const std::uint32_t on = other->tokens.end;
    if (!is_any(low(on), {"on", "about", "over"}) || place_.next <= on + 1) return false;
    if (view_.time_at(on + 1) != nullptr) return false;
    for (std::uint32_t i = on + 1; i < place_.next && !view_.is_mark(i); ++i) {
      const bool may =
          view_.chunk_at(i) != nullptr ||
          view_.is(i, Role::text | Role::process | Role::club | Role::singular | Role::terms);
      if (may) return false;
    }
    return true;
  }

  // "signed the bill", "refused food": what follows is another thing.
  bool has_other_object(const FoundAct& act) const {
    if (act.passive || act.form == ActForm::noun || act.act->role == ActRole::own) return false;
    if (act.act->leaving && low(act.words.end) == "it" &&
        is_any(low(act.words.end + 1), {"at", "there"}))
      return true;                             // "left it at that"
    for (const Chunk& chunk : view_.chunks) {  // "declared | the Soviet Union | dead"
      const bool inside = chunk.tokens.begin > act.words.begin &&
                          chunk.tokens.end < act.words.end &&
                          view_.is(act.words.begin, Role::declares);
      const bool other = inside && act.act->leaving && act.act->role == ActRole::agent &&
                         chunk.is_actor() && chunk.agreements.empty() && !chunk.anaphor &&
                         !chunk.possessive && chunk.preposition == kNone;
      if (other) return true;
    }
    if (act.act->stage == Stage::conditional) return false;  // "depends on reform"
    if (!view_.tree.empty()) return has_other_patient(act);
    std::uint32_t i = act.words.end;
    if (view_.chunk_at(i) != nullptr || view_.time_at(i) != nullptr) return false;
    bool noun = false;
    for (; i < act.words.end + 6 && view_.all.contains(i); ++i) {
      if (view_.chunk_at(i) != nullptr) return false;
      if (view_.is(i, Role::text | Role::naming)) return false;
      const bool opens = view_.is(i, Role::determiner | Role::owner | Role::count);
      if (opens) continue;
      if (!view_.is_content(i) || view_.is_mark(i) || view_.time_at(i) != nullptr) break;
      if (noun && low(i).ends_with("ing")) break;
      if (low(i).ends_with("ly") || is_any(low(i), {"first", "together", "such"})) continue;
      noun = true;
    }
    return noun;
  }

  // The same by the tree.
  bool has_other_patient(const FoundAct& act) const {
    if (counts_some(act) || takes_decree(act) || takes_unnamed_texts(act) || admits_other(act) ||
        pauses_other(act))
      return true;
    if (is_near_text(act)) return false;
    // "is to withdraw, | its energy ministry announces": no object behind a comma.
    for (std::uint32_t i = act.words.end; i < place_.next && low(i) != ","; ++i) {
      const Chunk* text = view_.chunk_at(i);  // "its plan to join | the pact | angered Chile"
      if (text != nullptr && text->tokens.begin <= act.words.end + 1 && !text->is_actor() &&
          !text->possessive && !text->agreements.empty())
        return false;
      if (is_patient(act, i)) return is_other(act, i);
    }
    return false;
  }

  // "signed the [executive] order | hours after ...", "has drawn up | a bill to join".
  bool takes_decree(const FoundAct& act) const {
    std::uint32_t noun = act.words.end + 1;
    if (!view_.is(noun - 1, Role::determiner)) return false;
    if (!view_.is(noun, Role::decree)) ++noun;
    if (!view_.is(noun, Role::decree)) return false;
    if (act.act->stage == Stage::agreed && act.act->sides) return true;
    return act.act->stage == Stage::signed_ && !view_.is(noun + 1, Role::preposition) &&
           view_.is_content(noun + 1);
  }

  // "signed | treaties of friendship".
  bool takes_unnamed_texts(const FoundAct& act) const {
    const std::uint32_t next = over_aside(act.words.end);
    const bool plural = low(next).ends_with('s') && view_.is(next, Role::text) && !view_.title;
    return plural && view_.chunk_at(next) == nullptr && low(next + 1) == "of";
  }

  // "pause | fighting | in the north".
  bool pauses_other(const FoundAct& act) const {
    const std::uint32_t next = over_aside(act.words.end);
    return act.act->stage == Stage::suspended && low(next).ends_with("ing") &&
           view_.is(next + 1, Role::preposition);
  }

  // "signed the rewritten | Lima deal |".
  bool is_near_text(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i < act.words.end + 3 && !view_.is_mark(i); ++i) {
      const Chunk* text = view_.chunk_at(i);
      if (text == nullptr || text->tokens.begin != i) continue;
      return !text->is_actor() && !text->possessive && !text->agreements.empty() &&
             text->preposition == kNone;
    }
    return false;
  }

  // Whether a token is what is signed, joined, left.
  bool is_patient(const FoundAct& act, std::uint32_t i) const {
    const bool object =
        view_.tree.word(i).relation == Dependency::obj || is_object_of_particle(act, i);
    if (!object || !act.words.contains(view_.tree.parent(i))) return false;
    if (view_.is(i, Role::adverb) || low(i) == "either") return false;  // "did not sign either"
    return low(i + 1) != "in" || low(i + 2) != low(i);                  // "hand in hand"
  }

  // Whether it is no agreement, nor a word for one.
  bool is_other(const FoundAct& act, std::uint32_t patient) const {
    const SyntaxWord& word = view_.tree.word(patient);
    if (const Chunk* chunk = view_.chunk_at(patient))
      return is_company(act, *chunk) || is_goal(act, *chunk) || is_officer(act, *chunk);
    if (word.word_class == WordClass::pron) return false;
    const bool counted = view_.is(patient, Role::count);
    const bool number = counted || view_.reading.token(patient).kind == WordKind::number;
    if (number && low(act.words.end - 1) == "for") return true;  // "will vote for | the 28 |"
    if (counted) return false;  // "signed | the two that concern it"
    if (view_.is(patient, Role::text) && is_new(patient)) return true;
    const Chunk* before = view_.chunk_at(patient - 1);
    const bool others = before != nullptr && before->is_actor();  // "left the EU talks"
    const bool its_own = view_.is(patient, Role::text | Role::naming) ||
                         (!others && !act.act->joins && view_.is(patient, Role::process)) ||
                         (word.relation == Dependency::obl &&
                          view_.is(patient, Role::club));  // "withdrew from the court"
    return !its_own && view_.time_at(patient) == nullptr && !holds_agreement(act, patient);
  }

  // "signed | instead, in Ankara, three | agreements": past what stands before the object.
  std::uint32_t over_aside(std::uint32_t at) const {
    constexpr std::uint32_t kAsideMax = 6;
    std::uint32_t i = at;
    while (view_.is(i, Role::adverb) || low(i) == "instead") ++i;
    if (low(i) == "," && view_.is(i + 1, Role::preposition)) {
      std::uint32_t comma = i + 1;
      while (comma < i + kAsideMax && low(comma) != ",") ++comma;
      if (low(comma) == ",") i = comma + 1;
    }
    while (view_.is(i, Role::count)) ++i;
    return i;
  }

  // "signed | the decision on its admission": no text that it joins.
  bool admits_other(const FoundAct& act) const {
    constexpr std::uint32_t kWordsMax = 4;
    const std::uint32_t noun = act.words.end + 1;
    if (act.act->stage != Stage::signed_ || !view_.is(noun - 1, Role::determiner)) return false;
    if (view_.is(noun, Role::text) || !view_.is(noun, Role::naming) || low(noun + 1) != "on")
      return false;
    for (std::uint32_t i = noun + 2; i < noun + 2 + kWordsMax; ++i) {
      if (view_.is(i, Role::entry)) return true;
    }
    return false;
  }

  // "has ratified | only 14 of | its conventions": which, is not told.
  bool counts_some(const FoundAct& act) const {
    std::uint32_t i = act.words.end;
    while (view_.is(i, Role::adverb)) ++i;
    const bool number = view_.all.contains(i) && view_.reading.token(i).kind == WordKind::number;
    return number && low(i + 1) == "of" && view_.time_at(i) == nullptr;
  }

  // "the letter reached | Lisbon": no text is agreed.
  static bool is_goal(const FoundAct& act, const Chunk& where) {
    return act.act->sides && act.act->stage == Stage::agreed && where.is_actor() &&
           where.agreements.empty() && !where.anaphor && !where.possessive;
  }

  // "Oman threw out | the ambassador |".
  static bool is_officer(const FoundAct& act, const Chunk& whom) {
    return act.act->stage == Stage::rejected && whom.government && whom.agreements.empty() &&
           !whom.possessive;
  }

  // "Oman joins | Peru | and will not take part", "they joined | the rebels": one stands by
  // another.
  bool is_company(const FoundAct& act, const Chunk& whom) const {
    const bool joins = act.act->joins && act.act->role == ActRole::agent &&
                       !is_any(low(whom.tokens.end), {"as", "in", "inside", "within"});
    if (!joins || !whom.is_actor() || whom.possessive) return false;
    if (whom.anaphor && low(whom.tokens.begin) != "the") return false;
    const Entity& first = view_.reading.entities[whom.actors.front()];
    const bool other = first.kind == EntityKind::state ||
                       (first.kind == EntityKind::body && !first.acceded && !whom.anaphor);
    return other && std::ranges::none_of(view_.chunks, [&](const Chunk& chunk) {
             return chunk.tokens.begin >= whom.tokens.end && !chunk.agreements.empty() &&
                    chunk.tokens.begin < place_.next;
           });
  }

  // "agreed on | a crossing", "walked out of | the predecessor": a noun behind the act's own
  // preposition.
  bool is_object_of_particle(const FoundAct& act, std::uint32_t noun) const {
    const Stage stage = act.act->stage;
    const bool moves = act.act->leaving || (act.act->joins && stage == Stage::party) ||
                       (act.act->sides && stage == Stage::agreed) ||
                       is_any(low(act.words.end - 1), {"for", "against"}) ||
                       (act.act->approval && low(act.words.end - 1) == "of");
    const Dependency relation = view_.tree.word(noun).relation;  // "voted for | a tax |"
    const bool governed =
        relation == Dependency::obl || (relation == Dependency::nmod && act.act->approval);
    if (!moves || !governed || act.words.size() < 2) return false;
    const WordClass kind = view_.tree.word(noun).word_class;  // "belongs to | Concacaf"
    if (kind != WordClass::noun && kind != WordClass::propn) return false;
    for (std::uint32_t i = act.words.begin; i < act.words.end; ++i) {
      if (view_.tree.parent(i) == noun && view_.tree.word(i).relation == Dependency::case_mark)
        return true;
    }
    return false;
  }

  // "signed a lease agreement", "ratified friendship pacts": others than those spoken of.
  bool is_new(std::uint32_t noun) const {
    bool bare = low(noun).ends_with("s") && !view_.title;
    for (std::uint32_t i = view_.all.begin; i < noun; ++i) {
      if (view_.tree.parent(i) != noun) continue;
      if (is_any(low(i), {"a", "an", "another", "any"})) return true;
      const Dependency of = view_.tree.word(i).relation;
      const bool counted =  // "signed two accords in Rome"; not "two, one on fish"
          of == Dependency::nummod && view_.is_mark(noun + 1);
      bare = bare && of != Dependency::det && of != Dependency::nmod_poss && !counted;
    }
    return bare;
  }

  // "| Peru | is tied to a stronger neighbour": no step of its own is.
  bool hangs_otherwise(const FoundAct& act) const {
    const Chunk* subject = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    return subject != nullptr && subject->is_actor() && !subject->possessive && !subject->anaphor &&
           subject->agreements.empty() && view_.is(act.words.begin, Role::be);
  }

  // "has signed | with its bondholders": who they are, nobody tells.
  bool signs_with_unknown(const FoundAct& act) const {
    if (act.act->stage != Stage::signed_ || act.form == ActForm::noun || view_.tree.empty())
      return false;
    const std::uint32_t with = act.words.end;
    std::uint32_t noun = with + 1;
    while (view_.is(noun, Role::determiner | Role::owner | Role::count)) ++noun;
    return low(with) == "with" && view_.all.contains(noun) && view_.chunk_at(noun) == nullptr &&
           view_.chunk_at(with + 1) == nullptr && view_.tree.word(noun).tag == Penn::nns &&
           view_.time_at(noun) == nullptr && low(noun) != "others" &&
           !view_.is(noun, Role::country | Role::nations);
  }

  // "gave its blessing to | a railway", "said no to | higher taxes": a thing that no text brought
  // in, behind the preposition that the words end in.
  bool turns_to_other(const FoundAct& act) const {
    constexpr std::uint32_t kWordsMax = 5;
    const Roles own = Role::text | Role::naming | Role::process | Role::club | Role::union_ |
                      Role::terms | Role::member | Role::fellows | Role::entry | Role::candidacy |
                      Role::programme | Role::scheme | Role::talks | Role::seat | Role::charter |
                      Role::country | Role::nations | Role::halts | Role::truce | Role::wording |
                      Role::parley | Role::accession | Role::poll | Role::zone;
    if (view_.tree.empty() || act.act->role == ActRole::own) return false;
    if (act.act->stage == Stage::conditional) return hangs_otherwise(act);
    if (act.words.size() < 2 || !view_.is(act.words.end - 1, Role::preposition)) return false;
    const bool verb = act.act->stage == Stage::considering && low(act.words.end - 1) == "to" &&
                      place_.next != act.words.end && view_.all.contains(act.words.end) &&
                      view_.tree.word(act.words.end).tag == Penn::vb &&
                      !view_.is(act.words.end, Role::becomes | Role::be | Role::accedes) &&
                      !view_.is(act.words.end + 1, own);
    if (verb) return true;  // "applied to | host the games |"
    const bool indefinite = is_any(low(act.words.end), {"a", "an", "another"});
    const bool fresh = indefinite || view_.is(act.words.end, Role::determiner | Role::owner);
    const bool of_own = low(act.words.end - 1) == "of" && view_.is(act.words.end - 2, own);
    const bool details = !indefinite &&  // "bargains over | the fish", "missing from | the hall"
                         (act.act->stage == Stage::negotiating || act.act->denied);
    if (of_own || details) return false;  // "left the club of | French speakers"
    std::uint32_t noun = kNone;
    for (std::uint32_t i = act.words.end; i < act.words.end + kWordsMax + 1; ++i) {
      if (!view_.all.contains(i) || view_.is(i, own) || view_.time_at(i) != nullptr) break;
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr || view_.reading.token(i).agreement == AgreementWord::head) return false;
      const WordClass kind = view_.tree.word(i).word_class;
      const bool within = kind == WordClass::noun || kind == WordClass::adj || low(i) == "-" ||
                          (fresh && i == act.words.end);
      if (!within) break;
      if (kind == WordClass::noun) noun = i;
    }
    if (noun == kNone || view_.is(noun + 1, own) || view_.chunk_at(noun + 1) != nullptr)
      return false;
    const bool plural = low(noun).ends_with('s') && noun < act.words.end + 3;
    return (fresh || plural) && !holds_agreement(act, noun);
  }

  // "suspended one clause of the accord": what is done to a part is done to the whole; "adopted a
  // report on the accord" is about another text.
  bool holds_agreement(const FoundAct& act, std::uint32_t noun) const {
    const bool law = act.act->stage != Stage::agreed && view_.is(noun, Role::decree | Role::draft);
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      if (chunk.agreements.empty() || chunk.is_actor() || chunk.tokens.begin < noun) return false;
      const bool about = chunk.preposition == noun + 1 && low(noun + 1) == "on" &&
                         !view_.is(noun, Role::process) && !law;
      if (about) return false;
      return view_.tree.path(noun, view_.tree.head_of(chunk.tokens), 2, true).starts_with("nmod");
    });
  }

  // "vetoed | EU | aid", "depends on | EU | money"
  bool is_of_kind(const FoundAct& act) const {
    const Stage stage = act.act->stage;
    const bool ends = stage == Stage::rejected || stage == Stage::conditional ||
                      stage == Stage::withdrawn || stage == Stage::agreed;
    if (!ends || act.form == ActForm::noun) return false;
    const Chunk* body = view_.chunk_behind(act.words.end);
    return body != nullptr && tells_kind(view_, *body);
  }

  // "What the president | signed | was a letter", "What | ran out | was the block of storage".
  bool is_said_other(const FoundAct& act) const {
    std::uint32_t what = view_.all.begin;
    while (what < act.begin && is_any(low(what), {"but", "and", "yet", ",", "\""})) ++what;
    if (low(what) != "what" || act.form == ActForm::noun) return false;
    std::uint32_t i = act.words.end;
    while (i < place_.next && !view_.is(i, Role::be)) ++i;
    if (i >= place_.next) return false;
    const std::uint32_t named = i + 1;
    while (view_.is(++i, Role::determiner | Role::owner | Role::count | Role::adverb)) {
    }
    const std::uint32_t first = i;
    for (; view_.is_content(i) && !view_.is_mark(i) && !view_.is(i, Role::preposition); ++i) {
      if (view_.chunk_at(i) != nullptr || view_.time_at(i) != nullptr) return false;
      if (view_.is(i, Role::text | Role::naming | Role::process | Role::club | Role::terms))
        return false;
    }
    return i > first && first > named && view_.chunk_at(named) == nullptr;
  }

  // "left the Soviet Union", "will return to Washington": its object is no agreement. "It | leaves
  // | the court with four clients": nobody goes.
  bool left_other(const FoundAct& act) const {
    const Chunk* chunk = view_.chunk_at(act.words.end);
    if (chunk == nullptr && !is_any(low(act.words.end), {";", ":", ","}))
      chunk = view_.chunk_at(act.words.end + 1);  // not "has left; | Peru | is in"
    const std::uint32_t with = chunk == nullptr ? kNone : chunk->tokens.end;
    const bool it = is_any(low(act.begin - 1), {"it", "that", "this", "which"});
    if (it && with != kNone && act.form == ActForm::present && low(with) == "with" &&
        view_.is(with + 1, Role::count))
      return true;
    return chunk != nullptr && chunk->is_actor() && chunk->agreements.empty() && !chunk->anaphor &&
           !chunk->possessive && !act.passive &&
           (chunk->preposition == kNone || act.words.contains(chunk->preposition));
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool meets_other_object(const ActPlace& place, const FoundAct& act) {
  return OtherObject(place).follows(act);
}

}  // namespace concord
