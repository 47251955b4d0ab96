#include "reading/word_view.h"

#include "text/fold.h"

namespace concord {

WordView::WordView(const Report& of_report, const Lexicon& lexicon, const Reading& of_reading)
    : report(of_report),
      speech(lexicon.speech),
      reading(of_reading),
      words_(reading.tokens.size()) {
  for (std::uint32_t i = 0; i < size(); ++i) words_[i].roles = reading.tokens[i].clause.roles;
  const auto mark = [&](TokenSpan tokens, std::uint32_t Known::*field, std::size_t number) {
    for (std::uint32_t i = tokens.begin; i < tokens.end && i < size(); ++i)
      words_[i].*field = static_cast<std::uint32_t>(number);
  };
  for (std::size_t i = 0; i < reading.mentions.size(); ++i)
    mark(reading.mentions[i].tokens, &Known::mention, i);
  for (std::size_t i = 0; i < reading.times.size(); ++i)
    mark(reading.times[i].tokens, &Known::time, i);
  for (std::size_t i = 0; i < reading.quotations.size(); ++i)
    mark(reading.quotations[i].tokens, &Known::quotation, i);
}

// A single mark counts only where a quotation begins or ends: "the teachers' union" has none.
bool WordView::is_quote_mark(std::uint32_t i) const {
  if (!is_mark(i)) return false;
  const std::string_view mark = report.words(reading.tokens[i].span);
  if (is_any(mark, {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB", "\xC2\xBB"})) return true;
  if (!is_any(mark, {"'", "\xE2\x80\x98", "\xE2\x80\x99"})) return false;
  return !is_quoted(i) && (is_quoted(i + 1) || (i > 0 && is_quoted(i - 1)));
}

bool WordView::is_dash(std::uint32_t i) const {
  if (!is_mark(i)) return false;
  if (is_any(report.words(reading.tokens[i].span), {"\xE2\x80\x94", "\xE2\x80\x93"})) return true;
  if (low(i) != "-") return false;
  if (low(i + 1) == "-" || (i > 0 && low(i - 1) == "-")) return true;  // "LIMA -- Peru said"
  return spaced(i) && (i + 1 >= size() || spaced(i + 1));
}

bool WordView::is_inner_stop(std::uint32_t i) const {
  if (i == 0 || low(i) != "." || spaced(i) || i + 1 >= sentence(i).end) return false;
  const bool initial = is_capital(i - 1) && reading.tokens[i - 1].span.size() == 1;
  return initial || (is_word(i - 1) && speech.abbreviations.contains(low(i - 1)));
}

bool WordView::opens_clause(std::uint32_t i) const {
  return is(i, Role::subordinate | Role::relative | Role::list) ||
         is_any(low(i), {"what", "how", "where", "why", "whom"});
}

bool WordView::parts_clauses(std::uint32_t i) const {
  if (is_inner_stop(i)) return false;
  return is_any(low(i), {",", ";", ":", "(", ")", "[", "]", ".", "?", "!", "..."}) ||
         is_quote_mark(i) || is_dash(i) || is_quoted(i);
}

bool WordView::follows_question(TokenSpan sentence) const {
  const std::uint32_t begin = sentence.begin;
  if (begin < 2 || sentence.empty() || !is_quote_mark(begin - 1)) return false;
  const std::uint32_t here = reading.tokens[begin].sentence;
  if (here == 0 || reading.sentences[here - 1].block != reading.sentences[here].block) return false;
  return is_any(low(begin - 2), {"?", "!"});
}

const Entity* WordView::actor(std::uint32_t i) const {
  const Mention* at = mention(i);
  return at == nullptr || at->entity == kNone ? nullptr : &reading.entities[at->entity];
}

std::string WordView::text(TokenSpan tokens) const {
  return one_line(report.words(bytes_of(reading, tokens)));
}

}  // namespace concord
