#include <algorithm>

#include "cli/commands.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"

namespace concord {
namespace {

Result<AgreementRow> find_agreement(const Store& store, const std::string& words) {
  CONCORD_TRY(const auto rows, store.agreements());
  const std::string wanted = folded_name(words);
  std::vector<AgreementRow> part;
  for (const AgreementRow& row : rows) {
    const auto is_named = [&](const std::string& name) { return folded_name(name) == wanted; };
    if (is_named(row.name) || is_named(row.id) || std::ranges::any_of(row.aliases, is_named))
      return row;
    const auto has_part = [&](const std::string& name) {
      return folded_name(name).find(wanted) != std::string::npos;
    };
    if (has_part(row.name) || std::ranges::any_of(row.aliases, has_part)) part.push_back(row);
  }
  if (part.size() == 1) return part.front();
  std::string message = "no agreement '" + words + "' in this record: 'concord status' lists them";
  if (!part.empty()) {
    message = "'" + words + "' can be several agreements:";
    for (const AgreementRow& row : part) message += "\n  " + row.name;
  }
  return Error{ErrorCode::not_found, message};
}

// The code of the state or body that goes by the words.
std::string code_of(const std::string& wanted) {
  const auto lexicon = load_lexicon(built_in_data());
  if (!lexicon) return {};
  const auto is_named = [&](const auto& row) {
    return folded_name(row.name) == wanted ||
           std::ranges::any_of(
               row.names, [&](const std::string& name) { return folded_name(name) == wanted; });
  };
  for (const State& state : lexicon->world.states) {
    if (is_named(state)) return state.code;
  }
  for (const Body& body : lexicon->world.bodies) {
    if (is_named(body)) return body.id;
  }
  return {};
}

}  // namespace

int with_agreement(const Options& options, int (*use)(const Options&, const Asked&)) {
  const auto store = Store::open_existing(options.record);
  if (!store) return fail(store.error());
  const auto row = find_agreement(*store, options.agreement);
  if (!row) return fail(row.error(), row.error().code == ErrorCode::not_found ? nothing : failure);
  const auto latest = store->latest_published();
  if (!latest) return fail(latest.error());
  auto accounts = store->accounts(row->id);
  if (!accounts) return fail(accounts.error());
  Asked asked{row->id, options.moment, *std::move(accounts)};
  if (asked.moment.as_of.empty()) asked.moment.as_of = *latest;
  if (asked.moment.known_by.empty()) asked.moment.known_by = *latest;
  return use(options, asked);
}

const PartyStatus* find_party(const AgreementStatus& status, const std::string& words) {
  const std::string wanted = folded_name(words);
  const std::string code = folded_name(code_of(wanted));
  for (const PartyStatus& party : status.parties) {
    const std::string id = folded_name(party.party);
    const bool named = !id.empty() && (id == wanted || (!code.empty() && id == code));
    if (named || folded_name(party.party_name) == wanted) return &party;
    if (id.empty() && wanted == folded_name(status.agreement)) return &party;
  }
  return nullptr;
}

}  // namespace concord
