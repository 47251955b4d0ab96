// RSS 2.0, Atom and NewsML-G2 by pugixml, which knows no entities but the five of XML and loads
// nothing. Elements are known by their local names, so that a namespace may have any prefix.
#include <pugixml.hpp>
#include <sstream>

#include "base/limits.h"
#include "intake/told_parts.h"

namespace concord {
namespace {

std::string_view local(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children()) {
    if (local(one) == name) return one;
  }
  return {};
}

// All text of an element, its CDATA too.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) text += one.value();
  }
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

ToldValue told(const pugi::xml_node& node, std::string_view name) {
  return {text_of(child(node, name)), std::string(name)};
}

ToldValue told_plainly(const pugi::xml_node& node, std::string_view name) {
  return {plain_words(text_of(child(node, name))), std::string(name)};
}

// The first of the elements that has some text.
ToldValue first_of(const pugi::xml_node& node, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (ToldValue value = told(node, name); !value.empty()) return value;
  }
  return {};
}

// The markup inside an element.
std::string inner_markup(const pugi::xml_node& node) {
  std::ostringstream out;
  for (const pugi::xml_node& one : node.children()) {
    one.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  }
  return out.str();
}

bool has_elements(const pugi::xml_node& node) {
  for (const pugi::xml_node& one : node.children()) {
    if (one.type() == pugi::node_element) return true;
  }
  return false;
}

Result<Done> load(pugi::xml_document& document, std::string_view xml) {
  const auto outcome =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!outcome) {
    return Error{ErrorCode::invalid_input, std::string("no sound XML (") + outcome.description() +
                                               " at byte " + std::to_string(outcome.offset) +
                                               " of the entry): fetch it again"};
  }
  return Done{};
}

// Text as a feed has it: with markup, or words alone.
void take_body(std::string body, ToldParts& parts) {
  const bool markup = body.find('<') != body.npos || body.find('&') != body.npos;
  (markup ? parts.html : parts.text) = std::move(body);
}

std::string link_of(const pugi::xml_node& entry) {
  std::string other;
  for (const pugi::xml_node& one : entry.children()) {
    if (local(one) != "link") continue;
    const std::string_view relation = one.attribute("rel").value();
    std::string address = one.attribute("href").value();
    if (address.empty()) address = text_of(one);
    if (relation.empty() || relation == "alternate") return address;
    if (relation != "self" && relation != "enclosure" && other.empty()) other = address;
  }
  const pugi::xml_node guid = child(entry, "guid");
  const bool permanent = std::string_view(guid.attribute("isPermaLink").value()) != "false";
  return other.empty() && permanent ? text_of(guid) : other;
}

// "desk@example.org (Clara Whitlow)" -> "Clara Whitlow"
std::string person_of(std::string words) {
  const std::size_t open = words.find('(');
  if (words.find('@') < open && open != words.npos && words.ends_with(')')) {
    return words.substr(open + 1, words.size() - open - 2);
  }
  return words;
}

void take_people(const pugi::xml_node& entry, ToldParts& parts) {
  for (const pugi::xml_node& one : entry.children()) {
    if (local(one) != "author" && local(one) != "creator") continue;
    std::string person = text_of(child(one, "name"));
    if (person.empty()) person = person_of(text_of(one));
    if (!person.empty()) parts.byline.push_back({plain_words(person), std::string(local(one))});
  }
}

}  // namespace

Result<ToldParts> parts_of_entry(std::string_view xml) {
  pugi::xml_document document;
  CONCORD_TRY([[maybe_unused]] auto loaded, load(document, xml));
  const pugi::xml_node entry = document.document_element();
  ToldParts parts;
  parts.title = told_plainly(entry, "title");
  parts.address = {link_of(entry), "link"};
  parts.published = first_of(entry, {"published", "pubDate", "date", "issued", "updated"});
  parts.updated = first_of(entry, {"updated", "modified"});
  parts.outlet = told_plainly(child(entry, "source"), "title");
  if (parts.outlet.empty()) parts.outlet = told_plainly(entry, "source");
  parts.language = told(entry, "language");
  take_people(entry, parts);
  for (const char* name : {"encoded", "content", "description", "summary"}) {
    const pugi::xml_node body = child(entry, name);
    if (!parts.html.empty() || !parts.text.empty()) break;
    if (has_elements(body)) {
      parts.html = inner_markup(body);
    } else {
      take_body(text_of(body), parts);
    }
  }
  return parts;
}

Result<ToldParts> parts_of_news_item(std::string_view xml) {
  pugi::xml_document document;
  CONCORD_TRY([[maybe_unused]] auto loaded, load(document, xml));
  const pugi::xml_node item = document.document_element();
  const pugi::xml_node meta = child(item, "itemMeta");
  const pugi::xml_node content = child(item, "contentMeta");
  ToldParts parts;
  const pugi::xml_node provider = child(meta, "provider");
  parts.title = told_plainly(content, "headline");
  parts.dateline = told(content, "dateline");
  if (parts.dateline.empty()) parts.dateline = told(child(content, "located"), "name");
  std::string byline = text_of(child(content, "by"));
  if (byline.starts_with("By ") || byline.starts_with("by ")) byline.erase(0, 3);
  if (!byline.empty()) parts.byline.push_back({plain_words(byline), "by"});
  parts.outlet = told(provider, "name");
  if (parts.outlet.empty()) parts.outlet = {provider.attribute("literal").value(), "provider"};
  parts.published = told(content, "contentCreated");
  if (parts.published.empty()) parts.published = first_of(meta, {"firstCreated", "versionCreated"});
  parts.updated = told(content, "contentModified");
  parts.language = {child(content, "language").attribute("tag").value(), "language"};
  const pugi::xml_node set = child(item, "contentSet");
  for (const pugi::xml_node& body : set.children()) {
    if (!parts.html.empty() || !parts.text.empty()) break;
    if (local(body) == "inlineXML") parts.html = inner_markup(body);
    if (local(body) == "inlineData") take_body(text_of(body), parts);
  }
  return parts;
}

}  // namespace concord
