// Events of a policy reach their arms: who is drawn, and what the event does to them this month.
#pragma once

#include "base/member_track.h"
#include "mechanisms/registry.h"
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
  float line_rupiah = 1;      ///< poverty line, rupiah per person and month
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

/// Quarters of life of the oldest adult of a family; 0 where there is none to be followed. One who
/// is severely disabled has no age here.
inline std::int32_t oldest_adult(std::uint32_t members, std::uint32_t adult_word) {
  constexpr auto before_the_track = static_cast<std::int32_t>(track::adult) - track::adult_from;
  std::int32_t oldest = as_int(at_home::adult.get(adult_word));
  for (int place = 0; place < 4; ++place) {
    std::int32_t const byte = as_int(track::member(members, place));
    std::int32_t const quarters =
        byte >= static_cast<std::int32_t>(track::adult) ? byte - before_the_track : 0;
    oldest = oldest > quarters ? oldest : quarters;
  }
  return oldest;
}

/// Whom an event reaches, in the units of the columns.
struct AmongLimits {
  std::int32_t recorded_from = 0, recorded_to = 127;          ///< both included
  std::int32_t quarters_from = 0, quarters_before = 1 << 12;  ///< of the oldest adult
  float business_from = 0, business_to = 1;                   ///< 1 with a business, else 0
  std::int32_t female_from = 0, female_to = 1;
};

inline AmongLimits limits_of(Among const& among) {
  constexpr int quarters = 4;
  AmongLimits limits;
  auto const& welfare = among.recorded_welfare;
  if (welfare.min > Among::any_welfare.min)
    limits.recorded_from = as_recorded(math::log(welfare.min));
  if (welfare.max < Among::any_welfare.max)
    limits.recorded_to = as_recorded(math::log(welfare.max));
  auto const& age = among.oldest_adult;
  if (age.min > Among::any_age.min)
    limits.quarters_from = static_cast<std::int32_t>(age.min) * quarters;
  // Somebody is 50 to the day before the 51st birthday.
  if (age.max < Among::any_age.max)
    limits.quarters_before = (static_cast<std::int32_t>(age.max) + 1) * quarters;
  if (among.business.has_value())
    limits.business_from = limits.business_to = *among.business ? 1.0f : 0.0f;
  if (among.female_headed.has_value())
    limits.female_from = limits.female_to = *among.female_headed ? 1 : 0;
  return limits;
}

/// Of the families drawn, those that are among whom the event is for.
/// @param treated  1 or 0, changed in place
inline void keep_among(std::span<float> treated, Tile const& t, HouseholdsView const& h,
                       AmongLimits const& limits) {
  auto const slots = treated.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) {
    std::int32_t const oldest = oldest_adult(h.members[i], h.adult[i]);
    std::int32_t const female = as_int(traits::female_headed.get(h.traits[i]));
    std::int32_t const of_record =
        static_cast<std::int32_t>(t.recorded[i] >= limits.recorded_from) &
        static_cast<std::int32_t>(t.recorded[i] <= limits.recorded_to);
    std::int32_t const of_age = static_cast<std::int32_t>(oldest >= limits.quarters_from) &
                                static_cast<std::int32_t>(oldest < limits.quarters_before);
    std::int32_t const of_business =
        static_cast<std::int32_t>(t.enterprise[i] >= limits.business_from) &
        static_cast<std::int32_t>(t.enterprise[i] <= limits.business_to);
    std::int32_t const of_head = static_cast<std::int32_t>(female >= limits.female_from) &
                                 static_cast<std::int32_t>(female <= limits.female_to);
    std::int32_t const fits = of_record & of_age & of_business & of_head;
    treated[i] = fits != 0 ? treated[i] : 0.0f;
  }
}

/// Whether a family of the programme is among those whom an event is for; the same question that
/// `keep_among` asks of a tile.
inline bool fits(HouseholdsView const& h, std::size_t i, AmongLimits const& limits) {
  if (!is_active(h.flags[i])) return false;
  std::int32_t const oldest = oldest_adult(h.members[i], h.adult[i]);
  auto const recorded = static_cast<std::int32_t>(record::welfare.get(h.record[i]));
  auto const female = static_cast<std::int32_t>(traits::female_headed.get(h.traits[i]));
  auto const business = static_cast<float>(livelihood::enterprise.get(h.livelihood[i]));
  return recorded >= limits.recorded_from && recorded <= limits.recorded_to &&
         oldest >= limits.quarters_from && oldest < limits.quarters_before &&
         business >= limits.business_from && business <= limits.business_to &&
         female >= limits.female_from && female <= limits.female_to;
}

/// The share of fitting families of a district that gets its part of the nation's places.
inline float share_of_places(Event const& event, HouseholdsView const& h,
                             District const& district) {
  AmongLimits const limits = limits_of(event.among);
  std::int32_t fitting = 0;
  for (std::size_t i = 0; i < h.flags.size(); ++i) fitting += fits(h, i, limits) ? 1 : 0;
  float const places = event.places * district.for_each_of_nation;
  return fitting > 0 ? math::min(places / static_cast<float>(fitting), 1.0f) : 0.0f;
}

/// Turns who is reached into how much each gets of an amount in rupiah, in line-months.
inline void in_line_months(std::span<float> treated, std::span<float const> persons, float rupiah,
                           float line_rupiah) {
  float const of_one = rupiah / line_rupiah;
  auto const slots = treated.size();
#pragma omp simd
  for (std::size_t i = 0; i < slots; ++i) treated[i] *= of_one / persons[i];
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
/// @param size  of the event, times what stands in `treated`
inline void apply(Tile const& t, HouseholdsView const& h, EventKind kind, float size,
                  ArmMember const& member) {
  switch (kind) {
    case EventKind::grant:
      return add_to(t.given, t.treated, size);
    case EventKind::cash:
      add_to(t.handed, t.treated, size);
      return add_to(h.savings, t.treated, size);
    case EventKind::cash_top_up:
      add_to(t.handed, t.treated, size);
      return add_to(t.top_up, t.treated, size);
    case EventKind::no_benefit:
      return add_to(t.unpaid, t.treated, 1);
    case EventKind::training:
      return close_part(h.skills, t.treated, size);
    case EventKind::confidence_course:
      return close_part(h.confidence, t.treated, size);
    case EventKind::access_opening:
      return close_part(t.access, t.treated, size);
    case EventKind::digital_course:
      return close_part(t.digital, t.treated, size);
    case EventKind::savings_programme:
      return add_to(t.more_buffer, t.treated, size);
    case EventKind::extra_visits:
      return add_to(t.coached, t.treated, size);
    case EventKind::own_card:
      return take_away(t.card_away, t.treated);
    case EventKind::strike_off:
      return add_to(t.cut_off, t.treated, 1);
    case EventKind::no_exits:
      return add_to(t.bound, t.treated, 1);
    case EventKind::coaching:
      return add_to(t.coached, t.treated, visits_by_coach(size, member.visits_of_coach));
    case EventKind::supervision:
      return add_to(t.supervised, t.treated, size);
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
    if (!event.among.everybody()) keep_among(t.treated, t, h, limits_of(event.among));
    bool const in_rupiah = event.rupiah > 0.0f;
    if (in_rupiah) in_line_months(t.treated, t.persons, event.rupiah, member.line_rupiah);
    apply(t, h, event.kind, in_rupiah ? 1.0f : event.size, member);
  }
}

}  // namespace graduasi
