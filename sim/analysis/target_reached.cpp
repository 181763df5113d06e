#include "analysis/target_reached.h"

#include "analysis/pairs.h"
#include "analysis/ratio.h"
#include "scenario/headline.h"
#include "scenario/timeline.h"
#include "scenario/variants.h"

#include <algorithm>
#include <vector>

namespace graduasi {

namespace {

constexpr int months_of_year = 12;

bool same_target(TargetLevers const& a, TargetLevers const& b) {
  return a.families == b.families && a.per_facilitator == b.per_facilitator && a.counts == b.counts;
}

/// A full calendar year with one target.
struct TargetYear {
  int first_month;  ///< of the run
  TargetLevers target;
};

/// The full calendar years in which the same target holds everywhere.
std::vector<TargetYear> years_with_target(RunResults const& results, Scenario const& scenario,
                                          std::size_t policy, std::size_t variant) {
  auto const setting = setting_where_all_acts(scenario, results.variants[variant]);
  std::vector<std::vector<Levers>> places;
  for (auto const& place : setting.places)
    places.push_back(
        levers_by_month(setting.policies[policy], setting.policies.front(), scenario.run, place));
  std::vector<TargetYear> years;
  int const to_january = (13 - results.start.month()) % months_of_year;
  for (int first = 1 + to_january; first + months_of_year - 1 <= results.months;
       first += months_of_year) {
    auto const target = places.front()[static_cast<std::size_t>(first)].target;
    bool one = target.is_set();
    for (auto const& months : places) {
      for (int m = first; m < first + months_of_year; ++m)
        one = one && same_target(target, months[static_cast<std::size_t>(m)].target);
    }
    if (one) years.push_back({first, target});
  }
  return years;
}

/// Exits asked for and counted in a year, of every pair.
class YearReader {
 public:
  YearReader(RunResults const& results, std::size_t policy, std::size_t variant)
      : results_(results), policy_(policy), variant_(variant) {}

  std::vector<double> asked(TargetYear const& year) const {
    auto sum = at(year.first_month, "facilitators");
    for (int m = year.first_month + 1; m < year.first_month + months_of_year; ++m)
      add(sum, at(m, "facilitators"), 1);
    for (double& value : sum)
      value = static_cast<double>(year.target.families) +
              static_cast<double>(year.target.per_facilitator) * value / months_of_year;
    return sum;
  }

  std::vector<double> counted(TargetYear const& year) const {
    std::vector<double> sum(at(0, headline_measure).size(), 0);
    auto const kinds = static_cast<unsigned>(year.target.counts);
    int const before = year.first_month - 1, end = before + months_of_year;
    auto const add_kind = [&](std::string_view cumulative) {
      add(sum, at(end, cumulative), 1);
      add(sum, at(before, cumulative), -1);
    };
    if ((kinds & static_cast<unsigned>(ExitKinds::self_reliant)) != 0) add_kind(headline_measure);
    if ((kinds & static_cast<unsigned>(ExitKinds::natural_exit)) != 0)
      add_kind("cumulative_natural_exit");
    bool const begins = year.first_month == 1;
    for (double& value : sum) value += begins ? double{year.target.reached_so_far} : 0.0;
    return sum;
  }

 private:
  std::vector<double> at(int month, std::string_view measure) const {
    Cell const cell{.policy = policy_,
                    .variant = variant_,
                    .subgroup = 0,
                    .row = static_cast<std::size_t>(month)};
    return values_of(results_, cell, measure);
  }

  static void add(std::vector<double>& sum, std::vector<double> const& more, double times) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += times * more[i];
  }

  RunResults const& results_;
  std::size_t policy_, variant_;
};

}  // namespace

std::optional<TargetReached> target_reached(RunResults const& results, Scenario const& scenario,
                                            std::size_t policy, std::size_t variant) {
  auto const years = years_with_target(results, scenario, policy, variant);
  if (years.empty()) return std::nullopt;
  YearReader const reader(results, policy, variant);
  auto const lives = results.lives();
  auto const number = static_cast<double>(years.size());
  TargetReached reached{.first_year = calendar_month_of(results, years.front().first_month).year(),
                        .last_year = calendar_month_of(results, years.back().first_month).year(),
                        .years = static_cast<int>(years.size())};
  std::vector<double> asked, counted, met;
  for (auto const& year : years) {
    auto const asked_now = reader.asked(year), counted_now = reader.counted(year);
    asked.resize(asked_now.size()), counted.resize(asked_now.size()), met.resize(asked_now.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
      asked[i] += asked_now[i] / number;
      counted[i] += counted_now[i] / number;
      bool const known = counted_now[i] == counted_now[i];
      met[i] += !known ? counted_now[i] : counted_now[i] >= asked_now[i] ? 1.0 : 0.0;
    }
    auto const share = ratio_of_means(counted_now, asked_now, lives);
    if (&year == &years.front()) reached.share_first_year = share;
    if (&year == &years.back()) reached.share_last_year = share;
  }
  reached.asked = estimate(asked, lives);
  reached.counted = estimate(counted, lives);
  reached.share = ratio_of_means(counted, asked, lives);
  reached.years_reached = estimate(met, lives);
  return reached;
}

}  // namespace graduasi
