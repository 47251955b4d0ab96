// What parties do with agreements, and the words before an act that change what it establishes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "lexicon/phrases.h"
#include "lexicon/rows.h"
#include "report/report.h"

namespace concord {

enum class ActObject : std::uint8_t { agreement, any, none, own };
enum class ActForm : std::uint8_t { base, present, past, gerund, noun };

// data/en/acts.toml
struct Act {
  std::string name;
  Stage stage = Stage::party;
  RatificationMode mode = RatificationMode::none;
  ActObject object = ActObject::any;
  bool leaving = false;
  bool denied = false;   // "is not a member"
  bool nominal = false;  // its nouns assert the act: "the withdrawal from"
};

struct ActPhrase {
  std::uint32_t act = 0;
  ActForm form = ActForm::base;
};

enum class Effect : std::uint8_t {
  denied,
  planned,
  wanted,
  talks,
  refused,
  condition,
  denied_plan,
  nothing_asserted,
  nothing
};

struct Acts {
  std::vector<Act> acts;
  std::vector<ActPhrase> forms;
  Phrases phrases;  // value: number in forms
  std::vector<Effect> effects;
  Phrases factuality;  // data/en/factuality.tsv; value: number in effects
  std::vector<Proof> proofs;
};

// Past and participle, third person and gerund of a regular English verb ("ratify" -> "ratified").
std::vector<std::pair<std::string, ActForm>> inflected(const std::string& base);

Result<Acts> load_acts(const DataFiles& files);

}  // namespace concord
