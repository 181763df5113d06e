// What the figures of a run rest on: parameters moved from their defaults, and those nobody
// measured.
#pragma once

#include "analysis/one_way_sensitivity.h"
#include "output/json.h"
#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

/// A parameter that the scenario moved.
struct ChangedParameter {
  std::string
      path;  ///< "world....", "population....", "policies.NAME....", with "from 2027-01" if later
  Json value;
  Json default_value;
  std::string unit;
};

/// A parameter whose source is an assumption, with the value that the run used.
struct AssumedParameter {
  std::string path;
  Json value;
  std::string unit;
  std::string meaning;
  std::string source;
};

/// As many are shown.
inline constexpr std::size_t max_sensitivities = 10;

struct RestsOn {
  std::vector<ChangedParameter> changed;
  std::vector<AssumedParameter> assumptions;
  std::vector<SweepAxis> swept;
  std::vector<std::string> uncertain;  ///< paths of the parameters that have a prior
  Sensitivities sensitivities{};       ///< empty where nothing has a prior
};

/// Walks the tables of all parameters; the levers assumed are those of the baseline's first step.
RestsOn rests_on(Scenario const& scenario);

/// For the page; of the influences the first `max_sensitivities`.
Json rests_on_json(RestsOn const& rests_on);

}  // namespace graduasi
