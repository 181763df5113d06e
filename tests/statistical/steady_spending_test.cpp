// Spending is steadier than income, and what a survey sees of it keeps its published law.
#include "base/math_double.h"
#include "experiment/family_panel.h"
#include "experiment/prepared.h"
#include "support/areas.h"
#include "support/policies.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;

namespace {

constexpr int families = 200000;

/// Nearly everybody who has an eligible member, in a world in which only luck moves what a family
/// lives on.
struct Nation {
  Areas areas = testing::one_area();
  Scenario scenario;

  Nation() {
    areas.rows[0].kpm_households = 630000;
    scenario.run.counts = {.months = 84, .parameter_draws = 1, .replicates = 1, .seed = 5};
    scenario.population.size.households = families;
    scenario.population.size.programme_households = 630000;
    scenario.population.spending.tenure_max = 0;
    World& world = *scenario.world;
    world.earnings.on = world.enterprise.on = world.disasters.on = false;
    world.money.benefit_on = false;
    world.money.buffer_speed = 0;
    world.shocks.cycle_sd = 0;
    scenario.policies = {testing::policy_with_caseload("today", 300)};
  }
};

/// Variances and covariances that spending should have among families whose score lies below a cut.
struct Law {
  double base, shock, noise, keep, passes;
  double score;      ///< variance of the score
  double narrowing;  ///< part of the score's variance that the cut takes away

  /// Covariance with the score of what is left of it after so many months.
  double with_score(int month) const { return base + shock * std::pow(keep, month); }
  double spending(int early, int late) const {
    double const measured = early == late ? noise : 0;
    return base + shock * std::pow(keep, late - early) + measured -
           narrowing * with_score(early) * with_score(late) / score;
  }
  double income(int month) const {
    double const with = base + shock / passes * std::pow(keep, month);
    return base + shock / (passes * passes) - narrowing * with * with / score;
  }
};

Law law_of(Nation const& nation, AreaPlan const& plan) {
  auto const& spending = nation.scenario.population.spending;
  double const cut = math::normal_quantile(plan.chosen_share);
  double const hazard =
      math::exp(-0.5 * cut * cut) / std::sqrt(2 * 3.14159265358979) / plan.chosen_share;
  double const variance = plan.fit.sigma * plan.fit.sigma;
  double const noise = static_cast<double>(spending.noise_share) * variance;
  double const shock = static_cast<double>(spending.shock_share) * variance;
  return {.base = variance - noise - shock,
          .shock = shock,
          .noise = noise,
          .keep = static_cast<double>(nation.scenario.world->shocks.keep),
          .passes = static_cast<double>(nation.scenario.world->money.passes),
          .score = plan.score_total_sd * plan.score_total_sd,
          .narrowing = hazard * (hazard + cut)};
}

double covariance(std::vector<FamilyNote> const& a, std::vector<FamilyNote> const& b,
                  float FamilyNote::*what) {
  double x = 0, y = 0, xy = 0;
  auto const n = static_cast<double>(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    double const u = std::log(static_cast<double>(a[i].*what));
    double const v = std::log(static_cast<double>(b[i].*what));
    x += u, y += v, xy += u * v;
  }
  return xy / n - x / n * (y / n);
}

}  // namespace

TEST_CASE("steady spending: observed spending correlates over two and seven years by the formula",
          "[statistical]") {
  Nation const nation;
  PreparedVariant const e =
      prepared(nation.scenario, nation.areas, {.name = "base", .values = {}}, 0);
  auto const kernel = kernel_for(best_isa());
  auto const panel = follow_families(e, 0, e.key(0, 0), initial_families(e, e.key(0, 0), kernel),
                                     {0, 24, 84}, kernel);
  Law const law = law_of(nation, e.programme.areas[0]);
  std::vector<int> const& months = panel.months;
  auto const seen = [&](std::size_t a, std::size_t b) {
    return covariance(panel.notes[a], panel.notes[b], &FamilyNote::seen);
  };
  auto const correlation = [&](auto of, auto a, auto b) {
    return of(a, b) / std::sqrt(of(a, a) * of(b, b));
  };
  auto const by_law = [&](int early, int late) { return law.spending(early, late); };
  double const relative = std::sqrt(2.0 / families);  // standard error of a variance
  for (std::size_t m = 0; m < months.size(); ++m) {
    INFO("month " << months[m]);
    CHECK(std::abs(seen(m, m) / by_law(months[m], months[m]) - 1) < 4 * relative);
    double const income = covariance(panel.notes[m], panel.notes[m], &FamilyNote::earned);
    CHECK(std::abs(income / law.income(months[m]) - 1) < 4 * relative);
    CHECK(income > seen(m, m) - law.noise);
  }
  for (std::size_t m = 1; m < months.size(); ++m) {
    double const expected = correlation(by_law, 0, months[m]);
    INFO("month " << months[m] << ": " << correlation(seen, std::size_t{0}, m) << ", by the law "
                  << expected);
    CHECK(std::abs(correlation(seen, std::size_t{0}, m) - expected) <
          4 * (1 - expected * expected) / std::sqrt(1.0 * families));
  }
  // Over everybody, not only below the cut, the two are what panels are read by.
  double const all = law.base + law.shock + law.noise;
  CHECK((law.base + law.shock * std::pow(law.keep, 24)) / all == Approx(0.645).margin(0.001));
  CHECK((law.base + law.shock * std::pow(law.keep, 84)) / all == Approx(0.594).margin(0.001));
}
