// The nouns of Concord as plain values: what one report is, and what is found in it.
//
// A report owns its text, the decoded input. Everything found points into it with byte Spans; what
// is printed counts Unicode code points (report/print.h), as gold/CONTRACT and W3C selectors do.
// Dates are EDTF (ISO 8601-2) strings; an empty string means "the report does not say".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

enum class BlockKind : std::uint8_t {
  title,
  standfirst,
  heading,
  paragraph,
  list_item,
  quote,
  caption
};

// A piece of the article's own words. Page furniture is in no block.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span span;
  bool operator==(const Block&) const = default;
};

// Where the bytes of a report lie: a file of its own, or a record inside an archive, feed or list.
struct Position {
  std::string file;          // as given; "-" for standard input
  std::uint64_t offset = 0;  // of the first byte,
  std::uint64_t length = 0;  // and how many; 0 = the whole file, or standard input's rest
  std::string packing;  // "" = offset and length count the file's own bytes; "gzip", "zstd", "lz4":
                        // the bytes that the whole file gives when it is unpacked
  bool operator==(const Position&) const = default;
};

// What a source says of one value of a report, and why that was taken or not.
struct Provenance {
  std::string field;  // "published"
  std::string value;  // as the report would hold it; dates with the time of day, where it is told
  std::string from;   // the kind of place: "json_ld", "visible", "item" (docs/metadata.md)
  std::string where;  // the place: "NewsArticle.datePublished", "By Ana Ruiz", "pubDate"
  int weight = 0;     // how far it is believed, 0 to 100
  bool chosen = false;
  std::string reason;
  bool operator==(const Provenance&) const = default;
};

// One published account.
struct Report {
  std::string path;                 // path or address as given
  std::string digest;               // SHA-256 of its own bytes, containers and compression gone
  Position position;                // where these are
  std::string address;              // the web address it was published at, or ""
  std::string captured;             // EDTF: when it was fetched
  std::vector<std::string> notes;   // what is wrong with the bytes: "truncated: length"
  std::string text;                 // the decoded input (a BOM is kept), never changed
  std::string title;                // "" where the text shows none
  std::string outlet;               // who published it
  std::vector<std::string> byline;  // people who wrote it
  std::string dateline;             // place it was filed from
  std::string published;            // EDTF
  std::string updated;              // EDTF
  std::string language = "en";      // BCP 47
  std::string derived_from;     // outlet or agency whose account this retells ("Levant Monitor")
  std::vector<Block> blocks;    // in text order, disjoint
  std::vector<Span> furniture;  // what was told from the article's words, in order
  std::vector<Provenance> provenance;  // best first by field; read anew, not kept in the record
  bool operator==(const Report&) const = default;

  std::string_view words(Span span) const { return slice(text, span); }
};

// A list of reports for those who only look at them.
std::vector<const Report*> pointers_to(const std::vector<Report>& reports);

enum class Section : std::uint8_t { title, body };

// The words of the report that carry a finding: a clause or a sentence.
struct Evidence {
  Section section = Section::body;
  Span span;
  auto operator<=>(const Evidence&) const = default;
};

// A party's standing towards an agreement, in the order of the ladder; the last four stand for the
// agreement itself. Defined in docs/glossary.md.
enum class Stage : std::uint8_t {
  considering,
  conditional,
  negotiating,
  announced,
  agreed,
  signed_,
  ratified,
  party,
  suspended,
  withdrawing,
  withdrawn,
  rejected,
  in_force,
  terminated,
};
enum class Polarity : std::uint8_t { affirmed, denied };
enum class Certainty : std::uint8_t { certain, probable, possible };
enum class RatificationMode : std::uint8_t {
  none,
  ratification,
  acceptance,
  approval,
  accession,
  succession
};

// Who says so, and where: "Trump", "US President", through "Truth Social".
struct Source {
  std::string name;     // family name, government, office or body; "" = the outlet's own voice
  std::string role;     // "US President", "spokesman"
  std::string party;    // id of the state or body whose own word it is ("Riyadh said": SAU), or ""
  std::string channel;  // "Truth Social", "Time", "CNN", "statement"
  std::vector<std::string> chain;  // who reported it before, outermost first ("X, according to Y")
  bool operator==(const Source&) const = default;
};

// An agreement as one report speaks of it: an accord, treaty, pact, convention, charter, or a body
// that one accedes to.
struct Agreement {
  std::string id;    // stable across reports: the catalogue's name, or the folded own name; what
                     // many deals are called has its parties or month with it
  std::string name;  // the fullest name that this report uses
  std::vector<std::string> aliases;  // the other names it uses
  bool operator==(const Agreement&) const = default;
};

// What one report asserts of one party's standing towards one agreement.
struct Claim {
  std::string agreement;     // the fullest name that this report uses
  std::string agreement_id;  // Agreement::id
  std::optional<std::string>
      party;               // ISO 3166-1 alpha-3, or the body's name; none = the agreement itself
  std::string party_name;  // as a reader knows it: "Kazakhstan"
  Stage stage = Stage::considering;
  RatificationMode mode = RatificationMode::none;
  Polarity polarity = Polarity::affirmed;
  Certainty certainty = Certainty::certain;
  std::string date;       // EDTF: when the stage was or will be reached
  std::string effective;  // EDTF: when it is to take effect
  Source said_by;
  std::string condition;    // for conditional: the source's words
  bool background = false;  // told as history, not as the report's news
  bool first = false;       // "the first to sign"
  std::string rule;         // the act row and factuality rule that read it: "join.verb/planned"
  std::vector<Evidence> evidence;
  bool operator==(const Claim&) const = default;
};

struct Quote {
  Source speaker;  // name "" = unknown
  Span words;      // inside the quotation marks
  bool direct = true;
  std::string date;                // EDTF, when it was said, where the report says so
  std::string occasion;            // "at the White House", "during a conference in Miami"
  std::vector<Evidence> evidence;  // the quotation with its attribution
  bool operator==(const Quote&) const = default;
};

struct Event {
  std::string kind;  // meeting, call, visit, ceremony, vote, conclusion (an agreement was made)
  std::vector<std::string> participants;
  std::string place;
  std::string date;        // EDTF
  std::string date_words;  // "soon", "later this month"
  bool planned = false;
  std::string agreement;     // the fullest name that this report uses, or ""
  std::string agreement_id;  // Agreement::id, or ""
  std::vector<Evidence> evidence;
  bool operator==(const Event&) const = default;
};

struct Relation {
  std::string a, b;   // party ids
  std::string kind;   // diplomatic_relations, embassy
  std::string since;  // EDTF
  std::string place;  // of an embassy
  Polarity polarity = Polarity::affirmed;
  std::vector<Evidence> evidence;
  bool operator==(const Relation&) const = default;
};

struct Topic {
  std::string agreement;  // what the field belongs to; or
  std::string event;      // the kind of event at which it was discussed
  std::string field;      // "energy", "food technology"
  std::vector<Evidence> evidence;
  bool operator==(const Topic&) const = default;
};

struct Assessment {
  std::string agreement;
  std::string agreement_id;
  std::optional<std::string> party;
  std::string value;  // in the source's words: "mostly symbolic"
  Source said_by;
  std::vector<Evidence> evidence;
  bool operator==(const Assessment&) const = default;
};

struct Figure {
  std::string what;
  std::string value;  // in the source's words: "more than 25 percent"
  std::vector<Evidence> evidence;
  bool operator==(const Figure&) const = default;
};

// Everything found in one report.
struct Findings {
  std::vector<Agreement> agreements;
  std::vector<Claim> claims;
  std::vector<Quote> quotes;
  std::vector<Event> events;
  std::vector<Relation> relations;
  std::vector<Topic> topics;
  std::vector<Assessment> assessments;
  std::vector<Figure> figures;
  bool operator==(const Findings&) const = default;
};

// The printed names ("signed", "affirmed", "certain", "accession"), and back.
std::string_view name_of(Stage stage);
std::string_view name_of(Polarity polarity);
std::string_view name_of(Certainty certainty);
std::string_view name_of(RatificationMode mode);
std::string_view name_of(Section section);
std::string_view name_of(BlockKind kind);
std::optional<Stage> stage_of(std::string_view name);
std::optional<Polarity> polarity_of(std::string_view name);
std::optional<Certainty> certainty_of(std::string_view name);
std::optional<RatificationMode> ratification_mode_of(std::string_view name);

// Claims that no rule reads, but learned weights hold to be likely, have a rule that begins so.
inline constexpr std::string_view kLikely = "likely:";
bool is_likely(const Claim& claim);

// signed, ratified, party, withdrawn, in_force, terminated: the act is over and done.
bool is_done(Stage stage);

}  // namespace concord
