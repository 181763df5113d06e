// Events of a policy reach their arms: who is drawn, and what the event does to them this month.
#pragma once

#include "model/month_inputs.h"

#include <cstdint>
#include <span>

namespace graduasi {

/// The district, facilitator and month of a tile's families.
struct ArmMember {
  std::uint32_t first_id;
  std::uint32_t district_number;
  std::uint32_t facilitator;
  int month;  ///< of the run
  Key key;
  float visits_of_coach = 0;  ///< home visits that a full-time coach makes in a month, here
};

/// The unit of the i-th family of a tile is (first + step i) >> shift.
struct ArmUnits {
  std::uint32_t first;
  std::uint32_t step;  ///< 0 where all families of a tile share one
  unsigned shift;      ///< families of a unit, as a power of two
};

inline ArmUnits units_of(Event const& event, ArmMember const& member) {
  switch (event.unit) {
    case ArmUnit::family:
      break;
    case ArmUnit::group:
      return {member.first_id, 1,
              4};  // a circle of 16: ids of a district begin at a multiple of it
    case ArmUnit::facilitator:
      return {member.district_number << 12 | (member.facilitator & 0xfffu), 0, 0};
    case ArmUnit::district:
      return {member.district_number, 0, 0};
  }
  return {member.first_id, 1, 0};
}

/// The random draws of an arm.
inline std::uint32_t arm_question(ArmUnit kind, int arm) {
  return static_cast<std::uint32_t>(kind) << 16 | static_cast<std::uint32_t>(arm);
}

/// A unit's position in the draw of an arm, in [0, 1): an event reaches those from `share_from` on,
/// as far as its share goes.
[[gnu::always_inline]] inline float position_in_arm(std::uint32_t unit, std::uint32_t question,
                                                    Key key) {
  auto const words = threefry4x32(unit, 0, question, static_cast<std::uint32_t>(Domain::arm),
                                  key.seed, key.replicate);
  return math::uniform(words.word[0]);
}

/// Draws who belongs to the arm: the same units for every event with the same unit and number, in
/// every policy; a larger share holds a smaller one.
/// @param treated  out: 1 if the family is in the programme and its unit is drawn, else 0
inline void draw_arm(std::span<float> treated, std::span<float const> active, Event const& event,
                     ArmMember const& member) {
  ArmUnits const units = units_of(event, member);
  std::uint32_t const question = arm_question(event.unit, event.arm);
  Key const key = member.key;
  float const begins = event.share_from, ends = event.share_from + event.share;
  auto const slots = treated.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::uint32_t const unit =
        (units.first + units.step * static_cast<std::uint32_t>(i)) >> units.shift;
    float const at = position_in_arm(unit, question, key);
    float const before_end = at < ends ? active[i] : 0.0f;
    float const before_begin = at < begins ? active[i] : 0.0f;
    treated[i] = before_end - before_begin;
  }
}

/// Closes a share of what is missing to 1.
inline void close_part(std::span<float> shares, std::span<float const> treated, float part) {
  auto const slots = shares.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) shares[i] += part * treated[i] * (1.0f - shares[i]);
}

/// Visits that each family of a coach gets in a month: weekly is the most that programmes do.
inline float visits_by_coach(float families, float visits_of_coach) {
  return math::clip(visits_of_coach / families, 0.0f, 52.0f / 12.0f);
}

/// What one event does to its arm.
inline void apply(Tile const& t, HouseholdsView const& h, Event const& event,
                  ArmMember const& member) {
  switch (event.kind) {
    case EventKind::grant:
      return add_to(t.given, t.treated, event.size);
    case EventKind::cash:
      add_to(t.handed, t.treated, event.size);
      return add_to(h.savings, t.treated, event.size);
    case EventKind::cash_top_up:
      add_to(t.handed, t.treated, event.size);
      return add_to(t.top_up, t.treated, event.size);
    case EventKind::no_benefit:
      return add_to(t.unpaid, t.treated, 1);
    case EventKind::training:
      return close_part(h.skills, t.treated, event.size);
    case EventKind::confidence_course:
      return close_part(h.confidence, t.treated, event.size);
    case EventKind::access_opening:
      return close_part(t.access, t.treated, event.size);
    case EventKind::digital_course:
      return close_part(t.digital, t.treated, event.size);
    case EventKind::savings_programme:
      return add_to(t.more_buffer, t.treated, event.size);
    case EventKind::extra_visits:
      return add_to(t.coached, t.treated, event.size);
    case EventKind::own_card:
      return take_away(t.card_away, t.treated);
    case EventKind::strike_off:
      return add_to(t.cut_off, t.treated, 1);
    case EventKind::no_exits:
      return add_to(t.bound, t.treated, 1);
    case EventKind::coaching:
      return add_to(t.coached, t.treated, visits_by_coach(event.size, member.visits_of_coach));
    case EventKind::supervision:
      return add_to(t.supervised, t.treated, event.size);
  }
}

/// Whether any event happens in a month.
inline bool any_on(std::span<Event const> events, int month) {
  for (auto const& event : events) {
    if (is_on(event, month)) return true;
  }
  return false;
}

/// All events of an eventful month.
inline void reach_arms(Tile const& t, HouseholdsView const& h, std::span<Event const> events,
                       ArmMember const& member) {
  for (auto const sums : {t.given, t.handed, t.top_up, t.unpaid, t.more_buffer, t.coached,
                          t.supervised, t.cut_off, t.bound}) {
    zero(sums);
  }
  for (auto const& event : events) {
    if (!is_on(event, member.month)) continue;
    draw_arm(t.treated, t.active, event, member);
    apply(t, h, event, member);
  }
}

}  // namespace graduasi
