#include "claim/chunks.h"

#include <algorithm>

namespace concord {
namespace {}  // namespace

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

// "Indonesia, Congo (the big one) and China": from a bracket that names nobody to its end, else i.
std::uint32_t SentenceView::bracket_end(std::uint32_t i, std::uint32_t to) const {
  constexpr std::uint32_t kWordsMax = 5;
  if (low(i) != "(") return i;
  for (std::uint32_t at = i + 1; at < to && at <= i + 1 + kWordsMax; ++at) {
    if (low(at) == ")") return at;
    if (acts.phrases.exact(low(at))) return i;  // "Bolivia (signed in 2018)"
  }
  return i;
}

// "Oman (signed, not ratified)": what is told of it is told of no other.
bool SentenceView::told_in_bracket(const Chunk& chunk) const {
  if (low(chunk.tokens.end) != "(") return false;
  for (std::uint32_t i = chunk.tokens.end; i < all.end && low(i) != ")"; ++i) {
    if (acts.phrases.exact(low(i))) return true;
  }
  return false;
}

// "Niger and, since last week, Togo": from a comma over a time to the closing comma, else i.
std::uint32_t SentenceView::timed_aside(std::uint32_t i, std::uint32_t to) const {
  if (low(i) != "," || !is(i - 1, Role::list)) return i;
  const std::uint32_t at = i + 1 + (is(i + 1, Role::preposition | Role::adverb) ? 1 : 0);
  const Time* time = time_at(at);
  return time != nullptr && time->tokens.end < to && low(time->tokens.end) == "," ? time->tokens.end
                                                                                  : i;
}

// "A as well as B", "A, then B", "not only A but also B".
bool SentenceView::adds_one(std::uint32_t i) const {
  if (low(i) == "as") return low(i + 1) == "well" || low(i - 1) == "well";
  if (low(i) == "but") return low(i + 1) == "also";
  return is_any(low(i), {"then", "later"}) || (low(i) == "also" && low(i - 1) == "but");
}

bool SentenceView::joined(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (low(i) == "(" && time_at(i + 1) != nullptr) {  // "Mexico (1994), Chile (2010)"
      i = time_at(i + 1)->tokens.end;
      continue;
    }
    const std::uint32_t close = low(i) == "(" ? bracket_end(i, to) : timed_aside(i, to);
    if (close != i) {
      i = close;
      continue;
    }
    const bool marks = is_any(low(i), {",", ";", "&", "the"}) || adds_one(i);
    if (!marks && !(is(i, Role::list) && low(i) != "but")) return false;
  }
  return to > from;
}

// "the bloc's | Eastern Partnership"
bool SentenceView::names_agreement(std::uint32_t i) const {
  return std::ranges::any_of(reading.mentions, [&](const Mention& m) {
    const Entity& entity = reading.entities[m.entity];
    return m.tokens.begin == i && (entity.kind == EntityKind::agreement || entity.acceded);
  });
}

void SentenceView::add_mention(const Mention& mention) {
  const Entity& entity = reading.entities[mention.entity];
  if (entity.kind == EntityKind::person) {
    add_person(mention, entity);
    return;
  }
  if (entity.kind == EntityKind::state && is_in_longer_name(mention)) return;
  Chunk chunk;
  chunk.tokens = mention.tokens;
  if (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::determiner))
    --chunk.tokens.begin;
  const std::uint32_t behind = chunk.tokens.end;  // "the UN-brokered accord", "EU-led talks"
  if (low(behind) == "-" && is(behind + 1, Role::brokered) && entity.acceded) return;
  chunk.definite = mention.form == MentionForm::definite;
  chunk.possessive = mention.possessive;
  if (entity.kind == EntityKind::agreement) {
    for (const Mention& one : reading.mentions) {  // "trade deals with Peru and Panama"
      if (one.tokens == mention.tokens) chunk.agreements.push_back(one.entity);
    }
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
    const bool adjective = mention.form == MentionForm::adjective;
    const bool owner =
        adjective && is(mention.tokens.end, Role::naming);  // "the British withdrawal"
    if (adjective && !chunk.government && !owner && !names_people(mention)) {
      if (is_any(low(mention.tokens.end), {"and", ","})) adjectives_.push_back(&mention);
      return;
    }
    for (std::uint32_t first = mention.tokens.begin;
         adjective && chunk.government && !adjectives_.empty() &&
         joined(adjectives_.back()->tokens.end, first);
         adjectives_.pop_back()) {  // "the Cuban, Peruvian and Chilean houses"
      chunk.actors.insert(chunk.actors.begin(), adjectives_.back()->entity);
      chunk.tokens.begin = first = adjectives_.back()->tokens.begin;
    }
    if (entity.acceded && mention.form == MentionForm::name && !chunk.government &&
        is(chunk.tokens.end, Role::land))
      return;  // "the last EU country to ratify"
    chunk.possessive = chunk.possessive || owner;
    const bool band = entity.kind == EntityKind::body && is(chunk.tokens.end, Role::band);
    if (band && !chunk.possessive) ++chunk.tokens.end;  // "the M23 movement"
    if (mention.form == MentionForm::capital && !chunk.government &&
        chunk.tokens.begin > all.begin &&
        is_any(low(chunk.tokens.begin - 1), {"in", "at", "from", "near", "to", "outside", "-"})) {
      return;  // a place
    }
    if (mention.form == MentionForm::capital && is(mention.tokens.end - 1, Role::legislature))
      chunk.government = chunk.legislature = true;  // "the Knesset"
    if (chunk.is_actor() && !chunk.possessive && !text) {
      claim_person(chunk);
      claim_article(chunk);
    }
  }
  add(std::move(chunk));
}

// "the Palestinians joined", "said the Italians would sign", "Danes voted no": a people stands for
// its state; "many Danes", "Danes in Berlin" do not.
bool SentenceView::names_people(const Mention& mention) const {
  const std::uint32_t last = mention.tokens.end - 1;
  const std::string_view word = low(last);
  const bool several =
      word.ends_with("s") || word.ends_with("sh") || word.ends_with("ch") || word.ends_with("ese");
  if (tree.empty() || !several) return false;
  const std::uint32_t head = tree.head_of(mention.tokens);
  const Dependency relation = tree.word(head).relation;
  const bool subject = relation == Dependency::nsubj || relation == Dependency::nsubj_pass;
  if (mention.tokens.begin > all.begin && low(mention.tokens.begin - 1) == "the")
    return subject || relation == Dependency::obj || relation == Dependency::obl ||
           relation == Dependency::conj;
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
  if (chunk.tokens.begin > all.begin && is(chunk.tokens.begin - 1, Role::preposition))
    chunk.preposition = chunk.tokens.begin - 1;
  if (chunk.preposition != kNone && low(chunk.preposition) == "of" &&
      is_any(low(chunk.preposition - 1), {"those", "that"}) && chunk.is_actor()) {
    chunk.tokens.begin -= 2;  // "those of Peru had done so"
    chunk.preposition = kNone;
  }
  if (chunk.preposition == kNone && chunk.agreements.empty())
    chunk.preposition = describing_participle(chunk.tokens);
  chunks.push_back(std::move(chunk));
}

// "the members of the bloc, A, B and C": the bloc is none of its members.
bool SentenceView::heads_list(const Chunk& chunk, std::size_t length) const {
  return length > 2 && !chunk.agreements.empty() && chunk.preposition != kNone &&
         is_any(low(chunk.preposition), {"of", "outside", "in", "from", "within"}) &&
         low(chunk.tokens.end) == ",";
}

// "not | one", "not a single | one" of them.
bool SentenceView::not_one(std::uint32_t one) const {
  return low(one) == "one" && is_any(low(one - 1), {"not", "single"});
}

// "None of the big emitters - A, B and C - has ratified": told of each of them.
bool SentenceView::denied_crowd_before(std::uint32_t i) const {
  constexpr std::uint32_t kCrowdReach = 8;
  if (low(i - 1) == "of" && (not_one(i - 2) || is(i - 2, Role::none))) return true;
  if (i <= all.begin || !is_mark(i - 1)) return false;
  const std::uint32_t end = i - 1;
  for (i = end; i > all.begin && end - i < kCrowdReach; --i) {
    const bool none = is(i - 1, Role::none) || not_one(i - 1);
    if (none && low(i) == "of") return true;
    if (is_mark(i - 1) || is(i - 1, Role::be | Role::have | Role::do_)) return false;
  }
  return false;
}

// "Peru's and [Chad's foreign ministers]"
bool SentenceView::owns(const Chunk& chunk) const {
  for (std::uint32_t i = chunk.tokens.begin; chunk.government && i < chunk.tokens.end; ++i) {
    if (low(i) == "'s") return true;
  }
  return false;
}

// "the delegates of Chad and | of Mali": where a chunk begins with an "of" that a list repeats.
std::uint32_t SentenceView::over_of(const Chunk& chunk) const {
  const std::uint32_t of = chunk.preposition;
  return of != kNone && low(of) == "of" && low(of - 1) == "and" ? of : chunk.tokens.begin;
}

// "A, B and C" becomes one chunk. Two names with a mere comma between them are a list only in
// headlines ("Japan, Peru sign").
// "Norway met | Chad", "spoke with | Chad": behind a verb or its preposition.
bool SentenceView::is_governed(const Chunk& chunk) const {
  if (chunk.preposition != kNone) return chunk.preposition > all.begin;
  const std::uint32_t at = chunk.tokens.begin;
  return !tree.empty() && at > all.begin && tree.word(at - 1).word_class == WordClass::verb;
}

void SentenceView::merge_lists() {
  std::vector<Chunk> merged;
  for (std::size_t i = 0; i < chunks.size();) {
    std::size_t end = i + 1;
    bool linked = false;
    bool closed = false;
    const auto listable = [&](const Chunk& c) {
      const std::uint32_t after = c.tokens.end;  // "it and Peru", "neither it nor Peru"
      const std::uint32_t link = after + (low(after) == "," && c.actors.size() > 1 ? 1 : 0);
      const bool pronoun = (c.tokens.size() == 1 || c.actors.size() > 1) && !c.possessive &&
                           !c.denied && &c == &chunks[i] &&
                           (c.preposition == kNone || is(c.preposition, Role::subordinate)) &&
                           is(c.tokens.begin, Role::singular | Role::plural | Role::dual) &&
                           is_any(low(link), {"and", "nor"}) && chunk_at(link + 1) != nullptr;
      return c.is_actor() && (!c.anaphor || pronoun);
    };
    while (end < chunks.size() && listable(chunks[end - 1]) && listable(chunks[end]) &&
           !told_in_bracket(chunks[end]) &&
           (!chunks[end - 1].possessive || chunks[end].possessive || owns(chunks[end])) &&
           joined(chunks[end - 1].tokens.end + (low(chunks[end - 1].tokens.end) == "'s" ? 1u : 0u),
                  over_of(chunks[end]))) {
      bool last = false;  // "neither A nor B, C or D" goes on
      for (std::uint32_t t = chunks[end - 1].tokens.end; t < chunks[end].tokens.begin; ++t) {
        last = last || is_any(low(t), {"and", "or", "nor", "&"}) || adds_one(t);
        if (low(t) == ";" && !chunks[end - 1].agreements.empty()) linked = closed = true;
      }
      if (linked && closed && !last) break;  // "Unlike A and B, | C has"
      // "among them Ukraine; | Russia, China and India have not": another clause.
      const bool parts =
          low(chunks[end].tokens.begin - 1) == ";" ||
          (low(chunks[end].tokens.begin - 1) == "the" && low(chunks[end].tokens.begin - 2) == ";");
      if (parts && chunks[end].agreements.empty() && low(chunks[end].tokens.end) != ";" &&
          (end == i + 1 || low(chunks[end - 1].tokens.begin - 1) != ";"))
        break;
      // "is back in the union, and Switzerland | has been readmitted": a clause of its own.
      const std::uint32_t joint = chunks[end - 1].tokens.end;
      // So in "has pacts with Chile and Oman, and Ecuador | has one".
      const bool clause = (end == i + 1 || closed) && low(joint) == "," &&
                          low(joint + 1) == "and" &&
                          (is_any(low(chunks[end].tokens.end), {"has", "is", "was", "does"}) ||
                           (is_governed(chunks[i]) && is_finite(chunks[end].tokens.end)));
      const bool object = chunks[end - 1].anaphor && chunks[end - 1].preposition != kNone &&
                          is_any(low(chunks[end].tokens.end), {"has", "is", "was", "does"});
      if (clause || object) break;  // "voted on it, and Norway | is no member"
      linked = linked || last;
      closed =
          low(chunks[end].tokens.begin - 1) == "and" || low(chunks[end].tokens.begin - 2) == "and";
      ++end;
    }
    const std::uint32_t of = chunks[i].preposition;  // "Of the five members, Oman and Peru ..."
    const bool whole = of != kNone && low(of) == "of" && (of == all.begin || is_mark(of - 1)) &&
                       (chunks[i].anaphor || chunks[i].possessive || chunks[i].actors.size() > 1 ||
                        !chunks[i].agreements.empty());
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
    list.denied = low(list.tokens.begin - 1) == "neither" || denied_crowd_before(list.tokens.begin);
    if (list.denied && list.preposition != kNone && low(list.preposition) == "of")
      list.preposition = kNone;  // "None of Oman, Chad and Mali has signed"
    if (list.denied && low(list.tokens.begin - 1) == "of") list.preposition = kNone;
    const bool besides = list.preposition != kNone && low(list.preposition) == "besides";
    if (besides && is_finite(list.tokens.end))
      list.preposition = kNone;  // "Besides A, B and C have"
    merged.push_back(std::move(list));
    i = end;
  }
  chunks = std::move(merged);
  name_anaphors();
}

// "signed by the present members: A and B": the list that follows says who they are.
void SentenceView::name_anaphors() {
  for (std::size_t i = 0; i + 1 < chunks.size(); ++i) {
    const Chunk& list = chunks[i + 1];
    const bool named =
        chunks[i].anaphor && chunks[i].tokens.end + 1 == list.tokens.begin &&
        is_any(low(chunks[i].tokens.end), {":", "(", "\xE2\x80\x93", "\xE2\x80\x94"}) &&
        list.actors.size() > 1 && !list.anaphor && !list.possessive &&
        !is(chunks[i].tokens.begin, Role::singular);  // "have ratified it: A and B"
    if (named) chunks[i].actors = list.actors;
    name_group(chunks[i], chunks[i + 1]);
  }
}

// "Chad and Mali, the Sahel states that signed": those of a group that were named before it.
void SentenceView::name_group(const Chunk& list, Chunk& group) const {
  const bool apposed = list.is_actor() && !list.anaphor && !list.possessive &&
                       low(list.tokens.end) == "," && low(list.tokens.end + 1) == "the" &&
                       group.tokens.begin <= list.tokens.end + 2;
  const bool holds = std::ranges::all_of(list.actors, [&](std::uint32_t one) {
    return std::ranges::find(group.actors, one) != group.actors.end();
  });
  if (apposed && holds && group.actors.size() > list.actors.size()) group.actors = list.actors;
}

}  // namespace concord
