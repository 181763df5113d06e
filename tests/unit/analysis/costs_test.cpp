#include "analysis/costs.h"
#include "model/parameters.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

/// Everything that costs, in every month: a post, four sessions, ten visits, two assessments, 100
/// families with 2.4 million a year, of which a tenth is taken; a grant and a partner's course;
/// four hours of supervision, an eighth of a post filled by selection and two exits paid for.
Tally a_month() {
  Tally t;
  t[Count::families] = 100;
  t[Count::active] = 100;
  t[Count::posts] = 65536;
  t[Count::courses] = 65536 / 2;
  t[Count::refreshers] = 65536 / 4;
  t[Count::supervised] = 4 * 65536;
  t[Count::selected] = 65536 / 8;
  t[Count::incentives] = 2000000;
  t[Count::sessions_held] = 4 * 65536;
  t[Count::visits] = 10;
  t[Count::assessed] = 2;
  t[Count::paid] = 2400;
  t[Count::levied] = 240 * 1024;
  t[Count::transfers] = 900;
  t[Count::taught] = 1;
  return t;
}

Scale const prices{.factor = 50,
                   .costs = {.wage_rupiah = 3e6f,
                             .course_rupiah = 4e6f,
                             .refresher_rupiah = 4e5f,
                             .supervisor_rupiah = 40000,
                             .selection_rupiah = 1.6e6f,
                             .session_rupiah = 50000,
                             .visit_rupiah = 15000,
                             .assessment_rupiah = 5000,
                             .administration_rupiah = 6000,
                             .partner_course_rupiah = 2e6f}};

Scenario scenario_with(float rate) {
  Scenario scenario;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  scenario.world->costs.discount_rate = rate;
  return scenario;
}

/// The baseline lives `a_month` twelve times; the other pays twice the posts and half the benefit,
/// and `exits` of its families leave in the last month and last.
RunResults a_year(std::int64_t exits) {
  auto results = two_policies(1, 1, 12);
  MonthlyTallies baseline(13, a_month());
  auto other = baseline;
  for (auto& tally : other) {
    tally[Count::posts] *= 2;
    tally[Count::paid] /= 2;
  }
  other.back()[Count::left_raised] = exits;
  other.back()[Count::sustained] = exits;
  store(results, {.policy = 0}, 0, baseline, prices);
  store(results, {.policy = 1}, 0, other, prices);
  finish(results, {.policy = 0});
  finish(results, {.policy = 1});
  return results;
}

Estimate value(std::vector<CostFigure> const& all, std::size_t policy,
               std::optional<Perspective> perspective, std::string_view item) {
  auto const* const found = find_cost(all, policy, 0, perspective, item);
  REQUIRE(found != nullptr);
  return found->value;
}

constexpr auto programme = Perspective::programme;
constexpr auto families = Perspective::families;
constexpr auto society = Perspective::society;

}  // namespace

TEST_CASE("costs: every item is counts times unit costs, and totals are their sums", "[unit]") {
  auto const all = costs_of(a_year(0), scenario_with(0));
  double const year = 12 * 50;
  double const wages = 3e6 * year, training = (2e6 + 1e5) * year, sessions = 2e5 * year,
               visits = 1.5e5 * year, assessments = 1e4 * year, administration = 6e5 * year,
               benefits = 20e6 * year, grants = 9e5 * year, levies = 2e6 * year,
               partners = 2e6 * year, supervision = 1.6e5 * year, selection = 2e5 * year,
               incentives = 2e6 * year;
  CHECK(value(all, 0, programme, "wages").mean == Approx(wages));
  CHECK(value(all, 0, programme, "training").mean == Approx(training));
  CHECK(value(all, 0, programme, "supervision").mean == Approx(supervision));
  CHECK(value(all, 0, programme, "selection").mean == Approx(selection));
  CHECK(value(all, 0, programme, "incentives").mean == Approx(incentives));
  CHECK(value(all, 0, programme, "sessions").mean == Approx(sessions));
  CHECK(value(all, 0, programme, "visits").mean == Approx(visits));
  CHECK(value(all, 0, programme, "assessments").mean == Approx(assessments));
  CHECK(value(all, 0, programme, "administration").mean == Approx(administration));
  CHECK(value(all, 0, programme, "benefits").mean == Approx(benefits));
  CHECK(value(all, 0, programme, "grants").mean == Approx(grants));
  double const work =
      wages + training + supervision + selection + sessions + visits + assessments + administration;
  CHECK(value(all, 0, programme, "total").mean == Approx(work + incentives + benefits + grants));
  CHECK(value(all, 0, families, "total").mean == Approx(levies - benefits - grants));
  CHECK(value(all, 0, society, "total").mean == Approx(work + partners));
  CHECK(find_cost(all, 0, 0, society, "benefits") == nullptr);
  CHECK(find_cost(all, 0, 0, society, "incentives") == nullptr);
  CHECK(find_cost(all, 0, 0, programme, "partner_courses") == nullptr);
}

TEST_CASE("costs: a month counts at its middle", "[unit]") {
  auto const all = costs_of(a_year(0), scenario_with(0.05f));
  double weights = 0;
  for (int m = 1; m <= 12; ++m) weights += std::pow(1.05, -(m - 0.5) / 12);
  CHECK(value(all, 0, programme, "wages").mean == Approx(3e6 * 50 * weights).epsilon(1e-7));
}

TEST_CASE("costs: exits weigh like money, and the cost of each needs 30 of them", "[unit]") {
  auto const few = costs_of(a_year(29), scenario_with(0.05f));
  CHECK(value(few, 1, {}, "sustained_exits").mean ==
        Approx(29 * 50 * std::pow(1.05, -11.5 / 12)).epsilon(1e-7));
  CHECK(std::isnan(value(few, 1, programme, "cost_per_sustained").mean));
  auto const enough = costs_of(a_year(30), scenario_with(0.05f));
  CHECK(value(enough, 1, programme, "cost_per_sustained").mean ==
        Approx(value(enough, 1, programme, "total").mean /
               value(enough, 1, {}, "sustained_exits").mean));
  CHECK(std::isnan(value(enough, 0, programme, "cost_per_self_reliant").mean));
}

TEST_CASE("costs: what is saved is the benefits less all that costs more", "[unit]") {
  auto const all = costs_of(a_year(0), scenario_with(0));
  double const year = 12 * 50;
  CHECK(value(all, 1, programme, "benefits_saved").mean == Approx(10e6 * year));
  CHECK(value(all, 1, programme, "extra_cost").mean == Approx(3e6 * year));
  CHECK(value(all, 1, programme, "net_saving").mean == Approx(7e6 * year));
  auto const* const total = find_cost(all, 1, 0, programme, "total");
  CHECK(total->difference->mean == Approx(-7e6 * year));
  CHECK(find_cost(all, 0, 0, programme, "net_saving") == nullptr);
}
