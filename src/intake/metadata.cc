#include "intake/metadata.h"

namespace concord {

Metadata read_metadata(const Document& page, const PageHints&, const Lexicon&) {
  Metadata metadata;
  if (const NodeId title = page.first(Tag::title); title != kNoNode) {
    metadata.title = page.text(title);
  }
  return metadata;
}

}  // namespace concord
