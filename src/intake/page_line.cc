#include "intake/page_line.h"

#include <algorithm>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kFurnitureWordsMax = 40;  // longer lines are judged by their start alone
constexpr std::size_t kSentenceWordsMin = 12;
constexpr std::size_t kItemWordsMax = 3;

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower_letter(static_cast<char>(c | 0x20)); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words that stay small in names: "Cedar and Quay".
bool is_small(std::string_view word) {
  static constexpr std::string_view kSmall[] = {"of",  "the", "and", "&",  "for", "de",
                                                "la",  "al",  "do",  "da", "di",  "du",
                                                "des", "del", "der", "van"};
  return std::ranges::find(kSmall, word) != std::end(kSmall);
}

bool ends_like_sentence(std::string_view text) {
  for (const std::string_view mark : {"\"", "\xE2\x80\x9D", "'", ")", "\xE2\x80\x99", "\""}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("\xE2\x80\xA6");
}

// "... isolating U.S.": a short line that ends with initials is no sentence for their stop.
bool ends_with_initials(std::string_view text) {
  const auto initial = [&](std::size_t back) {
    return text.size() > back && text[text.size() - back] == '.' && text.size() >= back + 1 &&
           text[text.size() - back - 1] >= 'A' && text[text.size() - back - 1] <= 'Z';
  };
  return initial(1) && initial(3);
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
  return count;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(count_words(text));
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// A phrase counts as a whole: "share" is not the start of "shares", nor "follow" of "follow-up".
bool ends_word(std::string_view text, std::size_t at) {
  if (at > 0 && at < text.size() && text[at] == '-' && is_lower_letter(text[at - 1])) return false;
  return at >= text.size() || !(is_lower_letter(text[at]) && is_lower_letter(text[at - 1]));
}

// The bytes of the mark between a bar's items with which the text begins; 0 for none.
std::size_t bar_size(std::string_view text) {
  switch (text.front()) {
    case '|':
      return 1;
    case ' ':
      return text.starts_with(" / ") || text.starts_with(" > ") ? 3 : 0;
    case '\xC2':
      return text.starts_with("\xC2\xB7") || text.starts_with("\xC2\xBB") ? 2 : 0;
    case '\xE2':
      return text.starts_with("\xE2\x80\xA2") || text.starts_with("\xE2\x80\xBA") ? 3 : 0;
    default:
      return 0;
  }
}

// "2 hours ago", "5", "13:18", "3 min": numbers and words of time.
bool is_relative_time(const PageLine& line) {
  if (line.words == 0 || line.words > 4) return false;
  if (words_of(line.lower).back() == "ago") return true;
  return std::ranges::all_of(line.lower,
                             [](char c) { return is_digit(c) || c == ':' || c == ' '; });
}

// "Press release No 114/2021": a section of two words with its number.
bool is_numbered(const PageLine& line, const PageWords& words) {
  if (line.words > 4 || !is_digit(line.text.back())) return false;
  return words.section.begins(line.lower, [&](const std::string& section) {
    return section.find(' ') != section.npos && line.lower.substr(section.size()).starts_with(' ');
  });
}

// "Share | Save", "Print · Facebook": each item is a word of pages.
bool is_known_bar(const PageLine& line, const PageWords& words) {
  const auto items = bar_items(line);
  return !items.empty() && std::ranges::all_of(items, [&](std::string_view item) {
    const std::string low = lower(item);
    return words.is.is(low) || words.section.is(low) || starts_with_any(low, words.starts);
  });
}

// "press@ministry.example", "www.ministry.example/news"
bool is_address(const PageLine& line) {
  if (line.words != 1) return false;
  return line.lower.starts_with("http") || line.lower.starts_with("www.") ||
         (line.text.find('@') != line.text.npos && line.text.find('.') != line.text.npos);
}

// "Copyright Quay Courier 2022. No part may ...": names up to a year. "Copyright in Kiribati will
// ..." is of the article.
bool is_copyright(const PageLine& line) {
  if (!line.lower.starts_with("copyright ")) return false;
  const auto tokens = words_of(line.text);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string_view token = trimmed(tokens[i]);
    if (token.size() >= 4 && std::ranges::all_of(token.substr(0, 4), is_digit)) return true;
    if (token.empty() || (is_lower_letter(token[0]) && !is_small(token))) return false;
  }
  return false;
}

}  // namespace

bool starts_with_any(std::string_view text, const PhraseList& words) {
  return words.begins(text, [&](const std::string& word) { return ends_word(text, word.size()); });
}

std::vector<PageLine> cut_lines(std::string_view text) {
  std::vector<PageLine> lines;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size()) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    at = end + 1;
    const auto blank = [&](std::size_t i) { return static_cast<unsigned char>(text[i]) <= ' '; };
    while (begin < end && blank(begin)) ++begin;
    while (end > begin && blank(end - 1)) --end;
    while (text.substr(begin, end - begin).starts_with("\xC2\xA0")) begin += 2;
    if (begin == end) continue;
    PageLine line;
    line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    line.text = text.substr(begin, end - begin);
    line.lower = lower(line.text);
    line.words = count_words(line.text);
    const bool headline = line.words < kSentenceWordsMin && ends_with_initials(line.text);
    line.sentence = !headline && ends_like_sentence(line.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  static constexpr std::string_view kMarks = " \t\r|,;:-/()";
  static constexpr std::string_view kLong[] = {"\xE2\x80\x94", "\xE2\x80\x93", "\xC2\xB7",
                                               "\xE2\x80\xA2", "\xC2\xA0"};
  for (bool cut = true; cut && !text.empty();) {
    cut = false;
    const std::size_t before = text.size();
    while (!text.empty() && kMarks.find(text.front()) != kMarks.npos) text.remove_prefix(1);
    while (!text.empty() && kMarks.find(text.back()) != kMarks.npos) text.remove_suffix(1);
    for (const std::string_view mark : kLong) {
      if (text.starts_with(mark)) text.remove_prefix(mark.size());
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    cut = text.size() != before;
  }
  return text;
}

std::string title_case(std::string_view name) {
  if (std::ranges::any_of(name, is_lower_letter)) return std::string(name);
  std::string out = lower(name);
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = std::min(out.find_first_of(" -/", at), out.size());
    const bool small = at > 0 && is_small(std::string_view(out).substr(at, end - at));
    if (!small && end > at && is_lower_letter(out[at])) out[at] = static_cast<char>(out[at] - 32);
    at = end + 1;
  }
  return out;
}

bool is_name(std::string_view text) {
  const std::size_t count = count_words(text);
  if (count == 0 || count > 6) return false;
  if (text.find_first_of("?!:;\"") != text.npos || is_digit(text.front())) return false;
  if (is_lower_letter(text.front())) return false;
  bool letters = false;
  for (const std::string_view word : words_of(text)) {
    if (is_lower_letter(word.front()) && !is_small(word)) return false;
    letters = letters || word.size() > 1;
  }
  return letters;
}

bool is_upper(std::string_view text) {
  return lower(text) != text && std::ranges::none_of(text, is_lower_letter);
}

std::vector<std::string_view> bar_items(const PageLine& line) {
  std::vector<std::string_view> items;
  std::size_t begin = 0;
  std::size_t words = 0;  // of the item, that begin with a letter: nothing trims them away
  for (std::size_t at = 0; at <= line.text.size();) {
    const std::size_t size = at == line.text.size() ? 1 : bar_size(line.text.substr(at));
    if (size == 0) {
      const bool opens = at == begin || line.text[at - 1] == ' ';
      if (opens && is_letter(line.text[at]) && ++words > kItemWordsMax) return {};
      ++at;
      continue;
    }
    words = 0;
    const std::string_view item = trimmed(line.text.substr(begin, at - begin));
    if (item.empty() || count_words(item) > kItemWordsMax) return {};
    items.push_back(item);
    begin = at += size;
  }
  if (items.size() < 2) items.clear();
  return items;
}

bool is_menu(const PageLine& line) {
  if (line.sentence || line.words > 20) return false;
  const std::string_view text = line.text;
  std::size_t gaps = 0;
  std::size_t bars = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    gaps += text[i] == ' ' && text[i - 1] == ' ' && (i + 1 == text.size() || text[i + 1] != ' ');
    bars += text[i] == '|' || (text[i] == '/' && text[i - 1] == ' ');
  }
  if (gaps >= 2 || bars >= 3) return true;
  if (bar_items(line).size() >= 3 && std::ranges::none_of(text, is_digit)) return true;
  if (line.words < 2 || line.words > 12) return false;
  return std::ranges::all_of(words_of(text), [](std::string_view word) {  // "ua en ru": languages
    return word.size() == 2 && is_lower_letter(word[0]) && is_lower_letter(word[1]);
  });
}

bool is_caption(const PageLine& line, const PageWords& words) {
  if (line.words > 70) return false;
  if (line.words < 25 && starts_with_any(line.lower, words.credit)) return true;
  if (line.text.ends_with(')')) {
    const std::string_view lower = line.lower;
    const std::size_t open = lower.rfind('(');
    if (open != lower.npos && words.credit.stands_in(lower.substr(open))) return true;
  }
  return line.words < 14 && !line.sentence && words.credit.stands_in(line.lower);
}

bool is_furniture(const PageLine& line, const PageWords& words) {
  // "More from the sea than ..." may begin a sentence of the article; "Disclaimer: ..." does not.
  const bool long_sentence = line.sentence && line.words >= kSentenceWordsMin;
  const bool starts = words.starts.begins(line.lower, [&](const std::string& start) {
    return !(long_sentence && is_lower_letter(start.back())) && ends_word(line.lower, start.size());
  });
  if (starts) return true;
  if (line.words > 70) return false;
  if (line.words <= kFurnitureWordsMax && words.has.stands_in(line.lower)) return true;
  if (words.is.is(line.lower) || words.section.is(line.lower)) return true;
  if (words.is.is(trimmed(line.lower)) || is_numbered(line, words)) return true;
  if (is_relative_time(line) || is_menu(line) || is_known_bar(line, words)) return true;
  if (is_address(line) || is_copyright(line)) return true;
  return is_caption(line, words);
}

bool is_list_heading(const PageLine& line, const PageWords& words) {
  if (line.words > 6) return false;
  const std::string_view low = trimmed(line.lower);
  return std::ranges::any_of(words.starts, [&](const std::string& word) {
    if (!low.starts_with(trimmed(word))) return false;
    const std::string_view rest = low.substr(trimmed(word).size());
    return rest.empty() || rest.starts_with(" in ") || rest.starts_with(" from ");
  });
}

bool is_bio(const PageLine& line, const PageWords& words) {
  if (line.words > 150) return false;
  if (words.bio.stands_in(line.lower) || words.has.stands_in(line.lower)) return true;
  const std::string_view head = std::string_view(line.lower).substr(0, 160);
  const std::size_t is =
      std::min({head.find(" is a "), head.find(" is an "), head.find(" is the "),
                head.find(" was a "), head.find(" covers "), head.find(" writes ")});
  if (is == head.npos || is > 40 || !is_name(line.text.substr(0, is))) return false;
  if (std::ranges::count(line.text.substr(0, is), ' ') == 0) return false;
  const std::string_view rest = head.substr(is);
  const bool place = rest.find(" at ") != rest.npos || rest.find(" for ") != rest.npos ||
                     rest.find(" of ") != rest.npos || rest.find(" based in ") != rest.npos;
  return place && words.author.stands_in(rest);
}

}  // namespace concord
