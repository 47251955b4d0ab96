// Where the words that stand for actors look for them: the clause they are in, the last state
// named, the last several, all named last.
#include <algorithm>
#include <iterator>

#include "claim/chunks.h"

namespace concord {

// "Peru is undecided; Chile signed in 2019 and | its | senate approved it": where the main clause
// that a word stands in has a subject of its own, its begin; else the sentence's.
std::uint32_t SentenceView::own_clause(std::uint32_t i) const {
  std::uint32_t begin = all.begin;
  if (tree.empty()) return begin;
  for (const Chunk& chunk : chunks) {
    if (!chunk.is_actor() || chunk.preposition != kNone || chunk.possessive) continue;
    if (chunk.tokens.end > i || chunk.anaphor) continue;
    const std::string_view before = low(chunk.tokens.begin - 1);
    if (before == ";") begin = chunk.tokens.begin;
    const bool last =  // "Oman signed, and | Chad acceded |; it will"
        low(i - 1) == ";" && is_finite(chunk.tokens.end) && is_any(before, {",", "and", "but"});
    if (last) begin = chunk.tokens.begin;
    const std::uint32_t head = tree.head_of(chunk.tokens);
    const std::uint32_t verb = tree.parent(head);
    const Dependency relation = tree.word(head).relation;
    const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
    if (!subject || verb == kNone) continue;
    const Dependency clause = tree.word(verb).relation;
    const bool beside = clause == Dependency::conj || clause == Dependency::parataxis;
    if (beside && is_any(before, {"and", "but", "the", "while"})) begin = chunk.tokens.begin;
  }
  return begin;
}

// "| It | was signed in May", "was opened for signature": what is done to a text alone.
bool SentenceView::is_signed_text(std::uint32_t it) const {
  const std::uint32_t first = tree.parent(it);
  if (!is(it + 1, Role::be | Role::have)) return false;  // "It signed in 2021"
  for (std::uint32_t verb = first; verb != kNone && verb < all.end; ++verb) {
    const bool one = verb == first ||
                     (tree.parent(verb) == first && tree.word(verb).relation == Dependency::conj);
    const auto hit = one ? acts.phrases.exact(low(verb)) : std::nullopt;
    if (!hit) continue;
    const Act& act = acts.acts[acts.forms[*hit].act];
    if (act.stage == Stage::signed_ && act.role == ActRole::agent) return true;
  }
  return false;
}

// "| It | will be Peru's first alliance": what is a treaty is no state.
bool SentenceView::is_text(std::uint32_t it) const {
  if (tree.empty() || low(it) != "it") return false;
  if (tree.word(it).relation == Dependency::nsubj_pass) return is_signed_text(it);
  if (tree.word(it).relation != Dependency::nsubj) return false;
  const std::uint32_t noun = tree.parent(it);
  const bool text =
      noun != kNone && noun > it && reading.token(noun).agreement == AgreementWord::head;
  return text || (noun != kNone && noun > it && is(noun, Role::union_));
}

// "The DUP and the Alliance say that | they | will vote against": whom the report's states are not.
bool SentenceView::is_unknown_sayers(std::uint32_t pronoun) const {
  const bool they = low(pronoun) == "they";
  if (tree.empty() || !(they || low(pronoun) == "it")) return false;
  const std::uint32_t verb = tree.parent(pronoun);
  if (verb == kNone || tree.word(verb).relation != Dependency::ccomp) return false;
  const std::uint32_t says = tree.parent(verb);
  for (std::uint32_t i = all.begin; says != kNone && i < pronoun; ++i) {
    if (tree.parent(i) != says || tree.word(i).relation != Dependency::nsubj) continue;
    if (time_at(i) != nullptr) continue;  // "Only this | June | did the coalition announce"
    if (chunk_at(i) != nullptr || person_at(i) != nullptr || is(i, Role::government)) return false;
    const bool name = tree.word(i).word_class == WordClass::propn || reading.token(i).capital;
    if (they) return name || tree.word(i).tag == Penn::nns;  // "mayors in the north announced that"
    return (reading.token(i).capital && !is_named(i)) || is(i, Role::opposition);
  }
  return false;
}

// "A, B and C signed in 1960, D two years later. ... The four": all that were named last, where
// they are as many.
std::vector<std::uint32_t> SentenceView::gathered(std::uint32_t size) const {
  std::vector<std::uint32_t> found;
  std::vector<std::vector<std::uint32_t>> groups = discourse_.groups;
  if (!persons.empty()) {  // "Ana Ruiz then joined the pair, and | the three presidents | signed"
    for (const Chunk& chunk : chunks) groups.push_back(chunk.actors);
    for (const Chunk& person : persons) groups.push_back(person.actors);
  }
  for (auto group = groups.rbegin(); group != groups.rend() && found.size() < size; ++group) {
    for (const std::uint32_t one : *group) {
      const bool state = reading.entities[one].kind == EntityKind::state;
      if (state && std::ranges::find(found, one) == found.end()) found.push_back(one);
    }
  }
  return found.size() == size ? found : std::vector<std::uint32_t>{};
}

// A state, or a body that states join: "the government" is no armed group's.
bool SentenceView::governs(std::uint32_t actor) const {
  return reading.entities[actor].kind == EntityKind::state || reading.entities[actor].acceded;
}

// A state, or a body of whose parliament the report speaks: "parliament" is not the UN's.
bool SentenceView::has_house(std::uint32_t actor) const {
  if (reading.entities[actor].kind == EntityKind::state) return true;
  return std::ranges::any_of(reading.mentions, [&](const Mention& mention) {
    const std::uint32_t last = mention.tokens.end - 1;
    return mention.entity == actor &&
           (reading.is(last, Role::legislature) || (mention.tokens.end < reading.tokens.size() &&
                                                    reading.is(last + 1, Role::legislature)));
  });
}

bool SentenceView::is_state(const std::vector<std::uint32_t>& actors) const {
  return actors.size() == 1 && reading.entities[actors.front()].kind == EntityKind::state;
}

// "None of them": of several named together.
std::vector<std::uint32_t> SentenceView::last_several() const {
  for (auto group = discourse_.groups.rbegin(); group != discourse_.groups.rend(); ++group) {
    if (group->size() > 1) return *group;
  }
  return {};
}

// "The British left in 1985. | They | came back in 1997": the people that the sentence before opens
// with.
std::vector<std::uint32_t> SentenceView::people_before() const {
  const std::uint32_t number = reading.token(all.begin).sentence;
  if (number == 0) return {};
  const TokenSpan before = reading.sentences[number - 1].tokens;
  if (before.empty() || reading.lower(before.begin) != "the") return {};
  const auto one = std::ranges::lower_bound(reading.mentions, before.begin, {},
                                            [](const Mention& m) { return m.tokens.begin; });
  if (one == reading.mentions.end() || one->form != MentionForm::adjective ||
      one->tokens.begin != before.begin + 1 ||
      reading.entities[one->entity].kind != EntityKind::state)
    return {};
  const SyntaxWord* next = syntax_of(reading, one->tokens.end);
  const bool verb = next != nullptr && next->word_class == WordClass::verb;
  return verb ? std::vector{one->entity} : std::vector<std::uint32_t>{};
}

// "Wherever the people were asked, | they | said no": of voters, and of no states.
bool SentenceView::told_of_people(std::uint32_t they) const {
  for (std::uint32_t i = all.begin; i < they && !tree.empty(); ++i) {
    const Dependency relation = tree.word(i).relation;
    const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
    const Chunk* chunk = chunk_at(i);
    const bool unnamed = chunk == nullptr || chunk->anaphor;
    if (subject && is(i, Role::inhabitants | Role::folk) && unnamed) return true;
  }
  return false;
}

// "they": of a people, or of nobody named; the token after it, or i.
std::uint32_t SentenceView::they_at(std::uint32_t i) {
  if (low(i) != "they") return i;
  Chunk they;
  they.tokens = {i, i + 1};
  they.anaphor = true;
  if (i == all.begin) they.actors = people_before();
  if (they.actors.empty() && !told_of_people(i)) return i;
  add(std::move(they));
  return i + 1;
}

// "Ruiz signed. Chad did so too. | He | will ...": for whom the last person named acts; nobody
// where that is not told, or it was long ago.
std::vector<std::uint32_t> SentenceView::person_before(std::uint32_t i) const {
  constexpr std::uint32_t kSentencesBack = 6;
  const Mention* last = nullptr;
  for (const Mention& mention : reading.mentions) {
    if (mention.tokens.begin >= i) break;
    if (reading.entities[mention.entity].kind == EntityKind::person) last = &mention;
  }
  if (last == nullptr || reading.entities[last->entity].party.empty()) return {};
  const std::uint32_t sentence = reading.token(last->tokens.begin).sentence;
  if (sentence + kSentencesBack < reading.token(i).sentence) return {};
  const std::uint32_t actor = actor_of(reading.entities[last->entity]);
  return actor == kNone ? std::vector<std::uint32_t>{} : std::vector{actor};
}

// "had no word from [Chad] that | it | was leaving"
std::vector<std::uint32_t> SentenceView::informant_before(std::uint32_t i) const {
  if (low(i - 1) != "that" || i < all.begin + 2) return {};
  const Chunk* from = chunk_at(i - 2);
  const bool told = from != nullptr && from->is_actor() && from->preposition != kNone &&
                    low(from->preposition) == "from";
  return told ? from->actors : std::vector<std::uint32_t>{};
}

// "Peru told | Chile | that it would leave", "notified | the bloc | of its intent to": who hears of
// an act is not who does it.
bool SentenceView::is_hearer(const Chunk& chunk) const {
  std::uint32_t i = chunk.tokens.begin;
  while (i > all.begin && is(i - 1, Role::determiner)) --i;
  return i > all.begin && is(i - 1, Role::informs);
}

// "The bank said that [Peru] had been bound since May, when | it | signed": of whom the words told
// speak before it.
std::vector<std::uint32_t> SentenceView::subject_told(std::uint32_t i) const {
  const Attribution* said = saying_at(i, AttributionKind::indirect);
  if (said == nullptr || tree.empty()) return {};
  for (const Chunk& chunk : chunks) {
    const bool inside = said->content.contains(chunk.tokens.begin) && chunk.tokens.end <= i;
    if (!inside || chunk.possessive || chunk.anaphor || chunk.actors.size() != 1) continue;
    if (is_hearer(chunk)) continue;
    const Dependency relation = tree.word(tree.head_of(chunk.tokens)).relation;
    if (relation == Dependency::nsubj || relation == Dependency::nsubj_pass) return chunk.actors;
  }
  return {};
}

// "Chad and Mali, which made it with Iran, said | they | would": those who say it.
std::vector<std::uint32_t> SentenceView::sayers_at(std::uint32_t i) const {
  const Attribution* said = saying_at(i, AttributionKind::indirect);
  if (said == nullptr || tree.empty() || !all.contains(said->cue.begin)) return {};
  for (const Chunk& chunk : chunks) {
    const std::uint32_t head = chunk.actors.size() > 1 ? tree.head_of(chunk.tokens) : kNone;
    if (head == kNone || chunk.possessive) continue;
    const bool subject = tree.word(head).relation == Dependency::nsubj;
    if (subject && said->cue.contains(tree.parent(head))) return chunk.actors;
  }
  return {};
}

// "1859: Britain and Chad sign. 1946: Chad walks out. 1991: Mali signs. 2003: Mali says no. 2005:
// | Both sides |": in a chronology Chad and Mali, as the pair named together was left long ago.
std::vector<std::uint32_t> SentenceView::two_named_since() const {
  constexpr std::size_t kGroupsMin = 3;
  if (time_at(all.begin) == nullptr) return {};
  std::vector<std::uint32_t> two;
  std::size_t since = 0;
  for (auto group = discourse_.groups.rbegin(); group != discourse_.groups.rend(); ++group) {
    if (group->size() > 1) break;
    ++since;
    const bool fresh = is_state(*group) && std::ranges::find(two, group->front()) == two.end();
    if (fresh && two.size() < 2) two.push_back(group->front());
  }
  return since >= kGroupsMin && two.size() == 2 ? two : std::vector<std::uint32_t>{};
}

// "Thailand signs truce with Laos | ... | Both countries |" opens a paragraph: the headline's two,
// not two others who were told of in passing.
std::vector<std::uint32_t> SentenceView::two_of_headline(TokenSpan anaphor) const {
  const std::vector<std::uint32_t>& two = discourse_.headline_states;
  const std::uint32_t here = reading.token(all.begin).sentence;
  const bool opens = here > 0 && anaphor.begin == all.begin && discourse_.items.empty() &&
                     reading.sentences[here].block != reading.sentences[here - 1].block;
  const bool both = low(anaphor.begin) == "both" && is(anaphor.end - 1, Role::country);
  return opens && both && two.size() == 2 ? two : std::vector<std::uint32_t>{};
}

// "At the AU summit | President Ana Ruiz | signed": an officer of some state, and not of the union.
bool SentenceView::is_officer_of_none(const Chunk& chunk) const {
  const TokenSpan words = chunk.tokens;
  const bool office = is(words.begin, Role::leader | Role::cabinet) ||
                      is(words.begin + 1, Role::leader | Role::cabinet);
  const bool named = words.size() > 1 && reading.token(words.begin).capital &&
                     reading.token(words.end - 1).capital && !is(words.end - 1, Role::government);
  return office && named && chunk.actors.size() == 1 &&
         reading.entities[chunk.actors.front()].acceded;
}

// "President Ana Ruiz spoke on Monday. | She | wants the country to join": the state of the one
// officer whom the sentence before names.
std::vector<std::uint32_t> SentenceView::state_of_officer() const {
  const std::uint32_t here = reading.token(all.begin).sentence;
  std::vector<std::uint32_t> states;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity == kNone || reading.token(mention.tokens.begin).sentence + 1 != here)
      continue;
    const Entity& person = reading.entities[mention.entity];
    if (person.kind != EntityKind::person) continue;
    const std::uint32_t state = actor_of(person);
    if (state == kNone) return {};
    if (std::ranges::find(states, state) == states.end()) states.push_back(state);
  }
  return states.size() == 1 ? states : std::vector<std::uint32_t>{};
}

// "The country" is the last state named: no body.
std::vector<std::uint32_t> SentenceView::last_state(
    const std::vector<std::vector<std::uint32_t>>& here) const {
  for (const auto* groups : {&here, &discourse_.groups}) {
    for (auto group = groups->rbegin(); group != groups->rend(); ++group) {
      if (is_state(*group)) return *group;
    }
  }
  return {};
}

// "In Bogota, | Congress | gave its approval": of the state whose capital opens the sentence.
std::vector<std::uint32_t> SentenceView::state_fronted(std::uint32_t i) const {
  if (low(all.begin) != "in") return {};
  while (i > all.begin && (is_mark(i - 1) || is(i - 1, Role::determiner))) --i;
  for (const Mention& mention : reading.mentions) {
    const bool capital = mention.form == MentionForm::capital &&
                         reading.entities[mention.entity].kind == EntityKind::state;
    const bool next = mention.tokens.end == i || (chunks.empty() && mention.tokens.end < i);
    if (capital && mention.tokens.begin == all.begin + 1 && next) return {mention.entity};
  }
  return {};
}

// "Druze leaders said | they would sign": of nobody known, and of none told before.
bool SentenceView::said_by_unnamed(std::uint32_t i) const {
  const Attribution* said = saying_at(i, AttributionKind::indirect);
  return said != nullptr && said->speaker == kNone && said->cue.begin < i &&
         all.contains(said->cue.begin) && !said->source.name.empty();
}

// "Peru's congress approved [Oman]'s accession, and the country became a member": whose step it is
// that others decide on.
std::vector<std::uint32_t> SentenceView::candidate_here() const {
  if (chunks.empty() || !chunks.front().legislature) return {};
  for (const Chunk& chunk : chunks) {
    const std::uint32_t noun = chunk.tokens.end + (low(chunk.tokens.end) == "'s" ? 1 : 0);
    const bool step = chunk.possessive && !chunk.anaphor && is(noun, Role::naming);
    if (step && is_state(chunk.actors) && chunk.actors != chunks.front().actors)
      return chunk.actors;
  }
  return {};
}

// "Cambodia asked | it | to join": the only actor so far is the subject of the verb before.
bool SentenceView::does_to(TokenSpan object) const {
  if (tree.empty() || chunks.size() != 1 || low(object.end) != "to" || object.begin == all.begin)
    return false;
  const std::uint32_t verb = object.begin - 1;
  const std::uint32_t doer = tree.head_of(chunks.front().tokens);
  return tree.word(verb).word_class == WordClass::verb && tree.parent(doer) == verb &&
         tree.word(doer).relation == Dependency::nsubj;
}

// Who does something to the object at a token, where that is told: not the object itself.
const Chunk* SentenceView::doer_to(std::uint32_t object) const {
  std::uint32_t verb = tree.parent(object);
  for (int step = 0; verb != kNone && step < 3; ++step) {
    for (const Chunk& chunk : chunks) {
      const std::uint32_t head = tree.head_of(chunk.tokens);
      const bool does = tree.parent(head) == verb && tree.word(head).relation == Dependency::nsubj;
      if (does && chunk.is_actor()) return &chunk;
    }
    if (tree.word(verb).relation != Dependency::conj) return nullptr;
    verb = tree.parent(verb);
  }
  return nullptr;
}

}  // namespace concord
