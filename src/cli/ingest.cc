// Reports into the record, many to a transaction. With each one goes how far every archive was
// taken, so that a run that was killed is taken up where it was left and nothing is lost or
// doubled.
#include <chrono>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "cli/inputs.h"
#include "publish/words.h"

namespace concord {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IntakeCounts, seen, read, skipped, refused, reasons)

namespace {

// One synchronised write of the record takes about 13 ms, as long as reading a few reports.
constexpr int kBatch = 128;
constexpr auto kBatchTime = std::chrono::seconds(2);

class Ingest {
 public:
  explicit Ingest(Store store) : store_(std::move(store)) {}

  std::size_t added = 0, there = 0;
  IntakeCounts counts;  // of this run and, of what was taken up again, of the runs before

  Resume resume(const std::string& file, const std::string& identity, const Maker& maker) {
    const std::scoped_lock lock(mutex_);
    auto row = store_.intake_of(file, identity, maker);
    if (!row || row->records == 0) return {};
    const auto json = nlohmann::json::parse(row->counts, nullptr, false);
    if (json.is_discarded()) return {};
    List& list = lists_[identity];
    list.row = *row;
    list.counts = json.get<IntakeCounts>();
    counts.add(list.counts);
    if (row->whole) {
      say(file + ": taken whole before (" + words_of(list.counts) + ")");
    } else {
      say(file + ": taken up after " + counted(row->records, "record"));
    }
    return {row->records, row->next, row->whole};
  }

  int take(const Outcome& outcome, const Maker& maker) {
    const std::scoped_lock lock(mutex_);
    if (pending_ == 0) {
      if (auto begun = store_.begin(); !begun) return fail(begun.error());
      started_ = Clock::now();
    }
    ++pending_;
    int result = ok;
    if (outcome.item.fate == Fate::read && !outcome.item.end) {
      const auto appended =
          store_.append(outcome.read.original, outcome.read.report, outcome.read.findings, maker);
      if (!appended) {
        // A report that is wrong in itself is left out; a record that cannot be written ends the
        // run.
        result = fail(appended.error(),
                      appended.error().code == ErrorCode::invalid_input ? refused : failure);
        if (result == failure) return result;
      } else {
        ++(*appended == Added::added ? added : there);
      }
    }
    note(outcome.item);
    if (pending_ < kBatch && Clock::now() - started_ < kBatchTime) return result;
    const int flushed = flush(maker);
    return flushed == ok ? result : flushed;
  }

  // Everything so far is in the record for good.
  int flush(const Maker& maker) {
    if (pending_ == 0) return ok;
    pending_ = 0;
    for (auto list = lists_.begin(); list != lists_.end();) {
      if (list->second.moved) {
        list->second.row.counts = nlohmann::json(list->second.counts).dump();
        if (auto noted = store_.note_intake(list->second.row, maker); !noted)
          return fail(noted.error());
        list->second.moved = false;
      }
      list = list->second.row.whole ? lists_.erase(list) : std::next(list);
    }
    if (auto closed = store_.commit(); !closed) return fail(closed.error());
    return ok;
  }

  // The files that are one report each, of this run, where they changed something.
  int note_loose(const Maker& maker) {
    if (loose_.seen == 0) return ok;
    const std::string cells = nlohmann::json(loose_).dump();
    const auto last = store_.intake_of("", "", maker);
    if (!last) return fail(last.error());
    if (last->counts == cells) return ok;
    const auto noted = store_.note_intake({"", "", loose_.seen, 0, true, cells}, maker);
    return noted ? ok : fail(noted.error());
  }

 private:
  using Clock = std::chrono::steady_clock;
  struct List {
    IntakeRow row;
    IntakeCounts counts;
    bool moved = false;
  };

  void note(const Item& item) {
    if (!item.end) counts.count(item.fate, item.reason);
    if (item.identity.empty()) {
      loose_.count(item.fate, item.reason);
      return;
    }
    List& list = lists_[item.identity];
    list.row.file = item.position.file;
    list.row.identity = item.identity;
    list.row.records = item.records;
    list.row.whole = item.end;
    list.moved = true;
    if (item.end) return;
    list.row.next = item.next;
    list.counts.count(item.fate, item.reason);
  }

  Store store_;
  std::mutex mutex_;  // archives are opened by the thread that cuts, while another one adds
  std::map<std::string, List> lists_;  // by identity; those under way
  IntakeCounts loose_;
  int pending_ = 0;
  Clock::time_point started_;
};

}  // namespace

int run_ingest(const Options& options) {
  auto store = Store::open(options.record);
  if (!store) return fail(store.error());
  Ingest ingest(*std::move(store));
  Maker maker{std::string(engine_version()), ""};
  IntakeCounts seen;
  Taker taker;
  taker.resume = [&](const std::string& file, const std::string& identity, const Lexicon& lexicon) {
    return ingest.resume(file, identity, {maker.engine_version, lexicon.fingerprint});
  };
  taker.take = [&](const Outcome& outcome, const Lexicon& lexicon) {
    maker.data_fingerprint = lexicon.fingerprint;
    return ingest.take(outcome, maker);
  };
  int result = read_paths(options, taker, seen);
  for (const int code : {ingest.flush(maker), ingest.note_loose(maker)}) {
    if (code != ok) result = code;
  }
  say(counted(ingest.added, "report") + " added to " + options.record + ", " +
      std::to_string(ingest.there) + " already there");
  if (ingest.counts.skipped + ingest.counts.refused > 0) say(words_of(ingest.counts));
  return result;
}

}  // namespace concord
