// lexbor, wrapped: parsing under limits, and its tree laid out as Nodes.
//
// A browser's parser asks, at every tag, which elements are open: with 100,000 <div> within each
// other that is 5 thousand million looks, with as many different attributes on one tag as many
// comparisons. So each token passes a gate before it reaches the tree: a start tag that would pass
// a limit is dropped (its text stays, in the element around), and past kHtmlNodesMax nodes nothing
// more is built.
#include <lexbor/dom/interfaces/character_data.h>
#include <lexbor/html/parser.h>
#include <lexbor/html/tag.h>

#include <array>
#include <limits>

#include "base/limits.h"
#include "intake/charset.h"
#include "intake/dom.h"

namespace concord {
namespace {

static_assert(kHtmlNodesMax < std::numeric_limits<NodeId>::max());
// Names are counted between chunks.
constexpr std::size_t kChunkBytes = 1u << 16;
// Formatting elements (<b>, <font>) that stay open are opened again in each paragraph.
constexpr std::size_t kOpenFormatsMax = 64;
constexpr std::size_t kRootTagsMax = 64;  // <html> and <body>, opened or closed

// Which Tag a tag of the library is.
std::array<Tag, LXB_TAG__LAST_ENTRY> tag_table() {
  std::array<Tag, LXB_TAG__LAST_ENTRY> table;
  table.fill(Tag::other);
#define CONCORD_TAG(ours, theirs) table[LXB_TAG_##theirs] = Tag::ours
  CONCORD_TAG(a, A);
  CONCORD_TAG(abbr, ABBR);
  CONCORD_TAG(address, ADDRESS);
  CONCORD_TAG(article, ARTICLE);
  CONCORD_TAG(aside, ASIDE);
  CONCORD_TAG(audio, AUDIO);
  CONCORD_TAG(b, B);
  CONCORD_TAG(base, BASE);
  CONCORD_TAG(blockquote, BLOCKQUOTE);
  CONCORD_TAG(body, BODY);
  CONCORD_TAG(br, BR);
  CONCORD_TAG(button, BUTTON);
  CONCORD_TAG(canvas, CANVAS);
  CONCORD_TAG(caption, CAPTION);
  CONCORD_TAG(cite, CITE);
  CONCORD_TAG(code, CODE);
  CONCORD_TAG(dd, DD);
  CONCORD_TAG(del, DEL);
  CONCORD_TAG(details, DETAILS);
  CONCORD_TAG(dialog, DIALOG);
  CONCORD_TAG(div, DIV);
  CONCORD_TAG(dl, DL);
  CONCORD_TAG(dt, DT);
  CONCORD_TAG(em, EM);
  CONCORD_TAG(embed, EMBED);
  CONCORD_TAG(fieldset, FIELDSET);
  CONCORD_TAG(figcaption, FIGCAPTION);
  CONCORD_TAG(figure, FIGURE);
  CONCORD_TAG(font, FONT);
  CONCORD_TAG(footer, FOOTER);
  CONCORD_TAG(form, FORM);
  CONCORD_TAG(h1, H1);
  CONCORD_TAG(h2, H2);
  CONCORD_TAG(h3, H3);
  CONCORD_TAG(h4, H4);
  CONCORD_TAG(h5, H5);
  CONCORD_TAG(h6, H6);
  CONCORD_TAG(head, HEAD);
  CONCORD_TAG(header, HEADER);
  CONCORD_TAG(hgroup, HGROUP);
  CONCORD_TAG(hr, HR);
  CONCORD_TAG(html, HTML);
  CONCORD_TAG(i, I);
  CONCORD_TAG(iframe, IFRAME);
  CONCORD_TAG(img, IMG);
  CONCORD_TAG(input, INPUT);
  CONCORD_TAG(ins, INS);
  CONCORD_TAG(label, LABEL);
  CONCORD_TAG(li, LI);
  CONCORD_TAG(link, LINK);
  CONCORD_TAG(main, MAIN);
  CONCORD_TAG(mark, MARK);
  CONCORD_TAG(meta, META);
  CONCORD_TAG(nav, NAV);
  CONCORD_TAG(noscript, NOSCRIPT);
  CONCORD_TAG(object, OBJECT);
  CONCORD_TAG(ol, OL);
  CONCORD_TAG(option, OPTION);
  CONCORD_TAG(p, P);
  CONCORD_TAG(picture, PICTURE);
  CONCORD_TAG(pre, PRE);
  CONCORD_TAG(q, Q);
  CONCORD_TAG(s, S);
  CONCORD_TAG(script, SCRIPT);
  CONCORD_TAG(section, SECTION);
  CONCORD_TAG(select, SELECT);
  CONCORD_TAG(small, SMALL);
  CONCORD_TAG(source, SOURCE);
  CONCORD_TAG(span, SPAN);
  CONCORD_TAG(strong, STRONG);
  CONCORD_TAG(style, STYLE);
  CONCORD_TAG(sub, SUB);
  CONCORD_TAG(summary, SUMMARY);
  CONCORD_TAG(sup, SUP);
  CONCORD_TAG(table, TABLE);
  CONCORD_TAG(tbody, TBODY);
  CONCORD_TAG(td, TD);
  CONCORD_TAG(template_, TEMPLATE);
  CONCORD_TAG(textarea, TEXTAREA);
  CONCORD_TAG(tfoot, TFOOT);
  CONCORD_TAG(th, TH);
  CONCORD_TAG(thead, THEAD);
  CONCORD_TAG(time, TIME);
  CONCORD_TAG(title, TITLE);
  CONCORD_TAG(tr, TR);
  CONCORD_TAG(u, U);
  CONCORD_TAG(ul, UL);
  CONCORD_TAG(video, VIDEO);
#undef CONCORD_TAG
  return table;
}

Tag tag_of(const lxb_dom_node_t* node) {
  static const auto kTable = tag_table();
  if (node->local_name >= kTable.size()) return Tag::other;
  if (node->ns == LXB_NS_HTML) return kTable[node->local_name];
  return node->local_name == LXB_TAG_SVG ? Tag::svg : Tag::other;
}

std::string_view view(const lxb_char_t* data, std::size_t size) {
  return data == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(data), size);
}

// Stands between the tokenizer and the tree.
struct Gate {
  lxb_html_tree_t* tree = nullptr;
  lxb_html_tokenizer_token_f builder = nullptr;
  void* builder_context = nullptr;
  std::size_t nodes = 0;  // at most that many
  std::size_t roots = 0;
  bool too_deep = false;
  bool too_many_nodes = false;
  bool too_many_attributes = false;
  bool too_many_names = false;

  static lxb_html_token_t* pass(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                void* context) {
    auto& gate = *static_cast<Gate*>(context);
    if (!gate.admits(*token)) return token;
    gate.cut_attributes(tokenizer, *token);
    return gate.builder(tokenizer, token, gate.builder_context);
  }

  bool admits(const lxb_html_token_t& token) {
    if (token.tag_id == LXB_TAG__END_OF_FILE) return true;
    // A token can open again every format that was left open.
    nodes += 1 + tree->active_formatting->length;
    if (nodes > kHtmlNodesMax) {
      too_many_nodes = true;
      return false;
    }
    // Each further one lays its attributes onto the first, which is searched for each.
    const bool root = token.tag_id == LXB_TAG_BODY || token.tag_id == LXB_TAG_HTML;
    if (root && ++roots > kRootTagsMax) return false;
    if (token.tag_id < LXB_TAG__BEGIN || (token.type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0) return true;
    const bool deep = tree->open_elements->length >= kHtmlDepthMax ||
                      tree->active_formatting->length >= kOpenFormatsMax;
    too_deep = too_deep || deep;
    return !deep || lxb_html_tag_is_void(token.tag_id);
  }

  // The library keeps names in lists that it searches one by one.
  bool is_full(const lxb_html_tokenizer_t& tokenizer) {
    too_many_names = lexbor_dobject_allocated(tokenizer.attrs->entries) > kHtmlNamesMax ||
                     lexbor_dobject_allocated(tokenizer.tags->entries) > kHtmlNamesMax;
    return too_many_names || too_many_nodes;
  }

  void cut_attributes(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t& token) {
    std::size_t count = 0;
    lxb_html_token_attr_t* attribute = token.attr_first;
    while (attribute != nullptr && count < kHtmlAttributesMax) {
      attribute = attribute->next;
      ++count;
    }
    while (attribute != nullptr) {
      lxb_html_token_attr_t* next = attribute->next;
      lxb_html_token_attr_delete(&token, attribute, tokenizer->dobj_token_attr);
      attribute = next;
      too_many_attributes = true;
    }
  }

  std::vector<std::string> notes() const {
    std::vector<std::string> notes;
    const auto note = [&](bool when, const std::string& what) {
      if (when) notes.push_back(what);
    };
    note(too_deep, "elements more than " + std::to_string(kHtmlDepthMax) +
                       " deep within each other are read as text of the one around them");
    note(too_many_nodes, "more than " + std::to_string(kHtmlNodesMax) +
                             " tags and texts: the page is read up to there");
    note(too_many_attributes, "an element with more than " + std::to_string(kHtmlAttributesMax) +
                                  " attributes: the others are left out");
    note(too_many_names,
         "more than " + std::to_string(kHtmlNamesMax) +
             " different names of tags or attributes: the page is read up to there");
    return notes;
  }
};

void lay_out(lxb_dom_node_t* root, std::vector<Node>& nodes) {
  nodes.emplace_back().tag = Tag::document;
  NodeId parent = 0;
  for (lxb_dom_node_t* at = root->first_child; at != nullptr;) {
    const bool element = at->type == LXB_DOM_NODE_TYPE_ELEMENT;
    const bool text = at->type == LXB_DOM_NODE_TYPE_TEXT;
    const auto id = static_cast<NodeId>(nodes.size());
    if (element || text) {
      Node node;
      node.parent = parent;
      node.depth = static_cast<std::uint16_t>(nodes[parent].depth + 1);
      if (element) {
        node.tag = tag_of(at);
        node.element = at;
      } else {
        node.tag = Tag::text;
        const lexbor_str_t& data = lxb_dom_interface_character_data(at)->data;
        node.text = view(data.data, data.length);
      }
      nodes.push_back(node);
    }
    if (element && at->first_child != nullptr) {
      parent = id;
      at = at->first_child;
      continue;
    }
    if (element || text) nodes[id].end = id + 1;
    while (at != root && at->next == nullptr) {
      if (at->parent == root) break;
      at = at->parent;
      nodes[parent].end = static_cast<NodeId>(nodes.size());
      parent = nodes[parent].parent;
    }
    at = at->next;
  }
  nodes[0].end = static_cast<NodeId>(nodes.size());
}

struct ParserEnd {
  void operator()(lxb_html_parser_t* parser) const { lxb_html_parser_destroy(parser); }
};

}  // namespace

struct Document::Tree {
  explicit Tree(lxb_html_document_t* parsed) : document(parsed) {}
  ~Tree() { lxb_html_document_destroy(document); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  lxb_html_document_t* document;
};

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

namespace {

lxb_dom_attr_t* attribute_of(const Node& node, std::string_view name) {
  if (node.element == nullptr) return nullptr;
  return lxb_dom_element_attr_is_exist(static_cast<const lxb_dom_element_t*>(node.element),
                                       reinterpret_cast<const lxb_char_t*>(name.data()),
                                       name.size());
}

std::string_view value_of(lxb_dom_attr_t* attribute) {
  if (attribute == nullptr) return {};
  std::size_t size = 0;
  const lxb_char_t* data = lxb_dom_attr_value(attribute, &size);
  return size > kHtmlAttributeBytesMax ? std::string_view() : view(data, size);
}

}  // namespace

std::string_view Document::attribute(NodeId node, std::string_view name) const {
  return value_of(attribute_of(nodes_[node], name));
}

bool Document::has_attribute(NodeId node, std::string_view name) const {
  return attribute_of(nodes_[node], name) != nullptr;
}

bool Document::has_other_attributes(NodeId node) const {
  const auto* element = static_cast<const lxb_dom_element_t*>(nodes_[node].element);
  if (element == nullptr) return false;
  for (const lxb_dom_attr_t* at = element->first_attr; at != nullptr; at = at->next) {
    if (at != element->attr_id && at != element->attr_class) return true;
  }
  return false;
}

bool Document::uses_attribute(std::string_view name) const {
  return lxb_dom_attr_data_by_local_name(lxb_dom_interface_document(tree_->document)->attrs,
                                         reinterpret_cast<const lxb_char_t*>(name.data()),
                                         name.size()) != nullptr;
}

std::string_view Document::id(NodeId node) const {
  const auto* element = static_cast<const lxb_dom_element_t*>(nodes_[node].element);
  return element == nullptr ? std::string_view() : value_of(element->attr_id);
}

std::string_view Document::classes(NodeId node) const {
  const auto* element = static_cast<const lxb_dom_element_t*>(nodes_[node].element);
  return element == nullptr ? std::string_view() : value_of(element->attr_class);
}

std::string_view Document::name(NodeId node) const {
  const auto* element = static_cast<const lxb_dom_element_t*>(nodes_[node].element);
  if (element == nullptr) return {};
  std::size_t size = 0;
  const lxb_char_t* data = lxb_dom_element_qualified_name(element, &size);
  return view(data, size);
}

Result<Document> parse_html(std::string_view html) {
  if (html.size() > kReportBytesMax) {
    return Error{ErrorCode::limit_exceeded,
                 "an HTML page of more than " + std::to_string(kReportBytesMax >> 20) +
                     " MiB, the limit for one report: split it into one file a report"};
  }
  if (!is_utf8(html)) return parse_html(decode_page(std::string(html), "utf-8").utf8);
  const Error no_memory{ErrorCode::unavailable,
                        "no memory to parse the page: free some and read it again"};
  const std::unique_ptr<lxb_html_parser_t, ParserEnd> parser(lxb_html_parser_create());
  if (parser == nullptr || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return no_memory;
  lxb_html_tokenizer_t* tokenizer = parser->tkz;
  Gate gate{parser->tree, tokenizer->callback_token_done, tokenizer->callback_token_ctx};
  lxb_html_tokenizer_callback_token_done_set(tokenizer, Gate::pass, &gate);

  lxb_html_document_t* parsed = lxb_html_parse_chunk_begin(parser.get());
  if (parsed == nullptr) return no_memory;
  Document document;
  document.tree_ = std::make_unique<Document::Tree>(parsed);
  for (std::size_t at = 0; at < html.size() && !gate.is_full(*tokenizer); at += kChunkBytes) {
    const std::string_view chunk = html.substr(at, kChunkBytes);
    if (lxb_html_parse_chunk_process(parser.get(),
                                     reinterpret_cast<const lxb_char_t*>(chunk.data()),
                                     chunk.size()) != LXB_STATUS_OK) {
      return no_memory;
    }
  }
  if (lxb_html_parse_chunk_end(parser.get()) != LXB_STATUS_OK) return no_memory;
  document.notes_ = gate.notes();
  lay_out(lxb_dom_interface_node(parsed), document.nodes_);
  return document;
}

}  // namespace concord
