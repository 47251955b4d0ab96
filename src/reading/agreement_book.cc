#include "reading/agreement_book.h"

#include <algorithm>

namespace concord {

Named* AgreementBook::named_of(std::uint32_t entity) {
  const auto at = std::ranges::find(named, entity, &Named::entity);
  return at == named.end() ? nullptr : &*at;
}

const Named* AgreementBook::named_of(std::uint32_t entity) const {
  const auto at = std::ranges::find(named, entity, &Named::entity);
  return at == named.end() ? nullptr : &*at;
}

std::uint32_t AgreementBook::two_sided_last() const {
  const Named* last = found.empty() ? nullptr : named_of(found.back().entity);
  return last != nullptr && !last->titled && !last->sides.empty() ? last->entity : kNone;
}

std::uint32_t AgreementBook::entity_for(const std::string& id, const std::string& name) {
  const auto [at, fresh] =
      by_id.try_emplace(id, static_cast<std::uint32_t>(reading_.entities.size()));
  if (fresh) {
    Entity entity;
    entity.kind = EntityKind::agreement;
    entity.id = id;
    entity.name = name;
    reading_.entities.push_back(std::move(entity));
  } else {
    alias(at->second, name);
  }
  return at->second;
}

void AgreementBook::alias(std::uint32_t entity, const std::string& name) {
  add_name(reading_.entities[entity], name);
}

void AgreementBook::give_title(std::uint32_t entity, const std::string& title) {
  Entity& agreement = reading_.entities[entity];
  agreement.aliases.push_back(agreement.name);
  agreement.name = title;
}

void AgreementBook::give_bare_name(std::uint32_t entity, TokenSpan span, const std::string& name) {
  give_title(entity, name);
  bare_names_.push_back({span, entity});
  add(span, entity, MentionForm::name);
}

std::uint32_t AgreementBook::bare_name_at(TokenSpan span) const {
  for (const auto& [name, entity] : bare_names_) {
    std::uint32_t same = 0;
    while (same < std::min(name.size(), span.size()) &&
           reading_.lower(span.begin + same) == reading_.lower(name.begin + same))
      ++same;
    if (same == name.size()) return entity;
  }
  return kNone;
}

void AgreementBook::add_member(std::uint32_t entity, std::uint32_t side) {
  auto& members = reading_.entities[entity].members;
  if (std::ranges::find(members, side) == members.end()) members.push_back(side);
}

void AgreementBook::add(TokenSpan span, std::uint32_t entity, MentionForm form) {
  found.push_back({span, entity, form, owns_behind(reading_, span.end)});
}

void AgreementBook::merge_mentions() {
  std::ranges::stable_sort(found, {}, [](const Mention& m) { return m.tokens; });
  std::vector<Mention> kept;
  std::size_t at = 0;
  for (const Mention& mention : reading_.mentions) {
    while (at < found.size() && found[at].tokens.end <= mention.tokens.begin) ++at;
    const bool inside = at < found.size() && found[at].tokens.overlaps(mention.tokens);
    if (!inside) kept.push_back(mention);
  }
  kept.insert(kept.end(), found.begin(), found.end());
  std::ranges::stable_sort(kept, {}, [](const Mention& m) { return m.tokens; });
  reading_.mentions = std::move(kept);
}

}  // namespace concord
