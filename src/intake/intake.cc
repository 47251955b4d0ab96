#include "intake/intake.h"

#include <fstream>
#include <iterator>

#include "base/digest.h"
#include "text/utf8.h"

namespace concord {

std::vector<Result<std::string>> list_inputs(const std::vector<std::string>& paths) {
  return {paths.begin(), paths.end()};
}

Result<Input> load_input(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, path + ": no such file"};
  return Input{path, std::string(std::istreambuf_iterator<char>(in), {})};
}

Result<Report> read_text(Input input, const Lexicon&) {
  Report report;
  report.path = input.path;
  report.digest = sha256(input.bytes);
  CONCORD_TRY(report.text, trusted_utf8(std::move(input.bytes)));
  const auto size = static_cast<std::uint32_t>(report.text.size());
  for (std::uint32_t at = 0; at < size;) {
    auto end = static_cast<std::uint32_t>(std::min<std::size_t>(report.text.find('\n', at), size));
    if (end > at) report.blocks.push_back({BlockKind::paragraph, {at, end}});
    at = end + 1;
  }
  return report;
}

}  // namespace concord
