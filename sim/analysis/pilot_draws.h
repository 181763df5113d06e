// Pilots drawn from a nation again and again: units into two arms, families of each interviewed,
// and the difference tested as the pilot would test it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace graduasi {

/// Families of a nation that lived twice, under either policy, by the unit that would be drawn.
struct UnitsOfNation {
  struct Unit {
    std::vector<float> control, treated;  ///< what is measured, of each of its families
  };
  std::vector<Unit> units;

  double effect() const;  ///< mean over units of the treated mean less that of the control
  double mean() const;    ///< mean over units of the control mean
  double sd() const;      ///< over families, under the control
  /// Part of the variance over families that lies between units, by an analysis of variance; below
  /// zero where units differ less than chance would have it.
  double intra_unit_correlation() const;
};

/// Power of a two-sided test at 5 percent for the difference of two arms of equal units.
/// @param effect       true difference
/// @param sd           over families
/// @param correlation  of two families of a unit
/// @param families     interviewed in each unit
/// @param units        of both arms together, at least 4
double power_by_formula(double effect, double sd, double correlation, double families,
                        std::size_t units);

/// Pilots of one size in one nation.
struct PilotsOfSize {
  std::size_t units = 0, found = 0, held = 0, alarms = 0, pilots = 0;
  double standard_errors = 0, found_effects = 0;  ///< sums
};

/// Draws units into two arms, interviews families in each, and tests the difference of the means of
/// units with Student's t, again and again.
/// @param units   of both arms together; at most as many as the nation has
/// @param stream  of random numbers: nations and sizes have their own
PilotsOfSize simulate_pilots(UnitsOfNation const& nation, std::size_t units, int families,
                             int pilots, std::uint64_t stream);

}  // namespace graduasi
