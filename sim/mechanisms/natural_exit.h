// Natural exits: families without an eligible member leave the list, once a check of their data
// notices it.
#pragma once

#include "base/math.h"
#include "base/member_track.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Leaving because no member is eligible any more, once it is noticed.
struct NaturalExitParameters {
  bool on = true;
  float component_error = 0.02f;
  float commitment = 0;
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
      {"commitment",
       &NaturalExitParameters::commitment,
       "share per quarter",
       {0, 1},
       "families whose last eligible member was at school and that the quarterly check of "
       "attendance notices, beside the cycle of checks",
       "choice of the user: 0, all are noticed by the cycle alone; no figure was found, 0.1 to 0.6 "
       "is believed of it"},
  });
  static_assert(describes(rows));
};

/// 1 if any of four members is at school, else 0.
inline std::int32_t has_pupil(std::uint32_t members) {
  auto const at_school = [](std::uint32_t member) {
    return static_cast<std::int32_t>(member >= track::primary) -
           static_cast<std::int32_t>(member >= track::school_over);
  };
  return at_school(members & 0xffu) | at_school(members >> 8 & 0xffu) |
         at_school(members >> 16 & 0xffu) | at_school(members >> 24);
}

/// Whether nobody is eligible and who was last was at school, after a quarter.
/// @param before, due  entitlement before the quarter and after it
/// @param members      before it
inline std::int32_t pupil_was_last(std::int32_t known, std::int32_t before, std::int32_t due,
                                   std::uint32_t members) {
  auto const was_eligible = static_cast<std::int32_t>(before > 0);
  std::int32_t const was_last = known + was_eligible * (has_pupil(members) - known);
  return due > 0 ? 0 : was_last;
}

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

/// What the quarterly check of attendance looks at.
struct CommitmentInputs {
  std::span<float const> active;             ///< 1 while in the programme, else 0
  std::span<std::int32_t const> pupil_last;  ///< see `pupil_was_last`
  std::span<float const> draw;               ///< that of checks, uniform in [0, 1)
  float cycle_months, capacity;              ///< of checks
};

/// A school says when nobody of a family is there any more. Of the families that no check of the
/// cycle comes to, so many are noticed by it.
/// @param leaves  1 if the family leaves by natural exit, else 0; changed in place
inline void check_commitment(std::span<float> leaves, CommitmentInputs const& in,
                             NaturalExitParameters const& p) {
  float const chance = math::min(in.capacity / in.cycle_months, 1.0f);
  float const until = chance + (1.0f - chance) * (p.on ? p.commitment : 0.0f);
  auto const slots = leaves.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const noticed = in.draw[i] >= chance && in.draw[i] < until ? in.active[i] : 0.0f;
    leaves[i] = in.pupil_last[i] > 0 ? math::max(leaves[i], noticed) : leaves[i];
  }
}

}  // namespace graduasi
