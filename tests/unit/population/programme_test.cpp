#include "population/programme.h"

#include "base/math_double.h"
#include "model/staff.h"
#include "population/own_counts.h"
#include "population_support.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

Area area_of(std::string name, double rate, double gap, double population, int districts) {
  Area area;
  area.name = std::move(name);
  area.poverty_rate = rate;
  area.poverty_gap = gap;
  area.population = population;
  area.line_rupiah = 600000;
  area.districts = districts;
  return area;
}

/// A poor and a better-off area.
Areas two_areas() {
  return {{area_of("east", 0.2, 0.04, 2e6, 3), area_of("west", 0.05, 0.007, 8e6, 2)}, {}};
}

PopulationSettings small_settings() {
  PopulationSettings settings;
  settings.size.least_families_per_district = 1;
  settings.size.households = 1000;
  settings.size.programme_households = 300000;
  return settings;
}

std::string refusal(Areas const& areas, PopulationSettings const& settings) {
  try {
    plan_programme(areas, settings);
  } catch (ScenarioError const& error) {
    return error.problems.at(0).place + ": " + error.problems.at(0).text;
  }
  return "accepted";
}

}  // namespace

TEST_CASE("programme: the parts of observed variance add up to the fit", "[unit]") {
  auto const programme = plan_programme(two_areas(), small_settings());
  auto const& plan = programme.areas[0];
  double const parts =
      plan.base_sd * plan.base_sd + plan.shock_sd * plan.shock_sd + plan.noise_sd * plan.noise_sd;
  CHECK(parts == Approx(plan.fit.sigma * plan.fit.sigma).epsilon(1e-12));
  CHECK(plan.noise_sd == Approx(std::sqrt(0.3) * plan.fit.sigma).epsilon(1e-7));
  CHECK(plan.score_total_sd ==
        Approx(std::sqrt(plan.base_sd * plan.base_sd + plan.shock_sd * plan.shock_sd + 0.04))
            .epsilon(1e-7));
}

TEST_CASE("programme: one national cut gives the programme its size", "[unit]") {
  auto const settings = small_settings();
  auto const programme = plan_programme(two_areas(), settings);
  double total = 0;
  for (auto const& plan : programme.areas) {
    double const below = math::normal_cdf((plan.score_cut - plan.fit.mu) / plan.score_total_sd);
    CHECK(plan.chosen_share == Approx(below).epsilon(1e-12));
    CHECK(plan.programme_families ==
          Approx(plan.families * below * static_cast<double>(settings.families.component_share))
              .epsilon(1e-12));
    total += plan.programme_families;
  }
  CHECK(total == Approx(300000).epsilon(1e-10));
  CHECK(programme.areas[0].score_cut == programme.areas[1].score_cut);
  CHECK(programme.areas[0].chosen_share > 2 * programme.areas[1].chosen_share);
  CHECK(programme.factor == Approx(300).epsilon(1e-10));
}

TEST_CASE("programme: the poorest are as many families as the programme has", "[unit]") {
  auto const programme = plan_programme(two_areas(), small_settings());
  double poorest = 0;
  for (auto const& plan : programme.areas) {
    double const sd = std::sqrt(plan.base_sd * plan.base_sd + plan.shock_sd * plan.shock_sd);
    poorest += plan.families * math::normal_cdf((plan.poorest_below - plan.fit.mu) / sd);
    CHECK(plan.poorest_below == programme.areas[0].poorest_below);
  }
  CHECK(poorest == Approx(300000).epsilon(1e-10));
}

TEST_CASE("programme: the ministry's own count replaces the national cut for its row", "[unit]") {
  auto areas = two_areas();
  areas.rows[1].kpm_households = 50000;
  auto const programme = plan_programme(areas, small_settings());
  CHECK(programme.areas[1].programme_families == 50000);
  CHECK(programme.areas[1].chosen_share * programme.areas[1].families *
            FamilySettings{}.component_share ==
        Approx(50000).epsilon(1e-6));
  CHECK(programme.areas[0].programme_families == Approx(250000).epsilon(1e-10));
  CHECK(programme.areas[0].score_cut > programme.areas[1].score_cut);
}

TEST_CASE("programme: counts of their own in every row need no national cut", "[unit]") {
  auto areas = two_areas();
  areas.rows[0].kpm_households = 100000;
  areas.rows[1].kpm_households = 50000;
  auto const programme = plan_programme(areas, small_settings());
  CHECK(programme.factor == Approx(150).epsilon(1e-12));
  CHECK(programme.areas[0].simulated_families == 667);
}

TEST_CASE("programme: the sample follows the programme and is spread evenly inside an area",
          "[unit]") {
  auto const programme = plan_programme(two_areas(), small_settings());
  REQUIRE(programme.districts.size() == 5);
  std::size_t families = 0, next_slot = 0;
  for (auto const& district : programme.districts) {
    CHECK(district.first_slot == next_slot);
    CHECK(district.slots == padded(district.families));
    next_slot += district.slots;
    families += district.families;
  }
  CHECK(families == 1000);
  auto const& d = programme.districts;
  CHECK(d[0].families - d[2].families <= 1);
  CHECK(d[3].first_id == 3 * ids_per_district);
  CHECK(district_number(d[4]) == 4);
  CHECK(d[4].area == 1);
}

TEST_CASE("programme: districts without a family are left out and the others keep their ids",
          "[unit]") {
  auto settings = small_settings();
  settings.size.households = 4;
  auto const programme = plan_programme(two_areas(), settings);
  std::size_t families = 0;
  for (auto const& district : programme.districts) {
    CHECK(district.families > 0);
    families += district.families;
  }
  CHECK(families == 4);
  CHECK(programme.districts.back().first_id >= 3 * ids_per_district);
}

TEST_CASE("programme: ids, cut and lines do not depend on the size of the sample", "[unit]") {
  auto const areas = read_areas(testing::provinces_file());
  PopulationSettings settings;
  std::map<std::uint32_t, District> large;
  settings.size.least_families_per_district = 1;
  settings.size.households = 200000;
  for (auto const& d : plan_programme(areas, settings).districts) large[district_number(d)] = d;
  settings.size.households = 12000;
  auto const small = plan_programme(areas, settings);
  CHECK(large.size() == 514);
  for (auto const& district : small.districts) {
    auto const& same = large.at(district_number(district));
    CHECK(same.first_id == district.first_id);
    CHECK(same.area == district.area);
    CHECK(same.poorest_below == district.poorest_below);
    CHECK(same.families >= district.families);
  }
}

TEST_CASE("programme: a sample has as many districts as get a caseload of families each",
          "[unit]") {
  auto const areas = read_areas(testing::provinces_file());
  PopulationSettings settings;
  for (int const households : {12000, 200000, 2000000}) {
    settings.size.households = households;
    auto const programme = plan_programme(areas, settings);
    std::vector<int> districts(programme.areas.size());
    for (auto const& district : programme.districts) {
      ++districts[district.area];
      CHECK((district.families >= 300 || districts[district.area] == 1));
    }
    for (std::size_t a = 0; a < districts.size(); ++a) {
      auto const full = static_cast<int>(programme.areas[a].simulated_families / 300);
      CHECK(districts[a] == std::clamp(full, 1, programme.areas[a].area.districts));
    }
  }
}

TEST_CASE("programme: what cannot be planned is refused with the figure", "[unit]") {
  auto settings = small_settings();
  settings.size.programme_households = 5000000;
  CHECK(refusal(two_areas(), settings) ==
        "population.programme_households: is 5000000 households; it must be at most 98 percent of "
        "the 1615385 families with an eligible member that the areas file implies (population, "
        "mean_household_size_nation, component_share)");
  settings = small_settings();
  settings.spending.noise_share = 0.5f;
  settings.spending.shock_share = 0.5f;
  CHECK(refusal(two_areas(), settings) ==
        "population.spending: noise_share 0.5 and shock_share 0.5 add up to more than 0.95 of the "
        "variance; the lasting part needs the rest");
  settings = small_settings();
  settings.size.households = 2000000;
  CHECK(refusal(two_areas(), settings)
            .ends_with("Give the row more n_districts or simulate fewer households"));
  auto areas = two_areas();
  areas.rows[0].districts = 5000;
  CHECK(refusal(areas, small_settings()) ==
        "population.areas: n_districts add up to 5002 districts; at most 4096 are possible");
  areas = two_areas();
  areas.rows[0].kpm_households = 300000;
  CHECK(refusal(areas, small_settings())
            .starts_with("population.programme_households: leaves no household"));
}

TEST_CASE("programme: a fit at its bound is a warning that names the gap that results", "[unit]") {
  auto areas = two_areas();
  areas.rows[0].poverty_gap = 0.001;
  auto const programme = plan_programme(areas, small_settings());
  REQUIRE(programme.warnings.size() == 1);
  CHECK(programme.warnings[0].place == "population.areas: east");
  CHECK(programme.warnings[0].consequence.starts_with("sigma is set to 0.1, so the gap"));
}

TEST_CASE("programme: 514 districts are planned like 38 provinces", "[unit]") {
  if (!std::filesystem::exists(testing::districts_file())) return;
  auto const areas = read_areas(testing::districts_file());
  auto const programme = plan_programme(areas, PopulationSettings{});
  CHECK(programme.areas.size() == 514);
  CHECK(programme.factor == Approx(50).epsilon(1e-9));
  std::size_t families = 0;
  for (auto const& district : programme.districts) families += district.families;
  CHECK(families == 200000);
}

TEST_CASE("programme: caseloads spread as they are asked to, and the nation keeps its posts",
          "[unit]") {
  Areas many{{area_of("east", 0.2, 0.04, 60e6, 150), area_of("west", 0.05, 0.007, 200e6, 250)}, {}};
  auto settings = small_settings();
  settings.size.households = 40000;
  settings.size.programme_households = 8000000;
  for (auto const& district : plan_programme(many, settings).districts)
    CHECK(district.ratio_factor[0] == 1.0f);
  settings.districts.caseload_spread = 0.31f;
  auto const programme = plan_programme(many, settings);
  double families = 0, posts = 0, logs = 0, squares = 0;
  for (auto const& district : programme.districts) {
    auto const factor = static_cast<double>(district.ratio_factor[0]);
    families += static_cast<double>(district.families);
    posts += static_cast<double>(district.families) / factor;
    logs += std::log(factor);
    squares += std::log(factor) * std::log(factor);
  }
  auto const districts = static_cast<double>(programme.districts.size());
  CHECK(posts == Approx(families).epsilon(1e-4));
  double const mean = logs / districts;
  CHECK(std::sqrt(squares / districts - mean * mean) == Approx(0.31).epsilon(0.05));
}

TEST_CASE("programme: further facilitators are all sent somewhere, whatever the rule", "[unit]") {
  Areas many{{area_of("east", 0.2, 0.04, 60e6, 150), area_of("west", 0.05, 0.007, 200e6, 250)}, {}};
  many.rows[0].hard_share = 0.4;
  auto settings = small_settings();
  settings.size.households = 40000;
  settings.size.programme_households = 8000000;
  settings.districts.caseload_spread = 0.31f;
  auto const programme = plan_programme(many, settings);
  for (float const more : {1000.0f, 6000.0f}) {
    for (int rule = 0; rule < 4; ++rule) {
      CaseloadLevers const usual;
      CaseloadLevers const levers{.more_facilitators = more,
                                  .more_go = static_cast<MorePosts>(rule)};
      double posts = 0, east = 0, crowded = 0;
      for (auto const& d : programme.districts) {
        auto const families = static_cast<double>(d.families);
        double const here = families / static_cast<double>(ratio_in(d, levers)) -
                            families / static_cast<double>(ratio_in(d, usual));
        posts += here;
        east += d.area == 0 ? here : 0;
        crowded += d.ratio_factor[0] > 1 ? here : 0;
      }
      INFO(more << " by rule " << rule);
      CHECK(posts * programme.factor == Approx(more).epsilon(1e-3));
      if (levers.more_go == MorePosts::hard_areas) CHECK(east == Approx(posts).epsilon(1e-3));
      // What crowded districts lack is more than a thousand and less than six.
      if (levers.more_go == MorePosts::crowded && more < 2000)
        CHECK(crowded == Approx(posts).epsilon(1e-3));
      if (levers.more_go == MorePosts::crowded && more > 2000) CHECK(crowded < 0.95 * posts);
    }
  }
}

TEST_CASE("programme: facilitators that an area counts itself decide its share of them", "[unit]") {
  auto areas = two_areas();
  areas.rows.push_back(area_of("north", 0.1, 0.02, 3e6, 2));
  auto settings = small_settings();
  settings.size.households = 40000;
  auto const equal = plan_programme(areas, settings);
  for (auto const& district : equal.districts) CHECK(district.ratio_factor[0] == 1.0f);

  // The west has twice as many families for each as the east; the north does not count.
  areas.rows[0].facilitators = equal.areas[0].programme_families / 200;
  areas.rows[1].facilitators = equal.areas[1].programme_families / 400;
  auto const counted = plan_programme(areas, settings);
  double families = 0, posts = 0;
  std::map<std::size_t, double> factors;
  for (auto const& district : counted.districts) {
    factors[district.area] = static_cast<double>(district.ratio_factor[0]);
    families += static_cast<double>(district.families);
    posts += static_cast<double>(district.families) / factors[district.area];
  }
  CHECK(factors[1] == Approx(2 * factors[0]).epsilon(1e-5));
  CHECK(factors[0] < factors[2]);
  CHECK(factors[2] < factors[1]);
  // How many there are is said by the lever, not by the counts.
  CHECK(posts == Approx(families).epsilon(1e-4));

  areas.rows[0].facilitators = 1;
  CHECK(refusal(areas, settings).starts_with("facilitators of east: gives "));
  CHECK(refusal(areas, settings).ends_with("to each facilitator; it must lie in [20, 2000]"));
}

TEST_CASE("programme: institutions differ by district as much as asked, whatever its caseload",
          "[unit]") {
  Areas areas = two_areas();
  areas.rows[0].districts = 150;
  areas.rows[1].districts = 250;
  auto settings = small_settings();
  settings.size.households = 400 * 300;
  for (auto const& district : plan_programme(areas, settings).districts)
    CHECK(district.institution == 1.0f);

  settings.districts = {.caseload_spread = 0.3f, .institution_spread = 0.45f};
  auto const programme = plan_programme(areas, settings);
  auto const count = static_cast<double>(programme.districts.size());
  REQUIRE(count > 350);
  double sum = 0, squares = 0, crowded = 0, crowded_squares = 0, products = 0;
  for (auto const& district : programme.districts) {
    double const u = std::log(static_cast<double>(district.institution));
    double const r = std::log(static_cast<double>(district.ratio_factor[0]));
    sum += u, squares += u * u, products += u * r, crowded += r, crowded_squares += r * r;
  }
  double const mean = sum / count, sd = std::sqrt(squares / count - mean * mean);
  double const mean_r = crowded / count;
  double const sd_r = std::sqrt(crowded_squares / count - mean_r * mean_r);
  CHECK(mean == Approx(0).margin(0.02));
  CHECK(sd == Approx(0.45).epsilon(0.03));
  CHECK((products / count - mean * mean_r) / (sd * sd_r) == Approx(0).margin(0.1));
}

TEST_CASE("programme: counted facilitators that the baseline rescales are told", "[unit]") {
  auto areas = two_areas();
  auto const settings = small_settings();
  CaseloadLevers baseline;
  CHECK_FALSE(warning_of_counts(plan_programme(areas, settings), baseline));
  auto const plans = plan_programme(areas, settings).areas;
  areas.rows[0].facilitators = plans[0].programme_families / 200;
  areas.rows[1].facilitators = plans[1].programme_families / 200;
  auto const counted = plan_programme(areas, settings);
  auto const warning = warning_of_counts(counted, baseline);
  REQUIRE(warning);
  CHECK(warning->what ==
        "the areas file counts 1500 facilitators, one for 200 families; the baseline has one for "
        "300");
  CHECK(warning->consequence ==
        "they are rescaled to 1000 and only their shares are kept; "
        "policy.caseload.households_per_facilitator=200 would have as many as counted");
  baseline.households_per_facilitator = 200;
  CHECK_FALSE(warning_of_counts(counted, baseline));
  baseline.allotment = Allotment::by_need;
  CHECK(warning_of_counts(counted, baseline)->consequence == "they are not looked at");
}

TEST_CASE("programme: a tenth of all families spends below the first of its borders, luck aside",
          "[unit]") {
  auto programme = plan_programme(two_areas(), small_settings());
  CHECK(programme.districts.front().tenth_below[3] == 0.0f);  // nobody has asked
  mark_tenths(programme);
  double families = 0;
  for (auto const& plan : programme.areas) families += plan.families;
  for (std::size_t tenth = 1; tenth <= 9; ++tenth) {
    double below = 0;
    for (auto const& plan : programme.areas)
      below +=
          plan.families *
          math::normal_cdf((static_cast<double>(programme.districts.back().tenth_below[tenth - 1]) -
                            plan.fit.mu) /
                           plan.base_sd);
    CHECK(below == Approx(families * static_cast<double>(tenth) / 10).epsilon(1e-6));
  }
  for (auto const& district : programme.districts) {
    CHECK(district.tenth_below == programme.districts.back().tenth_below);
    CHECK(district.minimum_wage == 0.0f);
  }
}

TEST_CASE("programme: minimum wages count in poverty lines of a person", "[unit]") {
  auto areas = two_areas();
  for (auto& area : areas.rows) area.minimum_wage = 3e6;
  for (auto const& district : plan_programme(areas, small_settings()).districts)
    CHECK(district.minimum_wage == 5.0f);
}
