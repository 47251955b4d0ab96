// The walk over a parsed page. html_tree.cc parses and lays the nodes out.
#include "intake/dom.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace concord {
namespace {

constexpr std::string_view kSpaces = " \t\n\f\r";

// HTML's five spaces, and U+00A0, which pages use for looks.
struct VisibleText {
  std::string words;
  bool parted = false;  // a space waits for the next word

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool hard = text.substr(at).starts_with("\u00a0");
      if (hard || kSpaces.find(text[at]) != std::string_view::npos) {
        parted = true;
        at += hard ? 1 : 0;
        continue;
      }
      if (parted && !words.empty()) words += ' ';
      parted = false;
      words += text[at];
    }
  }
};

}  // namespace

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::b:
    case Tag::cite:
    case Tag::code:
    case Tag::del:
    case Tag::em:
    case Tag::font:
    case Tag::i:
    case Tag::img:
    case Tag::input:
    case Tag::ins:
    case Tag::label:
    case Tag::mark:
    case Tag::other:
    case Tag::q:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::text:
    case Tag::time:
    case Tag::u:
      return false;
    default:
      return true;
  }
}

bool is_hidden_tag(Tag tag) {
  switch (tag) {
    case Tag::audio:
    case Tag::canvas:
    case Tag::embed:
    case Tag::head:
    case Tag::iframe:
    case Tag::noscript:
    case Tag::object:
    case Tag::script:
    case Tag::style:
    case Tag::svg:
    case Tag::template_:
    case Tag::video:
      return true;
    default:
      return false;
  }
}

NodeId Document::above(NodeId node, Tag tag) const {
  while (node != kNoNode) {
    node = nodes_[node].parent;
    if (nodes_[node].tag == tag) return node;
  }
  return kNoNode;
}

std::vector<NodeId> Document::all(Tag tag, NodeId of) const {
  std::vector<NodeId> found;
  for (NodeId node = of + 1; node < nodes_[of].end; ++node) {
    if (nodes_[node].tag == tag) found.push_back(node);
  }
  return found;
}

NodeId Document::first(Tag tag, NodeId of) const {
  for (NodeId node = of + 1; node < nodes_[of].end; ++node) {
    if (nodes_[node].tag == tag) return node;
  }
  return kNoNode;
}

std::vector<NodeId> Document::all_of_class(std::string_view name, NodeId of) const {
  std::vector<NodeId> found;
  for (NodeId node = of + 1; node < nodes_[of].end; ++node) {
    if (has_class(node, name)) found.push_back(node);
  }
  return found;
}

bool Document::has_class(NodeId node, std::string_view name) const {
  const std::string_view list = classes(node);
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(kSpaces, at);
    if (begin == std::string_view::npos) return false;
    at = std::min(list.find_first_of(kSpaces, begin), list.size());
    if (list.substr(begin, at - begin) == name) return true;
  }
  return false;
}

std::string Document::text(NodeId node) const {
  VisibleText visible;
  if (nodes_[node].tag == Tag::text) visible.add(nodes_[node].text);
  // The blocks that are open, to part what follows them.
  std::vector<NodeId> open;
  for (NodeId at = node + 1; at < nodes_[node].end;) {
    while (!open.empty() && at >= nodes_[open.back()].end) {
      visible.parted = true;
      open.pop_back();
    }
    const Node& one = nodes_[at];
    if (one.tag == Tag::text) visible.add(one.text);
    if (is_block(one.tag)) {
      visible.parted = true;
      open.push_back(at);
    }
    at = is_hidden_tag(one.tag) ? one.end : at + 1;
  }
  return std::move(visible.words);
}

std::string Document::raw_text(NodeId node) const {
  std::string all;
  for (NodeId at = node; at < nodes_[node].end; ++at) all += nodes_[at].text;
  return all;
}

}  // namespace concord
