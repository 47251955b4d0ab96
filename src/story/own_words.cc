#include "story/own_words.h"

namespace concord {
namespace {

constexpr float kCommonShare = 0.3f;  // of texts hold such a word

// A statement printed whole: the blocks behind "The full text of the statement follows:" up to the
// first in which the report speaks again ("the ministry said", "he told").
class Statements {
 public:
  Statements(const Report& report, std::span<const StoryToken> tokens, const StoryWords& words)
      : report_(report), tokens_(tokens), words_(words), masked_(report.blocks.size()) {}

  std::vector<bool> find() {
    bool inside = false;
    for (std::size_t begin = 0; begin < tokens_.size();) {
      std::size_t end = begin;
      while (end < tokens_.size() && tokens_[end].block == tokens_[begin].block) ++end;
      const auto block = tokens_.subspan(begin, end - begin);
      if (inside && speaks(block)) inside = false;
      masked_[tokens_[begin].block] = inside;
      if (introduces(block)) inside = true;
      begin = end;
    }
    return std::move(masked_);
  }

 private:
  bool introduces(std::span<const StoryToken> block) const {
    const std::string_view text = report_.words(report_.blocks[block.front().block].span);
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || text[last] != ':') return false;
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (words_.statements.at(block, i).size > 0) return true;
    }
    return false;
  }
  bool speaks(std::span<const StoryToken> block) const {
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (block[i].quoted) continue;
      if (words_.reported.at(block, i).size > 0 || words_.cites.at(block, i).size > 0) return true;
    }
    return false;
  }

  const Report& report_;
  std::span<const StoryToken> tokens_;
  const StoryWords& words_;
  std::vector<bool> masked_;
};

// A passage of own words may run on behind a quotation that both texts have in the middle; one of
// quotations ends with its quotation, so that no words of the report are shown as quoted.
constexpr int kOwnGap = 1, kQuotedGap = 10;

void put(WordRow& row, std::vector<std::uint32_t>& places, std::uint32_t word, std::uint32_t token,
         std::uint32_t& last_token, int gap) {
  if (!row.empty() && last_token + 1 != token) {
    for (int i = 0; i < gap; ++i) {
      row.push_back(0);
      places.push_back(token);
    }
  }
  row.push_back(word);
  places.push_back(token);
  last_token = token;
}

}  // namespace

OwnWords own_words(const Report& report, const std::vector<StoryToken>& tokens,
                   const StoryWords& words) {
  OwnWords out;
  const auto statement = Statements(report, tokens, words).find();
  out.own.reserve(tokens.size());
  out.own_place.reserve(tokens.size());
  std::uint32_t last_own = 0, last_quoted = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const StoryToken& token = tokens[i];
    const bool common = words.of(token.stem).share >= kCommonShare;
    const std::uint64_t mixed = token.word ^ (token.word >> 32);
    const std::uint32_t word = (static_cast<std::uint32_t>(mixed) << 1) | (common ? 1u : 0u);
    out.all = (out.all ^ token.word) * 0x100000001b3u;
    if (token.quoted || statement[token.block]) {
      put(out.quoted, out.quoted_place, word, i, last_quoted, kQuotedGap);
      ++out.quoted_count;
    } else {
      put(out.own, out.own_place, word, i, last_own, kOwnGap);
      ++out.own_count;
    }
  }
  return out;
}

}  // namespace concord
