// What one policy costs and brings over a whole run, pair by pair of draw and replicate.
#pragma once

#include "analysis/cost_figures.h"
#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// A part of the costs, and who bears it: 1 borne, -1 received, 0 neither.
struct CostItem {
  std::string_view name;
  std::string_view measure;  ///< rupiah per month
  int programme, families, society;
};

/// Every item, in the order in which they are listed.
std::span<CostItem const> cost_items();

/// 1, -1 or 0.
int sign_of(CostItem const& item, Perspective perspective);

/// Reads discounted totals of the whole programme in one variant. Month m counts at its middle,
/// (m - 1/2) / 12 years after the first day of the run; the rate is that of the pair's draw.
///
/// All lists hold a value for each pair and twin (`RunResults::life`); NaN where it does not count.
class DiscountedCosts {
 public:
  DiscountedCosts(RunResults const& results, Scenario const& scenario, std::size_t variant);

  /// Of a measure in rupiah per month.
  std::vector<double> sum_of(std::size_t policy, std::string_view measure) const;

  /// All items of a perspective, with their signs.
  std::vector<double> total(std::size_t policy, Perspective perspective) const;

  /// Of what a cumulative measure gains in each month: exits weigh like money.
  std::vector<double> gain_of(std::size_t policy, std::string_view cumulative) const;

  /// Whether a pair or twin holds enough simulated exits to say what each costs.
  /// @returns 1 or 0 for each
  std::vector<char> holds_enough(std::size_t policy, std::string_view cumulative) const;

  Lives lives() const { return results_.lives(); }

 private:
  template <class Each>
  std::vector<double> discounted(std::size_t policy, std::string_view measure, Each each) const;

  RunResults const& results_;
  std::size_t variant_;
  UsablePairs pairs_;
  std::vector<std::vector<double>> weights_;  ///< by draw and month; month 0 weighs nothing
};

/// Benefits that one policy pays more than another, by whom they go to; as `sum_of`.
struct MoreBenefits {
  std::vector<double> all;
  std::vector<double> first;     ///< families of the first day that have been in all the time
  std::vector<double> entered;   ///< families let in since
  std::vector<double> returned;  ///< families of the first day that had left and are back
};

MoreBenefits more_benefits(DiscountedCosts const& discounted, std::size_t policy, std::size_t than);

}  // namespace graduasi
