#include <algorithm>

#include "cli/commands.h"
#include "intake/read_item.h"
#include "publish/json.h"
#include "publish/words.h"

namespace concord {
namespace {

// The second step: what the record does not keep itself lies at its place and has the digest that
// it had. A file that is not there is no fault of the record, but said.
Result<Done> check_positions(const Store& store, CheckResult& result) {
  CONCORD_TRY(const auto sightings, store.sightings_elsewhere());
  PositionReader reader;
  for (const Sighting& one : sightings) {
    const std::string& file = one.position.file;
    if (std::ranges::find(result.absent, file) != result.absent.end()) continue;
    const auto digest = file == "-" ? Result<std::string>(Error{ErrorCode::not_found, ""})
                                    : reader.digest_at(one.position);
    if (!digest && digest.error().code == ErrorCode::not_found) {
      result.absent.push_back(file);
      continue;
    }
    ++result.positions;
    if (!digest) {
      result.faults.push_back({one.report, digest.error().message});
    } else if (*digest != one.digest) {
      result.faults.push_back({one.report, "the bytes at " + file + ", byte " +
                                               std::to_string(one.position.offset) +
                                               ", are not those that were read"});
    }
  }
  return Done{};
}

std::string words_of(const CheckResult& result) {
  std::string line = counted(static_cast<std::size_t>(result.reports), "report") + ", " +
                     counted(static_cast<std::size_t>(result.evidence), "piece") + " of evidence, ";
  if (result.positions > 0) {
    line += counted(static_cast<std::size_t>(result.positions), "place") + " in archives, ";
  }
  line += counted(result.faults.size(), "fault");
  return result.faults.empty() ? line + ": every word stands in its original\n" : line + "\n";
}

}  // namespace

int run_check(const Options& options) {
  const auto damaged = [](const Error& error) {
    return fail(error, error.code == ErrorCode::corrupt ? unsound : failure);
  };
  const auto store = Store::open_existing(options.record);
  if (!store) return damaged(store.error());
  auto result = store->check();
  if (!result) return damaged(result.error());
  if (auto checked = check_positions(*store, *result); !checked) return damaged(checked.error());
  for (const Fault& fault : result->faults) say(fault.report + ": " + fault.what);
  for (const std::string& file : result->absent) {
    say((file == "-" ? "standard input" : file) +
        ": not there, so the bytes of its reports could not be looked at again; their text and "
        "evidence, which the record keeps, were");
  }
  const int printed = print(options.json ? to_json(*result) : words_of(*result));
  return result->faults.empty() ? printed : unsound;
}

}  // namespace concord
