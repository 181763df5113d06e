// Readiness to leave, in truth: when lasting earnings have been high enough for long enough,
// whatever anybody sees.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// When a family is able to leave, in truth.
struct ReadinessParameters {
  float multiple = 1.5f;
  int months = 12;
};

template <>
struct Table<ReadinessParameters> {
  static constexpr std::string_view group = "readiness";
  static constexpr auto rows = std::to_array<Parameter<ReadinessParameters>>({
      {"multiple",
       &ReadinessParameters::multiple,
       "poverty lines",
       {1, 3},
       "permanent spending without the benefit that makes able",
       "assumption; S168g asks for the district minimum wage"},
      {"months",
       &ReadinessParameters::months,
       "months",
       {1, 60},
       "how long it must last",
       "assumption; S75 asks for a year"},
  });
  static_assert(describes(rows));
};

/// Months running that lasting earnings without the benefit exceed the readiness line.
/// @param ready_for  months, stops at 120, changed in place
/// @param lasting    earnings without luck, line-months
inline void count_ready_months(std::span<std::int32_t> ready_for, std::span<float const> lasting,
                               ReadinessParameters const& p) {
  auto const slots = ready_for.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const longer = ready_for[i] < 120 ? ready_for[i] + 1 : 120;
    ready_for[i] = lasting[i] > p.multiple ? longer : 0;
  }
}

/// The first month in the programme in which a family is able that was not so at month 0: once for
/// each family. Who gets there after it has left, or while it waits, is counted if it comes in.
/// @param became_able  1 once that has happened, changed in place
/// @param becomes      out: 1 in that month, else 0
/// @param able_before  1 if able at month 0, else 0
/// @param active       1 while in the programme, else 0
/// @param ready_for    months running above the readiness line
inline void become_able(std::span<float> became_able, std::span<float> becomes,
                        std::span<float const> able_before, std::span<float const> active,
                        std::span<std::int32_t const> ready_for, ReadinessParameters const& p) {
  auto const slots = becomes.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const able = ready_for[i] >= p.months ? active[i] : 0.0f;
    float const now = able * (1.0f - able_before[i]) * (1.0f - became_able[i]);
    becomes[i] = now;
    became_able[i] += now;
  }
}

}  // namespace graduasi
