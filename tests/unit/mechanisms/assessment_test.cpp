#include "mechanisms/assessment.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace graduasi;

namespace {

using Values = std::vector<float>;
using Months = std::vector<std::int32_t>;

struct Seen {
  Months since;
  Values assessed, able, raised, pushed;
};

Seen look(Months since, Values const& visits, Values const& log_earned, Values const& sight,
          Values const& draw, Values const& active, AssessmentParameters const& p,
          float raised_more = 1, float margin_lower = 0) {
  auto const n = since.size();
  Seen seen{std::move(since), Values(n, 9), Values(n, 9), Values(n, 9), Values(n, 9)};
  assess(seen.since, seen.assessed, seen.able, seen.raised, seen.pushed,
         {.active = active,
          .visits = visits,
          .log_earned = log_earned,
          .sight = sight,
          .draw = draw,
          .judge = judgement_of(0, 0, 0, p),
          .gap = assessment_gap(0, p),
          .raised_more = raised_more,
          .margin_lower = margin_lower},
         p);
  return seen;
}

}  // namespace

TEST_CASE("assessment: the first visit after the gap assesses, and the clock begins again",
          "[unit]") {
  AssessmentParameters const p{.gap = 24, .line_margin = 0.45f, .sight_sd = 0, .reluctance = 0};
  // clang-format off
  //                      too early  due  no visit  two visits  stopped  has left
  auto const s = look({23, 24, 24, 24, 127, 24}, {1, 1, 0, 2, 0, 1}, Values(6, 0.5f), Values(6, 0),
                      Values(6, 0.5f), {1, 1, 1, 1, 1, 0}, p);
  // clang-format on
  CHECK(s.assessed == Values{0, 1, 0, 1, 0, 0});
  CHECK(s.able == Values{0, 1, 0, 1, 0, 0});
  CHECK(s.raised == Values{0, 1, 0, 1, 0, 0});
  CHECK(s.since == Months{24, 0, 25, 0, 127, 25});
}

TEST_CASE("assessment: without noise and bias the truth is seen", "[unit]") {
  AssessmentParameters const p{
      .gap = 1, .line_margin = 0.45f, .sight_sd = 0, .sight_bias = 0, .reluctance = 0};
  testing::Chance chance(0, 5);
  constexpr std::size_t n = 1000;
  Values log_earned(n), sight(n), draw(n);
  for (std::size_t i = 0; i < n; ++i) {
    log_earned[i] = chance.between(-1, 2);
    sight[i] = 3 * chance.normal();
    draw[i] = chance.uniform();
  }
  auto const s = look(Months(n, 9), Values(n, 1), log_earned, sight, draw, Values(n, 1), p);
  for (std::size_t i = 0; i < n; ++i) {
    INFO("family " << i << " earns " << log_earned[i]);
    CHECK(s.able[i] == (log_earned[i] > 0.45f ? 1.0f : 0.0f));
    CHECK(s.raised[i] == s.able[i]);
  }
}

TEST_CASE("assessment: noise and bias move what is seen, not what is true", "[unit]") {
  AssessmentParameters const p{
      .gap = 1, .line_margin = 0.45f, .sight_sd = 0.2f, .sight_bias = -0.1f, .reluctance = 0};
  // 0.5 - 0.1 + 0.2 x sight: above 0.45 from sight 0.25 on.
  auto const s = look(Months(4, 9), Values(4, 1), Values(4, 0.5f), {0, 0.2f, 0.3f, -1},
                      Values(4, 0.5f), Values(4, 1), p);
  CHECK(s.able == Values{0, 0, 1, 0});
}

TEST_CASE("assessment: a reluctant facilitator does not raise all whom he sees able", "[unit]") {
  AssessmentParameters const p{.gap = 1, .line_margin = 0.45f, .sight_sd = 0, .reluctance = 0.75f};
  auto const s = look(Months(4, 9), Values(4, 1), {0.5f, 0.5f, 0.5f, 0.4f}, Values(4, 0),
                      {0.74f, 0.75f, 0.99f, 0.99f}, Values(4, 1), p);
  CHECK(s.able == Values{1, 1, 1, 0});
  CHECK(s.raised == Values{0, 1, 1, 0});
}

TEST_CASE("assessment: what is left out is due again, and raised are part of the assessed",
          "[unit]") {
  AssessmentParameters const p{
      .gap = 1, .line_margin = 0.45f, .sight_sd = 0, .reluctance = 0.5f, .coverage = 0.6f};
  // Done from 1 - 0.6, raised from 1 - 0.6 x 0.5.
  auto const s = look(Months(4, 9), Values(4, 1), Values(4, 0.5f), Values(4, 0),
                      {0.39f, 0.41f, 0.69f, 0.71f}, Values(4, 1), p);
  CHECK(s.assessed == Values{0, 1, 1, 1});
  CHECK(s.raised == Values{0, 0, 0, 1});
  CHECK(s.since == Months{10, 0, 0, 0});
}

TEST_CASE("assessment: pressure lowers the line and raises more, and it is known who that is",
          "[unit]") {
  AssessmentParameters const p{.gap = 1, .line_margin = 0.45f, .sight_sd = 0, .reluctance = 0.8f};
  // Twice as many raised: from 0.6 on; the line comes down to 0.35.
  auto const s = look(Months(4, 9), Values(4, 1), {0.5f, 0.5f, 0.4f, 0.3f}, Values(4, 0),
                      {0.9f, 0.7f, 0.9f, 0.9f}, Values(4, 1), p, 2, 0.1f);
  CHECK(s.able == Values{1, 1, 1, 0});
  CHECK(s.raised == Values{1, 1, 1, 0});
  CHECK(s.pushed == Values{0, 1, 1, 0});
}

TEST_CASE("assessment: facilitators judge apart, and without spread all alike", "[unit]") {
  AssessmentParameters p;
  auto const one = judgement_of(1, -1, 1, p);
  CHECK(one.noise == Catch::Detail::Approx(p.sight_sd * 1.2f));
  CHECK(one.bias == Catch::Detail::Approx(-p.bias_spread));
  CHECK(one.reluctance == Catch::Detail::Approx(p.reluctance + p.reluctance_spread));
  p.sight_spread = p.bias_spread = p.reluctance_spread = 0;
  auto const alike = judgement_of(2, -3, 2, p);
  CHECK(alike.noise == p.sight_sd);
  CHECK(alike.bias == p.sight_bias);
  CHECK(alike.reluctance == p.reluctance);
}

TEST_CASE("assessment: switched off, nobody is assessed or raised", "[unit]") {
  AssessmentParameters const p{.on = false, .gap = 1, .line_margin = 0, .reluctance = 0};
  auto const s = look(Months(3, 50), Values(3, 1), Values(3, 2), Values(3, 0), Values(3, 0.9f),
                      Values(3, 1), p);
  CHECK(s.assessed == Values(3, 0));
  CHECK(s.raised == Values(3, 0));
  World world;
  world.assessment.on = false;
  auto caseload = testing::busy_caseload(world);
  auto const tally = testing::live_on(caseload, 24);
  CHECK(tally[Count::assessed] == 0);
  CHECK(tally[Count::left_raised] == 0);
}

TEST_CASE("assessment: where roles are split, what is seen reaches the decision later", "[unit]") {
  AssessmentParameters const p{.gap = 24, .split_delay = 6};
  CHECK(assessment_gap(0, p) == 24);
  CHECK(assessment_gap(1, p) == 30);
  CHECK(assessment_gap(0.5f, p) == 27);
}

TEST_CASE("assessment: split roles bring fewer assessments and nothing else that month", "[unit]") {
  auto const assessed = [](float split_roles) {
    auto caseload = testing::busy_caseload();
    caseload.levers.mentoring.split_roles = split_roles;
    return caseload.live(1)[Count::assessed];
  };
  CHECK(assessed(0) > assessed(1));
  CHECK(assessed(1) > 0);
}

TEST_CASE("assessment: the visits that hours allow leave time for the assessments they bring",
          "[unit]") {
  AssessmentParameters p;  // half an hour on top of a visit
  // 0.05 visits of 1.5 hours, and one assessment in 24 + 20 months: 0.075 + 0.5 / 44.
  CHECK(steady_visits(0.0863636f, 1.5f, 24, p) == Catch::Detail::Approx(0.05).epsilon(1e-4));
  // Two visits a month, and one assessment in 25 months.
  CHECK(steady_visits(3.02f, 1.5f, 24, p) == Catch::Detail::Approx(2).epsilon(1e-4));
  CHECK(steady_visits(0, 1.5f, 24, p) == 0.0f);
  p.coverage = 0.5f;  // one in 24 + 40 months
  CHECK(steady_visits(0.0828125f, 1.5f, 24, p) == Catch::Detail::Approx(0.05).epsilon(1e-4));
  CHECK(assessed_when_due(0.05f, p) == Catch::Detail::Approx(0.025));
  CHECK(assessed_when_due(3, p) == 0.5f);
  p.on = false;
  CHECK(steady_visits(0.075f, 1.5f, 24, p) == Catch::Detail::Approx(0.05).epsilon(1e-4));
  CHECK(assessed_when_due(3, p) == 0.0f);
}
