// Ageing of eligible members: children are born and grow through school, adults grow old, and the
// entitlement follows.
#pragma once

#include "base/member_track.h"
#include "mechanisms/member_risks.h"
#include "policy/levers.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

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
  std::int32_t risk = 0, more = 0;
#pragma GCC unroll 13
  for (int k = 0; k < QuarterRisks::stages; ++k) {
    risk += static_cast<std::int32_t>(v >= risk_from[k]) * risks.rise[k];
  }
#pragma GCC unroll 6
  for (int k = 0; k < QuarterRisks::stages_of_school; ++k) {
    more += static_cast<std::int32_t>(v >= risk_from[QuarterRisks::first_of_school + k]) *
            risks.rise_unpaid[k];
  }
  auto const at_school = static_cast<std::uint32_t>(v >= risk_from[QuarterRisks::first_of_school]) -
                         static_cast<std::uint32_t>(v >= track::school_over);
  std::uint32_t const prevented = at_school * school.prevented;
  auto const left_of = [prevented](std::int32_t chance) {
    auto const whole = static_cast<std::uint32_t>(chance);
    return static_cast<std::int32_t>(whole - (whole * prevented >> 15));
  };
  std::int32_t const paid = left_of(risk);
  std::int32_t const here = left_of(risk + static_cast<std::int32_t>(school.unpaid) * more);
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

/// What happened to the members of a family in a quarter: five counts of four bits each in a word.
namespace fates {
inline constexpr unsigned born = 0;
inline constexpr unsigned lost_to_school = 4;  ///< who left school because nothing was paid
inline constexpr unsigned out_of_school = 8;   ///< pupils from SMP on who are members no longer
inline constexpr unsigned pupils_gone = 16;    ///< the same, and pupils of SD
inline constexpr unsigned others_gone = 24;    ///< disabled members and adults past 50

constexpr std::int32_t count(std::uint32_t word, unsigned from) {
  return static_cast<std::int32_t>(word >> from & 0xfu);
}
}  // namespace fates

/// What happened to one member, given its place on the track before the quarter and after it.
[[gnu::always_inline]] inline std::uint32_t fate_of(std::uint32_t before, std::uint32_t after) {
  auto const gone = static_cast<std::uint32_t>(after == 0);
  auto const from_to = [before](std::uint32_t from, std::uint32_t to) {
    return static_cast<std::uint32_t>(before >= from) - static_cast<std::uint32_t>(before >= to);
  };
  return from_to(track::early_childhood - 1, track::early_childhood) * (1 - gone) << fates::born |
         from_to(track::junior_secondary, track::school_over) * gone << fates::out_of_school |
         from_to(track::primary, track::school_over) * gone << fates::pupils_gone |
         static_cast<std::uint32_t>(before >= track::disabled) * gone << fates::others_gone;
}

/// The high bit of every empty byte of a word.
inline std::uint32_t empty_bytes(std::uint32_t members) {
  return ~(((members & 0x7f7f7f7fu) + 0x7f7f7f7fu) | members) & 0x80808080u;
}

/// 1 in the lowest of the bytes marked by `empty_bytes`, 0 when there is none.
inline std::uint32_t lowest_byte(std::uint32_t empty) { return (empty & (~empty + 1)) >> 7; }

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

/// Yearly entitlement of four members, 100,000 rupiah, by the schedule. 0: no component.
inline std::uint32_t entitlement_of(std::uint32_t members, BenefitLevers const& pays) {
  auto const of = [&](std::uint32_t v) {
    auto const from = [&](std::uint32_t stage) { return static_cast<std::int32_t>(v >= stage); };
    std::uint32_t const elderly = track::elderly_from(pays.elderly_from);
    return from(track::pregnancy) * pays.early_childhood +
           from(track::primary) * (pays.primary - pays.early_childhood) +
           from(track::junior_secondary) * (pays.junior_secondary - pays.primary) +
           from(track::senior_secondary) * (pays.senior_secondary - pays.junior_secondary) -
           from(track::school_over) * pays.senior_secondary +
           (static_cast<std::int32_t>(v == track::disabled) + from(elderly)) *
               pays.disabled_or_elderly;
  };
  return static_cast<std::uint32_t>(of(members & 0xffu) + of(members >> 8 & 0xffu) +
                                    of(members >> 16 & 0xffu) + of(members >> 24));
}

/// What a caseload's quarter depends on.
struct QuarterInputs {
  std::span<std::uint32_t const> risk_a, risk_b, birth;  ///< random words
  std::span<float const> unpaid;                         ///< 1 while the family is not paid, else 0
  std::span<float const> prevented;  ///< share of its children's school leaving, [0, 1]
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
    auto const prevented =
        static_cast<std::uint32_t>(static_cast<std::int32_t>(in.prevented[i] * 32768.0f + 0.5f));
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
