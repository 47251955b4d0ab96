#include "language/addresses.h"

#include <algorithm>
#include <array>

namespace concord {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool in_mail_name(char c) {
  return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}
bool in_link(char c) {
  return c > ' ' && c != '<' && c != '>' && c != '"' && c != '(' && c != ')' && c != '[' &&
         c != ']' && static_cast<unsigned char>(c) < 0x80;
}
bool ends_no_link(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '\'' ||
         c == '*';
}

// The mail address around the "@" at `at`, or an empty span: name@host.end
Span mail_around(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && in_mail_name(text[begin - 1])) --begin;
  while (begin < at && !is_letter_or_digit(text[begin])) ++begin;
  std::uint32_t end = at + 1;
  while (end < text.size() &&
         (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-'))
    ++end;
  while (end > at + 1 && !is_letter_or_digit(text[end - 1])) --end;
  const std::string_view host = text.substr(at + 1, end - at - 1);
  if (begin == at || host.find('.') == std::string_view::npos) return {at, at};
  return {begin, end};
}

// The link that begins at `begin`, or an empty span.
Span link_at(std::string_view text, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 3> kBegins = {"http://", "https://", "www."};
  const auto is_begin = [&](std::string_view word) { return text.substr(begin).starts_with(word); };
  const auto found = std::ranges::find_if(kBegins, is_begin);
  if (found == kBegins.end()) return {begin, begin};
  const auto host = begin + static_cast<std::uint32_t>(found->size());
  std::uint32_t end = host;
  while (end < text.size() && in_link(text[end])) ++end;
  while (end > host && ends_no_link(text[end - 1])) --end;
  return end > host ? Span{begin, end} : Span{begin, begin};
}

}  // namespace

std::vector<Span> find_addresses(std::string_view text, Span within) {
  std::vector<Span> spans;
  const std::string_view part = slice(text, within);
  std::uint32_t behind = 0;  // of the last address
  for (std::uint32_t at = 0; at < part.size(); ++at) {
    const char c = part[at];
    if (c != '@' && c != 'h' && c != 'w') continue;
    Span span = c == '@' ? mail_around(part, at) : link_at(part, at);
    span.begin = std::max(span.begin, behind);
    if (span.empty()) continue;
    spans.push_back({span.begin + within.begin, span.end + within.begin});
    behind = span.end;
    at = span.end - 1;
  }
  return spans;
}

}  // namespace concord
