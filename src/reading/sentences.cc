// Sentences and tokens.
//
// A block is cut into words (text/words.h), then into sentences after . ! ? with their closing
// quotation marks, unless the stop ends an abbreviation or an initial, or a small letter follows. A
// number before a block is in no sentence; a dateline, and whoever speaks in a transcript, has one
// of their own.
#include <algorithm>
#include <array>
#include <string>

#include "base/limits.h"
#include "reading/block_opening.h"
#include "reading/passes.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <unicode/uchar.h>

namespace concord {
namespace {

bool is_closing(std::string_view mark) {
  return is_any(mark, {"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"});
}

// Most letters are plain ones, which need no table.
bool is_upper(UChar32 c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(c) != 0; }
bool is_letter(UChar32 c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(c) != 0;
}

// Appends the folded word and tells its capitals, where it is of plain characters: most are, and
// need no table.
bool fold_plain(std::string_view text, std::string& folded, Token& token) {
  const std::size_t begin = folded.size();
  folded += text;
  unsigned char all = 0;
  std::size_t capitals = 0;
  for (std::size_t i = begin; i < folded.size(); ++i) {
    const auto c = static_cast<unsigned char>(folded[i]);
    const bool capital = c >= 'A' && c <= 'Z';
    all |= c;
    capitals += capital ? 1 : 0;
    folded[i] = static_cast<char>(capital ? c | 0x20 : c);
  }
  if (all >= 0x80) {
    folded.resize(begin);
    return false;
  }
  if (token.kind != WordKind::word) return true;
  token.capital = is_upper(text[0]);
  token.all_capitals = capitals > 1 && std::ranges::none_of(text, [](char c) {
                         return is_letter(c) && !is_upper(c);
                       });
  return true;
}

void fold_any(std::string_view text, std::string& folded, Token& token) {
  folded += lower(text);
  if (token.kind != WordKind::word) return;
  int letters = 0;
  bool upper = true;
  for (std::uint32_t at = 0; at < text.size();) {
    const bool first = at == 0;
    const auto c = static_cast<UChar32>(next_code_point(text, at));
    if (first) token.capital = is_upper(c);
    if (is_letter(c)) {
      ++letters;
      upper = upper && is_upper(c);
    }
  }
  token.all_capitals = upper && letters > 1;
}

// "U.N.E.S.C.O.", "Brasília": as the world's names are written ("unesco", "brasilia"), where only
// that opens one; else "".
std::string plain_name(std::string_view form, const Token& token, const Lexicon& lexicon) {
  constexpr std::size_t kLettersMin = 3;
  if (token.kind != WordKind::word || !token.capital || lexicon.vocabulary.contains(form))
    return {};
  const bool accents = std::ranges::any_of(form, [](char c) { return c < 0; });
  const auto stops = static_cast<std::size_t>(std::ranges::count(form, '.'));
  if (!accents && !(token.all_capitals && stops + 1 >= kLettersMin)) return {};
  std::string plain = accents ? folded_name(form) : std::string(form);
  if (!accents) std::erase(plain, '.');
  const auto known = lexicon.vocabulary.find(plain);
  const bool opens = known != lexicon.vocabulary.end() && (known->second.opens & Opens::name) != 0;
  return opens && plain.size() >= kLettersMin ? plain : std::string();
}

void append_token(const Report& report, const Lexicon& lexicon, const Word& word,
                  std::uint32_t sentence, Reading& reading) {
  const std::string_view text = report.words(word.span);
  Token token;
  token.span = word.span;
  token.kind = word.kind;
  token.lower.begin = static_cast<std::uint32_t>(reading.lower_text.size());
  if (!fold_plain(text, reading.lower_text, token)) fold_any(text, reading.lower_text, token);
  token.lower.end = static_cast<std::uint32_t>(reading.lower_text.size());
  if (const std::string plain = plain_name(slice(reading.lower_text, token.lower), token, lexicon);
      !plain.empty()) {
    reading.lower_text.resize(token.lower.begin);
    reading.lower_text += plain;
    token.lower.end = static_cast<std::uint32_t>(reading.lower_text.size());
  }
  const std::string_view form = slice(reading.lower_text, token.lower);
  token.space_before = word.span.begin > 0 && report.text[word.span.begin - 1] <= ' ' &&
                       report.text[word.span.begin - 1] >= 0;
  token.sentence = sentence;
  if (const auto known = lexicon.vocabulary.find(form); known != lexicon.vocabulary.end()) {
    token.clause = known->second.clause;
    token.agreement = known->second.agreement;
    token.opens = known->second.opens;
  }
  reading.tokens.push_back(token);
}

// Whether the word before a stop keeps the sentence open: "Mr.", "J.", "Nov.".
bool is_abbreviation(std::string_view word, const Lexicon& lexicon) {
  return lexicon.speech.abbreviations.contains(word);
}

class BlockReader {
 public:
  BlockReader(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), lexicon_(lexicon), reading_(reading), transcript_(is_transcript(report)) {}

  void read(std::uint32_t block) {
    words_ = split_words(report_.text, report_.blocks[block].span);
    std::size_t begin = mark_length(report_, words_);
    const bool told = transcript_ && report_.blocks[block].kind != BlockKind::title;
    const std::size_t speaker = told ? speaker_length(report_, words_) : 0;
    if (speaker > 0) put(block, 0, speaker);
    begin = std::max(begin, speaker);
    const bool paragraph = report_.blocks[block].kind == BlockKind::paragraph;
    if (const std::size_t end = paragraph ? dateline_length(report_, words_) : 0; end > begin) {
      put(block, begin, end);
      reading_.sentences.back().dateline = true;
      begin = end;
    }
    for (std::size_t i = begin; i < words_.size(); ++i) {
      if (i + 1 < words_.size() && !ends_at(i, begin)) continue;
      put(block, begin, i + 1);
      begin = i + 1;
    }
  }

 private:
  std::string_view text(std::size_t i) const { return report_.words(words_[i].span); }
  bool space_before(std::size_t i) const { return words_[i].span.begin > words_[i - 1].span.end; }

  // Whether the sentence that began at word `begin` ends with word i (i is not the last word).
  bool ends_at(std::size_t i, std::size_t begin) const {
    if (i - begin >= kSentenceTokensMax) return true;
    const bool stops = words_[i].kind == WordKind::mark || text(i).ends_with('.');
    if (!stops) return false;
    if (is_closing(text(i)) && !(i + 1 < words_.size() && is_closing(text(i + 1)))) {
      std::size_t stop = i;
      while (stop > begin && is_closing(text(stop))) --stop;
      return is_stop(stop, begin) && starts_sentence(i + 1);
    }
    return is_stop(i, begin) && !is_closing_here(i + 1) && starts_sentence(i + 1);
  }

  // A closing mark glued to the stop belongs to the sentence; an opening one does not.
  bool is_closing_here(std::size_t i) const { return is_closing(text(i)) && !space_before(i); }

  bool is_stop(std::size_t i, std::size_t begin) const {
    const std::string_view mark = text(i);
    if (is_any(mark, {"!", "?", "..."})) return true;
    const bool acronym = mark.size() > 2 && mark.back() == '.';  // "in the U.S. The"
    if (mark != "." && !acronym) return false;
    if (acronym) return i + 1 < words_.size() && starts_with_function_word(i + 1);
    if (i == begin) return true;
    const std::string_view before = text(i - 1);
    if (words_[i - 1].span.end != words_[i].span.begin) return true;
    const bool initial = words_[i - 1].kind == WordKind::word && before.size() == 1 &&
                         before[0] >= 'A' && before[0] <= 'Z';
    // "wrote on X. Peru had ...": the network.
    const bool network = before == "X" && i >= begin + 2 && text(i - 2) == "on";
    if (initial && !network) return i + 1 < words_.size() && starts_with_function_word(i + 1);
    if (is_any(before, {"No", "no"}))  // "No. 5", not "So no. If it comes to a vote"
      return i + 1 < words_.size() && words_[i + 1].kind == WordKind::word;
    return !is_abbreviation(lower(before), lexicon_);
  }

  // After an acronym only a word that cannot belong to a name starts a sentence.
  bool starts_with_function_word(std::size_t i) const {
    const std::string_view word = text(i);
    return word[0] >= 'A' && word[0] <= 'Z' &&
           lexicon_.speech.sentence_openers.contains(lower(word));
  }

  bool starts_sentence(std::size_t i) const {
    if (!space_before(i)) return false;
    std::uint32_t at = 0;
    const auto c = static_cast<UChar32>(next_code_point(text(i), at));
    return !u_islower(c);
  }

  void put(std::uint32_t block, std::size_t begin, std::size_t end) {
    const auto number = static_cast<std::uint32_t>(reading_.sentences.size());
    const auto first = static_cast<std::uint32_t>(reading_.tokens.size());
    for (std::size_t i = begin; i < end; ++i)
      append_token(report_, lexicon_, words_[i], number, reading_);
    reading_.sentences.push_back({{first, static_cast<std::uint32_t>(reading_.tokens.size())},
                                  {words_[begin].span.begin, words_[end - 1].span.end},
                                  block,
                                  false});
  }

  const Report& report_;
  const Lexicon& lexicon_;
  Reading& reading_;
  const bool transcript_;
  std::vector<Word> words_;
};

}  // namespace

void split_sentences(const Report& report, const Lexicon& lexicon, Reading& reading) {
  constexpr std::size_t kBytesAToken = 5;
  reading.tokens.reserve(report.text.size() / kBytesAToken);
  reading.lower_text.reserve(report.text.size());
  BlockReader reader(report, lexicon, reading);
  for (std::uint32_t block = 0; block < report.blocks.size(); ++block) reader.read(block);
}

}  // namespace concord
