// What is believed of an uncertain parameter, turned into its value in one parameter draw.
#pragma once

#include "scenario/scenario.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace graduasi {

/// "{uniform: [0.1, 0.4]}" or "{uniform: [0.1, 0.4], or_zero: 0.3}", as a scenario would write it;
/// draws from a file are written out.
std::string text_of(Prior const& prior);

/// The median, used when parameters are not drawn.
double central_value(Prior const& prior);

/// The value below which the share `uniform01` of the prior lies.
///
/// Normal, lognormal and beta are cut to the parameter's range: the same distribution as drawing
/// again until the value lies inside, from a single uniform number. Only + - * / sqrt and our own
/// exp and log, so every machine draws the same value. A file of draws gives its values in order of
/// size. Where the parameter may be exactly zero, that share of the numbers gives zero.
///
/// @param uniform01  in (0, 1)
double draw_of(Prior const& prior, double uniform01);

/// The uniform number in (0, 1) of a path in a draw; the same in every policy, variant and
/// replicate.
/// @param draw     counts from 0
/// @param attempt  how often the draw was drawn before
double prior_uniform(std::uint32_t seed, int draw, std::string_view path, int attempt = 0);

/// The parameter's value in a draw. With one draw the central value; a file of draws gives its
/// values in the order of the file, whatever else is drawn again.
/// @param draw  counts from 0
double value_in_draw(Uncertain const& uncertain, RunCounts const& counts, int draw,
                     int attempt = 0);

/// The same in the draws of a scenario.
double value_in_draw(Uncertain const& uncertain, Scenario const& scenario, int draw);

}  // namespace graduasi
