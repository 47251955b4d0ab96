// Who speaks or signs for a state: the words of a government and of persons that a chunk takes in.
//
//   [Kenya's foreign minister]     [the Polish parliament]     [Ana Ruiz of Peru]
#include "claim/chunks.h"

namespace concord {

namespace {

// The words of a government behind a name: "Kenya's | foreign minister |".
struct GovernmentWords {
  std::uint32_t last = kNone;  // the last of them
  bool legislature = false;
  bool opposed = false;  // "its | opposition leader |"
};

GovernmentWords government_words(const SentenceView& view, std::uint32_t from) {
  constexpr std::uint32_t kWordsMax = 5;
  GovernmentWords words;
  for (std::uint32_t i = from; i < from + kWordsMax && view.all.contains(i); ++i) {
    if (view.is_mark(i) && view.low(i) != "-") break;
    if (i > from && view.is(i, Role::determiner | Role::owner | Role::relative))
      break;  // "Peru's Ana Ruiz urged the government"
    if (view.is(i, Role::preposition | Role::be | Role::have | Role::list) && view.low(i) != "then")
      break;
    words.opposed = view.is(i, Role::band | Role::opposition);
    if (words.opposed) break;
    const bool side = i == from && view.is(i, Role::delegates);  // "the Thai | side | had agreed"
    if (!side && !view.is(i, Role::government)) continue;
    words.last = i;
    words.legislature = words.legislature || view.is(i, Role::legislature);
  }
  return words;
}

// "a Russian-led military alliance": not Russia.
bool is_led_by(const SentenceView& view, const Mention& mention, std::uint32_t from) {
  const Roles leads = Role::headed | Role::brokered;
  return mention.form == MentionForm::adjective && !mention.possessive &&
         (view.is(from - 1, leads) || (view.low(from) == "-" && view.is(from + 1, leads)));
}

// Widens a chunk up to the end of such words, and over what stands before its name.
void take_in_words(const SentenceView& view, std::uint32_t end, Chunk& chunk) {
  const std::uint32_t first = view.all.begin;
  chunk.tokens.end = end;
  chunk.possessive = view.low(end) == "'s";
  if (view.is(chunk.tokens.begin - 1, Role::owner))
    --chunk.tokens.begin;                     // "his Polish counterpart"
  std::uint32_t of = chunk.tokens.begin - 1;  // "both chambers of the Polish parliament"
  if (of > first && view.is(of, Role::determiner)) --of;
  if (of <= first || view.low(of) != "of" || !view.is(of - 1, Role::government)) return;
  chunk.tokens.begin = of - 1;
  while (chunk.tokens.begin > first &&
         view.is(chunk.tokens.begin - 1, Role::determiner | Role::dual | Role::count))
    --chunk.tokens.begin;
}

// Widens a chunk over such words before its name: "lawmakers in Canberra", "the president of
// Brazil".
bool take_in_words_before(const SentenceView& view, const Mention& mention, Chunk& chunk) {
  const std::uint32_t first = view.all.begin;
  const std::uint32_t before = chunk.tokens.begin;
  if (before <= first || !is_any(view.low(before - 1), {"in", "of", "at", "from", "for"}))
    return false;
  const bool in = view.low(before - 1) == "in";
  if (in && mention.form == MentionForm::adjective)
    return false;  // "rulers in the Omani | capital"
  std::uint32_t head = before - 2;
  const bool state = head > first + 1 && view.is(head, Role::land) && view.low(head - 1) == "of";
  if (state && view.is(head - 2, Role::government)) head -= 2;  // "the heads of state of Chad"
  const bool owned = head > first && (view.is(head - 1, Role::owner) || view.low(head - 1) == "'s");
  const bool sent = view.is(head, Role::delegates);  // "delegates in Nairobi": of all sides
  if ((owned || sent) && mention.form == MentionForm::capital && in)
    return false;  // "Peru's ambassador | in Paris": not of France
  if (before < first + 2 || !view.is(head, Role::government) || view.chunk_at(head)) return false;
  chunk.tokens.begin = head;
  if (head > first && view.is(head - 1, Role::determiner | Role::owner)) --chunk.tokens.begin;
  chunk.legislature = view.is(head, Role::legislature);
  return true;
}

}  // namespace

// Widens a chunk over the words of a government: "Kenya's foreign minister", "the Polish
// parliament", "lawmakers in Canberra", "the president of Brazil".
bool SentenceView::claim_government(const Mention& mention, Chunk& chunk) const {
  const std::uint32_t from = mention.tokens.end + (low(mention.tokens.end) == "'s" ? 1 : 0);
  const bool joins =
      mention.possessive || mention.form == MentionForm::adjective || is(from, Role::government);
  if (is_led_by(*this, mention, from)) return false;
  if (low(chunk.tokens.begin - 1) == "on" && is(from, Role::delegates)) return false;
  const GovernmentWords words = joins ? government_words(*this, from) : GovernmentWords{};
  chunk.legislature = chunk.legislature || words.legislature;
  if (words.opposed) return false;
  const bool person = mention.possessive && !title && all.contains(from) &&
                      reading.token(from).capital && !is(from, Role::naming) &&
                      !names_agreement(from);
  if (words.last == kNone && !person) return take_in_words_before(*this, mention, chunk);
  std::uint32_t end = words.last == kNone ? from : words.last + 1;
  while (all.contains(end) && reading.token(end).capital && !is_mark(end)) ++end;  // his name
  if (words.last == kNone && is(end - 1, Role::private_))
    return false;  // "Oman's | Investment Fund"
  take_in_words(*this, end, chunk);
  return true;
}

// "Presidents Ruiz and Vale signed": who may act for a state. Kept apart from the chunks: what is
// told of a person is seldom told of the state, so only the tree may say that they do an act.
// "The Ruiz government signed" is the state's own act.
void SentenceView::add_person(const Mention& mention, const Entity& person) {
  const std::uint32_t office = mention.tokens.end + (mention.possessive ? 1 : 0);
  const bool governs = is(office, Role::regime);
  if (!governs && (tree.empty() || mention.possessive)) return;
  Chunk chunk;
  chunk.tokens = mention.tokens;
  if (!person.party.empty()) {
    const std::uint32_t actor = actor_of(person);
    chunk.actors = {actor == kNone ? mention.entity : actor};
  }
  if (chunk.is_actor() && governs) {
    chunk.tokens.end = office + 1;
    chunk.government = true;
    add(std::move(chunk));
    return;
  }
  persons.push_back(std::move(chunk));
}

// "Prime Minister | Ana Ruiz": whom the person behind the words of an office acts for, or kNone.
std::uint32_t SentenceView::officer_named(TokenSpan tokens) const {
  for (const Mention& mention : reading.mentions) {
    if (!tokens.contains(mention.tokens.begin)) continue;
    const Entity& person = reading.entities[mention.entity];
    if (person.kind != EntityKind::person || person.party.empty()) continue;
    return actor_of(person);
  }
  return kNone;
}

// "Ana Ruiz of Peru and | Musa al-Vale | of": the name that stands beside such a person.
TokenSpan SentenceView::name_beside(std::uint32_t of) const {
  std::uint32_t i = of;
  std::uint32_t capitals = 0;
  const auto named = [&](std::uint32_t at) {
    return reading.token(at).capital || low(at) == "-" || low(at + 1) == "-";
  };
  for (; i > all.begin && named(i - 1) && !chunk_at(i - 1); --i)
    capitals += reading.token(i - 1).capital;
  const bool beside = !chunks.empty() && chunks.back().government &&
                      is_any(low(i - 1), {"and", ","}) && chunks.back().tokens.end + 1 == i;
  return beside && capitals > 1 ? TokenSpan{i, of} : TokenSpan{of, of};
}

// "President Ana Ruiz of Peru", "Ana Ruiz, of the rebel front": the chunk from the person on. A
// state or body behind a person's name is whom they act for.
void SentenceView::claim_person(Chunk& chunk) const {
  const std::uint32_t of = chunk.tokens.begin - 1;
  if (chunk.tokens.begin <= all.begin || low(of) != "of") return;
  TokenSpan person = persons.empty() ? TokenSpan{} : persons.back().tokens;
  if (person.end != of && !(person.end + 1 == of && low(person.end) == ","))
    person = name_beside(of);
  if (person.empty()) return;
  chunk.tokens.begin = person.begin;
  while (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::government))
    --chunk.tokens.begin;
  std::uint32_t titles = chunk.tokens.begin;  // "and | Sir | Abubakar Tafawa Balewa of Nigeria"
  while (titles > all.begin && reading.token(titles - 1).capital && !is_mark(titles - 1) &&
         chunk_at(titles - 1) == nullptr)
    --titles;
  if (titles > all.begin && (is(titles - 1, Role::list) || low(titles - 1) == ","))
    chunk.tokens.begin = titles;
  chunk.government = true;
  chunk.agreements.clear();
}

// "the separatist Southern Council", "the rebel group M23": the article belongs to the name.
void SentenceView::claim_article(Chunk& chunk) const {
  constexpr std::uint32_t kWordsBetween = 3;
  if (tree.empty() || is(chunk.tokens.begin, Role::determiner)) return;
  std::uint32_t i = chunk.tokens.begin;
  while (i > all.begin && chunk.tokens.begin - i < kWordsBetween) {
    const SyntaxWord& word = tree.word(i - 1);
    if (time_at(i - 1) != nullptr) return;  // "at the weekend | Egypt | signed"
    const bool describes = word.word_class == WordClass::adj || word.word_class == WordClass::noun;
    const std::uint32_t head = tree.parent(i - 1);
    if (!describes || head == kNone || head < i || head >= chunk.tokens.end) return;
    --i;
    if (i > all.begin && is(i - 1, Role::determiner) && !chunk_at(i - 1)) {
      chunk.tokens.begin = i - 1;
      return;
    }
  }
}

// "Qatar | Airways", "Ghana | Gas": a state in the name of something else.
bool SentenceView::is_in_longer_name(const Mention& mention) const {
  const std::uint32_t next = mention.tokens.end;
  if (title || tree.empty() || mention.form != MentionForm::name || !all.contains(next))
    return false;
  const bool proper = tree.word(next).tag == Penn::nnp || tree.word(next).tag == Penn::nnps;
  const bool named = std::ranges::any_of(
      reading.mentions, [&](const Mention& one) { return one.tokens.contains(next); });
  if (!proper || named || !reading.token(next).capital || is(next, ~Role::listed)) return false;
  const std::uint32_t head = tree.parent(tree.head_of(mention.tokens));
  const Dependency relation = tree.word(tree.head_of(mention.tokens)).relation;
  return head == next && relation == Dependency::compound;
}

}  // namespace concord
