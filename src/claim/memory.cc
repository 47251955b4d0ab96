// What a sentence leaves for later ones: who was spoken of and what they did, the agreements in
// mind.
#include "claim/arguments.h"
#include "claim/matter.h"

namespace concord {
namespace {

// "joined the WTO": what is joined is no party that later words mean.
bool is_object(const Chunk& chunk, const std::vector<FoundAct>& acts) {
  return std::ranges::any_of(acts, [&](const FoundAct& act) {
    return chunk.actors == act.agreements && chunk.actors != act.parties;
  });
}

// "the Dominican | Republic"
bool is_in_name(const SentenceView& view, std::uint32_t i) {
  return std::ranges::any_of(view.reading.mentions,
                             [&](const Mention& mention) { return mention.tokens.contains(i); });
}

// A body that does the act, owns what is named, or is only told: "the EU signed", "the Union's own
// venture, PESCO", "told the UN". Nobody joins or leaves it there.
bool stands_by(const SentenceView& view, const Chunk& body, const std::vector<FoundAct>& acts) {
  const bool others = std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
    return !chunk.agreements.empty() && chunk.agreements != body.agreements;
  });
  if (body.government || (body.possessive && others)) return true;
  std::uint32_t before = body.tokens.begin;
  while (before > view.all.begin && view.is(before - 1, Role::determiner)) --before;
  if (view.is(before - 1, Role::informs)) return true;
  return std::ranges::any_of(acts, [&](const FoundAct& act) {
    const bool does = std::ranges::find(act.parties, body.actors.front()) != act.parties.end();
    return does && act.agreements != body.agreements;
  });
}

// "So did Peru", "Nor has Chile": with those of whom it was told before.
bool repeats_inverted(const SentenceView& view, const FoundAct& act) {
  return act.begin == view.all.begin && is_any(view.low(act.begin), {"so", "nor", "neither"}) &&
         view.is(act.begin + 1, Role::have | Role::be | Role::do_);
}

// What "so has Peru" repeats: all that the parties of the last act did in the sentence.
void remember_together(const SentenceView& view, const std::vector<FoundAct>& acts,
                       Discourse& discourse) {
  const FoundAct* last = nullptr;
  const auto told = [](const FoundAct& act) {
    return act.effect != Effect::nothing_asserted && !act.agreements.empty();
  };
  for (const FoundAct& act : acts) {
    if (told(act) && !(act.form == ActForm::noun && last != nullptr)) last = &act;
  }
  if (last == nullptr) return;
  discourse.together.clear();
  for (const FoundAct& act : acts) {
    const bool beside = act.parties == last->parties && act.form != ActForm::noun;
    if (&act == last || (told(act) && beside)) discourse.together.push_back(told_by(view, act));
  }
}

// "Nine | countries joined": 9; 0 where nothing is counted.
std::uint32_t counted_before(const SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t i = verb; i > view.all.begin && verb - i < kReach; --i) {
    if (view.is(i - 1, Role::count)) return view.reading.token(i - 1).clause.size;
  }
  return 0;
}

// "Oman and | seven allies | signed": 7, who are not named; else 0.
std::uint32_t counted_beside(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kReach = 8;
  if (act.parties.empty() || act.form == ActForm::noun || act.passive) return 0;
  for (std::uint32_t i = act.begin; i > view.all.begin + 1 && act.begin - i < kReach; --i) {
    if (view.chunk_at(i - 1) != nullptr || view.is_mark(i - 1)) return 0;
    const bool counts = view.is(i - 1, Role::count) && view.time_at(i - 1) == nullptr;
    if (counts && view.low(i - 2) == "and") return view.reading.token(i - 1).clause.size;
  }
  return 0;
}

// "has | 60 participants", "has | six members"
bool is_counted(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kReach = 5;
  for (std::uint32_t i = noun; i > view.all.begin && noun - i < kReach; --i) {
    const bool number =
        view.reading.token(i - 1).kind == WordKind::number && view.time_at(i - 1) == nullptr;
    if (number || view.is(i - 1, Role::count)) return true;
  }
  return false;
}

// "Senegal welcomed it. Abuja did not": an actor does what is no act.
bool tells_other_deed(const SentenceView& view, const std::vector<FoundAct>& acts) {
  if (view.title || !acts.empty()) return false;
  return std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
    return chunk.is_actor() && chunk.preposition == kNone && is_other_deed(view, acts, chunk);
  });
}

// "The two signed a treaty of their own": two make what has no name in capitals.
bool makes_deal(const SentenceView& view, const FoundAct& act, std::uint32_t agreement) {
  const Entity& entity = view.reading.entities[agreement];
  const bool capital = !entity.name.empty() && entity.name[0] >= 'A' && entity.name[0] <= 'Z';
  return entity.kind == EntityKind::agreement && !capital && act.act->sides &&
         act.parties.size() == 2 && act.effect == Effect::nothing;
}

// "Oman will leave the bloc. It had | joined | in 2007. Peru does not mean to follow it": out.
bool tells_how_it_began(const FoundAct& act, std::uint32_t party, const Discourse& discourse) {
  const auto deed = discourse.deeds.find(party);
  return act.act->joins && act.time != nullptr && deed != discourse.deeds.end() &&
         deed->second.act->leaving && act.agreements.size() == 1 &&
         deed->second.agreement == act.agreements.front();
}

// "the secretariat of the convention", "the convention's executive secretary": who speaks of it.
bool names_office(const SentenceView& view, const Chunk& text) {
  const std::uint32_t noun = text.tokens.end + 1;
  const bool owns =
      text.possessive && (view.is(noun, Role::government) || view.is(noun + 1, Role::government));
  const bool of = text.preposition != kNone && view.low(text.preposition) == "of" &&
                  view.is(text.preposition - 1, Role::depositary);
  return (owns || of) && !text.is_actor();
}

// "Chad signed the protocol. The treaty itself | was signed | in 1985. Oman waited until 1990": the
// same of another.
bool moves_on(const FoundAct& act, const Discourse& discourse) {
  return act.act == discourse.told.act && act.form != ActForm::noun && !act.denied &&
         act.agreements.front() != discourse.told.agreement;
}

// Who is told to be in what an act is about, and who has left it.
void remember_standing(const FoundAct& act, std::set<std::uint32_t>& inside) {
  const bool done = act.effect == Effect::nothing || act.effect == Effect::done;
  const bool enters = done && !act.denied && act.act->stage == Stage::party;
  const bool leaves = act.act->stage == Stage::withdrawn || act.denied;
  for (const std::uint32_t party : act.parties) {
    if (enters) inside.insert(party);
    if (leaves) inside.erase(party);
  }
}

// "Oman will leave the bloc, which it | entered | in 2019. Chad followed": told of the bloc.
bool tells_of_noun(const SentenceView& view, const FoundAct& act) {
  return !view.tree.empty() && act.form != ActForm::noun &&
         view.tree.word(view.tree.head_of(act.words)).relation == Dependency::acl_relcl;
}

// Those only counted, whom a later sentence may name: "six states joined", "admitted six states".
void remember_crowd(const SentenceView& view, const FoundAct& act, Discourse& discourse) {
  if (act.of_crowd && discourse.crowd > act.parties.size()) {
    discourse.crowd -= static_cast<std::uint32_t>(act.parties.size());
    return;
  }
  const std::uint32_t undergo = act.parties.empty() ? counted_untold(view, act) : 0;
  const bool members = act.act->role == ActRole::members && act.parties.empty() && !act.denied &&
                       is_counted(view, act.words.end);  // "It has six members. They are"
  const bool by_crowd = act.by_crowd || done_by_crowd(view, act);
  discourse.by_crowd = (by_crowd && act.parties.empty()) || undergo > 0 || members;
  discourse.crowd = undergo > 0                      ? undergo
                    : discourse.by_crowd && !members ? counted_before(view, act.begin)
                                                     : 0;
  const std::uint32_t beside = counted_beside(view, act);
  if (beside == 0) return;
  discourse.by_crowd = true;
  discourse.crowd = beside;
}

// Whether it is told to do an act by itself.
bool does_deed(const std::vector<FoundAct>& acts, const Chunk& chunk) {
  return std::ranges::any_of(acts, [&](const FoundAct& act) {
    return chunk.tokens.end <= act.begin && !act.parties.empty() && act.form != ActForm::noun &&
           act.parties.front() == chunk.actors.front();
  });
}

// Whether later words mean those it names: "he" and "it" name nobody anew.
bool names_group(const SentenceView& view, const Chunk& chunk, const std::vector<FoundAct>& acts) {
  const bool person =
      is_any(view.low(chunk.tokens.begin), {"he", "she"}) || (chunk.anaphor && chunk.government);
  return chunk.is_actor() && !person && !is_object(chunk, acts);
}

// The actors of a sentence: who does an act alone, what they are called, who is named together.
void remember_actors(const SentenceView& view, const std::vector<FoundAct>& acts,
                     Discourse& discourse) {
  discourse.subject.clear();
  for (const Chunk& chunk : view.chunks) {
    if (chunk.can_act() && chunk.actors.size() == 1 && does_deed(acts, chunk))
      discourse.subject = chunk.actors;  // "They have one, and Oman signed another. It ..."
    const std::uint32_t last = chunk.tokens.end - 1;
    if (chunk.is_actor() && !chunk.anaphor && view.is(last, Role::country) &&
        is_in_name(view, last))
      discourse.kinds[std::string(view.low(last))] = chunk.actors;  // "the Dominican | Republic"
    if (names_group(view, chunk, acts)) discourse.groups.push_back(chunk.actors);
  }
}

// "the UN's body", "at the OECD in Paris", "under UN auspices"
bool tells_whose_or_where(const SentenceView& view, const Chunk& body) {
  const bool place = body.preposition != kNone && view.low(body.preposition) == "at";
  return body.possessive || place || tells_kind(view, body);
}

// Whether an agreement is named beside what its sentence is about.
bool is_named_beside(const SentenceView& view, const Chunk& chunk, bool main) {
  const bool compared =  // "Unlike the Doha Treaty, the Lima Pact bans it"
      chunk.preposition != kNone && is_any(view.low(chunk.preposition), {"unlike", "like"});
  const bool clause = chunk.preposition != kNone &&  // "under the rules of the Lima Pact"
                      view.low(chunk.preposition) == "of" &&
                      stands_under(view, chunk.preposition - 1);
  return compared || clause || (!main && view.tree.is_embedded(view.tree.head_of(chunk.tokens)));
}

// The agreements that it names come to mind, or only their members do.
void remember_named(const SentenceView& view, const std::vector<FoundAct>& acts, const Chunk& chunk,
                    Discourse& discourse) {
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  const bool label = chunk.tokens.begin == view.all.begin && view.low(chunk.tokens.end) == ":";
  for (const std::uint32_t named : chunk.agreements) {
    const bool main = named == discourse.main;
    const bool other_body = chunk.is_actor() && !main;
    if (other_body && (tells_whose_or_where(view, chunk) || stands_by(view, chunk, acts))) continue;
    if (acts.empty() && describes_members(view, chunk)) {
      discourse.described.insert(named);  // "Eleven EU countries are in the talks."
      continue;
    }
    const bool passing = other_body || names_office(view, chunk);
    const double weight = label ? kLabel : passing ? kPassing : kArgument;
    const bool beside = is_named_beside(view, chunk, main);
    discourse.spoken.push_back({named, sentence, beside ? weight * kEmbedded : weight, nullptr});
  }
}

// The first group that is told of by no preposition, owner or listener, or nullptr.
const Entities* first_subject(const SentenceView& view, const std::vector<FoundAct>& acts) {
  for (const Chunk& chunk : view.chunks) {
    if (!names_group(view, chunk, acts)) continue;
    const bool hears =
        view.is_hearer(chunk) || view.is(chunk.tokens.begin - 1, Role::informs | Role::tells);
    if (chunk.preposition == kNone && !chunk.possessive && !hears) return &chunk.actors;
  }
  return nullptr;
}

// Of whom the sentence tells, whom "it" and "they" mean in the next one; or nullptr.
const Entities* topic_of(const SentenceView& view, const std::vector<FoundAct>& acts) {
  if (view.chunks.empty()) return nullptr;
  const Chunk& first = view.chunks.front();
  const bool owner = first.tokens.begin == view.all.begin && first.possessive && !first.anaphor;
  const std::uint32_t noun = first.tokens.end + (view.low(first.tokens.end) == "'s" ? 1 : 0);
  if (owner && first.is_actor() && view.is(noun, Role::naming))
    return &first.actors;  // "Oman's accession was cleared when Peru's congress backed it."
  if (const Entities* subject = first_subject(view, acts)) return subject;
  const bool about = first.preposition == view.all.begin && view.low(first.preposition) == "for";
  if (about && first.is_actor()) return &first.actors;  // "For Caracas such exits are a habit. It"
  // "Oman's exports fell. It ...", "Oman's opposition wants out. The government"
  const bool untold =
      std::ranges::all_of(acts, [](const FoundAct& act) { return act.parties.empty(); });
  return untold && owner && first.actors.size() == 1 ? &first.actors : nullptr;
}

// "had to ratify": what asserts nothing, or is of nothing known.
void remember_meant(const SentenceView& view, const FoundAct& act, Discourse& discourse) {
  const bool known = !act.agreements.empty();
  const bool alone = known ? act.effect == Effect::nothing_asserted : !act.parties.empty();
  if (!alone || act.form == ActForm::noun || act.act->same) return;
  discourse.meant = told_by(view, act);
  discourse.meant.effect = Effect::nothing;
  discourse.meant.denied = false;
}

// Who is in each agreement of an act, who made it and who did the last act about it.
void remember_parties_of(const SentenceView& view, const std::vector<FoundAct>& acts,
                         const FoundAct& act, Discourse& discourse) {
  const bool copy = &act != &acts.front() && (&act - 1)->begin == act.begin;
  for (const std::uint32_t one : act.agreements) {
    remember_standing(act, discourse.inside[one]);
    if (act.denied || act.parties.empty()) continue;
    if (makes_deal(view, act, one)) discourse.makers.try_emplace(one, act.parties);
    if (!copy) discourse.joiners[one] = act.parties;
    if (act.act->sides)
      discourse.doers[one] = act.parties;
    else
      discourse.doers.erase(one);  // what one state ratifies or joins may have many makers
  }
}

// The agreements that an act is about come to mind.
void remember_arguments(const SentenceView& view, const FoundAct& act, Discourse& discourse) {
  const bool never = act.denied && act.act->role == ActRole::own;  // "it never took effect"
  if (view.title || never) return;
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  for (const std::uint32_t one : act.agreements) {
    const bool beside = one != discourse.main && act.form != ActForm::noun &&
                        view.tree.is_embedded(view.tree.head_of(act.words));
    discourse.spoken.push_back(
        {one, sentence, beside ? kArgument * kEmbedded : kArgument, act.act});
  }
}

// What each party did last.
void remember_deeds(const SentenceView& view, const FoundAct& act, Discourse& discourse) {
  const bool seen =
      act.effect == Effect::nothing || act.effect == Effect::done || act.effect == Effect::planned;
  if (!seen || act.denied || act.act->role == ActRole::members) return;
  for (const std::uint32_t party : act.parties) {
    if (!tells_how_it_began(act, party, discourse)) discourse.deeds[party] = told_by(view, act);
  }
}

// What "did so" repeats: no act told beside another, nor one that the text alone undergoes.
void remember_told(const SentenceView& view, const std::vector<FoundAct>& acts, const FoundAct& act,
                   Discourse& discourse) {
  if (act.form != ActForm::noun) remember_pair(told_by(view, act), discourse.pair);
  const bool aside =  // "rejoined it after it had | quit"
      &act != &acts.front() && (stands_aside(view, act) || tells_of_noun(view, act));
  // "deposited ... | Adopted | in 2009, the convention ... Norway was first"
  const bool by_crowd = act.by_crowd || done_by_crowd(view, act);
  const bool of_text = act.parties.empty() && !by_crowd && discourse.told.act != nullptr &&
                       (act.passive || act.act->role == ActRole::own) && !moves_on(act, discourse);
  if (!aside && !of_text) discourse.told = told_by(view, act);
}

void remember_acts(const SentenceView& view, const std::vector<FoundAct>& acts,
                   Discourse& discourse) {
  const bool colon = view.low(view.all.end - 1) == ":";
  discourse.opens_list = discourse.opens_list && is_bullet(view.low(view.all.begin));
  bool verb = false;
  for (const FoundAct& act : acts) {
    remember_meant(view, act, discourse);
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    discourse.opens_list = discourse.opens_list || (colon && act.parties.empty());
    remember_parties_of(view, acts, act, discourse);
    remember_arguments(view, act, discourse);
    remember_deeds(view, act, discourse);
    if (verb && act.form == ActForm::noun) continue;  // "ratified the protocol on its accession"
    verb = act.form != ActForm::noun && !act.act->approval;  // "approved its accession"
    remember_told(view, acts, act, discourse);
    if (colon) discourse.asked = discourse.together;
    remember_crowd(view, act, discourse);
  }
}

// Whom "they" means in the next sentence.
void remember_topic(const SentenceView& view, const std::vector<FoundAct>& acts,
                    Discourse& discourse) {
  if (!acts.empty() && repeats_inverted(view, acts.back())) {
    add_new(discourse.parties, acts.back().parties);  // "So did Peru. They ..."
    discourse.groups.push_back(discourse.parties);
  } else if (const Entities* topic = topic_of(view, acts)) {
    discourse.parties = *topic;
  } else if (!acts.empty() && !acts.front().parties.empty()) {
    discourse.parties = acts.front().parties;
  }
}

// Only the groups last named are meant again.
void forget_groups(std::vector<Entities>& groups) {
  if (groups.size() > 40) groups.erase(groups.begin(), groups.end() - 20);
}

}  // namespace

void remember(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse) {
  remember_actors(view, acts, discourse);
  const bool speaks = !view.title && !is_place_label(view);
  for (const Chunk& chunk : view.chunks) {
    if (speaks) remember_named(view, acts, chunk, discourse);
  }
  remember_together(view, acts, discourse);
  learn_sides(view, acts, discourse);
  if (tells_other_deed(view, acts))
    discourse.other_deed = view.reading.token(view.all.begin).sentence;
  remember_acts(view, acts, discourse);
  remember_topic(view, acts, discourse);
  forget_groups(discourse.groups);
}

Told told_by(const SentenceView& view, const FoundAct& act) {
  return {act.act,
          act.effect,
          act.denied,
          act.turned_by,
          act.agreements.empty() ? kNone : act.agreements.back(),
          view.reading.token(view.all.begin).sentence,
          act.time,
          act.passive || (!act.words.empty() && view.is(act.begin, Role::be))};
}

}  // namespace concord
