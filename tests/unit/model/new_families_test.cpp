// Families that are formed during a run: who they are hangs on the first day alone, and a policy
// decides only who is admitted.
#include "base/errors.h"
#include "experiment/experiment.h"
#include "model/aged_candidates.h"
#include "model/intake.h"
#include "outcome/measures.h"
#include "support/open_nation.h"

#include "../../scenario/scenario_support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

using namespace graduasi;
using Catch::Detail::Approx;
using testing::OpenNation;
using testing::OpenSetting;

namespace {

OpenSetting three_provinces() {
  OpenSetting setting;
  setting.households = 1500;
  setting.provinces = 3;
  setting.months = 60;
  return setting;
}

auto as_tuple(AgedCandidate const& family) {
  return std::tuple(family.members, family.home, family.paid, family.entitlement, family.persons,
                    family.female_headed, family.tenure, family.lately);
}

Levers without_places() { return {}; }

Levers with_places() {
  Levers levers;
  levers.programme.quota = 1e6f;
  levers.caseload.households_per_facilitator = 100;
  return levers;
}

std::int64_t sum_until(std::vector<Tally> const& tallies, std::size_t month, Count what) {
  std::int64_t all = 0;
  for (std::size_t m = 0; m <= month; ++m) all += tallies[m][what];
  return all;
}

std::vector<std::uint32_t> bits_of(Households const& families) {
  std::vector<std::uint32_t> bits;
  for_each_column(families, families, [&](auto const& column, auto const&) {
    for (auto const value : column) bits.push_back(std::bit_cast<std::uint32_t>(value));
  });
  return bits;
}

}  // namespace

TEST_CASE(
    "new families: until they join they are as they were drawn, to the last bit, whatever the "
    "policy",
    "[unit]") {
  OpenNation const first(three_provinces());
  for (Levers const& levers : {without_places(), with_places()}) {
    OpenNation nation(three_provinces());
    Households drawn = first.families;
    int looked_at = 0;
    nation.live(levers, 1, [&](int month) {
      for (auto const& district : nation.programme.districts) {
        auto const was = part(view(drawn), district.first_slot, district.slots);
        auto const is = nation.part_of(district);
        for (auto s = OpenNation::formed_by(district, month); s < district.forming; ++s) {
          ++looked_at;
          std::size_t const at = kept_at(district, s);
          if (testing::bits_of_slot(was, at) != testing::bits_of_slot(is, at))
            FAIL("family " << s << " of district " << district_number(district) << ", month "
                           << month);
        }
      }
    });
    CHECK(looked_at > 10000);
  }
}

TEST_CASE("new families: a family joins as it was kept, and nobody is left where it was",
          "[unit]") {
  OpenNation nation(three_provinces());
  auto const& district = nation.programme.districts[0];
  auto const room = nation.part_of(district);
  REQUIRE(district.forming > 40);
  std::vector<std::vector<std::uint32_t>> kept;
  for (std::size_t s = 0; s < 40; ++s)
    kept.push_back(testing::bits_of_slot(room, kept_at(district, s)));
  Tally tally;
  form_families(room, district, 0, 7, tally, {}, {});
  form_families(room, district, 7, 40, tally, {}, {});
  CHECK(tally[Count::formed] == 40);
  std::size_t const behind = district.families + district.waiting;
  for (std::size_t s = 0; s < 40; ++s) CHECK(testing::bits_of_slot(room, behind + s) == kept[s]);
  for (std::size_t slot = behind + 40; slot < slots_in_use(district, 40); ++slot)
    CHECK(flags::real.get(room.flags[slot]) == 0);
}

TEST_CASE("new families: as many join under every policy, and everybody is somewhere",
          "[property]") {
  OpenNation closed(three_provinces()), open(three_provinces());
  auto const a = closed.live(without_places(), 12), b = open.live(with_places(), 12);
  CHECK(sum_until(b, 60, Count::admitted) > 50);
  CHECK(sum_until(a, 60, Count::admitted) == 0);
  for (std::size_t month = 0; month <= 60; ++month) {
    INFO("month " << month);
    CHECK(a[month][Count::formed] == b[month][Count::formed]);
    for (auto const* const run : {&a, &b}) {
      auto const& now = (*run)[month];
      CHECK(now[Count::waiting] + now[Count::off_list] ==
            (*run)[0][Count::waiting] + sum_until(*run, month, Count::formed) -
                sum_until(*run, month, Count::admitted));
      CHECK(now[Count::admissible] <= now[Count::waiting]);
      CHECK(now[Count::families] ==
            (*run)[0][Count::families] + sum_until(*run, month, Count::admitted));
    }
  }
  std::size_t forming = 0;
  for (auto const& district : open.programme.districts) forming += district.forming;
  CHECK(sum_until(b, 60, Count::formed) == static_cast<std::int64_t>(forming));
}

TEST_CASE("new families: a policy that is the baseline differs in nothing", "[unit]") {
  auto const scenario = testing::scenario_of(
      "run: {start: 2026-01, months: 36, replicates: 2, seed: 3}\n"
      "population: {households: 2000, programme_households: 200000, intake: {reserve_share: 1, "
      "new_families: 1}}\n"
      "baseline: {programme: {quota: 200000}}\n"
      "policies: [{name: today}, {name: the same}, {name: other, sessions: {hours: 4}}]\n");
  auto const results = run_experiment(
      scenario,
      parse_areas("province,poverty_rate_pct,poverty_gap_pct,population_thousand,"
                  "poverty_line_rp_month\nBanten,8,1.2,13000,600000\nAceh,12,1.8,5700,650000\n",
                  "a.csv"),
      {.jobs = 2});
  for (std::size_t replicate : {0u, 1u}) {
    auto const figures = [&](std::size_t policy) {
      return results.series[results.slot({.policy = policy, .replicate = replicate}, 0)].values;
    };
    auto const differ = [&](std::size_t policy) {
      return ((figures(policy) != figures(0)) && !(figures(policy).isNaN() && figures(0).isNaN()))
          .count();
    };
    auto const formed = static_cast<Eigen::Index>(*find_measure("cumulative_formed"));
    CHECK(figures(0)(figures(0).rows() - 1, formed) > 10000);
    CHECK(differ(1) == 0);
    CHECK(differ(2) > 1000);
  }
}

TEST_CASE("new families: it does not matter in how many tasks a run is lived", "[property]") {
  OpenNation by_year(three_provinces()), by_month(three_provinces());
  auto const a = by_year.live(with_places(), 12), b = by_month.live(with_places(), 1);
  CHECK(a == b);
  CHECK(bits_of(by_year.families) == bits_of(by_month.families));
}

TEST_CASE("open list: who is on it on the first day does not hang on who else is drawn", "[unit]") {
  OpenNation const nation(three_provinces());
  FirstDayPlan const plan = nation.plan();
  for (bool const waits : {false, true}) {
    std::vector<AgedCandidate> together, first, second;
    age_candidates(together, {5000, 1024, waits}, plan);
    age_candidates(first, {5000, 400, waits}, plan);
    age_candidates(second, {5400, 624, waits}, plan);
    first.insert(first.end(), second.begin(), second.end());
    REQUIRE(together.size() > 700);
    std::ranges::sort(together, {}, as_tuple);
    std::ranges::sort(first, {}, as_tuple);
    CHECK(together == first);
  }
}

TEST_CASE("open list: a life is met in as many quarters, 15 years apart, as it is on the list",
          "[unit]") {
  OpenNation const nation(three_provinces());
  FirstDayPlan const plan = nation.plan();
  std::vector<AgedCandidate> aged;
  std::array<int, moments_of_life> first_at{};
  int families = 0, lives = 0, met_again = 0, changed = 0;
  for (std::uint32_t candidate = 0; candidate < 400; ++candidate) {
    age_candidates(aged, {5000 + candidate, 1, true}, plan);
    if (aged.empty()) continue;
    ++lives, ++first_at[static_cast<std::size_t>(aged.front().tenure / 180)];
    std::set<int> tenures;
    for (auto const& family : aged) {
      ++families;
      tenures.insert(family.tenure);
      CHECK(family.tenure % 180 == aged.front().tenure % 180);
      CHECK(family.entitlement > 0);
    }
    CHECK(tenures.size() == aged.size());
    if (aged.size() > 1) {
      ++met_again;
      changed += aged[0].members != aged[1].members || aged[0].home != aged[1].home ? 1 : 0;
    }
    // It is still on the list in every quarter before the last: it never comes back.
    CHECK(*tenures.rbegin() / 180 + 1 == static_cast<int>(tenures.size()));
  }
  UNSCOPED_INFO(families << " families of " << lives << " lives, " << met_again
                         << " met again, of whom " << changed << " have changed");
  CHECK(families > 300);
  CHECK(met_again > 30);
  CHECK(changed >
        met_again * 3 / 4);  // the others look after somebody disabled, and for nobody else
  CHECK(first_at[1] > 10);   // whoever is met once is not always met young
}

TEST_CASE("open list: families that wait have somebody eligible, and few have just become ready",
          "[unit]") {
  OpenSetting const setting;
  OpenNation nation(setting);
  double above = 0, able = 0;
  for (auto const& district : nation.programme.districts) {
    auto const h = nation.part_of(district);
    for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
      if (i >= district.families && record::entitlement.get(h.record[i]) == 0)
        FAIL("family " << i << " waits and has nobody");
      above += flags::ready_for.get(h.flags[i]) > 0 ? 1 : 0;
      able += start::able.get(h.start[i]);
    }
  }
  CHECK(above / static_cast<double>(setting.households) > 0.5);
  // After ten years of a run it is 0.92, whatever it was before.
  CHECK(able / above == Approx(0.925).margin(0.02));
}

TEST_CASE("open list: who joins below the cut spends what is published only when paid", "[unit]") {
  auto setting = three_provinces();
  OpenNation paid(setting);
  setting.world.money.benefit_on = false;
  OpenNation unpaid(setting);
  double less = 0, formed = 0;
  for (auto const& district : paid.programme.districts) {
    auto const a = kept_part(paid.part_of(district), district);
    auto const b = kept_part(unpaid.part_of(district), district);
    for (std::size_t i = 0; i < a.base.size(); ++i) {
      if (a.base[i] > b.base[i]) FAIL("family " << i << " earns more for being paid");
      less += a.base[i] < b.base[i] ? 1 : 0;
    }
    formed += static_cast<double>(a.base.size());
  }
  // Half of the list lies below the cut, and families are ranked evenly over it.
  CHECK(less / formed == Approx(0.5).margin(0.03));
}

TEST_CASE("new families: none are formed unless it is asked for", "[unit]") {
  auto setting = three_provinces();
  setting.new_families = 0;
  OpenNation const nation(setting);
  for (auto const& district : nation.programme.districts) {
    CHECK(district.forming == 0);
    CHECK(district.slots == padded(district.families + district.waiting));
    CHECK(last_on_list(district, 0) == 127);
  }
}

TEST_CASE("new families: as many are formed as the list loses, evenly over the nation", "[unit]") {
  OpenSetting setting;
  setting.households = 40000;
  setting.months = 240;
  OpenNation const nation(setting);
  double list = 0, all = 0, first_year = 0;
  for (auto const& district : nation.programme.districts) {
    list += static_cast<double>(district.families + district.waiting);
    all += static_cast<double>(formed_until(district, 80));
    first_year += static_cast<double>(formed_until(district, 4));
  }
  CHECK(all / list / 80 == Approx(0.0171).epsilon(0.05));
  CHECK(first_year / list / 4 == Approx(all / list / 80).epsilon(0.02));
}

TEST_CASE("new families: they are poor enough for the list, paid nothing, and somebody is eligible",
          "[unit]") {
  OpenNation nation(three_provinces());
  double lasting = 0, of_waiting = 0, number = 0, waiting = 0;
  for (auto const& district : nation.programme.districts) {
    auto const h = nation.part_of(district);
    for (std::size_t s = 0; s < district.forming; ++s) {
      std::size_t const at = kept_at(district, s);
      CHECK(flags::status.get(h.flags[at]) == static_cast<std::uint32_t>(Status::waiting));
      CHECK(record::paid.get(h.record[at]) == 0);
      CHECK(record::entitlement.get(h.record[at]) > 0);
      CHECK(record::age.get(h.record[at]) == 0);
      CHECK(h.contact[at] == 0.0f);
      lasting += static_cast<double>(h.base[at]);
      ++number;
    }
    for (std::size_t i = district.families; i < district.families + district.waiting; ++i) {
      of_waiting += static_cast<double>(h.base[i]);
      ++waiting;
    }
  }
  // Anywhere on the list, so poorer than those who wait at its richer end.
  CHECK(lasting / number < of_waiting / waiting - 0.05);
}

TEST_CASE("new families: who has risen, or has nobody eligible, is not admitted", "[unit]") {
  std::uint32_t const waits =
      flags::real.put(1) | flags::status.put(static_cast<std::uint32_t>(Status::waiting));
  auto const record_of = [](std::uint32_t welfare, std::uint32_t entitlement) {
    return record::welfare.put(welfare) | record::entitlement.put(entitlement);
  };
  std::array const flag_words{waits, waits, waits, flags::real.put(1)};
  std::array const records{record_of(80, 24), record_of(81, 24), record_of(80, 0),
                           record_of(80, 24)};
  std::array<std::int32_t, 4> turn{};
  look_for_turns(turn, flag_words, records, 80);
  CHECK(turn == std::array<std::int32_t, 4>{80, no_turn, no_turn, no_turn});

  Households families = make_households(32);
  auto const h = view(families);
  District const district{.slots = 32, .families = 16, .waiting = 16, .forming = 1};
  for (std::size_t i = 0; i < 32; ++i) {
    h.flags[i] = i < 16 ? flags::real.put(1) : waits;
    h.record[i] = record_of(60, i % 2 == 0 ? 24 : 0);
  }
  leave_list(h, district);
  for (std::size_t i = 0; i < 32; ++i) {
    auto const status = static_cast<Status>(flags::status.get(h.flags[i]));
    CHECK(status == (i < 16 ? Status::active : i % 2 == 0 ? Status::waiting : Status::off_list));
  }
}

TEST_CASE("new families: a district that they do not fit into is refused", "[unit]") {
  PopulationSettings settings;
  settings.size.households = 3000000;
  settings.intake = {.reserve_share = 0, .new_families = 1};
  auto const areas = read_areas(testing::source_folder() / "scenarios" / "data" / "provinces.csv");
  CHECK_NOTHROW(plan_programme(areas, settings));
  try {
    plan_programme(areas, settings, {0.0163, 2000});
    FAIL("accepted");
  } catch (ScenarioError const& error) {
    auto const& problem = error.problems.at(0);
    CHECK(problem.place == "population.intake.new_families");
    CHECK_THAT(problem.text, Catch::Contains("of them formed in 2000 quarters"));
    CHECK_THAT(problem.text, Catch::Contains("at most 262144 fit"));
    CHECK_THAT(problem.text, Catch::Contains("shorten run.months"));
  }
}
