// The agreements that a report has named so far, and where.
//
// Not here: which of them a phrase means (agreement_match.h, agreements.cc).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reading/agreement_match.h"

namespace concord {

class AgreementBook {
 public:
  explicit AgreementBook(Reading& reading) : reading_(reading) {}

  std::vector<Named> named;
  std::vector<Mention> found;                  // in reading order
  std::map<std::string, std::uint32_t> by_id;  // to the entity

  Named* named_of(std::uint32_t entity);  // or nullptr
  const Named* named_of(std::uint32_t entity) const;

  // The one of two sides described last, if nothing was named since: what "a similar deal" is like;
  // or kNone.
  std::uint32_t two_sided_last() const;

  // The entity of that id, made where there is none; else the name is another name of it.
  std::uint32_t entity_for(const std::string& id, const std::string& name);
  void alias(std::uint32_t entity, const std::string& name);
  // A title is a better name than any description.
  void give_title(std::uint32_t entity, const std::string& title);
  // A name without a noun that tells its kind ("Solmar, a treaty on fisheries"), and the agreement
  // whose bare name opens the span in the same words; or kNone.
  void give_bare_name(std::uint32_t entity, TokenSpan span, const std::string& name);
  std::uint32_t bare_name_at(TokenSpan span) const;
  void add_member(std::uint32_t entity, std::uint32_t side);

  void add(TokenSpan span, std::uint32_t entity, MentionForm form);
  // Into the reading, in order of position: agreements win over the actors inside their names.
  void merge_mentions();

 private:
  Reading& reading_;
  std::vector<std::pair<TokenSpan, std::uint32_t>> bare_names_;  // where first told
};

}  // namespace concord
