// Pairs of quotation marks, double ones straight or curly, also mixed. A pair closes at the latest
// where its paragraph ends; a paragraph that opens again continues the speech as a pair of its own.
#include "reading/passes.h"

namespace concord {
namespace {

bool is_open(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xC2\xAB";
}
bool is_close(std::string_view mark) {
  return mark == "\"" || mark == "\xE2\x80\x9D" || mark == "\xC2\xBB";
}

}  // namespace

void find_quotations(const Report& report, const Lexicon&, Reading& reading) {
  std::uint32_t open = kNone;
  std::uint32_t block = kNone;
  const auto close = [&](std::uint32_t end) {
    if (open == kNone || end <= open + 1) {
      open = kNone;
      return;
    }
    Quotation quotation;
    quotation.tokens = {open + 1, end};
    quotation.words = bytes_of(reading, quotation.tokens);
    quotation.scare = end - open <= 3;
    reading.quotations.push_back(quotation);
    open = kNone;
  };
  for (std::uint32_t i = 0; i < reading.tokens.size(); ++i) {
    const std::uint32_t at_block = reading.sentences[reading.tokens[i].sentence].block;
    if (at_block != block) {
      close(i);
      block = at_block;
    }
    if (reading.tokens[i].kind != WordKind::mark) continue;
    const std::string_view mark = report.words(reading.tokens[i].span);
    if (open != kNone && is_close(mark)) {
      close(i);
    } else if (open == kNone && is_open(mark)) {
      open = i;
    }
  }
  close(static_cast<std::uint32_t>(reading.tokens.size()));
}

}  // namespace concord
