#include "command/run_facts.h"

#include "support/policies.h"

#include <catch2/catch.hpp>

using namespace graduasi;

TEST_CASE("run facts: a run is told from another by what moves a figure", "[unit]") {
  Scenario scenario;
  scenario.policies = {testing::policy_with_caseload("today", 300)};
  auto const values = identity_of(scenario).values;
  REQUIRE(values.size() > 100);

  auto same = scenario;
  same.question = "Another question about the same run?";
  same.run.counts.replicates += 5;
  same.output.measures = {"active"};
  same.trial = TrialDesign{};
  same.findings = {Finding{}};
  same.attribution = AttributionPlan{};
  CHECK(identity_of(same).values == values);

  auto seed = scenario;
  seed.run.counts.seed += 1;
  CHECK(identity_of(seed).values != values);
  auto caseload = scenario;
  caseload.policies = {testing::policy_with_caseload("today", 301)};
  CHECK(identity_of(caseload).values != values);
  auto groups = scenario;
  groups.output.splits = {Split::sex_of_head};
  CHECK(identity_of(groups).values != values);
}
