#include "base/running_mean.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

float in_lines(std::int32_t steps) {
  return static_cast<float>(steps - middle_of_seen) / steps_of_seen;
}

}  // namespace

TEST_CASE("running mean: it is as old as the mean over so many months", "[unit]") {
  CHECK(part_of_newest(1) == 1);
  CHECK(part_of_newest(4) == Approx(0.4));
  for (int months : {1, 4, 12, 24}) {
    double const newest = static_cast<double>(part_of_newest(months));
    double part = newest, age = 0;
    for (int ago = 1; ago < 2000; ++ago) {
      part *= 1 - newest;
      age += part * ago;
    }
    CHECK(age == Approx(0.5 * (months - 1)).margin(1e-5));
  }
}

TEST_CASE("running mean: it begins with the month, and of one month it is the month", "[unit]") {
  CHECK(seen_after(0, 0.7f, 0.4f) == 0.7f);
  for (std::int32_t before : {1, 900, 1024, 2047}) CHECK(seen_after(before, 0.7f, 1) == 0.7f);
  // From 0 lines towards 0.5, four months: 0.2 after one of them.
  CHECK(seen_after(middle_of_seen, 0.5f, part_of_newest(4)) == Approx(0.2));
}

TEST_CASE("running mean: what is kept is never none, and lies within its range", "[unit]") {
  for (float draw : {0.0f, 0.3f, 0.999f}) {
    CHECK(in_steps_of_seen(-9, draw) == 1);
    CHECK(in_steps_of_seen(9, draw) == 2047);
    CHECK(std::abs(in_lines(in_steps_of_seen(0.4567f, draw)) - 0.4567f) <= 1 / steps_of_seen);
  }
}

TEST_CASE("running mean: moves much smaller than a step add up", "[property]") {
  // A month moves by 0.0008 at most, a quarter of a step: rounded to the nearest it would stay.
  testing::Chance chance(1, 4711);
  int const families = 4000, months = 24;
  float const newest = part_of_newest(24), target = 0.01f;
  double sum = 0;
  for (int family = 0; family < families; ++family) {
    std::int32_t kept = middle_of_seen;
    for (int month = 0; month < months; ++month)
      kept = in_steps_of_seen(seen_after(kept, target, newest), chance.uniform());
    sum += static_cast<double>(in_lines(kept));
  }
  double const expected = 0.01 * (1 - std::pow(23.0 / 25, 24));
  CHECK(sum / families == Approx(expected).margin(4 * 0.5 / 320 * 3 / std::sqrt(4000.0)));
}
