#include "experiment/family_trace.h"
#include "model/parameters.h"

#include "base/errors.h"
#include "outcome/measures.h"
#include "population/areas.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

constexpr int families = 60, months = 60;

Areas one_area() {
  auto areas = read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  areas.rows = {areas.rows[11]};
  return areas;
}

/// One district, two policies; each family stands for itself.
Scenario small_scenario() {
  Scenario scenario;
  scenario.run.counts = {.months = months, .parameter_draws = 1, .replicates = 1, .seed = 9};
  scenario.population.size.households = families;
  scenario.population.size.programme_households = 60000;
  scenario.population.intake.reserve_share = 0.5f;
  scenario.world->assessment.reluctance = 0.2f;
  scenario.world->registry.mismatch_a_year = 0.05f;
  Levers usual;
  usual.assessment.gap = 6;
  Levers few = usual;
  few.caseload.households_per_facilitator = 60;
  few.programme.quota = 60000;
  auto const policy = [&](char const* name, Levers const& levers) {
    return Policy{
        .name = name,
        .steps = {{.from = scenario.run.start, .phase_in_months = 0, .levers = levers, .sets = {}}},
        .set_here = {}};
  };
  scenario.policies = {policy("today", usual), policy("few and full", few)};
  scenario.policies.back().steps.front().sets = {"policy.caseload.households_per_facilitator",
                                                 "policy.programme.quota"};
  return scenario;
}

/// What the traces of all families add up to in one month.
struct Sums {
  double active = 0, self_reliant = 0, natural = 0, removal = 0, premature = 0, fell_back = 0;
  double assessed = 0, visits = 0, returned = 0, able = 0, became_able = 0, left_poor = 0;
};

using SumsByMonth = std::vector<Sums>;

void add(SumsByMonth& sums, std::vector<TraceRow> const& rows, int months_to_be_ready) {
  bool fell_back = false, became_able = false;
  for (std::size_t m = 0; m < rows.size(); ++m) {
    auto const& row = rows[m];
    auto& sum = sums[m];
    bool const self = row.leaves_as >= 1 && row.leaves_as <= self_reliant_ends;
    sum.active += row.status == 0 ? 1 : 0;
    sum.able += row.status == 0 && row.ready_for >= months_to_be_ready ? 1 : 0;
    sum.self_reliant += self ? 1 : 0;
    sum.natural += row.leaves_as == natural_ends ? 1 : 0;
    sum.removal += row.leaves_as == static_cast<std::int32_t>(Status::removal) ||
                           row.leaves_as == static_cast<std::int32_t>(Status::appeal)
                       ? 1
                       : 0;
    sum.premature += self && row.ready_for < months_to_be_ready ? 1 : 0;
    sum.fell_back += row.fell_back && !fell_back ? 1 : 0;
    sum.became_able += row.became_able && !became_able ? 1 : 0;
    sum.left_poor += row.left_poor ? 1 : 0;
    sum.assessed += static_cast<double>(row.assessed);
    sum.visits += static_cast<double>(row.visits);
    sum.returned += row.enters ? 1 : 0;
    fell_back = row.fell_back && !row.enters;
    became_able = row.became_able;
  }
}

double at(RunResults const& results, std::size_t policy, int month, std::string_view measure) {
  auto const& values = results.series[results.slot({.policy = policy}, 0)].values;
  auto const column = find_measure(measure);
  REQUIRE(column.has_value());
  return values(month, static_cast<Eigen::Index>(*column)) * families / 60000;
}

}  // namespace

TEST_CASE("trace: the families of a district add up to its tallies", "[property]") {
  auto const scenario = small_scenario();
  auto const areas = one_area();
  auto const results = run_experiment(scenario, areas, {.jobs = 1});
  std::vector<SumsByMonth> sums(2, SumsByMonth(months));
  auto const id = [&](std::uint32_t number) {
    return TraceWish{.kind = TraceWish::Kind::number, .id = number};
  };
  std::uint32_t const everybody = families + families / 2;
  for (std::uint32_t number = 0; number < everybody; ++number) {
    auto const trace = trace_family(scenario, areas, id(number), best_isa());
    for (std::size_t policy = 0; policy < 2; ++policy)
      add(sums[policy], trace.rows[policy], trace.months_to_be_ready);
  }
  double exits = 0, poor = 0;
  for (std::size_t policy = 0; policy < 2; ++policy) {
    double removed = 0, became_able = 0, left_poor = 0;
    for (int month = 1; month <= months; ++month) {
      INFO("policy " << policy << ", month " << month);
      auto const& sum = sums[policy][static_cast<std::size_t>(month - 1)];
      auto const counted = [&](std::string_view measure) {
        return Approx(at(results, policy, month, measure)).margin(1e-6);
      };
      CHECK(sum.active == counted("active"));
      CHECK(sum.able == counted("able"));
      CHECK(sum.self_reliant == counted("self_reliant_this_month"));
      CHECK(sum.natural == counted("natural_exit_this_month"));
      CHECK(sum.removal == counted("removal_this_month"));
      removed += sum.removal;
      CHECK(removed == counted("cumulative_removal"));
      CHECK(sum.assessed == counted("assessed_this_month"));
      CHECK(sum.fell_back == counted("fell_back_this_month"));
      became_able += sum.became_able;
      CHECK(became_able == counted("became_able"));
      left_poor += sum.left_poor;
      CHECK(left_poor == counted("left_poor"));
      exits += sum.self_reliant + sum.natural + sum.removal;
      poor += sum.left_poor;
    }
  }
  CHECK(exits > 20);
  CHECK(poor > 0);
}

TEST_CASE("trace: families that join the list add up to its tallies too", "[property]") {
  auto scenario = small_scenario();
  scenario.population.intake.new_families = 1;
  auto const areas = one_area();
  auto const results = run_experiment(scenario, areas, {.jobs = 1});
  SumsByMonth sums(months);
  int joined = 0, admitted = 0;
  for (std::uint32_t number = 0;; ++number) {
    FamilyTrace trace;
    try {
      trace = trace_family(scenario, areas, {.kind = TraceWish::Kind::number, .id = number},
                           best_isa());
    } catch (ScenarioError const& error) {
      CHECK(error.problems[0].text.find("has 0 to " + std::to_string(number - 1)) !=
            std::string::npos);
      break;
    }
    auto rows = trace.rows[1];
    REQUIRE(rows.size() == static_cast<std::size_t>(months + 1 - trace.first_month));
    CHECK((trace.first_month - 1) % 3 == 0);
    if (trace.first_month > 1 || number >= families + families / 2) {
      ++joined;
      admitted += std::ranges::any_of(rows, [](TraceRow const& row) { return row.status == 0; });
    }
    TraceRow const nobody{.status = static_cast<std::int32_t>(Status::waiting)};
    rows.insert(rows.begin(), static_cast<std::size_t>(trace.first_month - 1), nobody);
    add(sums, rows, trace.months_to_be_ready);
  }
  for (int month = 1; month <= months; ++month) {
    INFO("month " << month);
    auto const& sum = sums[static_cast<std::size_t>(month - 1)];
    auto const counted = [&](std::string_view measure) {
      return Approx(at(results, 1, month, measure)).margin(1e-6);
    };
    CHECK(sum.active == counted("active"));
    CHECK(sum.self_reliant == counted("self_reliant_this_month"));
    CHECK(sum.natural == counted("natural_exit_this_month"));
    CHECK(sum.assessed == counted("assessed_this_month"));
  }
  CHECK(joined == Approx(at(results, 1, months, "cumulative_formed")).margin(1e-6));
  CHECK(admitted > 3);
}

TEST_CASE("trace: a family can be found by its fate", "[unit]") {
  auto scenario = small_scenario();
  scenario.population.size.programme_households = 3000000;  // not only the poorest
  auto const areas = one_area();
  auto const exit_of = [&](char const* word) {
    auto const trace = trace_family(scenario, areas, *trace_wish(word), best_isa());
    auto const& rows = trace.rows.front();
    return *std::ranges::find_if(rows, [](TraceRow const& row) { return row.leaves_as > 0; });
  };
  CHECK(exit_of("ready").ready_for >= 12);
  CHECK(exit_of("ready").leaves_as <= self_reliant_ends);
  CHECK(exit_of("premature").ready_for < 12);
  CHECK(exit_of("premature").leaves_as <= self_reliant_ends);
}

TEST_CASE("trace: what is no family is refused with the numbers there are", "[unit]") {
  CHECK_FALSE(trace_wish("soon").has_value());
  CHECK_FALSE(trace_wish("").has_value());
  CHECK_FALSE(trace_wish("-1").has_value());
  CHECK(trace_wish("42")->id == 42);
  auto const beyond = *trace_wish("90");
  try {
    trace_family(small_scenario(), one_area(), beyond, best_isa());
    FAIL("no such family");
  } catch (ScenarioError const& error) {
    auto const& problem = error.problems.front();
    CHECK(problem.place == "--trace");
    CHECK(problem.text.find("90 is not a family") != std::string::npos);
    CHECK(problem.text.find("0 to 89") != std::string::npos);
  }
}
