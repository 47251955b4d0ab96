#include "language/contractions.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 7> kEndings = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"};

bool goes_on(char c) { return (c & 0xC0) == 0x80; }

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return !goes_on(c); }));
}

// A letter of any script: no digit and no mark of ASCII.
bool ends_in_letter(std::string_view text) {
  if (text.empty()) return false;
  const char c = text.back();
  return (c >= 'a' && c <= 'z') ||
         (static_cast<unsigned char>(c) >= 0x80 && !text.ends_with("\u201D"));
}

}  // namespace

WordSizes words_by_ending(std::string_view folded) {
  const std::uint32_t all = code_points(folded);
  for (const std::string_view ending : kEndings) {
    if (!folded.ends_with(ending)) continue;
    if (!ends_in_letter(folded.substr(0, folded.size() - ending.size()))) break;
    const auto size = static_cast<std::uint32_t>(ending.size());
    return {all - size, size};
  }
  if (folded.size() > 2 && folded.ends_with("s'")) return {all - 1, 1};  // the states'
  return {all};
}

std::vector<std::string_view> cut_token(const ContractionTable& table, std::string_view token) {
  const std::string folded = lower(token);
  const auto known = table.find(folded);
  const WordSizes sizes = known == table.end() ? words_by_ending(folded) : known->second;
  if (sizes.size() < 2 || code_points(folded) != code_points(token)) return {token};
  std::vector<std::string_view> words;
  for (std::uint32_t size : sizes) {
    std::size_t end = 0;
    for (; end < token.size() && (size > 0 || goes_on(token[end])); ++end) {
      if (!goes_on(token[end])) --size;
    }
    if (end > 0) words.push_back(token.substr(0, end));
    token.remove_prefix(end);
  }
  if (!token.empty()) words.push_back(token);
  return words;
}

}  // namespace concord
