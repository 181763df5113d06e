// The row of a parameter: name, field, unit, range, meaning and source in one place.
#pragma once

#include "parameters/choices.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace graduasi {

/// Both ends are allowed.
struct Range {
  double min;
  double max;
  constexpr bool holds(double value) const { return min <= value && value <= max; }
};

/// A member of a group, of one of the types that a parameter may have. A plain union, so that the
/// tables cost little in every unit that reads a header of parameters.
template <class Group>
class MemberOf {
 public:
  constexpr MemberOf(float Group::*m) : type_(Type::real), real_(m) {}
  constexpr MemberOf(int Group::*m) : type_(Type::whole), whole_(m) {}
  constexpr MemberOf(std::uint32_t Group::*m) : type_(Type::natural), natural_(m) {}
  constexpr MemberOf(bool Group::*m) : type_(Type::truth), truth_(m) {}
  constexpr MemberOf(Allotment Group::*m) : type_(Type::allotment), allotment_(m) {}
  constexpr MemberOf(MorePosts Group::*m) : type_(Type::more_posts), more_posts_(m) {}
  constexpr MemberOf(Staffing Group::*m) : type_(Type::staffing), staffing_(m) {}
  constexpr MemberOf(VacancyCover Group::*m) : type_(Type::cover), cover_(m) {}
  constexpr MemberOf(VisitTargeting Group::*m) : type_(Type::targeting), targeting_(m) {}
  constexpr MemberOf(AssetStructure Group::*m) : type_(Type::structure), structure_(m) {}
  constexpr MemberOf(ExitKinds Group::*m) : type_(Type::exits), exits_(m) {}
  constexpr MemberOf(AssessmentCalendar Group::*m) : type_(Type::calendar), calendar_(m) {}
  constexpr MemberOf(CriteriaLine Group::*m) : type_(Type::line), line_(m) {}
  constexpr MemberOf(AtTimeLimit Group::*m) : type_(Type::at_limit), at_limit_(m) {}

  /// Calls `use` with the member, of whatever type.
  template <class Use>
  constexpr auto visit(Use use) const {
    switch (type_) {
      case Type::whole:
        return use(whole_);
      case Type::natural:
        return use(natural_);
      case Type::truth:
        return use(truth_);
      case Type::allotment:
        return use(allotment_);
      case Type::more_posts:
        return use(more_posts_);
      case Type::staffing:
        return use(staffing_);
      case Type::cover:
        return use(cover_);
      case Type::targeting:
        return use(targeting_);
      case Type::structure:
        return use(structure_);
      case Type::exits:
        return use(exits_);
      case Type::calendar:
        return use(calendar_);
      case Type::line:
        return use(line_);
      case Type::at_limit:
        return use(at_limit_);
      case Type::real:
        break;
    }
    return use(real_);
  }

  /// The value as a double, whatever its type.
  constexpr double value_in(Group const& group) const {
    return visit([&](auto member) { return static_cast<double>(group.*member); });
  }

 private:
  enum class Type {
    real,
    whole,
    natural,
    truth,
    allotment,
    more_posts,
    staffing,
    cover,
    targeting,
    structure,
    exits,
    calendar,
    line,
    at_limit
  };
  Type type_;
  union {
    float Group::*real_;
    int Group::*whole_;
    std::uint32_t Group::*natural_;
    bool Group::*truth_;
    Allotment Group::*allotment_;
    MorePosts Group::*more_posts_;
    Staffing Group::*staffing_;
    VacancyCover Group::*cover_;
    VisitTargeting Group::*targeting_;
    AssetStructure Group::*structure_;
    ExitKinds Group::*exits_;
    AssessmentCalendar Group::*calendar_;
    CriteriaLine Group::*line_;
    AtTimeLimit Group::*at_limit_;
  };
};

/// One line of the parameter table: all that is known of a parameter, and the only place it is
/// known.
template <class Group>
struct Parameter {
  std::string_view name;
  MemberOf<Group> member;
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

/// Compile-time check of a table against its group.
template <class Group, std::size_t Rows>
consteval bool describes(std::array<Parameter<Group>, Rows> const& rows) {
  if (Rows != field_count<Group>()) return false;
  for (auto const& row : rows) {
    if (!row.range.holds(row.member.value_in(Group{}))) return false;
    if (row.meaning.empty() || row.source.empty()) return false;
  }
  return true;
}

}  // namespace graduasi
