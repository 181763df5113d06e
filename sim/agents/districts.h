// Districts and facilitators: where families live, and who accompanies them.
#pragma once

#include "base/columns.h"

#include <cstdint>
#include <vector>

namespace graduasi {

/// A district never changes during a run; what moves is in `Facilitators` and in the cycle.
struct District {
  std::size_t area = 0;        ///< row of the areas file
  std::size_t first_slot = 0;  ///< a multiple of `lanes`
  std::size_t slots = 0;       ///< a multiple of `lanes`, at least `families`
  std::size_t families = 0;
  std::uint32_t first_id = 0;  ///< household i of the district has the id first_id + i, for good
  float line_rupiah = 0;       ///< poverty line, rupiah per person and month
  float hard_share = 0;        ///< share of families in hard-to-reach places
  float shock_sd = 0;          ///< of the persistent shock, log points
  float noise_sd = 0;          ///< of measurement noise in log spending
  float poorest_below = 0;     ///< log welfare below which a family is among the nation's poorest
                               ///< covered share
};

/// Ids of a district's families lie in a range of their own, so that a family keeps its luck
/// whatever the sizes of other districts.
inline constexpr std::uint32_t ids_per_district = 1u << 20;

/// State of the facilitators of one district, in order of their number; number 3 is the same
/// person in every policy.
struct Facilitators {
  std::vector<float> fatigue;      ///< share in [0, 1]
  std::vector<float> resilience;   ///< share, around 0
  std::vector<float> competence;   ///< share in [0, 1]
  std::vector<float> round;        ///< where in the caseload the next group session falls, [0, 1)
  std::vector<float> visit_hours;  ///< hours for visits not yet used (negative: used ahead)
};

}  // namespace graduasi
