// A run of the mini model, the same for every way in which it is written here: its months pass by
// the clock, its families are counted beside it.
#pragma once

#include <array>
#include <cstddef>
#include <ctime>
#include <span>
#include <vector>

namespace graduasi::bench {

/// Processor time of this thread.
inline double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// Self-confidence, skill, log of earnings, savings.
inline constexpr std::size_t mini_variables = 4;

/// All families at the end of a month, those that left among them.
struct MiniCensus {
  int month;
  std::size_t left;
  std::array<double, mini_variables> mean, variance;
};

/// Sums over families, of which a census is made.
struct MiniSums {
  std::size_t families = 0, left = 0;
  std::array<double, mini_variables> sum{}, squares{};

  void add(std::array<float, mini_variables> const& values, bool active) {
    ++families;
    left += active ? 0 : 1;
    for (std::size_t v = 0; v < mini_variables; ++v) {
      double const value = values[v];
      sum[v] += value;
      squares[v] += value * value;
    }
  }

  MiniCensus census(int month) const {
    MiniCensus all{month, left, {}, {}};
    auto const n = static_cast<double>(families);
    for (std::size_t v = 0; v < mini_variables; ++v) {
      all.mean[v] = sum[v] / n;
      all.variance[v] = squares[v] / n - all.mean[v] * all.mean[v];
    }
    return all;
  }
};

struct MiniResult {
  double seconds = 0;  ///< of processor time of this thread, steps alone
  std::vector<MiniCensus> censuses;
};

/// Runs until the last month of a census; `months` are in order.
/// @param step  a month of all families
/// @param count  MiniSums of all families
template <class Step, class Count>
MiniResult run_months(std::span<int const> months, Step step, Count count) {
  MiniResult result;
  int month = 0;
  for (int const census_month : months) {
    double const began = processor_seconds();
    for (; month < census_month; ++month) step(month + 1);
    result.seconds += processor_seconds() - began;
    result.censuses.push_back(count().census(census_month));
  }
  return result;
}

}  // namespace graduasi::bench
