// Mean and interval of a measure over parameter draws and replicates.
#pragma once

#include "outcome/run_results.h"

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
  parameters  ///< uncertain parameters, drawn from their priors, and chance
};

/// "chance", "parameters" or empty, as in the files.
std::string_view name_of(Interval interval);

/// What is said of values over draws and replicates; NaN = not defined.
struct Estimate {
  static constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

  double mean = not_defined;  ///< of the draws' means
  double lower = not_defined;
  double upper = not_defined;
  double standard_error = not_defined;  ///< of the mean
  double sd_chance = not_defined;       ///< sd of one draw's mean that chance alone would give
  double sd_parameters = not_defined;   ///< sd of the draws' expected values, never negative
  std::size_t replicates = 0;           ///< values that are defined, twins left out
  std::size_t draws = 0;                ///< with a defined value; 0 where parameters are held fixed
  Interval interval = Interval::none;
};

/// Mean and interval.
///
/// One draw: Student's 95 % interval of the mean over replicates. More: for the expected value in
/// one world drawn from the priors, by `held`; it holds both that parameters are not known and that
/// chance moves the mean. The two standard deviations are the parts of the law of total variance
/// (`DrawSpread`).
///
/// @param values  draw after draw and the twins behind them; NaN where not defined or not finished
Estimate estimate(std::span<double const> values, Lives lives);

/// The pairs of draw and replicate that count in a variant, and the twins: those that every policy
/// has finished, so that all curves of a variant rest on the same luck.
struct UsablePairs {
  std::vector<char> usable;  ///< by life: draw after draw, and the twins behind them
  std::size_t count = 0;     ///< without twins
  std::size_t told = 0;      ///< lives that an estimate needs: all, or those of one draw up to the
                             ///< last that counts, which in an interrupted run are few
};

UsablePairs usable_pairs(RunResults const& results, std::size_t variant);

/// One figure of every simulation: a month and measure of a policy in a variant and subgroup.
struct Cell {
  std::size_t policy = 0;
  std::size_t variant = 0;
  std::size_t subgroup = 0;
  std::size_t row = 0;      ///< among the months recorded of the subgroup
  std::size_t measure = 0;  ///< among `measures()`
};

/// Values of a cell, draw after draw and the twins behind them (`RunResults::lives`); NaN for those
/// that do not count.
/// @param values  out, one per life
void gather(RunResults const& results, UsablePairs const& pairs, Cell const& cell,
            std::vector<double>& values);

/// The same for an estimate, which takes as many lives as are told.
/// @param values  out, `pairs.told` of them
void gather_told(RunResults const& results, UsablePairs const& pairs, Cell const& cell,
                 std::vector<double>& values);

}  // namespace graduasi
