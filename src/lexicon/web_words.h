// What is known of web pages: how they state who printed them, who wrote and when, in the languages
// of the web. From data/web/; each file's head says what its columns mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lexicon/data.h"
#include "text/word_map.h"

namespace concord {

enum class PageSays : std::uint8_t {
  title,
  author,
  published,
  modified,
  date,  // a day that is called neither
  outlet,
  canonical,
  language,
  nothing,  // looks like the name of one of them, but is none
};

// A name of a <meta>: "article:published_time".
struct PageProperty {
  PageSays says = PageSays::title;
  int weight = 0;  // how far its word goes, 0 to 100
};

// What an element is by a word of its class or id.
enum class PageMark : std::uint8_t {
  none,
  comment,  // these three hold nothing of the article
  related,
  chrome,
  author,  // these say what the element holds
  bio,
  date,
  published,
  updated,
  headline,
  layout,  // "layout-right-sidebar" is no sidebar
};

// A form of a month's name: "avr" is 4 in "fr".
struct MonthForm {
  std::string language;
  std::uint8_t month = 0;
  bool solar = false;  // of the Iranian calendar
};

struct PageWordRoles {
  bool published = false;  // "veröffentlicht am": before a date
  bool updated = false;    // "mis à jour"
  bool author = false;     // "by", "автор": before a name
  bool other = false;      // "photo by"
  bool stop = false;       // "min", "comments": no name goes on here
  bool group = false;      // "staff", "gmbh": names no person
  bool first = false;      // "originally published": before all other dates
  bool job = false;        // "editor", "director": what the writer is
  bool also = false;       // "and", "und": between two writers
  bool year = false;       // "gada": between a year and its day
  bool itself = false;     // "this entry": opens a sentence in which a page tells its day
  std::vector<std::string> languages;
};

enum class DayOrder : std::uint8_t { day_first, month_first };

struct Outlet {
  std::string name;
  bool agency = false;  // its reports are printed by others
};

struct WebWords {
  WordMap<PageProperty> properties;
  std::vector<std::pair<std::string, PageProperty>> property_parts;  // longest first
  WordMap<int> article_types;  // schema.org types that can be the page's article: weight
  WordMap<PageMark> marks;
  WordMap<PageWordRoles> words;
  WordSet author_openers;            // the first words of those with the role `author`
  std::size_t phrase_words_max = 1;  // of an entry of `words`
  WordMap<std::vector<MonthForm>> months;
  WordMap<std::string> zones;         // in upper case: "EST" is "-05:00"
  WordMap<DayOrder> day_orders;       // of a language ("en-gb") or a domain's end (".uk")
  WordMap<Outlet> outlets;            // by host, without "www."
  WordMap<std::string> outlet_names;  // as they are spelled, by the same folded: "afp" is "AFP"
  WordMap<std::string> agencies;      // by the names that credits use, folded: "ap" is "AP"

  // Month 0 where the word is no month. The language's own reading wins, then English, then the one
  // that all languages agree on.
  MonthForm month_of(std::string_view word, std::string_view language) const;
  // How 3/4/2024 is meant: by the host's country, then by the language.
  DayOrder day_order(std::string_view language, std::string_view host) const;
  // By the longest known part of a name that is not in `properties`; nullptr where it has none.
  const PageProperty* property_by_part(std::string_view name) const;
  // The outlet of the host or of a host above it ("edition.cnn.com"); nullptr where none is known.
  const Outlet* outlet_of(std::string_view host) const;
};

Result<WebWords> load_web_words(const DataFiles& files);

}  // namespace concord
