// What is claimed so far, by party and by agreement: who stands how towards what, and how many do.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "report/report.h"

namespace concord {

struct Standing {
  std::uint32_t agreement = 0, party = 0;  // by the numbers that Standings gives them
  Stage stage = Stage::party;
  Polarity polarity = Polarity::affirmed;
  auto operator<=>(const Standing&) const = default;
};

class Standings {
 public:
  using Id = std::uint32_t;  // one for each name
  using Step = std::tuple<Id, Stage, Polarity>;

  explicit Standings(const std::vector<Claim>& claims);

  Id agreement(const std::string& id) { return number_of(id, agreement_ids_); }
  Id party(const std::string& id) { return number_of(id, party_ids_); }

  bool contains(const Standing& standing) const { return standings_.contains(standing); }
  long on(Id agreement) const;  // claims

  std::map<Id, std::set<Id>> agreements_of_party;
  std::map<std::pair<Id, Id>, std::set<std::pair<Stage, Polarity>>> of_pair;  // agreement, party
  std::map<Step, std::set<Id>> parties;                                       // by agreement
  std::map<Step, std::set<Id>> agreements;                                    // by party
  std::set<Step> own;  // of the agreement itself
  long all = 0;        // claims

  template <typename Map, typename Key>
  static long size(const Map& map, const Key& key) {
    const auto at = map.find(key);
    return at == map.end() ? 0 : static_cast<long>(at->second.size());
  }

 private:
  static Id number_of(const std::string& name, std::map<std::string, Id>& ids) {
    return ids.try_emplace(name, static_cast<Id>(ids.size())).first->second;
  }

  std::map<std::string, Id> agreement_ids_, party_ids_;
  std::set<Standing> standings_;
  std::map<Id, long> on_;
};

}  // namespace concord
