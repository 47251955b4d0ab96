// An HTML page as its tree, parsed as browsers do (WHATWG HTML, by lexbor).
//
// In:       a page's text as UTF-8. Any bytes make a tree; what is not UTF-8 is decoded first
//           (charset.h), so that every word of it is sound.
// Out:      the nodes in page order, a parent before its children. A node's descendants are the
//           nodes up to its `end`, so a walk is a loop and a subtree a range:
//
//             for (NodeId n = doc.child(list); n != kNoNode; n = doc.sibling(n)) ...   // children
//             for (NodeId n = list + 1; n < doc[list].end; ++n) ...                    // all below
//
// Bounds:   kHtmlDepthMax, kHtmlNodesMax, kHtmlAttributesMax, kHtmlAttributeBytesMax. A page that
//           passes one is read up to there, and notes() says so. Time is linear in the bytes.
// Not here: charsets (charset.h), what the page means (metadata.h, article.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/tag.h"

namespace concord {

// The number of a node in its Document. 0 is the root, which is nobody's child or sibling: as an
// answer it means "none".
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0;

struct Node {
  NodeId parent = kNoNode;
  NodeId end = 0;  // past its last descendant
  Tag tag = Tag::other;
  std::uint16_t depth = 0;  // of the root 0, of <html> 1
  std::string_view text;    // of a text node, entities resolved; lives as long as its Document
  const void* element = nullptr;  // the library's own; for Document
};

class Document {
 public:
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  std::span<const Node> nodes() const { return nodes_; }
  const Node& operator[](NodeId node) const { return nodes_[node]; }

  // First child, next sibling; kNoNode where there is none.
  NodeId child(NodeId node) const { return node + 1 < nodes_[node].end ? node + 1 : kNoNode; }
  NodeId sibling(NodeId node) const {
    const NodeId next = nodes_[node].end;
    return next < nodes_[nodes_[node].parent].end ? next : kNoNode;
  }
  bool is_within(NodeId node, NodeId of) const { return of <= node && node < nodes_[of].end; }

  // The nearest node of that tag above the node; kNoNode where there is none.
  NodeId above(NodeId node, Tag tag) const;
  // Every node of that tag below `of`, in page order.
  std::vector<NodeId> all(Tag tag, NodeId of = 0) const;
  NodeId first(Tag tag, NodeId of = 0) const;
  // Every element whose class list holds the word (case counts, as in CSS).
  std::vector<NodeId> all_of_class(std::string_view name, NodeId of = 0) const;

  // The value of an attribute, its name in lower case; "" where the element has none.
  std::string_view attribute(NodeId node, std::string_view name) const;
  bool has_attribute(NodeId node, std::string_view name) const;
  // Whether it has any besides class and id: a cheap look before dearer ones.
  bool has_other_attributes(NodeId node) const;
  // Whether any element has it; one look at a table.
  bool uses_attribute(std::string_view name) const;
  std::string_view id(NodeId node) const;
  std::string_view classes(NodeId node) const;
  bool has_class(NodeId node, std::string_view name) const;
  // The element's name in lower case, also where its Tag is `other`; "" of a text.
  std::string_view name(NodeId node) const;

  // The words as a reader sees them: white space runs are one space, blocks and <br> are parted by
  // one, inline tags part nothing ("<b>K</b>azakhstan" is "Kazakhstan"), scripts left out.
  std::string text(NodeId node) const;
  // All text below to the letter: a script's or a style's own.
  std::string raw_text(NodeId node) const;

  // What a limit kept out, as sentences: "elements deeper than 512 within each other ...".
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  friend Result<Document> parse_html(std::string_view html);
  struct Tree;  // the library's document, which owns the bytes behind every view
  Document();

  std::unique_ptr<Tree> tree_;
  std::vector<Node> nodes_;
  std::vector<std::string> notes_;
};

// Fails only when the page is larger than kReportBytesMax or memory runs out.
Result<Document> parse_html(std::string_view html);

}  // namespace concord
