// Pressure of a yearly target, or of money for each exit, on facilitators: it takes hours from
// sessions and visits for what brings exits, the cheapest first, and then bends the line of
// assessments; never the truth about families.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What a yearly target does to those who must meet it.
struct TargetPressureParameters {
  bool on = true;
  float usual_pace_all = 0.0077f;
  float usual_pace_self_reliant = 0.0013f;
  float limit = 3;
  float push_hours = 0.08f;
  float nominates_most = 0.8f;
  float seen_able = 0.15f;
  float seen_sd = 0.35f;
  float label_push = 0.1f;
  float integrity_mean = 0.8f;
  float integrity_sd = 0.15f;
  float incentive_felt = 0.2f;
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
      {"push_hours",
       &TargetPressureParameters::push_hours,
       "share of field hours per unit of pressure",
       {0, 1},
       "hours taken from sessions and visits, for further checks of components where natural exits "
       "count and further assessments where self-reliant ones do",
       "assumption, 0 to 0.2"},
      {"nominates_most",
       &TargetPressureParameters::nominates_most,
       "share",
       {0, 1},
       "of families seen able that are nominated at most, before the line comes down",
       "assumption, 0.6 to 0.95"},
      {"seen_able",
       &TargetPressureParameters::seen_able,
       "share",
       {0.01, 0.9},
       "of families assessed that facilitators expect to see able without pressure",
       "assumption, 0.08 to 0.3: 0.15 in scenarios/today.yaml"},
      {"seen_sd",
       &TargetPressureParameters::seen_sd,
       "log points",
       {0, 2},
       "spread between families of what is seen of them: how far down the ranking the line comes",
       "assumption, 0.2 to 0.5"},
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
      {"incentive_felt",
       &TargetPressureParameters::incentive_felt,
       "pressure per million rupiah",
       {0, 3},
       "how hard money for a self-reliant exit presses (policy.staff.incentive); 1: as a target of "
       "twice the usual pace that is enforced in full",
       "assumption: exactly 0 in three draws of ten; S148: pay and performance of 82 facilitators "
       "had nothing to do with each other"},
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

/// How hard money for self-reliant exits presses.
inline float pressure_of_incentive(StaffLevers const& staff, TargetPressureParameters const& p) {
  return p.on ? p.incentive_felt * (staff.incentive * 1e-6f) : 0.0f;
}

/// A target and money together. Nobody can be pushed beyond the limit, unless the target alone does
/// so by how hard it is enforced.
inline float pressure_of_both(float target, float incentive, TargetPressureParameters const& p) {
  return math::max(target, math::min(target + incentive, p.limit));
}

/// The target as facilitators pursue it: where self-reliant exits are paid for, these count too,
/// and without a target nothing else does.
inline TargetLevers pursued(Levers const& levers, TargetPressureParameters const& p) {
  TargetLevers target = levers.target;
  if (pressure_of_incentive(levers.staff, p) <= 0.0f) return target;
  auto const counted = target.is_set() ? static_cast<unsigned>(target.counts) : 0u;
  target.counts = static_cast<ExitKinds>(counted | static_cast<unsigned>(ExitKinds::self_reliant));
  return target;
}

/// What the hours taken under pressure are to buy.
struct Diverted {
  float part = 0;            ///< of the hours left for sessions and visits
  bool checks = false;       ///< of components
  bool assessments = false;  ///< of families that are not due
};

/// @param assesses  whether families are assessed this month
inline Diverted diverted_by(float pressure, TargetLevers const& lever, bool assesses,
                            TargetPressureParameters const& p) {
  return {.part = math::clip01(pressure * p.push_hours),
          .checks = lever.counts != ExitKinds::self_reliant,
          .assessments = assesses && lever.counts != ExitKinds::natural_exit};
}

/// Nobody is checked for a target more often than once a quarter, besides the usual checks.
inline constexpr float checks_at_most = 1.0f / 3.0f;
/// Nor assessed for it within so many months of the last assessment.
inline constexpr std::int32_t assessed_again_after = 12;

/// The most hours that can be spent on so many families.
inline float hours_to_divert(Diverted const& to, float families, float check_hours,
                             float assessment_hours) {
  return (to.checks ? checks_at_most * families * check_hours : 0.0f) +
         (to.assessments ? families * assessment_hours : 0.0f);
}

/// What hours bring under pressure.
struct Bought {
  float checks = 0, assessments = 0;
};

/// The cheapest exits first: checks, then assessments.
inline Bought buy(float hours, Diverted const& to, float families, float check_hours,
                  float assessment_hours) {
  Bought bought;
  if (hours <= 0.0f) return bought;
  float left = hours;
  if (to.checks) {
    float const most = checks_at_most * families;
    bought.checks = most * check_hours < left ? most : left / check_hours;
    left = math::max(left - bought.checks * check_hours, 0.0f);
  }
  if (to.assessments) bought.assessments = left / assessment_hours;
  return bought;
}

/// What pressure makes of a facilitator's month.
struct Pushed {
  float checks = 0;       ///< more checks of components, per family
  float assessments = 0;  ///< more assessments, per family
  float raised = 1;       ///< times as many of the families seen able are nominated
  float margin = 0;       ///< log points that the line comes down
  float books = 0;        ///< share of natural exits booked as self-reliant
};

/// How far the line comes down, so that so many times as many families are seen able.
inline float margin_for(float times, TargetPressureParameters const& p) {
  if (times <= 1.0f) return 0.0f;
  float const able = math::min(p.seen_able * times, 0.9f);
  float const lower =
      math::normal_quantile(1.0f - p.seen_able) - math::normal_quantile(1.0f - able);
  return p.seen_sd * math::max(lower, 0.0f);
}

/// How a facilitator judges under pressure: he nominates more of those whom he sees able, and where
/// even most of them are not enough he goes down the ranking.
/// @param integrity  of the facilitator, standard normal trait
/// @param open       part of the families seen able that he nominates without pressure
inline Pushed pushed_by(float pressure, float integrity, float open, TargetLevers const& lever,
                        TargetPressureParameters const& p) {
  Pushed pushed;
  if (pressure <= 0.0f) return pushed;
  if (lever.counts == ExitKinds::self_reliant) {
    float const honest = math::clip01(p.integrity_mean + p.integrity_sd * integrity);
    pushed.books = math::min(p.label_push * pressure * (1.0f - honest), 1.0f);
  }
  if (lever.counts == ExitKinds::natural_exit) return pushed;
  float const times = 1.0f + pressure;
  float const most = math::max(p.nominates_most, open);
  pushed.raised = open > 0.0f ? math::min(times, most / open) : 1.0f;
  pushed.margin = margin_for(times / pushed.raised, p);
  return pushed;
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
