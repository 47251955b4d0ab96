#include "lexicon/cues.h"

#include <cmath>
#include <cstdlib>

#include "lexicon/rows.h"

namespace concord {

Result<CueWeights> load_cue_weights(const DataFiles& files) {
  const std::string name = "models/en/attachment.tsv";
  const auto file = files.find(name);
  if (file == files.end()) return Error{ErrorCode::not_found, "data/" + name + " is missing"};
  CONCORD_TRY(auto rows, read_tsv("data/" + name, file->second, {{"cue", "weight"}, {}}));
  CueWeights cues;
  for (const Row& row : rows) {
    const std::string& text = row.text("weight");
    char* end = nullptr;
    const double weight = std::strtod(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0' || !std::isfinite(weight))
      return Error{ErrorCode::invalid_input, row.where() + ": '" + text + "' is no number"};
    cues.weights[cue_key({row.text("cue")})] = weight;
  }
  return cues;
}

}  // namespace concord
