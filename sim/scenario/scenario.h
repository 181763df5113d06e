// What a scenario file means, as plain structs.
#pragma once

#include "base/errors.h"
#include "base/indirect.h"
#include "policy/events.h"
#include "policy/levers.h"
#include "policy/unit_costs.h"
#include "population/settings.h"
#include "scenario/blocks/attribute.h"
#include "scenario/blocks/optimise.h"
#include "scenario/blocks/output.h"
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

/// A parameter of `world` or `population` with its prior.
struct Uncertain {
  std::string path;
  Prior prior;
};

/// The levers that hold from a month on, reached linearly over `phase_in_months`.
struct LeverStep {
  CalendarMonth from;
  int phase_in_months = 0;
  Levers levers{};  ///< only the levers in `sets` are looked at, but of the baseline
  std::vector<std::string> sets{};  ///< "policy.caseload...": what this step moves
};

/// A policy: levers over time. A lever that no step has set yet follows the baseline, month by
/// month.
struct Policy {
  std::string name;
  std::vector<LeverStep> steps;       ///< in date order, at least one
  std::vector<Event> events{};        ///< of this policy alone, as written
  std::vector<std::string> set_here;  ///< paths ("policy.caseload...") that the policy itself sets
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
  PopulationSettings population;
  Indirect<World> world;
  std::vector<Uncertain> uncertain;  ///< empty: nothing is uncertain
  std::vector<Policy> policies;      ///< the first is the baseline; at least one
  std::vector<SweepAxis> sweep;
  OutputSettings output;
  std::optional<TrialDesign> trial;            ///< of `evidence`; nothing: the default
  std::vector<Finding> findings;               ///< published, of `evidence`
  std::optional<AttributionPlan> attribution;  ///< of `attribute`; nothing: the default
  std::optional<OptimisePlan> optimisation;    ///< of `optimise`; nothing: the default
  std::vector<InputFile> inputs;
  std::vector<Warning> warnings;
};

/// What a scenario pays for what; its world holds them.
UnitCosts const& unit_costs(Scenario const& scenario);

}  // namespace graduasi
