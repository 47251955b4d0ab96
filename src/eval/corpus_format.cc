#include "eval/corpus_format.h"

namespace concord {
namespace {

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of('=') == std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// ":published 2025-11-07  :show claims" -> two attributes; a value ends at "  :" or the line's end.
void parse_attributes(std::string_view line, std::map<std::string, std::string>& attributes) {
  while (line.starts_with(":")) {
    line.remove_prefix(1);
    const std::size_t next = line.find("  :");
    std::string_view one = line.substr(0, next);
    line = next == std::string_view::npos ? std::string_view{} : line.substr(next + 2);
    const std::size_t space = one.find(' ');
    const std::string key(one.substr(0, space));
    attributes[key] = space == std::string_view::npos ? "" : std::string(one.substr(space + 1));
  }
}

Error broken(std::string_view file, std::size_t line, const std::string& what) {
  return {ErrorCode::invalid_input,
          std::string(file) + ":" + std::to_string(line + 1) + ": " + what};
}

}  // namespace

Result<std::vector<CorpusCase>> parse_corpus(std::string_view file, std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::vector<CorpusCase> cases;
  std::size_t at = 0;
  while (at < lines.size() && lines[at].empty()) ++at;
  while (at < lines.size()) {
    if (!is_rule(lines[at])) return broken(file, at, "a case begins with a line of =");
    CorpusCase one;
    one.line = static_cast<int>(at + 2);
    for (++at; at < lines.size() && !is_rule(lines[at]); ++at) {
      if (lines[at].starts_with(":")) {
        parse_attributes(lines[at], one.attributes);
      } else {
        one.title += std::string(one.title.empty() ? "" : " ") + std::string(lines[at]);
      }
    }
    if (at >= lines.size()) return broken(file, at, "the head of '" + one.title + "' does not end");
    for (++at; at < lines.size() && lines[at] != "---"; ++at) {
      one.text.append(lines[at]).append("\n");
    }
    if (at >= lines.size()) return broken(file, at, "'" + one.title + "' has no --- line");
    if (!one.text.empty()) one.text.pop_back();
    for (++at; at < lines.size() && !is_rule(lines[at]); ++at) {
      if (!lines[at].empty()) one.expected.append(lines[at]).append("\n");
    }
    cases.push_back(std::move(one));
  }
  return cases;
}

std::string print_corpus(const std::vector<CorpusCase>& cases) {
  const std::string rule(18, '=');
  std::string out;
  for (const CorpusCase& one : cases) {
    out += rule + "\n" + one.title + "\n";
    std::string attributes;
    for (const auto& [key, value] : one.attributes) {
      attributes += (attributes.empty() ? ":" : "  :") + key + (value.empty() ? "" : " " + value);
    }
    if (!attributes.empty()) out += attributes + "\n";
    out += rule + "\n" + one.text + "\n---\n" + one.expected + "\n";
  }
  return out;
}

}  // namespace concord
