// Little access to education and jobs: what a family has gained of it, how it fades, and what the
// district's labour market asks for.
#pragma once

#include "base/math.h"
#include "base/past_upkeep.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <span>

namespace graduasi {

/// Access to education and jobs, and what the district's labour market asks for.
struct AccessParameters {
  bool on = true;
  float fading_rate = 0.01f;
  float demand_of_cycle = 3;
};

template <>
struct Table<AccessParameters> {
  static constexpr std::string_view group = "access";
  static constexpr auto rows = std::to_array<Parameter<AccessParameters>>({
      {"on", &AccessParameters::on, "", {0, 1}, "whether access moves", "choice of the user"},
      {"fading_rate",
       &AccessParameters::fading_rate,
       "per month",
       {0, 1},
       "share of what was gained that fades: jobs end, contacts are lost",
       "assumption, 0 to 0.03"},
      {"demand_of_cycle",
       &AccessParameters::demand_of_cycle,
       "ratio per log point",
       {0, 20},
       "how labour demand follows the district's business cycle",
       "assumption, 0 to 6"},
  });
  static_assert(describes(rows));
};

/// Jobs on offer in a district this month against a usual month of the nation, in [0.25, 3].
/// @param usual  of the district: the nation's unemployment rate over its own
/// @param cycle  business cycle, log points
inline float labour_demand(float usual, float cycle, AccessParameters const& p) {
  return math::clip(usual * (1.0f + p.demand_of_cycle * cycle), 0.25f, 3.0f);
}

/// Access fades toward a home below the start by what the baseline's referrals keep up.
/// @param access  share in [0, 1], changed in place
/// @param start   at month 0, share in [0, 1]
/// @param waits   1 while on the waiting list, where nobody was referred, else 0
/// @param upkeep  share of the access missing at month 0 that referrals add in a month
inline void fade_access(std::span<float> access, std::span<float const> start,
                        std::span<float const> waits, float upkeep, AccessParameters const& p) {
  auto const slots = access.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const credited = credited_to_past(upkeep, waits[i], start[i]);
    float const after = access[i] - credited - p.fading_rate * (access[i] - start[i]);
    access[i] = math::max(after, 0.0f);
  }
}

}  // namespace graduasi
