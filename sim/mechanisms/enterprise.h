// Small businesses and productive assets: how they start, fail and earn, under two rival structures
// of the returns to assets.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Productive assets, the business that they run, and what it earns: two rival structures.
struct EnterpriseParameters {
  bool on = true;
  AssetStructure structure = AssetStructure::concave;
  float concave_return = 0.035f;
  float concave_half = 3;
  float threshold_return = 0.012f;
  float threshold_assets = 1.3f;
  float work = 0.5f;
  float displaced = 0.95f;
  float failing = 0.018f;
  float saved_by_contact = 0.5f;
  float saved_by_skill = 0.5f;
  float saved_by_supervision = 0.3f;
  float kept = 0.4f;
  float starting = 0.01f;
  float wear = 0.008f;
  float reinvested = 0.35f;
  float excess_invested = 0.3f;
  float taught_effect = 0.1f;
};

template <>
struct Table<EnterpriseParameters> {
  static constexpr std::string_view group = "enterprise";
  static constexpr auto rows = std::to_array<Parameter<EnterpriseParameters>>({
      {"on",
       &EnterpriseParameters::on,
       "",
       {0, 1},
       "whether families have businesses",
       "choice of the user"},
      {"structure",
       &EnterpriseParameters::structure,
       "",
       {0, 1},
       "concave: each further asset earns less, savings are a buffer; threshold: hardly anything "
       "below a threshold, a poverty trap",
       "structural choice: E042 for a threshold; both meet the same public targets"},
      {"concave_return",
       &EnterpriseParameters::concave_return,
       "per month",
       {0, 0.5},
       "income from the first asset, of its value, at talent 1",
       "calibrated: full package +6 percent of spending after two years (E001); 0.015 to 0.08, as "
       "further capital brings 0.025 (E205) to 0.053 (E203) a month"},
      {"concave_half",
       &EnterpriseParameters::concave_half,
       "line-months",
       {0.1, 100},
       "assets at which the mean return has halved",
       "assumption, 1.5 to 8"},
      {"threshold_return",
       &EnterpriseParameters::threshold_return,
       "per month",
       {0, 0.5},
       "income from assets well above the threshold, of their value, at talent 0.625",
       "calibrated: full package +6 percent of spending after two years (E001); 0.004 to 0.05"},
      {"threshold_assets",
       &EnterpriseParameters::threshold_assets,
       "line-months",
       {0.1, 20},
       "assets at which half of the return is earned",
       "E043: 504 US dollars at purchasing power; 0.8 to 2.2"},
      {"work",
       &EnterpriseParameters::work,
       "line-months a month",
       {0, 2},
       "what the owner's own work brings in a business, at talent 1; surveys count it as income of "
       "the business",
       "assumption, 0.25 to 0.8: three quarters of profit are pay for work (E203, E204), and a "
       "business "
       "brings half of what its family lives on where these are richer than others (S200)"},
      {"displaced",
       &EnterpriseParameters::displaced,
       "share",
       {0, 1},
       "of what the owner's work brings, what the same hours would earn without a business; only "
       "the "
       "rest makes a family richer",
       "assumption, 0.8 to 1: all of it in South India (E210), less where hours are idle (E208)"},
      {"failing",
       &EnterpriseParameters::failing,
       "per month",
       {0, 1},
       "businesses that fail, without skill and contact",
       "assumption, 0.008 to 0.035: at mean skill 0.018 leaves 39 percent after five years, as in "
       "Vietnam "
       "(E201); 8.3 percent a year fail over 12 countries (E200)"},
      {"saved_by_contact",
       &EnterpriseParameters::saved_by_contact,
       "share",
       {0, 1},
       "of failures that contact of full dose and quality prevents",
       "assumption, 0 to 0.8"},
      {"saved_by_skill",
       &EnterpriseParameters::saved_by_skill,
       "share",
       {0, 1},
       "of failures that full skill prevents",
       "assumption, 0 to 0.8"},
      {"saved_by_supervision",
       &EnterpriseParameters::saved_by_supervision,
       "share",
       {0, 1},
       "of failures that a partner's monthly advice prevents",
       "assumption, 0 to 0.6"},
      {"kept",
       &EnterpriseParameters::kept,
       "share",
       {0, 1},
       "of assets that outlive the business",
       "assumption, 0.1 to 0.7"},
      {"starting",
       &EnterpriseParameters::starting,
       "per month",
       {0, 1},
       "families without a business that start one, with half a line-month at hand; above 0 it "
       "moves nothing, since starts are scaled to balance failures under the baseline",
       "assumption, 0 to 0.03"},
      {"wear",
       &EnterpriseParameters::wear,
       "per month",
       {0, 1},
       "of the distance to the home of assets, either way: things wear out, livestock breeds",
       "assumption, 0.004 to 0.02"},
      {"reinvested",
       &EnterpriseParameters::reinvested,
       "share",
       {0, 1},
       "of what the assets of a business yield",
       "assumption, 0 to 0.5"},
      {"excess_invested",
       &EnterpriseParameters::excess_invested,
       "share",
       {0, 1},
       "of savings beyond the buffer that go into a business as they run down",
       "assumption, 0 to 0.7"},
      {"taught_effect",
       &EnterpriseParameters::taught_effect,
       "share",
       {0, 1},
       "of failures prevented where all contact is about running a business "
       "(policy.mentoring.enterprise_share), at full dose and quality",
       "assumption: no controlled study of the content of P2K2 was found; exactly 0 in four draws "
       "of "
       "ten, else 0 to 0.6"},
  });
  static_assert(describes(rows));
};

/// What decides over the life of a business.
struct TradeInputs {
  std::span<float const> draw;        ///< uniform in [0, 1)
  std::span<float const> good;        ///< dose times quality of contact, [0, 1)
  std::span<float const> skills;      ///< share in [0, 1]
  std::span<float const> savings;     ///< line-months
  std::span<float const> confidence;  ///< share in [0, 1]
  std::span<float const> supervised;  ///< chance that an event has the business advised, >= 0
  float supervision;                  ///< share of businesses that partners advise, [0, 1]
  float prevented = 0;  ///< share of failures, by contact of full dose and quality about business
  float months = 1;     ///< that are decided at once
  float starting = 1;   ///< times the usual chance that a business starts
};

/// Businesses fail, less so with skill, contact, advice and what is taught about business; who has
/// none may start one, with money and confidence. One draw serves both: a family has a business or
/// has none.
/// @param enterprise  1 while a business runs, else 0; changed in place
/// @param assets      line-months, changed in place
/// @param fails       out: 1 in the month in which it fails, else 0
inline void trade(std::span<float> enterprise, std::span<float> assets, std::span<float> fails,
                  TradeInputs const& in, EnterpriseParameters const& p) {
  float const rate = in.months * p.failing;
  float const start_rate = in.months * in.starting * p.starting;
  auto const slots = enterprise.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const advised = math::min(in.supervision + in.supervised[i], 1.0f);
    float const failing = rate * (1.0f - advised * p.saved_by_supervision) *
                          (1.0f - p.saved_by_contact * in.good[i]) *
                          (1.0f - p.saved_by_skill * in.skills[i]) *
                          (1.0f - in.prevented * in.good[i]);
    float const at_hand = math::min(2.0f * (in.savings[i] + assets[i]), 1.0f);
    float const starting = start_rate * at_hand * (0.5f + in.confidence[i]);
    float const runs = enterprise[i];
    float const chance = starting + runs * (failing - starting);
    float const changes = in.draw[i] < chance ? 1.0f : 0.0f;
    float const failed = changes * runs;
    fails[i] = failed;
    enterprise[i] = runs + changes * (1.0f - 2.0f * runs);
    assets[i] *= 1.0f - failed * (1.0f - p.kept);
  }
}

/// What somebody makes of a business.
inline float talent_of(float skill) { return 0.4f + 0.9f * skill; }

/// Of the owner's work in a business, what other work would not have earned; line-months at
/// talent 1.
inline float new_work(EnterpriseParameters const& p) { return (1.0f - p.displaced) * p.work; }

/// What a business adds to what a family earns: what its assets yield, and of the owner's work what
/// other work would not have earned.
/// @param income      out: line-months this month
/// @param assets      line-months
/// @param skills      share in [0, 1]
/// @param enterprise  1 or 0
inline void enterprise_income(std::span<float> income, std::span<float const> assets,
                              std::span<float const> skills, std::span<float const> enterprise,
                              EnterpriseParameters const& p) {
  float const by_work = new_work(p);
  auto const slots = income.size();
  if (p.structure == AssetStructure::concave) {
    float const per_half = 1.0f / p.concave_half;
#pragma omp simd
    for (std::size_t i = 0; i < slots; ++i) {
      float const talent = enterprise[i] * talent_of(skills[i]);
      income[i] =
          talent * by_work + talent * p.concave_return * assets[i] / (1.0f + per_half * assets[i]);
    }
    return;
  }
  float const per_threshold = 1.0f / p.threshold_assets;
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const talent = enterprise[i] * talent_of(skills[i]);
    float const over = per_threshold * assets[i];
    float const steep = over * over * over * over;
    income[i] =
        talent * by_work + talent * 1.6f * p.threshold_return * assets[i] * steep / (1.0f + steep);
  }
}

/// The same as a survey counts it: with all that the owner's work brings.
/// @param income  of one family, as `enterprise_income` leaves it
inline float counted_income(float income, float skill, float enterprise,
                            EnterpriseParameters const& p) {
  return income + (p.on ? enterprise * talent_of(skill) * p.displaced * p.work : 0.0f);
}

/// What flows into a business, and what wears out.
struct InvestInputs {
  std::span<float const> enterprise;    ///< 1 or 0
  std::span<float const> income;        ///< of it, line-months
  std::span<float const> skills;        ///< share in [0, 1]
  std::span<float const> put_aside;     ///< into savings this month, line-months; negative: drawn
  std::span<float const> assets_start;  ///< at month 0, line-months
  float upkeep = 0;  ///< share of them that is lost in a month beyond what is reinvested, and that
                     ///< work on them makes up for
};

/// Part of what assets yield goes back into the business, and part of what the buffer has too much.
/// @param assets    line-months, in [0, 20], changed in place
/// @param spending  line-months, at least a tenth, changed in place
inline void invest(std::span<float> assets, std::span<float> spending, InvestInputs const& in,
                   EnterpriseParameters const& p) {
  float const by_work = new_work(p);
  auto const slots = assets.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const excess = math::max(-in.put_aside[i], 0.0f);
    float const yielded = in.income[i] - talent_of(in.skills[i]) * by_work;
    float const wished = in.enterprise[i] * (p.reinvested * yielded + p.excess_invested * excess);
    float const invested = math::min(wished, math::max(spending[i] - 0.1f, 0.0f));
    float const worn = p.wear * (assets[i] - in.assets_start[i]) - in.upkeep * in.assets_start[i];
    assets[i] = math::clip(assets[i] + invested - worn, 0.0f, 20.0f);
    spending[i] = math::max(spending[i] - invested, 0.1f);
  }
}

}  // namespace graduasi
