// Who came after others, told of these: the others were joined by them.
//
//   They were joined in 2007 by [Rwanda and Burundi], in 2016 by [South Sudan] ...
//   ... and were joined by [Brunei] in 1984, [Vietnam] in 1995, and [Laos and Myanmar] in 1997
// Not here: of a text that was signed ("A and B signed, joined by C": arguments.cc, same_acts.cc).
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

class Comers {
 public:
  Comers(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view), discourse_(discourse), acts_(acts) {}

  void run() {
    for (std::uint32_t i = view_.all.begin + 1; i < view_.all.end; ++i) {
      std::uint32_t be = i - (view_.is(i - 1, Role::adverb) ? 2 : 1);
      if (!view_.is(i, Role::accedes) || !view_.is(be, Role::be)) continue;
      while (view_.is(be - 1, Role::have | Role::adverb)) --be;  // "has since been joined by"
      const Chunk* others = subject_before(be, i);
      if (others != nullptr) tell(i, *others);
    }
  }

 private:
  struct Comer {
    const Chunk* who;
    const Time* when;
  };

  void tell(std::uint32_t joined, const Chunk& subject) {
    const std::uint32_t by = past_time(joined + 1);
    if (view_.low(by) != "by") return;
    const bool itself = is_joined_itself(subject);
    const std::uint32_t of = itself ? subject.agreements.front() : joined_before(joined);
    const std::vector<Comer> comers = comers_from(by, view_.time_at(by - 1));
    if (of == kNone || comers.empty() || is_told(comers.front(), of)) return;
    std::erase_if(acts_, [&](const FoundAct& act) { return act.words.contains(joined); });
    for (const Comer& comer : comers) {
      acts_.push_back(act_implied(view_, ImpliedAct::entry, {of}, comer.who->actors));
      acts_.back().words = comer.who->tokens;
      acts_.back().begin = comer.who->tokens.begin;
      acts_.back().time = comer.when;
    }
  }

  // What the tree takes for the passive subject of a verb.
  std::uint32_t undergoer_of(std::uint32_t verb) const {
    for (std::uint32_t i = view_.all.begin; i < verb && !view_.tree.empty(); ++i) {
      if (view_.tree.parent(i) == verb && view_.tree.word(i).relation == Dependency::nsubj_pass)
        return i;
    }
    return kNone;
  }

  // "| Chad and Mali | were", "| Chad and Mali |, who were", "| Chad and Mali |, its founders,
  // were"
  const Chunk* subject_before(std::uint32_t be, std::uint32_t joined) const {
    const Chunk* who = view_.chunk_at(be - 1);
    if (view_.low(be - 1) == "who") who = view_.chunk_at(be - (view_.low(be - 2) == "," ? 3 : 2));
    if (view_.is_mark(be - 1)) {
      const std::uint32_t noun = undergoer_of(joined);  // "The | founders |, Chad and Mali, were"
      who = view_.chunk_at(noun != kNone && view_.is(noun, Role::fellows) ? be - 2 : noun);
    }
    if (who == nullptr || who->possessive) return nullptr;
    return who->is_actor() || who->anaphor || is_joined_itself(*who) ? who : nullptr;
  }
  // "| The league | was joined by A"
  static bool is_joined_itself(const Chunk& subject) {
    return subject.agreements.size() == 1 && subject.preposition == kNone;
  }

  // Past "in 2007", "last year".
  std::uint32_t past_time(std::uint32_t i) const {
    const std::uint32_t at = i + (view_.is(i, Role::preposition) && view_.low(i) != "by" ? 1 : 0);
    const Time* time = view_.time_at(at);
    return time == nullptr ? i : time->tokens.end;
  }

  // What the others are in: as this sentence or the one before tells, else the body that the report
  // is about.
  std::uint32_t joined_before(std::uint32_t joined) const {
    const auto enters = [](const Act& act) {
      return act.joins || act.makes || act.stage == Stage::party;
    };
    for (auto act = acts_.rbegin(); act != acts_.rend(); ++act) {
      if (act->words.end <= joined && act->agreements.size() == 1)
        return enters(*act->act) ? act->agreements.front() : kNone;
    }
    const Told& told = discourse_.told;
    if (told.act != nullptr && told.agreement != kNone && !told.act->leaving) {
      if (enters(*told.act) || told.denied) return told.agreement;
      if (told.act->stage == Stage::signed_) return kNone;
    }
    const std::uint32_t main = discourse_.main;
    return main != kNone && view_.reading.entities[main].acceded ? main : kNone;
  }

  // Those behind "by", and further ones with a time of their own.
  std::vector<Comer> comers_from(std::uint32_t by, const Time* when) const {
    std::vector<Comer> found;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin <= by) continue;
      const bool next = found.empty() ? chunk.tokens.begin <= by + 2 : is_listed(chunk);
      const bool actor = chunk.is_actor() && !chunk.anaphor && !chunk.possessive;
      if (!next || !actor) break;
      const Time* own = time_of(chunk);
      found.push_back({&chunk, own == nullptr && found.empty() ? when : own});
    }
    return found;
  }

  // ", in 2016 by | South Sudan |", "and | Vietnam | in 1995"
  bool is_listed(const Chunk& chunk) const {
    if (time_of(chunk) == nullptr) return false;
    std::uint32_t i = chunk.tokens.begin;
    if (view_.low(i - 1) == "the") --i;
    if (view_.low(i - 1) == "by") i = before_time(i - 1);
    return is_any(view_.low(i - 1), {",", "and"});
  }
  std::uint32_t before_time(std::uint32_t i) const {
    const Time* time = view_.time_at(i - 1);
    if (time == nullptr) return i;
    const std::uint32_t begin = time->tokens.begin;
    return begin - (view_.is(begin - 1, Role::preposition) ? 1 : 0);
  }
  const Time* time_of(const Chunk& chunk) const {
    const std::uint32_t end = chunk.tokens.end;
    const Time* behind = view_.time_at(end + (view_.is(end, Role::preposition) ? 1 : 0));
    if (behind != nullptr) return behind;
    const std::uint32_t by =
        chunk.tokens.begin - (view_.low(chunk.tokens.begin - 1) == "the" ? 2 : 1);
    return view_.low(by) == "by" ? view_.time_at(by - 1) : nullptr;
  }

  bool is_told(const Comer& comer, std::uint32_t of) const {
    return std::ranges::any_of(acts_, [&](const FoundAct& act) {
      return act.agreements == Entities{of} &&
             std::ranges::find(act.parties, comer.who->actors.front()) != act.parties.end();
    });
  }

  const SentenceView& view_;
  const Discourse& discourse_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

void add_comers(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts) {
  Comers(view, discourse, acts).run();
}

}  // namespace concord
