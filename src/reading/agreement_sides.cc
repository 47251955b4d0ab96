#include "reading/agreement_sides.h"

namespace concord {
namespace {

class SideReader {
 public:
  SideReader(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at)
      : reading_(reading), sentence_(sentence), actor_at_(actor_at) {}

  // "between A and B", "with A", "among A, B and C", "with the ten states of A".
  void read(AgreementPhrase& phrase) const {
    std::uint32_t at = phrase.tokens.end;
    if (phrase.abbreviation != kNone) at = phrase.abbreviation + 2;
    phrase.apart = low(at) == "of" && is_any(low(at + 1), {"its", "their"}) && low(at + 2) == "own";
    if (phrase.apart) at += 3;  // "a memorandum of its own with Peru"
    if (phrase.plural) at = over_time(at);
    const bool made = !is_any(low(at), {"between", "with", "among"});
    const std::uint32_t clause = at;
    if (made) at = relative_with(at);
    if (!is_any(low(at), {"between", "with", "among"})) return partners(phrase);
    if (made && add_maker(phrase, {clause, at})) return read_other_side(phrase, at + 1);
    const std::uint32_t begin = at;
    if (low(at) == "between" && low(at + 1) == "the" && low(at + 2) == "two")
      return the_two(phrase);
    for (++at; inside(at); ++at) {
      const std::uint32_t actor = actor_at_(at);
      if (actor != kNone) {
        if (reading_.entities[actor].kind == EntityKind::person) return;
        if (opens_clause(at)) break;
        const std::uint32_t end = firm_end(at);
        if (end == at + 1) phrase.add_side(actor);
        phrase.outer = {begin, end};
        at = end - 1;
        if (const std::uint32_t with = next_with(end); phrase.plural && with != end) at = with;
      } else if (low(at) == "(" && phrase.plural && is_time(at + 1) && low(at + 2) == ")") {
        at += 2;  // "agreements with Peru (2021), Fiji (2022) and Oman"
      } else if (!is_any(low(at), {"and", "the", ",", "both", "whole"}) && !counts_members(at)) {
        break;
      }
    }
    if (phrase.outer.empty()) phrase.outer = {begin, unknown_side(begin + 1)};
  }

 private:
  bool inside(std::uint32_t i) const { return sentence_.contains(i); }
  std::string_view low(std::uint32_t i) const {
    return inside(i) ? reading_.lower(i) : std::string_view();
  }
  bool capital(std::uint32_t i) const { return inside(i) && reading_.tokens[i].capital; }
  bool is_time(std::uint32_t i) const {
    return std::ranges::any_of(reading_.times, [&](const Time& t) { return t.tokens.contains(i); });
  }

  // "two deals | in May, | with Chile and Peru": the "with" behind a comma, else `at`.
  std::uint32_t over_time(std::uint32_t at) const {
    std::uint32_t i = at;
    while (is_time(i) || (is_any(low(i), {"in", "on"}) && is_time(i + 1))) ++i;
    const bool with = low(i) == "," && low(i + 1) == "with" && actor_at_(i + 2) != kNone;
    return with ? i + 1 : at;
  }

  // "deals with Peru, and | Norway | updated its own": who does what comes next.
  bool opens_clause(std::uint32_t begin) const {
    for (std::uint32_t i = begin; inside(i) && actor_at_(i) == actor_at_(begin); ++i) {
      const SyntaxWord* word = syntax_of(reading_, i);
      if (word != nullptr && word->relation == Dependency::nsubj && low(begin - 1) != "with")
        return true;
    }
    return do_something(begin);
  }

  // "deals with Japan, and | Chile and Peru | said": a pair behind a comma and before its verb.
  bool do_something(std::uint32_t begin) const {
    if (begin < sentence_.begin + 2 || low(begin - 1) != "and" || low(begin - 2) != ",")
      return false;
    const auto past_name = [&](std::uint32_t i) {
      const std::uint32_t actor = actor_at_(i);
      while (inside(i) && actor != kNone && actor_at_(i) == actor) ++i;
      return i;
    };
    const std::uint32_t first = past_name(begin);
    const std::uint32_t end = low(first) == "and" ? past_name(first + 1) : first;
    const SyntaxWord* verb = end > first + 1 ? syntax_of(reading_, end) : nullptr;
    return verb != nullptr &&
           (verb->tag == Penn::vbd || verb->tag == Penn::vbp || verb->tag == Penn::md);
  }

  bool is_adjective(std::uint32_t i) const {
    const SyntaxWord* word = syntax_of(reading_, i);
    return word != nullptr && word->relation == Dependency::amod;
  }

  // "treaties with Peru | in 2020 and with | Chile": the "with" of a further one, else `at`.
  std::uint32_t next_with(std::uint32_t at) const {
    constexpr std::uint32_t kWordsMax = 5;
    for (std::uint32_t i = at; inside(i) && i < at + kWordsMax; ++i) {
      if (low(i) == "with" && is_any(low(i - 1), {"and", ","})) return i;
      if (i > at && actor_at_(i) != kNone) break;
      const SyntaxWord* word = syntax_of(reading_, i);
      if (word == nullptr || word->word_class == WordClass::verb) break;
    }
    return at;
  }

  // "the pact [that it signed] with China", "a deal [struck] with Turkey": past who made it with
  // whom; else `at`.
  std::uint32_t relative_with(std::uint32_t at) const {
    constexpr std::uint32_t kWordsMax = 6;
    std::uint32_t verbs = 0;
    for (std::uint32_t i = at; inside(i) && i < at + kWordsMax; ++i) {
      if (low(i) == "with") return verbs == 1 ? i : at;
      const SyntaxWord* word = syntax_of(reading_, i);
      if (word == nullptr) return at;
      const bool verb = word->word_class == WordClass::verb;
      if (verb && ++verbs > 1) return at;
      const bool doer = actor_at_(i) != kNone || word->word_class == WordClass::pron ||
                        word->word_class == WordClass::aux || is_any(low(i), {"that", "the"});
      if (!verb && (!doer || verbs > 0)) return at;
    }
    return at;
  }

  // "the pact that [Egypt] concluded with Sudan", "the pact [it] signed": who made it.
  bool add_maker(AgreementPhrase& phrase, TokenSpan clause) const {
    std::uint32_t maker = kNone;
    for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
      if (actor_at_(i) != kNone) maker = actor_at_(i);
      const bool pronoun = low(i) == "it" || low(i) == "they";
      for (std::uint32_t t = phrase.tokens.begin; pronoun && t > sentence_.begin; --t) {
        if (actor_at_(t - 1) == kNone) continue;
        if (maker != kNone && maker != actor_at_(t - 1)) return false;  // one of several
        maker = actor_at_(t - 1);
      }
    }
    if (maker == kNone || reading_.entities[maker].kind != EntityKind::state) return false;
    phrase.add_side(maker);
    return true;
  }

  void read_other_side(AgreementPhrase& phrase, std::uint32_t at) const {
    for (; inside(at); ++at) {
      if (actor_at_(at) != kNone) {
        phrase.add_side(actor_at_(at));
      } else if (low(at) != "the") {
        return;
      }
    }
  }

  // "talks with Taiwan on a [free trade deal]": who is talked with is its other side.
  void partners(AgreementPhrase& phrase) const {
    if (phrase.determiner != Determiner::indefinite || !phrase.sides.empty()) return;
    if (phrase.tokens.begin <= sentence_.begin) return;
    std::uint32_t at = phrase.tokens.begin - 1;
    while (is_adjective(at)) --at;
    if (!is_any(low(at), {"a", "an", "another"})) return;
    if (at <= sentence_.begin + 2 || !is_any(low(at - 1), {"on", "about", "over", "for"})) return;
    const std::uint32_t end = --at;
    while (at > sentence_.begin &&
           (actor_at_(at - 1) != kNone || is_any(low(at - 1), {"the", "and", ","})))
      --at;
    if (at == end || at <= sentence_.begin + 1 || !is_any(low(at - 1), {"with", "between"})) return;
    if (!reading_.is(at - 2, Role::parley)) return;
    for (std::uint32_t i = at; i < end; ++i) {
      if (actor_at_(i) != kNone) phrase.add_side(actor_at_(i));
    }
    phrase.outer = {at - 1, end};
  }

  // "a power deal between the two": the two states or bodies named last.
  void the_two(AgreementPhrase& phrase) const {
    constexpr std::uint32_t kTokensBack = 60;
    std::vector<std::uint32_t> last;
    for (std::uint32_t i = phrase.tokens.begin; i > 0 && last.size() < 2; --i) {
      if (i + kTokensBack < phrase.tokens.begin) break;
      const std::uint32_t actor = actor_at_(i - 1);
      if (actor == kNone || std::ranges::find(last, actor) != last.end()) continue;
      const EntityKind kind = reading_.entities[actor].kind;
      if (kind == EntityKind::state || kind == EntityKind::body) last.push_back(actor);
    }
    if (last.size() < 2) return;
    for (const std::uint32_t side : {last[1], last[0]}) phrase.add_side(side);
  }

  // "with [its private creditors]", "with the [Creditor Committee]": past who is no actor.
  std::uint32_t unknown_side(std::uint32_t begin) const {
    std::uint32_t end = begin;
    if (!is_any(low(begin), {"the", "its"}) && !capital(begin)) return begin - 1;
    for (std::uint32_t i = begin; inside(i) && i < begin + 5 && !is_time(i); ++i) {
      const SyntaxWord* word = syntax_of(reading_, i);
      if (word == nullptr || actor_at_(i) != kNone) return begin - 1;
      const bool noun = word->word_class == WordClass::noun || word->word_class == WordClass::propn;
      if (noun) end = i + 1;
      if (!noun && i > begin && !is_adjective(i)) break;
    }
    return end > begin ? end : begin - 1;
  }

  // "the [ten states of] the bloc", "the [government of] Libya"
  bool counts_members(std::uint32_t at) const {
    std::uint32_t of = at;
    while (inside(of) && of < at + 3 && low(of) != "of") ++of;
    return low(of) == "of" && actor_at_(of + (low(of + 1) == "the" ? 2 : 1)) != kNone &&
           reading_.is(of - 1, Role::nations | Role::regime);
  }

  // "with Iran's | clerical rulers", "with China's | President Xi"
  bool names_government(std::uint32_t i) const {
    return reading_.is(i, Role::government | Role::legislature) ||
           reading_.is(i + 1, Role::government | Role::legislature);
  }

  // "with China [Exim Bank]", "with China's [Sinopec]", "with Kenya's [blessing]": past a name that
  // only begins with a state's.
  std::uint32_t firm_end(std::uint32_t actor) const {
    std::uint32_t end = actor + 1;
    while (inside(end) && actor_at_(end) == actor_at_(actor)) ++end;
    const std::uint32_t last = end;
    const bool owns = low(end) == "'s" && actor_at_(end + 1) == kNone;
    if (owns && !names_government(end + 1)) return end + 2;
    while (capital(end) && actor_at_(end) == kNone && !is_time(end)) ++end;
    return end > last ? end : actor + 1;
  }

  const Reading& reading_;
  TokenSpan sentence_;
  const ActorAt& actor_at_;
};

}  // namespace

void read_outer_sides(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                      AgreementPhrase& phrase) {
  SideReader(reading, sentence, actor_at).read(phrase);
}

bool is_with_stranger(const Reading& reading, const AgreementPhrase& phrase,
                      const ActorAtToken& actors) {
  const std::uint32_t with = phrase.written().end;
  const std::uint32_t who = with + 2;
  if (reading.lower(with) != "with" || reading.lower(with + 1) != "the" || !phrase.sides.empty() ||
      phrase.form != PhraseForm::plain)
    return false;
  for (const std::uint32_t word : {who, who + 1}) {
    if (!reading.token(word).capital || actors.contains(word)) return false;
  }
  for (std::uint32_t i = 0; i + 1 < who; ++i) {
    if (reading.lower(i) == reading.lower(who) && reading.lower(i + 1) == reading.lower(who + 1))
      return false;  // spoken of before
  }
  return true;
}

}  // namespace concord
