// concord-eval KIND GOLD...: runs the engine over gold files and prints predictions in the form
// that the scorer of that kind takes.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "eval/kinds.h"

namespace concord {
namespace {

int usage() {
  std::printf("concord-eval [--model FILE] KIND GOLD...\n\n");
  for (const EvalKind& kind : eval_kinds()) std::printf("  %-12s %s\n", kind.name, kind.what);
  return 2;
}

int run_eval(std::vector<std::string> arguments) {
  EvalOptions options;
  if (arguments.size() > 1 && arguments[0] == "--model") {
    options.model = arguments[1];
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.size() < 2) return usage();
  for (const EvalKind& kind : eval_kinds()) {
    if (arguments[0] != kind.name) continue;
    options.gold.assign(arguments.begin() + 1, arguments.end());
    const auto printed = kind.run(options);
    if (printed) {
      std::fwrite(printed->data(), 1, printed->size(), stdout);
      return 0;
    }
    std::fprintf(stderr, "concord-eval: %s\n", printed.error().message.c_str());
    return 1;
  }
  return usage();
}

}  // namespace
}  // namespace concord

int main(int argc, char** argv) { return concord::run_eval({argv + 1, argv + argc}); }
