#include "reading/interviews.h"

#include <algorithm>
#include <iterator>

#include "reading/block_opening.h"
#include "text/fold.h"

namespace concord {
namespace {

std::uint32_t block_of(const WordView& view, std::uint32_t sentence) {
  return view.reading.sentences[sentence].block;
}

// Whether a sentence opens a paragraph with a letter and a mark: "Q:", "A."
bool is_labelled(const WordView& view, std::uint32_t sentence, std::string_view letter) {
  const std::uint32_t first = view.reading.sentences[sentence].tokens.begin;
  const bool opens = sentence == 0 || block_of(view, sentence - 1) != block_of(view, sentence);
  return opens && view.is_capital(first) && view.low(first) == letter &&
         is_any(view.low(first + 1), {":", "."});
}

// The first person before token `end` whose office the text tells, or kNone.
std::uint32_t introduced_before(const WordView& view, std::uint32_t end) {
  for (const Mention& mention : view.reading.mentions) {
    if (mention.tokens.begin >= end) break;
    if (mention.entity == kNone) continue;
    const Entity& entity = view.reading.entities[mention.entity];
    if (entity.kind == EntityKind::person && !entity.role.empty()) return mention.entity;
  }
  return kNone;
}

// The last sentence of the block that a sentence stands in.
std::uint32_t end_of_block(const WordView& view, std::uint32_t sentence) {
  while (sentence + 1 < view.reading.sentences.size() &&
         block_of(view, sentence + 1) == block_of(view, sentence))
    ++sentence;
  return sentence;
}

// What is said from token `begin` to the end of the block.
Attribution answer_of(const WordView& view, std::uint32_t sentence, std::uint32_t begin) {
  Attribution answer;
  answer.kind = AttributionKind::direct;
  answer.cue = {view.reading.sentences[sentence].tokens.begin, begin - 1};
  answer.content = {begin, view.reading.sentences[end_of_block(view, sentence)].tokens.end};
  return answer;
}

void give_speaker(const WordView& view, std::uint32_t person, Attribution& answer) {
  const Entity& entity = view.reading.entities[person];
  answer.speaker = person;
  answer.source.name = entity.family_name;
  answer.source.role = entity.role;
}

// "[MINISTER RUIZ]:", "[RUIZ]:": the person named there, or kNone.
std::uint32_t person_named(const WordView& view, TokenSpan label) {
  for (const Mention& mention : view.reading.mentions) {
    if (mention.entity == kNone || !label.overlaps(mention.tokens)) continue;
    if (view.reading.entities[mention.entity].kind == EntityKind::person) return mention.entity;
  }
  return kNone;
}

// "RUIZ" -> "Ruiz"
std::string in_title_case(std::string word) {
  const std::string small = lower(word);
  const bool shouted = word.size() > 1 && lower(word.substr(1)) != word.substr(1);
  return shouted ? word.substr(0, 1) + small.substr(1) : word;
}

// "MINISTER RUIZ:": the last word is a name, what stands before it an office; so is it behind a
// later "RUIZ:".
Source named_by(const WordView& view, TokenSpan label, const std::vector<Attribution>& before) {
  const std::uint32_t last = label.end - 2;  // before the colon
  Source source;
  source.name = in_title_case(view.text({last, last + 1}));
  for (std::uint32_t i = label.begin; i < last; ++i)
    source.role += (source.role.empty() ? "" : " ") + std::string(view.low(i));
  for (const Attribution& said : before) {
    if (source.role.empty() && said.source.name == source.name) source.role = said.source.role;
  }
  return source;
}

// "RUIZ: We have signed it.", in a transcript. Whoever only asks is nobody.
void find_speeches(const WordView& view, std::vector<Attribution>& found) {
  for (std::uint32_t i = 0; i < view.reading.sentences.size(); ++i) {
    if (!names_speaker(view.reading, i)) continue;
    const TokenSpan label = view.reading.sentences[i].tokens;
    Attribution answer = answer_of(view, i, label.end);
    if (label.size() < 2 || view.low(answer.content.end - 1) == "?") continue;
    const std::uint32_t person = person_named(view, label);
    const bool letter = label.size() == 2 && view.low(label.begin).size() == 1;  // "A:"
    if (person != kNone) give_speaker(view, person, answer);
    if (person == kNone && !letter) answer.source = named_by(view, label, found);
    if (person != kNone || !letter) found.push_back(std::move(answer));
  }
}

// An interview whose questions are paragraphs of their own, without labels.
class PlainInterview {
 public:
  explicit PlainInterview(const WordView& view) : view_(view) {}

  void find(std::vector<Attribution>& found) const {
    const std::vector<Sentence>& sentences = view_.reading.sentences;
    std::uint32_t first = kNone;
    std::uint32_t questions = 0;
    bool addressed = false;
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      if (!is_paragraph(i)) continue;
      addressed = addressed || holds(sentences[i].tokens, {"you", "your"});
      if (!ends_with(i, "?")) continue;
      first = std::min(first, i);
      ++questions;
    }
    if (questions < kQuestionsMin || !addressed) return;
    const std::uint32_t guest = guest_before(sentences[first].tokens.begin);
    std::string name = guest == kNone ? name_before(first) : "";
    if (guest == kNone && name.empty()) name = described_before(first);
    if (guest == kNone && name.empty()) return;
    std::vector<Attribution> answers;
    for (std::uint32_t i = first; i + 1 < sentences.size(); ++i) {
      if (!is_prompt(i) || is_prompt(i + 1)) continue;
      Attribution answer = answer_of(view_, i + 1, sentences[i + 1].tokens.begin);
      answer.cue = {answer.content.begin, answer.content.begin};
      answer.source.name = name;
      if (guest != kNone) give_speaker(view_, guest, answer);
      answers.push_back(std::move(answer));
    }
    const bool speaks = std::ranges::any_of(answers, [&](const Attribution& answer) {
      const bool quoted = view_.is_quoted(answer.content.begin + 1);
      return holds(answer.content, {"we", "our", "us", "i", "my"}, quoted);
    });
    if (speaks) std::ranges::move(answers, std::back_inserter(found));
  }

 private:
  static constexpr std::uint32_t kQuestionsMin = 2;

  // Whether a sentence is a paragraph of the body.
  bool is_paragraph(std::uint32_t i) const {
    const bool opens = i == 0 || block_of(view_, i - 1) != block_of(view_, i);
    return opens && end_of_block(view_, i) == i &&
           !view_.is_title(view_.reading.sentences[i].tokens.begin);
  }
  bool ends_with(std::uint32_t i, std::string_view mark) const {
    return view_.low(view_.reading.sentences[i].tokens.end - 1) == mark;
  }
  // "Is it over?", "It took you eight years."
  bool is_prompt(std::uint32_t i) const {
    return is_paragraph(i) &&
           (ends_with(i, "?") || holds(view_.reading.sentences[i].tokens, {"you", "your"}));
  }

  // Whether any of these words stands there, in no quotation unless `quoted`.
  bool holds(TokenSpan tokens, std::initializer_list<std::string_view> words,
             bool quoted = false) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (is_any(view_.low(i), words) && (quoted || !view_.is_quoted(i))) return true;
    }
    return false;
  }

  // Who was introduced before the first question, else the person named last.
  std::uint32_t guest_before(std::uint32_t end) const {
    std::uint32_t last = introduced_before(view_, end);
    if (last != kNone) return last;
    for (const Mention& mention : view_.reading.mentions) {
      if (mention.tokens.begin >= end) break;
      const bool known = mention.entity != kNone;
      if (known && view_.reading.entities[mention.entity].kind == EntityKind::person)
        last = mention.entity;
    }
    return last;
  }

  // "[Filomena Soares Pinto] sat on the team": the family name of the last one who opens a sentence
  // so, or "".
  std::string name_before(std::uint32_t end) const {
    std::string name;
    for (std::uint32_t n = 0; n < end; ++n) {
      const TokenSpan sentence = view_.reading.sentences[n].tokens;
      std::uint32_t i = sentence.begin;
      while (i < sentence.end && view_.is_capital(i) && view_.mention(i) == nullptr &&
             !view_.is(i, ~Role::listed))
        ++i;
      const bool does = i < sentence.end && view_.is_word(i) && !view_.is_capital(i) &&
                        !view_.is(i, Role::preposition | Role::list);
      if (does && i > sentence.begin + 1) name = view_.text({i - 1, i});
    }
    return name;
  }

  // "We spoke to a [former trade negotiator] in Abuja, who asked not to be named.": what is told of
  // one without a name, or "".
  std::string described_before(std::uint32_t end) const {
    for (std::uint32_t n = 0; n < end; ++n) {
      const TokenSpan sentence = view_.reading.sentences[n].tokens;
      for (std::uint32_t i = sentence.begin; i + 3 < sentence.end; ++i) {
        const bool speaks = view_.reading.opens(i, Opens::saying) &&
                            is_any(view_.low(i + 1), {"to", "with"}) &&
                            is_any(view_.low(i + 2), {"a", "an"});
        std::uint32_t stop = i + 3;
        while (view_.is_word(stop) && !view_.is(stop, Role::preposition | Role::relative)) ++stop;
        if (speaks && stop > i + 3 && view_.speech.speaker(view_.low(stop - 1)).speaks())
          return view_.text({i + 3, stop});
      }
    }
    return {};
  }

  const WordView& view_;
};

}  // namespace

std::vector<Attribution> find_answers(const WordView& view) {
  std::vector<Attribution> found;
  const std::vector<Sentence>& sentences = view.reading.sentences;
  std::uint32_t guest = kNone;
  bool asked = false;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (!asked && is_labelled(view, i, "q")) {
      asked = true;
      guest = introduced_before(view, sentences[i].tokens.begin);
    }
    if (guest == kNone || !is_labelled(view, i, "a")) continue;
    Attribution answer = answer_of(view, i, sentences[i].tokens.begin + 2);
    give_speaker(view, guest, answer);
    if (!answer.content.empty()) found.push_back(std::move(answer));
  }
  find_speeches(view, found);
  if (found.empty()) PlainInterview(view).find(found);
  return found;
}

}  // namespace concord
