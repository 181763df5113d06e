// Care at home takes hours that would be earned in: small children, disabled and frail members need
// somebody, and a woman who heads her family has nobody to share it with.
#pragma once

#include "base/math.h"
#include "base/member_track.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Hours of earning that care takes.
struct CareParameters {
  float child_hours = 0;
  float disabled = 1;
  float frail = 0.5f;
  int frail_years = 75;
  float most = 0.6f;
};

template <>
struct Table<CareParameters> {
  static constexpr std::string_view group = "care";
  static constexpr auto rows = std::to_array<Parameter<CareParameters>>({
      {"child_hours",
       &CareParameters::child_hours,
       "hours per week",
       {0, 40},
       "of earning that a child below school age takes from the adults of its family together; 0 = "
       "care takes none, and nothing below counts. Needs the life cycle",
       "choice of the user: 0 in today.yaml. Where care is to be looked at 8, an assumption (4 to "
       "16): that care holds mothers back is measured (S253: one more public preschool for "
       "1,000 children brings 11 to 16 percent more of them to work), hours are not"},
      {"disabled",
       &CareParameters::disabled,
       "ratio",
       {0, 5},
       "hours that a disabled member takes, against a child below school age",
       "assumption, 0 to 2: many need no care at all, some need somebody all day"},
      {"frail",
       &CareParameters::frail,
       "ratio",
       {0, 5},
       "hours that a frail member takes, against a child below school age",
       "assumption, 0 to 1: most old people look after themselves, and after grandchildren"},
      {"frail_years",
       &CareParameters::frail_years,
       "years",
       {60, 81},
       "age from which an old member counts as frail",
       "assumption, 70 to 80"},
      {"most",
       &CareParameters::most,
       "share",
       {0, 0.9},
       "of the adults' earning hours that care takes at most",
       "assumption, 0.4 to 0.8: then neighbours and relatives help, or it is left undone"},
  });
  static_assert(describes(rows));
};

/// Earning hours of one adult.
inline constexpr float earning_week = 40;

/// Care by member, as shares of one adult's earning hours.
struct CareNeeds {
  float child = 0, disabled = 0, frail = 0;
  std::uint32_t frail_from = 255;  ///< byte of the track, see base/member_track.h
  float most = 0;

  bool any() const { return child > 0.0f; }
};

inline CareNeeds care_needs(CareParameters const& p) {
  float const child = p.child_hours * (1.0f / earning_week);
  return {.child = child,
          .disabled = child * p.disabled,
          .frail = child * p.frail,
          .frail_from = track::elderly_from(p.frail_years),
          .most = p.most};
}

/// What care leaves of the family's earning hours, log. Grown children at home share it.
/// @param alone  whether a woman heads the family: its only adult, else there are two
[[gnu::always_inline]] inline float log_hours_left(std::uint32_t members, std::int32_t grown,
                                                   std::uint32_t alone, CareNeeds const& needs) {
  float need = 0;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    std::uint32_t const byte = members >> shift & 0xffu;
    // Products: choices one after the other would become branches.
    auto const is = [](bool yes) { return static_cast<float>(static_cast<std::int32_t>(yes)); };
    need +=
        is(byte - track::early_childhood < track::primary - track::early_childhood) * needs.child +
        is(byte == track::disabled) * needs.disabled + is(byte >= needs.frail_from) * needs.frail;
  }
  float const adults = static_cast<float>(2 - static_cast<std::int32_t>(alone) + grown);
  return math::log(1.0f - math::min(need / adults, needs.most));
}

/// The same for all families of a caseload.
/// @param left  out: log of the share of earning hours that is left
inline void look_at_care(std::span<float> left, std::span<std::uint32_t const> members,
                         std::span<std::int32_t const> grown, std::span<std::uint32_t const> alone,
                         CareNeeds const& needs) {
  auto const slots = left.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    left[i] = log_hours_left(members[i], grown[i], alone[i], needs);
}

}  // namespace graduasi
