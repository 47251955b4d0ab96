#include "claim/clause.h"

#include "claim/arguments.h"

#include <algorithm>

namespace concord {
namespace {

using Role = ClauseWord::Role;

// "..., South Sudan in 2016 and Congo in 2022": further parties of an act, each with its time.
void add_gapped(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (std::size_t n = 0; n < acts.size(); ++n) {
    const FoundAct& act = acts[n];
    if (act.parties.empty() || act.effect == Effect::nothing_asserted) continue;
    const std::uint32_t next = n + 1 < acts.size() ? acts[n + 1].begin : view.all.end;
    for (const Chunk& chunk : view.chunks) {
      if (chunk.tokens.begin < act.words.end || chunk.tokens.end > next) continue;
      if (!chunk.is_actor() || chunk.preposition != kNone || chunk.possessive) continue;
      if (!is_any(view.low(chunk.tokens.begin - 1), {",", "and", ";", "while", "but"})) continue;
      std::uint32_t at = chunk.tokens.end;
      while (at < chunk.tokens.end + 4 && view.time_at(at) == nullptr &&
             (view.is(at, Role::preposition | Role::adverb) || view.low(at) == ","))
        ++at;
      const Time* time = view.time_at(at);
      if (time == nullptr || time->value.empty() || time == act.time) continue;
      FoundAct copy = act;
      copy.parties = chunk.actors;
      copy.time = time;
      more.push_back(std::move(copy));
    }
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Oman joins Peru and Chile as a signatory": these have joined before.
void add_joined(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::vector<FoundAct> more;
  for (const FoundAct& act : acts) {
    if (act.act->name != "join" || act.effect == Effect::nothing_asserted) continue;
    const Chunk* chunk = view.chunk_at(act.words.end);
    if (chunk == nullptr || !chunk->is_actor() || !chunk->agreements.empty() || chunk->anaphor)
      continue;
    const bool told = std::ranges::any_of(acts, [&](const FoundAct& other) {
      return &other != &act && other.parties == chunk->actors;
    });
    if (told) continue;
    FoundAct copy = act;
    copy.effect = Effect::nothing;
    copy.denied = false;
    copy.parties = chunk->actors;
    more.push_back(std::move(copy));
  }
  acts.insert(acts.end(), more.begin(), more.end());
}

// "Colombia will." "Seoul has not:": the act before, of another party, its verb left out.
void add_elided(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  if (discourse.act == nullptr || discourse.agreement == kNone) return;
  for (std::uint32_t i = view.all.begin + 1; i + 1 < view.all.end; ++i) {
    const bool will = is_any(view.low(i), {"will", "would"});
    if (!will && !view.is(i, Role::have | Role::do_)) continue;
    const bool denies = is_any(view.low(i + 1), {"not", "n't"});
    const std::uint32_t end = i + 1 + (denies ? 1 : 0);
    if (!denies && !will) continue;
    if (!is_any(view.low(end), {".", ":", ";"})) continue;
    const Chunk* chunk = view.chunk_at(i - 1);
    if (chunk == nullptr || !chunk->is_actor() || chunk->preposition != kNone) continue;
    FoundAct act;
    act.words = {i, end};
    act.begin = i;
    act.act = discourse.act;
    act.agreements = {discourse.agreement};
    for (const FoundAct& earlier : acts) {
      if (earlier.words.end > i || earlier.agreements.empty()) continue;
      act.act = earlier.act;
      act.agreements = earlier.agreements;
    }
    act.form = will ? ActForm::base : ActForm::past;
    act.effect = will ? Effect::planned : Effect::nothing;
    act.denied = denies;
    act.parties = chunk->actors;
    acts.push_back(std::move(act));
  }
}

// "as did Oman", "nor has Switzerland": the act before, of another party.
void add_inverted(const SentenceView& view, const Discourse& discourse,
                  std::vector<FoundAct>& acts) {
  for (std::uint32_t i = view.all.begin; i < view.all.end; ++i) {
    const bool denies = is_any(view.low(i), {"nor", "neither"});
    if (!denies && !is_any(view.low(i), {"as", "so"})) continue;
    std::uint32_t aux = i + 1;
    if (view.low(aux) == ",") {  // "so, last month, has Israel"
      while (aux < i + 8 && !view.is(aux, Role::have | Role::be | Role::do_)) ++aux;
    }
    if (!view.is(aux, Role::have | Role::be | Role::do_)) continue;
    const Chunk* chunk = view.chunk_at(aux + 1);
    if (chunk == nullptr || !chunk->is_actor() || chunk->tokens.begin != aux + 1) continue;
    FoundAct copy;
    for (const FoundAct& act : acts) {
      if (act.words.end <= i && act.effect != Effect::nothing_asserted) copy = act;
    }
    const bool full = std::ranges::any_of(
        acts, [&](const FoundAct& act) { return act.begin >= i && act.begin < i + 8; });
    if (full) continue;  // "nor has Switzerland joined"
    if (copy.act == nullptr) {
      if (discourse.act == nullptr || discourse.agreement == kNone) continue;
      copy.act = discourse.act;
      copy.form = ActForm::past;
      copy.agreements = {discourse.agreement};
    }
    copy.words = {i, chunk->tokens.end};
    copy.begin = i;
    copy.parties = chunk->actors;
    copy.denied = copy.denied || denies;
    copy.time = view.time_at(aux - 2);
    acts.push_back(std::move(copy));
  }
}

void remember(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse) {
  const std::vector<std::uint32_t>* topic = nullptr;
  const std::uint32_t sentence = view.reading.tokens[view.all.begin].sentence;
  for (const Chunk& chunk : view.chunks) {
    if (!view.title) {
      for (const std::uint32_t named : chunk.agreements) {
        const bool passing = chunk.is_actor() && named != discourse.main;
        discourse.spoken.push_back({named, sentence, passing ? 1 : 2});
      }
    }
    const bool person =
        is_any(view.low(chunk.tokens.begin), {"he", "she"}) || (chunk.anaphor && chunk.government);
    if (!chunk.is_actor() || person) continue;
    discourse.groups.push_back(chunk.actors);
    const bool subject = chunk.preposition == kNone && !chunk.possessive;
    if (topic == nullptr && subject) topic = &chunk.actors;
  }
  for (const FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    if (!view.title) {
      for (const std::uint32_t one : act.agreements) {
        discourse.spoken.push_back({one, sentence, 2});
        if (!view.reading.entities[one].members.empty() && act.act->sides)
          add_new(discourse.sides[one], act.parties);
      }
    }
    discourse.agreement = act.agreements.back();
    discourse.act = act.act;
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
  std::vector<FoundAct> acts = find_predicates(view);
  if (!sentence.tokens.empty() && view.low(sentence.tokens.end - 1) == "?") acts.clear();
  find_arguments(view, discourse, acts);
  add_gapped(view, acts);
  add_joined(view, acts);
  add_inverted(view, discourse, acts);
  add_elided(view, discourse, acts);
  std::erase_if(acts, [](const FoundAct& act) {
    const bool idle = act.form == ActForm::noun && !act.act->nominal && act.parties.empty();
    return idle || (act.act->strict && act.agreements.empty());
  });
  remember(view, acts, discourse);
  return acts;
}

}  // namespace concord
