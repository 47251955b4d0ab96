#include "record/words.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

struct Words {
  const char* standing;
  const char* denied;
  const char* step;
  const char* ahead;
  const char* agreement;
  const char* cell;
};

// One row a stage, in the order of the ladder.
constexpr std::array<Words, 14> kWords = {{
    {"is considering it", "is not considering it", "considered it", "considers it",
     "was considered", "considering"},
    {"sets a condition", "sets no condition", "set a condition", "sets a condition",
     "was made conditional", "on a condition"},
    {"is still negotiating", "is not negotiating", "was in talks", "holds talks",
     "was in negotiation", "in talks"},
    {"is going to join", "is not going to join", "was announced to be joining", "is to announce it",
     "was announced", "announced"},
    {"has agreed", "has not agreed", "was agreed on", "is to agree", "was agreed", "agreed"},
    {"has signed", "has not signed", "signed", "signs", "was signed", "signed"},
    {"has ratified", "has not ratified", "ratified", "ratifies", "was ratified", "ratified"},
    {"has joined", "has not joined", "joined", "joins", "took effect", "joined"},
    {"has suspended it", "has not suspended it", "suspended its part", "suspends its part",
     "was suspended", "suspended"},
    {"is leaving", "is not leaving", "was announced to be leaving", "is to give notice",
     "was given notice", "leaving"},
    {"has left", "has not left", "left", "leaves", "was left", "left"},
    {"has refused", "has not refused", "refused", "refuses", "was refused", "refused"},
    {"is in force", "is not in force", "entered into force", "enters into force",
     "entered into force", "in force"},
    {"has ended", "has not ended", "ended", "ends", "ended", "ended"},
}};

const Words& words_of(Stage stage) { return kWords[static_cast<std::size_t>(stage)]; }

}  // namespace

std::string standing_words(Stage stage, Polarity polarity) {
  return polarity == Polarity::denied ? words_of(stage).denied : words_of(stage).standing;
}

std::string step_words(Stage stage, bool ahead) {
  return ahead ? words_of(stage).ahead : words_of(stage).step;
}

std::string agreement_words(Stage stage, bool ahead) {
  if (!ahead) return words_of(stage).agreement;
  if (stage == Stage::in_force || stage == Stage::terminated) return words_of(stage).ahead;
  const std::string past = words_of(stage).agreement;
  return past.starts_with("was ") ? "is to be " + past.substr(4) : "is to take effect";
}

std::string cell_words(Stage stage, Polarity polarity) {
  if (polarity == Polarity::affirmed) return words_of(stage).cell;
  const bool plan = stage == Stage::announced;  // "not announced" would only say that nobody spoke
  return plan ? "not planned" : std::string("not ") + words_of(stage).cell;
}

std::string with_article(const std::string& name) {
  // Names made of common nouns take the article: "Kingdom", "Treaty"; single names do not.
  constexpr std::array<std::string_view, 22> kNouns = {
      "States",  "Kingdom",    "Emirates", "Nations",     "Islands", "Republic",
      "Union",   "Federation", "Treaty",   "Accords",     "Accord",  "Pact",
      "Charter", "Agreement",  "Protocol", "Convention",  "Compact", "League",
      "Court",   "Community",  "Statute",  "Organization"};
  constexpr std::array<std::string_view, 3> kOpenings = {"Treaty ", "Convention ", "Agreement "};
  if (name.starts_with("the ") || name.starts_with("The ")) return "the " + name.substr(4);
  const std::size_t space = name.find_last_of(' ');
  const std::string last = name.substr(space == std::string::npos ? 0 : space + 1);
  const bool noun = std::ranges::find(kNouns, last) != kNouns.end();
  const bool opens = std::ranges::any_of(
      kOpenings, [&](std::string_view opening) { return name.starts_with(opening); });
  return noun || opens || name.find(" Agreement for ") != std::string::npos ? "the " + name : name;
}

}  // namespace concord
