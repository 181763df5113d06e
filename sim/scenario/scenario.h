// What a scenario file means, as plain structs.
#pragma once

#include "base/errors.h"
#include "base/indirect.h"
#include "policy/unit_costs.h"
#include "population/areas.h"
#include "population/settings.h"
#include "scenario/blocks/attribute.h"
#include "scenario/blocks/finding.h"
#include "scenario/blocks/optimise.h"
#include "scenario/blocks/output.h"
#include "scenario/blocks/pilot.h"
#include "scenario/blocks/policy.h"
#include "scenario/blocks/run_settings.h"
#include "scenario/blocks/trial.h"
#include "scenario/prior.h"
#include "scenario/text/input_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

/// A parameter of `world` or `population`, or a lever of the baseline, with its prior.
struct Uncertain {
  std::string path;
  Prior prior;
};

/// The values that one path takes in a sweep.
struct SweepAxis {
  std::string path;
  std::vector<double> values;
};

struct World;

struct Scenario {
  std::string name;  ///< the file's name without its ending
  std::filesystem::path file;
  std::string question;
  RunSettings run;
  std::filesystem::path areas_file;  ///< resolved against the file that names it
  bool areas_shipped = false;        ///< no file was named: the table that came with the program
  std::filesystem::path households_file;  ///< the same of families; empty: none
  std::filesystem::path years_file;       ///< the same of the nation by year; empty: none
  PopulationSettings population;
  Indirect<World> world;
  std::vector<Uncertain> uncertain;  ///< empty: nothing is uncertain
  /// By draw: how often it was drawn before, see `settle_draws`; -1: what was drawn first stays,
  /// though it cannot be. Empty: never.
  std::vector<int> attempts;
  std::vector<Policy> policies;  ///< the first is the baseline; at least one
  /// One area of each set in which policies do the same, see `areas_apart`. While the policies are
  /// read: all areas, where anything has a `where`; else none.
  std::vector<Area> places;
  std::vector<SweepAxis> sweep;
  OutputSettings output;
  std::optional<TrialDesign> trial;            ///< of `evidence`; nothing: the default
  std::vector<Finding> findings;               ///< published, of `evidence`
  std::optional<AttributionPlan> attribution;  ///< of `attribute`; nothing: the default
  std::optional<OptimisePlan> optimisation;    ///< of `optimise`; nothing: the default
  std::optional<PilotPlan> pilot;              ///< of `trial`, which needs it
  std::vector<InputFile> inputs;
  std::vector<Warning> warnings;
};

/// What a scenario pays for what; its world holds them.
UnitCosts const& unit_costs(Scenario const& scenario);

}  // namespace graduasi
