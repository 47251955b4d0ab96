// JSON objects as they are exported: JSON Feed items, ninjs, crawlers' lines. docs/formats.md lists
// the names of the fields.
#include <nlohmann/json.hpp>

#include "base/limits.h"
#include "intake/told_parts.h"

namespace concord {
namespace {

using Json = nlohmann::json;

// Text of a value: a text itself, a number's digits, or the named part of an object.
std::string text_of(const Json& value, const char* part) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<std::int64_t>());
  if (value.is_object() && value.contains(part) && value[part].is_string()) {
    return value[part].get<std::string>();
  }
  return {};
}

// The first of the names that has some text.
ToldValue first_of(const Json& object, std::initializer_list<const char*> names,
                   const char* part = "name") {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    const bool list = found->is_array() && !found->empty();
    std::string text = text_of(list ? found->front() : *found, part);
    if (!text.empty()) return {std::move(text), name};
  }
  return {};
}

std::vector<ToldValue> people_of(const Json& object) {
  std::vector<ToldValue> people;
  for (const char* name : {"authors", "byline", "author", "creator"}) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& one : list) {
      std::string person = text_of(one, "name");
      if (person.starts_with("By ") || person.starts_with("by ")) person.erase(0, 3);
      if (!person.empty()) people.push_back({std::move(person), name});
    }
    if (!people.empty()) return people;
  }
  return people;
}

// ninjs 2: bodies and headlines are lists of {value, contentType, role}.
void read_ninjs_lists(const Json& object, ToldParts& parts) {
  if (const auto heads = object.find("headlines"); heads != object.end() && heads->is_array()) {
    for (const Json& head : *heads) {
      if (parts.title.empty()) parts.title = {plain_words(text_of(head, "value")), "headlines"};
    }
  }
  const auto bodies = object.find("bodies");
  if (bodies == object.end() || !bodies->is_array()) return;
  for (const Json& body : *bodies) {
    const std::string type = body.is_object() && body.contains("contentType")
                                 ? text_of(body["contentType"], "")
                                 : std::string();
    std::string value = text_of(body, "value");
    const bool html = type.find("html") != std::string::npos ||
                      (type.empty() && value.find("<p") != std::string::npos);
    std::string& place = html ? parts.html : parts.text;
    if (place.empty()) place = std::move(value);
  }
}

bool is_address(const std::string& text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

Result<ToldParts> parts_of_json(std::string_view bytes) {
  const Json object = Json::parse(bytes, nullptr, false);
  if (object.is_discarded()) {
    return Error{ErrorCode::invalid_input,
                 "no sound JSON (a mark missing, a text that is no UTF-8, "
                 "or half a surrogate pair): export it again"};
  }
  if (!object.is_object()) {
    return Error{ErrorCode::invalid_input, "JSON, but no object with fields"};
  }
  ToldParts parts;
  parts.title = first_of(object, {"title", "headline", "title_full"});
  parts.title.text = plain_words(parts.title.text);
  parts.html =
      first_of(object, {"content_html", "body_html", "body_xhtml", "html", "raw_html"}).text;
  parts.text = first_of(object, {"text", "body", "content", "content_text", "body_text", "article",
                                 "articleBody", "article_text", "maintext", "description_text"})
                   .text;
  read_ninjs_lists(object, parts);
  const bool markup = parts.html.empty() && parts.text.find("</p>") != std::string::npos;
  if (markup) parts.html.swap(parts.text);
  if (parts.html.empty() && parts.text.empty()) {
    parts.html = first_of(object, {"summary", "description", "abstract", "description_html"}).text;
  }
  for (const char* name : {"url", "link", "canonical_url", "source_url", "uri", "id"}) {
    ToldValue address = first_of(object, {name}, "href");
    if (parts.address.empty() && is_address(address.text)) parts.address = std::move(address);
  }
  parts.published = first_of(object, {"published", "date_published", "published_at", "publishedAt",
                                      "datePublished", "date_publish", "publish_date", "pubDate",
                                      "firstpublished", "versioncreated", "firstcreated", "date"});
  parts.updated = first_of(object, {"updated", "modified", "date_modified", "updated_at",
                                    "dateModified", "date_modify"});
  parts.outlet = first_of(object, {"outlet", "source", "publisher", "site_name", "sitename",
                                   "provider", "infosource", "source_domain", "copyrightholder"});
  parts.dateline = first_of(object, {"dateline", "located"});
  parts.language = first_of(object, {"language", "lang", "inLanguage"});
  parts.byline = people_of(object);
  return parts;
}

}  // namespace concord
