// The agreement that a relative clause tells of, where the clause has a doer of its own.
//
//   [the treaty] of 1994, which Oman and Peru signed      [the OECD], to which it has belonged
//   [the council], whose charter Oman signed
#include "claim/arguments.h"

namespace concord {
namespace {

// Where "the forum, | a looser club |" names anew what stands before it, or `end` itself.
std::uint32_t over_apposed_noun(const SentenceView& view, std::uint32_t end) {
  constexpr std::uint32_t kWordsMax = 4;
  if (!view.is(end - 1, Role::club | Role::union_ | Role::text)) return end;
  std::uint32_t begin = end - 1;
  while (begin + kWordsMax > end && view.chunk_at(begin) == nullptr && !view.is_mark(begin) &&
         !is_any(view.low(begin), {"a", "an"}))
    --begin;
  const bool apposed = is_any(view.low(begin), {"a", "an"}) && view.low(begin - 1) == ",";
  return apposed && view.chunk_at(begin - 2) != nullptr ? begin - 1 : end;
}

// The chunk before "which", over a comma and a date: "the pact | of May 1994, | which", "the truce
// | reached on 18 January, | which".
const Chunk* head_before(const SentenceView& view, const FoundAct& act, std::uint32_t which) {
  if (view.low(which - 1) == "and") {  // "to which Peru is a party, and | which"
    for (std::uint32_t i = which - 1; i > view.all.begin; --i) {
      if (view.low(i - 1) == "which") return head_before(view, act, i - 1);
    }
  }
  std::uint32_t end = which;
  if (is_any(view.low(end - 1), {"to", "of", "in", "from", "on"}))
    --end;  // "the body | to | which"
  if (view.low(end - 1) == ",") --end;
  end = over_apposed_noun(view, end);
  const Time* time = view.time_at(end - 1);
  if (time != nullptr && view.low(time->tokens.begin - 1) == "of") end = time->tokens.begin - 1;
  const bool dated = time != nullptr && is_any(view.low(time->tokens.begin - 1), {"in", "on"});
  if (dated && view.low(time->tokens.begin - 2).ends_with("ed")) end = time->tokens.begin - 2;
  const Chunk* side = dated ? view.chunk_at(time->tokens.begin - 2) : nullptr;
  if (side != nullptr && side->preposition != kNone && view.low(side->preposition) == "with")
    end = time->tokens.begin - 1;  // "a pact with Chad | in May, | which"
  const Chunk* head = end > view.all.begin ? view.chunk_at(end - 1) : nullptr;
  const bool with = head != nullptr && head->is_actor() && head->preposition != kNone &&
                    view.low(head->preposition) == "with";
  const bool house = with && !head->agreements.empty() && (act.act->joins || act.act->leaving);
  if (with && !house && view.chunk_at(head->preposition - 1) != nullptr)
    head = view.chunk_at(head->preposition - 1);  // "a pact | with Chad in May, | which"
  return head != nullptr && can_be_object(act, *head) ? head : nullptr;
}

// "the pact, which it | joined | in 1954 and left in 1973": the act before, of one relative clause.
const FoundAct* before_in_clause(const ActPlace& place, const FoundAct& act) {
  const Tree& tree = place.view.tree;
  if (tree.empty() || place.number == 0) return nullptr;
  const FoundAct& first = place.acts[place.number - 1];
  const std::uint32_t verb = tree.head_of(act.words);
  const std::uint32_t above = tree.parent(verb);
  const bool joined = above != kNone && tree.word(verb).relation == Dependency::conj &&
                      first.words.contains(above) &&
                      tree.word(above).relation == Dependency::acl_relcl;
  return joined && !first.passive && first.act->role == ActRole::agent ? &first : nullptr;
}

}  // namespace

// "told the UN [that] it would leave", by the tree, or where it follows whom something is told.
bool is_conjunction(const SentenceView& view, std::uint32_t i) {
  const Chunk* told = view.chunk_at(i - 1);
  if (told != nullptr && !told->is_actor()) return false;  // "the treaty that Peru signed"
  if (told != nullptr && !told->definite && view.low(i) == "that")
    return true;  // "notify the UN that"
  const bool tells = std::ranges::any_of(view.reading.attributions, [&](const Attribution& said) {
    return told != nullptr && told->is_actor() && said.kind == AttributionKind::indirect &&
           said.cue.end == told->tokens.begin && said.content.contains(i);
  });
  return tells || (!view.tree.empty() && view.tree.word(i).word_class == WordClass::sconj);
}

bool tells_of_a_text(const SentenceView& view, const Chunk& chunk) {
  const Tree& tree = view.tree;
  if (tree.empty()) return false;
  for (std::uint32_t at = tree.head_of(chunk.tokens); at != kNone; at = tree.parent(at)) {
    if (tree.word(at).relation != Dependency::acl_relcl) continue;
    const Chunk* head = view.chunk_at(tree.parent(at));
    return head != nullptr && !head->agreements.empty() && !head->is_actor();
  }
  return false;
}

bool can_be_object(const FoundAct& act, const Chunk& chunk) {
  if (chunk.agreements.empty()) return false;
  return !chunk.is_actor() || act.act->object == ActObject::any;
}

const Chunk* body_approved(const SentenceView& view, const FoundAct& act) {
  if (!act.act->approval || act.passive || act.form == ActForm::noun) return nullptr;
  const std::uint32_t at = act.words.end + (view.is(act.words.end, Role::determiner) ? 1 : 0);
  const Chunk* body = view.chunk_at(at);
  const bool whole = body != nullptr && !body->possessive && !body->government &&
                     (view.is_mark(body->tokens.end) || !view.is_content(body->tokens.end));
  return whole && body->is_actor() && body->agreements == body->actors ? body : nullptr;
}

bool is_of_itself(const SentenceView& view, const FoundAct& act, const Subject& subject) {
  const bool itself =
      act.act->role == ActRole::own || (act.passive && act.act->stage == Stage::signed_);
  return itself && subject.chunk != nullptr && view.low(act.begin - 1) != "," &&
         subject.chunk->agreements == subject.chunk->actors;
}

bool has_no_members(const SentenceView& view, const FoundAct& act, const Chunk& chunk) {
  if (chunk.is_actor() || !is_of_members(view, act)) return false;
  return std::ranges::all_of(chunk.agreements, [&](std::uint32_t one) {
    const Entity& text = view.reading.entities[one];
    return text.kind == EntityKind::agreement && !text.members.empty();
  });
}

bool has_acceded_to(const ActPlace& place, const FoundAct& act, const Chunk& chunk) {
  if (act.act->stage != Stage::ratified && act.act->stage != Stage::signed_) return false;
  return std::any_of(place.acts.begin(), place.acts.begin() + static_cast<long>(place.number),
                     [&](const FoundAct& before) {
                       return before.act->stage == Stage::party && before.act->joins &&
                              !before.denied && before.form == ActForm::gerund &&
                              before.agreements == chunk.agreements;
                     });
}

const Chunk* relative_head(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (act.passive || act.form == ActForm::noun || act.act->role != ActRole::agent) return nullptr;
  bool doer = false;
  const FoundAct* first = before_in_clause(place, act);
  const std::uint32_t begin = first == nullptr ? place.before : view.all.begin;
  for (std::uint32_t i = first == nullptr ? act.begin : first->begin; i > begin; --i) {
    const std::uint32_t at = i - 1;
    const Chunk* chunk = view.chunk_at(at);
    if (chunk != nullptr && chunk->is_actor() && chunk->preposition == kNone) doer = true;
    if (is_any(view.low(at), {";", ":"})) return nullptr;
    if (!is_any(view.low(at), {"which", "that"}) || is_conjunction(view, at)) continue;
    return doer ? head_before(view, act, at) : nullptr;
  }
  return nullptr;
}

// "the charter of | their own alliance, | the AES": past an owner's noun to its name.
static std::uint32_t over_own_noun(const SentenceView& view, std::uint32_t i) {
  constexpr std::uint32_t kWordsMax = 4;
  if (!view.is(i, Role::owner)) return i;
  for (std::uint32_t noun = i + 1; noun < i + kWordsMax; ++noun) {
    if (view.low(noun) == ",") return noun + 1;
  }
  return i;
}

// "signed | the founding treaty of | the Pacific Alliance"
static const Chunk* body_of_text(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kWordsMax = 4;
  const bool writes = act.act->object == ActObject::agreement && !act.passive &&
                      (act.act->stage == Stage::signed_ || act.act->stage == Stage::ratified);
  if (!writes || act.form == ActForm::noun || view.low(act.words.end) != "the") return nullptr;
  for (std::uint32_t i = act.words.end + 1; i < act.words.end + kWordsMax; ++i) {
    if (view.chunk_at(i) != nullptr || view.is_mark(i)) return nullptr;
    if (!view.is(i, Role::text) || view.low(i + 1) != "of") continue;
    const Chunk* body = view.chunk_at(over_own_noun(view, i + 2));
    const bool of_it = body != nullptr && body->is_actor() && body->actors == body->agreements;
    return of_it && !body->possessive && !body->anaphor ? body : nullptr;
  }
  return nullptr;
}

std::optional<Entities> owner_of_text(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (const Chunk* body = body_of_text(view, act)) return body->agreements;
  for (std::uint32_t i = act.begin; i > place.before && !view.is_mark(i - 1); --i) {
    if (view.low(i - 1) != "whose" || !view.is(i, Role::text) || i + 1 >= act.begin) continue;
    const Chunk* owner = head_before(view, act, i - 1);
    return owner == nullptr ? Entities{} : owner->agreements;
  }
  return std::nullopt;
}

const Chunk* text_before(const SentenceView& view, const FoundAct& act) {
  const bool own = act.passive || act.act->role == ActRole::own;
  const bool alone = act.begin == act.words.begin;
  const bool verb = alone ? !view.tree.empty() && view.tree.word(act.begin).tag == Penn::vbz
                          : view.is_finite(act.begin);  // not ", was signed", ", enters into force"
  if (!own || verb || view.low(act.begin - 1) != ",") return nullptr;
  std::uint32_t end = act.begin - 1;
  const Time* time = view.time_at(end - 1);
  const Chunk* text = end > view.all.begin ? view.chunk_at(end - 1) : nullptr;
  if (text == nullptr && time != nullptr && view.low(time->tokens.begin - 1) == "of") {
    end = time->tokens.begin - 1;  // "the treaty | of 1944 |"
    text = view.chunk_at(end - 1);
  }
  const bool body = act.act->makes && act.passive;  // "a strain on CARICOM, | founded | in 1973 by"
  const bool named = text != nullptr && text->tokens.end == end && (!text->is_actor() || body);
  return named && can_be_object(act, *text) ? text : nullptr;
}

bool opens_clause(const SentenceView& view, const Chunk& chunk) {
  const std::uint32_t before = chunk.tokens.begin - 1;
  if (view.tree.empty() || view.low(before) != "and" || view.low(before - 1) != ",") return false;
  const SyntaxWord& word = view.tree.word(view.tree.head_of(chunk.tokens));
  return word.relation == Dependency::nsubj || word.relation == Dependency::nsubj_pass;
}

// "the charter, signed in 2014", "the accord that both concluded": by the tree.
const Chunk* text_told_of(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (view.tree.empty() || act.form == ActForm::noun) return nullptr;
  const std::uint32_t verb = view.tree.head_of(act.words);
  const Dependency relation = view.tree.word(verb).relation;
  if (relation != Dependency::acl && relation != Dependency::acl_relcl) return nullptr;
  const std::uint32_t noun = view.tree.parent(verb);
  const Chunk* text = noun == kNone || noun > verb ? nullptr : view.chunk_at(noun);
  for (std::uint32_t i = noun; text != nullptr && i + 1 < act.begin; ++i) {
    const bool aside = is_any(view.low(i), {"under", "in", "by", "during", "through"});
    if (aside && view.low(i + 1) == "which")
      return nullptr;  // "the charter, under which data passes"
  }
  // "a deal that would pause | fighting"
  const bool pauses = view.low(act.words.end).ends_with("ing");
  if (text == nullptr || text->is_actor() || !can_be_object(act, *text) || pauses) return nullptr;
  for (std::uint32_t i = act.words.begin; i < place.next; ++i) {
    const bool object = view.tree.parent(i) == verb && !act.words.contains(i) &&
                        view.tree.word(i).relation == Dependency::obj;
    if (object) return nullptr;  // "the treaty, which joins the two"
  }
  return text;
}

// "Oman insists | that it has not left"
static bool is_saying(const SentenceView& view, std::uint32_t word) {
  return std::ranges::any_of(view.reading.attributions,
                             [&](const Attribution& said) { return said.cue.contains(word); });
}

// "the Nile Forum, a looser | club | in which": of what nobody knows.
static bool describes_stranger(const SentenceView& view, std::uint32_t noun) {
  constexpr std::uint32_t kWordsMax = 5;
  for (std::uint32_t i = noun; i > view.all.begin + 2 && noun - i < kWordsMax; --i) {
    if (!is_any(view.low(i), {"a", "an"})) continue;
    const std::uint32_t name = i - 2;
    return view.low(i - 1) == "," && view.chunk_at(name) == nullptr &&
           view.reading.token(name).capital;
  }
  return false;
}

// "the mine ban, which Oman joined", where the ban is no agreement that is known: not of another.
// "by a decree that Ana Ruiz | signed | at night": by the words, as trees lose foreign names.
static bool is_of_decree(const SentenceView& view, const FoundAct& act) {
  constexpr std::uint32_t kNameMax = 6;
  std::uint32_t i = act.begin;
  while (i > view.all.begin && act.begin - i < kNameMax && !view.is_mark(i - 1) &&
         (view.reading.token(i - 1).capital || view.chunk_at(i - 1) != nullptr))
    --i;
  return i < act.begin && i > view.all.begin + 1 && is_any(view.low(i - 1), {"that", "which"}) &&
         view.is(i - 2, Role::decree);
}

bool is_of_unnamed_head(const SentenceView& view, const FoundAct& act) {
  if (is_of_decree(view, act)) return true;
  if (view.tree.empty() || act.form == ActForm::noun) return false;
  const std::uint32_t verb = view.tree.head_of(act.words);
  const Dependency relation = view.tree.word(verb).relation;
  const std::uint32_t noun = view.tree.parent(verb);
  const bool told = noun != kNone && view.low(noun + 1) == "that";  // not "a treaty | signed"
  if (relation != Dependency::acl_relcl && !(relation == Dependency::acl && told)) return false;
  if (noun == kNone || noun >= act.begin || view.chunk_at(noun) != nullptr) return false;
  if (view.time_at(noun) != nullptr) return false;  // "announced that autumn | that it would leave"
  if (is_any(view.low(act.words.end), {"it", "them"}))
    return false;  // "announced the year after | that it would ratify it": of no noun
  if (describes_stranger(view, noun)) return true;
  if (view.is(noun, Role::text) && is_any(view.low(noun - 1), {"a", "an"}))
    return true;  // "joined under an accord it had | signed in 2004"
  if (view.tree.word(noun).word_class != WordClass::noun || is_saying(view, noun)) return false;
  std::uint32_t which = noun + (view.low(noun + 1) == "," ? 2 : 1);
  const bool own = view.low(noun + 3) == "own";  // "a law of its own that Oman adopted"
  if (own && view.low(noun + 1) == "of" && view.is(noun + 2, Role::owner)) which = noun + 4;
  if (!is_any(view.low(which), {"which", "that"}) || view.is(noun, Role::sort)) return false;
  const bool texts = view.is(noun, Role::text) && view.tree.word(noun).tag == Penn::nns;
  const bool named =  // "Star Alliance, which it | joined |": a club that nobody knows
      view.reading.token(noun).capital && view.reading.token(noun - 1).capital;
  if (!texts && !named &&  // of "the agreements | that it signed" none is named
      view.is(noun, Role::text | Role::club | Role::process | Role::country | Role::government))
    return false;
  for (std::uint32_t i = noun + 1; i < act.begin; ++i) {
    const bool subject = view.tree.word(i).relation == Dependency::nsubj;
    if (subject && view.tree.parent(i) == verb) return !view.is(i, Role::relative);
  }
  return false;
}

// "join | the trade bloc, | the CPTPP": what the noun is called.
const Chunk* name_apposed(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  constexpr std::uint32_t kWordsMax = 7;
  std::uint32_t i = act.words.end;
  if (const Time* time = view.time_at(i + 1); time != nullptr && view.is(i, Role::preposition)) {
    i = time->tokens.end;  // "was readmitted | in 2017 to | its successor, the union"
    if (view.is(i, Role::preposition)) ++i;
  }
  if (act.form == ActForm::noun || !view.is(i, Role::determiner | Role::owner)) return nullptr;
  const std::uint32_t reach = i + kWordsMax;
  const auto owner = [&](std::uint32_t at) {  // "quit | the AU's | predecessor, the OAU"
    const Chunk* chunk = view.chunk_at(at);
    return chunk != nullptr &&
           (chunk->possessive || view.is(chunk->tokens.end - 1, Role::forerunner));
  };
  bool placed = false;  // "quit | the sister pact in the east, | SEATO"
  while (i < reach && (view.chunk_at(i) == nullptr || owner(i)) &&
         (!view.is_mark(i) || view.low(i) == "'s")) {
    placed = placed || (view.is(i, Role::club | Role::text) && view.low(i + 1) == "in");
    ++i;
  }
  const Chunk* name = view.low(i) == "," ? view.chunk_at(i + 1) : nullptr;
  const bool heir =  // "came back to | its successor, | the African Union"
      name != nullptr && !view.tree.empty() &&
      view.tree.word(view.tree.head_of(name->tokens)).relation == Dependency::appos;
  if (!heir && !placed &&
      !view.is(i - 1, Role::club | Role::union_ | Role::text | Role::forerunner))
    return nullptr;
  return name != nullptr && !name->definite && !name->possessive && can_be_object(act, *name)
             ? name
             : nullptr;
}

// "The amendment on gases | was accepted | by Oman": by the tree.
const Chunk* undergone_by_tree(const ActPlace& place, const FoundAct& act) {
  const SentenceView& view = place.view;
  if (!act.passive || view.tree.empty() || act.form == ActForm::noun) return nullptr;
  for (const Chunk& chunk : view.chunks) {
    const std::uint32_t head = view.tree.head_of(chunk.tokens);
    const bool text =
        chunk.tokens.end <= act.begin && !chunk.is_actor() && can_be_object(act, chunk);
    const bool subject = text && head != kNone &&
                         view.tree.word(head).relation == Dependency::nsubj_pass &&
                         act.words.contains(view.tree.parent(head));
    if (subject) return &chunk;
  }
  return nullptr;
}

}  // namespace concord
