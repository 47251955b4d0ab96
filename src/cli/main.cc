#include "cli/cli.h"

int main(int argc, char** argv) { return concord::run(argc, argv); }
