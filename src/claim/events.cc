// Planned ceremonies: "a signing ceremony will be held soon". Other happenings are not read yet.
#include <algorithm>

#include "claim/passes.h"
#include "text/fold.h"

namespace concord {
namespace {

// The first time expression of a sentence that has words for when.
const Time* time_in(const Reading& reading, TokenSpan sentence) {
  const Time* best = nullptr;
  for (const Time& time : reading.times) {
    if (!sentence.contains(time.tokens) || time.duration || time.named) continue;
    if (time.vague) return &time;
    // The last one: "he said on Thursday ... later this month".
    if (time.sense == TimeSense::point) best = &time;
  }
  return best;
}

bool looks_ahead(const Reading& reading, const Lexicon& lexicon, TokenSpan sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (TimeWords::look_up(lexicon.time_words.ahead, reading.lower(i))) return true;
  }
  return false;
}

}  // namespace

std::vector<Event> extract_events(const Report& report, const Reading& reading,
                                  const Lexicon& lexicon) {
  std::vector<Event> events;
  std::uint32_t agreement = kNone;
  std::size_t mention = 0;
  for (const Sentence& sentence : reading.sentences) {
    for (; mention < reading.mentions.size() &&
           reading.mentions[mention].tokens.begin < sentence.tokens.end;
         ++mention) {
      const std::uint32_t entity = reading.mentions[mention].entity;
      if (reading.entities[entity].kind == EntityKind::agreement) agreement = entity;
    }
    if (agreement == kNone || !looks_ahead(reading, lexicon, sentence.tokens)) continue;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto hit = lexicon.happenings.phrases.longest(
          [&](std::uint32_t t) { return reading.lower(t); }, i, sentence.tokens.end);
      if (!hit) continue;
      Event event;
      event.kind = lexicon.happenings.kinds[hit->value];
      event.planned = true;
      event.agreement = reading.entities[agreement].name;
      event.agreement_id = reading.entities[agreement].id;
      if (const Time* time = time_in(reading, sentence.tokens)) {
        event.date_words = one_line(report.words(bytes_of(reading, time->tokens)));
        const bool ahead = time->value >= report.published.substr(0, time->value.size());
        if (!time->vague && ahead) event.date = time->value;
        if (!time->vague && !ahead) event.date_words.clear();
      }
      event.evidence = {sentence_evidence(report, reading, i)};
      events.push_back(std::move(event));
      break;
    }
  }
  return events;
}

}  // namespace concord
