#include "population/welfare.h"

#include "base/math.h"
#include "base/math_double.h"

#include <cmath>

namespace graduasi {

WelfareLaw welfare_law(AreaPlan const& area, float score_sd) {
  double const variance = area.score_total_sd * area.score_total_sd;
  return {.mu = static_cast<float>(area.fit.mu),
          .base_sd = static_cast<float>(area.base_sd),
          .shock_sd = static_cast<float>(area.shock_sd),
          .score_sd = score_sd,
          .noise_sd = static_cast<float>(area.noise_sd),
          .total_sd = static_cast<float>(area.score_total_sd),
          .base_part = static_cast<float>(area.base_sd * area.base_sd / variance),
          .shock_part = static_cast<float>(area.shock_sd * area.shock_sd / variance),
          .cut = static_cast<float>(area.score_cut),
          .chosen_share = static_cast<float>(area.chosen_share)};
}

float mean_base_score(AreaPlan const& area) {
  if (!(area.chosen_share > 0 && area.chosen_share < 1) || !(area.score_total_sd > 0)) return 0;
  double const cut = math::normal_quantile(area.chosen_share);
  double const density = math::exp(-0.5 * cut * cut) * 0.3989422804014327;
  return static_cast<float>(-area.base_sd / area.score_total_sd * density / area.chosen_share);
}

Welfare welfare_by_score(WelfareLaw const& law, WelfareDraws const& draws, float rank) {
  float const below = math::min(rank * law.chosen_share, 0.999f);
  float const score = law.total_sd * math::normal_quantile(below);
  float const base = law.base_sd * draws.base;
  float const then = law.shock_sd * draws.shock_then;
  // The three parts must add up to the score: each takes its share of what is missing.
  float const missing = score - (base + then + law.score_sd * draws.score_noise);
  float const lasting = base + law.base_part * missing;
  return {.base = law.mu + lasting,
          .base_score = lasting / law.base_sd,
          .shock = draws.shock_kept * (then + law.shock_part * missing) +
                   law.shock_sd * draws.shock_renewed * draws.shock_new};
}

Welfare welfare_by_observation(WelfareLaw const& law, WelfareDraws const& draws, float observed) {
  float const base_variance = law.base_sd * law.base_sd;
  float const shock_variance = law.shock_sd * law.shock_sd;
  float const lasts = draws.shock_kept * shock_variance;
  float const of_score = law.total_sd * law.total_sd;
  float const of_observed = base_variance + shock_variance + law.noise_sd * law.noise_sd;
  float const of_both = base_variance + lasts;
  float const seen = observed - law.mu;

  // The score below the cut, given what was observed.
  float const expected = of_both / of_observed * seen;
  float const left = math::max(of_score - of_both * of_both / of_observed, 0.0f);
  float const spread = math::max(std::sqrt(left), 1e-3f);
  auto const below = static_cast<float>(
      math::normal_cdf(static_cast<double>((law.cut - law.mu - expected) / spread)));
  float const rank = math::clip(draws.rank * below, 1e-6f, 0.999f);
  float const score = expected + spread * math::normal_quantile(rank);

  // Free draws of all parts, then moved so that they add up to both.
  float const base = law.base_sd * draws.base;
  float const then = law.shock_sd * draws.shock_then;
  float const now = draws.shock_kept * then + law.shock_sd * draws.shock_renewed * draws.shock_new;
  float const score_off = score - (base + then + law.score_sd * draws.score_noise);
  float const seen_off = seen - (base + now + law.noise_sd * draws.survey_noise);
  float const apart = of_score * of_observed - of_both * of_both;
  // When one follows from the other, the observation says all.
  bool const same = apart < 1e-4f * of_score * of_observed;
  float const by_score = same ? 0.0f : (of_observed * score_off - of_both * seen_off) / apart;
  float const by_seen =
      same ? seen_off / of_observed : (of_score * seen_off - of_both * score_off) / apart;
  float const lasting = base + base_variance * (by_score + by_seen);
  return {.base = law.mu + lasting,
          .base_score = lasting / law.base_sd,
          .shock = now + lasts * by_score + shock_variance * by_seen};
}

}  // namespace graduasi
