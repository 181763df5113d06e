#include "model/parameters.h"
#include "parameters/lookup.h"
#include "policy/levers.h"

#include <catch2/catch.hpp>

#include <array>
#include <limits>

using namespace graduasi;

namespace {

struct Small {
  float rate = 0.5f;
  int months = 3;
  bool on = true;
};

using Rows = std::array<Parameter<Small>, 3>;

constexpr Rows good{{{"rate", &Small::rate, "per month", {0, 1}, "a rate", "assumption"},
                     {"months", &Small::months, "months", {1, 9}, "a time", "assumption"},
                     {"on", &Small::on, "", {0, 1}, "a switch", "choice of the user"}}};

constexpr Rows out_of_range{{{"rate", &Small::rate, "per month", {0.6, 1}, "a rate", "assumption"},
                             {"months", &Small::months, "months", {1, 9}, "a time", "assumption"},
                             {"on", &Small::on, "", {0, 1}, "a switch", "choice of the user"}}};

constexpr Rows without_source{{{"rate", &Small::rate, "per month", {0, 1}, "a rate", ""},
                               {"months", &Small::months, "months", {1, 9}, "a time", "assumption"},
                               {"on", &Small::on, "", {0, 1}, "a switch", "choice of the user"}}};

constexpr std::array<Parameter<Small>, 2> one_missing{
    {{"rate", &Small::rate, "per month", {0, 1}, "a rate", "assumption"},
     {"months", &Small::months, "months", {1, 9}, "a time", "assumption"}}};

}  // namespace

TEST_CASE("parameters: a table must name every field, with a source and a default in range",
          "[unit]") {
  STATIC_REQUIRE(field_count<Small>() == 3);
  STATIC_REQUIRE(describes(good));
  STATIC_REQUIRE_FALSE(describes(out_of_range));
  STATIC_REQUIRE_FALSE(describes(without_source));
  STATIC_REQUIRE_FALSE(describes(one_missing));
}

TEST_CASE("parameters: both ends of a range are allowed, and nothing that is not a number",
          "[unit]") {
  Range const range{0, 1};
  CHECK(range.holds(0));
  CHECK(range.holds(1));
  CHECK_FALSE(range.holds(-1e-9));
  CHECK_FALSE(range.holds(1.000001));
  CHECK_FALSE(range.holds(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("parameters: a row is found by its path, read and written", "[unit]") {
  auto const* row = find_row<World>("world.skills.learning_rate");
  REQUIRE(row != nullptr);
  CHECK(row->kind == Kind::number);
  CHECK(row->unit == "per month at full dose");
  World world;
  CHECK(text_of(*row, row->get(world)) == "0.06");
  row->set(world, 0.1);
  CHECK(world.skills.learning_rate == 0.1f);
  CHECK(text_of(*row, row->get(world)) == "0.1");

  auto const* whole = find_row<World>("world.assessment.split_delay");
  REQUIRE(whole != nullptr);
  CHECK(whole->kind == Kind::whole_number);
  whole->set(world, 36);
  CHECK(world.assessment.split_delay == 36);
  CHECK(text_of(*whole, 36) == "36");

  auto const* yes_no = find_row<World>("world.skills.on");
  REQUIRE(yes_no != nullptr);
  CHECK(yes_no->kind == Kind::yes_no);
  yes_no->set(world, 0);
  CHECK_FALSE(world.skills.on);
  CHECK(text_of(*yes_no, 0) == "false");

  CHECK(find_row<World>("world.skills") == nullptr);
  CHECK(find_row<World>("skills.learning_rate") == nullptr);
  CHECK(find_row<Levers>("policy.caseload.households_per_facilitator") != nullptr);
}

TEST_CASE("parameters: writing any row changes that value and no other", "[property]") {
  auto const& rows = rows_of<World>();
  for (auto const& row : rows) {
    World world;
    double const other = row.get(world) == row.range.min ? row.range.max : row.range.min;
    row.set(world, other);
    INFO(row.path);
    for (auto const& each : rows) {
      if (each.path == row.path)
        CHECK(static_cast<float>(each.get(world)) == static_cast<float>(other));
      else if (each.get(world) != each.get(World{}))
        FAIL("moved " << each.path);
    }
  }
}
