#include "mechanisms/work_pattern.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;

}  // namespace

TEST_CASE("work pattern: new work brings new hours, jobs fill them, an own business frees them",
          "[unit]") {
  WorkPatternParameters const p{.changing = 0.1f, .job_clash = 0.3f, .own_business_clash = 0.5f};
  // Labour demand of twice the usual: a fifth of all families change.
  // clang-format off
  //                      changes  most   stays  job    business  both   full already
  Values clash =         {0.4f,    0.4f,  0.4f,  0.4f,  0.4f,     0.4f,  0.95f};
  Values const draw =    {0.1f,    0,     0.3f,  0.3f,  0.3f,     0.3f,  0.3f};
  Values const linked =  {0,       0,     0,     1,     0,        1,     1};
  Values const begun =   {0,       0,     0,     0,     1,        1,     0};
  // clang-format on
  change_work(clash, {.draw = draw, .linked = linked, .demand = 2, .usual_clash = 0.2f}, p);
  set_own_hours(clash, begun, p);
  CHECK(clash[0] == Approx(0.1386294f));  // the middle of the exponential law: 0.2 log 2
  CHECK(clash[1] == 0.9f);
  CHECK(clash[2] == 0.4f);
  CHECK(clash[3] == Approx(0.55f));   // 0.3 of the 0.5 that are free
  CHECK(clash[4] == Approx(0.2f));    // half of 0.4
  CHECK(clash[5] == Approx(0.275f));  // half of 0.55
  CHECK(clash[6] == 0.95f);
}

TEST_CASE("work pattern: the share that changes is the rate at this month's labour demand",
          "[unit]") {
  Values clash(1000, 0.95f);  // nobody draws that
  Values draw;
  for (int i = 0; i < 1000; ++i) draw.push_back((static_cast<float>(i) + 0.5f) / 1000);
  Values const none(1000);
  auto const changed = [&](float rate, float demand) {
    Values hours = clash;
    change_work(hours, {.draw = draw, .linked = none, .demand = demand, .usual_clash = 0.13f},
                {.changing = rate});
    int count = 0;
    for (float const hour : hours) count += hour != 0.95f;
    return count;
  };
  CHECK(changed(0.02f, 1) == 20);
  CHECK(changed(0.02f, 1.5f) == 30);
  CHECK(changed(0.02f, 0.25f) == 5);
  CHECK(changed(0, 3) == 0);
  CHECK(changed(1, 3) == 1000);
}

TEST_CASE("work pattern: hours stay a share and pay is never lost in full", "[property]") {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    testing::Chance chance(i, 32);
    WorkPatternParameters const p{.changing = chance.uniform(),
                                  .job_clash = chance.uniform(),
                                  .own_business_clash = chance.uniform(),
                                  .pay_lost = chance.uniform()};
    Values clash = {chance.uniform()}, pay(1);
    Values const draw = {chance.uniform()}, linked = {static_cast<float>(chance.below(2))},
                 begun = {static_cast<float>(chance.below(2))},
                 attended = {static_cast<float>(chance.below(3))};
    change_work(clash,
                {.draw = draw,
                 .linked = linked,
                 .demand = chance.between(0.25f, 3),
                 .usual_clash = chance.between(0, 0.5f)},
                p);
    set_own_hours(clash, begun, p);
    float const one =
        pay_for_session(chance.between(0.5f, 4), chance.uniform(), chance.uniform(), p);
    lose_pay(pay, attended, clash, one);
    INFO("case " << i);
    CHECK(clash[0] >= -1e-7f);  // the highest of the draws that change, rounded
    CHECK(clash[0] <= 1.0f);
    CHECK(pay[0] > 0.9f);  // two sessions of four hours among 173
    CHECK(pay[0] <= 1.0f + 1e-7f);
  }
}

TEST_CASE("work pattern: a session in working hours costs its part of the month's pay", "[unit]") {
  WorkPatternParameters const p{.pay_lost = 0.5f};
  // Two hours of 173, half of them paid by the hour.
  CHECK(pay_for_session(2, 0, 0.2f, p) == Approx(0.00578035f));
  // Half of the sessions in the evening, where a fifth of the clash is left: x (1 - 0.5 x 0.8).
  CHECK(pay_for_session(2, 0.5f, 0.2f, p) == Approx(0.00346821f));
  CHECK(pay_for_session(2, 1, 0, p) == 0.0f);
  Values pay(3);
  Values const attended = {2, 1, 0}, clash = {0.5f, 0, 1};
  lose_pay(pay, attended, clash, 0.01f);
  CHECK(pay[0] == Approx(0.99f));  // 1 - 0.01 x 2 x 0.5
  CHECK(pay[1] == 1.0f);
  CHECK(pay[2] == 1.0f);
}

TEST_CASE("work pattern: a grant of any month frees the hours of who begins a business with it",
          "[unit]") {
  for (int const month : {2, 4}) {  // April opens a quarter, February does not
    testing::Caseload caseload(16);
    caseload.world.work_pattern.changing = 0;
    caseload.world.enterprise.failing = caseload.world.enterprise.starting = 0;
    caseload.events = {{.kind = EventKind::grant, .month = month, .size = 2}};
    auto const h = view(caseload.households);
    for (std::size_t i = 0; i < 16; ++i) h.traits[i] = traits::clash.put(102);
    h.livelihood[1] = livelihood::enterprise.put(1);
    h.flags[2] |= flags::status.put(static_cast<std::uint32_t>(Status::raised));
    caseload.live(month);
    INFO("month " << month);
    CHECK(livelihood::enterprise.get(h.livelihood[0]) == 1);
    CHECK(traits::clash.get(h.traits[0]) == 51);   // half of 0.4, in 255ths
    CHECK(traits::clash.get(h.traits[1]) == 102);  // runs a business already
    CHECK(traits::clash.get(h.traits[2]) == 102);  // has left, and gets none
  }
}

TEST_CASE("work pattern: switched off, or where work changes nothing, hours stay", "[unit]") {
  World world;
  world.work_pattern.on = false;
  auto off = testing::busy_caseload(world);
  auto const before = testing::bits_of(off.households.traits);
  auto const tally = testing::live_on(off, 24);
  CHECK(testing::bits_of(off.households.traits) == before);
  world.work_pattern.on = true;
  auto with = testing::busy_caseload(world);
  testing::live_on(with, 24);
  CHECK(testing::bits_of(with.households.traits) != before);
  world.work_pattern.changing = 0;
  world.work_pattern.job_clash = 0;
  world.work_pattern.own_business_clash = 1;
  world.work_pattern.pay_lost = 0;
  auto still = testing::busy_caseload(world);
  CHECK(testing::live_on(still, 24) == tally);
  CHECK(testing::bits_of(still.households) == testing::bits_of(off.households));
}
