// Words for those left of a group that was named whole: the group, less those told of since.
//
//   invited A, B, C and D. A declined, and [the other three] joined     [the remaining two] have
//   not [the rest] followed in May     All but [B] have done so
#include <algorithm>

#include "claim/arguments.h"

namespace concord {
namespace {

constexpr std::size_t kGroupsBack = 9;  // of more, which group is meant is a guess

bool holds(const Entities& group, std::uint32_t one) {
  return std::ranges::find(group, one) != group.end();
}

// Who of the last whole group was not told of since, where they are as many as said (0: some).
Entities left_of(const std::vector<Entities>& groups, std::uint32_t size) {
  const std::size_t first = groups.size() - std::min(groups.size(), kGroupsBack);
  Entities since;
  for (std::size_t n = groups.size(); n > first; --n) {
    const Entities& group = groups[n - 1];
    Entities rest;
    std::ranges::remove_copy_if(group, std::back_inserter(rest),
                                [&](std::uint32_t one) { return holds(since, one); });
    const bool some = rest.size() < group.size() && rest.size() > (size == 0 ? 1 : 0);
    if (some && (size == 0 || rest.size() == size)) return rest;
    add_new(since, group);
  }
  return {};
}

}  // namespace

// "the rest", "the others", "the remaining countries": the token after such words, or i.
std::uint32_t SentenceView::rest_at(std::uint32_t i) {
  if (low(i) != "the") return i;
  const bool more = is_any(low(i + 1), {"others", "rest"}) && low(i + 2) != "of";
  const bool noun = is(i + 1, Role::rest) && is(i + 2, Role::country) &&
                    low(i + 2).ends_with("s") && low(i + 3) != "of";
  if (!more && !noun) return i;
  const std::uint32_t end = i + (noun ? 3 : 2);
  if (is(end, Role::be) || is_mark(end)) return i;  // "The others are A and B", "the rest, A and B"
  merge_lists();
  std::vector<std::vector<std::uint32_t>> groups = discourse_.groups;
  for (const Chunk& chunk : chunks) {
    if (chunk.is_actor()) groups.push_back(chunk.actors);
  }
  Chunk others;
  others.tokens = {i, end};
  others.anaphor = true;
  others.actors = left_of(groups, 0);
  if (others.actors.empty()) return i;
  add(std::move(others));
  return end;
}

// "Chile and Peru have signed. | The other three | have not": adds those of a group named before
// who were not told of since; where there is no such group, nobody.
void SentenceView::add_others(TokenSpan tokens, std::uint32_t size) {
  merge_lists();
  std::vector<std::vector<std::uint32_t>> here;
  for (const Chunk& chunk : chunks) {
    if (chunk.is_actor()) here.push_back(chunk.actors);
  }
  std::vector<std::vector<std::uint32_t>> groups = discourse_.groups;
  groups.insert(groups.end(), here.begin(), here.end());
  Chunk others;
  others.tokens = tokens;
  others.anaphor = true;
  others.actors = left_of(groups, size);
  if (!others.is_actor() && size != discourse_.parties.size())
    others.actors = resolve(discourse_, reading, here, size);
  // "A declined, and | the other two | joined": no other's deed; "held | the other ten | together".
  const std::uint32_t before = tokens.begin - 1;
  const bool opens = tokens.begin == all.begin || is_mark(before) || is(before, Role::list);
  const bool does = is_finite(tokens.end) || is(tokens.end, Role::have | Role::be | Role::do_);
  if (others.is_actor() || (opens && does)) add(std::move(others));
}

Entities rest_besides(const SentenceView& view, const Discourse& discourse,
                      const Entities& left_out) {
  std::vector<Entities> groups = discourse.groups;
  for (const Chunk& chunk : view.chunks) {
    if (chunk.anaphor) groups.push_back(chunk.actors);  // "of | those five | all but Oman"
  }
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    const bool all =
        std::ranges::all_of(left_out, [&](std::uint32_t one) { return holds(*group, one); });
    if (!all || group->size() < left_out.size() + 2) continue;
    Entities rest;
    std::ranges::remove_copy_if(*group, std::back_inserter(rest),
                                [&](std::uint32_t one) { return holds(left_out, one); });
    return rest;
  }
  return {};
}

}  // namespace concord
