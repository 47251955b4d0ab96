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

  // "rejected [claims that]", "rejected [as false a report that]"
  bool answers_hearsay(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 6;
    for (std::uint32_t at = i; at < i + kReach && view_.chunk_at(at) == nullptr; ++at) {
      if (view_.is(at, Role::hearsay)) return at == i || low(at + 1) == "that";
    }
    return false;
  }

  // "is | now | among the members": a phrase of more than `least` words.
  std::optional<std::pair<ActPhrase, std::uint32_t>> over_adverb(std::uint32_t i,
                                                                 std::size_t least) const {
    const bool adverb = (view_.is(i + 1, Role::adverb) || is_manner(view_, i + 1)) &&
                        !is_any(low(i + 1), {"not", "n't", "never", "once"}) &&
                        !is_any(low(i + 2), {"not", "n't", "never"});
    if (!adverb || !view_.is(i, Role::be | Role::have) || !view_.all.contains(i + 2)) return {};
    const auto word = [&](std::uint32_t t) { return view_.low(t == i ? t : t + 1); };
    const auto hit = acts_.phrases.longest(word, i, view_.all.end - 1);
    if (!hit || hit->length <= least) return {};
    const auto plain = [&](std::uint32_t t) { return view_.low(t); };
    const bool frame = acts_.frame_verbs.longest(plain, i + 2, view_.all.end).has_value();
    if (frame && hit->length == 2) return {};  // "has formally | ended its membership"
    return std::pair{acts_.forms[hit->value], i + static_cast<std::uint32_t>(hit->length) + 1};
  }

  bool at(std::uint32_t i, FoundAct& act) const {
    if (!view_.reading.opens(i, Opens::act | Opens::frame | Opens::tail)) return false;
    const auto word = [&](std::uint32_t t) { return view_.low(t); };
    auto hit = acts_.phrases.longest(word, i, view_.all.end);
    if (hit && hit->length > 1 && is_before_date(i + static_cast<std::uint32_t>(hit->length)))
      hit = shorter(i, i + hit->length - 1, hit);  // "walked out | on Monday", "died | in May"
    std::optional<std::pair<ActPhrase, std::uint32_t>> best;
    if (hit) best = {acts_.forms[hit->value], i + hit->length};
    if (const auto floated = over_adverb(i, hit ? hit->length : 1)) best = floated;
    const bool auxiliary =  // "has | granted Bosnia candidate status"
        !view_.tree.empty() && view_.is(i, Role::have) && view_.all.contains(i + 1) &&
        view_.tree.word(i + 1).tag == Penn::vbn;
    const auto opener = acts_.frame_verbs.longest(word, i, view_.all.end);
    if (opener && !auxiliary) {
      const auto frame = longest_frame(view_, i + opener->length, acts_.frames[opener->value]);
      const bool noun = best && best->first.form == ActForm::noun;  // "the remaining parties"
      const std::uint32_t least = best ? best->second + (noun ? 1 : 0) : 0;
      const bool adjective =  // "the bloc's five | remaining | members": no verb
          frame && frame->first->phrase.form == ActForm::gerund && i > view_.all.begin &&
          (view_.is(i - 1, Role::determiner | Role::owner | Role::count) || low(i - 1) == "'s");
      const bool noun_behind =  // "for | want | of money in 2003"
          frame && frame->first->phrase.form == ActForm::base && i > view_.all.begin &&
          view_.is(i - 1, Role::preposition) && low(i - 1) != "to";
      if (frame && !adjective && !noun_behind && frame->second >= least &&
          takes({i + opener->length, frame->second}, *frame->first))
        best = {frame->first->phrase, frame->second};
    }
    if (const auto head = acts_.tail_heads.longest(word, i, view_.all.end)) {
      const bool noun = i > view_.all.begin && view_.is(i - 1, Role::determiner | Role::owner);
      const bool open = !best || best->first.form == ActForm::noun || noun;  // "a | return"
      const std::uint32_t behind = i + head->length;
      auto [tail, verb] = open ? last_tail(view_, behind, acts_.tails[head->value])
                               : std::pair<const ActFrame*, TokenSpan>();
      if (open && tail == nullptr)
        std::tie(tail, verb) = aside_tail(view_, behind, acts_.tails[head->value]);
      if (tail != nullptr && !is_proposed(verb.begin)) {
        best = {tail->phrase, i + head->length};
        act.tail = verb;
      }
    }
    if (!best || inside_name({i, i + 1})) return false;
    if (low(best->second) == "those" || (low(i - 1) == "-" && low(i) == "be"))
      return false;  // "belong to those that", "would-be members"
    if (low(best->second) == "-" && best->second == i + 1 &&
        !view_.reading.token(best->second).space_before)
      return false;  // "left-wing"
    if (acts_.acts[best->first.act].same && low(best->second - 1) == "first" &&
        !view_.is_mark(best->second) && !is_any(low(best->second), {"in", "on"}) &&
        low(best->second + 1) != "all") {
      return false;  // "was the first to sign"
    }
    const bool owned = best->second > i + 1 && (low(i - 1) == "'s" || view_.is(i - 1, Role::owner));
    if (best->first.form == ActForm::base && owned && act.tail.empty())
      best->first.form = ActForm::noun;  // "Oman's | return to the pact"
    const Act& row = acts_.acts[best->first.act];
    const bool went = row.leaving && best->first.form == ActForm::past;  // elided_acts.cc
    if (row.same && (went || low(best->second) == "to")) return false;   // "next to sign"
    const bool gerund = best->second == i + 1 && low(i).ends_with("ing");
    if (row.same && gerund && !names_leader(best->second))
      return false;  // "| following | the coup"; of "following Moscow" it is the act
    if (gerund && row.makes && i > view_.all.begin && view_.is(i + 1, Role::text) &&
        view_.is(i - 1, Role::determiner | Role::owner))
      return false;                         // "the | founding | pact", "its | founding | charter"
    if (low(i - 1) == "you") return false;  // "because you signed up for it"
    const bool particle = best->second == i + 1 && best->first.form == ActForm::base &&
                          !view_.tree.empty() && view_.tree.word(i).word_class == WordClass::adv;
    if (particle) return false;  // "sent | back | the pact"
    if (row.makes && best->first.form == ActForm::base && low(i - 1) != "to" &&
        (is_any(low(best->second), {"it", "them", "that"}) || judged(view_, i, best->second)))
      return false;  // "long | found | it too tame"
    if (best->first.form == ActForm::base && is_any(low(i - 1), {"\"", "\xE2\x80\x9C"}) &&
        view_.is(i - 2, Role::be))
      return false;  // "are "close to" a deal"
    if (row.closed && !closes(best->second)) return false;
    if (row.closed && row.role == ActRole::own && (gerund || !stands_alone(best->second)))
      return false;  // "ends | a long wait", "| ending | decades of strife"
    if (row.closed && row.leaving && (leaves_so(view_, best->second) || is_wing(view_, i)))
      return false;
    if (row.leaving && low(best->second) == "its" && low(best->second + 1) == "own" &&
        (view_.is_mark(best->second + 2) || view_.time_at(best->second + 2) != nullptr ||
         view_.is(best->second + 2, Role::preposition | Role::determiner)))
      return false;  // "dropped its bid. Chad withdrew | its own |"
    if (row.behind && !follows_actor(i)) return false;  // "before the year | is out"
    if (row.owns && !owns(view_, {i, best->second})) return false;
    if (row.stage == Stage::rejected && answers_hearsay(best->second))
      return false;  // "rejected claims that ...", "rejected as false a report that ..."
    const bool loses = row.leaving && row.strict && row.role == ActRole::patient && !row.taken;
    const bool bare_loss = loses && best->second == i + 1;       // not "lost three of its members"
    if (bare_loss && !loses_member(best->second)) return false;  // "lost a third member"
    if (row.closed && row.strict && view_.chunk_at(best->second) == nullptr &&
        view_.chunk_at(best->second + 1) == nullptr && !(row.lasting && ends(best->second)) &&
        !(low(best->second) == "that" && ends(best->second + 1)))
      return false;  // "has been in the queue"; but "all three | stay in"
    const bool used = view_.chunk_at(best->second) != nullptr || low(best->second) == "it" ||
                      view_.is(best->second, Role::determiner | Role::owner) ||
                      low(best->second).ends_with("lly");
    const bool rules = is_any(low(best->second), {"as", "from", "until", "throughout"}) &&
                       view_.is(i - 1, ~Role::listed) && low(i - 1) == "to";
    const Chunk* doer = view_.chunk_at(i - 1);
    const bool text = doer != nullptr && !doer->is_actor();  // "to which | the rules | apply"
    if (row.bare && (used || rules || text))
      return false;  // "has applied it since 1993", "will apply the rules provisionally"
    const bool nominal = best->first.form == ActForm::noun;
    if (row.stage == Stage::considering && judged(view_, i, best->second)) return false;
    if (row.stage == Stage::considering && runs_for(view_, best->second, nominal)) return false;
    if (low(best->second - 1) == "in" && low(best->second) == "not")
      return false;  // "have an interest in | not being shut out"
    if (row.stage == Stage::negotiating && is_any(low(best->second), {"whether", "how", "who"}))
      return false;  // "wrangled over | whether the sea is a lake"
    if (row.denied && low(best->second - 1) == "in" &&
        (low(best->second) == "force" || view_.is(best->second, Role::effect)))
      return false;  // "is not in | force"
    if (row.stage == Stage::considering && view_.is(i - 1, Role::provisional))
      return false;  // "ended its provisional | application": of a text
    const Chunk* beyond = view_.chunk_at(best->second);
    if (row.placed && view_.all.contains(best->second) &&
        view_.reading.token(best->second).capital && beyond == nullptr)
      return false;  // "the first country | outside | Europe to join"
    if (row.standing && low(best->second) == "outside")
      return false;  // "is the only EU member | outside the pact"
    const bool of_text = nominal && view_.is(best->second, Role::text);
    const bool made =  // "signed | treaties with Peru"
        !nominal && view_.is(best->second, Role::text);
    if (of_text || (view_.is(best->second, Role::process) && !made))
      return false;  // "accession talks", "its accession agreement"
    if (nominal && is_any(low(i - 1), {"one", "each", "every"})) return false;  // "one application"
    if (nominal && low(i - 1) == "of" && view_.is(i - 2, Role::process))
      return false;  // "the treaty of accession"
    if (low(best->second - 1) == "on" && view_.time_at(best->second) != nullptr)
      return false;  // "agreed on Monday"
    if (low(best->second - 1) == "in" && best->second - i == 2 && opens_date(best->second))
      return false;  // "the news came in May"
    if (is_counted(i, best->first))
      return false;  // "with two votes against", "without a single vote against"
    act.words = {i, best->second};
    act.act = &acts_.acts[best->first.act];
    act.row = act.act;
    act.form = best->first.form;
    const bool infinitive = i > view_.all.begin && low(i - 1) == "to";  // "to quit"
    const bool base = !view_.tree.empty() && view_.tree.word(i).tag == Penn::vb;
    if (infinitive && act.form == ActForm::past && (base || best->second == i + 1))
      act.form = ActForm::base;
    const bool verb = act.form == ActForm::noun && act.tail.empty() && !view_.tree.empty() &&
                      !owned && view_.tree.word(i).tag == Penn::vb;
    if (verb) act.form = ActForm::base;  // "would | return to the bloc"
    act.denied = act.act->denied || (row.owns && low(best->second) == "no");
    const Stage done = act.act->stage;  // "does not accept" refuses, "was not renewed" ends
    const bool ends =
        done == Stage::rejected || done == Stage::withdrawing || done == Stage::terminated;
    for (std::uint32_t t = i; t < act.words.end; ++t)
      act.denied =
          act.denied || (low(t) == "longer" && done != Stage::terminated) ||
          (!ends && (is_any(low(t), {"not", "n't", "never", "neither"}) ||
                     (low(t) == "no" && t > i && low(t + 1) != "longer")));  // "are no members"
    const bool linked = is_any(low(act.words.end), {"to", "of", "in"});  // "is a party to neither"
    if (!act.tail.empty() && is_any(low(act.tail.begin - 1), {"never", "not", "n't"}) &&
        low(act.tail.begin) != "followed")
      act.denied = !act.denied;  // "the ratification never | came"
    const std::uint32_t object = act.words.end + (linked ? 1 : 0);
    if (act.form != ActForm::noun && refuses_object(object)) act.denied = !act.denied;
    for (std::uint32_t t = i; t < act.words.end; ++t)
      act.ended = act.ended || (low(t) == "longer" && !ends);
    if (act.form != ActForm::noun && i > view_.all.begin) {  // "the left won", "a strike"
      const bool noun = (view_.is(i - 1, Role::determiner | Role::owner) && low(i - 1) != "all") ||
                        is_any(low(i - 1), {"of", "'s", "'", "\xE2\x80\x99", "some", "any", "no"});
      const bool tagged = !view_.tree.empty() && view_.tree.word(i).word_class == WordClass::noun;
      const bool named = tagged && act.act->leaving && view_.is(i, Role::naming);  // "any exit"
      const bool deed = row.stage == Stage::ratified;  // "whose joint | deposit"
      const bool bare = tagged && !deed && (is_nominal(i) || is_plural_object(i));
      const bool one_word = act.form != ActForm::gerund && act.words.size() == 1;
      if ((noun || bare) && !named && one_word && !row.same) return false;
      // "is considering a | return to | the court"
      if (noun && tagged && act.form == ActForm::base) act.form = ActForm::noun;
    }
    return true;
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "came in | last year", "will come in | on Monday": no "in last year".
  bool is_before_date(std::uint32_t end) const {
    return !comes_in_then(end) && ((low(end - 1) == "on" && view_.time_at(end) != nullptr) ||
                                   (low(end - 1) == "in" && opens_date(end)));
  }
  bool comes_in_then(std::uint32_t time) const {
    return low(time - 1) == "in" && is_any(low(time), {"last", "this", "next", "on", "yesterday"});
  }

  // "two | votes | against", "a single | vote": a noun, by what tells how many or which.
  bool is_counted(std::uint32_t i, const ActPhrase& phrase) const {
    if (i == view_.all.begin) return false;
    if (view_.is(i - 1, Role::count) && phrase.form == ActForm::present) return true;
    if (phrase.form == ActForm::noun || view_.acts.acts[phrase.act].stage != Stage::rejected)
      return false;
    if (view_.tree.empty() || view_.tree.word(i).word_class != WordClass::noun) return false;
    if (view_.tree.parent(i - 1) != i) return false;
    const bool named = std::ranges::any_of(view_.reading.mentions, [&](const Mention& one) {
      return one.tokens.contains(i - 1) && one.form == MentionForm::name;
    });
    if (named && view_.title) return false;  // a headline's "Chile | votes down | pact"
    const Dependency before = view_.tree.word(i - 1).relation;
    return before == Dependency::nummod || before == Dependency::amod || before == Dependency::det;
  }

  // "lost | Peru in May", "lost | Peru and Chile."; not "lost | Peru as a customer".
  bool loses_member(std::uint32_t i) const {
    const Chunk* one = view_.chunk_at(i);
    if (one == nullptr) one = view_.chunk_at(i + 1);
    if (one == nullptr || one->possessive) return false;
    const std::uint32_t end = one->tokens.end;
    const bool dated = view_.time_at(end) != nullptr || view_.time_at(end + 1) != nullptr;
    return !view_.all.contains(end) || dated || low(end) == "and" ||
           is_any(low(end), {".", ",", ";", ":"});
  }

  // "Peru | was out", "they | will soon | be out", "left and | was out"
  bool follows_actor(std::uint32_t i) const {
    const auto idle = [&](std::uint32_t t) {
      return view_.is(t, Role::adverb | Role::have) || is_any(low(t), {"will", "would"});
    };
    if (low(i - 1) == "to" && i > view_.all.begin + 2) i -= 2;  // "have | threatened to | go"
    while (i > view_.all.begin && idle(i - 1)) --i;
    const Chunk* chunk = i > view_.all.begin ? view_.chunk_at(i - 1) : nullptr;
    const bool actor = chunk != nullptr && chunk->is_actor() && chunk->agreements.empty() &&
                       (chunk->preposition == kNone || chunk->anaphor);  // not "its deal with Oman"
    return actor || view_.is(i - 1, Role::list | Role::relative | Role::coordinate);
  }

  // "talks should | open in May", "can now | begin"
  bool is_proposed(std::uint32_t tail) const {
    while (tail > view_.all.begin && view_.is(tail - 1, Role::adverb)) --tail;
    return tail > view_.all.begin && view_.is(tail - 1, Role::may | Role::ought);
  }

  // "no intention of following | Moscow": who did it before.
  bool names_leader(std::uint32_t i) const {
    const Chunk* chunk = view_.chunk_at(i);
    return chunk != nullptr && chunk->is_actor() && chunk->agreements.empty() && !chunk->possessive;
  }

  // "despite long | debates": what follows an adjective or a preposition, and tells of nothing.
  bool is_nominal(std::uint32_t i) const {
    const std::uint32_t before = i - 1;
    if (view_.chunk_at(before) != nullptr) return false;
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

  // The phrase that ends before a time, of a row whose acts may stand alone; else the longer one.
  template <typename Hit>
  Hit shorter(std::uint32_t i, std::uint32_t end, const Hit& whole) const {
    const auto hit = acts_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, end);
    if (!hit) return whole;
    const Act& row = acts_.acts[acts_.forms[hit->value].act];
    return row.closed || row.leaving ? Hit(hit) : whole;
  }

  // "took | Britain | out of": a row of taking needs who is taken right behind its verb. In "adopts
  // the | euro-style pact" the frame ends inside a word.
  bool takes(TokenSpan behind, const ActFrame& frame) const {
    if (low(behind.end) == "-" && !view_.reading.token(behind.end).space_before) return false;
    const Act& row = acts_.acts[frame.phrase.act];
    if (row.closed && !closes(behind.end)) return false;  // "signed | the instrument | by which"
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

  // "signed | nothing", "joined | neither"; not "signed | no later than May".
  bool refuses_object(std::uint32_t i) const {
    if (is_any(low(i), {"nothing", "neither", "none"})) return true;
    return low(i) == "no" && view_.is(i + 1, Role::text);
  }

  // "left the pact", "left in 2019"; not "left on the table", "left him".
  bool closes(std::uint32_t i) const {
    if (const Time* time = view_.time_at(i))
      return !time->tokens.contains(i - 1) || comes_in_then(i);  // not "said | the same | day"
    if (view_.chunk_at(i) != nullptr || view_.is_mark(i)) return true;
    if (low(i) == "with" && is_any(low(i + 1), {"it", "them"})) return true;  // "left with it"
    if (view_.is(i, Role::preposition | Role::subordinate)) {
      return view_.time_at(i + 1) != nullptr || view_.time_at(i + 2) != nullptr ||
             view_.is(i, Role::subordinate) || (low(i) == "without" && !names_act(i + 1)) ||
             (low(i) == "at" && low(i + 1) == "once") ||
             (low(i) == "of" && low(i + 2) == "own") ||  // "of its own accord"
             (low(i) == "on" && low(i + 1) == "grounds") ||
             (low(i) == "under" && names_ruler(i + 1));
    }
    if (view_.is(i, Role::adverb) && view_.is(i + 1, Role::count)) return false;  // "left only two"
    if (is_any(low(i), {"that", "this"}) && (view_.chunk_at(i + 1) != nullptr || ends(i + 1)))
      return true;
    if (is_any(low(i), {"it", "them"}))  // "left | it | in May"
      return view_.is_mark(i + 1) || view_.time_at(i + 1) != nullptr ||
             (view_.is(i + 1, Role::preposition) && view_.time_at(i + 2) != nullptr);
    return !view_.all.contains(i) || is_any(low(i), {"either", "neither"}) ||
           view_.is(i, Role::determiner | Role::list | Role::adverb | Role::owner);
  }

  // "left | under | Mugabe", "refused | under | its new president"
  bool names_ruler(std::uint32_t i) const {
    const Chunk* chunk = view_.chunk_at(i);
    return view_.person_at(i) != nullptr || (chunk != nullptr && chunk->government);
  }

  bool ends(std::uint32_t i) const { return is_any(low(i), {".", ";", ","}); }

  // "ended.", "ended | in May"; not "ends | five decades | of war".
  bool stands_alone(std::uint32_t i) const {
    const Time* time = view_.time_at(i);
    return view_.is_mark(i) || (time != nullptr && low(time->tokens.end) != "of") ||
           (view_.is(i, Role::preposition) && view_.time_at(i + 1) != nullptr);
  }

  // "in | May", "in | 2010"; not "in | three years later".
  bool opens_date(std::uint32_t i) const {
    const Time* time = view_.time_at(i);
    return time != nullptr && !time->duration &&
           !is_any(low(time->tokens.end - 1), {"later", "earlier", "after", "before", "ago"});
  }

  // "left without | signing"
  bool names_act(std::uint32_t i) const {
    return acts_.phrases.longest([&](std::uint32_t t) { return low(t); }, i, view_.all.end)
        .has_value();
  }

  // "Economic Partnership Agreement" holds no act.
  bool inside_name(TokenSpan words) const {
    return std::ranges::any_of(view_.reading.mentions, [&](const Mention& m) {
      return m.tokens.overlaps(words) && m.form == MentionForm::name;
    });
  }

  const SentenceView& view_;
  const Acts& acts_;
};

}  // namespace

bool act_at(const SentenceView& view, std::uint32_t i, FoundAct& act) {
  return ActFinder(view).at(i, act);
}

}  // namespace concord
