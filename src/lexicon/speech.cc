#include "lexicon/speech.h"

#include <algorithm>

#include "lexicon/inflections.h"
#include "lexicon/rows.h"

namespace concord {
namespace {

bool has_role(const Row& row, std::string_view role) {
  return std::ranges::find(row.list("role"), role) != row.list("role").end();
}

void add_verb(const Row& row, const Inflections& inflections, SayingFrame frame, bool past_only,
              Speech& speech) {
  const std::string& word = row.text("word");
  const bool denies = has_role(row, "denies");
  const bool out = has_role(row, "out");
  const auto add = [&](const std::string& form, ActForm kind) {
    if (!past_only || kind == ActForm::past) speech.verbs[form] = {frame, kind, denies, out};
  };
  for (const auto& [form, kind] : inflections.of(word)) {
    const bool spelled = (kind == ActForm::past && row.has("past")) ||
                         (kind == ActForm::gerund && row.has("gerund"));
    if (!spelled) add(form, kind);
  }
  for (const std::string& form : row.list("past")) add(form, ActForm::past);
  for (const std::string& form : row.list("gerund")) add(form, ActForm::gerund);
}

Result<Done> load_saying(const DataFiles& files, Speech& speech) {
  CONCORD_TRY(const Inflections inflections, load_inflections(files));
  CONCORD_TRY(auto rows, read_tsv(files, "en/saying.tsv", {{"word", "role"}, {"past", "gerund"}}));
  for (const Row& row : rows) {
    if (has_role(row, "voices")) add_verb(row, inflections, SayingFrame::voices, false, speech);
    if (has_role(row, "frames")) add_verb(row, inflections, SayingFrame::frames, false, speech);
    if (has_role(row, "holds")) add_verb(row, inflections, SayingFrame::holds, false, speech);
    if (has_role(row, "past")) add_verb(row, inflections, SayingFrame::says, true, speech);
    if (has_role(row, "says")) add_verb(row, inflections, SayingFrame::says, false, speech);
    const std::string& word = row.text("word");
    const bool noun = has_role(row, "noun");
    if (noun) speech.nouns.insert(word);
    if (has_role(row, "view")) speech.views.insert(word);
    if (has_role(row, "own_view")) speech.own_views.insert(word);
    if (noun || has_role(row, "reply")) speech.replies.insert(word);
    if (noun || has_role(row, "own_reply")) speech.own_replies.insert(word);
    if (noun || has_role(row, "opener")) speech.openers.insert(word);
  }
  return Done{};
}

Result<Done> load_speakers(const DataFiles& files, Speech& speech) {
  CONCORD_TRY(auto rows, read_tsv(files, "en/speakers.tsv", {{"word", "role"}, {"gender"}}));
  for (const Row& row : rows) {
    SpeakerWord word;
    word.office = has_role(row, "office");
    word.person = has_role(row, "person");
    word.body = has_role(row, "body");
    word.title = has_role(row, "title");
    word.voice = has_role(row, "voice");
    word.qualifier = has_role(row, "qualifier");
    word.plural = has_role(row, "plural");
    word.rules = has_role(row, "rules");
    if (row.has("gender")) word.gender = row.text("gender")[0];
    speech.speakers[row.text("word")] = word;
  }
  return Done{};
}

Result<Done> load_names(const DataFiles& files, Speech& speech) {
  CONCORD_TRY(auto rows, read_tsv(files, "en/names.tsv", {{"word", "role"}, {"gender"}}));
  for (const Row& row : rows) {
    NameWord word;
    word.given = has_role(row, "given");
    word.family = has_role(row, "family");
    word.particle = has_role(row, "particle");
    if (row.has("gender")) word.gender = row.text("gender")[0];
    speech.names[row.text("word")] = word;
  }
  return Done{};
}

}  // namespace

SpeakerWord Speech::speaker(std::string_view word) const {
  if (const auto found = speakers.find(word); found != speakers.end()) return found->second;
  if (word.size() < 4 || !word.ends_with('s')) return {};
  std::string singular(word.substr(0, word.size() - 1));
  auto found = speakers.find(singular);
  if (found == speakers.end() && word.ends_with("ies")) {
    singular.replace(singular.size() - 2, 2, "y");
    found = speakers.find(singular);
  }
  if (found == speakers.end() && word.ends_with("es")) {
    singular = word.substr(0, word.size() - 2);
    found = speakers.find(singular);
  }
  if (found == speakers.end()) return {};
  SpeakerWord plural = found->second;
  plural.plural = true;
  plural.gender = 0;
  return plural;
}

Result<Speech> load_speech(const DataFiles& files) {
  Speech speech;
  CONCORD_TRY(auto rows, read_tsv(files, "en/sentences.tsv", {{"word", "role"}, {}}));
  for (const Row& row : rows) {
    auto& set = row.text("role") == "abbreviation" ? speech.abbreviations : speech.sentence_openers;
    set.insert(row.text("word"));
  }
  CONCORD_TRY([[maybe_unused]] auto saying, load_saying(files, speech));
  CONCORD_TRY([[maybe_unused]] auto speakers, load_speakers(files, speech));
  CONCORD_TRY([[maybe_unused]] auto names, load_names(files, speech));
  return speech;
}

}  // namespace concord
