// Claims and names that are of no agreement between states: a contract of two firms, a "Business
// Plan", the "labor market".
#pragma once

#include <vector>

#include "lexicon/world.h"
#include "reading/reading.h"

namespace concord {

// Drops the claims about what is no such agreement.
void drop_strangers(const Reading& reading, const World& world, std::vector<Claim>& claims);

// Whether a name alone says that it is one of an agreement: by the world's tables, or a word such
// as "treaty".
bool names_agreement(const Entity& agreement, const World& world);

}  // namespace concord
