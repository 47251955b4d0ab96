// Agreements that the world's table knows by name: "NAFTA", "the Escazu Agreement", "the nuclear
// agreement with Iran". What the report only described before ("a trade agreement") takes the name.
#pragma once

#include <functional>

#include "lexicon/world.h"
#include "reading/agreement_book.h"

namespace concord {

class KnownAgreements {
 public:
  using MeaningOf = std::function<Meaning()>;  // what the words of the phrase say

  KnownAgreements(const Report& report, Reading& reading, const Lexicon& lexicon,
                  AgreementBook& book)
      : report_(report), reading_(reading), lexicon_(lexicon), world_(lexicon.world), book_(book) {}

  // The entity that a phrase names, put into the book; or kNone. `opens_with_actor`: whether its
  // first word is an actor's ("the EU Charter"), which need not belong to the name.
  std::uint32_t find(const AgreementPhrase& phrase, bool opens_with_actor,
                     const MeaningOf& meaning_of);

 private:
  std::uint32_t by_side(const AgreementPhrase& phrase, const MeaningOf& meaning_of);
  std::uint32_t by_name(const WorldName& name, const std::string& called,
                        const AgreementPhrase& phrase, const MeaningOf& meaning_of);
  void rename_described(const std::string& id, const AgreementPhrase& phrase,
                        const MeaningOf& meaning_of);

  const Report& report_;
  Reading& reading_;
  const Lexicon& lexicon_;
  const World& world_;
  AgreementBook& book_;
};

}  // namespace concord
