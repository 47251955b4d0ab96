// What reading makes of a report: sentences, tokens, times, quotations, names, attributions.
//
// A Reading is a struct of vectors; a later pass addresses what an earlier one found by its number.
// Passes add and never change (engine/pipeline.cc lists them in order).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/syntax.h"
#include "lexicon/acts.h"
#include "lexicon/vocabulary.h"
#include "report/report.h"
#include "text/words.h"

namespace concord {

inline constexpr std::uint32_t kNone = 0xffffffff;

struct Token {
  Span span;   // in the report's text
  Span lower;  // in Reading::lower_text
  WordKind kind = WordKind::word;
  bool capital = false;                    // first letter is upper case
  bool all_capitals = false;               // two letters or more, all upper case (NATO)
  bool space_before = false;               // white space stands before it
  std::uint32_t sentence = 0;              // number in Reading::sentences
  std::uint32_t opens = 0;                 // tables of the lexicon that it may open, bits of Opens
  ClauseWord clause;                       // its roles as a small word; none of most
  std::optional<AgreementWord> agreement;  // its role in what names an agreement
};

struct Sentence {
  TokenSpan tokens;
  Span span;                // from its first byte to its last
  std::uint32_t block = 0;  // number in Report::blocks
  bool dateline = false;    // only tells where, when and for whom its block was written
};

// What a time expression tells.
enum class TimeSense : std::uint8_t {
  point,     // a date or a time of day
  length,    // "for three years"
  repeated,  // "every Monday", "annual"
  past,      // "recently", "former"
  present,   // "now"
  future     // "in the near future"
};

enum class TimeGrain : std::uint8_t {
  none,
  day,
  week,
  weekend,
  month,
  season,
  quarter,
  year,
  decade,
  century
};

// Where the value comes from: the words alone, the publication date, or an earlier time.
enum class TimeFrom : std::uint8_t { words, published, text };

// A time expression with its value. "later this month" in a report of 2025-11-06 is 2025-11, grain
// month, from the publication date. "two days later" after 20 May 2022 is 2022-05-22, grain day,
// from the text, and `anchor` is the number of "20 May 2022".
struct Time {
  TokenSpan tokens;
  std::string value;  // EDTF; "" where words give no date ("soon")
  std::string clock;  // what is finer than a day: "T14:30", "TMO" in the morning, or "H1" of a year
  std::string length;  // ISO 8601, of lengths and repeated ones: "P3Y", "PXD" for "several days"
  std::string week;    // ISO 8601, where a week is meant: "2025-W45"
  TimeSense sense = TimeSense::point;
  TimeGrain grain = TimeGrain::none;
  TimeFrom from = TimeFrom::words;
  std::uint32_t anchor = kNone;  // number in Reading::times, where `from` is text
  TokenSpan first;               // of a range the words of its ends: "1986", "1994"
  TokenSpan last;
  bool named = false;     // a year that may be part of a name: "the 1979 treaty"
  bool vague = false;     // soon, recently, in the coming weeks
  bool duration = false;  // "for three years", "every year": no date
  bool since = false;     // "since 2005": a state that began then
  bool until = false;     // "by March", "until 2030"
};

// Words between quotation marks (or a block quote continued over paragraphs).
struct Quotation {
  TokenSpan tokens;    // inside the marks
  Span words;          // bytes inside the marks
  bool scare = false;  // one or two words nobody is named for
};

enum class EntityKind : std::uint8_t { state, body, agreement, person, office, group };

// Somebody or something that a report speaks of, under all its names.
struct Entity {
  EntityKind kind = EntityKind::person;
  std::string id;    // KAZ, EU; of persons the family name; of agreements Agreement::id
  std::string name;  // fullest name in this report
  std::vector<std::string> aliases;
  std::string family_name;  // persons
  std::string role;         // persons, offices: "US President", "foreign minister"
  std::string party;        // persons, offices: party id of the state or body they speak for, or ""
  char gender = 0;          // persons: 'm', 'f', or 0 where the text does not say
  std::vector<std::uint32_t> members;  // groups and lists ("the two countries"): entities
  bool acceded = false;                // bodies: one that states join (also an agreement)
};

enum class MentionForm : std::uint8_t {
  name,
  adjective,
  capital,
  definite,
  pronoun,
  possessive_pronoun
};

// One place where an entity is spoken of.
struct Mention {
  TokenSpan tokens;
  std::uint32_t entity = kNone;  // number in Reading::entities
  MentionForm form = MentionForm::name;
  bool possessive = false;  // followed by 's
};

enum class AttributionKind : std::uint8_t { direct, indirect, according_to };

// "Trump said (that) ...", "... , according to a note from the ministry".
struct Attribution {
  TokenSpan content;  // what is said; of direct speech the quotation
  TokenSpan cue;      // the verb, noun or preposition of saying
  AttributionKind kind = AttributionKind::indirect;
  std::uint32_t speaker = kNone;    // number in Reading::entities, where resolved
  Source source;                    // names as to be printed; chain kept
  std::uint32_t quotation = kNone;  // number in Reading::quotations, for direct speech
  bool denies = false;              // "denied that"
  std::string date;                 // EDTF of the saying where it is stated
};

// "GONE", "Still in:", "Who has not signed?": what it tells of those listed under or behind it.
struct Label {
  TokenSpan words;              // without its colon or question mark
  std::uint32_t sentence = 0;   // that it stands in, alone or at its head
  bool alone = false;           // it is the whole sentence,
  bool heads = false;           // and that a block of its own
  bool asks = false;            // "Who is left?"
  bool names_before = false;    // "Chile: out": they stand before it
  std::uint32_t about = kNone;  // the agreement that it names
  std::vector<StandingLabel> tells;
};

struct Reading {
  std::string lower_text;  // folded token forms, one after the other
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Syntax> syntax;         // by sentence; empty where nothing asked for it (syntax.cc)
  std::vector<Time> times;            // by position, disjoint
  std::vector<Quotation> quotations;  // by position
  std::vector<Entity> entities;
  std::vector<Mention> mentions;          // by position; agreements and actors
  std::vector<Label> labels;              // by position
  std::vector<Attribution> attributions;  // by cue position

  // The token at a place; behind the last, where a report may end without a full stop, one of
  // nothing.
  const Token& token(std::uint32_t i) const {
    static const Token none;
    return i < tokens.size() ? tokens[i] : none;
  }
  std::string_view lower(std::uint32_t i) const { return slice(lower_text, token(i).lower); }
  // Whether a token has one of these roles as a small word; behind the last token none has.
  bool is(std::uint32_t token, Roles roles) const {
    return token < tokens.size() && tokens[token].clause.roles.any(roles);
  }
  // Whether a phrase of one of these tables may begin with a token.
  bool opens(std::uint32_t token, std::uint32_t tables) const {
    return token < tokens.size() && (tokens[token].opens & tables) != 0;
  }
};

// Whether an agreement, or a body that states join, was found.
bool speaks_of_agreement(const Reading& reading);

// What the parser says of a token; nullptr where its sentence was not parsed.
const SyntaxWord* syntax_of(const Reading& reading, std::uint32_t token);

// "West | Germany | signed its agreement": the subject of the verb whose object a noun is; kNone
// where the parser gives it none.
std::uint32_t doer_to(const Reading& reading, std::uint32_t noun);

// "Peru|'s vote", "the United Nations|' convention": whether words that end before a token own what
// follows it.
bool owns_behind(const Reading& reading, std::uint32_t token);

// The bytes from the first token's begin to the last token's end.
Span bytes_of(const Reading& reading, TokenSpan tokens);

// The section in which a token stands.
Section section_of(const Report& report, const Reading& reading, std::uint32_t token);

// The sentence as evidence; a very short one ("It did so.") with the one before it.
Evidence sentence_evidence(const Report& report, const Reading& reading, std::uint32_t token);

}  // namespace concord
