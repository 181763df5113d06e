#include "scenario/blocks/module_time.h"

#include "base/text.h"
#include "parameters/lookup.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"
#include "scenario/timeline.h"

#include <algorithm>
#include <array>
#include <optional>

namespace graduasi {

namespace {

constexpr auto modules = std::to_array<std::string_view>(
    {"policy.mentoring.strengths_share", "policy.mentoring.finance_share",
     "policy.mentoring.enterprise_share", "policy.mentoring.parenting_share",
     "policy.mentoring.health_share", "policy.mentoring.digital_share"});

/// Shares are floats: ten tenths are not quite one.
constexpr double most = 1 + 1e-6;

double time_of(Levers const& levers) {
  double sum = 0;
  for (auto const path : modules) sum += find_row<Levers>(path)->get(levers);
  return sum;
}

/// "1.1 of contact's time to modules: strengths_share 0.3, finance_share 0.8; together ...".
std::string told(Levers const& levers) {
  std::string shares;
  for (auto const path : modules) {
    auto const& row = *find_row<Levers>(path);
    double const value = row.get(levers);
    if (!(value > 0)) continue;
    shares +=
        (shares.empty() ? "" : ", ") + std::string(last_part(path)) + " " + text_of(row, value);
  }
  return seven_digits(time_of(levers)) + " of contact's time to modules of mentoring: " + shares +
         "; together they may take at most 1";
}

using LeversOfMonths = std::vector<Levers>;

/// The first month in which modules take too much.
std::optional<std::size_t> overfull(std::vector<Levers> const& months) {
  auto const found =
      std::ranges::find_if(months, [](Levers const& levers) { return time_of(levers) > most; });
  if (found == months.end()) return std::nullopt;
  return static_cast<std::size_t>(found - months.begin());
}

/// A lever that something beside the policy moves, and the most that it is moved to.
struct Moved {
  std::string_view path;
  double most;
};

/// @param who  "the policy NAME", as the message begins
void refuse_corner(std::vector<LeversOfMonths> of_places, std::vector<Moved> const& moved,
                   Place const& place, std::string const& who, Problems& problems) {
  for (auto& months : of_places) {
    bool moves_a_module = false;
    for (auto const& [path, value] : moved) {
      if (std::ranges::find(modules, path) == modules.end()) continue;
      moves_a_module = true;
      for (auto& levers : months) find_row<Levers>(path)->set(levers, value);
    }
    if (!moves_a_module) return;
    auto const month = overfull(months);
    if (month) return problems.add(place, who + " gives " + told(months[*month]));
  }
}

/// @returns  whether a policy is refused
bool refuse_policies(Entry const& root, Scenario const& scenario, Problems& problems) {
  auto const* const written = find(root, "policies");
  if (written == nullptr) return false;
  for (std::size_t i = 0; i < scenario.policies.size(); ++i) {
    for (auto const& months : levers_in_places(scenario.policies[i], scenario)) {
      auto const month = overfull(months);
      if (!month) continue;
      auto const when = later(scenario.run.start, std::max(static_cast<int>(*month), 1) - 1);
      problems.add(written->items[i].place, "policies[" + std::to_string(i) + "] gives, in " +
                                                text_of(when) + ", " + told(months[*month]));
      return true;  // what follows from the baseline would say the same again
    }
  }
  return false;
}

}  // namespace

void refuse_too_many_modules(Entry const& root, Scenario const& scenario, Problems& problems) {
  if (!problems.all.empty() || refuse_policies(root, scenario, problems)) return;
  auto const& policies = scenario.policies;
  auto const months_of = [&](Policy const& policy) { return levers_in_places(policy, scenario); };
  if (!scenario.sweep.empty()) {
    std::vector<Moved> moved;
    for (auto const& axis : scenario.sweep)
      moved.push_back({axis.path, std::ranges::max(axis.values)});
    auto const place = find(root, "sweep")->place;
    for (std::size_t i = policies.size() > 1 ? 1 : 0; i < policies.size(); ++i)
      refuse_corner(months_of(policies[i]), moved, place,
                    "sweep: at the largest values, " + policies[i].name, problems);
  }
  if (!scenario.optimisation) return;
  auto const& plan = *scenario.optimisation;
  std::vector<Moved> moved;
  for (auto const& lever : plan.levers) moved.push_back({lever.path, lever.range.max});
  auto const of = std::ranges::find(policies, plan.policy, &Policy::name);
  auto const* const block = find(root, "optimise");
  refuse_corner(months_of(of == policies.end() ? policies.front() : *of), moved,
                block == nullptr ? root.place : block->place,
                "optimise.levers: at the largest values, the policy", problems);
}

}  // namespace graduasi
