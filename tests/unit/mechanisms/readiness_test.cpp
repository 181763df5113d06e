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

TEST_CASE("readiness: a family becomes able once, in the programme, unless it was so before",
          "[unit]") {
  // clang-format off
  //                               first month  second month  too early  able at the start  done before  outside
  std::vector<std::int32_t> const ready_for = {12, 13,         11,        12,                12,          12};
  std::vector<float> const able_before =      {0,  0,          0,         1,                 0,           0};
  std::vector<float> const active =           {1,  1,          1,         1,                 1,           0};
  std::vector<float> became_able =            {0,  1,          0,         0,                 1,           0};
  // clang-format on
  std::vector<float> becomes(6);
  become_able(became_able, becomes, able_before, active, ready_for, {.months = 12});
  CHECK(becomes == std::vector<float>{1, 0, 0, 0, 0, 0});
  CHECK(became_able == std::vector<float>{1, 1, 0, 0, 1, 0});
  // Able when it comes in, though it became so outside.
  become_able(became_able, becomes, able_before, std::vector<float>(6, 1), ready_for,
              {.months = 12});
  CHECK(becomes == std::vector<float>{0, 0, 0, 0, 0, 1});
}

TEST_CASE("readiness: a multiple of 1 asks for no more than the poverty line", "[unit]") {
  std::vector<std::int32_t> ready_for = {3, 3, 3};
  std::vector<float> const lasting = {1.001f, 1.0f, 0.999f};
  count_ready_months(ready_for, lasting, {.multiple = 1});
  CHECK(ready_for == std::vector<std::int32_t>{4, 0, 0});
}
