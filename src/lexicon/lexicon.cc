#include "lexicon/lexicon.h"

#include "base/digest.h"

namespace concord {

Result<Lexicon> load_lexicon(const DataFiles& files) {
  Lexicon lexicon;
  CONCORD_TRY(lexicon.world, load_world(files));
  CONCORD_TRY(lexicon.acts, load_acts(files));
  const std::string model = "models/en/syntax.model";
  const auto syntax = files.find(model);
  if (syntax == files.end()) return Error{ErrorCode::not_found, "data/" + model + " is missing"};
  CONCORD_TRY(auto parser, Parser::load(syntax->second, "data/" + model));
  lexicon.parser = std::make_shared<const Parser>(std::move(parser));
  CONCORD_TRY(lexicon.speech, load_speech(files));
  CONCORD_TRY(lexicon.time_words, load_time_words(files));
  CONCORD_TRY(lexicon.happenings, load_happenings(files));
  CONCORD_TRY(lexicon.page_words, load_page_words(files));
  std::string all;
  for (const auto& [name, text] : files) all.append(name).append("\n").append(text).append("\n");
  lexicon.fingerprint = sha256(all);
  return lexicon;
}

}  // namespace concord
