// Which elements of a page stand around the article: menus, share buttons, teasers, consent,
// comments. Told by tag, role, class and id words (data/web/page_parts.tsv) and by what is in them.
//
// An element that holds a third of the page's prose is never furniture, whatever its name says:
// <body class="has-sidebar">, <form id="aspnetForm">.
#pragma once

#include <cstdint>
#include <vector>

#include "intake/dom.h"
#include "intake/text_runs.h"
#include "lexicon/page_parts.h"

namespace concord {

struct Furniture {
  std::vector<std::uint8_t> cut;    // of each node: 1 when its subtree is furniture
  std::vector<std::uint8_t> parts;  // of each node: what its class and id say (PagePart bits)
};

// Marks the runs of furniture in `runs`.
Furniture find_furniture(const Document& page, const PageParts& parts, TextRuns& runs);

}  // namespace concord
