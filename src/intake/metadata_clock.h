// Times of day beside dates: "T21:33:14.140Z", "at 5:49 p.m. EST", "9.05 Uhr", "16h12", and the
// pieces that a line is cut into to find them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/metadata_text.h"
#include "lexicon/web_words.h"

namespace concord {

// A run of digits, a run of letters, or one mark; spaces lie between pieces. Letters and digits
// part
// ("T21", "7th").
struct LinePiece {
  enum class Kind : std::uint8_t { none, number, word, mark } kind = Kind::none;
  char mark = 0;
  int digits = 0;  // of a number
  int value = 0;   // of its first nine digits
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
std::vector<LinePiece> cut_pieces(std::string_view plain);

// With zeros before it: 7 is "07".
std::string padded(int value, std::size_t width);

struct DayClock {
  std::string clock;  // "17:49:00"
  std::string zone;   // "Z", "-05:00", or ""
};

// The clock that begins at that piece; `past` is set to the piece after it and its zone.
std::optional<DayClock> clock_at(std::string_view line, const std::vector<LinePiece>& pieces,
                                 std::size_t at, const WebWords& words, std::size_t& past);
// The clock that follows a date, a word or mark or two between: ", at ", "T", " | ".
std::optional<DayClock> clock_after(std::string_view line, const std::vector<LinePiece>& pieces,
                                    std::size_t at, const WebWords& words, std::size_t& past);
// The clock that stands right before the date: "04:25 PM IST Apr 08, 2020".
std::optional<DayClock> clock_before(std::string_view line, const std::vector<LinePiece>& pieces,
                                     std::size_t floor, std::size_t date, const WebWords& words);
// The clock within: "Aug 25 00:23:33 +0000 2020".
std::optional<DayClock> clock_inside(std::string_view line, const std::vector<LinePiece>& pieces,
                                     std::size_t begin, std::size_t end, const WebWords& words);

}  // namespace concord
