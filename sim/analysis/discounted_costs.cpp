#include "analysis/discounted_costs.h"

#include "analysis/pairs.h"

#include "base/contract.h"
#include "base/math_double.h"
#include "model/parameters.h"
#include "outcome/measures.h"
#include "scenario/variants.h"

#include <array>

namespace graduasi {

namespace {

/// Fewer simulated exits than this say too little about a cost for each.
constexpr double min_exits = 30;

// Levies pass from families to others, benefits and grants from the budget to families: for society
// they cancel, and so does what facilitators get for exits beside the wage of their hours. Partners
// pay their courses themselves.
constexpr auto items = std::to_array<CostItem>({
    {"wages", "wage_bill_rupiah", 1, 0, 1},
    {"training", "training_cost_rupiah", 1, 0, 1},
    {"supervision", "supervision_cost_rupiah", 1, 0, 1},
    {"selection", "selection_cost_rupiah", 1, 0, 1},
    {"incentives", "incentive_cost_rupiah", 1, 0, 0},
    {"sessions", "session_cost_rupiah", 1, 0, 1},
    {"visits", "visit_cost_rupiah", 1, 0, 1},
    {"assessments", "assessment_cost_rupiah", 1, 0, 1},
    {"administration", "administration_cost_rupiah", 1, 0, 1},
    {"partner_courses", "partner_course_cost_rupiah", 0, 0, 1},
    {"benefits", "benefit_cost_rupiah", 1, -1, 0},
    {"grants", "grant_cost_rupiah", 1, -1, 0},
    {"levies", "levy_rupiah", 0, 1, 0},
});

Eigen::Index column_of(std::string_view measure) {
  auto const index = find_measure(measure);
  expects(index.has_value(), "costs ask for measures that exist");
  return static_cast<Eigen::Index>(*index);
}

std::vector<double> weights_of(double rate, int months) {
  std::vector<double> weights(static_cast<std::size_t>(months) + 1);
  double const per_year = math::log(1 + rate);
  for (int m = 1; m <= months; ++m) {
    weights[static_cast<std::size_t>(m)] = math::exp(-per_year * (m - 0.5) / 12);
  }
  return weights;
}

}  // namespace

std::span<CostItem const> cost_items() { return items; }

int sign_of(CostItem const& item, Perspective perspective) {
  switch (perspective) {
    case Perspective::programme:
      return item.programme;
    case Perspective::families:
      return item.families;
    case Perspective::society:
      break;
  }
  return item.society;
}

DiscountedCosts::DiscountedCosts(RunResults const& results, Scenario const& scenario,
                                 std::size_t variant)
    : results_(results), variant_(variant), pairs_(usable_pairs(results, variant)) {
  for (std::size_t draw = 0; draw < results.draws; ++draw) {
    auto const setting = setting_of(scenario, results.variants[variant], static_cast<int>(draw));
    weights_.push_back(weights_of(double{setting.world->costs.discount_rate}, results.months));
  }
}

/// @param each  (values of all months and measures, row) -> what the row counts
template <class Each>
std::vector<double> DiscountedCosts::discounted(std::size_t policy, std::string_view measure,
                                                Each each) const {
  auto const column = column_of(measure);
  std::vector<double> sums(pairs_.usable.size(), Estimate::not_defined);
  for (std::size_t pair = 0; pair < sums.size(); ++pair) {
    if (!pairs_.usable[pair]) continue;
    Simulation const simulation = results_.life(policy, variant_, pair);
    auto const& values = results_.series[results_.slot(simulation, 0)].values;
    auto const& weights = weights_[simulation.draw];
    sums[pair] = 0;
    for (Eigen::Index m = 1; m < values.rows(); ++m) {
      sums[pair] += weights[static_cast<std::size_t>(m)] * each(values, m, column);
    }
  }
  return sums;
}

std::vector<double> DiscountedCosts::sum_of(std::size_t policy, std::string_view measure) const {
  return discounted(policy, measure,
                    [](auto const& values, auto row, auto column) { return values(row, column); });
}

std::vector<double> DiscountedCosts::gain_of(std::size_t policy,
                                             std::string_view cumulative) const {
  return discounted(policy, cumulative, [](auto const& values, auto row, auto column) {
    return values(row, column) - values(row - 1, column);
  });
}

std::vector<double> DiscountedCosts::total(std::size_t policy, Perspective perspective) const {
  std::vector<double> total(pairs_.usable.size(), 0);
  for (auto const& item : items) {
    int const sign = sign_of(item, perspective);
    if (sign == 0) continue;
    auto const part = sum_of(policy, item.measure);
    for (std::size_t pair = 0; pair < total.size(); ++pair) total[pair] += sign * part[pair];
  }
  return total;
}

std::vector<char> DiscountedCosts::holds_enough(std::size_t policy,
                                                std::string_view cumulative) const {
  auto const& facts = results_.facts;
  std::vector<char> enough(pairs_.usable.size(), 0);
  if (facts.programme_households <= 0) return enough;
  auto const sampled =
      static_cast<double>(facts.households) / static_cast<double>(facts.programme_households);
  std::vector<double> values;
  gather(results_, pairs_,
         {.policy = policy,
          .variant = variant_,
          .subgroup = 0,
          .row = static_cast<std::size_t>(results_.months),
          .measure = static_cast<std::size_t>(column_of(cumulative))},
         values);
  // Half an exit of room: the scale is a rounded number of families.
  for (std::size_t pair = 0; pair < values.size(); ++pair) {
    enough[pair] = values[pair] * sampled > min_exits - 0.5 ? 1 : 0;
  }
  return enough;
}

MoreBenefits more_benefits(DiscountedCosts const& discounted, std::size_t policy,
                           std::size_t than) {
  auto const more = [&](std::string_view measure) {
    return difference_of(discounted.sum_of(policy, measure), discounted.sum_of(than, measure));
  };
  MoreBenefits to{.all = more("benefit_cost_rupiah"),
                  .first = {},
                  .entered = more("benefits_of_entered_rupiah"),
                  .returned = more("benefits_of_returned_rupiah")};
  to.first = difference_of(difference_of(to.all, to.entered), to.returned);
  return to;
}

}  // namespace graduasi
