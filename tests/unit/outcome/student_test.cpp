#include "outcome/student.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("student: the quantiles of printed tables are met", "[unit][outcome]") {
  CHECK(student_quantile(1) == Approx(12.706).margin(0.0005));
  CHECK(student_quantile(2) == Approx(4.3027).margin(0.00005));
  CHECK(student_quantile(9) == Approx(2.2622).margin(0.00005));
  CHECK(student_quantile(19) == Approx(2.0930).margin(0.00005));
  CHECK(student_quantile(30) == Approx(2.0423).margin(0.00005));
  CHECK(student_quantile(120) == Approx(1.9799).margin(0.00005));
  CHECK(student_quantile(1000) == Approx(1.9623).margin(0.00005));
  CHECK(student_quantile(1000000000) == Approx(1.959964).margin(0.0000005));
}

TEST_CASE("student: the quantile falls with every degree of freedom", "[unit][outcome]") {
  for (std::size_t freedom = 1; freedom < 12000; ++freedom) {
    CAPTURE(freedom);
    REQUIRE(student_quantile(freedom + 1) < student_quantile(freedom));
  }
}

TEST_CASE("student: from 30 degrees on the table follows the expansion of Cornish and Fisher",
          "[unit][outcome]") {
  double const z = 1.959963984540054;
  double const z2 = z * z;
  for (std::size_t freedom = 30; freedom <= 10000; freedom += freedom < 300 ? 1 : 97) {
    auto const v = static_cast<double>(freedom);
    double const expansion =
        z + z * (z2 + 1) / (4 * v) + z * (5 * z2 * z2 + 16 * z2 + 3) / (96 * v * v) +
        z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / (384 * v * v * v);
    CAPTURE(freedom);
    REQUIRE(student_quantile(freedom) == Approx(expansion).epsilon(0).margin(5e-6));
  }
}

TEST_CASE("student: the distribution meets its quantiles", "[unit][outcome]") {
  CHECK(student_share_below(0, 3) == 0.5);
  CHECK(student_share_below(12.7062047362, 1) == Approx(0.975).margin(0.008));
  for (std::size_t freedom = 10; freedom <= 2000; freedom += 10) {
    CAPTURE(freedom);
    double const t = student_quantile(freedom);
    REQUIRE(student_share_below(t, freedom) == Approx(0.975).margin(0.0003));
    REQUIRE(student_share_below(-t, freedom) == Approx(0.025).margin(0.0003));
  }
}
