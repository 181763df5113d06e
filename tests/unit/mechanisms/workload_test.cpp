#include "mechanisms/workload.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <ostream>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// The worked figures were found without a reserve for visits.
WorkloadParameters without_reserve() {
  WorkloadParameters p;
  p.visit_reserve = 0;
  return p;
}

RegistryLevers checked_every(float months) { return {.cycle_months = months}; }

HoursShared easy_hours(float families, float fatigue, WorkloadParameters const& p, float full = 1) {
  return share_out_hours({.full = full, .families = families, .fatigue = fatigue},
                         task_hours(0, {}, p), {}, checked_every(18), p);
}

}  // namespace

TEST_CASE("workload: tasks cost what their parts cost, easy and hard places mixed", "[unit]") {
  WorkloadParameters const p;
  auto const easy = task_hours(0, {}, p), hard = task_hours(1, {}, p),
             half = task_hours(0.5f, {}, p);
  CHECK(easy.session == Approx(3.25f));  // 2 + 0.75 + 0.5
  CHECK(hard.session == Approx(7.75f));  // 2 + 0.75 + 5
  CHECK(12 * easy.session == Approx(39));
  CHECK(12 * hard.session == Approx(93));
  CHECK(half.session == Approx(5.5f));
  CHECK(half.group_size == Approx(20));
  CHECK(half.admin_per_family == Approx(0.225f));
  CHECK(half.check == Approx(0.225f));
  CHECK(easy.visit == Approx(1.5f));
  CHECK(half.visit == Approx(2.0f));
  CHECK(easy.visit_contact == Approx(0.75f));
  CHECK(easy.session_contact == 2.0f);
  // Half of the sessions in the evening, which cost a fifth more.
  CHECK(task_hours(0, {.evening_share = 0.5f}, p).session == Approx(3.575f));
}

TEST_CASE("workload: 300 families in an easy place just fit", "[unit]") {
  auto const h = easy_hours(300, 0, without_reserve());
  CHECK(h.sessions_planned == Approx(12));
  CHECK(h.hours == Approx(160));  // duties 67.5 + 39 stay below the contract
  CHECK(h.sessions == Approx(12));
  CHECK(h.visit_hours == Approx(53.5f));  // 160 - 67.5 - 39
  CHECK(h.load == Approx(0.9f));          // (106.5 + 300 / 12 x 1.5) / 160
  CHECK(h.checks == 1.0f);
}

TEST_CASE(
    "workload: a target takes its hours before sessions and visits, and no more than it can use",
    "[unit]") {
  auto const shared = [](float divert, float most) {
    WorkloadParameters const p;
    return share_out_hours({.full = 1, .families = 300, .fatigue = 0}, task_hours(0, {}, p), {},
                           checked_every(18), p, divert, most);
  };
  auto const calm = shared(0, 1000), pressed = shared(0.4f, 1000), few = shared(0.4f, 7);
  CHECK(calm.diverted == 0.0f);
  CHECK(pressed.diverted == Approx(37));  // of 160 - 67.5
  CHECK(pressed.visit_hours == Approx(27.75f));
  CHECK(pressed.sessions == Approx(27.75f / 3.25f));
  CHECK(pressed.admin == calm.admin);
  CHECK(few.diverted == Approx(7));
  CHECK(few.sessions * 3.25f + few.visit_hours == Approx(92.5f - 7));
}

TEST_CASE("workload: overtime comes first, then rushed administration, then sessions go",
          "[unit]") {
  auto const p = without_reserve();
  auto const rested = easy_hours(600, 0, p);
  CHECK(rested.hours == Approx(176));    // duties 115 + 78 ask for more than a tenth on top
  CHECK(rested.sessions == Approx(24));  // 17 of 115 hours of administration are saved
  CHECK(rested.visit_hours == Approx(0).margin(1e-4));
  CHECK(rested.load == Approx(1.675f));  // (193 + 75) / 160
  CHECK(rested.checks == 1.0f);
  auto const tired = easy_hours(600, 1, p);
  CHECK(tired.hours == Approx(149.6f));
  CHECK(tired.sessions == Approx(19.492308f));  // (149.6 - 0.75 x 115) / 3.25
  CHECK(tired.visit_hours == Approx(0).margin(1e-4));
  CHECK(tired.load == Approx(268 / 136.0));
}

TEST_CASE("workload: the reserve for visits is no duty, and is taken from sessions", "[unit]") {
  WorkloadParameters p;
  p.visit_reserve = 0.5f;
  auto const full = easy_hours(600, 0, p);
  CHECK(full.hours == Approx(176));       // neither overtime nor rushing grows
  CHECK(full.visit_hours == Approx(39));  // half of the 78 hours left
  CHECK(full.sessions == Approx(12));
  auto const light = easy_hours(300, 0, p);  // where both fit, it changes nothing
  CHECK(light.visit_hours == Approx(53.5f));
  CHECK(light.sessions == Approx(12));
}

TEST_CASE("workload: when even rushed administration does not fit, checks are missed", "[unit]") {
  auto const h = easy_hours(2000, 0, without_reserve());
  // Administration 20 + 0.158333 x 2000 = 336.667, rushed 252.5; 176 hours.
  CHECK(h.checks == Approx(176 / 252.5));
  CHECK(h.sessions == 0.0f);
  CHECK(h.visit_hours == 0.0f);
}

TEST_CASE("workload: half a post with half the families shares out half of everything",
          "[property]") {
  testing::Chance chance(0, 4);
  for (int i = 0; i < 500; ++i) {
    float const families = chance.between(20, 800), fatigue = chance.uniform(),
                part = chance.between(0.05f, 1);
    WorkloadParameters p;
    p.visit_reserve = chance.uniform();
    auto const whole = easy_hours(families, fatigue, p),
               some = easy_hours(part * families, fatigue, p, part);
    INFO("case " << i << ", " << families << " families");
    CHECK(some.load == Approx(whole.load).epsilon(1e-5));
    CHECK(some.checks == Approx(whole.checks).epsilon(1e-5));
    CHECK(some.hours == Approx(part * whole.hours).epsilon(1e-5));
    CHECK(some.sessions == Approx(part * whole.sessions).epsilon(1e-4).margin(1e-4));
    CHECK(some.visit_hours == Approx(part * whole.visit_hours).epsilon(1e-4).margin(1e-3));
  }
}

TEST_CASE("workload: fatigue drifts toward what the load demands of the person", "[unit]") {
  WorkloadParameters const p;
  CHECK(fatigue_after_month(0.2f, 1.0f, 0, p) == Approx(0.2f));
  CHECK(fatigue_after_month(0.2f, 1.5f, 0, p) == Approx(0.26f));           // 15 % of the way to 0.6
  CHECK(fatigue_after_month(0.2f, 1.5f, -0.9f, p) == Approx(0.17f));       // toward 0, never below
  CHECK(fatigue_after_month(0.2f, 9.0f, 0, p) == Approx(0.32f));           // toward 1, never above
  CHECK(fatigue_after_month(0.2f, 1.5f, 0, p, 0.25f) == Approx(0.2375f));  // toward 0.45
  WorkloadParameters still;
  still.fatigue_speed = 0;
  CHECK(fatigue_after_month(0.2f, 9.0f, 0.5f, still) == 0.2f);
  CHECK(fatigue_after_month(0.2f, 9.0f, 0.5f, still, 0.25f) == 0.2f);
}

TEST_CASE("workload: without loss by fatigue a tired facilitator gives as much as a rested one",
          "[unit]") {
  auto p = without_reserve();
  p.fatigue_loss = 0;
  auto const rested = easy_hours(450, 0, p), tired = easy_hours(450, 1, p);
  CHECK(rested.hours == tired.hours);
  CHECK(rested.sessions == tired.sessions);
  CHECK(rested.load == tired.load);
}

namespace {

/// A row of the table in section 3 of the worked equations (model-families-hours-registry.md).
struct Worked {
  bool hard;
  float families;
  double demand, load, contact, cancelled, visits, fatigue, leaving;
};

std::ostream& operator<<(std::ostream& out, Worked const& row) {
  return out << (row.hard ? "hard " : "easy ") << row.families << " families";
}

// hard, families, demand, load, contact, cancelled, visits a year, fatigue, leaving a year
constexpr Worked worked[] = {{false, 50, 43, .27, 3.23, 0, 19.6, .00, .020},
                             {false, 100, 66, .41, 2.53, 0, 8.5, .01, .020},
                             {false, 150, 88, .56, 2.30, 0, 4.7, .03, .021},
                             {false, 200, 111, .71, 2.18, 0, 2.9, .06, .022},
                             {false, 250, 134, .86, 2.11, 0, 1.7, .13, .024},
                             {false, 300, 156, 1.02, 2.06, 0, 0.9, .22, .030},
                             {false, 350, 179, 1.20, 2.02, 0, 0.4, .34, .039},
                             {false, 400, 202, 1.38, 2.00, 0, 0.02, .47, .052},
                             {false, 450, 225, 1.58, 1.96, .02, 0, .60, .070},
                             {false, 500, 248, 1.79, 1.85, .08, 0, .73, .092},
                             {false, 541, 266, 1.96, 1.54, .23, 0, .81, .106},
                             {false, 600, 293, 2.20, 1.10, .45, 0, .89, .120},
                             {false, 700, 338, 2.57, 0.59, .70, 0, .93, .129},
                             {true, 100, 132, .85, 2.13, 0, 2.1, .13, .025},
                             {true, 150, 189, 1.27, 1.99, 0, 0, .39, .044},
                             {true, 200, 245, 1.77, 1.52, .24, 0, .72, .089},
                             {true, 300, 358, 2.71, 0.54, .73, 0, .94, .130}};

/// Means over facilitators of every resilience, after years under one load.
struct Settled {
  double demand = 0, load = 0, contact = 0, cancelled = 0, visits = 0, fatigue = 0;
};

Settled settled(bool hard, float families, WorkloadParameters const& p) {
  auto const task = task_hours(hard ? 1.0f : 0.0f, {}, p);
  constexpr int people = 400, years = 7;
  Settled mean;
  for (int person = 0; person < people; ++person) {
    float const resilience =
        p.resilience_sd * math::normal_quantile((static_cast<float>(person) + 0.5f) / people);
    float fatigue = 0.2f;
    for (int month = 0; month < 12 * (3 + years); ++month) {
      auto const h = share_out_hours({.full = 1, .families = families, .fatigue = fatigue}, task,
                                     {}, checked_every(3), p);
      if (month >= 36) {
        double const weight = 1.0 / (12 * years * people);
        double const visits = h.visit_hours / task.visit;
        mean.demand += weight * h.load * p.contracted * (1 - p.fatigue_loss * fatigue);
        mean.load += weight * h.load;
        mean.contact +=
            weight *
            (h.sessions * task.session_contact * task.group_size + visits * task.visit_contact) /
            families;
        mean.cancelled += weight * (1 - h.sessions / h.sessions_planned);
        mean.visits += weight * 12 * visits / families;
        mean.fatigue += weight * fatigue;
      }
      fatigue = fatigue_after_month(fatigue, h.load, resilience, p);
    }
  }
  return mean;
}

}  // namespace

// The worked table is of a registry cycle of 3 months (with 18, demand at 300 families would be
// 144, not 156). It also has turnover and vacancies, which this model has not yet: a vacancy of
// four months at a yearly rate `leaving` is worked by the others, so their load is higher by
// leaving / 3, and newcomers begin at a fatigue of 0.1, so mean fatigue is lower where many leave.
TEST_CASE("workload: the hours chain gives the worked table, but for turnover", "[unit]") {
  auto const p = without_reserve();
  for (auto const& row : worked) {
    INFO(row);
    auto const is = settled(row.hard, row.families, p);
    CHECK(is.demand == Approx(row.demand).margin(0.51));  // a whole number, 156.5 printed as 156
    double const tired = (1 - 0.15 * is.fatigue) / (1 - 0.15 * row.fatigue);
    CHECK(is.load * (1 + row.leaving / 3) * tired == Approx(row.load).margin(0.015));
    if (row.leaving < 0.05) {
      CHECK(is.contact == Approx(row.contact).margin(0.015));
      CHECK(is.cancelled == Approx(row.cancelled).margin(0.005));
      // Visits are what is left: half a digit, and the hours of 1 % of posts.
      CHECK(is.visits == Approx(row.visits).margin(0.05 + 0.015 * row.visits));
      CHECK(is.fatigue == Approx(row.fatigue).margin(0.025));
    } else {
      // The hours of vacant posts are missing: at most 0.13 / 3 of all, doubled because
      // administration comes first, and no session is saved by it.
      CHECK(is.contact > row.contact - 0.005);
      CHECK(is.contact < row.contact + 0.10);
      CHECK(is.cancelled < row.cancelled + 0.005);
      CHECK(is.cancelled > row.cancelled - 0.055);
      CHECK(is.fatigue > row.fatigue);
      CHECK(is.fatigue < row.fatigue + 0.08);
    }
  }
}

TEST_CASE("workload: other duties come first, with administration", "[unit]") {
  auto const p = without_reserve();
  auto const hours = [&](float duties, float full = 1) {
    return share_out_hours({.full = full, .families = 300 * full, .fatigue = 0, .duties = duties},
                           task_hours(0, {}, p), {}, checked_every(18), p);
  };
  auto const usual = hours(0), busy = hours(30), half = hours(30, 0.5f);
  CHECK(busy.admin == Approx(usual.admin + 30));
  CHECK(busy.visit_hours == Approx(23.5f));  // 53.5 without them
  CHECK(busy.load == Approx(0.9f + 30.0f / 160));
  CHECK(busy.sessions == Approx(usual.sessions));
  // Half a post has half of them.
  CHECK(half.admin == Approx(0.5f * busy.admin));
  CHECK(half.visit_hours == Approx(0.5f * busy.visit_hours));
  // Of 176 hours, administration rushed takes 148.1, and 27.9 are left for sessions of 39.
  auto const swamped = hours(130);
  CHECK(swamped.visit_hours == Approx(0).margin(1e-4));
  CHECK(swamped.held == Approx(27.875f / 39));
}
