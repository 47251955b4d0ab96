#include "language/segment_features.h"

#include <algorithm>
#include <string>

#include "language/features.h"

namespace concord {
namespace {

const Atom kNoAtom;
const TokenView kNoToken;

std::uint64_t bucket(std::size_t count) {
  if (count < 4) return count;
  if (count < 6) return 4;
  if (count < 10) return 5;
  if (count < 16) return 6;
  return count < 30 ? 7 : 8;
}

std::uint64_t key_of(const char* text) { return form_key(text); }

// What addresses are told by.
std::uint64_t mark_of(std::uint64_t text) {
  static const std::array<std::uint64_t, 7> kMarks = {key_of("@"),   key_of("/"), key_of("http"),
                                                      key_of("www"), key_of("-"), key_of("_"),
                                                      key_of(":")};
  const auto found = std::ranges::find(kMarks, text);
  return found == kMarks.end() ? 0 : std::uint64_t{1} << (found - kMarks.begin());
}

}  // namespace

const Atom& GapReader::atom(std::size_t at) const {
  return at >= chunk_begin_ && at < chunk_end_ ? atoms_[at] : kNoAtom;
}
const Atom& GapReader::outside(std::size_t at) const {
  return at < atoms_.size() ? atoms_[at] : kNoAtom;
}

void GapReader::enter_chunk(std::size_t begin) {
  chunk_begin_ = chunk_end_ = begin;
  do ++chunk_end_;
  while (chunk_end_ < atoms_.size() && !atoms_[chunk_end_].after_space);
  chunk_text_ = chunk_shape_ = chunk_kinds_ = last_letters_ = 0;
  marks_.assign(1, 0);
  for (std::size_t i = chunk_begin_; i < chunk_end_; ++i) {
    const Atom& one = atoms_[i];
    const AtomKind kind = kind_of_shape(one.shape);
    const bool letters = kind == AtomKind::lower || kind == AtomKind::upper;
    chunk_text_ = mix(chunk_text_, one.text);
    chunk_shape_ = mix(chunk_shape_, one.shape);
    chunk_kinds_ = mix(chunk_kinds_, letters ? 1 : kind == AtomKind::digits ? 2 : one.text);
    if (letters) last_letters_ = one.text;
    marks_.push_back(marks_.back() | mark_of(one.text));
  }
  rest_text_.assign(chunk_end_ - chunk_begin_ + 1, 0);
  for (std::size_t i = chunk_end_; i-- > chunk_begin_;) {
    rest_text_[i - chunk_begin_] = mix(rest_text_[i - chunk_begin_ + 1], atoms_[i].text);
  }
  token_begin_ = begin;
  token_text_ = token_shape_ = 0;
  last_ended_ = true;
}

void GapReader::read(std::size_t left, SegmentFeatures& features) {
  if (left >= chunk_end_ || left < chunk_begin_) enter_chunk(left);
  const Atom& l1 = atom(left);
  const Atom& l2 = atom(left - 1);
  const Atom& r1 = atom(left + 1);
  const Atom& r2 = atom(left + 2);
  const Atom& r3 = atom(left + 3);
  const std::uint64_t token = mix(token_text_, l1.text);
  const std::uint64_t token_shape = mix(token_shape_, l1.shape);
  const std::uint64_t rest = rest_text_[left + 1 - chunk_begin_];
  const std::uint64_t after = outside(chunk_end_).shape;
  const std::uint64_t place = left - chunk_begin_;
  const std::uint64_t shapes = mix(mix(l2.shape, l1.shape), mix(r1.shape, r2.shape));
  features.clear();
  features.add(0, 0);
  features.add(1, l1.text, r1.text);
  features.add(2, l1.shape, r1.text);
  features.add(3, l1.text, r1.shape);
  features.add(4, l1.shape, r1.shape);
  features.add(5, shapes);
  features.add(6, l2.text, l1.text, r1.shape);
  features.add(7, l1.shape, r1.text, r2.text);
  features.add(8, mix(l1.text, r1.text), l2.shape, r2.shape);
  features.add(9, chunk_shape_, place);
  features.add(10, chunk_text_, place);
  features.add(11, token, r1.text);
  features.add(12, token_shape, r1.text);
  features.add(13, token_shape, r1.shape, r2.shape);
  features.add(14, rest, l1.shape);
  features.add(15, rest, token);
  features.add(16, rest, token_shape);
  features.add(17, marks_.back(), l1.shape, r1.shape);
  features.add(18, marks_.back(), r1.text, l1.text);
  features.add(19, mix(l1.text, r1.text), r2.shape, after);
  features.add(20, mix(token, r1.text), r2.shape, after);
  features.add(21, mix(l1.shape, r1.text), r2.shape, after);
  features.add(22, atom(chunk_begin_).text, r1.text, l1.shape);
  features.add(23, last_ended_, mix(l1.shape, r1.shape), l2.shape);
  features.add(24, last_ended_, l1.text, r1.text);
  features.add(25, bucket(left - token_begin_), l1.text, r1.text);
  features.add(26, mix(shapes, r3.shape), atom(left - 2).shape);
  features.add(27, outside(chunk_begin_ - 1).text, token, r1.text);
  const std::uint64_t kinds = mix(static_cast<std::uint64_t>(kind_of_shape(l1.shape)),
                                  static_cast<std::uint64_t>(kind_of_shape(r1.shape)));
  const std::uint64_t passed = marks_[left + 1 - chunk_begin_];
  const std::uint64_t in_token = passed & ~marks_[token_begin_ - chunk_begin_];
  features.add(28, last_letters_, kinds, marks_.back());
  features.add(29, in_token, kinds, mix(marks_.back(), last_ended_));
  features.add(30, passed, marks_.back(), kinds);
  features.add(31, chunk_kinds_, place);
  features.add(32, last_letters_, token_shape, r1.text);
}

void GapReader::pass(std::size_t left, bool ends) {
  if (left >= chunk_end_ || left < chunk_begin_) enter_chunk(left);
  last_ended_ = ends;
  if (ends) {
    token_text_ = token_shape_ = 0;
    token_begin_ = left + 1;
  } else {
    token_text_ = mix(token_text_, atoms_[left].text);
    token_shape_ = mix(token_shape_, atoms_[left].shape);
  }
}

std::vector<TokenView> view_tokens(std::string_view text, std::span<const Atom> atoms,
                                   const std::vector<bool>& ends) {
  std::vector<TokenView> tokens;
  bool fresh = true;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (fresh) {
      tokens.emplace_back();
      tokens.back().kind = kind_of_shape(atoms[i].shape);
      tokens.back().after_space = atoms[i].after_space;
      tokens.back().stop = true;
    }
    TokenView& token = tokens.back();
    token.text = fresh ? atoms[i].text : mix(token.text, atoms[i].text);
    token.shape = fresh ? atoms[i].shape : mix(token.shape, atoms[i].shape);
    const char c = text[atoms[i].span.begin];
    token.stop = token.stop && (c == '.' || c == '!' || c == '?');
    fresh = ends[i];
  }
  return tokens;
}

const TokenView& SentenceEndReader::token(std::size_t at) const {
  return at < tokens_.size() ? tokens_[at] : kNoToken;
}

void SentenceEndReader::read(std::size_t at, SegmentFeatures& features) const {
  const TokenView& t0 = token(at);
  const TokenView& before = token(at - 1);
  const TokenView& t1 = token(at + 1);
  const TokenView& t2 = token(at + 2);
  const TokenView& t3 = token(at + 3);
  const TokenView& first = token(begin_);
  const std::uint64_t so_far = bucket(at + 1 - begin_);
  const std::uint64_t left = bucket(tokens_.size() - at - 1);
  const std::uint64_t kinds = static_cast<std::uint64_t>(t0.kind) << 8 |
                              static_cast<std::uint64_t>(t1.kind) << 4 |
                              (t1.after_space ? 2u : 0u) | (t0.stop ? 1u : 0u);
  features.clear();
  features.add(0, 0);
  features.add(1, t0.text);
  features.add(2, t0.text, t1.text);
  features.add(3, t0.text, t1.shape, t1.after_space);
  features.add(4, t1.text, t1.shape);
  features.add(5, before.text, t0.text);
  features.add(6, before.text, t0.text, t1.shape);
  features.add(7, t0.shape);
  features.add(8, t1.shape, t0.stop);
  features.add(9, t0.shape, t1.shape, t1.after_space);
  features.add(10, t1.text, t2.text);
  features.add(11, mix(t0.shape, t1.shape), t2.shape, t3.shape);
  features.add(12, t2.text, kinds);
  features.add(13, so_far, kinds);
  features.add(14, so_far, t0.text);
  features.add(15, so_far, t1.text, t0.stop);
  features.add(16, mix(before.shape, t0.text), t1.shape, t2.shape);
  features.add(17, open_, kinds, t1.text);
  features.add(18, open_, t0.text);
  features.add(19, before.text, kinds);
  features.add(20, t1.text, t1.after_space, kinds);
  features.add(21, t1.text == first.text, t1.shape, kinds);
  features.add(22, t1.text == first.text, t1.text);
  features.add(23, first.text, kinds);
  features.add(24, first.shape, kinds, so_far);
  features.add(25, left, kinds);
  features.add(26, mix(token(at - 2).shape, before.shape), t0.shape, kinds);
  features.add(27, kinds);
  features.add(28, t2.shape, t1.text, kinds);
  features.add(29, mix(t0.text, t1.text), t2.text);
  features.add(30, static_cast<std::uint64_t>(token(0).kind), kinds);
}

void SentenceEndReader::pass(std::size_t at, bool ends) {
  static const std::uint64_t kQuote = key_of("\"");
  static const std::uint64_t kOpen = key_of("(");
  static const std::uint64_t kClose = key_of(")");
  if (ends) {
    begin_ = at + 1;
    open_ = 0;
    return;
  }
  const std::uint64_t text = tokens_[at].text;
  if (text == kQuote) open_ ^= 1;
  if (text == kOpen) open_ |= 2;
  if (text == kClose) open_ &= ~std::uint64_t{2};
}

}  // namespace concord
