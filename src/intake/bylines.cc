#include "intake/bylines.h"

#include <algorithm>

#include "intake/dates.h"

namespace concord {
namespace {

std::size_t spaces(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' '));
}

// "From Lars Enqvist in Helsinki"; not "From Paris in 1919".
bool is_filed_from(const PageLine& line) {
  constexpr std::size_t kFrom = 5;
  const std::size_t in = line.text.find(" in ");
  if (!line.text.starts_with("From ") || in == line.text.npos || line.sentence) return false;
  const std::string_view name = line.text.substr(kFrom, in - kFrom);
  return spaces(name) > 0 && is_name(name) && is_name(line.text.substr(in + kFrom - 1));
}

std::size_t byline_prefix(std::string_view low) {
  for (const std::string_view start :
       {"by: ", "by ", "author: ", "author:", "authors: ", "written by ", "words by ", "story by ",
        "report by ", "analysis by ", "comment by "}) {
    if (low.starts_with(start)) return start.size();
  }
  return 0;
}

// "Jackson Richman and Joseph Lord", without what follows the names.
std::string_view names_in(const PageLine& line) {
  if (is_filed_from(line)) {
    constexpr std::size_t kFrom = 5;
    return line.text.substr(kFrom, line.text.find(" in ") - kFrom);
  }
  std::string_view names = line.text.substr(byline_prefix(line.lower));
  if (const auto dates = find_dates(line.text); !dates.empty()) {
    names =
        names.substr(0, dates[0].begin - std::min(dates[0].begin, line.text.size() - names.size()));
  }
  for (const std::string_view mark :
       {"|", "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x94", " - ", " / "}) {
    names = names.substr(0, names.find(mark));
  }
  return trimmed(names);
}

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> out;
  while (!names.empty()) {
    std::size_t end = names.size();
    std::size_t size = 0;
    for (const std::string_view mark : {" and ", ", ", " & ", " with ", "; "}) {
      if (const std::size_t at = names.find(mark); at < end) {
        end = at;
        size = mark.size();
      }
    }
    if (const std::string_view name = trimmed(names.substr(0, end)); !name.empty()) {
      out.emplace_back(name);
    }
    names.remove_prefix(std::min(end + size, names.size()));
  }
  return out;
}

}  // namespace

bool is_byline(const PageLine& line) {
  if (is_filed_from(line)) return true;
  const std::size_t prefix = byline_prefix(line.lower);
  if (prefix == 0 || line.words > 16) return false;
  const bool our = line.lower.substr(prefix).starts_with("our ");
  if (line.sentence && !our) return false;
  const auto names = split_names(names_in(line));
  return our || (!names.empty() && is_name(names[0]));
}

bool opens_byline(const PageLine& line) { return byline_prefix(line.lower) > 0; }

std::vector<std::string> names_of_byline(const PageLine& line) {
  return split_names(names_in(line));
}

}  // namespace concord
