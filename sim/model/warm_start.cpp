#include "model/warm_start.h"

#include "base/math_double.h"
#include "model/first_businesses.h"
#include "model/state.h"
#include "population/welfare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace graduasi {

namespace {

/// Families that stand for a district: enough for means to a few thousandths.
constexpr std::size_t typical = 256;

/// What a family gets of the baseline's mentoring, and how it differs from others in what matters
/// for that.
struct TypicalFamily {
  float common;   ///< what its traits share, standard normal
  float comes;    ///< share of sessions
  float quality;  ///< of who accompanies it, share in [0, 1]
  float dose;     ///< of contact, mean over months, share in [0, 1)
  float good;     ///< dose times quality
};
using TypicalFamilies = std::array<TypicalFamily, typical>;

/// Point k of a sequence that fills four dimensions evenly: multiples of the powers of the root of
/// x^5 = x + 1 (Roberts 2018), in (0, 1).
std::array<float, 4> point(std::size_t k) {
  constexpr double root = 1.1673039782614187;
  std::array<float, 4> at{};
  double step = 1;
  for (auto& coordinate : at) {
    step /= root;
    double const along = 0.5 + static_cast<double>(k + 1) * step;
    coordinate = math::clip(static_cast<float>(along - std::floor(along)), 1e-4f, 0.9999f);
  }
  return at;
}

/// Switches of what upkeep depends on, all on.
World switched_on(World world) {
  world.workload.on = world.turnover.on = world.competence.on = true;
  world.attendance.on = world.assessment.on = world.contact.on = true;
  return world;
}

/// Mean dose of a contact that varies from month to month: three points of a lognormal.
float mean_dose(float contact, float variance, ContactParameters const& p) {
  if (contact <= 0.0f || !p.has_effect) return 0;
  float const log_half = math::log(p.dose_half);
  float const log_variance = math::log(1.0f + variance / (contact * contact));
  float const apart = math::exp(std::sqrt(3.0f * log_variance));
  float const median = contact * math::exp(-0.5f * log_variance);
  auto const dose = [&](float x) { return dose_of(x, p.dose_steepness, log_half); };
  return (dose(median / apart) + 4.0f * dose(median) + dose(median * apart)) / 6.0f;
}

/// Part of the missing spread of a trait that the traits of a family share.
float shared_spread(float economy, TraitSettings const& t) {
  return t.sd * std::sqrt(t.common_correlation * (1.0f - economy * economy));
}

TypicalFamilies typical_families(Upkeep const& upkeep, float held, float visits, float fatigue,
                                 World const& w, TraitSettings const& t, Levers const& baseline) {
  float const upheld = supervised_by(baseline.staff, w.supervision).upheld;
  float const gain = settled_gain(baseline.training, w.competence, upheld);
  float const own = std::sqrt(1.0f - t.common_correlation);
  float const shared = std::sqrt(t.common_correlation);
  float const session = upkeep.sessions / math::max(held, 1e-6f);
  float const forgets = 1.0f / w.contact.memory;
  float const noise_kept = forgets / (2.0f - forgets);
  // Where a part of the caseload is chosen it gets all visits.
  float const part = chooses_part(baseline.visits.targeting) ? baseline.visits.focus : 1.0f;
  TypicalFamilies families{};
  for (std::size_t k = 0; k < typical; ++k) {
    auto const at = point(k);
    TypicalFamily& f = families[k];
    f.common = math::normal_quantile(at[0]);
    float const habit =
        math::clip(t.habit_mean + t.sd * (shared * f.common + own * math::normal_quantile(at[1])),
                   level_min, level_max);
    float const clash = math::min(-t.clash_mean * math::log(at[2]), 0.9f);
    float const competence = competence_of(math::normal_quantile(at[3]), gain, 480, w.competence);
    f.quality = quality_of(competence, baseline.mentoring.resources, fatigue, w.competence);
    f.comes = settled_coming(habit, clash, held, baseline.sessions.evening_share, f.quality,
                             w.attendance);
    float const attended = held * f.comes;
    float const of_sessions =
        session * session * math::max(attended * (1.0f - f.comes * math::min(held, 1.0f)), 0.0f);
    // Which families are chosen has nothing to do with their traits: the golden section spreads
    // them.
    double const place = (static_cast<double>(k) + 0.5) * 0.6180339887498949;
    float const rate = place - std::floor(place) < part ? visits / part : 0.0f;
    float const by_chance = rate - std::floor(rate);
    float const of_visits = w.workload.visit * w.workload.visit * by_chance * (1.0f - by_chance);
    f.dose = mean_dose(session * attended + w.workload.visit * rate,
                       noise_kept * (of_sessions + of_visits), w.contact);
    f.good = f.dose * f.quality;
  }
  return families;
}

/// The mean gain at which rises and falls of families cancel, see `upkeep_in`.
/// @param gain_of     of a family, share of what it misses, per month
/// @param missing_of  a family, on the first day
/// @param returns     share of the way home, per month
float upkeep_of(TypicalFamilies const& families, auto gain_of, auto missing_of, float returns) {
  double gained = 0, weights = 0;
  for (auto const& f : families) {
    float const gain = gain_of(f);
    double const weight = missing_of(f) / math::max(returns + gain, 1e-9f);
    gained += weight * gain;
    weights += weight;
  }
  return weights > 0 ? static_cast<float>(gained / weights) : 0.0f;
}

float mean_of(TypicalFamilies const& families, auto value_of) {
  double sum = 0;
  for (auto const& f : families) sum += value_of(f);
  return static_cast<float>(sum / static_cast<double>(typical));
}

float skill_of(AreaPlan const& area, TraitSettings const& t) {
  return math::clip01(t.skill_mean + t.sd * t.economy_correlation * mean_base_score(area));
}

/// How families stand on the first day in the mean of a district, and what strikes them.
struct Standing {
  float skill, confidence, access, digital;
  float losses;  ///< of savings and assets to setbacks and disasters, share per month
  float hits;    ///< setbacks and disasters, per month
};

Standing standing_in(AreaPlan const& area, World const& w, TraitSettings const& t) {
  float const score = t.sd * t.economy_correlation * mean_base_score(area);
  float const disaster = w.disasters.rate * (1.0f / 12.0f) * w.disasters.reach;
  return {
      .skill = skill_of(area, t),
      .confidence = math::clip01(t.confidence_mean + 0.7f * score),
      .access = math::clip01(t.access_mean + score +
                             t.access_per_school_year * static_cast<float>(area.more_schooling)),
      .digital = math::clip01(t.digital_mean + 0.85f * score),
      .losses = monthly_losses(w),
      .hits = w.shocks.setback_rate + disaster};
}

/// The world as families meet it whom the baseline's modules teach, in means.
/// @param good  dose times quality of a family's contact, mean
World taught(World w, MentoringLevers const& modules, float good) {
  w.money.buffer_target += modules.finance_share * w.money.finance_effect * good;
  w.enterprise.failing *= 1.0f - modules.enterprise_share * w.enterprise.taught_effect * good;
  w.shocks.setback_rate *= 1.0f - modules.health_share * w.shocks.health_effect * good;
  return w;
}

/// Referrals that families take up.
struct Flow {
  float ration;  ///< part of those wanted that partners have places for
  float mean;    ///< per family and month
  ReferralMix mix;
};

/// Wanted by a family, per month.
float wanted_by(TypicalFamily const& f, Standing const& s, TraitSettings const& t, World const& w,
                Levers const& baseline) {
  float const confidence = s.confidence + shared_spread(0.7f * t.economy_correlation, t) * f.common;
  float const rate =
      w.partners.referral_rate * (1.0f + baseline.partners.joint_plans * w.partners.plan_take_up);
  float const received = f.dose * std::sqrt(f.quality);
  return math::clip01(rate * received * (0.5f + math::clip01(confidence)));
}

}  // namespace

Upkeep upkeep_in(District const& district, AreaPlan const& area, World const& world,
                 PopulationSettings const& settings, Levers const& baseline) {
  World const on = switched_on(world);
  auto const& t = settings.traits;
  auto const& levers = baseline.partners;
  Upkeep upkeep;
  float const held = steady_sessions(district, on, baseline);
  float const visits = steady_visit_rate(district, on, baseline);
  upkeep.sessions = on.contact.session_weight * baseline.sessions.hours * held;
  upkeep.visits = on.workload.visit * visits;
  float const fatigue = steady_fatigue(0, district, on, baseline);
  auto const families = typical_families(upkeep, held, visits, fatigue, on, t, baseline);
  float const mean_good = mean_of(families, [](TypicalFamily const& f) { return f.good; });
  World const w = taught(on, baseline.mentoring, mean_good);
  Standing const s = standing_in(area, w, t);
  auto const missing = [&](float level, float economy) {
    return [level, spread = shared_spread(economy, t)](TypicalFamily const& f) {
      return 1.0f - math::clip01(level + spread * f.common);
    };
  };

  auto const wanted = [&](TypicalFamily const& f) { return wanted_by(f, s, t, w, baseline); };
  float const wants = mean_of(families, wanted);
  float const ration = ration_of(wants, 1, district.partner_factor, levers);
  ReferralMix const mix = referral_mix(levers, labour_demand(district.usual_demand, 0, w.access));
  float const courses = ration * (1.0f - mix.job - mix.capital) * w.partners.course_gain;
  float const jobs = ration * mix.job * w.partners.job_gain;
  float const granted = ration * mix.capital * wants;

  upkeep.skills = upkeep_of(
      families,
      [&](TypicalFamily const& f) { return w.skills.learning_rate * f.good + courses * wanted(f); },
      missing(s.skill, t.economy_correlation), w.skills.fading_rate);
  float const share = w.contact.has_effect ? baseline.mentoring.digital_share : 0.0f;
  float const by_session = w.digital_literacy.session_rate * share;
  upkeep.digital = upkeep_of(
      families,
      [&](TypicalFamily const& f) {
        return w.digital_literacy.learning_rate * f.good + by_session * f.quality * held * f.comes;
      },
      missing(s.digital, 0.85f * t.economy_correlation), w.digital_literacy.fading_rate);
  upkeep.access = upkeep_of(
      families, [&](TypicalFamily const& f) { return jobs * wanted(f); },
      missing(s.access, t.economy_correlation), w.access.fading_rate);

  auto const& e = w.enterprise;
  float const business = math::min(t.enterprise_share, 0.999f);
  float const fails = e.failing *
                      (1.0f - math::min(levers.supervision, 1.0f) * e.saved_by_supervision) *
                      (1.0f - e.saved_by_skill * s.skill) * (1.0f - e.saved_by_contact * mean_good);
  SettledSavings const savings = savings_in(district, area, w);
  float const eaten = w.partners.grant_eaten * (1.0f - e.excess_invested);
  // What families without a business have decides who begins one, and the other way round.
  for (int round = 0; round < 3; ++round) {
    SettledBusinesses const settled = settle_businesses(
        savings, t.assets_mean, upkeep.without_business, fails, granted, business);
    AssetBalance const assets = balance_assets({.start = t.assets_mean,
                                                .losses = s.losses,
                                                .fails = fails,
                                                .starts = settled.starters,
                                                .granted = granted,
                                                .grant = levers.grant * (1.0f - eaten),
                                                .business = business,
                                                .who = settled},
                                               s.skill, e);
    upkeep.begins = settled.begins;
    upkeep.assets = assets.lost;
    upkeep.with_business = assets.with_business / settled.richer;
    upkeep.without_business =
        (1.0f - business * assets.with_business) / (1.0f - business * settled.richer);
  }
  upkeep.by_grants = granted;
  upkeep.fails = fails;
  upkeep.usual_assets = t.assets_mean;
  float const usual = e.starting * (0.5f + s.confidence);
  upkeep.starting = usual > 0.0f ? upkeep.begins / usual : 1.0f;

  auto const& c = w.self_confidence;
  auto const& cards = w.card_custody;
  float const back = baseline.card_custody.own_card * cards.enforced_back +
                     baseline.card_custody.audits_per_year * (1.0f / 12.0f) * cards.audit_finds +
                     cards.taking_back * s.digital;
  float const gives =
      cards.handing_over * (1.0f - baseline.card_custody.own_card) * (1.0f - s.digital);
  float const away = gives / math::max(gives + back, 1e-9f);
  upkeep.confidence_lost = c.setback_drop * (s.hits + business * fails) +
                           cards.confidence_drop * away * (1.0f / 3.0f) +
                           w.labelling.shame * baseline.labelling.share;
  float const by_contact =
      c.contact_rate * (1.0f + baseline.mentoring.strengths_share * c.strengths_effect);
  upkeep.confidence_gained = upkeep_of(
      families, [&](TypicalFamily const& f) { return by_contact * f.good; },
      missing(s.confidence, 0.7f * t.economy_correlation), c.home + upkeep.confidence_lost);
  return upkeep;
}

void remember_past_contact(HouseholdsView slots, District const& district,
                           AttendanceParameters const& attendance, Levers const& baseline) {
  for (std::size_t i = 0; i < district.families; ++i) {
    auto const clash =
        share_step *
        static_cast<float>(static_cast<std::int32_t>(traits::clash.get(slots.traits[i])));
    float const comes =
        chance_to_come(slots.habit[i], clash, baseline.sessions.evening_share, attendance);
    slots.contact[i] = district.upkeep.sessions * comes + district.upkeep.visits;
  }
}

Credit credit_of_skills(Programme const& programme, SkillsParameters const& skills,
                        TraitSettings const& traits) {
  Credit sum;
  double families = 0;
  for (auto const& district : programme.districts) {
    double const level = skill_of(programme.areas[district.area], traits);
    auto const here = static_cast<double>(district.families);
    double const returns = skills.fading_rate;
    double const below = returns > 0 ? district.upkeep.skills / returns * (1 - level) : level;
    sum.level += here * level;
    sum.credited += here * below;
    families += here;
  }
  return families > 0 ? Credit{sum.level / families, sum.credited / families} : Credit{};
}

}  // namespace graduasi
