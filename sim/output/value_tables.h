// Which policy is worth its cost, how surely, and what it would be worth to know more.
#pragma once

#include "analysis/value.h"
#include "outcome/run_results.h"
#include "output/json.h"
#include "output/text_table.h"
#include "scenario/scenario.h"
#include "store/sink.h"

#include <string>
#include <vector>

namespace graduasi {

/// value.csv: `variant,perspective,policy,cost,effect,standing,against,incremental_cost,
/// incremental_cost_lower,incremental_cost_upper,incremental_effect,incremental_effect_lower,
/// incremental_effect_upper,incremental_ratio,incremental_ratio_lower,incremental_ratio_upper,
/// interval`.
void write_value(Sink& sink, RunResults const& results, std::vector<FrontierRow> const& frontier);

/// acceptability.csv: `variant,perspective,threshold,policy,probability_best,net_benefit,draws`.
void write_acceptability(Sink& sink, RunResults const& results,
                         std::vector<Decision> const& decisions);

/// information.csv: `variant,perspective,threshold,path,value,by_chance,limit`; the path of knowing
/// everything is "everything", which has no `by_chance` and `limit`.
void write_information(Sink& sink, RunResults const& results,
                       std::vector<Decision> const& decisions);

/// For the console: a line for each policy and variant, and what the figures mean. Empty with one
/// policy.
std::string cost_lines(RunResults const& results, Scenario const& scenario,
                       CostsAndValue const& found, Style const& style);

/// For the page: price year, discount rate, rows of cost.csv, the frontier, and the curves of
/// acceptability and of the value of information.
Json costs_and_value_json(RunResults const& results, Scenario const& scenario,
                          CostsAndValue const& found);

}  // namespace graduasi
