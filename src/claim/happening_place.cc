// Places: a state, a capital or capitalised words after "in", "at", "to", "on".
#include "claim/happening_cast.h"

namespace concord {
namespace {

bool starts_name(const Scene& scene, std::uint32_t i) {
  return scene.capital(i) && scene.time_at(i) == nullptr;
}

// Past "the East Room of the White House", "New York", "Astana".
std::uint32_t name_end(const Scene& scene, std::uint32_t i) {
  std::uint32_t end = i;
  while (starts_name(scene, end) ||
         (scene.low(end) == "-" && starts_name(scene, end + 1) && end > i)) {
    const Mention* mention = scene.mention_at(end);
    end = mention != nullptr ? std::max(mention->tokens.end, end + 1) : end + 1;
  }
  const bool of = scene.low(end) == "of" && scene.low(end + 1) == "the";
  if (end > i && of && starts_name(scene, end + 2)) return name_end(scene, end + 2);
  return end;
}

}  // namespace

std::string place_name_at(const Scene& scene, std::uint32_t i, std::uint32_t& end) {
  std::uint32_t at = i;
  while (scene.is(at, Role::determiner | Role::located)) ++at;
  if (!starts_name(scene, at)) return {};
  const Mention* mention = scene.mention_at(at);
  const bool adjective = mention != nullptr && mention->form == MentionForm::adjective;
  if (adjective) {  // "the Kazakh capital Astana", "the Kazakh capital, Astana"
    std::uint32_t next = mention->tokens.end;
    if (!scene.is(next, Role::town)) return {};
    while (scene.is(next, Role::town) || scene.any(next, {"of", ","})) ++next;
    return starts_name(scene, next) ? place_name_at(scene, next, end) : std::string();
  }
  if (mention != nullptr) {
    const EntityKind kind = scene.reading.entities[mention->entity].kind;
    const bool within = scene.any(i - 1, {"in", "at", "near"});  // nobody is met in a person
    if (kind == EntityKind::agreement || (kind == EntityKind::person && !within) ||
        (kind == EntityKind::body && mention->form != MentionForm::capital)) {
      return {};
    }
    if (kind == EntityKind::state && mention->form == MentionForm::name) {
      end = mention->tokens.end;
      return scene.reading.entities[mention->entity].name;
    }
  }
  end = name_end(scene, at);
  return scene.text({at, end});
}

std::string place_at(const Scene& scene, std::uint32_t i, std::uint32_t& end) {
  if (!scene.any(i, {"in", "at", "to", "on", "near", "outside", "inside"})) return {};
  if (scene.time_at(i + 1) != nullptr) return {};
  if (scene.low(i) == "on" && scene.low(i + 1) != "the") return {};
  return place_name_at(scene, i + 1, end);
}

}  // namespace concord
