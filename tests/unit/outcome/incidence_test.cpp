#include "outcome/incidence.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Approx exactly(double value) { return Approx(value).epsilon(1e-12).margin(1e-15); }

}  // namespace

TEST_CASE("incidence: two ways of leaving compete for those still there", "[unit][outcome]") {
  // 10 at risk, 2 and 1 leave; one more is lost from sight, so 6 are at risk, and 1 and 2 leave.
  Eigen::ArrayXd const at_risk{{10, 6}};
  Eigen::ArrayXXd const exits{{2, 1}, {1, 2}};
  auto const result = incidence(at_risk, exits);
  CHECK(result.remaining(0) == 1);
  CHECK(result.cumulative(0, 0) == 0);
  CHECK(result.cumulative(1, 0) == exactly(0.2));
  CHECK(result.cumulative(1, 1) == exactly(0.1));
  CHECK(result.cumulative(2, 0) == exactly(0.2 + 0.7 / 6));
  CHECK(result.cumulative(2, 1) == exactly(0.1 + 0.7 * 2 / 6));
  CHECK(result.remaining(2) == exactly(0.35));
}

TEST_CASE("incidence: with everybody in sight it is the share that has left", "[unit][outcome]") {
  Eigen::ArrayXd const at_risk{{8, 5, 4}};
  Eigen::ArrayXXd const exits{{1, 2}, {1, 0}, {0, 3}};
  auto const result = incidence(at_risk, exits);
  CHECK(result.cumulative(3, 0) == exactly(2.0 / 8));
  CHECK(result.cumulative(3, 1) == exactly(5.0 / 8));
  CHECK(result.remaining(3) == exactly(1.0 / 8));
}

TEST_CASE("incidence: when all have left nothing more happens", "[unit][outcome]") {
  Eigen::ArrayXd const at_risk{{3, 0, 0}};
  Eigen::ArrayXXd const exits{{3}, {0}, {0}};
  auto const result = incidence(at_risk, exits);
  CHECK(result.cumulative(3, 0) == 1);
  CHECK(result.remaining(3) == 0);
}

TEST_CASE("incidence: more leaving than are at risk is a bug", "[unit][outcome]") {
  Eigen::ArrayXd const at_risk{{3}};
  Eigen::ArrayXXd const exits{{4}};
  CHECK_THROWS_AS(incidence(at_risk, exits), BrokenContract);
}

TEST_CASE("incidence: the restricted mean counts the month of leaving as spent",
          "[unit][outcome]") {
  // Of 4 families one leaves in month 1 and two in month 2: 1, 2, 2 and 3 months within three.
  Eigen::ArrayXd const remaining{{1, 0.75, 0.25, 0.25}};
  auto const mean = restricted_mean(remaining);
  CHECK(mean(0) == 0);
  CHECK(mean(1) == 1);
  CHECK(mean(2) == exactly(1.75));
  CHECK(mean(3) == exactly((1 + 2 + 2 + 3) / 4.0));
}
