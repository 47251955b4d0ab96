#include "reading/sentence_case.h"

#include <algorithm>
#include <string>

#include "text/words.h"

namespace concord {
namespace {

constexpr std::size_t kWordsMin = 6;      // "NOTICE OF DEPOSIT" stays as it is
constexpr std::size_t kLeadWordsMin = 3;  // "TURKEY IS OUT. It left on Friday", no "NEW YORK. It"
constexpr std::size_t kPieceWords = 60;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Letters outside of ASCII stay: their small ones may have other bytes.
void lower_letters(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (is_upper(text[i])) text[i] = static_cast<char>(text[i] + ('a' - 'A'));
  }
}

// The sentences without small letters that a block begins with: "TURKEY IS OUT. | It left on ...";
// all of it, or none.
Span lead_in(const Report& report, Span block) {
  const std::string_view words = report.words(block);
  const auto small = std::ranges::find_if(words, is_lower);
  if (small == words.end()) return block;
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(small - words.begin()); ++i) {
    const bool stop = words[i] == '.' || words[i] == '!' || words[i] == '?';
    if (stop && words[i + 1] == ' ') end = i + 1;
  }
  return {block.begin, block.begin + static_cast<std::uint32_t>(end)};
}

class BlockInCapitals {
 public:
  BlockInCapitals(const Lexicon& lexicon, std::string& text, Span block)
      : lexicon_(lexicon), text_(text), words_(split_words(text, block)) {
    for (const Word& word : words_) {
      folded_.emplace_back(slice(text, word.span));
      lower_letters(folded_.back(), 0, folded_.back().size());
    }
  }

  bool is_shouted(std::size_t words_min) const {
    std::size_t capitals = 0;
    for (const Word& word : words_) {
      const std::string_view form = slice(text_, word.span);
      if (std::ranges::any_of(form, is_lower)) return false;
      capitals += word.kind == WordKind::word && form.size() > 1 ? 1 : 0;
    }
    return capitals >= words_min;
  }

  void rewrite() {
    find_names();
    for (std::size_t i = 0; i < words_.size();) i = rewrite_at(i);
  }

 private:
  const std::string& low(std::size_t i) const { return folded_[i]; }

  Roles roles(std::size_t i) const {
    const auto found = lexicon_.acts.words.find(low(i));
    return found == lexicon_.acts.words.end() ? Roles{} : found->second.roles;
  }

  // Words that stand in capitals in other print too: the tagger has learnt from headlines.
  void find_names() {
    names_.assign(words_.size(), false);
    if (lexicon_.parser == nullptr) return;
    for (std::size_t from = 0; from < words_.size(); from += kPieceWords) {
      Forms forms;
      for (std::size_t i = from; i < std::min(from + kPieceWords, words_.size()); ++i)
        forms.push_back(slice(text_, words_[i].span));
      const std::vector<Forms> one = {forms};
      const auto trees = lexicon_.parser->parse(one, Lemmas::left_out);
      for (std::size_t i = 0; i < trees.front().words.size(); ++i)
        names_[from + i] = trees.front().words[i].word_class == WordClass::propn;
    }
  }

  // The name of the world that begins at a word; a pronoun is none without its article ("THE WHO").
  std::size_t name_length(std::size_t i) const {
    const auto word = [&](std::size_t t) { return std::string_view(folded_[t]); };
    const auto hit = lexicon_.world.phrases.longest(word, static_cast<std::uint32_t>(i),
                                                    static_cast<std::uint32_t>(words_.size()));
    if (!hit) return 0;
    const bool small = hit->length == 1 && roles(i).any(Roles::below(RoleNumber::lists));
    return small && !(i > 0 && low(i - 1) == "the") ? 0 : hit->length;
  }

  std::size_t rewrite_at(std::size_t i) {
    const std::size_t length = name_length(i);
    if (length == 0) {
      if (words_[i].kind == WordKind::word) case_word(i, opens_sentence(i) || is_name(i));
      return i + 1;
    }
    const auto hit = lexicon_.world.phrases.longest(
        [&](std::size_t t) { return std::string_view(folded_[t]); }, static_cast<std::uint32_t>(i),
        static_cast<std::uint32_t>(words_.size()));
    const bool letters = lexicon_.world.names[hit->value].abbreviation;
    for (std::size_t t = i; t < i + length && !letters; ++t)
      case_word(t, t == i || !is_any(low(t), {"of", "the", "and", "on", "for", "to", "in"}));
    return i + length;
  }

  bool is_name(std::size_t i) const {
    const TimeWords& times = lexicon_.time_words;
    const bool known =
        lexicon_.acts.words.contains(low(i)) || lexicon_.world.agreement_words.contains(low(i));
    if (TimeWords::look_up(times.weekdays, low(i))) return true;
    if (TimeWords::look_up(times.months, low(i))) return names_[i] || !known;  // "MAY SIGN"
    return names_text(i) || (names_[i] && !known);
  }

  // "the LIMA | CONVENTION": the noun of a text behind its own name.
  bool names_text(std::size_t i) const {
    const auto role = lexicon_.world.agreement_words.find(low(i));
    const bool head = role != lexicon_.world.agreement_words.end() &&
                      (role->second == AgreementWord::head || role->second == AgreementWord::title);
    return head && i > 0 && !lexicon_.acts.words.contains(low(i - 1)) &&
           (names_[i - 1] || name_length(i - 1) > 0);
  }

  bool opens_sentence(std::size_t i) const {
    std::size_t before = i;
    while (before > 0 && is_any(low(before - 1), {"\"", "'", "(", ")"})) --before;
    return before == 0 || is_any(low(before - 1), {".", "!", "?", ":"});
  }

  void case_word(std::size_t i, bool capital) {
    const Span span = words_[i].span;
    const bool stops = low(i).find('.') != std::string::npos;  // "U.N."
    if (!stops) lower_letters(text_, span.begin + (capital ? 1 : 0), span.end);
  }

  const Lexicon& lexicon_;
  std::string& text_;
  std::vector<Word> words_;
  std::vector<std::string> folded_;
  std::vector<bool> names_;
};

}  // namespace

std::optional<Report> in_sentence_case(const Report& report, const Lexicon& lexicon) {
  std::optional<Report> copy;
  for (const Block& block : report.blocks) {
    const Span lead = lead_in(report, block.span);
    if (lead.empty()) continue;
    std::string text;
    if (copy)
      text = std::move(copy->text);
    else
      text = report.text;
    BlockInCapitals shouted(lexicon, text, lead);
    const bool rewrites = shouted.is_shouted(lead.end < block.span.end ? kLeadWordsMin : kWordsMin);
    if (rewrites) shouted.rewrite();
    if (rewrites && !copy) copy = report;
    if (copy) copy->text = std::move(text);
  }
  return copy;
}

}  // namespace concord
