#include "reading/clause_signs.h"

#include <algorithm>

#include "text/fold.h"

namespace concord {
namespace {

constexpr std::array<std::string_view, 14> kTenseNames = {
    "none",          "past",        "present",          "perfect",
    "past perfect",  "progressive", "past progressive", "emphatic",
    "past emphatic", "modal",       "infinitive",       "bare",
    "gerund",        "participle"};

bool is_subject(Dependency relation) {
  return relation == Dependency::nsubj || relation == Dependency::nsubj_pass ||
         relation == Dependency::csubj || relation == Dependency::csubj_pass ||
         relation == Dependency::nsubj_outer || relation == Dependency::csubj_outer;
}

bool is_question_word(Penn tag) {
  return tag == Penn::wrb || tag == Penn::wp || tag == Penn::wdt || tag == Penn::wp_poss;
}

ClauseTense tense_of_tag(Penn tag) {
  switch (tag) {
    case Penn::vbd:
      return ClauseTense::past;
    case Penn::vbz:
    case Penn::vbp:
      return ClauseTense::present;
    case Penn::vb:
      return ClauseTense::bare;
    case Penn::vbg:
      return ClauseTense::gerund;
    case Penn::vbn:
      return ClauseTense::participle;
    default:
      return ClauseTense::none;
  }
}

// Reads the small words that hang on a clause's head, from left to right.
class SignReader {
 public:
  SignReader(const SentenceTree& tree, const Veridicality& words, std::uint32_t head)
      : tree_(tree), words_(words), head_(head) {}

  ClauseSigns run() {
    own_tag_ = tree_.word(head_).tag;
    for (const std::uint32_t child : tree_.children(head_)) take(child);
    signs_.tense = tense();
    if (signs_.tense == ClauseTense::bare && tells(head_)) signs_.tense = ClauseTense::present;
    signs_.label = tense_name(signs_.tense);
    if (signs_.modal != kNoWord) signs_.label += " " + std::string(tree_.lemma(signs_.modal));
    if (signs_.have) signs_.label += " have";
    return std::move(signs_);
  }

 private:
  // "Oman and Peru sign": with a subject and nothing above that asks for it, no command.
  bool tells(std::uint32_t word) const {
    return signs_.subject != kNoWord && tree_.word(word).relation == Dependency::root;
  }

  void take(std::uint32_t child) {
    const SyntaxWord& word = tree_.word(child);
    const std::string_view lemma = tree_.lemma(child);
    if (negates(child)) signs_.negator = child;
    if (word.relation == Dependency::aux || word.relation == Dependency::aux_pass) {
      take_auxiliary(child);
    } else if (word.relation == Dependency::cop) {
      own_tag_ = word.tag;
    } else if (word.relation == Dependency::mark) {
      if (word.tag == Penn::to) {
        to_ = true;
      } else if (signs_.mark == kNoWord) {
        signs_.mark = child;
      }
    } else if (is_subject(word.relation)) {
      if (signs_.subject == kNoWord) signs_.subject = child;
    } else if (words_.find(OperatorKind::adverb, lemma) != nullptr) {
      signs_.adverb = child;
    }
    if (is_question_word(word.tag)) signs_.question = child;
  }

  bool is_negator(std::uint32_t word) const {
    return words_.find(OperatorKind::negator, tree_.form(word)) != nullptr;
  }

  // "not", "never", "without"; "nobody"; "no" of "no country". Not "No. They signed in May."
  bool negates(std::uint32_t child) const {
    const Dependency relation = tree_.word(child).relation;
    const bool argument = is_subject(relation) || relation == Dependency::obj;
    const bool small = relation == Dependency::advmod || relation == Dependency::advmod_emph ||
                       relation == Dependency::mark || relation == Dependency::case_mark ||
                       relation == Dependency::det || relation == Dependency::cc_preconj;
    if (is_negator(child)) {
      const bool spared = child + 1 < tree_.size() &&
                          words_.find(OperatorKind::spare, tree_.form(child + 1)) != nullptr;
      return !spared && (small || argument);
    }
    if (!argument && relation != Dependency::obl && relation != Dependency::obl_tmod) return false;
    return std::ranges::any_of(tree_.children(child), [&](std::uint32_t below) {
      return tree_.word(below).relation == Dependency::det && is_negator(below);
    });
  }

  void take_auxiliary(std::uint32_t child) {
    const std::string_view lemma = tree_.lemma(child);
    const bool past = tree_.word(child).tag == Penn::vbd;
    if (tree_.word(child).tag == Penn::md) {
      signs_.modal = child;
    } else if (lemma == "have") {
      have_ = true;
      past_ = past_ || past;
    } else if (lemma == "do") {
      do_ = true;
      past_ = past_ || past;
    } else if (lemma == "be") {
      be_ = true;
      past_ = past_ || past;
    } else if (lemma == "get") {
      be_ = true;
      past_ = past_ || past;
    }
  }

  ClauseTense tense() {
    const bool going_on = own_tag_ == Penn::vbg;
    signs_.have = have_ && (signs_.modal != kNoWord || to_);
    if (signs_.modal != kNoWord) return ClauseTense::modal;
    if (to_) return ClauseTense::infinitive;
    if (have_) return past_ ? ClauseTense::past_perfect : ClauseTense::perfect;
    if (do_) return past_ ? ClauseTense::past_emphatic : ClauseTense::emphatic;
    if (be_ && going_on) return past_ ? ClauseTense::past_progressive : ClauseTense::progressive;
    if (be_) return past_ ? ClauseTense::past : ClauseTense::present;
    return tense_of_tag(own_tag_);
  }

  const SentenceTree& tree_;
  const Veridicality& words_;
  std::uint32_t head_;
  ClauseSigns signs_;
  Penn own_tag_ = Penn::none;
  bool to_ = false, have_ = false, be_ = false, do_ = false, past_ = false;
};

}  // namespace

std::string_view tense_name(ClauseTense tense) {
  return kTenseNames[static_cast<std::size_t>(tense)];
}

SentenceTree::SentenceTree(std::span<const std::string_view> forms, const Syntax& syntax)
    : syntax_(syntax), begin_(syntax.words.size() + 2, 0), children_(syntax.words.size()) {
  for (std::uint32_t i = 0; i < size(); ++i) {
    folded_.push_back(lower(forms[i]));
    lemmas_.push_back(lower(word(i).lemma));
    if (word(i).head == kRoot)
      root_ = i;
    else
      ++begin_[word(i).head + 2];
    const bool end = i + 3 > size();
    asks_ = asks_ || (end && folded_.back().starts_with('?'));
  }
  for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (word(i).head != kRoot) children_[begin_[word(i).head + 1]++] = i;
  }
  begin_.pop_back();
}

ClauseSigns clause_signs(const SentenceTree& tree, const Veridicality& words, std::uint32_t head) {
  return SignReader(tree, words, head).run();
}

}  // namespace concord
