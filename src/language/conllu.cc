#include "language/conllu.h"

#include <array>
#include <charconv>

namespace concord {
namespace {

enum Column { kId, kForm, kLemma, kClass, kTag, kFeatures, kHead, kRelation, kDeps, kMisc };
using Columns = std::array<std::string_view, 10>;

// False where the line has not ten columns.
bool split_columns(std::string_view line, Columns& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t end = line.find('\t');
    if ((end == std::string_view::npos) != (i + 1 == columns.size())) return false;
    columns[i] = line.substr(0, end);
    line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
  }
  return true;
}

bool is_word_line(std::string_view line) {
  const std::string_view id = line.substr(0, line.find('\t'));
  return !line.empty() && line[0] != '#' && id.find_first_of("-.") == std::string_view::npos;
}

// Why the line cannot be read, or nothing.
std::string_view read_word(const Columns& columns, TreebankSentence& sentence) {
  SyntaxWord word;
  word.lemma = columns[kLemma];
  const auto word_class = find_word_class(columns[kClass]);
  const auto tag = find_penn(columns[kTag]);
  const auto relation = find_relation(columns[kRelation]);
  if (!word_class && columns[kClass] != "_") return "unknown UPOS";
  if (!tag) return "unknown XPOS";
  if (!relation && columns[kRelation] != "_") return "unknown DEPREL";
  std::uint32_t head = 0;
  const std::string_view digits = columns[kHead];
  if (digits != "_" &&
      std::from_chars(digits.data(), digits.data() + digits.size(), head).ec != std::errc()) {
    return "HEAD is no number";
  }
  word.word_class = word_class.value_or(WordClass::x);
  word.tag = *tag;
  word.relation = relation.value_or(Dependency::dep);
  word.head = head == 0 ? kRoot : head - 1;
  sentence.forms.emplace_back(columns[kForm]);
  sentence.syntax.words.push_back(std::move(word));
  return {};
}

bool heads_inside(const TreebankSentence& sentence) {
  for (const SyntaxWord& word : sentence.syntax.words) {
    if (word.head != kRoot && word.head >= sentence.forms.size()) return false;
  }
  return true;
}

}  // namespace

Result<std::vector<TreebankSentence>> read_conllu(std::string_view text, const std::string& name) {
  std::vector<TreebankSentence> sentences;
  TreebankSentence sentence;
  int number = 0;
  const auto refuse = [&](std::string_view what) {
    return Error{ErrorCode::invalid_input,
                 name + ":" + std::to_string(number) + ": " + std::string(what)};
  };
  while (!text.empty() || !sentence.lines.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      if (!heads_inside(sentence)) return refuse("a HEAD is no word of the sentence above");
      if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
      sentence = {};
      continue;
    }
    sentence.lines.emplace_back(line);
    if (!is_word_line(line)) continue;
    Columns columns;
    if (!split_columns(line, columns)) return refuse("not ten columns");
    const std::string_view trouble = read_word(columns, sentence);
    if (!trouble.empty()) return refuse(trouble);
  }
  return sentences;
}

std::string print_conllu(const TreebankSentence& sentence, const Syntax& syntax) {
  std::string out;
  std::size_t at = 0;
  for (const std::string& line : sentence.lines) {
    Columns columns;
    if (!is_word_line(line) || !split_columns(line, columns)) {
      out += line + "\n";
      continue;
    }
    const SyntaxWord& word = syntax.words[at++];
    const std::string head = std::to_string(word.head == kRoot ? 0 : word.head + 1);
    columns[kLemma] = word.lemma;
    columns[kClass] = word_class_name(word.word_class);
    columns[kTag] = penn_name(word.tag);
    columns[kHead] = head;
    columns[kRelation] = relation_name(word.relation);
    columns[kDeps] = "_";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      out += columns[i];
      out += i + 1 < columns.size() ? '\t' : '\n';
    }
  }
  return out + "\n";
}

}  // namespace concord
