// How likely it is, quarter by quarter, that an eligible member comes, leaves school, moves out or
// dies.
#pragma once

#include "base/math.h"
#include "base/member_track.h"
#include "parameters/parameter.h"

#include <cstdint>

namespace graduasi {

/// How the eligible members of a family grow up, are born and leave.
struct MemberClocksParameters {
  bool on = true;
  bool births = true;
  float birth_youngest_early = 0.050f;
  float birth_youngest_primary = 0.033f;
  float birth_youngest_secondary = 0.007f;
  float pregnancy_loss = 0.03f;
  float to_junior_secondary = 0.97f;
  float to_senior_secondary = 0.78f;
  float dropout_primary = 0.004f;
  float dropout_junior_secondary = 0.02f;
  float dropout_senior_secondary = 0.04f;
  float unpaid_dropout = 2;
  float parenting_effect = 0.1f;
  float child_leaves = 0.02f;
  float death_50 = 0.008f;
  float death_60 = 0.022f;
  float death_70 = 0.055f;
  float death_disabled = 0.03f;
};

template <>
struct Table<MemberClocksParameters> {
  static constexpr std::string_view group = "member_clocks";
  static constexpr auto rows = std::to_array<Parameter<MemberClocksParameters>>({
      {"on",
       &MemberClocksParameters::on,
       "",
       {0, 1},
       "whether members age at all",
       "choice of the user"},
      {"births",
       &MemberClocksParameters::births,
       "",
       {0, 1},
       "whether families have further children",
       "choice of the user"},
      {"birth_youngest_early",
       &MemberClocksParameters::birth_youngest_early,
       "per year",
       {0, 0.5},
       "births while the youngest child is under six",
       "assumption (recorded births), x 0.5 to 1.5"},
      {"birth_youngest_primary",
       &MemberClocksParameters::birth_youngest_primary,
       "per year",
       {0, 0.5},
       "births while the youngest child is in SD",
       "assumption (recorded births), x 0.5 to 1.5"},
      {"birth_youngest_secondary",
       &MemberClocksParameters::birth_youngest_secondary,
       "per year",
       {0, 0.5},
       "births while the youngest child is in SMP or SMA",
       "assumption (recorded births), x 0.5 to 1.5"},
      {"pregnancy_loss",
       &MemberClocksParameters::pregnancy_loss,
       "share",
       {0, 0.5},
       "pregnancies that do not end in a recorded birth",
       "assumption, 0.01 to 0.06"},
      {"to_junior_secondary",
       &MemberClocksParameters::to_junior_secondary,
       "share",
       {0, 1},
       "children who go on from SD to SMP",
       "assumption, 0.93 to 0.99"},
      {"to_senior_secondary",
       &MemberClocksParameters::to_senior_secondary,
       "share",
       {0, 1},
       "children who go on from SMP to SMA",
       "assumption, 0.65 to 0.90; national 0.902 in 2024/25 (BPS) bounds it"},
      {"dropout_primary",
       &MemberClocksParameters::dropout_primary,
       "per year",
       {0, 0.5},
       "children who leave SD before its end",
       "assumption, x 0.5 to 2"},
      {"dropout_junior_secondary",
       &MemberClocksParameters::dropout_junior_secondary,
       "per year",
       {0, 0.5},
       "children who leave SMP before its end",
       "assumption, x 0.5 to 2"},
      {"dropout_senior_secondary",
       &MemberClocksParameters::dropout_senior_secondary,
       "per year",
       {0, 0.5},
       "children who leave SMA before its end",
       "assumption, x 0.5 to 2"},
      {"unpaid_dropout",
       &MemberClocksParameters::unpaid_dropout,
       "ratio",
       {1, 10},
       "times the usual chance that a child leaves school in July, or does not go on, while its "
       "family is not paid: it has left, or waits",
       "E165: six years of payment halve the share of children under 15 who are out of school; 1.3 "
       "to 2.2"},
      {"parenting_effect",
       &MemberClocksParameters::parenting_effect,
       "share",
       {0, 1},
       "of school leaving prevented where all contact is about raising children and school "
       "(policy.mentoring.parenting_share), at full dose and quality",
       "assumption: no controlled study of the content of P2K2 was found; exactly 0 in four draws "
       "of "
       "ten, else 0 to 0.6"},
      {"child_leaves",
       &MemberClocksParameters::child_leaves,
       "per year",
       {0, 0.5},
       "children at school who move out of the family or die, in the three quarters that change no "
       "school",
       "assumption, 0 to 0.04"},
      {"death_50",
       &MemberClocksParameters::death_50,
       "per year",
       {0, 0.5},
       "adults of 50 to 59 who die or move out",
       "assumption, x 0.7 to 1.4"},
      {"death_60",
       &MemberClocksParameters::death_60,
       "per year",
       {0, 0.5},
       "adults of 60 to 69 who die or move out",
       "assumption, x 0.7 to 1.4"},
      {"death_70",
       &MemberClocksParameters::death_70,
       "per year",
       {0, 0.5},
       "adults of 70 and more who die or move out",
       "assumption, x 0.7 to 1.4"},
      {"death_disabled",
       &MemberClocksParameters::death_disabled,
       "per year",
       {0, 0.5},
       "severely disabled members who die or move out",
       "assumption, x 0.7 to 1.4"},
  });
  static_assert(describes(rows));
};

/// The risks of one calendar quarter as a staircase over the track, in 65,536ths.
struct QuarterRisks {
  static constexpr int stages = 13;
  /// Stages of school, and the one that ends it.
  static constexpr int first_of_school = 2, stages_of_school = 6;
  std::int32_t rise[stages];                   ///< what is added to the risk from a stage on
  std::int32_t rise_unpaid[stages_of_school];  ///< the same, of what unpaid families have more
  bool ends_school_year;  ///< in July, when children change school level or leave school
  std::int32_t birth[4];  ///< chance of a pregnancy: secondary, primary, early, pregnant
  std::uint32_t newborn;  ///< byte of a child born this quarter
};

/// First byte of each stage, after the quarter's step.
inline constexpr std::uint32_t risk_from[QuarterRisks::stages] = {track::early_childhood,
                                                                  track::early_childhood + 1,
                                                                  track::primary + 1,
                                                                  track::junior_secondary,
                                                                  track::junior_secondary + 1,
                                                                  track::senior_secondary,
                                                                  track::senior_secondary + 1,
                                                                  track::school_over,
                                                                  track::school_over + 1,
                                                                  track::disabled,
                                                                  track::adult,
                                                                  track::adult + 40,
                                                                  track::adult + 80};

/// Prepares a quarter. In July children change school level or drop out; in the three others those
/// at school may leave the family, so that the year has the whole risk.
/// @param school_quarter  0 = the quarter that opens in July
inline QuarterRisks quarter_risks(int school_quarter, MemberClocksParameters const& p) {
  bool const july = school_quarter == 0;
  float const leaves = p.child_leaves / 3;
  float const level[QuarterRisks::stages] = {p.pregnancy_loss,
                                             0,
                                             july ? p.dropout_primary : leaves,
                                             july ? 1 - p.to_junior_secondary : leaves,
                                             july ? p.dropout_junior_secondary : leaves,
                                             july ? 1 - p.to_senior_secondary : leaves,
                                             july ? p.dropout_senior_secondary : leaves,
                                             1,
                                             0,
                                             p.death_disabled / 4,
                                             p.death_50 / 4,
                                             p.death_60 / 4,
                                             p.death_70 / 4};
  auto const steps = [](float chance) {
    return static_cast<std::int32_t>(chance * 65536.0f + 0.5f);
  };
  QuarterRisks risks{};
  std::int32_t before = 0;
  for (int k = 0; k < QuarterRisks::stages; ++k) {
    std::int32_t const here = steps(level[k]);
    risks.rise[k] = here - before;
    before = here;
  }
  risks.ends_school_year = july;
  before = 0;
  for (int k = 0; k < QuarterRisks::stages_of_school; ++k) {
    float const usual = level[QuarterRisks::first_of_school + k];
    float const unpaid = july ? math::min(usual * p.unpaid_dropout, 1.0f) : usual;
    std::int32_t const more = steps(unpaid) - steps(usual);
    risks.rise_unpaid[k] = more - before;
    before = more;
  }
  float const births = p.births ? 0.25f : 0.0f;
  std::int32_t const secondary = steps(births * p.birth_youngest_secondary);
  std::int32_t const primary = steps(births * p.birth_youngest_primary);
  std::int32_t const early = steps(births * p.birth_youngest_early);
  risks.birth[0] = secondary;
  risks.birth[1] = primary - secondary;
  risks.birth[2] = early - primary;
  risks.birth[3] = -early;
  risks.newborn = track::newborn(school_quarter);
  return risks;
}

}  // namespace graduasi
