// Supervision of facilitators: somebody with experience who listens, watches and advises keeps up
// what they are able to do, and takes a part of the strain off them.
#pragma once

#include "parameters/parameter.h"
#include "policy/levers.h"

namespace graduasi {

/// What hours with a supervisor (`StaffLevers::supervision`) do to a facilitator.
struct SupervisionParameters {
  float half_hours = 2;
  float upholds = 0.5f;
  float relief = 0.1f;
};

template <>
struct Table<SupervisionParameters> {
  static constexpr std::string_view group = "supervision";
  static constexpr auto rows = std::to_array<Parameter<SupervisionParameters>>({
      {"half_hours",
       &SupervisionParameters::half_hours,
       "hours per month",
       {0.1, 40},
       "with a supervisor that do half of what any number of them can",
       "assumption, 1 to 6"},
      {"upholds",
       &SupervisionParameters::upholds,
       "sd",
       {0, 3},
       "by which competence settles above what it is without training, with hours without end",
       "assumption: 3 or 4 sessions of feedback held what a course gave (E120), which is in "
       "refreshers; exactly 0 in one draw of four"},
      {"relief",
       &SupervisionParameters::relief,
       "share",
       {0, 1},
       "of the fatigue to which the load leads that hours without end take off",
       "assumption: exactly 0 in one draw of four"},
  });
  static_assert(describes(rows));
};

/// What supervision brings in a month.
struct Supervised {
  float upheld;  ///< what the gain of training decays to, standard deviations of competence
  float relief;  ///< share of strain taken off
};

inline Supervised supervised_by(StaffLevers const& staff, SupervisionParameters const& p) {
  float const felt = staff.supervision / (staff.supervision + p.half_hours);
  return {.upheld = p.upholds * felt, .relief = p.relief * felt};
}

}  // namespace graduasi
