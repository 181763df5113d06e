// How far a world is from what was published, in the errors of both.
#pragma once

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace graduasi {

/// Variances of the distance between what a world gives and what was published.
struct DistanceTerms {
  double emulator = 0;     ///< of what the emulator says of the world
  double chance = 0;       ///< of one simulation of it
  double observation = 0;  ///< of the published figure
  double discrepancy = 0;  ///< of the model: what even the right numbers would miss

  double sum() const { return emulator + chance + observation + discrepancy; }
};

/// The distance in standard deviations; never negative.
double implausibility(double simulated, double published, DistanceTerms const& terms);

/// The second largest of some distances, the largest of one, nothing of none: a world is not ruled
/// out by a single figure, which may be wrong.
double second_largest(std::span<double const> distances);

/// A world is ruled out where the second largest distance is more than this (Pukelsheim's three
/// standard deviations, which hold 95 % of any distribution with one peak).
inline constexpr double ruled_out_beyond = 3;

/// Worlds that no more than one figure rules out, by row.
/// @param distances  a row for each world, a column for each figure
std::vector<std::size_t> not_ruled_out(Eigen::ArrayXXd const& distances);

}  // namespace graduasi
