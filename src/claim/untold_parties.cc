// Parties that the clause of an act does not name: the joiner whose accession it is, whose
// instrument it was, the state in whose capital a treaty is ratified.
//
//   [Its] instrument was deposited     Accession talks opened in 2015     ratified in [Bishkek]
#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kDescribed = 9;

class UntoldFinder {
 public:
  explicit UntoldFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  // "ratified in Bishkek", "an application is being prepared in Rabat", "membership is not on the
  // agenda in Dublin": at home. Texts are signed and papers deposited anywhere.
  void by_capital(FoundAct& act) const {
    const bool home =
        (act.act->stage == Stage::ratified && act.act->mode != RatificationMode::accession) ||
        ((act.act->stage == Stage::considering || act.act->stage == Stage::announced) &&
         !act.act->sides && act.tail.size() > 0) ||
        act.described;
    const bool awaits = act.act->denied && act.act->nominal;  // "awaits ratification in Rabat"
    const bool open = act.passive || act.tail.size() > 0 || act.described || awaits;
    const bool swapped = act.act->sides;  // "ratifications were exchanged | in Tokyo": by both
    if (!home || !open || swapped) return;
    const bool due = act.act->stage == Stage::announced && act.tail.size() > 0;
    const std::uint32_t from = act.tail.size() > 0 && !due ? act.tail.end : act.words.end;
    for (const Mention& mention : view_.reading.mentions) {
      const std::uint32_t at = mention.tokens.begin;
      const std::uint32_t reach = act.described ? kDescribed : 4;  // "NATO | is on the table in"
      if (mention.form != MentionForm::capital || at < from || at > from + reach) continue;
      const bool state = view_.reading.entities[mention.entity].kind == EntityKind::state;
      if (low(at - 1) == "in" && state) act.parties = {mention.entity};
    }
  }

  // "rejected in referendums | in Chad and Mali |", "ratified in Chad": where voters and houses do.
  void by_place(FoundAct& act) const {
    const bool at_home =
        act.act->stage == Stage::rejected ||
        (act.act->stage == Stage::ratified && act.act->mode != RatificationMode::accession);
    const std::uint32_t end = act.words.end;
    const bool reduced = act.begin == view_.all.begin && act.form == ActForm::past;
    if (!at_home || (!act.passive && !reduced) || act.form == ActForm::noun) return;
    const std::uint32_t in = is_any(low(end), {"in", "by"}) && view_.is(end + 1, Role::poll)
                                 ? end + 2
                             : act.words.contains(end - 1) && low(end - 1) == "in" ? end - 1
                                                                                   : end;
    const Chunk* where = low(in) == "in" ? actors_after(view_, in + 1, 1) : nullptr;
    if (where == nullptr || where->possessive || where->preposition != in) return;
    const bool states = std::ranges::all_of(where->actors, [&](std::uint32_t one) {
      return view_.reading.entities[one].kind == EntityKind::state;
    });
    const bool several = where->actors.size() > 1 || in != end;  // not "ratified in Norway" in 1905
    if (states && several) act.parties = where->actors;
  }

  // "A referendum | in Chad | rejected it", "Nobody | in Rabat | has signed": whose voters do, who
  // there does not.
  void by_doers_at(FoundAct& act) const {
    if (act.passive || act.form == ActForm::noun || act.begin == view_.all.begin) return;
    const Time* time = view_.time_at(act.begin - 1);  // "A referendum in Chad | in 1992 | rejected"
    const std::uint32_t end = time != nullptr ? time->tokens.begin : act.begin;
    const std::uint32_t last = view_.is(end - 1, Role::preposition) ? end - 2 : end - 1;
    for (const Mention& mention : view_.reading.mentions) {
      const std::uint32_t in = mention.tokens.begin - 1;
      if (mention.tokens.end != last + 1 || in == view_.all.begin) continue;
      const bool poll = view_.is(in - 1, Role::poll);
      if (low(in) != "in" && !(poll && low(in) == "of")) continue;
      if (view_.reading.entities[mention.entity].kind != EntityKind::state) continue;
      const bool nobody = low(in - 1) == "nobody" || (low(in - 1) == "one" && low(in - 2) == "no");
      const bool vote =  // "A majority | of Chileans | said no"
          act.act->stage == Stage::rejected || act.act->stage == Stage::ratified;
      const bool decides = vote && poll;
      if (decides || nobody) act.parties = {mention.entity};
      if (nobody) act.denied = true;
    }
  }

  // "As a signatory of the pact, | Oman | must ...": of whom its clause is told.
  void by_opening(FoundAct& act) const {
    const bool opens = act.begin == view_.all.begin || low(act.begin - 1) == "as";
    const bool bids = act.infinitive && act.effect == Effect::wanted &&  // "In a bid to join it,"
                      low(view_.all.begin) == "in" && act.begin <= view_.all.begin + 2;
    const bool belongs = act.form == ActForm::noun && opens && act.begin <= view_.all.begin + 1 &&
                         (act.act->stage == Stage::party || act.act->stage == Stage::signed_);
    if (!bids && !belongs) return;
    std::uint32_t comma = act.words.end;
    while (comma < place_.next && low(comma) != ",") ++comma;
    const Chunk* doer = view_.chunk_at(comma + 1);
    if (doer == nullptr && view_.is(comma + 1, Role::determiner)) doer = view_.chunk_at(comma + 2);
    if (low(comma) != "," || doer == nullptr || !doer->is_actor() || doer->possessive) return;
    act.parties = doer->actors;
  }

  // "Oslo | had the agreement ratified |": who brought it about.
  void by_causative(FoundAct& act) const {
    const Chunk* text = act.begin > view_.all.begin ? view_.chunk_at(act.begin - 1) : nullptr;
    const bool plain = act.form == ActForm::past && act.begin == act.words.begin;
    if (!plain || text == nullptr || text->is_actor() || text->preposition != kNone) return;
    std::uint32_t had = text->tokens.begin - 1;
    while (view_.is(had, Role::determiner | Role::owner)) --had;
    if (!is_any(low(had), {"had", "has", "got"}) || had == view_.all.begin) return;
    const Chunk* doer = view_.chunk_at(had - 1);
    if (doer != nullptr && doer->can_act()) act.parties = doer->actors;
  }

  // "Zelensky signed | a decree on leaving | the pact": whose paper it is.
  void by_decree(FoundAct& act) const {
    if (place_.number == 0 || act.form != ActForm::gerund || !act.act->leaving) return;
    const FoundAct& sign = place_.acts[place_.number - 1];
    const bool paper = sign.act->stage == Stage::signed_ &&
                       sign.effect == Effect::nothing_asserted &&
                       act.words.begin <= sign.words.end + 4;
    if (paper) act.parties = sign.parties;
  }

  // "Joining it was never an option | for Bogota |": of whom that is said.
  void by_for(FoundAct& act) const {
    const bool thing = act.act->stage == Stage::rejected && view_.is(act.words.begin, Role::be);
    if (!thing && (!act.described || act.effect != Effect::refused)) return;
    for (const Chunk& chunk : view_.chunks) {
      const bool whom =
          chunk.is_actor() && chunk.preposition != kNone && low(chunk.preposition) == "for" &&
          (chunk.tokens.begin >= act.words.end || chunk.preposition == view_.all.begin);
      if (whom) act.parties = chunk.actors;
    }
  }

  // "And Canada? | Never joined.": who was asked about.
  void by_question(FoundAct& act) const {
    const Reading& reading = view_.reading;
    const std::uint32_t number = reading.token(view_.all.begin).sentence;
    if (act.begin != view_.all.begin || act.form == ActForm::noun || number == 0 || view_.title)
      return;
    const TokenSpan before = reading.sentences[number - 1].tokens;
    if (before.empty() || reading.lower(before.end - 1) != "?" || before.size() > 4) return;
    if (place_.discourse.parties.size() == 1) act.parties = place_.discourse.parties;
  }

  // "NATO membership | is out of the question, Austria's chancellor said", "There is no question of
  // joining it, Oslo says", "Not ready to sign, says Oslo": whose it is not to be.
  void by_speaker(FoundAct& act) const {
    const bool thing = act.act->stage == Stage::rejected && view_.is(act.words.begin, Role::be);
    const bool open = act.effect == Effect::denied_plan || act.denied;
    const bool there = open && (act.begin == view_.all.begin || low(act.begin - 1) == "there");
    bool ours = false;  // "Membership | is our goal", Ana Ruiz said
    for (std::uint32_t i = act.tail.begin; i < act.tail.end; ++i)
      ours = ours || is_any(low(i), {"our", "my"});
    if (!act.described && !thing && !ours && !(there && act.form != ActForm::noun)) return;
    if (!act.parties.empty() && act.parties != act.agreements) return;
    Entities sayer = view_.sayer_at(act.words.begin, AttributionKind::indirect);
    if (sayer.empty()) sayer = view_.sayer_at(act.words.begin, AttributionKind::direct);
    if (!sayer.empty()) act.parties = std::move(sayer);
  }

  // "Peru and Chile signed a pact. A second text | was signed | at the same table": by the same.
  void by_signing_before(FoundAct& act) const {
    const bool signs = act.act->stage == Stage::signed_ && act.passive && act.act->sides;
    if (!signs || act.denied || act.agreements.size() != 1 || !opens_with_further()) return;
    const std::vector<Spoken>& spoken = place_.discourse.spoken;
    const auto before = std::find_if(spoken.rbegin(), spoken.rend(), [&](const Spoken& one) {
      return one.act == act.act && one.agreement != act.agreements.front();
    });
    if (before == spoken.rend()) return;
    const auto sides = place_.discourse.sides.find(before->agreement);
    const bool two = sides != place_.discourse.sides.end() && sides->second.size() == 2;
    const auto doers = place_.discourse.doers.find(before->agreement);
    if (two) {
      act.parties = sides->second;
    } else if (doers != place_.discourse.doers.end()) {
      act.parties = doers->second;
    }
  }

  // "Chad signed it in 2001. A decade on, | ratification | has not followed": of who signed it.
  void by_signature_told(FoundAct& act) const {
    const bool step = act.act->stage == Stage::ratified && act.act->denied && !act.tail.empty();
    if (!step || act.agreements.size() != 1) return;
    const auto is_signature = [&](const Act* told, bool denied) {
      return told != nullptr && told->stage == Stage::signed_ && !denied;
    };
    const FoundAct* before = place_.number > 0 ? &place_.acts[place_.number - 1] : nullptr;
    if (before != nullptr) {
      const bool same = before->agreements == act.agreements;
      if (same && is_signature(before->act, before->denied)) act.parties = before->parties;
      return;
    }
    const Told& told = place_.discourse.told;
    const auto doers = place_.discourse.doers.find(act.agreements.front());
    const bool same =
        told.agreement == act.agreements.front() && doers != place_.discourse.doers.end();
    if (same && is_signature(told.act, told.denied)) act.parties = doers->second;
  }

  // "A second, shorter text", "Another document"
  bool opens_with_further() const {
    constexpr std::uint32_t kWordsMax = 5;
    bool further = false;
    for (std::uint32_t i = view_.all.begin; i < view_.all.begin + kWordsMax; ++i) {
      further = further || view_.is(i, Role::further);
      if (view_.is(i, Role::text)) return further && is_any(low(view_.all.begin), {"a", "another"});
    }
    return false;
  }

  // "Its instrument | was deposited", "its membership has been suspended": whose.
  void by_pronoun(FoundAct& act) const {
    if (act.tail.size() == 0 || act.agreements.size() != 1) return;
    const bool body = view_.reading.entities[act.agreements.front()].acceded;
    if (act.act->sides && !body) return;  // but "Its talks to join the bloc | began |"
    std::uint32_t i = act.words.begin;
    while (i > view_.all.begin && act.words.begin - i < 3 && low(i - 1) != "its" &&
           view_.is_content(i - 1) && view_.chunk_at(i - 1) == nullptr)
      --i;
    if (low(act.words.begin) != "its" && (i == view_.all.begin || low(i - 1) != "its")) return;
    const auto joiners = place_.discourse.joiners.find(act.agreements.front());
    const bool known = joiners != place_.discourse.joiners.end() && joiners->second.size() == 1;
    std::vector<Entities> before;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.is_actor() && chunk.tokens.end <= i) before.push_back(chunk.actors);
    }
    act.parties = known && before.empty() ? joiners->second
                                          : resolve(place_.discourse, view_.reading, before, 1);
    if (act.parties == act.agreements) act.parties.clear();
  }

  // "Talks on | Ghana's accession | have stalled": whose step stands in its phrase.
  void by_inner_step(FoundAct& act) const {
    if (act.tail.size() == 0 || act.form != ActForm::noun) return;
    for (const Chunk& chunk : view_.chunks) {
      const bool within = chunk.tokens.begin >= act.words.end && chunk.tokens.end <= act.tail.begin;
      const std::uint32_t noun = chunk.tokens.end + (low(chunk.tokens.end) == "'s" ? 1 : 0);
      if (within && chunk.possessive && chunk.is_actor() && view_.is(noun, Role::naming))
        act.parties = chunk.actors;
    }
  }

  // "Its withdrawal | was confirmed", "The withdrawal | will take effect in May": of who was told
  // to leave.
  void by_exit(FoundAct& act) const {
    const bool exit = act.act->leaving && act.form == ActForm::noun && act.agreements.size() == 1;
    const std::uint32_t begin = std::min(act.begin, act.words.begin);
    const bool opens = begin == view_.all.begin || is_any(low(act.words.begin - 1), {"its", "the"});
    if (!exit || !opens) return;
    const auto joiners = place_.discourse.joiners.find(act.agreements.front());
    const bool known = joiners != place_.discourse.joiners.end() && joiners->second.size() == 1;
    if (!known || joiners->second == act.agreements) return;
    if (exit_of(joiners->second.front(), act) != nullptr) act.parties = joiners->second;
  }

  // "Peru is leaving. ... Lima confirmed Peru's | withdrawal": no more than was told.
  void plan_exit(FoundAct& act) const {
    const bool exit = act.act->leaving && act.form == ActForm::noun && act.agreements.size() == 1;
    if (!exit || act.parties.size() != 1 || act.effect != Effect::nothing || view_.tree.empty())
      return;
    const Told* told = exit_of(act.parties.front(), act);
    const std::uint32_t verb = view_.tree.parent(view_.tree.head_of(act.words));
    const bool confirmed =
        verb != kNone && std::ranges::any_of(view_.reading.attributions, [&](const Attribution& a) {
          return a.cue.contains(verb);
        });
    if (told == nullptr || told->effect != Effect::planned || !confirmed) return;
    act.effect = Effect::planned;
    act.turned_by = told->turned_by;
  }

  // What a party was last told to do, where that is to leave this agreement.
  const Told* exit_of(std::uint32_t party, const FoundAct& act) const {
    const auto deed = place_.discourse.deeds.find(party);
    const bool exit = deed != place_.discourse.deeds.end() && deed->second.act->leaving &&
                      deed->second.agreement == act.agreements.front();
    return exit ? &deed->second : nullptr;
  }

  // Whether a party is named in the sentence: not "Talks began in 2018", of a deal's sides.
  bool is_told(const FoundAct& act) const {
    const bool open = act.passive || act.form == ActForm::noun || act.tail.size() > 0;
    if (!open || act.parties.empty()) return true;
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return std::ranges::any_of(chunk.actors, [&](std::uint32_t one) {
        return std::ranges::find(act.parties, one) != act.parties.end();
      });
    });
  }

  // "Accession talks opened in 2015", "The treaty of accession was signed in May": the joiner's,
  // of whom alone it was told last.
  Entities joiner_of(const FoundAct& act) const {
    const bool open = act.passive || act.form == ActForm::noun;
    if (!open || act.by_crowd || act.agreements.size() != 1) return {};
    const bool stalled = act.act->stage == Stage::suspended && act.tail.size() > 0;
    const bool step = act.act->stage == Stage::negotiating || act.act->stage == Stage::signed_ ||
                      act.act->stage == Stage::ratified || act.act->stage == Stage::agreed ||
                      stalled;
    const FoundAct* before = place_.number > 0 ? &place_.acts[place_.number - 1] : nullptr;
    if (stalled && before != nullptr && before->agreements == act.agreements && seeks(*before))
      return before->parties;  // "Iceland applied in 2009, but the | talks were frozen |"
    const auto joiners = place_.discourse.joiners.find(act.agreements.front());
    if (!step || joiners == place_.discourse.joiners.end() || joiners->second.size() != 1)
      return {};
    if (joiners->second == act.agreements) return {};
    for (std::uint32_t i = view_.all.begin; i < act.words.end; ++i) {
      const bool text = view_.is(i + 1, Role::text | Role::process) || low(i - 1) == "of";
      if (view_.is(i, Role::entry) && text && i >= place_.before) return joiners->second;
    }
    const Told& told = place_.discourse.told;
    const bool wanted = told.act != nullptr && told.act->joins && told.effect == Effect::wanted;
    const bool applied = told.act != nullptr && told.agreement == act.agreements.front() &&
                         (wanted || told.act->stage == Stage::considering);
    const bool talks =
        (act.act->stage == Stage::negotiating || stalled) && act.form == ActForm::noun;
    return applied && talks ? joiners->second : Entities{};
  }

  // "The bloc's | talks were frozen |", "| talks began |": a body that is joined is no talks.
  bool is_talk_of_body(const FoundAct& act) const {
    const bool stalled = act.act->stage == Stage::suspended && act.tail.size() > 0;
    const bool goes_on = act.act->stage == Stage::negotiating && act.tail.size() > 0;
    return (stalled || goes_on) && act.parties.empty() && act.form == ActForm::noun &&
           std::ranges::any_of(act.agreements, [&](std::uint32_t one) {
             return view_.reading.entities[one].acceded;
           });
  }

 private:
  static bool seeks(const FoundAct& act) {
    return act.act->joins &&
           (act.act->stage == Stage::considering || act.effect == Effect::wanted) && !act.denied;
  }

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

// "OPEC was born in 1960, when | A, B and C | agreed to ...": who made what came to be then.
static void by_makers(const SentenceView& view, FoundAct& act) {
  if (!act.act->makes || !act.passive || act.effect != Effect::nothing || act.denied) return;
  for (const Chunk& list : view.chunks) {
    const std::uint32_t when =
        list.tokens.begin - (view.low(list.tokens.begin - 1) == "the" ? 2 : 1);
    if (list.tokens.begin <= act.words.end || view.low(when) != "when") continue;
    const bool several = list.actors.size() > 1 && !list.anaphor && !list.possessive;
    const bool does = view.is_finite(list.tokens.end) && !view.is(list.tokens.end, Role::be);
    if (several && does) act.parties = list.actors;
    return;
  }
}

// "NATO | membership is our goal": the body is no party to its own membership.
static void name_body(const SentenceView& view, FoundAct& act) {
  const Chunk* body =
      act.words.begin > view.all.begin ? view.chunk_at(act.words.begin - 1) : nullptr;
  const bool hopes = act.form == ActForm::noun && act.act->joins && !act.tail.empty() &&
                     act.agreements.empty() &&
                     (act.act->stage == Stage::considering || act.act->stage == Stage::announced);
  if (!hopes || body == nullptr || body->possessive || body->agreements != act.parties) return;
  act.agreements = body->agreements;
  act.parties.clear();
}

void give_untold(const ActPlace& place, FoundAct& act) {
  name_body(place.view, act);
  if (!act.parties.empty()) return;
  by_makers(place.view, act);
  if (!act.parties.empty()) return;
  const UntoldFinder finder(place);
  finder.by_opening(act);
  if (act.parties.empty()) finder.by_pronoun(act);
  if (act.parties.empty()) finder.by_causative(act);
  if (act.parties.empty()) finder.by_decree(act);
  if (act.parties.empty()) finder.by_for(act);
  if (act.parties.empty()) finder.by_speaker(act);
  if (act.parties.empty()) finder.by_question(act);
  if (act.parties.empty()) finder.by_doers_at(act);
  if (act.parties.empty()) finder.by_capital(act);
  if (act.parties.empty()) finder.by_place(act);
  if (act.parties.empty()) finder.by_exit(act);
  if (act.parties.empty()) finder.by_signing_before(act);
  if (act.parties.empty()) finder.by_inner_step(act);
  if (act.parties.empty()) finder.by_signature_told(act);
}

void give_by_opening(const ActPlace& place, FoundAct& act) { UntoldFinder(place).by_opening(act); }

void find_untold(const ActPlace& place, FoundAct& act) {
  const UntoldFinder finder(place);
  if (!finder.is_told(act)) act.untold = true;
  if (act.parties.empty()) act.parties = finder.joiner_of(act);
  if (finder.is_talk_of_body(act)) act.effect = Effect::nothing_asserted;
}

void confirm_exit(const ActPlace& place, FoundAct& act) { UntoldFinder(place).plan_exit(act); }

}  // namespace concord
