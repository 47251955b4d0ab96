#include "reading/cue_phrases.h"

#include <algorithm>

namespace concord {
namespace {

class PhraseFinder {
 public:
  PhraseFinder(const WordView& view, const SpeakerReader& speakers, TokenSpan sentence)
      : view_(view), speakers_(speakers), all_(sentence) {}

  // "according to X", "in the words of X", "in X's words": the one that begins at
  // token i.
  std::optional<Cue> at(std::uint32_t i) const {
    if (view_.is_mark(i)) return label_at(i);
    std::uint32_t who = kNone;
    if (low(i) == "according" && low(i + 1) == "to") who = i + 2;
    if (low(i - 1) == "," && view_.is(i, Role::citing)) who = i + 1;
    const bool in_the = low(i) == "in" && low(i + 1) == "the" && low(i + 3) == "of";
    if (in_the && view_.speech.views.contains(low(i + 2))) who = i + 4;
    const bool opens = i == all_.begin && low(i) == "for";  // "For Ruiz, "the door is open""
    const std::uint32_t comma = i + 2 + (view_.is_capital(i + 2) ? 1 : 0);
    if (opens && view_.is_capital(i + 1) && low(comma) == "," && view_.is_quote_mark(comma + 1))
      who = i + 1;
    const bool as_told = low(i) == "as" && view_.is(i + 1, Role::says) && low(i + 2) == "by";
    if (as_told) who = i + 3;
    const bool is_reply = view_.is(i, Role::be) && view_.speech.replies.contains(low(i + 2));
    if (is_reply && is_any(low(i + 3), {"of", "by", "from"}))
      who = i + 4;  // "was the comment of X"
    if (who == kNone) {
      std::optional<Cue> owned = owned_phrase_at(i);
      return owned ? owned : noun_at(i);
    }
    Cue cue;
    cue.words = {i, who};
    cue.phrase = true;
    cue.speaker = speakers_.after(who);
    if (!cue.speaker.found() || names_text(cue.speaker.phrase)) return std::nullopt;
    cue.whole = hull(cue.words, cue.speaker.phrase);
    const bool joined =  // "signed in May, and | according to an aide | Oman will follow"
        is_any(low(i - 1), {"and", "but", "while", ";"}) && low(cue.whole.end) != ",";
    cue.closes = i > all_.begin + 1 && !joined;
    const bool goes_on = low(cue.whole.end) == "," && cue.whole.end + 2 < all_.end;
    if (cue.closes) {  // "Peru, according to Lima, has left"
      cue.content = goes_on ? all_ : TokenSpan{all_.begin, i};
    } else {
      cue.content = {std::min(cue.whole.end, all_.end), all_.end};
    }
    return cue;
  }

 private:
  // "citing the Escazu Agreement": nobody who speaks.
  bool names_text(TokenSpan who) const {
    return view_.reading.tokens[who.end - 1].agreement == AgreementWord::head;
  }

  std::string_view low(std::uint32_t i) const {
    return all_.contains(i) ? view_.low(i) : std::string_view();
  }

  // "Minister: Oman to sign", "Oman to sign: minister", "Oman to sign - minister": who speaks
  // stands alone on one side of the mark. "Oman: parliament votes" is what it is about.
  std::optional<Cue> label_at(std::uint32_t i) const {
    constexpr std::uint32_t kLabelMax = 5;
    const bool colon = low(i) == ":";
    const bool title = view_.is_title(i);
    if (!colon && !(title && view_.is_dash(i))) return std::nullopt;
    if (std::ranges::any_of(view_.reading.labels, [&](const Label& label) {
          return label.words.end == i;  // "At the door: Oman, which ..."
        }))
      return std::nullopt;
    Cue cue;
    cue.words = {i, i + 1};
    cue.phrase = true;
    if (colon && i - all_.begin <= kLabelMax && i + 3 < all_.end && !view_.is_quote_mark(i + 1)) {
      cue.speaker = speaker_alone({all_.begin, i});
      cue.content = {i + 1, all_.end};
      if (cue.speaker.person || (title && is_spokesbody(cue.speaker))) return with_whole(cue);
    }
    if (!title || all_.end - i > kLabelMax + 1 || i < all_.begin + 3) return std::nullopt;
    cue.speaker = speaker_alone({i + 1, all_.end});
    cue.content = {all_.begin, i};
    cue.closes = true;
    if (!cue.speaker.strong) return std::nullopt;
    return with_whole(cue);
  }
  static std::optional<Cue> with_whole(Cue cue) {
    cue.whole = cue.words;
    return cue;
  }
  // A ministry speaks; a state that stands before a colon is what the line is about.
  static bool is_spokesbody(const Speaker& speaker) {
    return speaker.body && speaker.entity == kNone;
  }

  // The speaker that these words and no others are; not "The Escazu Agreement: Peru is out".
  Speaker speaker_alone(TokenSpan words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      if (!view_.is_word(i) || view_.time(i) != nullptr || is_text(i)) return {};
    }
    Speaker named = speakers_.name_of(words);
    if (named.found()) return named;
    const Speaker speaker = speakers_.of(words);
    const SpeakerWord noun = view_.speech.speaker(low(words.end - 1));
    const Entity* known = view_.actor(words.end - 1);
    return known != nullptr || noun.speaks() ? speaker : Speaker{};
  }

  bool is_text(std::uint32_t i) const {
    const Mention* mention = view_.mention(i);
    return mention != nullptr &&
           view_.reading.entities[mention->entity].kind == EntityKind::agreement;
  }

  // "The vote | follows | Ruiz's announcement that": by the tree.
  bool is_finite(std::uint32_t i) const {
    const SyntaxWord* word = syntax_of(view_.reading, i);
    return word != nullptr &&
           (word->tag == Penn::vbd || word->tag == Penn::vbz || word->tag == Penn::vbp);
  }

  // "its announcement | in February | that", "| last week | that"
  std::uint32_t over_time(std::uint32_t i) const {
    if (view_.is(i, Role::preposition) && all_.contains(i + 1) && view_.time(i + 1) != nullptr) ++i;
    const Time* time = all_.contains(i) ? view_.time(i) : nullptr;
    return time == nullptr ? i : time->tokens.end;
  }

  // "Oman's announcement that", "a statement from the ministry that".
  std::optional<Cue> noun_at(std::uint32_t i) const {
    if (!view_.reading.opens(i, Opens::said) || i == all_.begin) return std::nullopt;
    Cue cue;
    cue.words = {i, i + 1};
    std::uint32_t that = i + 1;
    if (is_any(low(i + 1), {"by", "from", "of"})) {
      cue.speaker = speakers_.after(i + 2);
      if (cue.speaker.found()) that = cue.speaker.phrase.end;
    } else if (low(i - 1) == "'s") {
      std::uint32_t begin = i - 1;
      while (
          begin > all_.begin && (view_.is_word(begin - 1) || low(begin - 1) == "-") &&
          !is_finite(begin - 1) &&
          !view_.is(begin - 1, Role::preposition | Role::list | Role::relative | Role::subordinate))
        --begin;
      cue.speaker = speakers_.of({begin, i - 1});
    } else if (view_.is(i - 1, Role::determiner) && low(i - 2) == "with") {
      cue.speaker = speakers_.subject(all_, i - 2);  // "surprised them with the announcement that"
    }
    that = over_time(that);
    if (!cue.speaker.strong || low(that) != "that") return std::nullopt;
    cue.whole = cue.words;
    cue.content = {that + 1, all_.end};
    return cue;
  }

  // "Ruiz's reply came at once: "No."": the owner of what follows the colon.
  std::optional<Cue> owned_reply_at(std::uint32_t i) const {
    if (!view_.speech.openers.contains(low(i + 1))) return std::nullopt;
    std::uint32_t colon = i + 2;
    while (colon < all_.end && low(colon) != ":" && !view_.is_quote_mark(colon)) ++colon;
    if (low(colon) != ":" || !view_.is_quote_mark(colon + 1)) return std::nullopt;
    std::uint32_t begin = i;
    while (begin > all_.begin && view_.is_word(begin - 1)) --begin;
    Cue cue;
    cue.words = {i, i + 2};
    cue.phrase = true;
    cue.frame = SayingFrame::frames;
    cue.speaker = speakers_.of({begin, i});
    if (!cue.speaker.found()) return std::nullopt;
    cue.whole = cue.words;
    cue.content = all_;
    return cue;
  }

  // "in Ruiz's words", "was the mayor's verdict": the owner of what is said.
  std::optional<Cue> owned_phrase_at(std::uint32_t i) const {
    if (low(i) == "'s") return owned_reply_at(i);
    if (low(i) != "in" && !view_.is(i, Role::be)) return std::nullopt;
    for (std::uint32_t at = i + 2; at < i + 9 && all_.contains(at) && !view_.is_mark(at); ++at) {
      if (low(at) != "'s") continue;
      std::uint32_t noun = at + 1;
      while (is_any(low(noun), {"own", "first", "only", "last"})) ++noun;
      const WordSet& nouns = low(i) == "in" ? view_.speech.own_views : view_.speech.own_replies;
      if (!nouns.contains(low(noun))) return std::nullopt;
      Cue cue;
      cue.words = {i, noun + 1};
      cue.phrase = true;
      const bool view = low(i) == "in" && view_.is(noun, Role::view);
      cue.frame = view ? SayingFrame::says : SayingFrame::frames;
      cue.speaker = speakers_.of({i + 1, at});
      if (!cue.speaker.found()) return std::nullopt;
      cue.whole = cue.words;
      cue.content = all_;
      return cue;
    }
    return std::nullopt;
  }

  const WordView& view_;
  const SpeakerReader& speakers_;
  TokenSpan all_;
};

}  // namespace

bool may_open_cue(const WordView& view, std::uint32_t i) {
  return view.is_mark(i) || view.is(i, Role::be | Role::citing) ||
         view.reading.opens(i, Opens::said) ||
         is_any(view.low(i), {"in", "for", "as", "'s", "according"});
}

std::optional<Cue> phrase_cue_at(const WordView& view, const SpeakerReader& speakers,
                                 TokenSpan sentence, std::uint32_t i) {
  return PhraseFinder(view, speakers, sentence).at(i);
}

}  // namespace concord
