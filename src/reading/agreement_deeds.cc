// Whether what is done with an agreement tells that there is one.
#include "reading/agreement_deeds.h"

#include <algorithm>

namespace concord {

TokenSpan verb_places(const Reading& reading, TokenSpan clause) {
  constexpr std::uint32_t kWordsMax = 8;
  if (clause.empty() || !is_any(reading.lower(clause.begin), {"that", "which"})) return {};
  return {clause.begin + 2, std::min(clause.end, clause.begin + kWordsMax)};
}

bool tells_makers(const Reading& reading, const Acts& acts, TokenSpan clause) {
  const TokenSpan places = verb_places(reading, clause);
  const auto lower = [&](std::uint32_t t) { return reading.lower(t); };
  for (std::uint32_t i = places.begin; i < places.end; ++i) {
    const auto act = acts.phrases.longest(lower, i, clause.end);
    if (!act) continue;
    const Stage stage = acts.acts[acts.forms[act->value].act].stage;
    return stage == Stage::signed_ || stage == Stage::agreed || stage == Stage::ratified;
  }
  return false;
}

namespace {

// "signed | at Lima on Monday | a treaty by which ...": an object behind where and when, or right
// behind the verb, whatever the tree makes of it.
bool is_shifted_object(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase) {
  constexpr std::uint32_t kReach = 7;
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.head].sentence].tokens;
  const auto lower = [&](std::uint32_t t) { return reading.lower(t); };
  const std::uint32_t article = phrase.tokens.begin - 1;
  if (phrase.tokens.begin < sentence.begin + 3 || !is_any(lower(article), {"a", "an"}))
    return false;
  for (std::uint32_t i = article; i > sentence.begin && article - i < kReach; --i) {
    const auto act = acts.phrases.longest(lower, i - 1, article);
    if (act) {
      const std::uint32_t end = i - 1 + static_cast<std::uint32_t>(act->length);
      const Act& row = acts.acts[acts.forms[act->value].act];
      const bool makes = row.stage == Stage::signed_ || row.stage == Stage::agreed;
      const bool beside = end == article || is_any(lower(end), {"at", "in", "on"});
      return makes && row.object == ActObject::agreement && beside;
    }
    const bool time = std::ranges::any_of(
        reading.times, [&](const Time& one) { return one.tokens.contains(i - 1); });
    if (!time && !reading.tokens[i - 1].capital && !is_any(lower(i - 1), {"at", "in", "on"}))
      return false;
  }
  return false;
}

// Whether "and" or another verb parts two objects: "the states that manage it | signed | a treaty".
bool stand_apart(const Reading& reading, TokenSpan between) {
  for (std::uint32_t i = between.begin; i < between.end; ++i) {
    if (is_any(reading.lower(i), {"and", ","})) return true;
    if (syntax_of(reading, i)->word_class == WordClass::verb) return true;
  }
  return false;
}

}  // namespace

bool is_object_of_act(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase) {
  const SyntaxWord* word = phrase.head == kNone ? nullptr : syntax_of(reading, phrase.head);
  if (word == nullptr) return false;
  const TokenSpan sentence = reading.sentences[reading.tokens[phrase.head].sentence].tokens;
  const auto lower = [&](std::uint32_t t) { return reading.lower(t); };
  // "under a protocol | initialled", "A protocol, | signed | at the same table"; not "set up by"
  const std::uint32_t end = phrase.tokens.end;
  const std::uint32_t behind = end + (end < sentence.end && reading.lower(end) == "," ? 1 : 0);
  const auto told = acts.phrases.longest(lower, behind, sentence.end);
  const bool by = phrase.tokens.begin > 1 && reading.lower(phrase.tokens.begin - 2) == "by";
  if (told && !by && syntax_of(reading, behind)->relation == Dependency::acl &&
      acts.acts[acts.forms[told->value].act].object == ActObject::agreement)
    return true;
  if (tells_makers(reading, acts, {phrase.tokens.end, sentence.end})) return true;
  if (is_shifted_object(reading, acts, phrase)) return true;
  if (word->head == kRoot) return false;
  const std::uint32_t verb = sentence.begin + word->head;
  const auto opener = acts.frame_verbs.longest(lower, verb, sentence.end);
  const bool framed =  // "announced an agreement"
      opener && !acts.frames[opener->value].opened_by(reading.lower(phrase.head)).empty();
  if (framed && word->relation == Dependency::obj) return true;
  const auto act = acts.phrases.longest(lower, verb, sentence.end);
  if (!act) return false;
  const bool itself =  // "A treaty that bans plastic bags | entered into force |"
      word->relation == Dependency::nsubj &&
      acts.acts[acts.forms[act->value].act].stage == Stage::in_force;
  if (itself) return true;
  const bool within = word->relation == Dependency::obl && act->length > 1;  // "agreed on a deal"
  return within || word->relation == Dependency::obj || word->relation == Dependency::nsubj_pass;
}

bool is_judgement(const Reading& reading, const AgreementPhrase& phrase) {
  const SyntaxWord* word = phrase.head == kNone ? nullptr : syntax_of(reading, phrase.head);
  if (word == nullptr || word->head == kRoot || phrase.determiner != Determiner::indefinite)
    return false;
  const std::uint32_t begin = reading.sentences[reading.tokens[phrase.head].sentence].tokens.begin;
  if (word->relation == Dependency::obj && reading.is(begin + word->head, Role::dubs)) return true;
  const bool as = phrase.tokens.begin > begin + 1 && reading.lower(phrase.tokens.begin - 2) == "as";
  for (std::uint32_t i = begin; i < phrase.tokens.begin; ++i) {
    const SyntaxWord* other = syntax_of(reading, i);
    const bool judged = other->head == word->head && other->relation == Dependency::obj;
    if (judged && (as || word->relation == Dependency::obj))
      return !stand_apart(reading, {i + 1, phrase.tokens.begin});
  }
  return false;
}

bool tells_what_it_does(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase) {
  const std::uint32_t at = phrase.tokens.end + 1;  // "that | sets up |", "that | founded |"
  const SyntaxWord* verb = syntax_of(reading, at);
  const auto act = acts.phrases.exact(at < reading.tokens.size() ? reading.lower(at) : "");
  return verb != nullptr && (verb->tag == Penn::vbz || verb->tag == Penn::md ||
                             (act && acts.acts[acts.forms[*act].act].makes));
}

bool is_told_under(const Reading& reading, const AgreementPhrase& phrase) {
  const std::uint32_t end = phrase.tokens.end;
  return end + 1 < reading.tokens.size() && is_any(reading.lower(end), {"under", "by"}) &&
         reading.lower(end + 1) == "which";
}

bool is_told_apart(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
                   const Named& named) {
  const std::uint32_t that = phrase.tokens.end;
  const bool told = phrase.determiner == Determiner::definite && phrase.head != kNone &&
                    that + 1 < reading.tokens.size() &&
                    is_any(reading.lower(that), {"that", "which"});
  if (!told || named.titled || named.head == reading.lower(phrase.head)) return false;
  const SyntaxWord* verb = syntax_of(reading, that + 1);
  const auto lower = [&](std::uint32_t t) { return reading.lower(t); };
  const TokenSpan sentence = reading.sentences[reading.tokens[that].sentence].tokens;
  const auto act = acts.phrases.longest(lower, that + 1, sentence.end);
  const bool founds = !act || acts.acts[acts.forms[act->value].act].makes;
  return verb != nullptr && (verb->tag == Penn::vbd || verb->tag == Penn::vbz) && founds;
}

bool is_doer(const Reading& reading, const Acts& acts, const AgreementPhrase& phrase,
             const ActorAtToken& actors) {
  constexpr std::uint32_t kReach = 4;
  if (phrase.form != PhraseForm::title || !reading.is(phrase.head, Role::club)) return false;
  if (phrase.tokens.end != phrase.head + 1) return false;
  std::uint32_t joined = phrase.tokens.begin - 1;
  if (reading.lower(joined) == "the") --joined;
  const auto lower = [&](std::uint32_t t) { return reading.lower(t); };
  const std::uint32_t end = phrase.tokens.end;
  const auto all = static_cast<std::uint32_t>(reading.tokens.size());
  return reading.lower(joined) == "and" && actors.contains(joined - 1) &&
         acts.phrases.longest(lower, end, std::min(end + kReach, all));
}

}  // namespace concord
