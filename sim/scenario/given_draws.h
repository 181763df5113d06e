// Draws of uncertain parameters out of a table, which take the place of the priors.
#pragma once

#include "scenario/scenario.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// The columns of a table of draws, of which the weight may be missing.
inline constexpr auto draws_columns =
    std::to_array<std::string_view>({"draw", "path", "value", "weight"});

/// What `--draws-from` takes beside the name of a file.
inline constexpr std::string_view from_prior = "prior", from_posterior = "posterior";

/// Where the draws that came with the program lie in the source tree.
inline constexpr std::string_view posterior_file = "scenarios/calibrate/posterior.csv";

/// Sets of values of the same parameters, each with its weight.
struct GivenDraws {
  std::string name;                         ///< of the file, for messages
  std::vector<std::string> paths;           ///< as they are called today
  std::vector<double> weights;              ///< by draw; none negative, their sum above zero
  std::vector<std::vector<double>> values;  ///< by path and draw

  std::size_t count() const { return weights.size(); }
};

/// Reads a table of draws: a line for each draw and path, in any order.
/// @param name  of the file, for messages
/// @throws ScenarioError for a path that is no parameter, one that a draw lacks or has twice, a
///         value that its parameter cannot have, weights that are negative or all zero
GivenDraws parse_draws(std::string_view text, std::string const& name);

/// Which draws of the table a run of `wanted` draws takes, in ascending order.
///
/// Everything that looks at draws takes one for as likely as another, so weights are honoured here,
/// once: the table is resampled systematically, at the middles of `wanted` equal steps through its
/// weights. No chance is in it. A draw of much weight is taken several times, each time with luck
/// of its own; where all weigh the same and all are wanted, each is taken once, in order.
/// @param wanted  at least 1
std::vector<std::size_t> resampled(std::vector<double> const& weights, std::size_t wanted);

/// Lets these draws stand in place of every prior of the scenario. What the scenario itself gives a
/// number keeps it, with a warning where the table has it as well.
/// @throws ScenarioError when the table lacks a parameter that is uncertain, or holds fewer draws
///         than the run asks for
void use_draws(Scenario& scenario, GivenDraws const& given);

/// What tells the draws of a scenario from those of another that has draws in place of the same
/// priors: a hash of the paths and values that are given; empty where nothing is.
std::string hash_of_given_draws(Scenario const& scenario);

/// `use_draws` by what `--draws-from` says: nothing or "prior" leaves the priors, "posterior" is
/// the file that came with the program, all else names a file, which is then among the inputs.
/// @throws ScenarioError also when the file cannot be read
void use_draws_from(Scenario& scenario, std::string const& source);

}  // namespace graduasi
