// What a policy does once, or for a number of months, to a share of families, groups, facilitators
// or districts: the arms of a programme.
#pragma once

#include "parameters/parameter.h"
#include "policy/where.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace graduasi {

enum class EventKind {
  grant,
  cash,
  cash_top_up,
  no_benefit,
  training,
  confidence_course,
  access_opening,
  digital_course,
  savings_programme,
  extra_visits,
  own_card,
  strike_off,
  no_exits,
  coaching,
  supervision
};

/// Who is drawn together.
enum class ArmUnit { family, group, facilitator, district };
inline constexpr auto arm_unit_names =
    std::to_array<std::string_view>({"family", "group", "facilitator", "district"});

/// Both ends are among it.
struct Between {
  float min, max;
  bool operator==(Between const&) const = default;
};

/// Whom an event reaches, by what the ministry can know: the record, and what families themselves
/// say. Lasting earnings and readiness, which nobody sees, are not among it.
struct Among {
  /// Of `recorded_welfare`: the ends of what a record holds are without limit.
  static constexpr Between any_welfare{0.2f, 4.8f};
  static constexpr Between any_age{18, 80};

  Between recorded_welfare = any_welfare;  ///< poverty lines
  std::optional<bool> business{};          ///< whether it has one; nothing: either
  Between oldest_adult = any_age;          ///< years of age, as on the last birthday
  std::optional<bool> female_headed{};
  bool operator==(Among const&) const = default;
  bool everybody() const {
    return recorded_welfare == any_welfare && oldest_adult == any_age && !business.has_value() &&
           !female_headed.has_value();
  }
};

struct Event {
  EventKind kind = EventKind::grant;
  int month = 1;   ///< of the run, 1 or more
  int months = 1;  ///< that it lasts
  float size = 0;  ///< see `event_kinds`
  float share = 1;
  float share_from = 0;  ///< of the units that come before those reached: arms that do not overlap
  ArmUnit unit = ArmUnit::family;
  int arm = 1;
  float rupiah = 0;  ///< to each family, in place of a size in line-months; 0: the size holds
  /// Families of the nation that it reaches, shared among districts by families and given by lot to
  /// those that fit, in place of a share; 0: the share holds.
  float places = 0;
  Among among{};
  Where where{};  ///< beside that of its policy
  bool operator==(Event const&) const = default;
};

/// What is known of a kind of event: the only place where it is known.
struct EventKindRow {
  std::string_view name;
  std::string_view size;  ///< key of its size; empty: it has none
  std::string_view unit;
  Range range;
  bool lasts;  ///< whether it goes on for `months`
  std::string_view meaning;
};

/// In the order of `EventKind`.
inline constexpr auto event_kinds = std::to_array<EventKindRow>({
    {"grant",
     "line_months",
     "line-months",
     {0, 20},
     false,
     "an asset grant in goods, of which part is sold or eaten at once without good contact"},
    {"cash", "line_months", "line-months", {0, 20}, false, "cash, once, into the savings"},
    {"cash_top_up",
     "line_months",
     "line-months per month",
     {0, 5},
     true,
     "cash on top of the benefit, every month"},
    {"no_benefit", "", "", {0, 0}, true, "the benefit is not paid"},
    {"training",
     "gain",
     "share of what is missing",
     {0, 1},
     false,
     "a course in livelihood skills"},
    {"confidence_course",
     "gain",
     "share of what is missing",
     {0, 1},
     false,
     "a psychosocial course: self-confidence"},
    {"access_opening",
     "gain",
     "share of what is missing",
     {0, 1},
     false,
     "access to education and jobs, by offers to the family"},
    {"digital_course",
     "gain",
     "share of what is missing",
     {0, 1},
     false,
     "a course in digital literacy"},
    {"savings_programme",
     "line_months",
     "line-months",
     {0, 20},
     true,
     "a savings group: families aim at so much more in savings"},
    {"extra_visits",
     "per_month",
     "visits per month",
     {0, 30},
     true,
     "home visits by other staff, beside those of the facilitator; they assess nobody"},
    {"own_card", "", "", {0, 0}, false, "cards are brought back into the family's own hands"},
    {"strike_off", "", "", {0, 0}, false, "families are struck off, whatever their record"},
    {"no_exits",
     "",
     "",
     {0, 0},
     true,
     "nobody leaves but by natural exit or a mismatch: a trial keeps its families"},
    {"coaching",
     "families_per_coach",
     "families per coach",
     {1, 1000},
     true,
     "home visits by coaches who do nothing else: as many as their hours allow, weekly at most; "
     "they assess nobody"},
    {"supervision",
     "part",
     "share of businesses",
     {0, 1},
     true,
     "businesses that are visited and advised every month, beside what partners do"},
});

/// Families that an event may have places for.
inline constexpr Range places_range{1, 100000000};

/// Amounts in rupiah, once or a month. Less than a family spends in a day is a slip of units.
inline constexpr Range rupiah_range{10000, 100000000};

/// Whether the size of a kind of event may be written in rupiah.
constexpr bool is_money(EventKindRow const& kind) { return kind.size == "line_months"; }

constexpr EventKindRow const& row_of(EventKind kind) {
  return event_kinds[static_cast<std::size_t>(kind)];
}

constexpr bool is_on(Event const& event, int month) {
  return month >= event.month && month < event.month + event.months;
}

}  // namespace graduasi
