#include "intake/format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/fields.h"
#include "intake/warc.h"

namespace concord {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::string_view past_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

// Text past <?...?>, <!DOCTYPE ...> and comments; whether a document type "html" was passed.
std::string_view past_prolog(std::string_view text, bool& html) {
  while (true) {
    text = past_blanks(text);
    std::string_view close;
    if (text.starts_with("<?")) {
      close = "?>";
    } else if (text.starts_with("<!--")) {
      close = "-->";
    } else if (text.starts_with("<!")) {
      html = html || same_word(past_blanks(text.substr(2)).substr(0, 7), "doctype");
      if (html &&
          !same_word(past_blanks(past_blanks(text.substr(2)).substr(7)).substr(0, 4), "html"))
        html = false;
      close = ">";
      // An internal subset holds declarations of its own: <!DOCTYPE x [ <!ENTITY ...> ]>
      const std::size_t end = std::min(text.find('>'), text.size());
      if (text.substr(0, end).find('[') != text.npos) close = "]>";
    } else {
      return text;
    }
    const std::size_t end = text.find(close);
    if (end == text.npos) return {};
    text.remove_prefix(end + close.size());
  }
}

std::string_view tag_name(std::string_view text) {
  if (!text.starts_with('<')) return {};
  text.remove_prefix(1);
  const auto end = std::ranges::find_if(
      text, [](char c) { return is_blank(c) || c == '>' || c == '/' || c == '<'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// mimesniff.spec.whatwg.org, "rules for identifying an unknown MIME type", and what news pages that
// were cut out of larger ones begin with.
constexpr std::array<std::string_view, 26> kHtmlTags = {
    "html",  "head",    "script",  "iframe", "h1", "div", "font",   "table", "a",
    "style", "title",   "b",       "body",   "br", "p",   "meta",   "link",  "main",
    "span",  "article", "section", "header", "h2", "ul",  "center", "base"};

Format format_of_markup(std::string_view text) {
  bool html = false;
  const std::string_view tag = tag_name(past_prolog(text, html));
  if (html) return Format::html;
  const auto is = [&](std::string_view name) { return same_word(tag, name); };
  if (std::ranges::any_of(kHtmlTags, is)) return Format::html;
  const std::string_view local = tag.substr(tag.find(':') == tag.npos ? 0 : tag.find(':') + 1);
  if (local == "rss" || local == "feed" || local == "RDF") return Format::feed;
  if (local == "newsItem" || local == "newsMessage") return Format::newsml;
  if (text.starts_with("<?xml") && !tag.empty()) return Format::other_xml;
  if (text.starts_with("<!--") || text.starts_with("<?xml")) return Format::html;
  return Format::text;
}

// Whether another object begins on a line of its own after the first one's line.
Format format_of_json(std::string_view text) {
  if (text.find("jsonfeed.org/version") != text.npos) return Format::json;
  const std::size_t line = text.find('\n');
  if (line == text.npos) return text.front() == '{' ? Format::jsonl : Format::json;
  const std::string_view first = text.substr(0, line);
  const std::size_t last = first.find_last_not_of(" \t\r");
  const bool whole = text.front() == '{' && last != first.npos && last > 0 && first[last] == '}';
  const std::string_view rest = past_blanks(text.substr(line));
  return whole && (rest.empty() || rest.front() == '{') ? Format::jsonl : Format::json;
}

bool begins_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view rest = past_blanks(text.substr(1));
  if (rest.empty()) return false;
  return text.front() == '{' ? rest.front() == '"' || rest.front() == '}'
                             : rest.front() == '{' || rest.front() == ']';
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kBinary = {{
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a ZIP file (or an office document)"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"RIFF", "a picture or sound"},
    {"BZh", "a bzip2 file"},
    {"\xFD"
     "7zXZ",
     "an xz file"},
    {"SQLite format 3", "a database"},
    {"\xD0\xCF\x11\xE0", "an office document"},
    {"{\\rtf", "an RTF document"},
    {"wOFF", "a font"},
    {"OggS", "sound or film"},
    {"\x7F"
     "ELF",
     "a program"},
}};

}  // namespace

std::string binary_kind(std::string_view start) {
  for (const auto& [mark, kind] : kBinary) {
    if (start.starts_with(mark)) return std::string(kind);
  }
  return {};
}

std::string root_element(std::string_view xml) {
  if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
  bool html = false;
  const std::string_view tag = tag_name(past_prolog(xml, html));
  return std::string(tag.substr(tag.find(':') == tag.npos ? 0 : tag.find(':') + 1));
}

Format format_of(std::string_view start) {
  if (!binary_kind(start).empty()) return Format::binary;
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  // UTF-16 is told by its mark; whether it is a page, by the tag that its other bytes spell.
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    std::string ascii;
    for (const char c : start.substr(2)) {
      if (c != '\0') ascii += c;
    }
    return format_of_markup(past_blanks(ascii)) == Format::html ? Format::html : Format::text;
  }
  start = past_blanks(start);
  if (WarcReader::begins_record(start)) return Format::warc;
  if (start.starts_with("filedesc://")) return Format::arc;
  if (start.starts_with('<')) return format_of_markup(start);
  return begins_json(start) ? format_of_json(start) : Format::text;
}

}  // namespace concord
