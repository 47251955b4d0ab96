// What an act cannot mean of the agreements that were spoken of.
//
//   signs a host deal (the convention named ten sentences later)     signed (a body)
#include "claim/arguments.h"

namespace concord {
namespace {

class CannotMean {
 public:
  CannotMean(const ActPlace& place, const FoundAct& act, std::uint32_t found)
      : place_(place), view_(place.view), act_(act), found_(found) {}

  bool holds() const {
    return is_told_late(view_, place_.discourse, found_) || signs_body() || is_text_to_come() ||
           is_recipient();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "lodged their instruments | with the UN": who takes them in is no text.
  bool is_recipient() const {
    return act_.act->mode == RatificationMode::accession &&
           std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
             const bool with =
                 chunk.preposition != kNone && is_any(low(chunk.preposition), {"with", "at"});
             return with && chunk.is_actor() && chunk.agreements == Entities{found_};
           });
  }

  // "| signed | a plan for the union": nobody signs a body so; nor does "will | end its own treaty"
  // end one. But "The treaty of the union | was signed |" stands for it.
  bool signs_body() const {
    constexpr std::uint32_t kReach = 5;
    if (view_.reading.entities[found_].kind != EntityKind::body) return false;
    const std::uint32_t last = act_.words.end - 1;
    const bool text = view_.is(last, Role::text) && !view_.is(last, Role::naming);
    if (act_.act->leaving && act_.form != ActForm::noun && text) return true;
    if (act_.act->stage != Stage::signed_) return false;
    for (std::uint32_t i = act_.words.end; i < act_.words.end + kReach; ++i) {
      if (view_.is(i, Role::scheme | Role::charter | Role::loose)) return true;
    }
    return false;
  }

  // "Members of the alliance - Chad and Mali - signed a charter": of no text that nobody spoke of.
  bool is_text_to_come() const {
    const auto& spoken = place_.discourse.spoken;
    const bool roster = act_.act->role == ActRole::members && act_.form == ActForm::noun;
    return roster && !view_.title && !view_.reading.entities[found_].acceded &&
           view_.is(act_.words.end, Role::preposition) &&
           std::ranges::find(spoken, found_, &Spoken::agreement) == spoken.end();
  }

  const ActPlace& place_;
  const SentenceView& view_;
  const FoundAct& act_;
  const std::uint32_t found_;
};

}  // namespace

bool is_told_late(const SentenceView& view, const Discourse& discourse, std::uint32_t agreement) {
  constexpr std::uint32_t kAhead = 6;
  const auto since = discourse.named.find(agreement);
  return since != discourse.named.end() &&
         since->second > view.reading.token(view.all.begin).sentence + kAhead;
}

bool cannot_mean(const ActPlace& place, const FoundAct& act, std::uint32_t found) {
  return CannotMean(place, act, found).holds();
}

}  // namespace concord
