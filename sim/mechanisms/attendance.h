// Participation: who comes to a group session, and how schedules that clash with working hours keep
// families away.
#pragma once

#include "base/math.h"
#include "parameters/parameter.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace graduasi {

/// Who comes to a group session.
struct AttendanceParameters {
  bool on = true;
  float ill_rate = 0.05f;
  float habit_gain = 0.05f;
  float habit_home = 0.05f;
  float evening_clash = 0.3f;
};

template <>
struct Table<AttendanceParameters> {
  static constexpr std::string_view group = "attendance";
  static constexpr auto rows = std::to_array<Parameter<AttendanceParameters>>({
      {"on",
       &AttendanceParameters::on,
       "",
       {0, 1},
       "whether anything keeps families away; off, all come to every session and habits stand "
       "still",
       "choice of the user"},
      {"ill_rate",
       &AttendanceParameters::ill_rate,
       "per session",
       {0, 1},
       "chance of missing a session through illness",
       "assumption, 0.02 to 0.1"},
      {"habit_gain",
       &AttendanceParameters::habit_gain,
       "per month",
       {0, 1},
       "part of the missing habit that attending builds, at full quality of contact; a quarter of "
       "it is lost by staying away",
       "assumption, 0.01 to 0.15"},
      {"habit_home",
       &AttendanceParameters::habit_home,
       "per month",
       {0, 1},
       "pull of the habit to the family's own level",
       "assumption, 0.01 to 0.2"},
      {"evening_clash",
       &AttendanceParameters::evening_clash,
       "share",
       {0, 1},
       "of the clash with working hours that is left in the evening",
       "assumption: shift and night work, care at home"},
  });
  static_assert(describes(rows));
};

/// How often each group of a caseload meets this month: groups take turns, and where one month's
/// sessions ended the next month's begin, so a caseload with hours for four sessions in five holds
/// exactly that over time.
struct SessionRound {
  float first;   ///< number of the first slot in its caseload, whole
  float step;    ///< from the place of one slot to the next, in [0, 1)
  float groups;  ///< mentoring groups of the caseload, whole, at least 1
  float turn;    ///< place where this month's sessions begin, [0, 1)
  float held;    ///< sessions per group this month, 0 to 2
};

/// @param offered  out: sessions that the family's group holds this month, 0, 1 or 2
inline void offer_sessions(std::span<float> offered, SessionRound const& round) {
  float const every = round.held >= 2.0f ? 2.0f : round.held >= 1.0f ? 1.0f : 0.0f;
  float const rest = round.held - every;
  float const group = 1.0f / round.groups;
  auto const slots = offered.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    // From the number in the caseload, not in the tile: a border between groups must not move by a
    // rounding where a caseload is cut.
    float const slot = round.first + static_cast<float>(static_cast<std::int32_t>(i));
    float const position = round.step * slot;
    auto const number = static_cast<std::int32_t>(position * round.groups);
    float const behind = static_cast<float>(number) * group - round.turn;
    float const way = behind + (behind < 0.0f ? 1.0f : 0.0f);
    offered[i] = every + (way < rest ? 1.0f : 0.0f);
  }
}

/// Chance that a family comes to a session.
/// @param habit, clash  shares in [0, 1]
inline float chance_to_come(float habit, float clash, float evening_share,
                            AttendanceParameters const& p) {
  float const clash_left = 1.0f - evening_share * (1.0f - p.evening_clash);
  return habit * (1.0f - clash_left * clash) * (1.0f - p.ill_rate);
}

/// The same once the habit has settled between sessions that build it and the family's own level.
/// @param habit    the family's own level, share in [0, 1]
/// @param held     sessions of its group per month, >= 0
/// @param quality  of a contact, share in [0, 1]
inline float settled_coming(float habit, float clash, float held, float evening_share,
                            float quality, AttendanceParameters const& p) {
  float const free = chance_to_come(1, clash, evening_share, p);
  float const months_held = math::min(held, 1.0f);
  float settled = habit;
  for (int round = 0; round < 12; ++round) {
    float const builds = p.habit_gain * months_held * settled * free * quality;
    float const loses = p.habit_gain * 0.25f * months_held * (1.0f - settled * free);
    float const moves = p.habit_home + builds + loses;
    if (moves > 0.0f) settled = (p.habit_home * habit + builds) / moves;
  }
  return settled * free;
}

/// What attendance needs to know of each family.
struct AttendanceInputs {
  std::span<float const> active;       ///< 1 while in the programme, else 0
  std::span<float const> habit_start;  ///< the family's own level, share in [0, 1]
  std::span<float const> clash;        ///< share of meeting hours in working hours by day, [0, 1]
  std::span<float const> offered;      ///< sessions of its group this month, 0 to 2
  std::span<float const> draw;         ///< uniform in [0, 1)
  float evening_share;                 ///< of the sessions
  float quality;                       ///< of a contact, share in [0, 1]
};

/// Schedules clash with working hours, illness keeps away, and coming is a habit: built by sessions
/// worth coming to, lost by staying away, pulled to the family's own level.
/// @param attended  out: sessions attended
/// @param habit     share in [0, 1], changed in place
inline void attend(std::span<float> attended, std::span<float> habit, AttendanceInputs const& in,
                   AttendanceParameters const& p) {
  float const clash_left = 1.0f - in.evening_share * (1.0f - p.evening_clash);
  float const well = 1.0f - p.ill_rate;
  float const works = p.on ? 1.0f : 0.0f;
  float const gain = works * p.habit_gain, home = works * p.habit_home;
  auto const slots = habit.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    float const offered = in.offered[i] * in.active[i];
    float const comes =
        works * (habit[i] * (1.0f - clash_left * in.clash[i]) * well) + (1.0f - works);
    // With two sessions, one draw decides both: both with comes^2, at least one with 2 - comes.
    float const twice = offered > 1.0f ? comes * comes : 0.0f;
    float const once = offered * comes - twice;
    float const draw = in.draw[i];
    float const came = (draw < once ? 1.0f : 0.0f) + (draw < twice ? 1.0f : 0.0f);
    attended[i] = came;
    float const any = came > 0.0f ? 1.0f : 0.0f;
    float const held = offered > 0.0f ? 1.0f : 0.0f;
    float const learned = any * in.quality * (1.0f - habit[i]) - (held - any) * 0.25f * habit[i];
    habit[i] = math::clip01(habit[i] + gain * learned + home * (in.habit_start[i] - habit[i]));
  }
}

}  // namespace graduasi
