#include "train/segment_learner.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "language/activations.h"
#include "language/atoms.h"
#include "language/segment_features.h"
#include "text/fold.h"
#include "train/surface.h"

namespace concord {
namespace {

constexpr int kRounds = 12;
constexpr float kRate = 0.15f;
constexpr float kShrink = 2e-7f;  // of squared weights, a step
constexpr float kWeightMax = 127.f;

// One question that the treebanks answer: rows of features and yes or no.
struct Cases {
  std::vector<std::uint32_t> rows;
  std::vector<std::size_t> begin;
  std::vector<bool> answers;

  void add(const SegmentFeatures& features, bool answer) {
    begin.push_back(rows.size());
    rows.insert(rows.end(), features.rows().begin(), features.rows().end());
    answers.push_back(answer);
  }
  std::span<const std::uint32_t> rows_of(std::size_t at) const {
    const std::size_t end = at + 1 < begin.size() ? begin[at + 1] : rows.size();
    return std::span(rows).subspan(begin[at], end - begin[at]);
  }
};

std::vector<std::int8_t> learn(const Cases& cases) {
  std::vector<float> weights(kSegmentRows);
  std::vector<float> squares(kSegmentRows, 1e-2f);
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < cases.answers.size(); ++i) {
      const auto rows = cases.rows_of(i);
      float sum = 0;
      for (const std::uint32_t row : rows) sum += weights[row];
      const float slope = soft_step(sum) - (cases.answers[i] ? 1.f : 0.f);
      for (const std::uint32_t row : rows) {
        const float step = slope + kShrink * weights[row];
        squares[row] += step * step;
        weights[row] -= kRate * step / std::sqrt(squares[row]);
      }
    }
  }
  float top = 1e-6f;
  for (const float weight : weights) top = std::max(top, std::fabs(weight));
  std::vector<std::int8_t> rounded;
  for (const float weight : weights) {
    rounded.push_back(static_cast<std::int8_t>(std::floor(weight / top * kWeightMax + 0.5f)));
  }
  return rounded;
}

// The paragraphs of the treebank's text, each with its atoms and which of them end a token.
struct GoldParagraph {
  std::vector<Atom> atoms;
  std::vector<bool> ends;
};

bool is_end(const std::vector<std::uint32_t>& ends, std::uint32_t at) {
  return std::ranges::binary_search(ends, at);
}

void add_paragraph(const RawText& raw, Span paragraph, Cases& gaps, Cases& sentence_ends) {
  const std::vector<Atom> atoms = split_atoms(raw.text, paragraph);
  SegmentFeatures features;
  GapReader reader(atoms);
  std::vector<bool> ends(atoms.size(), true);
  for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
    if (!atoms[i + 1].after_space) {
      ends[i] = is_end(raw.token_ends, atoms[i].span.end);
      reader.read(i, features);
      gaps.add(features, ends[i]);
    }
    reader.pass(i, ends[i]);
  }
  const std::vector<TokenView> tokens = view_tokens(raw.text, atoms, ends);
  SentenceEndReader sentences(tokens);
  std::size_t token = 0;
  for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
    if (!ends[i]) continue;
    const bool ends_sentence = is_end(raw.sentence_ends, atoms[i].span.end);
    sentences.read(token, features);
    sentence_ends.add(features, ends_sentence);
    sentences.pass(token++, ends_sentence);
  }
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

// Tokens that are mostly parted otherwise than their ending says.
ContractionTable learn_contractions(const std::vector<TreebankSentence>& sentences) {
  std::map<std::string, std::map<WordSizes, int>> seen;
  for (const TreebankSentence& sentence : sentences) {
    for (const SurfaceToken& token : surface_tokens(sentence)) {
      WordSizes sizes;
      for (const std::string& word : token.words) sizes.push_back(code_points(word));
      ++seen[lower(token.form)][sizes];
    }
  }
  ContractionTable table;
  for (const auto& [token, answers] : seen) {
    const auto best = std::ranges::max_element(
        answers, [](const auto& a, const auto& b) { return a.second < b.second; });
    int all = 0;
    for (const auto& [sizes, times] : answers) all += times;
    const bool sure = best->second * 2 > all;
    if (sure && best->first != words_by_ending(token)) table[token] = best->first;
  }
  return table;
}

}  // namespace

WordsModelParts learn_words(const std::vector<TreebankSentence>& sentences) {
  const RawText raw = raw_text(sentences);
  Cases gaps;
  Cases sentence_ends;
  for (std::size_t begin = 0; begin < raw.text.size();) {
    const std::size_t end = std::min(raw.text.find("\n\n", begin), raw.text.size());
    add_paragraph(raw, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, gaps,
                  sentence_ends);
    begin = end + 2;
  }
  return {learn(gaps), learn(sentence_ends), learn_contractions(sentences)};
}

}  // namespace concord
