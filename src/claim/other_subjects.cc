// What is told of another thing: the subject of the verb is no agreement that was spoken of.
//
//   the matter [was closed]     A plan for a reserve [was turned down by] Chile     The ferry
//   sailed for nobody, for it [was cancelled]
#include "claim/arguments.h"

namespace concord {
namespace {

class OtherSubjects {
 public:
  explicit OtherSubjects(const ActPlace& place) : view_(place.view) {}

  bool holds(const FoundAct& act) const {
    return (act.act->stage == Stage::terminated && is_of_other_one(act)) || is_told_of_other(act) ||
           of_new_text(act) || of_new_thing(act) || of_its_own(act) || is_of_new_one(act) ||
           of_thing_before(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // The subject of a verb; kNone where it has none of its own.
  std::uint32_t subject_of(const FoundAct& act) const {
    if (view_.tree.empty() || act.form == ActForm::noun) return kNone;
    return subject_of_verb(view_.tree.head_of(act.words), act.begin);
  }
  std::uint32_t subject_of_verb(std::uint32_t verb, std::uint32_t end) const {
    for (std::uint32_t i = view_.all.begin; i < end; ++i) {
      const Dependency relation = view_.tree.word(i).relation;
      const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
      if (subject && view_.tree.parent(i) == verb) return i;
    }
    return kNone;
  }

  // "Separate | talks | with the rebels, mediated by Norway, | collapsed", "the coalition
  // collapsed"
  bool is_of_other_subject(const FoundAct& act) const {
    const std::uint32_t i = subject_of(act);
    return i != kNone && is_thing(i);
  }
  // A noun for nothing that states agree on or join; "an agreement with Oman on | customs | was
  // signed" is told of the agreement.
  bool is_thing(std::uint32_t i) const {
    return view_.tree.word(i).word_class == WordClass::noun && view_.chunk_at(i) == nullptr &&
           !view_.is(i - 1, Role::preposition) &&
           !view_.is(i, Role::text | Role::scheme | Role::club | Role::union_ | Role::naming |
                            Role::process | Role::paper | Role::country | Role::nations |
                            Role::government | Role::fellows | Role::terms | Role::wording |
                            Role::draft | Role::talks);
  }

  // "An amendment on organisms, adopted in 2005, | is not in force |": not the text spoken of.
  bool of_new_text(const FoundAct& act) const {
    const bool may = act.act->role == ActRole::own || act.passive;
    if (view_.tree.empty() || act.form == ActForm::noun || !may) return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    std::uint32_t noun = subject_of(act);
    if (noun == kNone && view_.tree.word(verb).relation == Dependency::acl)
      noun = view_.tree.parent(verb);
    if (noun == kNone || !view_.is(noun, Role::text) || view_.chunk_at(noun) != nullptr)
      return false;
    return is_any(low(noun - 1), {"a", "an", "another"}) && is_any(low(noun + 1), {"on", "to"});
  }

  // "left the pact, and the matter | was closed |": what befell something else.
  bool is_told_of_other(const FoundAct& act) const {
    const bool by = low(act.words.end) == "by";
    if (!act.passive || by || act.act->role == ActRole::patient) return false;
    const bool named = std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      const std::uint32_t at =
          chunk.tokens.begin;  // not "was reached, and | the pact | took effect"
      const bool clause = is_any(low(at - 1), {",", "and"}) || is_any(low(at - 2), {",", "and"});
      return at >= act.words.begin && chunk.agreements == act.agreements && !clause;
    });
    return !named && is_of_other_subject(act);
  }

  // "A plan for a reserve | was turned down by | Chile": new, and of no agreement.
  bool of_new_thing(const FoundAct& act) const {
    const std::uint32_t noun = act.passive ? subject_of(act) : kNone;
    if (noun == kNone || view_.chunk_at(noun) != nullptr) return false;
    const bool fresh = is_any(low(view_.all.begin), {"a", "an"}) && noun <= view_.all.begin + 2 &&
                       (is_thing(noun) || view_.is(noun, Role::scheme));
    return fresh && names_none(view_.all.begin, act.begin);  // not "A draft of the pact"
  }
  // "Iraq joined, but its neighbours | stay away |": others, whom nobody names. "Peru signed, after
  // the fish | had gone |": what leaves no treaty.
  bool of_its_own(const FoundAct& act) const {
    const std::uint32_t noun = act.act->role == ActRole::agent ? subject_of(act) : kNone;
    if (noun == kNone || !is_thing(noun)) return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    const bool aside = act.act->leaving && view_.tree.word(verb).relation == Dependency::advcl;
    const bool others = view_.is(noun - 1, Role::owner) && view_.tree.word(noun).tag == Penn::nns;
    return aside || (others && (act.act->joins || act.act->object == ActObject::agreement));
  }

  bool names_none(std::uint32_t begin, std::uint32_t end) const {
    return std::ranges::none_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin >= begin && chunk.tokens.end <= end && !chunk.agreements.empty();
    });
  }

  // "The ferry carried nobody, for it | was cancelled |": "it" is what the main clause is about.
  bool of_thing_before(const FoundAct& act) const {
    const std::uint32_t it = subject_of(act);
    if (it == kNone || low(it) != "it" || !(act.passive || act.act->role == ActRole::own))
      return false;
    for (std::uint32_t verb = view_.all.begin; verb < it; ++verb) {
      if (view_.tree.word(verb).relation != Dependency::root) continue;
      const std::uint32_t noun = subject_of_verb(verb, verb);
      return noun != kNone && is_thing(noun) && names_none(view_.all.begin, it) &&
             view_.tree.word(noun).tag == Penn::nn;
    }
    return false;
  }

  // "The pact lapsed, and no new one | has been signed |"
  bool is_of_new_one(const FoundAct& act) const {
    if (act.begin < view_.all.begin + 3 || low(act.begin - 1) != "one") return false;
    return low(act.begin - 3) == "no" || view_.is(act.begin - 2, Role::fresh);
  }

  // "It is the second truce. | The first, | in 2023, | collapsed": not the one spoken of.
  bool is_of_other_one(const FoundAct& act) const {
    if (is_of_other_subject(act)) return true;
    const std::uint32_t subject = subject_of(act);  // "before the night was out | he | was dead"
    if (subject != kNone && is_any(low(subject), {"he", "she"})) return true;
    std::uint32_t at = view_.all.begin;
    if (!is_any(low(at++), {"the", "that", "an"})) return false;
    const bool one = is_any(low(at), {"first", "second", "last", "previous", "other", "earlier"});
    return one && (view_.is_mark(at + 1) || at + 1 == act.begin || low(at + 1) == "one");
  }

  const SentenceView& view_;
};

}  // namespace

bool is_of_another_subject(const ActPlace& place, const FoundAct& act) {
  return OtherSubjects(place).holds(act);
}

}  // namespace concord
