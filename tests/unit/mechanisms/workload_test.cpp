#include "mechanisms/workload.h"

#include <catch2/catch.hpp>

using namespace graduasi;

namespace {

HoursShared hours_at(float families, float fatigue, WorkloadParameters const& p = {}) {
  SessionLevers const sessions;
  RegistryLevers const registry{.cycle_months = 18};
  return share_out_hours({.full = 1, .families = families, .fatigue = fatigue},
                         task_hours(0, sessions, p), sessions, registry, p);
}

}  // namespace

TEST_CASE("workload: at 300 families, rested, the month adds up by hand", "[unit]") {
  WorkloadParameters p;
  p.visit_reserve = 0;
  HoursShared const h = hours_at(300, 0, p);
  // admin 20 + (0.15 + 0.15/18) 300 = 67.5; sessions 12 x 3.25 = 39; visits expected 25 x 1.5 = 37.5
  CHECK(h.load == Catch::Detail::Approx((67.5 + 39 + 37.5) / 160).epsilon(1e-5));
  CHECK(h.sessions == Catch::Detail::Approx(12).epsilon(1e-5));
  CHECK(h.visit_hours == Catch::Detail::Approx(160 - 67.5 - 39).epsilon(1e-5));
  CHECK(h.hours == 160);
}

TEST_CASE("workload: more facilitators never lower contact hours per family", "[property]") {
  for (float fatigue : {0.0f, 0.3f, 0.9f}) {
    float before = 1e9f;
    for (int families = 20; families <= 700; ++families) {
      auto const n = static_cast<float>(families);
      HoursShared const h = hours_at(n, fatigue);
      float const contact = (h.sessions * 2 * 25 + h.visit_hours / 1.5f * 0.75f) / n;
      CHECK(contact <= before * 1.00001f);
      before = contact;
    }
  }
}

TEST_CASE("workload: no more hours are given than contract, overtime and fatigue leave", "[property]") {
  WorkloadParameters const p;
  for (float families : {50.0f, 300.0f, 450.0f, 700.0f}) {
    for (float fatigue : {0.0f, 0.5f, 1.0f}) {
      CHECK(hours_at(families, fatigue).hours <= 160 * 1.1f * (1 - 0.15f * fatigue) * 1.00001f);
    }
  }
}
