#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "claim/passes.h"
#include "claim/strangers.h"
#include "reading/agreement_name.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr std::size_t kTellingPartiesMax = 3;
constexpr std::size_t kMonthLength = 7;  // "2025-11"

// Whether a name is made of nothing but words for agreements: "framework agreement", "Customs
// Union".
bool is_generic(const std::string& name, const World& world) {
  std::istringstream words(folded_name(name));
  for (std::string word; words >> word;) {
    if (!world.agreement_words.contains(word)) return false;
  }
  return true;
}

bool is_catalogued(const std::string& id, const World& world) {
  return std::ranges::any_of(world.agreements,
                             [&](const KnownAgreement& known) { return known.id == id; }) ||
         std::ranges::any_of(world.bodies, [&](const Body& body) { return body.id == id; });
}

// What tells a deal from others that are called so: who stands towards it, else when it was told.
std::string mark_of(const std::string& id, const Report& report, const Findings& findings) {
  std::set<std::string> parties;
  for (const Claim& claim : findings.claims) {
    if (claim.agreement_id == id && claim.party) parties.insert(*claim.party);
  }
  if (parties.empty() || parties.size() > kTellingPartiesMax)
    return report.published.substr(0, kMonthLength);
  std::string mark;
  for (const std::string& party : parties) mark += (mark.empty() ? "" : ", ") + party;
  return mark;
}

// "International Labor Organization": the world's name in another spelling.
bool is_spelled_apart(std::string_view name, std::string_view known) {
  constexpr std::ptrdiff_t kSpacesMin = 2;
  const auto spaces = std::ranges::count(known, ' ');
  return spaces >= kSpacesMin && spaces == std::ranges::count(name, ' ') &&
         name.substr(0, name.find(' ')) == known.substr(0, known.find(' '));
}

// The name by which a report calls a body most often, of two the first; empty where the report uses
// the world's name for it, or its initials.
std::string name_in(const Report& report, const Reading& reading, std::uint32_t number) {
  const std::string known = folded_name(reading.entities[number].name);
  struct Use {
    std::string name;
    int times = 0;
    int before = 0;  // other names
  };
  std::map<std::string, Use> uses;
  std::string spelled;
  bool initials = false;
  for (const Mention& mention : reading.mentions) {
    if (mention.entity != number || mention.form != MentionForm::name) continue;
    const std::string words = words_of(report, reading, mention.tokens);
    const std::string folded = folded_name(words);
    if (folded.find(known) != folded.npos) return {};
    const bool small = std::ranges::any_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
    initials = initials || !small;
    if (small && spelled.empty() && is_spelled_apart(folded, known)) spelled = words;
    Use& use = uses[folded];
    if (use.times == 0) use.before = static_cast<int>(uses.size());
    if (words > use.name) use.name = words;  // "euro" before "Euro"
    ++use.times;
  }
  if (initials || !spelled.empty()) return spelled;
  const auto rank = [](const auto& use) { return std::pair(use.second.times, -use.second.before); };
  const auto most = std::ranges::max_element(uses, {}, rank);
  return most == uses.end() ? std::string() : most->second.name;
}

}  // namespace

std::vector<Agreement> list_agreements(const Reading& reading, const World& world,
                                       const std::vector<Claim>& claims) {
  std::vector<Agreement> agreements;
  for (const Entity& entity : reading.entities) {
    if (entity.kind != EntityKind::agreement && !entity.acceded) continue;
    const bool claimed = std::ranges::any_of(
        claims, [&](const Claim& claim) { return claim.agreement_id == entity.id; });
    if (claimed || names_agreement(entity, world))
      agreements.push_back({entity.id, entity.name, entity.aliases});
  }
  return agreements;
}

void name_as_reported(const Report& report, const Reading& reading, std::vector<Claim>& claims) {
  for (std::uint32_t number = 0; number < reading.entities.size(); ++number) {
    const Entity& entity = reading.entities[number];
    const bool claimed = std::ranges::any_of(
        claims, [&](const Claim& claim) { return claim.agreement_id == entity.id; });
    if (!entity.acceded || !claimed) continue;
    const std::string name = name_in(report, reading, number);
    if (name.empty()) continue;
    for (Claim& claim : claims) {
      if (claim.agreement_id == entity.id) claim.agreement = name;
    }
  }
}

void tell_agreements_apart(const Report& report, const Reading& reading, const World& world,
                           Findings& findings) {
  std::map<std::string, std::string> ids;
  for (const Entity& entity : reading.entities) {
    const bool known = entity.kind != EntityKind::agreement || entity.members.size() > 1 ||
                       is_catalogued(entity.id, world);
    if (known || (entity.members.empty() && !is_generic(entity.name, world))) continue;
    const std::string mark = mark_of(entity.id, report, findings);
    if (!mark.empty()) ids[entity.id] = entity.id + " (" + mark + ")";
  }
  const auto rename = [&](std::string& id) {
    if (const auto at = ids.find(id); at != ids.end()) id = at->second;
  };
  for (Agreement& agreement : findings.agreements) rename(agreement.id);
  for (Claim& claim : findings.claims) rename(claim.agreement_id);
  for (Event& event : findings.events) rename(event.agreement_id);
  for (Assessment& one : findings.assessments) rename(one.agreement_id);
}

}  // namespace concord
