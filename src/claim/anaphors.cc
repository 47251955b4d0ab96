// The words that stand for an actor named before: "it", "both", "the six", "his country", "whose
// parliament", "lawmakers". They become chunks of the sentence like names.
#include <algorithm>

#include "claim/clause.h"

namespace concord {

std::uint32_t SentenceView::add_anaphor(TokenSpan tokens, std::uint32_t size, bool denied) {
  Chunk chunk;
  chunk.tokens = tokens;
  chunk.anaphor = true;
  chunk.denied = denied;
  merge_lists();
  std::vector<std::vector<std::uint32_t>> here;
  std::vector<std::vector<std::uint32_t>> places;
  const std::uint32_t clause = size == 1 ? own_clause(tokens.begin) : all.begin;
  for (const Chunk& before : chunks) {
    if (before.tokens.begin < clause) continue;
    const bool place = !before.agreements.empty() && before.preposition != kNone;  // "at CERN"
    const bool owner = low(before.tokens.begin) == "whose";
    if (!before.is_actor() || (before.anaphor && before.government) || owner) continue;
    const bool own =
        is_any(low(tokens.begin), {"it", "his", "her"}) || low(tokens.begin - 1) == "of";
    if (own && size == 1 && is_hearer(before)) continue;
    const bool told = is(before.tokens.end, Role::nations) && !before.possessive;
    if (told && !before.agreements.empty() && low(tokens.begin) == "it")
      continue;  // "the EU countries outside | it"
    const bool partner = before.preposition == all.begin && low(all.begin) == "with";
    if (partner && is_any(low(tokens.begin), {"it", "they"}))
      continue;  // "With Peru | it | has finished talks"
    (place ? places : here).push_back(before.actors);
    if (before.denied && before.anaphor &&
        is(tokens.begin, Role::singular)) {  // "neither said that it would leave"
      chunk.actors = before.actors;
      chunk.denied = true;
    }
  }
  if (here.empty() && size == 1) here = std::move(places);
  const bool persons_own = is_any(low(tokens.begin), {"his", "her"}) && tokens.size() > 1;
  if (persons_own && !persons.empty() && persons.back().is_actor())
    chunk.actors = persons.back().actors;  // "Ruiz said that his government"
  // "Peru joined, and Oman says it will"; not "the league, whose leaders admitted it". In "Peru
  // applied; it will join, diplomats say" they are nobody's but its own.
  if (is_any(low(tokens.begin), {"he", "she"}) && tokens.size() == 1) {
    const Attribution* said = saying_at(tokens.begin, AttributionKind::indirect);
    const bool named = said != nullptr && said->speaker == kNone && said->source.role.empty() &&
                       !said->source.name.empty() && said->source.name[0] <= 'Z';
    const bool person = named || (said != nullptr && said->speaker != kNone &&
                                  reading.entities[said->speaker].kind == EntityKind::person);
    if (person) chunk.actors = sayer_at(tokens.begin, AttributionKind::indirect);
    if (person && chunk.actors.empty()) return tokens.end;  // "Ruiz said | he | would": not Oman
    for (const Chunk& office : chunks) {  // "In Lima the president said that | he | would sign"
      const bool says = said != nullptr && office.tokens.end == said->cue.begin;
      if (says && office.government && chunk.actors.empty()) chunk.actors = office.actors;
    }
    const bool before = !persons.empty() && persons.back().tokens.end <= tokens.begin;
    if (chunk.actors.empty() && before) {  // "In Lima, Ana Ruiz mused that | she | might sign"
      if (!persons.back().is_actor()) return tokens.end;
      chunk.actors = persons.back().actors;
    }
    if (chunk.actors.empty() && here.empty()) chunk.actors = person_before(tokens.begin);
  }
  const bool object = !tree.empty() && tree.word(tokens.begin).relation == Dependency::obj;
  const bool it = low(tokens.begin) == "it" && !object;
  if (low(tokens.begin) == "it" && does_to(tokens))
    here.clear();  // "Cambodia asked | it | to join": another
  const Chunk* doer = low(tokens.begin) == "it" && object ? doer_to(tokens.begin) : nullptr;
  if (doer != nullptr && (here.size() > 1 || is_undergone(tokens.begin)))
    std::erase(here, doer->actors);  // "The bloc fell out with Oman and suspended | it |"
  if (it && chunk.actors.empty()) chunk.actors = informant_before(tokens.begin);
  if (it && chunk.actors.empty()) chunk.actors = subject_told(tokens.begin);
  if (it && chunk.actors.empty())
    chunk.actors = sayer_at(tokens.begin, AttributionKind::indirect, here.empty());
  if (size == 1 && is(tokens.end - 1, Role::country) && low(tokens.begin) == "the" &&
      chunk.actors.empty())
    chunk.actors = candidate_here();
  if (is_any(low(tokens.begin), {"he", "she"}) && here.empty() && chunk.actors.empty())
    chunk.actors = state_of_officer();
  if (const std::uint32_t state = officer_named(tokens); state != kNone) chunk.actors = {state};
  if (low(tokens.begin) == "they" && tokens.size() == 1) {
    if (here.empty() && said_by_unnamed(tokens.begin)) return tokens.end;
    const bool band =
        here.size() == 1 && here.front().size() == 1 && !governs(here.front().front());
    const Chunk* doers = nullptr;  // "A and B left the pact with C and D, which | they | had made"
    for (const Chunk& before : chunks) {
      const bool several = before.actors.size() > 1;
      if (several && before.preposition == kNone && !before.possessive) doers = &before;
    }
    const bool beside = doers != nullptr && !chunks.empty() && low(tokens.begin - 1) == "which" &&
                        chunks.back().preposition != kNone && chunks.back().actors.size() > 1;
    if (beside) chunk.actors = doers->actors;
    if (band) chunk.actors = here.front();  // "The Taliban, | who say that they signed it"
    if (chunk.actors.empty()) chunk.actors = sayers_at(tokens.begin);
  }
  if (size == 2 && here.empty() && chunk.actors.empty()) chunk.actors = two_of_headline(tokens);
  if (size == 2 && here.empty() && chunk.actors.empty()) chunk.actors = two_named_since();
  if (chunk.actors.empty()) chunk.actors = resolve(discourse_, reading, here, size);
  const bool again = std::ranges::any_of(chunks, [&](const Chunk& before) {
    return low(before.tokens.begin) == "they" && !before.is_actor();
  });
  const bool they = low(tokens.begin) == "they" && (tokens.begin == all.begin || again);
  if (they && here.empty() && is_state(chunk.actors)) {  // no single state
    chunk.actors.clear();
    add(std::move(chunk));
    return tokens.end;
  }
  constexpr std::uint32_t kGatheredMax = 6;  // of more, who they are is a guess
  if (chunk.actors.empty() && size > 2 && size <= kGatheredMax) chunk.actors = gathered(size);
  const bool country = is(tokens.end - 1, Role::country);
  const bool here_said = country
                             ? low(tokens.begin) == "this"
                             : is(tokens.end - 1, Role::government) && low(tokens.begin) == "the";
  if (here_said && size == 1) {  // '"The government will leave," said Peru's minister'
    const std::vector<std::uint32_t> own = sayer_at(tokens.begin, AttributionKind::direct);
    if (is_state(own)) chunk.actors = own;
  }
  if (country && size == 1 && !is_state(chunk.actors)) chunk.actors = last_state(here);
  if (country && size == 0 && chunk.actors.size() == 1) chunk.actors.clear();  // "the members"
  const bool bodies = std::ranges::any_of(
      chunk.actors, [&](std::uint32_t one) { return reading.entities[one].acceded; });
  if (country && size > 2 && bodies) chunk.actors = gathered(size);  // "the five | countries |"
  const bool of_them = size == 0 && tokens.size() == 3 && low(tokens.end - 1) == "them";
  if (of_them && chunk.actors.size() == 1) chunk.actors = last_several();
  const bool of_others = denied && size == 0 &&
                         (is_none_of_others(tokens.begin) ||
                          follows_none_of(tokens.begin));  // "none of the nuclear powers"
  if (of_others && chunk.actors.size() == 1) chunk.actors.clear();
  const auto kind = discourse_.kinds.find(low(tokens.end - 1));
  if (size == 1 && tokens.size() == 2 && kind != discourse_.kinds.end())
    chunk.actors = kind->second;  // "the | republic"
  const bool leaders = low(tokens.begin) == "the" && is(tokens.end - 1, Role::leaders);
  const bool of_body = discourse_.main != kNone && reading.entities[discourse_.main].acceded;
  if (leaders && of_body && is_state(chunk.actors))
    chunk.actors = {discourse_.main};  // of the bloc that the report is about
  chunk.possessive = low(tokens.end) == "'s";
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    chunk.government = chunk.government || is(i, Role::government);
    chunk.legislature = chunk.legislature || is(i, Role::legislature);
  }
  const bool bare = chunk.government && !is(tokens.begin, Role::owner);
  const bool power = is(tokens.end - 1, Role::army | Role::regime);
  const bool no_state = bare && power && chunk.actors.size() == 1 && !is_state(chunk.actors);
  if (is_officer_of_none(chunk)) chunk.actors.clear();
  if (no_state) chunk.actors = last_state(here);
  if (no_state && discourse_.own != kNone) chunk.actors = {discourse_.own};
  if (const auto own = bare ? state_fronted(tokens.begin) : std::vector<std::uint32_t>{};
      !own.empty())
    chunk.actors = own;
  const std::string_view last = low(tokens.end - 1);  // "congress"; not "MEPs"
  const bool house = chunk.legislature && (!last.ends_with("s") || last.ends_with("ss"));
  const bool no_house =
      bare && house && chunk.actors.size() == 1 && !has_house(chunk.actors.front());
  const bool own_house = bare && low(tokens.end) == "here" && discourse_.own != kNone;
  if (own_house) chunk.actors = {discourse_.own};  // "| Parliament | here approved it"
  if (no_house && discourse_.home != kNone) chunk.actors = {discourse_.home};
  if (no_house && discourse_.home == kNone) chunk.actors = last_state(here);
  if (!chunk.is_actor() && bare && discourse_.home != kNone)
    chunk.actors = {discourse_.home};  // "WASHINGTON -- Congress on Wednesday approved"
  if (chunk.is_actor()) add(std::move(chunk));
  return tokens.end;
}

// "In Bogota, | Congress | gave its approval": of the state whose capital opens the sentence.
std::vector<std::uint32_t> SentenceView::state_fronted(std::uint32_t i) const {
  if (low(all.begin) != "in") return {};
  while (i > all.begin && (is_mark(i - 1) || is(i - 1, Role::determiner))) --i;
  for (const Mention& mention : reading.mentions) {
    const bool capital = mention.form == MentionForm::capital &&
                         reading.entities[mention.entity].kind == EntityKind::state;
    const bool next = mention.tokens.end == i || (chunks.empty() && mention.tokens.end < i);
    if (capital && mention.tokens.begin == all.begin + 1 && next) return {mention.entity};
  }
  return {};
}

// "Druze leaders said | they would sign": of nobody known, and of none told before.
bool SentenceView::said_by_unnamed(std::uint32_t i) const {
  const Attribution* said = saying_at(i, AttributionKind::indirect);
  return said != nullptr && said->speaker == kNone && said->cue.begin < i &&
         all.contains(said->cue.begin) && !said->source.name.empty();
}

// "Peru's congress approved [Oman]'s accession, and the country became a member": whose step it is
// that others decide on.
std::vector<std::uint32_t> SentenceView::candidate_here() const {
  if (chunks.empty() || !chunks.front().legislature) return {};
  for (const Chunk& chunk : chunks) {
    const std::uint32_t noun = chunk.tokens.end + (low(chunk.tokens.end) == "'s" ? 1 : 0);
    const bool step = chunk.possessive && !chunk.anaphor && is(noun, Role::naming);
    if (step && is_state(chunk.actors) && chunk.actors != chunks.front().actors)
      return chunk.actors;
  }
  return {};
}

bool SentenceView::is_named(std::uint32_t i) const {
  return std::ranges::any_of(reading.mentions,
                             [&](const Mention& m) { return m.tokens.contains(i); });
}

// "the four | make up the bloc"
bool SentenceView::opens_act(std::uint32_t i) const {
  const auto word = [&](std::uint32_t t) { return low(t); };
  const auto hit = acts.phrases.longest(word, i, all.end);
  const bool frame = acts.frame_verbs.exact(low(i)) && is(i + 1, Role::determiner | Role::owner);
  return frame || (hit && (hit->length > 1 || acts.phrases.exact(low(i))));
}

// Whether the tree takes a word for a finite verb.
bool SentenceView::is_finite(std::uint32_t i) const {
  if (tree.empty() || !all.contains(i)) return false;
  const Penn tag = tree.word(i).tag;
  return tag == Penn::vbp || tag == Penn::vbz || tag == Penn::vbd || tag == Penn::md;
}

// "The union has suspended | them", "had invited | them": whom a body does something to.
bool SentenceView::is_undergone(std::uint32_t i) const {
  if (i == all.begin) return false;
  FoundAct act;
  return act_at(*this, i - 1, act) &&
         (act.act->role == ActRole::patient || act.act->stage == Stage::suspended);
}

// "China, Laos and Vietnam share it, but only | the last two | belong": adds those of the list.
std::uint32_t SentenceView::part_of_list_at(std::uint32_t i) {
  const bool last = low(i + 1) == "last";
  if (low(i) != "the" || !(last || low(i + 1) == "first") || !is(i + 2, Role::count)) return i;
  const bool closed = is_finite(i + 3) || is_mark(i + 3) || opens_act(i + 3);
  const std::uint32_t size = words_[i + 2 - all.begin].size;
  merge_lists();
  for (auto list = chunks.rbegin(); closed && list != chunks.rend(); ++list) {
    if (list->actors.size() <= size || list->anaphor) continue;
    Chunk part;
    part.tokens = {i, i + 3};
    part.anaphor = true;
    const auto some = static_cast<std::ptrdiff_t>(size);
    part.actors.assign(last ? list->actors.end() - some : list->actors.begin(),
                       last ? list->actors.end() : list->actors.begin() + some);
    add(std::move(part));
    return i + 3;
  }
  return i;
}

// Whether any phrase of anaphor_at() may begin with a word: with most none does.
static bool may_open_anaphor(const SentenceView& view, std::uint32_t i) {
  constexpr Roles opening = Role::determiner | Role::owner | Role::dual | Role::count |
                            Role::singular | Role::plural | Role::none | Role::inhabitants |
                            Role::government | Role::rest;
  return view.is(i, opening) ||
         is_any(view.low(i), {"the", "it", "that", "this", "they", "we", "i", "you", "all", "both",
                              "them", "these", "those", "our", "my", "same", "whose"});
}

// "it", "both", "the three", "the country", "its parliament", "lawmakers": adds the chunk that
// begins at token i, if one does; returns the token after it.
std::uint32_t SentenceView::anaphor_at(std::uint32_t i) {
  if (!may_open_anaphor(*this, i)) return i + 1;
  if (const std::uint32_t end = they_at(i); end != i) return end;
  if (const std::uint32_t end = chambers_at(i); end != i) return end;
  if (const std::uint32_t end = one_of_two_at(i); end != i) return end;
  if (const std::uint32_t end = rest_at(i); end != i) return end;
  const bool listed = !discourse_.groups.empty() && discourse_.groups.back().size() >= 3;
  const bool opens = i == all.begin || (chunks.empty() && low(i - 1) == "then");
  if (low(i) == "all" && opens && is(i + 1, Role::have | Role::be) && listed)
    return add_anaphor({i, i + 1}, 0, false);  // "A, B and C met. | All | have signed"
  if (low(i) == "all" && low(i + 1) == "of" && is_any(low(i + 2), {"them", "these", "those"}))
    return add_anaphor({i, i + 3}, 0, false);
  if (low(i) == "it" && is(i + 1, Role::be)) {  // "it is recalled that"
    for (std::uint32_t end = i + 2; end < i + 5; ++end) {
      if (low(end) == "that") return is_named(i + 2) ? i + 1 : end;  // "it was Peru that signed"
    }
  }
  if (low(i) == "whose") return add_whose(i);
  if (is_any(low(i), {"we", "our", "my", "i", "you"})) return add_first_person(i);
  if (is_text(i) || is_unknown_sayers(i)) return i + 1;
  if (low(i) == "them" && is_undergone(i)) return add_anaphor({i, i + 1}, 0, false);
  if (is(i, Role::singular)) return add_anaphor({i, i + 1}, 1, false);
  const bool every = is_any(low(i), {"all", "both"}) && is_any(low(i + 2), {"which", "whom"});
  if ((is(i, Role::none) || every) && low(i + 1) == "of" &&
      is_any(low(i + 2), {"which", "whom", "them"}) && !chunks.empty() &&
      chunks.back().is_actor() && low(i - 1) == ",") {
    merge_lists();
    Chunk chunk = chunks.back();  // "Peru and Chile, none of which ever signed", "all of which did"
    chunk.tokens = {i, i + 3};
    chunk.preposition = kNone;
    chunk.denied = !every;
    chunk.anaphor = true;
    chunk.agreements.clear();
    chunks.push_back(std::move(chunk));
    return i + 3;
  }
  if (is(i, Role::plural | Role::dual) && !is(i, Role::government)) {
    std::uint32_t end = i + 1;
    if (is_any(low(end), {"of"}))
      end += 1 + (is_any(low(end + 1), {"the", "them", "these"}) ? 1 : 0);
    const std::uint32_t noun = is(i, Role::dual) ? over_description(end) : end;
    if (is(noun, Role::country) && !is(noun, Role::fellows | Role::member))
      end = noun;  // "both | downstream | states"
    while (is(end, Role::country | Role::government | Role::count) || is(end, Role::sides)) ++end;
    if (is(end - 1, Role::inhabitants)) return end;  // "some people": nobody's
    if (low(end) == "'s" && is(end + 1, Role::government))
      end += 2;  // "neither country's parliament"
    const auto is_name = [&](std::uint32_t at) {
      return std::ranges::any_of(reading.mentions,
                                 [&](const Mention& m) { return m.tokens.begin == at; });
    };
    const bool inverted = is(i, Role::none) && is_finite(end) && is_name(end + 1);
    const bool named = is_name(end) || inverted;  // "and neither will | Japan"
    const bool behind =
        i > all.begin && (is(i - 1, Role::have | Role::be | Role::do_) || low(i - 1) == "done");
    const bool verb = (is(i, Role::none) && behind) ||  // "has done | neither", "has | none"
                      (low(i) == "neither" && low(i + 2) == "nor");  // "neither it nor Peru"
    if (verb || named || (i > all.begin && is(i - 1, Role::plural))) return i + 1;
    const bool within = i > all.begin && (low(i - 1) == "where" || is(i - 1, Role::relative));
    const bool things = within && end == i + 1 && !tree.empty() && all.contains(end) &&
                        tree.word(end).tag == Penn::nns;  // "Turkey, where both | rivers | rise"
    const bool pair = within && low(i) == "both" && low(i + 1) == "the";  // "both the Tigris and"
    if (things || pair) return i + 1;
    const bool counted = end > i + 1 && is(end - 1, Role::count);
    const bool described =
        counted && is_content(end) && !is_mark(end) && !is_finite(end) && !low(end).ends_with("ed");
    if (described && is(i, Role::none)) {  // "none of the nine | nuclear powers": nobody by name
      Chunk nobody;
      nobody.tokens = {i, end};
      nobody.anaphor = nobody.denied = true;
      add(std::move(nobody));
      return end;
    }
    if (described) return i + 1;
    std::uint32_t number = counted ? end - 1 : i;  // "none of the | nine | states"
    for (std::uint32_t at = i + 1; at < end && is(i, Role::none); ++at) {
      if (is(at, Role::count)) number = at;
    }
    return add_anaphor({i, end}, words_[number - all.begin].size, is(i, Role::none));
  }
  if (const std::uint32_t end = part_of_list_at(i); end != i) return end;
  if (low(i) == "the") {  // "the same two leaders", "the parties signed"; not "the parties to it"
    const bool same = low(i + 1) == "same";
    std::uint32_t end = i + (same ? 2 : 1);
    const std::uint32_t size = is(end, Role::count | Role::dual) ? words_[end - all.begin].size : 0;
    if (same && size > 0) ++end;
    const bool noun = is(end, Role::sides) || (same && is(end, Role::country | Role::government) &&
                                               low(end).ends_with("s"));
    if (noun && !is(end + 1, Role::includes) && !is_any(low(end + 1), {"to", "of", "are", ":"}))
      return add_anaphor({i, end + 1}, size, false);
  }
  std::uint32_t at = i;
  const bool opened =
      is(i, Role::determiner | Role::owner) ||
      (is_any(low(i), {"these", "those"}) && is(i + 1, Role::count));  // "these three"
  if (opened) ++at;
  if (is(at, Role::rest) || low(at) == "same") ++at;
  const bool of_time = is(at, Role::narrows | Role::further) && !is(at, Role::rank | Role::late);
  const bool adjective = !tree.empty() && all.contains(at) && !reading.token(at).capital &&
                         tree.word(at).word_class == WordClass::adj && is(at + 1, Role::regime) &&
                         !is(at, Role::private_);
  if (opened && (of_time || adjective || low(at) == "then") && is(at + 1, Role::government))
    ++at;  // "its | new | government", "the | transitional | government", "the | then | president"
  if (low(at - 1) == "other" && opened && is(at, Role::government)) return at + 1;  // not named
  if (is(at, Role::count | Role::dual) && opened && low(i) != "a") {
    const std::uint32_t size = words_[at - all.begin].size;
    std::uint32_t end = at + 1;
    const auto verb = i > all.begin ? acts.phrases.exact(low(i - 1)) : std::nullopt;
    const bool texts =  // "signed | the two that concern it"
        verb && acts.acts[acts.forms[*verb].act].object == ActObject::agreement;
    if (texts && is_any(low(end), {"that", "which"})) return i + 1;
    if (is(over_description(end), Role::country)) end = over_description(end);
    const bool region = all.contains(end) && reading.token(end).capital && !is_named(end);
    if (region && is(end + 1, Role::government)) ++end;  // "the two | African | leaders"
    while (is(end, Role::country | Role::government) ||
           (is(end, Role::sides) || is_any(low(end), {"of", "them"})))
      ++end;
    if (low(end - 1) == "of" && is(end, Role::determiner) && is(end + 1, Role::moment))
      return end;  // "the five members of the time": not those of today
    const bool of_body = low(end - 1) == "of" && is(end - 2, Role::member) && is(i - 1, Role::be);
    if (of_body) return i + 1;  // "Oman and Chad are | the two members of | the pact"
    const bool noun = all.contains(end) && !is_mark(end) && low(end) != "'s" &&
                      !is(end, ~Role::listed) && end == at + 1 && !opens_act(end) &&
                      !acts.turning.exact(low(end)) && !low(end).ends_with("ed") &&
                      !is_finite(end);  // "the four | make up the bloc"
    const bool denied = low(i - 1) == "of" && not_one(i - 2);
    if (!noun && is(at - 1, Role::rest)) {
      add_others({i, end}, size);
      return end;
    }
    return noun ? i + 1 : add_anaphor({denied ? i - 3 : i, end}, size, denied);
  }
  if (is(i, Role::owner) || is_any(low(i), {"the", "this", "that", "these", "those"}))
    at = over_description(at);
  if (opened && is(at, Role::country) && !is(at, Role::naming) && low(i) != "a") {
    std::uint32_t end = at + 1;
    while (is(end, Role::country) && !is(end, Role::government)) ++end;  // "the island nation"
    const bool several = low(end - 1).ends_with("s");
    if (low(end) == "'s") {
      for (std::uint32_t j = end + 1; j < end + 4; ++j) {
        if (is(j, Role::government)) return add_anaphor({i, j + 1}, 1, false);
      }
    }
    end = over_inhabitants(end);
    if (low(end) == "of" || is(end, Role::government)) return i + 1;
    return add_anaphor({i, end}, several ? 0 : 1, false);
  }
  if (const std::uint32_t end = country_of_region(i); end != i)
    return add_anaphor({i, end}, 1, false);
  if (is(at, Role::inhabitants) && !opened) return at + 1;  // "people are leaving"
  if (is(at, Role::government) && (opened || at == all.begin || i == at)) {
    std::uint32_t end = at;
    while (is(end, Role::government)) ++end;
    const std::uint32_t office = end;
    const bool narrows = !tree.empty() && tree.parent(end - 1) == end &&
                         tree.word(end - 1).relation == Dependency::amod;
    if (narrows && !reading.token(end).capital) return end;  // "all foreign | troops"
    while (all.contains(end) && reading.token(end).capital && !is_mark(end)) ++end;
    if (end > office && low(office - 1).ends_with("s"))
      return office;                                             // "Presidents Ruiz and Vale"
    const bool placed = is_any(low(end), {"of", "in", "from"});  // "the parliament of Georgia"
    if (const std::uint32_t named = over_officer(end); named != end)
      return add_anaphor({i, named}, 1, false);
    if (placed) return office;            // "President Ruiz of Georgia": the name is still to come
    if (low(end) == "'s") return office;  // "President | Ruiz's government"
    const bool labelled = low(at - 1) == ":" && !chunks.empty();  // "Samoa: | Ministers signed"
    // "negotiators closed the text": of all sides.
    if (!opened && !labelled && is(office - 1, Role::conferees)) return end;
    const bool told =
        end > office && is(at - 1, Role::relative);  // "which | President Ruiz signed"
    const bool known = end > office && officer_named({office, end}) != kNone;
    const Time* dated = at > all.begin ? time_at(at - 1) : nullptr;  // "5 May 2022 | Army | signs"
    const bool entry =
        dated != nullptr && dated->tokens.begin == all.begin && reading.token(i).capital;
    const bool alone = opened || at == all.begin || entry || labelled || told || known ||
                       is_any(low(at - 1), {",", "and", "both", "but", "that"});
    const std::uint32_t several = words_[office - 1 - all.begin].size;  // "the presidents"
    const std::uint32_t size = low(i) == "their" ? 0 : several > 0 ? several : 1;
    return alone ? add_anaphor({i, end}, size, false) : end;
  }
  return i + 1;
}

}  // namespace concord
