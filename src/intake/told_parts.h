// What a feed, a JSON object or a news item tells of one report, and the Report made of it. What is
// told outright outranks what would be read from the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "report/report.h"

namespace concord {

// A value with the name of the field or element that tells it.
struct ToldValue {
  std::string text;
  std::string where;  // "pubDate"
  bool empty() const { return text.empty(); }
};

struct ToldParts {
  ToldValue title;         // plain words
  std::string standfirst;  // plain words
  std::string html;        // the body as markup; or
  std::string text;        // as plain text
  ToldValue address, outlet, dateline, language;
  ToldValue published, updated;  // as written; read by told_day()
  std::vector<ToldValue> byline;
};

// "Tue, 04 Apr 2023 10:00:00 GMT", "2023-04-04T10:00:00Z", 1680602400 (seconds or milliseconds of
// Unix time) -> "2023-04-04"; "" for what is no date.
std::string told_day(std::string_view date);
// Words of a field that may hold markup, entities and control characters, on one line:
// "AT&amp;T <b>signs</b>" -> "AT&T signs".
std::string plain_words(std::string_view words);
// "en_US" -> "en-US", "EN" -> "en"; "" for what is no BCP 47 tag ("English").
std::string told_language(std::string_view tag);

// Fails when there are no words.
Result<Report> report_of(const ToldParts& parts, const std::string& captured,
                         const Lexicon& lexicon);

// The parts of one JSON object, by the field names of docs/formats.md. Fails on what is no object.
Result<ToldParts> parts_of_json(std::string_view object);
// Of an RSS <item> or Atom <entry>, and of a NewsML-G2 <newsItem>; UTF-8.
Result<ToldParts> parts_of_entry(std::string_view xml);
Result<ToldParts> parts_of_news_item(std::string_view xml);

}  // namespace concord
