// Families drawn from the published tables, seen by a survey and read back from it, have the same
// welfare as before: the observation is neither believed too much nor too little.
#include "population/welfare.h"

#include "support/chance.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

struct Moments {
  double n = 0, base = 0, base2 = 0, shock = 0, shock2 = 0, both = 0;
  void add(Welfare const& w) {
    auto const b = static_cast<double>(w.base), s = static_cast<double>(w.shock);
    n += 1, base += b, base2 += b * b, shock += s, shock2 += s * s, both += b * s;
  }
  double base_mean() const { return base / n; }
  double base_sd() const { return std::sqrt(base2 / n - base_mean() * base_mean()); }
  double shock_mean() const { return shock / n; }
  double shock_sd() const { return std::sqrt(shock2 / n - shock_mean() * shock_mean()); }
  double covariance() const { return both / n - base_mean() * shock_mean(); }
};

WelfareDraws drawn(testing::Chance& chance, float kept) {
  WelfareDraws d{};
  d.rank = chance.between(1e-6f, 1.0f);
  d.base = chance.normal(), d.shock_then = chance.normal(), d.score_noise = chance.normal();
  d.shock_new = chance.normal(), d.survey_noise = chance.normal();
  d.shock_kept = kept;
  d.shock_renewed = std::sqrt(1 - kept * kept);
  return d;
}

WelfareLaw law(float noise_sd, float score_sd) {
  AreaPlan area;
  area.fit.mu = 0.7, area.fit.sigma = 0.5;
  area.base_sd = 0.33, area.shock_sd = 0.27, area.noise_sd = static_cast<double>(noise_sd);
  auto const own = static_cast<double>(score_sd);
  area.score_total_sd = std::sqrt(0.33 * 0.33 + 0.27 * 0.27 + own * own);
  area.score_cut = 0.45;
  area.chosen_share = 0.28;
  // The share that the cut implies: Phi((0.45 - 0.7) / total).
  area.chosen_share = 0.5 * std::erfc(0.25 / area.score_total_sd / std::sqrt(2.0));
  return welfare_law(area, score_sd);
}

}  // namespace

TEST_CASE("observed welfare: a survey read back gives the families that it saw", "[statistical]") {
  constexpr int families = 200000;
  for (float const kept : {1.0f, 0.7f, 0.1f}) {
    for (float const noise : {0.25f, 0.1f}) {
      auto const l = law(noise, 0.2f);
      testing::Chance chance(static_cast<std::uint32_t>(1000 * kept + 10 * noise), 41);
      Moments lived, read;
      for (int i = 0; i < families; ++i) {
        auto const d = drawn(chance, kept);
        auto const w = welfare_by_score(l, d, d.rank);
        lived.add(w);
        float const observed = w.base + w.shock + noise * chance.normal();
        read.add(welfare_by_observation(l, drawn(chance, kept), observed));
      }
      INFO("kept " << kept << ", noise " << noise);
      double const error = 4 * 0.4 / std::sqrt(families);  // two means of spread below 0.28
      CHECK(read.base_mean() == Approx(lived.base_mean()).margin(error));
      CHECK(read.shock_mean() == Approx(lived.shock_mean()).margin(error));
      CHECK(read.base_sd() == Approx(lived.base_sd()).margin(error));
      CHECK(read.shock_sd() == Approx(lived.shock_sd()).margin(error));
      CHECK(read.covariance() == Approx(lived.covariance()).margin(error * 0.4));
    }
  }
}

TEST_CASE("observed welfare: without noise a family spends what was seen", "[statistical]") {
  auto const l = law(0.0f, 0.2f);
  testing::Chance chance(7, 42);
  for (int i = 0; i < 1000; ++i) {
    float const observed = chance.between(-0.6f, 1.0f);
    auto const w = welfare_by_observation(l, drawn(chance, 0.8f), observed);
    CHECK(w.base + w.shock == Approx(observed).margin(2e-3));
  }
  // Nor does it matter that the score then tells the same.
  auto const same = law(0.0f, 0.0f);
  for (int i = 0; i < 1000; ++i) {
    auto const w = welfare_by_observation(same, drawn(chance, 1.0f), 0.3f);
    CHECK(w.base + w.shock == Approx(0.3).margin(2e-3));
  }
}
