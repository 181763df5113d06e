// The list ages to the first day of the run: candidate families pass quarter after quarter on the
// same clocks as in the month, enter the programme, and those that a check has taken off since are
// no longer in the stock.
#pragma once

#include "base/math.h"
#include "mechanisms/care.h"
#include "mechanisms/life_cycle.h"
#include "mechanisms/member_clocks.h"
#include "mechanisms/natural_exit.h"
#include "random/draws.h"
#include "random/stream.h"
#include "random/threefry.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace graduasi {

inline constexpr std::size_t quarters_of_year = 4;

/// Candidates of one district.
struct AgeingBatch {
  std::span<std::uint32_t> members;  ///< on the day of the list; changed to those of month 0
  std::span<std::uint32_t> adult;  ///< the same of the oldest adult without a place, see `Followed`
  std::span<std::int32_t> persons, grown, working;  ///< the same, see `AtHome`
  std::span<std::uint32_t> happened;                ///< of the last quarter, see `fates`
  std::span<std::uint32_t const> number;            ///< of the candidate, after `first_id`
  std::span<std::uint8_t const> female_headed;      ///< by that number: 1 where a woman heads it
  std::span<std::int32_t const> since_entry;        ///< quarters in the programme at month 0
  std::span<std::int32_t const> since_list;         ///< quarters on the list at month 0
  std::span<std::int32_t> paid;                     ///< entitlement by the record, changed in place
  std::span<std::int32_t> entitlement;              ///< the true one, changed in place
  std::span<std::int32_t> enrolled;    ///< 1 if in the programme, else 0; changed in place
  std::span<std::int32_t> pupil_last;  ///< see `pupil_was_last`; changed in place
  /// What life at home has done to lasting earnings in the last 1, 2, 3 and 4 quarters before
  /// `look` together, log points, added to.
  std::array<std::span<float>, quarters_of_year> lately;
  std::span<float> earned;                               ///< room for a quarter's
  std::span<std::uint32_t> leavers_a, leavers_b, moves;  ///< room for its words
  std::uint32_t first_id;                                ///< number of the first candidate
  Key key;
  std::int32_t from, until;  ///< quarters before month 0 through which they go, both included
  std::int32_t look;         ///< when it is looked next at who is on the list, likewise
  int school_quarter_now;    ///< that of month 0
  float check_chance;        ///< of a check within a quarter
  float commitment;          ///< of being noticed by the school, beside it
  std::uint32_t unpaid;      ///< 1 where no family has been paid, else 0
  MemberClocksParameters const& clocks;
  LifeCycleParameters const& life;
  CareNeeds care;
  float stays;  ///< children who live on at home when they leave school, share
  BenefitLevers const& pays;
};

/// Who lives at home after a quarter of the past.
inline void age_homes(AgeingBatch const& b, std::int32_t ago, LifeQuarter const& q) {
  std::span<std::int32_t> const persons = b.persons, grown = b.grown, working = b.working;
  std::span<std::uint32_t const> const happened = b.happened, leavers_a = b.leavers_a,
                                       leavers_b = b.leavers_b, moves = b.moves;
  auto const slots = persons.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    // Nothing has happened to who was not yet on the list.
    auto const on_list = static_cast<std::int32_t>(ago < b.since_list[i]);
    std::int32_t const people = persons[i], children = grown[i], workers = working[i];
    auto const [people_now, children_now, workers_now] = at_home_after_quarter(
        {people, children, workers}, happened[i], {leavers_a[i], leavers_b[i], moves[i]}, q);
    persons[i] = people + on_list * (people_now - people);
    grown[i] = children + on_list * (children_now - children);
    working[i] = workers + on_list * (workers_now - workers);
  }
}

/// Adds what who lives at home is worth for earnings, log points but for a constant.
/// @param sign  1, or -1 to take it off
inline void add_worth_of_home(AgeingBatch const& b, float sign, LifeQuarter const& q) {
  std::span<std::int32_t const> const persons = b.persons, grown = b.grown, working = b.working;
  std::span<float> const earned = b.earned;
  auto const slots = persons.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i)
    earned[i] += sign * (q.worker * static_cast<float>(working[i]) -
                         q.scale * math::log(static_cast<float>(persons[i])));
  if (!b.care.any()) return;
  // One after the other: who heads a family is looked up.
  for (std::size_t at = 0; at < slots; ++at)
    earned[at] +=
        sign * log_hours_left(b.members[at], grown[at], b.female_headed[b.number[at]], b.care);
}

/// Adds the change of a quarter to that of the last ones.
/// @param ago  quarters from its end to the next look
inline void add_to_lately(AgeingBatch const& b, std::int32_t ago) {
  std::span<float const> const earned = b.earned;
  auto const slots = earned.size();
  for (std::size_t k = static_cast<std::size_t>(ago); k < quarters_of_year; ++k) {
    std::span<float> const sum = b.lately[k];
#pragma omp simd
    for (std::size_t i = 0; i < slots; ++i) sum[i] += earned[i];
  }
}

/// One quarter of the past: ends `ago` quarters before month 0.
/// @tparam unpaid  1 where children leave school because nobody is paid, else 0: known beforehand,
///                 most of what is asked about schools need not be
template <std::uint32_t unpaid>
inline void age_one_quarter(AgeingBatch const& b, std::int32_t ago, QuarterRisks const& risks) {
  auto const check_below = math::in_65536ths(b.check_chance);
  auto const more_below =
      math::in_65536ths(b.check_chance + (1.0f - b.check_chance) * b.commitment) - check_below;
  // Copies: where a loop writes by one span it would read the others' pointers anew.
  std::span<std::uint32_t> const members = b.members, adult = b.adult, happened = b.happened,
                                 leavers_a = b.leavers_a, leavers_b = b.leavers_b, moves = b.moves;
  std::span<std::int32_t const> const since_entry = b.since_entry, since_list = b.since_list;
  std::span<std::uint32_t const> const number = b.number;
  std::span<std::int32_t> const paid = b.paid, entitlement = b.entitlement, enrolled = b.enrolled,
                                pupil_last = b.pupil_last;
  auto const slots = members.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    auto const words =
        threefry4x32(b.first_id + number[i], static_cast<std::uint32_t>(ago),
                     static_cast<std::uint32_t>(Candidate::ageing),
                     static_cast<std::uint32_t>(Domain::candidate), b.key.seed, b.key.replicate);
    std::uint32_t const old = members[i], old_adult = adult[i];
    Followed const aged = followed_after_quarter({old, old_adult}, words.word[0], words.word[1],
                                                 members::birth(words.word[0], words.word[3]),
                                                 risks, {.unpaid = unpaid});
    auto const on_list = static_cast<std::uint32_t>(ago < since_list[i]);
    std::uint32_t const now = old + on_list * (aged.members - old);
    auto const due = static_cast<std::int32_t>(entitlement_of(now, b.pays));
    auto const none = static_cast<std::int32_t>(due == 0);
    auto const enters = static_cast<std::int32_t>(ago == since_entry[i]);
    auto const inside = static_cast<std::int32_t>(ago < since_entry[i]);
    std::int32_t const last = pupil_was_last(pupil_last[i], entitlement[i], due, old);
    std::int32_t const below = check_below + last * more_below;
    auto const draw = static_cast<std::int32_t>(members::check(words.word[1], words.word[3]) >> 16);
    auto const checked = inside * static_cast<std::int32_t>(draw < below);
    leavers_a[i] = words.word[2];
    leavers_b[i] = words.word[3];
    moves[i] = members::moves(words.word[1], words.word[2]);
    pupil_last[i] = last;
    members[i] = now;
    adult[i] = old_adult + on_list * (aged.adult - old_adult);
    happened[i] = aged.happened;
    entitlement[i] = due;
    paid[i] += (enters + checked) * (due - paid[i]);
    enrolled[i] = enrolled[i] * (1 - checked * none) * (1 - enters) + enters * (1 - none);
  }
}

/// Through the quarters of the batch.
inline void age_list(AgeingBatch const& b) {
  QuarterRisks risks[4];
  LifeQuarter life[4];
  for (int quarter = 0; quarter < 4; ++quarter) {
    risks[quarter] = quarter_risks(quarter, b.clocks);
    life[quarter] = life_quarter(quarter, b.stays, b.life);
  }
  for (std::int32_t ago = b.from; ago >= b.until; --ago) {
    int const quarter = ((b.school_quarter_now - ago) % 4 + 4) % 4;
    bool const leave_unpaid = b.unpaid > 0 && risks[quarter].ends_school_year;
    bool const lately = b.life.on && ago - b.look < static_cast<std::int32_t>(quarters_of_year);
    if (lately) {
      std::ranges::fill(b.earned, 0.0f);
      add_worth_of_home(b, -1, life[quarter]);
    }
    leave_unpaid ? age_one_quarter<1>(b, ago, risks[quarter])
                 : age_one_quarter<0>(b, ago, risks[quarter]);
    if (b.life.on) age_homes(b, ago, life[quarter]);
    if (!lately) continue;
    add_worth_of_home(b, 1, life[quarter]);
    add_to_lately(b, ago - b.look);
  }
}

}  // namespace graduasi
