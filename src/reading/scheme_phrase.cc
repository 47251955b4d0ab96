#include "reading/scheme_phrase.h"

#include "reading/phrase_words.h"

namespace concord {
namespace {

constexpr std::uint32_t kWordsMax = 7;  // "1,000-mile Black Sea grain corridor"

class SchemeReader : PhraseWords {
 public:
  SchemeReader(const Reading& reading, const Acts& acts, TokenSpan sentence,
               const ActorAt& actor_at)
      : PhraseWords(reading, sentence, actor_at), acts_(acts) {}

  TokenSpan at(std::uint32_t i) const {
    if (!scheme_follows(i) || !can_open(i) ||
        (i > sentence_.begin && is_any(low(i - 1), {"-", "'s"}) && !owned(i)))
      return {};
    const std::uint32_t head = head_from(i);
    if (head == kNone || is_body({i, head})) return {};
    return is_joined({i, head + 1}) ? TokenSpan{i, head + 1} : TokenSpan{};
  }

 private:
  // Whether the noun stands in reach: most words end here.
  bool scheme_follows(std::uint32_t i) const {
    const std::uint32_t end = std::min(sentence_.end, i + kWordsMax);
    for (std::uint32_t t = i + 1; t < end; ++t) {
      if (reading_.is(t, Role::scheme)) return true;
    }
    return false;
  }
  bool owned(std::uint32_t i) const { return low(i - 1) == "'s"; }
  bool is_scheme(std::uint32_t i) const {
    return inside(i) && !token(i).capital && reading_.is(i, Role::scheme);
  }

  // "the Erasmus+ programme": a body that states join goes by its own name.
  bool is_body(TokenSpan words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
      const std::uint32_t actor = actor_at_(i);
      if (actor == kNone || actor != actor_at_(words.begin)) return false;
    }
    return reading_.entities[actor_at_(words.begin)].acceded;
  }

  // The noun, where words describe it: "[EU] visa [scheme]", not "the scheme".
  std::uint32_t head_from(std::uint32_t begin) const {
    for (std::uint32_t i = begin; inside(i) && i < begin + kWordsMax; ++i) {
      if (is_scheme(i) && i > begin && !is_compound(i) && low(i + 1) != "-" &&
          !has(i + 1, AgreementWord::head))
        return i;
      const bool text = has(i, AgreementWord::head) && is_scheme(i + 1);  // "truce plan"
      if (!text && !describes(i, begin)) return kNone;
    }
    return kNone;
  }

  // Whether the words right before the phrase and its article tell that it is joined or left.
  bool is_joined(TokenSpan phrase) const {
    constexpr std::uint32_t kArticleMax = 4;  // "signed up to | the EU 's new"
    constexpr std::uint32_t kActMax = 5;
    std::uint32_t end = phrase.begin;
    while (end > sentence_.begin && end + kArticleMax > phrase.begin && opens(end - 1)) --end;
    if (end == sentence_.begin) return false;
    const bool part = end > sentence_.begin + 1 && is_any(low(end - 1), {"of", "to", "in", "from"});
    if (part && (reading_.is(end - 2, Role::naming | Role::member))) return true;
    for (std::uint32_t begin = std::max(sentence_.begin + kActMax, end) - kActMax; begin < end;
         ++begin) {
      const auto hit = acts_.phrases.longest([&](std::uint32_t t) { return low(t); }, begin, end);
      if (hit && begin + hit->length == end &&
          takes(acts_.acts[acts_.forms[hit->value].act], hit->length, phrase))
        return true;
    }
    return false;
  }

  bool opens(std::uint32_t i) const {
    return reading_.is(i, Role::determiner | Role::owner) || is_adjective(i) || low(i) == "'s" ||
           actor_at_(i) != kNone;
  }

  // "signed up to the tax", "signed the framework", "pulled out of the corridor"; not "signed the
  // spending package", "abandoned the wage plan".
  bool takes(const Act& act, std::uint32_t words, TokenSpan phrase) const {
    const std::uint32_t head = phrase.end - 1;
    bool own = false;   // "the SAFE programme"
    bool text = false;  // "the peace plan"
    for (std::uint32_t i = phrase.begin; i < head; ++i) {
      own = own || capital(i) || actor_at_(i) != kNone;
      text = text || has(i, AgreementWord::head) || has(i, AgreementWord::content);
    }
    const bool accepts = act.mode == RatificationMode::acceptance;  // a plan is not ratified by it
    const bool of_texts = act.object == ActObject::agreement || act.stage == Stage::rejected;
    if (text && of_texts && !accepts) return true;
    if (act.makes || act.role != ActRole::agent) return false;
    if (act.joins) return own || !act.strict;
    if (act.leaving) return words > 1 || act.closed || own;
    const bool kind = has(head, AgreementWord::title) || has(head, AgreementWord::weak);
    const bool binds = act.stage == Stage::signed_ || act.mode == RatificationMode::ratification;
    return binds && (words > 1 || kind);
  }

  const Acts& acts_;
};

}  // namespace

TokenSpan scheme_joined_at(const Reading& reading, const Acts& acts, TokenSpan sentence,
                           const ActorAt& actor_at, std::uint32_t i) {
  return SchemeReader(reading, acts, sentence, actor_at).at(i);
}

TokenSpan package_at(const Reading& reading, TokenSpan sentence, const ActorAt& actor_at,
                     std::uint32_t i) {
  constexpr std::uint32_t kDescribing = 3;
  const PhraseWords words(reading, sentence, actor_at);
  if (!reading.is(i, Role::bundle) || words.low(i + 1) != "of") return {};
  std::uint32_t head = i + 2;
  while (head < i + 2 + kDescribing && !words.has(head, AgreementWord::head) &&
         words.inside(head) && words.describes(head, i + 2))
    ++head;
  if (!words.has(head, AgreementWord::head) || words.capital(head)) return {};
  return {i, head + 1};
}

}  // namespace concord
