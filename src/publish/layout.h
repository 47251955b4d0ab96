// Text laid out for a terminal: tables whose long cells wrap, paragraphs, and a little colour where
// the reader's terminal has it.
//
// Widths count code points. Nothing here looks at the terminal: the command line says how wide it
// is and whether colour is welcome (NO_COLOR, a pipe).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concord {

struct Style {
  bool color = false;
  std::size_t width = 100;  // columns; 0 = as wide as it gets

  std::string bold(const std::string& text) const { return paint("1", text); }
  std::string dim(const std::string& text) const { return paint("2", text); }
  // Done is green, ahead is yellow, over or refused is red: the words say the same without it.
  std::string green(const std::string& text) const { return paint("32", text); }
  std::string yellow(const std::string& text) const { return paint("33", text); }
  std::string red(const std::string& text) const { return paint("31", text); }

 private:
  std::string paint(const char* code, const std::string& text) const {
    return color && !text.empty() ? "\033[" + std::string(code) + "m" + text + "\033[0m" : text;
  }
};

using Cells = std::vector<std::string>;

std::size_t width_of(std::string_view text);

// The words of the text in lines of at most `width`; a longer word has a line of its own.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

// A paragraph, every line indented; the first one by `first` instead, where that is given.
std::string paragraph(std::string_view text, std::size_t width, const std::string& indent,
                      const std::string& first = "");

// A table with a head. Columns that no row fills are left out; where the lines are wider than the
// style's width, the widest columns wrap. `paint` colours a cell's text, by row and column.
using Painter = std::string (*)(const Style&, std::size_t column, const std::string& text);
std::string table(const Cells& head, const std::vector<Cells>& rows, const Style& style,
                  Painter paint = nullptr);

}  // namespace concord
