#include "mechanisms/money.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

struct Months {
  std::vector<float> savings, put_aside, benefit, spending;
};

/// Lines of half a million rupiah; 30 means three million rupiah a year.
Months one_month(MoneyParameters const& p) {
  // clang-format off
  //                                  saver  rich buffer  poor        destitute
  std::vector<float> const earned =     {1,    1,         0.2f,        0.05f};
  std::vector<float> const active =     {1,    0,         0,           0};
  std::vector<float> const paid =       {30,   30,        30,          30};
  std::vector<float> const persons =    {5,    5,         5,           1};
  std::vector<float> const none =       {0,    0,         0,           0};
  Months m{.savings = {0.2f, 1, 0, 0}, .put_aside = std::vector<float>(4),
           .benefit = std::vector<float>(4), .spending = std::vector<float>(4)};
  // clang-format on
  live_on(m.savings, m.put_aside, m.benefit, m.spending,
          {.earned = earned,
           .income = none,
           .shock = none,
           .paid_for = active,
           .top_up = none,
           .more_buffer = none,
           .taken = none,
           .paid = paid,
           .persons = persons,
           .assets_start = none,
           .usual_assets = 0,
           .line_rupiah = 500000},
          p);
  return m;
}

MoneyParameters const chosen{.buffer_target = 0.4f, .buffer_speed = 0.25f};

}  // namespace

TEST_CASE("money: a benefit is a twelfth of the yearly one, in the family's own lines", "[unit]") {
  auto const m = one_month(chosen);
  CHECK(m.benefit[0] == Approx(0.1f));  // 250,000 rupiah over 5 lines of 500,000
  CHECK(m.benefit[1] == 0.0f);          // out of the programme
}

TEST_CASE("money: families save toward a buffer, and draw on it", "[unit]") {
  auto const m = one_month(chosen);
  CHECK(m.savings[0] == Approx(0.25f));   // a quarter of the 0.2 that is missing
  CHECK(m.spending[0] == Approx(1.05f));  // 1 + 0.1 - 0.05
  CHECK(m.savings[1] == Approx(0.85f));   // 0.6 too much
  CHECK(m.spending[1] == Approx(1.15f));
  CHECK(m.savings[2] == Approx(0.02f));  // never more than a tenth of earnings
  CHECK(m.spending[2] == Approx(0.18f));
  CHECK(m.spending[3] == 0.1f);  // earns 0.05: nobody lives on less than a tenth
}

namespace {

/// One family that saves nothing of its own accord and is not paid.
struct Buffered {
  float savings, spending;
};
Buffered live_on_luck(float savings, float shock, MoneyParameters const& p, float business = 0) {
  std::vector<float> const earned = {math::exp(shock) + business}, income = {business},
                           luck = {shock}, none = {0}, persons = {4};
  std::vector<float> kept = {savings}, put_aside(1), benefit(1), spending(1);
  live_on(kept, put_aside, benefit, spending,
          {.earned = earned,
           .income = income,
           .shock = luck,
           .paid_for = none,
           .top_up = none,
           .more_buffer = none,
           .taken = none,
           .paid = none,
           .persons = persons,
           .assets_start = none,
           .usual_assets = 0,
           .line_rupiah = 500000},
          p);
  return {kept[0], spending[0]};
}

}  // namespace

TEST_CASE("money: spending shows a part of luck in log points, savings take some of the rest",
          "[unit]") {
  MoneyParameters const p{
      .buffer_target = 0.5f, .buffer_speed = 0, .passes = 0.6f, .buffers = 0.25f};
  // e^0.5 = 1.6487 earned, e^0.3 = 1.3499 spent, a quarter of the 0.2989 between them saved.
  Buffered const good = live_on_luck(0.3f, 0.5f, p);
  CHECK(good.spending == Approx(1.34986f));
  CHECK(good.savings == Approx(0.37472f));
  // e^-0.5 = 0.6065 earned, e^-0.3 = 0.7408 spent.
  Buffered const bad = live_on_luck(0.3f, -0.5f, p);
  CHECK(bad.spending == Approx(0.74082f));
  CHECK(bad.savings == Approx(0.26643f));
  // Savings end and room ends; kin and credit take what is left, so spending is the same.
  CHECK(live_on_luck(0.01f, -0.5f, p).savings == 0.0f);
  CHECK(live_on_luck(0.01f, -0.5f, p).spending == Approx(0.74082f));
  CHECK(live_on_luck(0.49f, 0.5f, p).savings == Approx(0.5f));
  CHECK(live_on_luck(0.7f, 0.5f, p).savings == 0.7f);
  // What a business earns is no luck of the family's wages.
  CHECK(live_on_luck(0.3f, 0.5f, p, 0.2f).spending == Approx(1.54986f));
  CHECK(live_on_luck(0.3f, 0.5f, p, 0.2f).savings == good.savings);
}

TEST_CASE("money: the buffer aimed at goes with assets", "[unit]") {
  std::vector<float> const earned = {1, 1, 1}, none = {0, 0, 0}, persons = {4, 4, 4},
                           assets = {0, 0.5f, 2};
  std::vector<float> savings = {0, 0, 0}, put_aside(3), benefit(3), spending(3);
  auto const live = [&](float usual) {
    live_on(savings, put_aside, benefit, spending,
            {.earned = earned,
             .income = none,
             .shock = none,
             .paid_for = none,
             .top_up = none,
             .more_buffer = none,
             .taken = none,
             .paid = none,
             .persons = persons,
             .assets_start = assets,
             .usual_assets = usual,
             .line_rupiah = 500000},
            {.buffer_target = 0.4f, .buffer_speed = 0.1f, .buffer_follows_assets = 0.75f});
  };
  live(0.5f);  // targets 0.1, 0.4 and 0.1 + 0.3 x 4
  CHECK(put_aside[0] == Approx(0.01f));
  CHECK(put_aside[1] == Approx(0.04f));
  CHECK(put_aside[2] == Approx(0.1f));  // a tenth of earnings at most
  savings = {0, 0, 0};
  live(0);  // nobody has assets: one target for all
  CHECK(put_aside[0] == Approx(0.04f));
  CHECK(put_aside[2] == Approx(0.04f));
}

TEST_CASE("money: where all luck passes, spending is what comes in", "[unit]") {
  MoneyParameters const p{.buffer_target = 0.5f, .buffer_speed = 0, .passes = 1, .buffers = 0.25f};
  for (float const shock : {-0.8f, -0.1f, 0.0f, 0.4f}) {
    CHECK(live_on_luck(0.3f, shock, p).spending == math::exp(shock));
    CHECK(live_on_luck(0.3f, shock, p).savings == 0.3f);
  }
}

TEST_CASE("money: spending is earnings without what luck hides, and what is not saved",
          "[property]") {
  testing::Chance chance(0, 3);
  for (int i = 0; i < 2000; ++i) {
    float const business = chance.between(0, 0.5f), wages = math::exp(chance.between(-2, 2));
    std::vector<float> const earned = {wages + business}, income = {business},
                             shock = {chance.between(-1, 1)}, top_up = {chance.between(0, 0.3f)},
                             more = {chance.between(0, 1)}, taken = {chance.uniform()},
                             active = {float(chance.below(2))}, paid = {float(chance.below(121))},
                             persons = {float(1 + chance.below(16))};
    std::vector<float> savings = {chance.between(0, 3)}, put_aside(1), benefit(1), spending(1);
    float const before = savings[0];
    MoneyParameters const p{.buffer_target = chance.between(0, 5),
                            .buffer_speed = chance.uniform(),
                            .passes = chance.between(0.05f, 1),
                            .buffers = chance.uniform()};
    live_on(savings, put_aside, benefit, spending,
            {.earned = earned,
             .income = income,
             .shock = shock,
             .paid_for = active,
             .top_up = top_up,
             .more_buffer = more,
             .taken = taken,
             .paid = paid,
             .persons = persons,
             .assets_start = more,
             .usual_assets = 0.5f,
             .line_rupiah = chance.between(300000, 900000)},
            p);
    INFO("case " << i);
    float const shown = wages * std::exp((p.passes - 1) * shock[0]) + business;
    float const buffered = savings[0] - before - put_aside[0];
    float const beyond = wages + business - shown;
    CHECK(savings[0] >= 0.0f);
    // Savings never take more than their part, nor the other way.
    CHECK(buffered * beyond >= -1e-5f);
    CHECK(std::abs(buffered) <= p.buffers * std::abs(beyond) + 1e-5f);
    CHECK(spending[0] == Approx(std::max(shown + benefit[0] - put_aside[0], 0.1f)).margin(1e-5));
  }
}

TEST_CASE("money: a levy takes its share of the payout, not of cash on top of it", "[unit]") {
  std::vector<float> const earned = {1}, paid_for = {1}, paid = {30}, persons = {5},
                           top_up = {0.05f}, none = {0}, taken = {0.25f};
  std::vector<float> savings = {0.3f}, put_aside(1), benefit(1), spending(1);
  live_on(savings, put_aside, benefit, spending,
          {.earned = earned,
           .income = none,
           .shock = none,
           .paid_for = paid_for,
           .top_up = top_up,
           .more_buffer = none,
           .taken = taken,
           .paid = paid,
           .persons = persons,
           .assets_start = none,
           .usual_assets = 0,
           .line_rupiah = 500000},
          {.buffer_target = 0.3f});
  CHECK(benefit[0] == Approx(0.125f));  // 0.1 x 0.75 + 0.05
}

TEST_CASE("money: benefit switched off, nobody is paid", "[unit]") {
  auto p = chosen;
  p.benefit_on = false;
  auto const m = one_month(p);
  CHECK(m.benefit == std::vector<float>{0, 0, 0, 0});
  CHECK(m.spending[0] == Approx(0.95f));
}

TEST_CASE("money: saving switched off, buffers stay", "[unit]") {
  World world;
  world.money.saving_on = false;
  world.shocks.setback_rate = 0;
  world.partners.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const before = testing::bits_of(caseload.households.savings);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.savings) == before);
}
