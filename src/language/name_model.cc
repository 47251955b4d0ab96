#include "language/name_model.h"

#include <algorithm>

#include "language/bytes.h"
#include "language/model_head.h"
#include "language/names.h"

namespace concord {
namespace {

constexpr std::uint32_t kKeysMax = 1u << 22;
constexpr std::size_t kRowAlignment = 64;

}  // namespace

std::string print_name_model(const NameModelParts& parts) {
  ByteWriter body;
  body.value(static_cast<std::uint32_t>(parts.keys.size()));
  body.value(static_cast<std::uint32_t>(parts.phrases.size()));
  body.values(parts.keys);
  for (const PhraseEntry& one : parts.phrases) body.value(one.key);
  for (const PhraseEntry& one : parts.phrases) body.value(one.kinds);
  body.values(parts.follows);
  body.align(kRowAlignment);
  body.values(parts.weights);
  return with_head(kNamesKind, body.take());
}

const std::int8_t* NameModel::row(std::uint64_t key) const {
  const std::uint32_t end = first_key[(key >> 48) + 1];
  std::uint32_t at = first_key[key >> 48];
  while (at < end && keys[at] < key) ++at;
  return at < end && keys[at] == key ? weights + std::size_t{at} * kNameColumns : nullptr;
}

Result<NameModel> load_name_model(std::string_view bytes, const std::string& name) {
  CONCORD_TRY(auto content, model_content(kNamesKind, bytes, name));
  const auto refuse = [&](const char* why) { return Error{ErrorCode::corrupt, name + ": " + why}; };
  NameModel model;
  model.digest = std::move(content.digest);
  ByteReader in(content.bytes);
  const auto count = in.value<std::uint32_t>();
  const auto phrases = in.value<std::uint32_t>();
  if (count > kKeysMax || phrases > kKeysMax) return refuse("has impossible measures");
  model.keys = in.values<std::uint64_t>(count);
  const auto phrase_keys = in.values<std::uint64_t>(phrases);
  const auto phrase_kinds = in.values<std::uint32_t>(phrases);
  const auto follows = in.values<std::int16_t>(model.follows.size());
  in.align(kRowAlignment);
  const std::string_view weights = in.view(std::size_t{count} * kNameColumns);
  if (!in.sound() || !in.at_end()) return refuse("is longer or shorter than its parts");
  if (!std::ranges::is_sorted(model.keys)) return refuse("has damaged keys");
  if (!std::ranges::is_sorted(phrase_keys)) return refuse("has damaged phrases");
  for (std::size_t i = 0; i < follows.size(); ++i) {
    const bool may = may_follow(i / kLabelStates, i % kLabelStates);
    model.follows[i] = may ? follows[i] : kForbidden;
  }
  model.weights = reinterpret_cast<const std::int8_t*>(weights.data());
  PhraseTable table;
  for (std::uint32_t i = 0; i < phrases; ++i) table.push_back({phrase_keys[i], phrase_kinds[i]});
  model.phrases = KnownPhrases(std::move(table));
  model.first_key.assign((1u << 16) + 1, count);
  for (std::uint32_t i = count; i-- > 0;) model.first_key[model.keys[i] >> 48] = i;
  for (std::size_t i = model.first_key.size() - 1; i-- > 0;) {
    model.first_key[i] = std::min(model.first_key[i], model.first_key[i + 1]);
  }
  return model;
}

}  // namespace concord
