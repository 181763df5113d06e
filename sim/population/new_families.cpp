#include "population/new_families.h"

#include "base/columns.h"
#include "base/math_double.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace graduasi {

namespace {

/// How many quarters until the next whole family a district begins with: multiples of the golden
/// ratio spread districts evenly, so that all of them together form families at an even pace.
std::uint64_t rounding_of(std::uint32_t number) {
  constexpr double golden = 0.6180339887498949;
  double const turn = (static_cast<double>(number) + 0.5) * golden;
  return static_cast<std::uint64_t>((turn - std::floor(turn)) * static_cast<double>(formed_unit));
}

}  // namespace

void make_room_to_form(District& district, AreaPlan const& plan, NewFamilies const& formed) {
  auto const list = static_cast<double>(district.families + district.waiting);
  auto const families = static_cast<double>(std::max<std::size_t>(district.families, 1));
  district.formed_a_quarter = static_cast<std::uint64_t>(
      formed.for_each_listed * list * static_cast<double>(formed_unit) + 0.5);
  district.formed_offset = rounding_of(district_number(district));
  district.forming = std::numeric_limits<std::size_t>::max();
  district.forming = formed_until(district, formed.quarters);
  if (district.forming > 0)
    district.slots = padded(district.families + district.waiting + district.forming) + lanes;
  double const part = std::min(plan.chosen_share * list / families, 0.999);
  district.list_ends =
      static_cast<float>(plan.fit.mu + plan.score_total_sd * math::normal_quantile(part));
  std::size_t const all = district.families + district.waiting + district.forming;
  if (all <= max_families_per_district) return;
  throw ScenarioError({{"population.intake.new_families",
                        "makes " + std::to_string(all) + " households in a district of " +
                            plan.area.name + ", " + std::to_string(district.forming) +
                            " of them formed in " + std::to_string(formed.quarters) +
                            " quarters; at most " + std::to_string(max_families_per_district) +
                            " fit. Simulate fewer households or shorten run.months"}});
}

}  // namespace graduasi
