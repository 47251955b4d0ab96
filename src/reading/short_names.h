// The short names of a report's agreements and bodies: initials, and what a bracket gives.
//
// In:       an entity with its title or the letters behind it.
// Out:      the entity that a word in capitals stands for.
// Examples: the Supply Chain Agreement ... the SCA      the G5 Sahel ... the G5
//           the Free Trade Agreement (EVFTA) ... EVFTA
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/reading.h"

namespace concord {

class ShortNames {
 public:
  // The initials of bodies that states join, or their first words with a number.
  void add_bodies(const Reading& reading);
  // The first to have initials keeps them; two letters are none.
  void add_initials(const std::string& initials, std::uint32_t entity);
  // What the report itself says goes before initials.
  void add_given(std::string_view name, std::uint32_t entity);
  // By a word in small letters; kNone where it is no short name.
  std::uint32_t find(std::string_view word) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> names_;
};

}  // namespace concord
