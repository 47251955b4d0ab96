#include "claim/matter.h"

#include <algorithm>

#include "claim/arguments.h"
#include "reading/block_opening.h"

namespace concord {
namespace {

bool is_joined(const Entity& entity) {
  return entity.kind == EntityKind::agreement || entity.acceded;
}

bool opens_block(const Reading& reading, std::uint32_t n) {
  return n == 0 || reading.sentences[n - 1].block != reading.sentences[n].block;
}

bool stands_alone(const Reading& reading, std::uint32_t n) {
  const auto& all = reading.sentences;
  return opens_block(reading, n) && (n + 1 == all.size() || all[n + 1].block != all[n].block);
}

bool in_capitals(const Reading& reading, TokenSpan words) {
  return words.size() > 0 && reading.token(words.begin).all_capitals;
}

// "RATIFIED", "Peru (May 2025)", "| European Union |": a name of a list under a label in capitals.
bool is_listed(const Reading& reading, std::uint32_t n) {
  const bool capitals = in_capitals(reading, reading.sentences[n].tokens);
  while (n > 0 && stands_alone(reading, n) && !is_label(reading, n)) --n;
  return is_label(reading, n) && !capitals && in_capitals(reading, reading.sentences[n].tokens);
}

// "Has it been signed?": of what was just spoken of.
bool points_back(const SentenceView& view) {
  for (std::uint32_t i = view.all.begin; i < view.all.end; ++i) {
    if (is_any(view.low(i), {"it", "its", "they", "them", "that", "this", "these", "those"}))
      return true;
  }
  return false;
}

// "was busy with | Brussels |": no agreement named.
bool is_capital(const Reading& reading, const Chunk& chunk) {
  const auto one =
      std::ranges::lower_bound(reading.mentions, chunk.tokens.begin, {},
                               [](const Mention& mention) { return mention.tokens.begin; });
  return one != reading.mentions.end() && one->tokens.begin == chunk.tokens.begin &&
         one->form == MentionForm::capital;
}

// "29 May 2014 - ", "May 2015: ": a date that opens an entry.
bool opens_with_date(const SentenceView& view) {
  const Time* time = view.time_at(view.all.begin);
  if (time == nullptr || time->tokens.begin != view.all.begin) return false;
  return is_any(view.low(time->tokens.end), {":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
}

}  // namespace

bool is_landmark(const Reading& reading, const Mention& mention) {
  std::uint32_t at = mention.tokens.begin;
  if (at > 0 && reading.is(at - 1, Role::determiner)) --at;
  return at > 0 && is_any(reading.lower(at - 1), {"since", "until", "unlike", "like", "before"});
}

std::uint32_t matter_of(const Report& report, const Reading& reading, const Discourse& discourse) {
  constexpr std::uint32_t kLeadSentences = 4;
  if (!discourse.items.empty()) return kNone;
  std::uint32_t body = 0;
  while (body < reading.sentences.size() &&
         report.blocks[reading.sentences[body].block].kind == BlockKind::title)
    ++body;
  std::uint32_t first = kNone;
  std::uint32_t sentence = kNone;
  for (const Mention& mention : reading.mentions) {
    const std::uint32_t n = reading.token(mention.tokens.begin).sentence;
    if (n >= body + kLeadSentences || (sentence != kNone && n != sentence)) break;
    if (n < body || !is_joined(reading.entities[mention.entity])) continue;
    if (is_landmark(reading, mention)) continue;
    if (discourse.sources.contains(mention.entity)) continue;
    sentence = n;
    if (first == kNone || mention.entity == discourse.main) first = mention.entity;
  }
  if (first != kNone) return first;
  return discourse.headline.size() == 1 ? discourse.headline.front() : discourse.main;
}

bool is_place_label(const SentenceView& view) {
  constexpr std::uint32_t kWordsMax = 4;  // "THE HAGUE."
  return view.chunks.size() == 1 && view.all.size() <= kWordsMax && !view.title &&
         view.low(view.all.end - 1) == "." && view.reading.token(view.all.begin).all_capitals &&
         is_capital(view.reading, view.chunks.front());
}

void recall_matter(const SentenceView& view, Discourse& discourse) {
  constexpr int kNamed = 2;
  constexpr std::uint32_t kNameMax = 6;  // "AND THE LIMA PACT?", no headline
  const std::uint32_t n = view.reading.token(view.all.begin).sentence;
  if (view.title || view.all.empty() || discourse.matter == kNone) return;
  Entities named;
  for (const Chunk& chunk : view.chunks) {
    if (!is_capital(view.reading, chunk)) add_new(named, chunk.agreements);
  }
  const std::string_view last = view.low(view.all.end - 1);
  const bool asks = last == "?";
  const bool alone = stands_alone(view.reading, n);
  const bool heads = alone && !has_label(view.reading, n) && !is_listed(view.reading, n) &&
                     !is_any(last, {".", "!", ":", "\"", "\xE2\x80\x9D", "'"});
  if (heads && view.all.size() <= kNameMax && named.size() == 1) {
    discourse.headed_by = discourse.main = named.front();
    if (view.reading.entities[named.front()].kind == EntityKind::agreement)
      discourse.main_treaty = named.front();
  }
  if ((heads || asks) && named.size() == 1)
    discourse.spoken.push_back({named.front(), n, kNamed, nullptr});
  const bool asks_anew = asks && opens_block(view.reading, n) && !points_back(view);
  if (named.empty() && (asks_anew || opens_with_date(view)))
    discourse.spoken.push_back({discourse.matter, n, kNamed, nullptr});
}

}  // namespace concord
