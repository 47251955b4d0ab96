#include "claim/refutations.h"

#include <algorithm>
#include <iterator>
#include <utility>

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

  // "A minister said that Oman had left. The president denied it.", "Oman was said to have left,
  // but the president denied it.": the one's word beside the other's.
  void by_denier(std::vector<Claim>& claims) const {
    const TokenSpan turn = turn_of_sentence();
    const Source denier = denier_of_it(turn);
    if (denier.name.empty()) return;
    const bool beside = turn.begin > words_.begin;
    std::vector<Claim> denials;
    for (Claim& claim : claims) {
      const bool of_it = beside ? is_of_sentence(claim) : is_of_sentence_before(claim);
      const bool vouched = claim.said_by.name.empty() && claim.certainty == Certainty::certain;
      if (!of_it || vouched) continue;
      claim.certainty = Certainty::possible;
      denials.push_back(claim);
      deny(denials.back());
      denials.back().said_by = denier;
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

  // "Oman was said to have left; | the palace denied it": behind the last mark that opens a clause;
  // all of the sentence without one.
  TokenSpan turn_of_sentence() const {
    for (std::uint32_t i = words_.end; i > words_.begin + 2; --i) {
      const bool but = low(i - 2) == "," && is_any(low(i - 1), {"but", "which", "and", "though"});
      if (but || low(i - 1) == ";") return {i, words_.end};
    }
    return words_;
  }

  // Who denies in `turn` what was said: "[The ministry] denied it.", "[The palace] has rejected the
  // report.", "which [the palace] denied"; not "Parliament rejected it", which may be the treaty.
  // Without a name where nobody does.
  Source denier_of_it(TokenSpan turn) const {
    constexpr std::uint32_t kWordsMax = 12;
    if (turn.size() > kWordsMax) return {};
    const bool which = turn.begin > words_.begin && low(turn.begin - 1) == "which";
    for (std::uint32_t i = turn.begin + 1; i < turn.end; ++i) {
      const auto verb = speech_.verbs.find(low(i));
      const bool denies = verb != speech_.verbs.end() && verb->second.denies;
      if (!denies && !is(i, Role::untrue)) continue;
      if (const std::uint32_t calls = calling_of(turn, i); calls != kNone)
        return subject_of({turn.begin, calls});
      if (denies && which) return subject_of({turn.begin, i});
      const std::uint32_t what = i + 1 + (is(i + 1, Role::determiner) ? 1 : 0);
      if (what >= turn.end) return {};
      const bool it = denies && is_any(low(what), {"it", "this", "that"});
      return it || is(what, Role::hearsay) ? subject_of({turn.begin, i}) : Source{};
    }
    return {};
  }

  // "The palace | called the report | false": the verb, or kNone.
  std::uint32_t calling_of(TokenSpan turn, std::uint32_t untrue) const {
    std::uint32_t i = untrue;
    if (i < turn.begin + 2 || !is(--i, Role::hearsay)) return kNone;
    if (is(i - 1, Role::determiner)) --i;
    return i > turn.begin + 1 && is(i - 1, Role::calls) ? i - 1 : kNone;
  }

  // "[The] president's office | has since | denied": without article and helping words; a person
  // by name and office.
  Source subject_of(TokenSpan subject) const {
    if (is(subject.begin, Role::determiner)) ++subject.begin;
    while (subject.end > subject.begin &&
           is(subject.end - 1, Role::have | Role::adverb | Role::aside))
      --subject.end;
    if (subject.empty()) return {};
    for (const Mention& mention : reading_.mentions) {
      const Entity& entity = reading_.entities[mention.entity];
      const bool ends = mention.tokens.end == subject.end && subject.begin <= mention.tokens.begin;
      if (ends && entity.kind == EntityKind::person && mention.form == MentionForm::name)
        return of(entity.name, entity.role);
    }
    return of(one_line(report_.words(bytes_of(reading_, subject))), "");
  }

  static Source of(std::string name, std::string role) {
    Source source;
    source.name = std::move(name);
    source.role = std::move(role);
    return source;
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
