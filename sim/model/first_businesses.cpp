#include "model/first_businesses.h"

#include "base/math.h"
#include "model/tile.h"
#include "population/welfare.h"
#include "random/stream.h"

namespace graduasi {

float monthly_losses(World const& w) {
  float const disaster = w.disasters.rate * (1.0f / 12.0f) * w.disasters.reach;
  return w.shocks.setback_rate * w.shocks.setback_loss + disaster * w.disasters.loss;
}

SettledSavings savings_in(District const& district, AreaPlan const& area, World const& w) {
  auto const mean = area.fit.mu + area.base_sd * static_cast<double>(mean_base_score(area));
  return {.target = w.money.buffer_target,
          .follows = w.money.buffer_follows_assets,
          .speed = w.money.buffer_speed,
          .losses = monthly_losses(w),
          .wages = math::exp(static_cast<float>(mean)),
          .luck_sd = income_shock_sd(district.shock_sd, w.money),
          .luck_kept = w.shocks.keep,
          .passes = w.money.passes,
          .buffers = w.money.buffers};
}

void begin_businesses(HouseholdsView slots, District const& district, AreaPlan const& area,
                      World const& world, TraitSettings const& traits, Key key) {
  Upkeep const& upkeep = district.upkeep;
  float const share = traits.enterprise_share;
  SettledSavings const savings = savings_in(district, area, world);
  LuckPoints const flows = flows_by_luck(savings);
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    auto const words =
        threefry4x32(district.first_id + static_cast<std::uint32_t>(i), 0,
                     static_cast<std::uint32_t>(Start::livelihood),
                     static_cast<std::uint32_t>(Domain::household), key.seed, key.replicate);
    float const draw = as_float(words.word[3] >> 16) / 65536.0f;
    float const start =
        assets_start_step * as_float(livelihood::assets_start.get(slots.livelihood[i]));
    float const times = traits.assets_mean > 0.0f ? start / traits.assets_mean : 1.0f;
    float const at_hand = part_at_hand(savings, flows, times, start * upkeep.without_business);
    float const begins = upkeep.begins * at_hand + upkeep.by_grants;
    float const chance = upkeep.begins > 0.0f ? begins / (begins + upkeep.fails) : share;
    // Nobody or everybody has one where that is what was asked for.
    bool const runs = share <= 0.0f ? false : share >= 1.0f ? true : draw < chance;
    slots.livelihood[i] |= livelihood::enterprise.put(runs ? 1u : 0u);
  }
}

void settle_assets(HouseholdsView slots, District const& district) {
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    std::uint32_t const word = slots.livelihood[i];
    bool const runs = livelihood::enterprise.get(word) > 0;
    float const times = runs ? district.upkeep.with_business : district.upkeep.without_business;
    float const drawn = static_cast<float>(static_cast<std::int32_t>(livelihood::assets.get(word)));
    float const settled = math::min(times * drawn, max_assets / assets_step);
    slots.livelihood[i] = (word & ~livelihood::assets.mask()) |
                          livelihood::assets.put(static_cast<std::uint32_t>(settled + 0.5f));
  }
}

}  // namespace graduasi
