// All knowledge of words and of the world, loaded once, then read-only and shared by all threads.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "language/parser.h"
#include "language/weights.h"
#include "lexicon/acts.h"
#include "lexicon/data.h"
#include "lexicon/happenings.h"
#include "lexicon/leaders.h"
#include "lexicon/page_parts.h"
#include "lexicon/page_phrases.h"
#include "lexicon/page_words.h"
#include "lexicon/speech.h"
#include "lexicon/time_words.h"
#include "lexicon/veridicality.h"
#include "lexicon/vocabulary.h"
#include "lexicon/web_words.h"
#include "lexicon/world.h"

namespace concord {

inline constexpr const char* kFactualityModelName = "models/en/factuality.model";
inline constexpr const char* kClaimsModelName = "models/en/claims.model";

struct Lexicon {
  World world;  // states, bodies, known agreements          data/world/
  Acts acts;    // join, sign, accession, "is set to"        data/en/acts.toml ...
  std::shared_ptr<const Parser> parser;  // tags, base forms, trees        data/models/en/
  Veridicality veridicality;  // manage, refuse, may, not: did it happen?  data/en/veridicality.toml
  Weights factuality;         // the learned step after them             data/models/en/
  Weights likely_claims;      // what reports tell beside what rules read data/models/en/
  Speech speech;              // say, according to, spokesman, president   data/en/speech.toml ...
  Leaders leaders;            // Brezhnev acts for the USSR         data/world/leaders.tsv
  TimeWords time_words;       // months, weekdays, "later this month"      data/en/times.toml
  Happenings happenings;      // calls, embassies, fields, judgements      data/en/events.toml ...
  Vocabulary vocabulary;      // what the tables above know of a word
  PageWords page_words;       // bylines, share buttons, "Last Updated"    data/en/page.toml
  PageParts page_parts;       // "post-body", "related-posts"              data/web/page_parts.tsv
  PagePhrases page_phrases;  // "Read more:", "Related articles"           data/web/page_phrases.tsv
  WebWords web;              // months, bylines, outlets, property names  data/web/
  std::string fingerprint;   // SHA-256 of all data files, names and bytes in order
};

// Checks as it loads: a bad row is an Error with file and line.
Result<Lexicon> load_lexicon(const DataFiles& files);

}  // namespace concord
