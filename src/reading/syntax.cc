// Trees for the sentences in reach of an act: parsing is what reading costs most, and most
// sentences of a day's news tell of no agreement. A sentence that holds no phrase of the act
// lexicon can give no claim (it may describe a treaty), and none does in a report that names
// nobody: nothing is lost. First come the sentences that may name an agreement; only where one
// does, the others.
#include <algorithm>
#include <iterator>

#include "reading/in_mind.h"
#include "reading/joined_bodies.h"
#include "reading/passes.h"

namespace concord {
namespace {

// "become ... member": whether the noun of a frame follows its verb.
bool noun_follows(const Reading& reading, const Frames& frames, std::uint32_t from,
                  std::uint32_t end) {
  for (std::uint32_t i = from; i < std::min(from + kFrameReach + 1, end); ++i) {
    if (!frames.opened_by(reading.lower(i)).empty()) return true;
  }
  return false;
}

bool may_tell(const Reading& reading, const Acts& acts, TokenSpan sentence) {
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (!reading.opens(i, Opens::act | Opens::frame)) continue;
    if (acts.phrases.longest(word, i, sentence.end)) return true;
    const auto verb = acts.frame_verbs.longest(word, i, sentence.end);
    if (verb && noun_follows(reading, acts.frames[verb->value], i + verb->length, sentence.end))
      return true;
  }
  return false;
}

// Whether one of agreements.cc's nouns stands in a sentence: on them it asks the tree.
bool has_noun(const Reading& reading, TokenSpan sentence) {
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const auto role = reading.tokens[i].agreement;
    if (role == AgreementWord::head || role == AgreementWord::title ||
        role == AgreementWord::weak || role == AgreementWord::body ||
        reading.is(i, Role::club | Role::scheme))
      return true;
  }
  return false;
}

// "signed up to the | carbon levy": whether a noun for what is joined follows an act of that kind.
bool follows_joining(const Reading& reading, const Acts& acts, TokenSpan sentence,
                     std::uint32_t noun) {
  constexpr std::uint32_t kWordsBack = 10;
  if (!reading.is(noun, Role::scheme)) return false;
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  for (std::uint32_t i = std::max(sentence.begin + kWordsBack, noun) - kWordsBack; i < noun; ++i) {
    const auto hit = acts.phrases.longest(word, i, noun);
    if (!hit) continue;
    const Act& act = acts.acts[acts.forms[hit->value].act];
    if (act.joins || act.leaving || act.stage == Stage::signed_) return true;
  }
  return false;
}

// "customs [union]", "trade-[pact]": whether a noun stands behind a word that may name it.
bool is_modified(const Reading& reading, TokenSpan sentence, std::uint32_t noun) {
  if (noun == sentence.begin) return false;
  const Token& before = reading.tokens[noun - 1];
  return before.agreement == AgreementWord::modifier || before.capital ||
         reading.lower(noun - 1) == "-";
}

// Whether a sentence may bring an agreement, or a body that states join, into a report. The nouns
// of titles and bodies do so only in capitals or behind a modifier ("customs union"); in small
// letters they stand for what has been named.
bool may_name(const Reading& reading, const World& world, const Acts& acts, TokenSpan sentence) {
  const auto end = static_cast<std::uint32_t>(reading.tokens.size());
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  const bool club = names_club(reading, sentence);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Token& token = reading.tokens[i];
    if (token.agreement == AgreementWord::head) return true;
    const bool noun = token.agreement == AgreementWord::title ||
                      token.agreement == AgreementWord::weak ||
                      token.agreement == AgreementWord::body;
    if (noun && (token.capital || is_modified(reading, sentence, i))) return true;
    if (noun && i + 2 < sentence.end && word(i + 1) == "of" &&
        reading.tokens[i + 2].agreement == AgreementWord::content)
      return true;  // "a letter of intent"
    if (follows_joining(reading, acts, sentence, i)) return true;
    const bool stands =
        i + 1 < sentence.end && is_any(word(i), {"one", "ones", "that", "those", "another"});
    if (stands && is_any(word(i + 1), {"with", "between"}))
      return true;  // "an easier one with Oman"
    const std::uint32_t on = i + (i + 1 < sentence.end && word(i + 1) == "," ? 2 : 1);
    const bool further = is_any(word(i), {"one", "another"}) || reading.is(i, Role::rank);
    if (further && on < sentence.end && word(on) == "on") return true;  // "another, on fish"
    if (club && !body_joined_at(reading, world, acts, sentence, i).empty()) return true;
    if (!reading.opens(i, Opens::name)) continue;
    const auto hit = world.phrases.longest(word, i, end);
    if (!hit) continue;
    const WorldName& name = world.names[hit->value];
    const bool joined = name.kind == NameKind::agreement ||
                        (name.kind == NameKind::body && world.bodies[name.row].acceded);
    if (joined && (token.capital || name.small)) return true;  // not "who"
  }
  return false;
}

// "The high [seas treaty] got its sixtieth": a name that only the tree tells from "the treaty".
bool may_describe(const Reading& reading, TokenSpan sentence) {
  for (std::uint32_t i = sentence.begin + 1; i < sentence.end; ++i) {
    const bool small = reading.is(i - 1, ~Role::content) || reading.tokens[i - 1].capital;
    if (reading.tokens[i].agreement == AgreementWord::head && !small &&
        reading.tokens[i - 1].kind == WordKind::word)
      return true;
  }
  return false;
}

// Past what stands before a sentence proper: "17 October 2019 - [Peru and the EU agree]",
// "GENEVA, June 10 (Reuters) - [...]", "- [...]"; else its first token. The treebanks have no such
// labels, and a parser takes their words for subjects.
std::uint32_t over_label(const Reading& reading, TokenSpan sentence) {
  constexpr std::uint32_t kLabelMax = 14;
  constexpr std::uint32_t kRestMin = 3;
  std::uint32_t from = sentence.begin;
  bool dated = false;
  bool bracket = false;
  for (std::uint32_t i = from; i + kRestMin < sentence.end; ++i) {
    if (i >= sentence.begin + kLabelMax) break;
    const Token& token = reading.tokens[i];
    const std::string_view word = reading.lower(i);
    const bool spaced = token.space_before && reading.tokens[i + 1].space_before;
    const bool dash = is_any(word, {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94"});
    const bool bullet = dash || is_any(word, {"*", "\xE2\x80\xA2", "\xC2\xB7"});
    const bool place = reading.tokens[sentence.begin].all_capitals && bracket;
    if (bullet && i == sentence.begin) {
      from = i + 1;
      continue;
    }
    if (dash && (dated || place) && (spaced || word != "-")) return i + 1;
    if (word == ":" && dated) return i + 1;
    const auto time = std::ranges::partition_point(
        reading.times, [i](const Time& one) { return one.tokens.end <= i; });
    const bool in_time = time != reading.times.end() && time->tokens.contains(i);
    dated = dated || in_time;
    bracket = bracket || word == ")";
    const bool fits = in_time || token.kind != WordKind::word || token.all_capitals ||
                      (token.capital && reading.tokens[sentence.begin].all_capitals);
    if (!fits || is_any(word, {"\"", "\xE2\x80\x9C", ";"})) break;
  }
  return from;
}

// A tree for words of which `label` were not read: they hang on its root and say nothing.
Syntax with_label(Syntax tree, std::uint32_t label) {
  const auto root = std::ranges::find(tree.words, kRoot, &SyntaxWord::head);
  SyntaxWord unread;
  unread.head = label + static_cast<std::uint32_t>(root - tree.words.begin());
  for (SyntaxWord& word : tree.words) {
    if (word.head != kRoot) word.head += label;
  }
  tree.words.insert(tree.words.begin(), label, unread);
  return tree;
}

// Parses those of the sentences without a tree that `asked` says.
template <typename Asked>
void parse_some(const Report& report, const Parser& parser, Reading& reading, const Asked& asked) {
  std::vector<Forms> forms;
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; n < reading.sentences.size(); ++n) {
    const TokenSpan sentence = reading.sentences[n].tokens;
    if (!reading.syntax[n].words.empty() || !asked(sentence)) continue;
    Forms& words = forms.emplace_back();
    for (std::uint32_t i = over_label(reading, sentence); i < sentence.end; ++i)
      words.push_back(report.words(reading.tokens[i].span));
    numbers.push_back(n);
  }
  std::vector<Syntax> trees = parser.parse(forms, Lemmas::left_out);
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    const auto unread =
        reading.sentences[numbers[n]].tokens.size() - static_cast<std::uint32_t>(forms[n].size());
    reading.syntax[numbers[n]] = with_label(std::move(trees[n]), unread);
  }
}

}  // namespace

void parse_names(const Report& report, const Lexicon& lexicon, Reading& reading) {
  reading.syntax.assign(reading.sentences.size(), {});
  const bool party = std::ranges::any_of(reading.entities, [](const Entity& entity) {
    return entity.kind == EntityKind::state || entity.kind == EntityKind::body;
  });
  const auto names = [&](const Sentence& sentence) {
    return may_name(reading, lexicon.world, lexicon.acts, sentence.tokens);
  };
  if (!party || std::ranges::none_of(reading.sentences, names)) return;
  parse_some(report, *lexicon.parser, reading, [&](TokenSpan sentence) {
    return may_describe(reading, sentence) ||
           (may_tell(reading, lexicon.acts, sentence) &&
            (has_noun(reading, sentence) ||
             may_name(reading, lexicon.world, lexicon.acts, sentence)));
  });
}

void parse_acts(const Report& report, const Lexicon& lexicon, Reading& reading) {
  if (!speaks_of_agreement(reading)) return;
  const InMind in_mind(report, reading);
  parse_some(report, *lexicon.parser, reading, [&](TokenSpan sentence) {
    return in_mind.may_tell(reading.tokens[sentence.begin].sentence) &&
           may_tell(reading, lexicon.acts, sentence);
  });
}

}  // namespace concord
