#include "train/factuality_gold.h"

#include <nlohmann/json.hpp>

namespace concord {
namespace {

using Json = nlohmann::json;

bool fill(const Json& json, FactualityGold& gold) {
  if (!json.is_object() || !json.contains("id") || !json.contains("tokens") ||
      !json["tokens"].is_array() || !json.contains("predicates") || !json["predicates"].is_array())
    return false;
  gold.id = json["id"].is_string() ? json["id"].get<std::string>() : json["id"].dump();
  for (const Json& token : json["tokens"]) {
    if (!token.is_string()) return false;
    gold.tokens.push_back(token.get<std::string>());
  }
  for (const Json& one : json["predicates"]) {
    if (!one.is_object() || !one.contains("index") || !one["index"].is_number_unsigned())
      return false;
    if (one.contains("score") && !one["score"].is_number()) return false;
    const auto index = one["index"].get<std::uint64_t>();
    if (index >= gold.tokens.size()) return false;
    gold.predicates.push_back({static_cast<std::uint32_t>(index), one.value("score", 0.0)});
  }
  return true;
}

}  // namespace

Result<std::vector<FactualityGold>> read_factuality(const std::string& text,
                                                    const std::string& name) {
  std::vector<FactualityGold> all;
  int number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    FactualityGold gold;
    if (!fill(Json::parse(line, nullptr, false), gold)) {
      return Error{ErrorCode::invalid_input,
                   name + ":" + std::to_string(number) +
                       ": an object with id, tokens and predicates {index, score} is wanted"};
    }
    all.push_back(std::move(gold));
  }
  return all;
}

}  // namespace concord
