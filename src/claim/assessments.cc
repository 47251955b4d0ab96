#include "claim/passes.h"

namespace concord {

std::vector<Assessment> extract_assessments(const Report&, const Reading&, const Lexicon&) {
  return {};
}

}  // namespace concord
