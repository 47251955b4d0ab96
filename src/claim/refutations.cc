#include "claim/refutations.h"

#include <algorithm>
#include <iterator>

#include "claim/stages.h"
#include "text/fold.h"

namespace concord {
namespace {

class Refutation {
 public:
  Refutation(const Report& report, const Reading& reading, const Speech& speech,
             const Sentence& sentence)
      : report_(report), reading_(reading), speech_(speech), words_(sentence.tokens) {
    const std::uint32_t number = reading.token(words_.begin).sentence;
    if (number > 0)
      before_ = {sentence_evidence(report, reading, reading.sentences[number - 1].tokens.begin)};
    own_ = {sentence_evidence(report, reading, words_.begin)};
  }

  // "It has not.", "Oman did no such thing."
  void by_denial(const FoundAct& act, std::vector<Claim>& claims) const {
    if (!act.denied || !is_bare(act)) return;
    const auto stage = stage_after(act);
    std::erase_if(claims, [&](const Claim& claim) {
      return (is_of_sentence_before(claim) || is_of_sentence(claim)) && claim.stage == stage &&
             holds(act.agreements, claim.agreement_id) && holds(act.parties, *claim.party);
    });
  }

  // "A minister said that Oman had left. The president denied it.": the one's word beside the
  // other's.
  void by_denier(std::vector<Claim>& claims) const {
    const std::string denier = denier_of_it();
    if (denier.empty()) return;
    std::vector<Claim> denials;
    for (Claim& claim : claims) {
      if (!is_of_sentence_before(claim) || claim.said_by.name.empty()) continue;
      claim.certainty = Certainty::possible;
      denials.push_back(claim);
      deny(denials.back());
      denials.back().said_by.name = denier;
    }
    std::ranges::move(denials, std::back_inserter(claims));
  }

  // "That is not true.", "VERDICT: Mostly false."
  void by_verdict(std::vector<Claim>& claims) const {
    if (!is_verdict()) return;
    if (is_half()) {
      std::erase_if(claims, [&](const Claim& claim) { return is_of_sentence_before(claim); });
      return;
    }
    for (Claim& claim : claims) {
      if (is_of_sentence_before(claim)) deny(claim);
    }
  }

 private:
  std::string_view low(std::uint32_t i) const { return reading_.lower(i); }
  bool is(std::uint32_t i, Roles roles) const { return reading_.is(i, roles); }

  void deny(Claim& claim) const {
    claim.polarity = Polarity::denied;
    claim.certainty = Certainty::certain;
    claim.date.clear();
    claim.effective.clear();
    claim.said_by = {};
    claim.evidence.push_back(own_.front());
  }

  // Who denies what was said: "[The ministry] denied it.", "[The palace] has rejected the report.";
  // not "Parliament rejected it", which may be the treaty. "" where nobody does.
  std::string denier_of_it() const {
    constexpr std::uint32_t kWordsMax = 12;
    if (words_.size() > kWordsMax) return {};
    for (std::uint32_t i = words_.begin + 1; i + 1 < words_.end; ++i) {
      const auto verb = speech_.verbs.find(low(i));
      const bool denies = verb != speech_.verbs.end() && verb->second.denies;
      if (!denies && !is(i, Role::untrue)) continue;
      const std::uint32_t what = i + 1 + (is(i + 1, Role::determiner) ? 1 : 0);
      if (what >= words_.end) return {};
      const bool it = denies && is_any(low(what), {"it", "this", "that"});
      return it || is(what, Role::hearsay) ? subject_before(i) : std::string();
    }
    return {};
  }

  // "[The] president's office | has since | denied": without article and helping words.
  std::string subject_before(std::uint32_t verb) const {
    TokenSpan subject = {words_.begin, verb};
    if (is(subject.begin, Role::determiner)) ++subject.begin;
    while (subject.end > subject.begin &&
           is(subject.end - 1, Role::have | Role::adverb | Role::aside))
      --subject.end;
    return subject.begin < subject.end ? one_line(report_.words(bytes_of(reading_, subject)))
                                       : std::string();
  }

  // Only helping words: what is denied is what the sentence before told.
  bool is_bare(const FoundAct& act) const {
    for (std::uint32_t i = act.begin; i < act.words.end; ++i) {
      const bool helps = is(i, Role::have | Role::do_ | Role::be | Role::adverb);
      if (!helps && !is_any(low(i), {"not", "n't", "never"})) return false;
    }
    return act.begin < act.words.end;
  }

  bool is_of_sentence_before(const Claim& claim) const {
    return claim.polarity == Polarity::affirmed && claim.party && claim.evidence == before_;
  }
  bool is_of_sentence(const Claim& claim) const {
    return claim.polarity == Polarity::affirmed && claim.party && claim.evidence == own_;
  }

  bool holds(const std::vector<std::uint32_t>& entities, const std::string& id) const {
    return std::ranges::any_of(entities, [&](std::uint32_t one) {
      const Entity& entity = reading_.entities[one];
      return entity.id == id || (!entity.party.empty() && entity.party == id);
    });
  }

  // A few words, one of which is "false" or the like, about what was said and nobody else.
  bool is_verdict() const {
    constexpr std::uint32_t kWordsMax = 7;
    if (words_.size() > kWordsMax) return false;
    const std::uint32_t first = words_.begin;
    const bool label = first + 1 < words_.end && low(first + 1) == ":";
    if (!label && !is(first, Role::untrue) && !is_any(low(first), {"that", "this", "it", "not"}))
      return false;
    const bool names = std::ranges::any_of(reading_.mentions, [&](const Mention& mention) {
      return words_.contains(mention.tokens.begin) && mention.form == MentionForm::name;
    });
    if (names) return false;  // "Not so Burundi."
    bool untrue = false;
    for (std::uint32_t i = first; i < words_.end; ++i) {
      const bool denied = i > first && is_any(low(i - 1), {"not", "n't"});
      untrue = untrue || (is(i, Role::untrue) && !denied) ||
               (denied && (is(i, Role::right) || (low(i) == "so" && !is_far(i + 1))));
    }
    return untrue;
  }

  // "Not so | far |": no verdict.
  bool is_far(std::uint32_t i) const { return i < words_.end && low(i) == "far"; }

  bool is_half() const {
    for (std::uint32_t i = words_.begin; i < words_.end; ++i) {
      if (is(i, Role::partly)) return true;
    }
    return false;
  }

  const Report& report_;
  const Reading& reading_;
  const Speech& speech_;
  TokenSpan words_;
  std::vector<Evidence> before_;
  std::vector<Evidence> own_;
};

}  // namespace

void take_back(const Report& report, const Reading& reading, const Speech& speech,
               const Sentence& sentence, const std::vector<FoundAct>& acts,
               std::vector<Claim>& claims) {
  if (claims.empty() || sentence.tokens.empty()) return;
  const Refutation refutation(report, reading, speech, sentence);
  for (const FoundAct& act : acts) refutation.by_denial(act, claims);
  refutation.by_verdict(claims);
  refutation.by_denier(claims);
}

}  // namespace concord
