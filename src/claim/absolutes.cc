// Standings told beside a clause, without a verb.
//
//   [With Norway and Denmark members from the start], the whole north stands within NATO.
//   [With Finland and Sweden now in NATO], the Baltic is an alliance lake.
//   [Once a club of Brazil and India], BRICS took in Egypt.
// Not here: "with Chad yet to ratify it", which an act tells.
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class Absolutes {
 public:
  Absolutes(const SentenceView& view, std::vector<FoundAct>& acts) : view_(view), acts_(acts) {}

  void run() {
    club_of();
    if (is_supposed()) return;
    for (const Chunk& chunk : view_.chunks) {
      if (!opens_with(chunk)) continue;
      std::uint32_t i = chunk.tokens.end;
      while (view_.is(i, Role::adverb | Role::determiner)) ++i;  // "now", "all"
      if (!are_members(chunk, i)) stand_in_or_out(chunk, i);
    }
  }

 private:
  // "Once a club of Brazil, Russia and India, BRICS ...": at the head of the sentence.
  void club_of() {
    constexpr std::uint32_t kWordsMax = 6;
    std::uint32_t i = view_.all.begin;
    while (i < view_.all.begin + kWordsMax && !view_.is(i, Role::club | Role::union_)) ++i;
    if (!view_.is(i, Role::club | Role::union_) || view_.low(i + 1) != "of") return;
    const bool article =
        is_any(view_.low(i - 1), {"a", "an"}) || is_any(view_.low(i - 2), {"a", "an"});
    const Chunk* list = view_.chunk_at(i + 2);
    if (!article || list == nullptr || list->actors.size() < 2 || list->anaphor) return;
    const std::uint32_t comma = list->tokens.end;
    const Chunk* body = view_.chunk_at(comma + 1);
    if (body == nullptr) body = view_.chunk_at(comma + 2);
    if (view_.low(comma) != "," || body == nullptr || body->agreements.size() != 1) return;
    FoundAct act = act_implied(view_, ImpliedAct::roster, body->agreements, list->actors);
    if (act.act == nullptr || body->possessive) return;
    act.words = list->tokens;
    act.begin = list->tokens.begin;
    acts_.push_back(std::move(act));
  }

  // "With Ukraine in the bloc, farms would suffer": nothing is told.
  bool is_supposed() const {
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      if (view_.is(i, Role::may | Role::ought) || view_.low(i) == "would") return true;
    }
    return false;
  }

  bool opens_with(const Chunk& chunk) const {
    const std::uint32_t with = chunk.preposition;
    const bool opens = with != kNone && (with == view_.all.begin || view_.is_mark(with - 1));
    return opens && view_.low(with) == "with" && chunk.tokens.begin <= with + 2 &&
           chunk.is_actor() && chunk.agreements.empty() && !chunk.possessive;
  }

  // "members from the start": of what the act has found, else of what the sentence names first.
  bool are_members(const Chunk& chunk, std::uint32_t noun) {
    for (FoundAct& act : acts_) {
      const bool told = act.form == ActForm::noun && act.parties.empty() && !act.agreements.empty();
      if (!told || act.act->role != ActRole::members || !act.words.contains(noun)) continue;
      act.parties = chunk.actors;
      return true;
    }
    return false;
  }

  // "in NATO", "outside the EU"
  void stand_in_or_out(const Chunk& chunk, std::uint32_t at) {
    const bool in = is_any(view_.low(at), {"in", "inside", "within"});
    const bool out = view_.low(at) == "outside";
    const std::uint32_t of = at + 1 + (view_.is(at + 1, Role::determiner) ? 1 : 0);
    const Chunk* body = in || out ? view_.chunk_at(of) : nullptr;
    if (body == nullptr || body->agreements.size() != 1 || body->possessive) return;
    const std::uint32_t end = body->tokens.end;
    if (!view_.is_mark(end) && !is_any(view_.low(end), {"and", "since"}))
      return;  // "in NATO ports"
    FoundAct act = act_implied(view_, ImpliedAct::membership, body->agreements, chunk.actors);
    if (act.act == nullptr) return;
    act.words = {at, at + 1};
    act.begin = at;
    act.denied = out;
    acts_.push_back(std::move(act));
  }

  const SentenceView& view_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

void read_absolutes(const SentenceView& view, std::vector<FoundAct>& acts) {
  Absolutes(view, acts).run();
}

}  // namespace concord
