#include "train/name_learner.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "language/name_features.h"
#include "train/name_chain.h"
#include "train/random.h"

namespace concord {
namespace {

constexpr float kWeightMax = 127.f;

struct NameExample {
  std::vector<std::uint8_t> labels;
  std::vector<std::uint32_t> features;  // of all words
  std::vector<std::uint32_t> begin;     // of each word's, and one past all
};

// All examples, and the key of each feature seen often enough.
struct NameExamples {
  std::vector<NameExample> sentences;  // a document's in one casing after the other
  std::vector<std::size_t> documents;  // how many sentences each has
  std::vector<std::uint64_t> keys;
  std::size_t corpora = 0;
};

// Web text is careless of capitals: each document is also shown in small letters and in capitals.
enum class Casing : std::uint8_t { plain, small, capitals };
constexpr std::size_t kCasings = 3;

std::string cased(const std::string& form, Casing casing) {
  std::string out = form;
  for (char& c : out) {
    if (casing == Casing::small && c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (casing == Casing::capitals && c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
  }
  return out;
}

// Calls take(sentence, word, keys) for every word of every document in every casing.
template <typename Take>
void each_word(const NamedCorpus& documents, const Parser& parser, const KnownPhrases& phrases,
               Take take) {
  FeatureKeys keys;
  for (std::size_t i = 0; i < documents.size() * kCasings; ++i) {
    const NamedDocument& document = documents[i / kCasings];
    const auto casing = static_cast<Casing>(i % kCasings);
    std::vector<std::vector<std::string>> words;
    std::vector<Forms> forms;
    for (const NamedSentence& sentence : document) {
      words.emplace_back();
      for (const std::string& form : sentence.forms) words.back().push_back(cased(form, casing));
    }
    for (const auto& sentence : words) forms.emplace_back(sentence.begin(), sentence.end());
    const NameDocument seen(forms, parser.parse(forms, Lemmas::left_out), phrases);
    for (std::size_t s = 0; s < document.size(); ++s) {
      for (std::size_t word = 0; word < document[s].forms.size(); ++word) {
        seen.features(s, word, keys);
        take(document[s], word, keys);
      }
    }
  }
}

NameExamples make_examples(const std::vector<NamedCorpus>& corpora, const Parser& parser,
                           const KnownPhrases& phrases, int seen_min) {
  std::unordered_map<std::uint64_t, int> seen;
  for (const NamedCorpus& corpus : corpora) {
    each_word(corpus, parser, phrases,
              [&](const NamedSentence&, std::size_t, const FeatureKeys& keys) {
                for (const std::uint64_t key : keys) ++seen[key];
              });
  }
  NameExamples examples;
  examples.corpora = corpora.size();
  for (const auto& [key, times] : seen) {
    if (times >= seen_min) examples.keys.push_back(key);
  }
  std::ranges::sort(examples.keys);
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < examples.keys.size(); ++i) numbers[examples.keys[i]] = i;
  for (std::uint32_t number = 0; number < corpora.size(); ++number) {
    for (const NamedDocument& document : corpora[number]) {
      examples.documents.push_back(document.size());
    }
    const auto shift = number * static_cast<std::uint32_t>(examples.keys.size());
    each_word(corpora[number], parser, phrases,
              [&](const NamedSentence& sentence, std::size_t word, const FeatureKeys& keys) {
                if (word == 0) {
                  examples.sentences.emplace_back();
                  examples.sentences.back().labels =
                      labels_of(sentence.names, sentence.forms.size());
                  examples.sentences.back().begin.push_back(0);
                }
                NameExample& example = examples.sentences.back();
                for (const std::uint64_t key : keys) {
                  const auto found = numbers.find(key);
                  if (found == numbers.end()) continue;
                  example.features.push_back(found->second);
                  if (shift > 0) example.features.push_back(found->second + shift);
                }
                example.begin.push_back(static_cast<std::uint32_t>(example.features.size()));
              });
  }
  return examples;
}

class NameTrainer {
 public:
  NameTrainer(const NameExamples& examples, const NamePlan& plan)
      : examples_(examples),
        plan_(plan),
        random_(plan.seed),
        weights_(examples.corpora * examples.keys.size() * kNameLabels),
        squares_(weights_.size(), 0.1f),
        sums_(weights_.size()) {
    follow_squares_.fill(0.1f);
  }

  void run(const NameProgress& progress) {
    for (std::size_t epoch = 0; epoch < plan_.epochs; ++epoch) {
      for (const std::size_t at : draw_order()) learn(examples_.sentences[at]);
      if (epoch + plan_.averaged >= plan_.epochs) {
        for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
        for (std::size_t i = 0; i < follows_.size(); ++i) follow_sums_[i] += follows_[i];
      }
      progress(epoch + 1);
    }
  }

  NameModelParts parts() const;

 private:
  std::vector<std::size_t> draw_order();
  void learn(const NameExample& example);

  const NameExamples& examples_;
  const NamePlan& plan_;
  Random random_;
  std::vector<float> weights_, squares_, sums_;
  Follows follows_{}, follow_squares_{}, follow_sums_{};
  std::vector<float> scores_;
  std::vector<std::uint32_t> kept_, kept_begin_;
  ChainSlopes slopes_;
};

// Every sentence once, some of them in another casing, in an order drawn by lot.
std::vector<std::size_t> NameTrainer::draw_order() {
  std::vector<std::size_t> order;
  std::size_t begin = 0;
  for (const std::size_t size : examples_.documents) {
    for (std::size_t i = 0; i < size; ++i) {
      const float lot = random_.uniform();
      const auto casing = lot < plan_.small_letters                    ? Casing::small
                          : lot < plan_.small_letters + plan_.capitals ? Casing::capitals
                                                                       : Casing::plain;
      order.push_back(begin + static_cast<std::size_t>(casing) * size + i);
    }
    begin += size * kCasings;
  }
  shuffle(order, random_);
  return order;
}

void NameTrainer::learn(const NameExample& example) {
  const std::size_t words = example.labels.size();
  scores_.assign(words * kNameLabels, 0);
  kept_.clear();
  kept_begin_.assign(1, 0);
  const float scale = 1.f / (1.f - plan_.left_out);
  for (std::size_t word = 0; word < words; ++word) {
    float* row = &scores_[word * kNameLabels];
    for (std::uint32_t i = example.begin[word]; i < example.begin[word + 1]; ++i) {
      if (random_.chance(plan_.left_out)) continue;
      kept_.push_back(example.features[i]);
      const float* weight = &weights_[std::size_t{example.features[i]} * kNameLabels];
      for (std::size_t j = 0; j < kNameLabels; ++j) row[j] += weight[j];
    }
    for (std::size_t j = 0; j < kNameLabels; ++j) row[j] *= scale;
    kept_begin_.push_back(static_cast<std::uint32_t>(kept_.size()));
  }
  chain_slopes(scores_, follows_, example.labels, slopes_);
  for (std::size_t word = 0; word < words; ++word) {
    const float* slope = &slopes_.labels[word * kNameLabels];
    for (std::uint32_t i = kept_begin_[word]; i < kept_begin_[word + 1]; ++i) {
      const std::size_t at = std::size_t{kept_[i]} * kNameLabels;
      for (std::size_t j = 0; j < kNameLabels; ++j) {
        const float step = slope[j] + plan_.shrink * weights_[at + j];
        squares_[at + j] += step * step;
        weights_[at + j] -= plan_.rate * step / std::sqrt(squares_[at + j]);
      }
    }
  }
  for (std::size_t i = 0; i < follows_.size(); ++i) {
    const float step = slopes_.follows[i] + plan_.shrink * follows_[i];
    follow_squares_[i] += step * step;
    follows_[i] -= plan_.rate * step / std::sqrt(follow_squares_[i]);
  }
}

NameModelParts NameTrainer::parts() const {
  NameModelParts parts;
  const auto rounds = static_cast<float>(std::min(plan_.averaged, plan_.epochs));
  float top = 1e-6f;
  const std::size_t kept = examples_.keys.size() * kNameLabels;
  for (std::size_t i = 0; i < kept; ++i) top = std::max(top, std::fabs(sums_[i]) / rounds);
  const float unit = top / kWeightMax;
  for (std::size_t key = 0; key < examples_.keys.size(); ++key) {
    const float* row = &sums_[key * kNameLabels];
    const bool small = std::all_of(row, row + kNameLabels, [&](float sum) {
      return std::fabs(sum) / rounds < plan_.weight_min;
    });
    if (small) continue;
    parts.keys.push_back(examples_.keys[key]);
    for (std::size_t j = 0; j < kNameLabels; ++j) {
      parts.weights.push_back(static_cast<std::int8_t>(std::floor(row[j] / rounds / unit + 0.5f)));
    }
    parts.weights.resize(parts.keys.size() * kNameColumns);
  }
  for (const float sum : follow_sums_) {
    parts.follows.push_back(static_cast<std::int16_t>(std::floor(sum / rounds / unit + 0.5f)));
  }
  return parts;
}

}  // namespace

NameModelParts learn_names(const std::vector<NamedCorpus>& corpora, const Parser& parser,
                           const PhraseTable& phrases, const NamePlan& plan,
                           const NameProgress& progress) {
  const NameExamples examples =
      make_examples(corpora, parser, KnownPhrases(phrases), plan.seen_min);
  NameTrainer trainer(examples, plan);
  trainer.run(progress);
  NameModelParts parts = trainer.parts();
  parts.phrases = phrases;
  return parts;
}

}  // namespace concord
