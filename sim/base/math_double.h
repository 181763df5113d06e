// Elementary functions in double, of + - * / sqrt and bit operations only, so that what is worked
// out once for a population (fits, cuts, tables) has the same bits on every machine. Not meant for
// loops over families; those take the short ones of math.h.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace graduasi::math {

namespace detail {

/// 2^k for -1022 <= k <= 1023.
inline double power_of_two(int k) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

/// Coefficients from the constant upwards.
template <std::size_t N>
double polynomial(double const (&coefficients)[N], double x) {
  double sum = coefficients[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

}  // namespace detail

/// e^x for |x| <= 708, relative error 2e-16; 0 below and infinity above.
inline double exp(double x) {
  if (x < -708.0) return 0.0;
  if (x > 708.0) return std::numeric_limits<double>::infinity();
  double const scaled = x * 1.4426950408889634;
  int const whole = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  // log 2 in two parts: the product with the first is exact.
  double const rest = (x - whole * 0x1.62e42fee00000p-1) - whole * 0x1.a39ef35793c76p-33;
  double sum = 1.0;
  for (int n = 14; n > 0; --n) sum = 1.0 + sum * rest / n;
  return sum * detail::power_of_two(whole);
}

/// Natural logarithm of a normal positive number, relative error 4e-16.
inline double log(double x) {
  auto const bits = std::bit_cast<std::int64_t>(x);
  std::int64_t const exponent = (bits - 0x3fe6a09e667f3bcd) >> 52;
  auto const mantissa =
      static_cast<std::uint64_t>(bits) - (static_cast<std::uint64_t>(exponent) << 52);
  double const m = std::bit_cast<double>(mantissa);  // in [sqrt(1/2), sqrt(2))
  double const t = (m - 1.0) / (m + 1.0);
  double const square = t * t;
  double sum = 0.0;
  for (int n = 23; n > 1; n -= 2) sum = (sum + 1.0 / n) * square;
  auto const whole = static_cast<double>(exponent);
  return whole * 0x1.62e42fee00000p-1 + (2.0 * t + (2.0 * t * sum + whole * 0x1.a39ef35793c76p-33));
}

/// Density of the standard normal.
inline double normal_density(double x) { return 0.3989422804014327 * exp(-0.5 * x * x); }

/// Probability that a standard normal is below x; relative error 2e-14 above -6, growing
/// to 6e-14 at -37; 0 below -37.6.
inline double normal_cdf(double x) {
  if (x > 2.0) return 1.0 - normal_cdf(-x);
  if (x >= -2.0) {
    // x + x^3/3 + x^5/15 + ...: all terms of one sign.
    double term = x, sum = x;
    for (int n = 3; n < 60; n += 2) {
      term *= x * x / n;
      sum += term;
    }
    return 0.5 + normal_density(x) * sum;
  }
  // Laplace's continued fraction, from the far end; 90 levels suffice at -2, fewer further out.
  double const distance = -x;
  double fraction = distance;
  for (int n = 90; n > 0; --n) fraction = distance + n / fraction;
  return normal_density(x) / fraction;
}

/// The x below which a standard normal falls with this probability, in (0, 1); error 4e-15 of the
/// larger of 1 and |x|.
/// Source: Wichura, "Algorithm AS 241" (1988), PPND16.
inline double normal_quantile(double probability) {
  static constexpr double a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                                 1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                 3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr double b[] = {1.0,
                                 4.2313330701600911252e+1,
                                 6.8718700749205790830e+2,
                                 5.3941960214247511077e+3,
                                 2.1213794301586595867e+4,
                                 3.9307895800092710610e+4,
                                 2.8729085735721942674e+4,
                                 5.2264952788528545610e+3};
  static constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                 5.76949722146069140550e0,  3.64784832476320460504e0,
                                 1.27045825245236838258e0,  2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
  static constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                 1.78482653991729133580e0,  2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[] = {1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};
  using detail::polynomial;
  double const q = probability - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    double const r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  double const tail = q < 0 ? probability : 1.0 - probability;
  double const r = std::sqrt(-log(tail));
  double const size = r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                               : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0 ? -size : size;
}

}  // namespace graduasi::math
