#include "intake/metadata_facts.h"

#include <array>
#include <bitset>

#include "base/limits.h"
#include "intake/metadata_clock.h"
#include "text/fold.h"
#include "text/word_map.h"

namespace concord {
namespace {

constexpr std::size_t kClassBytesMax = 2000;
constexpr std::size_t kFactsMax = 20'000;  // of one kind: what a page of news holds, a hundredfold

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::string ascii_lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return low;
}

// What the words of a class list say of its element.
struct ClassReading {
  PageMark region = PageMark::none;  // comment, related, chrome
  PageMark holds = PageMark::none;   // author, date ...
  std::string_view word;             // that says what it holds
};

bool is_date(PageMark part) {
  return part == PageMark::date || part == PageMark::published || part == PageMark::updated;
}

bool is_region(PageMark part) {
  return part == PageMark::comment || part == PageMark::related || part == PageMark::chrome;
}

// The first two letters of the words that say something: of ten words of class names nine are not
// looked up.
class MarkOpeners {
 public:
  explicit MarkOpeners(const WebWords& words) {
    for (const auto& [word, mark] : words.marks) {
      if (word.size() > 2 && is_lower(word[0]) && is_lower(word[1])) open_[place(word)] = true;
    }
  }
  bool may_be(std::string_view low) const { return low.size() > 2 && open_[place(low)]; }

 private:
  static std::size_t place(std::string_view low) {
    return static_cast<std::size_t>(low[0] - 'a') * 26 + static_cast<std::size_t>(low[1] - 'a');
  }
  std::bitset<26 * 26> open_;
};

// "post-authorName__link" holds post, author, name, link; and the whole of it, for "pubdate".
void read_class(std::string_view name, const WebWords& words, const MarkOpeners& openers,
                ClassReading& reading) {
  constexpr std::size_t kWordBytesMax = 24;  // the longest known one is shorter
  std::array<char, kWordBytesMax> low;
  const PageMark before = reading.region;
  bool layout = false;
  const auto take = [&](std::string_view word) {
    const auto known = words.marks.find(word);
    if (known == words.marks.end()) return;
    layout = layout || known->second == PageMark::layout;
    if (known->second == PageMark::layout) return;
    PageMark& place = is_region(known->second) ? reading.region : reading.holds;
    // "author-card__published" holds a date: the words before say whose.
    const bool dated = place == PageMark::author && is_date(known->second);
    if (place != PageMark::none && place != PageMark::date && !dated) return;
    place = known->second;
    if (!is_region(known->second)) reading.word = name;
  };
  std::size_t size = 0;
  std::size_t pieces = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : '-';
    const bool letter = is_upper(c) || is_lower(c);
    const bool hump = is_upper(c) && at > 0 && is_lower(name[at - 1]);
    if ((!letter || hump) && size > 0) {
      if (size <= kWordBytesMax && openers.may_be({low.data(), size})) take({low.data(), size});
      ++pieces;
      size = 0;
    }
    if (letter) {
      if (size < kWordBytesMax) low[size] = is_upper(c) ? static_cast<char>(c + 32) : c;
      ++size;
    }
  }
  if (pieces > 1 && name.size() <= kWordBytesMax) take(ascii_lower(name));
  if (layout) reading.region = before;
}

class Gatherer {
 public:
  Gatherer(const Document& page, const WebWords& words)
      : page_(page),
        words_(words),
        openers_(words),
        has_microdata_(page.uses_attribute("itemprop")),
        has_types_(page.uses_attribute("itemtype")) {}

  PageFacts gather() {
    for (NodeId node = 1; node < page_.nodes().size();) {
      while (!blocks_.empty() && node >= blocks_.back()) {
        blocks_.pop_back();
        end_line();
      }
      node = take(node);
    }
    end_line();
    return std::move(facts_);
  }

 private:
  // The node to go on with.
  NodeId take(NodeId node) {
    const Node& one = page_[node];
    switch (one.tag) {
      case Tag::text:
        add_text(node, one.text);
        return node + 1;
      case Tag::title:
        if (facts_.title == kNoNode && page_[one.parent].tag != Tag::other) facts_.title = node;
        return one.end;
      case Tag::meta:
        take_meta(node);
        return one.end;
      case Tag::link:
        take_link(node);
        return one.end;
      case Tag::script:
        take_script(node);
        return one.end;
      case Tag::html:
        facts_.language = page_.attribute(node, "lang");
        return node + 1;
      case Tag::head:
        return node + 1;
      default:
        break;
    }
    if (is_hidden_tag(one.tag) || one.tag == Tag::select || one.tag == Tag::textarea) {
      return one.end;
    }
    take_element(node);
    if (is_block(one.tag)) {
      end_line();
      blocks_.push_back(one.end);
    }
    return node + 1;
  }

  void take_meta(NodeId node) {
    if (facts_.stated.size() >= kFactsMax) return;
    const std::string_view value = page_.attribute(node, "content");
    if (value.empty()) return;
    for (const std::string_view name : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view key = page_.attribute(node, name);
      if (key.empty()) continue;
      facts_.stated.push_back({ascii_lower(one_line(key)), value, node, name == "itemprop"});
    }
  }

  void take_script(NodeId node) {
    if (page_.attribute(node, "type").find("ld+json") != std::string_view::npos) {
      if (facts_.linked_data.size() < kFactsMax) facts_.linked_data.push_back(node);
      return;
    }
    if (page_[node].end != node + 2 || page_[node + 1].text.size() > kShortScriptBytesMax) return;
    if (in_body_ && facts_.short_scripts.size() < 100) facts_.short_scripts.push_back(node);
  }

  void take_link(NodeId node) {
    const std::string_view rel = page_.attribute(node, "rel");
    if (facts_.canonical == kNoNode && rel == "canonical") facts_.canonical = node;
  }

  void take_element(NodeId node) {
    const Tag tag = page_[node].tag;
    if (tag >= Tag::h1 && tag <= Tag::h4 && facts_.headings.size() < kFactsMax) {
      facts_.headings.push_back(node);
    }
    if ((tag == Tag::time || (tag == Tag::abbr && page_.has_attribute(node, "title"))) &&
        facts_.times.size() < kFactsMax) {
      facts_.times.push_back(node);
    }
    take_microdata(node);
    if (tag == Tag::a && page_.attribute(node, "rel").find("author") != std::string_view::npos) {
      mark({PageMark::author, node, "rel=author", true});
    }
    in_body_ = in_body_ || tag == Tag::body;
    if (tag == Tag::body || tag == Tag::main) return;  // "has-sidebar comments-open"
    const ClassReading reading = class_reading(page_.classes(node));
    const ClassReading id_reading = class_reading(page_.id(node));
    if (tag == Tag::nav || tag == Tag::footer || tag == Tag::dialog) {
      add_region(node, PageMark::chrome);
    } else if (tag == Tag::aside && !is_date(reading.holds)) {  // <aside class="published">
      add_region(node, PageMark::related);
    }
    const PageMark region = reading.region != PageMark::none ? reading.region : id_reading.region;
    if (region != PageMark::none && tag != Tag::article) add_region(node, region);
    if (reading.holds != PageMark::none) mark({reading.holds, node, reading.word, false});
    if (id_reading.holds != PageMark::none) mark({id_reading.holds, node, id_reading.word, false});
  }

  void take_microdata(NodeId node) {
    const std::string_view names =
        has_microdata_ ? page_.attribute(node, "itemprop") : std::string_view();
    if (!names.empty() && facts_.stated.size() < kFactsMax) {
      std::string_view value = page_.attribute(node, "content");
      if (value.empty()) value = page_.attribute(node, "datetime");
      facts_.stated.push_back({ascii_lower(one_line(names)), value, node, true});
    }
    if (!has_types_) return;
    const std::string_view type = page_.attribute(node, "itemtype");
    if (type.ends_with("/Comment") || type.ends_with("/UserComments")) {
      add_region(node, PageMark::comment);
    }
  }

  void mark(const MarkedFact& fact) {
    if (facts_.marked.size() < kFactsMax) facts_.marked.push_back(fact);
  }

  void add_region(NodeId node, PageMark part) {
    if (facts_.regions.size() < kFactsMax) facts_.regions.push_back({node, page_[node].end, part});
  }

  ClassReading class_reading(std::string_view classes) {
    if (classes.size() < 3 || classes.size() > kClassBytesMax) return {};
    KnownClasses& known = known_[WordKey(classes).hash() % kKnownClasses];
    if (known.classes == classes) return known.reading;
    known = {classes, {}};
    for (std::size_t at = 0; at < classes.size();) {
      while (at < classes.size() && is_space(classes[at])) ++at;
      const std::size_t begin = at;
      while (at < classes.size() && !is_space(classes[at])) ++at;
      if (at > begin) {
        read_class(classes.substr(begin, at - begin), words_, openers_, known.reading);
      }
    }
    return known.reading;
  }

  void add_text(NodeId node, std::string_view text) {
    if (long_ || facts_.lines.size() >= kFactsMax) return;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      while (at < text.size() && is_space(text[at])) ++at;
      parted_ = parted_ || at > begin;
      const std::size_t word = at;
      while (at < text.size() && !is_space(text[at])) ++at;
      if (at == word) break;
      if (facts_.text.size() > line_begin_) {
        if (parted_) facts_.text.push_back(' ');
        if (first) facts_.text.push_back(kRunEnd);
      } else {
        first_text_ = node;
      }
      facts_.text.append(text, word, at - word);
      parted_ = false;
      first = false;
      last_text_ = node;
      if (facts_.text.size() - line_begin_ > kFactLineBytesMax) {
        long_ = true;
        facts_.paragraphs.push_back(first_text_);
        return;
      }
    }
  }

  void end_line() {
    const auto size = static_cast<std::uint32_t>(facts_.text.size());
    if (long_) {
      facts_.openings.push_back({{line_begin_, size}, first_text_, last_text_ + 1});
    } else if (size > line_begin_) {
      facts_.lines.push_back({{line_begin_, size}, first_text_, last_text_ + 1});
    }
    line_begin_ = static_cast<std::uint32_t>(facts_.text.size());
    long_ = false;
    parted_ = false;
  }

  const Document& page_;
  const WebWords& words_;
  const MarkOpeners openers_;
  const bool has_microdata_;  // no element need be asked where the page has none
  const bool has_types_;
  PageFacts facts_;
  // A page uses the same lists of classes again and again; a newer one takes the place.
  struct KnownClasses {
    std::string_view classes;
    ClassReading reading;
  };
  static constexpr std::size_t kKnownClasses = 256;
  std::array<KnownClasses, kKnownClasses> known_;
  std::vector<NodeId> blocks_;  // the ends of the open ones
  std::uint32_t line_begin_ = 0;
  NodeId first_text_ = kNoNode;
  NodeId last_text_ = kNoNode;
  bool in_body_ = false;
  bool parted_ = false;  // a space waits for the next word
  bool long_ = false;    // the line is longer than a fact
};

}  // namespace

PageFacts gather_facts(const Document& page, const WebWords& words) {
  return Gatherer(page, words).gather();
}

}  // namespace concord
