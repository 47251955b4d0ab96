#include "language/atoms.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <string>

#include "language/features.h"

namespace concord {
namespace {

constexpr std::uint32_t kLetters = 1u << 24;
constexpr std::uint32_t kDigits = 2u << 24;
constexpr std::uint32_t kMark = 3u << 24;
constexpr std::uint32_t kLengthMax = 5;

bool is_letter(UChar32 c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  const auto type = u_charType(c);
  return u_isalpha(c) || type == U_NON_SPACING_MARK;
}
bool is_digit(UChar32 c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c) != 0; }
bool is_space(UChar32 c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(c) != 0;
}
bool is_upper(UChar32 c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0; }

// Lower, Title, CAPITALS, miXed; and how many letters, up to five.
std::uint32_t letters_shape(bool first_upper, std::uint32_t uppers, std::uint32_t letters) {
  std::uint32_t casing = 3;
  if (uppers == 0) casing = 0;
  if (first_upper && uppers == 1) casing = 1;
  if (letters > 1 && uppers == letters) casing = 2;
  return kLetters | casing << 8 | std::min(letters, kLengthMax);
}

class Splitter {
 public:
  Splitter(std::string_view text, Span within) : text_(text), at_(within.begin), end_(within.end) {}

  std::vector<Atom> split() {
    bool after_space = true;
    while (at_ < end_) {
      std::uint32_t next = at_;
      const UChar32 c = take(next);
      if (is_space(c)) {
        after_space = true;
        at_ = next;
        continue;
      }
      Atom atom;
      atom.after_space = after_space;
      after_space = false;
      const std::uint32_t begin = at_;
      if (is_letter(c)) {
        atom.shape = letters();
      } else if (is_digit(c)) {
        atom.shape = digits();
      } else {
        at_ = next;
      }
      atom.span = {begin, at_};
      fold_form(text_.substr(begin, at_ - begin), folded_);
      atom.text = form_key(folded_);
      if (atom.shape == 0) atom.shape = kMark | static_cast<std::uint32_t>(atom.text >> 40);
      atoms_.push_back(atom);
    }
    return std::move(atoms_);
  }

 private:
  UChar32 take(std::uint32_t& at) const {
    UChar32 c = static_cast<unsigned char>(text_[at]);
    if (c < 0x80) {
      ++at;
      return c;
    }
    auto i = static_cast<std::int32_t>(at);
    U8_NEXT(text_.data(), i, static_cast<std::int32_t>(end_), c);
    at = static_cast<std::uint32_t>(i);
    return c < 0 ? 0xFFFD : c;
  }

  std::uint32_t letters() {
    bool first_upper = false;
    std::uint32_t uppers = 0;
    std::uint32_t count = 0;
    for (std::uint32_t next = at_; at_ < end_; at_ = next) {
      const UChar32 c = take(next);
      if (!is_letter(c)) break;
      if (is_upper(c)) {
        first_upper |= count == 0;
        ++uppers;
      }
      ++count;
    }
    return letters_shape(first_upper, uppers, count);
  }

  std::uint32_t digits() {
    std::uint32_t count = 0;
    for (std::uint32_t next = at_; at_ < end_; at_ = next) {
      if (!is_digit(take(next))) break;
      ++count;
    }
    return kDigits | std::min(count, kLengthMax);
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::string folded_;
  std::vector<Atom> atoms_;
};

}  // namespace

std::vector<Atom> split_atoms(std::string_view text, Span within) {
  return Splitter(text, within).split();
}

AtomKind kind_of_shape(std::uint32_t shape) {
  if (shape >= kMark) return AtomKind::mark;
  if (shape >= kDigits) return AtomKind::digits;
  return (shape >> 8 & 0xFF) == 0 ? AtomKind::lower : AtomKind::upper;
}

}  // namespace concord
