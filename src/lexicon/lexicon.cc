#include "lexicon/lexicon.h"

#include "base/digest.h"
#include "language/model_head.h"

namespace concord {

Result<Lexicon> load_lexicon(const DataFiles& files) {
  Lexicon lexicon;
  CONCORD_TRY(lexicon.world, load_world(files));
  CONCORD_TRY(lexicon.acts, load_acts(files));
  const std::string model = "models/en/syntax.model";
  CONCORD_TRY(const auto syntax, file_of(files, model));
  CONCORD_TRY(auto parser, Parser::load(syntax, "data/" + model));
  lexicon.parser = std::make_shared<const Parser>(std::move(parser));
  CONCORD_TRY(lexicon.veridicality, load_veridicality(files));
  CONCORD_TRY(const auto weights, file_of(files, kFactualityModelName));
  CONCORD_TRY(lexicon.factuality,
              load_weights(weights, std::string("data/") + kFactualityModelName));
  CONCORD_TRY(const auto claims, file_of(files, kClaimsModelName));
  CONCORD_TRY(lexicon.likely_claims, load_weights(claims, std::string("data/") + kClaimsModelName));
  CONCORD_TRY(lexicon.speech, load_speech(files));
  CONCORD_TRY(lexicon.leaders, load_leaders(files, lexicon.world, lexicon.speech));
  CONCORD_TRY(lexicon.time_words, load_time_words(files));
  CONCORD_TRY(lexicon.happenings, load_happenings(files));
  lexicon.vocabulary = gather_vocabulary(lexicon.world, lexicon.acts, lexicon.speech,
                                         lexicon.time_words, lexicon.happenings);
  CONCORD_TRY(lexicon.page_words, load_page_words(files));
  CONCORD_TRY(lexicon.web, load_web_words(files));
  CONCORD_TRY(lexicon.page_parts, load_page_parts(files));
  CONCORD_TRY(lexicon.page_phrases, load_page_phrases(files));
  std::string all;
  for (const auto& [name, text] : files) {
    // A model's head holds the digest of the rest, which is checked where the model is loaded.
    const bool is_model = name.ends_with(".model");
    all.append(name).append("\n").append(text.substr(0, is_model ? kModelHeadBytes : text.size()));
    all.append("\n");
  }
  lexicon.fingerprint = sha256(all);
  return lexicon;
}

}  // namespace concord
