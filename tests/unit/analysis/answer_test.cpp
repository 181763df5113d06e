#include "analysis/answer.h"

#include "analysis/ratio.h"
#include "model/parameters.h"
#include "support/results.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

using ByDraw = std::vector<double>;

/// A baseline of nothing, and a policy that brings these exits and premature ones.
Gains brought(ByDraw const& exits, ByDraw const& premature, ByDraw assessed_out = {}) {
  ByDraw const nothing(exits.size(), 0);
  if (assessed_out.empty()) assessed_out = nothing;
  return gains_of({nothing, exits, nothing, premature, assessed_out},
                  {nothing, nothing, nothing, nothing, nothing}, exits.size());
}

Estimate difference_with(double lower, double mean, double upper) {
  return chance_between(lower, mean, upper, 10);
}

/// A month in which so many families become able, leave, have lasted, and leave too early.
struct Month {
  std::int64_t able = 0, exits = 0, lasting = 0, premature = 0;
};

void record(RunResults& results, Simulation const& simulation, std::size_t subgroup, Month month,
            std::int64_t posts) {
  MonthlyTallies tallies(static_cast<std::size_t>(results.months) + 1);
  for (auto& tally : tallies) tally[Count::posts] = posts * 65536;
  auto& last = tallies.back();
  last[Count::became_able] = month.able;
  last[Count::left_raised] = month.exits;
  last[Count::sustained] = month.lasting;
  last[Count::premature] = month.premature;
  store(results, simulation, subgroup, tallies, {.factor = 10, .costs = {.wage_rupiah = 3e6f}});
}

Scenario without_discount(int months) {
  Scenario scenario;
  scenario.policies.resize(2);
  for (auto& policy : scenario.policies) policy.steps.resize(1);
  scenario.world->costs.discount_rate = 0;
  scenario.run.counts.months = months;
  return scenario;
}

/// Over two replicates alike, the other policy has one post more than the four of today and brings
/// ten families that become able, of which five leave.
RunResults small_results(int months) {
  RunResults results = two_policies(1, 2, months);
  results.subgroups = {"all", "sex_of_head:female"};
  make_slots(results);
  for (std::size_t replicate : {0u, 1u}) {
    Simulation const today{.policy = 0, .replicate = replicate};
    Simulation const other{.policy = 1, .replicate = replicate};
    auto const more = static_cast<std::int64_t>(replicate);
    record(results, today, 0, {20 + more, 8 + more, 4, 2}, 4);
    record(results, other, 0, {30 + more, 13 + more, 8, 3}, 5);
    record(results, today, 1, {5, 3, 1, 1}, 4);
    record(results, other, 1, {7, 4, 2, 2}, 5);
    finish(results, today);
    finish(results, other);
  }
  return results;
}

}  // namespace

TEST_CASE("answer: of a hundred further exits sixty are premature, whatever the levels", "[unit]") {
  ByDraw const nothing = {0, 0};
  auto const gains = gains_of({{50, 60}, {500, 530}, {90, 95}, {400, 410}, nothing},
                              {{20, 30}, {400, 430}, {70, 75}, {340, 350}, nothing}, 2);
  CHECK(gains.became_able.mean == 30);
  CHECK(gains.exits.mean == 100);
  CHECK(gains.lasting.mean == 20);
  CHECK(gains.premature.mean == 60);
  CHECK(gains.part == PrematurePart::share);
  CHECK(gains.premature_share.mean == Approx(0.6));
  CHECK(is_mostly_premature(gains));
  CHECK_FALSE(has_assessed_out(gains));
}

TEST_CASE("answer: the interval of the premature share is that of paired ratios", "[unit]") {
  ByDraw const exits = {98, 102, 100, 100}, premature = {61, 59, 58, 62};
  auto const share = brought(exits, premature).premature_share;
  auto const ratio = ratio_of_means(premature, exits, exits.size());
  CHECK(share.mean == Approx(0.6));
  CHECK(share.lower == ratio.lower);
  CHECK(share.upper == ratio.upper);
  CHECK(share.lower < 0.6);
  CHECK(share.interval == Interval::chance);
}

TEST_CASE("answer: half of the further exits is not yet most of them", "[unit]") {
  CHECK_FALSE(is_mostly_premature(brought({100, 100}, {50, 50})));
  CHECK(is_mostly_premature(brought({100, 100}, {51, 51})));
}

TEST_CASE("answer: premature exits that fall while exits rise are no share of them", "[unit]") {
  auto const gains = brought({100, 102, 98}, {-60, -61, -59});
  CHECK(gains.part == PrematurePart::opposite);
  CHECK(told_of(gains.premature) == Told::fewer);
  CHECK_FALSE(is_mostly_premature(gains));
}

TEST_CASE("answer: more premature exits than exits are beyond a share", "[unit]") {
  auto const gains = brought({100, 100}, {130, 130});
  CHECK(gains.part == PrematurePart::beyond);
  CHECK(is_mostly_premature(gains));
}

TEST_CASE("answer: of exits that are fewer the share is one of those spared", "[unit]") {
  auto const gains = brought({-100, -100}, {-60, -60});
  CHECK(told_of(gains.exits) == Told::fewer);
  CHECK(gains.part == PrematurePart::share);
  CHECK(gains.premature_share.mean == Approx(0.6));
  CHECK_FALSE(is_mostly_premature(gains));
}

TEST_CASE("answer: exits that cannot be told from none have no premature share", "[unit]") {
  auto const equal = brought({0, 0}, {0, 0});
  CHECK(told_of(equal.exits) == Told::equal);
  CHECK(equal.part == PrematurePart::exits_unclear);
  CHECK(std::isnan(equal.premature_share.mean));
  auto const unclear = brought({100, -90, 5}, {60, 60, 60});
  CHECK(told_of(unclear.exits) == Told::unclear);
  CHECK(told_of(unclear.premature) == Told::more);
  CHECK(unclear.part == PrematurePart::exits_unclear);
  CHECK_FALSE(is_mostly_premature(unclear));
}

TEST_CASE("answer: one value has a share and no interval; no value has neither", "[unit]") {
  auto const one = brought({100}, {60});
  CHECK(told_of(one.exits) == Told::no_interval);
  CHECK(one.part == PrematurePart::share);
  CHECK(one.premature_share.mean == Approx(0.6));
  CHECK(std::isnan(one.premature_share.lower));
  CHECK(brought({0}, {0}).part == PrematurePart::exits_unclear);
  auto const none = brought({not_defined, not_defined}, {not_defined, not_defined});
  CHECK(none.part == PrematurePart::no_figures);
  CHECK_FALSE(has_assessed_out(none));
}

TEST_CASE("answer: families graduated without consent count where a share is taken", "[unit]") {
  auto const gains = brought({0, 0}, {60, 60}, {100, 100});
  CHECK(told_of(gains.exits) == Told::equal);
  CHECK(gains.judged.mean == 100);
  CHECK(has_assessed_out(gains));
  CHECK(gains.premature_share.mean == Approx(0.6));
}

TEST_CASE("answer: draws of the parameters give the share an interval of its own", "[unit]") {
  // 40 draws of one replicate: 100 further exits, of which a tenth to a half are premature.
  ByDraw exits(40, 100), premature;
  for (int draw = 0; draw < 40; ++draw) premature.push_back(10 + draw);
  ByDraw const nothing(40, 0);
  auto const gains = gains_of({nothing, exits, nothing, premature, nothing},
                              {nothing, nothing, nothing, nothing, nothing}, 1);
  CHECK(gains.premature_share.interval == Interval::parameters);
  CHECK(gains.premature_share.mean == Approx(0.295));
  CHECK(gains.premature_share.lower < 0.12);
  CHECK(gains.premature_share.upper > 0.47);
}

TEST_CASE("answer: without pairs the share is one of the means", "[unit]") {
  auto const none = difference_with(0, 0, 0);
  auto const exits = difference_with(90, 100, 110), premature = difference_with(50, 60, 70);
  auto const gains = gains_of(none, exits, none, premature, none);
  CHECK(gains.part == PrematurePart::share);
  CHECK(gains.premature_share.mean == Approx(0.6));
  CHECK(std::isnan(gains.premature_share.lower));
  CHECK(gains_of(none, difference_with(-5, 2, 9), none, premature, none).part ==
        PrematurePart::exits_unclear);
  CHECK(gains_of(none, exits, none, premature, exits).premature_share.mean == Approx(0.3));
}

TEST_CASE("answer: every policy but the baseline, for all and for each group", "[unit]") {
  auto const answers = answers_of(small_results(30), without_discount(30));
  REQUIRE(answers.size() == 2);
  auto const& all = answers[0];
  CHECK(all.policy == 1);
  CHECK(all.subgroup == 0);
  CHECK(all.gains.became_able.mean == 100);
  CHECK(all.gains.exits.mean == 50);
  CHECK(all.gains.lasting.mean == 40);
  CHECK(all.gains.premature_share.mean == Approx(0.2));
  // Ten posts of the programme over thirty months, at three million each.
  CHECK(all.cost.mean == Approx(900e6));
  CHECK(all.cost_per_able.mean == Approx(9e6));
  CHECK(all.cost_per_lasting.mean == Approx(22.5e6));
  auto const& women = answers[1];
  CHECK(women.subgroup == 1);
  CHECK(women.gains.became_able.mean == 20);
  CHECK(women.gains.premature_share.mean == Approx(1));
  CHECK(std::isnan(women.cost.mean));
}

TEST_CASE("answer: money and families of a cost are discounted alike", "[unit]") {
  auto scenario = without_discount(30);
  scenario.world->costs.discount_rate = 0.05f;
  auto const all = answers_of(small_results(30), scenario)[0];
  double weights = 0;
  for (int m = 1; m <= 30; ++m) weights += std::pow(1.05, -(m - 0.5) / 12);
  CHECK(all.cost.mean == Approx(30e6 * weights).epsilon(1e-6));
  double const last = std::pow(1.05, -29.5 / 12);
  CHECK(all.cost_per_able.mean == Approx(30e6 * weights / (100 * last)).epsilon(1e-6));
  // What is counted is not discounted.
  CHECK(all.gains.became_able.mean == 100);
}

TEST_CASE("answer: no cost of each where the programme pays no more", "[unit]") {
  auto results = small_results(30);
  for (std::size_t replicate : {0u, 1u})
    record(results, {.policy = 1, .replicate = replicate}, 0, {30, 13, 8, 3}, 3);
  auto const all = answers_of(results, without_discount(30))[0];
  CHECK(told_of(all.cost) == Told::fewer);
  CHECK(std::isnan(all.cost_per_able.mean));
  CHECK(std::isnan(all.cost_per_lasting.mean));
}

TEST_CASE("answer: no exit of a short run can last", "[unit]") {
  auto scenario = without_discount(24);
  auto& step = scenario.policies[1].steps[0];
  step.from = scenario.run.start;
  step.sets = {"policy.caseload.households_per_facilitator"};
  step.levers.caseload.households_per_facilitator = 150;
  auto const short_run = answers_of(small_results(24), scenario)[0];
  CHECK_FALSE(short_run.can_last);
  CHECK(std::isnan(short_run.cost_per_lasting.mean));
  CHECK(short_run.cost_per_able.mean == Approx(7.2e6));
  scenario.run.counts.months = 25;
  CHECK(answers_of(small_results(25), scenario)[0].can_last);
}

TEST_CASE("answer: who left, and whom a rule took off though not able", "[unit]") {
  auto results = small_results(30);
  for (std::size_t replicate : {0u, 1u}) {
    MonthlyTallies tallies(31);
    auto& last = tallies.back();
    last[Count::left_able_at_start] = 4;
    last[Count::left_not_able] = 2;
    last[Count::left_time_limit] = 6;
    last[Count::left_struck_off] = 4;
    last[Count::rule_not_able] = 7;
    store(results, {.policy = 1, .replicate = replicate}, 0, tallies, {.factor = 10, .costs = {}});
  }
  auto const all = answers_of(results, without_discount(30))[0];
  CHECK(all.who.able_at_start.mean == 40);
  CHECK(all.who.became_able.mean == 0);
  CHECK(all.who.never_able.mean == 20);
  CHECK(all.off.families.mean == 100);
  CHECK(all.off.not_able_share.mean == Approx(0.7));
  CHECK(takes_off_unable(all.off));
  CHECK_FALSE(takes_off_unable({}));
}

TEST_CASE("answer: benefits of the first day, of those let in and of those back", "[unit]") {
  auto results = small_results(30);
  for (std::size_t replicate : {0u, 1u}) {
    MonthlyTallies tallies(31);
    for (std::size_t month = 1; month < tallies.size(); ++month) {
      tallies[month][Count::paid] = 12 * 7;
      tallies[month][Count::paid_entered] = 12 * 2;
      tallies[month][Count::paid_returned] = 12;
    }
    store(results, {.policy = 1, .replicate = replicate}, 0, tallies, {.factor = 10, .costs = {}});
  }
  auto const& to = answers_of(results, without_discount(30))[0].benefits;
  double const each = 30 * 10 * 100000.0;
  CHECK(to.first.mean == Approx(4 * each));
  CHECK(to.entered.mean == Approx(2 * each));
  CHECK(to.returned.mean == Approx(each));
}

TEST_CASE("answer: one policy has nothing to be held against", "[unit]") {
  auto results = small_results(30);
  results.policies.resize(1);
  CHECK(answers_of(results, without_discount(30)).empty());
}
