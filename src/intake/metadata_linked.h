// What a page's JSON-LD (schema.org) says of its article: every object of a type that can be it,
// wherever it is nested, with its author references ("@id") followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/web_words.h"

namespace concord {

struct LinkedAuthor {
  std::string name;
  bool person = true;  // false: an Organization
};

struct LinkedArticle {
  std::string type;  // "NewsArticle"
  int weight = 0;    // how surely its type is the page's article (data/web/types.tsv)
  std::string headline;
  std::vector<LinkedAuthor> authors;
  std::string published;  // as written
  std::string modified;
  std::string created;
  std::string publisher;
  std::string source;  // sourceOrganization, isBasedOn's publisher: whose report it prints
  std::string language;
  std::string address;  // url, mainEntityOfPage or @id
};

struct LinkedData {
  std::vector<LinkedArticle> articles;  // in page order
  std::vector<std::string> sites;       // names of WebSite and Organization objects
};

// Adds what one script says. Total; bounds as in metadata_json.h.
void read_linked_data(std::string_view script, const WebWords& words, LinkedData& data);

}  // namespace concord
