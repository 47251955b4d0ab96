// Which element of a page holds its article.
//
// An element that is named for it (itemprop="articleBody", "post-body", <article>, <main>) and
// holds enough of the page's prose; the better name wins, of equal names the one with more prose.
// Where none is named, the deepest element that holds most of the prose.
#pragma once

#include "intake/dom.h"
#include "intake/furniture.h"
#include "intake/text_runs.h"

namespace concord {

struct Container {
  NodeId node = kNoNode;  // the root where the page has no body
  bool named = false;     // one of the sure names: a body's, <article>
};

Container choose_container(const Document& page, const TextRuns& runs, const Furniture& furniture);

}  // namespace concord
