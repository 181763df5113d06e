// One family followed month by month under every policy, with the same luck.
#pragma once

#include "experiment/experiment.h"
#include "model/trace.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace graduasi {

/// A family by its number, or the first one that the baseline lets leave in a certain way.
struct TraceWish {
  enum class Kind {
    number,     ///< the family `id`
    ready,      ///< leaves self-reliant, and is able to
    premature,  ///< leaves self-reliant before it is able to
    missed,     ///< able for more than a year and never leaves
  };
  Kind kind = Kind::number;
  std::uint32_t id = 0;  ///< district x 1,048,576 + number in the district
};

/// "ready", "premature", "missed" or a number.
std::optional<TraceWish> trace_wish(std::string const& text);

/// A family, and what became of it.
struct FamilyTrace {
  std::uint32_t id = 0;
  std::string area;
  int months_to_be_ready = 12;              ///< definition of being able
  float line_margin = 0;                    ///< log points that earnings must seem above the line
  std::vector<std::string> policies;        ///< the baseline first
  int first_month = 1;                      ///< later where it joins the list during the run
  std::vector<std::vector<TraceRow>> rows;  ///< by policy, the first month to the last
};

/// Follows a family of the first variant, draw and replicate. Only its district is simulated; what
/// happens to a family does not depend on other districts.
/// @throws ScenarioError when there is no such family
FamilyTrace trace_family(Scenario const& scenario, Areas const& areas, TraceWish const& wish,
                         Isa isa);

}  // namespace graduasi
