// What a question leaves for the sentences that answer it.
#include "claim/questions.h"

#include "claim/arguments.h"

namespace concord {
namespace {

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

// The acts that a question names, as later words repeat them; and of whom they are asked.
std::vector<Told> asked_by(const SentenceView& view, const std::vector<FoundAct>& acts,
                           Discourse& discourse) {
  std::vector<Told> asked;
  for (const FoundAct& act : acts) {
    if (act.effect == Effect::nothing_asserted || act.agreements.empty()) continue;
    if (asked.empty() || act.form != ActForm::noun) asked.push_back(told_by(view, act));
    if (asked.size() == 1) discourse.asked_of = act.parties;
  }
  const bool yes_or_no = view.is(view.all.begin, Role::be | Role::have | Role::do_) ||
                         view.low(view.all.begin) == "will";
  if (!asked.empty() && !yes_or_no) discourse.asked_of.clear();
  return asked;
}

// Who is in what was told of last, else in the report's main agreement; nothing where neither is.
std::vector<Told> roster_asked(const SentenceView& view, const Discourse& discourse) {
  const bool told = discourse.told.agreement != kNone;
  const std::uint32_t of = told ? discourse.told.agreement : discourse.main;
  if (of == kNone) return {};
  return {told_by(view, act_implied(view, ImpliedAct::roster, {of}, {}))};
}

// "What was signed?": an act of no agreement yet.
Told asked_what(const SentenceView& view, const std::vector<FoundAct>& acts) {
  bool what = is_any(view.low(view.all.begin), {"what", "which"});
  for (std::uint32_t i = view.all.begin; i < view.all.begin + 3; ++i)
    what = what || view.low(i) == "anything";  // "Was anything else signed?"
  const bool undergone = acts.size() == 1 && acts.front().passive && acts.front().parties.empty();
  return what && undergone ? told_by(view, acts.front()) : Told{};
}

// "Who else?", "Who didn't?": the same again of others.
void ask_who(const SentenceView& view, Discourse& discourse) {
  if (!is_any(view.low(view.all.begin), {"who", "which"})) return;
  const std::uint32_t aux = view.all.begin + 1;
  const bool denies = is_any(view.low(aux + 1), {"not", "n't"});
  const bool bare = view.is(aux, Role::have | Role::do_ | Role::be) && view.all.size() < 5;
  if (!bare) {
    discourse.asked = {discourse.told};
    if (asks_of_deed(view)) discourse.asked.clear();  // "Who objects?"
  } else if (!discourse.asked.empty()) {
    discourse.asked.resize(1);
    discourse.asked.front().denied = denies;
  }
}

}  // namespace

// "Who has not signed yet?", "Has everybody signed?": what the next sentences answer ("Egypt and
// Syria.", "Peru did last month."). "Who didn't?" turns what the question before asked.
void remember_question(const SentenceView& view, Discourse& discourse) {
  std::vector<FoundAct> acts = find_predicates(view);
  find_arguments(view, discourse, acts);
  std::vector<Told> asked = asked_by(view, acts, discourse);
  const bool remain = asks_who_remains(view, discourse.told);
  if (remain) asked.clear();
  if (asked.empty() && (remain || asks_how_many(view))) asked = roster_asked(view, discourse);
  if (asked.empty()) ask_of_another(view, discourse);
  discourse.asked_what = asked_what(view, acts);
  if (asked.empty()) {
    ask_who(view, discourse);
    return;
  }
  discourse.told = asked.front();
  discourse.together = discourse.asked = std::move(asked);
}

void carry_question(std::uint32_t sentence, Discourse& discourse) {
  for (Told& asked : discourse.asked) {
    if (asked.sentence + 1 == sentence) asked.sentence = sentence;
  }
}

}  // namespace concord
