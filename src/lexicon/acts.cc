#include "lexicon/acts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lexicon/inflections.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 3> kObjects = {"agreement", "any", "none"};
constexpr std::array<std::string_view, 4> kRoles = {"agent", "patient", "own", "members"};
// In the order of Effect; "void" asserts nothing.
constexpr std::array<std::string_view, 12> kEffects = {"denied",  "planned",     "wanted", "talks",
                                                       "refused", "denied_plan", "done",   "voted",
                                                       "ended",   "conditional", "due",    "void"};
// In the order of ImpliedAct.
constexpr std::array<std::string_view, kImpliedActs> kImplied = {
    "roster", "membership", "application", "bond", "entry", "ratification"};
using Implied = std::array<std::optional<std::uint32_t>, kImpliedActs>;

Error bad(const Row& row, const std::string& what) {
  return Error{ErrorCode::invalid_input, row.where() + ": " + what};
}

void add_form(Acts& acts, const std::string& phrase, std::uint32_t act, ActForm form) {
  acts.phrases.add(phrase, static_cast<std::uint32_t>(acts.forms.size()));
  acts.forms.push_back({act, form});
}

// "talks|negotiations ... were|are suspended": each way to take one of the words at every place.
std::vector<std::string> ways(const std::string& phrase) {
  const std::size_t bar = phrase.find('|');
  if (bar == std::string::npos) return {phrase};
  const std::size_t before = phrase.rfind(' ', bar);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = std::min(phrase.find(' ', bar), phrase.size());
  std::vector<std::string> found;
  for (std::size_t at = begin; at <= end;) {
    const std::size_t stop = std::min(phrase.find('|', at), end);
    const std::string one = phrase.substr(0, begin) + phrase.substr(at, stop - at);
    for (std::string& way : ways(one + phrase.substr(end))) found.push_back(std::move(way));
    at = stop + 1;
  }
  return found;
}

std::vector<std::string> ways_of(const Row& row, const std::string& column) {
  std::vector<std::string> found;
  for (const std::string& phrase : row.list(column)) {
    for (std::string& way : ways(phrase)) found.push_back(std::move(way));
  }
  return found;
}

// "talks ... continue": a noun, and further on in its clause the verb that tells of it.
void add_tail(Acts& acts, const std::string& tail, std::uint32_t act) {
  const std::size_t gap = tail.find(" ... ");
  const std::string head = tail.substr(0, gap);
  const auto known = acts.tail_heads.exact(head);
  const std::uint32_t slot = known.value_or(static_cast<std::uint32_t>(acts.tails.size()));
  if (!known) {
    acts.tail_heads.add(head, slot);
    acts.tails.emplace_back();
  }
  const std::string verb = gap == std::string::npos ? "" : tail.substr(gap + 5) + " ";
  acts.tails[slot].add({{act, ActForm::noun}, verb});
}

// "become ... member" under every form of its verb.
void add_frame(Acts& acts, const Inflections& inflections, const std::string& frame,
               std::uint32_t act) {
  const std::size_t gap = frame.find(" ... ");
  const std::string verb = frame.substr(0, gap == std::string::npos ? frame.rfind(' ') : gap);
  const std::string noun =
      frame.substr(gap == std::string::npos ? frame.rfind(' ') + 1 : gap + 5) + " ";
  std::vector<std::pair<std::string, ActForm>> forms = inflections.of(verb);
  if (verb == "be" || verb.starts_with("be ")) {  // "be among ... members"
    forms.clear();
    for (const char* form : {"is", "are", "was", "were", "been", "being", "'s", "'re"}) {
      forms.emplace_back(form + verb.substr(2), ActForm::past);
      if (verb.size() > 2) forms.emplace_back(form + (" not" + verb.substr(2)), ActForm::past);
    }
    forms.emplace_back(verb, ActForm::base);
  }
  if (verb == "members at") forms = {{verb, ActForm::noun}};
  for (const auto& [form, kind] : forms) {
    const auto known = acts.frame_verbs.exact(form);
    const std::uint32_t slot = known.value_or(static_cast<std::uint32_t>(acts.frames.size()));
    if (!known) {
      acts.frame_verbs.add(form, slot);
      acts.frames.emplace_back();
    }
    acts.frames[slot].add({{act, kind}, noun});
  }
}

// Which act the code means where no words tell it.
Result<Done> imply(const Row& row, std::uint32_t number, Implied& implied) {
  for (const std::string& name : row.list("implied")) {
    const auto known = std::ranges::find(kImplied, name);
    if (known == kImplied.end()) return bad(row, "unknown implied act '" + name + "'");
    auto& slot = implied[static_cast<std::size_t>(known - kImplied.begin())];
    if (slot) return bad(row, "'" + name + "' is implied by another row too");
    slot = number;
  }
  return Done{};
}

Result<Done> add_act(const Row& row, const Inflections& inflections, Acts& acts) {
  const auto object = std::ranges::find(kObjects, row.text("object"));
  const auto role = std::ranges::find(kRoles, row.has("role") ? row.text("role") : "agent");
  const auto stage = stage_of(row.text("stage"));
  if (object == kObjects.end() || role == kRoles.end() || !stage) {
    return bad(row, "unknown object, role or stage");
  }
  const auto number = static_cast<std::uint32_t>(acts.acts.size());
  Act act;
  act.name = row.text("name");
  act.stage = *stage;
  act.mode = ratification_mode_of(row.text("mode")).value_or(RatificationMode::none);
  act.object = static_cast<ActObject>(object - kObjects.begin());
  act.role = static_cast<ActRole>(role - kRoles.begin());
  act.leaving = row.flag("leaving");
  act.denied = row.flag("denied");
  act.nominal = row.flag("nominal");
  act.sides = row.flag("sides");
  act.strict = row.flag("strict");
  act.approval = row.flag("approval");
  act.same = row.flag("same");
  act.closed = row.flag("closed");
  act.joins = row.flag("joins");
  act.makes = row.flag("makes");
  act.lasting = row.flag("lasting");
  act.opens = row.flag("opens");
  act.taken = row.flag("taken");
  act.owns = row.flag("owns");
  act.standing = row.flag("standing");
  act.state = row.flag("state");
  act.together = row.flag("together");
  act.bare = row.flag("bare");
  act.placed = row.flag("placed");
  act.behind = row.flag("behind");
  acts.acts.push_back(std::move(act));
  for (const std::string& past : ways_of(row, "past")) add_form(acts, past, number, ActForm::past);
  for (const std::string& noun : ways_of(row, "nouns")) add_form(acts, noun, number, ActForm::noun);
  for (const std::string& verb : ways_of(row, "verbs")) {
    for (const auto& [form, kind] : inflections.of(verb)) add_form(acts, form, number, kind);
  }
  for (const std::string& frame : ways_of(row, "frames"))
    add_frame(acts, inflections, frame, number);
  for (const std::string& tail : ways_of(row, "tails")) add_tail(acts, tail, number);
  CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
  acts.proofs.insert(acts.proofs.end(), proofs.begin(), proofs.end());
  return Done{};
}

Result<Done> add_factuality(const Row& row, const Inflections& inflections, Acts& acts) {
  const auto effect = std::ranges::find(kEffects, row.text("effect"));
  const auto certainty =
      row.has("certainty") ? certainty_of(row.text("certainty")) : Certainty::certain;
  if (effect == kEffects.end() || !certainty) return bad(row, "unknown effect or certainty");
  const auto number = static_cast<std::uint32_t>(acts.factuality.size());
  acts.factuality.push_back({row.text("name"), static_cast<Effect>(effect - kEffects.begin()),
                             *certainty, row.flag("ahead"), row.flag("ranked")});
  Phrases& table = row.flag("clausal")     ? acts.clausal
                   : row.flag("control")   ? acts.control
                   : row.flag("modifier")  ? acts.modifiers
                   : row.flag("predicate") ? acts.predicates
                                           : acts.turning;
  for (const std::string& phrase : ways_of(row, "phrases")) table.add(phrase, number);
  for (const std::string& verb : ways_of(row, "verbs")) {
    for (const auto& form : inflections.of(verb)) table.add(form.first, number);
  }
  CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
  acts.factuality_proofs.insert(acts.factuality_proofs.end(), proofs.begin(), proofs.end());
  return Done{};
}

// "gone  withdraw": a label, and the act that it tells of those under it.
Result<Done> add_label(const Row& row, Acts& acts) {
  const auto act_named = [&](const std::string& name) -> std::optional<std::uint32_t> {
    const auto known = std::ranges::find(acts.acts, name, &Act::name);
    if (known == acts.acts.end()) return std::nullopt;
    return static_cast<std::uint32_t>(known - acts.acts.begin());
  };
  StandingLabel label;
  label.act = act_named(row.text("act"));
  label.dated = act_named(row.text("dated"));
  const auto effect = std::ranges::find(kEffects, row.text("effect"));
  if (effect != kEffects.end()) label.effect = static_cast<Effect>(effect - kEffects.begin());
  const bool known = (label.act || row.text("act") == "told") &&
                     (label.dated || !row.has("dated")) &&
                     (effect != kEffects.end() || !row.has("effect"));
  if (!known) return bad(row, "unknown act or effect");
  acts.label_words.add(row.text("label"), static_cast<std::uint32_t>(acts.standing_labels.size()));
  acts.standing_labels.push_back(label);
  return Done{};
}

}  // namespace

void Frames::add(ActFrame frame) {
  by_first_word[frame.noun.substr(0, frame.noun.find(' '))].push_back(
      static_cast<std::uint32_t>(all.size()));
  all.push_back(std::move(frame));
}

Roles Acts::roles_of(std::string_view word) const {
  const auto found = words.find(word);
  return found == words.end() ? Roles{} : found->second.roles;
}

bool Acts::any_word(std::string_view phrase, Roles roles) const {
  for (std::size_t at = 0; at < phrase.size();) {
    const std::size_t end = std::min(phrase.find_first_of(" -", at), phrase.size());
    if (roles_of(phrase.substr(at, end - at)).any(roles)) return true;
    at = end + 1;
  }
  return false;
}

Result<Acts> load_acts(const DataFiles& files) {
  Acts acts;
  CONCORD_TRY(const Inflections inflections, load_inflections(files));
  CONCORD_TRY(
      auto rows,
      read_toml(
          files, "en/acts.toml",
          {{"act",
            {{"name", "stage", "object", "yes", "no"},
             {"verbs",    "past",   "nouns",    "frames",  "tails",  "mode",     "role",
              "leaving",  "denied", "nominal",  "sides",   "strict", "approval", "same",
              "closed",   "makes",  "joins",    "lasting", "opens",  "taken",    "owns",
              "standing", "state",  "together", "bare",    "placed", "behind",   "implied"}}}}));
  Implied implied;
  for (const Row& row : rows) {
    CONCORD_TRY([[maybe_unused]] auto said,
                imply(row, static_cast<std::uint32_t>(acts.acts.size()), implied));
    CONCORD_TRY([[maybe_unused]] auto added, add_act(row, inflections, acts));
  }
  for (std::size_t i = 0; i < kImpliedActs; ++i) {
    if (!implied[i]) {
      return Error{ErrorCode::invalid_input,
                   "data/en/acts.toml: no row is implied as '" + std::string(kImplied[i]) + "'"};
    }
    acts.implied[i] = *implied[i];
  }
  CONCORD_TRY(auto factuality, read_toml(files, "en/factuality.toml",
                                         {{"factuality",
                                           {{"name", "effect", "yes", "no"},
                                            {"phrases", "verbs", "certainty", "clausal", "control",
                                             "modifier", "predicate", "ahead", "ranked"}}}}));
  for (const Row& row : factuality) {
    CONCORD_TRY([[maybe_unused]] auto added, add_factuality(row, inflections, acts));
  }
  CONCORD_TRY(auto labels,
              read_tsv(files, "en/standing_labels.tsv", {{"label", "act"}, {"effect", "dated"}}));
  for (const Row& row : labels) {
    CONCORD_TRY([[maybe_unused]] auto added, add_label(row, acts));
  }
  CONCORD_TRY(acts.words, load_clause_words(files));
  return acts;
}

}  // namespace concord
