// From trained floats to the whole numbers of the model file.
//
// Each column of a matrix is scaled so that its largest weight is 127; the input rows share one
// scale, as the decoder sums them up.
#pragma once

#include "language/model.h"
#include "train/examples.h"
#include "train/network.h"

namespace concord {

SyntaxModelParts make_model(const Network& network, const Inventory& inventory, LemmaTable lemmas);

}  // namespace concord
