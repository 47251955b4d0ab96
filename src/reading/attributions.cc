// Who says what: each cue of saying with its content, and each quotation with its speaker.
//
// A quotation belongs to the cue that follows it at once, else to the nearest one before it in its
// sentence, else to one behind; without any, to the subject of its sentence, or to who was quoted
// just before.
#include <algorithm>

#include "reading/cues.h"
#include "reading/interviews.h"
#include "reading/passes.h"

namespace concord {
namespace {

class Attributor {
 public:
  Attributor(const WordView& view, const std::vector<Cue>& cues)
      : view_(view), cues_(cues), speakers_(view) {}

  std::vector<Attribution> run() {
    answers_ = find_answers(view_);
    for (const Cue& cue : cues_) {
      const bool clause = cue.frame == SayingFrame::says || cue.frame == SayingFrame::holds;
      if (clause && !cue.content.empty()) found_.push_back(attribution(cue));
    }
    for (std::uint32_t q = 0; q < view_.reading.quotations.size(); ++q) give(q);
    for (Attribution& answer : answers_) found_.push_back(std::move(answer));
    std::ranges::stable_sort(found_, {}, [](const Attribution& a) { return a.content.begin; });
    return std::move(found_);
  }

 private:
  static Attribution attribution(const Cue& cue) {
    Attribution said;
    said.content = cue.content;
    said.cue = cue.words;
    said.kind = cue.phrase ? AttributionKind::according_to : AttributionKind::indirect;
    said.speaker = cue.speaker.entity;
    said.source = cue.speaker.source;
    said.source.channel = cue.channel;
    said.denies = cue.denies;
    said.date = cue.date;
    return said;
  }

  void give(std::uint32_t q) {
    const Quotation& quotation = view_.reading.quotations[q];
    const Cue* cue = cue_of(quotation);
    if (cue == nullptr && goes_on(q)) cue = cue_of(view_.reading.quotations[q + 1]);
    Attribution direct;
    if (const Attribution* answer = answer_of(quotation)) {
      direct = *answer;
    } else if (cue != nullptr) {
      direct = attribution(*cue);
    } else {
      const Speaker speaker = speaker_without_cue(q, quotation);
      direct.source = speaker.source;
      direct.speaker = speaker.entity;
    }
    direct.kind = AttributionKind::direct;
    direct.content = quotation.tokens;
    direct.quotation = q;
    last_ = direct;
    if (!direct.source.name.empty()) found_.push_back(std::move(direct));
  }

  // 'A: "We shall ratify it."': an answer that stands in quotation marks.
  const Attribution* answer_of(const Quotation& quotation) const {
    const auto opens = [&](const Attribution& answer) {
      return answer.content.begin + 1 == quotation.tokens.begin;
    };
    const auto answer = std::ranges::find_if(answers_, opens);
    return answer == answers_.end() ? nullptr : &*answer;
  }

  // The first cue at or behind a token.
  std::vector<Cue>::const_iterator first_cue(std::uint32_t token) const {
    return std::ranges::lower_bound(cues_, token, {}, [](const Cue& c) { return c.words.begin; });
  }

  // "Who, me?" [Ruiz asked.]: a sentence with the words that tell who asked, where they stand
  // first.
  TokenSpan with_asker(TokenSpan sentence) const {
    constexpr std::uint32_t kReach = 6;
    if (sentence.end >= view_.size()) return sentence;
    const TokenSpan next = view_.sentence(sentence.end);
    if (!view_.follows_question(next)) return sentence;
    const auto cue = first_cue(next.begin);
    const bool near = cue != cues_.end() && cue->words.begin < next.begin + kReach;
    return near && next.contains(cue->words.begin) ? TokenSpan{sentence.begin, cue->words.end}
                                                   : sentence;
  }

  // The cue that speaks of a quotation, nearest by the order above, or nullptr.
  const Cue* cue_of(const Quotation& quotation) const {
    const TokenSpan words = quotation.tokens;
    const TokenSpan first = view_.sentence(words.begin);
    const TokenSpan last = with_asker(view_.sentence(words.end - 1));
    const Cue* best = nullptr;
    std::uint32_t best_far = kNone;
    for (auto at = first_cue(first.begin); at != cues_.end(); ++at) {
      const Cue& cue = *at;
      if (cue.words.begin >= last.end) break;
      if (!first.contains(cue.words.begin) && !last.contains(cue.words.begin)) continue;
      const bool behind = cue.words.begin >= words.end;
      std::uint32_t far = behind ? cue.whole.begin - std::min(cue.whole.begin, words.end)
                                 : words.begin - std::min(words.begin, cue.words.end);
      const bool adjacent = behind && same_clause({words.end, cue.whole.begin}) && !cue.gerund;
      if (behind && !adjacent) far += 200;
      if (!behind && !clause_reaches(cue, words.begin)) far += 100;
      if (adjacent || (cue.phrase && behind && far < 215)) far = 0;
      if (cue.frame == SayingFrame::voices && far > 8) continue;
      if (quotation.scare && far >= 100) continue;
      if (far < best_far) {
        best = &cue;
        best_far = far;
      }
    }
    return best;
  }

  // At most two words, and none that opens another clause: "..., as First Minister Ruiz said".
  bool same_clause(TokenSpan between) const {
    std::uint32_t words = 0;
    for (std::uint32_t i = between.begin; i < between.end; ++i) {
      if (view_.low(i) == ";") return false;
      if (view_.is_mark(i) || view_.low(i) == "as") continue;
      constexpr Roles opens = Role::subordinate | Role::relative | Role::list;
      if (view_.is(i, opens) || ++words > 2) return false;
    }
    return true;
  }

  // Whether nothing ends the clause between a cue and a quotation after it.
  bool clause_reaches(const Cue& cue, std::uint32_t to) const {
    for (std::uint32_t i = cue.words.end; i < to; ++i) {
      if (!view_.is_quoted(i) && is_any(view_.low(i), {";"})) return false;
    }
    return true;
  }

  // Who is meant where no word of saying tells: the one behind the quotation ("...," sniffed a
  // trader), the subject of its sentence, of the sentence before, or who was quoted last.
  Speaker speaker_without_cue(std::uint32_t q, const Quotation& quotation) const {
    const TokenSpan sentence = view_.sentence(quotation.tokens.begin);
    const std::uint32_t mark = quotation.tokens.begin - 1;
    if (quotation.scare) return {};
    if (mark > sentence.begin) {
      const Speaker named = named_before_colon(sentence, mark);
      if (named.found()) return named;
      const Speaker owner = owner_before_colon(sentence, mark);
      if (owner.found()) return owner;
      const Speaker subject = speakers_.subject(sentence, mark);
      if (subject.strong) return subject;
    }
    if (const Speaker behind = speaker_behind(quotation); behind.found()) return behind;
    if (const Speaker ends = speaker_ending(quotation); ends.found()) return ends;
    const Speaker before = subject_before(q, sentence);
    if (before.found()) return before;
    Speaker speaker;
    if (q == 0 || !follows(q)) return speaker;
    speaker.source = last_.source;
    speaker.entity = last_.speaker;
    return speaker;
  }

  // "The mayor of the old town, Ana Ruiz: "..."": the name at the colon.
  Speaker named_before_colon(TokenSpan sentence, std::uint32_t mark) const {
    if (view_.low(mark - 1) != ":") return {};
    std::uint32_t begin = mark - 1;
    while (begin > sentence.begin && view_.low(begin - 1) != ",") --begin;
    if (begin == sentence.begin) return {};
    return speakers_.name_of({begin, mark - 1});
  }

  // "His verdict: "...""
  Speaker owner_before_colon(TokenSpan sentence, std::uint32_t mark) const {
    constexpr std::uint32_t kWordsMax = 6;
    const bool opens = is_any(view_.low(sentence.begin), {"his", "her"});
    if (!opens || view_.low(mark - 1) != ":" || mark > sentence.begin + kWordsMax) return {};
    return speakers_.pronoun(sentence.begin);
  }

  // "...," sniffed a trader; "..." - Ana Ruiz, shipowner
  Speaker speaker_behind(const Quotation& quotation) const {
    const TokenSpan sentence = view_.sentence(quotation.tokens.end - 1);
    std::uint32_t at = quotation.tokens.end;
    while (at < sentence.end && view_.is_mark(at)) ++at;
    if (at >= sentence.end) return {};
    const Speaker verb_first = speakers_.after(at + 1);
    const bool verb =
        !view_.is_capital(at) && (view_.low(at).ends_with("ed") || view_.low(at).ends_with("s"));
    if (verb && verb_first.strong) return verb_first;
    const Speaker name_first = speakers_.subject({at, sentence.end}, sentence.end);
    return name_first.strong ? name_first : Speaker{};
  }

  // '"Thank you all." | With these words | Ana Ruiz closed the meeting'
  Speaker speaker_ending(const Quotation& quotation) const {
    const std::uint32_t after = quotation.tokens.end + 1;
    if (after >= view_.size()) return {};
    const TokenSpan next = view_.sentence(after);
    const bool words = view_.low(next.begin) == "with" && view_.is(next.begin + 2, Role::wording) &&
                       is_any(view_.low(next.begin + 1), {"these", "those"});
    if (!words || next.size() < 5) return {};
    const Speaker subject = speakers_.subject({next.begin + 3, next.end}, next.end);
    return subject.strong ? subject : Speaker{};
  }

  // The subject of the sentence before in the same paragraph, unless that one was a quotation.
  Speaker subject_before(std::uint32_t q, TokenSpan sentence) const {
    if (sentence.begin == 0) return {};
    const std::uint32_t before = view_.reading.tokens[sentence.begin - 1].sentence;
    const std::uint32_t here = view_.reading.tokens[sentence.begin].sentence;
    if (view_.reading.sentences[before].block != view_.reading.sentences[here].block) return {};
    const TokenSpan words = view_.reading.sentences[before].tokens;
    if (q > 0 && words.overlaps(view_.reading.quotations[q - 1].tokens)) return {};
    const auto behind = first_cue(words.end);
    if (behind != cues_.begin() && words.contains(std::prev(behind)->words.begin))
      return std::prev(behind)->speaker;
    const Speaker subject = speakers_.subject(words, words.end);
    const bool fits = subject.person || !tells_of_person(sentence);
    return subject.strong && fits ? subject : Speaker{};
  }

  // "The pact was signed. "Nobody asked," | he | said.": no pact did.
  bool tells_of_person(TokenSpan sentence) const {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (is_any(view_.low(i), {"he", "she"}) && !view_.is_quoted(i)) return true;
    }
    return false;
  }

  std::uint32_t block(std::uint32_t token) const {
    return view_.reading.sentences[view_.reading.tokens[token].sentence].block;
  }

  // Whether a quotation is left open at the end of its paragraph and the next one takes it up.
  bool goes_on(std::uint32_t q) const {
    if (q + 1 >= view_.reading.quotations.size()) return false;
    const TokenSpan now = view_.reading.quotations[q].tokens;
    const TokenSpan next = view_.reading.quotations[q + 1].tokens;
    return now.end + 1 == next.begin && block(next.begin) == block(now.end - 1) + 1;
  }

  // Whether a quotation goes on where the one before it ended: same paragraph, or the next.
  bool follows(std::uint32_t q) const {
    const Quotation& before = view_.reading.quotations[q - 1];
    const Quotation& now = view_.reading.quotations[q];
    return block(now.tokens.begin) <= block(before.tokens.end - 1) + 1;
  }

  const WordView& view_;
  const std::vector<Cue>& cues_;
  SpeakerReader speakers_;
  std::vector<Attribution> answers_;  // of an interview
  Attribution last_;                  // of the quotation before
  std::vector<Attribution> found_;
};

}  // namespace

void find_attributions(const Report& report, const Lexicon& lexicon, Reading& reading) {
  std::vector<Attribution> found;
  {
    const WordView view(report, lexicon, reading);
    const std::vector<Cue> cues = find_cues(view);
    found = Attributor(view, cues).run();
  }
  reading.attributions = std::move(found);
}

}  // namespace concord
