#include "lexicon/web_words.h"

#include <algorithm>
#include <map>

#include "lexicon/rows.h"
#include "text/fold.h"

namespace concord {
namespace {

Error unknown(const Row& row, const std::string& what, const std::string& value) {
  return Error{ErrorCode::invalid_input, row.where() + ": unknown " + what + " '" + value + "'"};
}

// A weight of a row: 0 to 100.
Result<int> weight_of(const Row& row) {
  const std::string& text = row.text("weight");
  const bool digits = !text.empty() && text.size() <= 3 &&
                      std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  const int weight = digits ? std::stoi(text) : -1;
  if (weight < 0 || weight > 100) return unknown(row, "weight (0 to 100)", text);
  return weight;
}

Result<Done> load_properties(const DataFiles& files, WebWords& words) {
  const std::map<std::string, PageSays> kinds = {
      {"title", PageSays::title},         {"author", PageSays::author},
      {"published", PageSays::published}, {"modified", PageSays::modified},
      {"date", PageSays::date},           {"outlet", PageSays::outlet},
      {"canonical", PageSays::canonical}, {"language", PageSays::language},
      {"nothing", PageSays::nothing}};
  CONCORD_TRY(auto rows, read_tsv(files, "web/properties.tsv", {{"name", "says", "weight"}, {}}));
  for (const Row& row : rows) {
    const auto kind = kinds.find(row.text("says"));
    if (kind == kinds.end()) return unknown(row, "kind", row.text("says"));
    CONCORD_TRY(const int weight, weight_of(row));
    const std::string& name = row.text("name");
    if (name.size() > 2 && name.starts_with('*') && name.ends_with('*')) {
      words.property_parts.emplace_back(name.substr(1, name.size() - 2),
                                        PageProperty{kind->second, weight});
    } else {
      words.properties[name] = {kind->second, weight};
    }
  }
  std::ranges::stable_sort(words.property_parts, std::ranges::greater(),
                           [](const auto& part) { return part.first.size(); });
  CONCORD_TRY(auto types, read_tsv(files, "web/types.tsv", {{"type", "weight"}, {}}));
  for (const Row& row : types) {
    CONCORD_TRY(words.article_types[row.text("type")], weight_of(row));
  }
  return Done{};
}

Result<Done> load_marks(const DataFiles& files, WebWords& words) {
  const std::map<std::string, PageMark> kinds = {{"comment", PageMark::comment},
                                                 {"related", PageMark::related},
                                                 {"chrome", PageMark::chrome},
                                                 {"author", PageMark::author},
                                                 {"bio", PageMark::bio},
                                                 {"date", PageMark::date},
                                                 {"published", PageMark::published},
                                                 {"updated", PageMark::updated},
                                                 {"headline", PageMark::headline},
                                                 {"layout", PageMark::layout}};
  CONCORD_TRY(auto rows, read_tsv(files, "web/marks.tsv", {{"word", "mark"}, {}}));
  for (const Row& row : rows) {
    const auto kind = kinds.find(row.text("mark"));
    if (kind == kinds.end()) return unknown(row, "mark", row.text("mark"));
    words.marks[row.text("word")] = kind->second;
  }
  return Done{};
}

Result<Done> load_phrases(const DataFiles& files, WebWords& words) {
  const std::map<std::string, bool PageWordRoles::*> roles = {
      {"published", &PageWordRoles::published},
      {"updated", &PageWordRoles::updated},
      {"author", &PageWordRoles::author},
      {"other", &PageWordRoles::other},
      {"stop", &PageWordRoles::stop},
      {"group", &PageWordRoles::group},
      {"first", &PageWordRoles::first},
      {"job", &PageWordRoles::job},
      {"and", &PageWordRoles::also},
      {"year", &PageWordRoles::year},
      {"itself", &PageWordRoles::itself}};
  CONCORD_TRY(auto rows, read_tsv(files, "web/words.tsv", {{"words", "roles", "languages"}, {}}));
  for (const Row& row : rows) {
    const std::string& phrase = row.text("words");
    PageWordRoles& known = words.words[phrase];
    known.languages = row.list("languages");
    for (const std::string& name : row.list("roles")) {
      const auto role = roles.find(name);
      if (role == roles.end()) return unknown(row, "role", name);
      known.*role->second = true;
    }
    if (known.author) words.author_openers.insert(phrase.substr(0, phrase.find(' ')));
    const auto count = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
    words.phrase_words_max = std::max(words.phrase_words_max, count);
  }
  return Done{};
}

void add_month(WebWords& words, const std::string& name, const MonthForm& form) {
  std::vector<MonthForm>& forms = words.months[name];
  const auto same = [&](const MonthForm& known) { return known.language == form.language; };
  if (std::ranges::none_of(forms, same)) forms.push_back(form);
}

Result<Done> load_months(const DataFiles& files, WebWords& words) {
  CONCORD_TRY(auto rows, read_tsv(files, "web/months.tsv", {{"key", "forms"}, {}}));
  for (const Row& row : rows) {
    const std::string& key = row.text("key");  // "fr 04", "fa-solar 01"
    const std::size_t space = key.find(' ');
    const std::string number = space == std::string::npos ? "" : key.substr(space + 1);
    if (number.size() != 2 || number < "01" || number > "12") return unknown(row, "month", key);
    MonthForm form{key.substr(0, space), static_cast<std::uint8_t>(std::stoi(number)), false};
    if (form.language.ends_with("-solar")) {
      form.solar = true;
      form.language.resize(form.language.size() - 6);
    }
    for (const std::string& name : row.list("forms")) add_month(words, name, form);
    // Pages drop accents: "fevrier". Such a form never stands against a real one.
    for (const std::string& name : row.list("forms")) add_month(words, folded_name(name), form);
  }
  return Done{};
}

Result<Done> load_outlets(const DataFiles& files, WebWords& words) {
  CONCORD_TRY(auto rows, read_tsv(files, "web/outlets.tsv", {{"host", "name"}, {"kind"}}));
  for (const Row& row : rows) {
    if (row.has("kind") && row.text("kind") != "agency") {
      return unknown(row, "kind", row.text("kind"));
    }
    words.outlets[row.text("host")] = {row.text("name"), row.has("kind")};
    words.outlet_names[folded_name(row.text("name"))] = row.text("name");
  }
  CONCORD_TRY(auto agencies, read_tsv(files, "web/agencies.tsv", {{"name", "credits"}, {}}));
  for (const Row& row : agencies) {
    for (const std::string& credit : row.list("credits")) {
      words.agencies[folded_name(credit)] = row.text("name");
    }
  }
  return Done{};
}

Result<Done> load_times(const DataFiles& files, WebWords& words) {
  CONCORD_TRY(auto zones, read_tsv(files, "web/zones.tsv", {{"name", "offset"}, {}}));
  for (const Row& row : zones) words.zones[row.text("name")] = row.text("offset");
  CONCORD_TRY(auto orders, read_tsv(files, "web/day_orders.tsv", {{"of", "order"}, {}}));
  for (const Row& row : orders) {
    const std::string& order = row.text("order");
    if (order != "dmy" && order != "mdy") return unknown(row, "order", order);
    words.day_orders[row.text("of")] = order == "mdy" ? DayOrder::month_first : DayOrder::day_first;
  }
  return Done{};
}

}  // namespace

MonthForm WebWords::month_of(std::string_view word, std::string_view language) const {
  const auto found = months.find(word);
  if (found == months.end()) return {};
  const std::vector<MonthForm>& forms = found->second;
  const std::string_view plain = language.substr(0, language.find('-'));
  for (const std::string_view wanted : {plain, std::string_view("en")}) {
    for (const MonthForm& form : forms) {
      if (form.language == wanted) return form;
    }
  }
  const auto agrees = [&](const MonthForm& form) {
    return form.month == forms.front().month && form.solar == forms.front().solar;
  };
  return std::ranges::all_of(forms, agrees) ? forms.front() : MonthForm{};
}

const PageProperty* WebWords::property_by_part(std::string_view name) const {
  for (const auto& [part, property] : property_parts) {
    if (name.find(part) != name.npos) return &property;
  }
  return nullptr;
}

DayOrder WebWords::day_order(std::string_view language, std::string_view host) const {
  const std::string_view end = host.substr(std::min(host.rfind('.'), host.size()));
  const std::string lowered = lower(language);
  const std::string_view tag = lowered;
  const std::string_view regional = tag.find('-') != tag.npos ? tag : std::string_view();
  for (const std::string_view key : {regional, end, tag.substr(0, tag.find('-'))}) {
    const auto known = day_orders.find(key);
    if (known != day_orders.end()) return known->second;
  }
  return DayOrder::day_first;
}

const Outlet* WebWords::outlet_of(std::string_view host) const {
  if (host.starts_with("www.")) host.remove_prefix(4);
  while (!host.empty()) {
    const auto known = outlets.find(host);
    if (known != outlets.end()) return &known->second;
    const std::size_t dot = host.find('.');
    host.remove_prefix(dot == std::string_view::npos ? host.size() : dot + 1);
  }
  return nullptr;
}

Result<WebWords> load_web_words(const DataFiles& files) {
  WebWords words;
  for (const auto load :
       {load_properties, load_marks, load_phrases, load_months, load_outlets, load_times}) {
    CONCORD_TRY([[maybe_unused]] const Done loaded, load(files, words));
  }
  return words;
}

}  // namespace concord
