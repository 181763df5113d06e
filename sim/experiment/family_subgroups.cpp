#include "experiment/family_subgroups.h"

#include "base/math.h"
#include "model/first_families.h"

#include <algorithm>
#include <numeric>

namespace graduasi {

namespace {

constexpr std::size_t steps = 4096;
constexpr float lowest = -3.0f, highest = 3.0f;

std::uint32_t value(ComponentClass kind) { return static_cast<std::uint32_t>(kind); }

/// Step of a family's spending, with the benefit, before the district's cycle.
std::int64_t step_of(HouseholdsView const& h, std::size_t i, District const& district,
                     World const& world) {
  std::uint32_t const r = h.record[i];
  auto const paid = static_cast<float>(world.money.benefit_on ? record::paid.get(r) : 0u);
  auto const persons = static_cast<float>(record::size.get(r) + 1);
  float const benefit = paid * 100000.0f / (12.0f * district.line_rupiah * persons);
  float const income = business_income(h, i, world.enterprise);
  float const log_spending = math::log(math::exp(h.permanent[i] + h.shock[i]) + income + benefit);
  float const position = (log_spending - lowest) / (highest - lowest) * static_cast<float>(steps);
  return static_cast<std::int64_t>(math::clip(position, 0.0f, static_cast<float>(steps - 1)));
}

}  // namespace

std::vector<NamedSubgroup> family_subgroups(OutputSettings const& output) {
  std::vector<NamedSubgroup> subgroups;
  if (splits_by(output, Split::sex_of_head)) {
    subgroups.push_back({"sex_of_head:female", {traits::female_headed, 1}});
    subgroups.push_back({"sex_of_head:male", {traits::female_headed, 0}});
  }
  if (splits_by(output, Split::components)) {
    subgroups.push_back({"components:early_childhood",
                         {traits::component, value(ComponentClass::early_childhood)}});
    subgroups.push_back({"components:school", {traits::component, value(ComponentClass::school)}});
    subgroups.push_back({"components:elderly_or_disabled",
                         {traits::component, value(ComponentClass::elderly_or_disabled)}});
    subgroups.push_back({"components:none", {traits::component, value(ComponentClass::none)}});
  }
  if (splits_by(output, Split::welfare_fifth)) {
    for (std::uint32_t fifth = 1; fifth <= 5; ++fifth)
      subgroups.push_back({"welfare_fifth:" + std::to_string(fifth), {traits::fifth, fifth}});
  }
  return subgroups;
}

std::vector<std::string> subgroup_names(OutputSettings const& output, Areas const& areas) {
  std::vector<std::string> names = {"all"};
  if (splits_by(output, Split::area)) {
    for (auto const& area : areas.rows) names.push_back("area:" + area.name);
  }
  for (auto const& named : family_subgroups(output)) names.push_back(named.name);
  return names;
}

SpendingCounts no_spending() { return SpendingCounts(steps); }

SpendingCounts count_spending(HouseholdsView const& h, District const& district,
                              World const& world) {
  auto counts = no_spending();
  for (std::size_t i = 0; i < district.families; ++i)
    ++counts[static_cast<std::size_t>(step_of(h, i, district, world))];
  return counts;
}

std::vector<std::int64_t> fifths_of(SpendingCounts const& counts) {
  auto const all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  std::vector<std::int64_t> borders;
  std::int64_t below = 0;
  for (std::size_t step = 0; step < counts.size() && borders.size() < 4; ++step) {
    below += counts[step];
    while (borders.size() < 4 && 5 * below >= static_cast<std::int64_t>(borders.size() + 1) * all)
      borders.push_back(static_cast<std::int64_t>(step) + 1);
  }
  return borders;
}

void mark_fifths(HouseholdsView const& h, District const& district, World const& world,
                 std::vector<std::int64_t> const& borders) {
  for (std::size_t i = 0; i < district.families + district.waiting; ++i) {
    std::int64_t const step = step_of(h, i, district, world);
    auto const above = std::ranges::count_if(borders, [&](auto border) { return step >= border; });
    h.traits[i] = (h.traits[i] & ~traits::fifth.mask()) |
                  traits::fifth.put(1 + static_cast<std::uint32_t>(above));
  }
  if (district.forming > 0)
    mark_fifths(kept_part(h, district), kept_apart(district), world, borders);
}

}  // namespace graduasi
