// Figures: a number with its unit, in the source's words, and what it measures.
//
//   [More than 30 percent] of Kenya's tea exports      share; what: Kenya's tea exports
//   [$2 billion] in aid                                sum; what: aid
//   [26 of the 27 members]                             count
//   ratified by [120 votes to 30]                      vote; what: the words of the clause before
#include <algorithm>

#include "claim/happening_region.h"
#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {
namespace {

constexpr std::uint32_t kWhatWordsMax = 9;

struct Number {
  TokenSpan tokens;  // with "more than", a currency sign and its scale
  const HappeningRow* row = nullptr;
};

class FigureReader {
 public:
  explicit FigureReader(const Scene& scene)
      : scene_(scene), table_(scene.lexicon.happenings.figures) {}

  std::vector<Number> run() {
    std::vector<Number> found;
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.end;) {
      const bool opens = numeral(i) || scene_.reading.opens(i, Opens::number);
      const Number number = opens ? number_at(i) : Number{};
      if (number.row == nullptr) {
        ++i;
        continue;
      }
      found.push_back(number);
      i = std::max(i + 1, number.tokens.end);
    }
    return found;
  }

  // What a figure measures: the whole after it, else the words of its clause before it.
  std::string what(const Number& number) const {
    const std::uint32_t end = number.tokens.end;
    if (number.row->op == HappeningOp::vote) return phrase_before(number.tokens.begin);
    if (const std::uint32_t n = scene_.words_at(table_, "whole", end)) {
      const bool owned = scene_.is(end + n - 1, Role::owner | Role::determiner);
      return phrase_after(end + n - (owned && scene_.is(end + n - 1, Role::owner) ? 1 : 0));
    }
    if (const std::uint32_t n = scene_.words_at(table_, "opens", end)) return phrase_after(end + n);
    if (number.row->op == HappeningOp::unit) return scene_.text({unit_begin(number), end});
    if (noun(end)) return phrase_after(end);  // "a $3 billion bailout"
    return phrase_before(number.tokens.begin);
  }

 private:
  bool numeral(std::uint32_t i) const {
    return scene_.all.contains(i) && scene_.reading.token(i).kind == WordKind::number;
  }
  bool noun(std::uint32_t i) const {
    return scene_.word(i) && !scene_.is(i, Role::small) && scene_.time_at(i) == nullptr &&
           !scene_.low(i).ends_with("ed") && !scene_.says(i) && !scene_.is(i, Role::compares) &&
           !scene_.any(i, {"less", "more", "would", "will", "must", "across"});
  }
  bool spelled(std::uint32_t i) const {
    return TimeWords::look_up(scene_.lexicon.time_words.counts, scene_.low(i)).value_or(0) > 1;
  }

  const HappeningRow* unit_at(std::uint32_t i, std::uint32_t& end) const {
    const auto hit =
        table_.phrases.longest([&](std::uint32_t t) { return scene_.low(t); }, i, scene_.all.end);
    if (!hit) return nullptr;
    end = i + hit->length;
    return &table_.rows[table_.forms[hit->value].front().row];
  }
  const HappeningRow* row_of(HappeningOp op) const {
    for (const HappeningRow& row : table_.rows) {
      if (row.op == op) return &row;
    }
    return nullptr;
  }

  // The figure whose number begins at token i; no row where none does.
  Number number_at(std::uint32_t i) const {
    const std::uint32_t sign = scene_.words_at(table_, "sign", i);
    std::uint32_t at = i + sign;
    const bool digits = numeral(at);
    if (!digits && !spelled(at)) return {};
    if (scene_.time_at(at) != nullptr) return {};
    ++at;
    while (scene_.words_at(table_, "scale", at) > 0) ++at;
    Number number{{about_begin(i), at}, nullptr};
    if (sign > 0) {
      number.row = row_of(HappeningOp::money);
      return number;
    }
    if (digits && numeral(at + 1) && scene_.any(at, {"-", "\xE2\x80\x93"})) return tally(i, at);
    std::uint32_t end = at;
    if (const std::uint32_t whole = scene_.words_at(table_, "whole", at)) {
      if (numeral(at + whole)) {  // "26 of the 27 members"
        number.row = unit_at(at + whole + 1, end);
        number.tokens.end = end;
        return number.row != nullptr && number.row->op == HappeningOp::unit ? number : Number{};
      }
    }
    if (scene_.low(at) == "-") ++at;  // "30-percent"
    while ((scene_.any(at, {"more", "other"}) || scene_.is(at, Role::extra | Role::member)) &&
           unit_at(at, end) == nullptr) {
      ++at;
    }
    number.row = unit_at(at, end);
    if (number.row == nullptr) return {};
    number.tokens.end = end;
    if (number.row->op == HappeningOp::vote) return vote(number, at, end);
    const bool count = number.row->op == HappeningOp::unit && number.row->name == "members";
    if (count && !digits && number.tokens.begin == i) return {};  // "two states"
    return number;
  }

  // "120 votes to 30", "66 to 30" after a word of voting.
  Number vote(Number number, std::uint32_t unit, std::uint32_t end) const {
    const bool bare = scene_.low(unit) == "to";
    const bool pair = scene_.low(end - 1) == "to";
    if (pair && !numeral(end)) return {};
    if (bare && (scene_.low(number.tokens.begin - 1) == "from" || !voting())) return {};
    if (pair) number.tokens.end = end + 1;
    return number;
  }
  // "voted 66-30"
  Number tally(std::uint32_t i, std::uint32_t dash) const {
    if (!voting()) return {};
    return {{i, dash + 2}, row_of(HappeningOp::vote)};
  }
  bool voting() const {
    const HappeningTable& events = scene_.lexicon.happenings.events;
    for (const Trigger& at : triggers_in(scene_, events)) {
      if (at.row->op == HappeningOp::vote) return true;
    }
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.end; ++i) {
      if (scene_.is(i, Role::votes)) return true;
    }
    return false;
  }

  std::uint32_t about_begin(std::uint32_t i) const {
    const std::uint32_t n = scene_.words_before(table_, "about", i);
    return i - n;
  }
  std::uint32_t unit_begin(const Number& number) const {
    std::uint32_t i = number.tokens.begin;
    for (std::uint32_t t = i; t < number.tokens.end; ++t) {
      if (numeral(t) || spelled(t)) i = t + 1;
    }
    while (scene_.words_at(table_, "scale", i) > 0) ++i;
    return std::min(i, number.tokens.end - 1);
  }

  bool counts(std::uint32_t i) const {
    return numeral(i) || spelled(i) || scene_.words_at(table_, "about", i) > 0 ||
           scene_.words_at(table_, "sign", i) > 0;
  }

  // A noun phrase: up to a verb, a mark or another clause.
  std::string phrase_after(std::uint32_t i) const {
    while (scene_.is(i, Role::determiner)) ++i;
    std::uint32_t end = i;
    while (end < i + kWhatWordsMax && scene_.all.contains(end)) {
      const bool passes = scene_.word(end) || scene_.any(end, {"-", "'s"});
      if (!passes || scene_.time_at(end) != nullptr ||
          (scene_.is(end, Role::list) && counts(end + 1)) ||
          scene_.is(end,
                    Role::be | Role::have | Role::relative | Role::subordinate | Role::moves) ||
          scene_.any(end, {"will", "would", "by", "to", "in", "from", "under", "as"})) {
        break;
      }
      ++end;
    }
    return end > i ? scene_.text({i, end}) : std::string();
  }
  std::string phrase_before(std::uint32_t end) const {
    while (end > scene_.all.begin && scene_.is(end - 1, Role::preposition)) --end;
    std::uint32_t i = end;
    while (i > scene_.all.begin && end - i < kWhatWordsMax) {
      const bool stops = scene_.any(i - 1, {",", ";", ":", "and", "that"}) && end - i > 2;
      if (stops) break;
      --i;
    }
    while (i < end && (scene_.mark(i) || scene_.is(i, Role::list | Role::relative))) ++i;
    return end > i ? scene_.text({i, end}) : std::string();
  }

  const Scene& scene_;
  const HappeningTable& table_;
};

}  // namespace

std::vector<Found<Figure>> find_figures(const Report& report, const Reading& reading,
                                        const Lexicon& lexicon) {
  std::vector<Found<Figure>> found;
  for (const Sentence& sentence : reading.sentences) {
    const Scene scene(report, reading, lexicon, sentence);
    const FigureReader reader(scene);
    for (const Number& number : FigureReader(scene).run()) {
      Figure figure;
      figure.value = scene.text(number.tokens);
      figure.what = reader.what(number);
      figure.evidence = {sentence_evidence(report, reading, number.tokens.begin)};
      found.push_back({std::move(figure), number.row->name, number.tokens});
    }
  }
  return found;
}

std::vector<Figure> extract_figures(const Report& report, const Reading& reading,
                                    const Lexicon& lexicon) {
  std::vector<Figure> all;
  for (Found<Figure>& one : find_figures(report, reading, lexicon)) {
    const bool known = std::ranges::any_of(all, [&](const Figure& other) {
      return other.value == one.noun.value && other.what == one.noun.what;
    });
    if (!known) all.push_back(std::move(one.noun));
  }
  return all;
}

}  // namespace concord
