// What parties do with agreements, the words before an act that change what it establishes, and the
// small words by which clauses are read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"
#include "lexicon/rows.h"
#include "report/report.h"

namespace concord {

enum class ActObject : std::uint8_t { agreement, any, none };
enum class ActRole : std::uint8_t { agent, patient, own, members };
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

// Roles of data/en/clause_words.tsv, as bits.
struct ClauseWord {
  enum Role : std::uint64_t {
    have = 1ull << 0,
    be = 1ull << 1,
    do_ = 1ull << 2,
    adverb = 1ull << 3,
    preposition = 1ull << 4,
    before = 1ull << 5,
    relative = 1ull << 6,
    subordinate = 1ull << 7,
    singular = 1ull << 8,
    plural = 1ull << 9,
    dual = 1ull << 10,
    country = 1ull << 11,
    government = 1ull << 12,
    legislature = 1ull << 13,
    list = 1ull << 14,
    none = 1ull << 15,
    owner = 1ull << 16,
    naming = 1ull << 17,
    determiner = 1ull << 18,
    count = 1ull << 19,
    coordinate = 1ull << 20,
    text = 1ull << 21,
    process = 1ull << 22,
    rank = 1ull << 23,
    club = 1ull << 24,
    demand = 1ull << 25,
    hearsay = 1ull << 26,
    untrue = 1ull << 27,
    greets = 1ull << 28,
    onlooker = 1ull << 29,
    band = 1ull << 30,
    occurs = 1ull << 31,
    complete = 1ull << 32,
    chamber = 1ull << 33,
    // From here on lists, each for one question. Whoever has only such roles is no small word.
    may = 1ull << 34,
    ought = 1ull << 35,
    informs = 1ull << 36,
    hearer = 1ull << 37,
    aside = 1ull << 38,
    circumstance = 1ull << 39,
    cause = 1ull << 40,
    union_ = 1ull << 41,
    hinges = 1ull << 42,
    late = 1ull << 43,
    decree = 1ull << 44,
    draft = 1ull << 45,
    dubs = 1ull << 46,
    further = 1ull << 47,
    parley = 1ull << 48,
    nations = 1ull << 49,
    narrows = 1ull << 50,
    other = 1ull << 51,
    purpose = 1ull << 52,
    yields = 1ull << 53,
    quotes = 1ull << 54,
    likewise = 1ull << 55,
    trailing = 1ull << 56,
    conferees = 1ull << 57,
    scheme = 1ull << 58,
    similar = 1ull << 59,
    plight = 1ull << 60,
    gathers = 1ull << 61,
    private_ = 1ull << 62,
    listed = ~((1ull << 34) - 1),
    small = ~(listed | complete),  // a small word, or one of a clause's common nouns and verbs
    content = demand | hearsay | untrue | greets | band | occurs | complete |
              listed,  // what they say is no matter of grammar
  };
  std::uint64_t roles = 0;
  std::uint32_t size = 0;
};

struct Acts {
  std::vector<Act> acts;
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
  std::vector<Proof> proofs;             // of acts
  std::vector<Proof> factuality_proofs;  // marked: the act that the row turns
};

Result<Acts> load_acts(const DataFiles& files);

}  // namespace concord
