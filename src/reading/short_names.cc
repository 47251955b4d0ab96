#include "reading/short_names.h"

#include "reading/agreement_name.h"
#include "text/fold.h"

namespace concord {

void ShortNames::add_bodies(const Reading& reading) {
  for (std::uint32_t entity = 0; entity < reading.entities.size(); ++entity) {
    const Entity& body = reading.entities[entity];
    if (!body.acceded) continue;
    add_initials(initials_of(body.name), entity);
    const std::string first = lower(body.name.substr(0, body.name.find(' ')));
    const bool numbered = first.find_first_of("0123456789") != first.npos;
    if (numbered && first.size() < body.name.size()) names_.try_emplace(first, entity);
  }
}

void ShortNames::add_initials(const std::string& initials, std::uint32_t entity) {
  constexpr std::size_t kLettersMin = 3;
  if (initials.size() >= kLettersMin) names_.try_emplace(initials, entity);
}

void ShortNames::add_given(std::string_view name, std::uint32_t entity) {
  names_[std::string(name)] = entity;
}

std::uint32_t ShortNames::find(std::string_view word) const {
  const auto found = names_.find(word);
  return found == names_.end() ? kNone : found->second;
}

}  // namespace concord
