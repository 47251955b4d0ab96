// One batch of sentences through the network. The parser's inside.
#pragma once

#include <span>
#include <vector>

#include "language/kernels.h"
#include "language/model.h"
#include "language/packing.h"
#include "language/syntax.h"

namespace concord {

// A sentence of the batch and where its syntax goes.
struct DecoderJob {
  std::span<const std::string_view> forms;
  std::span<SyntaxWord> words;  // as many
  bool starts = true;           // false for the later pieces of a long sentence
};

// Longest first; none empty.
void decode(const SyntaxModel& model, const Kernels& kernels, std::span<const DecoderJob> jobs,
            bool lemmas);

}  // namespace concord
