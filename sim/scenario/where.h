// Where the steps and events of a policy hold: names of islands and areas against the areas file.
#pragma once

#include "policy/where.h"
#include "population/areas.h"
#include "scenario/blocks/policy.h"

#include <span>
#include <string>
#include <vector>

namespace graduasi {

/// Whether an area is one of those meant. A name means the area, or the province, that is called
/// so, whatever its capitals and blanks.
bool holds_in(Where const& where, Area const& area);

/// Whether something of a policy reaches an area: a step or an event holds where both its own
/// `where` and that of the policy do.
bool reaches(Policy const& policy, Where const& part, Area const& area);

/// The `where` of a policy as a whole, which stands with its first step.
inline Where const& where_of(Policy const& policy) { return policy.steps.front().where; }

/// "Java and Papua"; empty: everywhere.
std::string text_of(Where const& where);

/// The same of a part of a policy: "Papua", or "Aceh, of Sumatra" where both say something.
std::string place_text(Policy const& policy, Where const& part);

/// Whether anything in these policies holds in some areas only.
bool any_where(std::span<Policy const> policies);

/// Areas that stand for all: one of each set in which the same steps and events of all policies
/// hold. Where nothing has a `where` that is one area without a name.
/// @param areas  rows of the areas file; none: the same area without a name
std::vector<Area> areas_apart(std::span<Policy const> policies, std::span<Area const> areas);

/// For each area the number of the one among `areas_apart` that stands for it.
std::vector<std::size_t> sets_of_areas(std::span<Policy const> policies,
                                       std::span<Area const> areas);

}  // namespace graduasi
