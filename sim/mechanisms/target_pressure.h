// Pressure of a yearly target on facilitators: it bends effort and thresholds of assessments, never
// the truth about families.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// What a yearly target does to those who must meet it: it moves effort and thresholds, never the
/// truth about families.
struct TargetPressureParameters {
  bool on = true;
  float usual_pace_all = 0.0077f;
  float usual_pace_self_reliant = 0.0013f;
  float limit = 3;
  float verify_push = 4;
  float approach_push = 6;
  float margin_push = 0.05f;
  float label_push = 0.1f;
  float integrity_mean = 0.8f;
  float integrity_sd = 0.15f;
};

template <>
struct Table<TargetPressureParameters> {
  static constexpr std::string_view group = "target_pressure";
  static constexpr auto rows = std::to_array<Parameter<TargetPressureParameters>>({
      {"on",
       &TargetPressureParameters::on,
       "",
       {0, 1},
       "whether a target is felt",
       "choice of the user"},
      {"usual_pace_all",
       &TargetPressureParameters::usual_pace_all,
       "share of families per month",
       {1e-5, 0.1},
       "exits of all kinds that come without pressure",
       "derived: scenarios/today.yaml has no target; 7.7 percent natural and 1.6 self-reliant a "
       "year"},
      {"usual_pace_self_reliant",
       &TargetPressureParameters::usual_pace_self_reliant,
       "share of families per month",
       {1e-5, 0.1},
       "self-reliant exits that come without pressure",
       "derived: scenarios/today.yaml has no target; 1.6 percent a year"},
      {"limit",
       &TargetPressureParameters::limit,
       "ratio",
       {0, 20},
       "pressure beyond which nobody can be pushed further",
       "assumption, 1 to 5"},
      {"verify_push",
       &TargetPressureParameters::verify_push,
       "per unit of pressure",
       {0, 20},
       "how much more often components are checked, when natural exits count",
       "assumption, 0 to 8: set by hand to the exits of 2020"},
      {"approach_push",
       &TargetPressureParameters::approach_push,
       "per unit of pressure",
       {0, 20},
       "how much more readily families seen able are nominated",
       "assumption, 0 to 8: set by hand to the exits of 2020"},
      {"margin_push",
       &TargetPressureParameters::margin_push,
       "log points per unit of pressure",
       {0, 1},
       "how far the line above which a family is seen able comes down",
       "assumption"},
      {"label_push",
       &TargetPressureParameters::label_push,
       "share per unit of pressure",
       {0, 1},
       "natural exits that a facilitator without any integrity books as self-reliant, when only "
       "those "
       "count",
       "assumption: 0 switches it off"},
      {"integrity_mean",
       &TargetPressureParameters::integrity_mean,
       "share",
       {0, 1},
       "integrity of facilitators: at 1 nobody books one kind of exit as another",
       "assumption"},
      {"integrity_sd",
       &TargetPressureParameters::integrity_sd,
       "share",
       {0, 0.5},
       "differences between facilitators in it",
       "assumption"},
  });
  static_assert(describes(rows));
};

/// Where a district stands with its target.
struct TargetState {
  float target;       ///< exits that the year asks of the district
  float counted;      ///< exits so far this year, of the kinds that count
  float months_left;  ///< this one included, 1 to 12
  float active;       ///< families in the programme
};

/// How hard the target presses: what is still missing each month against the usual pace, beyond 1.
/// @returns in [0, enforced x limit]; 0 without a target
inline float pressure(TargetState const& s, TargetLevers const& lever,
                      TargetPressureParameters const& p) {
  if (!p.on || s.target <= 0.0f || s.active <= 0.0f) return 0.0f;
  bool const all = lever.counts != ExitKinds::self_reliant;
  float const pace = (all ? p.usual_pace_all : p.usual_pace_self_reliant) * s.active;
  float const missing = (s.target * lever.aim - s.counted) / s.months_left;
  return lever.enforced * math::clip(missing / pace - 1.0f, 0.0f, p.limit);
}

/// What pressure makes of a facilitator's month.
struct Pushed {
  float checks = 1;  ///< times as many checks of components
  float raised = 1;  ///< times as many of the families seen able are nominated
  float margin = 0;  ///< log points that the line comes down
  float books = 0;   ///< share of natural exits booked as self-reliant
};

/// @param integrity  of the facilitator, standard normal trait
inline Pushed pushed_by(float pressure, float integrity, TargetLevers const& lever,
                        TargetPressureParameters const& p) {
  float const honest = math::clip01(p.integrity_mean + p.integrity_sd * integrity);
  bool const natural = lever.counts != ExitKinds::self_reliant;
  bool const self = lever.counts != ExitKinds::natural_exit;
  return {.checks = natural ? 1.0f + p.verify_push * pressure : 1.0f,
          .raised = self ? 1.0f + p.approach_push * pressure : 1.0f,
          .margin = self ? p.margin_push * pressure : 0.0f,
          .books = natural ? 0.0f : math::min(p.label_push * pressure * (1.0f - honest), 1.0f)};
}

/// Natural exits that are booked as self-reliant ones.
/// @param natural   1 if the family leaves for want of a component, changed in place
/// @param booked    out: 1 if that is booked as self-reliant
/// @param draw      uniform in [0, 1)
inline void book_as_self_reliant(std::span<float> natural, std::span<float> booked,
                                 std::span<float const> draw, float share) {
  auto const slots = natural.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const wrongly = draw[i] < share ? natural[i] : 0.0f;
    natural[i] -= wrongly;
    booked[i] = wrongly;
  }
}

}  // namespace graduasi
