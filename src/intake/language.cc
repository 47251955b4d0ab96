#include "intake/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cctype>

namespace concord {
namespace {

constexpr std::size_t kBytesLookedAt = 2048;  // some 300 words: more makes it no surer

// "pt-BR" and "PT_br" are "pt"; what is no tag is "".
std::string primary(std::string_view declared) {
  std::string tag(declared.substr(0, declared.find_first_of("-_")));
  std::ranges::transform(tag, tag.begin(), [](unsigned char c) { return std::tolower(c); });
  const bool letters = std::ranges::all_of(tag, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (tag.size() == 2 || tag.size() == 3) ? tag : std::string();
}

// The library's codes of 2013 in today's form.
std::string tag_of(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "no") return "nb";
  return std::string(code);
}

}  // namespace

std::string language_of(std::string_view text, std::string_view declared) {
  std::string hint = primary(declared);
  std::size_t size = std::min(text.size(), kBytesLookedAt);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) {
    --size;
  }
  const CLD2::CLDHints hints{hint.c_str(), nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language three[3];
  int percent[3];
  double score[3];
  int bytes = 0;
  bool sure = false;
  const CLD2::Language found =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(size), true, &hints, 0, three,
                                     percent, score, nullptr, &bytes, &sure);
  if (found == CLD2::UNKNOWN_LANGUAGE || (!sure && !hint.empty())) return hint;
  return tag_of(found);
}

}  // namespace concord
