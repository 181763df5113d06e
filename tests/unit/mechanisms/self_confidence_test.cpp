#include "mechanisms/self_confidence.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

SelfConfidenceParameters const chosen{.contact_rate = 0.1f,
                                      .strengths_effect = 0.5f,
                                      .success_gain = 0.02f,
                                      .reference_memory = 10,
                                      .setback_drop = 0.1f,
                                      .home = 0.05f};

}  // namespace

TEST_CASE("self-confidence: contact and success lift, a setback drops, home pulls", "[unit]") {
  // clang-format off
  //                                  contact  setback  leap   out of the programme
  std::vector<float> const start =      {0.4f, 0.4f,    0.5f,  0.5f};
  std::vector<float> const active =     {1,    1,       1,     0};
  std::vector<float> const good =       {0.5f, 0,       0,     0.5f};
  std::vector<float> const hit =        {0,    1,       0,     0};
  std::vector<float> const hurt =       {0,    0.02f,   0,     0};
  std::vector<float> const drawn =      {0.01f, 0,      0,     0};
  std::vector<float> const log_earned = {0.3f, 0.1f,    1.1f,  0.1f};
  std::vector<float> const waits =      {0,    0,       0,     0};
  std::vector<float> confidence =       {0.5f, 0.5f,    0.5f,  0.5f};
  std::vector<float> reference =        {0.1f, 0.1f,    0.1f,  0.1f};
  // clang-format on
  move_confidence(confidence, reference,
                  {.start = start,
                   .active = active,
                   .good = good,
                   .hit = hit,
                   .hurt = hurt,
                   .peer_pull = drawn,
                   .log_earned = log_earned,
                   .waits = waits,
                   .strengths_share = 0.4f},
                  chosen);
  // 0.1 (1 + 0.4 x 0.5) x 0.5 x 0.5 = 0.03; 0.02 x 0.2 = 0.004; home 0.05 x -0.1 = -0.005;
  // neighbours + 0.01
  CHECK(confidence[0] == Approx(0.539f));
  CHECK(confidence[1] == Approx(0.435f));  // - (0.1 + 0.02) x 0.5 - 0.005
  CHECK(confidence[2] == Approx(0.51f));   // a leap of 1 counts as one of 0.5
  CHECK(confidence[3] == 0.5f);            // mentoring reaches only who is in the programme
  CHECK(reference[0] == Approx(0.12f));
  CHECK(reference[1] == 0.1f);
  CHECK(reference[2] == Approx(0.2f));  // the whole leap is got used to
}

TEST_CASE("self-confidence: the home is lower by what mentoring keeps up, higher by what is lost",
          "[unit]") {
  // clang-format off
  //                                mentored  no longer  waits
  std::vector<float> const start =  {0.4f,    0.4f,      0.4f};
  std::vector<float> const active = {1,       0,         0};
  std::vector<float> const good =   {0.5f,    0,         0};
  std::vector<float> const waits =  {0,       0,         1};
  std::vector<float> confidence =   {0.4f,    0.4f,      0.4f};
  // clang-format on
  std::vector<float> const none = {0, 0, 0};
  std::vector<float> reference = {0, 0, 0};
  ConfidenceInputs const in{.start = start,
                            .active = active,
                            .good = good,
                            .hit = none,
                            .hurt = none,
                            .peer_pull = none,
                            .log_earned = none,
                            .waits = waits,
                            .strengths_share = 0,
                            .gained = 0.05f,
                            .lost = 0.01f};
  move_confidence(confidence, reference, in, chosen);
  CHECK(confidence[0] == Approx(0.404f));  // + 0.1 x 0.5 x 0.6 - 0.05 x 0.6 + 0.01 x 0.4
  CHECK(confidence[1] == Approx(0.374f));  // - 0.05 x 0.6 + 0.004
  CHECK(confidence[2] == Approx(0.404f));
}

TEST_CASE("self-confidence: it stays a share, whatever strikes", "[unit]") {
  auto p = chosen;
  p.success_gain = 0.2f;
  p.home = 0;
  std::vector<float> const start = {0, 1}, active = {1, 1}, good = {0, 1}, hit = {1, 0},
                           earned = {-9, 9}, none = {0, 0};
  std::vector<float> confidence = {0.01f, 0.99f}, reference = {0, 0};
  move_confidence(confidence, reference,
                  {.start = start,
                   .active = active,
                   .good = good,
                   .hit = hit,
                   .hurt = none,
                   .peer_pull = none,
                   .log_earned = earned,
                   .waits = none,
                   .strengths_share = 1},
                  p);
  CHECK(confidence[0] == 0.0f);
  CHECK(confidence[1] == 1.0f);
}

TEST_CASE("self-confidence: building on strengths works only through its effect", "[unit]") {
  auto after = [](float strengths_share, float effect) {
    auto p = chosen;
    p.strengths_effect = effect;
    std::vector<float> const start = {0.5f}, active = {1}, good = {1}, hit = {0}, earned = {0};
    std::vector<float> confidence = {0.5f}, reference = {0};
    move_confidence(confidence, reference,
                    {.start = start,
                     .active = active,
                     .good = good,
                     .hit = hit,
                     .hurt = hit,
                     .peer_pull = hit,
                     .log_earned = earned,
                     .waits = hit,
                     .strengths_share = strengths_share},
                    p);
    return confidence[0];
  };
  CHECK(after(1, 0) == after(0, 0));
  CHECK(after(0, 0.5f) == after(0, 0));
  CHECK(after(1, 0.5f) == Approx(0.575f));  // 0.1 x 1.5 x 0.5
  CHECK(after(1, -1) == 0.5f);
}

TEST_CASE("self-confidence: switched off, it does not move", "[unit]") {
  World world;
  world.self_confidence.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const confidence = testing::bits_of(caseload.households.confidence);
  auto const reference = testing::bits_of(caseload.households.reference);
  testing::live_on(caseload, 24);
  CHECK(testing::bits_of(caseload.households.confidence) == confidence);
  CHECK(testing::bits_of(caseload.households.reference) == reference);
}
