#include "claim/tree.h"

#include <algorithm>

namespace concord {
namespace {

bool names_member(Dependency relation) {
  return relation == Dependency::conj || relation == Dependency::appos ||
         relation == Dependency::flat || relation == Dependency::compound ||
         relation == Dependency::list;
}

}  // namespace

Tree::Tree(const Reading& reading, TokenSpan sentence) : reading_(reading), sentence_(sentence) {
  if (sentence.empty() || reading.syntax.empty()) return;
  const Syntax& syntax = reading.syntax[reading.token(sentence.begin).sentence];
  if (syntax.words.size() == sentence.size()) syntax_ = &syntax;
}

std::uint32_t Tree::parent(std::uint32_t token) const {
  const std::uint32_t head = word(token).head;
  return head == kRoot ? kNone : sentence_.begin + head;
}

std::uint32_t Tree::head_of(TokenSpan span) const {
  if (empty()) return kNone;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    if (word(i).word_class == WordClass::punct) continue;
    const std::uint32_t head = parent(i);
    if (head == kNone || !span.contains(head)) return i;
  }
  return span.begin;
}

bool Tree::is_embedded(std::uint32_t token) const {
  for (; !empty() && token != kNone; token = parent(token)) {
    const Dependency relation = word(token).relation;
    const bool clause = relation == Dependency::acl || relation == Dependency::acl_relcl ||
                        relation == Dependency::advcl;
    if (clause) return true;
  }
  return false;
}

bool Tree::tells_past() const {
  if (empty()) return true;
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    const std::uint32_t head = parent(i);
    if (head == kNone && word(i).tag == Penn::vbd) return true;
    const bool of_root = head != kNone && parent(head) == kNone;
    if (of_root && is_any(reading_.lower(i), {"has", "have", "had", "was", "were"})) return true;
  }
  return false;
}

std::string Tree::step_down(std::uint32_t token) const {
  const Dependency relation = word(token).relation;
  if (relation == Dependency::obl_agent) return "obl:by";
  std::string name(relation_name(relation));
  if (relation != Dependency::nmod && relation != Dependency::obl) return name;
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    if (word(i).relation == Dependency::case_mark && parent(i) == token)
      return name + ":" + std::string(reading_.lower(i));
  }
  return name;
}

std::string Tree::path(std::uint32_t from, std::uint32_t to, std::size_t steps_max,
                       bool plain) const {
  std::vector<std::uint32_t> above;  // from `from` up to the root
  for (std::uint32_t at = from; at != kNone; at = parent(at)) above.push_back(at);
  std::vector<std::uint32_t> down;
  std::uint32_t at = to;
  while (std::ranges::find(above, at) == above.end()) {
    down.push_back(at);
    at = parent(at);
    if (at == kNone) return "far";
  }
  std::ranges::reverse(down);
  if (plain) {
    while (down.size() > 1 && names_member(word(down.back()).relation)) down.pop_back();
  }
  const auto up = static_cast<std::size_t>(std::ranges::find(above, at) - above.begin());
  if (up + down.size() > steps_max) return "far";
  std::string path;
  for (std::size_t i = 0; i < up; ++i) {
    if (!path.empty()) path += ".";
    path += "^" + std::string(relation_name(word(above[i]).relation));
  }
  for (const std::uint32_t token : down) {
    if (!path.empty()) path += ".";
    path += step_down(token);
  }
  return path;
}

}  // namespace concord
