#include "base/memory.h"
#include "cli/cli.h"

int main(int argc, char** argv) {
  concord::keep_freed_memory();
  return concord::run(argc, argv);
}
