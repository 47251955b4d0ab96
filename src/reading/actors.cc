// States and bodies by name, demonym, capital or abbreviation: the longest name of the world's
// table that begins at a capitalised word. Known agreements are left to agreements.cc.
#include <map>

#include "reading/passes.h"

namespace concord {
namespace {

class ActorFinder {
 public:
  ActorFinder(const Report& report, const Lexicon& lexicon, Reading& reading)
      : report_(report), world_(lexicon.world), reading_(reading) {}

  void run() {
    for (const Sentence& sentence : reading_.sentences) {
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
        i = try_at(i, sentence.tokens.end);
      }
    }
  }

 private:
  // Adds the name that begins at token i, if one does; returns the token after it.
  std::uint32_t try_at(std::uint32_t i, std::uint32_t end) {
    const Token& token = reading_.tokens[i];
    if (token.kind == WordKind::mark || !(token.capital || token.all_capitals)) return i + 1;
    const auto hit =
        world_.phrases.longest([&](std::uint32_t t) { return reading_.lower(t); }, i, end);
    if (!hit) return i + 1;
    const WorldName& name = world_.names[hit->value];
    const std::uint32_t after = i + hit->length;
    if (name.kind == NameKind::agreement || (name.abbreviation && !in_capitals(i, after)) ||
        is_part_of_other_name(i, after, end, name)) {
      return name.kind == NameKind::agreement ? after : i + 1;
    }
    const bool possessive = after < end && reading_.lower(after) == "'s";
    reading_.mentions.push_back({{i, after}, entity_of(name), form_of(name.form), possessive});
    return after;
  }

  bool in_capitals(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      for (const char c : report_.words(reading_.tokens[i].span)) {
        if (c >= 'a' && c <= 'z') return false;
      }
    }
    return true;
  }

  // "Washington Post", "Michael Jordan", "Paris Saint-Germain": a capital or a name glued to other
  // capitalised words that are no title of a state's office.
  bool is_part_of_other_name(std::uint32_t begin, std::uint32_t end, std::uint32_t stop,
                             const WorldName& name) const {
    if (name.form != NameForm::capital) return false;
    if (reading_.tokens[begin].all_capitals) return false;
    const bool before = begin > 0 &&
                        reading_.tokens[begin - 1].sentence == reading_.tokens[begin].sentence &&
                        reading_.tokens[begin - 1].capital && begin - 1 > 0 &&
                        reading_.tokens[begin - 2].sentence == reading_.tokens[begin].sentence &&
                        reading_.lower(begin - 1) != "the";
    const bool after =
        end < stop && reading_.tokens[end].capital && reading_.tokens[end].space_before;
    return before || after;
  }

  std::uint32_t entity_of(const WorldName& name) {
    const auto [found, fresh] =
        entities_.try_emplace({name.kind, name.row}, reading_.entities.size());
    if (!fresh) return static_cast<std::uint32_t>(found->second);
    Entity entity;
    if (name.kind == NameKind::state) {
      const State& state = world_.states[name.row];
      entity.kind = EntityKind::state;
      entity.id = state.code;
      entity.name = state.name;
    } else {
      const Body& body = world_.bodies[name.row];
      entity.kind = EntityKind::body;
      entity.id = body.id;
      entity.name = body.name;
      entity.aliases = body.names;
      entity.acceded = body.acceded;
    }
    entity.party = entity.id;
    reading_.entities.push_back(std::move(entity));
    return static_cast<std::uint32_t>(found->second);
  }

  static MentionForm form_of(NameForm form) {
    switch (form) {
      case NameForm::adjective:
        return MentionForm::adjective;
      case NameForm::capital:
        return MentionForm::capital;
      default:
        return MentionForm::name;
    }
  }

  const Report& report_;
  const World& world_;
  Reading& reading_;
  std::map<std::pair<NameKind, std::uint32_t>, std::size_t> entities_;
};

}  // namespace

void find_actors(const Report& report, const Lexicon& lexicon, Reading& reading) {
  ActorFinder(report, lexicon, reading).run();
}

}  // namespace concord
