#include "scenario/one_number.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

std::optional<OneNumber> of(std::string const& policies) {
  auto const scenario = scenario_of("policies: [{name: today}, " + policies + "]\n");
  return one_number(setting_of(scenario, variants_of(scenario).front(), 0), scenario.run);
}

}  // namespace

TEST_CASE("one number: policies that differ in a lever alone have its values", "[unit][scenario]") {
  auto const found =
      of("{name: b, caseload: {households_per_facilitator: 500}},"
         "{name: c, from: 2027-01, caseload: {households_per_facilitator: 100}}");
  REQUIRE(found);
  CHECK(found->lever->path == "policy.caseload.households_per_facilitator");
  CHECK(found->values == std::vector<double>{300, 500, 100});
}

TEST_CASE("one number: there is none where anything else differs", "[unit][scenario]") {
  CHECK_FALSE(of("{name: b}"));
  CHECK_FALSE(of("{name: b, sessions: {hours: 3}, caseload: {households_per_facilitator: 500}}"));
  CHECK_FALSE(of("{name: b, sessions: {hours: 3}}, {name: c, sessions: {hours: 3}}"));
  CHECK_FALSE(of("{name: b, caseload: {allotment: by_need}}"));
  CHECK_FALSE(
      of("{name: b, sessions: {hours: 3}, events: [{month: 2027-01, grant: {line_months: 1}}]}"));
}
