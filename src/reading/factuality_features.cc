// What the learned step sees of a word: the sieve's steps and value, and by name what stands in its
// clause, in the clauses above it, and beside it.
#include <algorithm>
#include <cmath>

#include "reading/factuality.h"

namespace concord {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr std::size_t kPathSteps = 3;
constexpr std::size_t kLengthUnit = 5;  // words
constexpr std::size_t kLengthsMax = 8;

class FeatureList {
 public:
  explicit FeatureList(const FactualityReader& reader, const Veridicality& words)
      : reader_(reader), tree_(reader.tree()), words_(words) {}

  std::vector<std::uint32_t> run(std::uint32_t word) {
    const Attachment place = attachment_of(tree_, word);
    add_sieve(word);
    add_clause("own", word);
    add_place(word, place);
    add_joined(word, place);
    if (place.above != kNoWord) add_above(word, place);
    add_surroundings(word);
    std::ranges::sort(rows_);
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    return std::move(rows_);
  }

 private:
  void add(Names name) { rows_.push_back(weight_row(name)); }

  void add_sieve(std::uint32_t word) {
    const Factuality sifted = reader_.sift(word);
    add({"value", std::to_string(std::lround(sifted.value * 2))});
    for (const FactualityStep& step : sifted.path) add({"step", step.name});
    const std::size_t size = sifted.path.size();
    if (size > 1) add({"steps", sifted.path[size - 2].name, sifted.path[size - 1].name});
    std::string all;
    for (const FactualityStep& step : sifted.path) all += step.name + ",";
    add({"path", all});
  }

  std::string_view subject_of(const ClauseSigns& signs) const {
    if (signs.subject == kNoWord) return "-";
    const bool pronoun = tree_.word(signs.subject).word_class == WordClass::pron;
    return pronoun ? tree_.lemma(signs.subject) : "noun";
  }

  static std::string_view yes(bool is) { return is ? "yes" : "no"; }

  // A clause by its head; `at` says whose it is: "own", "above", "over".
  void add_clause(std::string_view at, std::uint32_t word) {
    const ClauseSigns& signs = reader_.signs(word);
    const SyntaxWord& head = tree_.word(word);
    const std::string_view lemma = tree_.lemma(word);
    const std::string_view subject = subject_of(signs);
    const std::string_view form = tree_.form(word);
    add({at, "tense", signs.label});
    add({at, "tag", penn_name(head.tag)});
    add({at, "tense tag", signs.label, penn_name(head.tag)});
    add({at, "denied", signs.label, yes(signs.negator != kNoWord)});
    if (signs.negator != kNoWord) add({at, "negator", tree_.form(signs.negator)});
    add({at, "subject", subject});
    add({at, "tense subject", signs.label, subject});
    add({at, "lemma", lemma});
    add({at, "lemma tense", lemma, signs.label});
    add({at, "ending", form.substr(form.size() - std::min<std::size_t>(form.size(), 3))});
    if (signs.mark != kNoWord) {
      add({at, "mark", tree_.form(signs.mark)});
      add({at, "mark tense", tree_.form(signs.mark), signs.label});
    }
    if (signs.question != kNoWord) add({at, "question word", tree_.lemma(signs.question)});
    for (const std::uint32_t child : tree_.children(word)) add_child(at, child);
  }

  void add_child(std::string_view at, std::uint32_t child) {
    const Dependency relation = tree_.word(child).relation;
    add({at, "child", relation_name(relation)});
    switch (relation) {
      case Dependency::advmod:
      case Dependency::case_mark:
      case Dependency::aux:
      case Dependency::aux_pass:
      case Dependency::obj:
      case Dependency::obl_tmod:
      case Dependency::obl_unmarked:
      case Dependency::discourse:
        add({at, relation_name(relation), tree_.lemma(child)});
        break;
      default:
        break;
    }
  }

  void add_place(std::uint32_t word, const Attachment& place) {
    const std::string_view tense = reader_.signs(word).label;
    const std::string_view relation = relation_name(tree_.word(word).relation);
    const std::string_view asks = yes(tree_.asks());
    add({"relation", relation});
    add({"relation tense", relation, tense});
    add({"asks", asks});
    add({"asks tense", asks, tense});
    add({"asks relation", asks, relation});
    std::string path;
    std::size_t depth = 0;
    for (std::uint32_t at = word; tree_.word(at).head != kRoot; at = tree_.word(at).head) {
      if (depth < kPathSteps) path += std::string(relation_name(tree_.word(at).relation)) + ">";
      ++depth;
    }
    add({"upwards", path});
    add({"depth", std::to_string(std::min<std::size_t>(depth, 5))});
    const std::uint32_t root = tree_.root();
    add({"root tense", reader_.signs(root).label});
    add({"root asks", reader_.signs(root).label, asks});
    if (place.first != word) add({"is joined"});
  }

  void add_joined(std::uint32_t word, const Attachment& place) {
    if (place.first == word) return;
    const std::uint32_t with = tree_.word(word).head;
    const ClauseSigns& signs = reader_.signs(with);
    add({"joined tense", signs.label});
    add({"joined tenses", signs.label, reader_.signs(word).label});
    add({"joined relation", relation_name(tree_.word(with).relation)});
    add({"joined denied", yes(signs.negator != kNoWord)});
    if (signs.mark != kNoWord) add({"joined mark", tree_.form(signs.mark)});
  }

  void add_above(std::uint32_t word, const Attachment& place) {
    const ClauseSigns& own = reader_.signs(word);
    const ClauseSigns& above = reader_.signs(place.above);
    const std::string_view relation = relation_name(place.relation);
    const std::string_view lemma = tree_.lemma(place.above);
    const std::string_view mark = own.mark == kNoWord ? "" : tree_.form(own.mark);
    const std::string_view denied = yes(above.negator != kNoWord);
    add_clause("above", place.above);
    add({"placed", relation});
    add({"above lemma relation", lemma, relation});
    add({"above lemma tense", lemma, own.label});
    add({"above lemma relation tense", lemma, relation, tense_name(above.tense), denied});
    add({"tenses", above.label, relation, own.label});
    add({"mark relation tense", mark, relation, own.label});
    const auto complement = complement_of(tree_, words_, place, own);
    if (complement) {
      const auto number = std::to_string(static_cast<int>(*complement));
      add({"complement", number, lemma});
      add({"complement tense", number, lemma, above.label});
    }
    const Attachment higher = attachment_of(tree_, place.above);
    if (higher.above == kNoWord) return;
    add_clause("over", higher.above);
    add({"over lemma relation", tree_.lemma(higher.above), relation_name(higher.relation)});
  }

  void add_surroundings(std::uint32_t word) {
    add({"before", word > 0 ? tree_.form(word - 1) : "-"});
    add({"before that", word > 1 ? tree_.form(word - 2) : "-"});
    add({"after", word + 1 < tree_.size() ? tree_.form(word + 1) : "-"});
    add({"length", std::to_string(std::min<std::size_t>(tree_.size() / kLengthUnit, kLengthsMax))});
    add({"end", tree_.form(tree_.size() - 1)});
  }

  const FactualityReader& reader_;
  const SentenceTree& tree_;
  const Veridicality& words_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace

std::vector<std::uint32_t> FactualityReader::features(std::uint32_t word) const {
  return FeatureList(*this, words_).run(word);
}

float FactualityReader::judge(std::uint32_t word, const Weights& weights) const {
  return std::clamp(weights.sum(features(word)), -3.f, 3.f);
}

}  // namespace concord
