#include "experiment/threads.h"

#include "base/errors.h"

#include <exception>
#include <latch>
#include <string>
#include <thread>
#include <vector>

namespace graduasi {

void check_threads(ExperimentOptions const& options) {
  int const wanted = threads_of(options);
  if (wanted > max_threads)
    throw ScenarioError(
        {{"OMP_NUM_THREADS", std::to_string(wanted) + " threads are too many; it must be in [1, " +
                                 std::to_string(max_threads) + "]"}});
  std::latch all_are_there(1);
  std::vector<std::thread> others;
  others.reserve(static_cast<std::size_t>(wanted));  // so that nothing else can fail below
  int started = 1;
  try {
    for (; started < wanted; ++started) others.emplace_back([&] { all_are_there.wait(); });
  } catch (std::exception const&) {
    // Refused below, once those that are there have ended.
  }
  all_are_there.count_down();
  for (auto& other : others) other.join();
  if (started < wanted)
    throw FileError("--jobs: " + std::to_string(wanted) +
                    " threads are asked for, and the system starts " + std::to_string(started) +
                    "; ask for fewer, or allow more (ulimit -u, ulimit -v)");
}

}  // namespace graduasi
