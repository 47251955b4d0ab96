#include "story/credits.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kHeadBytes = 400;  // where a dateline or a byline stands
constexpr std::size_t kHeadWords = 60;

bool is_name(const StoryToken& token) { return token.capital || token.number; }

// "The" of a name is left out.
std::vector<std::uint64_t> key_of(const std::string& name) {
  std::vector<std::uint64_t> words = words_of(name);
  static const std::uint64_t the = words_of("the").front();
  if (words.size() > 1 && words.front() == the) words.erase(words.begin());
  return words;
}

class CreditFinder {
 public:
  CreditFinder(const Report& report, std::span<const StoryToken> tokens, const OutletNames& outlets,
               const StoryWords& words)
      : report_(report), tokens_(tokens), outlets_(outlets), words_(words) {}

  void find(bool furniture, std::vector<Credit>& credits) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_name(tokens_[i]) || tokens_[i].quoted) continue;
      const auto match = outlets_.at(tokens_, i);
      if (match.size == 0) continue;
      const std::size_t end = i + match.size;
      Credit credit;
      credit.outlet = match.value;
      credit.span = {tokens_[i].span.begin, tokens_[end - 1].span.end};
      if (is_credit(i, end, furniture, credit)) {
        credits.push_back(credit);
      } else if (!furniture && is_citation(i, end, credit)) {
        credit.cites = true;
        credits.push_back(credit);
      }
      i = end - 1;
    }
  }

 private:
  char before(std::size_t token) const {
    const std::uint32_t at = tokens_[token].span.begin;
    return at == 0 ? '\n' : report_.text[at - 1];
  }
  char after(std::size_t end) const {
    const std::uint32_t at = tokens_[end - 1].span.end;
    return at >= report_.text.size() ? '\n' : report_.text[at];
  }
  // A bracket may stand a space away, as in text split at every mark.
  bool is_bracketed(std::size_t begin, std::size_t end) const {
    const std::uint32_t from = tokens_[begin].span.begin, to = tokens_[end - 1].span.end;
    const bool open =
        before(begin) == '(' || (from > 1 && report_.text.substr(from - 2, 2) == "( ");
    const bool close = after(end) == ')' || report_.text.substr(to, 2) == " )";
    return open && close;
  }
  bool is_line(std::size_t begin, std::size_t end) const {
    const std::string_view text = report_.text;
    const std::size_t from = tokens_[begin].span.begin, to = tokens_[end - 1].span.end;
    const std::size_t line_begin = from == 0 ? 0 : text.rfind('\n', from - 1) + 1;
    const std::size_t line_end = std::min(text.find('\n', to), text.size());
    // "By Reuters", "- Birch Wire": little else in the line.
    return from - line_begin <= 4 && line_end - to <= 2;
  }
  bool has_caption(std::size_t begin) const {
    for (std::size_t i = begin > 6 ? begin - 6 : 0; i < begin; ++i) {
      if (tokens_[i].block == tokens_[begin].block && words_.captions.at(tokens_, i).size > 0)
        return true;
    }
    return false;
  }

  bool is_credit(std::size_t begin, std::size_t end, bool furniture, Credit& credit) const {
    if (has_caption(begin)) return false;
    // "Reporting by Ana Ruiz in Oslo, Birch Wire": the phrase stands up to eight words before.
    for (std::size_t back = 0; back <= 8 && back <= begin; ++back) {
      const std::size_t at = begin - back;
      if (at < begin && tokens_[at].block != tokens_[begin].block) break;
      const auto phrase = words_.credits.before(tokens_, at);
      // "Source: X", not "a source at X said".
      const bool leads = phrase.size > 1 || (phrase.size == 1 && tokens_[at - 1].opens);
      if (leads && tokens_[at - 1].block == tokens_[begin].block) {
        credit.span.begin = tokens_[at - phrase.size].span.begin;
        return true;
      }
      if (back > 0 && !is_name(tokens_[at]) && tokens_[at].size > 3) break;
    }
    const bool head = begin < kHeadWords && tokens_[begin].span.begin < kHeadBytes + title_end();
    const bool agency = outlets_.is_agency(credit.outlet);
    if (agency && head && is_bracketed(begin, end)) return true;
    const bool tail = begin + 12 >= tokens_.size();
    return (agency || furniture) && (head || tail || furniture) && is_line(begin, end) &&
           !is_own_name(credit.outlet);
  }

  bool is_citation(std::size_t begin, std::size_t end, Credit& credit) const {
    std::size_t at = begin;
    if (at > 0 && tokens_[at - 1].size == 3 && !tokens_[at - 1].capital) --at;  // "the"
    const auto cite = words_.cites.before(tokens_, at);
    if (cite.size > 0 && tokens_[at - 1].block == tokens_[begin].block) {
      credit.span.begin = tokens_[at - cite.size].span.begin;
      return true;
    }
    const auto reported =
        end < tokens_.size() ? words_.reported.at(tokens_, end) : PhraseMap::Match{};
    if (reported.size == 0 || tokens_[end].block != tokens_[begin].block) return false;
    credit.span.end = tokens_[end + reported.size - 1].span.end;
    return true;
  }

  bool is_own_name(std::uint32_t outlet) const {
    return key_of(report_.outlet) == key_of(outlets_.name(outlet));
  }
  std::uint32_t title_end() const {
    std::uint32_t end = 0;
    for (const Block& block : report_.blocks) {
      if (block.kind != BlockKind::title) break;
      end = block.span.end;
    }
    return end;
  }

  const Report& report_;
  std::span<const StoryToken> tokens_;
  const OutletNames& outlets_;
  const StoryWords& words_;
};

}  // namespace

OutletNames::OutletNames(const StoryWords& words) {
  for (std::size_t i = 0; i < words.agency_names.size(); ++i) {
    const std::uint32_t outlet = add(words.agency_names[i]);
    const auto own = words_of(words.agency_words[i]);
    numbers_.emplace(own, outlet);
    phrases_.add(words.agency_words[i], outlet);
  }
  agencies_end_ = static_cast<std::uint32_t>(names_.size());
}

std::uint32_t OutletNames::add(const std::string& name) {
  const auto key = key_of(name);
  if (key.empty()) return 0;
  const auto [at, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(names_.size()));
  if (fresh) {
    names_.push_back(name);
    phrases_.add(key, at->second);
  }
  return at->second;
}

std::vector<Credit> find_credits(const Report& report, const std::vector<StoryToken>& tokens,
                                 const OutletNames& outlets, const StoryWords& words) {
  std::vector<Credit> credits;
  CreditFinder(report, tokens, outlets, words).find(false, credits);
  if (!report.furniture.empty()) {
    Report lines;
    lines.text = report.text;
    lines.outlet = report.outlet;
    for (const Span span : report.furniture) lines.blocks.push_back({BlockKind::paragraph, span});
    const auto words_there = story_tokens(lines);
    CreditFinder(lines, words_there, outlets, words).find(true, credits);
  }
  std::ranges::sort(credits, {}, [](const Credit& c) { return c.span; });
  return credits;
}

}  // namespace concord
