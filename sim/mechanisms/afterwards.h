// What comes after an exit: families that left are poor or fall back below the poverty line, and
// some return.
#pragma once

#include "base/columns.h"
#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Poverty after an exit, and coming back.
struct AfterwardsParameters {
  bool on = true;
  float return_rate = 0.02f;
};

template <>
struct Table<AfterwardsParameters> {
  static constexpr std::string_view group = "afterwards";
  static constexpr auto rows = std::to_array<Parameter<AfterwardsParameters>>({
      {"on",
       &AfterwardsParameters::on,
       "",
       {0, 1},
       "whether families that left may fall back and return",
       "choice of the user"},
      {"return_rate",
       &AfterwardsParameters::return_rate,
       "per month",
       {0, 1},
       "of families that were below the line three months running since they left, are seen poor "
       "and have a component, those taken back",
       "assumption, 0 to 0.05"},
  });
  static_assert(describes(rows));
};

/// Months below the line after which a family outside is called poor.
inline constexpr std::int32_t months_to_be_poor = 3;

/// Whether a family that has left is poor: lasting earnings below the poverty line three months
/// running, also if they were below it when it left.
/// @param below_for  months running below the line since the exit, stops at 3, changed in place
/// @param was_poor   1 once poor since the exit, changed in place
/// @param gone       1 if the family is out of the programme, else 0
/// @param lasting    earnings without luck, line-months
inline void live_below_line(std::span<std::int32_t> below_for, std::span<float> was_poor,
                            std::span<float const> gone, std::span<float const> lasting) {
  auto const slots = below_for.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const below = lasting[i] < 1.0f ? gone[i] : 0.0f;
    std::int32_t const longer =
        below_for[i] < months_to_be_poor ? below_for[i] + 1 : months_to_be_poor;
    std::int32_t const months = below > 0.0f ? longer : 0;
    was_poor[i] = months >= months_to_be_poor ? 1.0f : was_poor[i];
    below_for[i] = months;
  }
}

/// Whether it has fallen back: poor, after it was not below the line in the month of its exit or in
/// any since. Counted once for each exit.
/// @param fell_back  1 once fallen back since the exit, changed in place
/// @param falls      out: 1 in the month it falls back, else 0
/// @param was_above  1 if not below the line in the month of the exit or one since, else 0
/// @param below_for  months running below the line since the exit, as `live_below_line` leaves them
inline void fall_back(std::span<float> fell_back, std::span<float> falls,
                      std::span<float const> was_above, std::span<std::int32_t const> below_for) {
  auto const slots = falls.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const now =
        below_for[i] >= months_to_be_poor ? was_above[i] * (1.0f - fell_back[i]) : 0.0f;
    falls[i] = now;
    fell_back[i] += now;
  }
}

/// Remembers of those outside when the month ends whether they were above the line since they left.
/// @param was_above  0 for families in the programme, changed in place
/// @param outside    1 for who left before or leaves this month and does not come back, else 0
/// @param lasting    earnings without luck, line-months
inline void remember_above_line(std::span<float> was_above, std::span<float const> outside,
                                std::span<float const> lasting) {
  auto const slots = was_above.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const above = lasting[i] < 1.0f ? was_above[i] : 1.0f;
    was_above[i] = outside[i] * above;
  }
}

/// What a return depends on.
struct ReturnInputs {
  std::span<float const> gone;         ///< 1 if out of the programme, else 0
  std::span<float const> restored;     ///< 1 if an appeal brings it back this month anyway
  std::span<float const> was_poor;     ///< 1 once poor since the exit, else 0
  std::span<float const> entitlement;  ///< 100,000 rupiah a year; 0: no component
  std::span<float const> spending;     ///< line-months
  std::span<float const> survey;       ///< standard normal draws: what a survey misreads
  std::span<float const> draw;         ///< uniform in [0, 1)
  std::span<float const> promised;     ///< 1 if it left self-reliantly, so that a promise binds
  std::span<float const> called_back;  ///< 1 if its business failed and the rules take it back
  float noise_sd;                      ///< of a survey in this district, log points
  float guarantee = 0;                 ///< share of those who were poor that are taken back at once
};

/// Those of one register whose turn it is come back only if a survey sees them poor.
/// @param returns  1 if it is the family's turn; stays 1 if it comes back
inline void survey_returns(std::span<float> returns, std::size_t from, ReturnInputs const& in) {
#pragma omp simd
  for (std::size_t i = from; i < from + lanes; ++i) {
    // log(spending) + noise < 0, without the logarithm
    returns[i] = in.spending[i] < math::exp(-in.noise_sd * in.survey[i]) ? returns[i] : 0.0f;
  }
}

/// A family that was poor since its exit, that a survey sees below the line and that has a
/// component, may be taken back.
/// @param returns  out: 1 if it comes back this month, else 0
inline void come_back(std::span<float> returns, ReturnInputs const& in,
                      AfterwardsParameters const& p) {
  auto const slots = returns.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const waits =
        in.entitlement[i] > 0.0f ? (in.gone[i] - in.restored[i]) * in.was_poor[i] : 0.0f;
    returns[i] = in.draw[i] < p.return_rate ? waits : 0.0f;
  }
  for (std::size_t from = 0; from < slots; from += lanes)
    if (any_in_register(returns, from)) survey_returns(returns, from, in);
}

/// A promise asks no survey, nor does the rule for failed businesses.
/// @param returns  1 if the family comes back anyway; 1 if it does so by a promise or the rule
inline void keep_promises(std::span<float> returns, ReturnInputs const& in) {
  auto const slots = returns.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const eligible = in.entitlement[i] > 0.0f ? in.gone[i] - in.restored[i] : 0.0f;
    float const waits = eligible * in.was_poor[i];
    float const kept_word = in.draw[i] < in.guarantee ? waits * in.promised[i] : 0.0f;
    returns[i] = math::max(math::max(returns[i], kept_word), eligible * in.called_back[i]);
  }
}

}  // namespace graduasi
