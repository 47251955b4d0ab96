// Acts become claims: each act found (clause.h) a stage (stages.h) for each of its parties.
//
// In:       the acts of a report's sentences, in order.
// Out:      its claims, each with its date, its speaker and its sentence.
// Not here: which acts a sentence tells (clause.h), what other sentences tell of dates (dates.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/candidates.h"
#include "claim/claim_list.h"
#include "claim/clause.h"
#include "claim/dates.h"

namespace concord {

class ClaimWriter {
  const Report& report_;

 public:
  ClaimWriter(const Report& report, const Reading& reading, const World& world)
      : report_(report), reading_(reading), world_(world) {}

  ToldDates told_dates;
  ClaimList list{report_, told_dates};

  // Claims what the act tells of its parties.
  void write(const FoundAct& act);

  // The step that an act tells or only names, as candidates.h takes it.
  ToldStep step_of(const FoundAct& act) const;
  // The claim that a candidate would be; nothing where its parts cannot stand together.
  std::optional<Claim> claim_of(const ClaimCandidate& candidate) const;

 private:
  void note_unnamed(const FoundAct& found, Stage stage);

  // "Leaders of 14 nations signed up on Wednesday ...": whatever it is called further on.
  void note_signing(const FoundAct& found);

  // Told by a main clause of the headline or the lead, which have no other time: the news.
  void note_news(const FoundAct& found, const Claim& claim);

  // "that the US is | leaving", "had | signed", "since it | joined": beside the news.
  bool is_aside(const FoundAct& found) const;
  // In a clause that tells of a noun, or beside another; of participles where `bare`.
  static bool stands_in_clause(const Tree& tree, std::uint32_t token, bool bare);
  static bool is_of_news(const Time& time);

  // "12.30 Oman | has ratified the pact": told as it happens.
  bool tells_of_hour(const FoundAct& found) const;

  // In the headline or the first sentences.
  bool stands_ahead(const FoundAct& found, int sentences = 2) const;

  // "becomes a member on 11 January", "its withdrawal becomes effective in June": with a date ahead
  // what is not told as past is planned.
  FoundAct seen_from_today(const FoundAct& act) const;

  // "Lima and Santiago ratified their treaties with the bloc": to each its own.
  bool has_its_own(const std::vector<std::uint32_t>& agreements, std::uint32_t agreement,
                   std::uint32_t party) const;

  // "its members are A and B"
  static bool lists(const FoundAct& found);

  // "the truce", "the US-brokered deal": whoever accepts it or comes on board agrees; of "the
  // Agreement on Fisheries" acceptance is a ratification.
  bool is_plain(const Entity& agreement) const;

  void put(const FoundAct& found, Stage stage, std::uint32_t object, std::uint32_t party);
  std::optional<Claim> make(const FoundAct& found, Stage stage, std::uint32_t object,
                            std::uint32_t party) const;
  static Polarity polarity_of(const FoundAct& found, Stage stage);

  // Whether a party may leave: of a deal that names its two sides only these.
  static bool is_side(const Entity& agreement, std::uint32_t party);

  std::string party_name(const std::string& id, const Entity& actor) const;

  bool is_ahead(const std::string& value) const;
  bool is_under_way(const std::string& value) const;

  void date(const FoundAct& found, Claim& claim) const;

  // "a member | from 1985 to 1992", "until 1992": when it began; "" where that is not told.
  std::string began(const Time& time, const std::string& when) const;

  // "Eight states have signed, the UN said. | Chad and Mali joined Peru in the pact."
  const Attribution* said_of_crowd(const FoundAct& found) const;

  // Who says so: of several that enclose the act, the innermost ("A said that B had told C ...");
  // the others are the chain, outermost first.
  void speaker(const FoundAct& found, Claim& claim) const;

  // Told as history: its date lies half a year and more before the report's.
  bool is_background(const Claim& claim) const;

  const Reading& reading_;
  const World& world_;
};

}  // namespace concord
