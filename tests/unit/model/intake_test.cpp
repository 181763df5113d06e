#include "model/intake.h"

#include "experiment/experiment.h"
#include "population/areas.h"
#include "support/small_nation.h"
#include "support/sources.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// Forty families in the programme, and twenty that wait, with records 0 to 19 in an order that is
/// not that of the list.
struct WithWaitingList {
  Households households = make_households(64);
  HouseholdsView h = view(households);
  District district{.slots = 64, .families = 40, .waiting = 20, .for_each_of_nation = 0.01f};

  WithWaitingList() {
    for (std::size_t i = 0; i < 60; ++i) {
      bool const waits = i >= 40;
      h.flags[i] =
          flags::real.put(1) | flags::since_assessed.put(30) |
          flags::status.put(static_cast<std::uint32_t>(waits ? Status::waiting : Status::active));
      h.record[i] = record::entitlement.put(24) | record::paid.put(waits ? 0u : 24u) |
                    record::age.put(9) |
                    record::welfare.put(static_cast<std::uint32_t>(i * 7 % 20));
    }
    for (std::size_t i = 60; i < 64; ++i) h.flags[i] = flags::status.put(flags::status.max());
  }
  std::int32_t admitted(float quota) {
    Tally tally;
    auto const number = admit(h, district, {.quota = quota}, 127, tally, {}, {});
    CHECK(tally[Count::admitted] == number);
    return number;
  }
  bool in_programme(std::size_t i) const { return flags::status.get(h.flags[i]) == 0; }
};

double at(RunResults const& results, std::size_t policy, int month, std::string_view measure) {
  auto const& values = results.series[results.slot({.policy = policy}, 0)].values;
  return values(month, static_cast<Eigen::Index>(*find_measure(measure)));
}

}  // namespace

TEST_CASE("intake: a quarter cuts the list off above the tenths that stay", "[unit]") {
  WithWaitingList nation;
  nation.district.tenth_below[3] = 0.1f;
  RegistryLevers levers;
  RegistryParameters registry;
  CHECK(last_that_stays(nation.district, levers, registry, 0) == 127);
  levers.keep_deciles = 4;
  auto const stays = last_that_stays(nation.district, levers, registry, 0);
  CHECK(stays == as_recorded(0.1f));
  CHECK(last_that_stays(nation.district, levers, registry, 0.05f) == as_recorded(0.15f));
  auto const border = [&](int month, int least) {
    return border_of_month(nation.h, calendar_month(2026, month), levers, registry, least);
  };
  CHECK(border(4, stays).recorded == stays);
  CHECK(border(4, stays).lot == 128);
  CHECK_FALSE(cuts(border(5, stays)));
  CHECK_FALSE(cuts(border(4, 127)));
  // Struck off by a share as well: whichever cuts lower. Records of the active are 0 to 19.
  levers.strike_share = 0.5f;
  levers.strike_month = 4;
  CHECK(border(4, stays).recorded < 19);
  CHECK(border(4, 3).recorded == 3);
  registry.on = false;
  CHECK(last_that_stays(nation.district, levers, registry, 0) == 127);
}

TEST_CASE("intake: free places go to the poorest by their record", "[unit]") {
  WithWaitingList nation;
  CHECK(nation.admitted(4500) == 5);  // 45 places of this district, 40 taken
  for (std::size_t i = 40; i < 60; ++i) {
    INFO("waiting family " << i);
    CHECK(nation.in_programme(i) == (record::welfare.get(nation.h.record[i]) < 5));
  }
  CHECK(nation.admitted(4500) == 0);
}

TEST_CASE("intake: nobody comes in without a quota, and nobody beyond the list", "[unit]") {
  WithWaitingList nation;
  CHECK(nation.admitted(0) == 0);
  CHECK(nation.admitted(3000) == 0);
  CHECK(nation.admitted(100000) == 20);
}

TEST_CASE("intake: of equal records the first of the list come first", "[unit]") {
  WithWaitingList nation;
  for (std::size_t i = 40; i < 60; ++i) nation.h.record[i] |= record::welfare.mask();
  CHECK(nation.admitted(4300) == 3);
  CHECK(nation.in_programme(42));
  CHECK_FALSE(nation.in_programme(43));
}

TEST_CASE("intake: who has no eligible member stays outside, who enters is paid what is due",
          "[unit]") {
  WithWaitingList nation;
  std::size_t const poorest = 40;  // 40 x 7 % 20 = 0
  nation.h.record[poorest] &= ~record::entitlement.mask();
  CHECK(nation.admitted(4100) == 1);
  CHECK_FALSE(nation.in_programme(poorest));
  std::size_t const next = 43;  // 43 x 7 % 20 = 1
  CHECK(nation.in_programme(next));
  CHECK(record::paid.get(nation.h.record[next]) == 24);
  CHECK(record::age.get(nation.h.record[next]) == 0);
  CHECK(flags::since_assessed.get(nation.h.flags[next]) == 0);
  CHECK(flags::admitted.get(nation.h.flags[next]) == 1);
}

TEST_CASE("intake: a quota is kept, and nothing but the list feeds it", "[property]") {
  Scenario scenario;
  scenario.run.counts = {.months = 48, .parameter_draws = 1, .replicates = 1, .seed = 3};
  scenario.population.size.households = 12000;
  scenario.population.intake.reserve_share = 0.6f;
  Levers open;
  open.programme.quota = 1e7f;
  auto const policy = [&](char const* name, Levers const& levers) {
    return Policy{
        .name = name,
        .steps = {{.from = scenario.run.start, .phase_in_months = 0, .levers = levers, .sets = {}}},
        .set_here = {}};
  };
  scenario.policies = {policy("closed", {}), policy("open", open)};
  scenario.policies.back().steps.front().sets = {"policy.programme.quota"};
  auto const areas = read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  auto const results = run_experiment(scenario, areas, {.jobs = 2});
  // Month 46 opens a quarter: all places are taken when it begins, and it has its own exits.
  double begins = at(results, 1, 46, "active");
  for (auto const* const leaving :
       {"self_reliant_this_month", "natural_exit_this_month", "removal_this_month"})
    begins += at(results, 1, 46, leaving);
  for (auto const* const coming : {"returned_this_month", "restored_this_month"})
    begins -= at(results, 1, 46, coming);
  CHECK(begins == Approx(1e7).epsilon(0.002));
  CHECK(at(results, 0, 46, "active") < 8.5e6);
  double const left = at(results, 1, 0, "waiting") - at(results, 1, 48, "waiting");
  CHECK(left == Approx(at(results, 1, 48, "cumulative_admitted")).epsilon(1e-9));
  CHECK(at(results, 0, 48, "waiting") == at(results, 0, 0, "waiting"));
}
