// Dates that only a script tells: the data that a page draws itself from, or hands to those who
// count its readers, in whatever form.
//
//   dataLayer.push({"pageType": "article", "publishedAt": "2024-07-01T09:00:00Z"})
//
// A script may hold the data of many articles, so it counts only where all its dates are of one
// day. Cost: one look over the scripts' bytes, for pages that say no date anywhere else.
#include <algorithm>
#include <array>

#include "intake/metadata_when_list.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr int kScriptDataWeight = 50;
constexpr std::size_t kKeyBytesMax = 40;
constexpr std::size_t kValueBytesMax = 40;
constexpr std::size_t kDatesMax = 50;  // a page with more is a list

bool is_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.' || c == ':';
}
bool is_quote(char c) { return c == '"' || c == '\'' || c == '\\'; }

struct ScriptDate {
  PageDate date;
  std::string key;
};

class ScriptReader {
 public:
  explicit ScriptReader(const MetadataView& view) : view_(view), manner_(view.manner()) {}

  void read(std::string_view script) {
    // The start of each name of such a date: publishedAt, datePublished, publicationDate, pubDate.
    for (const std::string_view sign : {"ubli", "ubDate", "ubdate", "ub_date"}) {
      for (std::size_t at = script.find(sign); at != script.npos; at = script.find(sign, at + 4)) {
        if (found_.size() >= kDatesMax) return;
        read_key(script, at);
      }
    }
  }

  const std::vector<ScriptDate>& found() const { return found_; }

 private:
  void read_key(std::string_view script, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = at;
    while (begin > 0 && is_key(script[begin - 1]) && at - begin < kKeyBytesMax) --begin;
    while (end < script.size() && is_key(script[end]) && end - at < kKeyBytesMax) ++end;
    while (end > at && script[end - 1] == ':') --end;  // publishedAt:"2024-07-01"
    const std::string key = lower(script.substr(begin, end - begin));
    const auto known = view_.words.properties.find(key);
    const PageProperty* says =
        known != view_.words.properties.end() ? &known->second : view_.words.property_by_part(key);
    if (says == nullptr || says->says != PageSays::published) return;
    if (auto date = read_machine_date(value_at(script, end), manner_)) {
      found_.push_back({*std::move(date), key});
    }
  }

  // What stands after the key's end and its quotes and colon, equals sign or comma.
  static std::string_view value_at(std::string_view script, std::size_t at) {
    constexpr std::size_t kBetweenMax = 8;
    bool parted = false;
    const std::size_t last = std::min(at + kBetweenMax, script.size());
    for (; at < last; ++at) {
      const char c = script[at];
      const bool mark = c == ':' || c == '=' || c == ',';
      parted = parted || mark;
      if (!mark && !is_quote(c) && c != ' ') break;
    }
    if (!parted) return {};
    std::size_t end = at;
    while (end < script.size() && end - at < kValueBytesMax && !is_quote(script[end]) &&
           script[end] != '}' && script[end] != '<') {
      ++end;
    }
    std::string_view value = script.substr(at, end - at);
    // A bare number ends at the comma: "publishTime":1719824400,"section":2
    if (value.find_first_not_of("0123456789") != value.npos && value.size() > 10 &&
        value.find_first_not_of("0123456789") == value.find(',')) {
      value = value.substr(0, value.find(','));
    }
    return value;
  }

  const MetadataView& view_;
  DateManner manner_;
  std::vector<ScriptDate> found_;
};

}  // namespace

void gather_script_dates(const MetadataView& view, std::vector<DateStatement>& found) {
  ScriptReader reader(view);
  for (const NodeId node : view.page.all(Tag::script)) {
    if (view.page[node].end == node + 2) reader.read(view.page[node + 1].text);
  }
  const auto& all = reader.found();
  if (all.empty()) return;
  const bool one_day = std::ranges::all_of(
      all, [&](const ScriptDate& one) { return one.date.day == all.front().date.day; });
  DateStatement one{all.front().date,
                    DateCalled::published,
                    DateFamily::machine,
                    MetadataFrom::meta,
                    "script: " + all.front().key,
                    kScriptDataWeight,
                    {}};
  if (!one_day) one.refused = "its scripts tell of several days";
  found.push_back(std::move(one));
}

}  // namespace concord
