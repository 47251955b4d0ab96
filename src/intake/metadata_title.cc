// What the page is called. The headline that readers see is the title; what it says to machines
// tells which of the headings that is, and stands in where there is none.
//
//   <title>      Grain deal extended by 60 days | World | The Quay Courier
//   og:title     Grain deal extended by 60 days - The Quay Courier
//   <h1>         The Quay Courier
//   <h2>         Grain deal extended by 60 days            the title
//   <h2>         Most read
//
// A site's name is cut from the machine titles by evidence: it is what the page names as its site,
// or what is left is a heading. Letters alone ("- Part 1") are no evidence.
#include <algorithm>

#include "intake/metadata_clock.h"
#include "intake/metadata_view.h"
#include "text/fold.h"

namespace concord {
namespace {

struct Statement {
  std::string text;
  std::string key;
  MetadataFrom from = MetadataFrom::meta;
  std::string where;
  int weight = 0;
  std::vector<std::string_view> words;  // of the key, sorted
};

struct Heading {
  NodeId node = kNoNode;
  std::string text;
  std::string key;
  int weight = 0;
  int agreement = 0;  // 0 to 100 with the best of the statements
  std::string reason;
};

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Its words in alphabetical order, to be compared.
std::vector<std::string_view> sorted_words(std::string_view key) {
  std::vector<std::string_view> words = words_of(key);
  std::ranges::sort(words);
  return words;
}

// 100 for the same words; for others the share that both have of all that the longer has.
int likeness(const std::vector<std::string_view>& one, const std::vector<std::string_view>& other) {
  if (one.empty() || other.empty()) return 0;
  std::size_t both = 0;
  for (std::size_t i = 0, k = 0; i < one.size() && k < other.size();) {
    const int order = one[i].compare(other[k]);
    both += order == 0;
    i += order <= 0;
    k += order >= 0;
  }
  const std::size_t most = std::max(one.size(), other.size());
  return static_cast<int>(both == most ? 100 : 95 * both / most);
}

// The key holds the other from one word's start to another's end.
bool holds_words(std::string_view key, std::string_view part) {
  const std::size_t at = key.find(part);
  if (part.empty() || at == std::string_view::npos) return false;
  return (at == 0 || key[at - 1] == ' ') &&
         (at + part.size() == key.size() || key[at + part.size()] == ' ');
}

// " | ", " - ", " :: " and the like: where a site's name begins or ends.
std::vector<Span> separators_of(std::string_view title) {
  std::vector<Span> found;
  for (std::uint32_t at = 1; at < title.size(); ++at) {
    for (const std::string_view mark :
         {"|", "-", "–", "—", "::", "·", "•", "»", "«", ":", "/", "~", "‹", "›"}) {
      if (!title.substr(at).starts_with(mark)) continue;
      const auto end = static_cast<std::uint32_t>(at + mark.size());
      const bool before = title[at - 1] == ' ';
      const bool after = end < title.size() && title[end] == ' ';
      // "Courier: Grain deal" and "Grain deal- Courier" need a space on one side only.
      const bool half = mark == ":" || mark == "-" || mark == "|" || mark == "—";
      if (after && (before || half)) found.push_back({at, end});
      at = end - 1;
      break;
    }
  }
  return found;
}

class TitleDecision {
 public:
  TitleDecision(MetadataView& view, Metadata& out) : view_(view), out_(out) {}

  void decide() {
    gather_statements();
    gather_headings();
    for (Statement& one : statements_) strip_site(one);
    for (Statement& one : statements_) one.words = sorted_words(one.key);
    for (Heading& heading : headings_) weigh(heading);
    choose();
  }

 private:
  void add(std::string_view value, MetadataFrom from, std::string_view where, int weight) {
    Statement one{shown_text(value), {}, from, std::string(where), weight, {}};
    one.key = text_key(one.text);
    if (!one.key.empty() && statements_.size() < 50) statements_.push_back(std::move(one));
  }

  void gather_statements() {
    for (const LinkedArticle& article : view_.linked.articles) {
      if (!article.headline.empty()) {
        add(article.headline, MetadataFrom::json_ld, article.type + ".headline",
            article.weight * 85 / 100);
      }
    }
    for (const StatedFact& fact : view_.facts.stated) {
      if (fact.microdata) continue;
      const auto known = view_.words.properties.find(fact.name);
      if (known == view_.words.properties.end() || known->second.says != PageSays::title) continue;
      add(fact.value, from_of(fact), fact.name, known->second.weight);
    }
    if (view_.facts.title != kNoNode) {
      add(view_.page.text(view_.facts.title), MetadataFrom::title_element, "title", 60);
    }
  }

  void gather_headings() {
    constexpr std::size_t kHeadingsRead = 24;
    for (const NodeId node : view_.facts.headings) {
      const bool many = headings_.size() >= kHeadingsRead;
      if (headings_.size() >= 2 * kHeadingsRead) break;
      if (many && view_.page[node].tag != Tag::h1) continue;
      Heading heading;
      heading.node = node;
      heading.text = one_line(view_.page.text(node));
      heading.key = text_key(heading.text);
      if (!heading.key.empty() && heading.text.size() <= 500)
        headings_.push_back(std::move(heading));
    }
  }

  bool is_heading_key(std::string_view key) const {
    return std::ranges::any_of(headings_, [&](const Heading& one) { return one.key == key; });
  }
  // Another statement or heading is these very words.
  bool is_said_elsewhere(std::string_view key, const Statement& by) const {
    return is_heading_key(key) || std::ranges::any_of(statements_, [&](const Statement& one) {
             return &one != &by && one.key == key && one.from != by.from;
           });
  }

  // "Grain deal extended | World | The Quay Courier" to "Grain deal extended".
  void strip_site(Statement& title) {
    if (is_heading_key(title.key)) return;
    const std::string whole = title.text;
    const auto take = [&](std::string_view part) {
      title.text = one_line(part);
      title.key = text_key(title.text);
    };
    const std::vector<Span> marks = separators_of(whole);
    // The longest start or end that is a heading, or said elsewhere.
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
      const std::string_view start = std::string_view(whole).substr(0, mark->begin);
      if (const std::string key = text_key(start);
          is_said_elsewhere(key, title) && !view_.is_site_name(key)) {
        return take(start);
      }
    }
    for (const Span& mark : marks) {
      const std::string_view end = std::string_view(whole).substr(mark.end);
      if (const std::string key = text_key(end);
          is_said_elsewhere(key, title) && !view_.is_site_name(key)) {
        return take(end);
      }
    }
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
      const std::string_view tail = std::string_view(whole).substr(mark->end);
      if (view_.is_site_name(text_key(tail))) {
        return take(std::string_view(whole).substr(0, mark->begin));
      }
    }
    if (!marks.empty()) {
      const std::string_view head = std::string_view(whole).substr(0, marks.front().begin);
      if (view_.is_site_name(text_key(head)))
        take(std::string_view(whole).substr(marks.front().end));
    }
  }

  // How far the heading is the page's headline.
  void weigh(Heading& heading) {
    const Tag tag = view_.page[heading.node].tag;
    int weight = tag == Tag::h1 ? 50 : tag == Tag::h2 ? 20 : 10;
    int agreement = 0;
    const std::vector<std::string_view> heading_words = sorted_words(heading.key);
    for (const Statement& one : statements_) {
      int like = heading.key == one.key ? 100 : std::min(likeness(heading_words, one.words), 95);
      const bool within = holds_words(one.key, heading.key) || holds_words(heading.key, one.key);
      if (within && heading_words.size() >= 3) like = std::max(like, 75);
      agreement = std::max(agreement, like * one.weight / 85);
      // The very words of a title are no chance, however little the statement weighs.
      if (like == 100 && heading_words.size() >= 4) agreement = std::max(agreement, 95);
    }
    heading.agreement = std::min(agreement, 100);
    weight += heading.agreement * 45 / 100;
    if (is_marked(heading.node)) weight += 8;
    if (words_of(heading.key).size() == 1) weight -= 12;
    const PageMark place = view_.place_of(heading.node);
    if (place != PageMark::none) {
      // What repeats the page's own statements is its headline, whatever it stands in.
      weight -= heading.agreement >= 80 ? 5 : 30;
      heading.reason = reason_of(place);
    }
    if (view_.is_site_name(heading.key) && heading.agreement < 90) {
      weight = 0;
      heading.reason = "the site's name";
    }
    heading.weight = std::clamp(weight, 0, 100);
  }

  bool is_marked(NodeId node) const {
    const auto& marked = view_.facts.marked;
    return std::ranges::any_of(marked, [&](const MarkedFact& fact) {
      return fact.part == PageMark::headline && fact.node == node;
    });
  }

  void choose() {
    const auto best = std::ranges::max_element(headings_, {}, &Heading::weight);
    constexpr int kHeadlineWeight =
        45;  // an h1, or another heading that the page's statements repeat
    const bool shown = best != headings_.end() && best->weight >= kHeadlineWeight;
    const auto stated = std::ranges::max_element(statements_, {}, &Statement::weight);
    if (shown) {
      view_.set_headline(best->node);
      out_.headline = best->node;
      out_.title = best->text;
      // "Grain deal extended Posted on 1 July by staff": the heading holds more than the headline.
      const std::string first = one_line(first_run(best->node));
      const std::string key = text_key(first);
      for (const Statement& one : statements_) {
        if (one.key == key && key != best->key && words_of(key).size() >= 3) out_.title = first;
      }
    } else if (stated != statements_.end()) {
      out_.title = stated->text;
    }
    choose_article();
    report(shown ? best->node : kNoNode);
  }

  // The first text below the node.
  std::string_view first_run(NodeId node) const {
    for (NodeId at = node + 1; at < view_.page[node].end; ++at) {
      const std::string_view text = view_.page[at].text;
      if (text.find_first_not_of(" \n\t\r") != std::string_view::npos) return text;
    }
    return {};
  }

  // The JSON-LD article that is the page's own: by its type, its address and its headline.
  void choose_article() {
    int most = 0;
    const std::string key = text_key(out_.title);
    const std::vector<std::string_view> key_words = sorted_words(key);
    for (std::size_t i = 0; i < view_.linked.articles.size(); ++i) {
      const LinkedArticle& article = view_.linked.articles[i];
      int weight = article.weight;
      const std::string headline = text_key(shown_text(article.headline));
      weight += likeness(sorted_words(headline), key_words) / 4;
      if (!view_.path.empty() && view_.path.size() > 1 &&
          article.address.find(view_.path) != std::string::npos) {
        weight += 15;
      }
      if (!article.published.empty() || !article.authors.empty()) weight += 10;
      if (weight > most) {
        most = weight;
        view_.main = i;
      }
    }
  }

  void report(NodeId headline) {
    const std::string key = text_key(out_.title);
    const auto put = [&](std::string_view value, std::string_view value_key, MetadataFrom from,
                         std::string_view where, int weight, std::string reason) {
      const bool chosen = value_key == key && !key.empty();
      if (chosen)
        reason = headline == kNoNode ? "no heading is the headline" : "the headline says so";
      out_.candidates.push_back({MetadataField::title, std::string(value), from, std::string(where),
                                 weight, chosen, std::move(reason)});
    };
    for (const Heading& one : headings_) {
      if (one.weight < 20 && one.node != headline) continue;
      std::string reason =
          one.reason.empty() ? "agrees less with the page's statements" : one.reason;
      put(one.text, one.key, MetadataFrom::heading, view_.page.name(one.node), one.weight, reason);
    }
    for (const Statement& one : statements_) {
      put(one.text, one.key, one.from, one.where, one.weight, "differs from the headline");
    }
  }

  MetadataView& view_;
  Metadata& out_;
  std::vector<Statement> statements_;
  std::vector<Heading> headings_;
};

}  // namespace

void decide_title(MetadataView& view, Metadata& out) { TitleDecision(view, out).decide(); }

}  // namespace concord
