// The record as JSON, in the shapes of docs/commands.md.
#pragma once

#include <string>
#include <vector>

#include "publish/quotes.h"
#include "record/record.h"
#include "store/store.h"

namespace concord {

std::string to_json(const AgreementStatus& status);
std::string to_json(const Comparison& comparison);
std::string to_json(const Timeline& timeline);
std::string to_json(const AgreementStatus&, const Comparison&, const Timeline&);  // the brief
std::string to_json(const PartyStatus& status);
std::string to_json(const std::vector<AgreementRow>& rows);
std::string to_json(const std::vector<SpokenQuote>& quotes);
std::string to_json(const CheckResult& result);

}  // namespace concord
