#include "story/words.h"

#include <charconv>
#include <map>

#include "lexicon/rows.h"
#include "story/tokens.h"

namespace concord {
namespace {

Result<std::vector<Row>> rows_of(const DataFiles& files, const std::string& name,
                                 const Columns& columns) {
  const auto file = files.find(name);
  if (file == files.end()) return Error{ErrorCode::not_found, "data/" + name + " is missing"};
  return read_tsv(name, file->second, columns);
}

Result<int> number_in(const Row& row, const std::string& column, int most) {
  const std::string& text = row.text(column);
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number < 0 || number > most)
    return Error{ErrorCode::invalid_input,
                 row.where() + ": '" + text + "' is no number up to " + std::to_string(most)};
  return number;
}

Result<Done> load_credits(const DataFiles& files, StoryWords& words) {
  CONCORD_TRY(const auto rows, rows_of(files, "en/credits.tsv", {{"words", "role"}, {"name"}}));
  const std::map<std::string, PhraseMap*> roles = {{"credit", &words.credits},
                                                   {"caption", &words.captions},
                                                   {"cite", &words.cites},
                                                   {"reported", &words.reported},
                                                   {"statement", &words.statements}};
  for (const Row& row : rows) {
    const std::string& role = row.text("role");
    if ((role == "agency") != row.has("name"))
      return Error{ErrorCode::invalid_input, row.where() + ": an agency, and no other, has a name"};
    if (role == "agency") {
      words.agency_words.push_back(row.text("words"));
      words.agency_names.push_back(row.text("name"));
    } else if (const auto phrases = roles.find(role); phrases != roles.end()) {
      phrases->second->add(row.text("words"), 0);
    } else {
      return Error{ErrorCode::invalid_input, row.where() + ": no such role '" + role + "'"};
    }
  }
  return Done{};
}

}  // namespace

Result<StoryWords> load_story_words(const DataFiles& files) {
  StoryWords words;
  CONCORD_TRY(const auto common,
              rows_of(files, "en/common_words.tsv", {{"word", "per_mille"}, {}}));
  for (const Row& row : common) {
    CONCORD_TRY(const int share, number_in(row, "per_mille", 1000));
    words.known[stem_of(row.text("word"))].share = static_cast<float>(share) / 1000.0f;
  }
  CONCORD_TRY(const auto times, rows_of(files, "en/times.tsv", {{"word", "role"}, {"value"}}));
  for (const Row& row : times) {
    const std::string& role = row.text("role");
    if (role != "month" && role != "weekday") continue;
    CONCORD_TRY(const int value, number_in(row, "value", 12));
    StoryWord& word = words.known[stem_of(row.text("word"))];
    (role == "month" ? word.month : word.weekday) = static_cast<std::uint8_t>(value);
  }
  CONCORD_TRY([[maybe_unused]] auto loaded, load_credits(files, words));
  return words;
}

const StoryWords& built_in_story_words() {
  static const StoryWords words = [] {
    auto loaded = load_story_words(built_in_data());
    CONCORD_CHECK(loaded.has_value());
    return *std::move(loaded);
  }();
  return words;
}

}  // namespace concord
