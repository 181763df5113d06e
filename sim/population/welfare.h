// Welfare of one family of the programme on the first day, given how families were chosen and,
// where a household file knows it, what the family was seen to spend.
#pragma once

#include "population/programme.h"

namespace graduasi {

/// How welfare is spread over the families of an area, in logs of its line.
struct WelfareLaw {
  float mu = 0;  ///< mean of lasting base, score and observed spending
  float base_sd = 0, shock_sd = 0, score_sd = 0, noise_sd = 0;
  float total_sd = 0;                   ///< of the score
  float base_part = 0, shock_part = 0;  ///< shares of the score's variance
  float cut = 0;                        ///< of the score: chosen below it
  float chosen_share = 0;               ///< of families, below the cut
};

/// @param score_sd  of what only the score sees
WelfareLaw welfare_law(AreaPlan const& area, float score_sd);

/// Mean lasting spending of the chosen, in standard deviations from the mean of all families.
float mean_base_score(AreaPlan const& area);

/// What is drawn for one family, and how much of a shock lives on from the time of choice.
struct WelfareDraws {
  float rank;                                                    ///< uniform above 0
  float base, shock_then, score_noise, shock_new, survey_noise;  ///< standard normal
  float shock_kept, shock_renewed;
};

struct Welfare {
  float base;        ///< lasting log spending, as published: with the benefit
  float base_score;  ///< the same in standard deviations from its mean over all families
  float shock;       ///< on the first day
};

/// @param rank  in the order of scores: in (0, 1] when chosen, 1 = at the cut, beyond it when the
///               family waits
Welfare welfare_by_score(WelfareLaw const& law, WelfareDraws const& draws, float rank);

/// The same for a chosen family that was seen to spend so much. Score and observation both hold the
/// lasting base; the shock of the time of choice lives on in the observation.
/// @param observed  log of the line
Welfare welfare_by_observation(WelfareLaw const& law, WelfareDraws const& draws, float observed);

}  // namespace graduasi
