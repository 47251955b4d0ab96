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
    if (body && section_of(report_, reading_, token) == Section::title) before_ = actor;
  }
}

void BodyMemory::pass(std::uint32_t token) {
  const std::uint32_t body = body_at(token);
  if (body == kNone) return;
  if (last_ != body) other_ = last_;
  last_ = body;
  last_sentence_ = reading_.tokens[token].sentence;
}

bool BodyMemory::is_anaphor(std::uint32_t token) const {
  constexpr std::uint32_t kWordsBetween = 3;
  if (reading_.tokens[token].agreement != AgreementWord::body) return false;
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  for (std::uint32_t at = token; at > first && at + kWordsBetween > token; --at) {
    const std::string_view before = reading_.lower(at - 1);
    if (before == "the" || before == "this" || before == "that") return true;
    const SyntaxWord* word = syntax_of(reading_, at - 1);
    if (word == nullptr || first + word->head != token) return false;
    if (word->relation != Dependency::amod && word->relation != Dependency::compound) return false;
  }
  return false;
}

BodyMemory::Meant BodyMemory::meant(TokenSpan clause, std::uint32_t noun) {
  std::uint32_t begin = noun;
  while (begin > clause.begin && last_ != kNone && body_at(begin - 1) == last_) --begin;
  if (begin < noun && other_ != kNone) last_ = other_;
  const bool told = noun + 1 < clause.end && reading_.lower(noun + 1) == "of";
  const std::uint32_t entity = reading_.tokens[noun].capital ? called(reading_.lower(noun))
                               : told                        ? before_
                                                             : last_;
  return {{begin, noun + 1}, entity};
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
