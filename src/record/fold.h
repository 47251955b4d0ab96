// What the folds share: the claims of one agreement with the account each stands in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/record.h"

namespace concord {

struct Held {
  const Account* account = nullptr;
  const Claim* claim = nullptr;
};

// The latest publication date among the accounts; "" when none is known.
std::string latest_date(const std::vector<Account>& accounts);

// Claims on the agreement known by the day and so by the day, in order of report digest.
std::vector<Held> claims_on(const std::vector<Account>& accounts, const std::string& id,
                            const Moment& moment);

// Planned ceremonies and signings of the agreement, with their accounts.
std::vector<std::pair<const Account*, const Event*>> planned_signings(
    const std::vector<Account>& accounts, const std::string& id);

// The evidence of a finding as citations.
std::vector<Citation> cite(const Account& account, const std::vector<Evidence>& evidence,
                           const Source& said_by);
std::vector<Citation> cite(const Held& held);

// The path's file name.
std::string report_name(const Account& account);

// Sorted, once each, empty ones dropped.
std::vector<std::string> sorted_once(std::vector<std::string> values);

// Distinct origins.
int count_origins(const std::vector<Held>& held);

}  // namespace concord
