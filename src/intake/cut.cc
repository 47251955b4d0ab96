#include "intake/cut.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace concord {
namespace {

// The end of markup that is no element: comment, CDATA, instruction, declaration; 0 for an element.
std::size_t end_of_other(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  std::string_view close;
  if (rest.starts_with("<!--")) {
    close = "-->";
  } else if (rest.starts_with("<![CDATA[")) {
    close = "]]>";
  } else if (rest.starts_with("<?")) {
    close = "?>";
  } else if (rest.starts_with("<!")) {
    close = ">";
  } else {
    return 0;
  }
  const std::size_t end = rest.find(close);
  return end == rest.npos ? xml.size() : at + end + close.size();
}

// Past the '>' of a tag; a '>' inside an attribute's marks does not count.
std::size_t end_of_tag(std::string_view xml, std::size_t at) {
  char mark = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (mark != 0) {
      if (c == mark) mark = 0;
    } else if (c == '"' || c == '\'') {
      mark = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return xml.size();
}

std::string_view local_name(std::string_view xml, std::size_t at) {
  const std::size_t end = std::min(xml.find_first_of(" \t\r\n/>", at), xml.size());
  const std::string_view name = xml.substr(at, end - at);
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// Takes the objects of one JSON list.
class ObjectCutter {
 public:
  explicit ObjectCutter(std::string_view json) : json_(json) {}

  Cut cut() {
    at_ = std::min(json_.find_first_of("[{"), json_.size());
    if (at_ < json_.size() && json_[at_] == '{') {
      const std::size_t begin = at_;
      if (!find_list()) {
        Cut whole;
        whole.pieces.push_back({begin, std::min(at_, json_.size()), closed_});
        return whole;
      }
    }
    cut_list();
    return std::move(cut_);
  }

 private:
  // Past a string whose first mark is at at_.
  void skip_string() {
    for (++at_; at_ < json_.size() && json_[at_] != '"'; ++at_) {
      if (json_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, json_.size());
  }

  // Past the value that is opened at at_.
  bool skip_nested() {
    std::size_t depth = 0;
    while (at_ < json_.size()) {
      at_ = std::min(json_.find_first_of("\"[]{}", at_), json_.size());
      if (at_ == json_.size()) return false;
      const char c = json_[at_];
      if (c == '"') {
        skip_string();
        continue;
      }
      ++at_;
      if (c == '[' || c == '{') {
        ++depth;
      } else if (--depth == 0) {
        return true;
      }
    }
    return false;
  }

  // In the object at at_: the list of objects under a name that is known to hold reports. Otherwise
  // at_ is past the object.
  bool find_list() {
    static constexpr std::array<std::string_view, 6> kLists = {"items",   "articles", "entries",
                                                               "results", "docs",     "documents"};
    std::string_view key;
    for (++at_; at_ < json_.size();) {
      at_ = std::min(json_.find_first_of("\"[{}", at_), json_.size());
      if (at_ == json_.size()) break;
      const std::size_t begin = at_;
      switch (json_[at_]) {
        case '}':
          ++at_;
          return false;
        case '"':
          skip_string();
          if (is_key()) key = json_.substr(begin + 1, at_ - begin - 2);
          break;
        case '[':
          if (std::ranges::find(kLists, key) != kLists.end()) {
            const std::size_t first = json_.find_first_not_of(" \t\r\n", at_ + 1);
            if (first != json_.npos && json_[first] == '{') return true;
          }
          [[fallthrough]];
        default:
          if (!skip_nested()) {
            closed_ = false;
            return false;
          }
      }
    }
    closed_ = false;
    return false;
  }

  bool is_key() const {
    const std::size_t next = json_.find_first_not_of(" \t\r\n", at_);
    return next != json_.npos && json_[next] == ':';
  }

  // Other values between the objects belong to the object after them: nothing is lost by them.
  void cut_list() {
    for (++at_; at_ < json_.size();) {
      at_ = std::min(json_.find_first_of("{]", at_), json_.size());
      if (at_ == json_.size() || json_[at_] == ']') return;
      if (cut_.pieces.size() == kEntriesMax) {
        cut_.all = false;
        return;
      }
      const std::size_t begin = at_;
      const bool closed = skip_nested();
      cut_.pieces.push_back({begin, at_, closed});
    }
  }

  std::string_view json_;
  std::size_t at_ = 0;
  bool closed_ = true;
  Cut cut_;
};

}  // namespace

Cut cut_elements(std::string_view xml, const std::vector<std::string_view>& names) {
  Cut cut;
  std::size_t depth = 0;  // of elements of the same name within each other
  std::string_view name;
  std::size_t at = xml.find('<');
  while (at < xml.size()) {
    if (const std::size_t end = end_of_other(xml, at); end > 0) {
      at = xml.find('<', end);
      continue;
    }
    const bool closes = xml.substr(at, 2) == "</";
    const std::string_view local = local_name(xml, at + (closes ? 2 : 1));
    const std::size_t end = end_of_tag(xml, at);
    const bool empty = end >= 2 && xml[end - 2] == '/';
    if (depth == 0 && !closes && std::ranges::find(names, local) != names.end()) {
      if (cut.pieces.size() == kEntriesMax) {
        cut.all = false;
        return cut;
      }
      name = local;
      cut.pieces.push_back({at, end, empty});
      depth = empty ? 0 : 1;
    } else if (depth > 0 && local == name && !empty) {
      closes ? --depth : ++depth;
      if (depth == 0) cut.pieces.back() = {cut.pieces.back().begin, end, true};
    }
    at = xml.find('<', end);
  }
  if (depth > 0) cut.pieces.back().end = xml.size();
  return cut;
}

Cut cut_objects(std::string_view json) { return ObjectCutter(json).cut(); }

}  // namespace concord
