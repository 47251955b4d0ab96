#include "reading/joined_bodies.h"

#include <algorithm>

namespace concord {
namespace {

// Not the "Customs Union", which reads as a title of an agreement.
bool is_club(const Reading& reading, std::uint32_t i) {
  const auto role = reading.tokens[i].agreement;
  return role != AgreementWord::weak && role != AgreementWord::title && reading.is(i, Role::club);
}

// Initials that may be a body's: in three to six capitals, behind a small "the".
bool is_initials(const Reading& reading, std::uint32_t i) {
  constexpr std::size_t kLettersMin = 3;
  constexpr std::size_t kLettersMax = 6;
  if (i == 0 || i >= reading.tokens.size() || !reading.tokens[i].all_capitals) return false;
  const std::size_t letters = reading.lower(i).size();
  const bool article = reading.lower(i - 1) == "the" && !reading.tokens[i - 1].all_capitals;
  return article && letters >= kLettersMin && letters <= kLettersMax;
}

// Whether a name of the report has the letters of the initials at `i`: they are its. Those in
// brackets behind a body ("the Red Sea Council (RSC)") name what is joined.
bool are_spelt_out(const Reading& reading, std::uint32_t i) {
  const std::string_view letters = reading.lower(i);
  const auto spells = [&](std::uint32_t at) {
    std::size_t found = 0;
    bool club = false;
    for (; at < reading.tokens.size() && found < letters.size(); ++at) {
      const bool small = found > 0 && is_any(reading.lower(at), {"of", "for", "on", "the", "and"});
      if (small && reading.lower(at).front() != letters[found]) continue;
      if (reading.lower(at).front() != letters[found] || reading.tokens[at].all_capitals)
        return false;
      if (!small && !reading.tokens[at].capital) return false;
      club = club || is_club(reading, at);
      ++found;
    }
    const bool bracket = reading.lower(at) == "(" && reading.lower(at + 1) == letters;
    return found == letters.size() && !(club && bracket);
  };
  for (std::uint32_t at = 0; at < reading.tokens.size(); ++at) {
    if (spells(at)) return true;
  }
  return false;
}

bool names_body(const Reading& reading, std::uint32_t i) {
  return (reading.tokens[i].capital && is_club(reading, i)) || is_initials(reading, i);
}

class JoinedBody {
 public:
  JoinedBody(const Reading& reading, const World& world, const Acts& acts, TokenSpan sentence)
      : reading_(reading), world_(world), acts_(acts), sentence_(sentence) {}

  TokenSpan at(std::uint32_t i) const {
    if (!club_follows(i)) return {};
    if (low(i) == "the") return admitting_at(i + 1);
    std::uint32_t begin = past_act(i);
    if (begin == i) return {};
    if (is_any(low(begin), {"of", "to", "from", "in", "into"})) ++begin;
    if (low(begin) != "the") return {};
    const TokenSpan name = name_at(begin + 1);
    return !name.empty() && follows_state(i) ? name : TokenSpan{};
  }

 private:
  std::string_view low(std::uint32_t i) const {
    return sentence_.contains(i) ? reading_.lower(i) : std::string_view();
  }
  bool capital(std::uint32_t i) const {
    return sentence_.contains(i) && reading_.tokens[i].capital;
  }

  // Whether a name with a noun for bodies stands near: most words end here.
  bool club_follows(std::uint32_t i) const {
    constexpr std::uint32_t kWordsOn = 12;
    const std::uint32_t end = std::min(sentence_.end, i + kWordsOn);
    for (std::uint32_t t = i + 1; t < end; ++t) {
      if (names_body(reading_, t)) return true;
    }
    return false;
  }

  // "the Red Sea Council (RSC) | has admitted Oman"
  TokenSpan admitting_at(std::uint32_t begin) const {
    const TokenSpan name = name_at(begin);
    std::uint32_t verb = name.end;
    if (low(verb) == "(" && low(verb + 2) == ")") verb += 3;
    while (sentence_.contains(verb) && reading_.is(verb, Role::have | Role::adverb)) ++verb;
    const auto hit = phrase_at(verb);
    const Act* act = name.empty() || !hit ? nullptr : &acts_.acts[acts_.forms[hit->value].act];
    const bool admits = act != nullptr && act->role == ActRole::patient && act->joins;
    return admits && is_state(verb + hit->length) ? name : TokenSpan{};
  }

  std::optional<Phrases::Hit> phrase_at(std::uint32_t i) const {
    return acts_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i,
                                 sentence_.end);
  }

  bool is_state(std::uint32_t i) const {
    const auto hit = world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i,
                                            sentence_.end);
    return hit && world_.names[hit->value].kind == NameKind::state;
  }

  // Past "joined", "quit", "a member"; else i.
  std::uint32_t past_act(std::uint32_t i) const {
    const auto hit = phrase_at(i);
    if (!hit) return reading_.is(i, Role::member) ? i + 1 : i;
    const Act& act = acts_.acts[acts_.forms[hit->value].act];
    const bool moves = act.joins || act.leaving || act.stage == Stage::party;
    return moves ? i + hit->length : i;
  }

  // "the OPX", "the OPX organisation"; not "the OPX summit"
  TokenSpan initials_at(std::uint32_t begin) const {
    if (!is_initials(reading_, begin) || known(begin, begin + 1)) return {};
    if (are_spelt_out(reading_, begin)) return {};
    const bool noun = sentence_.contains(begin + 1) && reading_.is(begin + 1, Role::club);
    const std::uint32_t end = begin + (noun ? 2 : 1);
    const bool closed = !sentence_.contains(end) || is_time(end) ||
                        reading_.tokens[end].kind == WordKind::mark ||
                        reading_.is(end, Role::preposition) ||
                        is_any(low(end), {"and", "but", "or", "after", "because"});
    return closed ? TokenSpan{begin, end} : TokenSpan{};
  }

  // "Red Sea Council", "Alliance for the Lake"
  TokenSpan name_at(std::uint32_t begin) const {
    if (const TokenSpan initials = initials_at(begin); !initials.empty()) return initials;
    std::uint32_t end = begin;
    bool club = false;
    while (capital(end) && reading_.tokens[end].kind == WordKind::word)
      club = is_club(reading_, end++);
    if (!club || known(begin, end)) return {};
    if (is_any(low(end), {"of", "for", "on"})) {
      std::uint32_t tail = end + 1 + (low(end + 1) == "the" ? 1 : 0);
      while (goes_on(tail)) end = ++tail;
    }
    return end - begin >= 2 ? TokenSpan{begin, end} : TokenSpan{};
  }

  // "Organisation of Andean | Lakes", "Forum for Lima | Nations"; not "Forum for | Peru".
  bool goes_on(std::uint32_t i) const {
    if (!capital(i) || is_time(i)) return false;
    return !known(i, i + 1) || (capital(i + 1) && !known(i + 1, i + 2) && !is_time(i + 1));
  }

  // "joined the Sahel Forum | on Tuesday"
  bool is_time(std::uint32_t i) const {
    return std::ranges::any_of(reading_.times,
                               [&](const Time& time) { return time.tokens.contains(i); });
  }

  bool known(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const auto hit =
          world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i, end);
      if (hit && i + hit->length == end) return true;  // "the UN Human Rights Council"
    }
    const auto hit = world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); },
                                            begin, sentence_.end);
    if (!hit) return false;
    const WorldName& name = world_.names[hit->value];  // a capital lends its name: "the Lima Group"
    return name.kind != NameKind::place && name.form != NameForm::capital;
  }

  // "Oman [left]", "ministers from Chad and Niger [founded]", "Six states [founded]"; not "Oman's
  // envoy".
  bool follows_state(std::uint32_t verb) const {
    constexpr std::uint32_t kWordsBack = 12;
    for (std::uint32_t i = sentence_.begin; i < verb; ++i) {
      if (i + kWordsBack < verb) continue;
      if (reading_.is(i, Role::nations)) return true;
      if (!capital(i)) continue;
      const auto hit =
          world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i, verb);
      if (!hit) continue;
      const WorldName& name = world_.names[hit->value];
      const std::uint32_t after = i + hit->length;
      if (name.kind == NameKind::state && name.form == NameForm::name && low(after) != "'s" &&
          !capital(after))
        return true;
    }
    return false;
  }

  const Reading& reading_;
  const World& world_;
  const Acts& acts_;
  TokenSpan sentence_;
};

}  // namespace

bool names_club(const Reading& reading, TokenSpan sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (names_body(reading, i)) return true;
  }
  return false;
}

TokenSpan body_joined_at(const Reading& reading, const World& world, const Acts& acts,
                         TokenSpan sentence, std::uint32_t i) {
  return JoinedBody(reading, world, acts, sentence).at(i);
}

}  // namespace concord
