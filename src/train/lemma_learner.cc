#include "train/lemma_learner.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "language/features.h"

namespace concord {
namespace {

// A suffix needs so many different words before it says something about others.
constexpr int kWordsForSuffix = 2;

struct Seen {
  std::string form;
  std::string folded;
  std::string lemma;  // in small letters, unless the form itself has no capital ("me": "I")
  WordClass word_class;
  Penn tag;
  Capitals capitals;
  bool stays;  // the lemma has a capital
};

std::vector<Seen> collect(const std::vector<TreebankSentence>& sentences) {
  std::vector<Seen> all;
  for (const TreebankSentence& sentence : sentences) {
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      const SyntaxWord& word = sentence.syntax.words[i];
      if (word.lemma == "_" || word.relation == Dependency::goeswith) continue;
      Seen seen;
      seen.form = sentence.forms[i];
      fold_form(seen.form, seen.folded);
      seen.word_class = word.word_class;
      seen.tag = word.tag;
      seen.capitals = capitals_of(seen.form, i == 0);
      seen.stays = capitals_of(word.lemma, false) != Capitals::none;
      if (seen.capitals == Capitals::none) {
        seen.lemma = word.lemma;
      } else {
        fold_form(word.lemma, seen.lemma);
      }
      all.push_back(std::move(seen));
    }
  }
  return all;
}

Ending ending_of(const std::string& folded, const std::string& lemma) {
  const auto differ = std::ranges::mismatch(folded, lemma);
  auto [strip, append] = std::pair(folded.end() - differ.in1, differ.in2);
  // Never between the bytes of one character.
  while (append != lemma.begin() && append != lemma.end() && (*append & 0xC0) == 0x80)
    --append, ++strip;
  return {static_cast<std::uint32_t>(strip), std::string(append, lemma.end())};
}

// The commonest; ties go to the one that sorts first.
template <typename Answer>
Answer commonest(const std::map<Answer, int>& counts) {
  return std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; })->first;
}

using Tag = std::pair<WordClass, Penn>;

class Learner {
 public:
  explicit Learner(std::vector<Seen> seen) : seen_(std::move(seen)) {}

  LemmaTable run() {
    learn_endings();
    learn_capitals();
    return std::move(table_);
  }

 private:
  void learn_endings();
  void learn_capitals();
  void learn_suffixes(const std::map<std::pair<std::string, Tag>, Ending>& forms);
  void add(std::uint64_t key, std::uint32_t answer) { table_.answers.push_back({key, answer}); }
  void sort() { std::ranges::sort(table_.answers, {}, &LemmaAnswer::key); }
  std::uint32_t number(const Ending& ending);

  std::vector<Seen> seen_;
  LemmaTable table_;
  std::map<Ending, std::uint32_t> numbers_;
};

std::uint32_t Learner::number(const Ending& ending) {
  const auto [at, is_new] =
      numbers_.try_emplace(ending, static_cast<std::uint32_t>(table_.endings.size()));
  if (is_new) table_.endings.push_back(ending);
  return at->second;
}

void Learner::learn_endings() {
  // Where a form occurs in small letters too, those occurrences say what its lemma is, capitals
  // and all: "i" is "I", as "me" is.
  std::map<std::pair<std::string, Tag>, std::map<Ending, int>> counts;
  for (const bool small : {true, false}) {
    const auto known = counts;
    for (const Seen& seen : seen_) {
      const std::pair<std::string, Tag> form(seen.folded, {seen.word_class, seen.tag});
      if ((seen.capitals == Capitals::none) != small || known.contains(form)) continue;
      ++counts[form][ending_of(seen.folded, seen.lemma)];
    }
  }
  std::map<std::pair<std::string, Tag>, Ending> forms;
  for (const auto& [form, endings] : counts) forms[form] = commonest(endings);
  learn_suffixes(forms);
  std::vector<LemmaAnswer> exceptions;
  for (const auto& [form, ending] : forms) {
    const auto [word_class, tag] = form.second;
    const int guess = ending_by_suffix(table_, form.first, word_class, tag);
    if (guess >= 0 && table_.endings[static_cast<std::size_t>(guess)] == ending) continue;
    exceptions.push_back({form_ending_key(form.first, word_class, tag), number(ending)});
  }
  table_.answers.insert(table_.answers.end(), exceptions.begin(), exceptions.end());
  sort();
}

// From the empty suffix to long ones; a longer one is noted only where it says something else.
void Learner::learn_suffixes(const std::map<std::pair<std::string, Tag>, Ending>& forms) {
  std::map<std::pair<std::string, Tag>, Ending> noted;
  for (std::size_t size = 0; size <= kLemmaSuffixMax; ++size) {
    std::map<std::pair<std::string, Tag>, std::map<Ending, int>> counts;
    for (const auto& [form, ending] : forms) {
      if (form.first.size() < std::max(size, std::size_t{ending.strip})) continue;
      ++counts[{form.first.substr(form.first.size() - size), form.second}][ending];
    }
    for (const auto& [suffix, endings] : counts) {
      int words = 0;
      for (const auto& [ending, count] : endings) words += count;
      if (words < kWordsForSuffix) continue;
      const Ending best = commonest(endings);
      // What the next shorter suffix with an answer says.
      const Ending* shorter = nullptr;
      for (std::size_t cut = 1; cut <= size && !shorter; ++cut) {
        const auto found = noted.find({suffix.first.substr(cut), suffix.second});
        if (found != noted.end()) shorter = &found->second;
      }
      if (!shorter || *shorter != best) noted[suffix] = best;
    }
  }
  for (const auto& [suffix, ending] : noted) {
    add(suffix_ending_key(suffix.first, suffix.second.first, suffix.second.second), number(ending));
  }
  sort();
}

void Learner::learn_capitals() {
  std::map<std::pair<Penn, Capitals>, std::map<bool, int>> any;
  std::map<std::tuple<std::string, Penn, Capitals>, std::map<bool, int>> forms;
  for (const Seen& seen : seen_) {
    if (seen.capitals == Capitals::none) continue;
    ++any[{seen.tag, seen.capitals}][seen.stays];
    ++forms[{seen.folded, seen.tag, seen.capitals}][seen.stays];
  }
  for (const auto& [situation, answers] : any) {
    add(any_case_key(situation.first, situation.second), commonest(answers));
  }
  for (const auto& [form, answers] : forms) {
    const auto& [folded, tag, capitals] = form;
    const bool stays = commonest(answers);
    if (stays != commonest(any[{tag, capitals}])) {
      add(form_case_key(folded, tag, capitals), stays);
    }
  }
  sort();
}

}  // namespace

LemmaTable learn_lemmas(const std::vector<TreebankSentence>& sentences) {
  return Learner(collect(sentences)).run();
}

}  // namespace concord
