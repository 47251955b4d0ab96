#include "reading/interviews.h"

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
  return found;
}

}  // namespace concord
