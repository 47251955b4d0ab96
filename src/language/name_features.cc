#include "language/name_features.h"

#include <algorithm>

#include "language/atoms.h"

namespace concord {
namespace {

constexpr std::size_t kAffixMax = 4;
constexpr std::size_t kLettersAWord = 2 * kAffixMax;
constexpr std::size_t kPlacesMax = 6;  // of a word in its document
const WordOfName kNoWord;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

char class_of(char c) {
  if (is_upper(c)) return 'X';
  if (is_lower(c)) return 'x';
  if (is_digit(c)) return '0';
  return static_cast<unsigned char>(c) >= 0x80 ? 'x' : c;
}

// "Xx" for "Oman" and, in full, "Xxxx"; runs beyond four letters are cut there.
std::uint64_t shape_of(std::string_view form, std::size_t run_max) {
  std::string shape;
  std::size_t run = 0;
  for (const char c : form) {
    const char now = class_of(c);
    run = !shape.empty() && shape.back() == now ? run + 1 : 1;
    if (run <= run_max && shape.size() < 12) shape += now;
  }
  return form_key(shape);
}

bool begins_with_capital(std::string_view form) {
  if (form.empty()) return false;
  if (is_upper(form[0])) return true;
  if (static_cast<unsigned char>(form[0]) < 0x80) return false;
  std::string folded;
  fold_form(form, folded);
  return folded != form;
}

// Words that a run of capitals may go on over: "Bank of America", "Johnson & Johnson".
bool joins_run(std::string_view folded) {
  return folded == "of" || folded == "&" || folded == "the" || folded == "and" || folded == "for" ||
         folded == "de" || folded == "-" || folded == "al" || folded == "bin" || folded == "'s" ||
         folded == "van" || folded == "von" || folded == "." || folded == "del" || folded == "la";
}

class Adder {
 public:
  explicit Adder(FeatureKeys& keys) : keys_(keys) {}
  void operator()(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    keys_.push_back(mix(mix(mix(kind * 0x51ed2701u + 7, a), b), c));
  }

 private:
  FeatureKeys& keys_;
};

std::uint64_t tag_of(const WordOfName& word) {
  return static_cast<std::uint64_t>(word.word_class) << 8 | static_cast<std::uint64_t>(word.tag);
}
std::uint64_t class_of_word(const WordOfName& word) {
  return static_cast<std::uint64_t>(word.word_class);
}

}  // namespace

NameDocument::NameDocument(std::span<const Forms> sentences, std::span<const Syntax> syntax,
                           const KnownPhrases& phrases) {
  std::vector<std::string> folded;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Forms& forms = sentences[s];
    Sentence& sentence = sentences_.emplace_back();
    sentence.casing = sentence_case(forms);
    sentence.words.resize(forms.size());
    sentence.letters.assign(forms.size() * kLettersAWord, 0);
    folded.resize(forms.size());
    for (std::size_t i = 0; i < forms.size(); ++i) {
      WordOfName& word = sentence.words[i];
      fold_form(forms[i], folded[i]);
      word.low = form_key(folded[i]);
      word.form = form_key(forms[i]);
      word.shape = shape_of(forms[i], 1);
      word.long_shape = shape_of(forms[i], 4);
      word.word_class = syntax[s].words[i].word_class;
      word.tag = syntax[s].words[i].tag;
      word.capital = begins_with_capital(forms[i]);
      word.run_begin = joins_run(folded[i]) ? 1 : 0;  // until find_runs
      for (std::size_t size = 1; size <= std::min(kAffixMax, folded[i].size()); ++size) {
        std::uint64_t* letters = &sentence.letters[i * kLettersAWord];
        letters[size - 1] = form_key(std::string_view(folded[i]).substr(0, size));
        letters[kAffixMax + size - 1] =
            form_key(std::string_view(folded[i]).substr(folded[i].size() - size));
      }
    }
    sentence.marks = mark_phrases(phrases, folded);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      sentence.words[i].phrase_kinds = sentence.marks[i].any();
    }
    find_runs(sentence);
  }
  for (std::uint32_t s = 0; s < sentences_.size(); ++s) note_elsewhere(s);
}

void NameDocument::find_runs(Sentence& sentence) const {
  std::vector<WordOfName>& words = sentence.words;
  std::vector<bool> joins;
  for (const WordOfName& word : words) joins.push_back(word.run_begin == 1);
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;  // behind the last capital of the run
    for (std::size_t at = begin; at < words.size(); ++at) {
      if (words[at].capital) {
        end = at + 1;
      } else if (at == begin || !joins[at] || at - end > 1) {
        break;
      }
    }
    const std::size_t stop = std::max(end, begin + 1);
    for (std::size_t i = begin; i < stop; ++i) {
      words[i].run_begin = static_cast<std::uint32_t>(begin);
      words[i].run_end = static_cast<std::uint32_t>(end);
    }
    begin = stop;
  }
}

void NameDocument::note_elsewhere(std::uint32_t number) {
  const Sentence& sentence = sentences_[number];
  const bool telling =
      sentence.casing != SentenceCase::capitals && sentence.casing != SentenceCase::titled;
  for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
    const WordOfName& word = sentence.words[i];
    Elsewhere& seen = elsewhere_[word.low];
    if (!word.capital) {
      ++seen.small;
    } else if (telling && i > 0 && sentence.words[i - 1].word_class != WordClass::punct) {
      ++seen.capitals;
    }
    if (word.capital && seen.places.size() < kPlacesMax) seen.places.emplace_back(number, i);
  }
}

const WordOfName& NameDocument::at(const Sentence& sentence, std::size_t word) const {
  return word < sentence.words.size() ? sentence.words[word] : kNoWord;
}

void NameDocument::features(std::size_t sentence, std::size_t word, FeatureKeys& keys) const {
  keys.clear();
  add_own(sentences_[sentence], word, keys);
  add_around(sentences_[sentence], word, keys);
  add_run(sentences_[sentence], word, keys);
  add_elsewhere(sentence, word, keys);
}

void NameDocument::add_own(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const {
  Adder add(keys);
  const WordOfName& w0 = sentence.words[word];
  add(0, 0);
  add(1, w0.low);
  add(2, w0.form);
  add(3, w0.shape);
  add(4, w0.long_shape);
  add(5, tag_of(w0));
  add(6, tag_of(w0), w0.shape);
  add(7, static_cast<std::uint64_t>(sentence.casing), w0.shape, word == 0);
  const std::uint64_t* letters = &sentence.letters[word * kLettersAWord];
  for (std::size_t i = 0; i < kLettersAWord; ++i) {
    if (letters[i] != 0) add(8 + i, letters[i], w0.capital);
  }
  for (std::size_t place = 0; place < 4; ++place) {
    for (std::uint32_t left = sentence.marks[word].kinds[place]; left != 0; left &= left - 1) {
      const auto kind = left & ~(left - 1);
      add(20, kind, place, w0.capital);
    }
  }
}

void NameDocument::add_around(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const {
  Adder add(keys);
  const WordOfName& w0 = sentence.words[word];
  const WordOfName& l1 = at(sentence, word - 1);
  const WordOfName& l2 = at(sentence, word - 2);
  const WordOfName& r1 = at(sentence, word + 1);
  const WordOfName& r2 = at(sentence, word + 2);
  add(30, l1.low);
  add(31, r1.low);
  add(32, l2.low);
  add(33, r2.low);
  add(34, l1.low, w0.low);
  add(35, w0.low, r1.low);
  add(36, l1.low, w0.shape);
  add(37, r1.low, w0.shape);
  add(38, l1.shape, w0.shape, r1.shape);
  add(39, l2.shape, l1.shape, w0.shape);
  add(40, w0.shape, r1.shape, r2.shape);
  add(41, tag_of(l1), tag_of(w0));
  add(42, tag_of(w0), tag_of(r1));
  add(43, class_of_word(l1), class_of_word(w0), class_of_word(r1));
  add(44, l1.low, l2.low, w0.capital);
  add(45, r1.low, r2.low, w0.capital);
  add(46, l1.phrase_kinds, w0.capital, l1.capital);
  add(47, r1.phrase_kinds, w0.capital, r1.capital);
  add(48, l1.phrase_kinds, w0.phrase_kinds, w0.shape);
  add(49, w0.phrase_kinds, r1.phrase_kinds, w0.shape);
}

void NameDocument::add_run(const Sentence& sentence, std::size_t word, FeatureKeys& keys) const {
  Adder add(keys);
  const WordOfName& w0 = sentence.words[word];
  if (w0.run_end <= w0.run_begin) return;
  const std::uint64_t size = std::min<std::uint32_t>(w0.run_end - w0.run_begin, 6);
  const std::uint64_t place = std::min<std::size_t>(word - w0.run_begin, 3);
  const WordOfName& before = at(sentence, std::size_t{w0.run_begin} - 1);
  const WordOfName& before2 = at(sentence, std::size_t{w0.run_begin} - 2);
  const WordOfName& after = at(sentence, w0.run_end);
  const WordOfName& after2 = at(sentence, std::size_t{w0.run_end} + 1);
  const WordOfName& first = sentence.words[w0.run_begin];
  const WordOfName& last = sentence.words[w0.run_end - 1];
  add(60, size, place, w0.run_begin == 0);
  add(61, before.low, size, place);
  add(62, after.low, size, place);
  add(63, before.low);
  add(64, after.low);
  add(65, before.low, before2.low);
  add(66, after.low, after2.low);
  add(67, first.low);
  add(68, last.low);
  add(69, first.phrase_kinds, last.phrase_kinds, place);
  add(70, first.phrase_kinds, place, size);
  add(71, last.phrase_kinds, place, size);
  add(72, before.low, after.low);
  add(73, class_of_word(before), class_of_word(after), place);
}

void NameDocument::add_elsewhere(std::size_t number, std::size_t word, FeatureKeys& keys) const {
  Adder add(keys);
  const Sentence& sentence = sentences_[number];
  const WordOfName& w0 = sentence.words[word];
  if (!w0.capital) return;
  const Elsewhere& seen = elsewhere_.find(w0.low)->second;
  const std::uint64_t small = std::min<std::uint32_t>(seen.small, 2);
  const std::uint64_t capitals = std::min<std::uint32_t>(seen.capitals, 2);
  add(80, small, capitals, word == 0);
  for (const auto& [other_number, other_word] : seen.places) {
    if (other_number == number && other_word == word) continue;
    const Sentence& other = sentences_[other_number];
    const WordOfName& same = other.words[other_word];
    const WordOfName& first = other.words[same.run_begin];
    const WordOfName& last = other.words[same.run_end - 1];
    const std::uint64_t size = std::min<std::uint32_t>(same.run_end - same.run_begin, 4);
    const std::uint64_t place = std::min<std::uint32_t>(other_word - same.run_begin, 2);
    add(81, size, place, first.phrase_kinds);
    add(82, size, place, last.phrase_kinds);
    add(83, at(other, std::size_t{same.run_begin} - 1).low);
    add(84, at(other, same.run_end).low);
    if (size > 1) add(85, last.low);
    if (size > 1) add(86, first.low);
  }
}

}  // namespace concord
