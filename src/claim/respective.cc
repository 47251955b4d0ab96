// Pairs told "respectively": the first of one list goes with the first of the other.
//
//   Peru and Chile signed the Lima Pact and the Oslo Convention, [respectively]
//   Peru joined NATO and the EU in 2001 and 2003 [respectively]
// Who did it when is paired by member_times.cc, with and without the word.
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

// The last act that begins before the word.
FoundAct* act_before(std::vector<FoundAct>& acts, std::uint32_t word) {
  FoundAct* last = nullptr;
  for (FoundAct& act : acts) {
    if (act.begin < word && (last == nullptr || act.begin > last->begin)) last = &act;
  }
  return last;
}

// Its agreements as the sentence names them, the first first.
Entities in_text_order(const SentenceView& view, const FoundAct& act) {
  Entities ordered;
  for (const Chunk& chunk : view.chunks) {
    for (const std::uint32_t one : chunk.agreements) {
      if (std::ranges::find(act.agreements, one) != act.agreements.end()) add_new(ordered, {one});
    }
  }
  return ordered;
}

// "in 2001, 2003 and 2004"
std::vector<const Time*> times_behind(const SentenceView& view, const FoundAct& act) {
  std::vector<const Time*> listed;
  for (const Time* time : view.times) {
    if (time->tokens.begin < act.words.end) continue;
    if (!listed.empty() && !view.joined(listed.back()->tokens.end, time->tokens.begin)) break;
    listed.push_back(time);
  }
  return listed;
}

}  // namespace

void pair_respectively(const SentenceView& view, std::vector<FoundAct>& acts) {
  std::uint32_t word = view.all.begin;
  while (word < view.all.end && !view.is(word, Role::respective)) ++word;
  FoundAct* act = word < view.all.end ? act_before(acts, word) : nullptr;
  if (act == nullptr) return;
  const Entities texts = in_text_order(view, *act);
  const std::vector<const Time*> times = times_behind(view, *act);
  const bool parties = act->parties.size() == texts.size();
  const bool dated = times.size() == texts.size();
  if (texts.size() < 2 || !(parties || dated)) return;
  const FoundAct whole = *act;
  std::vector<FoundAct> pairs;
  for (std::size_t n = 0; n < texts.size(); ++n) {
    FoundAct one = whole;
    one.agreements = {texts[n]};
    if (parties) one.parties = {whole.parties[n]};
    if (dated) one.time = times[n];
    pairs.push_back(std::move(one));
  }
  *act = std::move(pairs.front());
  acts.insert(acts.end(), pairs.begin() + 1, pairs.end());
}

}  // namespace concord
