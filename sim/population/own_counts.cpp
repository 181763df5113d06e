#include "population/own_counts.h"

#include "base/text.h"

#include <cmath>

namespace graduasi {

std::optional<Warning> warning_of_counts(Programme const& programme,
                                         CaseloadLevers const& baseline) {
  double counted = 0, families = 0;
  for (auto const& plan : programme.areas) {
    if (!(plan.area.facilitators > 0)) continue;
    counted += plan.area.facilitators;
    families += plan.programme_families;
  }
  if (counted == 0) return {};
  auto const file = "the areas file counts " + seven_digits(counted) + " facilitators";
  if (baseline.allotment != Allotment::equal_ratio)
    return Warning{"population.areas", file + ", but policy.caseload.allotment is not equal_ratio",
                   "they are not looked at"};
  double const ratio = families / counted;
  auto const asked = static_cast<double>(baseline.households_per_facilitator);
  constexpr double equal = 0.005;
  if (std::abs(ratio / asked - 1) < equal) return {};
  return Warning{"population.areas",
                 file + ", one for " + seven_digits(ratio) +
                     " families; the baseline has one for " + seven_digits(asked),
                 "they are rescaled to " + seven_digits(std::round(families / asked)) +
                     " and only their shares are kept; "
                     "policy.caseload.households_per_facilitator=" +
                     seven_digits(ratio) + " would have as many as counted"};
}

}  // namespace graduasi
