#include "lexicon/acts.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

constexpr std::array<std::string_view, 4> kObjects = {"agreement", "any", "none", "own"};
constexpr std::array<std::string_view, 8> kEffects = {
    "denied", "planned", "wanted", "talks", "refused", "condition", "denied_plan", "void"};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

void add_form(Acts& acts, const std::string& phrase, std::uint32_t act, ActForm form) {
  acts.phrases.add(phrase, static_cast<std::uint32_t>(acts.forms.size()));
  acts.forms.push_back({act, form});
}

Result<Done> add_act(const Row& row, Acts& acts) {
  const auto object = std::ranges::find(kObjects, row.text("object"));
  const auto stage = stage_of(row.text("stage"));
  if (object == kObjects.end() || !stage) {
    return Error{ErrorCode::invalid_input, row.where() + ": unknown object or stage"};
  }
  const auto number = static_cast<std::uint32_t>(acts.acts.size());
  acts.acts.push_back({row.text("name"), *stage,
                       ratification_mode_of(row.text("mode")).value_or(RatificationMode::none),
                       static_cast<ActObject>(object - kObjects.begin()), row.flag("leaving"),
                       row.flag("denied"), row.flag("nominal")});
  for (const std::string& past : row.list("past")) add_form(acts, past, number, ActForm::past);
  for (const std::string& noun : row.list("nouns")) add_form(acts, noun, number, ActForm::noun);
  for (const std::string& verb : row.list("verbs")) {
    for (const auto& [form, kind] : inflected(verb)) add_form(acts, form, number, kind);
  }
  CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
  acts.proofs.insert(acts.proofs.end(), proofs.begin(), proofs.end());
  return Done{};
}

}  // namespace

std::vector<std::pair<std::string, ActForm>> inflected(const std::string& base) {
  const std::size_t space = base.find(' ');
  const std::string verb = base.substr(0, space);
  const std::string rest = space == std::string::npos ? "" : base.substr(space);
  const bool y = verb.ends_with('y') && verb.size() > 1 && !is_vowel(verb[verb.size() - 2]);
  const bool e = verb.ends_with('e');
  const bool s =
      verb.ends_with('s') || verb.ends_with("sh") || verb.ends_with("ch") || verb.ends_with('x');
  const std::string stem = verb.substr(0, verb.size() - (y || e ? 1 : 0));
  return {{base, ActForm::base},
          {(y ? stem + "ies" : verb + (s ? "es" : "s")) + rest, ActForm::present},
          {(y ? stem + "ied" : stem + "ed") + rest, ActForm::past},
          {(y ? verb : stem) + "ing" + rest, ActForm::gerund}};
}

Result<Acts> load_acts(const DataFiles& files) {
  Acts acts;
  const auto act_file = files.find("en/acts.toml");
  const auto effect_file = files.find("en/factuality.tsv");
  if (act_file == files.end() || effect_file == files.end()) {
    return Error{ErrorCode::not_found, "data/en/acts.toml or data/en/factuality.tsv is missing"};
  }
  CONCORD_TRY(auto rows,
              read_toml("data/en/acts.toml", act_file->second,
                        {{"act",
                          {{"name", "stage", "object", "yes", "no"},
                           {"verbs", "past", "nouns", "mode", "leaving", "denied", "nominal"}}}}));
  for (const Row& row : rows) {
    CONCORD_TRY([[maybe_unused]] auto added, add_act(row, acts));
  }
  CONCORD_TRY(auto effects,
              read_tsv("data/en/factuality.tsv", effect_file->second, {{"phrase", "effect"}, {}}));
  for (const Row& row : effects) {
    const auto effect = std::ranges::find(kEffects, row.text("effect"));
    if (effect == kEffects.end()) {
      return Error{ErrorCode::invalid_input,
                   row.where() + ": unknown effect '" + row.text("effect") + "'"};
    }
    acts.factuality.add(row.text("phrase"), static_cast<std::uint32_t>(acts.effects.size()));
    acts.effects.push_back(static_cast<Effect>(effect - kEffects.begin()));
  }
  return acts;
}

}  // namespace concord
