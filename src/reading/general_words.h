// What general words mean, which stand for a body, a programme or an agreement alike.
//
//   Peru belongs to the CPTPP. Chile is in talks with that [group]     an open agreement
//   its [accession agreement]                                          the body that it is to
//   joined the [scheme]                                                the last programme
//   left the [union]; the bloc's [treaty]                              the body
#pragma once

#include <string_view>

#include "reading/agreement_bodies.h"
#include "reading/agreement_book.h"
#include "reading/agreement_phrase.h"

namespace concord {

// Entities, or kNone where the words mean none.
class GeneralWords {
 public:
  GeneralWords(const Reading& reading, const AgreementBook& book, BodyMemory& bodies)
      : reading_(reading), book_(book), bodies_(bodies) {}

  std::uint32_t club_before(std::uint32_t noun) const;
  std::uint32_t joined_by(const AgreementPhrase& phrase) const;
  std::uint32_t programme(const AgreementPhrase& phrase) const;
  std::uint32_t body(const AgreementPhrase& phrase);
  std::uint32_t founding_text(const AgreementPhrase& phrase);

 private:
  std::string_view low(std::uint32_t i) const {  // "" behind the last token
    return reading_.lower(i);
  }
  const Token& token(std::uint32_t i) const { return reading_.tokens[i]; }
  bool is_titled_club(std::uint32_t agreement) const;
  bool of_unknown(std::uint32_t of) const;
  std::uint32_t founded_by(const AgreementPhrase& phrase) const;
  std::uint32_t founded(const AgreementPhrase& phrase) const;
  bool is_present_text(const AgreementPhrase& phrase) const;
  std::uint32_t owned_by_topic(const AgreementPhrase& phrase) const;
  std::uint32_t told_to_found(const AgreementPhrase& phrase) const;
  bool is_founding_again(const AgreementPhrase& phrase) const;

  const Reading& reading_;
  const AgreementBook& book_;
  BodyMemory& bodies_;
  struct {
    std::uint32_t head = kNone;
    std::uint32_t body = kNone;
  } founding_;  // the last founding text: its noun, and whose it is
};

}  // namespace concord
