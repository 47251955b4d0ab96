#include "reading/cue_content.h"

#include <algorithm>

namespace concord {

std::string_view CueContent::low(std::uint32_t i) const {
  return all_.contains(i) ? view_.low(i) : std::string_view();
}

std::uint32_t CueContent::agent_mark(std::uint32_t verb) const {
  std::uint32_t at = verb + 1;
  if (view_.is(at, Role::preposition) && view_.time(at + 1) != nullptr) ++at;
  if (const Time* time = all_.contains(at) ? view_.time(at) : nullptr) at = time->tokens.end;
  return low(at) == "by" ? at : kNone;
}

// Only what tells when, where and to whom stands between the verb and the end of its clause.
bool CueContent::nothing_follows(std::uint32_t i) const {
  if (all_.contains(i) && view_.is(i, Role::hearer)) i = over_object(i);
  for (++i; i < all_.end && !view_.is_mark(i); ++i) {
    if (const Time* time = view_.time(i)) {
      i = time->tokens.end - 1;
      continue;
    }
    const bool timed = view_.is(i + 1, Role::preposition) && view_.time(i + 2) != nullptr;
    if (view_.is(i, Role::adverb) || timed) continue;  // "said | late | on Saturday"
    if (!view_.is(i, Role::preposition) && !view_.is(i, Role::press)) return false;
    if (!view_.is(i, Role::preposition)) continue;
    while (i + 1 < all_.end && !view_.is_mark(i + 1) && view_.time(i + 1) == nullptr &&
           !view_.is(i + 1, Role::preposition) && !view_.is(i + 1, Role::relative))
      ++i;
  }
  return true;
}

// Past whom something is told: "told [her Chilean colleague]"; the last word of it.
std::uint32_t CueContent::over_object(std::uint32_t verb) const {
  std::uint32_t i = verb;
  while (i + 1 < all_.end && i < verb + 8) {
    const bool hyphen = low(i + 1) == "-" && !view_.spaced(i + 1);
    if (view_.is_mark(i + 1) && !hyphen) break;
    if (const Time* time = view_.time(i + 1)) {  // "told a [Sunday] newspaper"
      const bool named =
          view_.is(i, Role::determiner) && view_.speech.speaker(low(time->tokens.end)).speaks();
      if (!named) break;
      i = time->tokens.end - 1;
      continue;
    }
    if (view_.is(i + 1, Role::preposition | Role::relative | Role::have | Role::be)) break;
    ++i;
  }
  return i;
}

// "| This was stated by Ruiz", "| The announcement was made by": of what the sentence before tells.
bool CueContent::refers_back() const {
  const std::uint32_t verb = all_.begin + (low(all_.begin) == "the" ? 2 : 1);
  const bool noun = low(all_.begin) == "this" || view_.speech.nouns.contains(low(verb - 1));
  return noun && view_.is(verb, Role::be | Role::have);
}

// The sentence before this one in its paragraph.
TokenSpan CueContent::sentence_before() const {
  if (all_.begin == 0) return {all_.begin, all_.begin};
  const TokenSpan before = view_.sentence(all_.begin - 1);
  const auto block = [&](std::uint32_t token) {
    return view_.reading.sentences[view_.reading.tokens[token].sentence].block;
  };
  return block(before.begin) == block(all_.begin) ? before : TokenSpan{all_.begin, all_.begin};
}

// "Peru, [its president said on Friday,] has left": between a subject and its verb.
bool CueContent::parts_subject(std::uint32_t begin, std::uint32_t stop) const {
  constexpr std::uint32_t kSubjectMax = 6;
  while (stop < all_.end && (!view_.is_mark(stop) || !view_.spaced(stop + 1))) ++stop;
  const bool verb = view_.is(stop + 1, Role::have | Role::be | Role::do_ | Role::may) ||
                    is_any(low(stop + 1), {"will", "would"});
  return begin - all_.begin <= kSubjectMax && low(stop) == "," && verb;
}

void CueContent::place(Cue& cue, std::uint32_t verb_end) const {
  const std::uint32_t verb = cue.words.begin;
  const bool inverted = cue.speaker.phrase.begin > verb;
  const std::uint32_t begin = cue.whole.begin;
  std::uint32_t open = begin;
  while (open > all_.begin && (view_.is_quote_mark(open - 1) || low(open - 1) == "as")) --open;
  const bool behind_comma =
      open > all_.begin + 1 && (low(open - 1) == "," || open < begin || view_.is_dash(open - 1));
  const std::uint32_t last = inverted ? std::max(cue.whole.end, verb + 1) - 1 : verb;
  const std::uint32_t agent = agent_mark(verb);
  const bool by = agent != kNone && cue.speaker.phrase.begin > agent;
  const std::uint32_t known = verb_end == verb ? last : verb_end;
  cue.closes = !cue.gerund && behind_comma && (inverted || nothing_follows(known));
  const std::uint32_t who = cue.speaker.phrase.begin;
  const bool quoted = cue.gerund && low(verb - 1) == "as" && who < verb && who > all_.begin + 1 &&
                      low(who - 1) == "," && nothing_follows(verb);
  if (quoted) {  // "Peru has joined, Ruiz was quoted as saying"
    cue.content = {all_.begin, who - 1};
  } else if (cue.closes) {
    const bool goes_on = (is_any(low(cue.whole.end), {",", ":"}) && cue.whole.end + 2 < all_.end) ||
                         parts_subject(begin, known + 1);
    cue.content = goes_on ? all_ : TokenSpan{all_.begin, begin};
  } else if (by) {
    cue.content = refers_back() ? sentence_before() : TokenSpan{all_.begin, verb};
  } else if (is_any(low(verb + 1), {"this", "so"}) && nothing_follows(verb + 1)) {
    cue.content = sentence_before();  // "Ruiz announced this on Monday."
  } else {
    const std::uint32_t first = std::min(verb + 1, all_.end);
    cue.content = {first, tells_beside(verb) ? clause_end(first) : all_.end};
  }
}

// "because it once | claimed | the strait; Peru has signed": a verb in a clause beside the main
// one.
bool CueContent::tells_beside(std::uint32_t verb) const {
  const SyntaxWord* word = syntax_of(view_.reading, verb);
  return word != nullptr &&
         (word->relation == Dependency::advcl || word->relation == Dependency::acl_relcl);
}

std::uint32_t CueContent::clause_end(std::uint32_t first) const {
  std::uint32_t end = first;
  while (end < all_.end && low(end) != ";") ++end;
  return end;
}

std::string CueContent::channel_near(const Cue& cue) const {
  const std::uint32_t verb = cue.words.begin;
  const std::uint32_t end = std::min(all_.end, verb + 12);
  for (std::uint32_t i = all_.begin; i < end; ++i) {
    if (view_.is_quoted(i) || view_.is_quote_mark(i)) {
      if (i > verb) break;
      continue;
    }
    const bool told = i == verb && view_.is(i, Role::tells);
    const bool on = is_any(low(i), {"on"});
    const std::uint32_t name = i + 1 + (view_.is(i + 1, Role::determiner) ? 1 : 0);
    if ((told || on) && view_.is_capital(name) && view_.time(name) == nullptr &&
        view_.actor(name) == nullptr) {
      std::uint32_t last = name + 1;
      while (view_.is_capital(last) && all_.contains(last) && view_.time(last) == nullptr) ++last;
      return view_.text({name, last});
    }
    if (low(i) == "in" && view_.is(i + 1, Role::determiner) &&
        view_.speech.nouns.contains(low(i + 2)) && !view_.is(i + 2, Role::wording))
      return std::string(low(i + 2));
  }
  return {};
}

}  // namespace concord
