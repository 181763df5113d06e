// Points that fill a unit cube more evenly than chance would.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>

namespace graduasi {

/// Most inputs that `scrambled_sobol` has directions for.
inline constexpr std::size_t max_sobol_inputs = 1000;

/// A row for each point, in (0, 1): Sobol's sequence, scrambled in every input as Owen does, by a
/// hash in place of a tree of random bits (Burley 2020, Journal of Computer Graphics Techniques 9).
/// Of 2^k points, the first ones, each of 2^k equal parts of an input holds one.
/// @param inputs  1 to max_sobol_inputs
/// @param first   of the points, from 0 on
Eigen::ArrayXXd scrambled_sobol(std::size_t inputs, std::size_t first, std::size_t count,
                                std::uint32_t seed);

}  // namespace graduasi
