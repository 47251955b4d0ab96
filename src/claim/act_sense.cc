// Whether the words of an act have its sense, by what stands around them.
#include "claim/act_sense.h"

#include <algorithm>

namespace concord {
namespace {

bool ends(const SentenceView& view, std::uint32_t i) {
  return is_any(view.low(i), {".", ";", ","});
}

// "left without | signing"
bool names_act(const SentenceView& view, std::uint32_t i) {
  return view.acts.phrases.longest([&](std::uint32_t t) { return view.low(t); }, i, view.all.end)
      .has_value();
}

// "left | under | Mugabe", "refused | under | its new president"
bool names_ruler(const SentenceView& view, std::uint32_t i) {
  const Chunk* chunk = view.chunk_at(i);
  return view.person_at(i) != nullptr || (chunk != nullptr && chunk->government);
}

// "do not | consider | the pact | dead"
bool judged(const SentenceView& view, std::uint32_t verb, std::uint32_t object) {
  const Chunk* chunk = view.chunk_at(object);
  if (chunk == nullptr || view.tree.empty() || !view.all.contains(chunk->tokens.end)) return false;
  const SyntaxWord& next = view.tree.word(chunk->tokens.end);
  return (next.word_class == WordClass::adj || next.tag == Penn::vbg) &&
         view.tree.parent(chunk->tokens.end) == verb;
}

// "has | a tax treaty with Chile"; not "has the treaty", "had a treaty with Chile".
bool owns(const SentenceView& view, TokenSpan verb) {
  std::uint32_t begin = verb.begin;
  while (begin > view.all.begin && view.is(begin - 1, Role::adverb)) --begin;
  const bool perfect = view.low(verb.begin) == "had";
  if (perfect && (begin == view.all.begin || !view.is(--begin, Role::have))) return false;
  std::uint32_t at = verb.end;
  while (view.chunk_at(at) == nullptr &&
         (view.is(at, Role::determiner | Role::count | Role::owner) ||
          is_any(view.low(at), {"no", "own"})))
    ++at;
  const Chunk* deal = view.chunk_at(at);
  for (const std::uint32_t article : {at - 1, deal == nullptr ? at : deal->tokens.begin}) {
    if (is_any(view.low(article), {"the", "this", "that", "these", "those"})) return false;
  }
  if (deal == nullptr || deal->is_actor() || deal->definite || deal->anaphor) return false;
  if (view.is(deal->tokens.end - 1, Role::parley)) return false;
  const bool own = view.low(deal->tokens.end) == "of" && view.low(deal->tokens.end + 2) == "own";
  const std::uint32_t with = deal->tokens.end + (own ? 3 : 0);  // "a pact of its own with Chile"
  // "The US and Canada have had | an arrangement since ..."
  if (view.low(with) != "with") {
    const Chunk* both = begin > view.all.begin ? view.chunk_at(begin - 1) : nullptr;
    return both != nullptr && both->is_actor() && both->actors.size() == 2;
  }
  const Chunk* other = view.chunk_behind(with + 1);
  return other != nullptr && other->is_actor();
}

// "the French | left | and right voted": a part of the house.
bool is_wing(const SentenceView& view, std::uint32_t i) {
  if (view.tree.empty() || !view.is(i, Role::leaves)) return false;
  const Chunk* body = view.chunk_at(i + 1);  // "the three left | ECOWAS": a verb, whatever its tag
  if (body != nullptr && !body->agreements.empty()) return false;
  if (view.is(i + 1, Role::determiner)) return false;
  if (view.chunk_at(i - 1) != nullptr && view.time_at(i + 1) != nullptr)
    return false;  // "Peru | left | last year"
  const WordClass kind = view.tree.word(i).word_class;
  return kind == WordClass::noun || kind == WordClass::adj;
}

// "left | the pact | in tatters", "leaves | it | unratified": what becomes of it, and no exit.
bool leaves_so(const SentenceView& view, std::uint32_t object) {
  if (view.low(object) == "without") return true;  // "left | without an invitation"
  const Chunk* chunk = view.chunk_at(object);
  if (chunk == nullptr && view.is(object, Role::determiner)) chunk = view.chunk_at(object + 1);
  const bool it = view.low(object) == "it";
  if (chunk != nullptr && chunk->government && !chunk->possessive)
    return true;  // "a vote that | left | the government | weakened"
  if (!it && (chunk == nullptr || chunk->agreements.empty())) return false;
  std::uint32_t fate = it ? object + 1 : chunk->tokens.end;
  const Chunk* side = view.low(fate) == "with" ? view.chunk_at(fate + 1) : nullptr;
  if (side != nullptr) fate = side->tokens.end;  // "leaves the deal | with Oman | in doubt"
  if (view.is(fate + (view.is(fate, Role::preposition) ? 1 : 0), Role::plight)) return true;
  // "threats that | left | the alliance | shaken": said of what no state does
  const bool last = fate + 1 >= view.all.end || view.is_mark(fate + 1);
  const Chunk* doer = object >= view.all.begin + 2 ? view.chunk_at(object - 2) : nullptr;
  const bool state = doer != nullptr && doer->is_actor();
  return last && !it && !state && view.low(fate).ends_with("ed");
}

// "a candidate for | the presidency", "applied for | observer status": what no state joins.
bool runs_for(const SentenceView& view, std::uint32_t object, bool nominal) {
  if (view.low(object - 1) != "for" || view.tree.empty()) return false;
  for (std::uint32_t i = object; i < object + 4 && view.all.contains(i); ++i) {
    if (view.is_mark(i)) return false;
    if (view.is(i, Role::onlooker)) return true;
    if (const Chunk* what = view.chunk_at(i)) return what->agreements.empty();
    const bool noun = view.tree.word(i).word_class == WordClass::noun;
    if (noun && view.tree.word(i).relation != Dependency::compound)
      return nominal && !view.is(i, Role::text | Role::club | Role::naming | Role::member |
                                        Role::terms | Role::union_ | Role::entry | Role::process);
  }
  return false;
}

// "rejected [claims that]", "rejected [as false a report that]"
bool answers_hearsay(const SentenceView& view, std::uint32_t object) {
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t at = object; at < object + kReach && view.chunk_at(at) == nullptr; ++at) {
    if (view.is(at, Role::hearsay)) return at == object || view.low(at + 1) == "that";
  }
  return false;
}

// "lost | Peru in May", "lost | Peru and Chile."; not "lost | Peru as a customer".
bool loses_member(const SentenceView& view, std::uint32_t object) {
  const Chunk* one = view.chunk_behind(object);
  if (one == nullptr || one->possessive) return false;
  const std::uint32_t end = one->tokens.end;
  const bool dated = view.time_at(end) != nullptr || view.time_at(end + 1) != nullptr;
  return !view.all.contains(end) || dated || view.low(end) == "and" ||
         is_any(view.low(end), {".", ",", ";", ":"});
}

// "Peru | was out", "they | will soon | be out", "left and | was out"
bool follows_actor(const SentenceView& view, std::uint32_t i) {
  const auto idle = [&](std::uint32_t t) {
    return view.is(t, Role::adverb | Role::have) || is_any(view.low(t), {"will", "would"});
  };
  if (view.low(i - 1) == "to" && i > view.all.begin + 2) i -= 2;  // "have | threatened to | go"
  while (i > view.all.begin && idle(i - 1)) --i;
  const Chunk* chunk = i > view.all.begin ? view.chunk_at(i - 1) : nullptr;
  const bool actor = chunk != nullptr && chunk->is_actor() && chunk->agreements.empty() &&
                     (chunk->preposition == kNone || chunk->anaphor);  // not "its deal with Oman"
  return actor || view.is(i - 1, Role::list | Role::relative | Role::coordinate);
}

// "no intention of following | Moscow": who did it before.
bool names_leader(const SentenceView& view, std::uint32_t i) {
  const Chunk* chunk = view.chunk_at(i);
  return chunk != nullptr && chunk->is_actor() && chunk->agreements.empty() && !chunk->possessive;
}

// "ended.", "ended | in May"; not "ends | five decades | of war", "ends | eight years | without".
bool stands_alone(const SentenceView& view, std::uint32_t i) {
  const Time* time = view.time_at(i);
  const bool length = time != nullptr && time->duration && !ends(view, time->tokens.end);
  return view.is_mark(i) || (time != nullptr && view.low(time->tokens.end) != "of" && !length) ||
         (view.is(i, Role::preposition) && view.time_at(i + 1) != nullptr);
}

// "two | votes | against", "a single | vote": a noun, by what tells how many or which.
bool is_counted(const SentenceView& view, const ActWords& found) {
  const std::uint32_t i = found.words.begin;
  if (i == view.all.begin) return false;
  if (view.is(i - 1, Role::count) && found.form == ActForm::present) return true;
  if (found.form == ActForm::noun || found.row->stage != Stage::rejected) return false;
  if (view.tree.empty() || view.tree.word(i).word_class != WordClass::noun) return false;
  if (view.tree.parent(i - 1) != i) return false;
  const bool named = std::ranges::any_of(view.reading.mentions, [&](const Mention& one) {
    return one.tokens.contains(i - 1) && one.form == MentionForm::name;
  });
  if (named && view.title) return false;  // a headline's "Chile | votes down | pact"
  const Dependency before = view.tree.word(i - 1).relation;
  return before == Dependency::nummod || before == Dependency::amod || before == Dependency::det;
}

// What speaks against the sense of a row.
class OtherSense {
 public:
  OtherSense(const SentenceView& view, const ActWords& found)
      : view_(view),
        found_(found),
        row_(*found.row),
        begin_(found.words.begin),
        end_(found.words.end),
        gerund_(end_ == begin_ + 1 && low(begin_).ends_with("ing")),
        base_(found.form == ActForm::base),
        noun_(found.form == ActForm::noun) {}

  bool told() const {
    return is_part_of_word() || is_other_verb() || is_other_noun() || ends_in_preposition() ||
           (row_.same && repeats_nothing()) || (row_.makes && makes_nothing()) ||
           (row_.closed && goes_on()) || (row_.leaving && leaves_nothing()) || is_other_stage() ||
           is_misplaced();
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "left-wing", "would-be members", "belong to those that"; "Economic Partnership Agreement" holds
  // no act.
  bool is_part_of_word() const {
    if (low(end_) == "those" || (low(begin_ - 1) == "-" && low(begin_) == "be")) return true;
    if (low(end_) == "-" && end_ == begin_ + 1 && !view_.reading.token(end_).space_before)
      return true;
    if (!noun_ && view_.reading.token(begin_).capital && is_name(begin_)) return true;
    const TokenSpan first = {begin_, begin_ + 1};
    return std::ranges::any_of(view_.reading.mentions, [&](const Mention& m) {
      return m.tokens.overlaps(first) && m.form == MentionForm::name;
    });
  }

  // "the treaty of the Lima | Court | was signed"
  bool is_name(std::uint32_t i) const {
    return !view_.title && i > view_.all.begin && !view_.is_mark(i - 1) && !view_.tree.empty() &&
           view_.tree.word(i).word_class == WordClass::propn;
  }

  // "| admitted | Chile should leave": who says it of whom.
  bool concedes() const {
    const Chunk* whom = row_.joins && row_.role == ActRole::patient && !noun_ ? object() : nullptr;
    if (whom == nullptr || !whom->is_actor()) return false;
    const std::uint32_t verb = whom->tokens.end;
    return view_.is(verb, Role::may | Role::ought | Role::have | Role::be) ||
           is_any(low(verb), {"will", "would"});
  }

  bool is_other_verb() const {
    if (low(begin_ - 1) == "you") return true;  // "because you signed up for it"
    if (concedes()) return true;
    const bool particle = end_ == begin_ + 1 && base_ && !view_.tree.empty() &&
                          view_.tree.word(begin_).word_class == WordClass::adv;
    if (particle) return true;  // "sent | back | the pact"
    const bool hands = row_.stage == Stage::signed_ && !noun_ && end_ == begin_ + 1 &&
                       is_any(low(end_), {"away", "over", "out"});
    const bool then = view_.time_at(end_) != nullptr || view_.time_at(end_ + 1) != nullptr;
    if (hands && !then && !view_.is(end_ + 1, Role::count))
      return true;  // "| signs | away the islands"
    // "are 'close to' a deal"
    return base_ && is_any(low(begin_ - 1), {"\"", "\xE2\x80\x9C"}) &&
           view_.is(begin_ - 2, Role::be);
  }

  bool is_other_noun() const {
    const bool text = view_.is(end_, Role::text);
    if (noun_ && (text || view_.is(end_, Role::decree | Role::draft))) return true;  // "exit | law"
    const bool made = !noun_ && text;  // "signed | treaties with Peru"
    if (view_.is(end_, Role::process) && !made)
      return true;                               // "accession talks", "its accession agreement"
    if (is_counted(view_, found_)) return true;  // "with two votes against"
    if (!noun_) return false;
    if (is_any(low(begin_ - 1), {"one", "each", "every"})) return true;  // "one application"
    return low(begin_ - 1) == "of" &&
           view_.is(begin_ - 2, Role::process);  // "the treaty of accession"
  }

  bool ends_in_preposition() const {
    if (low(end_ - 1) == "on") return view_.time_at(end_) != nullptr;  // "agreed on Monday"
    if (low(end_ - 1) != "in") return false;
    if (low(end_) == "not") return true;  // "have an interest in | not being shut out"
    if (row_.denied && view_.is(end_, Role::effect)) return true;  // "is not in | force"
    const bool in_then = low(end_) == "that" && comes_in_then(view_, end_);
    return end_ - begin_ == 2 && opens_date(view_, end_) && !in_then;  // "the news came in May"
  }

  // "was first in | the region to ratify it"
  bool told_behind(std::uint32_t i) const {
    constexpr std::uint32_t kReach = 5;
    for (const std::uint32_t end = i + kReach; i < end && !view_.is_mark(i); ++i) {
      if (low(i) == "to" && names_act(view_, i + 1)) return true;
    }
    return false;
  }

  // Of rows that repeat the act before.
  bool repeats_nothing() const {
    const bool placed = is_any(low(end_), {"in", "on"});
    if (low(end_ - 1) == "first" && !view_.is_mark(end_) && low(end_ + 1) != "all" &&
        (!placed || told_behind(end_ + 1)))
      return true;  // "was the first to sign", "was the first in the region to sign"
    if (row_.leaving && found_.form == ActForm::past) return true;  // elided_acts.cc
    if (low(end_) == "to") return true;                             // "next to sign"
    // "| following | the coup"; not "following Moscow"
    return gerund_ && !names_leader(view_, end_);
  }

  bool makes_nothing() const {
    const Time* when = view_.time_at(end_ + 1);  // "the court | found | in May that"
    if (base_ && when != nullptr && low(when->tokens.end) == "that") return true;
    if (gerund_ && begin_ > view_.all.begin && view_.is(end_, Role::text) &&
        view_.is(begin_ - 1, Role::determiner | Role::owner))
      return true;  // "the | founding | pact", "its | founding | charter"
    return base_ && end_ == begin_ + 1 && low(begin_ - 1) != "to" &&
           (is_any(low(end_), {"it", "them", "that"}) ||
            judged(view_, begin_, end_));  // "long | found | it too tame"
  }

  // "the treaty was | left | by the Americans"
  bool done_by_them() const {
    const std::uint32_t who = end_ + (view_.is(end_ + 1, Role::determiner) ? 2 : 1);
    const Chunk* doer = low(end_) == "by" ? view_.chunk_at(who) : nullptr;
    return row_.leaving && found_.form == ActForm::past && doer != nullptr && doer->is_actor() &&
           view_.is(begin_ - 1, Role::be);
  }

  // Of rows whose words stand alone or before their object.
  bool goes_on() const {
    if (!closes(view_, end_) && !done_by_them()) return true;
    if (row_.role == ActRole::own && (gerund_ || !stands_alone(view_, end_)))
      return true;  // "ends | a long wait", "| ending | decades of strife"
    const bool wing = found_.form == ActForm::past && is_wing(view_, begin_);
    if (row_.leaving && (leaves_so(view_, end_) || wing)) return true;
    // "has been in the queue"; but "all three | stay in"
    return row_.strict && view_.chunk_at(end_) == nullptr && view_.chunk_at(end_ + 1) == nullptr &&
           !((row_.lasting || low(end_ - 1) == "in") && ends(view_, end_)) &&  // "Peru is in."
           !(low(end_) == "that" && ends(view_, end_ + 1));
  }

  bool leaves_nothing() const {
    if (low(end_) == "its" && low(end_ + 1) == "own" &&
        (view_.is_mark(end_ + 2) || view_.time_at(end_ + 2) != nullptr ||
         view_.is(end_ + 2, Role::preposition | Role::determiner)))
      return true;  // "dropped its bid. Chad withdrew | its own |"
    const bool loses = row_.strict && row_.role == ActRole::patient && !row_.taken;
    const bool bare = end_ == begin_ + 1;                // not "lost three of its members"
    return loses && bare && !loses_member(view_, end_);  // "lost a third member"
  }

  bool is_other_stage() const {
    switch (row_.stage) {
      case Stage::rejected:
        return answers_hearsay(view_, end_);
      case Stage::negotiating:  // "wrangled over | whether the sea is a lake"
        return is_any(low(end_), {"whether", "how", "who"});
      case Stage::considering:  // "ended its provisional | application": of a text
        return judged(view_, begin_, end_) || runs_for(view_, end_, noun_) ||
               view_.is(begin_ - 1, Role::provisional);
      default:
        return false;
    }
  }

  const Chunk* object() const {
    const Chunk* chunk = view_.chunk_at(end_);
    if (chunk == nullptr && view_.is(end_, Role::determiner)) chunk = view_.chunk_at(end_ + 1);
    return chunk != nullptr && chunk->preposition == kNone && !chunk->possessive ? chunk : nullptr;
  }

  // "Mali | has ended | the Algiers Accord": no end that comes by itself.
  bool ends_text() const {
    const Chunk* text = object();
    return row_.role == ActRole::own && row_.stage == Stage::terminated && !row_.strict &&
           text != nullptr && !text->is_actor();
  }

  // "takes in Laos, | leaves | Cambodia at the door": no member leaves a state, but "US | leaves |
  // Paris" may mean an agreement by its town.
  bool leaves_state() const {
    const Chunk* state = object();
    const bool led = row_.leaving && row_.closed && row_.role == ActRole::agent;
    if (!led || state == nullptr || !state->is_actor()) return false;
    const bool town = std::ranges::any_of(view_.reading.mentions, [&](const Mention& mention) {
      return mention.form == MentionForm::capital && state->tokens.contains(mention.tokens.begin);
    });
    const bool bare =
        !view_.is(state->tokens.end, Role::preposition);  // "leaves Paris with a deal"
    return !(town && bare) && state->agreements.empty() && !state->anaphor && !state->government;
  }

  // "the list handed out | at the door |", "was joined | at the table |": where another thing is
  // done.
  bool is_place() const {
    if (noun_ || view_.tree.empty() || begin_ == view_.all.begin) return false;
    const bool done_there =
        view_.tree.word(begin_ - 1).tag == Penn::rp || view_.is(begin_ - 1, Role::accedes);
    return view_.is(begin_, Role::preposition) && done_there;
  }

  // What rows ask of the words beside theirs.
  bool is_misplaced() const {
    if (is_place()) return true;
    if (row_.behind && !follows_actor(view_, begin_)) return true;  // "before the year | is out"
    if (row_.owns && !owns(view_, found_.words)) return true;
    if (!noun_ && (ends_text() || leaves_state())) return true;
    if (row_.bare && tells_how()) return true;
    if (row_.placed && view_.all.contains(end_) && view_.reading.token(end_).capital &&
        view_.chunk_at(end_) == nullptr)
      return true;  // "the first country | outside | Europe to join"
    return row_.standing && low(end_) == "outside";  // "is the only EU member | outside the pact"
  }

  // "has applied it since 1993", "will apply the rules provisionally"
  bool tells_how() const {
    const bool used = view_.chunk_at(end_) != nullptr || low(end_) == "it" ||
                      view_.is(end_, Role::determiner | Role::owner) || low(end_).ends_with("lly");
    const bool rules = is_any(low(end_), {"as", "from", "until", "throughout"}) &&
                       view_.is(begin_ - 1, ~Role::listed) && low(begin_ - 1) == "to";
    const Chunk* doer = view_.chunk_at(begin_ - 1);
    const bool text = doer != nullptr && !doer->is_actor();  // "to which | the rules | apply"
    return used || rules || text;
  }

  const SentenceView& view_;
  const ActWords& found_;
  const Act& row_;
  std::uint32_t begin_;
  std::uint32_t end_;
  bool gerund_;
  bool base_;
  bool noun_;
};

}  // namespace

bool has_sense(const SentenceView& view, const ActWords& found) {
  return !OtherSense(view, found).told();
}

bool comes_in_then(const SentenceView& view, std::uint32_t time) {
  return view.low(time - 1) == "in" &&
         is_any(view.low(time), {"last", "this", "that", "next", "on", "yesterday"});
}

bool opens_date(const SentenceView& view, std::uint32_t i) {
  const Time* time = view.time_at(i);
  return time != nullptr && !time->duration &&
         !is_any(view.low(time->tokens.end - 1), {"later", "earlier", "after", "before", "ago"});
}

bool closes(const SentenceView& view, std::uint32_t i) {
  if (const Time* time = view.time_at(i))
    return !time->tokens.contains(i - 1) || comes_in_then(view, i);  // not "said | the same | day"
  const bool with_it = view.low(i) == "with" && is_any(view.low(i + 1), {"it", "them"});
  if (view.chunk_at(i) != nullptr || view.is_mark(i) || with_it) return true;
  if (view.is(i, Role::preposition | Role::subordinate)) {
    return view.time_at(i + 1) != nullptr || view.time_at(i + 2) != nullptr ||
           view.is(i, Role::subordinate) || (view.low(i) == "without" && !names_act(view, i + 1)) ||
           (view.low(i) == "at" && view.low(i + 1) == "once") ||
           (view.low(i) == "of" && view.low(i + 2) == "own") ||  // "of its own accord"
           (view.low(i) == "on" && view.is(i + 1, Role::grounds)) ||
           (view.low(i) == "under" && names_ruler(view, i + 1));
  }
  if (view.is(i, Role::adverb) && view.is(i + 1, Role::count)) return false;  // "left only two"
  if (is_any(view.low(i), {"that", "this"}) &&
      (view.chunk_at(i + 1) != nullptr || ends(view, i + 1)))
    return true;
  if (is_any(view.low(i), {"it", "them"}))  // "left | it | in May"
    return view.is_mark(i + 1) || view.time_at(i + 1) != nullptr ||
           (view.is(i + 1, Role::preposition) && view.time_at(i + 2) != nullptr);
  return !view.all.contains(i) || is_any(view.low(i), {"either", "neither"}) ||
         (view.low(i) == "too" && ends(view, i + 1)) ||  // "left too"
         view.is(i, Role::determiner | Role::list | Role::adverb | Role::owner);
}

}  // namespace concord
