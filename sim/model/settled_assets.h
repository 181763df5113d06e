// Assets and businesses as they settle over years: how much is lost and started, in means over the
// families of a district.
#pragma once

#include "mechanisms/enterprise.h"

namespace graduasi {

/// Assets of a district's families as they settle, all in line-months per family.
struct SettledAssets {
  float start;     ///< mean on the first day
  float losses;    ///< share per month, to setbacks
  float fails;     ///< of businesses per month
  float starts;    ///< of families without one that start one by themselves, per month
  float granted;   ///< grants that start or widen a business, per family and month
  float grant;     ///< what is left of one in assets
  float business;  ///< share of families with a business
};

/// What a start needs at hand, in means: over families, and over what their assets are worth.
struct AtHand {
  float families, assets;
};
/// @param savings, assets  line-months; assets are exponentially spread around their mean
AtHand at_hand(float savings, float assets);

struct AssetBalance {
  float lost;           ///< in a month beyond what is reinvested and granted, share of `start`
  float with_business;  ///< assets of families with a business, of `start` times `business`
};

/// Where losses, investment, failures and starts settle while the mean stays. Of families with a
/// business:
///
///   a1 (losses + wear + fails - reinvested) = wear home b + (starts + granted)(a - a1) + grants
///
/// where `home` is what keeps the mean a over all families where it is.
/// @param skill  mean, share in [0, 1]
AssetBalance balance_assets(SettledAssets const& s, float skill, EnterpriseParameters const& p);

}  // namespace graduasi
