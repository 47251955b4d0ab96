#include "claim/candidate_features.h"

#include <array>
#include <cstdlib>

#include "language/weights.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 10> kSizes{"0",  "1",  "2",  "4",   "8",
                                                  "16", "32", "64", "128", "more"};

// 0, 1, 2, 3 and 4, 5 to 8 ...
std::string_view size_of(long number) {
  std::size_t power = 0;
  for (long reach = 1; number > 0 && power + 1 < kSizes.size(); reach *= 2) {
    ++power;
    if (number <= reach) break;
  }
  return kSizes[power];
}

std::uint32_t row_of(std::string_view name, long number) {
  return weight_row({name, number < 0 ? "-" : "+", size_of(std::abs(number))});
}

}  // namespace

void CandidateFeatures::set_step(std::string_view stage) { step_ = weight_row({"step", stage}); }

void CandidateFeatures::add(std::string_view name) { plain_.push_back(weight_row({name})); }

void CandidateFeatures::add(std::string_view name, std::string_view value) {
  plain_.push_back(weight_row({name, value}));
}

void CandidateFeatures::count(std::string_view name, long number) {
  if (number != 0) plain_.push_back(row_of(name, number));
}

void CandidateFeatures::tell(std::string_view name) { telling_.push_back(weight_row({name})); }

void CandidateFeatures::tell(std::string_view name, std::string_view value) {
  telling_.push_back(weight_row({name, value}));
}

void CandidateFeatures::tell_count(std::string_view name, long number) {
  if (number != 0) telling_.push_back(row_of(name, number));
}

void CandidateFeatures::gate(std::string_view name, long number) {
  gates_.push_back(row_of(name, number));
}

std::vector<std::uint32_t> CandidateFeatures::rows() const {
  std::vector<std::uint32_t> rows{step_};
  const auto alone_and_by_step = [&](const std::vector<std::uint32_t>& features) {
    for (const std::uint32_t feature : features) {
      rows.push_back(feature);
      rows.push_back(weight_row_of_both(step_, feature));
    }
  };
  alone_and_by_step(plain_);
  alone_and_by_step(telling_);
  alone_and_by_step(gates_);
  for (const std::uint32_t gate : gates_) {
    for (const std::uint32_t feature : telling_) rows.push_back(weight_row_of_both(gate, feature));
  }
  return rows;
}

}  // namespace concord
