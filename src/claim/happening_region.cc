#include "claim/happening_region.h"

namespace concord {
namespace {

constexpr std::uint32_t kOtherWordsMax = 7;  // between what a region holds

const Player* player_at(const std::vector<Player>& cast, std::uint32_t i) {
  for (const Player& player : cast) {
    if (player.tokens.begin == i) return &player;
  }
  return nullptr;
}

// Past all members of the player's list.
std::uint32_t list_end(const std::vector<Player>& cast, const Player& first) {
  std::uint32_t end = first.tokens.end;
  for (const Player& player : cast) {
    if (player.list == first.list) end = std::max(end, player.tokens.end);
  }
  return end;
}

bool takes_part(const Scene& scene, const Player& player) {
  if (player.possessive || player.attribute) return false;
  return player.link == kNone || scene.any(player.link, {"with", "between", "among", "of", "by",
                                                         "including", "alongside", "to", "from"});
}

bool closes(const Scene& scene, std::uint32_t i) {
  if (scene.any(i, {";", ".", "?", "!", ":", "(", "\"", "\xE2\x80\x9C"})) return true;
  if (scene.is(i, Role::relative | Role::subordinate) && !scene.any(i, {"as", "since"}))
    return true;
  if (scene.low(i) == "as" && scene.low(i + 1) != "well") return true;
  if (scene.says(i)) return true;
  if (scene.any(i, {"about", "over", "regarding", "concerning"})) return true;
  if (scene.low(i) == "to" && !scene.capital(i + 1) && !scene.is(i + 1, Role::determiner))
    return true;  // "met to discuss"
  return false;
}

// Whether what begins at token i is the object of what ends before `begin`.
bool direct(const Scene& scene, std::uint32_t begin, std::uint32_t i) {
  for (std::uint32_t t = begin; t < i; ++t) {
    if (!scene.is(t, Role::determiner | Role::adverb | Role::owner | Role::visiting) &&
        scene.low(t) != "both" && !scene.low(t).ends_with("ly"))
      return false;
  }
  return true;
}

// "between Levi and | the leaders of several states"
bool unnamed_partner(const Scene& scene, std::uint32_t i) {
  while (scene.is(i, Role::determiner | Role::visiting) || scene.low(i) == "several") ++i;
  return scene.is(i, Role::government | Role::country);
}

// Whether a noun stands at token i: after an article, an owner, or an adjective that has one.
bool noun_place(const Scene& scene, std::uint32_t i, int adjectives) {
  if (i == scene.all.begin) return true;
  const std::uint32_t before = i - 1;
  if (scene.is(before, Role::determiner | Role::owner) || scene.low(before) == "'s") return true;
  if (scene.is(before, Role::preposition) && scene.low(before) != "to") return true;
  const Mention* mention = scene.mention_at(before);
  if (mention != nullptr && mention->form == MentionForm::adjective) return true;
  const bool adjective = scene.word(before) && !scene.is(before, Role::small) && mention == nullptr;
  return adjective && adjectives > 0 && noun_place(scene, before, adjectives - 1);
}

const HappeningForm& form_here(const Scene& scene, const std::vector<HappeningForm>& forms,
                               std::uint32_t i) {
  if (forms.size() == 1) return forms.front();
  const bool noun = noun_place(scene, i, 2);
  for (const HappeningForm& form : forms) {
    if ((form.form == ActForm::noun) == noun) return form;
  }
  return forms.front();
}

}  // namespace

std::vector<Trigger> triggers_in(const Scene& scene, const HappeningTable& table) {
  std::vector<Trigger> triggers;
  for (std::uint32_t i = scene.all.begin; i < scene.all.end;) {
    std::optional<Phrases::Hit> hit;
    if (scene.reading.opens(i, table.opens))
      hit = table.phrases.longest([&](std::uint32_t t) { return scene.low(t); }, i, scene.all.end);
    if (!hit) {
      ++i;
      continue;
    }
    const HappeningForm& form = form_here(scene, table.forms[hit->value], i);
    triggers.push_back({i, i + hit->length, form.form, &table.rows[form.row]});
    i += hit->length;
  }
  return triggers;
}

Region read_region(const Scene& scene, const HappeningTable& table, const std::vector<Player>& cast,
                   const Trigger& at, std::uint32_t begin, std::uint32_t limit) {
  Region region;
  std::uint32_t others = 0;
  std::uint32_t i = begin;
  while (i < limit && !closes(scene, i) && others < kOtherWordsMax) {
    if (const Time* time = scene.time_at(i)) {
      if (region.time == nullptr && !time->duration && !time->since && !time->until)
        region.time = time;
      i = time->tokens.end;
      continue;
    }
    std::uint32_t end = 0;
    if (const std::string place = place_at(scene, i, end); !place.empty()) {
      std::string& slot = scene.low(i) == "to" ? region.goal : region.place;
      if (slot.empty()) slot = place;
      i = end;
      continue;
    }
    if (const Player* player = player_at(cast, i)) {
      const bool free = player->link == kNone && !player->attribute && !player->possessive;
      if (free && (at.form == ActForm::noun || !direct(scene, begin, i)))
        break;  // "at a summit in Oslo, | Kenya | signed"
      if (takes_part(scene, *player)) region.partners.push_back(player);
      i = std::max(i + 1, player->attribute ? player->tokens.end : list_end(cast, *player));
      others = 0;
      continue;
    }
    if (scene.low(i) == "and" && i > begin && !unnamed_partner(scene, i + 1)) break;
    if (scene.any(i, {"on"}) && scene.any(i + 1, {"the"}) && scene.is(i + 2, Role::sidelines)) {
      for (i += 3; region.place.empty() && scene.all.contains(i) && !closes(scene, i); ++i)
        region.place = place_at(scene, i, end);  // "of a summit in Kazan"
      break;
    }
    if (scene.low(i) == "on" && scene.time_at(i + 1) == nullptr) break;
    others += scene.word(i) && scene.words_at(table, "lasting", i) == 0 &&
              !scene.is(i, Role::preposition | Role::determiner);
    ++i;
  }
  region.end = i;
  return region;
}

bool commas_in(const Scene& scene, TokenSpan tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (scene.low(i) == ",") return true;
  }
  return false;
}

// Of "A, who fled B, met" A: words between commas before the verb are passed over.
const Player* subject_before(const Scene& scene, const std::vector<Player>& cast,
                             std::uint32_t end) {
  std::uint32_t limit = end;
  while (limit > scene.all.begin && scene.is(limit - 1, Role::adverb)) --limit;
  if (limit > scene.all.begin && scene.low(limit - 1) == ",") {
    for (const Player& player : cast) {  // "Levi, the speaker, and Reis, Chile's president, met"
      const bool apposed = player.person && player.tokens.end == limit - 1;
      if (apposed && player.link == kNone && commas_in(scene, player.tokens)) return &player;
    }
    for (std::uint32_t i = limit - 1; i > scene.all.begin; --i) {
      const bool opens = scene.any(
          i, {"who", "which", "whose", "the", "a", "on", "in", "along", "together", "at", "with"});
      if (scene.low(i - 1) != "," || !opens) continue;
      limit = i - 1;
      break;
    }
  }
  const Player* best = nullptr;
  for (const Player& player : cast) {
    if (player.tokens.end > limit) break;
    if (player.link == kNone && !player.possessive && !player.attribute) best = &player;
  }
  return best;
}

}  // namespace concord
