#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

double mean(testing::SmallNation const& nation, Count what, Count of) {
  double top = 0, bottom = 0;
  for (std::size_t month = 1; month < nation.tallies.size(); ++month) {
    top += static_cast<double>(nation.tallies[month][what]);
    bottom += static_cast<double>(nation.tallies[month][of]);
  }
  return top / bottom;
}

testing::SmallNation lived(float ratio, void (*change)(testing::SmallNation&)) {
  auto nation = testing::small_nation({6000, 3000});
  nation.levers.caseload.households_per_facilitator = ratio;
  nation.lowest_ratio = ratio;
  nation.months = 48;
  change(nation);
  testing::run(nation);
  return nation;
}

}  // namespace

TEST_CASE("staff: with turnover off no post is ever vacant, and nobody is new", "[unit]") {
  auto const nation = lived(300, [](auto& n) { n.world.turnover.on = false; });
  for (auto const& tally : nation.tallies) {
    CHECK(tally[Count::vacant_posts] == 0);
    CHECK(tally[Count::facilitators_left] == 0);
  }
}

TEST_CASE("staff: of sessions planned never more are held, and all where there is time for them",
          "[property]") {
  for (float ratio : {1.0f, 7.0f, 20.0f, 100.0f, 500.0f}) {
    for (float leaving : {0.0f, 0.1f}) {
      auto nation = testing::small_nation({330, 170});
      nation.levers.caseload.households_per_facilitator = ratio;
      nation.lowest_ratio = ratio;
      nation.world.turnover.leaving = leaving;
      nation.world.turnover.leaving_fatigue = 0;
      testing::run(nation);
      for (auto const& tally : nation.tallies) {
        INFO("ratio " << ratio << ", leaving " << leaving);
        CHECK(tally[Count::sessions_held] <= tally[Count::sessions_planned]);
        if (ratio <= 20 && leaving == 0)
          CHECK(tally[Count::sessions_held] == tally[Count::sessions_planned]);
      }
    }
  }
}

TEST_CASE("staff: the visits of the first day leave time for the assessments they bring",
          "[unit]") {
  District const district{.families = 300, .line_rupiah = 600000};
  Levers levers;
  levers.visits.targeting = VisitTargeting::equal;
  World world;
  world.assessment.assess_hours = 0;
  auto const free = static_cast<double>(steady_visit_rate(district, world, levers));
  world.assessment.assess_hours = 2;
  auto const visits = static_cast<double>(steady_visit_rate(district, world, levers));
  // Visits of 1.5 hours; an assessment of 2 hours on top, one in every 24 + 1 / visits months.
  CHECK(1.5 * visits + 2 / (24 + 1 / visits) == Approx(1.5 * free).epsilon(1e-4));
  CHECK(visits < 0.8 * free);
}

TEST_CASE("staff: vacancies are what leaving and filling make of them", "[statistical]") {
  auto const nation = lived(30, [](auto& n) {
    n.world.turnover.leaving = 0.6f;  // 0.05 a month
    n.world.turnover.leaving_fatigue = 0;
    n.world.turnover.filling = 0.2f;
    n.months = 96;
  });
  // Stationary share 0.05 / (0.05 + 0.2); 300 posts with a memory of four months for 96 months.
  CHECK(mean(nation, Count::vacant_posts, Count::posts) == Approx(0.2).margin(0.012));
}

TEST_CASE("staff: a team keeps the contact that nobody's families lose", "[unit]") {
  auto const busy = [](testing::SmallNation& n) { n.world.turnover.leaving = 0.5f; };
  auto const team = lived(150, busy);
  auto const nobody = lived(150, [](auto& n) {
    n.world.turnover.leaving = 0.5f;
    n.levers.caseload.vacancy_cover = VacancyCover::nobody;
  });
  double const with = mean(team, Count::contact_minutes, Count::active);
  double const without = mean(nobody, Count::contact_minutes, Count::active);
  CHECK(mean(nobody, Count::vacant_posts, Count::posts) > 0.08);
  CHECK(with > without * 1.05);
}

TEST_CASE("staff: hours used since the start never exceed hours given by more than visits ahead",
          "[property]") {
  for (float ratio : {60.0f, 150.0f, 300.0f, 500.0f, 700.0f}) {
    auto const nation = lived(ratio, [](auto& n) { n.world.turnover.leaving = 0.1f; });
    double used = 0, given = 0;
    for (std::size_t month = 1; month < nation.tallies.size(); ++month) {
      auto const& tally = nation.tallies[month];
      used += static_cast<double>(tally[Count::hours_used]);
      given += static_cast<double>(tally[Count::hours_given]);
      INFO("ratio " << ratio << ", month " << month);
      // Visits fall by chance around what hours allow, and are paid back: a tenth of a month at
      // most.
      CHECK(used <= given + 0.1 * static_cast<double>(tally[Count::hours_given]));
    }
  }
}

TEST_CASE("staff: more facilitators never lower contact", "[property]") {
  double before = 0;
  for (float ratio : {700.0f, 500.0f, 400.0f, 300.0f, 200.0f, 100.0f, 50.0f}) {
    auto const nation = lived(ratio, [](auto&) {});
    double const contact = mean(nation, Count::contact_minutes, Count::active);
    INFO("ratio " << ratio);
    CHECK(contact >= before * 0.999);
    before = contact;
  }
}

TEST_CASE("staff: kept staff, the ratio falls as families leave", "[unit]") {
  auto const kept = lived(300, [](auto& n) { n.levers.caseload.staffing = Staffing::keep_staff; });
  auto const follows = lived(300, [](auto&) {});
  CHECK(kept.tallies.back()[Count::posts] ==
        Approx(static_cast<double>(kept.tallies[1][Count::posts])).epsilon(1e-4));
  CHECK(follows.tallies.back()[Count::posts] < follows.tallies[1][Count::posts]);
}

TEST_CASE("staff: courses and refreshers are counted as the levers ask for them", "[statistical]") {
  auto const nation = lived(30, [](auto& n) {
    n.world.turnover.on = false;
    n.levers.training.courses_per_year = 1.2f;
    n.levers.training.refreshers_per_year = 6;
  });
  // 200 posts for 48 months: 960 courses expected, three standard errors are 90.
  CHECK(mean(nation, Count::courses, Count::posts) == Approx(0.1).margin(0.01));
  CHECK(mean(nation, Count::refreshers, Count::posts) == Approx(0.5).epsilon(1e-3));
  auto const untrained = lived(300, [](auto&) {});
  CHECK(mean(untrained, Count::courses, Count::posts) == 0);
  CHECK(mean(untrained, Count::refreshers, Count::posts) == 0);
}

TEST_CASE("staff: posts that a policy adds are filled when recruitment is over, others go at once",
          "[unit]") {
  District const district{.families = 300, .line_rupiah = 600000};
  auto const ratios = [&](std::vector<float> const& asked, int takes) {
    std::vector<Levers> levers(asked.size());
    for (std::size_t m = 0; m < asked.size(); ++m) {
      levers[m].caseload.households_per_facilitator = asked[m];
      levers[m].staff.recruitment_months = takes;
    }
    std::vector<float> filled;
    for (std::size_t m = 0; m < asked.size(); ++m)
      filled.push_back(filled_ratio(district, levers, m));
    return filled;
  };
  using Ratios = std::vector<float>;
  Ratios const asked = {300, 300, 100, 100, 100, 100, 200, 200};
  CHECK(ratios(asked, 0) == asked);
  CHECK(ratios(asked, 2) == Ratios{300, 300, 300, 300, 100, 100, 200, 200});
  // Posts asked for less long than recruitment takes are never filled.
  CHECK(ratios({300, 100, 100, 300, 300}, 3) == Ratios{300, 300, 300, 300, 300});
  CHECK(ratios({300, 280, 260, 240, 240}, 1) == Ratios{300, 300, 280, 260, 240});
}

TEST_CASE("staff: in a run, posts come when they are recruited", "[unit]") {
  struct Run {
    std::vector<double> posts, families;
  };
  auto const run_with = [](int takes) {
    auto nation = testing::small_nation({3000});
    nation.lowest_ratio = 100;
    nation.months = 10;
    testing::run(nation, kernel_for(best_isa()), [&](int month) {
      Levers levers;
      levers.caseload.households_per_facilitator = month == 0 ? 300.0f : 100.0f;
      levers.staff.recruitment_months = month == 0 ? 0 : takes;
      return levers;
    });
    Run run;
    for (auto const& tally : nation.tallies) {
      run.posts.push_back(static_cast<double>(tally[Count::posts]) / 65536);
      run.families.push_back(static_cast<double>(tally[Count::active]));
    }
    return run;
  };
  auto const at_once = run_with(0), later = run_with(6);
  CHECK(at_once.posts[1] == Approx(30).epsilon(0.02));
  CHECK(later.posts[1] == Approx(10).epsilon(0.02));
  CHECK(later.posts[6] == Approx(10).epsilon(0.1));
  // Then there are as many as the families of that day ask for.
  CHECK(later.posts[7] == Approx(later.families[6] / 100).epsilon(0.02));
}

TEST_CASE("staff: who works for others has fewer visits for families on the first day", "[unit]") {
  District const district{.families = 300, .line_rupiah = 600000};
  World const world;
  Levers busy;
  busy.duties.hours_per_month = 30;
  CHECK(steady_visit_rate(district, world, busy) < 0.8f * steady_visit_rate(district, world, {}));
  CHECK(steady_fatigue(0, district, world, busy) > steady_fatigue(0, district, world, {}));
}
