// The agreements that stand behind their act.
#include "claim/objects_behind.h"

namespace concord {
namespace {

class ObjectsBehind {
 public:
  ObjectsBehind(const ActPlace& place, const FoundAct& act)
      : place_(place), view_(place.view), act_(act) {}

  std::optional<Entities> run() const {
    const std::uint32_t reach = takes_pronoun(view_, act_) ? act_.words.end : object_reach();
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin < act_.words.begin || chunk.tokens.begin >= reach) continue;
      if (!fits(chunk) || is_circumstance(view_, act_, chunk) || chunk.possessive) continue;
      if (chunk.tokens.end < act_.words.end && goes_on()) continue;
      if (is_other_side(chunk) || is_addressee(chunk)) continue;
      if (is_beyond(chunk)) break;
      if (is_left_out(view_, chunk)) return Entities{};
      if (is_too_far(chunk)) continue;
      return listed_right(view_, chunk);
    }
    return std::nullopt;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }
  bool fits(const Chunk& chunk) const { return can_be_object(act_, chunk); }

  // A body, or the object of a verb that says nothing without it, has to stand right behind.
  bool is_too_far(const Chunk& chunk) const {
    const bool part = chunk.preposition != kNone && low(chunk.preposition) == "of" &&
                      (view_.is(chunk.preposition - 1, Role::text) ||  // "the terms of the deal"
                       (act_.act->sides && view_.is_content(chunk.preposition - 1)));
    const bool apart = chunk.preposition != kNone && chunk.preposition >= act_.words.end && !part;
    if (chunk.is_actor() && !is_near(chunk) && !is_direct(chunk)) return true;
    return act_.act->strict && (chunk.tokens.begin > act_.words.end + (part ? 6 : 4) || apart);
  }

  // "joined the bloc", "a member of NATO": a body stands right after its act.
  bool is_near(const Chunk& chunk) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = act_.words.end; i < chunk.tokens.begin; ++i) {
      if (low(i) == "-") continue;  // "belongs to the Moscow-led union"
      if (view_.is_mark(i)) return false;
      const bool counted =
          act_.act->role == ActRole::patient &&  // "admitted six more | to the bloc"
          (view_.is(i, Role::count | Role::country) || low(i) == "more");
      const bool small = view_.is(i, Role::preposition | Role::determiner | Role::adverb);
      words += small || counted ? 0 : 1;
    }
    return words <= 2;
  }

  // "joined Europe's passport-free Schengen area": by the tree.
  bool is_direct(const Chunk& chunk) const {
    if (view_.tree.empty() || !(act_.act->joins || act_.act->leaving)) return false;
    const std::uint32_t head = view_.tree.head_of(chunk.tokens);
    const bool object = view_.tree.word(head).relation == Dependency::obj;
    return object && act_.words.contains(view_.tree.parent(head));
  }

  // Where the act's words end: with the next act, but not "revoked its | ratification of the
  // pact".
  std::uint32_t object_reach() const {
    const std::size_t next = place_.number + 1;
    if (act_.form == ActForm::noun || next >= place_.acts.size()) return place_.next;
    const FoundAct& noun = place_.acts[next];
    const bool object = noun.form == ActForm::noun && act_.act->object == ActObject::agreement &&
                        act_.act->leaving && noun.words.begin <= act_.words.end + 2;
    if (!object) return place_.next;
    return next + 1 < place_.acts.size() ? place_.acts[next + 1].begin : view_.all.end;
  }

  // "remain members, though both are exempt from the pact", "refused to sign, clinging to what the
  // old pact gave them": of another clause.
  bool is_beyond(const Chunk& chunk) const {
    if (!act_.tail.empty() && has_stop(view_, act_.words.end, chunk.tokens.begin)) return true;
    if (opens_clause(view_, chunk)) return true;
    for (std::uint32_t i = act_.words.end; i < chunk.tokens.begin; ++i) {
      if (is_any(low(i), {"though", "although", "because", "whereas", ";"})) return true;
      const bool gerund = low(i) == "," && !view_.tree.empty() &&
                          view_.tree.word(i + 1).tag == Penn::vbg &&
                          view_.tree.word(i + 1).relation == Dependency::advcl;
      if (gerund && act_.form != ActForm::noun) return true;
      if (low(i) == "," && is_any(low(i + 1), {"and", "but", "while"})) {
        for (std::uint32_t t = i + 2; t < chunk.tokens.begin; ++t) {
          if (low(t) == "that") return true;
        }
      }
    }
    return false;
  }

  // "in talks with the bloc on a trade pact": the bloc is a side.
  bool is_other_side(const Chunk& chunk) const {
    const bool side = act_.act->sides && chunk.is_actor() && chunk.preposition != kNone &&
                      is_any(low(chunk.preposition), {"with", "between"});
    return side && std::ranges::any_of(view_.chunks, [&](const Chunk& later) {
             return later.tokens.begin >= chunk.tokens.end && later.tokens.begin < place_.next &&
                    !later.is_actor() && !later.agreements.empty();
           });
  }

  // "notified | the UN | of its withdrawal", in a report on another: no exit from the UN.
  bool hears_of_exit(const Chunk& chunk) const {
    const std::uint32_t main = place_.discourse.main;
    const bool inside = chunk.tokens.begin > act_.words.begin &&
                        chunk.tokens.end < act_.words.end && chunk.preposition == kNone &&
                        chunk.is_actor();
    return act_.act->leaving && inside && main != kNone &&
           std::ranges::find(chunk.agreements, main) == chunk.agreements.end();
  }

  // "handed its notice | to the United Nations", "lodged it with the league": who is told; "are
  // members | from the league": of something else.
  bool is_addressee(const Chunk& chunk) const {
    if (hears_of_exit(chunk)) return true;
    const bool deposits = act_.act->mode == RatificationMode::accession;
    return chunk.is_actor() && chunk.preposition != kNone &&
           !act_.words.contains(chunk.preposition) &&
           ((act_.act->leaving && low(chunk.preposition) == "to") ||
            (view_.is(act_.words.end - 1, Role::fellows | Role::member) &&
             low(chunk.preposition) == "from") ||
            ((act_.act->leaving || deposits) && is_any(low(chunk.preposition), {"with", "at"})));
  }

  // "notified the United Nations of its withdrawal | from the treaty": the object comes after.
  bool goes_on() const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.tokens.begin >= act_.words.end && chunk.tokens.begin <= act_.words.end + 2 &&
             chunk.preposition != kNone && fits(chunk);
    });
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
};

}  // namespace

std::optional<Entities> objects_behind(const ActPlace& place, const FoundAct& act) {
  return ObjectsBehind(place, act).run();
}

bool is_circumstance(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  const bool agent = chunk.preposition != kNone && act.passive && chunk.is_actor() &&
                     view.low(chunk.preposition) == "by" && act.act->joins;
  const bool bid = view.is(act.words.end - 1, Role::candidacy) &&
                   chunk.preposition == act.words.end && view.low(act.words.end) == "for";
  if (agent || bid) return false;  // "was granted status | by the bloc", "its bid | for EU entry"
  const std::uint32_t way = chunk.preposition;
  if (way == kNone || act.words.contains(way)) return false;
  return view.is(way, Role::circumstance) || view.low(way) == "at" ||  // "in protest at the pact"
         (view.low(way) == "of" && stands_under(view, way - 1));
}

bool takes_pronoun(const SentenceView& view, const FoundAct& act) {
  const std::uint32_t after = act.words.end + 1;
  const bool it = act.form != ActForm::noun && is_any(view.low(after - 1), {"it", "them"});
  return it && (view.is_mark(after) || is_any(view.low(after), {"and", "but"}));
}

}  // namespace concord
