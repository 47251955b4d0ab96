#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "cli/commands.h"

namespace concord {

void say(const std::string& text) { std::fputs(("concord: " + text + "\n").c_str(), stderr); }

int print(const std::string& text) {
  const bool whole =
      std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!whole) say("standard output cannot be written (disk full, or closed?)");
  return whole ? ok : failure;
}

int fail(const Error& error, int code) {
  say(error.message);
  return code;
}

bool talks_to_a_person() { return isatty(STDERR_FILENO) != 0; }

Style style_of_terminal() {
  constexpr std::size_t kNarrowest = 40, kWidest = 160;
  Style style;
  const bool terminal = isatty(STDOUT_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  style.color = terminal && (no_color == nullptr || *no_color == '\0');
  std::size_t width = style.width;
  winsize size{};
  if (terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && std::atoi(columns) > 0)
    width = static_cast<std::size_t>(std::atoi(columns));
  style.width = std::clamp(width, kNarrowest, kWidest);
  return style;
}

}  // namespace concord
