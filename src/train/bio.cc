#include "train/bio.h"

#include <algorithm>

#include "train/files.h"

namespace concord {
namespace {

// What the comment says of documents: the same text, the same document.
std::string document_of(std::string_view comment, const std::string& before) {
  constexpr std::string_view kSentence = "# sent_id = ";
  if (comment.starts_with("# newdoc") || comment.starts_with("# doc")) return std::string(comment);
  if (!comment.starts_with(kSentence) || before.starts_with("# newdoc")) return before;
  const std::string_view id = comment.substr(kSentence.size());
  return std::string(id.substr(0, id.rfind('-')));
}

void add_word(std::string_view line, std::size_t tab, NamedSentence& sentence) {
  const std::string_view rest = line.substr(tab + 1);
  const std::string_view tag = rest.substr(0, rest.find('\t'));
  const auto at = static_cast<std::uint32_t>(sentence.forms.size());
  sentence.forms.emplace_back(line.substr(0, tab));
  if (tag.size() < 3) return;
  const auto type = find_name_type(tag.substr(2));
  if (!type) return;
  std::vector<Name>& names = sentence.names;
  const bool goes_on =
      tag[0] == 'I' && !names.empty() && names.back().words.end == at && names.back().type == *type;
  if (goes_on) {
    names.back().words.end = at + 1;
  } else {
    names.push_back({{at, at + 1}, *type});
  }
}

}  // namespace

Result<std::vector<NamedDocument>> read_bio(std::string_view text, const std::string& name) {
  std::vector<NamedDocument> documents;
  NamedSentence sentence;
  std::string document;
  std::string last;
  const auto close = [&] {
    if (sentence.forms.empty()) return;
    if (documents.empty() || document != last) documents.emplace_back();
    last = document;
    documents.back().push_back(std::move(sentence));
    sentence = {};
  };
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = line.find('\t');
    if (line.empty()) {
      close();
    } else if (tab != std::string_view::npos) {
      add_word(line, tab, sentence);
    } else if (line.starts_with("# ")) {
      document = document_of(line, document);
      sentence.lines.emplace_back(line);
    } else {
      return Error{ErrorCode::invalid_input,
                   name + ":" + std::to_string(number) + ": no tab between word and tag"};
    }
  }
  close();
  return documents;
}

std::string print_bio(const NamedSentence& sentence, const std::vector<Name>& names) {
  std::string out;
  for (const std::string& line : sentence.lines) out += line + "\n";
  for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
    out += sentence.forms[i] + "\t" + name_tag(names, static_cast<std::uint32_t>(i)) + "\n";
  }
  return out + "\n";
}

Result<std::vector<NamedDocument>> load_bio(const std::string& path) {
  std::vector<NamedDocument> all;
  CONCORD_TRY(const auto files, files_of(path, {".bio", ".bio.gz"}));
  for (const std::string& file : files) {
    CONCORD_TRY(const auto text, load_text(file));
    CONCORD_TRY(auto documents, read_bio(text, file));
    for (NamedDocument& document : documents) all.push_back(std::move(document));
  }
  return all;
}

}  // namespace concord
