#include "scenario/beta.h"

#include "base/math_double.h"

#include <cmath>

namespace graduasi {

namespace {

double away_from_zero(double value) { return std::abs(value) < 1e-300 ? 1e-300 : value; }

/// The continued fraction of the incomplete beta function, by Lentz's method (DLMF 8.17.22).
double continued_fraction(double x, double a, double b) {
  constexpr int max_terms = 1000;
  double c = 1;
  double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
  double value = d;
  for (int m = 1; m <= max_terms; ++m) {
    double const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away_from_zero(1 + even * d);
    c = away_from_zero(1 + even / c);
    value *= d * c;
    double const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away_from_zero(1 + odd * d);
    c = away_from_zero(1 + odd / c);
    value *= d * c;
    if (std::abs(d * c - 1) < 1e-14) break;
  }
  return value;
}

}  // namespace

double beta_share_below(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on either side of this point. The two halves that meet here make
  // the whole, so no gamma function is needed to scale them.
  double const middle = (a + 1) / (a + b + 2);
  double const lower = continued_fraction(middle, a, b) / a;
  double const upper = continued_fraction(1 - middle, b, a) / b;
  double const height = math::exp(a * (math::log(x) - math::log(middle)) +
                                  b * (math::log(1 - x) - math::log(1 - middle)));
  if (x <= middle) return height * continued_fraction(x, a, b) / a / (lower + upper);
  return 1 - height * continued_fraction(1 - x, b, a) / b / (lower + upper);
}

double beta_quantile(double share, double a, double b) {
  constexpr int halvings = 60;
  double min = 0, max = 1;
  for (int i = 0; i < halvings; ++i) {
    double const middle = 0.5 * (min + max);
    (beta_share_below(middle, a, b) < share ? min : max) = middle;
  }
  return 0.5 * (min + max);
}

}  // namespace graduasi
