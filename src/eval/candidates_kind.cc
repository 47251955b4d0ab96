// The claims that a report may tell beside those that rules make, with their features: what
// `concord-train claims` learns from, once they are labelled (tools/train_claims.py).
#include <nlohmann/json.hpp>

#include "engine/engine.h"
#include "eval/gold_files.h"
#include "eval/kinds.h"
#include "intake/intake.h"
#include "lexicon/data.h"

namespace concord {

Result<std::string> eval_candidates(const EvalOptions& options) {
  using Json = nlohmann::ordered_json;
  CONCORD_TRY(const auto lexicon, load_lexicon(built_in_data()));
  CONCORD_TRY(const auto files, gold_files(options.gold, {".txt"}));
  std::string out;
  for (const std::string& file : files) {
    CONCORD_TRY(auto text, read_gold(file));
    CONCORD_TRY(const auto report, read_text({file, std::move(text)}, lexicon));
    for (const PossibleClaim& one : possible_claims(report, lexicon)) {
      Json line{{"report", file}, {"agreement", one.claim.agreement}};
      line["party"] = one.claim.party ? Json(*one.claim.party) : Json(nullptr);
      line["stage"] = name_of(one.claim.stage);
      line["polarity"] = name_of(one.claim.polarity);
      line["rule"] = one.claim.rule;
      line["sentence"] = report.words(one.claim.evidence.front().span);
      line["rows"] = one.rows;
      out += line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
    }
  }
  return out;
}

}  // namespace concord
