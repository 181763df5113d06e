// What two scenarios differ in once everything they leave out is filled in.
#pragma once

#include "scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A path with its value in both scenarios; nothing where a scenario has no such path.
struct DifferentValue {
  std::string path;
  std::optional<std::string> first, second;
  std::string unit;
};

/// Paths in the order of the first scenario, then those that only the second has. Policies are
/// matched by name; a lever that a policy leaves to the baseline in both is compared there only.
std::vector<DifferentValue> differences(Scenario const& first, Scenario const& second);

/// "run.replicates: 20 -> 50 replicates", a line each; long values are cut. "no difference" when
/// there is none. Ends with a newline.
std::string lines_of(std::vector<DifferentValue> const& differences);

}  // namespace graduasi
