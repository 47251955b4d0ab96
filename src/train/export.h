// From trained floats to the whole numbers of the model file.
//
// Each column of a matrix is scaled so that its largest weight is 127; the input rows share one
// scale, as the decoder sums them up. A given word vector is folded into its word's row, so the
// decoder knows only rows.
#pragma once

#include "language/model.h"
#include "train/examples.h"
#include "train/network.h"

namespace concord {

// `vector_words`: how many of the given vectors' words, commonest first, get a row.
SyntaxModelParts make_model(const Network& network, const Inventory& inventory,
                            const WordVectors& vectors, std::size_t vector_words,
                            LemmaTable lemmas);

}  // namespace concord
