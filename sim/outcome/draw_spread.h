// How parameter draws differ: what comes from the parameters and what from chance.
#pragma once

#include "outcome/run_results.h"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace graduasi {

/// Type 6 of Hyndman and Fan: linear between order statistics, the k-th of n at k / (n + 1), so
/// that a further draw lies below it with the share asked for, however few draws there are. Type 7
/// would cover only 90 percent with 40 draws. Beyond the first and the last nothing is known.
/// @param sorted  ascending, at least one
/// @param share   in (0, 1)
double quantile(std::span<double const> sorted, double share);

/// Mean and squared deviations of the defined values, in index order.
struct Moments {
  std::size_t count = 0;
  double mean = std::numeric_limits<double>::quiet_NaN();
  double squares = 0;  ///< sum of squared deviations from the mean

  /// NaN below two values.
  double variance() const;
};

Moments moments(std::span<double const> values);

/// The draws of a figure, each by the mean of its replicates.
///
/// The variance of these means is that of the expected value over the priors, plus the variance by
/// chance of one draw's mean (law of total variance). `share` is the first part. It is told from
/// the draws that have a twin, as the variance of the twins over that of the same draws: twins
/// have one luck, so they differ by their parameters and by what parameters make of that luck.
/// The share is therefore rather too large than too small where it is neither nothing nor all, and
/// an interval built on it rather too wide. Their one luck may be one in which parameters do
/// little: so the share is at least what is left of the variance of the means when the most that
/// chance may be (the upper end of a one-sided 95 % interval) is taken off. Without twins (a single
/// figure of a table, a folder of another time) it is told from the replicates within draws, and
/// with one replicate it is all.
struct DrawSpread {
  std::vector<double> means;  ///< of draws with a defined value, in their order
  Moments across;             ///< of them
  std::size_t values = 0;     ///< that are defined, twins left out
  /// Variance by chance of one draw's mean; NaN where nothing tells it.
  double chance = std::numeric_limits<double>::quiet_NaN();
  double share = 1;  ///< of the variance of draws' means that comes from parameters, 0 to 1

  /// Variance by chance and by the priors of the mean over all draws.
  double variance_of_mean() const { return across.variance() / static_cast<double>(means.size()); }
  /// What the expected values of the draws are taken to be: their means, drawn together to where
  /// they vary by the share of the parameters alone.
  std::vector<double> expected() const;
};

/// @param values  draw after draw, and the twins behind them; NaN where not defined
DrawSpread spread_of(std::span<double const> values, Lives lives);

/// A 95 % interval for the expected value in one world drawn from the priors.
struct WorldInterval {
  double lower, upper;
};

/// From the mean of the draws. On either side the interval reaches as far as the root of
///
///   share reach^2 + (1 - share) student^2 variance_of_mean:
///
/// between what holds a further draw, where parameters make all the difference, and Student's
/// interval of the mean, where they make none and chance does. `reach` goes from the mean to the
/// 2.5 and 97.5 % quantile of the draws (type 6), so that skewed priors give skewed intervals; with
/// fewer than 39 draws no quantile holds so much, and it is Student's for a further draw, as if
/// draws were normal.
/// @param sorted            draws ascending, at least two; infinite above what is known
/// @param mean              the middle, which need not be the mean of `sorted`
/// @param further           variance of a further draw about the mean of as many as `sorted`
/// @param variance_of_mean  of the middle
/// @returns bounds that may be infinite or NaN where draws are infinite
WorldInterval held(std::span<double const> sorted, double mean, double share, double further,
                   double variance_of_mean);

/// Probability that the expected value in a world drawn from the priors is above 0: that of a
/// `spread.expected()`, each with Student's distribution of the error of the mean.
double probability_above_zero(DrawSpread const& spread);

}  // namespace graduasi
