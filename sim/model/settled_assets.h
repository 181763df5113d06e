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

/// What savings settle at: the buffer aimed at, less what setbacks and bad months take.
struct SettledSavings {
  float target = 0;               ///< aimed at in the mean, line-months
  float follows = 0;              ///< part of it that goes with a family's assets
  float speed = 0;                ///< part of what is missing that is put aside in a month
  float losses = 0;               ///< to setbacks and disasters, share per month
  float wages = 0;                ///< lasting, line-months
  float luck_sd = 0;              ///< in log earnings
  float luck_kept = 0;            ///< part that is left after a month
  float passes = 1, buffers = 0;  ///< see mechanisms/money.h
};

/// What a start needs at hand, in means: over families, and over what their assets are worth.
struct AtHand {
  float families, assets;
};
/// @param assets  mean, line-months, spread by the law of the first day
AtHand at_hand(SettledSavings const& savings, float assets);

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
