#include "reading/agreement_bodies.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include "text/fold.h"

namespace concord {
namespace {

constexpr double kFading = 0.5;        // a sentence
constexpr double kNamedBy = 8.0;       // "the community" is rather one that is called so
constexpr double kBesideState = 0.05;  // "The EU and Greece protested": not what is spoken of
constexpr double kDescribing = 0.5;    // "European leaders", "the borders of the EU"

}  // namespace

BodyMemory::BodyMemory(const Report& report, const World& world, const Reading& reading,
                       const ActorAtToken& actors)
    : report_(report), world_(world), reading_(reading), actors_(actors) {}

std::uint32_t BodyMemory::body_at(std::uint32_t token) const {
  const auto found = actors_.find(token);
  const bool body = found != actors_.end() && reading_.entities[found->second].acceded;
  return body ? found->second : kNone;
}

double BodyMemory::weight_at(std::uint32_t token) const {
  const std::uint32_t body = body_at(token);
  while (body_at(token + 1) == body) ++token;  // "the European | Union"
  if (acts_with_state(token)) return kBesideState;
  const SyntaxWord* word = syntax_of(reading_, token);
  if (word == nullptr) return 1.0;
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  const SyntaxWord* above = word->head == kRoot ? nullptr : syntax_of(reading_, first + word->head);
  if (above != nullptr && above->relation == Dependency::nsubj) return 1.0;  // "leaders of the EU"
  switch (word->relation) {
    case Dependency::amod:
    case Dependency::compound:
    case Dependency::nmod:
    case Dependency::nmod_poss:
      return kDescribing;
    default:
      return 1.0;
  }
}

void BodyMemory::open_sentence() {
  if (last_ != kNone) before_ = last_;
  if (before_ != kNone || std::exchange(opened_, true)) return;
  for (const auto& [token, actor] : actors_) {
    const bool body = reading_.entities[actor].acceded;
    if (!body || section_of(report_, reading_, token) != Section::title) continue;
    if (!passed_.empty() && passed_.back().body == actor) continue;
    before_ = actor;
    passed_.push_back({actor, reading_.tokens[token].sentence, weight_at(token)});
  }
}

void BodyMemory::pass(std::uint32_t token) {
  const std::uint32_t body = body_at(token);
  if (body == kNone) return;
  const bool again = token > 0 && body_at(token - 1) == body;  // "African | Union"
  if (!again) passed_.push_back({body, reading_.tokens[token].sentence, weight_at(token)});
  const std::uint32_t at = token - (token > 1 && reading_.lower(token - 1) == "the" ? 2 : 1);
  if (!again && token > 1 && reading_.lower(at) == "at" && last_ != kNone)
    return;  // "its critic at the United Nations": a place
  if (last_ != body) other_ = last_;
  last_ = body;
  last_sentence_ = reading_.tokens[token].sentence;
}

// "The European Union and Greece protested": one of those who do something, not what is spoken of.
bool BodyMemory::acts_with_state(std::uint32_t token) const {
  const std::uint32_t body = body_at(token);
  std::uint32_t end = token;
  while (body_at(end) == body) ++end;
  if (end + 1 >= reading_.tokens.size() || reading_.lower(end) != "and") return false;
  const auto other = actors_.find(end + (reading_.lower(end + 1) == "the" ? 2 : 1));
  return other != actors_.end() && !reading_.entities[other->second].acceded;
}

// "the bloc" may be any of them, "the court" only one that is called so.
bool BodyMemory::is_general(std::uint32_t noun) const {
  return reading_.tokens[noun].agreement == AgreementWord::body;
}

// Whether a word before a noun belongs to what describes it: "the [oil producers'] group", "the
// [Hague-based] court".
bool BodyMemory::describes(std::uint32_t token, std::uint32_t noun) const {
  const std::string_view low = reading_.lower(token);
  if (low == "-" || low == "'" || low == "\xE2\x80\x99") return true;
  if (low == "'s")  // not "Kenya's court"
    return !actors_.contains(token - 1) || body_at(token - 1) != kNone;
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  for (std::uint32_t at = token; at != noun;) {
    const SyntaxWord* word = syntax_of(reading_, at);
    if (word == nullptr || word->head == kRoot) return false;
    if (word->word_class == WordClass::verb && word->relation != Dependency::amod) return false;
    at = first + word->head;
    if (at < token || at > noun) return false;
  }
  return true;
}

// "the whole of the | Soviet | bloc": no body that states join.
bool BodyMemory::is_of_state(std::uint32_t token) const {
  const auto actor = actors_.find(token);
  if (actor == actors_.end() || !reading_.tokens[token].capital) return false;
  const Entity& owner = reading_.entities[actor->second];
  return owner.kind == EntityKind::state || (owner.kind == EntityKind::body && !owner.acceded);
}

bool BodyMemory::is_anaphor(std::uint32_t token) const {
  constexpr std::uint32_t kWordsBetween = 5;
  const bool special = reading_.is(token, Role::club);
  if (!special && !is_general(token)) return false;
  if (token > 0 && reading_.is(token - 1, Role::private_)) return false;
  const std::uint32_t first = reading_.sentences[reading_.tokens[token].sentence].tokens.begin;
  for (std::uint32_t at = token; at > first && at + kWordsBetween > token; --at) {
    const std::string_view before = reading_.lower(at - 1);
    if (before == "the" || before == "this" || before == "that") return true;
    if (!describes(at - 1, token) || (at == token && is_of_state(at - 1))) return false;
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

// By a proper name of its own: "the union" of UEMOA, the West African Economic and Monetary Union;
// not "the bloc" of "the European bloc".
bool BodyMemory::is_titled(const Entity& body, std::string_view noun) const {
  if (folded_name(body.name).find(noun) != std::string::npos) return true;
  std::string title(noun);
  title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
  return std::ranges::any_of(world_.bodies, [&](const Body& known) {
    return known.id == body.id && std::ranges::any_of(known.names, [&](const std::string& name) {
             return name.find(title) != std::string::npos;
           });
  });
}

// "extending its reach to the borders of the EU. The bloc was founded in Shanghai": each mention
// counts, and fades with every sentence after it, one that only describes a noun counts less.
std::uint32_t BodyMemory::most_in_mind(std::uint32_t noun, bool named) const {
  const std::uint32_t here = reading_.tokens[noun].sentence;
  std::map<std::uint32_t, double> weight;
  std::uint32_t best = named ? kNone : last_;
  bool called = false;  // by the name that the report gives it: rather than by another
  if (best == kNone && !named) return kNone;
  for (const Passed& one : passed_) {
    const Entity& body = reading_.entities[one.body];
    if (named && !is_named_by(body, reading_.lower(noun))) continue;
    const bool fits = is_titled(body, reading_.lower(noun));
    if (named && (fits || !called)) best = one.body;
    called = called || fits;
    weight[one.body] += one.weight * (fits ? kNamedBy : 1.0) *
                        std::pow(kFading, here - std::min(one.sentence, here));
  }
  for (const auto& [body, mind] : weight) {
    if (!named && mind > weight[best]) best = body;
  }
  return best;
}

std::uint32_t BodyMemory::called_or_last(std::uint32_t noun) const {
  if (is_general(noun)) return most_in_mind(noun, false);
  const std::uint32_t called = most_in_mind(noun, true);
  return called == kNone ? last_ : called;
}

// "the Southeast Asian bloc", "a Moscow-led bloc": told by what no other noun has between.
bool BodyMemory::is_described(std::uint32_t noun) const {
  const SyntaxWord* word = syntax_of(reading_, noun);
  const bool whole = word != nullptr && word->relation != Dependency::compound &&
                     word->word_class == WordClass::noun;
  const bool owned = noun > 1 && body_at(noun - 2) != kNone;  // "the UN industry agency"
  if (!whole || noun == 0 || (reading_.is(noun - 1, Role::private_) && !owned)) return false;
  const bool led = noun > 2 && reading_.lower(noun - 2) == "-";
  return reading_.tokens[noun - 1].kind != WordKind::mark && (led || describes(noun - 1, noun));
}

// What a headline that names no body means by "Russian-led alliance": the one named most; by "UN
// health agency" one that is not the UN.
BodyMemory::Meant BodyMemory::told_of_in_body(std::uint32_t noun, TokenSpan headline) const {
  constexpr std::uint32_t kWordsMax = 3;
  std::uint32_t begin = noun;
  for (std::uint32_t i = headline.begin; i < headline.end; ++i) {
    if (body_at(i) == kNone) continue;
    if (i > noun || noun - i > kWordsMax || begin != noun) return {};
    begin = i;
  }
  const std::uint32_t whose = begin == noun ? kNone : body_at(begin);
  const auto end = static_cast<std::uint32_t>(reading_.tokens.size());
  const std::uint32_t most = most_spoken_of(end, whose);
  if (most == kNone || most == whose) return {};
  const bool fits = whose != kNone || is_general(noun) ||
                    is_named_by(reading_.entities[most], reading_.lower(noun));
  return fits ? Meant{{begin, noun + 1}, most} : Meant{};
}

BodyMemory::Meant BodyMemory::introduced(std::uint32_t token) const {
  constexpr std::uint32_t kReach = 3;
  constexpr std::uint32_t kWordsBetween = 8;
  if (!reading_.is(token, Role::club) || !is_described(token)) return {};
  const TokenSpan clause = reading_.sentences[reading_.tokens[token].sentence].tokens;
  if (section_of(report_, reading_, token) == Section::title) {
    const std::uint32_t next = token + (reading_.lower(token + 2) == "the" ? 3 : 2);
    const bool named =
        reading_.lower(token + 1) == ":" && next < clause.end && reading_.tokens[next].capital;
    return named && body_at(next) == kNone ? Meant{} : told_of_in_body(token, clause);
  }
  if (last_ != kNone) return {};
  const std::uint32_t first = clause.begin;
  for (std::uint32_t at = token; at > first && at + kWordsBetween > token; --at) {
    if (is_any(reading_.lower(at - 1), {"a", "an"}))
      return {{at - 1, token + 1}, named_next(token, kReach)};
    const bool led = at > first + 1 && reading_.lower(at - 2) == "-";  // "a Moscow-led bloc"
    if (!led && !actors_.contains(at - 1) && !describes(at - 1, token)) return {};
  }
  return {};
}

// "joined the Southeast Asian bloc. ASEAN's leaders ...": the first one named after the noun.
std::uint32_t BodyMemory::named_next(std::uint32_t noun, std::uint32_t reach) const {
  const std::uint32_t sentence = reading_.tokens[noun].sentence;
  for (auto at = actors_.upper_bound(noun); at != actors_.end(); ++at) {
    const Entity& entity = reading_.entities[at->second];
    if (reading_.tokens[at->first].sentence > sentence + reach) break;
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
  const Meant found = find_meant(clause, noun);  // and what it means stays in mind
  if (found.entity != kNone) passed_.push_back({found.entity, reading_.tokens[noun].sentence});
  return found;
}

// "the | UN culture | agency", "the | UN's culture | agency": from the body whose it is.
std::uint32_t BodyMemory::begin_of_owner(TokenSpan clause, std::uint32_t noun) const {
  constexpr std::uint32_t kWordsMax = 4;
  for (std::uint32_t i = noun; i > clause.begin && i + kWordsMax > noun; --i) {
    if (body_at(i - 1) != kNone) return i - 1;
    if (!describes(i - 1, noun) || reading_.is(i - 1, Role::determiner)) break;
  }
  return noun;
}

BodyMemory::Meant BodyMemory::find_meant(TokenSpan clause, std::uint32_t noun) {
  std::uint32_t begin = noun;
  while (begin > clause.begin && last_ != kNone && body_at(begin - 1) == last_) --begin;
  if (begin < noun && other_ != kNone) last_ = other_;
  TokenSpan words{begin, noun + 1};
  const std::string_view low = reading_.lower(noun);
  const bool office =  // "the Union | Cabinet": of a state
      noun + 1 < clause.end && reading_.tokens[noun + 1].capital &&
      reading_.is(noun + 1, Role::government | Role::legislature);
  const bool told = noun + 1 < clause.end && (reading_.lower(noun + 1) == "of" || office);
  if (reading_.tokens[noun].capital)  // "the Union of Farmers" is another
    return {words, told ? kNone : called(low)};
  if (noun + 1 < clause.end && body_at(noun + 1) != kNone)
    return {words, body_at(noun + 1)};  // "the regional bloc | ECOWAS"
  if (const std::uint32_t name = apposed(noun, clause.end); name != kNone) return {words, name};
  const bool pointed = is_any(reading_.lower(noun - 1), {"that", "this"});
  if (pointed && is_general(noun) && last_ != kNone) return {words, last_};
  const std::uint32_t own = most_in_mind(noun, true);
  if (own != kNone) words.begin = begin_of_owner(clause, noun);
  if (own == kNone && (!is_general(noun) || passed_.empty())) return {words, named_next(noun, 1)};
  if (own == kNone || (is_general(noun) && last_ != kNone && !told))
    return {words, told ? before_ : most_in_mind(noun, false)};
  return {words, own};
}

std::uint32_t BodyMemory::called(std::string_view word) const {
  std::uint32_t found = kNone;
  for (const auto& [token, actor] : actors_) {
    const Entity& entity = reading_.entities[actor];
    if (entity.acceded && folded_name(entity.name).find(word) != std::string::npos) found = actor;
  }
  return found;
}

std::uint32_t BodyMemory::most_spoken_of(std::uint32_t token, std::uint32_t but) const {
  std::map<std::uint32_t, int> times;
  std::uint32_t most = last_ == but ? kNone : last_;
  for (const Mention& mention : reading_.mentions) {
    if (mention.tokens.begin >= token) break;
    if (mention.entity == but) continue;
    const bool body = reading_.entities[mention.entity].acceded;
    if (body && ++times[mention.entity] > times[most]) most = mention.entity;
  }
  return most;
}

}  // namespace concord
