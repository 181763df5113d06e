// Natural exits: families without an eligible member leave the list, once a check of their data
// notices it.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Leaving because no member is eligible any more, once it is noticed.
struct NaturalExitParameters {
  bool on = true;
  float component_error = 0.02f;
};

template <>
struct Table<NaturalExitParameters> {
  static constexpr std::string_view group = "natural_exit";
  static constexpr auto rows = std::to_array<Parameter<NaturalExitParameters>>({
      {"on",
       &NaturalExitParameters::on,
       "",
       {0, 1},
       "whether families without a component are taken off the list",
       "choice of the user"},
      {"component_error",
       &NaturalExitParameters::component_error,
       "share of checks",
       {0, 1},
       "checks that overlook that no component is left, or a change of it",
       "assumption, 0 to 0.1"},
  });
  static_assert(describes(rows));
};

/// What a check compares.
struct CheckInputs {
  std::span<float const> active;       ///< 1 while in the programme, else 0
  std::span<float const> entitlement;  ///< true yearly entitlement, 100,000 rupiah; 0: no component
  std::span<float const> draw;         ///< uniform in [0, 1)
  float cycle_months;                  ///< mean time between two checks
  float capacity;                      ///< checks done for each that is due: below 1 when hours are
                                       ///< short, above 1 under the pressure of a target
};

/// A family without a component stays listed, and paid by its record, until a check notices; the
/// same check renews the entitlement of all others. One draw decides both whether a check comes and
/// whether it errs: errors are the lowest part of the draws that bring a check.
/// @param paid    yearly entitlement by the record, 100,000 rupiah, changed in place
/// @param leaves  out: 1 if the family leaves by natural exit, else 0
/// @param checked out: 1 if a check came and did not err, else 0
inline void check_components(std::span<float> paid, std::span<float> leaves,
                             std::span<float> checked, CheckInputs const& in,
                             NaturalExitParameters const& p) {
  float const chance = math::min(in.capacity / in.cycle_months, 1.0f);
  float const error = chance * p.component_error;
  float const works = p.on ? 1.0f : 0.0f;
  auto const slots = paid.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const brings = in.draw[i] < chance ? 1.0f : 0.0f;
    float const errs = in.draw[i] < error ? 1.0f : 0.0f;
    float const seen = in.active[i] * (brings - errs);
    float const acts = works * seen;
    float const none = in.entitlement[i] > 0.0f ? 0.0f : 1.0f;
    checked[i] = seen;
    leaves[i] = acts * none;
    paid[i] += acts * (in.entitlement[i] - paid[i]);
  }
}

}  // namespace graduasi
