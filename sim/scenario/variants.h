// From a scenario to the parameters of one variant in one parameter draw.
#pragma once

#include "scenario/scenario.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace graduasi {

/// A point of the sweep.
struct Variant {
  std::string name;  ///< "learning_rate=0.06;per_month=2"; "base" without a sweep
  std::vector<std::pair<std::string, double>> values;  ///< path and value, in file order
};

/// Everything that a run of one variant in one draw needs to know.
struct ParameterSet {
  Indirect<World> world;
  PopulationSettings population;
  std::vector<Policy> policies;  ///< the first is the baseline
  std::vector<Area> places;      ///< areas that stand for all, see `areas_apart`; at least one
};

/// All combinations of the sweep, the last axis moving fastest; without a sweep the one called
/// "base".
std::vector<Variant> variants_of(Scenario const& scenario);

/// Places of the variants that live on the same families under the same baseline, since they differ
/// in levers alone; in the order of their first.
std::vector<std::vector<std::size_t>> variants_by_families(std::vector<Variant> const& variants);

/// The names of the policies that run: those of the file, and `swept` when the file has only a
/// baseline and sweeps over levers.
std::vector<std::string> policy_names(Scenario const& scenario);

/// The parameters of a variant in a draw.
///
/// A swept lever acts as if typed into every policy but the baseline. Priors are drawn by (seed,
/// draw, path), so the draw is the same in every policy and variant.
/// @param draw  counts from 0 to parameter_draws - 1
ParameterSet setting_of(Scenario const& scenario, Variant const& variant, int draw);

/// The parameters of a variant with everything on that is on in some draw: what can act at all, for
/// what is said before and beside a run. Numbers are those of the first draw.
ParameterSet setting_where_all_acts(Scenario const& scenario, Variant const& variant);

/// How many simulations the scenario is: policies times variants times lives, which are draws times
/// replicates and the twins (`twins_of`).
std::size_t simulations_of(Scenario const& scenario);

}  // namespace graduasi
