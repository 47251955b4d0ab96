#include "train/phrase_tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "train/files.h"

namespace concord {
namespace {

// A column of a table whose cells hold phrases of one kind.
struct Source {
  const char* file;
  std::size_t column;
  std::uint32_t kind;
};
constexpr std::array<Source, 8> kSources = {{{"world/states.tsv", 1, 0},
                                             {"world/states.tsv", 2, 0},
                                             {"world/states.tsv", 3, 1},
                                             {"world/states.tsv", 4, 2},
                                             {"world/bodies.tsv", 1, 3},
                                             {"world/bodies.tsv", 2, 3},
                                             {"world/agreements.tsv", 0, 4},
                                             {"world/agreements.tsv", 1, 4}}};

// Tables whose second column says what the first is; their kinds in turn.
struct Roles {
  const char* file;
  std::vector<std::string_view> roles;
  std::uint32_t first_kind;
};
const std::array<Roles, 3> kRoles = {
    {{"en/names.tsv", {"given", "family", "particle"}, 5},
     {"en/speakers.tsv", {"office", "title", "body", "person"}, 8},
     {"world/gazetteer.tsv",
      {"city", "region", "place", "company", "media", "institution", "force", "placeword",
       "orgword", "street", "surname", "givenname", "thing"},
      12}}};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(mark);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

class Collector {
 public:
  explicit Collector(std::string folder) : folder_(std::move(folder)) {}

  Result<Done> take(const Source& source) {
    return each_row(source.file, [&](const std::vector<std::string_view>& cells) {
      if (source.column < cells.size()) add(cells[source.column], source.kind);
    });
  }
  Result<Done> take(const Roles& table) {
    return each_row(table.file, [&](const std::vector<std::string_view>& cells) {
      if (cells.size() < 2) return;
      for (const std::string_view role : split(cells[1], ';')) {
        const auto found = std::ranges::find(table.roles, role);
        if (found == table.roles.end()) continue;
        add(cells[0], table.first_kind + static_cast<std::uint32_t>(found - table.roles.begin()));
      }
    });
  }
  PhraseTable table() const {
    PhraseTable table;
    for (const auto& [key, kinds] : kinds_) table.push_back({key, kinds});
    return table;
  }

 private:
  template <typename Take>
  Result<Done> each_row(const std::string& file, Take take) {
    CONCORD_TRY(const auto text, load_text(folder_ + "/" + file));
    bool header = true;
    for (const std::string_view line : split(text, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      if (!header) take(split(line, '\t'));
      header = false;
    }
    return Done{};
  }
  void add(std::string_view phrases, std::uint32_t kind) {
    for (const std::string_view phrase : split(phrases, ';')) {
      if (phrase.empty()) continue;
      PhraseKey key;
      key.add(lower(phrase));
      kinds_[key.key()] |= std::uint32_t{1} << kind;
    }
  }

  std::string folder_;
  std::map<std::uint64_t, std::uint32_t> kinds_;
};

}  // namespace

Result<PhraseTable> load_phrases(const std::string& folder) {
  Collector collector(folder);
  for (const Source& source : kSources) {
    CONCORD_TRY([[maybe_unused]] const auto taken, collector.take(source));
  }
  for (const Roles& roles : kRoles) {
    CONCORD_TRY([[maybe_unused]] const auto taken, collector.take(roles));
  }
  return collector.table();
}

}  // namespace concord
