// A page as lines, and what one line looks like by its form alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "lexicon/page_words.h"

namespace concord {

struct PageLine {
  Span span;              // without the white space around
  std::string_view text;  // of the report; lives as long as its text
  std::string lower;
  std::size_t words = 0;
  bool sentence = false;  // ends like one
};

// The lines of a text that hold more than white space. A byte order mark is in none.
std::vector<PageLine> cut_lines(std::string_view text);

// Without white space, separators and dashes around: "| News -" is "News".
std::string_view trimmed(std::string_view text);

// "LARCH VALLEY TRIBUNE" as "Larch Valley Tribune"; mixed case stays.
std::string title_case(std::string_view name);

// One to six words, each with a capital but "of", "and" and the like: a name, perhaps an outlet's.
bool is_name(std::string_view text);

// "LARCH VALLEY TRIBUNE": letters, and none of them small.
bool is_upper(std::string_view text);

// "Share", "Save" of "Share | Save": the short items of a line made of nothing else; empty where it
// is none. A bullet before the first item makes an entry of a list instead.
std::vector<std::string_view> bar_items(const PageLine& line);

// "Home  News  Showbiz  Money", "ua en ru", "News | Region | Cricket | Jobs": links in a row.
bool is_menu(const PageLine& line);

// "President X in Paris. (Photo: Agency)", "A flag (Jane Doe/Agency Images)".
bool is_caption(const PageLine& line, const PageWords& words);

// "2 hours ago", "5", "Skip to content", a menu, a caption: nothing of the article.
bool is_furniture(const PageLine& line, const PageWords& words);

// "Jane Doe is a correspondent for ...", "Follow her @...": about who wrote the article.
bool is_bio(const PageLine& line, const PageWords& words);

// "Most read", "More from Europe:": what follows are headlines of other stories.
bool is_list_heading(const PageLine& line, const PageWords& words);

// A phrase counts as a whole: "share" does not begin "shares".
bool starts_with_any(std::string_view text, const PhraseList& words);

}  // namespace concord
