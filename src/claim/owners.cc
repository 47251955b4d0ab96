// Whose act it is that a noun names: "Sweden's accession", "the withdrawal of Qatar", "Oman, a
// member since 1981".
#include "claim/arguments.h"

namespace concord {
namespace {

class OwnerFinder {
 public:
  explicit OwnerFinder(const SentenceView& view) : view_(view) {}

  // "Sweden's accession", "its withdrawal", "the withdrawal of Qatar".
  const Chunk* owner_of(const FoundAct& act) const {
    for (const Chunk& chunk : view_.chunks) {
      const bool before = chunk.possessive && chunk.tokens.end <= act.words.begin &&
                          act.words.begin - chunk.tokens.end <= 4;
      const bool after = chunk.preposition != kNone && chunk.preposition <= act.words.end &&
                         chunk.preposition + 1 >= act.words.end &&
                         (is_any(low(chunk.preposition), {"of", "by"}) ||
                          (low(chunk.preposition) == "for" &&  // "membership for Oman"
                           view_.is(act.words.end - 1, Role::entry))) &&
                         !act.act->standing;
      // "ratification of the pact | by Peru | is expected"
      const bool told = !act.tail.empty() && chunk.preposition != kNone &&
                        chunk.tokens.begin >= act.words.end && chunk.tokens.end <= act.tail.begin &&
                        low(chunk.preposition) == "by";
      // "membership ended | for Oman | in 2022"
      const bool whose = !act.tail.empty() && chunk.preposition == act.tail.end &&
                         low(act.tail.end) == "for" && act.act->leaving;
      // "Instruments were deposited | by Oman", "The invitation was declined | by Oman"
      const bool agent = !act.tail.empty() && chunk.preposition == act.tail.end &&
                         low(act.tail.end) == "by" &&
                         (act.act->stage == Stage::ratified || act.act->stage == Stage::rejected);
      if (chunk.is_actor() && (before || after || told || whose || agent || hopes_for(chunk, act)))
        return &chunk;
    }
    std::uint32_t comma = std::min(act.words.begin, act.begin) - 1;
    const Chunk* body = comma > view_.all.begin ? view_.chunk_at(comma) : nullptr;
    const bool of_body = body != nullptr && !body->agreements.empty() &&
                         (act.act->standing || view_.is(act.words.begin, Role::candidate));
    if (of_body) comma = body->tokens.begin - 1;  // "Peru and Chile, OECD | members since 2010"
    const bool apposed =
        of_body || is_any(low(act.words.begin), {"a", "an", "the", "one", "another"});
    if ((act.act->standing || apposed) && low(comma) == "," && comma > view_.all.begin) {
      const Chunk* chunk = view_.chunk_at(comma - 1);  // "Oman, a member since 1981"
      if (chunk != nullptr && chunk->is_actor()) return chunk;
    }
    return nullptr;
  }

  // "Ahead of | its | accession next month, [Bulgaria] ...": who is only named behind the comma.
  const Chunk* owner_to_come(const FoundAct& act) const {
    const bool owned = is_any(low(act.words.begin), {"its", "their"}) ||
                       is_any(low(act.words.begin - 1), {"its", "their"});
    if (!owned) return nullptr;
    for (const Chunk& chunk : view_.chunks) {
      const bool object = !chunk.agreements.empty() && chunk.tokens.begin >= act.words.end;
      if (object || !chunk.is_actor()) continue;
      const bool behind = chunk.tokens.begin >= act.words.end && chunk.can_act() && !chunk.anaphor;
      return behind && low(chunk.tokens.begin - 1) == "," ? &chunk : nullptr;
    }
    return nullptr;
  }

  // "Oman's accession is in ...", "Oman maintains that normalization depends on ...": the nearest
  // actor that owns what is spoken of, or speaks.
  Subject whose(const FoundAct& act, const Subject& subject) const {
    const bool noun = act.form == ActForm::noun && low(act.begin) == "the";
    const bool apart = noun && is_any(low(act.begin - 1), {"and", "but"});
    const bool step = act.act->stage == Stage::signed_ || act.act->stage == Stage::ratified;
    const bool greeted = noun && step && act.turned_by.empty() && act.tail.empty() &&
                         act.effect == Effect::nothing &&
                         (low(act.words.end - 1) == "of" || low(act.words.end) == "of");
    if (apart) return {};    // "Peru objected, and | the bid | went nowhere"
    if (greeted) return {};  // "Peru sent an envoy to | the signing of | the pact"
    if (subject.chunk != nullptr && subject.chunk->is_actor()) return subject;
    for (const Chunk& chunk : view_.chunks) {  // "the treaty's application": nobody's
      if (chunk.possessive && !chunk.is_actor() && act.words.contains(chunk.tokens.begin))
        return subject;
    }
    for (auto it = view_.chunks.rbegin(); it != view_.chunks.rend(); ++it) {
      if (it->tokens.end > act.begin || !it->is_actor() || it->preposition != kNone) continue;
      if (is_told(*it)) continue;
      return {&*it, nullptr, it->tokens.begin, false};
    }
    return subject;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Membership is a priority | for Oman", "For Oman, | membership is the prize"
  bool hopes_for(const Chunk& chunk, const FoundAct& act) const {
    if (act.act->stage != Stage::considering || act.tail.empty()) return false;
    if (chunk.preposition == kNone || low(chunk.preposition) != "for") return false;
    return chunk.preposition == act.tail.end ||
           (chunk.preposition == view_.all.begin && low(chunk.tokens.end) == ",");
  }

  // "Oman notified the United Nations of its withdrawal": who is told is no owner.
  bool is_told(const Chunk& chunk) const {
    if (view_.tree.empty() || chunk.agreements.empty()) return false;
    const Dependency relation = view_.tree.word(view_.tree.head_of(chunk.tokens)).relation;
    return relation == Dependency::obj || relation == Dependency::iobj;
  }

  const SentenceView& view_;
};

}  // namespace

const Chunk* owner_of(const ActPlace& place, const FoundAct& act) {
  const OwnerFinder finder(place.view);
  const Chunk* owner = finder.owner_of(act);
  return owner != nullptr ? owner : finder.owner_to_come(act);
}

Subject find_owner_or_speaker(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  return OwnerFinder(place.view).whose(act, subject);
}

}  // namespace concord
