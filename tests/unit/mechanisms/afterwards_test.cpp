#include "mechanisms/afterwards.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;

namespace {

using Values = std::vector<float>;

}  // namespace

TEST_CASE("afterwards: three months running below the line are a fall, counted once", "[unit]") {
  std::vector<std::int32_t> below_for = {0, 0, 0};
  // clang-format off
  //                    falls  still in the programme  recovers in the third month
  Values fallen = {0, 0, 0}, falls(3);
  Values const gone = {1, 0, 1};
  // clang-format on
  for (int month = 1; month <= 6; ++month) {
    INFO("month " << month);
    Values const lasting = {0.9f, 0.9f, month == 3 ? 1.1f : 0.9f};
    fall_back(below_for, fallen, falls, gone, lasting);
    CHECK(falls == Values{month == 3 ? 1.0f : 0.0f, 0, month == 6 ? 1.0f : 0.0f});
  }
  CHECK(fallen == Values{1, 0, 1});
  CHECK(below_for == std::vector<std::int32_t>{3, 0, 3});
}

TEST_CASE("afterwards: a family exactly on the line does not fall", "[unit]") {
  std::vector<std::int32_t> below_for = {2};
  Values fallen = {0}, falls(1);
  Values const gone = {1}, lasting = {1.0f};
  fall_back(below_for, fallen, falls, gone, lasting);
  CHECK(falls[0] == 0.0f);
  CHECK(below_for[0] == 0);
}

namespace {

/// Seven families, and nobody in the rest of the register.
Values register_of(Values values) {
  values.resize(lanes);
  return values;
}

Values returning(float rate, float guarantee = 0, Values const& called = Values(7, 0)) {
  // clang-format off
  //                                     back   seen rich  seen poor  no member  not fallen  in programme  late
  auto const gone = register_of(        {1,     1,         1,         1,         1,          0,            1});
  auto const fallen = register_of(      {1,     1,         1,         1,         0,          1,            1});
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
                        .fallen = fallen,
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

TEST_CASE("afterwards: a fallen family that a survey sees poor, with a member, may come back",
          "[unit]") {
  // Noise of +0.2 makes 0.8187 lines look like one, noise of -0.2 makes 1.2214 look like one.
  CHECK(returning(0.1f) == Values{1, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("afterwards: a promise is kept to all who left self-reliantly and fell back", "[unit]") {
  // Seen rich or not, but only with an eligible member; not to the third, who left otherwise.
  CHECK(returning(0, 1) == Values{1, 1, 0, 0, 0, 0, 1});
  CHECK(returning(0, 0.09f) == Values(7, 0));
  CHECK(returning(0, 0.095f) == Values{1, 1, 0, 0, 0, 0, 0});
}

TEST_CASE("afterwards: a failed business brings back at once, fallen or not", "[unit]") {
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
    h.flags[i] = flags::real.put(1) | flags::fallen.put(1) | flags::left_before.put(1) |
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
