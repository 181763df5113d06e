#include "model/warm_start.h"

#include "base/math_double.h"

#include "model/first_businesses.h"
#include "model/state.h"
#include "support/small_nation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace graduasi;
using Catch::Detail::Approx;

namespace {

/// A district of easy places, in an area whose families are chosen without regard to spending.
District const place{.families = 300, .line_rupiah = 600000, .shock_sd = 0.2f, .noise_sd = 0.15f};
AreaPlan const everybody{.area = {}, .fit = {}, .chosen_share = 1};

/// Families that differ in nothing, and whose contact hardly varies from month to month.
struct Alike {
  World world;
  PopulationSettings settings;
  Levers baseline;

  Alike() {
    world.contact.memory = 36;
    world.competence.sd = 0;
    world.partners.referral_rate = 0;
    settings.traits.sd = 0;
    settings.traits.clash_mean = 0;
  }
  Upkeep upkeep() const { return upkeep_in(place, everybody, world, settings, baseline); }
};

}  // namespace

TEST_CASE("warm start: upkeep is what mentoring of the baseline's contact adds in a month",
          "[unit]") {
  Alike alike;
  alike.world.attendance.habit_gain = 0;
  Upkeep const upkeep = alike.upkeep();
  // Sessions of two hours, a fifth of a visit hour each; habit 0.85, illness 0.05.
  float const held = steady_sessions(place, alike.world, alike.baseline);
  CHECK(upkeep.sessions == Approx(0.2f * 2 * held));
  CHECK(upkeep.visits == Approx(0.75f * steady_visit_rate(place, alike.world, alike.baseline)));
  double const contact = upkeep.sessions * 0.85 * 0.95 + upkeep.visits;
  double const dose = std::pow(contact, 1.8) / (std::pow(contact, 1.8) + std::pow(1.4, 1.8));
  // Competence 0.6 with eight tenths of what it needs, less what fatigue takes.
  double const fatigue = steady_fatigue(0, place, alike.world, alike.baseline);
  double const good = dose * 0.6 * 0.8 * (1 - 0.3 * fatigue);
  // What varies from month to month adds a little: the dose bends upward.
  CHECK(upkeep.skills == Approx(0.06 * good).epsilon(0.02));
  CHECK(upkeep.digital == Approx(0.05 * good).epsilon(0.02));
  CHECK(upkeep.access == 0.0f);
  CHECK(upkeep.confidence_gained == Approx(0.03 * (1 + 0.3 * 0.45) * good).epsilon(0.02));
}

TEST_CASE("warm start: where contact does nothing nothing is credited to it", "[unit]") {
  Alike alike;
  alike.world.contact.dose_steepness = 20;
  alike.world.contact.dose_half = 20;
  Upkeep const upkeep = alike.upkeep();
  CHECK(upkeep.skills < 1e-9f);
  CHECK(upkeep.confidence_gained < 1e-9f);
  CHECK(upkeep.confidence_lost > 0.0f);
}

TEST_CASE("warm start: setbacks, failed businesses and levies are what confidence loses",
          "[unit]") {
  Alike alike;
  auto& w = alike.world;
  w.disasters.rate = 0.12f;
  w.disasters.reach = 0.1f;
  w.shocks.setback_rate = 0.003f;
  w.enterprise.failing = 0.04f;
  w.enterprise.saved_by_contact = w.enterprise.saved_by_skill = 0;
  w.card_custody.confidence_drop = 0;
  alike.settings.traits.enterprise_share = 0.25f;
  // Each month 0.003 setbacks, 0.01 x 0.1 disasters and 0.25 x 0.04 failures, each 0.05.
  CHECK(alike.upkeep().confidence_lost == Approx(0.05f * 0.014f));
  // Two cards in three are away: 0.03 x 0.5 given a month, 0.015 x 0.5 taken back; felt quarterly.
  w.card_custody.confidence_drop = 0.06f;
  w.card_custody.handing_over = 0.03f;
  w.card_custody.taking_back = 0.015f;
  alike.settings.traits.digital_mean = 0.5f;
  CHECK(alike.upkeep().confidence_lost == Approx(0.05f * 0.014f + 0.02f * 2 / 3));
}

TEST_CASE("warm start: what the baseline's modules prevent strikes nobody", "[unit]") {
  Alike alike;
  alike.world.enterprise.taught_effect = 0.5f;
  alike.world.shocks.health_effect = 0.4f;
  Upkeep const usual = alike.upkeep();
  float const good = usual.skills / alike.world.skills.learning_rate;
  float const drop = alike.world.self_confidence.setback_drop;
  auto const spared = [&](float MentoringLevers::*share) {
    Alike taught = alike;
    taught.baseline.mentoring.*share = 0.6f;
    return usual.confidence_lost - taught.upkeep().confidence_lost;
  };
  float const setbacks = alike.world.shocks.setback_rate * 0.6f * 0.4f * good;
  CHECK(spared(&MentoringLevers::health_share) == Approx(drop * setbacks).epsilon(0.02));
  auto const& e = alike.world.enterprise;
  float const skill = alike.settings.traits.skill_mean;
  float const fails = e.failing * (1 - e.saved_by_skill * skill) * (1 - e.saved_by_contact * good);
  float const saved = alike.settings.traits.enterprise_share * fails * 0.6f * 0.5f * good;
  CHECK(spared(&MentoringLevers::enterprise_share) == Approx(drop * saved).epsilon(0.02));
  CHECK(spared(&MentoringLevers::finance_share) == 0.0f);
  alike.world.contact.has_effect = false;
  Alike taught = alike;
  taught.baseline.mentoring.health_share = taught.baseline.mentoring.enterprise_share = 0.3f;
  CHECK(taught.upkeep().confidence_lost == alike.upkeep().confidence_lost);
}

TEST_CASE("warm start: businesses start as often as they fail", "[unit]") {
  Alike alike;
  auto& w = alike.world;
  w.enterprise = {.failing = 0.04f, .saved_by_contact = 0, .saved_by_skill = 0, .starting = 0.02f};
  w.money = {.buffer_target = 0.6f, .buffers = 0, .buffer_follows_assets = 0};  // enough for all
  w.shocks.setback_loss = w.disasters.loss = 0;
  alike.settings.traits.enterprise_share = 0.2f;
  alike.settings.traits.confidence_mean = 0.3f;
  // 0.2 x 0.04 fail a month; of the other 0.8, 0.02 x 0.8 would start.
  CHECK(alike.upkeep().starting == Approx(0.008f / (0.8f * 0.016f)));
}

TEST_CASE("warm start: homes do not depend on what is switched off", "[unit]") {
  Alike alike;
  Upkeep const on = alike.upkeep();
  auto& w = alike.world;
  w.contact.on = w.skills.on = w.self_confidence.on = w.workload.on = w.turnover.on = false;
  w.attendance.on = w.competence.on = w.partners.on = w.assessment.on = w.shocks.on = false;
  w.enterprise.on = w.disasters.on = w.money.saving_on = w.card_custody.on = false;
  Upkeep const off = alike.upkeep();
  CHECK(off.sessions == on.sessions);
  CHECK(off.visits == on.visits);
  CHECK(off.skills == on.skills);
  CHECK(off.confidence_gained == on.confidence_gained);
  CHECK(off.confidence_lost == on.confidence_lost);
  CHECK(off.assets == on.assets);
  CHECK(off.starting == on.starting);
}

TEST_CASE("warm start: families remember the contact of who comes as often as they do", "[unit]") {
  auto nation = testing::small_nation({64});
  auto district = nation.districts.front();
  district.families = 60;
  district.upkeep = {.sessions = 0.4f, .visits = 0.07f};
  auto const h = view(nation.households);
  h.habit[0] = 0.9f;
  h.traits[0] = traits::clash.put(51);  // a fifth of the meeting hours
  float const waits = h.contact[60];
  remember_past_contact(h, district, AttendanceParameters{}, Levers{});
  CHECK(h.contact[0] == Approx(0.4f * 0.9f * 0.8f * 0.95f + 0.07f));
  CHECK(h.contact[60] == waits);
}

TEST_CASE("warm start: who runs a business has the assets of one, and the mean stays", "[unit]") {
  Alike alike;
  alike.settings.traits.enterprise_share = 0.2f;
  Upkeep const upkeep = alike.upkeep();
  CHECK(upkeep.with_business > upkeep.without_business);
  // Who has one began with more: the mean stays by what each began with.
  CHECK(upkeep.begins > 0.0f);

  auto nation = testing::small_nation({16});
  auto district = nation.districts.front();
  district.upkeep = {.with_business = 1.5f, .without_business = 0.875f};
  auto const h = view(nation.households);
  h.livelihood[0] = livelihood::assets.put(1000) | livelihood::assets_start.put(20) |
                    livelihood::enterprise.put(1) | livelihood::half_years.put(3);
  h.livelihood[1] = livelihood::assets.put(1000) | livelihood::assets_start.put(20);
  settle_assets(h, district);
  CHECK(livelihood::assets.get(h.livelihood[0]) == 1500);
  CHECK(livelihood::assets.get(h.livelihood[1]) == 875);
  CHECK(livelihood::assets_start.get(h.livelihood[0]) == 20);
  CHECK(livelihood::enterprise.get(h.livelihood[0]) == 1);
  CHECK(livelihood::half_years.get(h.livelihood[0]) == 3);
}

TEST_CASE("warm start: skills are credited with what would fade without mentoring", "[unit]") {
  Programme programme;
  programme.areas.push_back(everybody);
  District some = place;
  some.upkeep.skills = 0.002f;
  programme.districts.push_back(some);
  some.upkeep.skills = 0.005f;
  some.families = 100;
  programme.districts.push_back(some);
  TraitSettings traits;
  traits.skill_mean = 0.4f;
  Credit const credit = credit_of_skills(programme, {.fading_rate = 0.01f}, traits);
  CHECK(credit.level == Approx(0.4));
  // Three families in four above a home 0.2 x 0.6 lower, one above a home 0.5 x 0.6 lower.
  CHECK(credit.credited == Approx(0.75 * 0.12 + 0.25 * 0.3));
}

TEST_CASE("settled assets: what a start has at hand", "[unit]") {
  SettledSavings saving{.target = 0.3f, .speed = 0.1f};
  CHECK(part_at_hand(saving, flows_by_luck(saving), 1, 0) == Approx(0.6f));
  CHECK(part_at_hand(saving, flows_by_luck(saving), 1, 0.1f) == Approx(0.8f));
  CHECK(part_at_hand(saving, flows_by_luck(saving), 1, 0.3f) == 1.0f);
  saving.follows = 0.8f;  // 0.06 for all, 0.24 for each mean of assets
  CHECK(part_at_hand(saving, flows_by_luck(saving), 0, 0) == Approx(0.12f));
  CHECK(part_at_hand(saving, flows_by_luck(saving), 1.5f, 0) == Approx(0.84f));
  saving.losses = 0.02f;
  CHECK(part_at_hand(saving, flows_by_luck(saving), 1, 0) == Approx(0.5f));
}

TEST_CASE("settled assets: bad months draw savings down, good ones fill them up at most",
          "[unit]") {
  SettledSavings const s{.target = 0.4f,
                         .speed = 0.1f,
                         .wages = 1,
                         .luck_sd = 0.3f,
                         .luck_kept = 0.9f,
                         .passes = 0.5f,
                         .buffers = 0.2f};
  double sum = 0;
  for (int k = 0; k < 1000; ++k) {
    double const luck = 0.3 * math::normal_quantile((k + 0.5) / 1000);
    double const flow = 0.2 * (std::exp(luck) - std::exp(luck / 2));
    sum += 2 * std::min(std::max(0.4 + flow / 0.2, 0.0), 0.4);
  }
  CHECK(part_at_hand(s, flows_by_luck(s), 1, 0) == Approx(sum / 1000).epsilon(0.01));
  CHECK(part_at_hand(s, flows_by_luck(s), 1, 0) < 0.8f);
}

TEST_CASE("settled assets: as many families come to have a business as are meant to", "[unit]") {
  // All have enough at hand: 0.2 / 0.8 x 0.04; half of them begun by grants; all of them.
  SettledSavings const rich{.target = 1, .speed = 0.1f};
  SettledBusinesses const alike = settle_businesses(rich, 1, 1, 0.04f, 0, 0.2f);
  CHECK(alike.begins == Approx(0.01f).epsilon(1e-4));
  CHECK(alike.richer == Approx(1).epsilon(1e-4));
  CHECK(alike.starters == Approx(0.01f).epsilon(1e-4));
  CHECK(settle_businesses(rich, 1, 1, 0.04f, 0.005f, 0.2f).begins == Approx(0.005f).epsilon(1e-4));
  CHECK(settle_businesses(rich, 1, 1, 0.04f, 0.02f, 0.2f).begins == 0.0f);
  // Nobody has savings, and assets differ: by a fine sum over the law.
  SettledBusinesses const apart = settle_businesses({}, 0.25f, 1, 0.04f, 0, 0.2f);
  double share = 0, richer = 0, begun = 0;
  constexpr int steps = 200000;
  for (int k = 0; k < steps; ++k) {
    double const times = std::pow(-std::log((k + 0.5) / steps), 1.5) / std::tgamma(2.5);
    double const begins = static_cast<double>(apart.begins) * std::min(0.5 * times, 1.0);
    double const has = begins / (begins + 0.04);
    share += has / steps, richer += has * times / steps;
    begun += (1 - has) * begins * times / steps;
  }
  CHECK(share == Approx(0.2).epsilon(0.01));
  CHECK(static_cast<double>(apart.richer) == Approx(richer / share).epsilon(0.02));
  CHECK(static_cast<double>(apart.starters) == Approx(begun / (1 - richer)).epsilon(0.02));
  CHECK(apart.richer > 1.3f);
}

TEST_CASE("warm start: businesses go to those who have more at hand, and as often as asked for",
          "[unit]") {
  Alike alike;
  auto nation = testing::small_nation({16384});
  auto district = nation.districts.front();
  district.families = 16384;
  district.waiting = 0;
  auto const h = view(nation.households);
  for (std::size_t i = 0; i < 16384; ++i)
    h.livelihood[i] = livelihood::assets_start.put(i % 4 == 0 ? 64 : 0);
  district.upkeep = {.begins = 0.02f, .fails = 0.03f};
  TraitSettings traits;
  traits.assets_mean = 0.25f;
  World world;
  world.money.buffer_target = 0;  // so that nobody has savings
  begin_businesses(h, district, everybody, world, traits, Key{.seed = 3});
  int with_assets = 0, without = 0;
  for (std::size_t i = 0; i < 16384; ++i)
    (i % 4 == 0 ? with_assets : without) += livelihood::enterprise.get(h.livelihood[i]) > 0 ? 1 : 0;
  CHECK(without == 0);
  CHECK(std::abs(with_assets / 4096.0 - 0.4) < 4 * std::sqrt(0.24 / 4096));
  traits.enterprise_share = 1;
  begin_businesses(h, district, everybody, world, traits, Key{.seed = 3});
  for (std::size_t i = 0; i < 16384; ++i) CHECK(livelihood::enterprise.get(h.livelihood[i]) == 1);
}

TEST_CASE("settled assets: losses and failures are balanced over both kinds of families",
          "[unit]") {
  EnterpriseParameters const p{.concave_return = 0, .kept = 0.4f, .wear = 0.1f};
  SettledAssets s{.start = 1,
                  .losses = 0.01f,
                  .fails = 0.05f,
                  .starts = 0.0125f,
                  .granted = 0,
                  .grant = 0,
                  .business = 0.2f,
                  .who = {}};
  // Those with a business hold a: a (0.01 + 0.1 + 0.05 + 0.0125) = 0.2 (0.1 + lost) + 0.0125, and
  // lost = 0.01 + 0.6 x 0.05 a, so a = 0.0345 / 0.1665.
  CHECK(balance_assets(s, 0.35f, p).lost == Approx(0.01 + 0.03 * 0.0345 / 0.1665).epsilon(1e-4));
  CHECK(balance_assets(s, 0.35f, p).with_business == Approx(0.0345 / 0.1665 / 0.2).epsilon(1e-4));
  // A grant of 2 to one family in a thousand is that much less that is lost, and more to lose.
  s.granted = 0.001f;
  s.grant = 2;
  double const held = (0.2 * (0.1 + 0.008) + 0.0135 + 0.002) / (0.1735 - 0.006);
  CHECK(balance_assets(s, 0.35f, p).lost == Approx(0.008 + 0.03 * held).epsilon(1e-4));
  // Nobody has a business: setbacks alone.
  s.business = 0;
  CHECK(balance_assets(s, 0.35f, p).lost == 0.01f);
}

TEST_CASE("warm start: where a part of the caseload gets all visits, the rest has had none",
          "[unit]") {
  Alike alike;
  float const spread = alike.upkeep().skills;
  alike.baseline.visits = {.targeting = VisitTargeting::random, .focus = 0.2f};
  float const chosen = alike.upkeep().skills;
  CHECK(chosen > 0);
  CHECK(chosen != spread);
  // As many visits under both: equal where the part is everybody.
  alike.baseline.visits.focus = 1;
  float const everybody = alike.upkeep().skills;
  alike.baseline.visits.targeting = VisitTargeting::equal;
  CHECK(everybody == alike.upkeep().skills);
}
