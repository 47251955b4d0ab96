#include "lexicon/time_words.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace concord {
namespace {

constexpr std::array<std::string_view, kTimeSlots> kSlots = {
    "MONTH", "WEEKDAY", "COUNT", "UNIT",   "UNITS",  "SEASON", "ORD",  "FEW", "DAYPART",
    "YEAR",  "DAY",     "NUM",   "DECADE", "DOTTED", "CLOCK",  "TENS", "EACH"};
constexpr std::array<std::string_view, 21> kOps = {
    "date",   "month",   "weekday", "days",    "unit",    "counted",  "year",
    "decade", "century", "quarter", "season",  "ordinal", "slashed",  "duration",
    "vague",  "era",     "clock",   "daypart", "feast",   "repeated", "reference"};
constexpr std::array<std::string_view, 3> kAnchors = {"published", "text", "either"};
constexpr std::array<std::string_view, 5> kHints = {"none", "past", "present", "future", "length"};
constexpr std::size_t kPathsMax = 4096;  // of one pattern: optional words double them

void add_slot(TimeWords& words, const std::string& word, TimeSlot slot, int value) {
  TimeWords::Word& known = words.words[word];
  known.slots |= TimeSlots{1} << static_cast<unsigned>(slot);
  known.values[static_cast<std::size_t>(slot)] = static_cast<std::int16_t>(value);
}

std::uint16_t label_of(TimeWords& words, const std::string& part, std::uint16_t& literals) {
  const auto slot = std::ranges::find(kSlots, part);
  if (slot != kSlots.end()) return static_cast<std::uint16_t>(slot - kSlots.begin());
  TimeWords::Word& known = words.words[part];
  if (known.literal == 0) known.literal = literals++;
  return known.literal;
}

std::uint32_t step(TimeWords& words, std::uint32_t from, std::uint16_t label) {
  if (const std::uint32_t to = words.next(from, label); to != 0) return to;
  const auto fresh = static_cast<std::uint32_t>(words.nodes.size());
  words.nodes.push_back({});
  auto& edges = words.nodes[from].edges;
  edges.insert(std::ranges::upper_bound(edges, std::pair{label, fresh}), {label, fresh});
  return fresh;
}

// Lays a pattern into the trie, every choice of it: "later|earlier? this UNIT" is three paths.
Result<Done> add_pattern(TimeWords& words, const Row& row, const std::string& pattern,
                         std::uint32_t rule, std::uint16_t& literals) {
  std::vector<std::uint32_t> ends = {0};
  std::istringstream parts(pattern);
  for (std::string part; parts >> part;) {
    const bool optional = part.size() > 1 && part.back() == '?';
    if (optional) part.pop_back();
    std::vector<std::uint32_t> reached = optional ? ends : std::vector<std::uint32_t>();
    std::istringstream choices(part);
    for (std::string choice; std::getline(choices, choice, '|');) {
      const std::uint16_t label = label_of(words, choice, literals);
      for (const std::uint32_t end : ends) reached.push_back(step(words, end, label));
    }
    std::ranges::sort(reached);
    reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
    ends = std::move(reached);
    if (ends.size() > kPathsMax) {
      return Error{ErrorCode::invalid_input, row.where() + ": too many choices: " + pattern};
    }
  }
  for (const std::uint32_t end : ends) {
    std::uint32_t& owner = words.nodes[end].rule;
    if (end == 0 || (owner != 0xffffffff && owner != rule)) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": '" + pattern + "' is empty or belongs to another row too"};
    }
    owner = rule;
  }
  return Done{};
}

Result<Done> add_rule(const Row& row, TimeWords& words, std::uint16_t& literals) {
  const auto op = std::ranges::find(kOps, row.text("op"));
  const auto anchor =
      row.has("anchor") ? std::ranges::find(kAnchors, row.text("anchor")) : kAnchors.begin();
  const auto hint =
      row.has("sense") ? std::ranges::find(kHints, row.text("sense")) : kHints.begin();
  if (op == kOps.end() || anchor == kAnchors.end() || hint == kHints.end()) {
    return Error{ErrorCode::invalid_input, row.where() + ": unknown op, anchor or sense"};
  }
  const auto number = static_cast<std::uint32_t>(words.rules.size());
  words.rules.push_back({row.text("name"), static_cast<TimeOp>(op - kOps.begin()),
                         static_cast<TimeAnchor>(anchor - kAnchors.begin()),
                         std::atoi(row.text("shift").c_str()), row.has("shift"),
                         static_cast<TimeHint>(hint - kHints.begin()), row.list("cue"),
                         row.list("not_first"), row.list("not_after"), row.list("not_before")});
  for (const std::string& pattern : row.list("patterns")) {
    CONCORD_TRY([[maybe_unused]] auto added, add_pattern(words, row, pattern, number, literals));
  }
  CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
  words.proof_rules.insert(words.proof_rules.end(), proofs.size(), number);
  words.proofs.insert(words.proofs.end(), proofs.begin(), proofs.end());
  return Done{};
}

// The lists of both files: role, table of words with their numbers, slot in patterns.
struct Meaning {
  TimeWords::Table* table;
  std::optional<TimeSlot> slot;
};

Result<Done> add_word(const Row& row, const std::string& role, const std::string& word, int value,
                      const std::map<std::string, Meaning>& roles, TimeWords& words) {
  const auto known = roles.find(role);
  if (known == roles.end()) {
    return Error{ErrorCode::invalid_input, row.where() + ": unknown role '" + role + "'"};
  }
  if (known->second.table != nullptr) (*known->second.table)[word] = value;
  if (known->second.slot) add_slot(words, word, *known->second.slot, value);
  return Done{};
}

std::map<std::string, Meaning> roles_of(TimeWords& words) {
  return {{"month", {&words.months, TimeSlot::month}},
          {"weekday", {&words.weekdays, TimeSlot::weekday}},
          {"day", {&words.days, {}}},
          {"count", {&words.counts, TimeSlot::count}},
          {"ahead", {&words.ahead, {}}},
          {"vague", {&words.vague, {}}},
          {"past", {&words.past, {}}},
          {"part", {&words.parts, {}}},
          {"about", {&words.about, {}}},
          {"thing", {&words.things, {}}},
          {"deed", {&words.deeds, {}}},
          {"befalls", {&words.befalls, {}}},
          {"unit", {nullptr, TimeSlot::unit}},
          {"units", {nullptr, TimeSlot::units}},
          {"season", {nullptr, TimeSlot::season}},
          {"ordinal", {nullptr, TimeSlot::ordinal}},
          {"few", {nullptr, TimeSlot::few}},
          {"daypart", {&words.dayparts, TimeSlot::daypart}},
          {"head", {&words.heads, {}}},
          {"order", {&words.orders, {}}},
          {"premod", {&words.premods, {}}},
          {"dating", {&words.dating, {}}},
          {"modal", {&words.modals, {}}},
          {"scheduled", {&words.scheduled, {}}},
          {"prospect", {&words.prospect, {}}},
          {"noun_too", {&words.noun_too, {}}},
          {"opens_noun", {&words.opens_noun, {}}},
          {"lasting", {&words.lasting, {}}},
          {"was", {&words.was, {}}},
          {"is", {&words.is, {}}},
          {"tens", {nullptr, TimeSlot::tens}},
          {"each", {nullptr, TimeSlot::each}}};
}

// "november 11" in a list of [[words]]: a word and its number; 1 where none is given.
Result<Done> add_list(const Row& row, const std::map<std::string, Meaning>& roles,
                      TimeWords& words) {
  for (const std::string& entry : row.list("words")) {
    const std::size_t space = entry.find(' ');
    const int value = space == std::string::npos ? 1 : std::atoi(entry.c_str() + space);
    CONCORD_TRY([[maybe_unused]] auto added,
                add_word(row, row.text("role"), entry.substr(0, space), value, roles, words));
  }
  return Done{};
}

}  // namespace

Result<TimeWords> load_time_words(const DataFiles& files) {
  TimeWords words;
  const std::map<std::string, Meaning> roles = roles_of(words);
  CONCORD_TRY(auto listed, read_tsv(files, "en/times.tsv", {{"word", "role", "value"}, {}}));
  for (const Row& row : listed) {
    CONCORD_TRY([[maybe_unused]] auto added,
                add_word(row, row.text("role"), row.text("word"),
                         std::atoi(row.text("value").c_str()), roles, words));
  }
  CONCORD_TRY(
      auto rows,
      read_toml(files, "en/times.toml",
                {{"words", {{"role", "words"}, {}}},
                 {"time",
                  {{"name", "op", "patterns", "yes", "no"},
                   {"anchor", "shift", "sense", "cue", "not_first", "not_after", "not_before"}}}}));
  std::uint16_t literals = kTimeSlots;
  for (const Row& row : rows) {
    if (row.table == "words") {
      CONCORD_TRY([[maybe_unused]] auto added, add_list(row, roles, words));
    } else {
      CONCORD_TRY([[maybe_unused]] auto added, add_rule(row, words, literals));
    }
  }
  return words;
}

}  // namespace concord
