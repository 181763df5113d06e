#include "analysis/pilot.h"

#include "analysis/pairs.h"
#include "analysis/trial.h"
#include "base/math_double.h"
#include "experiment/family_panel.h"
#include "model/family_outcomes.h"
#include "outcome/draw_spread.h"
#include "outcome/student.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace graduasi {

namespace {

/// Units of the families that are interviewed, as they are under both policies.
UnitsOfNation units_of_nation(FamilyPanel const& control, FamilyPanel const& treated,
                              PilotPlan const& plan, ArmUnit unit) {
  auto const& outcome = family_outcomes()[plan.outcome];
  auto const& group = family_groups()[plan.group];
  std::map<std::uint32_t, UnitsOfNation::Unit> units;
  for (std::size_t i = 0; i < control.ids.size(); ++i) {
    FamilyView const family{control.notes.back()[i], control.notes.front()[i]};
    if (!group.holds(family)) continue;
    auto& its = units[unit_of_family(control, i, unit)];
    its.control.push_back(static_cast<float>(outcome.value(family)));
    its.treated.push_back(
        static_cast<float>(outcome.value({treated.notes.back()[i], treated.notes.front()[i]})));
  }
  UnitsOfNation nation;
  for (auto& [number, its] : units) nation.units.push_back(std::move(its));
  return nation;
}

double mean_size(UnitsOfNation const& nation) {
  double families = 0;
  for (auto const& unit : nation.units) families += static_cast<double>(unit.control.size());
  return families / static_cast<double>(nation.units.size());
}

/// A nation, and pilots of each size in it.
struct Nation {
  double effect, mean, sd, correlation, units, families;
  std::vector<PilotsOfSize> sizes;
};

Nation look_at(UnitsOfNation const& units, PilotPlan const& plan, std::uint64_t stream) {
  Nation nation{units.effect(),
                units.mean(),
                units.sd(),
                units.intra_unit_correlation(),
                static_cast<double>(units.units.size()),
                mean_size(units),
                {}};
  for (double const size : plan.units) {
    auto const number = static_cast<std::size_t>(size);
    if (number > units.units.size()) continue;
    nation.sizes.push_back(simulate_pilots(units, number, plan.families, plan.pilots, stream++));
  }
  return nation;
}

double mean_over(std::vector<Nation> const& nations, double Nation::*part) {
  double sum = 0;
  for (auto const& nation : nations) sum += nation.*part;
  return sum / static_cast<double>(nations.size());
}

/// Standard error of a share: over nations, or over the pilots of a single one.
double error_of(std::vector<double> const& shares, int pilots) {
  auto const n = static_cast<double>(shares.size());
  double const mean = std::accumulate(shares.begin(), shares.end(), 0.0) / n;
  if (shares.size() < 2) return std::sqrt(mean * (1 - mean) / pilots);
  double squares = 0;
  for (double const share : shares) squares += (share - mean) * (share - mean);
  return std::sqrt(squares / (n - 1) / n);
}

/// Pilots of one size over all nations.
PilotSize size_over(std::vector<Nation> const& nations, std::size_t which,
                    PilotFound const& found) {
  PilotSize size{.units = nations.front().sizes[which].units};
  std::vector<double> powers;
  double pilots = 0, held = 0, alarms = 0, errors = 0, exaggerated = 0, seen = 0;
  for (auto const& nation : nations) {
    auto const& here = nation.sizes[which];
    powers.push_back(static_cast<double>(here.found) / static_cast<double>(here.pilots));
    pilots += static_cast<double>(here.pilots);
    held += static_cast<double>(here.held);
    alarms += static_cast<double>(here.alarms);
    errors += here.standard_errors;
    exaggerated += here.found_effects;
    seen += static_cast<double>(here.found) * std::abs(nation.effect);
    double const families = std::min(nation.families, static_cast<double>(found.families));
    size.by_formula +=
        power_by_formula(nation.effect, nation.sd, nation.correlation, families, size.units) /
        static_cast<double>(nations.size());
  }
  size.power =
      std::accumulate(powers.begin(), powers.end(), 0.0) / static_cast<double>(powers.size());
  size.power_error = error_of(powers, found.pilots);
  size.coverage = held / pilots;
  size.false_alarms = alarms / pilots;
  size.standard_error = errors / pilots;
  size.exaggeration = seen > 0 ? exaggerated / seen : 0;
  double const t = student_quantile(size.units - 2);
  size.detectable = (t + math::normal_quantile(found.wanted_power)) * size.standard_error;
  std::size_t beyond = 0;
  for (auto const& nation : nations)
    beyond += std::abs(nation.effect - found.effect) > t * size.standard_error ? 1 : 0;
  size.ruled_out = static_cast<double>(beyond) / static_cast<double>(nations.size());
  return size;
}

/// Where the curve of power reaches what is wanted, straight between two sizes.
std::optional<double> units_for(double wanted, std::vector<PilotSize> const& sizes) {
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i].power < wanted) continue;
    auto const here = static_cast<double>(sizes[i].units);
    if (i == 0) return here;
    auto const before = static_cast<double>(sizes[i - 1].units);
    double const part = (wanted - sizes[i - 1].power) / (sizes[i].power - sizes[i - 1].power);
    return before + part * (here - before);
  }
  return std::nullopt;
}

ArmUnit unit_of(Scenario const& scenario) {
  return scenario.trial ? scenario.trial->unit : ArmUnit::district;
}

PilotFound described(Scenario const& scenario) {
  auto const& plan = *scenario.pilot;
  auto const& counts = scenario.run.counts;
  return {.scenario = scenario.name,
          .question = scenario.question,
          .control = scenario.policies[0].name,
          .treatment = scenario.policies[1].name,
          .outcome = std::string(family_outcomes()[plan.outcome].name),
          .group = std::string(family_groups()[plan.group].name),
          .unit = std::string(arm_unit_names[static_cast<std::size_t>(unit_of(scenario))]),
          .outcome_unit = std::string(family_outcomes()[plan.outcome].unit),
          .month = *plan.month,
          .draws = static_cast<std::size_t>(counts.parameter_draws),
          .replicates = static_cast<std::size_t>(counts.replicates),
          .families = plan.families,
          .households = scenario.population.size.households,
          .pilots = plan.pilots,
          .seed = counts.seed,
          .wanted_power = plan.power};
}

void sum_up(PilotFound& found, std::vector<Nation> const& nations) {
  found.mean = mean_over(nations, &Nation::mean);
  found.sd = mean_over(nations, &Nation::sd);
  found.correlation = mean_over(nations, &Nation::correlation);
  found.units_there = mean_over(nations, &Nation::units);
  found.families_in_unit = mean_over(nations, &Nation::families);
  found.effect = mean_over(nations, &Nation::effect);
  std::vector<double> effects;
  for (auto const& nation : nations) effects.push_back(nation.effect);
  std::ranges::sort(effects);
  found.effect_lower = quantile(effects, 0.05);
  found.effect_upper = quantile(effects, 0.95);
  std::size_t sizes = nations.front().sizes.size();
  for (auto const& nation : nations) sizes = std::min(sizes, nation.sizes.size());
  for (std::size_t i = 0; i < sizes; ++i) found.sizes.push_back(size_over(nations, i, found));
  found.units_needed = units_for(found.wanted_power, found.sizes);
}

}  // namespace

Scenario reduced_for_pilot(Scenario scenario) {
  if (!scenario.pilot)
    throw ScenarioError({{scenario.file.generic_string(),
                          "pilot is missing; it says what is measured, as in pilot: {measure: "
                          "left_self_reliant, units: [20, 40, 80]}"}});
  if (scenario.policies.size() < 2)
    throw ScenarioError({{scenario.file.generic_string(),
                          "there is one policy; a pilot compares two: write what is to be tried as "
                          "a second policy below that of today"}});
  auto& plan = *scenario.pilot;
  reduce_to_size(scenario, plan.households, plan.replicates, plan.month);
  scenario.policies.resize(2);
  return scenario;
}

std::optional<PilotFound> plan_pilot(Scenario const& asked, Areas const& areas,
                                     ExperimentOptions const& options) {
  if (!asked.sweep.empty())
    throw ScenarioError({{asked.file.generic_string(),
                          "sweep is set; a pilot tries one policy: leave the sweep out"}});
  use_threads(options);
  Scenario const scenario = reduced_for_pilot(asked);
  auto const& plan = *scenario.pilot;
  auto const kernel = kernel_for(options.isa);
  auto const variant = variants_of(scenario).front();
  auto found = described(scenario);
  auto const all = found.draws * found.replicates;
  std::vector<Nation> nations;
  for (std::size_t draw = 0; draw < found.draws; ++draw) {
    auto const e = prepared(scenario, areas, variant, static_cast<int>(draw), *options.lists);
    for (std::size_t replicate = 0; replicate < found.replicates; ++replicate) {
      if (options.stop != nullptr && options.stop->load()) return std::nullopt;
      Key const key = e.key(draw, replicate);
      auto const families = initial_families(e, key, kernel);
      // Facilitators are known from the first month on.
      std::vector<int> const months = {0, std::max(*plan.month, 1)};
      auto const units = units_of_nation(follow_families(e, 0, key, families, months, kernel),
                                         follow_families(e, 1, key, families, months, kernel), plan,
                                         unit_of(scenario));
      auto const smallest = static_cast<std::size_t>(plan.units.front());
      if (units.units.size() < smallest)
        throw ScenarioError(
            {{"pilot.units", "begins with " + std::to_string(smallest) + ", and the nation has " +
                                 std::to_string(units.units.size()) +
                                 " such units; take fewer, simulate more households, or draw "
                                 "others (trial.unit)"}});
      std::uint64_t const stream = std::uint64_t{key.seed} << 32 | std::uint64_t{key.replicate}
                                                                       << 8;
      nations.push_back(look_at(units, plan, stream));
      if (options.progress)
        options.progress(static_cast<double>(nations.size()) / static_cast<double>(all));
    }
  }
  sum_up(found, nations);
  if (found.sizes.size() < plan.units.size())
    found.warnings.push_back({"pilot.units",
                              std::to_string(plan.units.size() - found.sizes.size()) +
                                  " of the numbers are more than the nation has units (" +
                                  std::to_string(static_cast<int>(found.units_there)) + ")",
                              "they are left out; simulate more households for more districts"});
  return found;
}

}  // namespace graduasi
