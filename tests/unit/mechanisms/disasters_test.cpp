#include "mechanisms/disasters.h"

#include "mechanisms/shocks.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

testing::SmallNation lived(World const& world) {
  auto nation = testing::small_nation({200, 200}, world);
  testing::run(nation);
  return nation;
}

std::vector<std::uint32_t> assets_of(Households const& h) {
  std::vector<std::uint32_t> values;
  for (auto const word : h.livelihood) values.push_back(livelihood::assets.get(word));
  return values;
}

}  // namespace

TEST_CASE("disasters: a month has a twelfth of the yearly rate", "[unit]") {
  DisastersParameters p{.rate = 0.6f};
  CHECK(disaster_strikes(0.049f, p));
  CHECK(!disaster_strikes(0.051f, p));
  p.rate = 12;
  CHECK(disaster_strikes(0.999f, p));
  p.rate = 0;
  CHECK(!disaster_strikes(0, p));
  CHECK(!disaster_strikes(0, {.on = false, .rate = 12}));
}

TEST_CASE("disasters: who is struck loses part of savings, assets and luck", "[unit]") {
  DisastersParameters const p{.reach = 0.25f, .loss = 0.5f, .earnings_drop = 0.2f};
  // clang-format off
  //                    struck  spared  had a setback
  Values hit =         {0,      0,      1};
  Values shock =       {0.1f,   0.1f,   -0.3f};
  Values savings =     {0.8f,   0.8f,   0.4f};
  Values assets =      {2,      2,      1};
  Values const draw =  {0.75f,  0.74f,  0.001f};
  // clang-format on
  strike_district(hit, shock, savings, assets, draw, p);
  CHECK(hit == Values{1, 0, 1});
  CHECK(shock[0] == Approx(-0.1f));
  CHECK(savings[0] == 0.4f);
  CHECK(assets == Values{1, 2, 1});
  CHECK(shock[1] == 0.1f);
  CHECK(shock[2] == -0.3f);
  CHECK(savings[1] == 0.8f);
  CHECK(savings[2] == 0.4f);
}

TEST_CASE("disasters: they reach their share of families, those with the highest draws", "[unit]") {
  Values hit(1000), shock(1000), savings(1000), assets(1000), draw;
  for (int i = 0; i < 1000; ++i) draw.push_back((static_cast<float>(i) + 0.5f) / 1000);
  strike_district(hit, shock, savings, assets, draw, {.reach = 0.1f});
  for (std::size_t i = 0; i < 1000; ++i) {
    INFO("draw " << draw[i]);
    CHECK(hit[i] == (i < 900 ? 0.0f : 1.0f));
  }
}

TEST_CASE("disasters: nobody has a setback and a disaster in one month", "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 33);
    DisastersParameters const p{.reach = chance.between(0, 0.8f),
                                .loss = chance.uniform(),
                                .earnings_drop = chance.between(0, 2)};
    ShocksParameters const shocks{.setback_rate = chance.between(0, 0.2f),
                                  .setback_loss = chance.uniform()};
    Values const draw = {chance.uniform()};
    Values hit(1), shock = {chance.normal()}, savings = {chance.between(0, 3)},
                   assets = {chance.between(0, 20)};
    strike(hit, savings, assets, {.draw = draw, .good = Values(1)}, shocks);
    float const setback = hit[0], luck = shock[0], saved = savings[0], had = assets[0];
    strike_district(hit, shock, savings, assets, draw, p);
    INFO("case " << i << ", draw " << draw[0]);
    if (draw[0] < 1.0f - p.reach) {
      CHECK(hit[0] == setback);
      CHECK(shock[0] == luck);
      CHECK(savings[0] == saved);
      CHECK(assets[0] == had);
    } else {
      CHECK(setback == 0.0f);
      CHECK(hit[0] == 1.0f);
      CHECK(shock[0] == Approx(luck - p.earnings_drop).margin(1e-6));
      CHECK(savings[0] == Approx(saved * (1 - p.loss)).margin(1e-6));
      CHECK(assets[0] == Approx(had * (1 - p.loss)).margin(1e-5));
    }
  }
}

TEST_CASE("disasters: switched off, without a rate or reaching nobody, they change nothing",
          "[unit]") {
  World world;
  world.disasters.rate = 12;  // every month
  auto const struck = testing::bits_of(lived(world));
  world.disasters.on = false;
  auto const off = testing::bits_of(lived(world));
  CHECK(struck != off);
  world.disasters.on = true;
  world.disasters.reach = 0;
  CHECK(testing::bits_of(lived(world)) == off);
  world.disasters.reach = 0.1f;
  world.disasters.rate = 0;
  CHECK(testing::bits_of(lived(world)) == off);
}

TEST_CASE("disasters: switched off, what only they move stays as it is", "[unit]") {
  World world;
  world.disasters.rate = 12;
  world.shocks.on = false;
  world.money.saving_on = false;
  world.enterprise.on = false;  // of a grant, part is sold
  auto const before = testing::small_nation({200, 200}).households;
  auto const struck = lived(world).households;
  // Where luck stands still it would never recover, so a disaster leaves it alone.
  CHECK(testing::bits_of(struck.shock) == testing::bits_of(before.shock));
  CHECK(testing::bits_of(struck.savings) != testing::bits_of(before.savings));
  CHECK(assets_of(struck) != assets_of(before));
  world.disasters.on = false;
  auto const off = lived(world).households;
  CHECK(testing::bits_of(off.shock) == testing::bits_of(before.shock));
  CHECK(testing::bits_of(off.savings) == testing::bits_of(before.savings));
  CHECK(assets_of(off) == assets_of(before));
}
