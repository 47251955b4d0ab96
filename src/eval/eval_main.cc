// concord-eval KIND GOLD: runs the engine over a gold file and prints what it predicts, in the
// format of that kind's scorer. A kind is a line of the table.
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "eval/eval_candidates.h"
#include "lexicon/data.h"
#include "lexicon/lexicon.h"

namespace concord {
namespace {

struct Kind {
  std::string_view name;
  std::string_view what;
  Result<std::string> (*evaluate)(const std::string& gold, const Lexicon& lexicon);
};

constexpr std::array kKinds = {
    Kind{"candidates", "candidates for the arguments of acts, JSON Lines", evaluate_candidates},
};

int usage() {
  std::fprintf(stderr, "usage: concord-eval KIND GOLD    (a file or a folder, .gz too)\n");
  for (const Kind& kind : kKinds)
    std::fprintf(stderr, "  %-10s %s\n", kind.name.data(), kind.what.data());
  return 2;
}

int evaluate(const std::string& name, const std::string& gold) {
  const auto kind = std::ranges::find(kKinds, name, &Kind::name);
  if (kind == kKinds.end()) return usage();
  const auto lexicon = load_lexicon(built_in_data());
  if (!lexicon) {
    std::fprintf(stderr, "concord-eval: %s\n", lexicon.error().message.c_str());
    return 1;
  }
  const auto predicted = kind->evaluate(gold, *lexicon);
  if (!predicted) {
    std::fprintf(stderr, "concord-eval: %s\n", predicted.error().message.c_str());
    return 1;
  }
  std::fwrite(predicted->data(), 1, predicted->size(), stdout);
  return 0;
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) {
  return argc == 3 ? concord::evaluate(argv[1], argv[2]) : concord::usage();
}
