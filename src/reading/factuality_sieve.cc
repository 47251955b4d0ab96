// The sieve: what the tree above a word, and then its own clause, say of whether it happened.
#include <algorithm>
#include <optional>

#include "reading/factuality.h"

namespace concord {
namespace {

constexpr std::size_t kDepthMax = 12;  // "said that it hoped that they would agree to ..."

// What a clause is worth by its tense alone: means over the training part of UDS-IH2, rounded.
float worth(ClauseTense tense) {
  switch (tense) {
    case ClauseTense::past:
    case ClauseTense::past_progressive:
    case ClauseTense::past_perfect:
      return 2.6f;
    case ClauseTense::perfect:
      return 2.4f;
    case ClauseTense::present:
    case ClauseTense::participle:
      return 2.0f;
    case ClauseTense::progressive:
    case ClauseTense::past_emphatic:
      return 1.8f;
    case ClauseTense::emphatic:
      return 1.2f;
    case ClauseTense::gerund:
    case ClauseTense::none:
      return 1.0f;
    case ClauseTense::modal:
      return -1.0f;  // a modal verb that data does not know
    case ClauseTense::infinitive:
      return -0.6f;
    case ClauseTense::bare:
      return -1.6f;
  }
  return 0;
}

constexpr float kPurpose = -0.5f;    // "left to sign": may or may not have come to it
constexpr float kCondition = -0.3f;  // "if it rains, we leave"
constexpr float kDenied = -0.6f;     // what a fact becomes when denied; annotators waver
constexpr float kDeniedMost = -1.0f;
constexpr float kAskedWhether = 0.1f;
constexpr float kAskedWhy = 0.6f;  // "why did they leave?": they left

bool has_no_tense(ClauseTense tense) {
  return tense == ClauseTense::infinitive || tense == ClauseTense::bare ||
         tense == ClauseTense::gerund || tense == ClauseTense::participle ||
         tense == ClauseTense::none;
}

// Whether a clause without tense happens as what it hangs on does: "[wants] him to leave smiling";
// not "the signed pact".
bool depends(Dependency relation, ClauseTense tense) {
  return relation == Dependency::advcl || relation == Dependency::xcomp ||
         relation == Dependency::ccomp || relation == Dependency::csubj ||
         (relation == Dependency::acl && tense == ClauseTense::infinitive);
}

// "until it leaves", not "until it left"
bool lies_ahead(ClauseTense tense) {
  return tense == ClauseTense::present || tense == ClauseTense::perfect ||
         tense == ClauseTense::progressive;
}

struct Outcome {
  float value = 0;
  bool denied = false;  // by a negator of the word's own clause
};

class Sieve {
 public:
  Sieve(const SentenceTree& tree, const Veridicality& words, std::span<const ClauseSigns> signs)
      : tree_(tree), words_(words), signs_(signs) {}

  Factuality run(std::uint32_t word) {
    Factuality factuality;
    factuality.value = std::clamp(read(word, 0).value, -3.f, 3.f);
    factuality.path = std::move(path_);
    return factuality;
  }

 private:
  Outcome read(std::uint32_t word, std::size_t depth) {
    if (depth > kDepthMax) return {};
    const Attachment place = attachment_of(tree_, word);
    const ClauseSigns& signs = signs_of(word, place);
    Outcome out{by_context(word, place, signs, depth), false};
    weaken(word, signs, out);
    if (signs.negator != kNoWord) {
      out.denied = true;
      if (out.value > 0) out.value = std::min(out.value * kDenied, kDeniedMost);
      step(words_.find(OperatorKind::negator, tree_.form(signs.negator)), "not", signs.negator,
           out.value);
    }
    if (place.above == kNoWord && tree_.asks() && out.value > 0) {
      out.value *= signs.question != kNoWord ? kAskedWhy : kAskedWhether;
      step("question", tree_.size() - 1, out.value);
    }
    attribute(word, out);
    return out;
  }

  // "will | sign and ratify", "has signed and | ratified": the joined word's clause is the first's.
  const ClauseSigns& signs_of(std::uint32_t word, const Attachment& place) const {
    const ClauseSigns& own = signs_[word];
    const ClauseSigns& first = signs_[place.first];
    const bool bare = own.tense == ClauseTense::bare || own.tense == ClauseTense::gerund ||
                      own.tense == ClauseTense::participle;
    const bool same = tree_.word(word).tag == tree_.word(place.first).tag;
    return bare && same && own.subject == kNoWord ? first : own;
  }

  // What the words above make of the clause's tense.
  float by_context(std::uint32_t word, const Attachment& place, const ClauseSigns& signs,
                   std::size_t depth) {
    float value = by_tense(signs);
    if (place.above == kNoWord) {
      step(name_of(place, signs), word, value);
      return value;
    }
    const auto complement = complement_of(tree_, words_, place, signs);
    const bool part = has_no_tense(signs.tense) && depends(place.relation, signs.tense);
    if (!complement && !part) {
      step(name_of(place, signs), word, value);
      return value;
    }
    const Outcome above = read(place.above, depth + 1);
    const Embedding* row = complement ? embedding_of(place.above, *complement) : nullptr;
    if (row == nullptr) {
      const bool purpose =
          place.relation == Dependency::advcl && signs.tense == ClauseTense::infinitive;
      if (purpose) value = kPurpose;
      if (part && !above.denied) value = std::min(value, above.value);
      step(purpose ? "purpose" : name_of(place, signs), word, value);
      return value;
    }
    float said = above.denied ? row->denied : row->holds;
    const bool factive = row->holds > 1 && row->denied > 0;
    if (!above.denied && !factive) said = std::min(said, std::max(above.value, row->denied));
    step(row->name, place.above, said);
    const ClauseOperator* away = above.denied ? nullptr : kept_away(*row, place, signs);
    if (away != nullptr) step(away->name, signs.mark, said = away->value);
    if (has_no_tense(signs.tense)) return said;
    value = std::min(value, said);
    step(name_of(place, signs), word, value);
    return value;
  }

  // Of the word itself, or of what describes it: "the third country to sign".
  const Embedding* embedding_of(std::uint32_t above, Complement complement) const {
    const Embedding* row = words_.embedding(tree_.lemma(above), complement);
    if (row != nullptr || complement != Complement::to) return row;
    for (const std::uint32_t child : tree_.children(above)) {
      if (row != nullptr || tree_.word(child).relation != Dependency::amod) continue;
      row = words_.embedding(tree_.lemma(child), complement);
    }
    return row;
  }

  const ClauseOperator* modal_of(const ClauseSigns& signs) const {
    if (signs.modal == kNoWord) return nullptr;
    return words_.find(OperatorKind::modal, tree_.lemma(signs.modal));
  }

  float by_tense(const ClauseSigns& signs) const {
    const ClauseOperator* modal = modal_of(signs);
    if (modal == nullptr) return worth(signs.tense);
    return signs.have ? modal->perfect : modal->value;
  }

  // "past", "will", "would have", "command"
  std::string name_of(const Attachment& place, const ClauseSigns& signs) const {
    if (const ClauseOperator* modal = modal_of(signs))
      return modal->name + (signs.have ? " have" : "");
    const bool alone = place.above == kNoWord && signs.subject == kNoWord;
    return signs.tense == ClauseTense::bare && alone ? "command" : signs.label;
  }

  // "kept from signing", where "kept signing" would go on.
  const ClauseOperator* kept_away(const Embedding& row, const Attachment& place,
                                  const ClauseSigns& signs) const {
    if (row.holds < 0 || signs.mark == kNoWord || place.above == kNoWord) return nullptr;
    const auto* opening = words_.find(OperatorKind::preposition, tree_.form(signs.mark));
    return opening != nullptr && opening->value < 0 ? opening : nullptr;
  }

  // "perhaps", "if it signs", and what hangs on an "if".
  void weaken(std::uint32_t word, const ClauseSigns& signs, Outcome& out) {
    if (signs.adverb != kNoWord) {
      lower_to(words_.find(OperatorKind::adverb, tree_.lemma(signs.adverb)), signs.adverb, out);
    }
    const Dependency relation = tree_.word(word).relation;
    const bool clause = relation == Dependency::advcl || relation == Dependency::advcl_relcl;
    for (const std::uint32_t at : {signs.mark, signs.question}) {
      if (at == kNoWord || !clause) continue;
      const ClauseOperator* row = words_.find(OperatorKind::mark, tree_.form(at));
      if (row != nullptr && row->ahead && !lies_ahead(signs.tense)) continue;
      lower_to(row, at, out);
    }
    for (const std::uint32_t child : tree_.children(word)) {
      const std::uint32_t mark = signs_[child].mark;
      const bool opened = tree_.word(child).relation == Dependency::advcl && mark != kNoWord;
      if (!opened || out.value <= kCondition) continue;
      const ClauseOperator* row = words_.find(OperatorKind::mark, tree_.form(mark));
      if (row == nullptr || row->ahead) continue;
      out.value = kCondition;
      step("condition", mark, out.value);
    }
  }

  // "according to Oman, Kenya signed"; "Kenya signed, Oman claimed": as sure as who says so.
  void attribute(std::uint32_t word, Outcome& out) {
    for (const std::uint32_t child : tree_.children(word)) {
      const Dependency relation = tree_.word(child).relation;
      if (relation == Dependency::parataxis && signs_[child].subject != kNoWord) {
        const Embedding* row = words_.embedding(tree_.lemma(child), Complement::that);
        if (row == nullptr || row->holds < 0 || out.value <= row->holds) continue;
        step(row->name, child, out.value = row->holds);
      }
      if (relation != Dependency::obl) continue;
      for (const std::uint32_t below : tree_.children(child)) {
        const auto* row = words_.find(OperatorKind::source, tree_.form(below));
        if (row != nullptr && out.value > row->value)
          step(row->name, below, out.value = row->value);
      }
    }
  }

  void lower_to(const ClauseOperator* row, std::uint32_t at, Outcome& out) {
    if (row == nullptr) return;
    out.value = std::min(out.value, row->value);
    step(row->name, at, out.value);
  }

  void step(std::string_view name, std::uint32_t word, float value) {
    path_.push_back({std::string(name), word, value});
  }
  void step(const ClauseOperator* row, std::string_view otherwise, std::uint32_t word,
            float value) {
    step(row != nullptr ? std::string_view(row->name) : otherwise, word, value);
  }

  const SentenceTree& tree_;
  const Veridicality& words_;
  std::span<const ClauseSigns> signs_;
  std::vector<FactualityStep> path_;
};

}  // namespace

std::optional<Complement> complement_of(const SentenceTree& tree, const Veridicality& words,
                                        const Attachment& place, const ClauseSigns& signs) {
  const Dependency relation = place.relation;
  const bool core = relation == Dependency::xcomp || relation == Dependency::ccomp ||
                    relation == Dependency::csubj || relation == Dependency::csubj_pass;
  const bool clause = core || relation == Dependency::acl;
  const std::string_view mark = signs.mark == kNoWord ? "" : tree.form(signs.mark);
  if (signs.tense == ClauseTense::infinitive) {
    if (clause) return Complement::to;
    const bool taken = tree.word(place.above).word_class != WordClass::verb ||
                       words.embedding(tree.lemma(place.above), Complement::to) != nullptr;
    if (relation == Dependency::advcl && taken) return Complement::to;
    return std::nullopt;  // a purpose: "left to sign"
  }
  if (signs.tense == ClauseTense::bare && core && mark.empty()) return Complement::to;
  if (signs.tense == ClauseTense::gerund) {
    const bool taken = words.find(OperatorKind::preposition, mark) != nullptr;
    if (core || relation == Dependency::obj || taken) return Complement::ing;
    return std::nullopt;
  }
  if (signs.tense == ClauseTense::none) {
    if (relation == Dependency::obj || relation == Dependency::nsubj_pass) return Complement::noun;
  }
  if (!clause || signs.tense == ClauseTense::participle) return std::nullopt;
  return mark == "if" || mark == "whether" ? Complement::whether : Complement::that;
}

Attachment attachment_of(const SentenceTree& tree, std::uint32_t word) {
  Attachment place;
  place.first = word;
  while (tree.word(place.first).relation == Dependency::conj &&
         tree.word(place.first).head != kRoot) {
    place.first = tree.word(place.first).head;
  }
  const SyntaxWord& first = tree.word(place.first);
  place.relation = first.relation;
  if (first.head != kRoot) place.above = first.head;
  return place;
}

FactualityReader::FactualityReader(std::span<const std::string_view> forms, const Syntax& syntax,
                                   const Veridicality& words)
    : tree_(forms, syntax), words_(words) {
  for (std::uint32_t i = 0; i < tree_.size(); ++i) signs_.push_back(clause_signs(tree_, words, i));
}

Factuality FactualityReader::sift(std::uint32_t word) const {
  return Sieve(tree_, words_, signs_).run(word);
}

}  // namespace concord
