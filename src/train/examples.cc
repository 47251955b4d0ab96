#include "train/examples.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace concord {
namespace {

constexpr int kSeenForRow = 2;

void spoil(std::string& form, Spoiling spoiling, bool first) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (spoiling == Spoiling::titled && !form.empty() && is_lower(form[0]) &&
      (first || form.size() > 3)) {
    form[0] = static_cast<char>(form[0] - 0x20);
  }
  for (char& c : form) {
    if (spoiling == Spoiling::capitals && is_lower(c)) c = static_cast<char>(c - 0x20);
    if (spoiling == Spoiling::small && is_upper(c)) c = static_cast<char>(c | 0x20);
  }
}

// Whether the last word is a full stop that nothing hangs on.
bool ends_in_stop(const TreebankSentence& sentence) {
  const auto last = static_cast<std::uint32_t>(sentence.forms.size() - 1);
  return last > 0 && sentence.forms[last] == "." &&
         std::ranges::none_of(sentence.syntax.words,
                              [&](const SyntaxWord& word) { return word.head == last; }) &&
         sentence.syntax.words[last].head != kRoot;
}

}  // namespace

std::uint32_t Inventory::tag(const SyntaxWord& word) const {
  const auto found = std::ranges::find(tags, std::pair(word.word_class, word.tag));
  return static_cast<std::uint32_t>(found == tags.end() ? 0 : found - tags.begin());
}

std::uint32_t Inventory::relation(Dependency relation) const {
  const auto found = std::ranges::find(relations, relation);
  return static_cast<std::uint32_t>(found == relations.end() ? 0 : found - relations.begin());
}

Inventory take_inventory(const std::vector<TreebankSentence>& sentences) {
  std::map<std::string, int> seen;
  std::set<std::pair<WordClass, Penn>> tags;
  std::set<Dependency> relations;
  std::string folded;
  for (const TreebankSentence& sentence : sentences) {
    for (const std::string& form : sentence.forms) {
      fold_form(form, folded);
      ++seen[folded];
    }
    for (const SyntaxWord& word : sentence.syntax.words) {
      tags.emplace(word.word_class, word.tag);
      relations.insert(word.relation);
    }
  }
  Inventory inventory;
  inventory.words.push_back(0);
  for (const auto& [form, times] : seen) {
    if (times < kSeenForRow) continue;
    const std::uint64_t key = form_key(form);
    inventory.word_rows[key] = static_cast<std::uint32_t>(inventory.words.size());
    inventory.words.push_back(key);
  }
  inventory.tags.assign(tags.begin(), tags.end());
  inventory.relations.assign(relations.begin(), relations.end());
  return inventory;
}

Example make_example(const TreebankSentence& sentence, const Inventory& inventory,
                     Spoiling spoiling, bool lose_stop) {
  std::vector<std::string> forms = sentence.forms;
  if (lose_stop && ends_in_stop(sentence)) forms.pop_back();
  for (std::size_t i = 0; i < forms.size(); ++i) spoil(forms[i], spoiling, i == 0);
  const std::vector<std::string_view> views(forms.begin(), forms.end());
  const SentenceCase casing = sentence_case(views);
  Example example(forms.size());
  std::string folded;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const SyntaxWord& gold = sentence.syntax.words[i];
    fold_form(forms[i], folded);
    ExampleWord& word = example[i];
    word.features = word_features(forms[i], folded, i == 0, casing);
    const auto row = inventory.word_rows.find(word.features.word);
    word.word_row = row == inventory.word_rows.end() ? 0 : row->second;
    word.tag = inventory.tag(gold);
    word.relation = inventory.relation(gold.relation);
    word.head = gold.head;
  }
  return example;
}

}  // namespace concord
