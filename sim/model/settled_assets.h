// Assets and businesses as they settle over years: how much is lost and started, in means over the
// families of a district.
#pragma once

#include "mechanisms/enterprise.h"

#include <array>
#include <cstddef>

namespace graduasi {

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

/// What luck moves into savings in a month, line-months, at points of equal weight: what it brings
/// and spending does not show.
inline constexpr std::size_t luck_points = 16;
using LuckPoints = std::array<float, luck_points>;
LuckPoints flows_by_luck(SettledSavings const& savings);

/// Of what a start needs, what a family has at hand, in the mean over luck.
/// @param flows   `flows_by_luck(savings)`, the same for all families of a district
/// @param times   its assets at the start, as a multiple of the mean of all families
/// @param assets  now, line-months
float part_at_hand(SettledSavings const& savings, LuckPoints const& flows, float times,
                   float assets);

/// Points of equal weight of the law by which assets are spread on the first day.
inline constexpr std::size_t asset_points = 64;
using AssetPoints = std::array<float, asset_points>;

/// How businesses begin so that as many have one as are meant to: families differ in what they have
/// at hand, and who has little begins rarely and has one rarely.
struct SettledBusinesses {
  float begins = 0;  ///< chance in a month with enough at hand; 0 where no chance gives that many
  float richer = 1;  ///< assets at the start of families with a business, times those of anybody
  AssetPoints shares = {};  ///< with a business, times the mean; all 0: as often everywhere
  float starters = 0;  ///< chance to begin of families without one, by what their assets are worth
};
/// @param savings   what it is at the start
/// @param assets    mean at the start, line-months
/// @param without   of it, what families without a business have
/// @param fails     of a business, per month
/// @param granted   businesses begun by grants, per family and month
/// @param business  share of families that have one
SettledBusinesses settle_businesses(SettledSavings const& savings, float assets, float without,
                                    float fails, float granted, float business);

/// Assets of a district's families as they settle, all in line-months per family.
struct SettledAssets {
  float start;     ///< mean on the first day
  float losses;    ///< share per month, to setbacks
  float fails;     ///< of businesses per month
  float starts;    ///< of families without one that start one by themselves, per month, weighted by
                   ///< what their assets are worth
  float granted;   ///< grants that start or widen a business, per family and month
  float grant;     ///< what is left of one in assets
  float business;  ///< share of families with a business
  SettledBusinesses who;  ///< runs them
};

struct AssetBalance {
  float lost;           ///< in a month beyond what is reinvested and granted, share of `start`
  float with_business;  ///< assets of families with a business, of `start` times `business`
};

/// Where losses, investment, failures and starts settle while the mean stays. Of families with a
/// business:
///
///   a1 (losses + wear + fails - reinvested) = wear home b r + (starts + granted)(a - a1) + grants
///
/// where r is `richer` and `home` is what keeps the mean a over all families where it is.
/// @param skill  mean, share in [0, 1]
AssetBalance balance_assets(SettledAssets const& s, float skill, EnterpriseParameters const& p);

}  // namespace graduasi
