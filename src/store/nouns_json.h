// The nouns as JSON cells of the record file, and back. Field names are the structs' own, values of
// enums the printed names; spans are byte offsets. nlohmann's macros write the code, so a new field
// is one word here. Evidence stands in a table of its own, see store/rows.h.
#pragma once

#include <nlohmann/json.hpp>

#include "report/report.h"

namespace nlohmann {
template <typename T>
struct adl_serializer<std::optional<T>> {
  static void to_json(json& j, const std::optional<T>& value) {
    if (value) {
      j = *value;
    } else {
      j = nullptr;
    }
  }
  static void from_json(const json& j, std::optional<T>& value) {
    if (j.is_null()) {
      value.reset();
    } else {
      value = j.get<T>();
    }
  }
};
}  // namespace nlohmann

namespace concord {

// Enums by name. A name that this version does not know fails as any odd cell does: at() on a text
// is nlohmann's own exception, caught where cells are restored.
template <typename Enum>
void from_name(const nlohmann::json& j, Enum last, Enum& value) {
  const auto& name = j.get_ref<const std::string&>();
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    value = static_cast<Enum>(i);
    if (name_of(value) == name) return;
  }
  (void)j.at("no such name");
}
inline void to_json(nlohmann::json& j, Stage value) { j = name_of(value); }
inline void to_json(nlohmann::json& j, Polarity value) { j = name_of(value); }
inline void to_json(nlohmann::json& j, Certainty value) { j = name_of(value); }
inline void to_json(nlohmann::json& j, RatificationMode value) { j = name_of(value); }
inline void to_json(nlohmann::json& j, Section value) { j = name_of(value); }
inline void to_json(nlohmann::json& j, BlockKind value) { j = name_of(value); }
inline void from_json(const nlohmann::json& j, Stage& v) { from_name(j, Stage::terminated, v); }
inline void from_json(const nlohmann::json& j, Polarity& v) { from_name(j, Polarity::denied, v); }
inline void from_json(const nlohmann::json& j, Certainty& v) {
  from_name(j, Certainty::possible, v);
}
inline void from_json(const nlohmann::json& j, RatificationMode& v) {
  from_name(j, RatificationMode::succession, v);
}
inline void from_json(const nlohmann::json& j, Section& v) { from_name(j, Section::body, v); }
inline void from_json(const nlohmann::json& j, BlockKind& v) {
  from_name(j, BlockKind::caption, v);
}

inline void to_json(nlohmann::json& j, const Span& span) { j = {span.begin, span.end}; }
inline void from_json(const nlohmann::json& j, Span& span) {
  span = {j.at(0).get<std::uint32_t>(), j.at(1).get<std::uint32_t>()};
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Block, kind, span)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Evidence, section, span)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Source, name, role, party, channel, chain)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Agreement, id, name, aliases)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Claim, agreement, agreement_id, party, party_name, stage, mode,
                                   polarity, certainty, date, effective, said_by, condition,
                                   background, first, rule, evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Quote, speaker, words, direct, date, occasion, evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Event, kind, participants, place, date, date_words, planned,
                                   agreement, agreement_id, evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Relation, a, b, kind, since, place, polarity, evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Topic, agreement, event, field, evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Assessment, agreement, agreement_id, party, value, said_by,
                                   evidence)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Figure, what, value, evidence)
// Without the text, and without what belongs to the place at which the bytes were found.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Report, digest, title, outlet, byline, dateline, published,
                                   updated, language, derived_from, blocks, furniture)

}  // namespace concord
