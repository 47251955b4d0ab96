// Times told of each of several: lists whose members have a day of their own.
//
//   Three states have ratified it: [Peru in May, Chad and Mali in June]
//   [Chile and Peru] signed in [2002 and 2001]      agreements with [Fiji (2021) and Samoa (2022)]
#include <algorithm>
#include <set>

#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::uint32_t kTimeReach = 4;  // "Oman (both | 2003", "Peru only in | May"

// "Mexico (1994), Chile (2010) and Peru": the times in brackets behind the members of a list.
std::vector<const Time*> times_within(const SentenceView& view, const Entities& parties) {
  std::vector<const Time*> times;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.actors != parties || chunk.actors.size() < 2) continue;
    for (const Time* time : view.times) {
      const bool last =
          time->tokens.begin == chunk.tokens.end + 1 && view.low(chunk.tokens.end) == "(";
      if (chunk.tokens.contains(time->tokens.begin) || last) times.push_back(time);
    }
  }
  return times;
}

// "Chile and Peru joined at once, | Oman and Mali | later, in 2002 and 2001": of those named since.
bool told_of_others(const SentenceView& view, const FoundAct& act, std::uint32_t time) {
  return std::ranges::any_of(view.chunks, [&](const Chunk& chunk) {
    const bool after = chunk.tokens.begin > act.words.end && chunk.tokens.end < time;
    return after && chunk.is_actor() && chunk.preposition == kNone && chunk.actors.size() > 1 &&
           view.low(chunk.tokens.begin - 1) == "," &&
           std::ranges::find(act.parties, chunk.actors.front()) == act.parties.end();
  });
}

// "Chile and Peru signed in 2002 and 2001": as many times as parties, each its own.
void part_in_order(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t n = 0; n < acts.size(); ++n) {
    if (acts[n].parties.size() < 2) continue;
    std::vector<const Time*> times = times_within(view, acts[n].parties);
    if (times.empty() && acts[n].time != nullptr) times = {acts[n].time};
    for (const Time* time : view.times) {
      if (times.empty()) break;
      const std::uint32_t end = times.back()->tokens.end;
      if (time->tokens.begin < end || time->tokens.begin > end + 3) continue;
      bool linked = end < time->tokens.begin;
      for (std::uint32_t i = end; i < time->tokens.begin;
           ++i) {  // not "in 2019 and | resumed | in"
        linked = linked && (is_any(view.low(i), {"and", ","}) || view.is(i, Role::preposition) ||
                            view.is(i, Role::adverb));
      }
      const bool again = time->value == times.back()->value;  // "on 5 May, and from that day"
      if (linked && !again && !time->value.empty() && !time->duration) times.push_back(time);
    }
    if (times.size() > 1 && told_of_others(view, acts[n], times.front()->tokens.begin)) {
      if (acts[n].time == times.front()) acts[n].time = nullptr;
      continue;
    }
    if (times.size() != acts[n].parties.size()) {
      const bool whose = times.size() > 1 && acts[n].time == times.front() &&
                         acts[n].parties.size() > 2 && acts[n].agreements.size() == 1;
      if (whose) acts[n].time = nullptr;  // "A, B and C joined in 1999 and 2000"
      continue;
    }
    for (std::size_t i = 1; i < times.size(); ++i) {
      FoundAct copy = acts[n];
      copy.parties = {acts[n].parties[i]};
      copy.time = times[i];
      acts.push_back(std::move(copy));
    }
    acts[n].time = times.front();
    acts[n].parties.resize(1);
  }
}

// "signed agreements with Fiji (2021) and Samoa (2022)": each deal with the time of its side.
void part_deals(const SentenceView& view, std::vector<FoundAct>& acts) {
  for (std::size_t n = 0; n < acts.size(); ++n) {
    const Entities deals = acts[n].agreements;
    if (deals.size() < 2 || acts[n].parties.empty()) continue;
    for (const Chunk& list : view.chunks) {
      if (list.actors.size() != deals.size() || list.tokens.begin < acts[n].words.end) continue;
      const std::vector<const Time*> times = times_within(view, list.actors);
      bool paired = times.size() == deals.size();
      for (std::size_t i = 0; i < deals.size() && paired; ++i) {
        const Entities& sides = view.reading.entities[deals[i]].members;
        paired = std::ranges::find(sides, list.actors[i]) != sides.end();
      }
      if (!paired) continue;
      const FoundAct whole = acts[n];
      for (std::size_t i = 0; i < deals.size(); ++i) {
        FoundAct one = whole;
        one.agreements = {deals[i]};
        one.time = times[i];
        std::erase_if(one.parties, [&](std::uint32_t party) {
          return party != list.actors[i] &&
                 std::ranges::find(list.actors, party) != list.actors.end();
        });
        if (i == 0)
          acts[n] = std::move(one);
        else
          acts.push_back(std::move(one));
      }
      break;
    }
  }
}

// "three states: Peru in May, Chad and Mali in June", "Peru, in May, and Chad, in June, signed":
// those listed behind or ahead of an act, each with a time.
class ListedTimes {
 public:
  ListedTimes(const SentenceView& view, const FoundAct& act, bool ahead)
      : view_(view), act_(act), ahead_(ahead) {}

  // A time for each party, or none.
  std::vector<const Time*> times() const {
    std::vector<const Time*> times(act_.parties.size(), nullptr);
    std::set<const Time*> different;
    // Of the member before, going backwards.
    std::uint32_t begin = ahead_ ? act_.begin : view_.all.end;
    const Time* next = nullptr;
    for (std::size_t i = act_.parties.size(); i > 0; --i) {
      const TokenSpan member = member_at(act_.parties[i - 1], begin);
      const bool several = i + 1 < act_.parties.size();
      if (member.empty() && several && own_time_before(begin)) {
        times[i - 1] = act_.time;  // "[Brunei] came next, in 1984, then Vietnam (1995)"
        different.insert(act_.time);
        continue;
      }
      if (member.empty()) return {};
      const Time* own = time_behind(member.end, begin);
      if (own == nullptr && view_.joined(member.end, begin)) own = next;
      if (own == nullptr) return {};
      times[i - 1] = next = own;
      different.insert(own);
      begin = member.begin;
    }
    return different.size() > 1 ? times : std::vector<const Time*>();
  }

 private:
  bool own_time_before(std::uint32_t begin) const {
    return act_.time != nullptr && act_.time->tokens.begin >= act_.words.end &&
           act_.time->tokens.end < begin;
  }

  // The last place behind the act, and before a token, where a party is named.
  TokenSpan member_at(std::uint32_t party, std::uint32_t before) const {
    TokenSpan found{0, 0};
    for (const Mention& mention : view_.reading.mentions) {
      const bool side = ahead_ || mention.tokens.begin >= act_.words.end;
      if (!side || mention.tokens.end > before) continue;
      if (mention.entity == party && view_.all.contains(mention.tokens.begin))
        found = mention.tokens;
    }
    return found;
  }

  const Time* time_behind(std::uint32_t i, std::uint32_t end) const {
    if (view_.low(i) == "," && view_.is(i + 1, Role::preposition)) ++i;  // "Kenya, in 2019"
    for (std::uint32_t at = i; at < std::min(i + kTimeReach, end); ++at) {
      const Time* time = view_.time_at(at);
      if (time != nullptr) return time->duration || time->value.empty() ? nullptr : time;
      const bool small = view_.is(at, Role::preposition | Role::adverb | Role::dual) ||
                         is_any(view_.low(at), {"(", "both"});
      if (!small) return nullptr;
    }
    return nullptr;
  }

  const SentenceView& view_;
  const FoundAct& act_;
  const bool ahead_;
};

}  // namespace

// The parties of an act in the order in which they stand ahead of it.
static Entities in_text_order(const SentenceView& view, const FoundAct& act) {
  Entities ordered;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.tokens.end > act.begin) break;
    for (const std::uint32_t one : chunk.actors) {
      if (std::ranges::find(act.parties, one) == act.parties.end()) continue;
      std::erase(ordered, one);
      ordered.push_back(one);
    }
  }
  return ordered.size() == act.parties.size() ? ordered : act.parties;
}

void part_listed(const SentenceView& view, std::vector<FoundAct>& acts) {
  const std::size_t told = acts.size();
  for (std::size_t n = 0; n < told; ++n) {
    if (acts[n].parties.size() < 2 || acts[n].effect == Effect::nothing_asserted) continue;
    std::vector<const Time*> times = ListedTimes(view, acts[n], false).times();
    if (times.empty()) {
      FoundAct listed = acts[n];
      listed.parties = in_text_order(view, acts[n]);
      times = ListedTimes(view, listed, true).times();
      if (!times.empty()) acts[n].parties = listed.parties;
    }
    for (std::size_t i = 1; i < times.size(); ++i) {
      acts.push_back(acts[n]);
      acts.back().parties = {acts[n].parties[i]};
      acts.back().time = times[i];
    }
    if (times.empty()) continue;
    acts[n].time = times.front();
    acts[n].parties.resize(1);
  }
}

// "China, India and, since 2010, South Africa belong to it": a time told within a list, of those
// behind it alone.
static void part_asides(const SentenceView& view, std::vector<FoundAct>& acts) {
  const std::size_t told = acts.size();
  for (std::size_t n = 0; n < told; ++n) {
    const Time* time = acts[n].time;
    const Chunk* list = time == nullptr ? nullptr : view.chunk_at(time->tokens.begin);
    if (list == nullptr || list->actors != acts[n].parties || list->actors.size() < 2) continue;
    Entities later;
    for (const Mention& mention : view.reading.mentions) {
      if (mention.tokens.begin >= time->tokens.end && mention.tokens.end <= list->tokens.end)
        later.push_back(mention.entity);
    }
    std::uint32_t link = time->tokens.begin;
    while (view.is(link - 1, Role::preposition | Role::adverb) || view.low(link - 1) == ",") --link;
    if (!view.is(link - 1, Role::list) || later.empty()) continue;
    acts.push_back(acts[n]);
    acts.back().parties.clear();
    add_new(acts.back().parties, later);
    acts[n].time = nullptr;
    std::erase_if(acts[n].parties,
                  [&](std::uint32_t one) { return std::ranges::find(later, one) != later.end(); });
  }
}

void part_times(const SentenceView& view, std::vector<FoundAct>& acts) {
  part_asides(view, acts);
  part_deals(view, acts);
  part_listed(view, acts);
  part_in_order(view, acts);
}

}  // namespace concord
