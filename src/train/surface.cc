#include "train/surface.h"

#include <algorithm>
#include <charconv>

namespace concord {
namespace {

std::string_view column(std::string_view line, int number) {
  for (; number > 0; --number) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return {};
    line.remove_prefix(tab + 1);
  }
  return line.substr(0, line.find('\t'));
}

bool has_feature(std::string_view features, std::string_view wanted) {
  while (!features.empty()) {
    const std::size_t end = std::min(features.find('|'), features.size());
    if (features.substr(0, end) == wanted) return true;
    features.remove_prefix(std::min(end + 1, features.size()));
  }
  return false;
}

std::size_t number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::vector<SurfaceToken> surface_tokens(const TreebankSentence& sentence) {
  std::vector<SurfaceToken> tokens;
  std::size_t range_end = 0;  // the last word of a range
  for (const std::string& line : sentence.lines) {
    const std::string_view id = column(line, 0);
    if (line[0] == '#' || id.find('.') != std::string_view::npos) continue;
    const std::string form(column(line, 1));
    const std::size_t dash = id.find('-');
    if (dash == std::string_view::npos && number(id) <= range_end) {
      tokens.back().words.push_back(form);
      continue;
    }
    tokens.push_back({form, !has_feature(column(line, 9), "SpaceAfter=No"), {}});
    if (dash == std::string_view::npos) {
      tokens.back().words.push_back(form);
    } else {
      range_end = number(id.substr(dash + 1));
    }
  }
  return tokens;
}

bool opens_paragraph(const TreebankSentence& sentence) {
  return std::ranges::any_of(sentence.lines, [](std::string_view line) {
    const auto is = [&](std::string_view comment) {
      return line == comment || line.starts_with(std::string(comment) + " ");
    };
    return is("# newpar") || is("# newdoc");
  });
}

RawText raw_text(const std::vector<TreebankSentence>& sentences) {
  RawText raw;
  bool space = false;
  for (const TreebankSentence& sentence : sentences) {
    if (opens_paragraph(sentence) && !raw.text.empty()) {
      raw.text += "\n\n";
      space = false;
    }
    for (const SurfaceToken& token : surface_tokens(sentence)) {
      if (space) raw.text += ' ';
      raw.text += token.form;
      raw.token_ends.push_back(static_cast<std::uint32_t>(raw.text.size()));
      space = token.space_after;
    }
    if (!raw.token_ends.empty()) raw.sentence_ends.push_back(raw.token_ends.back());
  }
  return raw;
}

}  // namespace concord
