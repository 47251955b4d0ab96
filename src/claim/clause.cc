#include "claim/clause.h"

#include "claim/matter.h"
#include "claim/name_lists.h"
#include "claim/questions.h"
#include "reading/block_opening.h"

#include <algorithm>

namespace concord {
namespace {

// "Has Oman joined?", and headings that ask without a mark: "Who has left before".
bool asks(const SentenceView& view) {
  if (view.all.empty()) return true;
  const std::string_view last = view.low(view.all.end - 1);
  const bool stopped = is_any(last, {".", "!", "\"", "\xE2\x80\x9D", "'"});
  const bool heading = view.all.size() < 9 && (!stopped || view.title);
  const std::uint32_t block = view.reading.token(view.all.begin).sentence;
  const auto& sentences = view.reading.sentences;
  const bool opens = block == 0 || sentences[block - 1].block != sentences[block].block;
  const bool run_in = opens && view.all.size() < 6 &&
                      last == "." &&  // "WHO LEFT BEFORE. Qatar ..."
                      view.low(view.all.begin) == "who";
  return last == "?" || run_in ||
         (heading && is_any(view.low(view.all.begin), {"who", "what", "how", "why"}));
}

// "Oman gave notice. | It | takes effect in a year": the notice does.
bool is_of_notice(const SentenceView& view, const Discourse& discourse, const FoundAct& act) {
  const Told& told = discourse.told;
  const bool effect = act.act->role == ActRole::own && view.is(act.words.end - 1, Role::effect);
  return effect && view.low(view.all.begin) == "it" && told.act != nullptr && told.act->leaving &&
         told.sentence + 1 == view.reading.token(view.all.begin).sentence;
}

// "Oman's withdrawal took effect": what took effect is an act, not an agreement.
bool tells_of_act(const SentenceView& view, const FoundAct& act) {
  if (act.act->role != ActRole::own || view.tree.empty() || !act.parties.empty()) return false;
  if (view.is(act.begin, Role::be) && view.is(act.begin - 1, Role::naming) && act.infinitive)
    return true;  // "The withdrawal | is to take effect on Friday"
  const std::uint32_t head = view.tree.head_of(act.words);
  const std::uint32_t noun = view.tree.parent(head);  // "its departure, which | takes effect"
  const bool which = view.tree.word(head).relation == Dependency::acl_relcl && noun < head &&
                     view.is(noun, Role::naming) && view.chunk_at(noun) == nullptr;
  for (std::uint32_t i = view.all.begin; i < act.words.begin; ++i) {
    const Dependency relation = view.tree.word(i).relation;
    const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
    if (subject && (which || view.is(i, Role::naming)) && view.tree.parent(i) == head) return true;
  }
  return false;
}

// "whose own submarine contract": no word for an agreement that was named before.
bool is_described(const SentenceView& view, std::uint32_t noun) {
  for (std::uint32_t i = view.all.begin; i < noun; ++i) {
    const Dependency relation = view.tree.word(i).relation;
    const bool describes = relation == Dependency::compound || relation == Dependency::nmod_poss;
    if (describes && view.tree.parent(i) == noun) return true;
  }
  return false;
}

// "its banks collapsed": what came to its end is no agreement.
bool is_of_another_thing(const SentenceView& view, const FoundAct& act) {
  if (act.act->role != ActRole::own || view.tree.empty() || act.form == ActForm::noun) return false;
  for (const Chunk& chunk : view.chunks) {  // "the letters brought | the pact | into force"
    if (!chunk.agreements.empty() && act.words.contains(chunk.tokens.begin)) return false;
  }
  // The nearest subject: "The terms being met, | the pact | takes effect".
  for (std::uint32_t i = act.words.begin; i-- > view.all.begin;) {
    const SyntaxWord& word = view.tree.word(i);
    const bool subject =
        word.relation == Dependency::nsubj || word.relation == Dependency::nsubj_pass;
    if (!subject || !act.words.contains(view.tree.parent(i))) continue;
    if (word.word_class != WordClass::noun) return false;
    const Chunk* chunk = view.chunk_at(i);
    if (chunk == nullptr && is_described(view, i)) return true;
    if (chunk != nullptr && chunk->legislature) return true;      // "its parliament was dissolved"
    if (chunk == nullptr && view.is(i, Role::rite)) return true;  // "the ceremony was cancelled"
    return chunk == nullptr &&
           !view.is(i, Role::text | Role::club | Role::process | Role::naming | Role::country);
  }
  return false;
}

// "Mine Ban Treaty: A and B came in last year": what is told behind a text's name is told of it.
void take_labelled(const SentenceView& view, std::vector<FoundAct>& acts) {
  if (view.chunks.empty()) return;
  const Chunk& label = view.chunks.front();
  const bool heads = label.agreements.size() == 1 && view.low(label.tokens.end) == ":" &&
                     label.tokens.begin == view.all.begin;
  for (FoundAct& act : acts) {
    const bool named = std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
      return chunk.agreements == act.agreements && !act.agreements.empty();
    });
    if (heads && !named) act.agreements = label.agreements;
  }
}

}  // namespace

SentenceActs read_sentence(const Report& report, const Reading& reading, const Lexicon& lexicon,
                           const Sentence& sentence, Discourse& discourse) {
  const std::uint32_t number = reading.token(sentence.tokens.begin).sentence;
  if (sentence.dateline) return {};
  if (names_speaker(reading, number)) {
    carry_question(number, discourse);
    return {};
  }
  SentenceView view(report, reading, lexicon.acts, sentence, discourse);
  recall_matter(view, discourse);
  std::vector<FoundAct> acts;
  if (asks(view)) {
    remember_question(view, discourse);
  } else if (!is_label(reading, number)) {
    acts = find_predicates(view);
    turn_by_predicate(view, acts);
    find_arguments(view, discourse, acts);
    share_acts(view, discourse, acts);
    take_labelled(view, acts);
  }
  std::vector<FoundAct> kept;
  std::ranges::copy_if(acts, std::back_inserter(kept), [&](const FoundAct& act) {
    const bool idle = act.form == ActForm::noun && !act.act->nominal && act.parties.empty() &&
                      act.act->role != ActRole::members;  // "has 125 members. Oman is not one"
    return !idle && !tells_of_act(view, act) && !is_of_notice(view, discourse, act) &&
           !is_of_another_thing(view, act) && !is_supposed(view, act) &&
           !(act.act->strict && act.agreements.empty());
  });
  // "signed by the present members: A and B": the list is told of once, by the act itself.
  std::erase_if(kept, [&](const FoundAct& roster) {
    return roster.act->role == ActRole::members && roster.form == ActForm::noun &&
           std::ranges::any_of(kept, [&](const FoundAct& act) {
             return act.act->role != ActRole::members && act.passive && act.begin < roster.begin &&
                    !act.parties.empty() && act.parties == roster.parties &&
                    act.agreements == roster.agreements;
           });
  });
  std::vector<FoundAct> told = kept;  // "Peru did in 2004, Chile in 2003, but neither ratified"
  std::ranges::stable_sort(told, {}, [](const FoundAct& act) { return act.words.begin; });
  remember(view, told, discourse);
  remember_entry(view, discourse);
  return {std::move(view.chunks), std::move(view.persons), std::move(kept)};
}

std::vector<FoundAct> find_acts(const Report& report, const Reading& reading,
                                const Lexicon& lexicon, const Sentence& sentence,
                                Discourse& discourse) {
  return read_sentence(report, reading, lexicon, sentence, discourse).acts;
}

bool is_lower_house(const SentenceView& view, const Chunk& house) {
  const std::uint32_t end = house.tokens.end;
  bool lower = view.low(end) == "of" && view.is(end + 1, Role::government) &&
               view.is(end - 1, Role::legislature);
  for (std::uint32_t i = house.tokens.begin; i < end; ++i) lower = lower || view.is(i, Role::lower);
  for (std::uint32_t i = view.all.begin; lower && i < view.all.end; ++i) {
    if (view.is(i, Role::complete) || is_any(view.low(i), {"after", "both", "second"}))
      return false;
  }
  return lower;
}

}  // namespace concord
