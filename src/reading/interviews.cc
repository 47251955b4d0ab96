#include "reading/interviews.h"

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
    std::uint32_t last = i;
    while (last + 1 < sentences.size() && block_of(view, last + 1) == block_of(view, i)) ++last;
    const Entity& person = view.reading.entities[guest];
    Attribution answer;
    answer.kind = AttributionKind::direct;
    answer.cue = {sentences[i].tokens.begin, sentences[i].tokens.begin + 1};
    answer.content = {sentences[i].tokens.begin + 2, sentences[last].tokens.end};
    answer.speaker = guest;
    answer.source.name = person.family_name;
    answer.source.role = person.role;
    if (!answer.content.empty()) found.push_back(std::move(answer));
  }
  return found;
}

}  // namespace concord
