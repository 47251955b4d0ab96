// What is true of a candidate, as rows of a linear model: each feature alone, each beside the step
// that it is about, and the telling ones beside what decides how far they can be trusted.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace concord {

class CandidateFeatures {
 public:
  // The step itself, beside which every other feature is seen again.
  void set_step(std::string_view stage);

  void add(std::string_view name);                          // it is so
  void add(std::string_view name, std::string_view value);  // a word
  void count(std::string_view name, long number);  // 0 is nothing; the rest by powers of two

  // The same for features that are also seen beside the gates.
  void tell(std::string_view name);
  void tell(std::string_view name, std::string_view value);
  void tell_count(std::string_view name, long number);

  // What others are seen beside, 0 too.
  void gate(std::string_view name, long number);

  std::vector<std::uint32_t> rows() const;

 private:
  std::uint32_t step_ = 0;
  std::vector<std::uint32_t> plain_;
  std::vector<std::uint32_t> telling_;
  std::vector<std::uint32_t> gates_;
};

}  // namespace concord
