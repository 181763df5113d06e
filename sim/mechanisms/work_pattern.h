// Schedules that clash with working hours: hours that change with a family's work, and pay lost by
// coming to a session.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Schedules that clash with working hours, and working hours that change with the family's work.
struct WorkPatternParameters {
  bool on = true;
  float changing = 0.02f;
  float job_clash = 0.3f;
  float own_business_clash = 0.5f;
  float pay_lost = 0.5f;
};

template <>
struct Table<WorkPatternParameters> {
  static constexpr std::string_view group = "work_pattern";
  static constexpr auto rows = std::to_array<Parameter<WorkPatternParameters>>({
      {"on",
       &WorkPatternParameters::on,
       "",
       {0, 1},
       "whether working hours change and sessions cost pay",
       "choice of the user"},
      {"changing",
       &WorkPatternParameters::changing,
       "per month",
       {0, 1},
       "families whose work changes, at usual labour demand; hours are drawn anew",
       "assumption, 0.005 to 0.05"},
      {"job_clash",
       &WorkPatternParameters::job_clash,
       "share",
       {0, 1},
       "of meeting hours still free that a job found through a partner fills",
       "assumption, 0 to 0.6"},
      {"own_business_clash",
       &WorkPatternParameters::own_business_clash,
       "share",
       {0, 1},
       "of the clash that is left to who sets his own hours in a business begun with a grant",
       "assumption, 0.3 to 1"},
      {"pay_lost",
       &WorkPatternParameters::pay_lost,
       "share",
       {0, 1},
       "of the pay for a session's hours that is lost where they lie in working hours",
       "assumption, 0 to 1: day labour is paid by the hour, a household's own work is not"},
  });
  static_assert(describes(rows));
};

/// What changes a family's work.
struct WorkInputs {
  std::span<float const> draw;    ///< uniform in [0, 1)
  std::span<float const> linked;  ///< 1 if a partner brought a job this month, else 0
  float demand;                   ///< for labour, against a usual month of the nation
  float usual_clash;              ///< mean share of meeting hours in working hours
  float months = 1;               ///< that are decided at once
};

/// Work changes by chance, and with a job from a partner. A changed family's hours follow the law
/// of the first day: exponential, at most 0.9.
/// @param clash  share of meeting hours in working hours by day, [0, 1], changed in place
inline void change_work(std::span<float> clash, WorkInputs const& in,
                        WorkPatternParameters const& p) {
  float const changing = math::min(in.months * p.changing * in.demand, 1.0f);
  float const rescale = changing > 0.0f ? 1.0f / changing : 0.0f;
  auto const slots = clash.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    // Below the chance, the draw is uniform again: it draws the new hours as well.
    float const again = math::max(in.draw[i] * rescale, 1e-6f);
    float const drawn = math::min(-in.usual_clash * math::log(again), 0.9f);
    float const now = in.draw[i] < changing ? drawn : clash[i];
    clash[i] = now + in.linked[i] * p.job_clash * math::max(0.9f - now, 0.0f);
  }
}

/// Who begins a business of one's own with a grant sets his own hours, in any month.
/// @param clash  share of meeting hours in working hours by day, [0, 1], changed in place
/// @param begun  1 if a grant began a business this month, else 0
inline void set_own_hours(std::span<float> clash, std::span<float const> begun,
                          WorkPatternParameters const& p) {
  float const freed = 1.0f - p.own_business_clash;
  auto const slots = clash.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) clash[i] *= 1.0f - freed * begun[i];
}

/// Pay lost to sessions: the other direction, from the schedule to work.
/// @param pay  out: share of earnings that is left, in (0, 1]
/// @param lost_share  of a month's earnings for one attended session, if all of it clashes
inline void lose_pay(std::span<float> pay, std::span<float const> attended,
                     std::span<float const> clash, float lost_share) {
  auto const slots = pay.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) pay[i] = 1.0f - lost_share * attended[i] * clash[i];
}

/// Paid hours of a month of work.
inline constexpr float working_hours = 173;

/// Of a month's earnings, what one session by day in working hours costs.
inline float pay_for_session(float session_hours, float evening_share, float evening_clash,
                             WorkPatternParameters const& p) {
  float const by_day = 1.0f - evening_share * (1.0f - evening_clash);
  return p.pay_lost * by_day * session_hours * (1.0f / working_hours);
}

}  // namespace graduasi
