// Worlds that are simulated, wave after wave, and those that emulators leave.
#pragma once

#include "analysis/calibration/calibrate.h"

#include <functional>

namespace graduasi {

/// Simulated worlds: a point of the unit cube and the figures of each.
struct Simulated {
  Eigen::ArrayXXd points, figures;

  Eigen::Index count() const { return points.rows(); }
  void append(Simulated const& more);
  Simulated rows(std::vector<std::size_t> const& those) const;
};

/// The columns of some inputs.
Eigen::ArrayXXd columns_of(Eigen::ArrayXXd const& points, std::vector<std::size_t> const& inputs);

/// Inputs that move any figure by more than chance would move one of all of them in one calibration
/// of twenty, those that explain most first.
/// @param most  of them
std::vector<std::size_t> active_inputs(Simulated const& worlds, std::size_t most);

/// An emulator for each target, over the active inputs.
struct WaveEmulators {
  std::vector<Emulator> by_target;

  WaveEmulators(Simulated const& worlds, std::vector<std::size_t> const& active,
                EmulatorSize const& size);

  /// Distances of worlds from the fitted targets, a column for each of them.
  /// @param inputs  the active ones
  /// @param chance  by target: variance of one simulation
  Eigen::ArrayXXd distances(Eigen::ArrayXXd const& inputs, Targets const& targets,
                            std::vector<double> const& chance) const;
};

/// What several waves leave of the prior.
struct Left {
  double share = 0;        ///< of the candidates
  Eigen::ArrayXXd points;  ///< the first of them, at most as many as were wanted
  std::vector<double>
      beyond;  ///< by fitted target: share that it would rule out alone, by the last wave
};

/// Looks at candidates through all emulators.
/// @param first   candidate of the cube's sequence
Left look_at_candidates(std::vector<WaveEmulators> const& waves,
                        std::vector<std::size_t> const& active, Targets const& targets,
                        std::vector<double> const& chance, Cube const& cube, std::size_t first,
                        std::size_t candidates, std::size_t wanted);

/// Rows of worlds that no wave rules out.
std::vector<std::size_t> rows_left(std::vector<WaveEmulators> const& waves,
                                   std::vector<std::size_t> const& active, Simulated const& worlds,
                                   Targets const& targets, std::vector<double> const& chance);

/// For how many of the last worlds, left out by the emulators, the figures of held targets lie in
/// the 90 percent interval that follows from those of fitted ones. No simulation is run.
/// @param truths  worlds that the emulators were not shown
/// @returns by target; of fitted ones 0
std::vector<std::size_t> recover(WaveEmulators const& emulators,
                                 std::vector<std::size_t> const& active, Simulated const& truths,
                                 Targets const& targets, Cube cube, std::size_t candidates);

}  // namespace graduasi
