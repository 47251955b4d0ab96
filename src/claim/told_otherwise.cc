// Acts of a sentence that names no agreement, which by its tree tells of something else: none that
// was spoken of is meant.
//
//   apply for [jobs]      the [army] collapsed      [tactics] adopted in the war
//   a bid to [revive]     talks with the [rebels]   Oman paused at the river
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

constexpr Roles kMayBeMeant = Role::text | Role::naming | Role::process | Role::club |
                              Role::union_ | Role::terms | Role::paper | Role::count |
                              Role::country;

class OtherTale {
 public:
  OtherTale(const ActPlace& place, const FoundAct& act)
      : place_(place),
        view_(place.view),
        act_(act),
        verb_(view_.tree.empty() ? kNone : view_.tree.head_of(act.words)) {}

  bool told() const {
    if (view_.title || view_.tree.empty() || act_.row->same) return false;
    if (ends_talks()) return true;
    if (is_named_here()) return false;
    if (is_of_kind()) return true;
    if (act_.form == ActForm::noun) return bids_to_do() || is_talk_with_other();
    if (verb_ == kNone) return false;
    return serves_other() || is_of_other_subject() || is_of_other_noun() || pauses_itself() ||
           is_talk_with_other();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Talks on the dam, whose builders signed a declaration in 2015, | broke down |": no text did.
  bool ends_talks() const {
    if (act_.act->role != ActRole::own || act_.act->stage != Stage::terminated || verb_ == kNone)
      return false;
    std::uint32_t noun = child(Dependency::nsubj);
    if (noun == kNone) noun = view_.tree.parent(verb_);  // where the tree loses it over the aside
    return noun != kNone && noun < verb_ && view_.is(noun, Role::talks);
  }

  // Whether the sentence names what the act was found to be about.
  bool is_named_here() const {
    return act_.agreements.empty() || std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
             return names(chunk) && !tells_kind(view_, chunk);
           });
  }
  bool names(const Chunk& chunk) const {
    return std::ranges::any_of(act_.agreements, [&](std::uint32_t one) {
      return std::ranges::find(chunk.agreements, one) != chunk.agreements.end();
    });
  }

  // "will take part in a | NATO | drill; Chad | has pulled out": of the drill.
  bool is_of_kind() const {
    return act_.act->leaving && act_.form != ActForm::noun && verb_ != kNone &&
           child(Dependency::obj) == kNone &&
           std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
             return names(chunk) && chunk.tokens.end <= act_.begin;
           });
  }

  // Whether a noun can stand for nothing that was spoken of.
  bool is_other(std::uint32_t noun) const {
    if (!view_.all.contains(noun)) return false;
    const WordClass kind = view_.tree.word(noun).word_class;
    return kind == WordClass::noun && !view_.is(noun, kMayBeMeant) && !names_agreement(noun) &&
           view_.chunk_at(noun) == nullptr && view_.time_at(noun) == nullptr;
  }

  bool names_agreement(std::uint32_t noun) const {
    const auto role = view_.reading.token(noun).agreement;  // not of "extradition", "fisheries"
    return role == AgreementWord::head || role == AgreementWord::weak ||
           role == AgreementWord::title || role == AgreementWord::body;
  }

  std::uint32_t child(Dependency relation) const {
    for (std::uint32_t i = view_.all.begin; i < view_.all.end; ++i) {
      if (view_.tree.word(i).relation == relation && view_.tree.parent(i) == verb_) return i;
    }
    return kNone;
  }

  // "is applying for | jobs", "signed | onto a petition": behind the act's own preposition.
  bool serves_other() const {
    const std::uint32_t last = act_.words.end - (low(act_.words.end) == "onto" ? 0 : 1);
    const bool wants = (act_.act->joins && act_.act->stage != Stage::conditional) ||
                       act_.act->stage == Stage::signed_;
    if (!wants || last == act_.words.begin ||
        view_.tree.word(last).relation != Dependency::case_mark)
      return false;
    const std::uint32_t noun = view_.tree.parent(last);
    return noun != kNone && noun > last && is_other(noun);
  }

  // "the army | collapsed", "he | was adopted"
  bool is_of_other_subject() const {
    const bool own = act_.act->role == ActRole::own;
    std::uint32_t noun =
        own || (act_.passive && is_of_text()) ? child(Dependency::nsubj_pass) : kNone;
    if (own && noun == kNone) noun = child(Dependency::nsubj);
    if (noun == kNone || noun > verb_) return false;
    const Chunk* army = own ? view_.chunk_at(noun) : nullptr;
    if (army != nullptr && army->is_actor() && army->agreements.empty() && !army->anaphor)
      return true;
    return is_any(low(noun), {"he", "she"}) || is_other(noun);
  }

  // "the tactics | adopted in the war"
  bool is_of_other_noun() const {
    const SyntaxWord& verb = view_.tree.word(verb_);
    return act_.act->role == ActRole::agent && act_.act->stage == Stage::agreed &&
           verb.relation == Dependency::acl && verb.tag == Penn::vbn &&
           view_.tree.parent(verb_) + 1 == verb_ && is_other(verb_ - 1);
  }

  // Whether a text undergoes it.
  bool is_of_text() const {
    const Stage stage = act_.act->stage;
    return act_.act->role == ActRole::agent && (stage == Stage::agreed || stage == Stage::signed_);
  }

  // "its new | bid to revive | the talks"
  bool bids_to_do() const {
    const std::uint32_t to = act_.words.end;
    if (act_.act->stage != Stage::considering || low(to) != "to") return false;
    const bool does =
        view_.all.contains(to + 1) && view_.tree.word(to + 1).word_class == WordClass::verb;
    return does && !(place_.number + 1 < place_.acts.size() && place_.next <= to + 1);
  }

  // "held talks with | the rebels", "is negotiating with | dozens of firms"
  bool is_talk_with_other() const {
    if (act_.act->stage != Stage::negotiating) return false;
    const std::uint32_t with =
        low(act_.words.end - 1) == "with" ? act_.words.end - 1 : act_.words.end;
    if (low(with) != "with") return false;
    const std::uint32_t whom = view_.tree.parent(with);
    return whom != kNone && whom > with && is_other(whom);
  }

  // "Oman | paused | at the river": nothing is paused.
  bool pauses_itself() const {
    return act_.act->stage == Stage::suspended && !act_.passive && act_.words.size() == 1 &&
           act_.act->role != ActRole::own && view_.tree.word(verb_).tag != Penn::vbn &&
           child(Dependency::obj) == kNone;
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const std::uint32_t verb_;  // or kNone
};

}  // namespace

bool tells_of_something_else(const ActPlace& place, const FoundAct& act) {
  return OtherTale(place, act).told();
}

}  // namespace concord
