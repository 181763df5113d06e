// What the growing up of members means for a family: how many live at home, which grown children
// work, and what that does to the earnings that each person can live on.
#pragma once

#include "base/math.h"
#include "base/member_fates.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Persons come and go, and grown children earn.
struct LifeCycleParameters {
  bool on = true;
  float scale = 0.7f;
  float works = 0.48f;
  float contributes = 0.3f;
  float earners = 1.7f;
  float leaves = 0.025f;
  float wanes = 0.003f;
};

template <>
struct Table<LifeCycleParameters> {
  static constexpr std::string_view group = "life_cycle";
  static constexpr auto rows = std::to_array<Parameter<LifeCycleParameters>>({
      {"on",
       &LifeCycleParameters::on,
       "",
       {0, 1},
       "whether persons come and go, and earnings with them; needs members that age",
       "choice of the user"},
      {"scale",
       &LifeCycleParameters::scale,
       "log points per log point",
       {0, 1},
       "how far earnings for each person fall when a family grows, against what counting heads "
       "says: 1 as heads, 0 not at all",
       "assumption, 0.4 to 1: between needs (E221: 0.6) and spending per head (E220: 1.0 to 1.1)"},
      {"works",
       &LifeCycleParameters::works,
       "share",
       {0, 1},
       "of children who left school from SMP on and live at home, those who work",
       "S220, S221: derived for those of 15 to 19 years and used from SMP on, 0.35 to 0.65"},
      {"contributes",
       &LifeCycleParameters::contributes,
       "share of an earner's pay",
       {0, 2},
       "what a grown child who works brings into the family",
       "assumption, 0.15 to 0.6; wages of the young (S222) and what they hand over bound it"},
      {"earners",
       &LifeCycleParameters::earners,
       "persons",
       {1, 4},
       "earners of a family beside its grown children",
       "S223, S224: derived, 1.4 to 2.2"},
      {"leaves",
       &LifeCycleParameters::leaves,
       "per quarter",
       {0, 0.06},
       "grown children at home who move out, at most one a family",
       "assumption, 0.015 to 0.05; marriages alone (S225) give 0.015 to 0.029"},
      {"wanes",
       &LifeCycleParameters::wanes,
       "log points per quarter",
       {0, 0.05},
       "earnings lost for each adult over 50 who has a place among the members",
       "assumption, 0 to 0.006: nothing to a tenth in four years"},
  });
  static_assert(describes(rows));
};

/// The life cycle of one calendar quarter; chances in 65,536ths.
struct LifeQuarter {
  std::int32_t school_ends;  ///< 1 in the quarter that opens in July, else 0
  std::int32_t stays, works, leaves;
  float scale, worker, wanes;  ///< log points: per log of persons, per worker, per adult over 50
};

/// @param school_quarter  0 = the quarter that opens in July
/// @param stays           children who live on at home when they leave school, share
inline LifeQuarter life_quarter(int school_quarter, float stays, LifeCycleParameters const& p) {
  return {.school_ends = school_quarter == 0 ? 1 : 0,
          .stays = math::in_65536ths(stays),
          .works = math::in_65536ths(stays * p.works),
          .leaves = math::in_65536ths(p.leaves),
          .scale = p.scale,
          .worker = math::log(1.0f + p.contributes / p.earners),
          .wanes = p.wanes};
}

/// Persons of a family, its grown children at home, and those of them who work.
struct AtHome {
  std::int32_t persons, grown, working;
};

inline constexpr std::int32_t most_persons = 16, most_grown = 15;

/// Random words of a quarter for one family.
struct LifeWords {
  std::uint32_t leavers_a, leavers_b;  ///< four draws of 16 bits, one for each child out of school
  std::uint32_t moves;  ///< upper half: whether a grown child moves out; lower: which
};

/// Who lives at home a quarter later. Of those who leave school some stay, and some of these work;
/// whoever moves out or dies is one person less, as long as another remains.
/// @param happened  to members in this quarter, see `fates`
[[gnu::always_inline]] inline AtHome at_home_after_quarter(AtHome before, std::uint32_t happened,
                                                           LifeWords words, LifeQuarter const& q) {
  auto const low = [](std::uint32_t word) { return static_cast<std::int32_t>(word & 0xffffu); };
  auto const high = [](std::uint32_t word) { return static_cast<std::int32_t>(word >> 16); };
  auto const yes = [](bool is) { return static_cast<std::int32_t>(is); };
  std::int32_t const leavers = q.school_ends * fates::count(happened, fates::out_of_school);
  std::int32_t const gone = fates::count(happened, fates::others_gone) +
                            (1 - q.school_ends) * fates::count(happened, fates::pupils_gone);
  std::int32_t const first = low(words.leavers_a), second = high(words.leavers_a);
  std::int32_t const third = low(words.leavers_b), fourth = high(words.leavers_b);
  std::int32_t const stay =
      yes(leavers > 0) * yes(first < q.stays) + yes(leavers > 1) * yes(second < q.stays) +
      yes(leavers > 2) * yes(third < q.stays) + yes(leavers > 3) * yes(fourth < q.stays);
  std::int32_t const begin =
      yes(leavers > 0) * yes(first < q.works) + yes(leavers > 1) * yes(second < q.works) +
      yes(leavers > 2) * yes(third < q.works) + yes(leavers > 3) * yes(fourth < q.works);
  std::int32_t const moves =
      yes(before.persons > 1) * yes(high(words.moves) < before.grown * q.leaves);
  std::int32_t const worked = moves * yes(low(words.moves) * before.grown < before.working * 65536);
  auto const clip = [](std::int32_t x, std::int32_t lower, std::int32_t upper) {
    std::int32_t const above = x < lower ? lower : x;
    return above < upper ? above : upper;
  };
  std::int32_t const persons =
      before.persons + fates::count(happened, fates::born) - gone - (leavers - stay) - moves;
  std::int32_t const grown = clip(before.grown + stay - moves, 0, most_grown);
  return {.persons = clip(persons, 1, most_persons),
          .grown = grown,
          .working = clip(before.working + begin - worked, 0, grown)};
}

/// What the quarter does to the earnings that each person can live on, log points. Nothing where
/// nothing has happened and nobody over 50 has a place.
/// @param members  after the quarter
[[gnu::always_inline]] inline float change_of_earnings(AtHome before, AtHome now,
                                                       std::uint32_t members,
                                                       LifeQuarter const& q) {
  auto const log_of = [](std::int32_t persons) { return math::log(static_cast<float>(persons)); };
  std::uint32_t const adults = members >> 7 & 0x01010101u;
  auto const over_50 = static_cast<std::int32_t>((adults * 0x01010101u) >> 24);
  return q.scale * (log_of(before.persons) - log_of(now.persons)) +
         q.worker * static_cast<float>(now.working - before.working) -
         q.wanes * static_cast<float>(over_50);
}

/// What a caseload's quarter depends on.
struct LifeInputs {
  std::span<std::uint32_t const> members;                      ///< after the quarter
  std::span<std::uint32_t const> happened;                     ///< see `fates`
  std::span<std::uint32_t const> leavers_a, leavers_b, moves;  ///< random words
};

/// All families of a caseload a quarter later.
/// @param persons, grown, working  changed in place
/// @param change                   out: of lasting earnings, log points
inline void live_a_quarter(std::span<float> persons, std::span<std::int32_t> grown,
                           std::span<std::int32_t> working, std::span<float> change,
                           LifeInputs const& in, LifeQuarter const& q) {
  auto const slots = persons.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    // Fields by themselves: g++ 12 does not vectorise where a whole structure is copied.
    auto const people = static_cast<std::int32_t>(persons[i]);
    std::int32_t const children = grown[i], workers = working[i];
    auto const [people_now, children_now, workers_now] =
        at_home_after_quarter({people, children, workers}, in.happened[i],
                              {in.leavers_a[i], in.leavers_b[i], in.moves[i]}, q);
    change[i] = change_of_earnings({people, children, workers},
                                   {people_now, children_now, workers_now}, in.members[i], q);
    persons[i] = static_cast<float>(people_now);
    grown[i] = children_now;
    working[i] = workers_now;
  }
}

}  // namespace graduasi
