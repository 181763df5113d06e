#include "outcome/subgroup_name.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("subgroup name: it is split at its first colon, and the whole is a group of itself",
          "[unit][outcome]") {
  auto const aceh = subgroup_name("area:Aceh");
  CHECK(aceh.split == "area");
  CHECK(aceh.group == "Aceh");
  auto const odd = subgroup_name("area:Aceh: the north");
  CHECK(odd.split == "area");
  CHECK(odd.group == "Aceh: the north");
  auto const all = subgroup_name("all");
  CHECK(all.split == "all");
  CHECK(all.group == "all");
}
