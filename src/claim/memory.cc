// What a sentence leaves for later ones: who was spoken of and what they did, the agreements in
// mind, the question that stands.
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

// "Who objects?", "Which EU member has an opt-out?": a verb that is no act, or another body.
bool asks_of_deed(const SentenceView& view) {
  for (std::uint32_t i = view.all.begin; i < view.all.end && !view.tree.empty(); ++i) {
    const bool verb = view.tree.word(i).word_class == WordClass::verb;
    if (verb && view.is_content(i) && view.chunk_at(i) == nullptr) return true;
  }
  return std::ranges::any_of(view.chunks,
                             [](const Chunk& chunk) { return !chunk.agreements.empty(); });
}

// "How many countries?", "How many members are there?": who is in what was spoken of.
bool asks_how_many(const SentenceView& view) {
  const std::uint32_t begin = view.all.begin;
  return view.low(begin) == "how" && view.low(begin + 1) == "many" &&
         view.is(begin + 2, Role::nations | Role::country | Role::member | Role::fellows) &&
         !asks_of_deed(view);
}

// "Oman left in May. | Who is left? |", "Who remains?": who is in what others left.
bool asks_who_remains(const SentenceView& view, const Told& told) {
  constexpr std::uint32_t kWordsMax = 5;
  const std::uint32_t begin = view.all.begin;
  const bool left = view.is(begin + 1, Role::be) && view.is(begin + 2, Role::leaves);
  const bool who = view.low(begin) == "who" && (left || view.is(begin + 1, Role::remains));
  if (!who || view.all.size() > kWordsMax || told.act == nullptr || told.agreement == kNone)
    return false;
  return told.act->leaving || told.act->stage == Stage::party;
}

// "Has Uruguay ratified it? Yes. | And Peru?": the same of another.
void ask_of_another(const SentenceView& view, Discourse& discourse) {
  constexpr std::uint32_t kWordsMax = 6;
  const bool another = view.all.size() <= kWordsMax && view.chunks.size() == 1 &&
                       view.chunks.front().is_actor() && !view.chunks.front().anaphor;
  discourse.asked_of = another ? view.chunks.front().actors : std::vector<std::uint32_t>{};
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  const bool just = !discourse.asked.empty() && discourse.asked.front().sentence + 3 > sentence;
  if (another && !just && discourse.told.act != nullptr && discourse.told.agreement != kNone)
    discourse.asked = {discourse.told};  // "Peru has signed. And Chile? Not yet."
  for (Told& asked : discourse.asked) {
    asked.sentence = sentence;
    asked.denied = false;
  }
}

}  // namespace

// "Who has not signed yet?", "Has everybody signed?": what the next sentences answer ("Egypt and
// Syria.", "Peru did last month."). "Who didn't?" turns what the question before asked.
void remember_question(const SentenceView& view, Discourse& discourse) {
  std::vector<FoundAct> acts = find_predicates(view);
  find_arguments(view, discourse, acts);
  std::vector<Told> asked;
  for (const FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    if (asked.empty() || act.form != ActForm::noun) asked.push_back(told_by(view, act));
    if (asked.size() == 1) discourse.asked_of = act.parties;
  }
  const bool yes_or_no = view.is(view.all.begin, Role::be | Role::have | Role::do_) ||
                         view.low(view.all.begin) == "will";
  if (!asked.empty() && !yes_or_no) discourse.asked_of.clear();
  const bool remain = asks_who_remains(view, discourse.told);
  if (remain) asked.clear();
  if (asked.empty() && (remain || asks_how_many(view))) {
    const bool told = discourse.told.agreement != kNone;
    const std::uint32_t of = told ? discourse.told.agreement : discourse.main;
    if (of != kNone) asked = {told_by(view, act_implied(view, ImpliedAct::roster, {of}, {}))};
  }
  if (asked.empty()) ask_of_another(view, discourse);
  bool what = is_any(view.low(view.all.begin), {"what", "which"});
  for (std::uint32_t i = view.all.begin; i < view.all.begin + 3; ++i)
    what = what || view.low(i) == "anything";  // "Was anything else signed?"
  const bool undergone = acts.size() == 1 && acts.front().passive && acts.front().parties.empty();
  discourse.asked_what = what && undergone ? told_by(view, acts.front()) : Told{};
  if (!asked.empty()) {
    discourse.told = asked.front();
    discourse.together = discourse.asked = std::move(asked);
    return;
  }
  const std::uint32_t aux = view.all.begin + 1;
  const bool who = is_any(view.low(view.all.begin), {"who", "which"});
  const bool denies = is_any(view.low(aux + 1), {"not", "n't"});
  const bool bare = view.is(aux, Role::have | Role::do_ | Role::be) && view.all.size() < 5;
  if (who && !bare) discourse.asked = {discourse.told};
  if (who && !bare && asks_of_deed(view)) discourse.asked.clear();  // "Who objects?"
  if (who && bare && !discourse.asked.empty()) {
    discourse.asked.resize(1);
    discourse.asked.front().denied = denies;
  }
}

namespace {

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

}  // namespace

void remember(const SentenceView& view, const std::vector<FoundAct>& acts, Discourse& discourse) {
  const std::vector<std::uint32_t>* topic = nullptr;
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  discourse.subject.clear();
  for (const Chunk& chunk : view.chunks) {
    if (chunk.can_act() && chunk.actors.size() == 1 && does_deed(acts, chunk))
      discourse.subject = chunk.actors;  // "They have one, and Oman signed another. It ..."
    if (!view.title && !is_place_label(view)) {
      for (const std::uint32_t named : chunk.agreements) {
        const bool place = chunk.preposition != kNone && view.low(chunk.preposition) == "at";
        const bool aside =  // "the UN's body", "at the OECD in Paris", "under UN auspices"
            chunk.possessive || place || tells_kind(view, chunk);
        if (chunk.is_actor() && aside && named != discourse.main) continue;
        const bool passing =
            (chunk.is_actor() && named != discourse.main) || names_office(view, chunk);
        if (passing && chunk.is_actor() && stands_by(view, chunk, acts)) continue;
        const bool told = std::ranges::any_of(
            acts, [&](const FoundAct& act) { return act.agreements == chunk.agreements; });
        if (describes_members(view, chunk) && !told && acts.empty()) {
          discourse.described.insert(named);  // "Eleven EU countries are in the talks."
          continue;
        }
        const bool label =
            chunk.tokens.begin == view.all.begin && view.low(chunk.tokens.end) == ":";
        const double weight = label ? kLabel : passing ? kPassing : kArgument;
        const bool compared =  // "Unlike the Doha Treaty, the Lima Pact bans it"
            chunk.preposition != kNone && is_any(view.low(chunk.preposition), {"unlike", "like"});
        const bool clause = chunk.preposition != kNone &&  // "under the rules of the Lima Pact"
                            view.low(chunk.preposition) == "of" &&
                            stands_under(view, chunk.preposition - 1);
        const bool beside =
            compared || clause ||
            (named != discourse.main && view.tree.is_embedded(view.tree.head_of(chunk.tokens)));
        discourse.spoken.push_back(
            {named, sentence, beside ? weight * kEmbedded : weight, nullptr});
      }
    }
    const bool person =
        is_any(view.low(chunk.tokens.begin), {"he", "she"}) || (chunk.anaphor && chunk.government);
    const std::uint32_t last = chunk.tokens.end - 1;
    if (chunk.is_actor() && !chunk.anaphor && view.is(last, Role::country) &&
        is_in_name(view, last))
      discourse.kinds[std::string(view.low(last))] = chunk.actors;  // "the Dominican | Republic"
    if (!chunk.is_actor() || person || is_object(chunk, acts)) continue;
    discourse.groups.push_back(chunk.actors);
    const bool hears =
        view.is_hearer(chunk) || view.is(chunk.tokens.begin - 1, Role::informs | Role::tells);
    const bool subject = chunk.preposition == kNone && !chunk.possessive && !hears;
    if (topic == nullptr && subject) topic = &chunk.actors;
  }
  if (!view.chunks.empty()) {  // "Oman's accession was cleared when Peru's congress backed it."
    const Chunk& first = view.chunks.front();
    const std::uint32_t noun = first.tokens.end + (view.low(first.tokens.end) == "'s" ? 1 : 0);
    const bool opens = first.tokens.begin == view.all.begin && first.possessive;
    if (opens && !first.anaphor && first.is_actor() && view.is(noun, Role::naming))
      topic = &first.actors;
  }
  if (topic == nullptr && !view.chunks.empty()) {  // "For Caracas such exits are a habit. It ..."
    const Chunk& first = view.chunks.front();
    const bool opens = first.preposition == view.all.begin && view.low(first.preposition) == "for";
    if (opens && first.is_actor()) topic = &first.actors;
  }
  const bool
      untold =  // "Oman's exports fell. It ...", "Oman's opposition wants out. The government"
      std::ranges::all_of(acts, [](const FoundAct& act) { return act.parties.empty(); });
  if (topic == nullptr && !view.chunks.empty() && untold) {
    const Chunk& first = view.chunks.front();
    const bool owner = first.possessive && !first.anaphor && first.actors.size() == 1;
    if (owner && first.tokens.begin == view.all.begin) topic = &first.actors;
  }
  remember_together(view, acts, discourse);
  learn_sides(view, acts, discourse);
  if (tells_other_deed(view, acts)) discourse.other_deed = sentence;
  const bool colon = view.low(view.all.end - 1) == ":";
  discourse.opens_list = discourse.opens_list && is_bullet(view.low(view.all.begin));
  bool verb = false;
  for (const FoundAct& act : acts) {
    const bool known = !act.agreements.empty();
    const bool alone = known ? act.effect == Effect::nothing_asserted : !act.parties.empty();
    if (alone && act.form != ActForm::noun && !act.act->same) {
      discourse.meant = told_by(view, act);
      discourse.meant.effect = Effect::nothing;
      discourse.meant.denied = false;
    }
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    discourse.opens_list = discourse.opens_list || (colon && act.parties.empty());
    for (const std::uint32_t one : act.agreements) {
      remember_standing(act, discourse.inside[one]);
      if (act.denied || act.parties.empty()) continue;
      const bool copy = &act != &acts.front() && (&act - 1)->begin == act.begin;
      if (makes_deal(view, act, one)) discourse.makers.try_emplace(one, act.parties);
      if (!copy) discourse.joiners[one] = act.parties;
      if (act.act->sides)
        discourse.doers[one] = act.parties;
      else
        discourse.doers.erase(one);  // what one state ratifies or joins may have many makers
    }
    const bool never = act.denied && act.act->role == ActRole::own;  // "it never took effect"
    if (!view.title && !never) {
      for (const std::uint32_t one : act.agreements) {
        const bool beside = one != discourse.main && act.form != ActForm::noun &&
                            view.tree.is_embedded(view.tree.head_of(act.words));
        discourse.spoken.push_back(
            {one, sentence, beside ? kArgument * kEmbedded : kArgument, act.act});
      }
    }
    const bool seen = act.effect == Effect::nothing || act.effect == Effect::done ||
                      act.effect == Effect::planned;
    for (const std::uint32_t party : act.parties) {
      if (seen && !act.denied && act.act->role != ActRole::members &&
          !tells_how_it_began(act, party, discourse))
        discourse.deeds[party] = told_by(view, act);
    }
    if (verb && act.form == ActForm::noun) continue;  // "ratified the protocol on its accession"
    verb = act.form != ActForm::noun && !act.act->approval;  // "approved its accession"
    const bool aside =
        &act != &acts.front() && (stands_aside(view, act) || tells_of_noun(view, act));
    // Nor what is told of the text alone: "deposited ... Adopted in 2009, the convention ... Norway
    // was first".
    const bool by_crowd = act.by_crowd || done_by_crowd(view, act);
    const bool of_text = act.parties.empty() && !by_crowd && discourse.told.act != nullptr &&
                         (act.passive || act.act->role == ActRole::own) &&
                         !moves_on(act, discourse);
    if (act.form != ActForm::noun) remember_pair(told_by(view, act), discourse.pair);
    if (!aside && !of_text)
      discourse.told = told_by(view, act);  // not "rejoined it after it had | quit"
    if (view.low(view.all.end - 1) == ":") discourse.asked = discourse.together;
    remember_crowd(view, act, discourse);
  }
  if (!acts.empty() && repeats_inverted(view, acts.back())) {
    add_new(discourse.parties, acts.back().parties);  // "So did Peru. They ..."
    discourse.groups.push_back(discourse.parties);
  } else if (topic != nullptr) {
    discourse.parties = *topic;
  } else if (!acts.empty() && !acts.front().parties.empty()) {
    discourse.parties = acts.front().parties;
  }
  if (discourse.groups.size() > 40) {
    discourse.groups.erase(discourse.groups.begin(), discourse.groups.end() - 20);
  }
}

// "Will you sign it? [RUIZ:] No.": the question still stands right before the answer.
void carry_question(std::uint32_t sentence, Discourse& discourse) {
  for (Told& asked : discourse.asked) {
    if (asked.sentence + 1 == sentence) asked.sentence = sentence;
  }
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
