// Simulates what the targets of a calibration look at, in many worlds.
#pragma once

#include "analysis/calibration/cube.h"
#include "experiment/experiment.h"
#include "population/areas.h"
#include "scenario/prior.h"
#include "scenario/scenario.h"
#include "scenario/targets.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A scenario that targets look at, as it was read.
struct TargetScenario {
  Scenario scenario;
  Areas areas;
};

/// A number that is learned about, or a structure: values that a scenario sweeps over, each as
/// likely as another.
struct CalibratedPath {
  std::string path;
  Prior prior{.shape = Prior::Shape::uniform, .numbers = {}};  ///< of a number
  std::vector<double> options{};                               ///< of a structure

  bool is_structure() const { return !options.empty(); }
};

class TargetRuns {
 public:
  /// @param scenarios   one for each file that targets name, in any order
  /// @param households  most that a simulation has
  /// @throws ScenarioError when a target names what its scenario does not have, nothing is
  /// uncertain,
  ///         or two scenarios believe different things of one number
  TargetRuns(Targets const& targets, std::vector<TargetScenario> scenarios, int households);

  /// What is uncertain in any of the scenarios, and then what any of them sweeps over: a world has
  /// one value of that in all of them.
  std::vector<CalibratedPath> const& paths() const { return paths_; }

  /// The points of all paths.
  Cube cube(std::uint32_t seed) const;

  /// The value of every path at a point of the unit cube: that share of its prior lies below.
  std::vector<double> values_at(Eigen::ArrayXd const& point) const;

  /// Figures of every point (row) and target (column); a point that no world can have, and a target
  /// that is not defined, are not a number.
  /// @param points  of the unit cube, a column for each path
  /// @param seed    of the luck of these worlds
  /// @returns nothing when it was stopped
  std::optional<Eigen::ArrayXXd> simulate(Eigen::ArrayXXd const& points, std::uint32_t seed,
                                          ExperimentOptions const& options) const;

 private:
  struct Part {
    Scenario scenario;
    Areas areas;
    std::vector<std::size_t> targets;  ///< numbers of those that it gives
    std::vector<std::size_t> paths;    ///< numbers of what is uncertain in it
    bool is_trial = false;
  };

  void add_paths(Part& part);
  void add_structures(Part& part);
  void reduce(Part& part, int households) const;
  void check_targets(Part const& part) const;
  Scenario with_worlds(Part const& part, std::vector<std::vector<double>> const& worlds,
                       std::uint32_t seed) const;
  std::vector<char> possible(std::vector<std::vector<double>> const& worlds) const;
  bool simulate_run(Part const& part, Scenario const& scenario, ExperimentOptions const& options,
                    std::vector<std::size_t> const& rows, Eigen::ArrayXXd& figures) const;
  bool simulate_trials(Part const& part, Scenario const& scenario, ExperimentOptions const& options,
                       std::vector<std::size_t> const& rows, Eigen::ArrayXXd& figures) const;

  std::vector<Target> targets_;
  std::vector<CalibratedPath> paths_;
  std::size_t numbers_ = 0;  ///< of paths; structures are behind them
  std::vector<Part> parts_;
};

}  // namespace graduasi
