// The small words by which clauses are read, and lists of words that single rules ask for.
//
//   words["that"].roles.any(Role::relative)
//
// data/en/clause_words.tsv has the words; its head tells what each role is for. A new role is a
// name more in the list below, and a line in that head.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"
#include "lexicon/data.h"
#include "text/word_map.h"

namespace concord {

// A name that C++ keeps for itself ends in "_" here, and in the data without it.
// clang-format off
#define CONCORD_ROLES_OF_GRAMMAR(role) \
  role(have) role(be) role(do_) role(adverb) role(preposition) role(before) role(relative) \
  role(subordinate) role(singular) role(plural) role(dual) role(country) role(government) \
  role(legislature) role(list) role(none) role(owner) role(naming) role(determiner) \
  role(count) role(coordinate) role(text) role(process) role(rank) role(club) role(demand) \
  role(hearsay) role(untrue) role(greets) role(onlooker) role(band) role(occurs) \
  role(complete) role(chamber)
// clang-format on

// Lists, each for one question. Whoever has only such roles is no small word.
// clang-format off
#define CONCORD_ROLES_OF_LISTS(role) \
  role(may) role(ought) role(informs) role(hearer) role(aside) role(circumstance) role(cause) \
  role(union_) role(hinges) role(late) role(decree) role(draft) role(dubs) role(further) \
  role(parley) role(nations) role(narrows) role(other) role(purpose) role(yields) role(quotes) \
  role(likewise) role(trailing) role(conferees) role(scheme) role(similar) role(plight) \
  role(gathers) role(private_) role(brokered) role(headed) role(aged) role(candidacy) \
  role(entry) role(accedes) role(member) role(fellows) role(sides) role(founding) role(regime) \
  role(depositary) role(provided) role(heralds) role(comes) role(effect) role(becomes) \
  role(makes) role(past) role(slated) role(due) role(votes) role(extra) role(deeper) \
  role(compares) role(moves) role(delegates) role(visiting) role(town) role(located) role(land) \
  role(sidelines) role(absent) role(notice) role(rite) role(meets) role(nearly) role(ranks) \
  role(ties) role(inhabitants) role(unranked) role(moment) role(provisional) role(terms) \
  role(army) role(paper) role(charter) role(programme) role(meant) role(interview) role(leader) \
  role(asked) role(press) role(tells) role(plain) role(unpast) role(formerly) role(starting) \
  role(remains) role(exchange) role(includes) role(excepts) role(says) role(solemn) \
  role(forerunner) role(talks) role(wording) role(citing) role(view) role(grouping) role(group) \
  role(folk) role(likely) role(affirms) role(right) role(partly) role(replies) role(fiction) \
  role(remarks) role(lodges) role(begins) role(poll) role(organ) role(stands) role(leaves) \
  role(abandons) role(abstains) role(accession) role(accords) role(adopts) role(agrees) \
  role(amends) role(backs) role(believed) role(belongs) role(bundle) role(calls) role(came) \
  role(candidate) role(close) role(constituent) role(declares) role(eras) role(fighting) \
  role(follows) role(footsteps) role(founds) role(fresh) role(general) role(grounds) \
  role(halts) role(housed) role(invites) role(leaders) role(lesser) role(loose) role(mentioned) \
  role(mutual) role(opposition) role(reaches) role(rest) role(seat) role(sort) role(strikes) \
  role(terrain) role(truce) role(truth) role(ways) role(went) role(withdraws) role(amount) role(lower) \
  role(comprises) role(helm) role(instances) role(negates) role(outline) role(premise) \
  role(united) role(zone) role(cabinet) role(byname) role(successive) role(respective) \
  role(heard) role(supposed)
// clang-format on

enum class RoleNumber : std::uint8_t {
#define CONCORD_NUMBER(name) name,
  CONCORD_ROLES_OF_GRAMMAR(CONCORD_NUMBER) lists,
  before_lists = lists - 1,
  CONCORD_ROLES_OF_LISTS(CONCORD_NUMBER) end
#undef CONCORD_NUMBER
};

constexpr std::size_t index_of(RoleNumber role) { return static_cast<std::size_t>(role); }

// A set of roles.
class Roles {
 public:
  constexpr Roles() = default;
  static constexpr Roles one(RoleNumber role) {
    Roles roles;
    roles.bits_[index_of(role) / 64] = std::uint64_t{1} << index_of(role) % 64;
    return roles;
  }
  // All that are numbered before this one.
  static constexpr Roles below(RoleNumber end) {
    Roles roles;
    for (std::size_t i = 0; i < index_of(end); ++i)
      roles.bits_[i / 64] |= std::uint64_t{1} << i % 64;
    return roles;
  }
  constexpr bool any(Roles of) const {
    std::uint64_t shared = 0;
    for (std::size_t i = 0; i < kParts; ++i) shared |= bits_[i] & of.bits_[i];
    return shared != 0;
  }
  friend constexpr Roles operator|(Roles a, Roles b) {
    for (std::size_t i = 0; i < kParts; ++i) a.bits_[i] |= b.bits_[i];
    return a;
  }
  constexpr Roles operator~() const {
    Roles rest;
    for (std::size_t i = 0; i < kParts; ++i) rest.bits_[i] = ~bits_[i];
    return rest;
  }
  bool operator==(const Roles&) const = default;

 private:
  static constexpr std::size_t kParts = index_of(RoleNumber::end) / 64 + 1;

  std::array<std::uint64_t, kParts> bits_{};
};

// Each role as a set of one, and three sets of many.
struct Role {
#define CONCORD_ROLE(name) static constexpr Roles name = Roles::one(RoleNumber::name);
  CONCORD_ROLES_OF_GRAMMAR(CONCORD_ROLE)
  CONCORD_ROLES_OF_LISTS(CONCORD_ROLE)
#undef CONCORD_ROLE
  static constexpr Roles listed = ~Roles::below(RoleNumber::lists);
  static constexpr Roles small = ~(listed | complete);  // or a clause's common noun or verb
  // What they say is no matter of grammar.
  static constexpr Roles content =
      demand | hearsay | untrue | greets | band | occurs | complete | listed;
};

struct ClauseWord {
  Roles roles;
  std::uint32_t size = 0;  // how many actors the word counts
};

// The roles' names in the data, by number, and the role of such a name.
std::span<const std::string_view> role_names();
std::optional<Roles> role_named(std::string_view name);

Result<WordMap<ClauseWord>> load_clause_words(const DataFiles& files);

}  // namespace concord
