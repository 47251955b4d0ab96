// The record as a person reads it in a terminal: tables and pages. The brief is Markdown.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "publish/layout.h"
#include "publish/quotes.h"
#include "record/record.h"
#include "store/store.h"

namespace concord {

std::string agreements_table(const std::vector<AgreementRow>& rows, const Style& style);
std::string status_table(const AgreementStatus& status, const Style& style);
std::string timeline_page(const Timeline& timeline, const Style& style);
std::string why_page(const AgreementStatus& agreement, const PartyStatus& party,
                     const Style& style);
std::string comparison_page(const Comparison& comparison, const Style& style);
std::string quotes_page(const std::vector<SpokenQuote>& quotes, const Style& style);
std::string reading_page(const ReadReport& read, const Style& style);
// A page of Markdown made of the record's cells only; every sentence ends in its sources' numbers.
std::string brief_page(const AgreementStatus& status, const Comparison& comparison,
                       const Timeline& timeline);

}  // namespace concord
