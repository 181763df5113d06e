#include "mechanisms/supervision.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using Catch::Detail::Approx;

TEST_CASE("supervision: the first hours do most, and no hours do nothing", "[unit]") {
  SupervisionParameters const p{.half_hours = 2, .upholds = 0.6f, .relief = 0.1f};
  auto const none = supervised_by({}, p);
  CHECK(none.upheld == 0.0f);
  CHECK(none.relief == 0.0f);
  auto const half = supervised_by({.supervision = 2}, p);
  CHECK(half.upheld == Approx(0.3f));
  CHECK(half.relief == Approx(0.05f));
  CHECK(supervised_by({.supervision = 4}, p).upheld == Approx(0.4f));
  // Never more than the limit, however many hours.
  CHECK(supervised_by({.supervision = 1e6f}, p).upheld == Approx(0.6f));
  CHECK(supervised_by({.supervision = 1e6f}, p).relief == Approx(0.1f));
}
