// Assessments: what an agreement or a step towards one is said to be worth, in the source's words.
//
//   its accession | is | largely symbolic                 a form of "be" or a frame, then a value
//   called | the pact | "a historic mistake"              an opinion: object, then a value
//   stressed | the new economic significance of the pact  a judging noun as object
//
// A value is a short phrase around a judging word (data/en/assessments.toml), or a short quotation
// that holds one. What is judged must be an agreement or a step; a judgement told in the past in
// the report's own voice is history, no assessment of the news.
#include <algorithm>
#include <optional>

#include "claim/happening_region.h"
#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {
namespace {

constexpr std::uint32_t kPhraseReach = 6;   // words before the judging word
constexpr std::uint32_t kTailWordsMax = 9;  // "forward in building bridges across the world"
constexpr std::uint32_t kQuotedWordsMax = 16;
constexpr std::uint32_t kObjectReach = 9;  // "called | Kenya's decision to leave | a mistake"

struct Value {
  TokenSpan tokens;
  const HappeningRow* row = nullptr;
  std::uint32_t frame = 0;         // the verb that leads to it
  const Player* holder = nullptr;  // whose opinion it is, when a verb of opinion says so
};

class AssessmentReader {
 public:
  AssessmentReader(const Scene& scene, const std::vector<PersonName>& persons, bool agreement_here)
      : scene_(scene),
        table_(scene.lexicon.happenings.assessments),
        persons_(persons),
        agreement_here_(agreement_here) {}

  std::vector<Value> run() {
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.end; ++i) {
      if (scene_.opens_words(table_, i)) {
        if (const std::uint32_t n = scene_.words_at(table_, "stress", i)) stressed(i, i + n);
        if (const std::uint32_t n = scene_.words_at(table_, "opinion", i)) opinion(i, i + n);
        if (const std::uint32_t n = scene_.words_at(table_, "frame", i)) framed(i, i + n);
      }
      if (scene_.is(i, Role::be)) framed(i, i + 1);
    }
    return std::move(values_);
  }

 private:
  // Few sentences judge anything, so who and what is in them is looked up when first asked for.
  const std::vector<Player>& cast() {
    if (!cast_) cast_ = cast_of(scene_, persons_);
    return *cast_;
  }
  bool event_here() const { return !triggers_in(scene_, scene_.lexicon.happenings.events).empty(); }

  static bool quote_mark(std::string_view word) {
    return word == "\"" || word == "\xE2\x80\x9C" || word == "'" || word == "\xE2\x80\x98";
  }

  const Quotation* quotation_at(std::uint32_t i) const {
    for (const Quotation& quotation : scene_.reading.quotations) {
      if (quotation.tokens.begin == i) return &quotation;
    }
    return nullptr;
  }

  // The first judging word of [from, to).
  const HappeningRow* judging(std::uint32_t from, std::uint32_t to, TokenSpan& words) const {
    for (std::uint32_t i = from; i < to; ++i) {
      const auto hit =
          table_.phrases.longest([&](std::uint32_t t) { return scene_.low(t); }, i, scene_.all.end);
      if (!hit) continue;
      words = {i, i + hit->length};
      return &table_.rows[table_.forms[hit->value].front().row];
    }
    return nullptr;
  }

  // The value that begins at token i, which a verb led to; no row where none does.
  Value value_at(std::uint32_t i) const {
    while (scene_.is(i, Role::be) || scene_.words_at(table_, "lead", i) > 0 ||
           scene_.any(i, {"as"})) {
      ++i;
    }
    Value value;
    TokenSpan word;
    std::uint32_t open = i;
    if (scene_.any(open, {"a", "the"})) ++open;
    if (quote_mark(scene_.low(open)) && quotation_at(open + 1) != nullptr) {
      TokenSpan quoted = quotation_at(open + 1)->tokens;
      while (quoted.size() > 1 && scene_.mark(quoted.end - 1)) --quoted.end;
      if (quoted.size() > kQuotedWordsMax) return {};
      value.row = judging(quoted.begin, quoted.end, word);
      value.tokens = quoted;
      return value;
    }
    std::uint32_t at = i;
    for (; at < i + kPhraseReach && scene_.all.contains(at); ++at) {
      value.row = judging(at, at + 1, word);
      if (value.row != nullptr) break;
      const bool passes = scene_.word(at) || scene_.any(at, {"-", ","});
      if (scene_.low(at) == "than" && scene_.low(at - 1) == "more") continue;
      if (!passes || scene_.is(at, Role::preposition | Role::relative | Role::subordinate |
                                       Role::have | Role::be)) {
        return {};
      }
      if (scene_.any(at, {"not", "no", "never", "n't"})) return {};
    }
    if (value.row == nullptr || noun_before(i, word.begin)) return {};
    TokenSpan head = word;
    for (std::uint32_t t = word.end;
         t < word.end + 3 && scene_.word(t) && !scene_.is(t, Role::small); ++t) {
      if (const HappeningRow* row = judging(t, t + 1, head)) value.row = row;  // "historic mistake"
    }
    value.tokens = {i, tail_end(std::max(word.end, head.end))};
    return value;
  }
  // "is Kenya's historic port": a name owns what is judged.
  bool noun_before(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (scene_.mention_at(i) != nullptr && scene_.low(i) != "a") return true;
    }
    return false;
  }

  // Past the noun that a judging adjective describes and what belongs to it.
  std::uint32_t tail_end(std::uint32_t i) const {
    std::uint32_t end = i;
    while (end < i + kTailWordsMax && scene_.all.contains(end)) {
      const bool of_it = scene_.any(end, {"of", "for", "to", "in"}) && agreement_in(end, end + 4);
      if (of_it) break;
      const bool joins = scene_.any(end, {"of", "for", "in", "with", "and", "but", "-", "towards",
                                          "toward", "to", "across", "between"}) ||
                         scene_.is(end, Role::determiner | Role::owner);
      const bool stops = !scene_.word(end) && scene_.low(end) != "-" && scene_.low(end) != "'s";
      if (stops || scene_.time_at(end) != nullptr || scene_.says(end)) break;
      if (scene_.low(end).ends_with("ed") && scene_.is(end + 1, Role::preposition)) break;
      if (!joins && scene_.is(end, Role::relative | Role::subordinate | Role::be | Role::have |
                                       Role::preposition)) {
        break;
      }
      ++end;
    }
    while (end > i &&
           (scene_.is(end - 1, Role::preposition | Role::list | Role::determiner | Role::owner) ||
            scene_.any(end - 1, {"-", "to"}))) {
      --end;
    }
    return end;
  }

  bool agreement_in(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      const Mention* mention = scene_.mention_at(i);
      if (mention == nullptr) continue;
      const Entity& entity = scene_.reading.entities[mention->entity];
      if (entity.kind == EntityKind::agreement || entity.acceded) return true;
    }
    return false;
  }

  // Whether [from, to) speaks of an agreement or a step.
  bool speaks_of_it(std::uint32_t from, std::uint32_t to) const {
    if (agreement_in(from, to)) return true;
    for (std::uint32_t i = from; i < to; ++i) {
      if (scene_.is(i, Role::naming | Role::text)) return true;
      const bool weak = scene_.words_at(table_, "weak", i) > 0;
      if (weak && !agreement_here_ && event_here()) continue;  // "hosting the talks, saying it"
      if (scene_.words_at(table_, "judged", i) > 0) return true;
    }
    return false;
  }

  // The words of the clause before a verb.
  std::uint32_t clause_begin(std::uint32_t verb) const {
    std::uint32_t i = verb;
    while (i > scene_.all.begin && !scene_.any(i - 1, {";", ":", "\xE2\x80\x94"}) &&
           !scene_.is(i - 1, Role::subordinate) && verb - i < 25) {
      --i;
    }
    return i;
  }

  void framed(std::uint32_t verb, std::uint32_t after) {
    Value value = value_at(after);
    if (value.row == nullptr || !speaks_of_it(clause_begin(verb), verb)) return;
    value.frame = verb;
    put(value);
  }

  void opinion(std::uint32_t verb, std::uint32_t after) {
    for (std::uint32_t i = after; i < after + kObjectReach && scene_.all.contains(i); ++i) {
      if (scene_.any(i, {".", ";", ","})) return;
      const bool passive = scene_.is(verb - 1, Role::be) || scene_.low(verb - 1) == "been";
      const bool object = speaks_of_it(after, i) ||
                          (passive && speaks_of_it(clause_begin(verb), verb)) ||
                          relative_object(verb);
      Value value = object && i > after - 1 ? value_at(i) : Value{};
      if (value.row == nullptr || scene_.is(i, Role::naming)) continue;
      value.frame = verb;
      value.holder = passive ? nullptr : subject_before(scene_, cast(), verb);
      put(value);
      return;
    }
  }
  // "the announcement, which he described as"
  bool relative_object(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > scene_.all.begin && verb - i < 5; --i) {
      if (scene_.low(i - 1) == "which") return true;
    }
    return false;
  }

  void stressed(std::uint32_t verb, std::uint32_t after) {
    if (!scene_.is(after, Role::determiner | Role::owner)) return;
    Value value = value_at(after);
    if (value.row == nullptr || !agreement_here_) return;
    value.frame = verb;
    value.holder = subject_before(scene_, cast(), verb);
    put(value);
  }

  void put(const Value& value) {
    for (const Value& known : values_) {
      if (known.tokens.overlaps(value.tokens)) return;
    }
    values_.push_back(value);
  }

  const Scene& scene_;
  const HappeningTable& table_;
  const std::vector<PersonName>& persons_;
  bool agreement_here_;
  std::optional<std::vector<Player>> cast_;
  std::vector<Value> values_;
};

// Who says so: the speaker of the quotation, else of the narrowest content that holds the value.
const Attribution* said(const Reading& reading, const Value& value) {
  const Attribution* best = nullptr;
  for (const Attribution& one : reading.attributions) {
    const bool holds = one.content.contains(value.tokens) ||
                       (one.content.contains(value.tokens.begin) && one.quotation != kNone);
    if (!holds) continue;
    const bool direct = one.quotation != kNone;
    const bool best_direct = best != nullptr && best->quotation != kNone;
    if (best == nullptr || (direct && !best_direct) ||
        (direct == best_direct && one.content.size() < best->content.size()))
      best = &one;
  }
  return best;
}

// "The statement noted": whose statement it is was told with the speech before.
Source speaker_of(const Reading& reading, const Lexicon& lexicon, const Attribution& said) {
  if (!lexicon.speech.nouns.contains(said.source.name)) return said.source;
  const Source* before = nullptr;
  for (const Attribution& one : reading.attributions) {
    const bool earlier = one.cue.begin < said.cue.begin;
    if (earlier && !lexicon.speech.nouns.contains(one.source.name)) before = &one.source;
  }
  Source source = before == nullptr ? Source{} : *before;
  source.channel = said.source.name;
  return source;
}

}  // namespace

std::vector<Found<Assessment>> find_assessments(const Report& report, const Reading& reading,
                                                const Lexicon& lexicon) {
  std::vector<Found<Assessment>> found;
  const std::vector<PersonName> persons = find_person_names(reading);
  AgreementInView agreements(reading);
  for (const Sentence& sentence : reading.sentences) {
    agreements.move_to(sentence.tokens);
    if (agreements.last() == nullptr) continue;
    const Scene scene(report, reading, lexicon, sentence);
    AssessmentReader reader(scene, persons, agreements.here() != nullptr);
    for (const Value& value : reader.run()) {
      Assessment one;
      one.agreement = agreements.last()->name;
      one.agreement_id = agreements.last()->id;
      one.value = scene.text(value.tokens);
      if (value.holder != nullptr) {
        one.said_by.name = value.holder->said;
      } else if (const Attribution* by = said(reading, value)) {
        one.said_by = speaker_of(reading, lexicon, *by);
      }
      const bool past = scene.any(value.frame, {"was", "were", "had"}) ||
                        scene.any(value.frame - 1, {"was", "were"});
      if (past && one.said_by.name.empty()) continue;
      one.evidence = {sentence_evidence(report, reading, value.tokens.begin)};
      found.push_back({std::move(one), value.row->name, value.tokens});
    }
  }
  return found;
}

std::vector<Assessment> extract_assessments(const Report& report, const Reading& reading,
                                            const Lexicon& lexicon) {
  std::vector<Assessment> all;
  for (Found<Assessment>& one : find_assessments(report, reading, lexicon)) {
    const bool known = std::ranges::any_of(all, [&](const Assessment& other) {
      return other.value == one.noun.value && other.said_by == one.noun.said_by;
    });
    if (!known) all.push_back(std::move(one.noun));
  }
  return all;
}

}  // namespace concord
