// Many inputs over threads, outcomes in order: a bounded pipeline of oneTBB.
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>

#include "engine/engine.h"
#include "intake/read_item.h"

namespace concord {

std::string_view engine_version() { return "0.1.0"; }

namespace {

enum class Depth : std::uint8_t { reports, findings };

Outcome read_one(Item item, const Lexicon& lexicon, Depth depth) {
  Outcome outcome;
  if (!item.end) {
    std::string bytes = std::move(item.bytes);
    item.bytes.clear();
    Item whole = item;
    whole.bytes = std::move(bytes);
    ItemReading reading = read_item(std::move(whole), lexicon);
    item.fate = reading.fate;
    item.reason = std::move(reading.reason);
    item.message = std::move(reading.message);
    if (item.fate == Fate::read) {
      outcome.read.original = std::move(reading.original);
      outcome.read.report = std::move(reading.report);
      if (depth == Depth::findings) {
        outcome.read.findings = read_findings(outcome.read.report, lexicon);
      }
    }
  }
  outcome.item = std::move(item);
  return outcome;
}

void run(Inputs& inputs, const Lexicon& lexicon, int threads, Depth depth,
         const std::function<bool(Outcome)>& take) {
  using Given = std::shared_ptr<Item>;
  using Taken = std::shared_ptr<Outcome>;
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                          static_cast<std::size_t>(threads));
  std::atomic<bool> going = true;
  // The pipeline hands items from thread to thread; its library is not built for ThreadSanitizer,
  // so each hand-over is said again where the sanitizer sees it.
  std::atomic<std::size_t> handed = 0;
  struct Step {
    explicit Step(std::atomic<std::size_t>& count) : handed(count) { ++handed; }
    ~Step() { ++handed; }
    std::atomic<std::size_t>& handed;
  };
  const auto give = [&](oneapi::tbb::flow_control& control) -> Given {
    const Step step(handed);
    auto item = going ? inputs.next() : std::nullopt;
    if (!item) {
      control.stop();
      return nullptr;
    }
    return std::make_shared<Item>(*std::move(item));
  };
  const auto read = [&](const Given& item) -> Taken {
    const Step step(handed);
    return std::make_shared<Outcome>(read_one(std::move(*item), lexicon, depth));
  };
  const auto hand_over = [&](const Taken& outcome) {
    const Step step(handed);
    if (going) going = take(std::move(*outcome));
  };
  using oneapi::tbb::filter_mode;
  oneapi::tbb::parallel_pipeline(
      static_cast<std::size_t>(threads) * 4,
      oneapi::tbb::make_filter<void, Given>(filter_mode::serial_in_order, give) &
          oneapi::tbb::make_filter<Given, Taken>(filter_mode::parallel, read) &
          oneapi::tbb::make_filter<Taken, void>(filter_mode::serial_in_order, hand_over));
  const Step done(handed);
}

}  // namespace

void read_all(Inputs& inputs, const Lexicon& lexicon, int threads,
              const std::function<bool(Outcome)>& take) {
  run(inputs, lexicon, threads, Depth::findings, take);
}

void read_reports(Inputs& inputs, const Lexicon& lexicon, int threads,
                  const std::function<bool(Outcome)>& take) {
  run(inputs, lexicon, threads, Depth::reports, take);
}

}  // namespace concord
