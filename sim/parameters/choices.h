// Parameters that are one of a few words, or a set of them. Each has its names in one table, in the
// order of its enumerators.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <type_traits>

namespace graduasi {

/// How facilitators are shared among districts.
enum class Allotment { equal_ratio, by_need, hard_areas, equal_number };

/// Where facilitators beyond the usual number go.
enum class MorePosts { everywhere, by_need, hard_areas, crowded };

/// What happens to the number of facilitators as families leave.
enum class Staffing { keep_ratio, keep_staff };

/// Who looks after the families of a vacant post.
enum class VacancyCover { team, nobody };

/// Which families get the home visits.
enum class VisitTargeting { equal, due, neediest, nearest, random };
/// The last of those that give every family its visits; all behind it choose a part of the
/// caseload.
inline constexpr auto last_for_everybody = VisitTargeting::due;
constexpr bool chooses_part(VisitTargeting rule) { return rule > last_for_everybody; }

/// How assets turn into income: two rival structures.
enum class AssetStructure { concave, threshold };

/// When in the year families are assessed.
enum class AssessmentCalendar { any, once_a_year };

/// What the earnings of a family must seem to exceed for it to be found able.
enum class CriteriaLine { margin, multiple, decile, minimum_wage };

/// What happens to a family at the limit of its time in the programme.
enum class AtTimeLimit { leave, assess };

/// Kinds of exit that a target counts, one bit each.
enum class ExitKinds : unsigned { self_reliant = 1, natural_exit = 2 };

/// Specialised for every enumeration: `names`, and `is_set` where values are sums of bits.
template <class T>
struct Choice;

template <>
struct Choice<Allotment> {
  static constexpr bool is_set = false;
  static constexpr auto names =
      std::to_array<std::string_view>({"equal_ratio", "by_need", "hard_areas", "equal_number"});
};

template <>
struct Choice<MorePosts> {
  static constexpr bool is_set = false;
  static constexpr auto names =
      std::to_array<std::string_view>({"everywhere", "by_need", "hard_areas", "crowded"});
};

template <>
struct Choice<Staffing> {
  static constexpr bool is_set = false;
  static constexpr auto names = std::to_array<std::string_view>({"keep_ratio", "keep_staff"});
};

template <>
struct Choice<VacancyCover> {
  static constexpr bool is_set = false;
  static constexpr auto names = std::to_array<std::string_view>({"team", "nobody"});
};

template <>
struct Choice<VisitTargeting> {
  static constexpr bool is_set = false;
  static constexpr auto names =
      std::to_array<std::string_view>({"equal", "due", "neediest", "nearest", "random"});
};

template <>
struct Choice<AssetStructure> {
  static constexpr bool is_set = false;
  static constexpr auto names = std::to_array<std::string_view>({"concave", "threshold"});
};

template <>
struct Choice<AssessmentCalendar> {
  static constexpr bool is_set = false;
  static constexpr auto names = std::to_array<std::string_view>({"any", "once_a_year"});
};

template <>
struct Choice<CriteriaLine> {
  static constexpr bool is_set = false;
  static constexpr auto names =
      std::to_array<std::string_view>({"margin", "multiple", "decile", "minimum_wage"});
};

template <>
struct Choice<AtTimeLimit> {
  static constexpr bool is_set = false;
  static constexpr auto names = std::to_array<std::string_view>({"leave", "assess"});
};

template <>
struct Choice<ExitKinds> {
  static constexpr bool is_set = true;
  static constexpr auto names = std::to_array<std::string_view>({"self_reliant", "natural_exit"});
};

/// The words of a choice; none for numbers.
template <class T>
constexpr std::span<std::string_view const> choices_of() {
  if constexpr (std::is_enum_v<T>)
    return Choice<T>::names;
  else
    return {};
}

}  // namespace graduasi
