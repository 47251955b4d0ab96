// Who wrote the page. What it tells machines, what its marks hold and what readers see are three
// families of statements; the names that most of them give, weighed, are the authors. People come
// before bodies: a site's own name signs only where nobody else does.
#include <algorithm>
#include <map>

#include "intake/metadata_clock.h"
#include "intake/metadata_names.h"
#include "intake/metadata_view.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kStatementsMax = 120;
constexpr int kHeadLinesBefore = 6;  // bylines stand at most so far above the headline
constexpr int kHeadLinesAfter = 15;
constexpr std::size_t kFarLineBytesMax = 160;

enum class Family : std::uint8_t { machine, marked, seen };

struct Statement {
  std::vector<WriterName> writers;
  std::string key;  // of the names, order left aside
  MetadataFrom from = MetadataFrom::meta;
  Family family = Family::machine;
  std::string where;
  int weight = 0;
  std::string reason;
  bool person() const { return std::ranges::any_of(writers, &WriterName::person); }
};

std::string key_of(const std::vector<WriterName>& writers) {
  std::vector<std::string> keys;
  for (const WriterName& one : writers) keys.push_back(text_key(one.name));
  std::ranges::sort(keys);
  std::string all;
  for (const std::string& key : keys) all += key + ";";
  return all;
}

std::string joined(const std::vector<WriterName>& writers) {
  std::string all;
  for (const WriterName& one : writers) all += (all.empty() ? "" : "; ") + one.name;
  return all;
}

// The texts below a node, parted by kRunEnd; at most 200 bytes.
std::string runs_of(const Document& page, NodeId node) {
  std::string runs;
  constexpr NodeId kNodesRead = 60;
  const NodeId end = std::min(page[node].end, node + kNodesRead);
  for (NodeId at = node; at < end && runs.size() < 200;) {
    if (is_hidden_tag(page[at].tag)) {
      at = page[at].end;
      continue;
    }
    const std::string text = one_line(start_of(page[at].text, 200));
    if (!text.empty()) {
      if (!runs.empty()) runs += kRunEnd;
      runs += text;
    }
    ++at;
  }
  return runs;
}

class AuthorDecision {
 public:
  AuthorDecision(const MetadataView& view, Metadata& out) : view_(view), out_(out) {}

  void decide() {
    read_linked_articles();
    read_stated();
    read_marked();
    read_lines();
    choose();
  }

 private:
  void add(std::vector<WriterName> writers, MetadataFrom from, Family family, std::string where,
           int weight, std::string reason = {}) {
    if (writers.empty() || found_.size() >= kStatementsMax) return;
    for (std::size_t i = 0; i < writers.size(); ++i) {
      const std::string key = text_key(writers[i].name);
      // A site can be named after its writer: "Ana Ruiz" of anaruiz.example.
      if (view_.is_site_name(key) && !view_.has_given_name(key)) writers[i].person = false;
      const auto same = [&](const WriterName& one) { return text_key(one.name) == key; };
      const auto rest = writers.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      writers.erase(std::remove_if(rest, writers.end(), same), writers.end());
    }
    // "Ana Ruiz, The Quay Courier": the body is where she works.
    if (std::ranges::any_of(writers, &WriterName::person)) {
      std::erase_if(writers, [](const WriterName& one) { return !one.person; });
    } else {
      weight -= 15;
    }
    Statement statement{std::move(writers), {}, from, family, std::move(where), weight,
                        std::move(reason)};
    statement.key = key_of(statement.writers);
    found_.push_back(std::move(statement));
  }

  void refuse(std::string_view value, MetadataFrom from, std::string where, std::string reason) {
    if (out_.candidates.size() > 500) return;
    out_.candidates.push_back({MetadataField::author, shown_line(value), from, std::move(where), 0,
                               false, std::move(reason)});
  }

  std::vector<WriterName> read(std::string_view text, NameSource source) const {
    return read_writers(text, view_.words, view_.language, source);
  }

  void read_linked_articles() {
    for (std::size_t i = 0; i < view_.linked.articles.size(); ++i) {
      const LinkedArticle& article = view_.linked.articles[i];
      std::vector<WriterName> writers;
      for (const LinkedAuthor& author : article.authors) {
        for (WriterName one : read(shown_text(author.name), NameSource::stated)) {
          one.person = one.person && author.person;
          writers.push_back(std::move(one));
        }
      }
      if (writers.empty() && !article.authors.empty()) {
        refuse(article.authors.front().name, MetadataFrom::json_ld, article.type + ".author",
               "no name");
      }
      const bool main = i == view_.main;
      add(std::move(writers), MetadataFrom::json_ld, Family::machine, article.type + ".author",
          article.weight * 85 / 100 - (main ? 0 : 25));
    }
  }

  void read_stated() {
    std::map<std::string, std::vector<WriterName>> repeated;  // one <meta> an author
    bool labelled = false;                                    // twitter:label1 is "Written by"
    for (std::size_t i = 0; i < view_.facts.stated.size(); ++i) {
      const StatedFact& fact = view_.facts.stated[i];
      if (fact.microdata) {
        read_microdata(i);
        continue;
      }
      if (fact.name == "twitter:label1") {
        const auto known = view_.words.words.find(lower(one_line(fact.value)));
        labelled = known != view_.words.words.end() && known->second.author;
      } else if (fact.name == "twitter:data1" && labelled) {
        add(read(shown_text(fact.value), NameSource::stated), MetadataFrom::meta, Family::machine,
            fact.name, 76);
      }
      const auto known = view_.words.properties.find(fact.name);
      if (known == view_.words.properties.end() || known->second.says != PageSays::author) continue;
      std::vector<WriterName> writers = read(shown_text(fact.value), NameSource::stated);
      if (writers.empty()) {
        refuse(fact.value, from_of(fact), fact.name, "no name: an address or a number");
        continue;
      }
      if (fact.name.starts_with("citation_author"))
        writers = {{turned(shown_text(fact.value)), true}};
      std::vector<WriterName>& names = repeated[fact.name];
      if (names.size() < 100) std::ranges::move(writers, std::back_inserter(names));
    }
    for (auto& [name, writers] : repeated) {
      const StatedFact fact{name, {}, kNoNode, false};
      add(std::move(writers), from_of(fact), Family::machine, name,
          view_.words.properties.find(name)->second.weight);
    }
  }

  // "Kaufman, Jeff T." as "Jeff T. Kaufman".
  static std::string turned(const std::string& name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string::npos) return name;
    return one_line(name.substr(comma + 1) + " " + name.substr(0, comma));
  }

  void read_microdata(std::size_t i) {
    const StatedFact& fact = view_.facts.stated[i];
    if ((fact.name != "author" && fact.name != "creator") || found_.size() >= kStatementsMax)
      return;
    const PageMark place = view_.place_of(fact.node);
    std::string value(fact.value);
    if (value.empty()) {
      NodeId named = fact.node;
      for (std::size_t k = i + 1; k < view_.facts.stated.size(); ++k) {
        const StatedFact& inner = view_.facts.stated[k];
        if (!view_.page.is_within(inner.node, fact.node)) break;
        if (inner.microdata && inner.name == "name") {
          named = inner.node;
          if (!inner.value.empty()) value = inner.value;
          break;
        }
      }
      if (value.empty()) value = runs_of(view_.page, named);
    }
    if (place != PageMark::none) {
      refuse(value, MetadataFrom::microdata, fact.name, std::string(reason_of(place)));
      return;
    }
    add(read(value, NameSource::stated), MetadataFrom::microdata, Family::marked, fact.name,
        near(fact.node, 76));
  }

  // Less for what stands far from the headline.
  int near(NodeId node, int weight) const {
    const int lines = view_.lines_from_headline(node);
    if (lines >= -kHeadLinesBefore && lines <= kHeadLinesAfter) return weight - std::abs(lines) / 3;
    return weight - 22;
  }

  void read_marked() {
    for (const MarkedFact& fact : view_.facts.marked) {
      if (fact.part != PageMark::author || found_.size() >= kStatementsMax) continue;
      const std::string runs = runs_of(view_.page, fact.node);
      if (runs.empty() || runs.size() >= 180) continue;
      const PageMark place = view_.place_of(fact.node);
      const Byline byline = read_byline(runs, view_.words, view_.language);
      if (byline.other) {
        refuse(runs, MetadataFrom::marked, std::string(fact.word), "not the writer");
        continue;
      }
      std::vector<WriterName> writers = byline.is ? byline.writers : read(runs, NameSource::seen);
      if (place != PageMark::none) {
        refuse(runs, MetadataFrom::marked, std::string(fact.word), std::string(reason_of(place)));
        continue;
      }
      const int weight = byline.is ? 76 : fact.rel ? 72 : 66;
      add(std::move(writers), fact.rel ? MetadataFrom::link : MetadataFrom::marked, Family::marked,
          std::string(fact.word), near(fact.node, weight));
    }
  }

  void read_lines() {
    bool dated = false;  // the line before held a date
    for (std::size_t i = 0; i < view_.facts.lines.size(); ++i) {
      const TextLine& line = view_.facts.lines[i];
      const int from_headline = view_.lines_from_headline(line.begin);
      const bool head = from_headline >= -kHeadLinesBefore && from_headline <= kHeadLinesAfter;
      if (view_.place_of(line.begin) != PageMark::none) continue;
      const std::string_view words = view_.facts.words(line);
      if (!head && (words.size() > kFarLineBytesMax || !may_open_byline(words, view_.words)))
        continue;
      const Byline byline = read_byline(words, view_.words, view_.language);
      if (byline.is && !byline.other) {
        read_line_byline(i, byline, head);
      } else if (head && !byline.other) {
        read_inner_byline(words, line.begin);
        read_bare_name(i, dated);
      }
      dated = has_date(words);
    }
  }

  bool has_date(std::string_view words) const {
    return words.size() < 120 && may_hold_date(words) &&
           !find_page_dates(plain_line(words), view_.manner()).empty();
  }

  void read_line_byline(std::size_t i, const Byline& byline, bool head) {
    const TextLine& line = view_.facts.lines[i];
    const std::string_view words = view_.facts.words(line);
    const bool phrase = words.find(' ') < words.find(kRunEnd) && words.size() > 20;
    const int weight = near(line.begin, head ? 80 : phrase ? 70 : 60);
    if (!byline.labelled) {
      if (words.size() < 160 || head) {
        add(byline.writers, MetadataFrom::visible, Family::seen, shown_line(words), weight);
      }
      return;
    }
    if (i + 1 >= view_.facts.lines.size()) return;
    const std::string_view next = view_.facts.words(view_.facts.lines[i + 1]);
    if (next.size() < 100) {
      add(read(next, NameSource::seen), MetadataFrom::visible, Family::seen,
          shown_line(words) + " " + shown_line(next), weight);
    }
  }

  // "Posted on July 1, 2024 by Ana Ruiz"
  void read_inner_byline(std::string_view words, NodeId node) {
    if (words.size() > 140 || !has_date(words)) return;
    for (std::size_t at = 1; at < words.size(); ++at) {
      if (words[at - 1] != ' ' && words[at - 1] != kRunEnd) continue;
      const Byline byline = read_byline(words.substr(at), view_.words, view_.language);
      if (!byline.is || byline.labelled || byline.other) continue;
      add(byline.writers, MetadataFrom::visible, Family::seen, shown_line(words), near(node, 70));
      return;
    }
  }

  // A name alone on its line, a date beside it.
  void read_bare_name(std::size_t i, bool dated) {
    const TextLine& line = view_.facts.lines[i];
    const std::string_view words = view_.facts.words(line);
    const int from_headline = view_.lines_from_headline(line.begin);
    if (from_headline < -3 || from_headline > 6 || from_headline == 0 || words.size() > 90) return;
    const bool next_dated =
        i + 1 < view_.facts.lines.size() && has_date(view_.facts.words(view_.facts.lines[i + 1]));
    const bool here = has_date(words);
    const std::string_view first = words.substr(0, words.find(kRunEnd));
    const bool given = view_.has_given_name(text_key(first));
    if (!here && !dated && !next_dated && !given) return;
    std::vector<WriterName> writers = read(here ? words : first, NameSource::seen);
    const bool names = std::ranges::all_of(writers, [](const WriterName& one) {
      const auto spaces = std::ranges::count(one.name, ' ');
      return one.person && spaces >= 1 && spaces <= 3;
    });
    if (!names || writers.size() > 3) return;
    add(std::move(writers), MetadataFrom::visible, Family::seen, shown_line(words),
        given ? 58 : 42);
  }

  // The weight of a statement with what the other families say.
  int total(const Statement& one) const {
    int best = one.weight;
    bool families[3] = {};
    for (const Statement& other : found_) {
      if (other.key != one.key) continue;
      best = std::max(best, other.weight);
      families[static_cast<int>(other.family)] = true;
    }
    const int agreeing = static_cast<int>(std::ranges::count(families, true));
    return best + 9 * (agreeing - 1);
  }

  void choose() {
    constexpr int kBelieved = 40;
    const Statement* best = nullptr;
    int most = 0;
    for (const Statement& one : found_) {
      // People come before bodies, where they are as good as named.
      if (one.weight < kBelieved - 18) continue;  // two more families add that much
      const int its = total(one);
      const int weight = its + (one.person() && its >= 60 ? 20 : 0);
      if (its < kBelieved || weight <= most) continue;
      best = &one;
      most = weight;
    }
    if (best != nullptr) {
      for (const WriterName& one : best->writers) out_.authors.push_back(one.name);
    }
    for (const Statement& one : found_) {
      const bool chosen = best != nullptr && one.key == best->key;
      std::string reason = one.reason;
      if (chosen) {
        reason = one.person() ? "the names that most statements give" : "no person is named";
      } else if (reason.empty()) {
        reason = !one.person() ? "a body; a person is named" : "other statements count for more";
      }
      out_.candidates.push_back({MetadataField::author, joined(one.writers), one.from, one.where,
                                 std::clamp(one.weight, 0, 100), chosen, std::move(reason)});
    }
  }

  const MetadataView& view_;
  Metadata& out_;
  std::vector<Statement> found_;
};

}  // namespace

void decide_authors(const MetadataView& view, Metadata& out) { AuthorDecision(view, out).decide(); }

}  // namespace concord
