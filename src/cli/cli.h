// The command line: one file a command, exit codes in one place.
#pragma once

namespace concord {

// Runs `concord ARGUMENTS` and returns its exit code: 0 ok, 1 failure, 2 usage, 3 nothing matched,
// 4 some input refused, 5 evidence check failed.
int run(int argc, char** argv);

}  // namespace concord
