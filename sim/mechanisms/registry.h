// Bad data validation: records that age and err, families removed by a mismatch, and those whose
// appeal succeeds.
#pragma once

#include "base/columns.h"
#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// What the registry holds of a family, how it goes wrong, and who is taken off by it.
struct RegistryParameters {
  bool on = true;
  float noise_sd = 0.3f;
  float mismatch_a_year = 0.006f;
  float restored = 0.25f;
  int restore_months = 6;
};

template <>
struct Table<RegistryParameters> {
  static constexpr std::string_view group = "registry";
  static constexpr auto rows = std::to_array<Parameter<RegistryParameters>>({
      {"on",
       &RegistryParameters::on,
       "",
       {0, 1},
       "whether records go wrong and families are taken off by them",
       "choice of the user"},
      {"noise_sd",
       &RegistryParameters::noise_sd,
       "log points",
       {0, 1},
       "error of the welfare that is written down at an update",
       "assumption, 0.2 to 0.5: mistargeting_share 0.30 to 0.50"},
      {"mismatch_a_year",
       &RegistryParameters::mismatch_a_year,
       "per year",
       {0, 0.5},
       "families taken off because their identity does not match",
       "assumption, 0.001 to 0.02"},
      {"restored",
       &RegistryParameters::restored,
       "share",
       {0, 1},
       "of those taken off by a mismatch, whose appeal succeeds",
       "assumption, 0 to 0.8"},
      {"restore_months",
       &RegistryParameters::restore_months,
       "months",
       {1, 60},
       "that an appeal takes; what was withheld is not paid",
       "assumption, 2 to 12"},
  });
  static_assert(describes(rows));
};

/// Recorded welfare is kept in 128 steps of a fortieth of a log point, from -1.6 on.
inline constexpr float record_steps = 40.0f, record_lowest = -1.6f;
inline constexpr std::int32_t record_oldest = 63;  ///< months; the age stops there

/// Welfare as a record keeps it: log of poverty lines to 0..127.
inline std::int32_t as_recorded(float log_welfare) {
  float const rank = (log_welfare - record_lowest) * record_steps + 0.5f;
  return static_cast<std::int32_t>(math::clip(rank, 0.0f, 127.0f));
}

/// Welfare that a record says, log of poverty lines.
inline float recorded_welfare(std::int32_t recorded) {
  return static_cast<float>(recorded) * (1.0f / record_steps) + record_lowest;
}

/// Chance that a record is updated in a month in which all checks are done.
/// @param institution  checks done for each of the cycle, > 0
inline float checks_a_month(RegistryLevers const& levers, float institution) {
  return math::min(institution / levers.cycle_months, 1.0f);
}

/// What renews records.
struct RenewalInputs {
  std::span<float const> checked;     ///< 1 if a family of the programme is checked, else 0
  std::span<float const> waits;       ///< 1 while on the waiting list, else 0
  std::span<float const> log_earned;  ///< truth, log of poverty lines
  std::span<float const> error;       ///< standard normal draws
  std::span<float const> draw;        ///< uniform in [0, 1): whose turn it is on the waiting list
  float cycle_months;                 ///< mean time between two updates of a waiting family
};

/// An update writes down what it finds, with error; all other records grow a month older. Families
/// that wait are updated by their village, at the pace of the programme's cycle but at no cost to
/// facilitators.
/// @param recorded    welfare by the record, 0..127, changed in place
/// @param age         months since it was written, changed in place
inline void renew_records(std::span<std::int32_t> recorded, std::span<std::int32_t> age,
                          RenewalInputs const& in, RegistryParameters const& p) {
  float const noise = p.on ? p.noise_sd : 0.0f;
  float const turn = 1.0f / in.cycle_months;
  auto const slots = recorded.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const found = as_recorded(in.log_earned[i] + noise * in.error[i]);
    float const listed = in.draw[i] < turn ? in.waits[i] : 0.0f;
    float const renews = in.checked[i] + listed;
    std::int32_t const older = age[i] < record_oldest ? age[i] + 1 : record_oldest;
    recorded[i] = renews > 0.0f ? found : recorded[i];
    age[i] = renews > 0.0f ? 0 : older;
  }
}

/// What is looked at when families come back.
struct ReturnRecordInputs {
  std::span<float const> returns;      ///< 1 if the family comes back this month, else 0
  std::span<float const> entitlement;  ///< true yearly entitlement, 100,000 rupiah
  std::span<float const> log_earned;   ///< truth, log of poverty lines
  std::span<float const> error;        ///< standard normal draws
};

/// A family that comes back is looked at: its record is written anew, welfare with the error of any
/// update, and it is paid what is due.
/// @param recorded  welfare by the record, 0..127, changed in place
/// @param age       months since it was written, changed in place
/// @param paid      yearly entitlement by the record, 100,000 rupiah, changed in place
inline void renew_records_of_returns(std::span<std::int32_t> recorded, std::span<std::int32_t> age,
                                     std::span<float> paid, ReturnRecordInputs const& in,
                                     RegistryParameters const& p) {
  float const noise = p.on ? p.noise_sd : 0.0f;
  auto const slots = recorded.size();
  for (std::size_t from = 0; from < slots; from += lanes) {
    if (!any_in_register(in.returns, from)) continue;
#pragma omp simd
    for (std::size_t i = from; i < from + lanes; ++i) {
      std::int32_t const found = as_recorded(in.log_earned[i] + noise * in.error[i]);
      recorded[i] = in.returns[i] > 0.0f ? found : recorded[i];
      age[i] = in.returns[i] > 0.0f ? 0 : age[i];
      paid[i] += in.returns[i] * (in.entitlement[i] - paid[i]);
    }
  }
}

/// Families whose identity no longer matches are taken off, needy or not; of them, some appeal with
/// success. One draw decides both, and it is the draw of checks: removals are its highest part, so
/// nobody is checked and removed in one month.
/// @param removed  out: 1 if taken off and not restored later
/// @param appeals  out: 1 if taken off and restored after `restore_months`
inline void lose_by_mismatch(std::span<float> removed, std::span<float> appeals,
                             std::span<float const> active, std::span<float const> draw,
                             RegistryParameters const& p) {
  float const chance = p.on ? p.mismatch_a_year * (1.0f / 12.0f) : 0.0f;
  float const removal_from = 1.0f - chance;
  float const appeal_from = 1.0f - chance * p.restored;
  auto const slots = removed.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const off = draw[i] >= removal_from ? active[i] : 0.0f;
    float const back = draw[i] >= appeal_from ? off : 0.0f;
    removed[i] = off - back;
    appeals[i] = back;
  }
}

/// Whose appeal is decided this month.
/// @param appealing   1 while an appeal is open, else 0
/// @param since_exit  months since the family was taken off, 1 in the first that it is not paid
inline void restore(std::span<float> restored, std::span<float const> appealing,
                    std::span<std::int32_t const> since_exit, RegistryParameters const& p) {
  auto const slots = restored.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    restored[i] = since_exit[i] >= p.restore_months ? appealing[i] : 0.0f;
  }
}

/// Where a ranking by record is cut, and the part of those at the cut that counts as above it.
struct StrikeBorder {
  std::int32_t recorded = 128;  ///< all above it are struck off
  std::int32_t lot = 128;       ///< of those at it, the ones whose lot is not below this
};

/// Striking off by rank: the best off by their record, however old that is.
/// @param struck  out: 1 or 0
/// @param lot     a number that the family keeps for good, 0 to 127
inline void strike_off(std::span<float> struck, std::span<float const> active,
                       std::span<std::int32_t const> recorded, std::span<std::int32_t const> lot,
                       StrikeBorder const& border) {
  auto const slots = struck.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const at = lot[i] >= border.lot ? active[i] : 0.0f;
    float const tied = recorded[i] == border.recorded ? at : 0.0f;
    struck[i] = recorded[i] > border.recorded ? active[i] : tied;
  }
}

/// The border above which about so many families lie.
/// @param families  by their record, 128 ranks
inline StrikeBorder border_above(std::span<std::int32_t const> families, float wanted) {
  StrikeBorder border;
  if (wanted < 0.5f) return border;
  float above = 0;
  std::int32_t rank = 127;
  while (rank > 0 &&
         above + static_cast<float>(families[static_cast<std::size_t>(rank)]) < wanted) {
    above += static_cast<float>(families[static_cast<std::size_t>(rank)]);
    --rank;
  }
  auto const here = static_cast<float>(families[static_cast<std::size_t>(rank)]);
  float const part = here > 0.0f ? math::clip01((wanted - above) / here) : 0.0f;
  border.recorded = rank;
  border.lot = 128 - static_cast<std::int32_t>(128.0f * part + 0.5f);
  return border;
}

/// The border above which about `share` of the list lies.
/// @param families  active families by their record, 128 ranks
inline StrikeBorder strike_border(std::span<std::int32_t const> families, float share) {
  std::int64_t all = 0;
  for (auto const count : families) all += count;
  return border_above(families, static_cast<float>(all) * share);
}

}  // namespace graduasi
