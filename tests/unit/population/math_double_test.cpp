#include "base/math_double.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace graduasi;

namespace {

double relative(double value, double expected) { return std::abs(value / expected - 1.0); }

}  // namespace

TEST_CASE("math_double: exp and log agree with the library to the last bits", "[unit]") {
  double worst_exp = 0, worst_log = 0;
  for (double x = -700; x < 700; x += 0.0137) {
    worst_exp = std::max(worst_exp, relative(math::exp(x), std::exp(x)));
    double const y = std::exp(x);
    worst_log = std::max(worst_log, relative(math::log(y), std::log(y)));
  }
  for (double y = 0.5; y < 2; y += 1.37e-5) {
    if (std::log(y) != 0) worst_log = std::max(worst_log, relative(math::log(y), std::log(y)));
  }
  CHECK(worst_exp < 1e-15);
  CHECK(worst_log < 1e-15);
  CHECK(math::exp(0.0) == 1.0);
  CHECK(math::log(1.0) == 0.0);
  CHECK(math::exp(-800.0) == 0.0);
}

TEST_CASE("math_double: the normal distribution keeps its digits in the tail", "[unit]") {
  double worst = 0;
  for (double x = -37; x < 8; x += 0.00137) {
    // In double, rounding the argument of erfc alone costs 1.5e-13 at -37.
    auto const exact = 0.5L * std::erfc(-static_cast<long double>(x) / std::sqrt(2.0L));
    worst = std::max(worst, relative(math::normal_cdf(x), static_cast<double>(exact)));
  }
  CHECK(worst < 1e-13);
}

TEST_CASE("math_double: the quantile undoes the distribution", "[unit]") {
  double worst = 0;
  for (double x = -30; x < 2; x += 0.00137) {
    double const error = math::normal_quantile(math::normal_cdf(x)) - x;
    worst = std::max(worst, std::abs(error) / std::max(1.0, std::abs(x)));
  }
  CHECK(worst < 1e-13);
  CHECK(math::normal_quantile(0.5) == 0.0);
  CHECK(math::normal_quantile(0.975) == Catch::Detail::Approx(1.959963984540054).epsilon(1e-14));
}
