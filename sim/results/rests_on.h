// What the figures of a run rest on: parameters moved from their defaults, and those nobody
// measured.
#pragma once

#include "results/json.h"
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

/// What one uncertain parameter does to the answer while all others keep the middle of their
/// priors.
struct Influence {
  std::string path;
  std::string unit{}, source{};
  double low = 0, high = 0;                ///< 5 and 95 percent of its prior
  double answer_low = 0, answer_high = 0;  ///< families
  double swing = 0;  ///< between the least and the most of both and the middle
};

/// Uncertain parameters by how far they move the answer, the furthest first.
struct Influences {
  std::string policy;  ///< whose difference to the baseline is the answer; empty: the baseline's
                       ///< self-reliant exits are
  double middle = 0;   ///< the answer with all parameters at the middle of their priors, families
  int households = 0;  ///< simulated for it
  std::vector<Influence> parameters;
};
/// As many are shown.
inline constexpr std::size_t most_influences = 10;

struct RestsOn {
  std::vector<ChangedParameter> changed;
  std::vector<AssumedParameter> assumptions;
  std::vector<SweepAxis> swept;
  std::vector<std::string> uncertain;  ///< paths of the parameters that have a prior
  Influences influences{};             ///< empty where nothing has a prior
};

/// Walks the tables of all parameters; the levers assumed are those of the baseline's first step.
RestsOn rests_on(Scenario const& scenario);

/// For the page; of the influences the first `most_influences`.
Json rests_on_json(RestsOn const& rests_on);

}  // namespace graduasi
