#include "claim/claim_writer.h"

#include <algorithm>
#include <sstream>

#include "base/limits.h"
#include "claim/reckoned_dates.h"
#include "claim/stages.h"
#include "claim/tree.h"
#include "reading/block_opening.h"
#include "reading/times.h"
#include "text/fold.h"

namespace concord {
namespace {

constexpr int kNewsSentences = 3;  // in which the news is told

// The stages that an agreement itself can have.
bool of_agreements(Stage stage) {
  return stage == Stage::in_force || stage == Stage::terminated || stage == Stage::agreed ||
         stage == Stage::suspended || stage == Stage::signed_ || stage == Stage::negotiating;
}

}  // namespace

void ClaimWriter::write(const FoundAct& act) {
  FoundAct found = seen_from_today(act);
  if (found.passive && found.parties == found.agreements)
    found.parties.clear();  // "NATO's treaty was signed"
  const auto stage = stage_after(found);
  if (stage == Stage::signed_) note_signing(found);
  if (!stage || found.agreements.empty() || list.claims.size() >= kClaimsPerReportMax) return;
  const bool turned = found.effect != Effect::nothing;
  const bool by_some =
      found.parties.empty() && !found.denied && (found.by_crowd || stage == Stage::agreed);
  if ((stage == Stage::signed_ || stage == Stage::agreed) && by_some && stands_ahead(found)) {
    for (const std::uint32_t one : found.agreements)
      told_dates.crowd_news.insert({reading_.entities[one].id, *stage});
  }
  if (!turned && found.parties.empty()) note_unnamed(found, *stage);
  if (found.form == ActForm::noun && !found.act->nominal && !turned &&
      (!lists(found) || found.parties.empty())) {
    return;
  }
  const bool own_noun = found.form == ActForm::noun && found.act->role == ActRole::own;
  if (own_noun && (found.time == nullptr || !found.parties.empty()))
    return;  // "its entry into force"
  for (const std::uint32_t agreement : found.agreements) {
    if (found.untold) put(found, *stage, agreement, kNone);  // told of the deal itself
    if (found.parties.empty()) {
      const bool active = !found.passive && found.act->role != ActRole::own &&
                          found.form != ActForm::noun && !found.of_agreement;
      // Somebody unnamed does it; but what delegates adopt is adopted.
      const bool adopted = reading_.is(found.words.begin, Role::adopts);
      if (active && (!found.by_crowd || found.denied) && !adopted) continue;
      if (active && found.row != nullptr && found.row->same) continue;  // "no state has done so"
      if (found.act->joins && stage == Stage::agreed) continue;         // "its terms were approved"
      put(found, *stage, agreement, kNone);
    }
    for (const std::uint32_t party : found.parties) {
      if (!has_its_own(found.agreements, agreement, party)) put(found, *stage, agreement, party);
    }
  }
}

void ClaimWriter::note_unnamed(const FoundAct& found, Stage stage) {
  if (found.denied || found.time == nullptr || is_ahead(found.time->value)) return;
  for (const std::uint32_t one : found.agreements)
    told_dates.unnamed.push_back(
        {reading_.entities[one].id, stage, found.time->value, stands_ahead(found)});
}

void ClaimWriter::note_signing(const FoundAct& found) {
  const bool told = found.time != nullptr && is_of_news(*found.time) && found.parties.empty();
  if (!told || found.denied || found.effect != Effect::nothing || !stands_ahead(found)) return;
  told_dates.signing = {found.time->value, {}};
  for (const std::uint32_t one : found.agreements)
    told_dates.signing.agreements.insert(reading_.entities[one].id);
}

void ClaimWriter::note_news(const FoundAct& found, const Claim& claim) {
  if (!claim.date.empty() || claim.polarity == Polarity::denied) return;
  const ToldDates::Standing standing = ToldDates::standing_of(claim);
  const std::uint32_t at = found.words.begin;
  const bool just = at > 0 && reading_.lower(at - 1) == "just" && found.form == ActForm::past;
  if (just || tells_of_hour(found)) told_dates.just.insert(standing);
  const bool then = found.form == ActForm::past && claim.stage == Stage::signed_ &&
                    !reading_.is(found.begin, Role::have);
  if (then && !is_aside(found)) told_dates.plain.insert(standing);
  if (found.act->role == ActRole::members || !stands_ahead(found, kNewsSentences)) return;
  if (is_aside(found)) return;
  const bool title = section_of(report_, reading_, at) == Section::title;
  const bool listed = std::ranges::any_of(  // "Who belongs? Norway and Peru."
      reading_.mentions, [&](const Mention& one) { return one.tokens.begin == at; });
  const bool now = is_any(reading_.lower(found.begin), {"is", "are"}) ||
                   (found.form == ActForm::base && !found.infinitive);  // "both belong to it"
  const bool state =
      now || found.form == ActForm::present || found.act->lasting || found.act->state;
  const bool belongs = state && claim.stage == Stage::party;
  if ((belongs || listed) && !title) return;
  (title ? told_dates.news : told_dates.lead).insert(standing);
}

bool ClaimWriter::is_aside(const FoundAct& found) const {
  const Sentence& sentence = reading_.sentences[reading_.token(found.words.begin).sentence];
  if (reading_.lower(found.begin) == "had") return true;
  constexpr std::uint32_t kObjectMax = 8;  // "signed | the pact years | ago": who knows when
  for (std::uint32_t i = found.words.end; i < found.words.end + kObjectMax; ++i) {
    if (sentence.tokens.contains(i) && reading_.lower(i) == "ago" && found.time == nullptr)
      return true;
  }
  const Tree tree(reading_, sentence.tokens);
  const bool title = section_of(report_, reading_, found.words.begin) == Section::title;
  for (const Time& time : reading_.times) {
    const bool own = sentence.tokens.contains(time.tokens.begin) && !time.value.empty();
    if (!own || time.duration || time.since || title) continue;
    if (is_of_news(time)) {
      const bool of_noun = !tree.empty() && tree.word(tree.head_of(found.words)).relation ==
                                                Dependency::acl;  // "its bid to | join"
      const bool named = found.form == ActForm::noun || (found.infinitive && of_noun);
      if (named && found.time == nullptr) return true;  // "its entry | was discussed on Monday"
      continue;
    }
    // "The pact, initialled in May, | has been signed"
    const bool aside_before = time.tokens.end <= found.begin;
    if (tree.empty() || !stands_in_clause(tree, tree.head_of(time.tokens), aside_before))
      return true;
  }
  return !tree.empty() && stands_in_clause(tree, tree.head_of(found.words), !found.infinitive);
}

bool ClaimWriter::stands_in_clause(const Tree& tree, std::uint32_t token, bool bare) {
  for (std::uint32_t at = token; at != kNone; at = tree.parent(at)) {
    const Dependency relation = tree.word(at).relation;
    const bool clause = relation == Dependency::acl_relcl || relation == Dependency::advcl;
    if (clause || (relation == Dependency::acl && bare)) return true;
  }
  return false;
}

bool ClaimWriter::is_of_news(const Time& time) {
  return time.from == TimeFrom::published && time.grain == TimeGrain::day;
}

bool ClaimWriter::tells_of_hour(const FoundAct& found) const {
  const Sentence& sentence = reading_.sentences[reading_.token(found.words.begin).sentence];
  const bool now =
      found.form == ActForm::present || is_any(reading_.lower(found.begin), {"has", "have"});
  return now && opens_with_hour(report_, report_.blocks[sentence.block]);
}

bool ClaimWriter::stands_ahead(const FoundAct& found, int sentences) const {
  if (section_of(report_, reading_, found.words.begin) == Section::title) return true;
  const std::uint32_t own = reading_.token(found.words.begin).sentence;
  int before = 0;
  for (std::uint32_t i = 0; i < own; ++i) {
    const Sentence& earlier = reading_.sentences[i];
    const bool told = report_.blocks[earlier.block].kind == BlockKind::paragraph;
    before += told && !earlier.dateline ? 1 : 0;
  }
  return before < sentences;
}

FoundAct ClaimWriter::seen_from_today(const FoundAct& act) const {
  FoundAct found = act;
  const bool ahead = act.time != nullptr && !act.time->since && is_ahead(act.time->value);
  const bool plural =  // "at which Peru and Chile | sign the pact on 22 April"
      act.form == ActForm::base && !act.infinitive && act.begin == act.words.begin;
  const bool noun = act.form == ActForm::noun && act.act->role != ActRole::members;
  const bool open = act.form == ActForm::present || noun || plural;
  const bool follows = act.row != nullptr && act.row->same && !noun && act.time == nullptr;
  const bool ends = ahead && ends_standing(act);  // "From 1 May it is no longer a member"
  if (((ahead || follows) && open && act.effect == Effect::nothing) || ends)
    found.effect = Effect::planned;  // "Britain has joined. Taiwan follows"
  const bool over =
      act.time != nullptr && !is_ahead(act.time->value) && !is_under_way(act.time->value);
  const bool before = act.form == ActForm::gerund && reading_.lower(act.begin) == "before" &&
                      act.effect == Effect::nothing_asserted && act.turned_by == "void";
  if (over && ((noun && act.turned_by == "ahead_of") || before))
    found.effect = Effect::done;  // "ahead of its accession in 2004", "before joining in 2004"
  const bool own = act.effect == Effect::planned && act.act->role == ActRole::own;
  const bool was = is_any(reading_.lower(act.begin), {"was", "were"});
  if (own && (over || was)) found.effect = Effect::nothing_asserted;  // "was due to expire in May"
  return found;
}

bool ClaimWriter::has_its_own(const std::vector<std::uint32_t>& agreements, std::uint32_t agreement,
                              std::uint32_t party) const {
  const auto is_side = [&](std::uint32_t one) {
    const std::vector<std::uint32_t>& sides = reading_.entities[one].members;
    return std::ranges::find(sides, party) != sides.end();
  };
  return !reading_.entities[agreement].members.empty() && !is_side(agreement) &&
         std::ranges::any_of(agreements, is_side);
}

bool ClaimWriter::lists(const FoundAct& found) {
  const bool repeats =  // "the holdouts are A and B"
      found.row != nullptr && found.row->role == ActRole::members;
  return repeats || found.act->role == ActRole::members || found.act->standing ||
         found.act->stage == Stage::ratified ||
         (found.time != nullptr && found.act->stage == Stage::party);
}

bool ClaimWriter::is_plain(const Entity& agreement) const {
  std::istringstream words(agreement.name);
  for (std::string word; words >> word;) {
    const auto role = world_.agreement_words.find(word);
    if (role != world_.agreement_words.end() && role->second == AgreementWord::head)
      return agreement.kind == EntityKind::agreement;
  }
  return false;
}

void ClaimWriter::put(const FoundAct& found, Stage stage, std::uint32_t object,
                      std::uint32_t party) {
  std::optional<Claim> claim = make(found, stage, object, party);
  if (!claim) return;
  note_news(found, *claim);
  list.merge(std::move(*claim));
}

std::optional<Claim> ClaimWriter::make(const FoundAct& found, Stage stage, std::uint32_t object,
                                       std::uint32_t party) const {
  const Entity& agreement = reading_.entities[object];
  if (stage == Stage::in_force && party != kNone) stage = Stage::party;
  const bool accepts = (stage == Stage::ratified || stage == Stage::party) &&
                       found.act->mode == RatificationMode::acceptance;
  const bool terms =  // "accepted the fund's conditions"
      accepts && stage == Stage::ratified && agreement.kind == EntityKind::body;
  const std::uint32_t what =
      found.words.end + (reading_.is(found.words.end, Role::determiner) ? 1 : 0);
  const bool text = reading_.is(what, Role::paper);  // "accepted the text after midnight"
  if (terms || (accepts && (text || is_plain(agreement)))) stage = Stage::agreed;
  if (party == kNone && !of_agreements(stage)) return {};
  const bool leaves = stage == Stage::withdrawn || stage == Stage::withdrawing;
  if (party != kNone && found.act->leaving && leaves && !is_side(agreement, party))
    return {};  // "Syria denounced" a treaty of two others
  Claim claim;
  claim.agreement = agreement.name;
  claim.agreement_id = agreement.id;
  if (party != kNone) {
    const Entity& actor = reading_.entities[party];
    if (actor.party == agreement.id) return {};
    claim.party = actor.party.empty() ? actor.id : actor.party;
    claim.party_name = party_name(*claim.party, actor);
  }
  claim.stage = stage;
  claim.mode = stage == Stage::ratified ? found.act->mode : RatificationMode::none;
  claim.polarity = polarity_of(found, stage);
  if (stage == Stage::conditional)
    claim.condition = one_line(report_.words(bytes_of(reading_, found.condition)));
  claim.certainty = found.certainty;
  const bool follows = std::ranges::find(found.followers, party) != found.followers.end();
  claim.first = found.first && !follows;
  const bool year = found.time != nullptr && found.time->grain == TimeGrain::year;
  if (!follows || year) date(found, claim);  // "signed in March, followed by Chile": later
  speaker(found, claim);
  claim.background = is_background(claim);
  claim.rule = found.act->name + "/" + (found.turned_by.empty() ? "done" : found.turned_by);
  claim.evidence = {sentence_evidence(report_, reading_, found.words.begin)};
  return claim;
}

Polarity ClaimWriter::polarity_of(const FoundAct& found, Stage stage) {
  if (stage == Stage::conditional) return Polarity::affirmed;
  const bool rejected =  // "will not sign"; "will not withhold its signature" is its denial
      stage == Stage::rejected && found.effect == Effect::planned &&
      found.act->stage != Stage::rejected;
  const bool denied = found.denied && !rejected && !ends_standing(found);
  const bool stays = stage == Stage::withdrawing && found.effect == Effect::refused;
  return denied || stays || found.effect == Effect::denied_plan ? Polarity::denied
                                                                : Polarity::affirmed;
}

ToldStep ClaimWriter::step_of(const FoundAct& act) const {
  ToldStep step{seen_from_today(act)};
  const auto stage = stage_after(step.act);
  step.asserted = stage.has_value();
  step.stage = stage.value_or(act.act->stage);
  step.polarity = polarity_of(step.act, step.stage);
  return step;
}

std::optional<Claim> ClaimWriter::claim_of(const ClaimCandidate& candidate) const {
  if (!is_side(reading_.entities[candidate.agreement], candidate.party)) return {};
  FoundAct act = candidate.step->act;
  const bool apart = candidate.told_in != candidate.named_in;
  const bool of_others =
      !act.parties.empty() && std::ranges::find(act.parties, candidate.party) == act.parties.end();
  if (of_others) {
    act.time = act.told = nullptr;
    act.first = false;
  }
  act.parties = {candidate.party};
  act.agreements = {candidate.agreement};
  auto claim = make(act, candidate.step->stage, candidate.agreement, candidate.party);
  if (!claim) return {};
  if (const Time* entry = entry_time(reading_, candidate.named_in); entry != nullptr) {
    if (claim->polarity != Polarity::denied && !is_ahead(entry->value)) claim->date = entry->value;
  } else if (apart && entry_time(reading_, candidate.told_in) != nullptr) {
    claim->date.clear();  // of another entry: "25 March 2001: The five Nordic states come in"
  }
  claim->rule = std::string(kLikely) + claim->rule;
  if (claim->certainty == Certainty::certain) claim->certainty = Certainty::probable;
  const Evidence named = sentence_evidence(report_, reading_, candidate.named_at);
  if (apart) claim->evidence.insert(claim->evidence.begin(), named);
  return claim;
}

bool ClaimWriter::is_side(const Entity& agreement, std::uint32_t party) {
  constexpr std::size_t kTwo = 2;
  const std::size_t with = agreement.name.find(" with ");  // "with Peru and Chile": of whom?
  const bool open =
      with != std::string::npos && agreement.name.find(" and ", with) != std::string::npos;
  return agreement.kind == EntityKind::body || agreement.members.size() != kTwo || open ||
         std::ranges::find(agreement.members, party) != agreement.members.end();
}

std::string ClaimWriter::party_name(const std::string& id, const Entity& actor) const {
  for (const Entity& entity : reading_.entities) {
    const bool joins = entity.kind == EntityKind::state || entity.kind == EntityKind::body;
    if (joins && entity.id == id) return entity.name;
  }
  return actor.name;
}

bool ClaimWriter::is_ahead(const std::string& value) const {
  return lies_ahead(value, report_.published);
}

bool ClaimWriter::is_under_way(const std::string& value) const {
  return stands_in(value, report_.published);
}

void ClaimWriter::date(const FoundAct& found, Claim& claim) const {
  const bool stays = found.act->lasting && found.effect == Effect::planned;
  if (claim.polarity == Polarity::denied || stays) return;  // "said in May that it would remain"
  const bool planned = claim.stage == Stage::announced || claim.stage == Stage::withdrawing ||
                       (claim.stage == Stage::agreed && found.effect == Effect::planned);
  std::string when = reckoned_date(report_, reading_, found);
  const bool behind = claim.stage == Stage::conditional && !found.condition.empty() &&
                      found.condition.begin >= found.words.end && found.time != nullptr &&
                      found.time->tokens.begin >= found.condition.end;
  if (behind) return;  // "will sign only if it is free, he said | a day later"
  if (when.empty() && found.time != nullptr) when = date_told(report_, reading_, *found.time);
  if (claim.stage == Stage::party && found.time != nullptr) when = began(*found.time, when);
  if (!when.empty()) {
    const bool said = found.time != nullptr && found.time->tokens.begin > found.begin &&
                      found.time->tokens.end <= found.words.begin;  // "agreed this month to | join"
    const bool voted = found.time != nullptr && found.turned_by == "vote";
    const bool open =  // not "voted earlier this month to join", "voted to join this month"
        !voted && (planned || (found.effect == Effect::wanted && found.infinitive));
    const bool ahead = is_ahead(when) || (open && !said && is_under_way(when));
    const bool pending = planned || claim.stage == Stage::considering ||
                         claim.stage == Stage::negotiating || claim.stage == Stage::conditional;
    const bool done = is_done(claim.stage) && claim.stage != Stage::in_force &&
                      claim.stage != Stage::terminated && found.act->stage != Stage::in_force;
    if (ahead && (done || claim.stage == Stage::rejected))
      return;  // "open until 2030"; not "will enter into force for Peru"
    (pending && ahead ? claim.effective : claim.date) = when;
  }
  const Time* told = found.told != found.time ? found.told : nullptr;
  if (planned && claim.date.empty() && told != nullptr && !is_ahead(told->value))
    claim.date = told->value;
}

std::string ClaimWriter::began(const Time& time, const std::string& when) const {
  const bool not_until =  // "Not until 2019 did it join"
      time.tokens.begin > 1 && reading_.lower(time.tokens.begin - 2) == "not";
  if (time.until && !not_until) return {};
  const bool from = time.tokens.begin > 0 && (reading_.lower(time.tokens.begin) == "from" ||
                                              reading_.lower(time.tokens.begin - 1) == "from");
  return from ? when.substr(0, when.find('/')) : when;
}

const Attribution* ClaimWriter::said_of_crowd(const FoundAct& found) const {
  if (found.told_in == kNone) return nullptr;
  const auto one = std::ranges::find_if(reading_.attributions, [&](const Attribution& said) {
    return reading_.token(said.content.begin).sentence == found.told_in;
  });
  return one == reading_.attributions.end() ? nullptr : &*one;
}

void ClaimWriter::speaker(const FoundAct& found, Claim& claim) const {
  const bool conditional = claim.stage == Stage::conditional && !found.condition.empty();
  const std::uint32_t at = conditional ? found.condition.begin : found.words.end - 1;
  const Attribution* best = nullptr;
  std::vector<const Attribution*> around;
  for (const Attribution& said : reading_.attributions) {
    if (!said.content.contains(at)) continue;
    const bool nearer = best == nullptr || said.content.size() < best->content.size();
    const bool refuted = found.denied && best != nullptr && best->denies;
    if ((nearer && !refuted) || (found.denied && said.denies))
      best = &said;  // "A denies a report by B that"
    around.push_back(&said);
  }
  if (best == nullptr) best = said_of_crowd(found);
  if (best == nullptr) return;
  claim.said_by = best->source;
  std::ranges::stable_sort(around, std::ranges::greater{},
                           [](const Attribution* said) { return said->content.size(); });
  for (const Attribution* outer : around) {
    const std::string& name = outer->source.name;
    if (outer != best && !name.empty() && name != best->source.name)
      claim.said_by.chain.push_back(name);
  }
  const bool told = claim.stage == Stage::announced || claim.stage == Stage::withdrawing ||
                    claim.stage == Stage::rejected;
  if (told && claim.date.empty() && claim.polarity != Polarity::denied) claim.date = best->date;
}

bool ClaimWriter::is_background(const Claim& claim) const {
  if (claim.date.empty() || report_.published.empty()) return false;
  const auto year = [](const std::string& date) { return date.substr(0, 4); };
  return year(claim.date) < year(report_.published);
}

}  // namespace concord
