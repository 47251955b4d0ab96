#include "train/claims_command.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "claim/likely_claims.h"
#include "language/weights.h"
#include "train/files.h"
#include "train/logistic.h"

namespace concord {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kFolds = 5;
constexpr std::array kPenalties = {100.0, 200.0, 400.0};
constexpr double kChanceLeast = 1e-9;  // so that no single example weighs without end
constexpr double kTelling = 0.6;       // as likely as the likeliest of its claim, at least

struct Judged {
  std::vector<LinearExample> examples;
  std::vector<std::size_t> fold;  // of each: whole reports stay together
  std::vector<std::string> key;   // of the claim, with its report
};

bool fill(const Json& json, Judged& judged) {
  if (!json.is_object() || !json.value("report", Json()).is_string() ||
      !json.value("key", Json()).is_string() || !json.value("told", Json()).is_boolean() ||
      !json.value("rows", Json()).is_array())
    return false;
  LinearExample one;
  for (const Json& row : json["rows"]) {
    if (!row.is_number_unsigned() || row.get<std::uint64_t>() >= kWeightRows) return false;
    one.rows.push_back(row.get<std::uint32_t>());
  }
  one.value = json["told"].get<bool>() ? 1 : 0;
  const Json counts = json.value("counts", Json(1));
  if (!counts.is_number() || counts.get<double>() < 0) return false;
  one.counts = counts.get<double>();
  const auto report = json["report"].get<std::string>();
  judged.examples.push_back(std::move(one));
  judged.fold.push_back(weight_row({"fold", report}) % kFolds);
  judged.key.push_back(report + "\n" + json["key"].get<std::string>());
  return true;
}

Result<Done> read_judged(const std::string& file, Judged& judged) {
  CONCORD_TRY(const auto text, load_text(file));
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    if (!fill(Json::parse(line, nullptr, false), judged)) {
      return Error{ErrorCode::invalid_input,
                   file + ":" + std::to_string(number) +
                       ": an object with report, key, rows, told (and counts) is wanted"};
    }
  }
  return Done{};
}

LinearFit fit_without(const Judged& judged, std::size_t fold, const LogisticPlan& plan) {
  return fit_logistic(without_fold(judged.examples, judged.fold, fold), plan);
}

// How likely weights learned without its report hold each example.
std::vector<double> foretell(const Judged& judged, const LogisticPlan& plan) {
  std::vector<double> likely(judged.examples.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const LinearFit fit = fit_without(judged, fold, plan);
    for (std::size_t i = 0; i < likely.size(); ++i)
      if (judged.fold[i] == fold) likely[i] = likelihood(fit, judged.examples[i]);
  }
  return likely;
}

// A claim that the report tells has candidates in sentences that do not tell it. Which do is not
// known: those are kept that look most like the telling ones of other reports.
Judged keep_telling(const Judged& judged, const std::vector<double>& likely) {
  std::map<std::string_view, double> best;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    double& most = best.try_emplace(judged.key[i], 0.0).first->second;
    most = std::max(most, likely[i]);
  }
  Judged kept;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    const bool beside = judged.examples[i].value > 0 && likely[i] < kTelling * best[judged.key[i]];
    if (beside) continue;
    kept.examples.push_back(judged.examples[i]);
    kept.fold.push_back(judged.fold[i]);
    kept.key.push_back(judged.key[i]);
  }
  return kept;
}

struct Foretold {
  double loss = 0;                   // by example, in nats
  std::size_t right = 0, wrong = 0;  // claims believed
};

Foretold judge(const Judged& judged, const std::vector<double>& likely) {
  Foretold result;
  double counts = 0;
  std::map<std::string_view, std::pair<double, bool>> claims;
  for (std::size_t i = 0; i < likely.size(); ++i) {
    const LinearExample& one = judged.examples[i];
    const double right = one.value > 0 ? likely[i] : 1 - likely[i];
    result.loss -= one.counts * std::log(std::max(right, kChanceLeast));
    counts += one.counts;
    auto& best = claims.try_emplace(judged.key[i], 0.0, one.value > 0).first->second;
    best.first = std::max(best.first, likely[i]);
  }
  for (const auto& [key, claim] : claims) {
    if (claim.first > kBelieved) ++(claim.second ? result.right : result.wrong);
  }
  result.loss /= counts;
  return result;
}

}  // namespace

Result<std::string> run_claims_command(const ClaimsCommand& command) {
  Judged judged;
  for (const std::string& file : command.gold) {
    CONCORD_TRY([[maybe_unused]] const auto read, read_judged(file, judged));
  }
  if (judged.examples.empty())
    return Error{ErrorCode::invalid_input, "nothing to learn from: the files hold no candidate"};
  judged = keep_telling(judged, foretell(judged, {}));
  LogisticPlan best;
  double least = std::numeric_limits<double>::infinity();
  for (const double penalty : kPenalties) {
    LogisticPlan plan;
    plan.penalty = penalty;
    const Foretold foretold = judge(judged, foretell(judged, plan));
    std::fprintf(stderr, "penalty %3.0f: loss %.5f, believed %zu, of them right %zu\n", penalty,
                 foretold.loss, foretold.right + foretold.wrong, foretold.right);
    if (foretold.loss < least) {
      least = foretold.loss;
      best = plan;
    }
  }
  std::fprintf(stderr, "%zu candidates; penalty %.0f chosen\n", judged.examples.size(),
               best.penalty);
  const LinearFit fit = fit_without(judged, kFolds, best);  // without none
  return print_weights(round_weights(fit.bias, fit.weights));
}

}  // namespace concord
