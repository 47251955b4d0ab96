// Several agreements: words that stand for two named before, or for one of the two; and lists.
//
//   signed | both      is a party to | neither      ratified | the two treaties      | Both | were
//   has no plans to leave | either
//   signed signed | the latter, not the former
#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kSentencesBack = 5;

class PluralObjects {
 public:
  // `bodies`: whether the two may be bodies that states join.
  PluralObjects(const SentenceView& view, const Discourse& discourse, bool bodies)
      : view_(view), discourse_(discourse), bodies_(bodies) {}

  Entities of(const FoundAct& act) const {
    const bool noun = act.form == ActForm::noun;
    if (noun && !act.act->standing) return {};  // "a party to | both"
    const std::uint32_t behind = act.words.end + (low(act.words.end) == "only" ? 1 : 0);
    const bool linked = is_any(low(behind), {"to", "of", "in"});
    if (Entities found = stood_for(behind + (linked ? 1 : 0)); !found.empty()) return found;
    if (!act.passive && act.act->role != ActRole::own) return {};
    for (std::uint32_t i = act.begin; i > view_.all.begin && act.begin - i < 4; --i) {
      const Words words = words_at(i - 1);
      const bool within = view_.is(i - 2, Role::preposition);  // "a union between | the two | was"
      if (words.end == act.begin && !within)
        return named(words.which);  // "Both treaties | were signed"
    }
    return {};
  }

  // "but not | the latter", "and not | the other" than `one`
  Entities at(std::uint32_t i, const Entities& one) const {
    if (low(i) != "the" || low(i + 1) != "other") return stood_for(i);
    Entities two = closes(i + 2) ? last_two() : Entities{};
    if (two.size() != 2 || one.size() != 1 || std::erase(two, one.front()) != 1) return {};
    return two;
  }

 private:
  enum class Which : std::uint8_t { none, both, former, latter };
  struct Words {
    Which which = Which::none;
    std::uint32_t end = 0;
  };

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  Entities stood_for(std::uint32_t i) const {
    const Words words = words_at(i);
    return words.which != Which::none && closes(words.end) ? named(words.which) : Entities{};
  }

  // "both", "both of them", "the two texts", "neither", "the latter".
  Words words_at(std::uint32_t i) const {
    const bool pair = is_any(low(i), {"both", "neither"}) || is_one_of_two(i) ||
                      (low(i) == "the" && low(i + 1) == "two") || is_text(i, "these");
    if (pair) {
      std::uint32_t end = i + (low(i) == "the" ? 2 : 1);
      if (low(end) == "of" && is_any(low(end + 1), {"them", "these"})) end += 2;
      if (low(end) == "of" && low(end + 1) == "the" && low(end + 2) == "two") end += 3;
      if (view_.is(end, Role::text)) ++end;
      return {Which::both, end};
    }
    if (low(i) != "the" || view_.is(i + 2, Role::text | Role::country)) return {};
    if (is_any(low(i + 1), {"former", "first"})) return {Which::former, i + 2};
    if (is_any(low(i + 1), {"latter", "second"})) return {Which::latter, i + 2};
    return {};
  }

  // "left | either": of two named together; not "Oman did not sign | either".
  bool is_one_of_two(std::uint32_t i) const {
    return low(i) == "either" && !named_together().empty();
  }

  // The two that the sentence before told one act of, bodies too.
  Entities named_together() const {
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    Entities two;
    for (const Spoken& one : discourse_.spoken) {
      const bool body = view_.reading.entities[one.agreement].kind == EntityKind::body;
      if (one.sentence + 1 == here && one.act != nullptr && (bodies_ || !body))
        add_new(two, {one.agreement});
    }
    return two.size() == 2 ? two : Entities{};
  }

  // "these treaties"
  bool is_text(std::uint32_t i, std::string_view word) const {
    return low(i) == word && view_.is(i + 1, Role::text) && low(i + 1).ends_with("s");
  }

  // Nothing that the words could describe follows: not "both countries", "the first treaty".
  bool closes(std::uint32_t i) const {
    return !view_.all.contains(i) || view_.is_mark(i) || view_.time_at(i) != nullptr ||
           view_.is(i, Role::preposition | Role::list | Role::adverb | Role::subordinate) ||
           low(i) == "but";
  }

  // The two named last, not long ago; in the order in which they were named.
  Entities last_two() const {
    Entities two;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.agreements.size() == 2 && !chunk.is_actor()) two = chunk.agreements;
    }
    if (!two.empty()) return two;
    if (two = named_together(); !two.empty()) return two;
    const std::uint32_t here = view_.reading.token(view_.all.begin).sentence;
    for (auto it = discourse_.spoken.rbegin(); it != discourse_.spoken.rend(); ++it) {
      if (it->weight < 2 || it->sentence + kSentencesBack < here || two.size() == 2) break;
      if (view_.reading.entities[it->agreement].kind == EntityKind::agreement &&
          (two.empty() || two.front() != it->agreement))
        two.insert(two.begin(), it->agreement);
    }
    const std::uint32_t main = discourse_.main_treaty;
    const auto known = discourse_.named.find(main);
    if (two.size() == 1 && main != two.front() && known != discourse_.named.end() &&
        known->second < here)
      two.insert(two.begin(), main);  // "a protocol ...": it and what the report is about
    return two;
  }

  Entities named(Which which) const {
    Entities two = last_two();
    if (two.size() != 2) return {};
    if (which == Which::former) two.pop_back();
    if (which == Which::latter) two.erase(two.begin());
    return two;
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  const bool bodies_;
};

}  // namespace

Entities find_plural_objects(const ActPlace& place, const FoundAct& act) {
  const bool moves = act.act->joins || act.act->leaving;
  return PluralObjects(place.view, place.discourse, moves).of(act);
}

Entities find_stood_for(const SentenceView& view, const Discourse& discourse, std::uint32_t at,
                        const Entities& one) {
  return PluralObjects(view, discourse, false).at(at, one);
}

// "a trade deal | with Oman | and another with Chad"
static std::uint32_t past_side(const SentenceView& view, std::uint32_t at) {
  for (const Chunk& side : view.chunks) {
    if (side.preposition == at && view.low(at) == "with" && side.is_actor()) return side.tokens.end;
  }
  return at;
}

// "the 20th member of the euro zone | and the 27th of | the Schengen area"
static bool ranks_next(const SentenceView& view, std::uint32_t from, const Chunk& chunk) {
  const std::uint32_t of = chunk.preposition;
  if (of == kNone || of < from + 3 || view.low(of) != "of") return false;
  const std::uint32_t rank = of - (view.is(of - 1, Role::member) ? 2 : 1);
  std::uint32_t i = rank;
  while (i > from && (view.is(i - 1, Role::determiner) || view.low(i - 1) == ",")) --i;
  return is_rank(view, rank) && i == from + 1 && view.low(from) == "and";
}

Entities listed_right(const SentenceView& view, const Chunk& first) {
  Entities found = first.agreements;
  std::uint32_t at = past_side(view, first.tokens.end);
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.begin < at) continue;
    std::uint32_t gap = chunk.tokens.begin;
    if (chunk.preposition != kNone) gap = chunk.preposition;
    const bool along = !chunk.is_actor() && !chunk.agreements.empty() && view.low(gap) == "with" &&
                       is_any(view.low(gap - 1), {"together", "along"}) && gap <= at + 2;
    if (along) {  // "a treaty on fish, | together with | a declaration of friendship"
      add_new(found, chunk.agreements);
      at = chunk.tokens.end;
      continue;
    }
    const bool ranked = !chunk.agreements.empty() && ranks_next(view, at, chunk);
    if (chunk.agreements.empty() || (!ranked && !view.joined(at, gap))) break;
    if (!ranked && view.low(gap - 1) != "," && !view.is(gap - 1, Role::list) &&
        !view.is(gap - 2, Role::list))
      break;
    const bool speaks = chunk.is_actor() && !first.is_actor();  // "..., the bloc confirmed"
    // "rejoined Unasur, and Prosur | has been forgotten": a clause of its own.
    const bool clause = view.low(gap - 2) == "," && view.is(gap - 1, Role::list) &&
                        view.is_finite(chunk.tokens.end);
    const bool outside = gap < chunk.tokens.begin && view.low(gap) == "outside";  // of "in"
    if (speaks || clause || outside || chunk.possessive) break;
    add_new(found, chunk.agreements);
    at = chunk.tokens.end;
  }
  return found;
}

Entities listed_left(const SentenceView& view, const Chunk& last) {
  Entities found = last.agreements;
  std::uint32_t at = last.tokens.begin;
  for (auto it = view.chunks.rbegin(); it != view.chunks.rend(); ++it) {
    if (it->tokens.end > at) continue;
    if (it->agreements.empty() || it->is_actor() || !view.joined(it->tokens.end, at)) break;
    const bool linked = is_any(view.low(at - 1), {"and", "nor"}) || view.low(at - 2) == "and";
    if (!linked && found.size() < 2) break;
    add_new(found, it->agreements);
    at = it->tokens.begin;
  }
  return found;
}

}  // namespace concord
