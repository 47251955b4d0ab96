// The agreement that an act is about where only what stands behind it names that.
//
//   gave notice in May that it would quit [the Oslo Pact]
//   They signed another. [The Doha Pact] sets ...
//   Chad and Mali handed in their notices in May. [The Ottawa Convention] bans mines.
#include "claim/arguments.h"

namespace concord {

// Whether an act makes one more text that its clause leaves unnamed: "signed | another.", "signed |
// once more | in Doha".
static bool makes_further(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool writes = act.act->stage == Stage::signed_ && act.act->object == ActObject::agreement;
  if (!writes || act.form != ActForm::past || act.passive || act.denied) return false;
  const std::uint32_t next = act.words.end;
  if (view.low(next) == "another") return next + 1 >= view.all.end || view.is_mark(next + 1);
  const bool again = view.low(next) == "again" || view.low(next + 1) == "more";
  return again && std::ranges::none_of(view.chunks, [&](const Chunk& chunk) {
           return chunk.tokens.begin >= next && !chunk.agreements.empty();
         });
}

// "gave notice in May that it would | quit | the Oslo Pact": what the act in its clause leaves.
static Entities left_in_clause(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  const bool notice = act.act->stage == Stage::withdrawing && act.form != ActForm::noun;
  if (!notice || place.number + 1 >= place.acts.size()) return {};
  const FoundAct& leaves = place.acts[place.number + 1];
  bool that = false;
  for (std::uint32_t i = act.words.end; i < leaves.begin; ++i) {
    that = that || view.low(i) == "that";
    if (view.chunk_at(i) != nullptr && !view.chunk_at(i)->agreements.empty()) return {};
  }
  const Chunk* text = that && leaves.act->leaving ? view.chunk_behind(leaves.words.end) : nullptr;
  return text == nullptr || text->anaphor ? Entities{} : text->agreements;
}

Entities find_named_next(const ActPlace& place, const FoundAct& act) {
  if (Entities told = left_in_clause(place, act); !told.empty()) return told;
  const Reading& reading = place.view.reading;
  const std::uint32_t next = reading.token(place.view.all.begin).sentence + 1;
  if (!makes_further(place, act) || next >= reading.sentences.size()) return {};
  const std::uint32_t begin = reading.sentences[next].tokens.begin;
  for (const Mention& mention : reading.mentions) {
    const bool opens = mention.tokens.contains(begin) || mention.tokens.begin == begin + 1;
    if (!opens || reading.entities[mention.entity].kind != EntityKind::agreement) continue;
    const auto named = place.discourse.named.find(mention.entity);
    if (named != place.discourse.named.end() && named->second == next) return {mention.entity};
  }
  return {};
}

// "Chad and Mali handed in their notices in May. | The Ottawa Convention | bans mines.": what the
// next sentence is the first to name, as its subject.
Entities find_brought_in(const ActPlace& place, const FoundAct& act) {
  constexpr std::uint32_t kSentencesAhead = 3;
  const Reading& reading = place.view.reading;
  const bool leaves = act.act->leaving || act.act->joins || act.act->stage == Stage::suspended;
  bool names_text = false;  // "is not a party to the deal": to no body
  for (std::uint32_t i = act.words.begin; i < act.words.end + 3; ++i)
    names_text = names_text || place.view.is(i, Role::text);
  const bool label =
      place.view.low(act.words.end) == ":" || place.view.low(act.words.end + 2) == ":";
  const bool verb = act.form != ActForm::noun || !act.tail.empty() || label;
  if (!place.discourse.spoken.empty() || place.view.title || !verb) return {};
  const std::uint32_t here = reading.token(place.view.all.begin).sentence;
  for (std::uint32_t next = here + 1; next <= here + kSentencesAhead; ++next) {
    if (next >= reading.sentences.size() ||
        reading.sentences[next].block != reading.sentences[here].block)
      return {};
    const std::uint32_t begin = reading.sentences[next].tokens.begin;
    for (const Mention& mention : reading.mentions) {
      const std::uint32_t at = mention.tokens.begin;  // "The ILO's Violence Convention"
      const bool owned = at > begin && at <= begin + 4 && reading.lower(at - 1) == "'s";
      const bool opens =
          mention.tokens.contains(begin) || mention.tokens.contains(begin + 1) || owned;
      const Entity& entity = reading.entities[mention.entity];
      const bool text =
          entity.kind == EntityKind::agreement &&
          (act.act->object != ActObject::none || act.act->mode != RatificationMode::none);
      const bool body = leaves && entity.acceded && entity.kind == EntityKind::body && !names_text;
      if (!opens || !(text || body) || mention.possessive) continue;
      const auto named = place.discourse.named.find(mention.entity);
      if (named != place.discourse.named.end() && named->second == next) return {mention.entity};
    }
  }
  return {};
}

}  // namespace concord
