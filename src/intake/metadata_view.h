// The facts of a page with what every decision about them needs: its host and language, its
// headline, and which places are not the article's. Used only within metadata*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/metadata.h"
#include "intake/metadata_dates.h"
#include "intake/metadata_facts.h"
#include "intake/metadata_linked.h"

namespace concord {

struct MetadataView {
  MetadataView(const Document& parsed, const PageHints& known, const Lexicon& lexicon);

  const Document& page;
  const PageHints& hints;
  const WebWords& words;
  const WordMap<NameWord>& names;  // given names among them
  PageFacts facts;
  LinkedData linked;
  std::string host;        // lower case, without "www."
  std::string path;        // of the page's address, with its query
  std::string named_path;  // of the address that the page names as its own; after decide_address
  std::string language;    // as declared, or ""
  NodeId headline = kNoNode;
  std::size_t main = 0;  // the LinkedArticle of the page; articles.size() where there is none
  std::vector<std::string> sites;  // keys of the names that this site goes by

  const LinkedArticle* article() const {
    return main < linked.articles.size() ? &linked.articles[main] : nullptr;
  }
  DateManner manner() const { return {words, language, words.day_order(language, host)}; }

  // The headline is known: regions that hold it are of the article after all.
  void set_headline(NodeId heading);
  // comment, related or chrome where the node is no part of the article; none otherwise.
  PageMark place_of(NodeId node) const;
  // How many lines that region takes; 0 where there is none.
  int lines_of_place(NodeId node) const;
  // The number of the line that holds the node, or of the first after it.
  std::size_t line_of(NodeId node) const;
  // Lines from the headline (or the first paragraph) to the node; 0 is the headline's own.
  int lines_from_headline(NodeId node) const;
  bool is_site_name(std::string_view key) const;
  // "ana ruiz": two to four words, the first a known given name.
  bool has_given_name(std::string_view key) const;

 private:
  bool holds_article(const PageRegion& region) const;
  const PageRegion* region_of(NodeId node) const;

  std::vector<PageRegion> kept_;  // disjoint, in page order
  std::size_t start_line_ = 0;
};

// "/a/b?c" of "https://quay.example/a/b?c".
std::string path_of(std::string_view address);

// As a reader sees it: entities that were escaped twice read, tags taken out, one line.
std::string shown_text(std::string_view value);

// Equal for texts that differ in case, accents and punctuation only.
std::string text_key(std::string_view text);

// "no place of the article" as a reason: "in a comment".
std::string_view reason_of(PageMark place);

// The decisions. Each adds its candidates to `out` and sets its value.
void decide_title(MetadataView& view, Metadata& out);  // and the headline, and the main article
void decide_authors(const MetadataView& view, Metadata& out);
void decide_dates(const MetadataView& view, Metadata& out);
void decide_outlet(MetadataView& view, Metadata& out);
void decide_address(MetadataView& view, Metadata& out);
void decide_agency(const MetadataView& view, Metadata& out);

// json_ld, open_graph, dublin_core, microdata or meta by the name of the property.
MetadataFrom from_of(const StatedFact& fact);

}  // namespace concord
