#include "outcome/measures.h"

#include "support/results.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <set>

using namespace graduasi;
using namespace graduasi::testing;
using Catch::Detail::Approx;

namespace {

constexpr std::int64_t one = 65536;

/// 100 families; in month 1 two are raised, one asks to leave and four leave by natural exit; in
/// month 2 one is raised that had left before, one natural leaver returns.
MonthlyTallies three_months() {
  Tally start;
  start[Count::families] = 100;
  start[Count::active] = 100;
  start[Count::persons] = 400;
  start[Count::poor_persons] = 100;
  start[Count::poverty_gap] = 20 * one;

  Tally first = start;
  first[Count::active] = 93;
  first[Count::raised] = 2;
  first[Count::own_request] = 1;
  first[Count::natural] = 4;
  first[Count::left_raised] = 2;
  first[Count::left_own_request] = 1;
  first[Count::left_natural] = 4;
  first[Count::first_left_self_reliant] = 3;
  first[Count::first_left_natural] = 4;
  first[Count::premature] = 1;
  first[Count::confidence] = 93 * one / 2;
  first[Count::paid] = 93 * 30;
  first[Count::visits] = 31;
  first[Count::offered] = 90;
  first[Count::attended] = 63;
  first[Count::posts] = one / 2;
  first[Count::load] = one / 2 + one / 4;
  first[Count::sessions_planned] = 4 * one;
  first[Count::sessions_held] = 3 * one;
  first[Count::contact_minutes] = 93 * 90;

  Tally second = first;
  second[Count::left_raised] = 1;
  second[Count::left_own_request] = 0;
  second[Count::left_natural] = 0;
  second[Count::first_left_self_reliant] = 0;
  second[Count::first_left_natural] = 0;
  second[Count::returned] = 1;
  second[Count::premature] = 0;
  return {start, first, second};
}

/// Wages cost something, and nothing else but benefits.
Scale const scale{.factor = 50,
                  .costs = {.wage_rupiah = 3e6f,
                            .course_rupiah = 0,
                            .refresher_rupiah = 0,
                            .session_rupiah = 0,
                            .visit_rupiah = 0,
                            .assessment_rupiah = 0,
                            .administration_rupiah = 0,
                            .partner_course_rupiah = 0}};

double value(MonthlyTallies const& tallies, int month, std::string_view measure) {
  return series_of(tallies, scale)
      .values(month, static_cast<Eigen::Index>(find_measure(measure).value()));
}

double value(int month, std::string_view measure) { return value(three_months(), month, measure); }

}  // namespace

TEST_CASE("measures: stocks and totals are scaled to the programme", "[unit][outcome]") {
  CHECK(value(1, "active") == 93 * 50);
  CHECK(value(1, "self_reliant") == 3 * 50);
  CHECK(value(1, "natural_exit") == 4 * 50);
  CHECK(value(2, "cumulative_self_reliant") == 4 * 50);
  CHECK(value(2, "cumulative_self_reliant_raised") == 3 * 50);
  CHECK(value(2, "cumulative_own_request") == 1 * 50);
  CHECK(value(2, "returned") == 50);
  CHECK(value(2, "premature_exit") == 50);
}

TEST_CASE("measures: flows begin in month 1 and totals at nothing", "[unit][outcome]") {
  CHECK(std::isnan(value(0, "self_reliant_this_month")));
  CHECK(std::isnan(value(0, "wage_bill_rupiah")));
  CHECK(std::isnan(value(0, "attendance")));
  CHECK(value(1, "self_reliant_this_month") == 150);
  CHECK(value(2, "natural_exit_this_month") == 0);
  CHECK(value(0, "cumulative_self_reliant") == 0);
  CHECK(value(0, "cumulative_programme_cost_rupiah") == 0);
}

TEST_CASE("measures: shares and means are not scaled", "[unit][outcome]") {
  CHECK(value(0, "poor_share") == 0.25);
  CHECK(value(0, "poverty_gap") == 0.05);
  CHECK(value(1, "self_confidence") == Approx(0.5).epsilon(1e-12));
  CHECK(value(1, "attendance") == Approx(0.7).epsilon(1e-12));
  // A hundred families had the month's visits and sessions, 93 of them are still there.
  CHECK(value(1, "visits_per_household") == Approx(0.31).epsilon(1e-12));
  CHECK(value(1, "contact_hours_per_household") == Approx(1.395).epsilon(1e-12));
  CHECK(value(2, "visits_per_household") ==
        Approx(31.0 / 93).epsilon(1e-12));  // one left, one back
  CHECK(value(1, "sessions_cancelled_share") == 0.25);
  CHECK(value(1, "workload") == 1.5);
}

TEST_CASE("measures: a share of nothing is not defined", "[unit][outcome]") {
  CHECK(std::isnan(value(0, "premature_share")));
  CHECK(std::isnan(value(2, "agree_share")));
  CHECK(value(1, "premature_share") == Approx(1.0 / 3).epsilon(1e-12));
  CHECK(value(2, "premature_share") == 0.25);
}

TEST_CASE("measures: money is rupiah of the programme, a month or since the start",
          "[unit][outcome]") {
  // Half a post of 3 million; 93 families with 3 million a year, a twelfth of it each month;
  // times 50.
  double const wages = 0.5 * 3e6 * 50;
  double const benefits = 93 * 3e6 / 12 * 50;
  CHECK(value(1, "facilitators") == 25);
  CHECK(value(1, "wage_bill_rupiah") == wages);
  CHECK(value(1, "benefit_mean_rupiah_year") == 3e6);
  CHECK(value(1, "programme_cost_rupiah") == Approx(wages + benefits).epsilon(1e-12));
  CHECK(value(2, "cumulative_wage_bill_rupiah") == 2 * wages);
  CHECK(value(2, "cumulative_programme_cost_rupiah") ==
        Approx(2 * (wages + benefits)).epsilon(1e-12));
}

TEST_CASE("measures: before the first month facilitators are not allotted", "[unit][outcome]") {
  CHECK(std::isnan(value(0, "facilitators")));
}

TEST_CASE("measures: incidence counts first exits of families enrolled at month 0",
          "[unit][outcome]") {
  CHECK(value(0, "incidence_self_reliant") == 0);
  CHECK(value(1, "incidence_self_reliant") == Approx(0.03).epsilon(1e-12));
  CHECK(value(2, "incidence_self_reliant") == value(1, "incidence_self_reliant"));
  CHECK(value(2, "incidence_natural_exit") == Approx(0.04).epsilon(1e-12));
  CHECK(value(2, "restricted_mean_months") == Approx(1 + 0.93).epsilon(1e-12));
}

TEST_CASE("measures: the cost of a graduation needs 30 of them in the simulation",
          "[unit][outcome]") {
  auto tallies = three_months();
  tallies[2][Count::sustained] = 29;
  CHECK(std::isnan(value(tallies, 2, "cost_per_sustained_graduation")));
  tallies[2][Count::sustained] = 30;
  CHECK(value(tallies, 2, "cost_per_sustained_graduation") ==
        Approx(value(tallies, 2, "cumulative_programme_cost_rupiah") / (30 * 50)).epsilon(1e-12));
}

TEST_CASE("measures: exits of a year are spread over facilitators as rates and chance spread them",
          "[unit][outcome]") {
  auto tallies = three_months();
  Tally& december = tallies[2];
  december[Count::year_posts] = 40 * one;
  december[Count::year_exits] = 180;  // 4.5 each
  auto const share = [&](std::string_view name) { return value(tallies, 2, name); };

  december[Count::year_pairs] = 40 * one * 81 / 4;  // rates do not differ: Poisson
  CHECK(share("exits_per_facilitator_year") == 4.5);
  CHECK(share("facilitators_no_exit_share") == Approx(0.0111090).epsilon(1e-5));
  CHECK(share("facilitators_10_exits_share") == Approx(0.0170927).epsilon(1e-5));
  december[Count::year_pairs] /= 2;  // less than chance alone: the same
  CHECK(share("facilitators_10_exits_share") == Approx(0.0170927).epsilon(1e-5));

  december[Count::year_pairs] = 60 * one * 81 / 4;  // a variance of half the mean's square
  CHECK(share("facilitators_no_exit_share") == Approx(0.0946746).epsilon(1e-5));
  CHECK(share("facilitators_10_exits_share") == Approx(0.1031155).epsilon(1e-5));
  CHECK(share("facilitators_1_to_9_exits_share") ==
        Approx(1 - 0.0946746 - 0.1031155).epsilon(1e-5));

  december[Count::year_exits] = 0;
  december[Count::year_pairs] = 0;
  CHECK(share("facilitators_no_exit_share") == 1);
  CHECK(share("facilitators_10_exits_share") == 0);

  december[Count::year_posts] = 30 * one - 1;
  CHECK(std::isnan(share("exits_per_facilitator_year")));
  CHECK(std::isnan(share("facilitators_no_exit_share")));
}

TEST_CASE(
    "measures: every row is named, labelled and defined in both languages, and says what is better",
    "[unit][outcome]") {
  std::set<std::string_view> names;
  for (auto const& measure : measures()) {
    CAPTURE(measure.name);
    CHECK(names.insert(measure.name).second);
    CHECK(measure.name.size() <= 32);
    CHECK(measure.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
          std::string_view::npos);
    CHECK_FALSE(measure.label_en.empty());
    CHECK_FALSE(measure.label_id.empty());
    CHECK_FALSE(measure.unit.empty());
    CHECK_FALSE(measure.definition.empty());
    CHECK_FALSE(measure.definition_id.empty());
    CHECK(measure.definition_id != measure.definition);
    CHECK(std::set<std::string_view>{"higher", "lower", ""}.contains(measure.better));
  }
}

TEST_CASE("measures: those asked for come in the order of the table", "[unit][outcome]") {
  std::vector<std::string> const asked = {"workload", "active", "workload"};
  CHECK(chosen_measures(asked) ==
        std::vector<std::size_t>{*find_measure("active"), *find_measure("workload")});
  CHECK(chosen_measures({}).size() == measures().size());
}

TEST_CASE("measures: names that are none are given back", "[unit][outcome]") {
  std::vector<std::string> const asked = {"active", "activ", "Workload"};
  CHECK(unknown_measures(asked) == std::vector<std::string>{"activ", "Workload"});
}

TEST_CASE("measures: each is about exits, families, facilitators or money", "[unit][outcome]") {
  auto const topic = [](std::string_view name) {
    return topic_of(measures()[*find_measure(name)]);
  };
  CHECK(topic("cumulative_self_reliant") == "exits");
  CHECK(topic("became_able") == "families");
  CHECK(topic("workload") == "facilitators");
  CHECK(topic("wage_bill_rupiah") == "money");
  CHECK(topic("cost_per_sustained_graduation") == "money");
}
