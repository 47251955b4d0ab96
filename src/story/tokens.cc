#include "story/tokens.h"

#include <array>

namespace concord {
namespace {

constexpr std::uint64_t kBasis = 0xcbf29ce484222325u;  // FNV-1a
constexpr std::uint64_t kPrime = 0x100000001b3u;

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = kBasis;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  return hash;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_big(char c) { return c >= 'A' && c <= 'Z'; }

// By byte: the same in lower case; 0 where it is no letter. Letters are those of every script but
// the marks that Tokenizer::step() names.
constexpr auto kLetters = [] {
  std::array<char, 256> letters{};
  for (int c = 'a'; c <= 'z'; ++c) letters[c] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) letters[c] = static_cast<char>(c - 'A' + 'a');
  for (int c = 0x80; c < 0x100; ++c) letters[c] = static_cast<char>(c);
  letters[0xC2] = letters[0xE2] = 0;
  return letters;
}();

char letter_of(char c) { return kLetters[static_cast<unsigned char>(c)]; }

// The lower-case word cut to its stem by English spelling alone: plurals, -ed, -ing.
std::string_view cut_to_stem(std::string_view word) {
  const std::size_t n = word.size();
  if (n > 4 && word.ends_with("es") && std::string_view("sxz").find(word[n - 3]) != word.npos)
    return word.substr(0, n - 2);
  if (n > 3 && word.back() == 's' && std::string_view("sui").find(word[n - 2]) == word.npos)
    return word.substr(0, n - 1);
  if (n > 5 && word.ends_with("ing")) return word.substr(0, n - 3);
  if (n > 4 && word.ends_with("ed")) return word.substr(0, n - 2);
  return word;
}

// Of a lower-case word whose hash is known.
std::uint32_t stem_of(std::string_view word, std::uint64_t hash) {
  if (word.size() > 4 && word.ends_with("ies")) {  // parties: party
    hash = (hash_of(word.substr(0, word.size() - 3)) ^ 'y') * kPrime;
  } else if (const auto stem = cut_to_stem(word); stem.size() < word.size()) {
    hash = hash_of(stem);
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

class Tokenizer {
 public:
  explicit Tokenizer(const Report& report) : text_(report.text) {
    tokens_.reserve(std::min(kTokensMax, text_.size() / 5));
  }

  void add_block(const Block& block, std::uint32_t index) {
    at_ = block.span.begin;
    end_ = std::min<std::size_t>(block.span.end, text_.size());
    block_ = index;
    opens_ = true;
    quoted_ = false;
    while (at_ < end_ && tokens_.size() < kTokensMax) step();
  }

  std::vector<StoryToken> take() { return std::move(tokens_); }

 private:
  char at(std::size_t where) const { return where < end_ ? text_[where] : ' '; }

  void step() {
    const char c = text_[at_];
    if (is_digit(c)) return take_number();
    if (letter_of(c) != 0) return take_word();
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return take_mark(c);
    // The marks of U+0080 to U+00BF and U+2000 to U+2FFF; curly quotation marks are two of them.
    const std::string_view mark = text_.substr(at_, 3);
    if (mark == "\u201c") quoted_ = true;
    if (mark == "\u201d") quoted_ = false;
    if (mark == "\u2019") skip_possessive(at_ + 3);
    at_ += byte == 0xE2 ? 3 : byte == 0xC2 ? 2 : 1;
  }

  void take_mark(char c) {
    if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':') opens_ = true;
    if (c == '"') quoted_ = !quoted_;
    if (c == '`' && at(at_ + 1) == '`') quoted_ = true;
    if (c == '\'' && at(at_ + 1) == '\'') quoted_ = false;
    if (c == '\'') skip_possessive(at_ + 1);
    ++at_;
  }

  // Steps over the s of "'s"; `where` is just behind the apostrophe.
  void skip_possessive(std::size_t where) {
    if (at(where) != 's' && at(where) != 'S') return;
    const char next = at(where + 1);
    if (is_small(next) || is_big(next) || is_digit(next)) return;
    skip_ = where;
  }

  void take_word() {
    const std::size_t begin = at_;
    const bool capital = is_big(text_[at_]) || static_cast<unsigned char>(text_[at_]) == 0xC3;
    while (at_ < end_ && letter_of(text_[at_]) != 0) ++at_;
    if (begin == skip_) return;
    buffer_.assign(text_, begin, at_ - begin);
    for (char& c : buffer_) c = letter_of(c);
    put(begin, capital, false);
  }

  // 120,000 and 6.1, also with a space on either side of the mark.
  void take_number() {
    const std::size_t begin = at_;
    buffer_.clear();
    while (true) {
      const std::size_t group = at_;
      for (; at_ < end_ && is_digit(text_[at_]); ++at_) buffer_.push_back(text_[at_]);
      const std::size_t size = at_ - group;
      const bool spaced = at(at_) == ' ';
      const char mark = at(at_ + spaced);
      const std::size_t next = at_ + spaced + 1 + (at(at_ + spaced + 1) == ' ' && spaced ? 1 : 0);
      std::size_t digits = 0;
      while (is_digit(at(next + digits)) && digits < 5) ++digits;
      const bool thousands = mark == ',' && size <= 3 && digits == 3;
      const bool decimals = mark == '.' && digits > 0 && (!spaced || (size <= 2 && digits <= 2));
      if (!thousands && !decimals) break;
      if (decimals) buffer_.push_back('.');
      at_ = next;
    }
    put(begin, false, true);
  }

  void put(std::size_t begin, bool capital, bool number) {
    StoryToken& token = tokens_.emplace_back();
    token.word = hash_of(buffer_);
    token.stem = number ? static_cast<std::uint32_t>(token.word) : stem_of(buffer_, token.word);
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    token.block = block_;
    token.size = static_cast<std::uint8_t>(std::min<std::size_t>(buffer_.size(), 255));
    token.capital = capital;
    token.number = number;
    token.opens = opens_;
    token.quoted = quoted_;
    opens_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::size_t skip_ = std::string_view::npos;
  std::uint32_t block_ = 0;
  bool opens_ = true;
  bool quoted_ = false;
  std::string buffer_;
  std::vector<StoryToken> tokens_;
};

}  // namespace

std::vector<StoryToken> story_tokens(const Report& report) {
  Tokenizer tokenizer(report);
  for (std::size_t i = 0; i < report.blocks.size(); ++i)
    tokenizer.add_block(report.blocks[i], static_cast<std::uint32_t>(i));
  return tokenizer.take();
}

std::vector<std::uint64_t> words_of(std::string_view phrase) {
  Report report;
  report.text = phrase;
  report.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(phrase.size())}}};
  std::vector<std::uint64_t> words;
  for (const StoryToken& token : story_tokens(report)) words.push_back(token.word);
  return words;
}

std::uint32_t stem_of(std::string_view word) { return stem_of(word, hash_of(word)); }

}  // namespace concord
