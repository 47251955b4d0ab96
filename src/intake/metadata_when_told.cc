// Dates told to machines, and those of addresses.
#include <algorithm>

#include "intake/metadata_when_list.h"

namespace concord {
namespace {

constexpr int kAddressWeight = 66;

class ToldDates {
 public:
  ToldDates(const MetadataView& view, DateList& list) : view_(view), list_(list) {}

  void read_linked_articles() {
    for (std::size_t i = 0; i < view_.linked.articles.size(); ++i) {
      const LinkedArticle& one = view_.linked.articles[i];
      const int weight = one.weight * 95 / 100 - (i == view_.main ? 0 : 30);
      const auto said = [&](const std::string& value, DateCalled called, const char* name,
                            int less) {
        list_.add_machine(value, called, MetadataFrom::json_ld, one.type + "." + name,
                          weight - less);
      };
      said(one.published, DateCalled::published, "datePublished", 0);
      said(one.created, DateCalled::published, "dateCreated", 22);
      said(one.modified, DateCalled::updated, "dateModified", 2);
    }
  }

  void read_stated() {
    for (const StatedFact& fact : view_.facts.stated) {
      if (const PageProperty* known = property_of(fact)) {
        read_named(fact, *known);
      } else if (!fact.microdata) {
        read_unknown(fact);
      }
    }
  }

 private:
  static bool is_date(PageSays says) {
    return says == PageSays::published || says == PageSays::modified || says == PageSays::date;
  }

  // itemprop="dateCreated datePublished" has two names; the surer one counts.
  const PageProperty* property_of(const StatedFact& fact) const {
    const PageProperty* surest = nullptr;
    const std::string_view names = fact.name;
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(' ', at), names.size());
      const auto known = view_.words.properties.find(names.substr(at, end - at));
      at = end + 1;
      if (known == view_.words.properties.end()) continue;
      const bool surer = surest == nullptr || surest->weight < known->second.weight;
      if (is_date(known->second.says) && surer) surest = &known->second;
    }
    return surest;
  }

  void read_named(const StatedFact& fact, const PageProperty& known) {
    const DateCalled called = called_of(known.says);
    if (!fact.microdata) {
      list_.add_machine(fact.value, called, from_of(fact), fact.name, known.weight);
      return;
    }
    const std::string value =
        fact.value.empty() ? date_text(view_, fact.node) : std::string(fact.value);
    if (const auto date = read_machine_date(value, list_.manner())) {
      list_.add_placed(*date, called, MetadataFrom::microdata, fact.name, fact.node, known.weight);
    }
  }

  // A name of the site's own: by the words that it holds ("site:publish-day"), or by its value
  // alone, where that is a moment: <meta property="photo:uploaded"
  // content="2013-02-16T04:36:36-05:00">.
  void read_unknown(const StatedFact& fact) {
    constexpr std::size_t kDateBytesMax = 40;
    const std::string_view value = fact.value;
    if (value.size() < 8 || value.size() > kDateBytesMax) return;
    if (view_.words.properties.contains(fact.name) || value.find("://") != value.npos) return;
    const PageProperty* part = view_.words.property_by_part(fact.name);
    if (part != nullptr) {
      if (is_date(part->says)) {
        list_.add_machine(value, called_of(part->says), from_of(fact), fact.name, part->weight);
      }
    } else if (value.size() >= 19 && value.starts_with("20") && value[4] == '-' &&
               value[10] == 'T') {
      list_.add_machine(value, DateCalled::nothing, from_of(fact), fact.name, 42);
    }
  }

  const MetadataView& view_;
  DateList& list_;
};

class AddressDates {
 public:
  AddressDates(const MetadataView& view, DateList& list) : view_(view), list_(list) {}

  // /2020/04/25/, 2020-04-25, 20200425, /2020/apr/25/ in the page's address, or in the one that the
  // page names as its own.
  void read_address() {
    for (const std::string* path : {&view_.path, &view_.named_path}) {
      auto date = date_of_path(*path);
      if (!date) continue;
      date->clock.clear();
      date->zone.clear();
      list_.add(*date, DateCalled::published, DateFamily::address, MetadataFrom::address, *path,
                kAddressWeight);
      return;
    }
  }

  std::optional<PageDate> date_of_path(std::string_view address) const {
    std::string path = plain_line(address);
    path.resize(std::min(path.find_first_of("?#"), path.size()));
    for (char& c : path) {
      if (c == '/' || c == '_') c = '-';
    }
    for (const PageDate& one : find_page_dates(path, {view_.words, "en", DayOrder::day_first})) {
      if (one.day.year >= kWebYear && !one.swapped) return one;
    }
    return digits_of(path);
  }

  // The day on which the page's own picture was stored, for a page that says nothing else.
  void read_image_address() {
    for (const StatedFact& fact : view_.facts.stated) {
      if (fact.name != "og:image" && fact.name != "twitter:image") continue;
      const auto date = date_of_path(fact.value);
      if (!date) continue;
      list_.add(*date, DateCalled::nothing, DateFamily::address, MetadataFrom::open_graph,
                fact.name + ": " + std::string(fact.value), kImageDateWeight);
      return;
    }
  }

  // Eight digits in a row that are a day since 1995: 20200425.
  std::optional<PageDate> digits_of(std::string_view path) const {
    for (std::size_t at = 0; at < path.size();) {
      if (path[at] < '0' || path[at] > '9') {
        ++at;
        continue;
      }
      const std::size_t end = std::min(path.find_first_not_of("0123456789", at), path.size());
      if (end - at == 8 || end - at == 12 || end - at == 14) {
        const auto date = read_machine_date(path.substr(at, 8), list_.manner());
        if (date && date->day.year >= 1995) return date;
      }
      at = end;
    }
    return std::nullopt;
  }

 private:
  const MetadataView& view_;
  DateList& list_;
};

}  // namespace

void gather_told_dates(const MetadataView& view, DateList& list) {
  ToldDates told(view, list);
  told.read_linked_articles();
  told.read_stated();
}

void gather_address_dates(const MetadataView& view, DateList& list) {
  AddressDates address(view, list);
  address.read_address();
  address.read_image_address();
}

}  // namespace concord
