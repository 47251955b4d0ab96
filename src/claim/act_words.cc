// The words that name an act, by rows of data/en/acts.toml: phrases, frames and tails.
//
//   [joined] the pact    [became] its 32nd [member]    [talks] on a deal between A and B [continue]
#include <algorithm>
#include <optional>
#include <tuple>

#include "claim/act_sense.h"
#include "claim/clause.h"
#include "claim/frames.h"
#include "claim/governor.h"

namespace concord {
namespace {

class ActFinder {
 public:
  explicit ActFinder(const SentenceView& view) : view_(view), acts_(view.acts) {}

  bool at(std::uint32_t i, FoundAct& act) const {
    if (!view_.reading.opens(i, Opens::act | Opens::frame | Opens::tail)) return false;
    const std::uint32_t modal = i - (is_any(low(i - 1), {"not", "n't"}) ? 2 : 1);
    if (low(i) == "have" && is_any(low(modal), {"would", "could", "should", "might"}))
      return false;  // "would have | followed": the cue is whole
    std::optional<ActWords> found = words_at(i);
    if (!found) return false;
    const bool owned =
        found->words.size() > 1 && (low(i - 1) == "'s" || view_.is(i - 1, Role::owner));
    if (found->form == ActForm::base && owned && found->tail.empty())
      found->form = ActForm::noun;  // "Oman's | return to the pact"
    if (!has_sense(view_, *found)) return false;
    act.words = found->words;
    act.tail = found->tail;
    act.act = found->row;
    act.row = found->row;
    act.form = form_of(*found, owned);
    tell_denial(act);
    return act.form == ActForm::noun || i == view_.all.begin || is_verb(act);
  }

 private:
  using Hit = std::pair<ActPhrase, std::uint32_t>;  // and the end of its words

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // The longest words of a row from token i on.
  std::optional<ActWords> words_at(std::uint32_t i) const {
    std::optional<Hit> best = phrase_at(i);
    if (const auto frame = frame_at(i, best)) best = frame;
    TokenSpan tail;
    if (const auto noun = tail_at(i, best, tail)) best = noun;
    if (!best) return {};
    return ActWords{{i, best->second}, &acts_.acts[best->first.act], best->first.form, tail};
  }

  std::optional<Hit> phrase_at(std::uint32_t i) const {
    const auto word = [&](std::uint32_t t) { return low(t); };
    auto hit = acts_.phrases.longest(word, i, view_.all.end);
    if (hit && hit->length > 1 && is_before_date(i + static_cast<std::uint32_t>(hit->length)))
      hit = shorter(i, i + hit->length - 1, hit);  // "walked out | on Monday", "died | in May"
    if (auto floated = over_adverb(i, hit ? hit->length : 1)) return floated;
    if (!hit) return {};
    return Hit{acts_.forms[hit->value], i + hit->length};
  }

  // "is | now | among the members": a phrase of more than `least` words.
  std::optional<Hit> over_adverb(std::uint32_t i, std::size_t least) const {
    const bool adverb = (view_.is(i + 1, Role::adverb) || is_manner(view_, i + 1)) &&
                        !is_any(low(i + 1), {"not", "n't", "never", "once"}) &&
                        !is_any(low(i + 2), {"not", "n't", "never"});
    if (!adverb || !view_.is(i, Role::be | Role::have) || !view_.all.contains(i + 2)) return {};
    const auto word = [&](std::uint32_t t) { return low(t == i ? t : t + 1); };
    const auto hit = acts_.phrases.longest(word, i, view_.all.end - 1);
    if (!hit || hit->length <= least) return {};
    const auto plain = [&](std::uint32_t t) { return low(t); };
    const bool frame = acts_.frame_verbs.longest(plain, i + 2, view_.all.end).has_value();
    if (frame && hit->length == 2) return {};  // "has formally | ended its membership"
    return Hit{acts_.forms[hit->value], i + static_cast<std::uint32_t>(hit->length) + 1};
  }

  // A frame at least as long as the phrase there.
  std::optional<Hit> frame_at(std::uint32_t i, const std::optional<Hit>& phrase) const {
    const bool auxiliary =  // "has | granted Bosnia candidate status"
        !view_.tree.empty() && view_.is(i, Role::have) && view_.all.contains(i + 1) &&
        view_.tree.word(i + 1).tag == Penn::vbn;
    const auto word = [&](std::uint32_t t) { return low(t); };
    auto opener = acts_.frame_verbs.longest(word, i, view_.all.end);
    if (!opener || auxiliary) return {};
    auto frame = longest_frame(view_, i + opener->length, acts_.frames[opener->value]);
    while (!frame && opener &&
           opener->length > 1) {  // "be on ... waiting-list", or "be ... member"
      const auto end = i + static_cast<std::uint32_t>(opener->length) - 1;
      opener = acts_.frame_verbs.longest(word, i, end);
      if (opener) frame = longest_frame(view_, i + opener->length, acts_.frames[opener->value]);
    }
    if (!frame) return {};
    const auto& [row, end] = *frame;
    const bool noun = phrase && phrase->first.form == ActForm::noun;  // "the remaining parties"
    if (phrase && end < phrase->second + (noun ? 1 : 0)) return {};
    const bool adjective =  // "the bloc's five | remaining | members": no verb
        row->phrase.form == ActForm::gerund && i > view_.all.begin &&
        (view_.is(i - 1, Role::determiner | Role::owner | Role::count) || low(i - 1) == "'s");
    const bool noun_behind =  // "for | want | of money in 2003"
        row->phrase.form == ActForm::base && i > view_.all.begin &&
        view_.is(i - 1, Role::preposition) && low(i - 1) != "to";
    if (adjective || noun_behind || !takes({i + opener->length, end}, *row)) return {};
    return Hit{row->phrase, end};
  }

  // A noun with the verb that tells of it further on, which becomes the tail.
  std::optional<Hit> tail_at(std::uint32_t i, const std::optional<Hit>& best,
                             TokenSpan& tail) const {
    const auto head =
        acts_.tail_heads.longest([&](std::uint32_t t) { return low(t); }, i, view_.all.end);
    if (!head) return {};
    const bool noun = i > view_.all.begin && view_.is(i - 1, Role::determiner | Role::owner);
    const bool open = !best || best->first.form == ActForm::noun || noun;  // "a | return"
    if (!open) return {};
    const std::uint32_t behind = i + head->length;
    auto [frame, verb] = last_tail(view_, behind, acts_.tails[head->value]);
    if (frame == nullptr)
      std::tie(frame, verb) = aside_tail(view_, behind, acts_.tails[head->value]);
    if (frame == nullptr || is_proposed(verb.begin)) return {};
    tail = verb;
    return Hit{frame->phrase, behind};
  }

  // "came in | last year", "will come in | on Monday": no "in last year".
  bool is_before_date(std::uint32_t end) const {
    return !comes_in_then(view_, end) && ((low(end - 1) == "on" && view_.time_at(end) != nullptr) ||
                                          (low(end - 1) == "in" && opens_date(view_, end)));
  }

  // The phrase that ends before a time, of the same row or of one whose acts may stand alone; else
  // the longer one.
  template <typename Found>
  Found shorter(std::uint32_t i, std::uint32_t end, const Found& whole) const {
    const auto hit = acts_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, end);
    if (!hit) return whole;
    const std::size_t number = acts_.forms[hit->value].act;
    const Act& row = acts_.acts[number];
    const bool same = whole && acts_.forms[whole->value].act == number;
    return same || row.closed || row.leaving ? Found(hit) : whole;
  }

  // "took | Britain | out of": a row of taking needs who is taken right behind its verb. In "adopts
  // the | euro-style pact" the frame ends inside a word.
  bool takes(TokenSpan behind, const ActFrame& frame) const {
    if (low(behind.end) == "-" && !view_.reading.token(behind.end).space_before) return false;
    const Act& row = acts_.acts[frame.phrase.act];
    const Chunk* named = view_.chunk_at(behind.end - 1);  // "lost | the United States' | backing"
    if (named != nullptr && named->is_actor() && !named->anaphor && named->agreements.empty() &&
        named->tokens.end == behind.end && named->tokens.size() > 1)
      return false;
    if (row.closed && !closes(view_, behind.end))
      return false;  // "signed | the instrument | by which"
    const auto words = static_cast<std::uint32_t>(std::ranges::count(frame.noun, ' '));
    for (std::uint32_t i = behind.begin; row.sides && i + words < behind.end; ++i) {
      if (is_any(low(i), {"of", "to"}) && view_.is(i + 1, Role::determiner | Role::owner))
        return false;  // "announced | the end of its pact"
    }
    if (!row.taken) return true;
    const bool only = low(behind.begin) == "only";  // "leaves only Oman outside"
    const Chunk* chunk = view_.chunk_at(behind.begin + (only ? 1 : 0));
    if (chunk == nullptr || !chunk->is_actor() || chunk->possessive) return false;
    return !chunk->anaphor || view_.is(chunk->tokens.end - 1, Role::country);  // "his country"
  }

  // "talks should | open in May", "can now | begin"
  bool is_proposed(std::uint32_t tail) const {
    while (tail > view_.all.begin && view_.is(tail - 1, Role::adverb)) --tail;
    return tail > view_.all.begin && view_.is(tail - 1, Role::may | Role::ought);
  }

  ActForm form_of(const ActWords& found, bool owned) const {
    const std::uint32_t i = found.words.begin;
    const bool base = !view_.tree.empty() && view_.tree.word(i).tag == Penn::vb;
    const bool infinitive = i > view_.all.begin && low(i - 1) == "to";  // "to quit"
    if (infinitive && found.form == ActForm::past && (base || found.words.size() == 1))
      return ActForm::base;
    if (base && found.form == ActForm::noun && found.tail.empty() && !owned)
      return ActForm::base;  // "would | return to the bloc"
    return found.form;
  }

  // Whether the words themselves, their tail or their object deny: "are no members".
  void tell_denial(FoundAct& act) const {
    const Stage done = act.row->stage;  // "does not accept" refuses, "was not renewed" ends
    const bool ends =
        done == Stage::rejected || done == Stage::withdrawing || done == Stage::terminated;
    act.denied = act.row->denied || (act.row->owns && low(act.words.end) == "no");
    for (std::uint32_t t = act.words.begin; t < act.words.end; ++t) {
      const bool no = low(t) == "no" && t > act.words.begin && low(t + 1) != "longer";
      const bool longer = low(t) == "longer";
      act.denied = act.denied || (longer && done != Stage::terminated) ||
                   (!ends && (no || is_any(low(t), {"not", "n't", "never", "neither"})));
      act.ended = act.ended || (longer && !ends);
    }
    if (!act.tail.empty() && is_any(low(act.tail.begin - 1), {"never", "not", "n't"}) &&
        !view_.is(act.tail.begin, Role::follows))
      act.denied = !act.denied;  // "the ratification never | came"
    const bool linked = is_any(low(act.words.end), {"to", "of", "in"});  // "is a party to neither"
    const std::uint32_t object = act.words.end + (linked ? 1 : 0);
    if (act.form != ActForm::noun && refuses_object(object)) act.denied = !act.denied;
  }

  // "signed | nothing", "joined | neither"; not "signed | no later than May".
  bool refuses_object(std::uint32_t i) const {
    if (is_any(low(i), {"nothing", "neither", "none"})) return true;
    return low(i) == "no" && view_.is(i + 1, Role::text);
  }

  // "the left won", "a strike", "despite long debates": no verb. "is considering a | return to |
  // the court" is the noun.
  bool is_verb(FoundAct& act) const {
    const std::uint32_t i = act.words.begin;
    const bool noun = (view_.is(i - 1, Role::determiner | Role::owner) && low(i - 1) != "all") ||
                      is_any(low(i - 1), {"of", "'s", "'", "\xE2\x80\x99", "some", "any", "no"});
    const bool tagged = !view_.tree.empty() && view_.tree.word(i).word_class == WordClass::noun;
    const bool named = tagged && act.row->leaving && view_.is(i, Role::naming);  // "an early exit"
    const bool deed = act.row->stage == Stage::ratified;  // "whose joint | deposit"
    const bool bare = tagged && !deed && (is_nominal(i) || is_plural_object(i));
    const bool one_word = act.form != ActForm::gerund && act.words.size() == 1;
    if ((noun || bare) && !named && one_word && !act.row->same) return false;
    const bool headed = noun || (named && bare);
    if (headed && tagged && act.form == ActForm::base) act.form = ActForm::noun;
    return true;
  }

  // "despite long | debates": what follows an adjective or a preposition, and tells of nothing.
  bool is_nominal(std::uint32_t i) const {
    const std::uint32_t before = i - 1;
    if (const Chunk* chunk = view_.chunk_at(before); chunk != nullptr)
      return chunk->tokens.contains(i);  // "the 125-member | court |"
    if (view_.person_at(before) != nullptr) return false;
    const Dependency relation = view_.tree.word(before).relation;
    const bool described = (relation == Dependency::amod || relation == Dependency::compound) &&
                           view_.tree.parent(before) == i;  // "two rebel | groups"
    return described || (view_.is(before, Role::preposition) && low(before) != "to");
  }

  // "tossed | pens | into the crowd", "sealed | exits"
  bool is_plural_object(std::uint32_t i) const {
    if (view_.title || !low(i).ends_with('s')) return false;
    std::uint32_t first = i;  // "uses seals and | inks"
    while (view_.tree.word(first).relation == Dependency::conj) first = view_.tree.parent(first);
    const Dependency relation = view_.tree.word(first).relation;
    return relation == Dependency::obj || relation == Dependency::obl ||
           relation == Dependency::nmod;
  }

  const SentenceView& view_;
  const Acts& acts_;
};

}  // namespace

bool act_at(const SentenceView& view, std::uint32_t i, FoundAct& act) {
  return ActFinder(view).at(i, act);
}

}  // namespace concord
