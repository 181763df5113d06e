#include "population/lognormal.h"

#include "base/contract.h"
#include "base/math_double.h"

namespace graduasi {

namespace {

SpendingFit with_sigma(double a, double sigma, bool at_bound) {
  return {.mu = -a * sigma, .sigma = sigma, .at_bound = at_bound};
}

/// E[spending^n; spending below the line], spending relative to the line.
double moment_below_line(SpendingFit const& fit, int n) {
  double const variance = fit.sigma * fit.sigma;
  return math::exp(n * fit.mu + 0.5 * n * n * variance) *
         math::normal_cdf(-fit.mu / fit.sigma - n * fit.sigma);
}

}  // namespace

SpendingFit fit_spending(double poverty_rate, double poverty_gap) {
  expects(0 < poverty_rate && poverty_rate < 1, "the poverty rate lies in (0, 1)");
  expects(0 < poverty_gap && poverty_gap < poverty_rate, "the poverty gap lies in (0, rate)");
  double const a = math::normal_quantile(poverty_rate);
  auto const gap_at = [&](double sigma) { return poverty_index(with_sigma(a, sigma, false), 1); };
  if (poverty_gap < gap_at(sigma_min)) return with_sigma(a, sigma_min, true);
  if (poverty_gap > gap_at(sigma_max)) return with_sigma(a, sigma_max, true);
  double lower = sigma_min, upper = sigma_max;
  // 55 halvings leave less than the last bit of sigma.
  for (int i = 0; i < 55; ++i) {
    double const middle = 0.5 * (lower + upper);
    (gap_at(middle) < poverty_gap ? lower : upper) = middle;
  }
  return with_sigma(a, 0.5 * (lower + upper), false);
}

double poverty_index(SpendingFit const& fit, int power) {
  expects(0 <= power && power <= 2, "the power is 0, 1 or 2");
  double const below = moment_below_line(fit, 0);
  if (power == 0) return below;
  double const first = moment_below_line(fit, 1);
  if (power == 1) return below - first;
  return below - 2 * first + moment_below_line(fit, 2);
}

}  // namespace graduasi
