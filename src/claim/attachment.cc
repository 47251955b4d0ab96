#include "claim/attachment.h"

#include <cmath>

namespace concord {
namespace {

using Role = ClauseWord::Role;

constexpr double kAgreementWeightMin = -1.0;  // below: the act is about something else
constexpr double kPartyWeightMin = 0.0;       // one half

std::string_view bucket(std::uint32_t n) {
  if (n == 0) return "0";
  if (n == 1) return "1";
  if (n == 2) return "2";
  if (n <= 4) return "4";
  if (n <= 8) return "8";
  if (n <= 14) return "14";
  return n <= 24 ? "24" : "more";
}

std::string_view few(std::size_t n) { return n == 0 ? "0" : n == 1 ? "1" : "2"; }
std::string_view yes(bool b) { return b ? "y" : "n"; }

bool holds_any(const Entities& some, const Entities& all) {
  return std::ranges::any_of(
      some, [&](std::uint32_t one) { return std::ranges::find(all, one) != all.end(); });
}

// How the verb stands: what its subject means depends on it.
std::string_view voice_of(const FoundAct& act) {
  if (act.form == ActForm::noun) return "noun";
  if (act.passive) return "passive";
  if (act.form == ActForm::gerund) return "gerund";
  if (act.infinitive) return "infinitive";
  return act.act->role == ActRole::agent ? "active" : "own";
}

class Weigher {
 public:
  Weigher(const ActPlace& place, const FoundAct& act, const CueWeights& weights, bool named)
      : place_(place),
        view_(place.view),
        act_(act),
        weights_(weights),
        named_(named),
        voice_(voice_of(act)),
        name_(act.act->name) {}

  std::vector<Candidate> run() {
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.agreements.empty()) agreement(chunk.agreements, &chunk);
    }
    remembered_agreements();
    Entities best;
    double weight = -1e9;
    for (const Candidate& one : candidates_) {
      if (one.weight > weight) weight = one.weight, best = one.entities;
    }
    agreements_ = best;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.is_actor()) party(chunk.actors, &chunk);
    }
    remembered_parties();
    itself();
    return std::move(candidates_);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // Adds a cue to the candidate at hand.
  void cue(std::initializer_list<std::string_view> parts) {
    candidates_.back().weight += weights_.of(cue_key(parts));
    if (!named_) return;
    std::string name;
    for (const std::string_view part : parts) name += (name.empty() ? "" : ".") + std::string(part);
    candidates_.back().cues.push_back(std::move(name));
  }

  void open(ArgumentKind kind, const Entities& entities, const Chunk* chunk) {
    Candidate candidate;
    candidate.kind = kind;
    candidate.entities = entities;
    candidate.chunk = chunk;
    candidates_.push_back(std::move(candidate));
  }

  // What stands between two tokens.
  struct Gap {
    std::uint32_t words = 0;
    std::size_t acts = 0;
    std::size_t actors = 0;
    std::size_t agreements = 0;
    bool comma = false;
    bool stop = false;      // ; : ( or a dash
    bool relative = false;
    bool joins = false;     // and, but, while
  };

  Gap gap(std::uint32_t from, std::uint32_t to) const {
    Gap found;
    if (from >= to) return found;
    found.words = to - from;
    for (const FoundAct& other : place_.acts) {
      if (&other != &place_.acts[place_.number])
        found.acts += other.words.begin >= from && other.words.end <= to;
    }
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < from || chunk.tokens.end > to) continue;
      found.actors += chunk.is_actor() && chunk.preposition == kNone && !chunk.possessive;
      found.agreements += !chunk.agreements.empty();
    }
    for (std::uint32_t i = from; i < to; ++i) {
      if (view_.chunk_at(i) != nullptr) continue;
      found.comma = found.comma || low(i) == ",";
      found.stop = found.stop || is_any(low(i), {";", ":", "(", "\xE2\x80\x94", "\xE2\x80\x93"});
      found.relative = found.relative || view_.is(i, Role::relative);
      found.joins = found.joins || is_any(low(i), {"and", "but", "while", "whereas"});
    }
    return found;
  }

  bool right_of_act(const Chunk& chunk) const { return chunk.tokens.begin >= act_.words.end; }

  Gap gap_to(const Chunk& chunk) const {
    return right_of_act(chunk) ? gap(act_.words.end, chunk.tokens.begin)
                               : gap(chunk.tokens.end, act_.begin);
  }

  // A small word or the name of a mark; "word" for any other.
  std::string_view small_word(std::uint32_t i) const {
    if (!view_.all.contains(i)) return "edge";
    if (!view_.is_mark(i)) return view_.roles(i) != 0 ? low(i) : "word";
    if (low(i) == ",") return "comma";
    if (low(i) == ":") return "colon";
    if (low(i) == ";") return "semicolon";
    if (low(i) == "(" || low(i) == ")") return "bracket";
    return low(i) == "." ? "stop" : "mark";
  }

  std::string_view preposition_of(const Chunk& chunk) const {
    if (chunk.preposition == kNone) return "none";
    return low(chunk.preposition);
  }

  std::string_view side_of(const Chunk& chunk) const {
    if (right_of_act(chunk)) return "right";
    return chunk.tokens.end <= act_.begin ? "left" : "inside";
  }

  void place_cues(std::string_view kind, const Chunk& chunk) {
    const std::string_view side = side_of(chunk);
    const Gap between = gap_to(chunk);
    const std::string_view preposition = preposition_of(chunk);
    cue({kind, side, "words", bucket(between.words)});
    cue({kind, voice_, side, "acts", few(between.acts)});
    cue({kind, voice_, side, "actors", few(between.actors)});
    cue({kind, side, "agreements", few(between.agreements)});
    cue({kind, voice_, side, preposition});
    cue({kind, voice_, side, preposition, few(between.acts)});
    cue({kind, side, "comma", yes(between.comma), "relative", yes(between.relative)});
    cue({kind, side, "stop", yes(between.stop)});
    cue({kind, side, "joins", yes(between.joins), "acts", few(between.acts)});
    cue({kind, voice_, side, "possessive", yes(chunk.possessive), bucket(between.words)});
    cue({kind, "act", name_, side});
    cue({kind, "act", name_, side, preposition});
    if (between.acts == 0 && chunk.preposition == kNone && between.actors == 0)
      cue({kind, voice_, side, "nearest", yes(between.stop), yes(between.relative)});
  }

  void agreement(const Entities& entities, const Chunk* chunk) {
    open(ArgumentKind::agreement, entities, chunk);
    Candidate& one = candidates_.back();
    one.by_rule = !act_.agreements.empty() && holds_any(entities, act_.agreements);
    const Entity& entity = view_.reading.entities[entities.front()];
    const std::string_view type = entity.kind == EntityKind::body ? "body"
                                  : entity.members.empty()        ? "text"
                                                                  : "two-way";
    const std::string_view wants = act_.act->joins ? "joined"
                                   : act_.act->object == ActObject::agreement ? "text"
                                                                              : "any";
    const std::string_view where = chunk != nullptr ? "here" : "before";
    cue({"agreement", "rule", yes(one.by_rule), where});
    cue({"agreement", "rule", yes(one.by_rule), type});
    cue({"agreement", "rules", few(act_.agreements.size()), yes(one.by_rule)});
    cue({"agreement", type, wants, where});
    cue({"agreement", type, "act", name_});
    cue({"agreement", "main", yes(entities.front() == place_.discourse.main), where});
    cue({"agreement", "main-text", yes(entities.front() == place_.discourse.main_treaty), where});
    cue({"agreement", "last", yes(entities.front() == place_.discourse.agreement), where});
    cue({"agreement", "act", name_, where});
    side_cues(entity);
    if (chunk == nullptr) return;
    place_cues("agreement", *chunk);
    cue({"agreement", side_of(*chunk), "definite", yes(chunk->definite)});
    cue({"agreement", type, side_of(*chunk), preposition_of(*chunk)});
    cue({"agreement", type, side_of(*chunk), bucket(gap_to(*chunk).words)});
    const bool again = std::ranges::any_of(place_.acts, [&](const FoundAct& other) {
      return other.words.end <= act_.begin && holds_any(entities, other.agreements);
    });
    cue({"agreement", "of-act-before", yes(again), side_of(*chunk)});
  }

  // Whether who acts is a side of the deal.
  void side_cues(const Entity& entity) {
    if (entity.members.empty() || act_.parties.empty()) return;
    cue({"agreement", "sides", few(entity.members.size()),
         yes(holds_any(act_.parties, entity.members))});
  }

  void remembered_agreements() {
    std::vector<std::uint32_t> seen;
    for (const Candidate& one : candidates_) add_new(seen, one.entities);
    const std::uint32_t now = view_.reading.tokens[view_.all.begin].sentence;
    std::size_t rank = 0;
    const auto add = [&](std::uint32_t entity, std::string_view source, std::uint32_t ago) {
      if (entity == kNone || std::ranges::find(seen, entity) != seen.end()) return;
      seen.push_back(entity);
      agreement({entity}, nullptr);
      cue({"agreement", "before", source, bucket(ago)});
      cue({"agreement", "before", "rank", bucket(static_cast<std::uint32_t>(rank)), source});
      cue({"agreement", "before", "here", few(here_agreements())});
      ++rank;
    };
    const auto& spoken = place_.discourse.spoken;
    for (auto it = spoken.rbegin(); it != spoken.rend() && rank < 6; ++it)
      add(it->agreement, it->weight > 2 ? "claimed" : it->weight > 1 ? "named" : "passing",
          now - std::min(now, it->sentence));
    for (const std::uint32_t one : act_.agreements) add(one, "rule", 99);
    add(place_.discourse.main, "main", 99);
    add(place_.discourse.main_treaty, "main-text", 99);
  }

  std::size_t here_agreements() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        view_.chunks, [](const Chunk& chunk) { return !chunk.agreements.empty(); }));
  }

  void party(const Entities& entities, const Chunk* chunk) {
    open(ArgumentKind::party, entities, chunk);
    Candidate& one = candidates_.back();
    one.by_rule = holds_any(entities, act_.parties);
    const std::string_view where = chunk != nullptr ? "here" : "before";
    cue({"party", "rule", yes(one.by_rule), where});
    cue({"party", "rule", yes(one.by_rule), voice_});
    cue({"party", "rule", yes(one.by_rule), "act", name_});
    cue({"party", "rules", few(act_.parties.size()), yes(one.by_rule)});
    cue({"party", "act", name_, "by", act_.turned_by});
    cue({"party", "list", few(entities.size() - 1), where});
    const bool itself = holds_any(entities, agreements_);
    cue({"party", "is-agreement", yes(itself)});
    if (!agreements_.empty()) {
      const Entities& sides = view_.reading.entities[agreements_.front()].members;
      cue({"party", "side", few(sides.size()), yes(holds_any(entities, sides)), where});
    }
    if (chunk == nullptr) return;
    place_cues("party", *chunk);
    cue({"party", voice_, side_of(*chunk), "rule", yes(one.by_rule), preposition_of(*chunk)});
    cue({"party", side_of(*chunk), "anaphor", yes(chunk->anaphor)});
    cue({"party", side_of(*chunk), "government", yes(chunk->government)});
    cue({"party", side_of(*chunk), "legislature", yes(chunk->legislature), name_});
    cue({"party", "body", yes(!chunk->agreements.empty()), side_of(*chunk)});
    cue({"party", "word-before", small_word(chunk->tokens.begin - 1), side_of(*chunk)});
    cue({"party", "word-after", small_word(chunk->tokens.end), side_of(*chunk)});
    const bool of_other = std::ranges::any_of(place_.acts, [&](const FoundAct& other) {
      return &other != &place_.acts[place_.number] && holds_any(entities, other.parties);
    });
    cue({"party", "of-other-act", yes(of_other), yes(one.by_rule)});
  }

  void remembered_parties() {
    Entities here;
    for (const Chunk& chunk : view_.chunks) add_new(here, chunk.actors);
    const auto add = [&](const Entities& entities, std::string_view source) {
      Entities fresh;
      for (const std::uint32_t one : entities) {
        if (std::ranges::find(here, one) == here.end()) fresh.push_back(one);
      }
      if (fresh.empty()) return;
      add_new(here, fresh);
      party(fresh, nullptr);
      cue({"party", "before", source, voice_});
      cue({"party", "before", source, "subjects", yes(has_subject()), voice_});
      cue({"party", "before", source, "act", name_});
      cue({"party", "before", source, "starts", yes(act_.begin <= view_.all.begin + 1)});
    };
    add(act_.parties, "rule");
    if (!agreements_.empty()) add(view_.reading.entities[agreements_.front()].members, "sides");
    add(place_.discourse.parties, "subject");
  }

  // Whether an actor stands before the act that could do it.
  bool has_subject() const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.is_actor() && chunk.preposition == kNone && chunk.tokens.end <= act_.begin;
    });
  }

  void itself() {
    bool chosen = false;
    for (const Candidate& one : candidates_)
      chosen = chosen || (one.kind == ArgumentKind::party && one.weight > kPartyWeightMin);
    open(ArgumentKind::itself, {}, nullptr);
    Candidate& one = candidates_.back();
    one.by_rule = act_.parties.empty();
    cue({"itself", "act", name_});
    cue({"itself", "act", name_, voice_});
    cue({"itself", "voice", voice_, "subjects", yes(has_subject())});
    cue({"itself", "rule", yes(one.by_rule), voice_});
    cue({"itself", "rule", yes(one.by_rule), "act", name_});
    cue({"itself", "of-agreement", yes(act_.of_agreement), voice_});
    cue({"itself", "crowd", yes(act_.by_crowd)});
    cue({"itself", "by", act_.turned_by});
    const Chunk* before = act_.begin > view_.all.begin ? view_.chunk_at(act_.begin - 1) : nullptr;
    cue({"itself", "agreement-before", yes(before != nullptr && !before->agreements.empty()),
         voice_});
    if (!agreements_.empty()) {
      const Entity& entity = view_.reading.entities[agreements_.front()];
      cue({"itself", "sides", few(entity.members.size()), name_});
      cue({"itself", "body", yes(entity.kind == EntityKind::body), name_});
    }
    cue({"itself", "chosen", yes(chosen), voice_});
    cue({"itself", "title", yes(view_.title)});
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const CueWeights& weights_;
  bool named_;
  std::string_view voice_;
  std::string_view name_;
  std::vector<Candidate> candidates_;
  Entities agreements_;
};

}  // namespace

std::vector<Candidate> weigh_candidates(const ActPlace& place, const FoundAct& act,
                                        const CueWeights& weights, bool named) {
  return Weigher(place, act, weights, named).run();
}

void attach_arguments(const SentenceView& view, const Discourse& discourse,
                      const CueWeights& weights, std::vector<FoundAct>& acts) {
  if (weights.weights.empty()) return;
  const std::vector<FoundAct> by_rule = acts;
  for (std::size_t n = 0; n < acts.size(); ++n) {
    FoundAct& act = acts[n];
    const ActPlace place{view,
                         discourse,
                         by_rule,
                         n,
                         n > 0 ? by_rule[n - 1].words.end : view.all.begin,
                         n + 1 < by_rule.size() ? by_rule[n + 1].begin : view.all.end};
    const Candidate* agreement = nullptr;
    const std::vector<Candidate> candidates = weigh_candidates(place, by_rule[n], weights, false);
    Entities parties;
    act.itself = false;
    act.weighed = true;
    bool legislature = false;
    for (const Candidate& one : candidates) {
      if (one.kind == ArgumentKind::agreement) {
        if (agreement == nullptr || one.weight > agreement->weight) agreement = &one;
      } else if (one.weight > kPartyWeightMin) {
        act.itself = act.itself || one.kind == ArgumentKind::itself;
        add_new(parties, one.entities);
        legislature = legislature || (one.chunk != nullptr && one.chunk->legislature);
      }
    }
    if (agreement == nullptr || agreement->weight < kAgreementWeightMin) {
      act.agreements.clear();
    } else if (!agreement->by_rule || act.agreements.size() < 2) {
      act.agreements = agreement->entities;
    }
    if (parties != act.parties) act.legislature = legislature;
    act.parties = std::move(parties);
  }
}

}  // namespace concord
