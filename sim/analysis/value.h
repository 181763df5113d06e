// Which policy is worth its cost, over parameter draws, and what it would be worth to know more.
#pragma once

#include "analysis/answer.h"
#include "analysis/cost_figures.h"
#include "analysis/frontier.h"
#include "outcome/estimate.h"
#include "outcome/run_results.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// One policy of a variant on its way from the cheapest to the dearest.
struct FrontierRow {
  std::size_t policy = 0;
  std::size_t variant = 0;
  Perspective perspective = Perspective::programme;
  double cost = Estimate::not_defined;    ///< rupiah, discounted
  double effect = Estimate::not_defined;  ///< sustained exits, discounted
  Standing standing = Standing::reference;
  /// The next cheaper policy of the frontier, or the one that it is equal to.
  std::optional<std::size_t> against{};
  Estimate more_cost{}, more_effect{};  ///< than `against`
  /// Rupiah for each further sustained exit; not defined where more exits cannot be told from none.
  Estimate ratio{};
};

/// What a sustained exit is worth to whoever decides, and what follows from it.
struct AtThreshold {
  double threshold = 0;                    ///< rupiah per sustained exit
  std::vector<double> probability_best{};  ///< by policy: of having the most net benefit
  std::vector<double> net_benefit{};       ///< by policy: mean over draws, less the baseline's
  double everything = 0;                   ///< rupiah: knowing all uncertain parameters
};

/// Of one uncertain parameter, at each threshold in turn; rupiah.
struct ParameterValue {
  std::string path;
  std::vector<double> value;
};

/// Which policy is best in which draws, in one variant and perspective.
struct Decision {
  std::size_t variant = 0;
  Perspective perspective = Perspective::programme;
  std::size_t draws = 0;
  std::vector<AtThreshold> thresholds{};
  std::vector<ParameterValue> parameters{};  ///< empty with few draws
  std::vector<double> by_chance{};  ///< by threshold: mean value of parameters that do nothing
  std::vector<double> limit{};  ///< by threshold: what all parameters, if they did nothing, would
                                ///< together exceed in one of twenty runs
};

/// Costs and value together, and the answers that are shown before both.
struct CostsAndValue {
  std::vector<CostFigure> costs{};
  std::vector<FrontierRow> frontier{};  ///< by variant, perspective and rising cost
  std::vector<Decision> decisions{};    ///< empty with one draw or one policy
  std::vector<Answer> answers{};        ///< empty with one policy
};

/// With fewer draws a cubic through them says nothing of a single parameter.
inline constexpr std::size_t min_draws_for_parameters = 20;

/// What a sustained exit may be worth to whoever decides: nothing, and 10 million to a billion
/// rupiah in steps of about a half.
std::span<double const> thresholds();

/// The policies of every variant by rising cost, for the programme and for society. The effect is
/// sustained self-reliant exits; both are discounted.
std::vector<FrontierRow> frontier_of(RunResults const& results, Scenario const& scenario);

/// Over parameter draws: which policy is best, and what knowing everything, or one parameter, would
/// be worth. How likely a policy is best allows for chance as well; what knowing is worth takes the
/// draws by their expected values, chance taken out (`DrawSpread`).
/// @returns nothing with one draw or one policy, nor where no exit of some policy can count as
/// sustained yet; no parameters below `min_draws_for_parameters`
std::vector<Decision> decisions_of(RunResults const& results, Scenario const& scenario);

/// All of it.
CostsAndValue costs_and_value(RunResults const& results, Scenario const& scenario);

}  // namespace graduasi
