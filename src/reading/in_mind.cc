#include "reading/in_mind.h"

#include <algorithm>

namespace concord {
namespace {

constexpr std::size_t kSentencesPerMention = 10;
constexpr std::uint32_t kFirstSentences = 4;

}  // namespace

InMind::InMind(const Report& report, const Reading& reading)
    : reading_(reading), named_(reading.sentences.size()) {
  std::size_t mentions = 0;
  for (const Mention& mention : reading.mentions) {
    const Entity& entity = reading.entities[mention.entity];
    if (entity.kind != EntityKind::agreement && !entity.acceded) continue;
    ++mentions;
    const std::uint32_t sentence = reading.tokens[mention.tokens.begin].sentence;
    named_[sentence].push_back(entity.id);
    const bool ahead = sentence < kFirstSentences ||
                       section_of(report, reading, mention.tokens.begin) == Section::title;
    if (ahead) lent_.push_back(entity.id);
  }
  for (std::size_t n = named_.size(); n > 1; --n) {  // "Peru signed the pact. Chile | did not sign"
    if (reading.sentences[n - 1].block == reading.sentences[n - 2].block)
      named_[n - 1].insert(named_[n - 1].end(), named_[n - 2].begin(), named_[n - 2].end());
  }
  all_ = mentions * kSentencesPerMention >= reading.sentences.size();
}

bool InMind::may_mean(std::uint32_t agreement, std::uint32_t sentence) const {
  const std::string_view id = reading_.entities[agreement].id;
  return all_ || std::ranges::find(lent_, id) != lent_.end() ||
         std::ranges::find(named_[sentence], id) != named_[sentence].end();
}

bool InMind::may_tell(std::uint32_t sentence) const {
  return all_ || !lent_.empty() || !named_[sentence].empty();
}

}  // namespace concord
