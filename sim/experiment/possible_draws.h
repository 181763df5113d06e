// Draws of uncertain parameters that no world can have are drawn again.
#pragma once

#include "experiment/ranks.h"
#include "population/areas.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"

#include <memory>
#include <string>

namespace graduasi {

/// Whether a world can have these values. It cannot where
/// - luck and what a survey adds to spending take more than 0.55 of its variance: the lasting part
///   would be smaller than panels show;
/// - families would fade below no skill at all without the mentoring they have had, in the mean of
///   areas whose districts are alike.
/// @throws ScenarioError when areas and settings contradict each other
bool can_be(ParameterSet setting, Areas const& areas);

/// Draws again what cannot be, and remembers in `scenario.attempts` how often.
///
/// Every prior stands alone, so a draw may join values that exclude each other. A draw is the first
/// of eight sets of values that can be; where none can, the first stays, which is told. So the
/// draws are independent draws of what is believed, given that it can be. They are the same for
/// every sample size, policy and sweep. With one draw, and without priors, nothing is done. Ranks
/// try draws in turn.
/// @throws ScenarioError when areas and settings contradict each other
void settle_draws(Scenario& scenario, Areas const& areas,
                  std::shared_ptr<Ranks> const& ranks = one_rank());

/// "11 of 100 draws could not be and were drawn again"; empty where all could be.
std::string draws_again(Scenario const& scenario);

}  // namespace graduasi
