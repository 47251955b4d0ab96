#include "language/weights.h"

#include <algorithm>
#include <cmath>

#include "language/bytes.h"
#include "language/model_head.h"

namespace concord {
namespace {

constexpr float kFloatMax = 1e4f;

bool tame(float value) { return std::fabs(value) <= kFloatMax; }

}  // namespace

std::uint32_t weight_row(std::initializer_list<std::string_view> name) {
  std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3u; };
  for (const std::string_view word : name) {
    for (const char c : word) add(static_cast<unsigned char>(c));
    add(0);
  }
  return static_cast<std::uint32_t>((hash ^ hash >> 29) % kWeightRows);
}

std::uint32_t weight_row_of_both(std::uint32_t one, std::uint32_t other) {
  const std::uint64_t hash = (std::uint64_t{one} << 32 | other) * 0x9e3779b97f4a7c15u;
  return static_cast<std::uint32_t>(hash >> 40) % kWeightRows;
}

float Weights::sum(std::span<const std::uint32_t> rows) const {
  std::int64_t all = 0;
  for (const std::uint32_t row : rows) all += weights[row];
  return bias + scale * static_cast<float>(all);
}

Weights round_weights(double bias, const std::vector<double>& weights) {
  double top = 0;
  for (const double weight : weights) top = std::max(top, std::fabs(weight));
  Weights rounded;
  rounded.bias = static_cast<float>(bias);
  rounded.scale = static_cast<float>(top / 32767);
  for (const double weight : weights) {
    rounded.weights.push_back(
        top == 0 ? std::int16_t{0} : static_cast<std::int16_t>(std::lround(weight / top * 32767)));
  }
  return rounded;
}

std::string print_weights(const Weights& weights) {
  ByteWriter body;
  body.value(static_cast<std::uint32_t>(weights.weights.size()));
  body.value(weights.bias);
  body.value(weights.scale);
  body.values(weights.weights);
  return with_head(kWeightsKind, body.take());
}

Result<Weights> load_weights(std::string_view bytes, const std::string& name) {
  CONCORD_TRY(auto content, model_content(kWeightsKind, bytes, name));
  ByteReader in(content.bytes);
  Weights weights;
  const auto rows = in.value<std::uint32_t>();
  weights.bias = in.value<float>();
  weights.scale = in.value<float>();
  weights.weights = in.values<std::int16_t>(rows);
  weights.digest = std::move(content.digest);
  const bool sound =
      in.sound() && in.at_end() && rows == kWeightRows && tame(weights.bias) && tame(weights.scale);
  if (!sound) return Error{ErrorCode::corrupt, name + ": has damaged weights"};
  return weights;
}

}  // namespace concord
