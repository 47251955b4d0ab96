// Cuts a document that holds many reports into the bytes of each, so that every one has its place
// in the file and one that is broken spoils no other. Finds where pieces begin and end and nothing
// else: whether they are sound XML or JSON, their reader tells.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace concord {

struct Piece {
  std::size_t begin = 0, end = 0;
  bool closed = true;  // false: the document ends inside
};

struct Cut {
  std::vector<Piece> pieces;
  bool all = true;  // false: more than kEntriesMax; the rest from the last piece's end is not cut
};

// The outermost elements of these local names ("item" is <item> and <x:item>), past comments, CDATA
// and instructions.
Cut cut_elements(std::string_view xml, const std::vector<std::string_view>& names);

// The objects of a list; or of the list under "items" (JSON Feed) and the like in an object; or the
// one object. Linear, and nothing is built: depth costs nothing.
Cut cut_objects(std::string_view json);

}  // namespace concord
