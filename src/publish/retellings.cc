#include "publish/retellings.h"

#include <algorithm>
#include <span>

#include "publish/words.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kShown = 12;

std::string name_with_file(const std::string& outlet, const std::string& file) {
  if (outlet.empty()) return file;
  return file.empty() ? outlet : outlet + " (" + file + ")";
}

}  // namespace

std::string retelling_verb(OriginKind kind) {
  switch (kind) {
    case OriginKind::excerpt:
      return "is an excerpt of";
    case OriginKind::rewrite:
      return "rewrites";
    case OriginKind::digest:
      return "is a digest of";
    case OriginKind::copy:
      return "copies";
    case OriginKind::own:
      break;
  }
  return "is its own account";
}

std::string retellings_page(const std::vector<Retelling>& retellings, bool passages,
                            const Style& style) {
  std::string out;
  for (const Retelling& one : std::span(retellings).first(std::min(retellings.size(), kShown))) {
    // A digest's page may name no outlet but the one that it retells.
    const std::string outlet = one.outlet == one.of_outlet ? "" : one.outlet;
    std::string line = name_with_file(outlet, one.report) + " " + retelling_verb(one.kind) + " " +
                       name_with_file(one.of_outlet, one.of);
    if (one.shared_words > 0) line += ": " + counted(one.shared_words, "word") + " shared";
    out += paragraph(line + ".", style.width, "    ", "  - ");
    if (passages && !one.passages.empty())
      out += paragraph(one_line(one.passages.front().exact), style.width, "    | ");
  }
  if (retellings.size() > kShown)
    out += "  - and " + counted(retellings.size() - kShown, "more report") + "\n";
  return out;
}

}  // namespace concord
