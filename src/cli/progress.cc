#include "cli/progress.h"

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"

namespace concord {
namespace {

constexpr std::uint64_t kBytesWorthABar = 1u << 20;
constexpr std::size_t kFilesWorthABar = 200;

std::string time_words(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole >= 3600) {
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
  }
  if (whole >= 60) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole) + " s";
}

}  // namespace

std::string progress_line(std::uint64_t done, std::uint64_t all, std::uint64_t reports,
                          double seconds) {
  constexpr std::size_t kBar = 24;
  std::string line;
  const double share =
      all > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(all)) : 0;
  if (all > 0) {
    const auto full = static_cast<std::size_t>(share * kBar);
    line = "[" + std::string(full, '=') + std::string(full < kBar ? 1 : 0, '>') +
           std::string(full < kBar ? kBar - full - 1 : 0, ' ') + "] " +
           std::to_string(static_cast<int>(share * 100)) + " %  ";
  }
  line += std::to_string(reports) + (reports == 1 ? " report" : " reports");
  if (seconds <= 0) return line;
  line += "  " +
          std::to_string(static_cast<std::uint64_t>(static_cast<double>(reports) / seconds)) + "/s";
  if (share > 0.01) line += "  " + time_words(seconds / share * (1 - share)) + " left";
  return line;
}

Progress::Progress(const Inputs& inputs) {
  if (!talks_to_a_person()) return;
  all_ = inputs.bytes_all();
  on_ = all_ > kBytesWorthABar || inputs.files() > kFilesWorthABar;
}

void Progress::show(std::uint64_t bytes_done, std::uint64_t reports) {
  const auto now = Clock::now();
  if (!on_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line = progress_line(bytes_done, all_, reports, seconds);
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

void Progress::finish() { clear(); }

}  // namespace concord
