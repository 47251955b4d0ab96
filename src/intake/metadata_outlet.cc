// Who printed the page, its own address, its language, and the agency whose report it prints.
#include <algorithm>

#include "intake/metadata_clock.h"
#include "intake/metadata_view.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kOutletBytesMax = 80;

// The best of the field's candidates becomes chosen, with what agrees; its value.
std::string choose(std::vector<MetadataCandidate>& found, std::string_view why) {
  std::ranges::stable_sort(found, std::ranges::greater(), &MetadataCandidate::weight);
  if (found.empty() || found.front().weight == 0) return {};
  const std::string key = text_key(found.front().value);
  for (MetadataCandidate& one : found) {
    one.chosen = one.weight > 0 && text_key(one.value) == key;
    if (one.reason.empty()) one.reason = one.chosen ? why : "a statement that counts for less";
  }
  return found.front().value;
}

void move_to(std::vector<MetadataCandidate>& found, Metadata& out) {
  std::ranges::move(found, std::back_inserter(out.candidates));
}

// "quay" of "news.quay.co.example": the longest label, which is the site's own word.
std::string_view core_of(std::string_view host) {
  std::string_view longest;
  for (std::size_t at = 0; at < host.size();) {
    const std::size_t end = std::min(host.find('.', at), host.size());
    const std::string_view label = host.substr(at, end - at);
    if (label.size() > longest.size()) longest = label;
    at = end + 1;
  }
  return longest;
}

// "null", "undefined": what a page's program prints where it knows nothing.
bool is_nothing(std::string_view name) {
  static constexpr std::string_view kNothing[] = {"null", "undefined", "none", "nan", "n/a"};
  return std::ranges::find(kNothing, lower(name)) != std::end(kNothing);
}

// The parts of "Quay Courier - News from the harbour", and the whole.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts = {std::string(name)};
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 2 < name.size(); ++at) {
    const bool mark =
        name[at] == ' ' && (name[at + 1] == '-' || name[at + 1] == '|') && name[at + 2] == ' ';
    if (!mark) continue;
    parts.emplace_back(name.substr(begin, at - begin));
    begin = at + 3;
  }
  if (begin > 0) parts.emplace_back(name.substr(begin));
  return parts;
}

class OutletDecision {
 public:
  OutletDecision(MetadataView& view, Metadata& out) : view_(view), out_(out) {}

  void decide() {
    if (const Outlet* known = view_.words.outlet_of(view_.host)) {
      add(known->name, MetadataFrom::table, view_.host, 95);
    }
    for (const StatedFact& fact : view_.facts.stated) {
      if (fact.microdata) continue;
      const auto known = view_.words.properties.find(fact.name);
      if (known == view_.words.properties.end() || known->second.says != PageSays::outlet) continue;
      add(fact.value, from_of(fact), fact.name, known->second.weight);
    }
    for (const LinkedArticle& article : view_.linked.articles) {
      add(article.publisher, MetadataFrom::json_ld, article.type + ".publisher",
          article.weight * 75 / 100);
    }
    for (const std::string& site : view_.linked.sites) {
      add(site, MetadataFrom::json_ld, "WebSite.name", 50);
    }
    out_.outlet = choose(found_, "the surest statement of the site's name");
    note_sites();
    move_to(found_, out_);
  }

 private:
  void add(std::string_view value, MetadataFrom from, std::string_view where, int weight) {
    std::string name = shown_text(value);
    if (name.empty() || found_.size() > 100) return;
    std::string reason;
    if (name.find("://") != std::string::npos || name.front() == '@' || is_nothing(name) ||
        name.size() > kOutletBytesMax) {
      weight = 0;
      reason = "no name of an outlet";
    }
    found_.push_back({MetadataField::outlet, std::move(name), from, std::string(where), weight,
                      false, std::move(reason)});
  }

  // Names by which titles and bylines may call the site.
  void note_sites() {
    const auto note = [&](std::string_view name) {
      std::string key = text_key(name);
      if (!key.empty() && std::ranges::find(view_.sites, key) == view_.sites.end()) {
        view_.sites.push_back(std::move(key));
      }
    };
    for (const MetadataCandidate& one : found_) {
      if (one.weight == 0) continue;
      for (const std::string& part : parts_of(one.value)) note(part);
    }
    if (view_.host.empty()) return;
    note(view_.host);
    note(core_of(view_.host));
    for (const std::string_view word : {"blog", "news", "online", "magazine"}) {
      note(std::string(core_of(view_.host)) + " " + std::string(word));
    }
  }

  MetadataView& view_;
  Metadata& out_;
  std::vector<MetadataCandidate> found_;
};

// "/a/b" and "//quay.example/a" by the page's own address.
std::string absolute(std::string_view address, std::string_view base) {
  if (address.find("://") != std::string_view::npos) return std::string(address);
  const std::size_t scheme = base.find("://");
  if (scheme == std::string_view::npos) return {};
  if (address.starts_with("//"))
    return std::string(base.substr(0, scheme + 1)) + std::string(address);
  const std::size_t slash = std::min(base.find('/', scheme + 3), base.size());
  return address.starts_with("/") ? std::string(base.substr(0, slash)) + std::string(address)
                                  : std::string();
}

// "https://m.quay.example/a" and "http://quay.example/b": of one site.
bool same_site(std::string_view one, std::string_view other) {
  const auto host = [](std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    if (address.starts_with("www.")) address.remove_prefix(4);
    return lower(address.substr(0, address.find_first_of("/?#:")));
  };
  const std::string a = host(one);
  const std::string b = host(other);
  return a == b || a.ends_with("." + b) || b.ends_with("." + a);
}

bool is_front_page(std::string_view address) {
  const std::size_t scheme = address.find("://");
  const std::string_view rest =
      scheme == std::string_view::npos ? address : address.substr(scheme + 3);
  const std::size_t slash = rest.find('/');
  return slash == std::string_view::npos || slash + 1 == rest.size();
}

// "en_US" as "en-US"; "" where it is no tag of a language.
std::string language_tag(std::string_view declared) {
  std::string tag;
  std::size_t letters = 0;
  for (const char c : declared.substr(0, 12)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && c != '-' && c != '_' && !(c >= '0' && c <= '9')) break;
    if (letter && tag.size() == letters) ++letters;
    tag.push_back(c == '_' ? '-' : c);
  }
  if (letters < 2 || letters > 3 || (tag.size() > letters && tag[letters] != '-')) return {};
  for (std::size_t i = 0; i < letters; ++i) tag[i] = static_cast<char>(tag[i] | 0x20);
  return tag;
}

}  // namespace

void decide_outlet(MetadataView& view, Metadata& out) { OutletDecision(view, out).decide(); }

void decide_address(MetadataView& view, Metadata& out) {
  std::vector<MetadataCandidate> found;
  const auto add = [&](std::string_view value, MetadataFrom from, std::string where, int weight) {
    std::string address = absolute(one_line(value), view.hints.address);
    if (address.empty() || !address.starts_with("http")) return;
    std::string reason;
    if (is_front_page(address) && view.path.size() > 1) {
      weight = 0;
      reason = "the site's front page";
    } else if (!view.host.empty() && !same_site(address, view.hints.address)) {
      weight = 0;
      reason = "another site, whose page this one may copy";
    }
    found.push_back({MetadataField::address, std::move(address), from, std::move(where), weight,
                     false, std::move(reason)});
  };
  if (view.facts.canonical != kNoNode) {
    add(view.page.attribute(view.facts.canonical, "href"), MetadataFrom::link, "canonical", 90);
  }
  for (const StatedFact& fact : view.facts.stated) {
    if (fact.name == "og:url") add(fact.value, MetadataFrom::open_graph, fact.name, 80);
  }
  if (const LinkedArticle* article = view.article()) {
    add(article->address, MetadataFrom::json_ld, article->type + ".url", 70);
  }
  out.address = choose(found, "the surest statement of the page's address");
  view.named_path = path_of(out.address);
  move_to(found, out);

  std::vector<MetadataCandidate> languages;
  const auto declare = [&](std::string_view value, MetadataFrom from, std::string where,
                           int weight) {
    std::string tag = language_tag(one_line(value));
    if (tag.empty()) return;
    languages.push_back(
        {MetadataField::language, std::move(tag), from, std::move(where), weight, false, {}});
  };
  declare(view.facts.language, MetadataFrom::link, "html lang", 70);
  for (const StatedFact& fact : view.facts.stated) {
    const auto known = view.words.properties.find(fact.name);
    if (known == view.words.properties.end() || known->second.says != PageSays::language) continue;
    declare(fact.value, from_of(fact), fact.name, known->second.weight);
  }
  if (const LinkedArticle* article = view.article()) {
    declare(article->language, MetadataFrom::json_ld, article->type + ".inLanguage", 65);
  }
  out.language = choose(languages, "the surest declaration");
  view.language = out.language;
  move_to(languages, out);
}

void decide_agency(const MetadataView& view, Metadata& out) {
  std::vector<MetadataCandidate> found;
  const std::string own = text_key(out.outlet);
  const auto add = [&](std::string_view name, MetadataFrom from, std::string where, int weight) {
    constexpr std::size_t kCreditBytesMax = 40;
    if (name.empty() || name.size() > kCreditBytesMax) return;
    const auto known = view.words.agencies.find(text_key(name));
    if (known == view.words.agencies.end()) return;
    const bool itself = text_key(known->second) == own;
    found.push_back({MetadataField::agency, known->second, from, std::move(where),
                     itself ? 0 : weight, false, itself ? "the outlet itself" : ""});
  };
  if (const LinkedArticle* article = view.article()) {
    add(article->source, MetadataFrom::json_ld, article->type + ".sourceOrganization", 80);
    for (const LinkedAuthor& author : article->authors) {
      add(author.name, MetadataFrom::json_ld, article->type + ".author", 75);
    }
  }
  for (const std::string& author : out.authors) add(author, MetadataFrom::visible, author, 70);
  constexpr std::size_t kLinesRead = 25;
  const std::size_t first = out.headline == kNoNode ? 0 : view.line_of(out.headline);
  for (std::size_t i = first; i < view.facts.lines.size() && i < first + kLinesRead; ++i) {
    const TextLine& line = view.facts.lines[i];
    if (view.place_of(line.begin) != PageMark::none) continue;
    const std::string_view words = view.facts.words(line);
    add(words, MetadataFrom::visible, std::string(words), 65);
    // "NAIROBI (AP) - ..." and "By Ana Ruiz, Reuters"
    const std::size_t open = words.find('(');
    const std::size_t close = words.find(')');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
      add(words.substr(open + 1, close - open - 1), MetadataFrom::visible,
          std::string(words.substr(0, close + 1)), 65);
    }
    if (const std::size_t comma = words.rfind(','); comma != std::string_view::npos) {
      add(words.substr(comma + 1), MetadataFrom::visible, std::string(words), 55);
    }
  }
  for (const NodeId node : view.facts.paragraphs) {
    if (out.headline != kNoNode && node < out.headline) continue;
    const std::string_view start = start_of(view.page[node].text, 80);
    const std::size_t open = start.find('(');
    const std::size_t close = start.find(')');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
      add(start.substr(open + 1, close - open - 1), MetadataFrom::visible,
          one_line(start.substr(0, close + 1)), 75);
    }
    break;
  }
  out.agency = choose(found, "credited with the report");
  move_to(found, out);
}

}  // namespace concord
