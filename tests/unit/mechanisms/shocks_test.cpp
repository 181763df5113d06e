#include "mechanisms/shocks.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("shocks: what is left of old luck and what is fresh keep the spread", "[unit]") {
  ShocksParameters const p{.keep = 0.6f};  // so that fresh luck counts sqrt(1 - 0.36) = 0.8
  std::vector<float> shock = {0.5f, 0.5f, 0.0f};
  std::vector<float> const luck = {1, -1, 2};
  move_shocks(shock, luck, 0.25f, p);
  CHECK(shock[0] == Approx(0.5f));  // 0.3 + 0.25 x 0.8
  CHECK(shock[1] == Approx(0.1f));
  CHECK(shock[2] == Approx(0.4f));
}

TEST_CASE("shocks: a setback takes its part of the savings, at its rate", "[unit]") {
  ShocksParameters const p{.setback_rate = 0.1f, .setback_loss = 0.25f};
  std::vector<float> hit(4), savings = {0.8f, 0.8f, 0.0f, 0.8f};
  std::vector<float> const draw = {0.09f, 0.1f, 0.0f, 0.99f};
  std::vector<float> assets = {2, 2, 0, 2};
  strike(hit, savings, assets, {.draw = draw, .good = std::vector<float>(4)}, p);
  CHECK(assets == std::vector<float>{1.5f, 2, 0, 2});
  CHECK(hit == std::vector<float>{1, 0, 1, 0});
  CHECK(savings[0] == Approx(0.6f));
  CHECK(savings[1] == 0.8f);
  CHECK(savings[2] == 0.0f);
  CHECK(savings[3] == 0.8f);
}

TEST_CASE("shocks: what is taught about health prevents setbacks", "[unit]") {
  ShocksParameters const p{.setback_rate = 0.1f, .setback_loss = 0.25f};
  // 0.1 (1 - 0.5 x 0.4) = 0.08 with good contact, 0.1 without.
  std::vector<float> const draw = {0.0799f, 0.0801f, 0.0999f}, good = {0.4f, 0.4f, 0};
  auto const hit_with = [&](float prevented) {
    std::vector<float> hit(3), savings(3, 0.8f), assets(3, 2.0f);
    strike(hit, savings, assets, {.draw = draw, .good = good, .prevented = prevented}, p);
    CHECK(savings[0] == Approx(0.6f));
    CHECK(assets[0] == Approx(1.5f));
    return hit;
  };
  CHECK(hit_with(0.5f) == std::vector<float>{1, 0, 1});
  CHECK(hit_with(0) == std::vector<float>{1, 1, 1});
}

TEST_CASE("shocks: a district's cycle remembers and moves", "[unit]") {
  ShocksParameters const p{.cycle_sd = 0.05f, .cycle_keep = 0.8f};
  CHECK(cycle_after_month(0.1f, 2.0f, p) == Approx(0.14f));  // 0.08 + 0.05 x 0.6 x 2
  CHECK(cycle_after_month(0.1f, 0.0f, p) == Approx(0.08f));
  CHECK(cycle_after_month(0.0f, -1.0f, p) == Approx(-0.03f));
}

TEST_CASE("shocks: switched off, luck stands still and nobody has a setback", "[unit]") {
  World world;
  world.shocks.on = false;
  world.shocks.setback_rate = 0.2f;
  world.money.saving_on = false;  // so that nothing else touches savings
  world.partners.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const shock = testing::bits_of(caseload.households.shock);
  auto const savings = testing::bits_of(caseload.households.savings);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.shock) == shock);
  CHECK(testing::bits_of(caseload.households.savings) == savings);
  world.shocks.on = true;
  auto with = testing::busy_caseload(world);
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.savings) != savings);
}
