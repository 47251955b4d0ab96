// How far a run is, on a terminal: a bar of the bytes read, the rate, the time that is left.
// Nothing anywhere else.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "intake/inputs.h"

namespace concord {

// "[=====>    ]  45 %  1,234 reports  56/s  2 min 10 s left"
std::string progress_line(std::uint64_t done, std::uint64_t all, std::uint64_t reports,
                          double seconds);

class Progress {
 public:
  explicit Progress(const Inputs& inputs);
  void show(std::uint64_t bytes_done, std::uint64_t reports);  // at most five times a second
  void clear();                                                // before something else is said
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  bool on_ = false;
  bool shown_ = false;
  std::uint64_t all_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace concord
