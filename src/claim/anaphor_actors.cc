// Whom a word for an actor named before stands for, found in steps: who is named in its clause, who
// says it, who was told of before; then what its noun and its office ask of them.
//
//   Peru and Chile met. [Both] signed     Ruiz said that [he] would sign     The [government] left
#include <algorithm>
#include <optional>

#include "claim/chunks.h"

namespace concord {

// One such word or phrase. `size`: how many actors it counts, 0 for several.
class SentenceView::Anaphor {
 public:
  Anaphor(const SentenceView& view, TokenSpan tokens, std::uint32_t size, bool denied)
      : view_(view), tokens_(tokens), size_(size), denied_(denied), first_(view.low(tokens.begin)) {
    chunk_.tokens = tokens;
    chunk_.anaphor = true;
    chunk_.denied = denied;
  }

  // Its chunk; none where it stands for nobody known.
  std::optional<Chunk> chunk() {
    gather_here();
    if (const Chunk* person = owner()) chunk_.actors = person->actors;
    if (is_any(first_, {"he", "she"}) && !find_person()) return std::nullopt;
    if (first_ == "it") find_one();
    if (!found() && size_ == 1 && is_last(Role::country) && first_ == "the")
      chunk_.actors = view_.candidate_here();
    if (const std::uint32_t state = view_.officer_named(tokens_); state != kNone)
      chunk_.actors = {state};
    if (first_ == "they" && tokens_.size() == 1 && !find_several()) return std::nullopt;
    if (!found()) find_told_before();
    if (is_they_of_one_state()) {
      chunk_.actors.clear();  // a subject all the same
      return std::move(chunk_);
    }
    constexpr std::uint32_t kGatheredMax = 6;  // of more, who they are is a guess
    if (!found() && size_ > 2 && size_ <= kGatheredMax) chunk_.actors = view_.gathered(size_);
    if (is_speakers()) find_speaker();
    // From here on who was found is held against what the words say of them.
    if (is_last(Role::country)) fit_countries();
    fit_phrase();
    read_office();
    fit_office();
    return found() ? std::optional(std::move(chunk_)) : std::nullopt;
  }

 private:
  using Actors = std::vector<std::uint32_t>;

  bool found() const { return chunk_.is_actor(); }
  bool is_last(Roles roles) const { return view_.is(tokens_.end - 1, roles); }

  // Who is named in its clause, and may be meant; where nobody is, whose places are.
  void gather_here() {
    std::vector<Actors> places;
    const std::uint32_t clause = size_ == 1 ? view_.own_clause(tokens_.begin) : view_.all.begin;
    for (const Chunk& before : view_.chunks) {
      if (before.tokens.begin < clause || !may_mean(before)) continue;
      const bool place = !before.agreements.empty() && before.preposition != kNone;  // "at CERN"
      (place ? places : here_).push_back(before.actors);
      if (before.denied && before.anaphor &&
          view_.is(tokens_.begin, Role::singular)) {  // "neither said that it would leave"
        chunk_.actors = before.actors;
        chunk_.denied = true;
      }
    }
    if (here_.empty() && size_ == 1) here_ = std::move(places);
  }

  bool may_mean(const Chunk& before) const {
    if (!before.is_actor() || (before.anaphor && before.government)) return false;
    if (view_.low(before.tokens.begin) == "whose") return false;
    const bool own = is_any(first_, {"it", "his", "her"}) || view_.low(tokens_.begin - 1) == "of";
    if (own && size_ == 1 && view_.is_hearer(before)) return false;
    const bool told = view_.is(before.tokens.end, Role::nations) && !before.possessive;
    if (told && !before.agreements.empty() && first_ == "it")
      return false;  // "the EU countries outside | it"
    const bool partner =
        before.preposition == view_.all.begin && view_.low(view_.all.begin) == "with";
    return !partner || !is_any(first_, {"it", "they"});  // "With Peru | it | has finished talks"
  }

  // "Ruiz said that | his government |": the person.
  const Chunk* owner() const {
    const bool own = is_any(first_, {"his", "her"}) && tokens_.size() > 1;
    if (!own || view_.persons.empty() || !view_.persons.back().is_actor()) return nullptr;
    return &view_.persons.back();
  }

  // For whom "he" or "she" acts; false where it is a person who acts for nobody known.
  bool find_person() {
    const Attribution* said = view_.saying_at(tokens_.begin, AttributionKind::indirect);
    if (is_said_by_person(said)) {
      chunk_.actors = view_.sayer_at(tokens_.begin, AttributionKind::indirect);
      if (!found()) return false;  // "Ruiz said | he | would": not Oman
    }
    if (!found()) chunk_.actors = office_saying(said);
    const Chunk* last = view_.persons.empty() ? nullptr : &view_.persons.back();
    if (!found() && last != nullptr && last->tokens.end <= tokens_.begin) {
      if (!last->is_actor()) return false;
      chunk_.actors = last->actors;  // "In Lima, Ana Ruiz mused that | she | might sign"
    }
    if (!found() && here_.empty()) chunk_.actors = view_.person_before(tokens_.begin);
    if (!found() && here_.empty()) chunk_.actors = view_.state_of_officer();
    return true;
  }

  bool is_said_by_person(const Attribution* said) const {
    if (said == nullptr) return false;
    if (said->speaker != kNone)
      return view_.reading.entities[said->speaker].kind == EntityKind::person;
    const std::string_view name = said->source.name;
    return said->source.role.empty() && !name.empty() && name.front() <= 'Z';
  }

  // "In Lima the president said that | he | would sign"
  Actors office_saying(const Attribution* said) const {
    for (const Chunk& office : view_.chunks) {
      const bool says = said != nullptr && office.tokens.end == said->cue.begin;
      if (says && office.government && office.is_actor()) return office.actors;
    }
    return {};
  }

  // "It": who says so, as in "Peru joined, and Oman says it will"; not in "the league, whose
  // leaders admitted it". In "Peru applied; it will join, diplomats say" they are nobody's but its
  // own.
  void find_one() {
    const std::uint32_t it = tokens_.begin;
    const bool object = !view_.tree.empty() && view_.tree.word(it).relation == Dependency::obj;
    if (view_.does_to(tokens_)) here_.clear();  // "Cambodia asked | it | to join": another
    const Chunk* doer = object ? view_.doer_to(it) : nullptr;
    if (doer != nullptr && (here_.size() > 1 || view_.is_undergone(it)))
      std::erase(here_, doer->actors);  // "The bloc fell out with Oman and suspended | it |"
    if (object) return;
    if (!found()) chunk_.actors = view_.informant_before(it);
    if (!found()) chunk_.actors = view_.subject_told(it);
    if (!found()) chunk_.actors = view_.sayer_at(it, AttributionKind::indirect, here_.empty());
  }

  // "They"; false where somebody without a name says it.
  bool find_several() {
    if (here_.empty() && view_.said_by_unnamed(tokens_.begin)) return false;
    if (const Chunk* doers = doers_before_partners()) chunk_.actors = doers->actors;
    const bool band =
        here_.size() == 1 && here_.front().size() == 1 && !view_.governs(here_.front().front());
    if (band) chunk_.actors = here_.front();  // "The Taliban, | who say that they signed it"
    if (!found()) chunk_.actors = view_.sayers_at(tokens_.begin);
    return true;
  }

  // "A and B left the pact with C and D, which | they | had made": A and B.
  const Chunk* doers_before_partners() const {
    const std::vector<Chunk>& told = view_.chunks;
    if (told.empty() || view_.low(tokens_.begin - 1) != "which") return nullptr;
    if (told.back().preposition == kNone || told.back().actors.size() < 2) return nullptr;
    const auto doers = std::find_if(told.rbegin(), told.rend(), [](const Chunk& before) {
      return before.actors.size() > 1 && before.preposition == kNone && !before.possessive;
    });
    return doers == told.rend() ? nullptr : &*doers;
  }

  void find_told_before() {
    if (size_ == 2 && here_.empty()) chunk_.actors = view_.two_of_headline(tokens_);
    if (size_ == 2 && here_.empty() && !found()) chunk_.actors = view_.two_named_since();
    if (!found()) chunk_.actors = resolve(view_.discourse_, view_.reading, here_, size_);
  }

  // "They" at the head of a sentence, or again in it, is no single state of an earlier one.
  bool is_they_of_one_state() const {
    if (first_ != "they" || !here_.empty() || !view_.is_state(chunk_.actors)) return false;
    return tokens_.begin == view_.all.begin ||
           std::ranges::any_of(view_.chunks, [&](const Chunk& before) {
             return view_.low(before.tokens.begin) == "they" && !before.is_actor();
           });
  }

  // '"| The government | will leave," said Peru's minister', "this country"
  bool is_speakers() const {
    if (size_ != 1) return false;
    return is_last(Role::country) ? first_ == "this" : is_last(Role::government) && first_ == "the";
  }

  void find_speaker() {
    Actors own = view_.sayer_at(tokens_.begin, AttributionKind::direct);
    if (view_.is_state(own)) chunk_.actors = std::move(own);
  }

  // "The country" is a state; "the members" are several; "the five | countries |" are no bodies.
  void fit_countries() {
    if (size_ == 1 && !view_.is_state(chunk_.actors)) chunk_.actors = view_.last_state(here_);
    if (size_ == 0 && chunk_.actors.size() == 1) chunk_.actors.clear();
    const bool bodies = std::ranges::any_of(
        chunk_.actors, [&](std::uint32_t one) { return view_.reading.entities[one].acceded; });
    if (size_ > 2 && bodies) chunk_.actors = view_.gathered(size_);
  }

  // What phrases of several words say of them.
  void fit_phrase() {
    const std::string_view last = view_.low(tokens_.end - 1);
    const bool of_them = size_ == 0 && tokens_.size() == 3 && last == "them";
    if (of_them && chunk_.actors.size() == 1) chunk_.actors = view_.last_several();
    if (size_ == 0 && is_none_of_others()) chunk_.actors.clear();
    const Discourse& discourse = view_.discourse_;
    const auto kind = discourse.kinds.find(last);
    if (size_ == 1 && tokens_.size() == 2 && kind != discourse.kinds.end())
      chunk_.actors = kind->second;  // "the | republic"
    const bool of_body = discourse.main != kNone && view_.reading.entities[discourse.main].acceded;
    if (first_ == "the" && is_last(Role::leaders) && of_body && view_.is_state(chunk_.actors))
      chunk_.actors = {discourse.main};  // of the bloc that the report is about
  }

  // "none of the nuclear powers"
  bool is_none_of_others() const {
    return denied_ &&
           (view_.is_none_of_others(tokens_.begin) || view_.follows_none_of(tokens_.begin));
  }

  void read_office() {
    chunk_.possessive = view_.low(tokens_.end) == "'s";
    for (std::uint32_t i = tokens_.begin; i < tokens_.end; ++i) {
      chunk_.government = chunk_.government || view_.is(i, Role::government);
      chunk_.legislature = chunk_.legislature || view_.is(i, Role::legislature);
    }
  }

  // An army is a state's, a house of parliament that of who has one.
  void fit_office() {
    const bool bare = chunk_.government && !view_.is(tokens_.begin, Role::owner);
    const bool no_state = bare && is_last(Role::army | Role::regime) && chunk_.actors.size() == 1 &&
                          !view_.is_state(chunk_.actors);
    if (view_.is_officer_of_none(chunk_)) chunk_.actors.clear();
    if (no_state) chunk_.actors = or_last_state(view_.discourse_.own);
    if (!bare) return;
    if (Actors fronted = view_.state_fronted(tokens_.begin); !fronted.empty())
      chunk_.actors = std::move(fronted);
    const std::uint32_t home = view_.discourse_.home;
    const std::uint32_t own = view_.discourse_.own;
    if (is_house_of_none())
      chunk_.actors = or_last_state(home);
    else if (view_.low(tokens_.end) == "here" && own != kNone)
      chunk_.actors = {own};  // "| Parliament | here approved it"
    if (!found() && home != kNone)
      chunk_.actors = {home};  // "WASHINGTON -- Congress on Wednesday approved"
  }

  // Whether a word for a parliament ("congress"; not "MEPs") is given to who has none.
  bool is_house_of_none() const {
    const std::string_view last = view_.low(tokens_.end - 1);
    const bool house = chunk_.legislature && (!last.ends_with("s") || last.ends_with("ss"));
    return house && chunk_.actors.size() == 1 && !view_.has_house(chunk_.actors.front());
  }

  Actors or_last_state(std::uint32_t state) const {
    return state == kNone ? view_.last_state(here_) : Actors{state};
  }

  const SentenceView& view_;
  TokenSpan tokens_;
  std::uint32_t size_;
  bool denied_;
  std::string_view first_;    // its first word
  std::vector<Actors> here_;  // who may be meant, in text order
  Chunk chunk_;
};

// Adds what the words at `tokens` stand for, if that is known; returns the token after them.
std::uint32_t SentenceView::add_anaphor(TokenSpan tokens, std::uint32_t size, bool denied) {
  merge_lists();
  std::optional<Chunk> chunk = Anaphor(*this, tokens, size, denied).chunk();
  if (chunk) add(*std::move(chunk));
  return tokens.end;
}

}  // namespace concord
