// A report's claims: what its acts tell, sentence by sentence, and what is likely told beside them.
#include "base/limits.h"
#include "claim/candidates.h"
#include "claim/claim_writer.h"
#include "claim/clause.h"
#include "claim/dates.h"
#include "claim/likely_claims.h"
#include "claim/passes.h"
#include "claim/possible_claims.h"
#include "claim/refutations.h"
#include "claim/strangers.h"
#include "reading/in_mind.h"

namespace concord {
namespace {

// What the rules make of a report, sentence by sentence.
class RuleReader {
 public:
  ClaimWriter writer;

  RuleReader(const Report& report, const Reading& reading, const Lexicon& lexicon)
      : writer(report, reading, lexicon.world),
        report_(report),
        reading_(reading),
        lexicon_(lexicon),
        in_mind_(report, reading) {
    Discourse discourse = open_discourse(report, reading, lexicon.world);
    for (std::uint32_t n = 0; n < reading.sentences.size(); ++n) {
      if (in_mind_.may_tell(n)) read(n, discourse);
    }
    drop_strangers(reading, lexicon.world, writer.list.claims);
    const auto roster = lexicon.acts.implied[static_cast<std::size_t>(ImpliedAct::roster)];
    writer.list.drop_denied_members(lexicon.acts.acts[roster].name);
  }

  // What they do not make of it, though the report may tell it.
  std::vector<ClaimCandidate> candidates() const {
    return find_candidates(reading_, in_mind_, sentences_, writer.list.claims);
  }

 private:
  void read(std::uint32_t n, Discourse& discourse) {
    const Sentence& sentence = reading_.sentences[n];
    SentenceActs told = read_sentence(report_, reading_, lexicon_, sentence, discourse);
    for (FoundAct& found : told.acts) {
      std::erase_if(found.agreements,
                    [&](std::uint32_t one) { return !in_mind_.may_mean(one, n); });
      writer.write(found);
    }
    take_back(report_, reading_, lexicon_.speech, sentence, told.acts, writer.list.claims);
    note_distances(report_, reading_, told.acts, writer.told_dates);
    ReadSentence read{n,
                      section_of(report_, reading_, sentence.tokens.begin) == Section::title,
                      std::move(told.chunks),
                      std::move(told.persons),
                      {}};
    for (const FoundAct& act : told.acts) read.steps.push_back(writer.step_of(act));
    sentences_.push_back(std::move(read));
  }

  const Report& report_;
  const Reading& reading_;
  const Lexicon& lexicon_;
  InMind in_mind_;
  std::vector<ReadSentence> sentences_;
};

}  // namespace

std::vector<Claim> extract_claims(const Report& report, const Reading& reading,
                                  const Lexicon& lexicon) {
  if (!speaks_of_agreement(reading)) return {};  // most of a day's news
  RuleReader reader(report, reading, lexicon);
  ClaimWriter& writer = reader.writer;
  for (Claim& claim : believe_likely(reader.candidates(), lexicon.likely_claims, writer)) {
    if (writer.list.claims.size() >= kClaimsPerReportMax) break;
    writer.list.merge(std::move(claim));
  }
  drop_strangers(reading, lexicon.world, writer.list.claims);
  share_dates(report, reading, lexicon.time_words, writer.told_dates, writer.list.claims);
  writer.list.merge_again();
  writer.list.drop_signed_on_leaving();
  name_as_reported(report, reading, writer.list.claims);
  return std::move(writer.list.claims);
}

std::vector<PossibleClaim> list_possible_claims(const Report& report, const Reading& reading,
                                                const Lexicon& lexicon) {
  if (!speaks_of_agreement(reading)) return {};
  const RuleReader reader(report, reading, lexicon);
  std::vector<Claim> claims;
  std::vector<PossibleClaim> possible;
  for (ClaimCandidate& one : reader.candidates()) {
    auto claim = reader.writer.claim_of(one);
    if (!claim) continue;
    claims.push_back(std::move(*claim));
    possible.push_back({{}, std::move(one.rows)});
  }
  name_as_reported(report, reading, claims);
  for (std::size_t i = 0; i < claims.size(); ++i) possible[i].claim = std::move(claims[i]);
  return possible;
}

}  // namespace concord
