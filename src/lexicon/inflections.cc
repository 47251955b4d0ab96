#include "lexicon/inflections.h"

#include "lexicon/rows.h"

namespace concord {
namespace {

constexpr const char* kFile = "en/inflections.tsv";

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// A base form with what its ending tells of the spelling of its other forms.
struct Spelling {
  explicit Spelling(const std::string& base)
      : verb(base),
        y(base.ends_with('y') && base.size() > 1 && !is_vowel(base[base.size() - 2])),
        e(base.ends_with('e') && !base.ends_with("ye")),
        sibilant(base.ends_with('s') || base.ends_with("sh") || base.ends_with("ch") ||
                 base.ends_with('x')) {}

  std::string but_last() const { return verb.substr(0, verb.size() - 1); }
  std::string present() const { return y ? but_last() + "ies" : verb + (sibilant ? "es" : "s"); }
  std::string past() const { return y ? but_last() + "ied" : (e ? but_last() : verb) + "ed"; }
  std::string gerund() const {
    return (e && !verb.ends_with("ee") ? but_last() : verb) + "ing";  // "agreeing"
  }

  const std::string& verb;
  bool y;
  bool e;
  bool sibilant;
};

}  // namespace

std::vector<std::pair<std::string, ActForm>> Inflections::of(const std::string& base) const {
  const std::size_t space = base.find(' ');
  const std::string verb = base.substr(0, space);
  const std::string rest = space == std::string::npos ? "" : base.substr(space);
  const auto found = missed_.find(verb);
  const Missed known = found == missed_.end() ? Missed{} : found->second;
  const Spelling rule(verb);
  const auto or_rule = [](const std::string& known_form, const std::string& by_rule) {
    return known_form.empty() ? by_rule : known_form;
  };
  std::vector<std::pair<std::string, ActForm>> forms = {
      {base, ActForm::base},
      {or_rule(known.present, rule.present()) + rest, ActForm::present},
      {or_rule(known.past, rule.past()) + rest, ActForm::past},
      {or_rule(known.gerund, rule.gerund()) + rest, ActForm::gerund}};
  if (!known.participle.empty()) forms.emplace_back(known.participle + rest, ActForm::past);
  return forms;
}

Result<Inflections> load_inflections(const DataFiles& files) {
  CONCORD_TRY(auto rows,
              read_tsv(files, kFile, {{"base", "past"}, {"participle", "gerund", "present"}}));
  Inflections inflections;
  for (const Row& row : rows) {
    const auto [at, fresh] = inflections.missed_.try_emplace(
        row.text("base"), Inflections::Missed{row.text("past"), row.text("participle"),
                                              row.text("gerund"), row.text("present")});
    if (!fresh)
      return Error{ErrorCode::invalid_input,
                   row.where() + ": '" + at->first + "' is there already"};
  }
  return inflections;
}

}  // namespace concord
