#include "lexicon/veridicality.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace concord {
namespace {

constexpr std::string_view kFile = "en/veridicality.toml";
constexpr std::array<std::string_view, kComplements> kComplementNames = {"to", "ing", "that",
                                                                         "whether", "noun"};
constexpr std::array<std::string_view, kOperatorKinds> kKindNames = {
    "modal", "adverb", "mark", "source", "negator", "preposition", "spare"};

Error bad_row(const Row& row, const std::string& what) {
  return Error{ErrorCode::invalid_input, row.where() + ": " + what};
}

// A number from -3 to 3 as "-2.5".
Result<float> value_of(const Row& row, const std::string& key) {
  const std::string& text = row.text(key);
  float value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (!whole || !(value >= -3 && value <= 3)) {
    return bad_row(row, "'" + key + "' must be a number from -3 to 3, as \"-2.5\"");
  }
  return value;
}

Result<Done> enter(const Row& row, WordMap<std::uint32_t>& words, std::size_t number) {
  for (const std::string& word : row.list("words")) {
    if (words.contains(word)) return bad_row(row, "'" + word + "' belongs to another row too");
    words[word] = static_cast<std::uint32_t>(number);
  }
  return Done{};
}

Result<Done> add_embedding(const Row& row, Veridicality& all) {
  Embedding embedding;
  embedding.name = row.text("name");
  CONCORD_TRY(embedding.holds, value_of(row, "holds"));
  CONCORD_TRY(embedding.denied, value_of(row, "denied"));
  for (const std::string& name : row.list("takes")) {
    const auto known = std::ranges::find(kComplementNames, name);
    if (known == kComplementNames.end()) return bad_row(row, "unknown clause '" + name + "'");
    const auto at = static_cast<std::size_t>(known - kComplementNames.begin());
    CONCORD_TRY([[maybe_unused]] auto entered,
                enter(row, all.embedding_words[at], all.embeddings.size()));
  }
  all.embeddings.push_back(std::move(embedding));
  return Done{};
}

Result<Done> add_operator(const Row& row, Veridicality& all) {
  ClauseOperator one;
  one.name = row.text("name");
  const auto kind = std::ranges::find(kKindNames, row.text("kind"));
  if (kind == kKindNames.end()) return bad_row(row, "unknown kind '" + row.text("kind") + "'");
  one.kind = static_cast<OperatorKind>(kind - kKindNames.begin());
  if (row.has("value")) {
    CONCORD_TRY(one.value, value_of(row, "value"));
  } else if (one.kind < OperatorKind::negator) {
    return bad_row(row, "'value' is missing");
  }
  one.perfect = one.value;
  one.ahead = row.flag("ahead");
  if (row.has("perfect")) {
    CONCORD_TRY(one.perfect, value_of(row, "perfect"));
  }
  CONCORD_TRY(
      [[maybe_unused]] auto entered,
      enter(row, all.operator_words[static_cast<std::size_t>(one.kind)], all.operators.size()));
  all.operators.push_back(std::move(one));
  return Done{};
}

// The sentences in which the word is denied, in the form of proofs.
Result<Done> add_denied_proofs(Row row, Veridicality& all) {
  if (!row.has("not")) return Done{};
  row.cells["yes"] = row.list("not");
  CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
  for (Proof& proof : proofs) {
    if (proof.fires) all.denied_proofs.push_back(std::move(proof));
  }
  return Done{};
}

}  // namespace

const Embedding* Veridicality::embedding(std::string_view lemma, Complement complement) const {
  const auto& words = embedding_words[static_cast<std::size_t>(complement)];
  const auto found = words.find(lemma);
  return found == words.end() ? nullptr : &embeddings[found->second];
}

const ClauseOperator* Veridicality::find(OperatorKind kind, std::string_view word) const {
  const auto& words = operator_words[static_cast<std::size_t>(kind)];
  const auto found = words.find(word);
  return found == words.end() ? nullptr : &operators[found->second];
}

Result<Veridicality> load_veridicality(const DataFiles& files) {
  CONCORD_TRY(
      const auto rows,
      read_toml(
          files, std::string(kFile),
          {{"embedding", {{"name", "words", "takes", "holds", "denied", "yes", "no"}, {"not"}}},
           {"operator", {{"name", "kind", "words", "yes", "no"}, {"value", "perfect", "ahead"}}}}));
  Veridicality all;
  for (const Row& row : rows) {
    if (row.table == "embedding") {
      CONCORD_TRY([[maybe_unused]] auto added, add_embedding(row, all));
    } else {
      CONCORD_TRY([[maybe_unused]] auto added, add_operator(row, all));
    }
    CONCORD_TRY(auto proofs, proofs_of(row, row.text("name")));
    for (Proof& proof : proofs) all.proofs.push_back(std::move(proof));
    CONCORD_TRY([[maybe_unused]] auto denied, add_denied_proofs(row, all));
  }
  return all;
}

}  // namespace concord
