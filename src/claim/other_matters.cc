// Acts of another matter than the agreement spoken of: of a notice, of troops, of a meeting, of a
// law.
//
//   suspended [the notice]     [joined] by video     its soldiers, who [left]     expelled [the
//   envoy]
#include "claim/arguments.h"

namespace concord {
namespace {

class OtherMatters {
 public:
  explicit OtherMatters(const ActPlace& place) : place_(place), view_(place.view) {}

  bool holds(const FoundAct& act) const {
    return strains(act) || of_notice(act) || invited_elsewhere(act) || notifies_of_other(act) ||
           denounces_as(act) || applies_itself(act) || from_afar(act) || signs_exit(act) ||
           leaves_state_of(act) || of_replaced(act) || follows_elsewhere(act) || of_troops(act) ||
           abandons_other(act) || of_other_rule(act) || joins_others_in(act) || expels_envoy(act) ||
           brings_others_together(act) || leaves_place(act) || sends_delegation(act) ||
           refuses_other(act) || halts_exit(act) || runs_for_other(act) || tells_kind_of(act);
  }

 private:
  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "Oman | reaches | for the Moon", "| struck | the pact from its agenda"
  bool strains(const FoundAct& act) const {
    if (draws_up_plan(act)) return true;
    if (act.act->stage != Stage::agreed || act.words.size() != 1 || act.passive) return false;
    std::uint32_t to = act.words.end;  // "| agreed | in December to take Oman in"
    if (view_.is(to, Role::preposition) && view_.time_at(to + 1) != nullptr) ++to;
    if (const Time* time = view_.time_at(to)) to = time->tokens.end;
    const bool does = to > act.words.end && low(to) == "to" && !view_.tree.empty() &&
                      view_.all.contains(to + 1) &&
                      view_.tree.word(to + 1).word_class == WordClass::verb;
    if (does) return true;
    const Chunk* text = view_.chunk_behind(act.words.end);
    const bool
        arrives =  // "The notice never | reached | Geneva", "the text | reached | parliament"
        view_.is(act.words.begin, Role::reaches) &&
        (view_.is(act.words.end, Role::legislature) ||
         (text == nullptr && view_.all.contains(act.words.end) &&
          view_.reading.token(act.words.end).capital));
    const bool struck = view_.is(act.words.begin, Role::strikes) && text != nullptr &&
                        is_any(low(text->tokens.end), {"from", "off"});
    return act.form != ActForm::noun &&
           (struck || arrives || is_any(low(act.words.end), {"for", "out", "us", "him", "me"}));
  }

  // "| drew up | plans to leave", "A plan to leave | has been drawn up |"
  bool draws_up_plan(const FoundAct& act) const {
    if (act.act->stage != Stage::agreed || low(act.words.end - 1) != "up") return false;
    const std::uint32_t at = act.passive ? view_.all.begin : act.words.end;
    return view_.is(at, Role::draft) || view_.is(at + 1, Role::draft);
  }

  // "the departure of | Peru's delegation", "the withdrawal of | France from Mali": from no body.
  bool leaves_place(const FoundAct& act) const {
    if (!act.act->leaving || act.form != ActForm::noun) return false;
    const std::uint32_t of = act.words.end - (low(act.words.end) == "of" ? 0 : 1);
    const Chunk* who = low(of) == "of" ? view_.chunk_at(of + 1) : nullptr;
    if (who == nullptr || !who->is_actor()) return false;
    const std::uint32_t end = who->tokens.end;
    const Chunk* place = low(end) == "from" ? view_.chunk_at(end + 1) : nullptr;
    return who->possessive || low(end) == "'s" ||
           (place != nullptr && place->is_actor() && place->agreements.empty());
  }

  // "Peru's delegation | walked out", "a member | of the delegation": from a room, of no body.
  bool sends_delegation(const FoundAct& act) const {
    const bool member = act.form == ActForm::noun && act.act->stage == Stage::party;
    const Chunk* left = view_.chunk_at(act.words.end);  // "the delegation | left | the pact"
    const bool text = left != nullptr && !left->agreements.empty() && !left->is_actor();
    if ((!act.act->leaving && !member) || text) return false;
    const auto sent = [&](const Chunk& chunk) {
      const bool deputies = chunk.legislature && low(act.words.end - 1) == "out";  // of the chamber
      const bool theirs = view_.is(chunk.tokens.end - 1, Role::delegates) || deputies ||
                          view_.is(chunk.tokens.end, Role::delegates);
      return theirs && chunk.actors == act.parties;
    };
    if (act.form == ActForm::noun) return std::ranges::any_of(view_.chunks, sent);
    const Chunk* doer = nullptr;  // not who speaks behind: "..., their delegates say"
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.is_actor() && chunk.tokens.end <= act.begin) doer = &chunk;
    }
    return doer != nullptr && sent(*doer);
  }

  // "replaces one that | was signed | in 1991", "follows an earlier one, made at Lima, which Chile
  // | signed |": of another text.
  bool of_replaced(const FoundAct& act) const {
    if (view_.tree.empty() || act.form == ActForm::noun) return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    const std::uint32_t one = view_.tree.parent(verb);
    const bool relative = view_.tree.word(verb).relation == Dependency::acl_relcl;
    if (relative && low(one) == "one" && view_.tree.word(one).relation == Dependency::obj)
      return true;
    for (std::uint32_t i = act.begin; i > view_.all.begin + 1; --i) {
      if (low(i) == "one" && view_.is(i - 1, Role::further)) return follows_which(i, act.begin);
      if (const Chunk* chunk = view_.chunk_at(i); chunk != nullptr && !chunk->agreements.empty())
        return false;
    }
    return false;
  }
  bool follows_which(std::uint32_t begin, std::uint32_t end) const {
    while (begin < end && low(begin) != "which") ++begin;
    return begin < end;
  }

  // "was called off when Oman, | followed by | Chad, pulled out": behind no act that is known.
  bool follows_elsewhere(const FoundAct& act) const {
    return place_.number == 0 && act.row != nullptr && act.row->same && low(act.begin - 1) == "," &&
           (low(act.words.end) == "by" || low(act.words.end - 1) == "by");
  }

  // "suspended the notice", "the notice was suspended", "put her name to a notice of withdrawal":
  // nothing of the agreement itself.
  bool of_notice(const FoundAct& act) const {
    const bool handles =
        act.act->stage == Stage::suspended || (act.act->stage == Stage::signed_ && !act.passive);
    if (!handles || act.form == ActForm::noun) return false;
    const std::uint32_t from =
        act.passive ? std::max(place_.before, act.begin - std::min(act.begin, 5u)) : act.words.end;
    const std::uint32_t to = act.passive ? act.begin : act.words.end + 3;
    for (std::uint32_t i = from; i < to && view_.chunk_at(i) == nullptr; ++i) {
      if (view_.is(i, Role::notice)) return true;
    }
    return false;
  }

  // "put | its withdrawal | on hold", "suspended | its exit": what is halted is an exit.
  bool halts_exit(const FoundAct& act) const {
    constexpr std::uint32_t kBehind = 3;
    if (act.act->stage != Stage::suspended || act.passive || act.form == ActForm::noun)
      return false;
    for (std::uint32_t i = act.words.begin + 1; i < act.words.end + kBehind; ++i) {
      if (!view_.all.contains(i) || view_.is_mark(i)) return false;
      const auto word = [&](std::uint32_t t) { return low(t); };
      const auto hit = view_.acts.phrases.longest(word, i, view_.all.end);
      if (hit && view_.acts.acts[view_.acts.forms[hit->value].act].leaving) return true;
    }
    return false;
  }

  // "a full Israeli | withdrawal |" under a truce, "the withdrawal | of most of the army", "its
  // soldiers, who | left".
  bool of_troops(const FoundAct& act) const {
    if (!act.act->leaving || !act.tail.empty() || act.act->stage != Stage::withdrawn) return false;
    const bool noun = act.form == ActForm::noun;
    const std::uint32_t of = act.words.end - (low(act.words.end - 1) == "of" ? 1 : 0);
    const bool bare = view_.chunk_at(of + 1) == nullptr && view_.chunk_at(of + 2) == nullptr;
    const bool forces = noun && low(of) == "of" && (bare || governs_thing(of));
    if (forces || act.agreements.size() != 1) return forces;
    const bool told = std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      return chunk.agreements == act.agreements && chunk.tokens.begin >= act.words.begin;
    });
    // A truce is not left by those who leave a town under it.
    const std::string& name = view_.reading.entities[act.agreements.front()].name;
    return !told && view_.acts.any_word(name, Role::fighting) &&
           (noun || !is_any(low(act.words.end), {"it", "them"}));
  }

  // "the withdrawal | of US | forces": whether the noun behind "of" is neither a party nor a text.
  bool governs_thing(std::uint32_t of) const {
    const std::uint32_t noun = view_.tree.empty() ? kNone : view_.tree.parent(of);
    return noun != kNone && noun > of && view_.tree.word(noun).word_class == WordClass::noun &&
           view_.chunk_at(noun) == nullptr && !view_.is(noun, Role::text | Role::naming);
  }

  // "declined last month | to say whether": what was refused is another thing.
  bool refuses_other(const FoundAct& act) const {
    const Time* when = view_.time_at(act.words.end);
    if (act.act->stage != Stage::rejected || when == nullptr || view_.tree.empty()) return false;
    const std::uint32_t to = when->tokens.end;
    const Chunk* text = view_.chunk_at(to + 2);  // "refused last June to back | the pact"
    if (text == nullptr) text = view_.chunk_behind(to + 3);
    return low(to) == "to" && place_.next > to + 1 && view_.all.contains(to + 1) &&
           view_.tree.word(to + 1).tag == Penn::vb && (text == nullptr || text->agreements.empty());
  }

  // "joined | the OPEC ministers for dinner", "joined | NATO in condemning the raid": for once.
  bool joins_others_in(const FoundAct& act) const {
    if (!act.act->joins || act.form == ActForm::noun) return false;
    const std::uint32_t in = act.words.end;  // "joined | in the applause"
    if (low(in) == "in" && view_.is(in - 1, Role::accedes) && low(in + 1) == "the" &&
        view_.chunk_at(in + 1) == nullptr && view_.chunk_at(in + 2) == nullptr &&
        view_.time_at(in + 1) == nullptr && view_.time_at(in + 2) == nullptr)
      return true;
    const Chunk* body = actors_after(view_, act.words.end, 1);
    if (body == nullptr) return false;
    const std::uint32_t deed =
        body->tokens.end + 1;  // "joined France in | condemning | the league"
    const bool act_told = view_.acts.phrases.exact(low(deed)).has_value();
    if (body->agreements.empty())
      return low(deed - 1) == "in" && low(deed).ends_with("ing") && !act_told;
    std::uint32_t after = body->tokens.end;
    const bool tells = view_.is_content(after) && !view_.is_mark(after);  // "foreign"; not ", they"
    if (tells && view_.is(after + 1, Role::government)) ++after;
    const std::uint32_t noun = view_.is(after - 1, Role::government) ? after - 1 : after;
    const bool people = view_.is(noun, Role::government) && low(noun).ends_with('s');
    return people || (low(after) == "in" && low(after + 1).ends_with("ing"));
  }

  // "expelled | the Ethiopian ambassador"
  bool expels_envoy(const FoundAct& act) const {
    if (act.act->role != ActRole::patient || act.act->stage != Stage::withdrawn || act.passive)
      return false;
    const Chunk* whom = undergoer(view_, act);
    return whom != nullptr && whom->government;
  }

  // "talks that also | brought together | Greece and Turkey": no members.
  bool brings_others_together(const FoundAct& act) const {
    const bool lists = act.act->role == ActRole::members && !act.act->joins;
    if (!lists || act.act->stage != Stage::party || act.form == ActForm::noun || view_.tree.empty())
      return false;
    const std::uint32_t verb = view_.tree.head_of(act.words);
    if (view_.tree.word(verb).relation != Dependency::acl_relcl) return false;
    const Chunk* head = view_.chunk_at(view_.tree.parent(verb));
    return head == nullptr || head->agreements != act.agreements;
  }

  // "abandoning | decades of | non-alignment", "abandoned | his post": no agreement is left.
  bool abandons_other(const FoundAct& act) const {
    const std::uint32_t object = act.words.end;
    if (!view_.is(act.words.begin, Role::abandons) || act.form == ActForm::noun) return false;
    if (view_.is(object, Role::eras) && low(object + 1) == "of") return true;
    const bool his = is_any(low(object), {"his", "her"});
    return his && view_.chunk_at(object + 1) == nullptr;
  }

  // "the constitution then | in force"
  bool of_other_rule(const FoundAct& act) const {
    if (act.act->role != ActRole::own || view_.tree.empty()) return false;
    const Chunk* owner = act.begin > view_.all.begin + 1 ? view_.chunk_at(act.begin - 2) : nullptr;
    if (owner != nullptr && owner->possessive && owner->is_actor() && low(act.begin - 1) == "'s")
      return true;  // "Burundi's | will take effect in May": its withdrawal, say
    if (low(act.words.begin) != "in") return false;
    std::uint32_t at = act.begin;
    while (at > view_.all.begin && view_.is(at - 1, Role::adverb)) --at;
    if (at == view_.all.begin || view_.chunk_at(at - 1) != nullptr) return false;
    return view_.tree.word(at - 1).word_class == WordClass::noun &&
           view_.time_at(at - 1) == nullptr &&
           !view_.is(at - 1, Role::text | Role::club | Role::process);
  }

  // "joined by video", "joined via telephone": a meeting.
  bool from_afar(const FoundAct& act) const {
    const std::uint32_t how = act.words.end + 1;
    const bool joins = act.act->joins && act.act->stage == Stage::party && !act.passive;
    return joins && is_any(low(how - 1), {"by", "via"}) && view_.is_content(how) &&
           view_.chunk_at(how) == nullptr && view_.time_at(how) == nullptr;
  }

  // "had not been invited to Paris", "invited the president of Chile to a summit"
  bool invited_elsewhere(const FoundAct& act) const {
    const bool invites = act.act->role == ActRole::patient && act.act->stage == Stage::considering;
    if (!invites) return false;
    std::uint32_t to = act.words.end;
    if (const Chunk* guest = undergoer(view_, act); guest != nullptr && guest->tokens.begin >= to)
      to = guest->tokens.end;
    const Chunk* whom = undergoer(view_, act);  // "invited | Israel's Benjamin Netanyahu | despite"
    if (low(to) != "to") return whom != nullptr && whom->government && !whom->legislature;
    const std::uint32_t at = to + 1;
    const bool does =
        !view_.tree.empty() && view_.all.contains(at) && view_.tree.word(at).tag == Penn::vb;
    const bool further = at >= place_.next && place_.number + 1 < place_.acts.size() &&
                         !place_.acts[place_.number + 1].act->strict;  // "to join", no "settle"
    if (does && !further) return true;  // "invites Oman and Peru to settle their dispute"
    const Chunk* place = view_.chunk_at(at);
    if (place != nullptr) return place->is_actor() && place->agreements.empty();
    if (view_.is(at, Role::determiner) || view_.reading.token(at).capital) return meets_nothing(at);
    return std::ranges::any_of(view_.reading.mentions, [&](const Mention& mention) {
      return mention.form == MentionForm::capital && mention.tokens.begin == at;
    });
  }

  // "was never given a | negotiating | date"
  bool tells_kind_of(const FoundAct& act) const {
    const bool one = act.words.size() == 1 && low(act.words.begin).ends_with("ing");
    return one && !view_.tree.empty() && view_.is(act.words.begin - 1, Role::determiner) &&
           view_.all.contains(act.words.end) &&
           view_.tree.word(act.words.end).word_class == WordClass::noun;
  }

  // "is a candidate | for the games"
  bool runs_for_other(const FoundAct& act) const {
    const std::uint32_t what = act.words.end + 1;
    return act.act->joins && act.act->stage == Stage::considering && low(what - 1) == "for" &&
           (view_.is(what, Role::owner) || is_any(low(what), {"the", "a", "an"})) &&
           view_.chunk_at(what) == nullptr && meets_nothing(what);
  }

  // "a summit", "the signing ceremony": a noun for nothing that states join.
  bool meets_nothing(std::uint32_t at) const {
    constexpr std::uint32_t kWordsMax = 5;
    for (std::uint32_t i = at; i < at + kWordsMax && view_.all.contains(i); ++i) {
      if (view_.is(i + 1, Role::rite)) return true;
      const Chunk* chunk = view_.chunk_at(i);
      if (chunk != nullptr && !chunk->agreements.empty()) return false;
      if (view_.is(i, Role::text | Role::club | Role::union_ | Role::naming | Role::process))
        return false;
      if (view_.is_mark(i) || (i > at && view_.is(i, Role::preposition))) return true;
    }
    return true;
  }

  // "gave notice that it wanted to renegotiate": what was notified is told by the clause itself.
  bool notifies_of_other(const FoundAct& act) const {
    if (act.act->stage != Stage::withdrawing || act.form == ActForm::noun) return false;
    constexpr std::uint32_t kAsideMax = 10;  // "| in January, and again in May, | that"
    std::uint32_t i = act.words.end;
    while (i < act.words.end + kAsideMax &&
           (view_.time_at(i) != nullptr || view_.is(i, Role::preposition | Role::adverb) ||
            is_any(low(i), {",", "and", "again"})))
      ++i;
    const bool ends =  // "in May | that he would end it |"
        place_.number + 1 < place_.acts.size() && place_.acts[place_.number + 1].act->leaving;
    return low(i) == "that" && (i == act.words.end || !ends);
  }

  // "denounced the Convention as a fraud"
  bool denounces_as(const FoundAct& act) const {
    if (act.act->stage != Stage::withdrawing || act.words.size() > 1) return false;
    const Chunk* text = view_.chunk_at(act.words.end);
    if (text == nullptr) text = view_.chunk_at(act.words.end + 1);
    return text != nullptr && low(text->tokens.end) == "as" &&
           view_.is(text->tokens.end + 1, Role::determiner);
  }

  // "The convention | applies to such cases": no state has applied.
  bool applies_itself(const FoundAct& act) const {
    const bool applies = act.act->joins && act.act->stage == Stage::considering &&
                         act.form != ActForm::noun && !act.passive && act.effect != Effect::wanted;
    return applies && act.of_agreement;
  }

  // "took Peru out of the pact. She | signed | the papers on stage": those of the exit.
  bool signs_paper_after_exit(const FoundAct& act) const {
    if (!view_.is(act.words.end, Role::determiner) || act.parties.size() != 1) return false;
    const Chunk* text = view_.chunk_at(act.words.end);
    if (text != nullptr && !(text->definite && view_.is(text->tokens.end - 1, Role::paper)))
      return false;
    const auto& deeds = place_.discourse.deeds;
    const auto deed = deeds.find(act.parties.front());
    return deed != deeds.end() && deed->second.act->leaving && act.agreements.size() == 1 &&
           deed->second.agreement == act.agreements.front();
  }

  // "The order to leave the accord was among dozens that he | signed": a paper on leaving.
  bool signs_exit(const FoundAct& act) const {
    if (act.act->stage != Stage::signed_ || act.form == ActForm::noun) return false;
    if (signs_paper_after_exit(act)) return true;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.begin >= act.words.begin && chunk.agreements == act.agreements) return false;
    }
    for (const Time* time : view_.times) {  // "the memorandum that it signed in 2017"
      if (time->tokens.begin >= act.words.end && time->grain == TimeGrain::year) return false;
    }
    for (std::size_t n = 0; n < place_.acts.size(); ++n) {
      const FoundAct& other = place_.acts[n];
      if (n == place_.number || !other.act->leaving) continue;
      const bool object_of = other.form == ActForm::noun && n == place_.number + 1 &&
                             other.begin <= act.words.end + 1 && other.begin < other.words.begin;
      if (object_of) return true;  // "put her name to | a notice of withdrawal"
      for (const Chunk& chunk : view_.chunks) {
        const bool object = chunk.tokens.begin >= other.words.begin &&
                            chunk.tokens.begin <= other.words.end + 2 &&
                            !chunk.agreements.empty() && chunk.agreements == act.agreements;
        if (object) return true;
      }
    }
    return false;
  }

  // "voted it down, | leaving the treaty's future in doubt"
  bool leaves_state_of(const FoundAct& act) const {
    if (!act.act->leaving || act.form == ActForm::noun || act.passive) return false;
    const bool article = view_.is(act.words.end, Role::determiner);
    const Chunk* text = view_.chunk_at(act.words.end);
    if (text == nullptr && article) text = view_.chunk_at(act.words.end + 1);
    if (text == nullptr || !text->possessive || text->agreements.empty()) return false;
    for (std::uint32_t i = text->tokens.end + 1; i < text->tokens.end + 4; ++i) {
      if (view_.is(i, Role::club | Role::text | Role::naming | Role::forerunner))
        return false;  // its sister treaty
    }
    return true;
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool is_of_another_matter(const ActPlace& place, const FoundAct& act) {
  return OtherMatters(place).holds(act);
}

}  // namespace concord
