#include "mechanisms/lasting_shocks.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("lasting shocks: base and lasting earnings move alike and at once", "[unit]") {
  std::vector<float> base{0.1f, -0.4f, 2.99f}, permanent{0.3f, -0.5f, 2.9f};
  std::vector<float> const change{0.05f, 0, 0.2f}, luck{-1, 2, 0};
  move_base(base, permanent, change, luck, {.growth = 0.01f, .sd = 0.02f});
  CHECK(base[0] == Approx(0.14));
  CHECK(permanent[0] == Approx(0.34));
  CHECK(base[1] == Approx(-0.35));
  CHECK(permanent[1] == Approx(-0.45));
  CHECK(base[2] == 3);  // the end of what is kept
  CHECK(permanent[2] == Approx(2.91));
}

TEST_CASE("lasting shocks: reversion goes a part of the way to the mean", "[unit]") {
  std::vector<float> base{0.5f}, permanent{0.7f};
  std::vector<float> const change{0.1f}, luck{0};
  move_base(base, permanent, change, luck, {.reverts = 0.25f, .mean = 0.2f});
  CHECK(base[0] == Approx(0.6 + 0.25 * (0.2 - 0.6)));
  CHECK(permanent[0] == Approx(0.7));
  CHECK(reversion(0.001f, 0.1f) == Approx(0.005));
  CHECK(reversion(0, 0.1f) == 0);
  CHECK(reversion(0.001f, 0) == 0);
}

TEST_CASE("lasting shocks: a year of quarters has the variance asked for", "[unit]") {
  LastingShocksParameters p{.on = true, .sd = 0.06f};
  CHECK(4 * lasting_shock_sd(p) * lasting_shock_sd(p) == Approx(0.06 * 0.06));
  p.on = false;
  CHECK(lasting_shock_sd(p) == 0);
}
