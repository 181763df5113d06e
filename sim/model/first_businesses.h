// Who runs a business on the first day, and what it has: as years of starts and failures leave it.
#pragma once

#include "agents/districts.h"
#include "agents/households.h"
#include "model/parameters.h"
#include "model/settled_assets.h"
#include "population/programme.h"
#include "population/settings.h"
#include "random/threefry.h"

namespace graduasi {

/// Share of savings and assets that setbacks and disasters take in a month, whatever is switched
/// off.
float monthly_losses(World const& world);

/// Where savings of the chosen families of a district settle.
SettledSavings savings_in(District const& district, AreaPlan const& area, World const& world);

/// Gives families a business, those more often that have more at hand; the mean is
/// `traits.enterprise_share`.
/// @param slots  with assets of the start, of families and those that wait
void begin_businesses(HouseholdsView slots, District const& district, AreaPlan const& area,
                      World const& world, TraitSettings const& traits, Key key);

/// Assets of families with and without a business as they have settled; their mean stays, and so
/// does the level of each family from which its home follows.
void settle_assets(HouseholdsView slots, District const& district);

}  // namespace graduasi
