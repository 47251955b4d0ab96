// Labels that tell where those listed under or behind them stand, by data/en/standing_labels.tsv.
//
//   [STILL IN]             [Signed, never ratified]: A, B.    [Who is left?]
//   Bolivia, Uruguay.      [Outside the euro area]: C         Seventeen states, among them A.
//
// Small words are no part of what is sought, "not" and "never" deny, and a verb of acts.toml needs
// no row. A label names nobody; it may name the agreement.
#include <algorithm>

#include "reading/passes.h"

namespace concord {
namespace {

using Words = std::vector<std::uint32_t>;  // tokens

class LabelFinder {
 public:
  LabelFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), acts_(lexicon.acts), reading_(reading) {}

  void run() {
    for (std::uint32_t n = 0; n < reading_.sentences.size(); ++n) {
      const BlockKind kind = report_.blocks[reading_.sentences[n].block].kind;
      if (kind != BlockKind::title && !whole(n) && !run_in(n)) behind_name(n);
    }
  }

 private:
  static constexpr std::uint32_t kWordsMax = 10;  // without the name of an agreement
  static constexpr std::uint32_t kReach = 16;

  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  bool is_mark(std::uint32_t i) const { return reading_.tokens[i].kind == WordKind::mark; }
  bool opens_block(std::uint32_t n) const {
    return n == 0 || reading_.sentences[n - 1].block != reading_.sentences[n].block;
  }
  bool ends_block(std::uint32_t n) const {
    return n + 1 == reading_.sentences.size() || opens_block(n + 1);
  }

  // "GONE", "GONE:", "Out. Peru and Chile", "And who is left?"
  bool whole(std::uint32_t n) {
    Label label;
    label.words = reading_.sentences[n].tokens;
    if (label.words.empty() || label.words.size() > kReach) return false;
    const std::string_view last = low(label.words.end - 1);
    label.sentence = n;
    label.alone = true;
    label.heads = opens_block(n) && ends_block(n);
    label.asks = last == "?";
    const bool stopped = last == ".";  // "Never joined." is told, "Out. Peru and Chile" listed
    const bool sentence = names_at(label.words.begin) || is_clause(label.words);
    if (stopped && (label.heads || sentence || !names_next(n))) return false;
    if (is_any(last, {".", "?", ":"})) --label.words.end;
    if (label.asks && !ask(label.words)) return false;
    const bool stands = label.asks || (opens_block(n) && (label.heads || stopped));
    return stands && add(std::move(label));
  }

  // "Ten states | are | leaving."
  bool is_clause(TokenSpan words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      if (is(i, Role::be | Role::have | Role::do_ | Role::remains)) return true;
    }
    return false;
  }

  // "Out. | Peru and Chile": whether the next sentence of the block begins with a name.
  bool names_next(std::uint32_t n) const {
    if (ends_block(n)) return false;
    return names_at(reading_.sentences[n + 1].tokens.begin);
  }
  bool names_at(std::uint32_t i) const {
    return mention_at(i) != nullptr || (is(i, Role::determiner) && mention_at(i + 1) != nullptr);
  }

  // "Out: Peru and Chile", "In - Peru and Chile": behind it somebody is listed.
  bool run_in(std::uint32_t n) {
    const TokenSpan all = reading_.sentences[n].tokens;
    for (std::uint32_t i = all.begin; i + 1 < all.end && i < all.begin + kReach; ++i) {
      const bool dash =
          is_dash(i) && opens_block(n) && i > all.begin && closing_dash(i, all) == all.end;
      if (low(i) != ":" && !dash && !links({all.begin, i})) continue;
      Label label;
      label.words = {all.begin, i};
      label.sentence = n;
      return add(std::move(label));
    }
    return false;
  }

  // "The eight that have not | are | Benin and Chad"
  bool links(TokenSpan words) const {
    if (!is(words.end, Role::be)) return false;
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const bool counted = is(i, Role::count | Role::nations) || is_any(low(i), {"those", "ones"});
      if (counted && is(i + 1, Role::relative)) return denies(words.end - 1);
    }
    return false;
  }

  // "Chile: out.", "- Oman and Chad - in since 2017, in force or not.": behind who is meant.
  void behind_name(std::uint32_t n) {
    TokenSpan all = reading_.sentences[n].tokens;
    std::uint32_t i = all.begin;
    while (i < all.end && (is_mark(i) || names_at(i) || is(i, Role::list))) {
      if (low(i) == ":" || (is_dash(i) && i > all.begin)) break;
      const Mention* name = mention_at(i);
      i = name != nullptr ? name->tokens.end : i + 1;
    }
    if (i == all.begin || i >= all.end || !(low(i) == ":" || is_dash(i))) return;
    Label label;
    label.sentence = n;
    label.names_before = true;
    label.words = {i + 1, all.end - (low(all.end - 1) == "." ? 1 : 0)};
    if (label.words.empty()) return;
    for (std::uint32_t end = label.words.begin; end < label.words.end; ++end) {
      const bool part = is_any(low(end), {",", ";", "("}) && end > label.words.begin;
      if (!part) continue;
      Label whole = label;
      if (add(std::move(whole))) return;
      label.words.end = end;
      break;
    }
    add(std::move(label));
  }

  bool is_dash(std::uint32_t i) const {
    return is_any(low(i), {"-", "\xE2\x80\x93", "\xE2\x80\x94"}) && reading_.tokens[i].space_before;
  }
  // "The newcomers - A and B | - | will": it only sets apart.
  std::uint32_t closing_dash(std::uint32_t i, TokenSpan all) const {
    for (++i; i < all.end && !is_dash(i);) ++i;
    return i;
  }

  // "And on this side, | who is in|?": from the word that asks.
  bool ask(TokenSpan& words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const bool opens = i == words.begin || low(i - 1) == "," || in_time(i - 1) ||  // "12:05 Who"
                         (i == words.begin + 1 && is_any(low(i - 1), {"and", "but", "so", "then"}));
      const bool any =
          is(i, Role::have | Role::be) && is_any(low(i + 1), {"anybody", "anyone", "any"});
      if (!opens || !(any || is_any(low(i), {"who", "which", "how"}))) continue;
      words.begin = i;
      return true;
    }
    return false;
  }

  bool add(Label label) {
    Words words;
    for (std::uint32_t i = label.words.begin; i < label.words.end; ++i) {
      const Mention* mention = mention_at(i);
      if (mention == nullptr) {
        words.push_back(i);
        continue;
      }
      const Entity& entity = reading_.entities[mention->entity];
      const bool joined = entity.kind == EntityKind::agreement || entity.acceded;
      if (!joined || (label.about != kNone && label.about != mention->entity)) return false;
      label.about = mention->entity;
    }
    while (!words.empty() && is_mark(words.front())) words.erase(words.begin());  // a bullet
    drop_aside(words);
    while (!words.empty() && is_mark(words.back())) words.pop_back();
    if (words.empty() || words.size() > kWordsMax) return false;
    label.tells = tells(words);
    if (label.tells.empty()) return false;
    reading_.labels.push_back(std::move(label));
    return true;
  }

  // "SIGNED TODAY | (a selection) |"
  void drop_aside(Words& words) const {
    if (words.empty() || low(words.back()) != ")") return;
    const auto open = std::ranges::find(words, "(", [&](std::uint32_t i) { return low(i); });
    if (open != words.begin()) words.erase(open, words.end());
  }

  const Mention* mention_at(std::uint32_t i) const {
    const auto next = std::ranges::upper_bound(reading_.mentions, i, {},
                                               [](const Mention& one) { return one.tokens.begin; });
    if (next == reading_.mentions.begin()) return nullptr;
    const Mention& mention = *(next - 1);
    return mention.tokens.contains(i) ? &mention : nullptr;
  }

  // Of the whole label, or of all its parts: "signed | , | never ratified".
  std::vector<StandingLabel> tells(const Words& words) const {
    if (auto one = told_by(words)) return {*one};
    std::vector<StandingLabel> all;
    Words part;
    for (std::size_t n = 0; n <= words.size(); ++n) {
      const bool ends = n == words.size() || is_any(low(words[n]), {",", ";", "/"}) ||
                        is_any(low(words[n]), {"but", "and", "yet"});
      if (!ends) part.push_back(words[n]);
      if (!ends || part.empty()) continue;
      const auto one = told_by(part);
      if (!one && (all.empty() || !is_remark(part))) return {};
      if (one) all.push_back(*one);
      part.clear();
    }
    for (const StandingLabel& one : std::vector(all)) {  // "Signed and then unsigned": not denied
      if (one.effect != Effect::nothing) continue;
      std::erase_if(all, [&](const StandingLabel& other) {
        return other.act == one.act && other.effect == Effect::denied;
      });
    }
    return all;
  }

  // "Signed, | stuck |", "Signed and | silent |": what tells of no step, and takes none back.
  bool is_remark(const Words& part) const {
    return part.size() == 1 && !is(part.front(), Role::adverb | Role::nearly | Role::none) &&
           !denies(part.front()) && !low(part.front()).ends_with("ly");
  }

  bool is(std::uint32_t i, Roles roles) const { return reading_.is(i, roles); }
  bool denies(std::uint32_t i) const { return is_any(low(i), {"not", "n't", "never"}); }
  bool in_time(std::uint32_t i) const {
    const auto next = std::ranges::upper_bound(reading_.times, i, {},
                                               [](const Time& one) { return one.tokens.begin; });
    return next != reading_.times.begin() && (next - 1)->tokens.contains(i);
  }

  // "The countries that | have left", "Who else | signed"
  bool introduces(std::uint32_t i) const {
    return is(i, Role::determiner | Role::relative | Role::country | Role::nations | Role::count) ||
           is_any(low(i), {"and", "one", "those", "ones", "others", "else", "who", "still",
                           "anybody", "anyone", "any", "'s"});
  }

  // First as it stands, then less and less of its small words.
  std::optional<StandingLabel> told_by(Words words) const {
    if (auto row = row_of(words)) return row;
    if (words.size() > 2 && is_any(low(words[1]), {"anybody", "anyone", "any"}))
      words.erase(words.begin());  // "Has anyone | left"
    while (!words.empty() && introduces(words.front())) {
      words.erase(words.begin());
      if (auto row = row_of(words)) return row;
    }
    const bool open = std::ranges::any_of(words, [&](std::uint32_t i) {
      return is_any(low(i), {"soon", "next", "almost", "half"});
    });
    if (open) return std::nullopt;
    bool denied = std::ranges::any_of(words, [&](std::uint32_t i) { return denies(i); });
    std::erase_if(words, [&](std::uint32_t i) {
      const bool number = reading_.tokens[i].kind == WordKind::number;
      const bool bracket = is_any(low(i), {"(", ")"});
      return number || bracket || denies(i) || in_time(i) || low(i).ends_with("ly") ||
             is(i, Role::adverb | Role::determiner | Role::count);
    });
    if (auto row = row_of(words)) return turned(*row, denied);
    const bool does = !words.empty() && is(words.front(), Role::do_);
    while (!words.empty() && is(words.front(), Role::be | Role::have | Role::do_))
      words.erase(words.begin());
    if (auto row = row_of(words)) return turned(*row, denied);
    const bool to = !words.empty() && low(words.front()) == "to";  // "Yet to sign"
    const bool yet = to && is_any(low(words.front() - 1), {"yet", "still"});
    if (to) words.erase(words.begin());
    if (to && !yet) return std::nullopt;
    const auto row = act_of(words, yet || (does && denied) ? ActForm::base : ActForm::past);
    return row ? turned(*row, denied || yet) : std::nullopt;
  }

  // "Not" in: denied. "Not" joining: no plans to.
  static std::optional<StandingLabel> turned(StandingLabel row, bool denied) {
    if (!denied) return row;
    row.dated.reset();
    switch (row.effect) {
      case Effect::nothing:
        row.effect = Effect::denied;
        return row;
      case Effect::planned:
        row.effect = Effect::denied_plan;
        return row;
      default:
        return std::nullopt;
    }
  }

  // A row of the table, also without a preposition that led to the agreement: "Out of | the pact".
  std::optional<StandingLabel> row_of(Words words) const {
    const auto seek = [&]() -> std::optional<StandingLabel> {
      const auto size = static_cast<std::uint32_t>(words.size());
      const auto hit =
          acts_.label_words.longest([&](std::uint32_t i) { return low(words[i]); }, 0, size);
      if (!hit || hit->length != size) return std::nullopt;
      return acts_.standing_labels[hit->value];
    };
    while (!words.empty() && is(words.back(), Role::determiner)) words.pop_back();
    if (words.empty()) return std::nullopt;
    if (auto row = seek()) return row;
    if (words.size() < 2 || !is(words.back(), Role::preposition)) return std::nullopt;
    words.pop_back();
    return seek();
  }

  // "Ratified", "Pulled out": a verb of a party's step.
  std::optional<StandingLabel> act_of(const Words& words, ActForm form) const {
    const auto size = static_cast<std::uint32_t>(words.size());
    const auto hit = acts_.phrases.longest([&](std::uint32_t i) { return low(words[i]); }, 0, size);
    if (!hit || hit->length != size) return std::nullopt;
    const ActPhrase& phrase = acts_.forms[hit->value];
    const Act& act = acts_.acts[phrase.act];
    const bool of_party = act.role == ActRole::agent || act.role == ActRole::patient;
    if (phrase.form != form || !of_party || act.strict || act.same || act.denied)
      return std::nullopt;
    StandingLabel row;
    row.act = phrase.act;
    return row;
  }

  const Report& report_;
  const Acts& acts_;
  Reading& reading_;
};

}  // namespace

void find_labels(const Report& report, const Lexicon& lexicon, Reading& reading) {
  if (speaks_of_agreement(reading)) LabelFinder(report, lexicon, reading).run();
}

}  // namespace concord
