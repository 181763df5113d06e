#include "mechanisms/readiness.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

TEST_CASE("readiness: months above one and a half lines count while they run", "[unit]") {
  // log 1.5 = 0.4055
  std::vector<std::int32_t> ready_for = {0, 11, 30, 119, 120};
  std::vector<float> const permanent = {0.41f, 0.41f, 0.40f, 1, 1};
  count_ready_months(ready_for, permanent, {.multiple = 1.5f});
  CHECK(ready_for == std::vector<std::int32_t>{1, 12, 0, 120, 120});
}

TEST_CASE("readiness: a multiple of 1 asks for no more than the poverty line", "[unit]") {
  std::vector<std::int32_t> ready_for = {3, 3, 3};
  std::vector<float> const permanent = {0.001f, 0.0f, -0.001f};
  count_ready_months(ready_for, permanent, {.multiple = 1});
  CHECK(ready_for == std::vector<std::int32_t>{4, 0, 0});
}
