#include "language/model.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "language/bytes.h"
#include "language/features.h"
#include "language/model_file.h"

namespace concord {
namespace {

constexpr std::string_view kMagic("CONCORD SYNTAX\n\0", 16);
constexpr std::size_t kRowAlignment = 64;
constexpr std::uint32_t kMeasureMax = 4096;
constexpr std::uint32_t kKeysMax = 1u << 24;
constexpr float kFloatMax = 1e4f;

template <typename Matrices, typename Visit>
void each_matrix(Matrices& all, Visit visit) {
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      visit(all.input[layer][way]);
      visit(all.recurrent[layer][way]);
    }
  }
  visit(all.columns);
  visit(all.arc);
  visit(all.relation);
}

// ---- printing

std::string tag_lines(const SyntaxModelParts& parts) {
  std::string lines;
  for (const auto& [word_class, tag] : parts.tags) {
    lines += std::string(word_class_name(word_class)) + " " + std::string(penn_name(tag)) + "\n";
  }
  return lines;
}

std::string relation_lines(const SyntaxModelParts& parts) {
  std::string lines;
  for (const Dependency relation : parts.relations) {
    lines += std::string(relation_name(relation)) + "\n";
  }
  return lines;
}

std::string ending_lines(const LemmaTable& lemmas) {
  std::string lines;
  for (const Ending& ending : lemmas.endings) {
    lines += std::to_string(ending.strip) + " " + ending.append + "\n";
  }
  return lines;
}

void print_matrix(const PlainMatrix& matrix, ByteWriter& out) {
  out.value(matrix.inputs);
  out.value(matrix.outputs);
  out.value(matrix.zero_point);
  out.values(matrix.weights);
  out.values(matrix.scale);
  out.values(matrix.bias);
}

// ---- reading

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

NetworkSizes read_sizes(ByteReader& in) {
  NetworkSizes sizes;
  sizes.embedding = in.value<std::uint32_t>();
  sizes.hidden = in.value<std::uint32_t>();
  sizes.arc = in.value<std::uint32_t>();
  sizes.label = in.value<std::uint32_t>();
  sizes.tags = in.value<std::uint32_t>();
  sizes.relations = in.value<std::uint32_t>();
  return sizes;
}

bool possible(const NetworkSizes& sizes) {
  const auto vectors = [](std::uint32_t size) {
    return size > 0 && size <= kMeasureMax && size % 16 == 0;
  };
  return vectors(sizes.embedding) && vectors(sizes.hidden) && vectors(sizes.arc) &&
         vectors(sizes.label) && sizes.tags > 0 && sizes.tags <= kMeasureMax &&
         sizes.relations > 0 && sizes.relations <= kMeasureMax;
}

// Whatever a sound file may hold, sums of such numbers never leave the range of a float.
bool tame(const std::vector<float>& values) {
  return std::ranges::all_of(values, [](float value) { return std::fabs(value) <= kFloatMax; });
}

bool read_labels(ByteReader& in, SyntaxModel& model) {
  for (const std::string_view line : split_lines(in.text())) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const auto word_class = find_word_class(line.substr(0, space));
    const auto tag = find_penn(line.substr(std::min(space + 1, line.size())));
    if (!word_class || !tag) return false;
    model.tags.emplace_back(*word_class, *tag);
  }
  for (const std::string_view line : split_lines(in.text())) {
    const auto relation = find_relation(line);
    if (!relation) return false;
    model.relations.push_back(*relation);
  }
  return model.tags.size() == model.sizes.tags && model.relations.size() == model.sizes.relations;
}

bool read_rows(ByteReader& in, SyntaxModel& model) {
  model.row_scale = in.value<float>();
  const auto count = in.value<std::uint32_t>();
  if (count > kKeysMax || !tame({model.row_scale})) return false;
  model.keys = in.values<std::uint64_t>(count);
  in.align(kRowAlignment);
  const std::size_t width = model.sizes.embedding;
  const std::string_view words = in.view((std::size_t{count} + 1) * width);
  in.align(kRowAlignment);
  const std::string_view hashed = in.view(std::size_t{kHashedRows} * width);
  if (!in.sound() || !std::ranges::is_sorted(model.keys)) return false;
  model.word_rows = reinterpret_cast<const std::int8_t*>(words.data());
  model.hashed_rows = reinterpret_cast<const std::int8_t*>(hashed.data());
  model.first_key.assign((1u << 16) + 1, count);
  for (std::uint32_t i = count; i-- > 0;) model.first_key[model.keys[i] >> 48] = i;
  for (std::size_t i = model.first_key.size() - 1; i-- > 0;) {
    model.first_key[i] = std::min(model.first_key[i], model.first_key[i + 1]);
  }
  return true;
}

// Lays the weights out for the kernels and works out what the zero point adds.
WholeMatrix lay_out(const PlainMatrix& plain) {
  WholeMatrix matrix;
  matrix.inputs = plain.inputs;
  matrix.outputs = plain.outputs;
  matrix.scale.assign(plain.scale.begin(), plain.scale.end());
  matrix.bias.assign(plain.bias.begin(), plain.bias.end());
  matrix.offset.assign(plain.outputs, 0);
  matrix.weights.resize(plain.weights.size());
  for (std::size_t k = 0; k < matrix.inputs; ++k) {
    for (std::size_t j = 0; j < matrix.outputs; ++j) {
      const std::int8_t weight = plain.weights[k * matrix.outputs + j];
      matrix.weights[matrix.place(k, j)] = weight;
      matrix.offset[j] += static_cast<std::int32_t>(plain.zero_point) * weight;
    }
  }
  return matrix;
}

bool read_matrix(ByteReader& in, std::size_t inputs, std::size_t outputs, WholeMatrix& matrix) {
  PlainMatrix plain;
  plain.inputs = in.value<std::uint32_t>();
  plain.outputs = in.value<std::uint32_t>();
  plain.zero_point = in.value<std::uint32_t>();
  if (plain.inputs != inputs || plain.outputs != outputs || plain.zero_point > kZeroPoint) {
    return false;
  }
  plain.weights = in.values<std::int8_t>(inputs * outputs);
  plain.scale = in.values<float>(outputs);
  plain.bias = in.values<float>(outputs);
  // -128 would overflow the 16 bits in which two products are added.
  const bool fits = std::ranges::find(plain.weights, std::int8_t{-128}) == plain.weights.end();
  if (!in.sound() || !fits || !tame(plain.scale) || !tame(plain.bias)) return false;
  matrix = lay_out(plain);
  return true;
}

bool read_matrices(ByteReader& in, SyntaxModel& model) {
  const NetworkSizes& s = model.sizes;
  for (std::size_t layer = 0; layer < kLayers; ++layer) {
    for (std::size_t way = 0; way < kDirections; ++way) {
      if (!read_matrix(in, s.layer_inputs(layer), s.gates(), model.matrices.input[layer][way]) ||
          !read_matrix(in, s.hidden, s.gates(), model.matrices.recurrent[layer][way])) {
        return false;
      }
    }
  }
  return read_matrix(in, s.reading(), s.columns(), model.matrices.columns) &&
         read_matrix(in, s.arc, s.arc, model.matrices.arc) &&
         read_matrix(in, s.label, s.relation_columns(), model.matrices.relation);
}

bool read_lemmas(ByteReader& in, LemmaTable& lemmas) {
  for (const std::string_view line : split_lines(in.text())) {
    Ending ending;
    const std::size_t space = std::min(line.find(' '), line.size());
    const auto parsed = std::from_chars(line.data(), line.data() + space, ending.strip);
    if (parsed.ec != std::errc() || space == line.size()) return false;
    ending.append = line.substr(space + 1);
    lemmas.endings.push_back(std::move(ending));
  }
  const auto count = in.value<std::uint32_t>();
  const auto keys = in.values<std::uint64_t>(count);
  const auto answers = in.values<std::uint32_t>(count);
  if (!in.sound() || !std::ranges::is_sorted(keys)) return false;
  for (std::size_t i = 0; i < keys.size(); ++i) lemmas.answers.push_back({keys[i], answers[i]});
  return std::ranges::all_of(answers, [&](std::uint32_t answer) {
    return answer < std::max<std::size_t>(lemmas.endings.size(), 2);
  });
}

}  // namespace

std::string with_head(const std::string& content) {
  return seal_model({kMagic, kSyntaxModelVersion}, content);
}

std::string print_syntax_model(const SyntaxModelParts& parts) {
  ByteWriter body;
  const NetworkSizes& s = parts.sizes;
  for (const std::uint32_t size : {s.embedding, s.hidden, s.arc, s.label, s.tags, s.relations}) {
    body.value(size);
  }
  body.text(tag_lines(parts));
  body.text(relation_lines(parts));
  body.value(parts.row_scale);
  body.value(static_cast<std::uint32_t>(parts.keys.size()));
  body.values(parts.keys);
  body.align(kRowAlignment);
  body.values(parts.word_rows);
  body.align(kRowAlignment);
  body.values(parts.hashed_rows);
  each_matrix(parts.matrices, [&](const PlainMatrix& matrix) { print_matrix(matrix, body); });
  body.values(parts.root_head);
  body.values(parts.root_label);
  body.text(ending_lines(parts.lemmas));
  body.value(static_cast<std::uint32_t>(parts.lemmas.answers.size()));
  for (const LemmaAnswer& one : parts.lemmas.answers) body.value(one.key);
  for (const LemmaAnswer& one : parts.lemmas.answers) body.value(one.answer);
  return with_head(body.take());
}

const std::int8_t* SyntaxModel::word_row(std::uint64_t key) const {
  const std::uint32_t end = first_key[(key >> 48) + 1];
  std::uint32_t at = first_key[key >> 48];
  while (at < end && keys[at] < key) ++at;
  const std::size_t row = at < end && keys[at] == key ? at + 1 : 0;
  return word_rows + row * sizes.embedding;
}

Result<SyntaxModel> load_syntax_model(std::string_view bytes, const std::string& name) {
  const auto refuse = [&](const char* why) { return Error{ErrorCode::corrupt, name + ": " + why}; };
  CONCORD_TRY(auto content, open_model({kMagic, kSyntaxModelVersion}, bytes, name));
  SyntaxModel model;
  model.digest = std::move(content.digest);
  ByteReader in(content.bytes);
  model.sizes = read_sizes(in);
  if (!in.sound() || !possible(model.sizes)) return refuse("has impossible measures");
  if (!read_labels(in, model)) return refuse("has unknown labels");
  if (!read_rows(in, model)) return refuse("has damaged word rows");
  if (!read_matrices(in, model)) return refuse("has damaged matrices");
  model.root_head = in.values<float>(model.sizes.arc);
  model.root_label = in.values<float>(model.sizes.label);
  if (!tame(model.root_head) || !tame(model.root_label)) return refuse("has damaged root rows");
  if (!read_lemmas(in, model.lemmas)) return refuse("has damaged lemma tables");
  if (!in.sound() || !in.at_end()) return refuse("is longer or shorter than its parts");
  return model;
}

}  // namespace concord
