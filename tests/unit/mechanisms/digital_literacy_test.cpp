#include "mechanisms/digital_literacy.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

/// One family after a month.
struct Family {
  float digital, start, good, attended;
  float waits = 0, upkeep = 0;
};

float after_month(Family const& family, float digital_share, float quality,
                  DigitalLiteracyParameters const& p) {
  Values digital = {family.digital};
  Values const start = {family.start}, good = {family.good}, attended = {family.attended},
               waits = {family.waits};
  learn_digital(digital,
                {.start = start,
                 .good = good,
                 .attended = attended,
                 .waits = waits,
                 .digital_share = digital_share,
                 .quality = quality,
                 .upkeep = family.upkeep},
                p);
  return digital[0];
}

}  // namespace

TEST_CASE("digital literacy: contact and sessions teach part of what is missing, and it fades",
          "[unit]") {
  DigitalLiteracyParameters const p{
      .learning_rate = 0.1f, .session_rate = 0.2f, .fading_rate = 0.05f};
  auto const after = [&](Family const& family) { return after_month(family, 0.5f, 0.8f, p); };
  // A session closes 0.2 x 0.5 x 0.8 = 0.08 of what is missing.
  CHECK(after({.digital = 0.5f, .start = 0.3f, .good = 0.4f, .attended = 1}) ==
        Approx(0.55f));  // + (0.04 + 0.08) x 0.5 - 0.05 x 0.2
  CHECK(after({.digital = 0.5f, .start = 0.3f, .good = 0, .attended = 2}) ==
        Approx(0.57f));  // + 0.16 x 0.5 - 0.01
  CHECK(after({.digital = 0.5f, .start = 0.3f, .good = 0, .attended = 0}) == Approx(0.49f));
  CHECK(after({.digital = 0.5f, .start = 0.5f, .good = 0, .attended = 0}) == 0.5f);
  // What past mentoring keeps up, 0.02 of the missing half, is lost to whom it had reached.
  CHECK(after({.digital = 0.5f, .start = 0.5f, .good = 0, .attended = 0, .upkeep = 0.02f}) ==
        Approx(0.49f));
  CHECK(after({.digital = 0.5f,
               .start = 0.5f,
               .good = 0,
               .attended = 0,
               .waits = 1,
               .upkeep = 0.02f}) == 0.5f);
}

TEST_CASE("digital literacy: no month closes more than what is missing", "[unit]") {
  DigitalLiteracyParameters const p{.learning_rate = 1, .session_rate = 1, .fading_rate = 0};
  CHECK(after_month({.digital = 0.25f, .start = 0.25f, .good = 0.75f, .attended = 2}, 1, 1, p) ==
        1.0f);
}

TEST_CASE("digital literacy: it stays between the family's own start and one", "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 24);
    float const start = chance.uniform();
    Family const family{.digital = start + chance.uniform() * (1 - start),
                        .start = start,
                        .good = chance.uniform(),
                        .attended = static_cast<float>(chance.below(3))};
    float const after = after_month(family, chance.uniform(), chance.uniform(),
                                    {.learning_rate = chance.uniform(),
                                     .session_rate = chance.uniform(),
                                     .fading_rate = chance.uniform()});
    INFO("case " << i);
    CHECK(after >= start - 1e-7f);
    CHECK(after <= 1.0f + 1e-7f);
  }
}

TEST_CASE("digital literacy: sessions teach it only where the policy gives them to it",
          "[property]") {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    testing::Chance chance(i, 25);
    Family const family{.digital = chance.uniform(),
                        .start = chance.uniform(),
                        .good = chance.uniform(),
                        .attended = static_cast<float>(1 + chance.below(2))};
    Family absent = family;
    absent.attended = 0;
    float const quality = chance.uniform();
    INFO("case " << i);
    CHECK(after_month(family, 0, quality, {}) == after_month(absent, 0, quality, {}));
    CHECK(after_month(family, 0.5f, quality, {}) >= after_month(absent, 0.5f, quality, {}));
  }
}

TEST_CASE("digital literacy: switched off, or where nothing teaches or fades, it stands still",
          "[unit]") {
  auto const digital = [](Households const& h) {
    std::vector<std::uint32_t> values;
    for (auto const word : h.abilities) values.push_back(abilities::digital.get(word));
    return values;
  };
  World world;
  world.digital_literacy.on = false;
  auto off = testing::busy_caseload(world);
  auto const before = digital(off.households);
  auto const tally = testing::live_on(off, 24);
  CHECK(digital(off.households) == before);
  world.digital_literacy.on = true;
  auto with = testing::busy_caseload(world);
  testing::live_on(with, 24);
  CHECK(digital(with.households) != before);
  world.digital_literacy.learning_rate = 0;
  world.digital_literacy.session_rate = 0;
  world.digital_literacy.fading_rate = 0;
  auto still = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == tally);
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
