// What trials measure of families, and which families they look at: the only place that knows.
#pragma once

#include "model/family_notes.h"

#include <optional>
#include <span>
#include <string_view>

namespace graduasi {

/// A family at a month, and on the first day.
struct FamilyView {
  FamilyNote const& now;
  FamilyNote const& first;
};

/// One thing that is measured of a family.
struct FamilyOutcome {
  std::string_view name;
  std::string_view unit;  ///< "share" where it is 1 or 0, or a share in [0, 1]
  std::string_view meaning;
  double (*value)(FamilyView const&);
};

std::span<FamilyOutcome const> family_outcomes();

/// Families that are looked at, as long as `holds`.
struct FamilyGroup {
  std::string_view name;
  std::string_view meaning;
  bool (*holds)(FamilyView const&);
};

std::span<FamilyGroup const> family_groups();

/// The index of a name in the list.
std::optional<std::size_t> find_outcome(std::string_view name);
std::optional<std::size_t> find_group(std::string_view name);

}  // namespace graduasi
