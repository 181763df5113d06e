// Mean and interval of a measure over parameter draws and replicates.
#pragma once

#include "results/outcome.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// What an interval measures.
enum class Interval {
  none,       ///< one value has no interval
  chance,     ///< parameters held fixed: the true uncertainty is larger
  parameters  ///< uncertain parameters, drawn from their priors
};

/// "chance", "parameters" or empty, as in the files.
std::string_view name_of(Interval interval);

/// Type 6 of Hyndman and Fan: linear between order statistics, the k-th of n at k / (n + 1), so
/// that a further draw lies below it with the share asked for, however few draws there are. Type 7
/// would cover only 90 percent with 40 draws. Beyond the first and the last nothing is known.
/// @param sorted  ascending, at least one
/// @param share   in (0, 1)
double quantile(std::span<double const> sorted, double share);

/// What is said of values over draws and replicates; NaN = not defined.
struct Estimate {
  static constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

  double mean = not_defined;  ///< of the draws' means
  double lower = not_defined;
  double upper = not_defined;
  double standard_error = not_defined;  ///< of the mean
  double sd_chance = not_defined;       ///< sd of one draw's mean that chance alone would give
  double sd_parameters = not_defined;   ///< sd of the draws' means beyond it, never negative
  std::size_t replicates = 0;           ///< values that are defined
  Interval interval = Interval::none;
};

/// Mean and interval.
///
/// One draw: Student's 95 % interval of the mean over replicates. More: 2.5 and 97.5 % quantiles of
/// the draws' means (linear between order statistics: type 6 of Hyndman and Fan, which a further
/// draw falls between 95 times in 100; with fewer than 39 the least and the most). The two
/// standard deviations are the variance components of a one-way layout, replicates within draws;
/// with unequal numbers of replicates r a draw's mean has variance within / r, averaged over draws.
///
/// @param values      draw after draw, `replicates` of each; NaN where not defined or not finished
/// @param replicates  values of a draw, at least 1
Estimate estimate(std::span<double const> values, std::size_t replicates);

/// The pairs of draw and replicate that count in a variant: those that every policy has finished,
/// so that all curves of a variant rest on the same luck.
struct UsablePairs {
  std::vector<char> usable;  ///< draw after draw
  std::size_t count = 0;
};

UsablePairs usable_pairs(Outcome const& outcome, std::size_t variant);

/// One figure of every piece: a month and measure of a policy in a variant and stratum.
struct Cell {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::size_t stratum = 0;
  std::size_t row = 0;      ///< among the months recorded of the stratum
  std::size_t measure = 0;  ///< among `measures()`
};

/// Values of a cell, draw after draw; NaN for pairs that do not count.
/// @param values  out, one per pair
void gather(Outcome const& outcome, UsablePairs const& pairs, Cell const& cell,
            std::vector<double>& values);

}  // namespace graduasi
