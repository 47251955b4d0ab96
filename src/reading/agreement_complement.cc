#include "reading/agreement_complement.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kWordsMax = 9;
constexpr std::uint32_t kNounPhraseMax = 5;  // "signed | the landmark mine treaty"

class ComplementReader {
 public:
  ComplementReader(const Reading& reading, std::uint32_t noun, std::uint32_t end)
      : reading_(reading), noun_(noun), end_(end) {}

  TokenSpan read(std::uint32_t at, bool purpose) const {
    if (at + 1 >= end_) return {at, at};
    if (low(at) == "of") {
      const Time* time = time_at(at + 1);
      const bool date = time != nullptr && !time->duration && !time->value.empty();
      if (date) return {at, time->tokens.end};
      const std::uint32_t house = noun_phrase_end(at + 1);  // "the charter of the new league"
      const bool founds = reading_.is(noun_, Role::charter) && low(at + 1) == "the";
      if (founds && house > at + 2 && !is_name(at + 2)) return {at, house};
      return {at,
              reading_.is(noun_, Role::amount) ? at : quality_end(at + 1)};  // "a good deal of ice"
    }
    const bool about = is(at, {"on", "about", "against", "concerning", "regarding"});
    if (reading_.is(at, Role::purpose)) {
      const std::uint32_t begin = at + (low(at + 1) == "up" ? 2 : 1);
      const std::uint32_t end = noun_phrase_end(begin);  // "treaty banning landmines"
      return {at, end > begin ? relative_end(end) : at};
    }
    if (low(at) == "for" && !is_name(at + 1)) {  // "for the supply of gas"
      const TokenSpan supplied{at + 1, noun_phrase_end(at + 1)};
      const bool names = !supplied.empty() && hangs_on(supplied) && !holds_scene(supplied);
      return {at, names ? supplied.end : at};
    }
    const std::uint32_t aim = aim_at(at, purpose);
    const bool aims = aim > at;
    if (!about && !aims) return {at, at};
    const bool sharing = about && word_class(at + 1) == WordClass::verb &&
                         low(at + 1).ends_with("ing");  // "on sharing the river"
    const std::uint32_t begin = aims ? aim : at + (sharing ? 2 : 1);
    const std::uint32_t end = noun_phrase_end(begin);
    if (low(at) == "against" && is_name(begin) && !hangs_on({begin, end}))
      return {at, at};                                         // "used the treaty | against Spain"
    const bool of_states = reading_.is(at - 1, Role::solemn);  // "on the high seas"
    const bool belongs = aims || sharing || of_states || low(begin) != "the" ||
                         names_doing({begin, end}) || hangs_on({begin, end});
    const bool told = end > begin || sharing;  // "a convention on mining"
    return {at, told && belongs && !holds_scene({begin, end}) ? end : at};
  }

 private:
  // Behind the verb of what an agreement is to do: "to build | a dam", "intended to protect |
  // whales", "aimed at curbing | methane", "on how to fight | floods"; `at` where it is not told
  // so.
  std::uint32_t aim_at(std::uint32_t at, bool fresh) const {
    std::uint32_t to = at;
    if (reading_.is(at, Role::meant)) ++to;
    if (low(at) == "on" && (low(at + 1) == "how" || reading_.is(at + 1, Role::ways))) to += 2;
    if (reading_.is(at, Role::meant) && low(at + 1) == "at" && low(at + 2).ends_with("ing"))
      return at + 3;
    const bool told = low(to) == "to" && (fresh || low(at) == "on" || tells_of_noun(to + 1));
    if (!told || word_class(to + 1) != WordClass::verb) return at;
    return to + (low(to + 2) == "up" ? 3 : 2);  // "to set up a court"
  }

  // "the treaty to | protect | whales": of the noun, not "used the treaty to protect"; "signed the
  // treaty to | ban | mines", which nobody signs in order to ban them.
  bool tells_of_noun(std::uint32_t verb) const {
    const SyntaxWord* word = verb < end_ ? syntax_of(reading_, verb) : nullptr;
    if (word == nullptr || word->head == kRoot) return false;
    const std::uint32_t first = reading_.sentences[reading_.tokens[noun_].sentence].tokens.begin;
    const std::uint32_t above = first + word->head;
    if (word->relation == Dependency::acl) return above == noun_;
    const bool of_act = word->relation == Dependency::advcl && above < noun_ &&
                        reading_.opens(above, Opens::act) && !reading_.opens(verb, Opens::act) &&
                        !reading_.is(verb + 1, Role::owner);  // "left the pact to save its mines"
    return of_act && low(above + 1) == "the" && above + kNounPhraseMax > noun_;
  }

  // Past what an agreement brings about: "a treaty of | friendship and co-operation |", "a pact of
  // | mutual assistance |"; not "an alliance of democracies", "the pact of the two".
  std::uint32_t quality_end(std::uint32_t begin) const {
    std::uint32_t end = begin - 1;
    for (std::uint32_t i = begin; i < end_ && i < begin + kWordsMax; ++i) {
      const bool joins = end == i && (low(i) == "and" || low(i) == ",");
      const WordClass kind = word_class(i);
      const bool noun = kind == WordClass::noun && !low(i).ends_with('s');
      if (noun) end = i + 1;
      const bool inner = kind == WordClass::adj || low(i) == "-" || low(i) == "co";
      if (is_name(i) || time_at(i) != nullptr || (!noun && !inner && !joins)) break;
    }
    return end;
  }

  // "fixing the point | at which their borders meet |": where it ends at a mark; else `at`.
  std::uint32_t relative_end(std::uint32_t at) const {
    constexpr std::uint32_t kClauseMax = 7;
    if (!is(at, {"at", "in", "by"}) || low(at + 1) != "which") return at;
    for (std::uint32_t i = at + 2; i < end_ && i < at + kClauseMax; ++i) {
      if (is(i, {",", ".", ";"})) return i;
    }
    return at;
  }

  std::string_view low(std::uint32_t i) const {
    return i < end_ ? reading_.lower(i) : std::string_view();
  }
  bool is(std::uint32_t i, std::initializer_list<std::string_view> words) const {
    return std::ranges::find(words, low(i)) != words.end();
  }
  WordClass word_class(std::uint32_t i) const {
    const SyntaxWord* word = i < end_ ? syntax_of(reading_, i) : nullptr;
    return word == nullptr ? WordClass::x : word->word_class;
  }
  const Time* time_at(std::uint32_t i) const {
    for (const Time& time : reading_.times) {
      if (time.tokens.contains(i)) return &time;
    }
    return nullptr;
  }
  // "on the sidelines of a summit": where it is signed, not what it is about.
  bool holds_scene(TokenSpan phrase) const {
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (has(i, AgreementWord::scene)) return true;
    }
    return false;
  }

  // Not "signed a treaty | on the shore": what follows describes the noun.
  bool hangs_on(TokenSpan phrase) const {
    const std::uint32_t first = reading_.sentences[reading_.tokens[noun_].sentence].tokens.begin;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
      const SyntaxWord* word = syntax_of(reading_, i);
      if (word == nullptr || word->head == kRoot) return false;
      if (!phrase.contains(first + word->head))
        return first + word->head == noun_ && word->relation == Dependency::nmod;
    }
    return false;
  }

  // "on the | sharing of | a river", "on the | sustainable development of | the basin": no place.
  bool names_doing(TokenSpan phrase) const {
    std::uint32_t noun = phrase.begin + 1;
    while (noun < phrase.end && word_class(noun) == WordClass::adj) ++noun;
    const std::string_view word = low(noun);
    const bool doing = word.ends_with("ing") || word.ends_with("ment") || word.ends_with("tion");
    return doing && noun + 1 < phrase.end && low(noun + 1) == "of";
  }

  bool has(std::uint32_t i, AgreementWord role) const {
    return i < end_ && reading_.tokens[i].agreement == role;
  }
  bool names_agreement(std::uint32_t i) const { return has(i, AgreementWord::head); }
  bool is_describing(std::uint32_t i) const {
    const SyntaxWord* word = syntax_of(reading_, i);
    return word != nullptr && word->relation == Dependency::amod;
  }
  bool is_name(std::uint32_t i) const { return i < end_ && reading_.tokens[i].capital; }

  // Past a noun phrase that begins at a token: "a corridor from India to Europe"; else `begin`.
  std::uint32_t noun_phrase_end(std::uint32_t begin) const {
    std::uint32_t end = begin;    // after its last noun
    std::uint32_t split = begin;  // "a treaty on rivers | and a memorandum"
    for (std::uint32_t i = begin; i < end_ && i < begin + kWordsMax; ++i) {
      if (time_at(i) != nullptr) break;
      if (names_agreement(i)) return split;  // "a deal on a treaty", "a pact to join the accord"
      if (low(i) == "and" && is(i + 1, {"a", "an", "another", "the"})) split = end;
      const WordClass kind = word_class(i);
      if (kind == WordClass::noun || kind == WordClass::propn) {
        end = i + 1;
        continue;
      }
      const bool inner =
          kind == WordClass::det || kind == WordClass::adj || kind == WordClass::num ||
          low(i) == "-" || low(i) == "'s" || is_describing(i) ||                // "shared rivers"
          ((i == begin || low(i - 1) == "of") && reading_.is(i, Role::owner));  // "on their border"
      const bool links = end == i && end > begin &&
                         (is(i, {"of", "and", "&"}) || (is(i, {"from", "to"}) && is_name(i + 1)));
      if (!inner && !links) break;
      if (inner && end == i && kind == WordClass::det && end > begin) break;
    }
    return end;
  }

  const Reading& reading_;
  std::uint32_t noun_;
  std::uint32_t end_;
};

}  // namespace

TokenSpan complement_after(const Reading& reading, std::uint32_t noun, std::uint32_t at,
                           std::uint32_t end, bool purpose) {
  return ComplementReader(reading, noun, end).read(at, purpose);
}

TokenSpan topic_apart(const Reading& reading, const AgreementPhrase& phrase, std::uint32_t end) {
  constexpr std::uint32_t kGapMax = 6;
  const auto low = [&](std::uint32_t i) { return i < end ? reading.lower(i) : std::string_view(); };
  const auto capital = [&](std::uint32_t i) { return i < end && reading.tokens[i].capital; };
  const auto is_time = [&](std::uint32_t i) {
    return std::ranges::any_of(reading.times,
                               [&](const Time& time) { return time.tokens.contains(i); });
  };
  const auto is_adverb = [&](std::uint32_t i) {  // "late on Monday", "here"
    const SyntaxWord* word = i < end ? syntax_of(reading, i) : nullptr;
    return reading.is(i, Role::adverb) || (word != nullptr && word->word_class == WordClass::adv);
  };
  const std::uint32_t near = phrase.outer.empty() ? phrase.tokens.end : phrase.outer.end;
  std::uint32_t at = near;
  bool placed = false;  // "signed in Budapest to tame a river": why they met, rather
  while (at < near + kGapMax) {
    const bool dated = is_any(low(at), {"on", "in"}) && is_time(at + 1);
    const bool place = !dated && is_any(low(at), {"in", "at"}) && capital(at + 1);
    if (!is_time(at) && !is_adverb(at) && !dated && !place && !(placed && capital(at))) break;
    placed = (placed || place) && !is_time(at);
    ++at;
  }
  const bool fresh = phrase.determiner == Determiner::indefinite;
  if ((phrase.outer.empty() && at == near) || is_any(low(at), {"of", "for"})) return {};
  const TokenSpan topic = complement_after(reading, phrase.head, at, end, fresh && !placed);
  for (std::uint32_t i = topic.begin; i < topic.end; ++i) {
    const auto role = reading.tokens[i].agreement;
    if (role == AgreementWord::title || role == AgreementWord::weak) return {};  // a text's name
  }
  return at > near && !fresh ? TokenSpan{} : topic;
}

}  // namespace concord
