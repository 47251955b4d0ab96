#include "lexicon/vocabulary.h"

#include "lexicon/happenings.h"
#include "lexicon/speech.h"
#include "lexicon/time_words.h"

namespace concord {

Vocabulary gather_vocabulary(const World& world, const Acts& acts, const Speech& speech,
                             const TimeWords& times, const Happenings& happenings) {
  Vocabulary all;
  for (const auto& [word, roles] : acts.words) all[word].clause = roles;
  for (const auto& [word, role] : world.agreement_words) all[word].agreement = role;
  const auto mark = [&](const auto& words, std::uint32_t table) {
    for (const auto& entry : words) all[entry.first].opens |= table;
  };
  mark(world.phrases.openings(), Opens::name);
  mark(acts.phrases.openings(), Opens::act);
  mark(acts.frame_verbs.openings(), Opens::frame);
  mark(acts.tail_heads.openings(), Opens::tail);
  mark(speech.verbs, Opens::saying);
  mark(speech.nouns, Opens::said);
  mark(times.words, Opens::time);
  for (const TimeWords::Table* table : {&times.was, &times.is, &times.days})
    mark(*table, Opens::tense);
  mark(times.counts, Opens::number);
  mark(happenings.figures.all_words.openings(), Opens::number);
  for (const HappeningTable* table : {&happenings.events, &happenings.relations, &happenings.topics,
                                      &happenings.assessments, &happenings.figures})
    mark(table->phrases.openings(), table->opens);
  return all;
}

}  // namespace concord
