#include "intake/metadata_linked.h"

#include <map>

#include "intake/metadata_json.h"
#include "text/fold.h"
#include "text/words.h"

namespace concord {
namespace {

constexpr std::size_t kArticlesMax = 200;
constexpr std::size_t kAuthorsMax = 50;

// What hangs below these is another's: a comment's author is not the article's.
bool is_others(std::string_view key) {
  return is_any(key, {"comment",
                      "review",
                      "itemListElement",
                      "isPartOf",
                      "about",
                      "mentions",
                      "citation",
                      "hasPart",
                      "liveBlogUpdate",
                      "suggestedAnswer",
                      "acceptedAnswer",
                      "image",
                      "logo",
                      "video",
                      "breadcrumb",
                      "potentialAction",
                      "aggregateRating",
                      "offers",
                      "reviews",
                      "associatedMedia",
                      "relatedLink",
                      "workExample"});
}

class Linked {
 public:
  Linked(std::string_view script, const WebWords& words, LinkedData& data)
      : json_(LooseJson::read(script)), words_(words), data_(data) {}

  void read() {
    for (std::uint32_t i = 0; i < json_.nodes().size(); ++i) note_name(i);
    for (std::uint32_t i = 0; i < json_.nodes().size();) {
      if (is_others(json_.nodes()[i].key)) {
        i = json_.nodes()[i].end;
        continue;
      }
      take(i);
      ++i;
    }
  }

 private:
  using Kind = LooseJson::Kind;
  const LooseJson::Node& node(std::uint32_t i) const { return json_.nodes()[i]; }
  bool is_object(std::uint32_t i) const { return node(i).kind == Kind::object; }

  // A text of a member: itself, or the first of a list.
  std::string text_of(std::uint32_t object, std::string_view key) const {
    std::uint32_t i = json_.member(object, key);
    if (i == 0) return {};
    if (node(i).kind == Kind::array && node(i).end > i + 1) ++i;
    return one_line(json_.text(i));
  }

  // The best known type of an object; "" where it has none that is known.
  std::string type_of(std::uint32_t object, int& weight) const {
    const std::uint32_t member = json_.member(object, "@type");
    std::string best;
    if (member == 0) return best;
    const std::uint32_t end = node(member).end;
    for (std::uint32_t i = node(member).kind == Kind::array ? member + 1 : member; i < end; ++i) {
      std::string type = json_.text(i);
      type.erase(0, type.find_last_of("/:") + 1);  // "schema:NewsArticle"
      const auto known = words_.article_types.find(type);
      const int its = known == words_.article_types.end() ? 0 : known->second;
      if (best.empty() || its > weight) {
        best = std::move(type);
        weight = its;
      }
    }
    return best;
  }

  // Objects that others refer to by "@id".
  void note_name(std::uint32_t i) {
    if (!is_object(i) || named_.size() > kArticlesMax * 10) return;
    const std::string id = text_of(i, "@id");
    if (!id.empty() && json_.member(i, "name") != 0) named_.emplace(id, i);
  }

  void take(std::uint32_t i) {
    if (!is_object(i)) return;
    int weight = 0;
    const std::string type = type_of(i, weight);
    if (type == "WebSite" || type.ends_with("Organization")) {
      if (std::string name = text_of(i, "name");
          !name.empty() && data_.sites.size() < kArticlesMax) {
        data_.sites.push_back(std::move(name));
      }
      return;
    }
    if (weight == 0 || data_.articles.size() >= kArticlesMax) return;
    data_.articles.push_back(article_of(i, type, weight));
  }

  LinkedArticle article_of(std::uint32_t i, const std::string& type, int weight) const {
    LinkedArticle article;
    article.type = type;
    article.weight = weight;
    article.headline = text_of(i, "headline");
    if (article.headline.empty()) article.headline = text_of(i, "name");
    for (const char* key : {"author", "authors", "creator"}) {
      if (article.authors.empty()) add_authors(json_.member(i, key), article.authors);
    }
    article.published = text_of(i, "datePublished");
    if (article.published.empty()) article.published = text_of(i, "uploadDate");
    article.modified = text_of(i, "dateModified");
    article.created = text_of(i, "dateCreated");
    article.publisher = name_in(json_.member(i, "publisher"));
    article.source = name_in(json_.member(i, "sourceOrganization"));
    article.language = text_of(i, "inLanguage");
    article.address = text_of(i, "url");
    if (article.address.empty()) article.address = text_of(i, "mainEntityOfPage");
    if (const auto page = json_.member(i, "mainEntityOfPage");
        article.address.empty() && page != 0) {
      article.address = text_of(page, "@id");
    }
    if (article.address.empty()) article.address = text_of(i, "@id");
    return article;
  }

  // The object that a reference stands for; itself otherwise.
  std::uint32_t resolved(std::uint32_t i) const {
    if (!is_object(i) || json_.member(i, "name") != 0) return i;
    const auto known = named_.find(text_of(i, "@id"));
    return known == named_.end() ? i : known->second;
  }

  std::string name_in(std::uint32_t i) const {
    if (i == 0) return {};
    if (node(i).kind == Kind::array && node(i).end > i + 1) ++i;
    i = resolved(i);
    return is_object(i) ? text_of(i, "name") : one_line(json_.text(i));
  }

  void add_authors(std::uint32_t i, std::vector<LinkedAuthor>& authors) const {
    if (i == 0) return;
    if (node(i).kind == Kind::array) {
      for (std::uint32_t one = i + 1; one < node(i).end; one = node(one).end) {
        add_author(one, authors);
      }
      return;
    }
    add_author(i, authors);
  }

  void add_author(std::uint32_t i, std::vector<LinkedAuthor>& authors) const {
    if (authors.size() >= kAuthorsMax || node(i).kind == Kind::array) return;
    i = resolved(i);
    if (!is_object(i)) {
      if (node(i).kind == Kind::string) authors.push_back({one_line(json_.text(i)), true});
      return;
    }
    int weight = 0;
    const bool person = !type_of(i, weight).ends_with("Organization");
    const std::uint32_t names = json_.member(i, "name");
    if (names == 0) return;
    const std::uint32_t end = node(names).end;
    for (std::uint32_t one = node(names).kind == Kind::array ? names + 1 : names;
         one < end && authors.size() < kAuthorsMax; ++one) {
      authors.push_back({one_line(json_.text(one)), person});
    }
  }

  LooseJson json_;
  const WebWords& words_;
  LinkedData& data_;
  std::map<std::string, std::uint32_t> named_;
};

}  // namespace

void read_linked_data(std::string_view script, const WebWords& words, LinkedData& data) {
  Linked(script, words, data).read();
}

}  // namespace concord
