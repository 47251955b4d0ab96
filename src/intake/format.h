// What an input is, told by how it begins and never by its name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace concord {

enum class Format : std::uint8_t {
  text,       // nothing else
  html,       // by the first tags, as the WHATWG's MIME sniffing has them
  warc,       //
  feed,       // RSS, Atom: <rss>, <feed>, <rdf:RDF>
  newsml,     // NewsML-G2: <newsItem>, <newsMessage>
  json,       // one object or a list: JSON Feed, ninjs, exports
  jsonl,      // JSON Lines: an object a line
  other_xml,  // refused, with its first element
  arc,        // refused: the archives before WARC
  binary,     // refused: pictures, PDF, databases ...
};

// From the first bytes, unpacked; kFormatBytes are enough.
inline constexpr std::size_t kFormatBytes = 16u << 10;
Format format_of(std::string_view start);

// The first element's name, without its prefix ("RDF"); "" where the text is no XML.
std::string root_element(std::string_view xml);
// What a binary file is, for people: "a PDF file".
std::string binary_kind(std::string_view start);

}  // namespace concord
