#include "model/isa.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("isa: names and levels belong together", "[unit]") {
  CHECK(isa_named("v2") == Isa::v2);
  CHECK(isa_named("v3") == Isa::v3);
  CHECK(isa_named("v4") == Isa::v4);
  CHECK_FALSE(isa_named("avx").has_value());
}

TEST_CASE("isa: a processor has the lowest level, its best, and all between", "[unit]") {
  CHECK(has(Isa::v2));
  CHECK(has(best_isa()));
  if (has(Isa::v4)) CHECK(has(Isa::v3));
}
