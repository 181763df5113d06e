#include "mechanisms/readiness.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

TEST_CASE("readiness: months above one and a half lines count while they run", "[unit]") {
  std::vector<std::int32_t> ready_for = {0, 11, 30, 119, 120};
  std::vector<float> const lasting = {1.51f, 1.51f, 1.49f, 3, 3};
  count_ready_months(ready_for, lasting, {.multiple = 1.5f});
  CHECK(ready_for == std::vector<std::int32_t>{1, 12, 0, 120, 120});
}

TEST_CASE("readiness: a multiple of 1 asks for no more than the poverty line", "[unit]") {
  std::vector<std::int32_t> ready_for = {3, 3, 3};
  std::vector<float> const lasting = {1.001f, 1.0f, 0.999f};
  count_ready_months(ready_for, lasting, {.multiple = 1});
  CHECK(ready_for == std::vector<std::int32_t>{4, 0, 0});
}
