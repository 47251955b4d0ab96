// The chunk that a name makes: how far it reaches, and who or what it stands for; none for what
// only holds a name.
//
//   [the United Nations Water Convention]     [the M23 movement]     an | EU-brokered | accord:
//   none
#include <optional>

#include "claim/chunks.h"

namespace concord {

// Of one mention, read behind the chunks so far.
class SentenceView::NamedChunk {
 public:
  NamedChunk(SentenceView& view, const Mention& mention)
      : view_(view),
        mention_(mention),
        entity_(view.reading.entities[mention.entity]),
        adjective_(mention.form == MentionForm::adjective) {
    chunk_.tokens = mention.tokens;
    if (view.is(chunk_.tokens.begin - 1, Role::determiner)) --chunk_.tokens.begin;
    chunk_.definite = mention.form == MentionForm::definite;
    chunk_.possessive = mention.possessive;
  }

  std::optional<Chunk> chunk() {
    if (opens_compound()) return std::nullopt;
    if (entity_.kind == EntityKind::agreement) {
      name_agreements();
      take_in_body();
      return std::move(chunk_);
    }
    name_actors();
    const bool text =  // "its accession treaty": the body's, and no actor
        chunk_.definite && view_.is(mention_.tokens.end - 1, Role::text);
    if (text) chunk_.actors.clear();
    chunk_.government = !text && view_.claim_government(mention_, chunk_);
    if (chunk_.government && entity_.kind != EntityKind::body) chunk_.agreements.clear();
    if (adjective_ && !read_adjective()) return std::nullopt;
    if (is_membership()) return std::nullopt;
    const bool band = entity_.kind == EntityKind::body && view_.is(chunk_.tokens.end, Role::band);
    if (band && !chunk_.possessive) ++chunk_.tokens.end;  // "the M23 movement"
    if (mention_.form == MentionForm::capital && is_place()) return std::nullopt;
    if (mention_.form == MentionForm::capital &&
        view_.is(mention_.tokens.end - 1, Role::legislature))
      chunk_.government = chunk_.legislature = true;  // "the Knesset"
    if (chunk_.is_actor() && !chunk_.possessive && !text) {
      view_.claim_person(chunk_);
      view_.claim_article(chunk_);
    }
    return std::move(chunk_);
  }

 private:
  // "the | UN-brokered | accord", "EU-led talks", "the China-backed bloc", "the first |
  // Portuguese-speaking | state"
  bool opens_compound() const {
    const std::uint32_t hyphen = mention_.tokens.end;
    const std::uint32_t next = hyphen + 1;
    if (view_.low(hyphen) != "-") return false;
    const bool led = view_.is(next, Role::headed) && entity_.kind == EntityKind::state;
    const bool made = view_.is(next, Role::brokered) && (led || entity_.acceded);
    const bool done =
        view_.low(next).ends_with("ed") && !led && !view_.reading.token(next).space_before;
    const bool speaks = adjective_ && view_.low(next).ends_with("ing");
    return made || done || speaks;
  }

  // "trade deals with Peru and Panama": all that the words name.
  void name_agreements() {
    for (const Mention& one : view_.reading.mentions) {
      if (one.tokens == mention_.tokens) chunk_.agreements.push_back(one.entity);
    }
  }

  // "the United Nations | Water Convention": the body's word is its name's.
  void take_in_body() {
    if (view_.chunks.empty() || mention_.form != MentionForm::name) return;
    const Chunk& body = view_.chunks.back();
    const bool headed = body.tokens.end == chunk_.tokens.begin && !body.possessive &&
                        !body.agreements.empty() && body.is_actor();
    if (!headed) return;
    chunk_.tokens.begin = body.tokens.begin;
    view_.chunks.pop_back();
  }

  void name_actors() {
    const bool joined = entity_.acceded && !adjective_ && mention_.form != MentionForm::capital;
    if (joined && !view_.owns_zone(mention_)) chunk_.agreements = {mention_.entity};
    if (entity_.kind == EntityKind::group)
      chunk_.actors = entity_.members;
    else if (!entity_.party.empty())
      chunk_.actors = {mention_.entity};
  }

  // "the British withdrawal", "the Cuban and Chilean houses"; false where it is nobody's.
  bool read_adjective() {
    const bool some =
        entity_.kind == EntityKind::body && view_.is(mention_.tokens.begin - 1, Role::count);
    if (some) return false;  // "two dozen | European | governments": of whom is not told
    const bool owner = view_.is(mention_.tokens.end, Role::naming);  // "the British withdrawal"
    if (!chunk_.government && !owner && !view_.names_people(mention_)) {
      if (is_any(view_.low(mention_.tokens.end), {"and", ","}))
        view_.adjectives_.push_back(&mention_);
      return false;
    }
    if (chunk_.government) take_in_adjectives();
    chunk_.possessive = chunk_.possessive || owner;
    return true;
  }

  // "the Cuban, Peruvian and Chilean houses"
  void take_in_adjectives() {
    std::vector<const Mention*>& before = view_.adjectives_;
    std::uint32_t first = mention_.tokens.begin;
    for (; !before.empty() && view_.joined(before.back()->tokens.end, first); before.pop_back()) {
      chunk_.actors.insert(chunk_.actors.begin(), before.back()->entity);
      chunk_.tokens.begin = first = before.back()->tokens.begin;
    }
  }

  // "the last | EU | country to ratify"
  bool is_membership() const {
    return entity_.acceded && mention_.form == MentionForm::name && !chunk_.government &&
           view_.is(chunk_.tokens.end, Role::land);
  }

  // "in | Paris |"; not "nothing new from | Paris, which is no party".
  bool is_place() const {
    const std::uint32_t before = chunk_.tokens.begin - 1;
    const std::uint32_t behind = mention_.tokens.end;
    if (chunk_.government) return false;
    if (!is_any(view_.low(before), {"in", "at", "from", "near", "to", "outside", "-"}))
      return false;
    const bool source = view_.is(before - 1, Role::moves) ||
                        (view_.low(behind) == "," && view_.low(behind + 1) == "which");
    return view_.low(before) != "from" || !source;
  }

  SentenceView& view_;
  const Mention& mention_;
  const Entity& entity_;
  bool adjective_;
  Chunk chunk_;
};

void SentenceView::add_mention(const Mention& mention) {
  const Entity& entity = reading.entities[mention.entity];
  if (entity.kind == EntityKind::person) {
    add_person(mention, entity);
    return;
  }
  if (entity.kind == EntityKind::state && is_in_longer_name(mention)) return;
  std::optional<Chunk> chunk = NamedChunk(*this, mention).chunk();
  if (chunk) add(*std::move(chunk));
}

}  // namespace concord
