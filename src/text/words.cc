#include "text/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace concord {
namespace {

struct Cursor {
  std::string_view text;
  std::uint32_t end;

  // The code point at `at`, or 0 past the end.
  UChar32 at(std::uint32_t at) const {
    if (at >= end) return 0;
    UChar32 c = static_cast<unsigned char>(text[at]);
    if (c >= 0x80) {
      auto i = static_cast<std::int32_t>(at);
      U8_NEXT(text.data(), i, static_cast<std::int32_t>(end), c);
    }
    return c;
  }
  std::uint32_t past(std::uint32_t at) const {
    if (at < end && static_cast<unsigned char>(text[at]) < 0x80) return at + 1;
    auto i = static_cast<std::int32_t>(at);
    U8_FWD_1(text.data(), i, static_cast<std::int32_t>(end));
    return static_cast<std::uint32_t>(i);
  }
};

bool is_letter(UChar32 c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  const auto type = u_charType(c);
  return u_isalpha(c) || type == U_NON_SPACING_MARK || c == 0xAD;
}
bool is_digit(UChar32 c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c) != 0; }
// One question for plain characters: most of a text are letters of words.
bool is_letter_or_digit(UChar32 c) {
  static constexpr auto kPlain = [] {
    std::array<bool, 0x80> plain{};
    for (int i = 0; i < 0x80; ++i)
      plain[i] = (i >= '0' && i <= '9') || ((i | 0x20) >= 'a' && (i | 0x20) <= 'z');
    return plain;
  }();
  return c < 0x80 ? kPlain[c] : is_letter(c) || is_digit(c);
}
bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_space(UChar32 c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF;
}

// Whether the word's text ends in one of the clitics when its apostrophe is at `mark`.
bool is_clitic(std::string_view tail) {
  static constexpr std::array<std::string_view, 7> kTails = {"s", "m", "d", "ll", "re", "ve", "S"};
  for (const std::string_view known : kTails) {
    if (tail == known) return true;
  }
  return false;
}

class Splitter {
 public:
  Splitter(std::string_view text, Span within) : cursor_{text, within.end}, at_(within.begin) {}

  std::vector<Word> split() {
    constexpr std::uint32_t kBytesAWord = 5;
    words_.reserve((cursor_.end - at_) / kBytesAWord + 1);
    while (at_ < cursor_.end) {
      const UChar32 c = cursor_.at(at_);
      if (is_space(c)) {
        at_ = cursor_.past(at_);
      } else if (is_letter(c)) {
        word();
      } else if (is_digit(c)) {
        number();
      } else {
        mark(c);
      }
    }
    return std::move(words_);
  }

 private:
  void put(std::uint32_t begin, std::uint32_t end, WordKind kind) {
    words_.push_back({{begin, end}, kind});
    at_ = end;
  }

  // Letters and digits; then an acronym's stops, an inner apostrophe, a clitic.
  void word() {
    const std::uint32_t begin = at_;
    if (const std::uint32_t end = acronym(begin); end != begin)
      return put(begin, end, WordKind::word);
    std::uint32_t end = begin;
    while (is_letter_or_digit(cursor_.at(end))) end = cursor_.past(end);
    const UChar32 next = cursor_.at(end);
    if (is_apostrophe(next)) return with_apostrophe(begin, end);
    put(begin, end, WordKind::word);
  }

  // "U.S.", "D.R.C", "a.m.": single letters with stops between, at least two of them.
  std::uint32_t acronym(std::uint32_t begin) const {
    std::uint32_t end = begin;
    int letters = 0;
    while (is_letter(cursor_.at(end))) {
      const std::uint32_t stop = cursor_.past(end);
      if (cursor_.at(stop) != '.') {
        if (letters >= 2 && !is_letter(cursor_.at(stop))) end = stop;  // U.S.A
        break;
      }
      end = stop + 1;
      ++letters;
    }
    return letters >= 2 ? end : begin;
  }

  void with_apostrophe(std::uint32_t begin, std::uint32_t mark_at) {
    const std::uint32_t tail_begin = cursor_.past(mark_at);
    std::uint32_t tail_end = tail_begin;
    while (is_letter(cursor_.at(tail_end))) tail_end = cursor_.past(tail_end);
    const std::string_view tail = cursor_.text.substr(tail_begin, tail_end - tail_begin);
    const char last = cursor_.text[mark_at - 1];
    const bool negates = (tail == "t" || tail == "T") && (last == 'n' || last == 'N');
    if (negates && mark_at - begin > 1) {  // did | n't
      put(begin, mark_at - 1, WordKind::word);
      return put(mark_at - 1, tail_end, WordKind::word);
    }
    if (is_clitic(tail)) {
      put(begin, mark_at, WordKind::word);
      return put(mark_at, tail_end, WordKind::word);
    }
    if (tail.empty()) return put(begin, mark_at, WordKind::word);  // a plural's, or a closing quote
    put(begin, tail_end, WordKind::word);                          // O'Brien, Sana'a
  }

  // 3,000  3.5  18:30  19th  2020s  278-151 is three words
  void number() {
    const std::uint32_t begin = at_;
    std::uint32_t end = begin;
    while (true) {
      while (is_digit(cursor_.at(end))) end = cursor_.past(end);
      const UChar32 mark = cursor_.at(end);
      if ((mark == ',' || mark == '.' || mark == ':') && is_digit(cursor_.at(end + 1))) {
        ++end;
      } else {
        break;
      }
    }
    while (is_letter(cursor_.at(end))) end = cursor_.past(end);
    put(begin, end, WordKind::number);
  }

  void mark(UChar32 c) {
    if (is_apostrophe(c)) {  // a clitic after a mark: "the 'pact''s"
      const std::uint32_t begin = at_;
      std::uint32_t end = cursor_.past(at_);
      const std::uint32_t tail = end;
      while (is_letter(cursor_.at(end))) end = cursor_.past(end);
      if (!words_.empty() && words_.back().span.end == begin &&
          cursor_.text.substr(tail, end - tail) == "s") {
        return put(begin, end, WordKind::word);
      }
    }
    if (c == '.' && cursor_.at(at_ + 1) == '.' && cursor_.at(at_ + 2) == '.') {
      return put(at_, at_ + 3, WordKind::mark);
    }
    put(at_, cursor_.past(at_), WordKind::mark);
  }

  Cursor cursor_;
  std::uint32_t at_;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> split_words(std::string_view text, Span within) {
  return Splitter(text, within).split();
}

}  // namespace concord
