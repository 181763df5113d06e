// Log-normal spending per head that shows an area's published poverty figures.
#pragma once

namespace graduasi {

/// Observed log spending per head relative to the poverty line is normal with these two numbers.
struct SpendingFit {
  double mu = 0;
  double sigma = 0;
  bool at_bound = false;  ///< sigma would lie outside [0.1, 1.0]: P0 is kept, P1 is not
};

inline constexpr double sigma_min = 0.1;
inline constexpr double sigma_max = 1.0;

/// The log-normal with the published P0 and P1, exactly where sigma allows it.
///
/// With a = quantile(P0) the line stands a standard deviations from the mean, so mu = -a sigma and
/// P1 = P0 - exp(-a sigma + sigma^2 / 2) Phi(a - sigma), which rises with sigma.
/// @param poverty_rate  P0, share of persons in (0, 1)
/// @param poverty_gap   P1, share in (0, P0)
/// @throws BrokenContract outside those ranges
SpendingFit fit_spending(double poverty_rate, double poverty_gap);

/// The Foster-Greer-Thorbecke index of that distribution in closed form: P0, P1 or P2.
/// @param power  0, 1 or 2
double poverty_index(SpendingFit const& fit, int power);

}  // namespace graduasi
