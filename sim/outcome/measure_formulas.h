// What the formulas of measures have in common: counts of simulated families as figures of the
// programme.
#pragma once

#include "outcome/measures.h"

#include <limits>

namespace graduasi::formulas {

inline constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

using View = MonthView const&;

constexpr double ratio(double top, double bottom) {
  return bottom != 0 ? top / bottom : not_defined;
}

template <Count... counted>
double sum(Tally const& tally) {
  return static_cast<double>((tally[counted] + ...));
}

/// Families at the end of the month.
template <Count... counted>
double stock(View v) {
  return sum<counted...>(v.now) * v.scale.factor;
}

/// Families that moved during the month.
template <Count... counted>
double flow(View v) {
  return v.month > 0 ? stock<counted...>(v) : not_defined;
}

/// Families that moved since the start.
template <Count... counted>
double total(View v) {
  return sum<counted...>(v.so_far) * v.scale.factor;
}

/// Of one count for each of another, at the end of the month; `unit` of the first are one.
template <Count top, Count bottom, int unit = 1>
double mean(View v) {
  return ratio(sum<top>(v.now), unit * sum<bottom>(v.now));
}

/// The same for what happens during a month.
template <Count top, Count bottom, int unit = 1>
double mean_flow(View v) {
  return v.month > 0 ? mean<top, bottom, unit>(v) : not_defined;
}

/// Of all that happened since the start.
template <Count part, Count whole>
double share_so_far(View v) {
  return ratio(sum<part>(v.so_far), sum<whole>(v.so_far));
}

inline constexpr int shares = static_cast<int>(share_unit);

/// Families that left in a way that is counted as self-reliant.
inline double self_reliant_exits(Tally const& tally) {
  return sum<Count::left_raised, Count::left_own_request, Count::left_target, Count::left_label,
             Count::left_booked>(tally);
}

/// Families on the programme while the month lasts, for whom its work is done: who leaves does so
/// at its end, and so does who comes back.
inline double accompanied(Tally const& tally) {
  return sum<Count::active, Count::left_natural, Count::left_assessed_out, Count::left_struck_off,
             Count::left_removal, Count::left_time_limit>(tally) +
         self_reliant_exits(tally) - sum<Count::returned, Count::restored>(tally);
}

/// What is done during a month for each family; `unit` of it are one.
template <Count done, int unit = 1>
double for_each_accompanied(View v) {
  return v.month > 0 ? ratio(sum<done>(v.now), unit * accompanied(v.now)) : not_defined;
}

}  // namespace graduasi::formulas
