#include "claim/happening_cast.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::uint32_t kTitleReach = 5;        // "deputy prime minister for foreign affairs"
constexpr std::uint32_t kAppositionReach = 12;  // ", the speaker of Israel's parliament,"

class CastReader {
 public:
  CastReader(const Scene& scene, const std::vector<PersonName>& persons) : scene_(scene) {
    auto it = std::ranges::lower_bound(persons, scene.all.begin, {},
                                       [](const PersonName& p) { return p.tokens.begin; });
    for (; it != persons.end() && it->tokens.begin < scene.all.end; ++it) persons_.push_back(&*it);
  }

  std::vector<Player> run() {
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.end;) {
      const std::size_t before = cast_.size();
      i = std::max(i + 1, player_at(i));
      for (std::size_t p = before; p < cast_.size(); ++p) list_number(p, p > before);
    }
    drop_mere_commas();
    return std::move(cast_);
  }

 private:
  const PersonName* person_at(std::uint32_t i) const {
    for (const PersonName* person : persons_) {
      if (person->tokens.begin == i) return person;
    }
    return nullptr;
  }

  // Adds the player that begins at token i, if one does; returns the token after it.
  std::uint32_t player_at(std::uint32_t i) {
    if (const PersonName* person = person_at(i)) return add_person(*person);
    const Mention* mention = scene_.mention_at(i);
    if (mention == nullptr || mention->tokens.begin != i) return i + 1;
    const Entity& entity = scene_.reading.entities[mention->entity];
    if (entity.kind == EntityKind::group) return add_members(*mention, entity);
    if (entity.kind == EntityKind::office && !entity.party.empty()) return add_office(*mention);
    if (entity.kind != EntityKind::state && entity.kind != EntityKind::body)
      return mention->tokens.end;
    return add_state(*mention, entity);
  }

  // Past the words of an office: "prime minister", "special envoy", "officials".
  std::uint32_t office_end(std::uint32_t i) const {
    std::uint32_t end = i;
    for (std::uint32_t t = i; t < i + kTitleReach && scene_.word(t); ++t) {
      if (person_at(t) != nullptr || scene_.mention_at(t) != nullptr || tells(t)) break;
      if (scene_.low(t) == "of" && scene_.is(t + 1, Role::government) && end == t) continue;
      if (scene_.is(t, Role::preposition | Role::be | Role::have | Role::list)) break;
      if (scene_.is(t, Role::government | Role::delegates) || speaks(t)) end = t + 1;
    }
    return end;
  }
  // "Kenya's embassy", "its largest trading partner": words of a happening are no office.
  bool tells(std::uint32_t i) const {
    const auto word = [&](std::uint32_t t) { return scene_.low(t); };
    const Happenings& tables = scene_.lexicon.happenings;
    for (std::uint32_t back = 0; back < 3 && i >= scene_.all.begin + back; ++back) {
      for (const HappeningTable* table : {&tables.events, &tables.relations}) {
        const auto hit = table->phrases.longest(word, i - back, scene_.all.end);
        if (hit && hit->length > back) return true;
      }
    }
    return false;
  }
  bool speaks(std::uint32_t i) const {
    return scene_.word(i) && scene_.lexicon.speech.speaker(scene_.low(i)).speaks() && !tells(i);
  }

  std::uint32_t add_person(const PersonName& person) {
    Player player;
    player.tokens = person.tokens;
    player.name = person.name;
    player.key = folded_name(person.family);
    player.said = person.family;
    player.person = true;
    player.tokens.begin = title_begin(person.tokens.begin);
    player.tokens.end = past_apposition(person.tokens.end);
    player.possessive = scene_.low(person.tokens.end) == "'s";
    cast_.push_back(std::move(player));
    return cast_.back().tokens.end;
  }

  // Back over "U.S. Special Envoy", "Kazakhstan's president,", "the visiting".
  std::uint32_t title_begin(std::uint32_t i) const {
    const bool apposed = i >= scene_.all.begin + 2 && scene_.low(i - 1) == "," &&
                         (scene_.is(i - 2, Role::government) || speaks(i - 2));
    if (apposed && !person_ends(i - 2)) --i;  // "his Peruvian counterpart, Reis"
    while (i > scene_.all.begin) {
      const std::uint32_t before = i - 1;
      const bool title = scene_.capital(before) && scene_.time_at(before) == nullptr &&
                         !scene_.lexicon.speech.sentence_openers.contains(scene_.low(before));
      const bool office = scene_.is(before, Role::government | Role::visiting) || speaks(before) ||
                          scene_.any(before, {"'s", "then"});
      const bool of = scene_.low(before) == "of" && scene_.is(before - 1, Role::government) &&
                      i == before + 1 && scene_.is(i, Role::government);  // "Secretary of State"
      if ((!title && !office && !of) || person_ends(before)) break;
      --i;
    }
    return i;
  }
  bool person_ends(std::uint32_t i) const {
    return std::ranges::any_of(persons_,
                               [&](const PersonName* p) { return p->tokens.contains(i); });
  }

  // Past ", of Kazakhstan", "of Chile", ", the speaker of Israel's parliament,", ", 74,".
  std::uint32_t past_apposition(std::uint32_t i) const {
    std::uint32_t at = i;
    if (scene_.low(at) == "," && scene_.low(at + 1) == "of") ++at;
    if (scene_.low(at) == "of" && scene_.mention_at(at + 1) != nullptr)
      return scene_.mention_at(at + 1)->tokens.end;
    if (scene_.low(i) != ",") return i;
    bool office = false;
    for (std::uint32_t t = i + 1; t < i + kAppositionReach && scene_.all.contains(t); ++t) {
      if (person_at(t) != nullptr) return i;
      if (scene_.is(t, Role::be | Role::have | Role::relative)) return i;
      if (scene_.low(t) == "and" && !scene_.is(t + 1, Role::government)) return i;
      if (scene_.mark(t) && !scene_.any(t, {"-", "'s"})) {
        return office && scene_.any(t, {",", "."}) ? t : i;
      }
      office = office || scene_.is(t, Role::government) || speaks(t);
    }
    return i;
  }

  std::uint32_t add_members(const Mention& mention, const Entity& group) {
    for (const std::uint32_t member : group.members) {
      const Entity& entity = scene_.reading.entities[member];
      Player player;
      player.tokens = {head_before(mention.tokens.begin), mention.tokens.end};
      player.name = entity.name;
      player.said = entity.name;
      player.key = entity.kind == EntityKind::person ? folded_name(entity.family_name) : entity.id;
      player.possessive = mention.possessive;
      cast_.push_back(std::move(player));
    }
    return mention.tokens.end;
  }

  std::uint32_t add_office(const Mention& mention) {
    for (const Entity& entity : scene_.reading.entities) {
      if (entity.id != scene_.reading.entities[mention.entity].party) continue;
      cast_.push_back({mention.tokens, entity.name, entity.id, entity.name, kNone, 0, false,
                       mention.possessive, false});
      break;
    }
    return mention.tokens.end;
  }

  std::uint32_t add_state(const Mention& mention, const Entity& entity) {
    Player player;
    player.tokens = mention.tokens;
    player.name = entity.name;
    player.key = entity.id;
    player.said = entity.name;
    std::uint32_t after = mention.tokens.end;
    if (scene_.low(after) == "'s") ++after;
    const std::uint32_t office = office_end(after);
    std::uint32_t next = std::max(office, after);
    if (scene_.low(next) == ",") ++next;
    if (office > after && (person_at(next) != nullptr || person_at(office) != nullptr))
      return mention.tokens.end;  // the person stands for it
    const std::string_view word = scene_.low(mention.tokens.end - 1);
    const bool people = word.ends_with("ns") || word.ends_with("is");  // "Canadians", "Israelis"
    if (office <= after && mention.form == MentionForm::adjective && people)
      return mention.tokens.end;
    if (office > after) {
      player.tokens.end = office;
      player.possessive = scene_.low(office) == "'s";
    } else if (mention.form == MentionForm::adjective) {
      player.attribute = true;
    } else {
      player.possessive = mention.possessive;
      player.attribute = scene_.low(mention.tokens.end) == "-";
    }
    const std::uint32_t head = head_before(player.tokens.begin);
    const bool headed = head < player.tokens.begin;
    const std::uint32_t before = player.tokens.begin - 1;
    const bool added = scene_.low(before) == "to" && scene_.low(before - 1) == "addition";
    const bool placed = !added && scene_.any(before, {"in", "at", "to", "from", "near", "across",
                                                      "into", "outside"});
    if (placed && !headed && office == after) {
      return player.tokens.end;  // a place
    }
    const std::uint32_t free = cast_.empty() ? scene_.all.begin : cast_.back().tokens.end;
    if (head >= free) player.tokens.begin = head;
    cast_.push_back(std::move(player));
    return cast_.back().tokens.end;
  }

  // Back over "the leaders of [five Central Asian nations -] Kenya".
  std::uint32_t head_before(std::uint32_t i) const {
    std::uint32_t at = i;
    if (at >= scene_.all.begin + 2 && scene_.mark(at - 1) && scene_.is(at - 2, Role::country)) {
      at -= 2;
      for (int n = 0; n < 4 && at > scene_.all.begin; ++n) {
        if (!scene_.word(at - 1) || scene_.any(at - 1, {"of", "from"})) break;
        if (scene_.is(at - 1, Role::preposition | Role::be | Role::have)) return i;
        --at;
      }
    }
    while (at > scene_.all.begin && scene_.is(at - 1, Role::determiner)) --at;
    if (at < scene_.all.begin + 2 || !scene_.any(at - 1, {"of", "from"})) return i;
    if ((!scene_.is(at - 2, Role::government) && !speaks(at - 2)) || tells(at - 2)) return i;
    at -= 2;
    while (at > scene_.all.begin && (scene_.is(at - 1, Role::government | Role::determiner))) --at;
    return at;
  }

  // Whether only what joins a list stands between two players.
  bool joined(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      const bool as_well = scene_.low(i) == "as"
                               ? scene_.low(i + 1) == "well" || scene_.low(i - 1) == "well"
                               : scene_.low(i) == "well";
      const bool joins = scene_.any(i, {",", "and", "&", "the", "his", "her", "their", "-",
                                        "\xE2\x80\x93", "then", "later"}) ||
                         scene_.is(i, Role::determiner);
      if (!joins && !as_well) return false;
    }
    return to > from;
  }

  // The list and the link of a new player.
  void list_number(std::size_t p, bool same) {
    Player& player = cast_[p];
    if (p > 0) {
      const Player& last = cast_[p - 1];
      const bool list = same || (joined(last.tokens.end, player.tokens.begin) &&
                                 last.possessive <= player.possessive);
      if (list) {
        player.list = last.list;
        player.link = last.link;
        return;
      }
    }
    player.list = static_cast<std::uint32_t>(p + 1);
    std::uint32_t at = player.tokens.begin;
    while (at > scene_.all.begin &&
           (scene_.is(at - 1, Role::determiner | Role::owner | Role::visiting) ||
            scene_.low(at - 1) == "several")) {
      --at;
    }
    const bool governed = scene_.is(at - 1, Role::preposition) &&
                          (!scene_.is(at - 1, Role::subordinate) || scene_.low(at - 1) == "by");
    if (at > scene_.all.begin && governed) player.link = at - 1;
  }

  // Two players with a mere comma between them are no list ("To Levi, Chile was a friend").
  void drop_mere_commas() {
    if (scene_.title) return;  // headlines save the "and"
    for (std::size_t p = 0; p + 1 < cast_.size(); ++p) {
      if (cast_[p].list != cast_[p + 1].list) continue;
      bool first = p == 0 || cast_[p - 1].list != cast_[p].list;
      bool last = p + 2 == cast_.size() || cast_[p + 2].list != cast_[p].list;
      const TokenSpan between = {cast_[p].tokens.end, cast_[p + 1].tokens.begin};
      if (first && last && between.size() == 1 && scene_.low(between.begin) == ",") {
        cast_[p + 1].list = static_cast<std::uint32_t>(p + 2);
        cast_[p + 1].link = kNone;
      }
    }
  }

  const Scene& scene_;
  std::vector<const PersonName*> persons_;
  std::vector<Player> cast_;
};

}  // namespace

std::vector<Player> cast_of(const Scene& scene, const std::vector<PersonName>& persons) {
  return CastReader(scene, persons).run();
}

}  // namespace concord
