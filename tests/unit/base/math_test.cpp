#include "base/math.h"

#include "random/threefry.h"
#include "support/chance.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// The largest of |f(x) - exact(x)| / scale(x) over a grid.
template <class F, class Exact, class Scale>
double worst(double from, double to, int steps, F f, Exact exact, Scale scale) {
  double max = 0;
  for (int i = 0; i <= steps; ++i) {
    auto const x = static_cast<float>(from + (to - from) * i / steps);
    double const is = f(x), should = exact(static_cast<double>(x));
    double const error = std::abs(is - should) / scale(static_cast<double>(x), should);
    if (!(error <= max)) max = error;  // a NaN stays
  }
  return max;
}

}  // namespace

TEST_CASE("math: exp2 keeps a relative error of 2.3e-7 over its whole range", "[unit]") {
  // Of it, 1.8e-7 is the fit of five coefficients, the rest the rounding of the last two steps.
  CHECK(worst(
            -125, 125, 2000000, [](float x) { return math::exp2(x); },
            [](double x) { return std::exp2(x); }, [](double, double y) { return y; }) < 2.3e-7);
  for (int whole = -125; whole <= 125; ++whole) {
    CHECK(math::exp2(static_cast<float>(whole)) == std::ldexp(1.0f, whole));
  }
}

TEST_CASE("math: exp keeps its error, and stops at the ends of its range", "[unit]") {
  // That of exp2, and beyond |x| = 1 the rounding of the exponent, which grows with it.
  CHECK(worst(
            -86, 86, 2000000, [](float x) { return math::exp(x); },
            [](double x) { return std::exp(x); },
            [](double x, double y) { return y * std::max(1.0, std::abs(x)); }) < 2.5e-7);
  CHECK(math::exp(0.0f) == 1.0f);
  CHECK(math::exp(-1000.0f) == math::exp(-90.0f));
  CHECK(math::exp(1000.0f) == math::exp(90.0f));
  CHECK(std::isfinite(math::exp(1000.0f)));
}

TEST_CASE("math: the logistic keeps an absolute error of 1.1e-7", "[unit]") {
  CHECK(worst(
            -40, 40, 2000000, [](float x) { return math::logistic(x); },
            [](double x) { return 1 / (1 + std::exp(-x)); },
            [](double, double) { return 1; }) < 1.1e-7);
  CHECK(math::logistic(0.0f) == 0.5f);
  CHECK(math::logistic(100.0f) == 1.0f);
}

TEST_CASE("math: log keeps its stated error for every exponent", "[unit]") {
  double max = 0;
  for (int exponent = -126; exponent <= 127; ++exponent) {
    for (int part = 0; part < 8192; ++part) {
      float const x = std::ldexp(1.0f + static_cast<float>(part) / 8192.0f, exponent);
      double const exact = std::log(static_cast<double>(x));
      double const error = std::abs(math::log(x) - exact) / std::max(1.0, std::abs(exact));
      if (!(error <= max)) max = error;
    }
  }
  CHECK(max < 2.7e-7);
  CHECK(math::log(1.0f) == 0.0f);
  // Otherwise the radius of a normal would be the root of a negative number.
  CHECK(math::log(1.0f - 0x1p-24f) < 0.0f);
}

TEST_CASE("math: the normal quantile agrees with erfc, in the middle and in the tails", "[unit]") {
  auto const below = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
  // Checked by the inverse: the error of z is that of the probability over the density. A float
  // probability near 1 is itself only known to 3e-8, so the upper tail is taken as far as 0.999.
  double max = 0;
  for (int i = 0; i <= 400000; ++i) {
    double const log10_p = -7.0 + 7.0 * i / 400000;
    auto const p = static_cast<float>(std::pow(10.0, log10_p));
    if (p > 0.999f) break;
    double const z = math::normal_quantile(p);
    double const density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846);
    double const error = std::abs(below(z) - p) / density / std::max(1.0, std::abs(z));
    if (!(error <= max)) max = error;
  }
  CHECK(max < 2e-6);
  CHECK(math::normal_quantile(0.5f) == 0.0f);
  CHECK(math::normal_quantile(0.025f) == Approx(-1.959964).epsilon(1e-6));
  CHECK(math::normal_quantile(0.841344746f) == Approx(1.0).epsilon(1e-6));
}

TEST_CASE("math: clip, share, least and most do what they say, at the border too", "[unit]") {
  CHECK(math::clip(-0.1f, 0.0f, 2.0f) == 0.0f);
  CHECK(math::clip(1.5f, 0.0f, 2.0f) == 1.5f);
  CHECK(math::clip(2.0f, 0.0f, 2.0f) == 2.0f);
  CHECK(math::clip(7.0f, 0.0f, 2.0f) == 2.0f);
  CHECK(math::clip01(1.25f) == 1.0f);
  CHECK(math::min(2.0f, 3.0f) == 2.0f);
  CHECK(math::max(2.0f, 3.0f) == 3.0f);
}

TEST_CASE("math: uniform numbers lie in [0, 1), those for logarithms in (0, 1]", "[unit]") {
  CHECK(math::uniform(0) == 0.0f);
  CHECK(math::uniform(0x80000000u) == 0.5f);
  CHECK(math::uniform(0xffffffffu) == 1.0f - 0x1p-24f);
  CHECK(math::uniform_above_zero(0) == 0x1p-24f);
  CHECK(math::uniform_above_zero(0xffffffffu) == 1.0f);
}

TEST_CASE("math: a chance in 65,536ths is reached by no draw at 0 and by every draw at 1",
          "[unit]") {
  CHECK(math::in_65536ths(0.0f) == 0);
  CHECK(math::in_65536ths(0x1p-16f) == 1);
  CHECK(math::in_65536ths(0.03f) == 1966);  // 1966.08
  CHECK(math::in_65536ths(0.5f) == 32768);
  CHECK(math::in_65536ths(1.0f) == 65536);  // draws end at 65535
}

TEST_CASE("math: the two lowest bits of the angle choose the axis of a normal pair", "[unit]") {
  // exp(-2) of 2^32: the radius is 2.
  std::uint32_t const radius = 581260615u;
  auto const close = [](float x) { return Approx(x).margin(1e-6); };
  auto const east = math::normal_pair(radius, 0), north = math::normal_pair(radius, 1);
  auto const west = math::normal_pair(radius, 2), south = math::normal_pair(radius, 3);
  CHECK(east.first == close(2));
  CHECK(east.second == close(0));
  CHECK(north.first == close(0));
  CHECK(north.second == close(2));
  CHECK(west.first == close(-2));
  CHECK(west.second == close(0));
  CHECK(south.first == close(0));
  CHECK(south.second == close(-2));
  // Half way along the angle's range to either side: 22.5 degrees.
  auto const up = math::normal_pair(radius, 0x40000000u),
             down = math::normal_pair(radius, 0xc0000000u);
  CHECK(up.first == close(1.84775907f));
  CHECK(up.second == close(0.76536686f));
  CHECK(down.first == close(1.84775907f));
  CHECK(down.second == close(-0.76536686f));
  CHECK(math::normal_pair(0xffffffffu, 0).first == 0.0f);
  CHECK(math::normal_pair(0, 0).first == close(5.768108f));  // sqrt(48 ln 2), the farthest
}

TEST_CASE("math: normals have the moments and tails of the normal law", "[statistical]") {
  double sum = 0, squares = 0, cubes = 0, fourths = 0, product = 0, square_product = 0;
  double beyond[5] = {};
  constexpr std::uint32_t pairs = 2000000;
  for (std::uint32_t i = 0; i < pairs; ++i) {
    auto const words = threefry4x32(i, 0, 0, 98, 11, 0);
    auto const z = math::normal_pair(words.word[0], words.word[1]);
    for (double const x : {double(z.first), double(z.second)}) {
      sum += x;
      squares += x * x;
      cubes += x * x * x;
      fourths += x * x * x * x;
      for (int k = 1; k <= 4; ++k) beyond[k] += std::abs(x) > k;
    }
    product += double(z.first) * z.second;
    square_product += double(z.first) * z.first * z.second * z.second;
  }
  double const n = 2.0 * pairs;
  // Standard deviations of z, z^2, z^3, z^4 by the moments 1, 3, 15, 105.
  CHECK(std::abs(testing::mean_distance(sum, n, 0, 1)) < 4);
  CHECK(std::abs(testing::mean_distance(squares, n, 1, std::sqrt(2.0))) < 4);
  CHECK(std::abs(testing::mean_distance(cubes, n, 0, std::sqrt(15.0))) < 4);
  CHECK(std::abs(testing::mean_distance(fourths, n, 3, std::sqrt(96.0))) < 4);
  // Of a pair: z1 z2 has variance 1, z1^2 z2^2 mean 1 and variance 8.
  CHECK(std::abs(testing::mean_distance(product, pairs, 0, 1)) < 4);
  CHECK(std::abs(testing::mean_distance(square_product, pairs, 1, std::sqrt(8.0))) < 4);
  for (int k = 1; k <= 4; ++k) {
    double const expected = std::erfc(k / std::sqrt(2.0));
    INFO("beyond " << k << " standard deviations");
    CHECK(std::abs(testing::share_distance(beyond[k], n, expected)) < 4);
  }
}
