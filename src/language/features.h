// What the network sees of a word: its lower-cased form, its first and last letters, its shape.
//
// In:       a form as the tokeniser cut it, and where it stands.
// Out:      the key of its word row, and rows of the table that all other features share by hash.
// Not here: the rows themselves (model.h).
// Example:  Kazakh-led, first word -> word "kazakh-led"; prefixes k ka kaz kaza; suffixes d ed led
//           -led h-led; shape Xx-x
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "language/syntax.h"

namespace concord {

// How the letters of a whole sentence are cased: a headline in capitals says nothing by capitals.
enum class SentenceCase : std::uint8_t { plain, titled, capitals, small };
SentenceCase sentence_case(std::span<const std::string_view> forms);

inline constexpr std::uint32_t kHashedRows = 16384;
inline constexpr std::size_t kFeaturesMax = 12;

struct WordFeatures {
  std::uint64_t word = 0;  // key of the lower-cased form
  std::array<std::uint32_t, kFeaturesMax> rows{};
  std::uint32_t count = 0;
};

// Lower case with quotation marks and dashes made plain. The buffer is reused between calls.
void fold_form(std::string_view form, std::string& folded);

std::uint64_t form_key(std::string_view folded);

// `folded` as fold_form gives it.
WordFeatures word_features(std::string_view form, std::string_view folded, bool first,
                           SentenceCase sentence);

}  // namespace concord
