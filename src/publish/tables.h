// The record as a person reads it: tables, sentences, a cited page.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"
#include "publish/quotes.h"
#include "record/record.h"
#include "store/store.h"

namespace concord {

std::string agreements_table(const std::vector<AgreementRow>& rows);
std::string status_table(const AgreementStatus& status);
std::string why_page(const AgreementStatus& agreement, const PartyStatus& party);
std::string comparison_page(const Comparison& comparison);
std::string timeline_page(const Timeline& timeline);
std::string quotes_page(const std::vector<SpokenQuote>& quotes);
std::string reading_page(const ReadReport& read);
// Markdown; every sentence ends in the numbers of its sources.
std::string brief_page(const AgreementStatus& status, const Comparison& comparison,
                       const Timeline& timeline);

}  // namespace concord
