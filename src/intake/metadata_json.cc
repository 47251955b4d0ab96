#include "intake/metadata_json.h"

namespace concord {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Reader {
 public:
  Reader(std::string_view text, std::vector<LooseJson::Node>& nodes) : text_(text), nodes_(nodes) {}

  void read() {
    while (at_ < text_.size() && nodes_.size() < LooseJson::kNodesMax) step();
    while (!open_.empty()) close();
  }

 private:
  void step() {
    const char c = text_[at_];
    if (c == '{' || c == '[') {
      open(c == '{' ? LooseJson::Kind::object : LooseJson::Kind::array);
    } else if (c == '}' || c == ']') {
      ++at_;
      close_as(c == '}' ? LooseJson::Kind::object : LooseJson::Kind::array);
    } else if (c == '"' || (c == '\'' && !open_.empty())) {
      take(string(c), LooseJson::Kind::string);
    } else if (c == '/' && skip_comment()) {
    } else if (is_word(c) && !open_.empty()) {
      const std::size_t begin = at_;
      while (at_ < text_.size() && is_word(text_[at_])) ++at_;
      take(text_.substr(begin, at_ - begin), LooseJson::Kind::word);
    } else {
      ++at_;
    }
  }

  static bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '+' || c == '.' || c == '_' || c == '$' || c == '@' ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  // "/* */" and "//" up to the line's end.
  bool skip_comment() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("//")) {
      const std::size_t end = rest.find('\n');
      at_ = end == std::string_view::npos ? text_.size() : at_ + end + 1;
      return true;
    }
    if (!rest.starts_with("/*")) return false;
    const std::size_t end = rest.find("*/");
    at_ = end == std::string_view::npos ? text_.size() : at_ + end + 2;
    return true;
  }

  // The string that begins here, without its quotes. A quote inside that no comma, colon or
  // bracket follows belongs to the words.
  std::string_view string(char quote) {
    const std::size_t begin = ++at_;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
        continue;
      }
      if (text_[at_] != quote) continue;
      const std::size_t end = at_;
      if (ends_string(end + 1)) {
        ++at_;
        return text_.substr(begin, end - begin);
      }
    }
    at_ = text_.size();
    return begin < text_.size() ? text_.substr(begin) : std::string_view();
  }

  bool ends_string(std::size_t after) const {
    bool new_line = false;
    while (after < text_.size() && is_space(text_[after])) new_line |= text_[after++] == '\n';
    if (after >= text_.size()) return true;
    const char next = text_[after];
    if (next == ',' || next == ':' || next == '}' || next == ']' || next == '/') return true;
    return new_line && (next == '"' || next == '\'');  // a comma is missing
  }

  // A string or word: the key of what follows where a colon comes next, a value otherwise.
  void take(std::string_view raw, LooseJson::Kind kind) {
    std::size_t after = at_;
    while (after < text_.size() && is_space(text_[after])) ++after;
    if (after < text_.size() && text_[after] == ':' && in_object()) {
      key_ = raw;
      at_ = after + 1;
      return;
    }
    at_ = after;
    if (skipped_ == 0) add(kind, raw);
  }

  bool in_object() const {
    return !open_.empty() && nodes_[open_.back()].kind == LooseJson::Kind::object;
  }

  void add(LooseJson::Kind kind, std::string_view raw) {
    const auto number = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({kind, number + 1, in_object() ? key_ : std::string_view(), raw});
    key_ = {};
  }

  void open(LooseJson::Kind kind) {
    ++at_;
    if (skipped_ > 0 || open_.size() >= LooseJson::kDepthMax) {
      ++skipped_;
      return;
    }
    add(kind, {});
    open_.push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
  }

  // "}" closes the nearest object, and what was left open in it; of nothing open it is skipped.
  void close_as(LooseJson::Kind kind) {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    std::size_t depth = open_.size();
    while (depth > 0 && nodes_[open_[depth - 1]].kind != kind) --depth;
    if (depth == 0) return;
    while (open_.size() >= depth) close();
  }

  void close() {
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
    key_ = {};
  }

  std::string_view text_;
  std::vector<LooseJson::Node>& nodes_;
  std::vector<std::uint32_t> open_;
  std::string_view key_;
  std::size_t at_ = 0;
  std::uint32_t skipped_ = 0;  // brackets open beyond the depth
};

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The four digits after "\u"; -1 where they are none.
int code_unit(std::string_view raw, std::size_t at) {
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = i < raw.size() ? hex(raw[i]) : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

void put_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xc0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
}

bool is_surrogate(int unit) { return unit >= 0xd800 && unit < 0xe000; }

// Reads "\u2019" or a pair of surrogates at `at` (on the "u"); moves past it. Half a pair and NUL
// are U+FFFD.
void put_escape(std::string& out, std::string_view raw, std::size_t& at) {
  const int unit = code_unit(raw, at + 1);
  if (unit < 0) return;
  at += 4;
  char32_t c = static_cast<char32_t>(unit);
  if (is_surrogate(unit)) {
    const int low = raw.substr(at + 1).starts_with("\\u") ? code_unit(raw, at + 3) : -1;
    const bool pair = unit < 0xdc00 && low >= 0xdc00 && low < 0xe000;
    if (pair) at += 6;
    c = pair ? 0x10000 + ((static_cast<char32_t>(unit) & 0x3ff) << 10) +
                   (static_cast<char32_t>(low) & 0x3ff)
             : 0xfffd;
  }
  put_utf8(out, c == 0 ? 0xfffd : c);
}

}  // namespace

LooseJson LooseJson::read(std::string_view text) {
  LooseJson json;
  Reader(text, json.nodes_).read();
  return json;
}

std::string LooseJson::text(std::uint32_t node) const {
  const std::string_view raw = nodes_[node].raw;
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\\' || at + 1 == raw.size()) {
      out.push_back(raw[at]);
      continue;
    }
    const char c = raw[++at];
    if (c == 'u') {
      put_escape(out, raw, at);
    } else {
      out.push_back(c == 'n' || c == 't' || c == 'r' || c == 'b' || c == 'f' ? ' ' : c);
    }
  }
  return out;
}

std::uint32_t LooseJson::member(std::uint32_t object, std::string_view key) const {
  if (nodes_[object].kind != Kind::object) return 0;
  for (std::uint32_t i = object + 1; i < nodes_[object].end; i = nodes_[i].end) {
    if (nodes_[i].key == key) return i;
  }
  return 0;
}

}  // namespace concord
