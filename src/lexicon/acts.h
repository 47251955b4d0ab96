// What parties do with agreements, and the words before an act that change what it establishes.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/clause_words.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"
#include "lexicon/rows.h"
#include "report/report.h"

namespace concord {

enum class ActObject : std::uint8_t { agreement, any, none };
enum class ActRole : std::uint8_t { agent, patient, own, members };
// The acts that are read where no words tell them, by the code that reads it so: of a list beside a
// body, of a label ("Inside: A, B"), of a bid that was accepted, of a tie, of a year with names, of
// a step that all are to take.
enum class ImpliedAct : std::uint8_t { roster, membership, application, bond, entry, ratification };
inline constexpr std::size_t kImpliedActs = 6;

enum class ActForm : std::uint8_t { base, present, past, gerund, noun };

// data/en/acts.toml, whose head explains the fields.
struct Act {
  std::string name;
  Stage stage = Stage::party;
  RatificationMode mode = RatificationMode::none;
  ActObject object = ActObject::any;
  ActRole role = ActRole::agent;
  bool leaving = false;
  bool denied = false;
  bool nominal = false;
  bool sides = false;
  bool strict = false;
  bool approval = false;
  bool same = false;
  bool closed = false;
  bool joins = false;
  bool makes = false;
  bool lasting = false;
  bool opens = false;
  bool taken = false;
  bool owns = false;
  bool standing = false;
  bool state = false;
  bool together = false;
  bool bare = false;
  bool placed = false;
  bool behind = false;
};

struct ActPhrase {
  std::uint32_t act = 0;
  ActForm form = ActForm::base;
};

inline constexpr std::uint32_t kFrameReach = 8;  // "become the bloc's first newly admitted member"

// "become ... member": the verb's form, and the noun that may follow it after a few words.
struct ActFrame {
  ActPhrase phrase;
  std::string noun;  // its words, each followed by a space
};

// The frames of one verb, or the tails of one noun. "is" has hundreds, of which the words behind it
// call up one or two.
struct Frames {
  std::vector<ActFrame> all;
  WordMap<std::vector<std::uint32_t>> by_first_word;  // numbers in all, ascending

  void add(ActFrame frame);
  std::span<const std::uint32_t> opened_by(std::string_view word) const {
    const auto found = by_first_word.find(word);
    if (found == by_first_word.end()) return {};
    return found->second;
  }
};

enum class Effect : std::uint8_t {
  denied,
  planned,
  wanted,
  talks,
  refused,
  denied_plan,
  done,
  voted,
  ended,
  conditional,
  due,
  nothing_asserted,
  nothing
};

// data/en/factuality.toml
struct FactualityRow {
  std::string name;
  Effect effect = Effect::nothing;
  Certainty certainty = Certainty::certain;
  bool ahead = false;   // voids only what lies ahead: "until it leaves", not "until it left"
  bool ranked = false;  // counts only after an ordinal: "the third country to sign"
};

// data/en/standing_labels.tsv: where those listed under a label stand.
struct StandingLabel {
  std::optional<std::uint32_t> act;    // number in Acts::acts; none: what was told before
  std::optional<std::uint32_t> dated;  // the act where a date stands with a name
  Effect effect = Effect::nothing;
};

struct Acts {
  std::vector<Act> acts;
  std::array<std::uint32_t, kImpliedActs> implied{};  // numbers in acts
  std::vector<ActPhrase> forms;
  Phrases phrases;  // value: number in forms
  std::vector<Frames> frames;
  Phrases frame_verbs;        // value: number in frames
  std::vector<Frames> tails;  // "talks | on a deal between A and B | continue"
  Phrases tail_heads;         // value: number in tails
  std::vector<FactualityRow> factuality;
  Phrases turning;     // words that end right before the act; value: number in factuality
  Phrases clausal;     // words that govern a clause ("hopes")
  Phrases control;     // words that govern actor and act ("invited Sweden to")
  Phrases modifiers;   // words that describe a noun for parties ("former members")
  Phrases predicates;  // what is said of an act's noun ("its exit is | off the table")
  WordMap<ClauseWord> words;
  std::vector<StandingLabel> standing_labels;
  Phrases label_words;                   // value: number in standing_labels
  std::vector<Proof> proofs;             // of acts
  std::vector<Proof> factuality_proofs;  // marked: the act that the row turns

  // Of a word that is no token, and whether one of a name or an office has one of these roles:
  // "foreign minister" speaks for a government.
  Roles roles_of(std::string_view word) const;
  bool any_word(std::string_view phrase, Roles roles) const;
};

Result<Acts> load_acts(const DataFiles& files);

}  // namespace concord
