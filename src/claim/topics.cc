// Topics: the fields that an agreement or a meeting is to bring cooperation in.
//
//   cooperation | with Chile | in | energy, trade and lace making           cue, opening, list
//   water | cooperation                                                   field before its head
//
// A list that holds one known field holds fields: its other members are taken in their own words.
// "Kenya maintains diplomatic and economic ties" tells a standing tie, no field of an agreement.
#include <algorithm>

#include "claim/happening_region.h"
#include "claim/happenings.h"
#include "claim/passes.h"

namespace concord {
namespace {

constexpr std::uint32_t kOpeningReach =
    14;  // "cooperation | between the United States and ... | on"
constexpr std::uint32_t kMemberWordsMax = 4;

struct Field {
  TokenSpan tokens;
  const HappeningRow* row = nullptr;  // none: a list member in its own words
};

class TopicReader {
 public:
  explicit TopicReader(const Scene& scene)
      : scene_(scene), table_(scene.lexicon.happenings.topics) {}

  std::vector<Field> run() {
    for (std::uint32_t i = scene_.all.begin; i < scene_.all.end; ++i) {
      if (!scene_.opens_words(table_, i)) continue;
      if (in_name(i)) continue;  // "the Trade and Investment Partnership"
      if (scene_.words_at(table_, "cue", i) > 0) after_cue(i);
      if (scene_.words_at(table_, "head", i) > 0) before_head(i);
    }
    return std::move(fields_);
  }

 private:
  bool in_name(std::uint32_t i) const {
    const Mention* mention = scene_.mention_at(i);
    return mention != nullptr && mention->form == MentionForm::name;
  }

  const HappeningRow* field_at(std::uint32_t i, std::uint32_t& end) const {
    const auto hit =
        table_.phrases.longest([&](std::uint32_t t) { return scene_.low(t); }, i, scene_.all.end);
    if (!hit) return nullptr;
    end = i + hit->length;
    return &table_.rows[table_.forms[hit->value].front().row];
  }

  void after_cue(std::uint32_t cue) {
    const std::uint32_t after = cue + scene_.words_at(table_, "cue", cue);
    if (scene_.words_at(table_, "direct", cue) > 0) {
      read_list(after);
      return;
    }
    bool partners = false;
    for (std::uint32_t i = after; i < after + kOpeningReach && scene_.all.contains(i); ++i) {
      if (const std::uint32_t n = scene_.words_at(table_, "opens", i)) {
        read_list(i + n);
        if (!partners) return;
        continue;
      }
      partners = partners || scene_.words_at(table_, "between", i) > 0;
      if (!partners || (scene_.mark(i) && !scene_.any(i, {",", "'s", "-", "."}))) return;
      if (scene_.is(i, Role::relative | Role::be)) return;
    }
  }

  // "energy, trade and deep-sea mining": what commas and "and" join.
  void read_list(std::uint32_t i) {
    std::vector<Field> members;
    std::size_t known = 0;
    while (scene_.all.contains(i)) {
      const Field member = member_at(i);
      if (member.tokens.empty()) break;
      known += member.row != nullptr;
      members.push_back(member);
      i = member.tokens.end;
      const std::uint32_t joiner = i;
      while (scene_.any(i, {",", "and", "&", "or"}) ||
             (scene_.low(i) == "as" && scene_.low(i + 1) == "well") ||
             (scene_.any(i, {"well", "as"}) && i > joiner)) {
        ++i;
      }
      if (i == joiner) break;
    }
    if (known == 0) return;
    for (const Field& member : members) {
      if (member.row != nullptr || members.size() > 1) fields_.push_back(member);
    }
  }

  // One member: a known field with the words that describe it, or a few plain words.
  Field member_at(std::uint32_t i) const {
    while (scene_.is(i, Role::determiner | Role::owner) || scene_.any(i, {"both"})) ++i;
    std::uint32_t end = i;
    while (scene_.all.contains(end) && end < i + kMemberWordsMax) {
      std::uint32_t past = 0;
      if (const HappeningRow* row = field_at(end, past)) return {{end, past}, row};
      const bool plain = scene_.word(end) && !scene_.capital(end) && !scene_.is(end, Role::small);
      if (!plain && scene_.low(end) != "-") break;
      ++end;
    }
    const bool closed = scene_.any(end, {",", ".", "and", ";", ""});
    const bool verb = end > i && scene_.low(end - 1).ends_with("ing") && end == i + 1;
    return closed && end > i && !verb ? Field{{i, end}, nullptr} : Field{};
  }

  // "diplomatic, economic and cultural | ties", "water | cooperation".
  void before_head(std::uint32_t head) {
    std::vector<Field> found;
    std::uint32_t i = head;
    while (i > scene_.all.begin) {
      const Field field = field_before(i);
      if (field.row == nullptr) break;
      found.push_back(field);
      i = field.tokens.begin;
      while (i > scene_.all.begin && scene_.any(i - 1, {",", "and"})) --i;
      if (scene_.is(i - 1, Role::deeper)) --i;
    }
    if (found.empty()) return;
    i = found.back().tokens.begin;
    for (int n = 0; n < 3 && i > scene_.all.begin; ++n, --i) {
      if (scene_.words_before(table_, "keeps", i) > 0) return;
    }
    const bool tie = scene_.is(head, Role::ties);
    for (auto it = found.rbegin(); it != found.rend(); ++it) {
      if (found.size() == 1 && tie && it->row->kind == "diplomacy") return;  // a relation
      fields_.push_back(*it);
    }
  }
  Field field_before(std::uint32_t end) const {
    for (std::uint32_t n = 4; n > 0; --n) {
      if (end < scene_.all.begin + n) continue;
      std::uint32_t past = 0;
      const HappeningRow* row = field_at(end - n, past);
      if (row != nullptr && past == end && !in_name(end - 1)) return {{end - n, end}, row};
    }
    return {};
  }

  const Scene& scene_;
  const HappeningTable& table_;
  std::vector<Field> fields_;
};

}  // namespace

std::vector<Found<Topic>> find_topics(const Report& report, const Reading& reading,
                                      const Lexicon& lexicon) {
  std::vector<Found<Topic>> found;
  AgreementInView agreements(reading);
  for (const Sentence& sentence : reading.sentences) {
    agreements.move_to(sentence.tokens);
    const Scene scene(report, reading, lexicon, sentence);
    const std::vector<Field> fields = TopicReader(scene).run();
    if (fields.empty()) continue;  // most sentences
    const std::vector<Trigger> events = triggers_in(scene, lexicon.happenings.events);
    for (const Field& field : fields) {
      Topic topic;
      const Entity* agreement = agreements.here();
      if (agreement == nullptr && events.empty()) agreement = agreements.last();
      if (agreement != nullptr) topic.agreement = agreement->name;
      if (agreement == nullptr && !events.empty()) topic.event = events.front().row->kind;
      if (topic.agreement.empty() && topic.event.empty()) continue;
      topic.field = field.row != nullptr ? field.row->kind : scene.text(field.tokens);
      topic.evidence = {sentence_evidence(report, reading, field.tokens.begin)};
      found.push_back(
          {std::move(topic), field.row != nullptr ? field.row->name : "list", field.tokens});
    }
  }
  return found;
}

std::vector<Topic> extract_topics(const Report& report, const Reading& reading,
                                  const Lexicon& lexicon) {
  std::vector<Topic> topics;
  for (Found<Topic>& one : find_topics(report, reading, lexicon)) {
    const auto known = std::ranges::find_if(topics, [&](const Topic& other) {
      return other.field == one.noun.field && other.agreement == one.noun.agreement &&
             other.event == one.noun.event;
    });
    if (known == topics.end()) {
      topics.push_back(std::move(one.noun));
    } else if (std::ranges::find(known->evidence, one.noun.evidence.front()) ==
               known->evidence.end()) {
      known->evidence.push_back(one.noun.evidence.front());
    }
  }
  return topics;
}

}  // namespace concord
