#include "claim/strangers.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string_view>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kStatesInNews = 3;  // a report on so many is one on what they do

bool is_known(const Entity& agreement, const World& world) {
  return std::ranges::any_of(world.agreements,
                             [&](const KnownAgreement& one) { return one.id == agreement.id; });
}

template <typename Test>
bool any_word(const std::string& name, const Test& test) {
  std::istringstream words(folded_name(name));
  for (std::string word; words >> word;) {
    if (test(word)) return true;
  }
  return false;
}

bool is_solemn(const Reading& reading, const Mention& mention) {
  for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
    if (reading.is(i, Role::solemn)) return true;
  }
  return false;
}

class Strangers {
 public:
  Strangers(const Reading& reading, const World& world, const std::vector<Claim>& claims) {
    for (const Claim& claim : claims) {
      if (claim.party) with_party_.insert(claim.agreement_id);
    }
    note_entities(reading, world);
    std::map<std::string_view, std::vector<std::uint32_t>> named;  // where, in bytes, by id
    for (const Mention& mention : reading.mentions) {
      const std::string& id = reading.entities[mention.entity].id;
      named[id].push_back(reading.tokens[mention.tokens.begin].span.begin);
      if (is_solemn(reading, mention)) solemn_.insert(id);
    }
    for (const Claim& claim : claims) {
      if (claim.party && things_.contains(claim.agreement_id) &&
          names_its_own(claim, named[claim.agreement_id]))
        stepped_.insert(claim.agreement_id);
    }
  }

  bool is_strange(const Claim& claim) const {
    return is_thing(claim) || (states_ < kStatesInNews && is_contract(claim));
  }

 private:
  void note_entities(const Reading& reading, const World& world) {
    std::vector<std::string> treaties;  // "the Pacific Common Market agreement"
    std::map<std::string_view, std::string> things;
    for (const Entity& entity : reading.entities) {
      states_ += entity.kind == EntityKind::state;
      if (entity.acceded || !entity.members.empty()) between_.insert(entity.id);
      if (entity.kind != EntityKind::agreement) continue;
      if (is_known(entity, world)) between_.insert(entity.id);
      if (names_agreement(entity, world)) {
        treaties.push_back(folded_name(entity.name));
      } else if (any_word(entity.name, [&](const std::string& word) {
                   return world.thing_words.contains(word);
                 })) {
        things[entity.id] = folded_name(entity.name);
      }
    }
    // "to launch a common market ... signed | the Pacific Common Market agreement"
    for (const auto& thing : things) {
      const bool treaty = std::ranges::any_of(treaties, [&](const std::string& one) {
        return one.find(thing.second) != std::string::npos;
      });
      if (!treaty) things_.insert(thing.first);
    }
  }

  // Whether a sentence that the claim rests on names its agreement.
  static bool names_its_own(const Claim& claim, const std::vector<std::uint32_t>& named) {
    return std::ranges::any_of(claim.evidence, [&](const Evidence& evidence) {
      const auto at = std::ranges::lower_bound(named, evidence.span.begin);
      return at != named.end() && *at < evidence.span.end;
    });
  }

  // "the Enterprise Plan", where no sentence that names it tells of a party's step.
  bool is_thing(const Claim& claim) const {
    return things_.contains(claim.agreement_id) && !stepped_.contains(claim.agreement_id);
  }

  // A contract between firms has no state as a party; a claim about it alone says nothing. "The
  // Lima | Convention | will enter into force on 1 May": firms have none.
  bool is_contract(const Claim& claim) const {
    if (claim.party || between_.contains(claim.agreement_id)) return false;
    if (claim.stage == Stage::in_force && solemn_.contains(claim.agreement_id)) return false;
    return !with_party_.contains(claim.agreement_id);
  }

  using Ids = std::set<std::string_view>;
  std::size_t states_ = 0;
  Ids between_;     // of bodies, known agreements, and those whose sides are told
  Ids things_;      // that may be of a plan or a market
  Ids stepped_;     // of these, with a party's step in a sentence that names them
  Ids solemn_;      // called a convention and the like
  Ids with_party_;  // with a claim of any party
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
  return agreement.kind != EntityKind::agreement || is_known(agreement, world) ||
         any_word(agreement.name, [&](const std::string& word) {
           const auto role = world.agreement_words.find(word);
           return role != world.agreement_words.end() && role->second == AgreementWord::head;
         });
}

}  // namespace concord
