// Many inputs over threads, outcomes in order: a bounded pipeline of oneTBB.
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>

#include "engine/engine.h"

namespace concord {

std::string_view engine_version() { return "0.1.0"; }

void read_all(const std::vector<std::string>& paths, const Lexicon& lexicon, int threads,
              const std::function<bool(const std::string&, Result<ReadReport>)>& take) {
  struct Item {
    std::size_t number = 0;
    std::shared_ptr<Result<ReadReport>> read;
  };
  const oneapi::tbb::global_control limit(oneapi::tbb::global_control::max_allowed_parallelism,
                                          static_cast<std::size_t>(threads));
  std::size_t next = 0;
  std::atomic<bool> going = true;
  // The pipeline hands items from thread to thread; its library is not built for ThreadSanitizer,
  // so each hand-over is said again where the sanitizer sees it.
  std::atomic<std::size_t> handed = 0;
  struct Step {
    explicit Step(std::atomic<std::size_t>& count) : handed(count) { ++handed; }
    ~Step() { ++handed; }
    std::atomic<std::size_t>& handed;
  };
  const auto give = [&](oneapi::tbb::flow_control& control) {
    const Step step(handed);
    if (next == paths.size() || !going) control.stop();
    return next == paths.size() ? next : next++;
  };
  const auto read = [&](std::size_t number) {
    const Step step(handed);
    auto input = load_input(paths[number]);
    return Item{number,
                std::make_shared<Result<ReadReport>>(input ? read_input(*std::move(input), lexicon)
                                                           : Result<ReadReport>(input.error()))};
  };
  const auto hand_over = [&](const Item& item) {
    const Step step(handed);
    if (going) going = take(paths[item.number], std::move(*item.read));
  };
  using oneapi::tbb::filter_mode;
  oneapi::tbb::parallel_pipeline(
      static_cast<std::size_t>(threads) * 4,
      oneapi::tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, give) &
          oneapi::tbb::make_filter<std::size_t, Item>(filter_mode::parallel, read) &
          oneapi::tbb::make_filter<Item, void>(filter_mode::serial_in_order, hand_over));
  const Step done(handed);
}

}  // namespace concord
