// Further pairs of a party and an agreement, which leave out the verb of the first.
//
//   Peru signed the Lima Pact and [Chile the Oslo Convention]
//   Peru belongs to the EU, [Chile to the EEA] in its stead
//   The Lima Pact was signed by Peru, [the Oslo Convention by Chile in May]
#include "claim/arguments.h"

namespace concord {
namespace {

bool is_text(const Chunk& chunk) {
  return !chunk.agreements.empty() && !chunk.possessive && !chunk.anaphor;
}

bool is_party(const Chunk& chunk) {
  return chunk.is_actor() && chunk.agreements.empty() && !chunk.possessive && !chunk.anaphor;
}

// Whether nothing but "and" or a comma stands before a pair.
bool opens_pair(const SentenceView& view, const Chunk& first) {
  std::uint32_t before = first.tokens.begin - 1;
  if (view.is(before, Role::determiner)) --before;
  return is_any(view.low(before), {"and", "nor", ",", ";"});
}

// The word that leads the first object: "belongs | to | the EU"; kNone where none does.
std::uint32_t leader_of(const SentenceView& view, const FoundAct& act) {
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin >= act.words.end && chunk.agreements == act.agreements)
      return chunk.preposition;
  }
  return kNone;
}

// "the Oslo Convention | by | Chile"
bool is_passive_pair(const SentenceView& view, const Chunk& text, const Chunk& party) {
  return is_text(text) && text.preposition == kNone && is_party(party) &&
         party.preposition == text.tokens.end && view.low(party.preposition) == "by";
}

// "Chile | the Oslo Convention", "Chile | to | the EEA"
bool is_active_pair(const SentenceView& view, const FoundAct& act, const Chunk& party,
                    const Chunk& text) {
  if (!is_party(party) || party.preposition != kNone || !is_text(text)) return false;
  const std::uint32_t led = leader_of(view, act);
  const std::uint32_t own = act.words.end - 1;  // "is a party | to"
  const bool inside = led == kNone && view.is(own, Role::preposition);
  const std::uint32_t behind = party.tokens.end;
  if (text.preposition == kNone && led == kNone && !inside)
    return text.tokens.begin <= behind + 1 &&
           (text.tokens.begin == behind || view.is(behind, Role::determiner));
  const std::uint32_t like = inside ? own : led;
  return text.preposition == behind && like != kNone && view.low(behind) == view.low(like);
}

bool is_pair(const SentenceView& view, const FoundAct& act, const Chunk& first,
             const Chunk& second) {
  if (first.tokens.begin < act.words.end || !opens_pair(view, first)) return false;
  return act.passive ? is_passive_pair(view, first, second)
                     : is_active_pair(view, act, first, second);
}

}  // namespace

bool is_of_gapped_pair(const SentenceView& view, const FoundAct& act, const Chunk& text) {
  for (std::size_t n = 1; n < view.chunks.size(); ++n) {
    const Chunk& first = view.chunks[n - 1];
    const Chunk& second = view.chunks[n];
    const Chunk& of_pair = act.passive ? first : second;
    if (of_pair.tokens.begin == text.tokens.begin) return is_pair(view, act, first, second);
  }
  return false;
}

void add_gapped_pairs(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    const bool verb = act.form != ActForm::noun && act.act->role == ActRole::agent;
    if (!verb || act.parties.empty() || act.agreements.empty()) continue;
    std::uint32_t next = view.all.end;
    for (const FoundAct& other : acts) {
      if (other.begin >= act.words.end) next = std::min(next, other.begin);
    }
    for (std::size_t n = 1; n < view.chunks.size(); ++n) {
      const Chunk& first = view.chunks[n - 1];
      const Chunk& second = view.chunks[n];
      if (second.tokens.end > next) continue;
      const bool pair =
          opens_pair(view, first) && (act.passive ? is_passive_pair(view, first, second)
                                                  : is_active_pair(view, act, first, second));
      if (!pair) continue;
      const std::uint32_t when =
          second.tokens.end + (view.is(second.tokens.end, Role::preposition));
      const Time* time = view.time_at(when);
      more.push_back(act);
      more.back().parties = act.passive ? second.actors : first.actors;
      more.back().agreements = act.passive ? first.agreements : second.agreements;
      more.back().partners.clear();
      more.back().companions.clear();
      const bool fronted = act.time != nullptr && act.time->tokens.end <= act.begin;
      if (time != nullptr && time->tokens.begin == when) {
        more.back().time = time;
      } else if (!fronted) {  // "In 2001 Peru signed ..., Chile ..."
        more.back().time = nullptr;
      }
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

}  // namespace concord
