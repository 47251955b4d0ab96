#include "claim/chunks.h"

#include <algorithm>

namespace concord {

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
    words_[i - all.begin] = reading.token(i).clause;
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
      if (reading.token(i).all_capitals) words_[i - all.begin] = {};  // "WHO" is no "who"
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

// "the EU's | passport-free zone", "the AU's | free-trade area": what states join there is another,
// and has no name.
bool SentenceView::owns_zone(const Mention& mention) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (!mention.possessive) return false;
  std::uint32_t i = mention.tokens.end + (low(mention.tokens.end) == "'s" ? 1 : 0);
  for (const std::uint32_t from = i; i < from + kWordsMax && all.contains(i); ++i) {
    const bool named = std::ranges::any_of(
        reading.mentions, [&](const Mention& other) { return other.tokens.contains(i); });
    if (named || (is_mark(i) && low(i) != "-") || is(i, Role::be | Role::have)) return false;
    const bool noun = tree.empty() || tree.word(i).word_class == WordClass::noun;
    const bool zone = reading.token(i).agreement == AgreementWord::weak ||
                      reading.token(i).agreement == AgreementWord::title;
    if (zone && noun && !reading.token(i).capital && is(i, Role::club | Role::scheme)) return true;
    if (zone && noun && is(i, Role::zone)) return true;
  }
  return false;
}

// "the bloc's | Eastern Partnership"
bool SentenceView::names_agreement(std::uint32_t i) const {
  return std::ranges::any_of(reading.mentions, [&](const Mention& m) {
    const Entity& entity = reading.entities[m.entity];
    return m.tokens.begin == i && (entity.kind == EntityKind::agreement || entity.acceded);
  });
}

// "left | the club", "signed | it", "withdrew | in May": what may follow a verb, and no noun does.
bool SentenceView::is_acted_on(std::uint32_t i) const {
  return is_mark(i) || is(i, Role::determiner | Role::preposition | Role::owner) ||
         is_any(low(i), {"it", "them"}) || (all.contains(i) && reading.token(i).capital);
}

// "the Palestinians joined", "said the Italians would sign", "Danes voted no": a people stands for
// its state; "many Danes", "Danes in Berlin" do not.
bool SentenceView::names_people(const Mention& mention) const {
  const std::uint32_t last = mention.tokens.end - 1;
  const std::string_view word = low(last);
  const bool several =
      word.ends_with("s") || word.ends_with("sh") || word.ends_with("ch") || word.ends_with("ese");
  if (tree.empty() || !several) return false;
  const std::uint32_t verb = mention.tokens.end;  // "the British | left | the club": trees lose it
  const bool acts_so = !word.ends_with("s") && opens_act(verb) && is_acted_on(verb + 1) &&
                       mention.tokens.begin > all.begin && low(mention.tokens.begin - 1) == "the";
  if (acts_so) return true;
  const std::uint32_t head = tree.head_of(mention.tokens);
  const Dependency relation = tree.word(head).relation;
  const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
  if (mention.tokens.begin > all.begin && low(mention.tokens.begin - 1) == "the")
    return subject || relation == Dependency::obj || relation == Dependency::obl ||
           relation == Dependency::obl_agent || relation == Dependency::conj;
  const bool listed =  // "the Czechs, | Latvians and Bulgarians | joined"
      relation == Dependency::conj && word.ends_with("s") && !chunks.empty() &&
      is_any(low(mention.tokens.begin - 1), {",", "and"}) && !chunks.back().anaphor &&
      chunks.back().tokens.end + 1 == mention.tokens.begin &&
      low(chunks.back().tokens.end - 1).ends_with("s");
  if (listed) return true;
  if (!subject || !word.ends_with("s") || mention.tokens.size() != 1) return false;
  for (std::uint32_t i = all.begin; i < all.end; ++i) {
    const Dependency of = tree.word(i).relation;
    const bool narrows = of == Dependency::det || of == Dependency::nummod ||
                         of == Dependency::amod || of == Dependency::nmod ||
                         of == Dependency::compound;
    if (narrows && tree.parent(i) == head && time_at(i) == nullptr) return false;
  }
  return true;
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

// "five members [bordering] Russia | will leave", "states that [recognise] Israel | have signed":
// it leads an object as a preposition would.
std::uint32_t SentenceView::describing_participle(TokenSpan object) const {
  if (tree.empty()) return kNone;
  const std::uint32_t head = tree.head_of(object);
  if (tree.word(head).relation != Dependency::obj) return kNone;
  const std::uint32_t verb = tree.parent(head);
  const Dependency clause = verb == kNone ? Dependency::root : tree.word(verb).relation;
  const bool describes = clause == Dependency::acl || clause == Dependency::acl_relcl;
  if (!describes || verb > object.begin) return kNone;
  return is(tree.parent(verb), Role::country) ? verb : kNone;
}

// "a pact | with Colonel Moro's | Libya": the preposition before whose country it is, or kNone.
std::uint32_t SentenceView::over_leader(std::uint32_t begin) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (begin < all.begin + 3 || low(begin - 1) != "'s") return kNone;
  std::uint32_t i = begin - 1;
  while (i > all.begin && begin - i < kWordsMax && reading.token(i - 1).capital && !is_mark(i - 1))
    --i;
  const bool named = i + 1 < begin && i > all.begin;
  return named && is(i - 1, Role::preposition) ? i - 1 : kNone;
}

void SentenceView::add(Chunk chunk) {
  if (!chunks.empty() && chunks.back().tokens.end > chunk.tokens.begin) {
    if (chunks.back().tokens.end > chunk.tokens.begin + 1 || !chunks.back().anaphor) return;
    chunks.pop_back();
  }
  const bool described = !chunks.empty() && chunks.back().anaphor && !chunk.anaphor &&
                         !chunks.back().possessive && chunk.is_actor() &&
                         chunks.back().tokens.end == chunk.tokens.begin &&
                         is(chunk.tokens.begin - 1, Role::country);
  if (described) {  // "its neighbour Chad"
    chunk.tokens.begin = chunks.back().tokens.begin;
    chunks.pop_back();
  }
  if (!chunks.empty() && repeats_in_brackets(chunk, chunks.back())) {
    chunks.back().tokens.end = chunk.tokens.end + 1;
    return;
  }
  const std::uint32_t before = chunk.tokens.begin - 1;
  const bool verb =  // "would | like | Oman to join"
      before > all.begin && is(before, Role::yields) && is_any(low(before - 1), {"would", "'d"});
  if (chunk.tokens.begin > all.begin && is(before, Role::preposition) && !verb)
    chunk.preposition = before;
  else if (chunk.is_actor() && !chunk.anaphor)
    chunk.preposition = over_leader(chunk.tokens.begin);
  const bool kin = chunk.tokens.begin > all.begin + 1 && chunk.is_actor() &&
                   is(chunk.tokens.begin - 1, Role::country) &&
                   low(chunk.tokens.begin - 1).ends_with("s") &&
                   low(chunk.tokens.begin - 2) == "with";
  if (kin) chunk.preposition = chunk.tokens.begin - 2;  // "along with neighbours Peru and Chile"
  const std::uint32_t men = chunk.preposition == kNone ? kNone : chunk.preposition - 1;
  const bool fighters =  // "the government and the | guerrillas of | the URNG"
      chunk.preposition != kNone && low(chunk.preposition) == "of" && is(men, Role::band) &&
      low(men).ends_with('s') && low(men - 1) == "the" && !chunk.possessive &&
      reading.entities[chunk.actors.empty() ? 0 : chunk.actors.front()].kind == EntityKind::body;
  if (fighters && chunk.is_actor() && chunk.agreements.empty()) {
    chunk.tokens.begin = men - 1;
    chunk.preposition = kNone;
  }
  if (chunk.preposition != kNone && low(chunk.preposition) == "of" &&
      is_any(low(chunk.preposition - 1), {"those", "that"}) && chunk.is_actor()) {
    chunk.tokens.begin -= 2;  // "those of Peru had done so"
    chunk.preposition = kNone;
  }
  if (chunk.preposition == kNone && chunk.agreements.empty())
    chunk.preposition = describing_participle(chunk.tokens);
  chunks.push_back(std::move(chunk));
}

}  // namespace concord
