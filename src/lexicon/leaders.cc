#include "lexicon/leaders.h"

#include <charconv>
#include <limits>
#include <optional>

#include "lexicon/rows.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr const char* kFile = "world/leaders.tsv";
constexpr int kStillInOffice = std::numeric_limits<int>::max();

// "LUX 1995-2013", "IND 2014-"; nullopt where the cell is no such thing.
std::optional<Term> term_in(std::string_view cell) {
  const std::size_t space = cell.rfind(' ');
  if (space == cell.npos) return std::nullopt;
  Term term{std::string(cell.substr(0, space)), 0, kStillInOffice};
  const char* end = cell.data() + cell.size();
  const auto from = std::from_chars(cell.data() + space + 1, end, term.from);
  if (from.ec != std::errc() || from.ptr == end || *from.ptr != '-') return std::nullopt;
  if (from.ptr + 1 == end) return term;
  const auto to = std::from_chars(from.ptr + 1, end, term.to);
  return to.ec == std::errc() && to.ptr == end && term.to >= term.from ? std::optional(term)
                                                                       : std::nullopt;
}

// The one party of the terms that `wanted` accepts, or "".
template <typename Wanted>
std::string one_party(const std::vector<Term>& terms, const Wanted& wanted) {
  std::string party;
  for (const Term& term : terms) {
    if (!wanted(term)) continue;
    if (!party.empty() && party != term.party) return {};
    party = term.party;
  }
  return party;
}

}  // namespace

std::string Leaders::party_of(std::string_view name, int year) const {
  const auto terms = by_name_.find(folded_name(name));
  if (terms == by_name_.end()) return {};
  std::string now = one_party(
      terms->second, [&](const Term& term) { return term.from <= year && year <= term.to; });
  if (!now.empty()) return now;
  return one_party(terms->second, [&](const Term& term) { return term.from <= year; });
}

std::string Leaders::party_of_family(std::string_view family, int year) const {
  const auto terms = by_family_.find(folded_name(family));
  if (terms == by_family_.end()) return {};
  return one_party(terms->second,
                   [&](const Term& term) { return term.from <= year && year <= term.to; });
}

std::string Leaders::party_of_family_once(std::string_view family, int year) const {
  const auto terms = by_family_.find(folded_name(family));
  if (terms == by_family_.end()) return {};
  return one_party(terms->second, [&](const Term& term) { return term.from <= year; });
}

Result<Leaders> load_leaders(const DataFiles& files, const World& world, const Speech& speech) {
  CONCORD_TRY(auto rows, read_tsv(files, kFile, {{"name", "terms"}, {"names"}}));
  Leaders leaders;
  for (const Row& row : rows) {
    std::vector<std::string> names = row.list("names");
    names.push_back(row.text("name"));
    for (const std::string& cell : row.list("terms")) {
      const std::optional<Term> term = term_in(cell);
      if (!term || !world.party(term->party)) {
        return Error{
            ErrorCode::invalid_input,
            row.where() + ": '" + cell + "' is no party with years, as in 'KAZ 1991-2019'"};
      }
      for (const std::string& name : names) leaders.add(name, *term, speech);
    }
  }
  return leaders;
}

void Leaders::add(const std::string& name, const Term& term, const Speech& speech) {
  by_name_[folded_name(name)].push_back(term);
  const std::string first = lower(name.substr(0, name.find(' ')));
  const auto word = speech.names.find(first);
  const bool stands_first =
      word != speech.names.end() && word->second.family && !word->second.given;
  const std::string family =
      stands_first ? folded_name(first) : folded_name(name.substr(name.rfind(' ') + 1));
  const bool numeral = family.find_first_not_of("ivx") == std::string::npos;  // "Baudouin I"
  if (!numeral || stands_first) by_family_[family].push_back(term);
}

}  // namespace concord
