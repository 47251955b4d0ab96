#include "reading/block_opening.h"

#include <algorithm>
#include <map>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kNumberDigitsMax = 2;
constexpr std::size_t kSpeakerWordsMax = 5;
constexpr std::size_t kClockLettersMax = 5;  // "15.40"
constexpr std::size_t kDatelineLettersMax = 60;
constexpr std::size_t kDatelineWordsMax = 20;

// "09.12", "9:12", alone or before a space.
bool is_clock(std::string_view text) {
  text = text.substr(0, text.find_first_of(" \n\t"));
  const std::size_t mark = text.find_first_of(".:");
  return text.size() == mark + 3 && (mark == 1 || mark == 2) &&
         text.find_first_not_of("0123456789.:") == std::string_view::npos;
}

class Opening {
 public:
  Opening(const Report& report, const std::vector<Word>& words) : report_(report), words_(words) {}

  std::size_t mark() const {
    std::size_t end = number();
    if (end == 0) end = hour();
    return end > 0 && opens_sentence(end) ? end : 0;
  }

  std::size_t speaker() const {
    const bool letter = words_.size() > 2 && text(0).size() == 1 && is_capital(0);
    if (letter && text(1) == "." && spaced(2)) return 2;  // "Q. Has Oman signed?"
    for (std::size_t i = 0; i < words_.size() && i <= kSpeakerWordsMax; ++i) {
      if (text(i) == ":") return i > 0 && i + 1 < words_.size() && spaced(i + 1) ? i + 1 : 0;
      const bool joins = words_[i].kind == WordKind::mark && is_any(text(i), {".", "-", "'"});
      if (!(joins || is_capital(i)) || (i == 0 && joins)) return 0;
    }
    return 0;
  }

  // The report's dateline and what stands behind it up to a dash or a colon: names, figures, a
  // bracket.
  std::size_t dateline() const {
    if (report_.dateline.empty()) return 0;
    const Span whole = {words_.front().span.begin, words_.back().span.end};
    const std::string opening = folded_name(report_.words(whole).substr(0, kDatelineLettersMax));
    if (!opening.starts_with(folded_name(report_.dateline))) return 0;
    bool bracket = false;
    for (std::size_t i = 1; i + 1 < words_.size() && i < kDatelineWordsMax; ++i) {
      const bool dash = is_any(text(i), {"-", "--", "\xE2\x80\x93"}) && spaced(i);
      if (dash || is_any(text(i), {":", "\xE2\x80\x94"})) return text(i + 1) == "-" ? i + 2 : i + 1;
      bracket = bracket ? text(i) != ")" : text(i) == "(";
      if (words_[i].kind == WordKind::word && !is_capital(i) && !bracket) return 0;
    }
    return 0;
  }

 private:
  std::string_view text(std::size_t i) const {
    return i < words_.size() ? report_.words(words_[i].span) : std::string_view();
  }
  bool spaced(std::size_t i) const { return words_[i].span.begin > words_[i - 1].span.end; }
  bool is_capital(std::size_t i) const {
    return words_[i].kind == WordKind::word && text(i)[0] >= 'A' && text(i)[0] <= 'Z';
  }

  // A capital, a figure or a quotation mark behind a space: "3 GMT" is a mark, "3 states" is none.
  bool opens_sentence(std::size_t i) const {
    if (i >= words_.size() || !spaced(i)) return false;
    const unsigned char first = static_cast<unsigned char>(text(i)[0]);
    return (first >= 'A' && first <= 'Z') || words_[i].kind == WordKind::number || first == '"' ||
           first >= 0x80;
  }

  bool is_counter(std::size_t i) const {
    if (i >= words_.size()) return false;
    const auto all_of = [&](std::string_view letters) {
      return text(i).find_first_not_of(letters) == std::string_view::npos;
    };
    if (words_[i].kind == WordKind::number)
      return text(i).size() <= kNumberDigitsMax && all_of("0123456789");
    return words_[i].kind == WordKind::word && (all_of("IVX") || all_of("ivx"));
  }

  // "1.", "2)", "3/", "(4)", "(a)", "II."
  std::size_t number() const {
    const bool bracket = text(0) == "(" && text(2) == ")";
    if (bracket && (is_counter(1) || text(1).size() == 1)) return 3;
    return is_counter(0) && is_any(text(1), {".", ")", "/", ".)"}) && !spaced(1) ? 2 : 0;
  }

  // "09.12": two figures of two digits at most. "14:05 GMT Peru signed" tells a time, and stays.
  std::size_t hour() const {
    return text(0).find('.') != std::string_view::npos && is_clock(text(0)) ? 1 : 0;
  }

  const Report& report_;
  const std::vector<Word>& words_;
};

}  // namespace

std::size_t mark_length(const Report& report, const std::vector<Word>& words) {
  return Opening(report, words).mark();
}

std::size_t dateline_length(const Report& report, const std::vector<Word>& words) {
  return words.empty() ? 0 : Opening(report, words).dateline();
}

bool opens_with_hour(const Report& report, const Block& block) {
  return is_clock(report.words(block.span).substr(0, kClockLettersMax + 1));
}

std::size_t speaker_length(const Report& report, const std::vector<Word>& words) {
  return Opening(report, words).speaker();
}

bool is_transcript(const Report& report) {
  std::map<std::string, int> asked;
  for (const Block& block : report.blocks) {
    if (block.kind == BlockKind::title) continue;
    const std::string_view text = report.words(block.span);
    if (text.find('?') == std::string_view::npos) continue;
    const std::vector<Word> words = split_words(report.text, block.span);
    const std::size_t length = speaker_length(report, words);
    if (length == 0) continue;
    const Span label = {words.front().span.begin, words[length - 1].span.end};
    if (++asked[std::string(report.words(label))] > 1) return true;
  }
  return false;
}

// "Q.", "A."
static bool is_letter(const Reading& reading, TokenSpan words) {
  return words.size() == 2 && reading.lower(words.begin).size() == 1 &&
         reading.tokens[words.begin].capital && reading.lower(words.end - 1) == ".";
}

bool names_speaker(const Reading& reading, std::uint32_t sentence) {
  if (sentence + 1 >= reading.sentences.size()) return false;
  const Sentence& label = reading.sentences[sentence];
  const bool opens = sentence == 0 || reading.sentences[sentence - 1].block != label.block;
  return opens && !label.dateline && !label.tokens.empty() &&
         (reading.lower(label.tokens.end - 1) == ":" || is_letter(reading, label.tokens)) &&
         reading.sentences[sentence + 1].block == label.block;
}

bool has_label(const Reading& reading, std::uint32_t sentence) {
  return std::ranges::binary_search(reading.labels, sentence, {}, &Label::sentence);
}

bool is_label(const Reading& reading, std::uint32_t sentence) {
  const auto label = std::ranges::lower_bound(reading.labels, sentence, {}, &Label::sentence);
  return label != reading.labels.end() && label->sentence == sentence && label->alone;
}

}  // namespace concord
