#include "intake/fields.h"

#include <algorithm>
#include <charconv>

namespace concord {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string_view bare(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view Fields::find(std::string_view name) const {
  for (const auto& [key, value] : lines) {
    if (same_word(key, name)) return value;
  }
  return {};
}

bool Fields::has(std::string_view name) const {
  return std::ranges::any_of(lines, [&](const auto& line) { return same_word(line.first, name); });
}

std::optional<std::size_t> head_size(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    std::size_t next = at + 1;
    if (next < bytes.size() && bytes[next] == '\r') ++next;
    if (next < bytes.size() && bytes[next] == '\n') return next + 1;
  }
  return std::nullopt;
}

Fields read_fields(std::string_view head) {
  Fields fields;
  for (std::size_t at = 0, number = 0; at < head.size(); ++number) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = head.substr(at, end - at);
    const bool folded = line.starts_with(' ') || line.starts_with('\t');
    at = end + 1;
    if (number == 0) {
      fields.first = bare(line);
    } else if (folded && !fields.lines.empty()) {
      std::string_view& value = fields.lines.back().second;
      const std::string_view more = bare(line);
      if (value.empty()) {
        value = more;
      } else if (!more.empty()) {
        value = {value.data(), static_cast<std::size_t>(more.data() + more.size() - value.data())};
      }
    } else if (const std::size_t colon = line.find(':'); colon != line.npos && colon > 0) {
      fields.lines.emplace_back(bare(line.substr(0, colon)), bare(line.substr(colon + 1)));
    }
  }
  return fields;
}

std::optional<std::uint64_t> whole_number(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failed != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

MediaType read_media_type(std::string_view value) {
  MediaType media;
  const std::size_t end = std::min(value.find(';'), value.size());
  for (const char c : bare(value.substr(0, end))) media.type += lower(c);
  for (std::size_t at = end; at < value.size();) {
    const std::size_t next = std::min(value.find(';', at + 1), value.size());
    const std::string_view part = bare(value.substr(at + 1, next - at - 1));
    const std::size_t equals = part.find('=');
    if (equals != part.npos && same_word(bare(part.substr(0, equals)), "charset")) {
      std::string_view charset = bare(part.substr(equals + 1));
      const auto quote = [](char c) { return c == '"' || c == '\''; };
      while (!charset.empty() && quote(charset.front())) charset.remove_prefix(1);
      while (!charset.empty() && quote(charset.back())) charset.remove_suffix(1);
      media.charset = charset;
      break;
    }
    at = next;
  }
  return media;
}

}  // namespace concord
