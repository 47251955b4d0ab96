// The auxiliary of a clause that leaves its verb out, and the words around it.
#include "claim/auxiliaries.h"

#include <algorithm>

#include "claim/elided_parties.h"
#include "claim/elided_verbs.h"

namespace concord {
namespace {

// "| five days later", "| in February": a time and no verb of its own.
bool dated_after(const SentenceView& view, std::uint32_t i) {
  if (view.is(i, Role::preposition | Role::adverb)) ++i;
  return view.time_at(i) != nullptr && (view.low(i - 1) != "by");
}

constexpr std::uint32_t kCrowdWordsMax = 4;

// "Few states have joined. [Chad and Mali] have.", "Two have: Chad and Peru": an auxiliary that
// ends what its subject opens.
bool answers_bare(const SentenceView& view, std::uint32_t aux) {
  if (!is_any(view.low(aux + 1), {".", ";", ":"})) return false;
  std::uint32_t begin = aux;
  while (begin > view.all.begin && view.low(begin - 1) != ";") --begin;
  const Chunk* subject = view.chunk_at(aux - 1);
  const bool names =
      subject != nullptr && subject->is_actor() && subject->tokens.begin <= begin + 1;
  const bool crowd = begin + 1 == aux ||  // "Four Arab states do: Oman, ..."
                     (view.is(aux - 1, Role::country) && aux <= begin + kCrowdWordsMax);
  const bool counted = view.is(begin, Role::count) && crowd && low_list(view, aux + 1) != nullptr;
  return names || counted;
}

// The act told last before a word, here or in a sentence before.
Told last_before(const SentenceView& view, const Discourse& discourse,
                 const std::vector<FoundAct>& acts, std::uint32_t i) {
  Told told = discourse.told;
  for (const FoundAct& act : acts) {
    if (act.words.end <= i && !act.agreements.empty()) told = told_by(view, act);
  }
  return told;
}

// "Peru came in May", "Chad went a year later", after words on who joined or left.
bool comes_or_goes(const SentenceView& view, const Told& told, std::uint32_t i) {
  if (told.act == nullptr || told.agreement == kNone) return false;
  const bool leaves = told.act->leaving;
  const bool done = (told.effect == Effect::nothing || told.effect == Effect::done) && !told.denied;
  const Chunk* who = view.chunk_at(i - 1);
  const bool party = who != nullptr && who->can_act() && !who->government &&
                     view.person_at(i - 1) == nullptr &&
                     !(who->anaphor && view.is(i - 1, Role::singular));
  if (!done || !party || !dated_after(view, i + 1)) return false;
  if (told.sentence + 2 < view.reading.token(view.all.begin).sentence) return false;
  return view.is(i, Role::went) ? leaves
                                : !leaves && (told.act->joins || told.act->stage == Stage::party ||
                                              told.act->stage == Stage::ratified);
}

// Reads one auxiliary, from its own words to the end of its clause.
class AuxiliaryReader {
 public:
  AuxiliaryReader(const SentenceView& view, const Discourse& discourse,
                  const std::vector<FoundAct>& acts, std::uint32_t at)
      : view_(view), discourse_(discourse), acts_(acts) {
    aux_.at = at;
  }

  std::optional<Auxiliary> read() {
    if (!read_kind()) return std::nullopt;
    read_denial();
    read_company();
    read_rank();
    if (stands_for_no_act() || !read_time_or_rank()) return std::nullopt;
    read_answer();
    if (!repeats_an_act()) return std::nullopt;
    read_end();
    if (!ends_clause()) return std::nullopt;
    return aux_;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }
  bool has_or_does() const { return view_.is(aux_.at, Role::have | Role::do_); }

  bool read_kind() {
    aux_.will = is_any(low(aux_.at), {"will", "would", "wo"});
    aux_.becomes = view_.is(aux_.at, Role::becomes);
    aux_.moves = view_.is(aux_.at, Role::came | Role::went);
    return aux_.will || aux_.becomes || aux_.moves || has_or_does() || view_.is(aux_.at, Role::be);
  }

  void read_denial() {
    const std::uint32_t i = aux_.at;
    aux_.never = low(i - 1) == "never";
    const bool none = view_.is(i, Role::have) && low(i + 1) == "none" && has_told(discourse_) &&
                      discourse_.told.act->owns;  // "The United States | has none |"
    aux_.denies = aux_.never || none || is_any(low(i + 1), {"not", "n't"});
    aux_.end = i + 1 + (aux_.denies && !aux_.never ? 1 : 0);
  }

  void read_company() {
    too_ = over_comma(aux_.end);
    aux_.all_of =
        has_or_does() && is_any(low(aux_.at - 1), {"all", "both"}) && low(aux_.at + 1) == ".";
    const bool is_too = view_.is(aux_.at, Role::be) && has_told(discourse_) &&
                        discourse_.told.passive;  // "Chile is, too."
    const bool also = is_any(low(too_), {"too", "also"}) ||
                      (low(too_) == "as" && low(too_ + 1) == "well");  // "Chile has, too."
    aux_.as_well = (is_too || aux_.will || has_or_does()) && (also || aux_.all_of);
  }

  void read_rank() {
    aux_.ranked = (view_.is(aux_.at, Role::be) || aux_.becomes) && low(aux_.end) == "the" &&
                  is_rank(view_, aux_.end + 1);
    aux_.to_come = aux_.ranked && is_any(low(aux_.at - 1), {"will", "would"}) && aux_.at >= 2;
  }

  // Whether the verb left out is none of an act, or the words deny no act of the party.
  bool stands_for_no_act() const {
    if (view_.is(aux_.at, Role::do_) && discourse_.other_deed != kNone &&
        discourse_.other_deed > discourse_.told.sentence)
      return true;  // "Senegal welcomed it. Abuja | did not"
    if (repeats_main_verb(view_, acts_, aux_.at)) return true;
    if (aux_.as_well && repeats_clause_before(view_, acts_, aux_.at)) return true;
    if (!aux_.denies) return false;
    return aux_.ranked ||  // "They were not the last": others follow
           is_of_another_verb(view_, discourse_, acts_, aux_.at);
  }

  // Reads whether the rank or time is all the clause tells; false where it needs one.
  bool read_time_or_rank() {
    const std::uint32_t i = aux_.at;
    const bool goes =
        aux_.moves && comes_or_goes(view_, last_before(view_, discourse_, acts_, i), i);
    const bool dated = low(i) == "did" && dated_after(view_, i + 1);  // "Kenya did in May"
    aux_.later = aux_.ranked ? closes_behind_rank() : dated || goes;
    return !aux_.moves || goes;
  }

  bool closes_behind_rank() const {
    const std::uint32_t behind = aux_.end + 2;
    if (is_any(low(behind), {".", ";"})) return true;
    if (low(behind) == "," && time_after(view_, behind + 1) != nullptr)
      return true;  // "the 53rd, in May"
    if (!aux_.becomes && !aux_.to_come) return false;
    return view_.time_at(behind) != nullptr || view_.is_mark(behind) ||
           (view_.is(behind, Role::preposition) &&
            view_.time_at(behind + 1) != nullptr);  // "the latest in May"
  }

  void read_answer() {
    if (aux_.denies || aux_.will) return;
    const bool just_told = has_just_told(view_, discourse_);
    aux_.bare = just_told && answers_bare(view_, aux_.at);
    aux_.contrary = answers_contrary(view_, acts_, aux_.at, just_told);
  }

  bool repeats_an_act() const {
    return aux_.later || aux_.denies || aux_.will || aux_.as_well || aux_.bare || aux_.contrary ||
           one_of_those(view_, aux_.at) != nullptr;
  }

  void read_end() {
    if (aux_.later) aux_.end = aux_.at + 1;
    if (aux_.as_well) aux_.end = too_;
    while (is_any(low(aux_.end), {"too", "also", "yet", "done", "so", "as", "well", "either"}))
      ++aux_.end;
    if (aux_.denies || aux_.as_well) aux_.time = time_after(view_, aux_.end);
    if (aux_.time != nullptr && view_.is_mark(aux_.time->tokens.end))
      aux_.end = aux_.time->tokens.end;
    const std::uint32_t when = over_comma(aux_.end);
    aux_.tied = aux_.will && (has_told(discourse_) || !acts_.empty()) &&
                (view_.is(when, Role::before | Role::provided) ||
                 (low(when) == "as" && low(when + 1) == "soon"));
  }

  bool ends_clause() const {
    const std::uint32_t end = aux_.end;
    if (aux_.later || aux_.tied || aux_.contrary || is_any(low(end), {".", ":", ";"})) return true;
    if ((aux_.denies || aux_.as_well) && low(end) == ",") return true;
    return aux_.denies && is_any(low(end), {"and", "nor", "but"}) &&  // "Peru has not | and will
           (view_.is(end + 1, Role::have | Role::do_ | Role::be) ||   // not."
            low(end + 1) == "will");
  }

  std::uint32_t over_comma(std::uint32_t i) const { return i + (low(i) == "," ? 1 : 0); }

  const SentenceView& view_;
  const Discourse& discourse_;
  const std::vector<FoundAct>& acts_;
  Auxiliary aux_;
  std::uint32_t too_ = kNone;  // where "too", "as well" would stand
};

}  // namespace

std::optional<Auxiliary> read_auxiliary(const SentenceView& view, const Discourse& discourse,
                                        const std::vector<FoundAct>& acts, std::uint32_t at) {
  return AuxiliaryReader(view, discourse, acts, at).read();
}

bool has_told(const Discourse& discourse) {
  return discourse.told.act != nullptr && discourse.told.agreement != kNone;
}

bool has_just_told(const SentenceView& view, const Discourse& discourse) {
  const std::uint32_t sentence = view.reading.token(view.all.begin).sentence;
  return has_told(discourse) && discourse.told.sentence + 1 >= sentence;
}

}  // namespace concord
