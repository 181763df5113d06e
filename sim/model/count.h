// Counts a caseload's month, in 32-bit integers inside a tile and 64 bits above. Only families with
// `counts` set are looked at: all of them, or those of one stratum.
#pragma once

#include "mechanisms/member_clocks.h"
#include "mechanisms/registry.h"
#include "model/tile.h"
#include "tallies/tally.h"

#include <array>

namespace graduasi {

/// What the counts are judged by.
struct Yardstick {
  int ready_months;      ///< definition of being able
  float poorest_within;  ///< spending below which a family is among the nation's poorest covered
                         ///< share, benefit included, line-months
  std::int32_t session_minutes, visit_minutes;
  float line_rupiah = 0;            ///< poverty line, rupiah per person and month
  float exit_bonus = 0;             ///< line-months
  bool has_list = false;            ///< whether anybody ever waits in the district
  std::int32_t last_on_list = 127;  ///< the highest record with which a family is on the list
};

/// A share or a line-month in units of 1/65,536.
inline std::int32_t in_units(float x) { return static_cast<std::int32_t>(x * 65536.0f); }

inline std::int32_t minutes(float hours) { return static_cast<std::int32_t>(60.0f * hours + 0.5f); }

/// 1 for the families of the stratum that are in the programme when the month ends.
inline float inside(Tile const& t, std::size_t i) {
  return t.status[i] == 0 ? static_cast<float>(t.counts[i]) : 0.0f;
}

/// Families by what they are, at the end of the month.
inline void count_states(Tally& tally, Tile const& t, Yardstick const& by) {
  auto const slots = t.active.size();
  std::int32_t families = 0, active = 0, without = 0, able = 0, outside = 0, left_out = 0;
  std::int32_t able_before = 0;
#pragma omp simd reduction(+ : families, active, without, able, outside, left_out, able_before)
  for (std::size_t i = 0; i < slots; ++i) {
    float const in = inside(t, i);
    float const none = t.entitlement[i] > 0.0f ? 0.0f : in;
    float const ready = t.ready_for[i] >= by.ready_months ? in : 0.0f;
    float const rich = t.spending[i] > by.poorest_within ? 1.0f : 0.0f;
    auto const here = static_cast<float>(t.counts[i]);
    float const enrolled = (t.active[i] + t.gone[i]) * here;
    families += counted(enrolled);
    able_before += counted(enrolled * t.able_before[i]);
    active += counted(in);
    without += counted(none);
    able += counted(ready);
    outside += counted(rich * in);
    left_out += counted((1.0f - rich) * (here - in));
  }
  tally[Count::families] += families;
  tally[Count::active] += active;
  tally[Count::without_component] += without;
  tally[Count::able] += able;
  tally[Count::able_at_start] += able_before;
  tally[Count::outside_poorest] += outside;
  tally[Count::poorest_left_out] += left_out;
}

/// Families by status.
using StatusCounts = std::array<std::int32_t, 16>;

inline std::int32_t of(StatusCounts const& counts, Status status) {
  return counts[static_cast<std::size_t>(status)];
}

/// Families that are out, by the way they left. A table beats a dozen sums: four of them, so that
/// one family's count need not wait for that of the one before.
inline void count_statuses(Tally& tally, Tile const& t) {
  auto const slots = t.status.size();
  StatusCounts parts[4] = {};
  for (std::size_t i = 0; i < slots; i += 4) {
    for (std::size_t k = 0; k < 4; ++k)
      parts[k][static_cast<std::size_t>(t.status[i + k])] += t.counts[i + k];
  }
  StatusCounts sum = parts[0];
  for (std::size_t k = 1; k < 4; ++k) {
    for (std::size_t s = 0; s < sum.size(); ++s) sum[s] += parts[k][s];
  }
  tally[Count::raised] += of(sum, Status::raised);
  tally[Count::own_request] += of(sum, Status::own_request);
  tally[Count::target] += of(sum, Status::target);
  tally[Count::label] += of(sum, Status::label);
  tally[Count::booked] += of(sum, Status::booked);
  tally[Count::natural] += of(sum, Status::natural);
  tally[Count::assessed_out] += of(sum, Status::assessed_out);
  tally[Count::struck_off] += of(sum, Status::struck_off);
  tally[Count::removal] += of(sum, Status::removal) + of(sum, Status::appeal);
  tally[Count::time_limit] += of(sum, Status::time_limit);
  tally[Count::waiting] += of(sum, Status::waiting);
  tally[Count::off_list] += of(sum, Status::off_list);
}

/// Families of the waiting list to which a free place would go.
inline void count_list(Tally& tally, Tile const& t, Yardstick const& by) {
  auto const slots = t.waits.size();
  std::int32_t admissible = 0;
#pragma omp simd reduction(+ : admissible)
  for (std::size_t i = 0; i < slots; ++i) {
    float const eligible = t.entitlement[i] > 0.0f ? t.waits[i] : 0.0f;
    float const listed = t.recorded[i] <= by.last_on_list ? eligible : 0.0f;
    admissible += counted(listed) * t.counts[i];
  }
  tally[Count::admissible] += admissible;
}

/// Sums over active families, and poverty over the persons of all families ever enrolled.
inline void count_welfare(Tally& tally, Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
  std::int32_t persons = 0, poor = 0, gap = 0, spent = 0, confidence = 0, skills = 0, paid = 0;
  std::int32_t record_age = 0, record_gap = 0;
#pragma omp simd reduction(+ : persons, poor, gap, spent)
  for (std::size_t i = 0; i < slots; ++i) {
    float const size = (t.active[i] + t.gone[i]) * static_cast<float>(t.counts[i]) * t.persons[i];
    float const below = t.spending[i] < 1.0f ? size : 0.0f;
    persons += counted(size);
    poor += counted(below);
    gap += in_units(below * (1.0f - t.spending[i]));
    spent += counted(size * t.spending[i] * 1024.0f);
  }
#pragma omp simd reduction(+ : confidence, skills, paid, record_age, record_gap)
  for (std::size_t i = 0; i < slots; ++i) {
    float const in = inside(t, i);
    confidence += in_units(in * h.confidence[i]);
    skills += in_units(in * h.skills[i]);
    paid += counted(in * t.paid[i] * (1.0f - math::min(t.unpaid[i], 1.0f)));
    float const wrong = t.log_earned[i] - recorded_welfare(t.recorded[i]);
    record_age += counted(in) * t.record_age[i];
    record_gap += in_units(in * math::max(wrong, -wrong));
  }
  tally[Count::persons] += persons;
  tally[Count::poor_persons] += poor;
  tally[Count::poverty_gap] += gap;
  tally[Count::spent] += spent;
  tally[Count::confidence] += confidence;
  tally[Count::skills] += skills;
  tally[Count::paid] += paid;
  tally[Count::record_age] += record_age;
  tally[Count::record_gap] += record_gap;
}

/// Benefits of those who came in since the first day, and of those who left and are back.
inline void count_benefits_of_others(Tally& tally, Tile const& t, HouseholdsView const& h) {
  auto const slots = t.active.size();
  std::int32_t entered = 0, returned = 0;
#pragma omp simd reduction(+ : entered, returned)
  for (std::size_t i = 0; i < slots; ++i) {
    float const paid = inside(t, i) * t.paid[i] * (1.0f - math::min(t.unpaid[i], 1.0f));
    std::int32_t const rupiah = counted(paid);
    std::int32_t const came = as_int(flags::admitted.get(h.flags[i]));
    std::int32_t const left = as_int(flags::left_before.get(h.flags[i]));
    entered += came * rupiah;
    returned += (1 - came) * left * rupiah;
  }
  tally[Count::paid_entered] += entered;
  tally[Count::paid_returned] += returned;
}

/// Access, business and card of active families.
inline void count_livelihood(Tally& tally, Tile const& t) {
  auto const slots = t.active.size();
  std::int32_t access = 0, digital = 0, enterprises = 0, assets = 0, away = 0, levied = 0;
#pragma omp simd reduction(+ : access, digital, enterprises, assets, away, levied)
  for (std::size_t i = 0; i < slots; ++i) {
    float const in = inside(t, i);
    access += in_units(in * t.access[i]);
    digital += in_units(in * t.digital[i]);
    enterprises += counted(in * t.enterprise[i]);
    assets += in_units(in * t.assets[i]);
    away += counted(in * t.card_away[i]);
    levied += counted(in * t.taken[i] * t.paid[i] * 1024.0f);
  }
  tally[Count::access] += access;
  tally[Count::digital] += digital;
  tally[Count::enterprises] += enterprises;
  tally[Count::assets] += assets;
  tally[Count::cards_away] += away;
  tally[Count::levied] += levied;
}

/// What partners and the ministry gave beside the benefit.
inline void count_support(Tally& tally, Tile const& t, Yardstick const& by) {
  auto const slots = t.active.size();
  float const thousand = by.line_rupiah * 0.001f;
  std::int32_t linked = 0, funded = 0, taught = 0, failed = 0, transfers = 0, continued = 0;
#pragma omp simd reduction(+ : linked, funded, taught, failed, transfers, continued)
  for (std::size_t i = 0; i < slots; ++i) {
    auto const here = static_cast<float>(t.counts[i]);
    linked += counted(t.linked[i] * here);
    funded += counted(t.funded[i] * here);
    taught += counted(t.taught[i] * here);
    failed += counted(t.fails[i] * t.active[i] * here);
    float const leaves = t.left_raised[i] + t.left_own[i] + t.left_label[i];
    float const given = t.given[i] + t.handed[i] + by.exit_bonus * leaves;
    transfers += counted(given * here * t.persons[i] * thousand + 0.5f);
    continued += counted(t.gone[i] * t.paid_for[i] * t.paid[i] * here);
  }
  tally[Count::linked] += linked;
  tally[Count::funded] += funded;
  tally[Count::taught] += taught;
  tally[Count::failed] += failed;
  tally[Count::transfers] += transfers;
  tally[Count::paid] += continued;
}

/// Children who left school this July since their family has left the programme.
inline void count_schooling(Tally& tally, Tile const& t) {
  auto const slots = t.gone.size();
  std::int32_t lost = 0;
#pragma omp simd reduction(+ : lost)
  for (std::size_t i = 0; i < slots; ++i)
    lost += fates::count(t.happened[i], fates::lost_to_school) * counted(t.gone[i]) * t.counts[i];
  tally[Count::lost_to_school] += lost;
}

/// What was done with these families.
inline void count_contacts(Tally& tally, Tile const& t, Yardstick const& by) {
  auto const slots = t.active.size();
  std::int32_t visits = 0, offered = 0, attended = 0, assessed = 0, found = 0;
  std::int32_t unable = 0, wrong = 0;
#pragma omp simd reduction(+ : unable, wrong)
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const here = t.ready_for[i] < by.ready_months ? t.counts[i] : 0;
    unable += counted(t.assessed[i]) * here;
    wrong += counted(t.found_able[i]) * here;
  }
#pragma omp simd reduction(+ : visits, offered, attended, assessed, found)
  for (std::size_t i = 0; i < slots; ++i) {
    auto const here = static_cast<float>(t.counts[i]);
    visits += counted(t.visits[i] * here);
    offered += counted(t.offered[i] * t.active[i] * here);
    attended += counted(t.attended[i] * here);
    assessed += counted(t.assessed[i] * here);
    found += counted(t.found_able[i] * here);
  }
  tally[Count::visits] += visits;
  tally[Count::offered] += offered;
  tally[Count::attended] += attended;
  tally[Count::assessed] += assessed;
  tally[Count::found_able] += found;
  tally[Count::assessed_unable] += unable;
  tally[Count::wrongly_seen_able] += wrong;
  tally[Count::contact_minutes] += std::int64_t{offered} * by.session_minutes;
  tally[Count::contact_minutes] += std::int64_t{visits} * by.visit_minutes;
}

/// What a facilitator's time went into.
struct Served {
  std::int32_t visits = 0, assessed = 0, active = 0;
  std::int32_t called = 0;  ///< of the assessed, those for whom hours of a target are spent
  std::int32_t wanted = 0;  ///< referrals to partners, in units of 1/65,536
};

inline Served served_by(Tile const& t) {
  auto const slots = t.active.size();
  std::int32_t visits = 0, assessed = 0, active = 0, called = 0, wanted = 0;
#pragma omp simd reduction(+ : visits, assessed, active, called, wanted)
  for (std::size_t i = 0; i < slots; ++i) {
    visits += counted(t.visits[i]);
    assessed += counted(t.assessed[i]);
    active += t.status[i] == 0 ? 1 : 0;
    called += counted(t.assessed[i] * t.called[i]);
    wanted += in_units(t.wanted[i]);
  }
  return {visits, assessed, active, called, wanted};
}

}  // namespace graduasi
