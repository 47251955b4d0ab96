// Lists that stand behind their act, where its subject should be.
//
//   Among those that signed were [A and B]      The only ones to have joined are [A and B]
#include "claim/arguments.h"

namespace concord {
namespace {

class Inverted {
 public:
  explicit Inverted(const ActPlace& place) : place_(place), view_(place.view) {}

  // "Among those that signed were A and B", "The only ones to have joined are A and B".
  void listed_after(FoundAct& act) const {
    if (act.form == ActForm::noun || (act.passive && !act.infinitive)) return;
    const bool lacking =  // "Yet to sign it are A and B"
        act.begin == view_.all.begin && is_any(low(act.begin), {"yet", "still"});
    if (lacking) {
      act.effect = Effect::nothing;
      act.denied = true;
    }
    // "Signing it on Monday were A and B", "In the queue for it are A and B"
    const bool inverted =
        act.begin == view_.all.begin &&
        (act.form == ActForm::gerund || view_.is(act.words.begin, Role::preposition));
    const bool ranks = act.infinitive && ranked(act);  // "The last four to join were A, B ..."
    bool crowd = lacking || inverted || ranks;
    for (std::uint32_t i = act.begin; i > place_.before && !crowd; --i)
      crowd = view_.is(i - 1, Role::nations) || is_any(low(i - 1), {"those", "ones", "others"}) ||
              (view_.is(i - 1, Role::country) && view_.is(i, Role::relative));
    crowd = crowd || told_of_members(act);
    for (std::uint32_t i = act.words.end; crowd && i < place_.next && low(i) != ";"; ++i) {
      const bool stands = inverted && view_.is(i, Role::stands);  // "In the queue | stand A and B"
      if (!stands && !view_.is(i, Role::be | Role::have | Role::includes) && low(i) != ":")
        continue;
      const bool ahead = low(i) == "be" && is_any(low(i - 1), {"will", "to"});
      if (is_any(low(i + 1), {"been", "be"}) || view_.is(i + 1, Role::adverb)) ++i;
      if (const Chunk* list = actors_after(view_, i + 1, 0)) {
        const bool clause = low(i) == ":" && view_.is(list->tokens.end, Role::be);
        if (clause) return;  // "Six states left: | Oman is still | a member"
        act.parties = list->actors;
        const bool came = low(view_.all.begin) == "among" && act.infinitive &&
                          act.turned_by.empty();  // "Among those who came to | sign | were A and B"
        const bool did = ranks && view_.is(i, Role::be);
        const bool open = act.effect == Effect::nothing_asserted;
        if (did && act.effect == Effect::planned && act.passive)
          act.effect = Effect::nothing;  // "The last to be admitted were A and B"
        if ((inverted || came || did) && open) act.effect = Effect::nothing;
        if (ahead) act.effect = Effect::planned;  // "The next to sign will be Oman"
        add_list_of(view_, *list, act);
      }
      return;
    }
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "the last to join was Fiji", "the only countries to sign are ..."
  bool ranked(const FoundAct& act) const {
    for (std::uint32_t i = act.words.end; i > place_.before && i + 6 > act.begin; --i) {
      if (view_.is_mark(i - 1) || view_.chunk_at(i - 1) != nullptr) return false;
      if (view_.is(i - 1, Role::late) || is_any(low(i - 1), {"first", "only"})) return true;
    }
    return false;
  }

  // "the members of the union | that are not in the pact are A and B"
  bool told_of_members(const FoundAct& act) const {
    if (place_.number == 0 || act.begin == view_.all.begin) return false;
    const FoundAct& before = place_.acts[place_.number - 1];
    return before.act->role == ActRole::members && before.form == ActForm::noun &&
           is_any(low(act.begin - 1), {"that", "which"});
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

void name_inverted(const ActPlace& place, FoundAct& act) { Inverted(place).listed_after(act); }

}  // namespace concord
