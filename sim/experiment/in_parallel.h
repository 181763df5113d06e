// A loop over the threads of a run.
#pragma once

#include <cstddef>
#include <exception>
#include <mutex>

namespace graduasi {

/// Runs `task(i)` for every i < count over the threads; the first exception is thrown afterwards.
template <class Task>
void in_parallel(std::size_t count, Task const& task) {
  std::exception_ptr failure;
  std::mutex guard;
#pragma omp parallel for schedule(dynamic, 1)
  for (std::size_t i = 0; i < count; ++i) {
    try {
      task(i);
    } catch (...) {
      std::scoped_lock const lock(guard);
      if (!failure) failure = std::current_exception();
    }
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace graduasi
