#include "cli/inputs.h"

#include <algorithm>

#include "cli/progress.h"
#include "lexicon/data.h"
#include "publish/words.h"

namespace concord {
namespace {

// A damaged archive may refuse thousands; the counts tell of all, these of the first.
constexpr std::uint64_t kRefusalsSaid = 50;

class Run {
 public:
  Run(const Options& options, const Taker& taker, IntakeCounts& counts, const Lexicon& lexicon)
      : options_(options),
        taker_(taker),
        counts_(counts),
        lexicon_(lexicon),
        inputs_(options.paths),
        progress_(inputs_) {}

  int run() {
    if (taker_.resume) {
      inputs_.resume = [&](const std::string& file, const std::string& identity) {
        return taker_.resume(file, identity, lexicon_);
      };
    }
    taker_.read(inputs_, lexicon_, options_.threads,
                [&](const Outcome& outcome) { return take(outcome); });
    progress_.finish();
    if (counts_.refused > kRefusalsSaid) {
      say("and " + std::to_string(counts_.refused - kRefusalsSaid) + " more refused");
    }
    return result_;
  }

 private:
  bool take(const Outcome& outcome) {
    const Item& item = outcome.item;
    int taken = ok;
    if (!item.end) {
      counts_.count(item.fate, item.reason);
      progress_.show(item.bytes_done, counts_.read);
      if (item.fate == Fate::refused) taken = refused;
      if (item.fate == Fate::refused && counts_.refused <= kRefusalsSaid) {
        progress_.clear();
        say(item.message);
      }
    }
    const int used = taker_.take(outcome, lexicon_);
    if (used != ok) taken = used;
    if (taken == failure || (taken == refused && result_ == ok)) result_ = taken;
    return taken != failure;
  }

  const Options& options_;
  const Taker& taker_;
  IntakeCounts& counts_;
  const Lexicon& lexicon_;
  Inputs inputs_;
  Progress progress_;
  int result_ = ok;
};

std::string listed(const IntakeCounts& counts, const std::string& fate) {
  std::string list;
  for (const auto& [reason, count] : counts.reasons) {
    if (!reason.starts_with(fate + ": ")) continue;
    if (!list.empty()) list += ", ";
    list += std::to_string(count) + " " + reason.substr(fate.size() + 2);
  }
  return list.empty() ? list : " (" + list + ")";
}

}  // namespace

std::string words_of(const IntakeCounts& counts) {
  return counted(counts.seen, "record") + ": " + std::to_string(counts.read) + " read, " +
         std::to_string(counts.skipped) + " skipped" + listed(counts, "skipped") + ", " +
         std::to_string(counts.refused) + " refused" + listed(counts, "refused");
}

int read_paths(const Options& options, const Taker& taker, IntakeCounts& counts) {
  DataFolder folder;
  if (!options.data.empty()) {
    auto loaded = load_data_folder(options.data);
    if (!loaded) return fail(loaded.error());
    folder = *std::move(loaded);
  }
  const auto lexicon = load_lexicon(options.data.empty() ? built_in_data() : folder.files());
  if (!lexicon) return fail(lexicon.error());
  return Run(options, taker, counts, *lexicon).run();
}

}  // namespace concord
