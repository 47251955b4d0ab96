// How one opened file is cut into items: a class a family of formats. Not for use outside intake.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "intake/format.h"
#include "intake/item.h"
#include "intake/unpacker.h"

namespace concord {

class Cutter {
 public:
  virtual ~Cutter() = default;
  // Nothing: the end of the file, or of what can be read of it (bytes.error()).
  virtual std::optional<Item> next() = 0;
};

// `path` names the file in items; the unpacker must outlive the cutter.
std::unique_ptr<Cutter> make_warc_cutter(Unpacker& bytes, std::string path);
std::unique_ptr<Cutter> make_lines_cutter(Unpacker& bytes, std::string path);
// Feeds, NewsML, JSON documents: read whole, cut into pieces.
std::unique_ptr<Cutter> make_pieces_cutter(Unpacker& bytes, std::string path, Format format);
// Text and HTML: the file is one report.
std::unique_ptr<Cutter> make_whole_cutter(Unpacker& bytes, std::string path, Format format);

// An item that is refused or skipped.
Item no_report(const std::string& path, Position position, Fate fate, const std::string& reason,
               const std::string& what);
// The whole rest of the file, at most `limit` bytes; otherwise the item that says why not.
std::optional<Item> read_rest(Unpacker& bytes, const std::string& path, std::size_t limit,
                              std::string& rest);
// "http://a b" -> "http://a%20b": an address on one line, without marks and controls.
std::string clean_address(std::string_view address);
// Day or moment of ISO 8601 as it stands, "" where it is none.
std::string clean_moment(std::string_view moment);

}  // namespace concord
