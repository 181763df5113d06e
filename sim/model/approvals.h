// Rules that leave something behind in families: proposals that wait for approval, and which of
// them a district approves in a month, the oldest first.
#pragma once

#include "model/district_year.h"

#include <cstdint>

namespace graduasi {

/// What may have been left behind by a month of the run: one that a rule has left stays when the
/// rule ends.
struct RulesSoFar {
  bool queues = false;    ///< whether proposals may wait
  bool averages = false;  ///< whether assessors look at more than a month

  /// A month later, in which these levers hold.
  void add(Levers const& levers);
};

/// Of the months of the run until one, that included.
RulesSoFar rules_so_far(std::span<Levers const> levers, int month);

/// Months that the proposal of a family has waited when this month approves; 0 without one.
std::int32_t waited(HouseholdsView const& h, std::size_t i);

/// The border with so many proposals beyond it, or as many as there are.
/// @param soonest  months after which a proposal may be approved, 1 or more
ApprovalBorder approval_border(HouseholdsView const& h, std::int32_t soonest, std::int64_t places);

/// Families of the district that a month of the run can approve. A district begins anywhere in its
/// rounding, so a sample of any size approves as many on average as the whole nation; whole numbers
/// round alike everywhere.
std::int64_t approvals_in(DistrictYear const& y, float capacity, int month);

/// Beyond which border proposals are approved this month.
ApprovalBorder border_of_approvals(DistrictYear const& y, int month);

}  // namespace graduasi
