// The engine: bytes in, findings out; many inputs, in order, over threads. The public face of
// Concord for programs; see engine/pipeline.cc for the passes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "claim/possible_claims.h"
#include "intake/inputs.h"
#include "intake/intake.h"
#include "lexicon/lexicon.h"
#include "reading/reading.h"
#include "report/report.h"

namespace concord {

std::string_view engine_version();

// A report read: everything found in it.
struct ReadReport {
  std::string original;  // the bytes as they came
  Report report;
  Findings findings;
};

// The passes of reading alone (for --explain and for tests).
Reading read_words(const Report& report, const Lexicon& lexicon);

// All the passes, from a Report on.
Findings read_findings(const Report& report, const Lexicon& lexicon);

// How each sentence was read, for people (claim/explain.h).
std::string explain_report(const Report& report, const Lexicon& lexicon);

// What the report may tell beside the claims that rules make (claim/candidates.h).
std::vector<PossibleClaim> possible_claims(const Report& report, const Lexicon& lexicon);

// From bytes to findings.
Result<ReadReport> read_input(Input input, const Lexicon& lexicon);

// What became of one item of the inputs.
struct Outcome {
  Item item;        // without its bytes; fate, reason and message are what they are after reading
  ReadReport read;  // of fate read
};

// Reads all items of the inputs with `threads` workers and hands the outcomes over in their order,
// from one thread. Memory is bounded: a fixed number of items is under way at once. `take` returns
// false to stop.
void read_all(Inputs& inputs, const Lexicon& lexicon, int threads,
              const std::function<bool(Outcome)>& take);

// The same as far as the reports, with no findings.
void read_reports(Inputs& inputs, const Lexicon& lexicon, int threads,
                  const std::function<bool(Outcome)>& take);

}  // namespace concord
