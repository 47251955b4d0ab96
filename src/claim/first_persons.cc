// Who "we", "our" and "I" stand for: the state or body that the speaker speaks for.
//
//   "We have signed," said [Peru]'s minister         "Our withdrawal is final," [the ministry] said
#include "claim/chunks.h"
#include "reading/block_opening.h"
#include "text/fold.h"

namespace concord {
namespace {

// Where the speaker is named: beside the word of saying, or, without one, beside the speech.
std::uint32_t sentence_of_speaker(const Reading& reading, const Attribution& said) {
  return reading.token(said.cue.empty() ? said.content.begin : said.cue.begin).sentence;
}

}  // namespace

// The state or body that a person speaks for, where it is an actor of the report.
std::uint32_t SentenceView::actor_of(const Entity& person) const {
  for (std::uint32_t i = 0; i < reading.entities.size() && !person.party.empty(); ++i) {
    const Entity& entity = reading.entities[i];
    const bool party = entity.kind == EntityKind::state || entity.kind == EntityKind::body;
    if (party && entity.id == person.party) return i;
  }
  return kNone;
}

// '..., said the Iranian environment minister': whom a speaker without a name speaks for.
std::uint32_t SentenceView::actor_described(const Attribution& said) const {
  const std::string named = " " + folded_name(said.source.name) + " ";
  const std::string_view source = named;
  if (acts.any_word(source, Role::opposition)) return kNone;
  const std::uint32_t sentence = sentence_of_speaker(reading, said);
  for (const Mention& mention : reading.mentions) {
    if (reading.token(mention.tokens.begin).sentence != sentence) continue;
    const Entity& entity = reading.entities[mention.entity];
    const bool party = entity.kind == EntityKind::state || entity.kind == EntityKind::body;
    const bool word = mention.tokens.size() == 1 && mention.form != MentionForm::definite;
    const std::string name(reading.lower(mention.tokens.begin));
    const bool there = source.find(" in " + name + " ") != std::string::npos;
    const std::string_view before = source.substr(0, source.find(" in "));
    const std::string officers = std::string(before.substr(before.rfind(' ') + 1)) + "s";
    const bool officer = there && acts.roles_of(officers).any(Role::government);
    if (there && !officer && !speaks_for_government(said))
      continue;  // "the bloc's secretariat in Lima", but "an official in Lima"
    if (party && word && source.find(" " + name + " ") != std::string::npos) return mention.entity;
  }
  return kNone;
}

// Who says what stands at token i, the innermost: nullptr where nobody is named.
const Attribution* SentenceView::saying_at(std::uint32_t i, AttributionKind kind) const {
  const Attribution* best = nullptr;
  for (const Attribution& said : reading.attributions) {
    if (said.kind != kind || !said.content.contains(i)) continue;
    if (best == nullptr || said.content.size() < best->content.size()) best = &said;
  }
  return best;
}

// The speaker there: a state, or whoever speaks for one.
std::vector<std::uint32_t> SentenceView::sayer_at(std::uint32_t i, AttributionKind kind,
                                                  bool guess) const {
  const Attribution* said = saying_at(i, kind);
  if (said == nullptr) return {};
  for (const Chunk& chunk : chunks) {  // "Peru, whose government says that it will"
    const bool whose = chunk.government && low(chunk.tokens.begin) == "whose";
    if (whose && chunk.is_actor() && chunk.tokens.end == said->cue.begin) return chunk.actors;
  }
  const std::uint32_t actor =
      said->speaker == kNone ? actor_described(*said) : actor_of(reading.entities[said->speaker]);
  if (actor != kNone) return {actor};
  if (!guess || !speaks_for_government(*said)) return {};
  if (discourse_.own != kNone) return {discourse_.own};
  return is_state(discourse_.parties) ? discourse_.parties : last_state({});
}

// '"I will not sign it," Peru's president said': an office holder's own act is the state's.
bool SentenceView::is_officer(const Attribution* said) const {
  if (said == nullptr) return false;
  return said->speaker == kNone ? speaks_for_government(*said) : !said->source.role.empty();
}

// '"We will ratify it," | the minister said': of the state spoken of.
bool SentenceView::speaks_for_government(const Attribution& said) const {
  const std::string source = " " + folded_name(said.source.name + " " + said.source.role) + " ";
  const std::uint32_t number = sentence_of_speaker(reading, said);
  if (names_speaker(reading, number) && acts.any_word(said.source.role, Role::government))
    return true;  // "foreign minister"
  const Sentence& sentence = reading.sentences[number];
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string word = " " + std::string(reading.lower(i)) + " ";
    if (reading.is(i, Role::government) && source.find(word) != std::string::npos) return true;
  }
  return false;
}

// "We joined in 2001, and nobody asked us": in an interview or a column, where no one is quoted.
bool SentenceView::is_writers(std::uint32_t i) const {
  const auto holds = [&](const auto& said) { return said.contains(i); };
  return std::ranges::none_of(reading.attributions, holds, &Attribution::content) &&
         std::ranges::none_of(reading.quotations, holds, &Quotation::tokens);
}

// '"We have signed," said Peru's minister', "our country", "my government", "our | withdrawal",
// "Are | you | a member? | No."
std::uint32_t SentenceView::add_first_person(std::uint32_t i) {
  std::uint32_t end = i + 1;
  const bool own = is_any(low(i), {"our", "my"});
  while (own && is(end, Role::country | Role::government)) ++end;
  const bool of_act = own && end == i + 1;
  if (of_act && !opens_act(end) && !opens_act(end + 1)) return end;
  if (low(i) == "i" && !is_officer(saying_at(i, AttributionKind::direct))) return end;
  const bool asked = low(i) == "you";  // of who answers next
  Chunk chunk;
  chunk.tokens = {i, end};
  chunk.anaphor = true;
  chunk.actors = sayer_at(asked ? all.end : i, AttributionKind::direct);
  if (!chunk.is_actor() && low(i) != "i")  // "Yes. We ratified it, says Ruiz."
    chunk.actors = sayer_at(i, AttributionKind::indirect);
  const Attribution* said = saying_at(asked ? all.end : i, AttributionKind::direct);
  const bool guest = said != nullptr && said->cue.empty();  // who answers in an interview
  if (asked && !guest) return end;
  const std::uint32_t home = discourse_.home != kNone ? discourse_.home : discourse_.own;
  if (!chunk.is_actor() && low(i) != "i" && (guest || is_writers(i)) && home != kNone)
    chunk.actors = {home};
  chunk.possessive = of_act || low(end) == "'s";
  for (std::uint32_t k = i; k < end; ++k)
    chunk.legislature = chunk.legislature || is(k, Role::legislature);
  if (chunk.is_actor()) add(std::move(chunk));
  return end;
}

}  // namespace concord
