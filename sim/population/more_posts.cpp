#include "population/more_posts.h"

#include "parameters/choices.h"

#include <algorithm>

namespace graduasi {

namespace {

/// Turns parts of something that districts get into parts against those of the families, so that
/// all districts together get all of it; left as they are where nobody gets anything.
template <class Weight, class Factor>
void set_factors(Programme& programme, Weight weight, Factor factor) {
  double families = 0, weighted = 0;
  for (auto const& d : programme.districts) {
    families += static_cast<double>(d.families);
    weighted += static_cast<double>(d.families) * weight(d);
  }
  if (!(weighted > 0)) return;
  for (auto& d : programme.districts)
    factor(d) = static_cast<float>(weight(d) * families / weighted);
}

/// Posts that a district lacks to the nation's mean caseload, for each that it would have there.
double lacks(District const& d, std::size_t rule) {
  return std::max(0.0, 1.0 - 1.0 / static_cast<double>(d.ratio_factor[rule]));
}

}  // namespace

void set_more_factors(Programme& programme) {
  auto const area = [&](District const& d) -> Area const& { return programme.areas[d.area].area; };
  auto const to = [](MorePosts rule) {
    return [rule](District& d) -> float& { return d.more_factor[static_cast<std::size_t>(rule)]; };
  };
  set_factors(
      programme, [&](District const& d) { return area(d).poverty_rate; }, to(MorePosts::by_need));
  set_factors(
      programme, [&](District const& d) { return area(d).hard_share; }, to(MorePosts::hard_areas));
  for (std::size_t rule = 0; rule < Choice<Allotment>::names.size(); ++rule) {
    double families = 0, lacking = 0;
    for (auto const& d : programme.districts) {
      families += static_cast<double>(d.families);
      lacking += static_cast<double>(d.families) * lacks(d, rule);
    }
    for (auto& d : programme.districts) d.lacking[rule] = static_cast<float>(lacking / families);
    set_factors(
        programme, [&](District const& d) { return lacks(d, rule); },
        [rule](District& d) -> float& { return d.lack_factor[rule]; });
  }
}

}  // namespace graduasi
