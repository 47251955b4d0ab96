#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "intake/intake.h"
#include "intake/paths.h"
#include "language/annotator.h"
#include "lexicon/data.h"
#include "text/utf8.h"

namespace concord {
namespace {

using Json = nlohmann::ordered_json;

// One sentence a line: offsets count Unicode code points of the input.
std::string json_line(std::string_view text, const CodePointMap& places,
                      const AnnotatedSentence& sentence) {
  const auto place = [&](const char* at) {
    return places.code_point(static_cast<std::uint32_t>(at - text.data()));
  };
  Json words = Json::array();
  std::size_t number = 0;
  for (const RawToken& token : sentence.raw.tokens) {
    for (std::uint32_t part = 0; part < token.words; ++part, ++number) {
      const SyntaxWord& word = sentence.syntax.words[number];
      const std::string_view form = sentence.raw.forms[number];
      words.push_back({{"form", form},
                       {"lemma", word.lemma},
                       {"upos", word_class_name(word.word_class)},
                       {"xpos", penn_name(word.tag)},
                       {"head", word.head == kRoot ? 0 : word.head + 1},
                       {"deprel", relation_name(word.relation)},
                       {"start", place(form.data())},
                       {"end", place(form.data() + form.size())}});
    }
  }
  Json names = Json::array();
  for (const Name& name : sentence.names) {
    names.push_back({{"type", name_type_name(name.type)},
                     {"first", name.words.begin + 1},
                     {"last", name.words.end}});
  }
  return Json{{"paragraph", sentence.raw.new_paragraph}, {"words", words}, {"names", names}}
             .dump() +
         "\n";
}

int parse_one(const std::string& path, const Options& options, const Annotator& annotator) {
  auto input = load_input(path);
  if (!input) return fail(input.error(), refused);
  const auto text = trusted_utf8(std::move(input->bytes));
  if (!text) return fail({text.error().code, path + ": " + text.error().message}, refused);
  const bool json = options.json || options.format == "json";
  const CodePointMap places(*text);
  std::string out = json ? "" : "# newdoc id = " + path + "\n";
  for (const AnnotatedSentence& sentence : annotator.annotate(*text)) {
    out += json ? json_line(*text, places, sentence) : print_annotated(*text, sentence);
  }
  return print(out);
}

}  // namespace

int run_parse(const Options& options) {
  const DataFiles& data = built_in_data();
  const auto annotator = Annotator::load(
      {data.at(kWordsModelName), data.at(kSyntaxModelName), data.at(kNamesModelName)});
  if (!annotator) return fail(annotator.error());
  int result = ok;
  for (const auto& path : list_paths(options.paths)) {
    if (path && path->listed && !path->path.ends_with(".txt")) continue;
    const int done =
        path ? parse_one(path->path, options, *annotator) : fail(path.error(), refused);
    if (done == failure) return failure;
    if (done != ok) result = done;
  }
  return result;
}

}  // namespace concord
