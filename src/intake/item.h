// One report's bytes as they are cut out of an input, before anybody reads them; or what stands in
// the input instead of a report, with the reason. Cutting is done in order by one thread, reading
// by many (read_item.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "report/report.h"

namespace concord {

enum class Fate : std::uint8_t {
  read,     // a report
  skipped,  // nothing that holds a report: a request, a picture, an answer 404, a page not changed
  refused,  // a report may be lost: damaged, too large, not what it says
};
std::string_view name_of(Fate fate);

struct Item {
  enum class Form : std::uint8_t {
    text,      // plain text, the page's furniture perhaps in it
    html,      //
    answer,    // the block of a WARC response: HTTP
    resource,  // the block of a WARC resource or conversion: the payload itself
    json,      // one JSON object
    entry,     // <item> of RSS, <entry> of Atom
    news,      // <newsItem> of NewsML-G2
  };
  Form form = Form::text;
  Position position;
  std::string name;         // what the report is called: its address, or the path as given
  std::string bytes;        // empty unless fate is read
  bool whole_file = false;  // the file is this report and nothing else

  // What is known from outside.
  std::string address, captured, media_type, charset, truncated;
  std::string title, language;  // of the feed
  bool odd_length = false;      // of the record: Content-Length is missing or wrong

  Fate fate = Fate::read;
  std::string reason;   // of skipped and refused: one of few words, counted
  std::string message;  // what, where, what to do

  // Of archives and lists, so that they can be taken up again after this item.
  std::string identity;       // SHA-256 over size and first bytes; "" of other files and of pipes
  std::uint64_t records = 0;  // of the file, with this one
  std::uint64_t next = 0;     // where in the file the next one begins; 0 where that is not known
  bool end = false;           // no item, but the mark that the list ended here
  std::uint64_t bytes_done = 0;  // of all inputs, as they lie on the disk
};

// How every record was dealt with: seen = read + skipped + refused, and the reasons add up to the
// last two.
struct IntakeCounts {
  std::uint64_t seen = 0;
  std::uint64_t read = 0, skipped = 0, refused = 0;
  std::map<std::string, std::uint64_t> reasons;  // "skipped: request", "refused: damaged"

  void count(Fate fate, const std::string& reason);
  void add(const IntakeCounts& other);
  bool adds_up() const;
  bool operator==(const IntakeCounts&) const = default;
};

}  // namespace concord
