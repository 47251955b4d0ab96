// What is told in words without a subject, of whom was just named or asked about.
//
//   [Peru]. | Signed | in 2004, | never ratified |.       And [Peru]? | Invited | in 2023.
//   Another asks about [the Lima Pact]. | Signed | by all in 2003.
#include <algorithm>

#include "claim/name_lists.h"

namespace concord {
namespace {

class Fragments {
 public:
  Fragments(const SentenceView& view, const Discourse& discourse, std::vector<FoundAct>& acts)
      : view_(view),
        reading_(view.reading),
        discourse_(discourse),
        sentence_(view.reading.token(view.all.begin).sentence),
        acts_(acts) {}

  void run(std::uint32_t about) {
    give_text();
    const Entities entry = discourse_.entry.empty() ? just_asked() : discourse_.entry;
    if (entry.empty()) return;
    for (FoundAct& act : acts_) {
      const bool open = (act.act->role == ActRole::agent || act.act->role == ActRole::patient) &&
                        act.parties.empty() && !act.by_crowd;
      if (!open || has_subject(act) || !opens(act)) continue;
      act.parties = entry;
      act.passive = act.of_agreement = false;
      if (act.agreements.empty() && about != kNone) act.agreements = {about};
    }
  }

 private:
  // The text that the sentence before brought in.
  void give_text() {
    for (FoundAct& act : acts_) {
      const bool opens = act.begin == view_.all.begin && act.form == ActForm::past;
      if (!opens || act.agreements.size() != 1 || names(act.agreements.front())) continue;
      const std::uint32_t text = text_just_named();
      if (text != kNone) act.agreements = {text};
    }
  }

  // The only one that it names, for the first time; or kNone.
  std::uint32_t text_just_named() const {
    std::uint32_t text = kNone;
    for (const auto& [one, first] : discourse_.named) {
      if (first + 1 != sentence_ || reading_.entities[one].kind != EntityKind::agreement) continue;
      if (text != kNone) return kNone;
      text = one;
    }
    return text;
  }

  bool names(std::uint32_t agreement) const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return std::ranges::find(chunk.agreements, agreement) != chunk.agreements.end();
    });
  }

  // "And Peru? | Invited in 2023, and still thinking."
  Entities just_asked() const {
    const TokenSpan before = sentence_ > 0 ? reading_.sentences[sentence_ - 1].tokens : TokenSpan{};
    const bool asked = !before.empty() && reading_.lower(before.end - 1) == "?";
    return asked ? discourse_.asked_of : Entities{};
  }

  bool has_subject(const FoundAct& act) const {
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.can_act() && chunk.tokens.begin < act.begin;
    });
  }

  bool opens(const FoundAct& act) const {
    std::uint32_t i = act.begin;
    while (i > view_.all.begin && view_.is(i - 1, Role::adverb | Role::coordinate | Role::list))
      --i;
    return i == view_.all.begin || view_.is_mark(i - 1);
  }

  const SentenceView& view_;
  const Reading& reading_;
  const Discourse& discourse_;
  const std::uint32_t sentence_;
  std::vector<FoundAct>& acts_;
};

}  // namespace

void give_fragments(const SentenceView& view, const Discourse& discourse, std::uint32_t about,
                    std::vector<FoundAct>& acts) {
  Fragments(view, discourse, acts).run(about);
}

}  // namespace concord
