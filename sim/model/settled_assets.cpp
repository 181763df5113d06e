#include "model/settled_assets.h"

#include "base/math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace graduasi {

namespace {

/// Assets as the first day spreads them: a Weibull law of shape 2/3 whose mean is 1.
AssetPoints asset_points_of_mean_one() {
  AssetPoints points{};
  double sum = 0;
  for (std::size_t k = 0; k < asset_points; ++k) {
    float const above = (static_cast<float>(static_cast<std::int32_t>(k)) + 0.5f) / asset_points;
    float const e = -math::log(above);
    points[k] = e * std::sqrt(e);
    sum += static_cast<double>(points[k]);
  }
  auto const mean = static_cast<float>(sum / asset_points);
  for (float& point : points) point /= mean;
  return points;
}

/// What assets of this mean yield in businesses, in the mean: without the owner's work.
/// @param held  `asset_points_of_mean_one()`
float mean_yield(AssetPoints held, float assets, float skill, SettledBusinesses const& who,
                 EnterpriseParameters p) {
  p.work = 0;
  AssetPoints skills{}, runs{}, income{};
  for (float& point : held) point *= assets / who.richer;
  skills.fill(skill);
  runs.fill(1);
  enterprise_income(income, held, skills, runs, p);
  double sum = 0;
  for (std::size_t k = 0; k < asset_points; ++k)
    sum += static_cast<double>(income[k] * (who.begins > 0.0f ? who.shares[k] : 1.0f));
  return static_cast<float>(sum / asset_points);
}

/// Where savings come to lie while luck stays as it is, never above the target. Luck moves on
/// before they are there: its own way back counts beside theirs.
float saved(SettledSavings const& s, float target, float flow) {
  float const back = math::max(s.speed + s.losses, 1e-6f);
  float const moved = flow / (back + 1.0f - s.luck_kept);
  return math::clip(s.speed * target / back + moved, 0.0f, target);
}

}  // namespace

LuckPoints flows_by_luck(SettledSavings const& s) {
  LuckPoints flows{};
  for (std::size_t k = 0; k < luck_points; ++k) {
    float const below = (static_cast<float>(static_cast<std::int32_t>(k)) + 0.5f) / luck_points;
    float const luck = s.luck_sd * math::normal_quantile(below);
    flows[k] = s.buffers * s.wages * (math::exp(luck) - math::exp(s.passes * luck));
  }
  return flows;
}

float part_at_hand(SettledSavings const& s, LuckPoints const& flows, float times, float assets) {
  float const target = s.target * (1.0f - s.follows + s.follows * times);
  double sum = 0;
  for (float const flow : flows)
    sum += static_cast<double>(math::min(2.0f * (saved(s, target, flow) + assets), 1.0f));
  return static_cast<float>(sum / luck_points);
}

SettledBusinesses settle_businesses(SettledSavings const& savings, float assets, float without,
                                    float fails, float granted, float business) {
  AssetPoints const spread = asset_points_of_mean_one();
  LuckPoints const flows = flows_by_luck(savings);
  AssetPoints parts{};
  for (std::size_t k = 0; k < asset_points; ++k)
    parts[k] = part_at_hand(savings, flows, spread[k], assets * without * spread[k]);
  auto const mean_of = [&](float begins, auto value) {
    double sum = 0;
    for (std::size_t k = 0; k < asset_points; ++k) {
      float const chance = begins * parts[k] + granted;
      sum += static_cast<double>(value(chance / math::max(chance + fails, 1e-12f), k));
    }
    return static_cast<float>(sum / asset_points);
  };
  auto const share = [&](float begins) {
    return mean_of(begins, [](float has, std::size_t) { return has; });
  };
  // Grants alone begin more, or nobody has anything to begin with: all have one as often.
  if (share(0) >= business || share(1) < business || fails <= 0.0f) return {};
  float lower = 0, upper = 1;
  for (int halving = 0; halving < 40; ++halving) {
    float const middle = 0.5f * (lower + upper);
    (share(middle) < business ? lower : upper) = middle;
  }
  float const begins = 0.5f * (lower + upper);
  float const richer = mean_of(begins, [&](float has, std::size_t k) { return has * spread[k]; });
  float const begun = mean_of(begins, [&](float has, std::size_t k) {
    return (1.0f - has) * begins * parts[k] * spread[k];
  });
  SettledBusinesses settled{.begins = begins,
                            .richer = richer / math::max(share(begins), 1e-12f),
                            .starters = begun / math::max(1.0f - richer, 1e-6f)};
  for (std::size_t k = 0; k < asset_points; ++k) {
    float const chance = begins * parts[k] + granted;
    settled.shares[k] = chance / (chance + fails) / share(begins);
  }
  return settled;
}

AssetBalance balance_assets(SettledAssets const& s, float skill, EnterpriseParameters const& p) {
  if (s.start <= 0.0f || s.business <= 0.0f) return {.lost = s.losses, .with_business = 1};
  float const grants = s.granted * s.grant;
  float business_assets = s.business * s.start;
  float lost = 0;
  AssetPoints const spread = asset_points_of_mean_one();
  for (int round = 0; round < 40; ++round) {
    float const income = mean_yield(spread, business_assets / s.business, skill, s.who, p);
    float const reinvested = p.reinvested * income * s.business / math::max(business_assets, 1e-6f);
    lost = s.losses * s.start + (s.fails * (1.0f - p.kept) - reinvested) * business_assets - grants;
    float const entering = s.starts + s.granted;
    float const leaving = math::max(s.losses + p.wear + s.fails - reinvested + entering, 1e-4f);
    float const settled =
        (s.business * s.who.richer * (p.wear * s.start + lost) + entering * s.start + grants) /
        leaving;
    business_assets = 0.5f * (business_assets + math::clip(settled, 0.0f, s.start));
  }
  return {.lost = lost / s.start, .with_business = business_assets / (s.business * s.start)};
}

}  // namespace graduasi
