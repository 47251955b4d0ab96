// Words that tell what happens beside the claims: events, relations, topics, assessments, figures.
//
// Five tables of one shape (data/en/events.toml ... figures.toml). A row gives a kind of finding
// the phrases that tell it; `op` names the method that reads its arguments (claim/events.cc ...).
// [[words]] lists are the table's small words by role ("light": held, hosted).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/acts.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"
#include "lexicon/rows.h"
#include "lexicon/vocabulary.h"

namespace concord {

// The method that reads a row's arguments; of each table the usual one where a row names none.
enum class HappeningOp : std::uint8_t {
  usual,
  host,  // events
  making,
  noun,
  pair,
  rite,
  travel,
  trip,
  vote,  // and figures
  money,
  of,
  unit,
  end,  // relations
  object,
  partner,
  post,
  tie
};

struct HappeningRow {
  std::string name;
  std::string kind;  // as printed: "call", "embassy", "energy"
  HappeningOp op = HappeningOp::usual;
};

struct HappeningForm {
  std::uint32_t row = 0;
  ActForm form = ActForm::noun;
};

struct HappeningTable {
  std::uint32_t opens = 0;  // the bit of Opens of words by which its phrases begin
  std::vector<HappeningRow> rows;
  std::vector<std::vector<HappeningForm>> forms;  // "visit": a verb and a noun
  Phrases phrases;                                // value: number in forms
  WordMap<Phrases> words;                         // by role; value 0
  Phrases all_words;                              // of all roles
  std::vector<Proof> proofs;

  // How many tokens of the role's phrase begin at token i; 0 for none.
  template <typename WordAt>
  std::uint32_t words_at(std::string_view role, WordAt&& word, std::uint32_t i,
                         std::uint32_t end) const {
    if (i >= end || !all_words.opens(word(i))) return 0;  // most words have no role
    const auto found = words.find(role);
    if (found == words.end()) return 0;
    const auto hit = found->second.longest(word, i, end);
    return hit ? hit->length : 0;
  }
};

struct Happenings {
  HappeningTable events;
  HappeningTable relations;
  HappeningTable topics;
  HappeningTable assessments;
  HappeningTable figures;
};

Result<Happenings> load_happenings(const DataFiles& files);

}  // namespace concord
