#include "lexicon/happenings.h"

#include "lexicon/rows.h"

namespace concord {

Result<Happenings> load_happenings(const DataFiles& files) {
  Happenings happenings;
  const auto file = files.find("en/happenings.tsv");
  if (file == files.end()) {
    return Error{ErrorCode::not_found, "data/en/happenings.tsv is missing"};
  }
  CONCORD_TRY(auto rows, read_tsv("data/en/happenings.tsv", file->second, {{"words", "kind"}, {}}));
  for (const Row& row : rows) {
    happenings.phrases.add(row.text("words"), static_cast<std::uint32_t>(happenings.kinds.size()));
    happenings.kinds.push_back(row.text("kind"));
  }
  return happenings;
}

}  // namespace concord
