// Header lines as WARC and HTTP have them: "Name: value", ended by an empty line. Read as they are
// found, not as they should be: LF alone ends a line, names are of any case, lines without a colon
// are passed over, folded lines are joined to the one before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concord {

struct Fields {
  std::string_view first;  // "WARC/1.0", "HTTP/1.1 200 OK"
  std::vector<std::pair<std::string_view, std::string_view>> lines;  // views into the head

  // The first of that name, in any case; "" where there is none.
  std::string_view find(std::string_view name) const;
  bool has(std::string_view name) const;
};

// Bytes of the head with the empty line that ends it; nothing when there is no such line in
// `bytes`.
std::optional<std::size_t> head_size(std::string_view bytes);
// `head` without limits of its own: the caller has bounded it.
Fields read_fields(std::string_view head);

bool same_word(std::string_view a, std::string_view b);  // ASCII, in any case
// A whole number of decimal digits and nothing else.
std::optional<std::uint64_t> whole_number(std::string_view digits);

// "text/html; charset=EUC-JP" -> "text/html", "EUC-JP"; lower case and without marks the first, as
// written the second.
struct MediaType {
  std::string type;
  std::string charset;
};
MediaType read_media_type(std::string_view value);

}  // namespace concord
