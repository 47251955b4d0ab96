// Relations: a noun or verb of data/en/relations.toml with the two states or bodies it ties.
//
//   Kenya | has had | diplomatic relations | with Norway | since 1963     tie
//   Kenya's | embassy | in Norway is in | Oslo                            post
//   China is | Kenya's | largest trading partner                          partner
//   Norway | recognised | Palestine                                       object
//
// Only what stands or has ended: plans and wishes are no ties.
#include <algorithm>
#include <optional>

#include "claim/happening_cast.h"
#include "claim/happening_region.h"
#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {
namespace {

constexpr std::uint32_t kHeadReach = 7;  // "diplomatic, economic and cultural | ties"
constexpr std::uint32_t kVerbReach = 6;

class RelationReader {
 public:
  RelationReader(const Scene& scene, const std::vector<Player>& cast, const Player* topic)
      : scene_(scene), table_(scene.lexicon.happenings.relations), cast_(cast), topic_(topic) {}

  std::vector<Relation> read(const Trigger& at) const {
    Relation relation;
    relation.kind = at.row->kind;
    std::vector<Relation> found;
    switch (at.row->op) {
      case HappeningOp::tie:
      case HappeningOp::end:
        found = read_tie(at, relation);
        break;
      case HappeningOp::post:
        found = read_post(at, relation);
        break;
      case HappeningOp::partner:
        found = read_partner(at, relation);
        break;
      case HappeningOp::object:
        found = read_object(at, relation);
        break;
      default:
        break;
    }
    std::erase_if(found,
                  [](const Relation& r) { return r.a.empty() || r.b.empty() || r.a == r.b; });
    for (Relation& one : found)
      one.evidence = {sentence_evidence(scene_.report, scene_.reading, at.begin)};
    return found;
  }

 private:
  struct Verb {
    std::uint32_t begin = kNone;  // of its group; kNone where a noun stands alone
    bool begins = false;
    bool ends = false;
    bool untold = false;
  };

  // The verb that governs the noun, within reach left of it.
  Verb verb_before(std::uint32_t noun) const {
    for (std::uint32_t i = noun; i > scene_.all.begin && noun - i < kVerbReach; --i) {
      for (const char* role : {"begins", "ends", "keeps"}) {
        const std::uint32_t n = scene_.words_before(table_, role, i);
        if (n == 0) continue;
        const std::string_view first = scene_.low(i - n);
        const bool past = first.ends_with("ed") || role == std::string_view("ends") ||
                          scene_.is(i - n, Role::past);
        const Turn turn = turn_of(scene_, i - n, past ? ActForm::past : ActForm::base);
        const bool bare = turn.controlled || first.ends_with("ing");
        return {turn.begin, role == std::string_view("begins"), role == std::string_view("ends"),
                turn.planned || turn.untold || (bare && role != std::string_view("ends"))};
      }
      if (scene_.any(i - 1, {",", ";", "and"}) && noun - i > 3) break;
      if (scene_.is(i - 1, Role::relative)) break;
    }
    return {};
  }

  static bool is_actor(const Player& player) { return !player.person; }

  std::vector<const Player*> members(const Player* first) const {
    std::vector<const Player*> all;
    if (first == nullptr) return all;
    for (const Player& player : cast_) {
      if (player.list == first->list && is_actor(player)) all.push_back(&player);
    }
    return all;
  }

  // "the country", "it" as a subject stand for the state spoken of before.
  const Player* subject(std::uint32_t verb) const {
    std::uint32_t i = verb;
    while (i > scene_.all.begin && scene_.is(i - 1, Role::adverb)) --i;
    const bool relative = scene_.is(i - 1, Role::relative);
    const bool country = i > scene_.all.begin && scene_.is(i - 1, Role::country) &&
                         scene_.any(i - 2, {"the", "this"}) && !scene_.low(i - 1).ends_with("s");
    if (country || (i > scene_.all.begin && scene_.low(i - 1) == "it")) return topic_;
    const Player* found = subject_before(scene_, cast_, i);
    if (found == nullptr || found->person) return nullptr;
    const std::uint32_t gap = i - found->tokens.end;
    if (relative) return gap <= 2 ? found : nullptr;
    for (std::uint32_t t = found->tokens.end; t < i; ++t) {
      if (scene_.is(t, Role::country | Role::relative)) return nullptr;  // "unlike those states"
    }
    return found;
  }

  std::string since(std::uint32_t from, bool begins, std::uint32_t to) const {
    std::string date;
    for (const Time& time : scene_.reading.times) {
      if (!scene_.all.contains(time.tokens) || time.vague || time.duration || time.until) continue;
      const bool beside = time.tokens.begin >= from && time.tokens.begin < to;
      if ((time.since || begins) && (beside || date.empty())) date = time.value;
    }
    return date;
  }

  std::vector<Relation> read_tie(const Trigger& at, const Relation& start) const {
    std::uint32_t head = at.end;
    const bool verb = at.form != ActForm::noun;
    if (!verb) {
      head = head_after(at.end);
      if (head == at.end) return {};
    }
    Verb governs;
    const bool adjective = scene_.is(at.begin - 1, Role::preposition | Role::owner);
    if (verb && adjective) return {};  // "hopes for restored relations"
    if (verb) {
      const Turn turn = turn_of(scene_, at.begin, at.form);
      governs = {turn.begin, true, at.row->op == HappeningOp::end, turn.planned || turn.untold};
    } else {
      governs = verb_before(at.begin);
    }
    if (governs.untold) return {};
    Relation relation = start;
    relation.polarity = governs.ends ? Polarity::denied : Polarity::affirmed;
    const Region region = read_region(scene_, table_, cast_, at, head, scene_.all.end);
    relation.since = since(at.begin, governs.begins || governs.ends, region.end);
    std::vector<const Player*> left;
    std::vector<const Player*> right;
    for (const Player* partner : region.partners) {
      if (partner->link == kNone) continue;
      const std::string_view link = scene_.low(partner->link);
      if (link == "between" || link == "of") {
        for (const Player* one : members(partner)) (left.empty() ? left : right).push_back(one);
      } else if (link == "with" || link == "to" || link == "including") {
        for (const Player* one : members(partner)) right.push_back(one);
      }
    }
    if (left.empty() && governs.begin != kNone) left = members(subject(governs.begin));
    if (left.empty()) left = members(owner(at.begin));
    if (right.empty() && left.size() == 2) {  // "Kenya and Norway restored ties"
      right.push_back(left.back());
      left.pop_back();
    }
    return pairs(relation, left, right);
  }

  static std::vector<Relation> pairs(const Relation& start, const std::vector<const Player*>& left,
                                     const std::vector<const Player*>& right) {
    std::vector<Relation> all;
    for (const Player* a : left) {
      for (const Player* b : right) {
        Relation one = start;
        one.a = a->key;
        one.b = b->key;
        all.push_back(std::move(one));
      }
    }
    return all;
  }

  // Past "diplomatic, economic and cultural ties"; `from` where no such noun follows.
  std::uint32_t head_after(std::uint32_t from) const {
    for (std::uint32_t i = from; i < from + kHeadReach && scene_.all.contains(i); ++i) {
      if (scene_.words_at(table_, "head", i) > 0) return i + 1;
      if (scene_.is(i, Role::preposition | Role::be | Role::have)) break;
      if (scene_.mark(i) && !scene_.any(i, {",", "-"})) break;
    }
    return from;
  }

  // "Kenya's | first | embassy", "the Kenyan embassy".
  const Player* owner(std::uint32_t noun) const {
    for (const Player& player : cast_) {
      if (player.person || !(player.possessive || player.attribute)) continue;
      if (player.tokens.end <= noun && noun - player.tokens.end <= 4) return &player;
    }
    return nullptr;
  }

  // The state whose name or capital stands at token i.
  std::string state_at(std::uint32_t i) const {
    while (scene_.is(i, Role::determiner)) ++i;
    const Mention* mention = scene_.mention_at(i);
    if (mention == nullptr) return {};
    const Entity& entity = scene_.reading.entities[mention->entity];
    return entity.kind == EntityKind::state ? entity.id : std::string();
  }

  std::vector<Relation> read_post(const Trigger& at, const Relation& start) const {
    Relation relation = start;
    const Verb verb = verb_before(at.begin);
    if (verb.untold) return {};
    if (verb.ends || ended_after(at.end)) relation.polarity = Polarity::denied;
    const Player* has = owner(at.begin);
    if (has == nullptr && verb.begin != kNone) has = subject(verb.begin);
    if (has == nullptr || has->person) return {};
    relation.a = has->key;
    std::string host;
    for (std::uint32_t i = at.end; scene_.all.contains(i); ++i) {
      if (scene_.any(i, {",", ";", "."}) || scene_.is(i, Role::subordinate)) break;
      if (scene_.any(i, {"in", "to"}) && host.empty()) host = state_at(i + 1);
      std::uint32_t end = 0;
      const std::string place = place_at(scene_, i, end);
      if (place.empty()) continue;
      const Mention* mention = scene_.mention_at(i + 1);
      const bool whole = mention != nullptr && mention->form == MentionForm::name;
      if (!whole) relation.place = place;
    }
    relation.b = host;
    relation.since = since(at.begin, verb.begins || verb.ends, scene_.all.end);
    return {relation};
  }
  bool ended_after(std::uint32_t i) const {
    while (scene_.is(i, Role::be | Role::have)) ++i;
    return scene_.words_at(table_, "ends", i) > 0;
  }

  std::vector<Relation> read_partner(const Trigger& at, const Relation& start) const {
    std::uint32_t be = at.begin;
    while (be > scene_.all.begin && at.begin - be < 8 && !scene_.is(be - 1, Role::be)) --be;
    if (!scene_.is(be - 1, Role::be)) return read_apposed(at, start);
    const Turn turn = turn_of(scene_, be, ActForm::past);
    if (turn.planned || turn.untold) return {};
    for (std::uint32_t i = be; i < at.begin; ++i) {
      if (scene_.any(i, {"no", "not", "longer", "never"})) return {};
    }
    const Player* of = owner(at.begin);
    if (of == nullptr) {
      const Region region = read_region(scene_, table_, cast_, at, at.end, scene_.all.end);
      for (const Player* partner : region.partners) {
        if (partner->link != kNone && scene_.low(partner->link) == "of" && of == nullptr)
          of = partner;
      }
    }
    if (of == nullptr || of->person) return {};
    return pairs(start, members(subject(turn.begin)), {of});
  }

  // "China, | Kenya's | largest trading partner, ..."
  std::vector<Relation> read_apposed(const Trigger& at, const Relation& start) const {
    const Player* of = owner(at.begin);
    if (of == nullptr || scene_.low(of->tokens.begin - 1) != ",") return {};
    for (const Player& player : cast_) {
      const bool before = player.tokens.end + 1 == of->tokens.begin && player.link == kNone;
      if (before && !player.possessive && !player.attribute) return pairs(start, {&player}, {of});
    }
    return {};
  }

  std::vector<Relation> read_object(const Trigger& at, const Relation& start) const {
    const Turn turn = turn_of(scene_, at.begin, at.form);
    if (turn.planned || turn.untold || turn.passive) return {};
    Relation relation = start;
    relation.since = since(at.begin, true, scene_.all.end);
    for (const Player& player : cast_) {
      const bool whole = player.link == kNone && !player.possessive && !player.attribute;
      if (player.tokens.begin == at.end && whole)
        return pairs(relation, members(subject(turn.begin)), members(&player));
    }
    return {};
  }

  const Scene& scene_;
  const HappeningTable& table_;
  const std::vector<Player>& cast_;
  const Player* topic_;
};

bool same_tie(const Relation& a, const Relation& b) {
  const bool turned = a.kind != "embassy" && a.kind != "recognition" && a.a == b.b && a.b == b.a;
  return a.kind == b.kind && a.polarity == b.polarity && ((a.a == b.a && a.b == b.b) || turned) &&
         (a.since.empty() || b.since.empty() || a.since == b.since) &&
         (a.place.empty() || b.place.empty() || a.place == b.place);
}

// The state that the nearest sentence before spoke of first.
std::optional<Player> topic_before(const Report& report, const Reading& reading,
                                   const Lexicon& lexicon, const std::vector<PersonName>& persons,
                                   std::size_t sentence) {
  while (sentence-- > 0) {
    const Scene scene(report, reading, lexicon, reading.sentences[sentence]);
    for (const Player& player : cast_of(scene, persons)) {
      if (player.person || player.link != kNone || player.attribute) continue;
      Player topic = player;
      topic.list = kNone;
      topic.tokens = {kNone, kNone};
      return topic;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Found<Relation>> find_relations(const Report& report, const Reading& reading,
                                            const Lexicon& lexicon) {
  std::vector<Found<Relation>> found;
  std::optional<std::vector<PersonName>> persons;  // most reports tell of no relation
  for (std::size_t n = 0; n < reading.sentences.size(); ++n) {
    const Scene scene(report, reading, lexicon, reading.sentences[n]);
    const std::vector<Trigger> triggers = triggers_in(scene, lexicon.happenings.relations);
    if (triggers.empty()) continue;  // most sentences
    if (!persons) persons = find_person_names(reading);
    std::vector<Player> cast = cast_of(scene, *persons);
    const auto topic = topic_before(report, reading, lexicon, *persons, n);
    if (topic) cast.push_back(*topic);  // past the sentence's own players
    for (const Trigger& at : triggers) {
      const RelationReader reader(scene, cast, topic ? &cast.back() : nullptr);
      for (Relation& relation : reader.read(at))
        found.push_back({std::move(relation), at.row->name, at.span()});
    }
  }
  return found;
}

std::vector<Relation> extract_relations(const Report& report, const Reading& reading,
                                        const Lexicon& lexicon) {
  std::vector<Relation> relations;
  for (Found<Relation>& one : find_relations(report, reading, lexicon)) {
    const auto known = std::ranges::find_if(
        relations, [&](const Relation& other) { return same_tie(other, one.noun); });
    if (known == relations.end()) {
      relations.push_back(std::move(one.noun));
      continue;
    }
    if (known->since.empty()) known->since = one.noun.since;
    if (known->place.empty()) known->place = one.noun.place;
    known->evidence.push_back(one.noun.evidence.front());
  }
  return relations;
}

}  // namespace concord
