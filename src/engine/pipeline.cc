// The program as a list of passes. Read it top-down; each line adds one thing to what is known.
#include "engine/engine.h"

#include "claim/explain.h"
#include "claim/passes.h"
#include "reading/passes.h"
#include "reading/sentence_case.h"

namespace concord {

Reading read_words(const Report& report, const Lexicon& lexicon) {
  Reading reading;
  split_sentences(report, lexicon, reading);
  // From here no token or sentence boundary moves: every later span is made of whole tokens.
  find_times(report, lexicon, reading);
  find_quotations(report, lexicon, reading);
  find_actors(report, lexicon, reading);
  find_people(report, lexicon, reading);
  parse_names(report, lexicon, reading);
  find_agreements(report, lexicon, reading);
  parse_acts(report, lexicon, reading);
  // From here everybody and everything spoken of is an entity.
  find_labels(report, lexicon, reading);
  find_attributions(report, lexicon, reading);
  return reading;
}

Findings read_findings(const Report& printed, const Lexicon& lexicon) {
  const std::optional<Report> small = in_sentence_case(printed, lexicon);
  const Report& report = small ? *small : printed;
  // From here no block shouts; every span is of the printed report too.
  const Reading reading = read_words(report, lexicon);
  // From here the reading is only interpreted, never changed.
  Findings findings;
  findings.claims = extract_claims(report, reading, lexicon);
  findings.agreements = list_agreements(reading, lexicon.world, findings.claims);
  findings.quotes = extract_quotes(report, reading, lexicon);
  findings.events = extract_events(report, reading, lexicon);
  findings.relations = extract_relations(report, reading, lexicon);
  // A field belongs to an agreement or an event, a judgement to an agreement.
  const bool agreements = !findings.agreements.empty();
  if (agreements || !findings.events.empty())
    findings.topics = extract_topics(report, reading, lexicon);
  if (agreements) findings.assessments = extract_assessments(report, reading, lexicon);
  findings.figures = extract_figures(report, reading, lexicon);
  name_voices(report, reading, findings);
  // From here every speaker is known by the state or body whose word it is.
  tell_agreements_apart(report, reading, lexicon.world, findings);
  // From here one id means one agreement in every report.
  return findings;
}

std::string explain_report(const Report& report, const Lexicon& lexicon) {
  const std::optional<Report> small = in_sentence_case(report, lexicon);
  const Report& read = small ? *small : report;
  return explain(read, read_words(read, lexicon), lexicon);
}

std::vector<PossibleClaim> possible_claims(const Report& report, const Lexicon& lexicon) {
  const std::optional<Report> small = in_sentence_case(report, lexicon);
  const Report& read = small ? *small : report;
  return list_possible_claims(read, read_words(read, lexicon), lexicon);
}

Result<ReadReport> read_input(Input input, const Lexicon& lexicon) {
  std::string original = input.bytes;
  CONCORD_TRY(auto report, read_text(std::move(input), lexicon));
  Findings findings = read_findings(report, lexicon);
  return ReadReport{std::move(original), std::move(report), std::move(findings)};
}

}  // namespace concord
