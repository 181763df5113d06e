#include "analysis/ratio.h"

#include "outcome/student.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr double none = Estimate::not_defined;

/// How far the mean of top - ratio * bottom lies from nothing, in its standard errors.
double distance(std::vector<double> const& top, std::vector<double> const& bottom, double ratio) {
  std::vector<double> left;
  for (std::size_t i = 0; i < top.size(); ++i) left.push_back(top[i] - ratio * bottom[i]);
  auto const found = estimate(left, left.size());
  return std::abs(found.mean) / found.standard_error;
}

}  // namespace

TEST_CASE("ratio: the ends of Fieller's interval are the ratios that are just not refuted",
          "[unit]") {
  std::vector<double> const top = {40, 52, 47, 61, 50};
  std::vector<double> const bottom = {9, 11, 10, 12, 8};
  auto const ratio = ratio_of_means(top, bottom, 5);
  CHECK(ratio.mean == Approx(5));
  CHECK(ratio.lower < 5);
  CHECK(ratio.upper > 5);
  CHECK(distance(top, bottom, ratio.lower) == Approx(student_quantile(4)));
  CHECK(distance(top, bottom, ratio.upper) == Approx(student_quantile(4)));
  CHECK(ratio.interval == Interval::chance);
}

TEST_CASE("ratio: without an interval where the bottom may be next to nothing", "[unit]") {
  auto const ratio =
      ratio_of_means(std::vector<double>{10, 11, 12}, std::vector<double>{5, -3, 1}, 3);
  CHECK(ratio.mean == Approx(11));
  CHECK(std::isnan(ratio.lower));
  CHECK(std::isnan(ratio.upper));
  // 25 give or take 12.7 times 1.6: told from nothing, but an upper end would be five times as
  // much.
  auto const wide = ratio_of_means(std::vector<double>{10, 10}, std::vector<double>{23.4, 26.6}, 2);
  CHECK(wide.mean == Approx(0.4));
  CHECK(std::isnan(wide.upper));
}

TEST_CASE("ratio: none of nothing, of a loss, or on too little", "[unit]") {
  std::vector<double> const top = {10, 12};
  CHECK(std::isnan(ratio_of_means(top, std::vector<double>{0, 0}, 2).mean));
  CHECK(std::isnan(ratio_of_means(top, std::vector<double>{-5, -4}, 2).mean));
  CHECK(std::isnan(ratio_of_means(top, std::vector<double>{none, none}, 2).mean));
  std::vector<char> const told = {1, 0};
  CHECK(std::isnan(ratio_of_means(top, std::vector<double>{5, 4}, 2, told).mean));
}

TEST_CASE("ratio: few draws have Student's interval, pairs that do not count left out", "[unit]") {
  // Ratios 10, 5 and 3: variance 13. What 4 leaves of the tops, over the mean bottom of 5: 1.2, 0.8
  // and -2, variance 3.04.
  std::vector<double> const top = {10, 10, 20, none, 30, 30};
  std::vector<double> const bottom = {1, 1, 4, none, 10, 10};
  auto const ratio = ratio_of_means(top, bottom, 2);
  CHECK(ratio.mean == Approx(60.0 / 15));
  double const half = 4.30265272975 * std::sqrt(13 + 3.04 / 3);
  CHECK(ratio.lower == Approx(4 - half));
  CHECK(ratio.upper == Approx(4 + half));
  CHECK(ratio.replicates == 5);
  CHECK(ratio.interval == Interval::parameters);
}

TEST_CASE("ratio: a draw without enough is dearer than all others", "[unit]") {
  std::vector<double> const top = {10, 20, 30, 40};
  std::vector<double> const bottom = {1, 4, 10, 0};
  auto const ratio = ratio_of_means(top, bottom, 1);
  CHECK(ratio.lower < ratio.mean);
  CHECK(std::isnan(ratio.upper));
  CHECK(ratio.mean == Approx(100.0 / 15));
  std::vector<char> const half = {1, 1, 0, 0};
  CHECK(std::isnan(ratio_of_means(top, bottom, 1, half).mean));
}

TEST_CASE("ratio: twins that agree leave the interval of the mean", "[unit]") {
  // Under one luck every draw costs 5: what differs is chance. The three that are not told apart
  // from it leave 1.2, 0.8 and -2 as above.
  std::vector<double> const top = {10, 20, 30, 5, 10, 15};
  std::vector<double> const bottom = {1, 4, 10, 1, 2, 3};
  auto const ratio = ratio_of_means(top, bottom, {1, 3});
  CHECK(ratio.mean == Approx(4));
  CHECK(ratio.upper == Approx(4 + 4.30265272975 * std::sqrt(3.04 / 3)));
}
