#include "mechanisms/afterwards.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

namespace {

using Values = std::vector<float>;

}  // namespace

TEST_CASE("afterwards: three months running below the line make poor", "[unit]") {
  std::vector<std::int32_t> below_for = {0, 0, 0};
  // clang-format off
  //                 poor  still in the programme  recovers in the third month
  Values was_poor = {0,    0,                      0};
  Values const gone = {1,  0,                      1};
  // clang-format on
  for (int month = 1; month <= 6; ++month) {
    INFO("month " << month);
    Values const lasting = {0.9f, 0.9f, month == 3 ? 1.1f : 0.9f};
    live_below_line(below_for, was_poor, gone, lasting);
    CHECK(was_poor == Values{month >= 3 ? 1.0f : 0.0f, 0, month >= 6 ? 1.0f : 0.0f});
  }
  CHECK(below_for == std::vector<std::int32_t>{3, 0, 3});
  live_below_line(below_for, was_poor, gone, Values{1.1f, 1.1f, 1.1f});
  CHECK(was_poor == Values{1, 0, 1});  // has been poor, whatever comes
}

TEST_CASE("afterwards: a family exactly on the line is not below it", "[unit]") {
  std::vector<std::int32_t> below_for = {2};
  Values was_poor = {0}, was_above = {0};
  Values const gone = {1}, lasting = {1.0f};
  live_below_line(below_for, was_poor, gone, lasting);
  remember_above_line(was_above, gone, lasting);
  CHECK(was_poor[0] == 0.0f);
  CHECK(below_for[0] == 0);
  CHECK(was_above[0] == 1.0f);
}

TEST_CASE("afterwards: only who was above the line falls back, once for each exit", "[unit]") {
  // clang-format off
  //                   left above  left poor  rose later  rose late, twice  in the programme
  Values was_above = { 1,          0,         0,          0,                0};
  Values const out = { 1,          1,         1,          1,                0};
  Values const months[] = {
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      1.0f,       0.9f,             1.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 1.2f,       0.9f,      0.9f,       1.1f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      1.1f,       1.1f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f},
                     { 0.9f,       0.9f,      0.9f,       0.9f,             0.9f}};
  int const falls_in[] = {3,        0,         5,          7,                0};
  // clang-format on
  std::vector<std::int32_t> below_for(5, 0);
  Values was_poor(5, 0), fell_back(5, 0), falls(5);
  int month = 0;
  for (auto const& lasting : months) {
    ++month;
    live_below_line(below_for, was_poor, out, lasting);
    fall_back(fell_back, falls, was_above, below_for);
    remember_above_line(was_above, out, lasting);
    for (std::size_t i = 0; i < 5; ++i) {
      INFO("month " << month << ", family " << i);
      CHECK(falls[i] == (month == falls_in[i] ? 1.0f : 0.0f));
    }
  }
  CHECK(fell_back == Values{1, 0, 1, 1, 0});
  CHECK(was_poor == Values{1, 1, 1, 1, 0});
  CHECK(was_above == Values{1, 0, 1, 1, 0});
}

namespace {

/// Families that earn `lasting` lines for good, the first half out since two months, the others
/// about to leave for want of a component; nothing but the registry moves anything.
testing::Caseload frozen_families(float lasting, std::size_t families) {
  testing::Caseload caseload(families);
  auto& world = caseload.world;
  world.shocks.on = world.disasters.on = world.earnings.on = world.enterprise.on = false;
  world.member_clocks.on = world.work_pattern.on = world.leaving.on = false;
  world.natural_exit.component_error = 0;
  caseload.levers.registry.cycle_months = 1;
  auto const h = view(caseload.households);
  for (std::size_t i = 0; i < families; ++i) {
    h.base[i] = h.permanent[i] = math::log(lasting);
    h.record[i] = record::paid.put(24) | record::size.put(3);
  }
  return caseload;
}

}  // namespace

TEST_CASE("afterwards: who leaves poor is counted then, and never as fallen back", "[unit]") {
  auto poor = frozen_families(0.8f, 32), not_poor = frozen_families(1.2f, 32);
  auto const first = poor.live(1);
  CHECK(first[Count::left_natural] == 32);
  CHECK(first[Count::left_poor] == 32);
  CHECK(not_poor.live(1)[Count::left_poor] == 0);
  Tally of_poor, of_others;
  for (int month = 2; month <= 12; ++month) {
    of_poor += poor.live(month);
    of_others += not_poor.live(month);
  }
  CHECK(of_poor[Count::fell_back] == 0);
  CHECK(of_poor[Count::left_poor] == 0);
  CHECK(of_others[Count::fell_back] == 0);
  // Those that left above the line fall when their earnings do, in the third month after.
  for (auto& earned : not_poor.households.permanent) earned = math::log(0.8f);
  CHECK(not_poor.live(13)[Count::fell_back] == 0);
  CHECK(not_poor.live(14)[Count::fell_back] == 0);
  CHECK(not_poor.live(15)[Count::fell_back] == 32);
  CHECK(not_poor.live(16)[Count::fell_back] == 0);
}

TEST_CASE("afterwards: an exit is sustained above the line, not below it", "[unit]") {
  for (float const lasting : {0.8f, 1.2f}) {
    INFO(lasting << " lines");
    auto caseload = frozen_families(lasting, 32);
    caseload.world.afterwards.return_rate = 0;
    auto const h = view(caseload.households);
    for (std::size_t i = 0; i < 32; ++i)
      h.flags[i] = flags::real.put(1) | flags::left_before.put(1) | flags::since_exit.put(22) |
                   flags::was_above.put(lasting < 1.0f ? 0u : 1u) |
                   flags::status.put(static_cast<std::uint32_t>(Status::raised));
    CHECK(caseload.live(1)[Count::sustained] == 0);
    CHECK(caseload.live(2)[Count::sustained] == (lasting < 1.0f ? 0 : 32));
  }
}

namespace {

/// Seven families, and nobody in the rest of the register.
Values register_of(Values values) {
  values.resize(lanes);
  return values;
}

Values returning(float rate, float guarantee = 0, Values const& called = Values(7, 0)) {
  // clang-format off
  //                                     back   seen rich  seen poor  no member  never poor  in programme  late
  auto const gone = register_of(        {1,     1,         1,         1,         1,          0,            1});
  auto const was_poor = register_of(    {1,     1,         1,         1,         0,          1,            1});
  auto const entitlement = register_of( {9,     9,         9,         0,         9,          9,            9});
  auto const spending = register_of(    {0.81f, 0.83f,     1.2f,      0.5f,      0.5f,       0.5f,         0.5f});
  auto const survey = register_of(      {1,     1,         -1,        0,         0,          0,            0});
  auto const draw = register_of(        {0.09f, 0.09f,     0.09f,     0.09f,     0.09f,      0.09f,        0.1f});
  auto const promised = register_of(    {1,     1,         0,         1,         1,          1,            1});
  // clang-format on
  Values const restored(lanes, 0);
  auto const called_back = register_of(called);
  Values returns(lanes);
  ReturnInputs const in{.gone = gone,
                        .restored = restored,
                        .was_poor = was_poor,
                        .entitlement = entitlement,
                        .spending = spending,
                        .survey = survey,
                        .draw = draw,
                        .promised = promised,
                        .called_back = called_back,
                        .noise_sd = 0.2f,
                        .guarantee = guarantee};
  come_back(returns, in, {.return_rate = rate});
  keep_promises(returns, in);
  returns.resize(7);
  return returns;
}

}  // namespace

TEST_CASE("afterwards: a family that was poor, seen so by a survey, with a member, may come back",
          "[unit]") {
  // Noise of +0.2 makes 0.8187 lines look like one, noise of -0.2 makes 1.2214 look like one.
  CHECK(returning(0.1f) == Values{1, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("afterwards: a promise is kept to all who left self-reliantly and were poor", "[unit]") {
  // Seen rich or not, but only with an eligible member; not to the third, who left otherwise.
  CHECK(returning(0, 1) == Values{1, 1, 0, 0, 0, 0, 1});
  CHECK(returning(0, 0.09f) == Values(7, 0));
  CHECK(returning(0, 0.095f) == Values{1, 1, 0, 0, 0, 0, 0});
}

TEST_CASE("afterwards: a failed business brings back at once, poor or not", "[unit]") {
  CHECK(returning(0, 0, {0, 0, 0, 1, 1, 0, 0}) == Values{0, 0, 0, 0, 1, 0, 0});  // with a member
}

TEST_CASE("afterwards: at a rate of zero nobody comes back", "[unit]") {
  CHECK(returning(0) == Values(7, 0));
}

TEST_CASE("afterwards: who comes back has a new record and is paid what is due", "[unit]") {
  testing::Caseload caseload(16);
  auto& world = caseload.world;
  world.afterwards.return_rate = 1;
  world.registry.noise_sd = 0;
  world.shocks.on = world.disasters.on = world.earnings.on = world.enterprise.on = false;
  world.member_clocks.on = world.work_pattern.on = false;
  caseload.facilitator.checks = 0;  // nobody else would look at the record
  auto const h = view(caseload.households);
  struct {
    Status left_as;
    std::uint32_t paid;
  } const before[] = {{Status::natural, 0}, {Status::raised, 15}};
  for (std::size_t i = 0; i < 2; ++i) {
    h.flags[i] = flags::real.put(1) | flags::was_poor.put(1) | flags::left_before.put(1) |
                 flags::since_exit.put(20) |
                 flags::status.put(static_cast<std::uint32_t>(before[i].left_as));
    h.record[i] = record::paid.put(before[i].paid) | record::entitlement.put(24) |
                  record::size.put(3) | record::welfare.put(100) | record::age.put(40);
    h.permanent[i] = -0.5f;
  }
  auto const month = caseload.live(2);
  CHECK(month[Count::returned] == 2);
  CHECK(month[Count::paid] == 48);
  for (std::size_t i = 0; i < 2; ++i) {
    INFO("family " << i);
    CHECK(flags::status.get(h.flags[i]) == 0);
    CHECK(record::paid.get(h.record[i]) == 24);
    CHECK(record::age.get(h.record[i]) == 0);
    CHECK(record::welfare.get(h.record[i]) == 44);  // 40 x (-0.5 + 1.6), to the nearest
  }
}
