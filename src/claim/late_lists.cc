// Lists that name, in a later sentence, a crowd that was only counted before.
//
//   Six countries will join. They are [A, B ...]     The bloc admits six. [A, B ...] get in on 1
//   May.
//
//   Eight states signed. One of them, [A], has ratified.
//
//   Talks with six are to open. Three are in Asia: [A, B, C]. The others are [D, E and F].
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kCrowdMin = 3;
constexpr std::uint32_t kSentencesBack = 2;

class LateLists {
 public:
  LateLists(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    if (discourse_.told.agreement == kNone || some_of_them()) return;
    if (!acts_.empty()) {
      if (tells_of_entry()) whole_crowd();
      return;
    }
    if (!whole_crowd() && !part_of_crowd()) named_later();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  bool is_crowd_told() const {
    const std::uint32_t sentence = view_.reading.token(view_.all.begin).sentence;
    return discourse_.crowd >= kCrowdMin && sentence <= discourse_.told.sentence + kSentencesBack;
  }

  // "admitted six countries. A, B ... | get in on 1 May": what they do is of the same body.
  bool tells_of_entry() const {
    return std::ranges::all_of(acts_, [&](const FoundAct& act) {
      return act.act->joins && act.act->stage == Stage::party && !act.denied &&
             act.agreements == Entities{discourse_.told.agreement};
    });
  }

  void tell(TokenSpan words, const Entities& parties, const Time* time) {
    FoundAct act = repeated_act(discourse_.told);
    act.words = words;
    act.begin = words.begin;
    act.parties = parties;
    act.time = time;
    acts_.push_back(std::move(act));
  }

  // "Nine countries joined the zone. Controls were dropped by A, B ...": as many as were counted.
  bool whole_crowd() {
    if (!is_crowd_told()) return false;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.actors.size() != discourse_.crowd || chunk.anaphor) continue;
      tell(chunk.tokens, chunk.actors, discourse_.told.time);
      return true;
    }
    return false;
  }

  // "Three are in Asia: A, B and C", "Two of them, A and B, are": some of those counted.
  bool part_of_crowd() {
    const std::uint32_t begin = view_.all.begin;
    if (!is_crowd_told() || !view_.is(begin, Role::count)) return false;
    const std::uint32_t size = view_.reading.token(begin).clause.size;
    const bool of = low(begin + 1) == "of" && is_any(low(begin + 2), {"them", "these", "those"});
    if (size >= discourse_.crowd) return false;
    const bool is = of || view_.is(begin + 1, Role::be);  // else "Eight had been poor: A, B ..."
    for (const Chunk& chunk : view_.chunks) {
      const bool list = chunk.is_actor() && !chunk.anaphor && chunk.actors.size() == size;
      if (!is && (!list || low(chunk.tokens.begin - 1) != ":")) continue;
      if (!list || !is_any(low(chunk.tokens.begin - 1), {":", ",", "-"})) continue;
      tell(chunk.tokens, chunk.actors, discourse_.told.time);
      acts_.back().of_crowd = true;
      return true;
    }
    return false;
  }

  // "Eight governments signed it. One of them, Oman, has not ratified it."
  bool some_of_them() {
    const std::uint32_t begin = view_.all.begin;
    const std::uint32_t sentence = view_.reading.token(begin).sentence;
    const bool told = discourse_.by_crowd && sentence == discourse_.told.sentence + 1;
    const bool of = low(begin + 1) == "of" && is_any(low(begin + 2), {"them", "these", "those"});
    const bool some = low(begin) == "one" || view_.is(begin, Role::count);
    if (!told || !of || !some || low(begin + 3) != ",") return false;
    const Chunk* list = actors_after(view_, begin + 4, 1);
    if (list == nullptr || !is_any(low(list->tokens.end), {",", "."})) return false;
    tell(list->tokens, list->actors, discourse_.told.time);
    acts_.back().of_crowd = true;
    return true;
  }

  // "The six at present", "the other four"; not "the critics", "among the absentees".
  bool names_crowd(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t i = from; i < end; ++i) {
      const WordClass word = view_.tree.empty() ? WordClass::noun : view_.tree.word(i).word_class;
      const bool noun = word == WordClass::noun || word == WordClass::verb;
      const bool of_them =
          view_.is(i, Role::count | Role::country | Role::nations | Role::fellows | Role::member |
                          Role::founding | Role::preposition | Role::determiner | Role::late) ||
          is_any(low(i), {"other", "others", "rest", "them"});
      if (noun && !of_them) return false;
    }
    return true;
  }

  // "Twenty members share the euro. | The other seven | are A, B ...": those of a larger whole.
  bool is_complement(std::uint32_t begin) const {
    const bool others = low(begin + 1) == "other" && view_.is(begin + 2, Role::count);
    const std::uint32_t sentence = view_.reading.token(begin).sentence;
    const bool all_but_one =  // "is to take in six, Peru among them. The other five are ..."
        view_.is(begin + 2, Role::count) &&
        view_.reading.token(begin + 2).clause.size + 1 == discourse_.crowd;
    return others && !all_but_one && discourse_.told.sentence + 1 == sentence &&
           !belongs(discourse_.told);
  }

  // "Six countries will join. They are A, B and C": the list of a crowd, a sentence later. "Oman is
  // the seventh member. The six at present are A, B ...": who is in it besides.
  void named_later() {
    const std::uint32_t begin = view_.all.begin;
    const bool before = view_.is(begin + 1, Role::count) && low(begin + 2) == "before" &&
                        is_any(low(begin + 3), {"it", "them"});  // "The six before it are"
    const bool others = tells_of_others(begin) || completes(begin);
    if (!others && !before && !discourse_.by_crowd) return;
    if (!is_any(low(begin), {"they", "these", "the", "those", "among"})) return;
    for (std::uint32_t i = begin + 1; i < begin + 5 && names_crowd(begin + 1, i); ++i) {
      const bool link =
          is_any(low(i), {"are", "were", "is", "was", ":"}) || view_.is(i, Role::includes);
      const Chunk* list = link ? actors_after(view_, i + 1, 1) : nullptr;
      const bool one = is_any(low(i), {"is", "was"});  // "Among them is Oman"
      if (list == nullptr || (list->actors.size() < 2) != one) continue;
      if (list->possessive || low(list->tokens.end) == "'s") continue;
      const bool joined =
          completes(begin) || (others && !before && !discourse_.by_crowd &&
                               !is_ranked(discourse_.told) && belongs(discourse_.told));
      if (!joined) {
        tell({begin, i + 1}, list->actors, nullptr);
        if (is_complement(begin)) acts_.back().denied = !acts_.back().denied;
        return;
      }
      FoundAct act = act_implied(view_, ImpliedAct::membership, {discourse_.told.agreement}, {});
      act.words = {begin, i + 1};
      act.begin = begin;
      act.form = ActForm::present;  // a state, and no news of the day
      act.parties = list->actors;
      acts_.push_back(std::move(act));
      return;
    }
  }

  // "Peru was the third to ratify. The others are ...": they did as much before.
  static bool is_ranked(const Told& told) { return told.turned_by == "ranked" && !told.denied; }

  // "Oman would be the seventh. The others are ...": besides whom they are members; not "opened
  // talks with six. ... The others are ...".
  bool belongs(const Told& told) const { return discourse_.joiners.contains(told.agreement); }

  // "Peru, the last of the five partners, ratified it. | The other four | are ...": one less than
  // the sentence before counts as its parties.
  bool completes(std::uint32_t begin) const {
    const std::uint32_t number = view_.reading.token(begin).sentence;
    const bool others = low(begin) == "the" && low(begin + 1) == "other" &&
                        view_.is(begin + 2, Role::count) && view_.is(begin + 3, Role::be);
    if (!others || number == 0 || discourse_.told.sentence + 1 != number) return false;
    const Reading& reading = view_.reading;
    const std::uint32_t more = reading.token(begin + 2).clause.size + 1;
    const TokenSpan before = reading.sentences[number - 1].tokens;
    for (std::uint32_t i = before.begin; i + 1 < before.end; ++i) {
      if (reading.is(i, Role::count) && reading.token(i).clause.size == more &&
          reading.is(i + 1, Role::fellows | Role::member))
        return true;
    }
    return false;
  }

  // "The six at present are ...", "The others are ...", after words on who joins or belongs.
  bool tells_of_others(std::uint32_t begin) const {
    const Told& told = discourse_.told;
    const bool joins = told.act != nullptr &&
                       (is_ranked(told) || told.act->joins || told.act->stage == Stage::party ||
                        view_.reading.entities[told.agreement].acceded);
    if (!joins || told.act->leaving || low(begin) != "the") return false;
    if (view_.is(begin + 1, Role::late) && view_.is(begin + 2, Role::be)) return true;
    return is_any(low(begin + 1), {"others", "rest"}) || view_.is(begin + 1, Role::count) ||
           (low(begin + 1) == "other" && view_.is(begin + 2, Role::count));
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

FoundAct repeated_act(const Told& told) {
  FoundAct act = act_of(told);
  act.row = told.act;
  act.passive = false;
  act.time = nullptr;
  return act;
}

void read_late_lists(const SentenceView& view, const Discourse& discourse,
                     std::vector<FoundAct>& acts) {
  LateLists(view, discourse, acts).run();
}

}  // namespace concord
