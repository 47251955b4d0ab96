// Pairs of quotation marks: double ones straight or curly, also mixed; single ones where they can
// be no apostrophe. A pair closes at the latest where its paragraph ends; a paragraph that opens
// again continues the speech as a pair of its own.
//
//   The vote, he said, was "fair"        'First of many' - Vale        the miners' union has none
#include <algorithm>

#include "reading/passes.h"

namespace concord {
namespace {

constexpr std::uint32_t kQuotationTokensMax = 300;  // in single marks

enum class Marks : std::uint8_t { none, single, pair };

class QuotationFinder {
 public:
  QuotationFinder(const Report& report, Reading& reading) : report_(report), reading_(reading) {}

  void run() {
    std::uint32_t block = kNone;
    for (std::uint32_t i = 0; i < size(); ++i) {
      const std::uint32_t at_block = block_of(i);
      if (at_block != block) {
        close(i);
        block = at_block;
      }
      if (reading_.tokens[i].kind == WordKind::mark) mark_at(i);
    }
    close(size());
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(reading_.tokens.size()); }
  std::uint32_t block_of(std::uint32_t i) const {
    return reading_.sentences[reading_.tokens[i].sentence].block;
  }
  std::string_view mark(std::uint32_t i) const { return report_.words(reading_.tokens[i].span); }
  bool spaced(std::uint32_t i) const { return i >= size() || reading_.tokens[i].space_before; }

  bool opens_pair(std::uint32_t i) const {
    return mark(i) == "\"" || mark(i) == "\xE2\x80\x9C" || mark(i) == "\xC2\xAB";
  }
  bool closes_pair(std::uint32_t i) const {
    return mark(i) == "\"" || mark(i) == "\xE2\x80\x9D" || mark(i) == "\xC2\xBB";
  }

  // A single mark that begins a word, with one that may close it later in the paragraph.
  bool opens_single(std::uint32_t i) const {
    if (mark(i) != "'" && mark(i) != "\xE2\x80\x98") return false;
    const bool first = i == 0 || block_of(i - 1) != block_of(i);
    if ((!first && !spaced(i)) || i + 1 >= size() || spaced(i + 1)) return false;
    const std::uint32_t end = std::min(size(), i + kQuotationTokensMax);
    for (std::uint32_t at = i + 2; at < end && block_of(at) == block_of(i); ++at) {
      if (reading_.tokens[at].kind == WordKind::mark && closes_single(at)) return true;
    }
    return false;
  }

  // A single mark behind a stop, or before one, or the end of a word that is no plural.
  bool closes_single(std::uint32_t i) const {
    if (mark(i) != "'" && mark(i) != "\xE2\x80\x99") return false;
    if (spaced(i) || i == 0) return false;
    if (reading_.tokens[i - 1].kind == WordKind::mark) return true;
    const bool last = i + 1 >= size() || block_of(i + 1) != block_of(i);
    const bool stop = !last && reading_.tokens[i + 1].kind == WordKind::mark;
    return last || stop || (spaced(i + 1) && !reading_.lower(i - 1).ends_with('s'));
  }

  void mark_at(std::uint32_t i) {
    const bool closing =
        open_ != kNone && (marks_ == Marks::pair ? closes_pair(i) : closes_single(i));
    if (closing) return close(i);
    if (open_ != kNone) return;
    marks_ = opens_pair(i) ? Marks::pair : opens_single(i) ? Marks::single : Marks::none;
    if (marks_ != Marks::none) open_ = i;
  }

  void close(std::uint32_t end) {
    if (open_ != kNone && end > open_ + 1) {
      Quotation quotation;
      quotation.tokens = {open_ + 1, end};
      quotation.words = bytes_of(reading_, quotation.tokens);
      quotation.scare = end - open_ <= 3;
      reading_.quotations.push_back(quotation);
    }
    open_ = kNone;
  }

  const Report& report_;
  Reading& reading_;
  std::uint32_t open_ = kNone;
  Marks marks_ = Marks::none;
};

}  // namespace

void find_quotations(const Report& report, const Lexicon&, Reading& reading) {
  QuotationFinder(report, reading).run();
}

}  // namespace concord
