// The one number in which the policies of a scenario differ, such as families per facilitator.
#pragma once

#include "parameters/lookup.h"
#include "scenario/scenario.h"
#include "scenario/variants.h"

#include <optional>
#include <vector>

namespace graduasi {

struct OneNumber {
  Row const* lever;            ///< a row of the levers' tables
  std::vector<double> values;  ///< of each policy in the last month of the run, all different
};

/// Nothing where policies differ in more than one lever, in a word, in what is no lever, or have
/// the same value; nor where a value differs between areas.
std::optional<OneNumber> one_number(ParameterSet const& setting, RunSettings const& run);

}  // namespace graduasi
