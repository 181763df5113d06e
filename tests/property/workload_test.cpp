// Hours: what a facilitator gives is what he has.
#include "mechanisms/workload.h"

#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;

namespace {

/// Contact hours per family and month that a caseload may expect.
double contact(HoursShared const& h, TaskHours const& task, float families) {
  return (h.sessions * task.session_contact * task.group_size +
          h.visit_hours / task.visit * task.visit_contact) /
         families;
}

float steady_fatigue(float families, float resilience, TaskHours const& task,
                     SessionLevers const& sessions, WorkloadParameters const& p) {
  float fatigue = 0.2f;
  for (int month = 0; month < 120; ++month) {
    float const load = share_out_hours({.full = 1, .families = families, .fatigue = fatigue}, task,
                                       sessions, {}, p)
                           .load;
    fatigue = fatigue_after_month(fatigue, load, resilience, p);
  }
  return fatigue;
}

}  // namespace

TEST_CASE("workload: more facilitators never lower expected contact hours", "[property]") {
  WorkloadParameters p;
  for (float hard : {0.0f, 0.3f, 1.0f}) {
    for (float reserve : {0.0f, 0.5f, 0.9f}) {
      for (float per_month : {0.5f, 1.0f, 2.0f}) {
        p.visit_reserve = reserve;
        SessionLevers const sessions{.per_month = per_month};
        auto const task = task_hours(hard, sessions, p);
        for (float fatigue : {0.0f, 0.25f, 0.5f, 1.0f, -1.0f}) {  // -1: settled for the load
          double before = 1e9;
          for (float families = 10; families <= 900; families += 2) {
            float const tired =
                fatigue < 0 ? steady_fatigue(families, 0.1f, task, sessions, p) : fatigue;
            double const now =
                contact(share_out_hours({.full = 1, .families = families, .fatigue = tired}, task,
                                        sessions, {}, p),
                        task, families);
            INFO("hard " << hard << ", reserve " << reserve << ", sessions " << per_month
                         << ", fatigue " << tired << ", families " << families);
            // Rounding of a float, and no more.
            if (now > before + 1e-5 * std::max(before, 1.0)) CHECK(now <= before);
            before = now;
          }
          CHECK(before < 1e9);
        }
      }
    }
  }
}

TEST_CASE("workload: tasks fit into contract and overtime less fatigue", "[property]") {
  for (std::uint32_t i = 0; i < 20000; ++i) {
    testing::Chance chance(i, 13);
    WorkloadParameters p;
    p.visit_reserve = chance.uniform();
    p.overtime_share = chance.between(0, 0.5f);
    p.rush = chance.between(0, 0.9f);
    p.fatigue_loss = chance.between(0, 0.9f);
    SessionLevers const sessions{.per_month = chance.between(0, 2),
                                 .hours = chance.between(0.5f, 4)};
    RegistryLevers const registry{.cycle_months = chance.between(1, 60)};
    auto const task = task_hours(chance.uniform(), sessions, p);
    Post const post{.full = chance.between(0.01f, 1.5f),
                    .families = chance.between(1, 1000),
                    .fatigue = chance.uniform()};
    auto const h = share_out_hours(post, task, sessions, registry, p);
    double const rested = 1 - p.fatigue_loss * post.fatigue;
    double const admin =
        p.fixed_admin * post.full +
        (task.admin_per_family + task.check / registry.cycle_months) * post.families;
    INFO("case " << i);
    CHECK(h.hours <= p.contracted * post.full * (1 + p.overtime_share) * rested * (1 + 1e-5));
    CHECK(h.sessions >= 0);
    CHECK(h.sessions <= h.sessions_planned);
    CHECK((h.held == 1) == (h.sessions == h.sessions_planned));
    CHECK(h.visit_hours >= 0);
    CHECK(h.checks >= 0);
    CHECK(h.checks <= 1);
    // Sessions, visits and administration at its most rushed, as much of it as is done.
    double const min_admin = h.checks * admin * (1 - p.rush);
    CHECK(h.sessions * task.session + h.visit_hours + min_admin <= h.hours * (1 + 1e-4) + 1e-3);
  }
}

TEST_CASE(
    "workload: visits paid since the start never outrun the hours for them by more than a month's "
    "luck",
    "[property]") {
  for (float ratio : {100.0f, 200.0f, 300.0f, 450.0f}) {
    auto nation = testing::small_nation({2400, 900});
    nation.levers.caseload.households_per_facilitator = ratio;
    nation.world.natural_exit.on = false;
    nation.world.leaving.on = false;
    nation.months = 48;
    testing::run(nation);
    double visits = 0, assessed = 0, sessions = 0, planned = 0;
    for (auto const& tally : nation.tallies) {
      visits += double(tally[Count::visits]);
      assessed += double(tally[Count::assessed]);
      sessions += double(tally[Count::sessions_held]) / share_unit;
      planned += double(tally[Count::sessions_planned]) / share_unit;
    }
    INFO("ratio " << ratio << ": " << visits << " visits, " << assessed << " assessments");
    CHECK(visits > 0);
    CHECK(sessions <= planned);
    for (auto const& staff : nation.staff) {
      for (std::uint32_t i = 0; i < staff.caseloads; ++i) {
        // A month's visits are chance around what the hours allow: at most one in three families
        // here, so the standard deviation is below 0.5 sqrt(families) visits of up to 2.5 hours,
        // and half an hour more for each that assesses.
        double const families = staff.people.families[i];
        double const luck = 4 * 0.5 * std::sqrt(families) * 3.0 + 0.5 * families;
        CHECK(staff.people.visit_hours[i] >= -luck);
      }
    }
  }
}
