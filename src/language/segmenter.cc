#include "language/segmenter.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/limits.h"
#include "language/addresses.h"
#include "language/atoms.h"
#include "language/bytes.h"
#include "language/model_head.h"
#include "language/segment_features.h"

namespace concord {
namespace {

bool above_zero(const std::int8_t* weights, const SegmentFeatures& features) {
  std::int32_t sum = 0;
  for (const std::uint32_t row : features.rows()) sum += weights[row];
  return sum > 0;
}

// "cannot 3 3": a token and the sizes of its words.
bool read_contraction(std::string_view line, ContractionTable& table) {
  std::size_t space = line.find(' ');
  if (space == 0 || space == std::string_view::npos) return false;
  WordSizes& sizes = table[std::string(line.substr(0, space))];
  while (space < line.size()) {
    const char* begin = line.data() + space + 1;
    std::uint32_t size = 0;
    const auto parsed = std::from_chars(begin, line.data() + line.size(), size);
    if (parsed.ec != std::errc() || size == 0) return false;
    sizes.push_back(size);
    space = static_cast<std::size_t>(parsed.ptr - line.data());
    if (space < line.size() && line[space] != ' ') return false;
  }
  return true;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\f\v") == std::string_view::npos;
}

// Where a paragraph that is too long is cut: behind its last white space, or before a code point.
std::size_t cut_of(std::string_view text, std::size_t begin) {
  const std::size_t end = begin + kLineBytesMax;
  const std::size_t space = text.find_last_of(" \n", end);
  if (space != std::string_view::npos && space > begin) return space + 1;
  std::size_t at = end;
  while (at > begin + 1 && (text[at] & 0xC0) == 0x80) --at;
  return at;
}

// The paragraphs of a text: what stands between lines that hold nothing but white space.
std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> paragraphs;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (end - begin > kLineBytesMax) {
      const std::size_t cut = cut_of(text, begin);
      paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cut)});
      begin = cut;
    }
    paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (is_blank(text.substr(at, end - at))) {
      if (at > begin) add(begin, at);
      begin = std::min(end + 1, text.size());
    }
    at = end + 1;
  }
  if (begin < text.size()) add(begin, text.size());
  return paragraphs;
}

}  // namespace

std::string print_words_model(const WordsModelParts& parts) {
  ByteWriter body;
  body.values(parts.gaps);
  body.values(parts.sentences);
  const std::map<std::string, WordSizes> sorted(parts.contractions.begin(),
                                                parts.contractions.end());
  std::string lines;
  for (const auto& [token, sizes] : sorted) {
    lines += token;
    for (const std::uint32_t size : sizes) lines += " " + std::to_string(size);
    lines += "\n";
  }
  body.text(lines);
  return with_head(kWordsKind, body.take());
}

Result<Segmenter> Segmenter::load(std::string_view bytes, const std::string& name) {
  CONCORD_TRY(const auto content, model_content(kWordsKind, bytes, name));
  const Error damaged{ErrorCode::corrupt, name + ": is longer or shorter than its parts"};
  Segmenter segmenter;
  ByteReader in(content.bytes);
  segmenter.gaps_ = reinterpret_cast<const std::int8_t*>(in.view(kSegmentRows).data());
  segmenter.sentences_ = reinterpret_cast<const std::int8_t*>(in.view(kSegmentRows).data());
  std::string_view lines = in.text();
  if (!in.sound() || !in.at_end()) return damaged;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    if (!read_contraction(lines.substr(0, end), segmenter.contractions_)) {
      return Error{ErrorCode::corrupt, name + ": has damaged contractions"};
    }
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return segmenter;
}

std::vector<RawSentence> Segmenter::segment(std::string_view text) const {
  std::vector<RawSentence> sentences;
  for (const Span paragraph : paragraphs_of(text)) segment_paragraph(text, paragraph, sentences);
  return sentences;
}

void Segmenter::segment_paragraph(std::string_view text, Span paragraph,
                                  std::vector<RawSentence>& out) const {
  const std::vector<Atom> atoms = split_atoms(text, paragraph);
  if (atoms.empty()) return;
  SegmentFeatures features;
  GapReader gaps(atoms);
  std::vector<bool> ends(atoms.size(), true);
  const std::vector<Span> addresses = find_addresses(text, paragraph);
  auto address = addresses.begin();
  for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
    while (address != addresses.end() && address->end <= atoms[i].span.end) ++address;
    if (address != addresses.end() && address->contains(atoms[i].span)) {
      ends[i] = false;
    } else if (!atoms[i + 1].after_space) {
      gaps.read(i, features);
      ends[i] = above_zero(gaps_, features);
    }
    gaps.pass(i, ends[i]);
  }
  const std::vector<TokenView> tokens = view_tokens(text, atoms, ends);
  SentenceEndReader reader(tokens);
  out.push_back({true, {}, {}});
  std::size_t atom = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    RawToken token;
    token.span.begin = atoms[atom].span.begin;
    while (!ends[atom]) ++atom;
    token.span.end = atoms[atom++].span.end;
    token.space_after = atom == atoms.size() || atoms[atom].after_space;
    const auto words = cut_token(contractions_, slice(text, token.span));
    token.words = static_cast<std::uint32_t>(words.size());
    out.back().tokens.push_back(token);
    out.back().forms.insert(out.back().forms.end(), words.begin(), words.end());
    if (i + 1 == tokens.size()) break;
    reader.read(i, features);
    const bool sentence_ends =
        above_zero(sentences_, features) || out.back().tokens.size() >= kSentenceTokensMax;
    reader.pass(i, sentence_ends);
    if (sentence_ends) out.push_back({false, {}, {}});
  }
}

}  // namespace concord
