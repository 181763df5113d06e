#include "analysis/trial.h"

#include "model/family_outcomes.h"
#include "support/policies.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

std::size_t outcome(std::string_view name) { return *find_outcome(name); }

/// A trial on paper: each arm's spending at month 1, with unit and arm of every family.
Trial on_paper(std::vector<std::vector<float>> const& spending, std::vector<std::size_t> arm_of,
               std::vector<std::uint64_t> unit_of) {
  Trial trial;
  trial.arm_of = std::move(arm_of);
  trial.unit_of = std::move(unit_of);
  for (auto const& world : spending) {
    FamilyPanel panel;
    panel.months = {0, 1};
    panel.notes.resize(2);
    for (std::size_t i = 0; i < world.size(); ++i) {
      FamilyNote note;
      note.spending = world[i];
      note.real = true;
      for (auto& notes : panel.notes) notes.push_back(note);
      panel.ids.push_back(static_cast<std::uint32_t>(i));
      panel.districts.push_back(0);
    }
    trial.worlds.push_back(panel);
  }
  return trial;
}

Effect spending_effect(EffectUnit unit) {
  return {.mean = {.arm = 1, .outcome = outcome("spending"), .month = 1},
          .against = {.arm = 0, .outcome = outcome("spending"), .month = 1},
          .unit = unit};
}

Areas provinces() {
  return read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
}

/// Half of the groups get cash; the others do not.
Scenario cash_trial(int months) {
  Scenario scenario;
  scenario.run.counts = {.months = months, .parameter_draws = 1, .replicates = 1, .seed = 5};
  scenario.population.size.households = 3000;
  scenario.policies = {testing::policy_with_caseload("control", 300),
                       testing::policy_with_caseload("cash", 300)};
  scenario.policies[1].events = {{.kind = EventKind::cash, .month = 1, .size = 2}};
  scenario.trial = {.unit = ArmUnit::group, .share = 0.5};
  return scenario;
}

Trial carried_out(Scenario const& scenario, int month) {
  return carry_out(scenario, provinces(), {.name = "base", .values = {}}, 0, {month},
                   kernel_for(best_isa()));
}

}  // namespace

TEST_CASE("trial: the difference and its clustered error are those worked out by hand", "[unit]") {
  // Control: units {1, 3} and {2, 2}, mean 2. Treated: units {4, 4} and {2}, mean 10 / 3.
  auto const trial = on_paper({{1, 3, 2, 2, 9, 9, 9}, {9, 9, 9, 9, 4, 4, 2}}, {0, 0, 0, 0, 1, 1, 1},
                              {1, 1, 2, 2, 3, 3, 4});
  auto const points = estimate_effect(trial, spending_effect(EffectUnit::points));
  CHECK(points.value == Approx(100 * (10.0 / 3 - 2)));
  // Control units deviate by 0 and 0; treated ones by 4/3 and -4/3: 2 x (32 / 9) / 9.
  CHECK(points.standard_error == Approx(100 * std::sqrt(64.0 / 81)));
  CHECK(points.families == 7);
  auto const percent = estimate_effect(trial, spending_effect(EffectUnit::percent));
  CHECK(percent.value == Approx(100 * (10.0 / 3 - 2) / 2));
  // Spread of the controls: (1 + 1) / 3.
  auto const in_sd = estimate_effect(trial, spending_effect(EffectUnit::control_sd));
  CHECK(in_sd.value == Approx((10.0 / 3 - 2) / std::sqrt(2.0 / 3)));
}

TEST_CASE("trial: families of one unit that move together widen the error", "[unit]") {
  auto const together = on_paper({{1, 1, 3, 3, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 3, 3}},
                                 {0, 0, 0, 0, 1, 1, 1, 1}, {1, 1, 2, 2, 3, 3, 4, 4});
  auto alone = together;
  alone.unit_of = {1, 2, 3, 4, 5, 6, 7, 8};
  auto const effect = spending_effect(EffectUnit::points);
  CHECK(estimate_effect(together, effect).standard_error >
        1.5 * estimate_effect(alone, effect).standard_error);
  CHECK(estimate_effect(together, effect).value == 0.0);
}

TEST_CASE("trial: nobody to look at is not defined, and one unit has no error", "[unit]") {
  auto const trial = on_paper({{1, 2}, {1, 2}}, {0, 0}, {1, 1});
  auto const effect = spending_effect(EffectUnit::percent);
  CHECK(std::isnan(estimate_effect(trial, effect).value));
  Effect share{.mean = effect.against, .against = {}, .unit = EffectUnit::share};
  CHECK(estimate_effect(trial, share).value == Approx(150));
  CHECK(std::isnan(estimate_effect(trial, share).standard_error));
}

TEST_CASE("trial: treated units alone get what the arm gives, at once", "[unit]") {
  auto const trial = carried_out(cash_trial(1), 1);
  std::size_t treated = 0;
  for (std::size_t i = 0; i < trial.arm_of.size(); ++i) {
    auto const& control = trial.worlds[0].notes[1][i];
    auto const& cash = trial.worlds[1].notes[1][i];
    CHECK(trial.unit_of[i] == trial.worlds[0].ids[i] / 16);
    bool const richer = cash.savings > control.savings + 1;
    CHECK(richer == (trial.arm_of[i] == 1));
    treated += trial.arm_of[i];
  }
  auto const families = static_cast<double>(trial.arm_of.size());
  // Groups of 16: four standard errors.
  CHECK(std::abs(static_cast<double>(treated) / families - 0.5) <
        4 * 0.5 / std::sqrt(families / 16));
}

TEST_CASE("trial: an arm that gives nothing changes nothing", "[property]") {
  auto scenario = cash_trial(6);
  scenario.policies[1].events.clear();
  auto const trial = carried_out(scenario, 6);
  for (std::size_t i = 0; i < trial.arm_of.size(); ++i) {
    CHECK(trial.worlds[0].notes[1][i].spending == trial.worlds[1].notes[1][i].spending);
    CHECK(trial.worlds[0].notes[1][i].seen == trial.worlds[1].notes[1][i].seen);
  }
}

TEST_CASE("trial: arms are disjoint, and each has its part of the units", "[property]") {
  auto scenario = cash_trial(1);
  scenario.policies.push_back(scenario.policies[1]);
  scenario.policies.back().name = "more cash";
  scenario.policies.back().events[0].size = 4;
  scenario.trial = {.unit = ArmUnit::family, .share = 0.6};
  auto const trial = carried_out(scenario, 1);
  std::vector<double> families(3);
  for (auto const arm : trial.arm_of) families[arm] += 1;
  auto const all = static_cast<double>(trial.arm_of.size());
  std::vector<double> const wanted = {0.4, 0.3, 0.3};
  for (std::size_t arm = 0; arm < 3; ++arm) {
    double const error = std::sqrt(wanted[arm] * (1 - wanted[arm]) / all);
    CHECK(std::abs(families[arm] / all - wanted[arm]) < 4 * error);
  }
}

TEST_CASE("trial: an event with a share of its own keeps it", "[unit]") {
  auto scenario = cash_trial(1);
  scenario.policies[1].events[0].share = 0;
  auto const trial = carried_out(scenario, 1);
  for (std::size_t i = 0; i < trial.arm_of.size(); ++i)
    CHECK(trial.worlds[0].notes[1][i].savings == trial.worlds[1].notes[1][i].savings);
}
