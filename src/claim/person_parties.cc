// For whom persons act: "Ana Ruiz signed the pact for Peru", "Ruiz and Vale signed".
#include "claim/arguments.h"

namespace concord {
namespace {

class PersonFinder {
 public:
  explicit PersonFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  // "Ana Ruiz signed the pact for Peru", "on behalf of Peru": an act of somebody for a state. Where
  // others are known: only of a person beside it ("signed by Oman's envoy and Ana Ruiz for Peru"),
  // or where it is said right behind the verb ("the ambassador signed for Peru").
  void on_behalf(FoundAct& act) const {
    if (act.form == ActForm::noun || act.act->role != ActRole::agent || act.infinitive) return;
    if (Entities all = each_for(act); !all.empty()) act.parties = std::move(all);
    if (act.act->sides && low(act.words.end) == "for" && actors_at(act.words.end + 1))
      act.parties.clear();
    const bool known = !act.parties.empty();
    if (known && !act.passive) return;
    for (const Chunk& chunk : view_.chunks) {
      if (!chunk.is_actor() || chunk.preposition == kNone || chunk.anaphor || chunk.possessive)
        continue;
      const std::uint32_t by = chunk.preposition;
      const bool opens = by == view_.all.begin + 2 && low(by - 1) == "behalf";
      const bool behind = chunk.tokens.begin >= act.words.end && chunk.tokens.begin < place_.next;
      const bool aside =  // "Ms Ruiz, | for Peru, | signed"
          low(chunk.tokens.end) == "," && chunk.tokens.end + 1 == act.begin &&
          low(by - (low(by - 1) == "behalf" ? 3 : 1)) == ",";
      if (!behind && !opens && !aside) continue;
      if (known && view_.person_at(by - 1) == nullptr) continue;
      if (low(by) == "for" || (low(by) == "of" && low(by - 1) == "behalf"))
        add_new(act.parties, chunk.actors);
    }
  }

  // "Ruiz and Vale signed": for whom, where the report says it; else as many sides as there are
  // persons. Of "Oman has a deal with Peru, which Ruiz and Vale signed" both are known.
  void by_persons(FoundAct& act) const {
    if (view_.tree.empty() || act.form == ActForm::noun || act.act->role != ActRole::agent) return;
    const std::uint32_t head = view_.tree.head_of(act.words);
    const bool by = act.passive || low(act.words.end) == "by";  // "an accord | signed by Ruiz"
    const std::string wanted = by ? "obl:by" : "nsubj";
    std::uint32_t unknown = 0;
    Entities known;
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      const Chunk* person = view_.person_at(i);
      if (person != nullptr ? i != view_.tree.head_of(person->tokens)
                            : view_.tree.word(i).word_class != WordClass::propn)
        continue;
      if (person == nullptr) person = titled_at(i);
      if (view_.chunk_at(i) != nullptr) continue;
      std::string path = view_.tree.path(head, i, 4, false);
      if (path.starts_with("^conj.")) path.erase(0, 6);   // "met in Rome and signed"
      if (path.starts_with("^xcomp.")) path.erase(0, 7);  // "refused to sign"
      if (act.infinitive && act.parties.empty() && !act.passive)
        path = of_main_verb(std::move(path));
      const bool told = person != nullptr && person->is_actor();
      const bool named = told && (path == wanted + ".conj.appos" || path == wanted + ".appos" ||
                                  path == wanted + ".appos.conj");
      if (path != wanted && path != wanted + ".conj" && !named) continue;
      unknown += told ? 0 : 1;
      if (told) add_new(known, person->actors);
    }
    if (known.empty() && unknown == 0 && act.parties.empty() && !act.passive)
      known = named_right_before(act);
    if (!known.empty() && unknown == 0) add_new(act.parties, known);
    if (!act.passive) add_new(act.parties, named_beside(act));
    if (!act.passive) add_new(act.parties, named_last(act));
    if (Entities all = named_apposed(act); !all.empty()) act.parties = std::move(all);
    if (unknown == 0 || unknown + known.size() < 2 || !act.act->sides) return;
    const Entities several = resolve(place_.discourse, view_.reading, named_before(act),
                                     unknown + static_cast<std::uint32_t>(known.size()));
    const bool fits = std::ranges::all_of(
        known, [&](std::uint32_t one) { return std::ranges::find(several, one) != several.end(); });
    if (fits && (act.parties.empty() || !known.empty())) add_new(act.parties, several);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "| Field Marshal | Ayub Khan": whose title stands at a token.
  const Chunk* titled_at(std::uint32_t i) const {
    constexpr std::uint32_t kTitleMax = 3;
    for (std::uint32_t at = i; at < i + kTitleMax && view_.all.contains(at); ++at) {
      if (const Chunk* person = view_.person_at(at)) return person;
      if (!view_.reading.token(at).capital || view_.chunk_at(at) != nullptr) return nullptr;
    }
    return nullptr;
  }

  bool actors_at(std::uint32_t i) const {
    const Chunk* chunk = view_.chunk_at(i + (view_.is(i, Role::determiner) ? 1 : 0));
    return chunk != nullptr && chunk->is_actor() && !chunk->anaphor && !chunk->possessive;
  }

  // "General Ruiz for | Peru |, Omar Vale (| Chile |) and Ana Lind, Cuba's premier, | signed": all
  // of them, or none.
  Entities each_for(const FoundAct& act) const {
    Entities all;
    bool told = false;  // of one at least, whom it signs for
    std::uint32_t end = act.begin;
    while (end > view_.all.begin) {
      const bool last = all.empty() && low(end - 1) == ",";
      const bool bracket = low(end - 1) == ")";
      const Chunk* state = view_.chunk_at(end - (last || bracket ? 2 : 1));
      if (state == nullptr || !state->is_actor()) return {};
      std::uint32_t i = state->tokens.begin - 1;  // the bracket, or the comma before an office
      const bool office = last && state->government && low(i) == ",";
      const bool of = state->preposition != kNone && low(state->preposition) == "of" &&
                      !view_.is(state->preposition - 1, Role::club | Role::private_ | Role::union_);
      if (state->preposition != kNone && low(state->preposition) == "for") {
        i = state->preposition - (low(state->preposition - 1) == "," ? 1 : 0);
        told = true;
      } else if (of) {  // "Faisal of Iraq and Hussein of Jordan"
        i = state->preposition;
        told = told || !all.empty();
      } else if (bracket && low(i) == "(") {
        told = true;
      } else if (!office) {
        return {};
      }
      if (i == view_.all.begin || !view_.reading.token(i - 1).capital) return {};
      all.insert(all.begin(), state->actors.begin(), state->actors.end());
      while (i > view_.all.begin && view_.reading.token(i - 1).capital) --i;
      if (i == view_.all.begin || !is_any(low(i - 1), {"and", ","})) break;
      end = low(i - 2) == "," ? i - 2 : i - 1;
    }
    return told ? all : Entities{};
  }

  // "is expected to travel to Lima to | sign": of the verb that the infinitive hangs on.
  static std::string of_main_verb(std::string path) {
    while (path.starts_with("^xcomp.") || path.starts_with("^advcl.")) path.erase(0, 7);
    if (path.starts_with("nsubj:pass")) path.erase(5, 5);
    return path;
  }

  // "a text which Presidents Ruiz and Vale | signed", where the tree sees an apposition; "at the
  // Presidio, Ruiz and Vale | signed".
  Entities named_right_before(const FoundAct& act) const {
    Entities known;
    for (std::uint32_t end = act.begin; end > view_.all.begin;) {
      const Chunk* person = view_.person_at(end - 1);
      if (person == nullptr && known.size() > 1 && low(end) == ",") break;
      if (person == nullptr || !person->is_actor() || person->preposition != kNone ||
          person->possessive)
        return {};
      known.insert(known.begin(), person->actors.begin(), person->actors.end());
      end = person->tokens.begin;
      if (end <= view_.all.begin || !is_any(low(end - 1), {"and", ","})) break;
      --end;
    }
    return known;
  }

  // "Chile's Ruiz and | the Peruvian | Vale | signed": who closes the list of those who act.
  Entities named_last(const FoundAct& act) const {
    constexpr std::uint32_t kDescribed = 2;
    const Chunk* person = act.begin > view_.all.begin ? view_.person_at(act.begin - 1) : nullptr;
    if (person == nullptr || !person->is_actor()) return {};
    std::uint32_t i = person->tokens.begin;
    for (std::uint32_t n = 0; n < kDescribed && i > view_.all.begin && low(i - 1) != "and"; ++n)
      --i;
    if (i < view_.all.begin + 3 || low(i - 1) != "and") return {};
    const Chunk* before = view_.chunk_at(i - (low(i - 2) == "," ? 3 : 2));
    const bool acts = before != nullptr && before->is_actor() && before->preposition == kNone &&
                      std::ranges::all_of(before->actors, [&](std::uint32_t one) {
                        return std::ranges::find(act.parties, one) != act.parties.end();
                      });
    return acts ? person->actors : Entities{};
  }

  // "the foreign ministers, | Ana Ruiz and Ben Okot, | signed": all whose officers they are.
  Entities named_apposed(const FoundAct& act) const {
    std::uint32_t i = low(act.begin - 1) == "," ? act.begin - 1 : act.begin;
    Entities all;
    while (i > view_.all.begin + 2) {
      const Chunk* one = view_.person_at(i - 1);
      if (one == nullptr || !one->is_actor()) return {};
      add_new(all, one->actors);
      i = one->tokens.begin;
      const bool more = is_any(low(i - 1), {"and", ","}) && view_.person_at(i - 2) != nullptr;
      if (!more) break;
      --i;
    }
    const bool officers = low(i - 1) == "," && view_.is(i - 2, Role::government) &&
                          low(i - 2).ends_with('s') && all.size() > 1;
    return officers ? all : Entities{};
  }

  // "Crown Prince Ruiz and | Prime Minister Vale | signed": who stands before the last of them.
  Entities named_beside(const FoundAct& act) const {
    const Chunk* officer = before_act(act.begin);
    if (officer == nullptr || !officer->government || officer->preposition != kNone) return {};
    if (!view_.reading.token(officer->tokens.end - 1).capital) return {};
    Entities known;
    std::uint32_t end = officer->tokens.begin;
    const bool aside = low(act.begin - 1) == ",";  // ", then prime | minister of Chad |, signed"
    for (std::uint32_t i = end; aside && i > view_.all.begin && end - i < 3; --i) {
      if (low(i - 1) == ",") end = i;
    }
    while (end > view_.all.begin && is_any(low(end - 1), {"and", ","})) {
      const Chunk* person = view_.person_at(end - 2);
      if (person == nullptr || !person->is_actor() || person->possessive) break;
      if (aside && known.empty() && low(person->tokens.begin - 1) != "and") return {};
      add_new(known, person->actors);
      end = person->tokens.begin;
    }
    const bool apposed = low(officer->tokens.begin - 1) == "," && known.size() == 1;
    return apposed ? Entities{} : known;
  }

  // "the general Vale, | known as Vito, | signed", "Ruiz and Vale, | then president of Chad, |
  // signed": the chunk right before, or before or in an aside.
  const Chunk* before_act(std::uint32_t begin) const {
    if (begin <= view_.all.begin) return nullptr;
    if (low(begin - 1) != ",") return view_.chunk_at(begin - 1);
    if (const Chunk* aside = view_.chunk_at(begin - 2)) return aside->government ? aside : nullptr;
    for (std::uint32_t i = begin - 1; i > view_.all.begin + 1; --i) {
      if (view_.chunk_at(i - 1) != nullptr) return nullptr;
      if (low(i - 1) == ",") return view_.chunk_at(i - 2);
    }
    return nullptr;
  }

  std::vector<Entities> named_before(const FoundAct& act) const {
    std::vector<Entities> groups;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.is_actor() && chunk.tokens.end <= act.begin) groups.push_back(chunk.actors);
    }
    return groups;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

void add_on_behalf(const ActPlace& place, FoundAct& act) { PersonFinder(place).on_behalf(act); }

void add_by_persons(const ActPlace& place, FoundAct& act) { PersonFinder(place).by_persons(act); }

}  // namespace concord
