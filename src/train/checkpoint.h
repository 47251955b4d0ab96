// A trained network's floats on disk, between training and the model file: for trying other ways of
// rounding without training again. Of this machine only, not for keeping.
#pragma once

#include <string>

#include "base/result.h"
#include "train/network.h"

namespace concord {

Result<Done> save_checkpoint(const Network& network, const std::string& path);

// `network` has the sizes that were saved, or the file is refused.
Result<Done> load_checkpoint(const std::string& path, Network& network);

}  // namespace concord
