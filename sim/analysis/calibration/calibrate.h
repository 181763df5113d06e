// Which worlds agree with what is published: waves of simulations, emulators that rule out what is
// far from several figures, and weights for what is left.
#pragma once

#include "analysis/calibration/emulator.h"
#include "analysis/calibration/journal.h"
#include "analysis/calibration/target_runs.h"
#include "experiment/experiment.h"
#include "scenario/targets.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// How much a calibration may cost.
struct CalibrationSize {
  std::string_view name;
  std::size_t points;         ///< simulated in each wave
  std::size_t waves;          ///< at most
  std::size_t candidates;     ///< looked at by emulators before each further wave
  std::size_t active;         ///< inputs of emulators, at most
  std::size_t chance_points;  ///< simulated twice, to tell chance
  std::size_t drawn;          ///< worlds of the posterior
  int households;             ///< of a simulation
  EmulatorSize emulator{};
};

/// Of the shipped targets some hour on two cores, and two minutes.
inline constexpr auto calibration_sizes = std::to_array<CalibrationSize>(
    {{"full", 1536, 3, 1 << 18, 35, 64, 400, 20000, {}},
     {"small",
      256,
      2,
      1 << 14,
      10,
      32,
      100,
      2000,
      {.process_points = 200, .process_inputs = 4, .evaluations = 40}}});

/// What a wave ruled out.
struct WaveFound {
  std::size_t simulated = 0, impossible = 0;  ///< worlds; those that cannot be are not simulated
  double left_before = 1;  ///< share of the prior from which its worlds were taken
  double left_after = 1;   ///< share that is not ruled out by it and those before
};

/// What is known of one target.
struct TargetFound {
  double chance = 0;           ///< variance of one simulation
  double ruled_out_alone = 0;  ///< share of the prior that is more than three deviations away
  bool has_process = false;
  LeftOutCheck check{};                                     ///< of its last emulator
  double prior_mean = 0, prior_lower = 0, prior_upper = 0;  ///< 90 percent lie between
  double mean = 0, lower = 0, upper = 0;                    ///< of the posterior
  double surprise = 0;  ///< share of the posterior at least as far out as what is published, twice
  std::size_t recovered = 0;  ///< of `truths`, those whose figure lay in its interval; held alone
};

/// What is known of one uncertain number.
struct PathFound {
  std::string path;
  bool is_active = false;  ///< an input of the emulators
  double shift = 0;        ///< of the mean, in standard deviations of the prior
  double spread = 1;       ///< standard deviation over that of the prior, of its ranks
  bool is_moved = false;   ///< either is more than chance would do with so few worlds
  std::size_t mover = 0;   ///< the fitted target that goes with it most closely
  double with_mover = 0;   ///< correlation with that
  double prior_lower = 0, prior_middle = 0, prior_upper = 0;  ///< 5, 50 and 95 percent
  double lower = 0, middle = 0, upper = 0;                    ///< the same of the posterior
};

/// How likely each value of a structure is; each was as likely as another before.
struct StructureFound {
  std::string path;
  std::vector<std::string> options;  ///< as a scenario writes them
  std::vector<double> shares;        ///< sum to 1
};

/// Two numbers of which the targets know a combination better than either.
struct PosteriorRidge {
  std::size_t one, other;  ///< of `paths`
  double correlation;
};

struct Calibration {
  std::vector<WaveFound> waves;
  std::vector<TargetFound> targets;  ///< in the order of the file
  std::vector<PathFound> paths;
  std::vector<StructureFound> structures;
  std::vector<PosteriorRidge> ridges;  ///< the closest first
  std::size_t truths = 0;  ///< worlds that were left out, and looked for by their figures
  double effective = 0;    ///< worlds of equal weight that say as much
  std::size_t left = 0;    ///< simulated worlds that are not ruled out
  std::vector<std::vector<double>> worlds;  ///< of the posterior, each as likely as another
};

/// Where a calibration stands, for a progress line.
using CalibrationProgress = std::function<void(double share)>;

/// @param seed     of everything: points, luck
/// @param journal  what it holds is not simulated again
/// @returns nothing when it was stopped
/// @throws ScenarioError when every world is ruled out
std::optional<Calibration> calibrate(Targets const& targets, TargetRuns const& runs,
                                     CalibrationSize const& size, std::uint32_t seed,
                                     Journal& journal, ExperimentOptions const& options);

}  // namespace graduasi
