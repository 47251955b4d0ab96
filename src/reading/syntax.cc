// Trees for the sentences in reach of an act: parsing is what reading costs most, and most
// sentences of a day's news tell of no agreement. A sentence that holds no phrase of the act
// lexicon can give no claim, and none does in a report that speaks of no agreement or names nobody:
// nothing is lost.
#include <algorithm>

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
    if (acts.phrases.longest(word, i, sentence.end)) return true;
    const auto verb = acts.frame_verbs.longest(word, i, sentence.end);
    if (verb && noun_follows(reading, acts.frames[verb->value], i + verb->length, sentence.end))
      return true;
  }
  return false;
}

// Whether a report may hold a claim: agreements.cc may find an agreement in it, or a body that states
// join; and it names somebody that the world's tables know, for nobody else is a party.
bool may_claim(const Reading& reading, const World& world, const Acts& acts) {
  const auto end = static_cast<std::uint32_t>(reading.tokens.size());
  const auto word = [&](std::uint32_t t) { return reading.lower(t); };
  bool agreement = false;
  bool known = false;
  for (std::uint32_t i = 0; i < end && !(agreement && known); ++i) {
    const Token& token = reading.tokens[i];
    const auto role = token.agreement;
    const bool noun = role == AgreementWord::head || role == AgreementWord::title ||
                      role == AgreementWord::weak;
    const bool pro = i + 1 < end && is_any(word(i), {"one", "ones", "that", "those"}) &&
                     is_any(word(i + 1), {"with", "between"});  // "an easier one with Oman"
    agreement = agreement || noun || pro ||
                !body_joined_at(reading, world, acts, reading.sentences[token.sentence].tokens, i)
                     .empty();
    const auto hit = world.phrases.longest(word, i, end);
    if (!hit) continue;
    const WorldName& name = world.names[hit->value];
    known = known || token.capital || name.small;
    agreement = agreement || name.kind == NameKind::agreement ||
                (name.kind == NameKind::body && world.bodies[name.row].acceded);
  }
  return agreement && known;
}

}  // namespace

void parse_sentences(const Report& report, const Lexicon& lexicon, Reading& reading) {
  reading.syntax.assign(reading.sentences.size(), {});
  if (!may_claim(reading, lexicon.world, lexicon.acts)) return;
  std::vector<Forms> forms;
  std::vector<std::size_t> numbers;
  for (std::size_t n = 0; n < reading.sentences.size(); ++n) {
    const TokenSpan sentence = reading.sentences[n].tokens;
    if (!may_tell(reading, lexicon.acts, sentence)) continue;
    Forms& words = forms.emplace_back();
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
      words.push_back(report.words(reading.tokens[i].span));
    numbers.push_back(n);
  }
  std::vector<Syntax> trees = lexicon.parser->parse(forms, Lemmas::left_out);
  for (std::size_t n = 0; n < numbers.size(); ++n) reading.syntax[numbers[n]] = std::move(trees[n]);
}

}  // namespace concord
