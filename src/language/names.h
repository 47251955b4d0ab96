// Which words are names of persons, organisations and places.
//
// In:       the sentences of one document: forms as the tokeniser cut them, and their tags.
// Out:      for each sentence its names, in order, none overlapping.
// How:      a linear-chain conditional random field over hashed features (name_features.h), exact
//           best path. A document is read as a whole: a name said once in full tells what its
//           parts are elsewhere (name_echo.h).
// Not here: who the names are (reading/).
// Example:  President [Bill Clinton] PER told [NATO] ORG in [Madrid] LOC
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "language/name_model.h"
#include "language/syntax.h"

namespace concord {

// Where data/ has the model (lexicon/data.h).
inline constexpr const char* kNamesModelName = "models/en/names.model";

enum class NameType : std::uint8_t { person, organisation, place };
std::string_view name_type_name(NameType type);  // PER ORG LOC
std::optional<NameType> find_name_type(std::string_view name);

struct Name {
  TokenSpan words;
  NameType type = NameType::person;
  bool operator==(const Name&) const = default;
};

// B-PER, I-PER or O: the tag of a word in IOB2.
std::string name_tag(std::span<const Name> names, std::uint32_t word);

// Labels of words: O, or first, inner, last or only word of a name of each type.
enum class NamePart : std::uint8_t { first, inner, last, only };
constexpr std::size_t label_of(NameType type, NamePart part) {
  return 1 + static_cast<std::size_t>(type) * 4 + static_cast<std::size_t>(part);
}
// Whether a word labelled `to` may follow one labelled `from`; kNameLabels stands for no word.
bool may_follow(std::size_t from, std::size_t to);
std::vector<std::uint8_t> labels_of(std::span<const Name> names, std::size_t words);
std::vector<Name> names_of(std::span<const std::uint8_t> labels);

// Const and free of hidden state: one finder serves any number of threads.
class NameFinder {
 public:
  // The bytes must outlive the finder.
  static Result<NameFinder> load(std::string_view bytes, const std::string& name);

  // Total. `syntax` has an entry for each sentence. Of a document longer than kNameDocumentWordsMax
  // each part is read as a document.
  std::vector<std::vector<Name>> find(std::span<const Forms> document,
                                      std::span<const Syntax> syntax) const;

 private:
  std::vector<std::vector<Name>> find_in_part(std::span<const Forms> document,
                                              std::span<const Syntax> syntax) const;

  NameModel model_;
};

}  // namespace concord
