// Aalen-Johansen: how many of a group have left in each of several ways, and how many are still
// there.
#pragma once

#include "base/contract.h"

#include <Eigen/Core>

namespace graduasi {

/// Row m holds the state after m months; row 0 the start.
struct Incidence {
  Eigen::ArrayXXd
      cumulative;  ///< share of the group that has left, months + 1 rows, a column per way
  Eigen::ArrayXd remaining;  ///< share still there; with its row of `cumulative` it adds up to 1
};

/// Cumulative incidence of competing ways of leaving.
///
/// In each month every way takes its share of those at risk from the share that is still there; who
/// stops being watched without leaving only lowers the later numbers at risk.
///
/// @param at_risk  just before the exits of month 1, 2, ...; at least that month's exits
/// @param exits    first exits, a row per month, a column per way
inline Incidence incidence(Eigen::ArrayXd const& at_risk, Eigen::ArrayXXd const& exits) {
  expects(at_risk.size() == exits.rows(), "every month has a number at risk");
  Eigen::Index const months = exits.rows();
  Incidence result{Eigen::ArrayXXd::Zero(months + 1, exits.cols()),
                   Eigen::ArrayXd::Ones(months + 1)};
  for (Eigen::Index m = 0; m < months; ++m) {
    expects(exits.row(m).sum() <= at_risk(m), "only those at risk leave");
    double const there = result.remaining(m);
    double leaving = 0;
    for (Eigen::Index way = 0; way < exits.cols(); ++way) {
      double const hazard = exits(m, way) > 0 ? exits(m, way) / at_risk(m) : 0;
      result.cumulative(m + 1, way) = result.cumulative(m, way) + there * hazard;
      leaving += hazard;
    }
    result.remaining(m + 1) = there * (1 - leaving);
  }
  return result;
}

/// Mean months spent in the group within the first 0, 1, ... months: the area under `remaining`.
/// Who leaves during a month has spent that month.
inline Eigen::ArrayXd restricted_mean(Eigen::ArrayXd const& remaining) {
  Eigen::ArrayXd area = Eigen::ArrayXd::Zero(remaining.size());
  for (Eigen::Index m = 1; m < remaining.size(); ++m) area(m) = area(m - 1) + remaining(m - 1);
  return area;
}

}  // namespace graduasi
