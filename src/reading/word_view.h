// What is known of each word of a report, by its number: its small-word roles, and the mention,
// time or quotation that holds it. Built once by a pass over a Reading; constant time to ask.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "reading/reading.h"
#include "report/report.h"

namespace concord {

class WordView {
 public:
  WordView(const Report& report, const Lexicon& lexicon, const Reading& reading);

  const Report& report;
  const Speech& speech;
  const Reading& reading;

  std::uint32_t size() const { return static_cast<std::uint32_t>(reading.tokens.size()); }
  // The folded word, "" outside the text.
  std::string_view low(std::uint32_t i) const { return reading.lower(i); }
  bool is(std::uint32_t i, Roles roles) const { return word(i).roles.any(roles); }
  bool is_word(std::uint32_t i) const {
    return i < size() && reading.tokens[i].kind == WordKind::word;
  }
  bool is_mark(std::uint32_t i) const {
    return i < size() && reading.tokens[i].kind == WordKind::mark;
  }
  bool is_capital(std::uint32_t i) const { return is_word(i) && reading.tokens[i].capital; }
  bool spaced(std::uint32_t i) const { return i < size() && reading.tokens[i].space_before; }
  bool is_quote_mark(std::uint32_t i) const;
  // A dash that parts clauses; not a hyphen inside a word.
  bool is_dash(std::uint32_t i) const;

  // The stop behind an abbreviation or initial: "Mr.", "J."; it ends nothing.
  bool is_inner_stop(std::uint32_t i) const;

  // "who", "that", "while", "and": another clause may begin here.
  bool opens_clause(std::uint32_t i) const;
  // A mark between clauses, or speech in quotation marks.
  bool parts_clauses(std::uint32_t i) const;
  // Whether a quotation that asks or cries out stands before a sentence: ""Who, me?" | Ruiz asked."
  bool follows_question(TokenSpan sentence) const;

  const Mention* mention(std::uint32_t i) const {
    return word(i).mention == kNone ? nullptr : &reading.mentions[word(i).mention];
  }
  const Entity* actor(std::uint32_t i) const;  // of the mention that holds word i
  const Time* time(std::uint32_t i) const {
    return word(i).time == kNone ? nullptr : &reading.times[word(i).time];
  }
  std::uint32_t quotation(std::uint32_t i) const { return word(i).quotation; }
  bool is_quoted(std::uint32_t i) const { return quotation(i) != kNone; }

  TokenSpan sentence(std::uint32_t i) const {
    return reading.sentences[reading.tokens[i].sentence].tokens;
  }
  bool is_title(std::uint32_t i) const { return section_of(report, reading, i) == Section::title; }
  // The words of a span on one line, as printed.
  std::string text(TokenSpan tokens) const;

 private:
  struct Known {
    Roles roles;
    std::uint32_t mention = kNone;
    std::uint32_t time = kNone;
    std::uint32_t quotation = kNone;
  };
  const Known& word(std::uint32_t i) const { return i < words_.size() ? words_[i] : nothing_; }

  std::vector<Known> words_;
  Known nothing_;
};

}  // namespace concord
