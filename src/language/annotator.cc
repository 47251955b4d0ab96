#include "language/annotator.h"

#include "text/fold.h"

namespace concord {
namespace {

std::string misc(bool space_after, const std::string& name_tag) {
  std::string out = name_tag == "O" ? "" : "Name=" + name_tag;
  if (!space_after) out += out.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
  return out.empty() ? "_" : out;
}

}  // namespace

Result<Annotator> Annotator::load(const AnnotatorModels& models) {
  CONCORD_TRY(auto segmenter, Segmenter::load(models.words, kWordsModelName));
  CONCORD_TRY(auto parser, Parser::load(models.syntax, kSyntaxModelName));
  CONCORD_TRY(auto finder, NameFinder::load(models.names, kNamesModelName));
  return Annotator(std::move(segmenter), std::move(parser), std::move(finder));
}

Annotator::Annotator(Segmenter segmenter, Parser parser, NameFinder finder)
    : segmenter_(std::move(segmenter)), parser_(std::move(parser)), finder_(std::move(finder)) {}

std::vector<AnnotatedSentence> Annotator::annotate(std::string_view text) const {
  std::vector<RawSentence> sentences = segmenter_.segment(text);
  std::vector<Forms> forms;
  for (const RawSentence& sentence : sentences) forms.push_back(sentence.forms);
  std::vector<Syntax> syntax = parser_.parse(forms);
  std::vector<std::vector<Name>> names = finder_.find(forms, syntax);
  std::vector<AnnotatedSentence> annotated(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    annotated[i] = {std::move(sentences[i]), std::move(syntax[i]), std::move(names[i])};
  }
  return annotated;
}

std::string print_annotated(std::string_view text, const AnnotatedSentence& sentence) {
  const auto& [new_paragraph, tokens, forms] = sentence.raw;
  std::string out = new_paragraph ? "# newpar\n" : "";
  const Span whole{tokens.front().span.begin, tokens.back().span.end};
  out += "# text = " + one_line(slice(text, whole)) + "\n";
  std::uint32_t word = 0;
  for (const RawToken& token : tokens) {
    if (token.words > 1) {
      out += std::to_string(word + 1) + "-" + std::to_string(word + token.words) + "\t" +
             std::string(slice(text, token.span)) + "\t_\t_\t_\t_\t_\t_\t_\t" +
             misc(token.space_after, "O") + "\n";
    }
    for (std::uint32_t part = 0; part < token.words; ++part, ++word) {
      const SyntaxWord& one = sentence.syntax.words[word];
      out += std::to_string(word + 1) + "\t" + std::string(forms[word]) + "\t" + one.lemma + "\t" +
             std::string(word_class_name(one.word_class)) + "\t" + std::string(penn_name(one.tag)) +
             "\t_\t" + std::to_string(one.head == kRoot ? 0 : one.head + 1) + "\t" +
             std::string(relation_name(one.relation)) + "\t_\t" +
             misc(token.words > 1 || token.space_after, name_tag(sentence.names, word)) + "\n";
    }
  }
  return out + "\n";
}

}  // namespace concord
