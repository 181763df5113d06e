// Ageing of eligible members: children are born and grow through school, adults grow old, and the
// entitlement follows.
#pragma once

#include "base/math.h"
#include "base/member_fates.h"
#include "base/member_track.h"
#include "parameters/parameter.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

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
       "assumption, 1.3 to 2.2: six years of payment halve the share of children under 15 who are "
       "out "
       "of school (E165), and older ones are taken to be like them"},
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
  std::int32_t rise[stages];  ///< what is added to the risk from a stage on
  float unpaid_times;         ///< times the risk of children at school whose family is not paid
  bool ends_school_year;      ///< in July, when children change school level or leave school
  std::int32_t birth[4];      ///< chance of a pregnancy: secondary, primary, early, pregnant
  std::uint32_t newborn;      ///< byte of a child born this quarter
};

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
  QuarterRisks risks{};
  std::int32_t before = 0;
  for (int k = 0; k < QuarterRisks::stages; ++k) {
    std::int32_t const here = math::in_65536ths(level[k]);
    risks.rise[k] = here - before;
    before = here;
  }
  risks.ends_school_year = july;
  risks.unpaid_times = july ? p.unpaid_dropout : 1.0f;
  float const births = p.births ? 0.25f : 0.0f;
  std::int32_t const secondary = math::in_65536ths(births * p.birth_youngest_secondary);
  std::int32_t const primary = math::in_65536ths(births * p.birth_youngest_primary);
  std::int32_t const early = math::in_65536ths(births * p.birth_youngest_early);
  risks.birth[0] = secondary;
  risks.birth[1] = primary - secondary;
  risks.birth[2] = early - primary;
  risks.birth[3] = -early;
  risks.newborn = track::newborn(school_quarter);
  return risks;
}

/// What decides over a family's children at school in July, beside the usual chances.
struct Schooling {
  std::uint32_t unpaid = 0;     ///< 1 while the family is not paid, else 0
  std::uint32_t prevented = 0;  ///< share of school leaving, in 32,768ths
};

/// One member a quarter later.
struct LaterMember {
  std::uint32_t member;
  std::uint32_t lost;  ///< 1 if it leaves school and would have stayed had its family been paid
};

/// One member a quarter later: a step on the track, then born, gone or as before. One draw decides,
/// whatever the chance.
[[gnu::always_inline]] inline LaterMember member_through_quarter(std::uint32_t member,
                                                                 std::int32_t draw,
                                                                 QuarterRisks const& risks,
                                                                 Schooling school) {
  std::uint32_t v = member;
  v += static_cast<std::uint32_t>(v >= 1) - static_cast<std::uint32_t>(v >= 80) +
       static_cast<std::uint32_t>(v >= 128) - static_cast<std::uint32_t>(v >= 255);
  std::int32_t risk = 0;
#pragma GCC unroll 13
  for (int k = 0; k < QuarterRisks::stages; ++k) {
    risk += static_cast<std::int32_t>(v >= track::risk_from[k]) * risks.rise[k];
  }
  auto const at_school = static_cast<std::uint32_t>(v >= track::primary + 1) -
                         static_cast<std::uint32_t>(v >= track::school_over);
  std::uint32_t const prevented = at_school * school.prevented;
  auto const left_of = [prevented](std::int32_t chance) {
    auto const whole = static_cast<std::uint32_t>(chance);
    return static_cast<std::int32_t>(whole - (whole * prevented >> 15));
  };
  std::int32_t const paid = left_of(risk);
  auto const times =
      static_cast<std::int32_t>(static_cast<float>(risk) * risks.unpaid_times + 0.5f);
  std::int32_t const more = (times < 65536 ? times : 65536) - risk;
  std::int32_t const here =
      left_of(risk + static_cast<std::int32_t>(at_school * school.unpaid) * more);
  v += static_cast<std::uint32_t>(v == track::early_childhood) *
       (risks.newborn - track::early_childhood);
  return {v * static_cast<std::uint32_t>(draw >= here),
          static_cast<std::uint32_t>(draw >= paid) * static_cast<std::uint32_t>(draw < here)};
}

/// The same at the usual chances.
[[gnu::always_inline]] inline std::uint32_t member_after_quarter(std::uint32_t member,
                                                                 std::int32_t draw,
                                                                 QuarterRisks const& risks) {
  return member_through_quarter(member, draw, risks, {}).member;
}

/// Four members, and what happened to them.
struct Members {
  std::uint32_t members;
  std::uint32_t happened;  ///< see `fates`
};

/// A family's four members a quarter later, and perhaps a pregnancy in the first empty place.
/// @param risk_words  two random words: four draws of 16 bits
/// @param birth_word  one random word
/// @param school      counts in July only
[[gnu::always_inline]] inline Members members_through_quarter(
    std::uint32_t members, std::uint32_t risk_word_a, std::uint32_t risk_word_b,
    std::uint32_t birth_word, QuarterRisks const& risks, Schooling school = {}) {
  auto const low = [](std::uint32_t word) { return static_cast<std::int32_t>(word & 0xffffu); };
  auto const high = [](std::uint32_t word) { return static_cast<std::int32_t>(word >> 16); };
  auto const [a, lost_a] = member_through_quarter(members & 0xffu, low(risk_word_a), risks, school);
  auto const [b, lost_b] =
      member_through_quarter(members >> 8 & 0xffu, high(risk_word_a), risks, school);
  auto const [c, lost_c] =
      member_through_quarter(members >> 16 & 0xffu, low(risk_word_b), risks, school);
  auto const [d, lost_d] = member_through_quarter(members >> 24, high(risk_word_b), risks, school);
  // An empty place wraps round to the largest number, so the youngest is the least.
  auto const younger = [](std::uint32_t x, std::uint32_t y) { return x < y ? x : y; };
  std::uint32_t const youngest = younger(younger(a - 1, b - 1), younger(c - 1, d - 1));
  std::int32_t const chance = static_cast<std::int32_t>(youngest < 79) * risks.birth[0] +
                              static_cast<std::int32_t>(youngest < 55) * risks.birth[1] +
                              static_cast<std::int32_t>(youngest < 31) * risks.birth[2] +
                              static_cast<std::int32_t>(youngest < 3) * risks.birth[3];
  std::uint32_t const later = a | b << 8 | c << 16 | d << 24;
  auto const conceives = static_cast<std::uint32_t>(high(birth_word) < chance);
  std::uint32_t const happened = fate_of(members & 0xffu, a) + fate_of(members >> 8 & 0xffu, b) +
                                 fate_of(members >> 16 & 0xffu, c) + fate_of(members >> 24, d) +
                                 ((lost_a + lost_b + lost_c + lost_d) << fates::lost_to_school);
  return {later + conceives * lowest_byte(empty_bytes(later)) * track::pregnancy, happened};
}

/// The members alone.
inline std::uint32_t members_after_quarter(std::uint32_t members, std::uint32_t risk_word_a,
                                           std::uint32_t risk_word_b, std::uint32_t birth_word,
                                           QuarterRisks const& risks) {
  return members_through_quarter(members, risk_word_a, risk_word_b, birth_word, risks).members;
}

/// Who of a family the clocks follow: four members, and the oldest adult while he has no place
/// among them, since he is below 50 or all four are taken.
struct Followed {
  std::uint32_t members;
  std::uint32_t adult;         ///< quarters of life; 0: nobody
  std::uint32_t happened = 0;  ///< to all of them in the quarter, see `fates`
};

/// A family a quarter later. From 50 on the adult is subject to the risks of the track and takes
/// the first place that is empty, after a pregnancy.
/// @param birth_word  its upper half decides on a pregnancy, its lower half on the adult's risk
[[gnu::always_inline]] inline Followed followed_after_quarter(
    Followed before, std::uint32_t risk_word_a, std::uint32_t risk_word_b, std::uint32_t birth_word,
    QuarterRisks const& risks, Schooling school = {}) {
  constexpr auto from = static_cast<std::uint32_t>(track::adult_from);
  auto const [members, happened] =
      members_through_quarter(before.members, risk_word_a, risk_word_b, birth_word, risks, school);
  std::uint32_t const older = before.adult + static_cast<std::uint32_t>(before.adult > 0);
  auto const on_track = static_cast<std::uint32_t>(before.adult >= from);
  std::uint32_t const since = on_track * (before.adult - from);
  std::uint32_t const byte = on_track * (track::adult + (since < 127u ? since : 127u));
  std::uint32_t const lives =
      member_after_quarter(byte, static_cast<std::int32_t>(birth_word & 0xffffu), risks);
  // On the 50th birthday he is at the beginning of the track, as yet without risk.
  std::uint32_t const here = lives + static_cast<std::uint32_t>(older == from) * track::adult;
  std::uint32_t const free_byte = lowest_byte(empty_bytes(members));
  auto const stays_without =
      static_cast<std::uint32_t>(older < from) |
      (static_cast<std::uint32_t>(here > 0) & static_cast<std::uint32_t>(free_byte == 0));
  std::uint32_t const fate = fate_of(byte, on_track * lives);
  return {members + here * free_byte, stays_without * older, happened + fate};
}

/// Yearly entitlement of four members, 100,000 rupiah, by the schedule, as much as a record keeps
/// at most. 0: no component.
inline std::uint32_t entitlement_of(std::uint32_t members, BenefitLevers const& pays) {
  constexpr std::int32_t one = 1024, most = 127;  // an eligible member counts one beside his pay
  auto const of = [&](std::uint32_t v) {
    auto const from = [&](std::uint32_t stage) { return static_cast<std::int32_t>(v >= stage); };
    std::uint32_t const elderly = track::elderly_from(pays.elderly_from);
    return from(track::pregnancy) * (one + pays.early_childhood) +
           from(track::primary) * (pays.primary - pays.early_childhood) +
           from(track::junior_secondary) * (pays.junior_secondary - pays.primary) +
           from(track::senior_secondary) * (pays.senior_secondary - pays.junior_secondary) -
           from(track::school_over) * (one + pays.senior_secondary) +
           (static_cast<std::int32_t>(v == track::disabled) + from(elderly)) *
               (one + pays.disabled_or_elderly);
  };
  std::int32_t const all = of(members & 0xffu) + of(members >> 8 & 0xffu) +
                           of(members >> 16 & 0xffu) + of(members >> 24);
  std::int32_t const due =
      (all & (one - 1)) + static_cast<std::int32_t>(all >= one) * pays.per_family;
  return static_cast<std::uint32_t>(due < most ? due : most);
}

/// What a caseload's quarter depends on.
struct QuarterInputs {
  std::span<std::uint32_t const> risk_a, risk_b, birth;  ///< random words
  std::span<float const> unpaid;                         ///< 1 while the family is not paid, else 0
  std::span<float const> good;  ///< dose times quality of the contact remembered, [0, 1)
  float prevented =
      0;  ///< share of school leaving, by contact of full dose and quality on children
};

/// All families of a caseload a quarter later.
/// @param members      packed words, changed in place
/// @param adult        quarters of life of who has no place among them, changed in place
/// @param entitlement  out: 100,000 rupiah a year
/// @param happened     out: to those whom the clocks follow, see `fates`
inline void pass_quarter(std::span<std::uint32_t> members, std::span<std::uint32_t> adult,
                         std::span<float> entitlement, std::span<std::uint32_t> happened,
                         QuarterInputs const& in, QuarterRisks const& risks,
                         BenefitLevers const& pays) {
  auto const slots = members.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const unpaid = static_cast<std::uint32_t>(static_cast<std::int32_t>(in.unpaid[i]));
    auto const prevented = static_cast<std::uint32_t>(
        static_cast<std::int32_t>(in.prevented * in.good[i] * 32768.0f + 0.5f));
    Followed const now =
        followed_after_quarter({members[i], adult[i]}, in.risk_a[i], in.risk_b[i], in.birth[i],
                               risks, {.unpaid = unpaid, .prevented = prevented});
    members[i] = now.members;
    adult[i] = now.adult;
    happened[i] = now.happened;
  }
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    entitlement[i] =
        static_cast<float>(static_cast<std::int32_t>(entitlement_of(members[i], pays)));
  }
}

}  // namespace graduasi
