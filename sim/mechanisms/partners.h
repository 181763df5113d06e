// Partners and institutional support outside the programme: jobs, capital and courses for the
// families that are referred.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"
#include "policy/livelihood_levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Partners outside the programme: jobs, capital and courses for families that are referred.
struct PartnersParameters {
  bool on = true;
  float referral_rate = 0.03f;
  float job_gain = 0.2f;
  float course_gain = 0.1f;
  float plan_take_up = 0.5f;
  float grant_eaten = 0.25f;
};

template <>
struct Table<PartnersParameters> {
  static constexpr std::string_view group = "partners";
  static constexpr auto rows = std::to_array<Parameter<PartnersParameters>>({
      {"on",
       &PartnersParameters::on,
       "",
       {0, 1},
       "whether families are referred to partners",
       "choice of the user"},
      {"referral_rate",
       &PartnersParameters::referral_rate,
       "per month at full dose",
       {0, 1},
       "referrals that a family takes up, where its confidence is one half",
       "assumption, 0 to 0.1; E092: dense visits move take-up"},
      {"job_gain",
       &PartnersParameters::job_gain,
       "share",
       {0, 1},
       "of missing access that a job link closes",
       "assumption, 0.05 to 0.4"},
      {"course_gain",
       &PartnersParameters::course_gain,
       "share",
       {0, 1},
       "of missing skill that a course closes",
       "assumption, 0.05 to 0.25"},
      {"plan_take_up",
       &PartnersParameters::plan_take_up,
       "ratio",
       {0, 3},
       "how much more is taken up when facilitator, family and partner plan together",
       "assumption, 0 to 1"},
      {"grant_eaten",
       &PartnersParameters::grant_eaten,
       "share",
       {0, 1},
       "of an asset grant that is sold or eaten at once, without good contact",
       "assumption, 0 to 0.6"},
  });
  static_assert(describes(rows));
};

/// What referrals depend on.
struct ReferralInputs {
  std::span<float const> active;      ///< 1 while in the programme, else 0
  std::span<float const> dose;        ///< of contact, share in [0, 1)
  float root_quality = 1;             ///< square root of its quality, share in [0, 1]
  std::span<float const> confidence;  ///< share in [0, 1]
  std::span<float const> draw;        ///< uniform in [0, 1)
  float ration;                       ///< part of what is wanted that partners have places for
  float job_share, capital_share;     ///< of referrals, add up to 1 at most; the rest are courses
  float joint_plans;                  ///< share of referrals planned together, [0, 1]
  float months = 1;                   ///< that are asked for at once
};

/// Parts of all referrals that jobs and capital take: jobs as far as the labour market asks for
/// them, the rest are courses.
struct ReferralMix {
  float job, capital;
};
inline ReferralMix referral_mix(PartnerLevers const& levers, float demand) {
  float const job = math::min(levers.job_share * demand, 1.0f);
  return {.job = job, .capital = math::min(levers.capital_share, 1.0f - job)};
}

/// A family takes up a referral by the contact it has, by how good that is, and by the confidence
/// to go there. One draw
/// decides whether and to what: jobs lie lowest, then capital, then courses.
/// @param wanted  out: expected referrals without rationing, in [0, 1]
/// @param linked, funded, taught  out: 1 if a job, capital or a course is found, else 0
inline void refer(std::span<float> wanted, std::span<float> linked, std::span<float> funded,
                  std::span<float> taught, ReferralInputs const& in, PartnersParameters const& p) {
  float const rate =
      in.months * p.referral_rate * (1.0f + in.joint_plans * p.plan_take_up) * in.root_quality;
  auto const slots = wanted.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const want = math::clip01(in.active[i] * rate * in.dose[i] * (0.5f + in.confidence[i]));
    float const served = want * in.ration;
    float const u = in.draw[i];
    float const job = u < served * in.job_share ? 1.0f : 0.0f;
    float const job_or_capital = u < served * (in.job_share + in.capital_share) ? 1.0f : 0.0f;
    float const any = u < served ? 1.0f : 0.0f;
    wanted[i] = want;
    linked[i] = job;
    funded[i] = job_or_capital - job;
    taught[i] = any - job_or_capital;
  }
}

/// A job link closes a share of the access that is missing.
inline void link(std::span<float> access, std::span<float const> linked,
                 PartnersParameters const& p) {
  auto const slots = access.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) access[i] += linked[i] * p.job_gain * (1.0f - access[i]);
}

/// A course closes a share of the skill that is missing.
inline void teach(std::span<float> skills, std::span<float const> taught,
                  PartnersParameters const& p) {
  auto const slots = skills.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    skills[i] += taught[i] * p.course_gain * (1.0f - skills[i]);
}

/// An asset grant starts or widens a business. Part of it is sold or eaten at once, less so under
/// good contact.
/// @param assets, savings  line-months, changed in place
/// @param enterprise       1 while a business runs, changed in place
/// @param begun            out: 1 if the grant starts a business, else 0
/// @param given            line-months, >= 0
/// @param good             dose times quality of contact, [0, 1)
inline void grant_assets(std::span<float> assets, std::span<float> savings,
                         std::span<float> enterprise, std::span<float> begun,
                         std::span<float const> given, std::span<float const> good,
                         PartnersParameters const& p) {
  auto const slots = assets.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const sold = given[i] * p.grant_eaten * (1.0f - good[i]);
    assets[i] += given[i] - sold;
    savings[i] += sold;
    float const begins = given[i] > 0.0f ? 1.0f - enterprise[i] : 0.0f;
    enterprise[i] += begins;
    begun[i] = begins;
  }
}

/// Who is paid: active families, and those that left self-reliantly with a grant not long ago.
/// @param paid_for    out: 1 or 0
/// @param since_exit  months, 1 in the first month outside
/// @param months      that the benefit continues
inline void continue_benefit(std::span<float> paid_for, std::span<float const> active,
                             std::span<float const> gone, std::span<float const> granted,
                             std::span<std::int32_t const> status,
                             std::span<std::int32_t const> since_exit, std::int32_t months,
                             std::int32_t last_of_them) {
  auto const slots = paid_for.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const self_reliant = status[i] <= last_of_them ? gone[i] * granted[i] : 0.0f;
    paid_for[i] = active[i] + (since_exit[i] <= months ? self_reliant : 0.0f);
  }
}

/// Places that partners have for each family that wants one.
/// @param wanted    families that wanted one last time, expected; 0 before the first
/// @param families  active in the district
/// @param factor    of the district against the nation
/// @param months    that are shared out at once
inline float ration_of(float wanted, float families, float factor, PartnerLevers const& levers,
                       float months = 1) {
  float const offers = levers.capacity * months * factor * families * (1.0f / 1000.0f);
  if (offers <= 0.0f) return 0.0f;
  return wanted > offers ? offers / wanted : 1.0f;
}

}  // namespace graduasi
