// Which policy is worth its cost, how surely, and what it would be worth to know more.
#pragma once

#include "results/cost_table.h"
#include "results/curves.h"
#include "results/json.h"
#include "results/outcome.h"
#include "results/sink.h"
#include "results/text_table.h"
#include "scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Where a policy stands among the others, by mean cost and mean effect.
enum class Standing {
  reference,           ///< the cheapest of those on the frontier
  frontier,            ///< buys more exits than all cheaper ones, each at a rising price
  dominated,           ///< another costs less and brings no less, or no more and brings more
  extended_dominated,  ///< a mixture of two others would bring more for the same cost
  equal,               ///< another has the same cost and effect
  undecided            ///< no exit that it may bring can count yet
};

/// "reference", "frontier", "dominated", "extended_dominated", "equal" or "undecided".
std::string_view name_of(Standing standing);

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

/// Costs and value together.
struct CostsAndValue {
  std::vector<CostFigure> costs;
  std::vector<FrontierRow> frontier;  ///< by variant, perspective and rising cost
  std::vector<Decision> decisions;    ///< empty with one draw or one policy
};

/// value.csv: `variant,perspective,policy,cost,effect,standing,against,incremental_cost,
/// incremental_cost_lower,incremental_cost_upper,incremental_effect,incremental_effect_lower,
/// incremental_effect_upper,incremental_ratio,incremental_ratio_lower,incremental_ratio_upper,
/// interval`.
void write_value(Sink& sink, Outcome const& outcome, std::vector<FrontierRow> const& frontier);

/// acceptability.csv: `variant,perspective,threshold,policy,probability_best,net_benefit,draws`.
void write_acceptability(Sink& sink, Outcome const& outcome,
                         std::vector<Decision> const& decisions);

/// information.csv: `variant,perspective,threshold,path,value,by_chance,limit`; the path of knowing
/// everything is "everything", which has no `by_chance` and `limit`.
void write_information(Sink& sink, Outcome const& outcome, std::vector<Decision> const& decisions);

/// For the console: a line for each policy and variant, and what the figures mean. Empty with one
/// policy.
std::string cost_lines(Outcome const& outcome, Scenario const& scenario, CostsAndValue const& found,
                       Color color);

/// For the page: price year, discount rate, rows of cost.csv, the frontier, and the curves of
/// acceptability and of the value of information.
Json costs_and_value_json(Outcome const& outcome, Scenario const& scenario,
                          CostsAndValue const& found);

}  // namespace graduasi
