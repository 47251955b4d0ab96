// Who says what: each cue of saying with its content, and each quotation with its speaker.
//
// A quotation belongs to the cue that follows it at once, else to the nearest one before it in its
// sentence, else to one behind; without any, to the subject of its sentence, or to who was quoted
// just before.
#include <algorithm>

#include "reading/cues.h"
#include "reading/passes.h"

namespace concord {
namespace {

class Attributor {
 public:
  Attributor(const WordView& view, const std::vector<Cue>& cues) : view_(view), cues_(cues), speakers_(view) {}

  std::vector<Attribution> run() {
    for (const Cue& cue : cues_) {
      if (cue.frame == SayingFrame::says && !cue.content.empty()) found_.push_back(attribution(cue));
    }
    for (std::uint32_t q = 0; q < view_.reading.quotations.size(); ++q) give(q);
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
    Attribution direct;
    if (cue != nullptr) {
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

  // The cue that speaks of a quotation, nearest by the order above, or nullptr.
  const Cue* cue_of(const Quotation& quotation) const {
    const TokenSpan words = quotation.tokens;
    const TokenSpan first = view_.sentence(words.begin);
    const TokenSpan last = view_.sentence(words.end - 1);
    const Cue* best = nullptr;
    std::uint32_t best_far = kNone;
    for (const Cue& cue : cues_) {
      if (!first.contains(cue.words.begin) && !last.contains(cue.words.begin)) continue;
      const bool behind = cue.words.begin >= words.end;
      std::uint32_t far = behind ? cue.whole.begin - std::min(cue.whole.begin, words.end)
                                 : words.begin - std::min(words.begin, cue.words.end);
      const bool adjacent = behind && far <= 3 && !cue.gerund;
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

  // Whether nothing ends the clause between a cue and a quotation after it.
  bool clause_reaches(const Cue& cue, std::uint32_t to) const {
    for (std::uint32_t i = cue.words.end; i < to; ++i) {
      if (!view_.is_quoted(i) && is_any(view_.low(i), {";"})) return false;
    }
    return true;
  }

  Speaker speaker_without_cue(std::uint32_t q, const Quotation& quotation) const {
    const TokenSpan sentence = view_.sentence(quotation.tokens.begin);
    const std::uint32_t mark = quotation.tokens.begin - 1;
    const bool opens = mark <= sentence.begin;
    if (!quotation.scare && !opens) {
      const Speaker subject = speakers_.subject(sentence, mark);
      if (subject.found()) return subject;
    }
    Speaker speaker;
    if (quotation.scare || q == 0 || !follows(q)) return speaker;
    speaker.source = last_.source;
    speaker.entity = last_.speaker;
    return speaker;
  }

  // Whether a quotation goes on where the one before it ended: same paragraph, or the next.
  bool follows(std::uint32_t q) const {
    const auto block = [&](std::uint32_t token) {
      return view_.reading.sentences[view_.reading.tokens[token].sentence].block;
    };
    const Quotation& before = view_.reading.quotations[q - 1];
    const Quotation& now = view_.reading.quotations[q];
    return block(now.tokens.begin) <= block(before.tokens.end - 1) + 1;
  }

  const WordView& view_;
  const std::vector<Cue>& cues_;
  SpeakerReader speakers_;
  Attribution last_;  // of the quotation before
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
