// The words that stand for an actor named before: "it", "both", "the six", "his country", "whose
// parliament", "lawmakers". They become chunks of the sentence like names.
#include <algorithm>

#include "claim/clause.h"

namespace concord {

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

// "A, B and C met. | All | have signed", "all of them": the token after it, or i.
std::uint32_t SentenceView::all_at(std::uint32_t i) {
  if (low(i) != "all") return i;
  const bool listed = !discourse_.groups.empty() && discourse_.groups.back().size() >= 3;
  const bool opens = i == all.begin || (chunks.empty() && low(i - 1) == "then");
  if (opens && is(i + 1, Role::have | Role::be) && listed) return add_anaphor({i, i + 1}, 0, false);
  const bool of_them = low(i + 1) == "of" && is_any(low(i + 2), {"them", "these", "those"});
  return of_them ? add_anaphor({i, i + 3}, 0, false) : i;
}

// "it is recalled | that": the token after such words, which stand for nobody, or i.
std::uint32_t SentenceView::over_idle_it(std::uint32_t i) const {
  if (low(i) != "it" || !is(i + 1, Role::be)) return i;
  for (std::uint32_t end = i + 2; end < i + 5; ++end) {
    if (low(end) == "that") return is_named(i + 2) ? i + 1 : end;  // "it was Peru that signed"
  }
  return i;
}

// "it", "them", "whose", "we": the token after it, or i.
std::uint32_t SentenceView::pronoun_at(std::uint32_t i) {
  if (const std::uint32_t end = over_idle_it(i); end != i) return end;
  if (low(i) == "whose") return add_whose(i);
  if (is_any(low(i), {"we", "our", "my", "i", "you"})) return add_first_person(i);
  if (is_text(i) || is_unknown_sayers(i)) return i + 1;
  if (low(i) == "them" && is_undergone(i)) return add_anaphor({i, i + 1}, 0, false);
  return is(i, Role::singular) ? add_anaphor({i, i + 1}, 1, false) : i;
}

// "Peru and Chile, | none of which | ever signed", "all of which did": the token after it, or i.
std::uint32_t SentenceView::part_of_which_at(std::uint32_t i) {
  const bool every = is_any(low(i), {"all", "both"}) && is_any(low(i + 2), {"which", "whom"});
  const bool opens = (is(i, Role::none) || every) && low(i + 1) == "of" &&
                     is_any(low(i + 2), {"which", "whom", "them"});
  if (!opens || low(i - 1) != "," || chunks.empty() || !chunks.back().is_actor()) return i;
  merge_lists();
  Chunk chunk = chunks.back();
  chunk.tokens = {i, i + 3};
  chunk.preposition = kNone;
  chunk.denied = !every;
  chunk.anaphor = true;
  chunk.agreements.clear();
  chunks.push_back(std::move(chunk));
  return i + 3;
}

// Past the nouns of "both countries", "none of the nine states", "both | downstream | states".
std::uint32_t SentenceView::over_crowd(std::uint32_t i) const {
  std::uint32_t end = i + 1;
  if (low(end) == "of") end += 1 + (is_any(low(end + 1), {"the", "them", "these"}) ? 1 : 0);
  const std::uint32_t noun = is(i, Role::dual) ? over_description(end) : end;
  if (is(noun, Role::country) && !is(noun, Role::fellows | Role::member))
    end = noun;  // "both | downstream | states"
  while (is(end, Role::country | Role::government | Role::count | Role::sides)) ++end;
  return end;
}

// Whether "both", "neither" or "none" at i, with its nouns up to `end`, is of no actors, or of some
// that are named beside it.
bool SentenceView::is_idle_crowd(std::uint32_t i, std::uint32_t end) const {
  const auto is_name = [&](std::uint32_t at) {
    return std::ranges::any_of(reading.mentions,
                               [&](const Mention& m) { return m.tokens.begin == at; });
  };
  const bool inverted = is(i, Role::none) && is_finite(end) && is_name(end + 1);
  if (is_name(end) || inverted) return true;                    // "and neither will | Japan"
  if (low(i) == "neither" && low(i + 2) == "nor") return true;  // "neither it nor Peru"
  if (i == all.begin) return false;
  const bool behind = is(i - 1, Role::have | Role::be | Role::do_) || low(i - 1) == "done";
  if (is(i, Role::none) && behind) return true;  // "has done | neither", "has | none"
  if (is(i - 1, Role::plural)) return true;
  if (low(i - 1) != "where" && !is(i - 1, Role::relative)) return false;
  const bool things = end == i + 1 && !tree.empty() && all.contains(end) &&
                      tree.word(end).tag == Penn::nns;  // "Turkey, where both | rivers | rise"
  return things || (low(i) == "both" && low(i + 1) == "the");  // "both the Tigris and"
}

// "both", "neither country's parliament", "none of the nine states": the token after it, or i.
std::uint32_t SentenceView::crowd_at(std::uint32_t i) {
  if (!is(i, Role::plural | Role::dual) || is(i, Role::government)) return i;
  std::uint32_t end = over_crowd(i);
  if (is(end - 1, Role::inhabitants)) return end;  // "some people": nobody's
  if (low(end) == "'s" && is(end + 1, Role::government))
    end += 2;  // "neither country's parliament"
  if (is_idle_crowd(i, end)) return i + 1;
  const bool none = is(i, Role::none);
  const bool counted = end > i + 1 && is(end - 1, Role::count);
  const bool described =
      counted && is_content(end) && !is_mark(end) && !is_finite(end) && !low(end).ends_with("ed");
  if (described && none) {  // "none of the nine | nuclear powers": nobody by name
    Chunk nobody;
    nobody.tokens = {i, end};
    nobody.anaphor = nobody.denied = true;
    add(std::move(nobody));
    return end;
  }
  if (described) return i + 1;
  std::uint32_t number = counted ? end - 1 : i;  // "none of the | nine | states"
  for (std::uint32_t at = i + 1; at < end && none; ++at) {
    if (is(at, Role::count)) number = at;
  }
  return add_anaphor({i, end}, words_[number - all.begin].size, none);
}

// "the same two leaders", "the parties signed"; not "the parties to it": the token after, or i.
std::uint32_t SentenceView::sides_at(std::uint32_t i) {
  if (low(i) != "the") return i;
  const bool same = low(i + 1) == "same";
  std::uint32_t end = i + (same ? 2 : 1);
  const std::uint32_t size = is(end, Role::count | Role::dual) ? words_[end - all.begin].size : 0;
  if (same && size > 0) ++end;
  const bool noun = is(end, Role::sides) ||
                    (same && is(end, Role::country | Role::government) && low(end).ends_with("s"));
  const bool alone =
      !is(end + 1, Role::includes) && !is_any(low(end + 1), {"to", "of", "are", ":"});
  return noun && alone ? add_anaphor({i, end + 1}, size, false) : i;
}

// Past the words that open a noun phrase: "the", "its | new | government", "these | three", "the |
// remaining | two".
std::uint32_t SentenceView::over_opening(std::uint32_t i) const {
  const bool opened = is_opened(i);
  std::uint32_t at = i + (opened ? 1 : 0);
  if (is(at, Role::rest) || low(at) == "same") ++at;
  const bool of_time = is(at, Role::narrows | Role::further) && !is(at, Role::rank | Role::late);
  const bool adjective = !tree.empty() && all.contains(at) && !reading.token(at).capital &&
                         tree.word(at).word_class == WordClass::adj && is(at + 1, Role::regime) &&
                         !is(at, Role::private_);
  if (opened && (of_time || adjective || low(at) == "then") && is(at + 1, Role::government))
    ++at;  // "its | new | government", "the | transitional | government", "the | then | president"
  return at;
}

bool SentenceView::is_opened(std::uint32_t i) const {
  return is(i, Role::determiner | Role::owner) ||
         (is_any(low(i), {"these", "those"}) && is(i + 1, Role::count));  // "these three"
}

// Past the nouns of "the two African leaders", "the five of them"; `at`: the number.
std::uint32_t SentenceView::over_counted(std::uint32_t at) const {
  std::uint32_t end = at + 1;
  if (is(over_description(end), Role::country)) end = over_description(end);
  const bool region = all.contains(end) && reading.token(end).capital && !is_named(end);
  if (region && is(end + 1, Role::government)) ++end;  // "the two | African | leaders"
  while (is(end, Role::country | Role::government | Role::sides) ||
         is_any(low(end), {"of", "them"}))
    ++end;
  return end;
}

// "the three", "its two neighbours": the token after it, or i; `at`: where a number may stand.
std::uint32_t SentenceView::counted_at(std::uint32_t i, std::uint32_t at) {
  if (!is(at, Role::count | Role::dual) || !is_opened(i) || low(i) == "a") return i;
  const auto verb = i > all.begin ? acts.phrases.exact(low(i - 1)) : std::nullopt;
  const bool texts =  // "signed | the two that concern it"
      verb && acts.acts[acts.forms[*verb].act].object == ActObject::agreement;
  if (texts && is_any(low(at + 1), {"that", "which"})) return i + 1;
  const std::uint32_t end = over_counted(at);
  if (low(end - 1) == "of" && is(end, Role::determiner) && is(end + 1, Role::moment))
    return end;  // "the five members of the time": not those of today
  const bool of_body = low(end - 1) == "of" && is(end - 2, Role::member) && is(i - 1, Role::be);
  if (of_body) return i + 1;  // "Oman and Chad are | the two members of | the pact"
  const bool things = end == at + 1 && is_noun_behind(end);
  if (things) return i + 1;
  const std::uint32_t size = words_[at - all.begin].size;
  if (is(at - 1, Role::rest)) {
    add_others({i, end}, size);
    return end;
  }
  const bool denied = low(i - 1) == "of" && not_one(i - 2);
  return add_anaphor({denied ? i - 3 : i, end}, size, denied);
}

// Whether "the four | ..." goes on with what they are: not "the four | make up the bloc".
bool SentenceView::is_noun_behind(std::uint32_t number_end) const {
  const std::string_view word = low(number_end);
  return all.contains(number_end) && !is_mark(number_end) && word != "'s" &&
         !is(number_end, ~Role::listed) && !opens_act(number_end) && !acts.turning.exact(word) &&
         !word.ends_with("ed") && !is_finite(number_end);
}

// "the country", "this nation's government", "the island of 390,000 people": the token after it, or
// i; `at`: where the noun may stand.
std::uint32_t SentenceView::country_at(std::uint32_t i, std::uint32_t at) {
  if (!is_opened(i) || !is(at, Role::country) || is(at, Role::naming) || low(i) == "a") return i;
  std::uint32_t end = at + 1;
  while (is(end, Role::country) && !is(end, Role::government)) ++end;  // "the island nation"
  const bool several = low(end - 1).ends_with("s");
  for (std::uint32_t j = end + 1; low(end) == "'s" && j < end + 4; ++j) {
    if (is(j, Role::government)) return add_anaphor({i, j + 1}, 1, false);
  }
  end = over_inhabitants(end);
  if (low(end) == "of" || is(end, Role::government)) return i + 1;
  return add_anaphor({i, end}, several ? 0 : 1, false);
}

// Whether words of an office from `at` stand for themselves: none before them tells whose it is.
bool SentenceView::is_office_alone(std::uint32_t i, std::uint32_t at, TokenSpan name) const {
  if (is_opened(i) || at == all.begin) return true;
  if (is_any(low(at - 1), {",", "and", "both", "but", "that"})) return true;
  if (low(at - 1) == ":" && !chunks.empty()) return true;        // "Samoa: | Ministers signed"
  if (!name.empty() && is(at - 1, Role::relative)) return true;  // "which | President Ruiz signed"
  if (!name.empty() && officer_named(name) != kNone) return true;
  const Time* dated = time_at(at - 1);  // "5 May 2022 | Army | signs"
  return dated != nullptr && dated->tokens.begin == all.begin && reading.token(i).capital;
}

// "its parliament", "lawmakers", "President Ruiz": the token after it, or i; `at`: where the office
// may stand.
std::uint32_t SentenceView::office_at(std::uint32_t i, std::uint32_t at) {
  const bool opened = is_opened(i);
  if (!is(at, Role::government) || !(opened || at == all.begin || i == at)) return i;
  std::uint32_t office = at;  // its end
  while (is(office, Role::government)) ++office;
  const bool narrows = !tree.empty() && tree.parent(office - 1) == office &&
                       tree.word(office - 1).relation == Dependency::amod;
  if (narrows && !reading.token(office).capital) return office;  // "all foreign | troops"
  std::uint32_t end = office;
  while (all.contains(end) && reading.token(end).capital && !is_mark(end)) ++end;
  if (end > office && low(office - 1).ends_with("s")) return office;  // "Presidents Ruiz and Vale"
  if (const std::uint32_t named = over_officer(end); named != end)
    return add_anaphor({i, named}, 1, false);
  // "the parliament of Georgia", "President Ruiz of Georgia", "President | Ruiz's government": the
  // name is still to come.
  if (is_any(low(end), {"of", "in", "from", "'s"})) return office;
  const bool labelled = low(at - 1) == ":" && !chunks.empty();
  if (!opened && !labelled && is(office - 1, Role::conferees))
    return end;  // "negotiators closed the text": of all sides
  if (!is_office_alone(i, at, {office, end})) return end;
  const std::uint32_t several = words_[office - 1 - all.begin].size;  // "the presidents"
  return add_anaphor({i, end}, low(i) == "their" ? 0 : std::max(several, 1U), false);
}

// "the three", "the country", "its parliament", "lawmakers": the token after it, or i.
std::uint32_t SentenceView::noun_phrase_at(std::uint32_t i) {
  std::uint32_t at = over_opening(i);
  if (low(at - 1) == "other" && is_opened(i) && is(at, Role::government))
    return at + 1;  // not named
  if (const std::uint32_t end = counted_at(i, at); end != i) return end;
  if (is(i, Role::owner) || is_any(low(i), {"the", "this", "that", "these", "those"}))
    at = over_description(at);
  if (const std::uint32_t end = country_at(i, at); end != i) return end;
  if (const std::uint32_t end = country_of_region(i); end != i)
    return add_anaphor({i, end}, 1, false);
  if (is(at, Role::inhabitants) && !is_opened(i)) return at + 1;  // "people are leaving"
  return office_at(i, at);
}

// "it", "both", "the three", "the country", "its parliament", "lawmakers": adds the chunk that
// begins at token i, if one does; returns the token after it.
std::uint32_t SentenceView::anaphor_at(std::uint32_t i) {
  if (!may_open_anaphor(*this, i)) return i + 1;
  for (const auto phrase_at :
       {&SentenceView::they_at, &SentenceView::chambers_at, &SentenceView::one_of_two_at,
        &SentenceView::rest_at, &SentenceView::all_at, &SentenceView::pronoun_at,
        &SentenceView::part_of_which_at, &SentenceView::crowd_at, &SentenceView::part_of_list_at,
        &SentenceView::sides_at, &SentenceView::noun_phrase_at}) {
    if (const std::uint32_t end = (this->*phrase_at)(i); end != i) return end;
  }
  return i + 1;
}

}  // namespace concord
