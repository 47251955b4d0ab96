// What the members of a body did together, told with a list of who they are.
//
//   was signed by the ten members of [the league] ([A, B ...]) and by [C]
//   The signatories are [A] and two members of [the agency]: [B and C]
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class GroupDeeds {
 public:
  GroupDeeds(const SentenceView& view, std::vector<FoundAct>& acts) : view_(view), acts_(acts) {}

  void run() {
    for (const Chunk& body : view_.chunks) {
      const std::uint32_t of = body.preposition;
      const bool owned = of != kNone && view_.low(of) == "of" &&
                         view_.is(of - 1, Role::fellows | Role::nations) &&
                         view_.low(of - 1).ends_with("s");
      const Chunk* list = owned && !body.agreements.empty() ? list_behind(body) : nullptr;
      if (list == nullptr) continue;
      const std::uint32_t begin = group_begin(of - 1);
      if (view_.low(begin - 1) == "by") {
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
    if (!is_any(view_.low(body.tokens.end), {"(", ":", "\xE2\x80\x93", "\xE2\x80\x94"}))
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
  std::vector<FoundAct>& acts_;
};

}  // namespace

void give_group_deeds(const SentenceView& view, std::vector<FoundAct>& acts) {
  GroupDeeds(view, acts).run();
}

}  // namespace concord
