#include "intake/metadata_names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "intake/metadata_clock.h"
#include "text/fold.h"
#include "text/words.h"

namespace concord {
namespace {

constexpr std::size_t kNameBytesMax = 80;
constexpr std::size_t kNameWordsMax = 6;
constexpr std::size_t kNamesMax = 20;
constexpr std::size_t kOpeningBytes = 60;  // the longest label of a byline is shorter

// Small words of names: "Ludwig van Aken", "María de la Cruz", "Abdullah bin Said".
bool is_particle(std::string_view word) {
  return is_any(word,
                {"de",  "del", "della", "di",  "da",  "dos", "das", "do",   "la",  "le", "van",
                 "von", "der", "den",   "ten", "ter", "zu",  "bin", "bint", "ibn", "al", "el",
                 "af",  "av",  "y",     "du",  "des", "st",  "of",  "the",  "for"});
}

enum class Shape : std::uint8_t { capital, small, caseless, number, other };

Shape shape_of(std::string_view word) {
  std::uint32_t at = 0;
  if (word.empty()) return Shape::other;
  char32_t c = safe_code_point(word, at);
  if ((c == '(' || c == '"' || c == '\'' || c == 0x201c || c == 0x2018) && at < word.size()) {
    c = safe_code_point(word, at);
  }
  const auto code = static_cast<UChar32>(c);
  if (u_isdigit(code)) return Shape::number;
  if (!u_isalpha(code)) return Shape::other;
  if (u_isupper(code) || u_istitle(code)) return Shape::capital;
  return u_islower(code) ? Shape::small : Shape::caseless;
}

// "MD", "Ph.D.", "RDN", "M.D.": letters after a name.
bool is_credential(std::string_view word) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const char c : word) {
    capitals += c >= 'A' && c <= 'Z';
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return letters >= 2 && letters <= 7 && capitals * 2 >= letters && capitals >= 2;
}

std::vector<std::string_view> cut_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && (text[at] == ' ' || text[at] == kRunEnd)) ++at;
    const std::size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != kRunEnd) ++at;
    if (at > begin) words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t,;:-|/*.\x1f";
  while (!text.empty() && kAround.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  // "Jr." and "M.D." keep their stop.
  while (!text.empty() && kAround.find(text.back()) != std::string_view::npos &&
         text.back() != '.') {
    text.remove_suffix(1);
  }
  for (const std::string_view mark : {"•", "·", "–", "—", "×", "»", "●"}) {
    if (text.starts_with(mark)) return trimmed(text.substr(mark.size()));
    if (text.ends_with(mark)) return trimmed(text.substr(0, text.size() - mark.size()));
  }
  if (text.ends_with('.') && !is_credential(text.substr(text.rfind(' ') + 1)) && text.size() > 4 &&
      text[text.size() - 3] != ' ' && !text.ends_with("r.")) {
    text.remove_suffix(1);
  }
  return one_line(text);
}

// The roles of a phrase at the start of `low`; the longest known one. Bytes it takes, 0 for none.
std::size_t phrase_at_start(std::string_view low, const WebWords& words,
                            const PageWordRoles*& roles) {
  std::size_t best = 0;
  std::size_t end = 0;
  for (std::size_t count = 0; count < words.phrase_words_max && end < low.size(); ++count) {
    std::size_t next = end + (count > 0 ? 1 : 0);
    while (next < low.size() && low[next] != ' ' && low[next] != kRunEnd && low[next] != ':')
      ++next;
    end = next;
    const auto known = words.words.find(low.substr(0, end));
    if (known != words.words.end()) {
      best = end;
      roles = &known->second;
    }
    if (end < low.size() && low[end] != ' ') break;
  }
  return best;
}

bool speaks(const PageWordRoles& roles, std::string_view language) {
  const std::string_view plain = language.substr(0, language.find('-'));
  const auto is = [&](const std::string& one) {
    return one == plain || one == "en" || (plain == "nb" && one == "no") ||
           (plain == "nn" && one == "no");
  };
  return language.empty() || std::ranges::any_of(roles.languages, is);
}

// The texts of different elements are different names, but for <i>Ana</i> <i>Ruiz</i>.
std::string part_runs(std::string_view text) {
  std::string parted;
  std::size_t words_before = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(kRunEnd, at), text.size());
    const std::string run = one_line(text.substr(at, end - at));
    at = end + 1;
    if (run.empty()) continue;
    const auto words = static_cast<std::size_t>(std::ranges::count(run, ' ')) + 1;
    const bool one_name = words_before == 1 && words == 1 && shape_of(run) == Shape::capital &&
                          run.find_first_of("0123456789.,:|") == std::string::npos;
    if (!parted.empty()) parted += one_name ? " " : "; ";
    parted += run;
    words_before = words;
  }
  return parted;
}

class Names {
 public:
  Names(const WebWords& words, std::string_view language, NameSource source)
      : words_(words), language_(language), source_(source) {}

  std::vector<WriterName> read(std::string_view given) {
    if (given.size() > kStatementBytesMax) return {};
    const std::string text = part_runs(given);
    if (text.find("://") != std::string::npos || text.find('@') != std::string::npos) return {};
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size() && !over_; ++at) {
      const std::size_t parted = at == text.size() ? 1 : separator(text, at);
      if (parted == 0) continue;
      add(std::string_view(text).substr(begin, at - begin));
      begin = at + parted;
      at = begin - 1;
    }
    drop_scraps();
    return std::move(names_);
  }

 private:
  static constexpr std::size_t kStatementBytesMax = 400;

  // Bytes of what parts two names at `at`: ",", ";", " and ", "|" (which ends them).
  std::size_t separator(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ',' || c == ';') return 1;
    if (c == '|' || c == '/' || c == '(') {
      last_ = true;
      return 1;
    }
    for (const std::string_view mark : {"•", "·", "–", "—", "、", "，", "●"}) {
      if (!text.substr(at).starts_with(mark)) continue;
      last_ = mark != "、" && mark != "，";
      return mark.size();
    }
    if (c != ' ' || at == 0) return 0;
    if (text.substr(at).starts_with(" - ")) {
      last_ = true;
      return 3;
    }
    const std::size_t begin = text.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) return 0;
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    return end < text.size() && is_also(text.substr(begin, end - begin)) ? end - at : 0;
  }

  bool is_also(std::string_view word) const {
    const auto known = words_.words.find(word);
    return known != words_.words.end() && known->second.also && speaks(known->second, language_);
  }

  void add(std::string_view part) {
    const bool last = std::exchange(last_, false);
    std::string name = trimmed(part);
    strip_label(name);
    if (!name.empty() && !is_also(name) && names_.size() < kNamesMax) {
      const std::vector<std::string_view> words = cut_words(name);
      if (!names_.empty() && words.size() <= 3 && std::ranges::all_of(words, is_credential)) {
        names_.back().name += ", " + name;  // "Lena Hoff, MD"
      } else {
        take(name, words);
      }
    }
    over_ = over_ || (last && !names_.empty());
  }

  // "by Ben Okoro" at the start of a name; a label alone is no name.
  void strip_label(std::string& name) const {
    const std::string low = lower(name);
    if (low.size() != name.size()) return;
    const PageWordRoles* roles = nullptr;
    const std::size_t size = phrase_at_start(low, words_, roles);
    if (size == 0 || !(roles->author || roles->also) || !speaks(*roles, language_)) return;
    const bool ends = size == name.size();
    const bool parted = !ends && (name[size] == ' ' || name[size] == ':');
    // "De Vries" and "Dina Avila" are names; "By Ana" and "Author: Ana" are not.
    const bool capital = name.front() >= 'A' && name.front() <= 'Z';
    if (ends || (parted && (!capital || size > 2 || low.starts_with("by")))) {
      name = trimmed(std::string_view(name).substr(size));
    }
  }

  const PageWordRoles* roles_of(std::string_view word) const {
    const auto known = words_.words.find(lower(word));
    return known == words_.words.end() ? nullptr : &known->second;
  }

  // "Dec 18" after a name is a date; April Jones is one.
  bool is_month(const std::vector<std::string_view>& words, std::size_t i) const {
    std::string word = lower(words[i]);
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    if (words_.month_of(word, language_).month == 0) return false;
    const bool number_next = i + 1 < words.size() && shape_of(words[i + 1]) == Shape::number;
    return number_next || (i > 0 && i + 1 == words.size());
  }

  // "Ana Ruiz Staff Writer": what she is. "Quay Courier Staff": a body.
  bool is_job(const std::vector<std::string_view>& words, std::size_t i) const {
    const PageWordRoles* roles = roles_of(words[i]);
    if (roles == nullptr || !roles->job) return false;
    const PageWordRoles* next = i + 1 < words.size() ? roles_of(words[i + 1]) : nullptr;
    return !roles->group || (next != nullptr && next->job);
  }

  // The words up to the first that no name holds.
  void take(std::string_view name, const std::vector<std::string_view>& words) {
    std::size_t end = 0;
    std::size_t count = 0;
    bool group = false;
    bool capital = false;
    bool job = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string_view word = words[i];
      const PageWordRoles* roles = roles_of(word);
      const Shape shape = shape_of(word);
      if ((roles != nullptr && roles->stop) || shape == Shape::number || shape == Shape::other ||
          is_month(words, i)) {
        break;
      }
      const bool small = shape == Shape::small;
      const bool lone = source_ == NameSource::stated && words.size() == 1 && names_.empty();
      if (small && !lone && !is_particle(lower(word))) break;
      job = job || is_job(words, i);
      if (job && count >= 2) break;
      group = group || (roles != nullptr && roles->group);
      capital = capital || shape == Shape::capital || shape == Shape::caseless;
      end = static_cast<std::size_t>(word.data() + word.size() - name.data());
      if (++count > kNameWordsMax) return;
    }
    // "Ana Ruiz, Sr. Director of Operations, Quay Ltd": what she is, not another writer.
    if (job && !names_.empty()) {
      over_ = true;
      return;
    }
    over_ = over_ || (count < words.size() && !names_.empty());
    if (count == 0 || (!capital && count < words.size())) return;
    const std::string taken = trimmed(name.substr(0, end));
    if (taken.size() < 2 || taken.size() > kNameBytesMax) return;
    over_ = over_ || (count < words.size() && count >= 2);
    const auto same = [&](const WriterName& one) { return one.name == taken; };
    if (std::ranges::none_of(names_, same)) names_.push_back({taken, !group && !job});
  }

  // "Paul Frew, Home and Digital Security Expert": after a full name a single word is a scrap.
  void drop_scraps() {
    const auto is_full = [](const WriterName& one) {
      return one.name.find(' ') != std::string::npos;
    };
    if (names_.empty() || !is_full(names_.front())) return;
    std::erase_if(names_, [&](const WriterName& one) {
      const auto first = static_cast<unsigned char>(one.name.front());
      return !is_full(one) && first < 0x80;
    });
  }

  const WebWords& words_;
  std::string_view language_;
  NameSource source_;
  std::vector<WriterName> names_;
  bool last_ = false;  // what follows the part is no name
  bool over_ = false;
};

}  // namespace

std::vector<WriterName> read_writers(std::string_view text, const WebWords& words,
                                     std::string_view language, NameSource source) {
  return Names(words, language, source).read(text);
}

bool may_open_byline(std::string_view line, const WebWords& words) {
  const std::size_t begin = std::min(line.find_first_not_of(" |-\x1f"), line.size());
  std::size_t end = begin;
  while (end < line.size() && line[end] != ' ' && line[end] != ':' && line[end] != kRunEnd) ++end;
  std::array<char, 32> low;
  if (end - begin > low.size()) return false;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = line[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      return words.author_openers.contains(lower(line.substr(begin, end - begin)));
    }
    low[i - begin] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return words.author_openers.contains({low.data(), end - begin});
}

Byline read_byline(std::string_view line, const WebWords& words, std::string_view language) {
  Byline byline;
  while (!line.empty() && (line.front() == ' ' || line.front() == kRunEnd || line.front() == '-' ||
                           line.front() == '|')) {
    line.remove_prefix(1);
  }
  const std::string low = lower(start_of(line, kOpeningBytes));
  const PageWordRoles* roles = nullptr;
  const std::size_t size = phrase_at_start(low, words, roles);
  const bool same_size =
      low.size() == start_of(line, kOpeningBytes).size();  // else places do not agree
  if (size == 0 || !same_size || !speaks(*roles, language)) return byline;
  byline.other = roles->other;
  if (!roles->author) return byline;
  std::string_view rest = line.substr(std::min(size, line.size()));
  const bool colon = rest.starts_with(":") || rest.starts_with(" :");
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ':' || rest.front() == kRunEnd)) {
    rest.remove_prefix(1);
  }
  byline.is = true;
  if (rest.empty()) {
    byline.labelled = true;
    return byline;
  }
  // "Von der Leyen warnt ...": a small word of a language is a byline only before a short name.
  byline.writers = read_writers(rest, words, language, NameSource::seen);
  const std::size_t count = cut_words(rest).size();
  if (byline.writers.empty() || (!colon && count > 25)) byline.is = false;
  return byline;
}

}  // namespace concord
