#include "claim/chunks.h"

#include <algorithm>

namespace concord {
namespace {

using Role = ClauseWord::Role;

}  // namespace

SentenceView::SentenceView(const Report& report, const Reading& read, const Acts& lexicon_acts,
                           const Sentence& sentence, const Discourse& discourse)
    : reading(read),
      acts(lexicon_acts),
      all(sentence.tokens),
      title(report.blocks[sentence.block].kind == BlockKind::title),
      tree(read, sentence.tokens),
      discourse_(discourse) {
  words_.resize(all.size());
  for (std::uint32_t i = all.begin; i < all.end; ++i)
    words_[i - all.begin] = reading.tokens[i].clause;
  const auto first_time = std::ranges::lower_bound(reading.times, all.begin, {},
                                                   [](const Time& t) { return t.tokens.begin; });
  for (auto it = first_time; it != reading.times.end() && it->tokens.end <= all.end; ++it) {
    const bool late = it->tokens.begin > all.begin && low(it->tokens.begin - 1) == "as";
    if (!it->named || late) times.push_back(&*it);  // "joined as late as 2012"
  }
  auto mention = std::ranges::lower_bound(reading.mentions, all.begin, {},
                                          [](const Mention& m) { return m.tokens.begin; });
  for (std::uint32_t i = all.begin; i < all.end;) {
    while (mention != reading.mentions.end() && mention->tokens.begin < i) ++mention;
    if (mention != reading.mentions.end() && mention->tokens.begin == i) {
      add_mention(*mention);
      i = std::max(mention->tokens.end, chunks.empty() ? i + 1 : chunks.back().tokens.end);
      continue;
    }
    const bool opens = mention != reading.mentions.end() && mention->tokens.begin == i + 1 &&
                       is(i, Role::determiner);  // "the Council"
    i = opens ? i + 1 : anaphor_at(i);
  }
  merge_lists();
}

const Chunk* SentenceView::chunk_at(std::uint32_t i) const {
  for (const Chunk& chunk : chunks) {
    if (chunk.tokens.contains(i)) return &chunk;
  }
  return nullptr;
}

const Chunk* SentenceView::person_at(std::uint32_t i) const {
  for (const Chunk& person : persons) {
    if (person.tokens.contains(i)) return &person;
  }
  return nullptr;
}

const Time* SentenceView::time_at(std::uint32_t i) const {
  for (const Time* time : times) {
    if (time->tokens.contains(i)) return time;
  }
  return nullptr;
}

bool SentenceView::joined(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (low(i) == "(" && time_at(i + 1) != nullptr) {  // "Mexico (1994), Chile (2010)"
      i = time_at(i + 1)->tokens.end;
      continue;
    }
    const bool marks = is_any(low(i), {",", "&", "the"}) ||
                       (low(i) == "as" && (low(i + 1) == "well" || low(i - 1) == "well"));
    if (!marks && !(is(i, Role::list) && low(i) != "but")) return false;
  }
  return to > from;
}

// Widens a chunk over the words of a government: "Kenya's foreign minister", "the Polish
// parliament", "lawmakers in Canberra", "the president of Brazil".
bool SentenceView::claim_government(const Mention& mention, Chunk& chunk) const {
  const std::uint32_t from = mention.tokens.end + (low(mention.tokens.end) == "'s" ? 1 : 0);
  const bool joins =
      mention.possessive || mention.form == MentionForm::adjective || is(from, Role::government);
  std::uint32_t last = kNone;
  for (std::uint32_t i = from; joins && i < from + 5 && all.contains(i); ++i) {
    if (is_mark(i) && low(i) != "-") break;
    if (is(i, Role::preposition | Role::be | Role::have | Role::list)) break;
    if (is(i, Role::government)) {
      last = i;
      chunk.legislature = chunk.legislature || is(i, Role::legislature);
    }
  }
  const bool person = mention.possessive && !title && all.contains(from) &&
                      reading.tokens[from].capital && !is(from, Role::naming);
  if (last != kNone || person) {
    std::uint32_t end = last == kNone ? from : last + 1;
    while (all.contains(end) && reading.tokens[end].capital && !is_mark(end)) ++end;  // his name
    chunk.tokens.end = end;
    chunk.possessive = low(end) == "'s";
    const std::uint32_t of = chunk.tokens.begin - 1;  // "both chambers of the Polish parliament"
    if (chunk.tokens.begin >= all.begin + 2 && low(of) == "of" && is(of - 1, Role::government)) {
      chunk.tokens.begin = of - 1;
      if (of - 1 > all.begin && is(of - 2, Role::determiner | Role::dual)) --chunk.tokens.begin;
    }
    return true;
  }
  std::uint32_t before = chunk.tokens.begin;
  if (before > all.begin && is_any(low(before - 1), {"in", "of", "at"})) {
    const std::uint32_t head = before - 2;
    if (before >= all.begin + 2 && is(head, Role::government) && !chunk_at(head)) {
      chunk.tokens.begin = head;
      if (head > all.begin && is(head - 1, Role::determiner)) --chunk.tokens.begin;
      chunk.legislature = is(head, Role::legislature);
      return true;
    }
  }
  return false;
}

// "Presidents Ruiz and Vale signed": who may act for a state. Kept apart from the chunks: what is
// told of a person is seldom told of the state, so only the tree may say that they do an act.
void SentenceView::add_person(const Mention& mention, const Entity& person) {
  if (tree.empty() || mention.possessive) return;
  Chunk chunk;
  chunk.tokens = mention.tokens;
  if (!person.party.empty()) {
    std::uint32_t actor = mention.entity;
    for (std::uint32_t i = 0; i < reading.entities.size(); ++i) {
      const Entity& entity = reading.entities[i];
      const bool party = entity.kind == EntityKind::state || entity.kind == EntityKind::body;
      if (party && entity.id == person.party) actor = i;
    }
    chunk.actors = {actor};
  }
  persons.push_back(std::move(chunk));
}

// "President Ana Ruiz of Peru", "Ana Ruiz, of the rebel front": the chunk from the person on. A
// state or body behind a person's name is whom they act for.
void SentenceView::claim_person(Chunk& chunk) const {
  const std::uint32_t of = chunk.tokens.begin - 1;
  if (persons.empty() || chunk.tokens.begin <= all.begin || low(of) != "of") return;
  const TokenSpan person = persons.back().tokens;
  if (person.end != of && !(person.end + 1 == of && low(person.end) == ",")) return;
  chunk.tokens.begin = person.begin;
  while (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::government))
    --chunk.tokens.begin;
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

void SentenceView::add_mention(const Mention& mention) {
  const Entity& entity = reading.entities[mention.entity];
  if (entity.kind == EntityKind::person) {
    add_person(mention, entity);
    return;
  }
  Chunk chunk;
  chunk.tokens = mention.tokens;
  if (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::determiner))
    --chunk.tokens.begin;
  chunk.definite = mention.form == MentionForm::definite;
  chunk.possessive = mention.possessive;
  if (entity.kind == EntityKind::agreement) {
    chunk.agreements = {mention.entity};
  } else {
    if (entity.acceded && mention.form != MentionForm::adjective &&
        mention.form != MentionForm::capital) {
      chunk.agreements = {mention.entity};
    }
    if (entity.kind == EntityKind::group) {
      chunk.actors = entity.members;
    } else if (!entity.party.empty()) {
      chunk.actors = {mention.entity};
    }
    const bool text =
        mention.form == MentionForm::definite && is(mention.tokens.end - 1, Role::text);
    if (text) chunk.actors.clear();  // "its accession treaty": the body's, and no actor
    chunk.government = !text && claim_government(mention, chunk);
    if (chunk.government && entity.kind != EntityKind::body) chunk.agreements.clear();
    const bool owner = mention.form == MentionForm::adjective &&
                       is(mention.tokens.end, Role::naming);  // "the British withdrawal"
    if (mention.form == MentionForm::adjective && !chunk.government && !owner) return;
    chunk.possessive = chunk.possessive || owner;
    if (mention.form == MentionForm::capital && !chunk.government &&
        chunk.tokens.begin > all.begin &&
        is_any(low(chunk.tokens.begin - 1), {"in", "at", "from", "near", "to", "outside", "-"})) {
      return;  // a place
    }
    if (chunk.is_actor() && !chunk.possessive && !text) {
      claim_person(chunk);
      claim_article(chunk);
    }
  }
  add(std::move(chunk));
}

// "the Moro National Liberation Front (MNLF)", "the Free Trade Agreement (EVFTA)"
bool SentenceView::repeats_in_brackets(const Chunk& chunk, const Chunk& before) const {
  if (before.tokens.end + 1 != chunk.tokens.begin || low(before.tokens.end) != "(" ||
      low(chunk.tokens.end) != ")")
    return false;
  const auto known = [&](const std::vector<std::uint32_t>& some,
                         const std::vector<std::uint32_t>& all_of) {
    return std::ranges::all_of(
        some, [&](std::uint32_t one) { return std::ranges::find(all_of, one) != all_of.end(); });
  };
  return known(chunk.actors, before.actors) && known(chunk.agreements, before.agreements);
}

void SentenceView::add(Chunk chunk) {
  if (!chunks.empty() && chunks.back().tokens.end > chunk.tokens.begin) {
    if (chunks.back().tokens.end > chunk.tokens.begin + 1 || !chunks.back().anaphor) return;
    chunks.pop_back();
  }
  if (!chunks.empty() && repeats_in_brackets(chunk, chunks.back())) {
    chunks.back().tokens.end = chunk.tokens.end + 1;
    return;
  }
  if (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::preposition))
    chunk.preposition = chunk.tokens.begin - 1;
  chunks.push_back(std::move(chunk));
}

std::uint32_t SentenceView::add_anaphor(TokenSpan tokens, std::uint32_t size, bool denied) {
  Chunk chunk;
  chunk.tokens = tokens;
  chunk.anaphor = true;
  chunk.denied = denied;
  merge_lists();
  std::vector<std::vector<std::uint32_t>> here;
  for (const Chunk& before : chunks) {
    const bool place = !before.agreements.empty() && before.preposition != kNone;  // "at CERN"
    if (!before.is_actor() || (before.anaphor && before.government) || (place && size != 1))
      continue;
    here.push_back(before.actors);
    if (before.denied && before.anaphor &&
        is(tokens.begin, Role::singular)) {  // "neither said that it would leave"
      chunk.actors = before.actors;
      chunk.denied = true;
    }
  }
  if (chunk.actors.empty()) chunk.actors = resolve(discourse_, reading, here, size);
  chunk.possessive = low(tokens.end) == "'s";
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    chunk.government = chunk.government || is(i, Role::government);
    chunk.legislature = chunk.legislature || is(i, Role::legislature);
  }
  const bool bare = chunk.government && !is(tokens.begin, Role::owner);
  if (!chunk.is_actor() && bare && discourse_.home != kNone)
    chunk.actors = {discourse_.home};  // "WASHINGTON -- Congress on Wednesday approved"
  if (chunk.is_actor()) add(std::move(chunk));
  return tokens.end;
}

// "it", "both", "the three", "the country", "its parliament", "lawmakers": adds the chunk that
// begins at token i, if one does; returns the token after it.
std::uint32_t SentenceView::anaphor_at(std::uint32_t i) {
  if (low(i) == "all" && low(i + 1) == "of" && is_any(low(i + 2), {"them", "these", "those"}))
    return add_anaphor({i, i + 3}, 0, false);
  if (low(i) == "it" && is(i + 1, Role::be)) {  // "it is recalled that"
    for (std::uint32_t end = i + 2; end < i + 5; ++end) {
      if (low(end) == "that") return end;
    }
  }
  if (is(i, Role::singular)) return add_anaphor({i, i + 1}, 1, false);
  if (is(i, Role::none) && low(i + 1) == "of" && is_any(low(i + 2), {"which", "whom", "them"}) &&
      !chunks.empty() && chunks.back().is_actor() && low(i - 1) == ",") {
    merge_lists();
    Chunk chunk = chunks.back();  // "Peru and Chile, none of which ever signed"
    chunk.tokens = {i, i + 3};
    chunk.preposition = kNone;
    chunk.denied = chunk.anaphor = true;
    chunk.agreements.clear();
    chunks.push_back(std::move(chunk));
    return i + 3;
  }
  if (is(i, Role::plural | Role::dual) && !is(i, Role::government)) {
    std::uint32_t end = i + 1;
    if (is_any(low(end), {"of"}))
      end += 1 + (is_any(low(end + 1), {"the", "them", "these"}) ? 1 : 0);
    while (is(end, Role::country | Role::government | Role::count)) ++end;
    const bool named = std::ranges::any_of(reading.mentions,
                                           [&](const Mention& m) { return m.tokens.begin == end; });
    const bool verb =
        low(i) == "neither" && ((i > all.begin && is(i - 1, Role::have | Role::be | Role::do_)) ||
                                low(i + 2) == "nor");  // "neither it nor Peru"
    if (verb || named || (i > all.begin && is(i - 1, Role::plural))) return i + 1;
    const std::uint32_t size = words_[i - all.begin].size;
    return add_anaphor({i, end}, size, is(i, Role::none));
  }
  std::uint32_t at = i;
  const bool opened = is(i, Role::determiner | Role::owner);
  if (opened) ++at;
  if (is_any(low(at), {"other", "same"})) ++at;
  if (is(at, Role::count | Role::dual) && opened && low(i) != "a") {
    const std::uint32_t size = words_[at - all.begin].size;
    std::uint32_t end = at + 1;
    while (is(end, Role::country | Role::government) ||
           is_any(low(end), {"sides", "of", "them", "parties"}))
      ++end;
    const bool noun = all.contains(end) && !is_mark(end) && words_[end - all.begin].roles == 0 &&
                      end == at + 1 && !acts.phrases.exact(low(end)) &&
                      !acts.turning.exact(low(end)) && !low(end).ends_with("ed");
    return noun ? i + 1 : add_anaphor({i, end}, size, false);
  }
  if (opened && is(at, Role::country) && !is(at, Role::naming) && low(i) != "a") {
    std::uint32_t end = at + 1;
    const bool several = low(at).ends_with("s");
    if (low(end) == "'s") {
      for (std::uint32_t j = end + 1; j < end + 4; ++j) {
        if (is(j, Role::government)) return add_anaphor({i, j + 1}, 1, false);
      }
    }
    if (is_any(low(end), {"of"}) || is(end, Role::government)) return i + 1;
    return add_anaphor({i, end}, several ? 0 : 1, false);
  }
  if (is(at, Role::government) && (opened || at == all.begin || i == at)) {
    std::uint32_t end = at;
    while (is(end, Role::government)) ++end;
    const std::uint32_t office = end;
    while (all.contains(end) && reading.tokens[end].capital && !is_mark(end)) ++end;
    const bool placed = is_any(low(end), {"of", "in"});  // "the parliament of Georgia"
    if (placed) return office;  // "President Ruiz of Georgia": the name is still to come
    if (low(end) == "'s") return end;
    const bool alone =
        opened || at == all.begin || is_any(low(at - 1), {",", "and", "both", "but"});
    return alone ? add_anaphor({i, end}, low(i) == "their" ? 0 : 1, false) : end;
  }
  return i + 1;
}

// "the members of the bloc, A, B and C": the bloc is none of its members.
bool SentenceView::heads_list(const Chunk& chunk, std::size_t length) const {
  return length > 2 && !chunk.agreements.empty() && chunk.preposition != kNone &&
         low(chunk.preposition) == "of" && low(chunk.tokens.end) == ",";
}

// "A, B and C" becomes one chunk. Two names with a mere comma between them are a list only in
// headlines ("Japan, Peru sign").
void SentenceView::merge_lists() {
  std::vector<Chunk> merged;
  for (std::size_t i = 0; i < chunks.size();) {
    std::size_t end = i + 1;
    bool linked = false;
    const auto listable = [&](const Chunk& c) {
      const std::uint32_t after = c.tokens.end;  // "it and Peru", "neither it nor Peru"
      const bool pronoun = c.tokens.size() == 1 && !c.possessive && !c.denied && &c == &chunks[i] &&
                           is(c.tokens.begin, Role::singular | Role::plural) &&
                           is_any(low(after), {"and", "nor"}) && chunk_at(after + 1) != nullptr;
      return c.is_actor() && (!c.anaphor || pronoun);
    };
    while (end < chunks.size() && listable(chunks[end - 1]) && listable(chunks[end]) &&
           (!chunks[end - 1].possessive || chunks[end].possessive) &&
           joined(chunks[end - 1].tokens.end + (low(chunks[end - 1].tokens.end) == "'s" ? 1u : 0u),
                  chunks[end].tokens.begin)) {
      for (std::uint32_t t = chunks[end - 1].tokens.end; t < chunks[end].tokens.begin; ++t)
        linked = linked || is_any(low(t), {"and", "or", "nor", "&"});
      ++end;
    }
    const std::uint32_t of = chunks[i].preposition;  // "Of the five members, Oman and Peru ..."
    const bool whole = of != kNone && low(of) == "of" && (of == all.begin || is_mark(of - 1));
    if (heads_list(chunks[i], end - i) || whole) end = i + 1;
    linked = linked || (end - i == 2 && low(chunks[end - 1].tokens.end) == "and");
    if (end - i == 1 || (!linked && end - i == 2 && !title)) {
      merged.push_back(std::move(chunks[i]));
      ++i;
      continue;
    }
    Chunk list = chunks[i];
    list.anaphor = false;
    for (std::size_t j = i + 1; j < end; ++j) {
      list.tokens.end = chunks[j].tokens.end;
      list.possessive = chunks[j].possessive;
      list.government = list.government || chunks[j].government;
      list.legislature = list.legislature || chunks[j].legislature;
      list.agreements.insert(list.agreements.end(), chunks[j].agreements.begin(),
                             chunks[j].agreements.end());
      for (const std::uint32_t actor : chunks[j].actors) {
        if (std::ranges::find(list.actors, actor) == list.actors.end())
          list.actors.push_back(actor);
      }
    }
    if (list.agreements.size() < list.actors.size()) list.agreements.clear();
    list.denied = low(list.tokens.begin - 1) == "neither";
    merged.push_back(std::move(list));
    i = end;
  }
  chunks = std::move(merged);
}

}  // namespace concord
