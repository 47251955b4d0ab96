#include "train/name_chain.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace concord {
namespace {

constexpr std::size_t kNone = kNameLabels;
using Row = std::array<float, kNameLabels>;

// Makes the row's sum 1, so that long sentences neither overflow nor vanish.
void even_out(Row& row) {
  float sum = 0;
  for (const float value : row) sum += value;
  const float factor = 1.f / std::max(sum, 1e-30f);
  for (float& value : row) value *= factor;
}

}  // namespace

float plain_exp(float x) {
  x = std::min(std::max(x, -80.f), 80.f);
  const float whole = std::floor(x * 1.44269504f + 0.5f);
  const float r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
  const float power =
      1.f + r * (1.f + r * (0.5f + r * (0.16666667f + r * (0.041666668f + r * 0.008333334f))));
  const auto bits = static_cast<std::uint32_t>(static_cast<std::int32_t>(whole) + 127) << 23;
  return power * std::bit_cast<float>(bits);
}

void chain_slopes(std::span<const float> scores, const Follows& follows,
                  std::span<const std::uint8_t> right, ChainSlopes& slopes) {
  const std::size_t words = right.size();
  Follows step{};
  for (std::size_t from = 0; from < kLabelStates; ++from) {
    for (std::size_t to = 0; to < kLabelStates; ++to) {
      const bool may = may_follow(from, to);
      step[from * kLabelStates + to] = may ? plain_exp(follows[from * kLabelStates + to]) : 0.f;
    }
  }
  std::vector<Row> own(words), ahead(words), behind(words);
  for (std::size_t i = 0; i < words; ++i) {
    const float* row = &scores[i * kNameLabels];
    const float top = *std::max_element(row, row + kNameLabels);
    for (std::size_t j = 0; j < kNameLabels; ++j) own[i][j] = plain_exp(row[j] - top);
  }
  for (std::size_t j = 0; j < kNameLabels; ++j) {
    ahead[0][j] = own[0][j] * step[kNone * kLabelStates + j];
    behind[words - 1][j] = step[j * kLabelStates + kNone];
  }
  even_out(ahead[0]);
  for (std::size_t i = 1; i < words; ++i) {
    Row& now = ahead[i];
    now.fill(0);
    for (std::size_t from = 0; from < kNameLabels; ++from) {
      for (std::size_t to = 0; to < kNameLabels; ++to) {
        now[to] += ahead[i - 1][from] * step[from * kLabelStates + to];
      }
    }
    for (std::size_t to = 0; to < kNameLabels; ++to) now[to] *= own[i][to];
    even_out(now);
  }
  for (std::size_t i = words - 1; i-- > 0;) {
    for (std::size_t from = 0; from < kNameLabels; ++from) {
      float sum = 0;
      for (std::size_t to = 0; to < kNameLabels; ++to) {
        sum += step[from * kLabelStates + to] * own[i + 1][to] * behind[i + 1][to];
      }
      behind[i][from] = sum;
    }
    even_out(behind[i]);
  }
  slopes.labels.assign(words * kNameLabels, 0);
  slopes.follows.fill(0);
  for (std::size_t i = 0; i < words; ++i) {
    Row share{};
    for (std::size_t j = 0; j < kNameLabels; ++j) share[j] = ahead[i][j] * behind[i][j];
    even_out(share);
    for (std::size_t j = 0; j < kNameLabels; ++j) slopes.labels[i * kNameLabels + j] = share[j];
    slopes.labels[i * kNameLabels + right[i]] -= 1;
    if (i == 0) {
      for (std::size_t j = 0; j < kNameLabels; ++j) {
        slopes.follows[kNone * kLabelStates + j] += share[j];
      }
      slopes.follows[kNone * kLabelStates + right[0]] -= 1;
    }
    if (i + 1 == words) {
      for (std::size_t j = 0; j < kNameLabels; ++j) {
        slopes.follows[j * kLabelStates + kNone] += share[j];
      }
      slopes.follows[right[i] * kLabelStates + kNone] -= 1;
      break;
    }
    float sum = 0;
    std::array<float, kNameLabels * kNameLabels> pairs{};
    for (std::size_t from = 0; from < kNameLabels; ++from) {
      for (std::size_t to = 0; to < kNameLabels; ++to) {
        const float pair =
            ahead[i][from] * step[from * kLabelStates + to] * own[i + 1][to] * behind[i + 1][to];
        pairs[from * kNameLabels + to] = pair;
        sum += pair;
      }
    }
    const float factor = 1.f / std::max(sum, 1e-30f);
    for (std::size_t from = 0; from < kNameLabels; ++from) {
      for (std::size_t to = 0; to < kNameLabels; ++to) {
        slopes.follows[from * kLabelStates + to] += pairs[from * kNameLabels + to] * factor;
      }
    }
    slopes.follows[right[i] * kLabelStates + right[i + 1]] -= 1;
  }
}

}  // namespace concord
