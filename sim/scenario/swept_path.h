// What a swept path is.
#pragma once

#include "scenario/scenario.h"

#include <string>
#include <vector>

namespace graduasi {

struct SweptPath {
  std::string unit;
  bool is_number = false;          ///< not yes or no, nor a word
  std::vector<std::string> texts;  ///< of the axis's values, as a scenario would write them
};

/// @throws BrokenContract for a path that no scenario could sweep
SweptPath swept_path(SweepAxis const& axis);

}  // namespace graduasi
