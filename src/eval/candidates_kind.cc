#include "eval/kinds.h"

#include <nlohmann/json.hpp>

#include "claim/attachment.h"
#include "claim/stages.h"
#include "engine/engine.h"
#include "lexicon/data.h"
#include "text/fold.h"

namespace concord {
namespace {

using Json = nlohmann::json;

std::string party_id(const Entity& entity) {
  return entity.party.empty() ? entity.id : entity.party;
}

Json candidate_json(const Candidate& one, FoundAct act, const Reading& reading) {
  Json json;
  static constexpr const char* kKinds[] = {"agreement", "party", "itself"};
  json["kind"] = kKinds[static_cast<int>(one.kind)];
  json["rule"] = one.by_rule;
  json["weight"] = one.weight;
  json["cues"] = one.cues;
  if (one.kind == ArgumentKind::agreement) {
    json["agreement"] = reading.entities[one.entities.front()].name;
    return json;
  }
  Json parties = Json::array();
  for (const std::uint32_t entity : one.entities)
    parties.push_back(party_id(reading.entities[entity]));
  json["parties"] = parties;
  act.parties = one.entities;
  act.legislature = one.chunk != nullptr && one.chunk->legislature;
  const auto stage = stage_after(act);
  json["stage"] = stage ? Json(name_of(*stage)) : Json();
  json["polarity"] = act.denied ? "denied" : "affirmed";
  return json;
}

void add_report(const Report& report, const Lexicon& lexicon, std::string& out) {
  const Reading reading = read_words(report, lexicon);
  Discourse discourse = open_discourse(reading);
  for (const Sentence& sentence : reading.sentences) {
    const SentenceView view(report, reading, lexicon.acts, sentence, discourse);
    std::vector<FoundAct> acts = find_predicates(view);
    find_arguments(view, discourse, acts);
    for (std::size_t n = 0; n < acts.size(); ++n) {
      const ActPlace place{view,
                           discourse,
                           acts,
                           n,
                           n > 0 ? acts[n - 1].words.end : view.all.begin,
                           n + 1 < acts.size() ? acts[n + 1].begin : view.all.end};
      Json json;
      json["report"] = report.path;
      json["act"] = acts[n].act->name;
      json["words"] = one_line(report.words(bytes_of(reading, acts[n].words)));
      json["sentence"] = one_line(report.words(sentence.span));
      Json list = Json::array();
      for (const Candidate& one : weigh_candidates(place, acts[n], lexicon.cues, true))
        list.push_back(candidate_json(one, acts[n], reading));
      json["candidates"] = std::move(list);
      out += json.dump() + "\n";
    }
    find_acts(report, reading, lexicon, sentence, discourse);
  }
}

}  // namespace

Result<std::string> eval_candidates(const EvalOptions& options) {
  CONCORD_TRY(const Lexicon lexicon, load_lexicon(built_in_data()));
  std::vector<std::string> paths;
  for (auto& path : list_inputs(options.gold)) {
    if (!path) return path.error();
    paths.push_back(*std::move(path));
  }
  std::string out;
  read_all(paths, lexicon, 1, [&](const std::string&, Result<ReadReport> read) {
    if (read) add_report(read->report, lexicon, out);
    return true;
  });
  return out;
}

}  // namespace concord
