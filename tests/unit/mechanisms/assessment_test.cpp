#include "mechanisms/assessment.h"

#include "support/month_of_one.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

using Values = std::vector<float>;
using Months = std::vector<std::int32_t>;

struct Seen {
  Months since;
  Values assessed, able, raised, pushed;
  Months mean;  ///< running mean of what is seen, in steps
};

/// What a family is seen by: everything but its clock.
struct Family {
  float visits = 1, log_earned = 0, lasting = 1, contact = 0, sight = 0, draw = 0.5f, active = 1;
  float persons = 4;
};

/// How people judge, and by which rules.
struct Asked {
  AssessmentParameters people;
  AssessmentLevers rules;
  AskedLine line{.margin = 0.45f};
  int months = 1;              ///< that assessors look at
  std::int32_t before = 1024;  ///< running mean of them, in steps
};

template <class T>
std::vector<T> whole(std::vector<T> values) {
  values.resize(padded(values.size()));
  return values;
}

/// Assesses whole registers, and shows the first `n` families.
Seen look_at_families(Months since, std::vector<Family> const& families, Asked const& p,
                      Judgement const& judge, float knows = 1, float raised_more = 1,
                      float margin_lower = 0, Values called = {}) {
  auto const n = since.size();
  bool const calls = !called.empty();
  called.resize(n);
  called = whole(called);
  auto const of = [&](float Family::*what) {
    Values column(n);
    for (std::size_t i = 0; i < n; ++i) column[i] = families[i].*what;
    return whole(column);
  };
  since = whole(since);
  auto const slots = since.size();
  Values const active = of(&Family::active), visits = of(&Family::visits), draw = of(&Family::draw);
  Values const log_earned = of(&Family::log_earned), lasting = of(&Family::lasting);
  Values const contact = of(&Family::contact), sight = of(&Family::sight);
  Values const persons = of(&Family::persons);
  Values due(slots);
  mark_due(due, active, since, Months(slots, 0), assessment_gap(0, p.rules, p.people),
           assesses_in(1, p.rules, p.people));
  Seen seen{since,
            Values(slots, 9),
            Values(slots, 9),
            Values(slots, 9),
            Values(slots, 9),
            Months(slots, p.before)};
  assess(seen.since, seen.assessed, seen.able, seen.raised, seen.pushed,
         {.due = due,
          .visits = visits,
          .log_earned = log_earned,
          .lasting = lasting,
          .contact = contact,
          .sight = sight,
          .called = called,
          .draw = draw,
          .digits = draw,
          .persons = persons,
          .seen = seen.mean,
          .judge = judge,
          .asked = p.line,
          .coverage = p.rules.coverage,
          .knows = knows,
          .raised_more = raised_more,
          .margin_lower = margin_lower,
          .calls = calls,
          .averages = p.months > 1,
          .newest = part_of_newest(p.months)},
         p.people);
  seen.since.resize(n);
  for (Values* column : {&seen.assessed, &seen.able, &seen.raised, &seen.pushed}) column->resize(n);
  return seen;
}

Seen look(Months since, Values const& visits, Values const& log_earned, Values const& sight,
          Values const& draw, Values const& active, Asked const& p, float raised_more = 1,
          float margin_lower = 0) {
  std::vector<Family> families(since.size());
  for (std::size_t i = 0; i < families.size(); ++i)
    families[i] = {.visits = visits[i],
                   .log_earned = log_earned[i],
                   .sight = sight[i],
                   .draw = draw[i],
                   .active = active[i]};
  return look_at_families(std::move(since), families, p, judgement_of(0, 0, 0, 0, 1, p.people), 1,
                          raised_more, margin_lower);
}

}  // namespace

TEST_CASE("assessment: institutions move odds, and none, all and odds times 1 stay", "[unit]") {
  for (float share : {0.0f, 0.1f, 0.25f, 0.7f, 1.0f}) CHECK(at_odds(share, 1) == share);
  CHECK(at_odds(0.25f, 3) == 0.5f);
  CHECK(at_odds(0, 3) == 0.0f);
  CHECK(at_odds(1, 3) == 1.0f);
  AssessmentParameters const p{.reluctance = 0.75f};
  // Odds of being nominated of 1 to 3 become even.
  CHECK(judgement_of(0, 0, 0, 0, 3, p).reluctance == 0.5f);
  CHECK(judgement_of(0, 0, 0, 0, 1, p).reluctance == 0.75f);
}

TEST_CASE("assessment: the first visit after the gap assesses, and the clock begins again",
          "[unit]") {
  Asked const p{{.gap_spread = 0, .sight_sd = 0, .reluctance = 0}, {.gap = 24}};
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
  Asked const p{{.sight_sd = 0, .sight_bias = 0, .reluctance = 0}, {.gap = 1}};
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
  Asked const p{{.sight_sd = 0.2f, .sight_bias = -0.1f, .reluctance = 0}, {.gap = 1}};
  // 0.5 - 0.1 + 0.2 x sight: above 0.45 from sight 0.25 on.
  auto const s = look(Months(4, 9), Values(4, 1), Values(4, 0.5f), {0, 0.2f, 0.3f, -1},
                      Values(4, 0.5f), Values(4, 1), p);
  CHECK(s.able == Values{0, 0, 1, 0});
}

TEST_CASE("assessment: a reluctant facilitator does not raise all whom he sees able", "[unit]") {
  Asked const p{{.sight_sd = 0, .reluctance = 0.75f}, {.gap = 1}};
  auto const s = look(Months(4, 9), Values(4, 1), {0.5f, 0.5f, 0.5f, 0.4f}, Values(4, 0),
                      {0.74f, 0.75f, 0.99f, 0.99f}, Values(4, 1), p);
  CHECK(s.able == Values{1, 1, 1, 0});
  CHECK(s.raised == Values{0, 1, 1, 0});
}

TEST_CASE("assessment: what is left out waits for the next, and raised are part of the assessed",
          "[unit]") {
  Asked const p{{.sight_sd = 0, .reluctance = 0.5f}, {.gap = 1, .coverage = 0.6f}};
  // Done from 1 - 0.6, raised from 1 - 0.6 x 0.5.
  auto const s = look(Months(4, 9), Values(4, 1), Values(4, 0.5f), Values(4, 0),
                      {0.39f, 0.41f, 0.69f, 0.71f}, Values(4, 1), p);
  CHECK(s.assessed == Values{0, 1, 1, 1});
  CHECK(s.raised == Values{0, 0, 0, 1});
  CHECK(s.since == Months{0, 0, 0, 0});
}

TEST_CASE("assessment: pressure lowers the line and raises more, and it is known who that is",
          "[unit]") {
  Asked const p{{.sight_sd = 0, .reluctance = 0.8f}, {.gap = 1}};
  // Twice as many raised: from 0.6 on; the line comes down to 0.35.
  auto const s = look(Months(4, 9), Values(4, 1), {0.5f, 0.5f, 0.4f, 0.3f}, Values(4, 0),
                      {0.9f, 0.7f, 0.9f, 0.9f}, Values(4, 1), p, 2, 0.1f);
  CHECK(s.able == Values{1, 1, 1, 0});
  CHECK(s.raised == Values{1, 1, 1, 0});
  CHECK(s.pushed == Values{0, 1, 1, 0});
}

TEST_CASE("assessment: who is called for a target is assessed unseen, and counts as pressed",
          "[unit]") {
  Asked const p{{.sight_sd = 0, .reluctance = 0.2f}, {.gap = 24}};
  // Not due: called, not called. Due: visited and called, visited, called only.
  std::vector<Family> families(5);
  for (auto& family : families) family = {.visits = 0, .log_earned = 0.6f, .draw = 0.9f};
  families[2].visits = families[3].visits = 1;
  Months const since = {15, 15, 40, 40, 40};
  auto const s = look_at_families(since, families, p, judgement_of(0, 0, 0, 0, 1, p.people), 1, 1,
                                  0, {1, 0, 1, 0, 1});
  CHECK(s.assessed == Values{1, 0, 1, 1, 1});
  CHECK(s.since == Months{0, 16, 0, 0, 0});
  CHECK(s.raised == Values{1, 0, 1, 1, 1});
  CHECK(s.pushed == Values{1, 0, 1, 0, 1});
}

TEST_CASE("assessment: facilitators judge apart, and without spread all alike", "[unit]") {
  AssessmentParameters p;
  auto const one = judgement_of(1, -1, 1, 0, 1, p);
  CHECK(one.noise == Catch::Detail::Approx(p.sight_sd * 1.2f));
  CHECK(one.bias == Catch::Detail::Approx(-p.bias_spread));
  CHECK(one.reluctance == Catch::Detail::Approx(p.reluctance + p.reluctance_spread));
  p.sight_spread = p.bias_spread = p.reluctance_spread = 0;
  auto const alike = judgement_of(2, -3, 2, 0, 1, p);
  CHECK(alike.noise == p.sight_sd);
  CHECK(alike.bias == p.sight_bias);
  CHECK(alike.reluctance == p.reluctance);
}

TEST_CASE("assessment: switched off, nobody is assessed or raised", "[unit]") {
  Asked const p{{.on = false, .reluctance = 0}, {.gap = 1}, {.margin = 0}};
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

TEST_CASE("assessment: split roles bring fewer assessments and nothing else that month", "[unit]") {
  auto const assessed = [](float split_roles) {
    auto caseload = testing::busy_caseload();
    caseload.levers.mentoring.split_roles = split_roles;
    return caseload.live(1)[Count::assessed];
  };
  CHECK(assessed(0) > assessed(1));
  CHECK(assessed(1) > 0);
}

TEST_CASE("assessment: of a family met often its usual earnings are seen, and seen clearly",
          "[unit]") {
  Asked const p{{.sight_sd = 0.2f, .know_half = 0.5f, .sees_by_competence = 0.15f, .reluctance = 0},
                {.gap = 1}};
  // Usually 0.3 log points above the line, this month 0.7; sight errs by 0.2 x 0.5 = 0.1.
  auto const seen_able = [&](float contact, float earned, float sight, float knows) {
    Family const family{
        .log_earned = earned, .lasting = 1.3498588f, .contact = contact, .sight = sight};
    return look_at_families({9}, {family}, p, judgement_of(0, 0, 0, 0, 1, p.people), knows).able[0];
  };
  CHECK(seen_able(0, 0.7f, 0, 1) == 1);
  // Known by half: 0.3 + 0.2 = 0.5 is above the margin, by 0.8 parts 0.3 + 0.08 is not.
  CHECK(seen_able(0.5f, 0.7f, 0, 1) == 1);
  CHECK(seen_able(2, 0.7f, 0, 1) == 0);
  // Who decides knows nothing of what another has seen.
  CHECK(seen_able(2, 0.7f, 0, 0) == 1);
  // Known by half, chance counts for 0.7 of 0.2: 0.5 - 0.3 x 0.141 = 0.458, and - 0.4 x 0.141.
  CHECK(seen_able(0.5f, 0.7f, -0.3f, 1) == 1);
  CHECK(seen_able(0.5f, 0.7f, -0.4f, 1) == 0);
  CHECK(judgement_of(0, 0, 0, 2, 1, p.people).noise == Catch::Detail::Approx(0.2 * std::exp(-0.3)));
}

TEST_CASE("assessment: known through and through, nobody is seen able who is not", "[unit]") {
  Asked const p{{.sight_sd = 0.5f, .reluctance = 0}, {.gap = 1}, {.margin = 0.1f}};
  testing::Chance chance(0, 6);
  constexpr std::size_t n = 1000;
  std::vector<Family> families(n);
  for (auto& family : families)
    family = {.log_earned = chance.between(-1, 2),
              .lasting = chance.between(0.4f, 3),
              .contact = 1e9f,
              .sight = chance.normal(),
              .draw = chance.uniform()};
  auto const s = look_at_families(Months(n, 9), families, p, judgement_of(0, 0, 0, 0, 1, p.people));
  for (std::size_t i = 0; i < n; ++i) {
    INFO("family " << i << " can live on " << families[i].lasting);
    CHECK(s.able[i] == (std::log(families[i].lasting) > 0.1f ? 1.0f : 0.0f));
  }
}

TEST_CASE("assessment: gaps of families lie evenly about the mean, and every family keeps its own",
          "[unit]") {
  AssessmentGap const gap = assessment_gap(0, {.gap = 24}, {.gap_spread = 0.2f});
  CHECK(gap.mean() == Approx(24));
  std::set<std::int32_t> seen;
  double sum = 0;
  for (std::int32_t lot = 0; lot < 128; ++lot) {
    std::int32_t const months = gap_of(lot, gap);
    CHECK((months >= 19 && months <= 29));
    seen.insert(months);
    sum += months;
  }
  CHECK(seen.size() == 11);
  CHECK(sum / 128 == Approx(24).epsilon(0.01));
  CHECK(gap_of(5, assessment_gap(0, {.gap = 24}, {.gap_spread = 0})) == 24);
  CHECK(gap_of(127, assessment_gap(1, {.gap = 100}, {.gap_spread = 0.5f})) <= 127);
}

TEST_CASE("assessment: where roles are split, what is seen reaches the decision later", "[unit]") {
  AssessmentParameters const p{.gap_spread = 0, .split_delay = 6};
  AssessmentLevers const rules{.gap = 24};
  CHECK(gap_of(3, assessment_gap(0, rules, p)) == 24);
  CHECK(gap_of(3, assessment_gap(1, rules, p)) == 30);
  CHECK(gap_of(3, assessment_gap(0.5f, rules, p)) == 27);
}

TEST_CASE("assessment: due first, a caseload assesses whom it would else pass by", "[unit]") {
  auto const assessed = [](VisitTargeting rule) {
    auto caseload = testing::busy_caseload({}, 480);
    caseload.levers.visits.targeting = rule;
    caseload.world.assessment.assess_hours = 0;
    caseload.facilitator.visit_rate = 0.05f;
    return testing::live_on(caseload, 24);
  };
  auto const first = assessed(VisitTargeting::due), equal = assessed(VisitTargeting::equal);
  CHECK(first[Count::assessed] * 2 > 3 * equal[Count::assessed]);
  CHECK(static_cast<double>(first[Count::visits]) ==
        Approx(static_cast<double>(equal[Count::visits])).epsilon(0.2));
}

TEST_CASE("assessment: the chance of a family due, for years", "[unit]") {
  AssessmentParameters p{.gap_spread = 0};
  AssessmentGap const gap = assessment_gap(0, {}, p);
  CHECK(assessed_when_due(0.05f, gap, VisitTargeting::equal, p) == Approx(0.05));
  CHECK(assessed_when_due(3, gap, VisitTargeting::equal, p) == 1);
  // 1 / (24 + 1 / 0.5) visits are just what keeps half of those due waiting a month.
  CHECK(assessed_when_due(1.0f / 26, gap, VisitTargeting::due, p) == Approx(0.5));
  CHECK(assessed_when_due(1.0f / 25, gap, VisitTargeting::due, p) == Approx(1).epsilon(1e-4));
  CHECK(assessed_when_due(0.3f, gap, VisitTargeting::due, p) == 1);
  p.on = false;
  CHECK(assessed_when_due(3, gap, VisitTargeting::due, p) == 0);
}

TEST_CASE("assessment: the visits that hours allow leave time for the assessments they bring",
          "[unit]") {
  AssessmentParameters p{.gap_spread = 0};  // half an hour on top of a visit
  AssessmentGap const gap = assessment_gap(0, {}, p);
  auto const equal = VisitTargeting::equal;
  // 0.05 visits of 1.5 hours, and one assessment in 24 + 20 months: 0.075 + 0.5 / 44.
  CHECK(steady_visits(0.0863636f, 1.5f, gap, equal, 1, p) == Approx(0.05).epsilon(1e-4));
  // Due first, one in 25 months: 0.075 + 0.5 / 25.
  CHECK(steady_visits(0.095f, 1.5f, gap, VisitTargeting::due, 1, p) == Approx(0.05).epsilon(1e-4));
  // Two visits a month, and one assessment in 25 months.
  CHECK(steady_visits(3.02f, 1.5f, gap, equal, 1, p) == Approx(2).epsilon(1e-4));
  CHECK(steady_visits(0, 1.5f, gap, equal, 1, p) == 0.0f);
  // Half of them are done.
  CHECK(steady_visits(0.0806818f, 1.5f, gap, equal, 0.5f, p) == Approx(0.05).epsilon(1e-4));
  p.on = false;
  CHECK(steady_visits(0.075f, 1.5f, gap, equal, 1, p) == Approx(0.05).epsilon(1e-4));
}

TEST_CASE("assessment: once a year, the gap of a family is rounded to whole years", "[unit]") {
  AssessmentParameters const p{.gap_spread = 0};
  auto const gap_for = [&](int months) {
    return assessment_gap(
        0, {.gap = months, .calendar = AssessmentCalendar::once_a_year, .calendar_month = 7}, p);
  };
  for (auto const& [months, years] : std::map<int, std::int32_t>{
           {1, 1}, {6, 1}, {12, 1}, {17, 1}, {18, 2}, {24, 2}, {29, 2}, {30, 3}, {100, 8}}) {
    INFO(months << " months");
    AssessmentGap const gap = gap_for(months);
    CHECK(years_of(9, gap) == years);
    // The last assessment was at the end of that month, so a year later eleven months are full.
    CHECK(is_due(12 * years - 1, 9, gap));
    CHECK_FALSE((years > 1 && is_due(12 * years - 13, 9, gap)));
  }
  CHECK(mean_turns(gap_for(24)) == Approx(1));
  AssessmentGap const spread = assessment_gap(
      0, {.gap = 24, .calendar = AssessmentCalendar::once_a_year}, {.gap_spread = 0.5f});
  CHECK(mean_turns(spread) == Approx(1).epsilon(0.05));
}

TEST_CASE("assessment: once a year, visits that reach half of those due keep two turns waiting",
          "[unit]") {
  AssessmentParameters const p{.gap_spread = 0};
  AssessmentGap const gap =
      assessment_gap(0, {.gap = 24, .calendar = AssessmentCalendar::once_a_year}, p);
  // Two years to be due and 1 / 0.5 turns: one in three families is visited for that each year.
  CHECK(assessed_when_due(1.0f / 3, gap, VisitTargeting::due, p) == Approx(0.5));
  CHECK(assessed_when_due(0.6f, gap, VisitTargeting::due, p) == 1);
  CHECK(assessed_when_due(0.05f, gap, VisitTargeting::equal, p) == Approx(0.05));
  // One visit a month of 1.5 hours, and half an hour every 24 months.
  CHECK(steady_visits(1.5208333f, 1.5f, gap, VisitTargeting::due, 1, p) == Approx(1).epsilon(1e-4));
}

TEST_CASE("assessment: once a year, nobody is assessed in another month", "[unit]") {
  auto caseload = testing::busy_caseload({}, 480);
  caseload.levers.assessment.calendar = AssessmentCalendar::once_a_year;
  caseload.levers.assessment.calendar_month = 3;
  for (int month = 1; month <= 24; ++month) {
    INFO("month " << month);
    auto const tally = caseload.live(month);
    CHECK((tally[Count::assessed] > 0) == (month % 12 == 3));
  }
}

TEST_CASE("assessment: what is asked for, by each line", "[unit]") {
  AssessmentLevers const rules{.line_margin = 0.45f};
  OtherLines const others{.tenth_below = {-0.5f, -0.2f, 0, 0.1f, 0.3f, 0.5f, 0.7f, 1, 1.4f},
                          .minimum_wage = 6};
  CHECK(asked_line(rules, {}, others).margin == 0.45f);
  CHECK(asked_line(rules, {.line = CriteriaLine::multiple, .multiple = 2}, others).margin ==
        Approx(std::log(2.0)));
  CHECK(asked_line(rules, {.line = CriteriaLine::decile, .decile = 4}, others).margin == 0.1f);
  CHECK(asked_line(rules, {.line = CriteriaLine::decile, .decile = 9}, others).margin == 1.4f);
  auto const wage = asked_line(rules, {.line = CriteriaLine::minimum_wage}, others);
  CHECK(wage.margin == Approx(std::log(6.0)));
  CHECK(wage.of_family);
  CHECK_FALSE(asked_line(rules, {}, others).of_family);
}

TEST_CASE("assessment: against a wage, what all of a family earn together counts", "[unit]") {
  // Six lines of one person: four persons with 1.6 each earn 6.4, three earn 4.8.
  Asked const p{
      {.sight_sd = 0, .reluctance = 0}, {.gap = 1}, {.margin = std::log(6.0f), .of_family = true}};
  auto const able = [&](float persons) {
    Family const family{.log_earned = std::log(1.6f), .persons = persons};
    return look_at_families({9}, {family}, p, judgement_of(0, 0, 0, 0, 1, p.people)).able[0];
  };
  CHECK(able(4) == 1);
  CHECK(able(3) == 0);
}

TEST_CASE("assessment: where more than a month counts, their running mean does", "[unit]") {
  Asked p{{.sight_sd = 0, .reluctance = 0}, {.gap = 1}};
  auto const seen = [&](Family const& family) {
    return look_at_families({9}, {family}, p, judgement_of(0, 0, 0, 0, 1, p.people));
  };
  Family const lucky{.log_earned = 0.6f};
  CHECK(seen(lucky).able[0] == 1);
  CHECK(seen(lucky).mean[0] == 1024);  // not kept
  // 0.4 of this month's 0.6, the line being 0.45: from 0 it is 0.24, from 0.4 it is 0.48.
  p.months = 4;
  CHECK(seen(lucky).able[0] == 0);
  CHECK(std::abs(seen(lucky).mean[0] - (1024 + 77)) <= 1);  // 320 x 0.24 = 76.8
  p.before = 1024 + 128;
  CHECK(seen(lucky).able[0] == 1);
  p.before = 0;
  CHECK(seen(lucky).able[0] == 1);
  // Of a family that he meets often it is the mean of what it usually earns; bias is of the visit.
  p.before = 1024;
  CHECK(seen({.log_earned = 9, .lasting = std::exp(1.2f), .contact = 1e6f}).able[0] == 1);
  CHECK(seen({.log_earned = 9, .lasting = std::exp(1.0f), .contact = 1e6f}).able[0] == 0);
  p.people.sight_bias = 0.1f;
  CHECK(seen({.log_earned = 9, .lasting = std::exp(1.0f), .contact = 1e6f}).able[0] == 1);
  // The mean goes on while nobody visits.
  CHECK(seen({.visits = 0, .log_earned = 0.6f}).mean[0] > 1024 + 70);
}
