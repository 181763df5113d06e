#include "model/settled_assets.h"

#include "base/math.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace graduasi {

namespace {

/// Exponentially spread assets, at so many points.
constexpr std::size_t asset_points = 64;
float asset_point(float mean, std::size_t k) {
  float const above = (static_cast<float>(static_cast<std::int32_t>(k)) + 0.5f) / asset_points;
  return -mean * math::log(above);
}

/// Mean income of businesses whose assets have this mean.
float mean_business_income(float assets, float skill, EnterpriseParameters const& p) {
  std::array<float, asset_points> held{}, skills{}, runs{}, income{};
  for (std::size_t k = 0; k < asset_points; ++k) held[k] = asset_point(assets, k);
  skills.fill(skill);
  runs.fill(1);
  enterprise_income(income, held, skills, runs, p);
  double sum = 0;
  for (float const each : income) sum += each;
  return static_cast<float>(sum / asset_points);
}

}  // namespace

AtHand at_hand(float savings, float assets) {
  double all = 0, weighted = 0, sum = 0;
  for (std::size_t k = 0; k < asset_points; ++k) {
    float const has = asset_point(assets, k);
    float const part = math::min(2.0f * (savings + has), 1.0f);
    all += part;
    weighted += part * has;
    sum += has;
  }
  auto const mean = static_cast<float>(all / asset_points);
  return {mean, sum > 0 ? static_cast<float>(weighted / sum) : mean};
}

AssetBalance balance_assets(SettledAssets const& s, float skill, EnterpriseParameters const& p) {
  if (s.start <= 0.0f || s.business <= 0.0f) return {.lost = s.losses, .with_business = 1};
  float const grants = s.granted * s.grant;
  float business_assets = s.business * s.start;
  float lost = 0;
  for (int round = 0; round < 40; ++round) {
    float const income = mean_business_income(business_assets / s.business, skill, p);
    float const reinvested = p.reinvested * income * s.business / math::max(business_assets, 1e-6f);
    lost = s.losses * s.start + (s.fails * (1.0f - p.kept) - reinvested) * business_assets - grants;
    float const entering = s.starts + s.granted;
    float const leaving = math::max(s.losses + p.wear + s.fails - reinvested + entering, 1e-4f);
    float const settled =
        (s.business * (p.wear * s.start + lost) + entering * s.start + grants) / leaving;
    business_assets = 0.5f * (business_assets + math::clip(settled, 0.0f, s.start));
  }
  return {.lost = lost / s.start, .with_business = business_assets / (s.business * s.start)};
}

}  // namespace graduasi
