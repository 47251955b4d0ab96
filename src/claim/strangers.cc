#include "claim/strangers.h"

#include <algorithm>
#include <sstream>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kStatesInNews = 3;  // a report on so many is one on what they do

template <typename Test>
bool any_word(const std::string& name, const Test& test) {
  std::istringstream words(folded_name(name));
  for (std::string word; words >> word;) {
    if (test(word)) return true;
  }
  return false;
}

class Strangers {
 public:
  Strangers(const Reading& reading, const World& world, const std::vector<Claim>& claims)
      : reading_(reading), world_(world), claims_(claims) {
    for (const Entity& entity : reading.entities) states_ += entity.kind == EntityKind::state;
  }

  bool is_strange(const Claim& claim) const {
    return is_thing(claim) || (states_ < kStatesInNews && is_contract(claim));
  }

 private:
  // "the Enterprise Plan", where no sentence that names it tells of a party's step.
  bool is_thing(const Claim& claim) const {
    const bool may_be = std::ranges::any_of(reading_.entities, [&](const Entity& entity) {
      return entity.id == claim.agreement_id && !names_agreement(entity, world_) &&
             any_word(entity.name,
                      [&](const std::string& word) { return world_.thing_words.contains(word); });
    });
    if (!may_be || has_treaty(claim)) return false;
    return std::ranges::none_of(claims_, [&](const Claim& other) {
      return other.party && other.agreement_id == claim.agreement_id && names_its_own(other);
    });
  }

  // "to launch a common market ... signed | the Pacific Common Market agreement"
  bool has_treaty(const Claim& claim) const {
    const std::string thing = folded_name(claim.agreement);
    return std::ranges::any_of(reading_.entities, [&](const Entity& entity) {
      return entity.kind == EntityKind::agreement && names_agreement(entity, world_) &&
             folded_name(entity.name).find(thing) != std::string::npos;
    });
  }

  // Whether a sentence that the claim rests on names its agreement.
  bool names_its_own(const Claim& claim) const {
    return std::ranges::any_of(reading_.mentions, [&](const Mention& mention) {
      const std::uint32_t at = reading_.tokens[mention.tokens.begin].span.begin;
      return reading_.entities[mention.entity].id == claim.agreement_id &&
             std::ranges::any_of(claim.evidence, [&](const Evidence& evidence) {
               return evidence.span.begin <= at && at < evidence.span.end;
             });
    });
  }

  // A contract between firms has no state as a party; a claim about it alone says nothing.
  bool is_contract(const Claim& claim) const {
    if (claim.party) return false;
    for (const KnownAgreement& known : world_.agreements) {
      if (known.id == claim.agreement_id) return false;
    }
    for (const Entity& entity : reading_.entities) {
      if (entity.id == claim.agreement_id && (entity.acceded || !entity.members.empty()))
        return false;
    }
    if (claim.stage == Stage::in_force && is_solemn(claim.agreement_id)) return false;
    return std::ranges::none_of(claims_, [&](const Claim& other) {
      return other.party && other.agreement_id == claim.agreement_id;
    });
  }

  // "The Lima | Convention | will enter into force on 1 May": firms have none.
  bool is_solemn(const std::string& agreement) const {
    return std::ranges::any_of(reading_.mentions, [&](const Mention& mention) {
      if (reading_.entities[mention.entity].id != agreement) return false;
      bool solemn = false;
      for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i)
        solemn = solemn || reading_.is(i, Role::solemn);
      return solemn;
    });
  }

  const Reading& reading_;
  const World& world_;
  const std::vector<Claim>& claims_;
  std::size_t states_ = 0;
};

}  // namespace

void drop_strangers(const Reading& reading, const World& world, std::vector<Claim>& claims) {
  const Strangers strangers(reading, world, claims);
  std::vector<Claim> kept;
  for (const Claim& claim : claims) {
    if (!strangers.is_strange(claim)) kept.push_back(claim);
  }
  claims = std::move(kept);
}

bool names_agreement(const Entity& agreement, const World& world) {
  const bool known = agreement.kind != EntityKind::agreement ||
                     std::ranges::any_of(world.agreements, [&](const KnownAgreement& one) {
                       return one.id == agreement.id;
                     });
  return known || any_word(agreement.name, [&](const std::string& word) {
           const auto role = world.agreement_words.find(word);
           return role != world.agreement_words.end() && role->second == AgreementWord::head;
         });
}

}  // namespace concord
