#include "model/warm_start.h"

#include "base/math_double.h"

#include "model/settled_assets.h"
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
  CHECK(0.2f * upkeep.with_business + 0.8f * upkeep.without_business == Approx(1));

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
  auto const saving = [](float target, float follows) {
    return SettledSavings{.target = target, .follows = follows, .speed = 0.1f};
  };
  CHECK(at_hand(saving(0.5f, 0), 0).families == 1.0f);
  CHECK(at_hand(saving(0.3f, 0), 0).families == Approx(0.6f));
  SettledSavings losing = saving(0.3f, 0);
  losing.losses = 0.02f;
  CHECK(at_hand(losing, 0).families == Approx(0.5f));
  // Means over a Weibull law of shape 2/3 and mean 0.25, by a fine sum over its quantiles.
  double const scale = 0.25 / std::tgamma(2.5);
  auto const sum = [&](double savings, double follows) {
    constexpr int steps = 200000;
    double all = 0, weighted = 0;
    for (int k = 0; k < steps; ++k) {
      double const has = scale * std::pow(-std::log((k + 0.5) / steps), 1.5);
      double const part = std::min(2 * (savings * (1 - follows + follows * has / 0.25) + has), 1.0);
      all += part, weighted += part * has;
    }
    return std::pair{all / steps, weighted / steps / 0.25};
  };
  for (float const follows : {0.0f, 0.8f}) {
    AtHand const found = at_hand(saving(0.1f, follows), 0.25f);
    auto const [families, assets] = sum(0.1, static_cast<double>(follows));
    CHECK(found.families == Approx(families).epsilon(0.01));
    CHECK(found.assets == Approx(assets).epsilon(0.01));
    // More assets lie with who has enough at hand.
    CHECK(found.assets > found.families);
  }
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
  CHECK(at_hand(s, 0).families == Approx(sum / 1000).epsilon(0.01));
  CHECK(at_hand(s, 0).families < 0.8f);
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
                  .business = 0.2f};
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
