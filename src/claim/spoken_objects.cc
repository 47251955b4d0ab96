// The agreement that an act is about where its clause names none: the one spoken of.
//
//   PESCO began in 2017; Malta did not join [it]        the body that the pronoun stands for
//   Lawmakers in Lima had approved [theirs]             the deal that Lima has
//   Oman signed.                                        the last one that the act fits (focus.h)
#include "claim/arguments.h"

namespace concord {
namespace {

class SpokenFinder {
 public:
  explicit SpokenFinder(const ActPlace& place) : place_(place), view_(place.view) {}

  Entities spoken_of(const FoundAct& act, const Subject& subject) const {
    if (Entities theirs = of_their_body(act); !theirs.empty()) return theirs;
    if (is_of_unnamed_head(view_, act) || is_bill(act) || is_of_unnamed_text(act)) return {};
    if (Entities topic = topic_before_stop(act); !topic.empty()) return topic;
    if (Entities body = body_of_pronoun(act); !body.empty()) return body;
    if (Entities beside = of_clause_before(act, subject); !beside.empty()) return beside;
    if (Entities own = of_its_membership(act, subject); !own.empty()) return own;
    if (Entities here = told_here(act); !here.empty()) return here;
    if (Entities text = text_of_pronoun(act); !text.empty()) return text;
    if (Entities same = stays_in(act, subject); !same.empty()) return same;
    if (Entities left = left_before(act); !left.empty()) return left;
    Wanted wanted;
    const bool admits = approves_bid(act);
    wanted.joined = act.act->joins || admits;
    wanted.act = act.act;
    wanted.signed_text =
        !admits && (act.act->object == ActObject::agreement || is_party_to_text(act) ||
                    act.act->mode == RatificationMode::ratification);
    wanted.member = is_of_members(view_, act);
    wanted.enters = is_entry_ahead(act);
    wanted.fresh = is_of_new_text(act);
    wanted.solemn = names_solemn(act.begin - 1) || names_solemn(act.words.end + 1);
    const bool points = has_pointer(act);
    if (subject.chunk != nullptr && !points && !is_itself(act, *subject.chunk))
      wanted.parties = subject.chunk->actors;
    wanted.pronoun = points || has_pronoun(act);
    wanted.ahead = meets_definite() || is_of_nameless(act, subject);
    wanted.sentence = view_.reading.token(view_.all.begin).sentence;
    const std::uint32_t news =
        wanted.signed_text ? place_.discourse.news_treaty : place_.discourse.main;
    if (view_.title && news != kNone)
      return is_told_late(view_, place_.discourse, news) ? Entities{} : Entities{news};
    std::uint32_t found = agreement_in_focus(place_.discourse, view_.reading, view_.acts, wanted);
    if (is_in_already(act, found)) {
      Discourse others = place_.discourse;
      std::erase_if(others.spoken, [&](const Spoken& one) { return one.agreement == found; });
      others.main = others.main == found ? kNone : others.main;
      found = agreement_in_focus(others, view_.reading, view_.acts, wanted);
    }
    if (found == kNone || cannot_mean(place_, act, found) || is_order_to_leave(act, wanted, found))
      return {};
    Entities all = {found};
    const bool each = act.act->role == ActRole::agent && wanted.parties.size() > 1;
    for (const std::uint32_t party : wanted.parties) {
      if (each) add_new(all, own_deal(found, party));
    }
    return all;
  }

 private:
  // "| The convention | was signed in Belgrade": a text that no name was found for.
  bool names_solemn(std::uint32_t noun) const {
    return view_.is(noun, Role::charter | Role::solemn) && low(noun - 1) == "the" &&
           view_.chunk_at(noun) == nullptr;
  }

  // "Finland, an associate of EFTA, | has no thought of leaving it": what the aside names.
  Entities told_in_aside(const FoundAct& act) const {
    const Chunk* named = nullptr;
    for (const Chunk& chunk : view_.chunks) {
      if (chunk.tokens.end > act.begin || chunk.agreements.empty()) continue;
      if (named != nullptr) return {};
      named = &chunk;
    }
    const std::uint32_t of = named == nullptr ? kNone : named->preposition;
    const bool inside =
        of != kNone && low(of) == "of" && of > view_.all.begin + 2 && named->agreements.size() == 1;
    if (!inside || view_.is_mark(of - 1) || view_.chunk_at(of - 1) != nullptr) return {};
    const bool opens =  // "Finland | , an associate of"
        low(of - 2) == "," || (view_.is(of - 2, Role::determiner) && low(of - 3) == ",");
    return opens ? named->agreements : Entities{};
  }

  // "froze its membership of the pact and says that it will leave | it": of the act before.
  Entities told_here(const FoundAct& act) const {
    if (!act.act->leaving || act.form == ActForm::noun || low(act.words.end) != "it") return {};
    if (Entities aside = told_in_aside(act); !aside.empty()) return aside;
    for (std::size_t n = place_.number; n > 0; --n) {
      const FoundAct& before = place_.acts[n - 1];
      if (before.agreements.size() != 1 || before.effect == Effect::nothing_asserted) continue;
      if (before.form == ActForm::noun || before.denied || before.act->role != ActRole::agent)
        return {};  // "the EU members outside it"
      const EntityKind kind = view_.reading.entities[before.agreements.front()].kind;
      const bool fits = kind != EntityKind::body || act.act->object != ActObject::agreement;
      return fits ? before.agreements : Entities{};
    }
    return {};
  }

  // "set up their park by | a treaty of 2011; | Angola ratified | it": the text last named.
  Entities text_of_pronoun(const FoundAct& act) const {
    Entities last;
    for (const Chunk& chunk : view_.chunks) {
      const bool text = !chunk.is_actor() && !chunk.possessive && can_be_object(act, chunk);
      const bool before = low(act.words.end) == "it" && chunk.tokens.end <= act.begin;
      if (text && before) last = chunk.agreements;
    }
    return last;
  }

  // "[PROSUR] was launched in 2019; Chile | suspended its membership | last year": of what the
  // sentence opens with. "And | the Ottawa treaty, | will you leave it?"
  Entities topic_before_stop(const FoundAct& act) const {
    const bool belongs = act.act->leaving || act.act->joins || act.act->stage == Stage::suspended;
    const Chunk* first = view_.chunks.empty() ? nullptr : &view_.chunks.front();
    const bool headed = first != nullptr && low(first->tokens.end) == ":";
    if (!(belongs || headed) || first == nullptr || first->agreements.size() != 1) return {};
    const bool subject = first->preposition == kNone && !first->possessive && !first->anaphor;
    const bool fronted = low(first->tokens.end) == "," && low(act.words.end) == "it" &&
                         !first->is_actor() && first->tokens.begin < view_.all.begin + 3;
    const bool label = low(first->tokens.end) == ":" && first->tokens.begin == view_.all.begin;
    const bool stopped = fronted || label || has_stop(view_, first->tokens.end, act.begin);
    return subject && stopped ? first->agreements : Entities{};
  }

  // "Oman ratified it in 1997 and | will stay |": in what the same clause tells of.
  Entities stays_in(const FoundAct& act, const Subject& subject) const {
    const bool same = act.act->lasting && subject.same_as != nullptr &&
                      subject.same_as->act->stage == Stage::ratified &&  // not "signed it"
                      low(subject.same_as->words.end) == "it" && act.form != ActForm::noun;
    return same && subject.same_as->agreements.size() == 1 ? subject.same_as->agreements
                                                           : Entities{};
  }

  // "Oman, which left the bloc in May, stayed away; Peru | quit | in 2019": the same.
  Entities left_before(const FoundAct& act) const {
    if (!act.act->leaving || act.form != ActForm::past) return {};
    std::size_t n = place_.number;
    while (n > 1 && place_.acts[n - 1].effect == Effect::nothing_asserted) --n;
    if (n == 0) return {};
    const FoundAct& before = place_.acts[n - 1];
    const bool left = before.act->stage == Stage::withdrawn && before.form == ActForm::past;
    return left && before.agreements.size() == 1 ? before.agreements : Entities{};
  }

  // "ratified | Sweden's bid |": of what others join.
  bool approves_bid(const FoundAct& act) const {
    const Chunk* joiner = view_.chunk_at(act.words.end);
    if (joiner == nullptr || !joiner->is_actor() || !joiner->possessive) return false;
    const std::uint32_t noun = joiner->tokens.end + (low(joiner->tokens.end) == "'s" ? 1 : 0);
    return view_.is(noun, Role::candidacy | Role::entry);
  }

  // "Cuba, a founder of the organization, | was suspended": from that.
  Entities of_its_membership(const FoundAct& act, const Subject& subject) const {
    if (place_.number == 0 || !(act.act->leaving || act.act->stage == Stage::suspended)) return {};
    const FoundAct& before = place_.acts[place_.number - 1];
    const bool member = before.act->role == ActRole::members || before.act->standing;
    const bool same = subject.same_as == &before ||
                      (subject.chunk != nullptr && subject.chunk->actors == before.parties);
    return member && same && before.form == ActForm::noun && !before.denied ? before.agreements
                                                                            : Entities{};
  }

  // "will leave the accord. ... He signed it on stage": the order to leave.
  bool is_order_to_leave(const FoundAct& act, const Wanted& wanted, std::uint32_t agreement) const {
    const bool signs = act.act->stage == Stage::signed_ && wanted.pronoun && view_.times.empty();
    if ((!signs && !makes_law(act)) || wanted.parties.size() != 1) return false;
    const auto deed = place_.discourse.deeds.find(wanted.parties.front());
    return deed != place_.discourse.deeds.end() && deed->second.agreement == agreement &&
           deed->second.act->leaving;
  }

  // "Oman, [the sixth state of the league], said that it would not | join": another body.
  bool is_in_already(const FoundAct& act, std::uint32_t body) const {
    if (body == kNone || !act.act->joins || act.act->leaving || act.act->lasting) return false;
    return std::ranges::any_of(view_.chunks, [&](const Chunk& chunk) {
      const std::uint32_t begin = chunk.tokens.begin;
      const bool aside = chunk.tokens.end < act.begin && low(chunk.tokens.end) == ",";
      const Chunk* doer = begin > view_.all.begin + 1 ? view_.chunk_at(begin - 2) : nullptr;
      return aside && chunk.agreements == Entities{body} && low(begin - 1) == "," &&
             doer != nullptr && doer->is_actor() && doer->agreements.empty();
    });
  }

  // "signed it into law"
  bool makes_law(const FoundAct& act) const {
    return view_.is(act.words.end - 1, Role::decree) && low(act.words.begin + 1) == "it";
  }

  // "The bill goes to the president, who will sign | it": a paper of one's own.
  bool is_bill(const FoundAct& act) const {
    const bool approves = act.act->stage == Stage::signed_ || act.act->stage == Stage::ratified;
    if (!approves || (low(act.words.end) != "it" && !makes_law(act))) return false;
    for (std::uint32_t i = act.begin; i > view_.all.begin; --i) {
      const Chunk* chunk = view_.chunk_at(i - 1);
      if (chunk != nullptr && !chunk->agreements.empty()) return false;
      if (view_.is(i - 1, Role::draft | Role::decree)) return true;
    }
    return false;
  }

  std::string_view low(std::uint32_t i) const { return view_.low(i); }

  // "signed the charter of | their League |"
  Entities of_their_body(const FoundAct& act) const {
    const std::uint32_t of = act.words.end + 2;
    const bool text = view_.is(act.words.end, Role::determiner) &&
                      view_.is(act.words.end + 1, Role::text) && low(of) == "of";
    const Chunk* body = text && view_.is(of + 1, Role::owner) ? view_.chunk_at(of + 2) : nullptr;
    return body != nullptr ? body->agreements : Entities{};
  }

  // "Nor has the compact with the aid agency | been signed |", "signed | the statute of a new
  // court": of no text spoken of before.
  bool is_of_unnamed_text(const FoundAct& act) const {
    constexpr std::uint32_t kWordsMax = 4;
    for (std::uint32_t i = act.words.end; i < act.words.end + kWordsMax; ++i) {
      if (view_.chunk_at(i) != nullptr || view_.is_mark(i)) break;
      if (!view_.is(i, Role::text) || low(i + 1) != "of") continue;
      const std::uint32_t of = i + (low(i + 2) == "the" ? 3 : 2);
      const bool own = low(of + 1) == "own" && view_.is_mark(of + 2);  // "deals of their own"
      if (view_.chunk_at(of) != nullptr || own) break;
      if (view_.is(of, Role::owner) || is_any(low(of), {"a", "an"})) return true;
      if (view_.all.contains(of) && view_.reading.token(of).capital) return true;
    }
    const bool passive = act.passive || low(act.begin) == "been";
    for (std::uint32_t i = place_.before + 1; passive && i < act.begin; ++i) {
      const bool text = view_.is(i, Role::text) && view_.is(i - 1, Role::determiner) &&
                        view_.chunk_at(i) == nullptr;
      if (text && is_any(low(i + 1), {"with", "on", "between"})) return true;
    }
    return false;
  }

  // "Oman ratified the pact in 2000; Peru | has signed but not ratified": of the clause before, as
  // long as it is a like step and Peru can be a party.
  Entities of_clause_before(const FoundAct& act, const Subject& subject) const {
    if (place_.number == 0 || act.form == ActForm::noun || act.act->role != ActRole::agent)
      return {};
    const FoundAct& before = place_.acts[place_.number - 1];
    if (before.agreements.size() != 1 || before.form == ActForm::noun) return {};
    const bool bid = before.act->joins && before.act->stage == Stage::considering;
    if (bid && act.act->stage == Stage::negotiating && subject.same_as == &before)
      return before.agreements;  // "applied in 2009 and | opened negotiations"
    if (!is_step(act) || !is_step(before) || subject.chunk == nullptr) return {};
    const Entity& agreement = view_.reading.entities[before.agreements.front()];
    const bool theirs =
        agreement.members.empty() ||
        std::ranges::all_of(subject.chunk->actors, [&](std::uint32_t one) {
          return std::ranges::find(agreement.members, one) != agreement.members.end();
        });
    return theirs ? before.agreements : Entities{};
  }
  static bool is_step(const FoundAct& act) {
    return act.act->object == ActObject::agreement &&
           (act.act->stage == Stage::signed_ || act.act->stage == Stage::ratified);
  }

  // "Oslo and Lima signed the deal in May ...": what is only named further on.
  bool meets_definite() const {
    for (std::uint32_t i = place_.before + 1; i < place_.next; ++i) {
      const bool told = is_any(low(i + 1), {"that", "which", "of", "on", "to", "for"});
      if (view_.is(i, Role::text) && is_any(low(i - 1), {"the", "this"}) && !told) return true;
    }
    return false;
  }

  // "The Gulf grouping was set up in 1981. | Its members | are A, B and C", "It was founded by A":
  // what has members and no name yet.
  bool is_of_nameless(const FoundAct& act, const Subject& subject) const {
    const bool roster = act.act->role == ActRole::members && !act.act->denied;
    const bool made = act.act->makes && act.passive && subject.chunk == nullptr;
    const std::uint32_t main = place_.discourse.main;
    const bool body = main != kNone && view_.reading.entities[main].acceded;
    if ((!roster && !made) || !body) return false;
    for (std::uint32_t i = view_.all.begin; i < act.words.begin; ++i) {
      const bool noun = view_.is(i, Role::club | Role::union_) && view_.chunk_at(i) == nullptr;
      if (noun || (roster && view_.is(i, Role::owner))) return true;
    }
    return false;
  }

  // "is not a party to | the deal": to no body.
  bool is_party_to_text(const FoundAct& act) const {
    const std::uint32_t text = act.words.end + (low(act.words.end) == "to" ? 2 : 1);
    return act.act->standing && is_any(low(text - 2), {"to"}) && view_.is(text, Role::text) &&
           view_.is(text - 1, Role::determiner);
  }

  // "It | was signed six days later": the text, though it could be a state.
  bool is_itself(const FoundAct& act, const Chunk& subject) const {
    return act.passive && act.act->object == ActObject::agreement && subject.anaphor &&
           low(subject.tokens.begin) == "it" && subject.tokens.end == act.begin;
  }

  // "ratified | the new pact |", "has signed | it |", where another was replaced.
  bool is_of_new_text(const FoundAct& act) const {
    const std::uint32_t at = act.words.end;
    const bool now = low(at) == "it" && is_any(low(act.begin), {"has", "have", "will"});
    return now || (view_.is(at, Role::determiner) && view_.is(at + 1, Role::fresh) &&
                   view_.is(at + 2, Role::text));
  }

  // "want to | join |", "has no plans to | join |": what its parties are not in.
  bool is_entry_ahead(const FoundAct& act) const {
    const bool wants = act.effect == Effect::wanted && !tells_past(view_, act);
    return act.act->joins && !act.act->lasting && act.act->stage == Stage::party &&
           (wants || act.effect == Effect::denied_plan);
  }

  // "signed | that one", whoever made it
  bool has_pointer(const FoundAct& act) const {
    return is_any(low(act.words.end), {"that", "this"}) && low(act.words.end + 1) == "one";
  }

  // "ratified it", "it was adopted".
  bool has_pronoun(const FoundAct& act) const {
    const std::uint32_t next = act.words.end;  // "never signed | that |."
    const bool that = is_any(low(next), {"that", "this"}) && view_.is_mark(next + 1);
    if (that || is_any(low(next), {"it", "them", "both"})) return true;
    const bool undergoes = act.passive || act.act->role == ActRole::own;
    const std::uint32_t subject =
        passive_subject_before(view_, act);  // "was opened and | signed |"
    if (act.passive && subject != kNone && low(subject) == "it") return true;
    return undergoes && is_any(low(act.begin - 1), {"it", "they", "both", "which", "that"});
  }

  // "PESCO began in 2017; Malta did not join it": the body that the pronoun stands for.
  Entities body_of_pronoun(const FoundAct& act) const {
    const Chunk* it = view_.chunk_at(act.words.end);
    const bool moves = act.act->joins || act.act->leaving;
    if (!moves || it == nullptr || !it->anaphor || it->possessive || it->actors.size() != 1)
      return {};
    return view_.reading.entities[it->actors.front()].acceded ? it->actors : Entities{};
  }

  // "Lawmakers in Lima and Rabat had approved theirs": the deal of another party, beside the one
  // found, where each has its own.
  Entities own_deal(std::uint32_t found, std::uint32_t party) const {
    const auto is_side = [&](std::uint32_t agreement) {
      const Entity& entity = view_.reading.entities[agreement];
      return entity.kind == EntityKind::agreement &&
             std::ranges::find(entity.members, party) != entity.members.end();
    };
    if (view_.reading.entities[found].members.empty() || is_side(found)) return {};
    for (auto it = place_.discourse.spoken.rbegin(); it != place_.discourse.spoken.rend(); ++it) {
      if (is_side(it->agreement)) return {it->agreement};
    }
    return {};
  }

  const ActPlace& place_;
  const SentenceView& view_;
};

}  // namespace

bool is_of_members(const SentenceView& view, const FoundAct& act) {
  const bool applies = act.act->stage == Stage::considering;
  if (!applies && act.act->stage != Stage::party) return false;
  for (std::uint32_t i = act.words.begin; i < act.words.end; ++i) {
    if (view.is(i, Role::member) || (applies && view.is(i, Role::entry))) return true;
  }
  return false;
}

// "The five | invited | then | are due to come in | on Monday", "founded a forum in May; Peru |
// entered | in June": into what they were invited to, or founded.
Entities joined_before(const ActPlace& place, const FoundAct& act) {
  if (place.number == 0) return {};
  const FoundAct& last = place.acts[place.number - 1];
  const bool fellows = act.act->role == ActRole::members && last.act->leaving &&
                       has_stop(place.view, last.words.end, act.begin);
  if (fellows && last.agreements.size() == 1) {  // "left the bloc; Peru and Chad, | members | of"
    const Entity& left = place.view.reading.entities[last.agreements.front()];
    if (left.kind == EntityKind::body) return last.agreements;
  }
  const bool as = (act.act->role == ActRole::members || act.act->standing) && last.act->joins &&
                  place.view.low(act.begin - 1) == "as";
  if (as && last.agreements.size() == 1) return last.agreements;  // "admitted Chad as | members |"
  if (!act.act->joins || act.form == ActForm::noun) return {};
  const bool behind = act.form == ActForm::past && act.act->stage == Stage::party &&
                      last.act->joins && last.act->stage == Stage::party &&
                      has_stop(place.view, last.words.end, act.begin);
  if (!act.act->closed && !behind) return {};
  for (std::size_t n = place.number; n > 0; --n) {
    const FoundAct& before = place.acts[n - 1];
    const bool same = before.act->joins && !before.parties.empty() && !before.agreements.empty();
    if (same) return before.agreements;
  }
  return {};
}

Entities find_spoken_of(const ActPlace& place, const FoundAct& act, const Subject& subject) {
  if (Entities before = joined_before(place, act); !before.empty()) return before;
  Entities found = SpokenFinder(place).spoken_of(act, subject);
  return found.empty() ? find_brought_in(place, act) : found;
}

}  // namespace concord
