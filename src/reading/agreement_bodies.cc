#include "reading/agreement_bodies.h"

#include <algorithm>

#include "text/fold.h"

namespace concord {

BodyMemory::BodyMemory(const Report& report, const World& world, const Reading& reading,
                       const ActorAtToken& actors)
    : report_(report), world_(world), reading_(reading), actors_(actors) {}

std::uint32_t BodyMemory::body_at(std::uint32_t token) const {
  const auto found = actors_.find(token);
  const bool body = found != actors_.end() && reading_.entities[found->second].acceded;
  return body ? found->second : kNone;
}

void BodyMemory::open_sentence() {
  if (last_ != kNone) before_ = last_;
  if (before_ != kNone) return;
  for (const auto& [token, actor] : actors_) {
    const bool body = reading_.entities[actor].acceded;
    if (!body || section_of(report_, reading_, token) != Section::title) continue;
    before_ = actor;
    passed_.push_back(actor);
  }
}

void BodyMemory::pass(std::uint32_t token) {
  const std::uint32_t body = body_at(token);
  if (body == kNone) return;
  if (last_ != body) other_ = last_;
  last_ = body;
  passed_.push_back(body);
  last_sentence_ = reading_.tokens[token].sentence;
}

// "the bloc" may be any of them, "the court" only one that is called so.
bool BodyMemory::is_general(std::uint32_t noun) const {
  return reading_.tokens[noun].agreement == AgreementWord::body;
}

// Whether a word before a noun belongs to what describes it: "the [oil producers'] group".
bool BodyMemory::describes(std::uint32_t token, std::uint32_t noun) const {
  const std::string_view low = reading_.lower(token);
  if (low == "-" || low == "'" || low == "\xE2\x80\x99") return true;
  if (low == "'s") return !actors_.contains(token - 1);  // not "Kenya's court"
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  for (std::uint32_t at = token; at != noun;) {
    const SyntaxWord* word = syntax_of(reading_, at);
    if (word == nullptr || word->head == kRoot || word->word_class == WordClass::verb) return false;
    at = first + word->head;
    if (at < token || at > noun) return false;
  }
  return true;
}

bool BodyMemory::is_anaphor(std::uint32_t token) const {
  constexpr std::uint32_t kWordsBetween = 5;
  const bool special = reading_.is(token, ClauseWord::club);
  if (!special && !is_general(token)) return false;
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  for (std::uint32_t at = token; at > first && at + kWordsBetween > token; --at) {
    const std::string_view before = reading_.lower(at - 1);
    if (before == "the" || before == "this" || before == "that") return true;
    if (!describes(at - 1, token)) return false;
  }
  return false;
}

// By one of its names, or by what the world calls it besides: NATO is an "alliance".
bool BodyMemory::is_named_by(const Entity& body, std::string_view noun) const {
  const auto holds = [&](const std::string& name) {
    const std::string folded = folded_name(name);
    const std::size_t at = folded.find(noun);
    return at != std::string::npos && (at == 0 || folded[at - 1] == ' ') &&
           (at + noun.size() == folded.size() || folded[at + noun.size()] == ' ');
  };
  if (holds(body.name)) return true;
  for (const Body& known : world_.bodies) {
    if (known.id != body.id) continue;
    return std::ranges::any_of(known.names, holds) || std::ranges::any_of(known.kinds, holds);
  }
  return false;
}

std::uint32_t BodyMemory::last_named_by(std::string_view noun) const {
  const auto found = std::ranges::find_if(passed_.rbegin(), passed_.rend(), [&](std::uint32_t b) {
    return is_named_by(reading_.entities[b], noun);
  });
  return found == passed_.rend() ? kNone : *found;
}

// "joined the Southeast Asian bloc. ASEAN's leaders ...": the first one named after the noun.
std::uint32_t BodyMemory::named_next(std::uint32_t noun) const {
  const std::uint32_t sentence = reading_.tokens[noun].sentence;
  for (auto at = actors_.upper_bound(noun); at != actors_.end(); ++at) {
    const Entity& entity = reading_.entities[at->second];
    if (reading_.tokens[at->first].sentence > sentence + 1) break;
    if (entity.acceded && (is_general(noun) || is_named_by(entity, reading_.lower(noun))))
      return at->second;
  }
  return kNone;
}

// "the regional grouping, | Saarc, | of which": what the noun is called, or kNone.
std::uint32_t BodyMemory::apposed(std::uint32_t noun, std::uint32_t end) const {
  std::uint32_t at = noun + 2;
  if (at >= end || reading_.lower(noun + 1) != ",") return kNone;
  if (reading_.lower(at) == "the") ++at;
  const std::uint32_t body = body_at(at);
  while (at < end && body != kNone && body_at(at) == body) ++at;
  const bool closed = at >= end || reading_.tokens[at].kind == WordKind::mark;
  return closed ? body : kNone;
}

BodyMemory::Meant BodyMemory::meant(TokenSpan clause, std::uint32_t noun) {
  std::uint32_t begin = noun;
  while (begin > clause.begin && last_ != kNone && body_at(begin - 1) == last_) --begin;
  if (begin < noun && other_ != kNone) last_ = other_;
  const TokenSpan words{begin, noun + 1};
  const std::string_view low = reading_.lower(noun);
  const bool office =  // "the Union | Cabinet": of a state
      noun + 1 < clause.end && reading_.tokens[noun + 1].capital &&
      reading_.is(noun + 1, ClauseWord::government | ClauseWord::legislature);
  const bool told = noun + 1 < clause.end && (reading_.lower(noun + 1) == "of" || office);
  if (reading_.tokens[noun].capital)  // "the Union of Farmers" is another
    return {words, told ? kNone : called(low)};
  if (noun + 1 < clause.end && body_at(noun + 1) != kNone)
    return {words, body_at(noun + 1)};  // "the regional bloc | ECOWAS"
  if (const std::uint32_t name = apposed(noun, clause.end); name != kNone) return {words, name};
  const bool pointed = is_any(reading_.lower(noun - 1), {"that", "this"});
  if (pointed && is_general(noun) && last_ != kNone) return {words, last_};
  const std::uint32_t own = last_named_by(low);
  if (own != kNone) return {words, own};
  if (!is_general(noun) || passed_.empty()) return {words, named_next(noun)};
  return {words, told ? before_ : last_};
}

// "the Council": the last body whose name holds the word.
std::uint32_t BodyMemory::called(std::string_view word) const {
  std::uint32_t found = kNone;
  for (const auto& [token, actor] : actors_) {
    const Entity& entity = reading_.entities[actor];
    if (entity.acceded && folded_name(entity.name).find(word) != std::string::npos) found = actor;
  }
  return found;
}

std::uint32_t BodyMemory::most_spoken_of(std::uint32_t token) const {
  std::map<std::uint32_t, int> times;
  std::uint32_t most = last_;
  for (const Mention& mention : reading_.mentions) {
    if (mention.tokens.begin >= token) break;
    const bool body = reading_.entities[mention.entity].acceded;
    if (body && ++times[mention.entity] > times[most]) most = mention.entity;
  }
  return most;
}

}  // namespace concord
