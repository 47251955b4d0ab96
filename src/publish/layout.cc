#include "publish/layout.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::size_t kGap = 2;         // between columns
constexpr std::size_t kNarrowest = 12;  // of a column that wraps

std::size_t line_width(const std::vector<std::size_t>& widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width + kGap;
  return sum - kGap;
}

// Takes from the widest column until the line fits.
void fit(std::vector<std::size_t>& widths, std::size_t limit) {
  while (limit > 0 && line_width(widths) > limit) {
    const auto widest = std::ranges::max_element(widths);
    if (*widest <= kNarrowest) return;
    --*widest;
  }
}

std::string padded(const std::string& shown, std::size_t taken, std::size_t width) {
  return shown + std::string(width > taken ? width - taken : 0, ' ');
}

std::string trimmed(std::string line) {
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::vector<std::size_t> filled_columns(const Cells& head, const std::vector<Cells>& rows) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (std::ranges::any_of(rows, [&](const Cells& row) { return !row[i].empty(); }))
      columns.push_back(i);
  }
  return columns;
}

}  // namespace

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, space - at);
    at = space + 1;
    if (word.empty()) continue;
    std::string& line = lines.back();
    const bool fits = width == 0 || width_of(line) + 1 + width_of(word) <= width;
    if (line.empty()) {
      line = word;
    } else if (fits) {
      line += " " + std::string(word);
    } else {
      lines.emplace_back(word);
    }
  }
  return lines;
}

std::string paragraph(std::string_view text, std::size_t width, const std::string& indent,
                      const std::string& first) {
  const std::size_t room = width > indent.size() + kNarrowest ? width - indent.size() : width;
  std::string out;
  for (const std::string& line : wrapped(text, room))
    out += (out.empty() && !first.empty() ? first : indent) + line + "\n";
  return out;
}

std::string table(const Cells& head, const std::vector<Cells>& rows, const Style& style,
                  Painter paint) {
  const std::vector<std::size_t> columns = filled_columns(head, rows);
  std::vector<std::size_t> widths;
  for (const std::size_t column : columns) {
    std::size_t widest = width_of(head[column]);
    for (const Cells& row : rows) widest = std::max(widest, width_of(row[column]));
    widths.push_back(widest);
  }
  fit(widths, style.width);
  std::string top, rule, out;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    top += padded(head[columns[i]], width_of(head[columns[i]]), widths[i] + kGap);
    rule += std::string(widths[i], '-') + std::string(kGap, ' ');
  }
  top.erase(top.find_last_not_of(' ') + 1);
  out = style.bold(top) + "\n" + style.dim(rule.substr(0, rule.find_last_not_of(' ') + 1)) + "\n";
  for (const Cells& row : rows) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      lines.push_back(wrapped(row[columns[i]], widths[i]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
      std::string line;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string text = k < lines[i].size() ? lines[i][k] : "";
        const std::string shown = paint != nullptr ? paint(style, columns[i], text) : text;
        line += padded(shown, width_of(text), widths[i] + kGap);
      }
      out += trimmed(std::move(line));
    }
  }
  return out;
}

}  // namespace concord
