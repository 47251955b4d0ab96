#include "train/scores.h"

#include <algorithm>
#include <cmath>

#include "train/matrix.h"

namespace concord {
namespace {

using Floats = std::vector<float>;

// e to the x for x <= 0, from plain operations: the same bits with every library.
float exponential(float x) {
  if (x < -80.f) return 0;
  const float folds = std::floor(x * 1.44269504f + 0.5f);
  const float rest = x - folds * 0.693359375f + folds * 2.12194440e-4f;
  const float series =
      1 + rest * (1 + rest * (0.5f + rest * (0.16666667f +
                                             rest * (0.04166667f +
                                                     rest * (0.00833333f + rest * 0.00138889f)))));
  return std::ldexp(series, static_cast<int>(folds));
}

// Scores become their gradients under softmax loss, times `scale`; returns the loss.
double lose_choice(float* scores, std::size_t count, std::size_t gold, float scale) {
  const float top = *std::max_element(scores, scores + count);
  const double gold_score = static_cast<double>(scores[gold]) - top;
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += scores[i] = exponential(scores[i] - top);
  const float factor = scale / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= factor;
  scores[gold] -= scale;
  return std::log(static_cast<double>(sum)) - gold_score;
}

void cut_below_zero(float* values, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) values[i] = std::max(values[i], 0.f);
}

void add_rows(const Floats& rows, std::size_t columns, float* sum) {
  for (std::size_t i = 0; i < rows.size(); i += columns) {
    for (std::size_t j = 0; j < columns; ++j) sum[j] += rows[i + j];
  }
}

class Top {
 public:
  Top(const ScoredReading& reading, Random& random, Floats& slopes)
      : in_(reading),
        net_(reading.network),
        sizes_(net_.sizes),
        random_(random),
        slopes_(slopes),
        count_(reading.packing.rows()),
        wide_(sizes_.columns()) {}

  Loss run(Floats& d_rows);

 private:
  void read_columns();
  double lose_tags();
  double lose_arcs();
  double lose_sentence(const Example& example, std::size_t sentence);
  double lose_labels();
  void back_columns(Floats& d_rows);
  float* slope(const WeightBlock& block) { return slopes_.data() + block.begin; }
  std::size_t row(std::size_t sentence, std::size_t word) const {
    return in_.packing.row(sentence, word);
  }

  const ScoredReading& in_;
  const Network& net_;
  const NetworkSizes& sizes_;
  Random& random_;
  Floats& slopes_;
  std::size_t count_;
  std::size_t wide_;
  Floats columns_, d_columns_, mask_;
  Floats asked_, d_asked_;  // U d + b: what each word asks of a head
};

void Top::read_columns() {
  columns_.resize(count_ * wide_);
  for (std::size_t i = 0; i < count_; ++i) {
    std::copy_n(net_.at(net_.layout.columns_bias), wide_, &columns_[i * wide_]);
  }
  add_product({in_.rows.data(), sizes_.reading(), net_.at(net_.layout.columns), wide_,
               columns_.data(), wide_, count_, sizes_.reading(), wide_});
  // Dependent and head rows of arcs are cut below zero here; those of labels only after their sum.
  mask_.assign(columns_.size(), 1);
  const std::size_t first = sizes_.arc_dependent();
  const float kept = 1 / (1 - in_.dropout);
  for (std::size_t i = 0; i < count_; ++i) {
    float* row = &columns_[i * wide_];
    float* mask = &mask_[i * wide_];
    for (std::size_t j = first; j < sizes_.label_dependent(); ++j) {
      mask[j] = row[j] <= 0 ? 0 : in_.dropout > 0 ? (random_.chance(in_.dropout) ? 0 : kept) : 1;
      row[j] *= mask[j];
    }
  }
  d_columns_.assign(columns_.size(), 0);
}

double Top::lose_tags() {
  double loss = 0;
  for (std::size_t s = 0; s < in_.examples.size(); ++s) {
    for (std::size_t word = 0; word < in_.examples[s]->size(); ++word) {
      const std::size_t at = row(s, word) * wide_;
      std::copy_n(&columns_[at], sizes_.tags, &d_columns_[at]);
      loss += lose_choice(&d_columns_[at], sizes_.tags, (*in_.examples[s])[word].tag, in_.scale);
    }
  }
  return loss;
}

double Top::lose_sentence(const Example& example, std::size_t sentence) {
  const std::size_t size = example.size();
  const std::size_t arc = sizes_.arc;
  const std::size_t heads = whole_vectors(size + 1);  // the root, then the words
  Floats head_rows(heads * arc, 0);
  Floats asked(size * arc);
  std::copy_n(net_.at(net_.layout.root_head), arc, head_rows.data());
  for (std::size_t word = 0; word < size; ++word) {
    std::copy_n(&columns_[row(sentence, word) * wide_ + sizes_.arc_head()], arc,
                &head_rows[(word + 1) * arc]);
    std::copy_n(&asked_[row(sentence, word) * arc], arc, &asked[word * arc]);
  }
  Floats turned;
  transpose(head_rows.data(), arc, heads, arc, turned);
  Floats scores(size * heads, 0);
  add_product({asked.data(), arc, turned.data(), heads, scores.data(), heads, size, arc, heads});
  double loss = 0;
  for (std::size_t word = 0; word < size; ++word) {
    const std::size_t gold = example[word].head == kRoot ? 0 : example[word].head + 1;
    loss += lose_choice(&scores[word * heads], size + 1, gold, in_.scale);
    std::fill(&scores[word * heads] + size + 1, &scores[word * heads] + heads, 0.f);
  }
  Floats d_asked(size * arc, 0);
  add_product({scores.data(), heads, head_rows.data(), arc, d_asked.data(), arc, size, heads, arc});
  transpose(scores.data(), heads, size, heads, turned);
  Floats d_heads(heads * arc, 0);
  add_product({turned.data(), size, asked.data(), arc, d_heads.data(), arc, heads, size, arc});
  for (std::size_t j = 0; j < arc; ++j) slope(net_.layout.root_head)[j] += d_heads[j];
  for (std::size_t word = 0; word < size; ++word) {
    std::copy_n(&d_asked[word * arc], arc, &d_asked_[row(sentence, word) * arc]);
    std::copy_n(&d_heads[(word + 1) * arc], arc,
                &d_columns_[row(sentence, word) * wide_ + sizes_.arc_head()]);
  }
  return loss;
}

double Top::lose_arcs() {
  const std::size_t arc = sizes_.arc;
  asked_.resize(count_ * arc);
  for (std::size_t i = 0; i < count_; ++i) {
    std::copy_n(net_.at(net_.layout.arc_bias), arc, &asked_[i * arc]);
  }
  const float* dependents = columns_.data() + sizes_.arc_dependent();
  add_product(
      {dependents, wide_, net_.at(net_.layout.arc), arc, asked_.data(), arc, count_, arc, arc});
  d_asked_.assign(count_ * arc, 0);
  double loss = 0;
  for (std::size_t s = 0; s < in_.examples.size(); ++s) loss += lose_sentence(*in_.examples[s], s);
  add_rows(d_asked_, arc, slope(net_.layout.arc_bias));
  Floats turned;
  transpose(dependents, wide_, count_, arc, turned);
  add_product(
      {turned.data(), count_, d_asked_.data(), arc, slope(net_.layout.arc), arc, arc, count_, arc});
  transpose(net_.at(net_.layout.arc), arc, arc, arc, turned);
  add_product({d_asked_.data(), arc, turned.data(), arc, d_columns_.data() + sizes_.arc_dependent(),
               wide_, count_, arc, arc});
  return loss;
}

double Top::lose_labels() {
  const std::size_t label = sizes_.label;
  const std::size_t relations = sizes_.relation_columns();
  Floats pairs(count_ * label);
  Floats scores(count_ * relations);
  const auto head_row = [&](std::size_t s, std::size_t word) {
    const std::uint32_t head = (*in_.examples[s])[word].head;
    return head == kRoot ? net_.at(net_.layout.root_label)
                         : &columns_[row(s, head) * wide_ + sizes_.label_head()];
  };
  for (std::size_t s = 0; s < in_.examples.size(); ++s) {
    for (std::size_t word = 0; word < in_.examples[s]->size(); ++word) {
      const std::size_t at = row(s, word);
      const float* dependent = &columns_[at * wide_ + sizes_.label_dependent()];
      const float* head = head_row(s, word);
      for (std::size_t j = 0; j < label; ++j) pairs[at * label + j] = dependent[j] + head[j];
      std::copy_n(net_.at(net_.layout.relation_bias), relations, &scores[at * relations]);
    }
  }
  cut_below_zero(pairs.data(), pairs.size());
  Floats mask(pairs.size(), 1);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (in_.dropout > 0 && pairs[i] > 0) {
      mask[i] = random_.chance(in_.dropout) ? 0 : 1 / (1 - in_.dropout);
    }
    pairs[i] *= mask[i];
  }
  add_product({pairs.data(), label, net_.at(net_.layout.relation), relations, scores.data(),
               relations, count_, label, relations});
  double loss = 0;
  for (std::size_t s = 0; s < in_.examples.size(); ++s) {
    for (std::size_t word = 0; word < in_.examples[s]->size(); ++word) {
      float* row_scores = &scores[row(s, word) * relations];
      loss +=
          lose_choice(row_scores, sizes_.relations, (*in_.examples[s])[word].relation, in_.scale);
      std::fill(row_scores + sizes_.relations, row_scores + relations, 0.f);
    }
  }
  add_rows(scores, relations, slope(net_.layout.relation_bias));
  Floats turned;
  transpose(pairs.data(), label, count_, label, turned);
  add_product({turned.data(), count_, scores.data(), relations, slope(net_.layout.relation),
               relations, label, count_, relations});
  transpose(net_.at(net_.layout.relation), relations, label, relations, turned);
  Floats d_pairs(pairs.size(), 0);
  add_product({scores.data(), relations, turned.data(), label, d_pairs.data(), label, count_,
               relations, label});
  for (std::size_t s = 0; s < in_.examples.size(); ++s) {
    for (std::size_t word = 0; word < in_.examples[s]->size(); ++word) {
      const std::size_t at = row(s, word);
      const std::uint32_t head = (*in_.examples[s])[word].head;
      float* to_dependent = &d_columns_[at * wide_ + sizes_.label_dependent()];
      float* to_head = head == kRoot ? slope(net_.layout.root_label)
                                     : &d_columns_[row(s, head) * wide_ + sizes_.label_head()];
      for (std::size_t j = 0; j < label; ++j) {
        const float d =
            pairs[at * label + j] > 0 ? d_pairs[at * label + j] * mask[at * label + j] : 0.f;
        to_dependent[j] += d;
        to_head[j] += d;
      }
    }
  }
  return loss;
}

void Top::back_columns(Floats& d_rows) {
  for (std::size_t i = 0; i < d_columns_.size(); ++i) d_columns_[i] *= mask_[i];
  add_rows(d_columns_, wide_, slope(net_.layout.columns_bias));
  Floats turned;
  transpose(in_.rows.data(), sizes_.reading(), count_, sizes_.reading(), turned);
  add_product({turned.data(), count_, d_columns_.data(), wide_, slope(net_.layout.columns), wide_,
               sizes_.reading(), count_, wide_});
  transpose(net_.at(net_.layout.columns), wide_, sizes_.reading(), wide_, turned);
  d_rows.assign(count_ * sizes_.reading(), 0);
  add_product({d_columns_.data(), wide_, turned.data(), sizes_.reading(), d_rows.data(),
               sizes_.reading(), count_, wide_, sizes_.reading()});
}

Loss Top::run(Floats& d_rows) {
  Loss loss;
  read_columns();
  loss.tag = lose_tags();
  loss.arc = lose_arcs();
  loss.label = lose_labels();
  back_columns(d_rows);
  return loss;
}

}  // namespace

Loss lose_scores(const ScoredReading& reading, Random& random, std::vector<float>& slopes,
                 std::vector<float>& d_rows) {
  return Top(reading, random, slopes).run(d_rows);
}

}  // namespace concord
