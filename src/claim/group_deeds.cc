// What the members of a body did together, told with a list of who they are.
//
//   was signed by the ten members of [the league] ([A, B ...]) and by [C]
//   The signatories are [A] and two members of [the agency]: [B and C]
//   Six states signed. They are the four members of [the league] - [A, B ...] - together with [C]
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class GroupDeeds {
 public:
  GroupDeeds(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    for (const Chunk& body : view_.chunks) {
      const std::uint32_t of = body.preposition;
      const bool owned = of != kNone && view_.low(of) == "of" &&
                         view_.is(of - 1, Role::fellows | Role::nations) &&
                         view_.low(of - 1).ends_with("s");
      const Chunk* list = owned && !body.agreements.empty() ? list_behind(body) : nullptr;
      if (list == nullptr) continue;
      const std::uint32_t begin = group_begin(of - 1);
      if (names_crowd(begin)) {
        done_by_crowd_told(body, *list);
      } else if (view_.low(begin - 1) == "by") {
        done_by(begin - 1, *list);
      } else {
        done_beside(begin, *list);
      }
    }
  }

 private:
  static constexpr std::size_t kListMin = 2;

  // "members of the league | (A, B ...)", "...: A, B"
  const Chunk* list_behind(const Chunk& body) const {
    if (!is_any(view_.low(body.tokens.end), {"(", ":", "-", "\xE2\x80\x93", "\xE2\x80\x94"}))
      return nullptr;
    const Chunk* list = view_.chunk_behind(body.tokens.end + 1);
    const bool names = list != nullptr && list->actors.size() >= kListMin && !list->anaphor;
    return names && !list->possessive && list->tokens.begin <= body.tokens.end + 2 ? list : nullptr;
  }

  // "| the ten | members"
  std::uint32_t group_begin(std::uint32_t noun) const {
    std::uint32_t at = noun;
    while (at > view_.all.begin &&
           (view_.is(at - 1, Role::count | Role::determiner) ||
            view_.reading.token(at - 1).kind == WordKind::number || view_.low(at - 1) == "all"))
      --at;
    return at;
  }

  // "They are | the ten members of the league": those whom the sentence before only counts.
  bool names_crowd(std::uint32_t begin) const {
    const std::uint32_t first = view_.all.begin;
    return begin == first + 2 && is_any(view_.low(first), {"they", "these"}) &&
           view_.is(first + 1, Role::be) && discourse_.by_crowd &&
           discourse_.told.agreement != kNone;
  }
  // Those listed, and whom they come "together with": of the league only the former.
  void done_by_crowd_told(const Chunk& body, const Chunk& list) {
    FoundAct act = repeated_act(discourse_.told);
    act.words = list.tokens;
    act.begin = list.tokens.begin;
    act.parties = list.actors;
    act.time = discourse_.told.time;
    for (const Chunk& more : view_.chunks) {
      const bool along = more.tokens.begin > list.tokens.end && more.preposition != kNone &&
                         view_.low(more.preposition) == "with";
      if (!along || !more.is_actor()) continue;
      add_new(act.parties, more.actors);
      for (FoundAct& roster : acts_) {
        if (roster.agreements != body.agreements) continue;
        std::erase_if(roster.parties, [&](std::uint32_t one) {
          return std::ranges::find(more.actors, one) != more.actors.end();
        });
      }
    }
    acts_.push_back(std::move(act));
  }

  // "signed | by | the ten members of the league (A, B ...) | and by C": all of them.
  void done_by(std::uint32_t by, const Chunk& list) {
    FoundAct* act = act_before(by);
    if (act == nullptr || !act->passive) return;
    add_new(act->parties, list.actors);
    act->by_crowd = false;
    for (const Chunk& more : view_.chunks) {
      const std::uint32_t at = more.preposition;
      const bool further = at != kNone && at >= list.tokens.end && view_.low(at) == "by" &&
                           is_any(view_.low(at - 1), {"and", ","});
      if (further && more.is_actor() && !view_.is_mark(act->words.end))
        add_new(act->parties, more.actors);
    }
  }
  FoundAct* act_before(std::uint32_t by) {
    FoundAct* nearest = nullptr;
    for (FoundAct& act : acts_) {
      if (act.words.end <= by && act.form != ActForm::noun &&
          (nearest == nullptr || act.words.begin > nearest->words.begin))
        nearest = &act;
    }
    return nearest;
  }

  // "A, B | and two members of the agency: C and D": what is told of A and B.
  void done_beside(std::uint32_t begin, const Chunk& list) {
    const std::uint32_t link = begin - 1;
    if (!is_any(view_.low(link), {"and", ","})) return;
    const Chunk* before = view_.chunk_at(link - (view_.low(link - 1) == "," ? 2 : 1));
    if (before == nullptr || !before->is_actor()) return;
    for (FoundAct& act : acts_) {
      const bool of_it =
          std::ranges::find(act.parties, before->actors.front()) != act.parties.end();
      const bool listed = act.words.end <= before->tokens.begin && act.effect == Effect::nothing;
      if (of_it && listed) add_new(act.parties, list.actors);
    }
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

void give_group_deeds(const SentenceView& view, const Discourse& discourse,
                      std::vector<FoundAct>& acts) {
  GroupDeeds(view, discourse, acts).run();
}

}  // namespace concord
