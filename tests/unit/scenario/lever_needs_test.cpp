#include "scenario/lever_needs.h"

#include "experiment/experiment.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "parameters/lookup.h"
#include "population/areas.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <map>

using namespace graduasi;
using namespace graduasi::testing;

namespace {

Areas three_areas() {
  Areas all = read_areas(source_folder() / "scenarios" / "data" / "provinces.csv");
  all.rows.resize(3);
  return all;
}

/// Everything that a lever may need is there.
Levers busy_levers() {
  Levers levers;
  levers.visits.targeting = VisitTargeting::neediest;
  levers.registry.strike_share = 0.1f;
  levers.caseload.more_facilitators = 300;
  levers.partners.capacity = 0.3f;
  levers.partners.capital_share = 0.5f;
  levers.time_limit.years = 6;
  levers.target.families = 3000;
  levers.target.enforced = 1;
  levers.assessment.calendar = AssessmentCalendar::once_a_year;
  return levers;
}

/// Values that no lever above has.
std::map<std::string, double> const moved = {{"policy.caseload.vacancy_cover", 1},
                                             {"policy.caseload.more_facilitators", 500},
                                             {"policy.caseload.more_go", 1},
                                             {"policy.registry.keep_deciles", 2},
                                             {"policy.sessions.hours", 3},
                                             {"policy.sessions.evening_share", 1},
                                             {"policy.visits.focus", 0.1},
                                             {"policy.mentoring.strengths_share", 1},
                                             {"policy.mentoring.finance_share", 0.7},
                                             {"policy.mentoring.enterprise_share", 0.7},
                                             {"policy.mentoring.parenting_share", 0.7},
                                             {"policy.mentoring.health_share", 0.7},
                                             {"policy.mentoring.digital_share", 0.5},
                                             {"policy.mentoring.split_roles", 1},
                                             {"policy.training.courses_per_year", 6},
                                             {"policy.training.refreshers_per_year", 6},
                                             {"policy.registry.strike_share", 0.3},
                                             {"policy.registry.strike_month", 9},
                                             {"policy.partners.capacity", 200},
                                             {"policy.partners.job_share", 0.1},
                                             {"policy.partners.capital_share", 0.1},
                                             {"policy.partners.grant", 10},
                                             {"policy.partners.supervision", 1},
                                             {"policy.partners.joint_plans", 1},
                                             {"policy.partners.return_on_failure", 1},
                                             {"policy.card_custody.own_card", 1},
                                             {"policy.card_custody.audits_per_year", 6},
                                             {"policy.card_custody.printed_entitlement", 1},
                                             {"policy.labelling.share", 0.5},
                                             {"policy.assessment.gap", 6},
                                             {"policy.assessment.coverage", 0.3},
                                             {"policy.assessment.line_margin", 0.1},
                                             {"policy.assessment.approval", 0.2},
                                             {"policy.assessment.calendar", 0},
                                             {"policy.assessment.calendar_month", 3},
                                             {"policy.criteria.line", 2},
                                             {"policy.criteria.multiple", 1},
                                             {"policy.criteria.decile", 2},
                                             {"policy.criteria.months", 12},
                                             {"policy.approval.months", 12},
                                             {"policy.approval.capacity", 100},
                                             {"policy.duties.hours_per_month", 60},
                                             {"policy.time_limit.then", 1},
                                             {"policy.target.per_facilitator", 60},
                                             {"policy.target.reached_so_far", 2500},
                                             {"policy.graduation.assessed_out_share", 1},
                                             {"policy.graduation.exit_bonus", 5},
                                             {"policy.graduation.guaranteed_return", 1},
                                             {"policy.time_limit.years", 3},
                                             {"policy.time_limit.exempt_elderly_disabled", 0},
                                             {"policy.target.families", 9000},
                                             {"policy.target.counts", 3},
                                             {"policy.target.enforced", 3},
                                             {"policy.target.aim", 2},
                                             {"policy.staff.supervision", 10},
                                             {"policy.staff.selection", 1},
                                             {"policy.staff.incentive", 3e6},
                                             {"policy.programme.quota", 350000}};

template <class Root>
bool set_in(Root& root, std::string_view path, double value) {
  auto const* const row = find_row<Root>(path);
  if (row != nullptr) row->set(root, value);
  return row != nullptr;
}

/// A busy baseline, and a policy that moves one lever.
Scenario moving(std::string const& lever) {
  Scenario scenario;
  scenario.run.counts = {.months = 36, .parameter_draws = 1, .replicates = 1, .seed = 5};
  scenario.population.size.households = 3000;
  scenario.population.size.programme_households = 300000;
  scenario.population.size.least_families_per_district = 1000;
  scenario.population.intake.reserve_share = 0.5f;
  scenario.world->readiness.months = 1;
  scenario.world->enterprise.failing = 0.2f;
  scenario.world->member_clocks.parenting_effect = scenario.world->shocks.health_effect = 1;
  scenario.world->turnover.leaving = 0.5f;
  scenario.policies = {policy_with_caseload("today", 300), policy_with_caseload("moved", 300)};
  auto levers = busy_levers();
  // One line alone is asked for.
  if (lever == "policy.criteria.multiple") levers.criteria.line = CriteriaLine::multiple;
  if (lever == "policy.criteria.decile") levers.criteria.line = CriteriaLine::decile;
  scenario.policies[0].steps[0].levers = levers;
  auto& step = scenario.policies[1].steps[0];
  step.levers = levers;
  set_in(step.levers, lever, moved.at(lever));
  step.sets = {lever};
  return scenario;
}

void take_away(Scenario& scenario, std::string_view need) {
  if (set_in(*scenario.world, need, 0) || set_in(scenario.population, need, 0)) return;
  for (auto& policy : scenario.policies) REQUIRE(set_in(policy.steps[0].levers, need, 0));
}

bool is_money(Measure const& measure) {
  return measure.unit.find("rupiah") != std::string_view::npos;
}

/// Measures in which the two policies differ in any month.
std::vector<std::string_view> differing(Scenario const& scenario) {
  auto const results = run_experiment(scenario, three_areas(), {.jobs = 1});
  auto const& a = results.series[results.slot({.policy = 0}, 0)].values;
  auto const& b = results.series[results.slot({.policy = 1}, 0)].values;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < measures().size(); ++i) {
    auto const column = static_cast<Eigen::Index>(i);
    auto const undefined = a.col(column).isNaN() && b.col(column).isNaN();
    if (!(a.col(column) == b.col(column) || undefined).all()) names.push_back(measures()[i].name);
  }
  return names;
}

}  // namespace

TEST_CASE("lever needs: a lever whose need is not met changes no figure", "[unit]") {
  for (auto const& need : lever_needs()) {
    INFO(need.lever << " needs " << need.needs);
    auto scenario = moving(std::string(need.lever));
    take_away(scenario, need.needs);
    for (auto const name : differing(scenario)) {
      INFO(name);
      CHECK((need.only_costs && is_money(measures()[*find_measure(name)])));
    }
    ParameterSet const setting{scenario.world, scenario.population, scenario.policies, {Area{}}};
    auto const& levers = scenario.policies[1].steps[0].levers;
    auto const unmet = unmet_need(need.lever, setting, levers);
    REQUIRE(unmet);
    CHECK(unmet->is.starts_with(std::string(need.needs) + " is "));
    auto const& row = *find_row<Levers>(need.lever);
    bool const stays = need.only_costs;
    CHECK((row.get(ActingLevers(setting).of(levers)) == row.get(Levers{})) == !stays);
  }
}

TEST_CASE("lever needs: a lever whose needs are met changes some", "[unit]") {
  for (auto const& [lever, value] : moved) {
    // Families that leave with a grant and whose business fails are too rare at this size.
    if (lever == "policy.partners.return_on_failure") continue;
    INFO(lever << " = " << value);
    auto const scenario = moving(lever);
    CHECK_FALSE(differing(scenario).empty());
    ParameterSet const setting{scenario.world, scenario.population, scenario.policies, {Area{}}};
    CHECK_FALSE(unmet_need(lever, setting, scenario.policies[1].steps[0].levers));
  }
}

TEST_CASE("lever needs: a target of a facilitator is a target as well", "[unit]") {
  ParameterSet setting{{}, {}, {policy_with_caseload("today", 300)}, {Area{}}};
  Levers levers;
  levers.target.aim = 2;
  CHECK(unmet_need("policy.target.aim", setting, levers));
  CHECK(ActingLevers(setting).of(levers).target.aim == 1);
  levers.target.per_facilitator = 10;
  CHECK_FALSE(unmet_need("policy.target.aim", setting, levers));
  CHECK(ActingLevers(setting).of(levers).target.aim == 2);
}

TEST_CASE("lever needs: an event that reaches nobody or brings nothing says why", "[unit]") {
  World world;
  CHECK_FALSE(why_idle({.kind = EventKind::grant, .size = 2}, world));
  CHECK(why_idle({.kind = EventKind::grant, .size = 2, .share = 0}, world) == "share is 0");
  CHECK(why_idle({.kind = EventKind::grant}, world) == "line_months is 0");
  CHECK_FALSE(why_idle({.kind = EventKind::own_card}, world));
  world.enterprise.on = false;
  CHECK(why_idle({.kind = EventKind::grant, .size = 2}, world) == "world.enterprise.on is false");
  CHECK_FALSE(why_idle({.kind = EventKind::cash, .size = 2}, world));
}
