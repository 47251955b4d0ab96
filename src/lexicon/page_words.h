// Words of a page that are not the article's: menus, share buttons, credits, notes on the author.
#pragma once

#include "base/result.h"
#include "lexicon/data.h"
#include "text/phrase_list.h"

namespace concord {

// All in lower case, as data/en/page.tsv describes the roles.
struct PageWords {
  PhraseList starts;
  PhraseList has;
  PhraseList is;
  PhraseList credit;   // of a caption: in its last brackets, or at its start
  PhraseList bio;      // in a sentence about the author
  PhraseList author;   // "correspondent": who writes
  PhraseList section;  // "europe", "world desk": beside the outlet's name
  PhraseList outlet;   // "herald": a word of an outlet's name
  PhraseList label;    // "last updated": before a date
  PhraseList retells;  // "source:": whose account the page retells
};

Result<PageWords> load_page_words(const DataFiles& files);

}  // namespace concord
