#pragma once

#include "parameters/choices.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace graduasi {

/// Both ends are allowed.
struct Range {
  double least;
  double most;
  constexpr bool holds(double value) const { return least <= value && value <= most; }
};

/// One line of the parameter table: all that is known of a parameter, and the only place it is
/// known.
template <class Group>
struct Parameter {
  using Member = std::variant<float Group::*, int Group::*, std::uint32_t Group::*, bool Group::*,
                              Allotment Group::*, Staffing Group::*, VacancyCover Group::*,
                              VisitTargeting Group::*, AssetStructure Group::*, ExitKinds Group::*>;

  std::string_view name;
  Member member;
  std::string_view unit;
  Range range;
  std::string_view meaning;
  /// A code of the evidence files, a regulation, "calibrated ..." or "assumption ...".
  std::string_view source;
};

/// Specialised beside each group: `static constexpr std::string_view group` and `rows`.
template <class Group>
struct Table;

/// A stand-in that turns into any member type; only for counting.
struct AnyField {
  template <class T>
  constexpr operator T() const;
};

/// How many fields an aggregate has: the most initialisers it accepts.
template <class Group, class... Fields>
consteval std::size_t field_count() {
  if constexpr (requires { Group{Fields{}..., AnyField{}}; }) {
    return field_count<Group, Fields..., AnyField>();
  } else {
    return sizeof...(Fields);
  }
}

/// A parameter's value as a double, whatever its type.
template <class Group>
constexpr double value_of(Group const& group, typename Parameter<Group>::Member member) {
  return std::visit([&](auto pointer) { return static_cast<double>(group.*pointer); }, member);
}

/// Compile-time check of a table against its group.
template <class Group, std::size_t Rows>
consteval bool describes(std::array<Parameter<Group>, Rows> const& rows) {
  if (Rows != field_count<Group>()) return false;
  for (auto const& row : rows) {
    if (!row.range.holds(value_of(Group{}, row.member))) return false;
    if (row.meaning.empty() || row.source.empty()) return false;
  }
  return true;
}

}  // namespace graduasi
