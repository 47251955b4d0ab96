#include "claim/clause.h"

#include "claim/arguments.h"

#include <algorithm>

namespace concord {
namespace {

using Role = ClauseWord::Role;

// "joined the WTO": what is joined is no party that later words mean.
bool is_object(const Chunk& chunk, const std::vector<FoundAct>& acts) {
  return std::ranges::any_of(acts, [&](const FoundAct& act) {
    return chunk.actors == act.agreements && chunk.actors != act.parties;
  });
}

// "Has Oman joined?", and headings that ask without a mark: "Who has left before".
bool asks(const SentenceView& view) {
  if (view.all.empty()) return true;
  const std::string_view last = view.low(view.all.end - 1);
  const bool stopped = is_any(last, {".", "!", "\"", "\xE2\x80\x9D", "'"});
  const bool heading = view.all.size() < 9 && (!stopped || view.title);
  return last == "?" ||
         (heading && is_any(view.low(view.all.begin), {"who", "what", "how", "why"}));
}

// "Oman's withdrawal took effect": what took effect is an act, not an agreement.
bool tells_of_act(const SentenceView& view, const FoundAct& act) {
  if (act.act->role != ActRole::own || view.tree.empty() || !act.parties.empty()) return false;
  const std::uint32_t head = view.tree.head_of(act.words);
  for (std::uint32_t i = view.all.begin; i < act.words.begin; ++i) {
    if (view.is(i, Role::naming) && view.tree.parent(i) == head) return true;
  }
  return false;
}

// "its banks collapsed": what came to its end is no agreement.
bool is_of_another_thing(const SentenceView& view, const FoundAct& act) {
  if (act.act->role != ActRole::own || view.tree.empty() || act.form == ActForm::noun) return false;
  for (std::uint32_t i = view.all.begin; i < act.words.begin; ++i) {
    const SyntaxWord& word = view.tree.word(i);
    const bool subject =
        word.relation == Dependency::nsubj || word.relation == Dependency::nsubj_pass;
    if (!subject || !act.words.contains(view.tree.parent(i))) continue;
    if (word.word_class != WordClass::noun) return false;
    const Chunk* chunk = view.chunk_at(i);
    return chunk == nullptr &&
           !view.is(i, Role::text | Role::club | Role::process | Role::naming | Role::country);
  }
  return false;
}

// "Who has not signed yet?", "Has everybody ratified?": what the next sentence answers ("Egypt and
// Syria have not.").
void remember_question(const SentenceView& view, Discourse& discourse) {
  if (!is_any(view.low(view.all.begin), {"who", "which", "has", "have", "did"})) return;
  std::vector<FoundAct> acts = find_predicates(view);
  find_arguments(view, discourse, acts);
  for (const FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    discourse.agreement = act.agreements.back();
    discourse.act = act.act;
    discourse.effect = act.effect;
    discourse.denied = act.denied;
    discourse.turned_by = act.turned_by;
    return;
  }
}

void remember(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse) {
  const std::vector<std::uint32_t>* topic = nullptr;
  const std::uint32_t sentence = view.reading.tokens[view.all.begin].sentence;
  for (const Chunk& chunk : view.chunks) {
    if (!view.title) {
      for (const std::uint32_t named : chunk.agreements) {
        const bool passing = chunk.is_actor() && named != discourse.main;
        discourse.spoken.push_back({named, sentence, passing ? 1 : 2, nullptr});
      }
    }
    const bool person =
        is_any(view.low(chunk.tokens.begin), {"he", "she"}) || (chunk.anaphor && chunk.government);
    if (!chunk.is_actor() || person || is_object(chunk, acts)) continue;
    discourse.groups.push_back(chunk.actors);
    const bool subject = chunk.preposition == kNone && !chunk.possessive;
    if (topic == nullptr && subject) topic = &chunk.actors;
  }
  for (const FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    if (!view.title) {
      for (const std::uint32_t one : act.agreements) {
        discourse.spoken.push_back({one, sentence, 2, act.act});
        if (!view.reading.entities[one].members.empty() && act.act->sides)
          add_new(discourse.sides[one], act.parties);
      }
    }
    discourse.agreement = act.agreements.back();
    discourse.act = act.act;
    discourse.effect = act.effect;
    discourse.denied = act.denied;
    discourse.by_crowd = act.by_crowd && act.parties.empty();
    discourse.turned_by = act.turned_by;
  }
  if (topic != nullptr) {
    discourse.parties = *topic;
  } else if (!acts.empty() && !acts.front().parties.empty()) {
    discourse.parties = acts.front().parties;
  }
  if (discourse.groups.size() > 40) {
    discourse.groups.erase(discourse.groups.begin(), discourse.groups.end() - 20);
  }
}

}  // namespace

std::vector<FoundAct> find_acts(const Report& report, const Reading& reading,
                                const Lexicon& lexicon, const Sentence& sentence,
                                Discourse& discourse) {
  const SentenceView view(report, reading, lexicon.acts, sentence, discourse);
  std::vector<FoundAct> acts;
  if (asks(view)) {
    remember_question(view, discourse);
  } else {
    acts = find_predicates(view);
    turn_by_predicate(view, acts);
    find_arguments(view, discourse, acts);
    share_acts(view, discourse, acts);
  }
  std::vector<FoundAct> kept;
  std::ranges::copy_if(acts, std::back_inserter(kept), [&](const FoundAct& act) {
    const bool idle = act.form == ActForm::noun && !act.act->nominal && act.parties.empty() &&
                      act.act->role != ActRole::members;  // "has 125 members. Oman is not one"
    return !idle && !tells_of_act(view, act) && !is_of_another_thing(view, act) &&
           !is_supposed(view, act) && !(act.act->strict && act.agreements.empty());
  });
  remember(view, kept, discourse);
  return kept;
}

}  // namespace concord
