#include "claim/passes.h"

namespace concord {

// Words nobody is named for are no quote when they are few: a nickname, a title, a term.
std::vector<Quote> extract_quotes(const Report& report, const Reading& reading, const Lexicon&) {
  std::vector<Quote> quotes;
  std::vector<const Attribution*> said_of(reading.quotations.size(), nullptr);
  for (const Attribution& one : reading.attributions) {
    if (one.quotation < said_of.size()) said_of[one.quotation] = &one;
  }
  for (std::uint32_t q = 0; q < reading.quotations.size(); ++q) {
    const Quotation& quotation = reading.quotations[q];
    const Attribution* said = said_of[q];
    if ((said == nullptr && quotation.tokens.size() < 6) || quotation.words.empty()) continue;
    Quote quote;
    if (said != nullptr) {
      quote.speaker = said->source;
      quote.date = said->date;
    }
    quote.words = quotation.words;
    const Evidence first = sentence_evidence(report, reading, quotation.tokens.begin);
    const Evidence last = sentence_evidence(report, reading, quotation.tokens.end - 1);
    quote.evidence = {{first.section, hull(first.span, last.span)}};
    quotes.push_back(std::move(quote));
  }
  return quotes;
}

}  // namespace concord
