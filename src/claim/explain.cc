#include "claim/explain.h"

#include "claim/clause.h"
#include "claim/stages.h"
#include "text/fold.h"

namespace concord {
namespace {

std::string names(const Reading& reading, const std::vector<std::uint32_t>& entities) {
  std::string list;
  for (const std::uint32_t one : entities) {
    if (!list.empty()) list += ", ";
    const Entity& entity = reading.entities[one];
    list += entity.kind == EntityKind::agreement ? entity.name : entity.id;
  }
  return list.empty() ? "-" : list;
}

std::string line(const std::string& label, const std::string& words) {
  return "  " + label + std::string(label.size() < 10 ? 10 - label.size() : 1, ' ') + words + "\n";
}

}  // namespace

std::string explain(const Report& report, const Reading& reading, const Lexicon& lexicon) {
  std::string out;
  Discourse discourse = open_discourse(report, reading, lexicon.world);
  const auto words = [&](TokenSpan span) {
    return one_line(report.words(bytes_of(reading, span)));
  };
  for (const Sentence& sentence : reading.sentences) {
    out += words(sentence.tokens) + "\n";
    const SentenceView view(report, reading, lexicon.acts, sentence, discourse);
    for (const Chunk& chunk : view.chunks) {
      std::string what = "\"" + words(chunk.tokens) + "\"";
      if (chunk.is_actor()) what += " actors " + names(reading, chunk.actors);
      if (!chunk.agreements.empty()) what += " agreements " + names(reading, chunk.agreements);
      out += line("chunk", what);
    }
    for (const FoundAct& act : find_acts(report, reading, lexicon, sentence, discourse)) {
      const auto stage = stage_after(act);
      std::string what =
          "\"" + words({std::min(act.begin, act.words.begin), act.words.end}) + "\" " +
          act.act->name + "/" + (act.turned_by.empty() ? "done" : act.turned_by) + " -> " +
          (stage ? std::string(name_of(*stage)) : "nothing") + (act.denied ? " denied" : "");
      what += ", parties " + names(reading, act.parties) + ", agreements " +
              names(reading, act.agreements);
      if (act.time != nullptr) what += ", time " + act.time->value;
      out += line("act", what);
    }
  }
  return out;
}

}  // namespace concord
