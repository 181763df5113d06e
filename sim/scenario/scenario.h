// What a scenario file means, as plain structs.
#pragma once

#include "base/errors.h"
#include "base/indirect.h"
#include "model/costs.h"
#include "policy/events.h"
#include "policy/levers.h"
#include "population/settings.h"
#include "scenario/blocks/attribute.h"
#include "scenario/blocks/optimise.h"
#include "scenario/blocks/output.h"
#include "scenario/blocks/run_settings.h"
#include "scenario/blocks/trial.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

/// What is believed of an uncertain parameter.
struct Prior {
  enum class Shape { uniform, normal, beta, lognormal, triangular, split, draws };
  Shape shape;
  /// uniform: least, most; normal and lognormal: mean and sd (of the logarithm); beta: a, b;
  /// triangular: least, likeliest, most; split: least, median, most, both halves falling evenly
  /// from the median to the ends; draws: the values of the file, in order.
  std::vector<double> numbers;
  /// Of the parameter. Normal, lognormal and beta are cut to it, as if drawn again until inside.
  Range range{0, 0};
};

/// As a scenario writes them, in the order of `Prior::Shape`.
inline constexpr auto prior_shapes = std::to_array<std::string_view>(
    {"uniform", "normal", "beta", "lognormal", "triangular", "split", "draws"});

inline std::string_view name_of(Prior::Shape shape) {
  return prior_shapes[static_cast<std::size_t>(shape)];
}

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

/// A file that the scenario is made of, for the manifest.
struct InputFile {
  std::string path;    ///< as the working directory sees it
  std::string sha256;  ///< of its bytes
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
CostsParameters const& unit_costs(Scenario const& scenario);

}  // namespace graduasi
