#include "scenario/short_runs.h"

#include "base/text.h"
#include "scenario/headline.h"
#include "scenario/lever_needs.h"
#include "scenario/months_apart.h"
#include "scenario/text/value.h"
#include "scenario/timeline.h"

#include <algorithm>

namespace graduasi {

namespace {

std::string month_and_date(int month, RunSettings const& run) {
  return "month " + std::to_string(month) + " (" + text_of(later(run.start, month - 1)) + ")";
}

/// A month of `optimise` or `attribute` in which no exit can count as sustained.
void warn_of_early_exits(Scenario const& scenario, std::string const& block,
                         std::string const& measure, int month, std::vector<Warning>& warnings) {
  if (measure != sustained_measure || month > sustained_after) return;
  warnings.push_back({scenario.file.generic_string(),
                      block + " looks at " + measure + " in month " + std::to_string(month),
                      "an exit counts as sustained after " + std::to_string(sustained_after) +
                          " months outside, so all are 0: take a later month or another measure"});
}

/// What keeps a lever of a policy from acting in the last month, wherever it looks.
std::optional<UnmetNeed> unmet_at_the_end(std::string_view path, Policy const& policy,
                                          ParameterSet const& setting, RunSettings const& run) {
  std::optional<UnmetNeed> unmet;
  for (auto const& place : setting.places) {
    auto const levers = levers_by_month(policy, setting.policies.front(), run, place);
    unmet = unmet_need(path, setting, levers.back());
    if (!unmet) return std::nullopt;
  }
  return unmet;
}

void warn_of_optimisation(Scenario const& scenario, std::vector<Warning>& warnings) {
  if (!scenario.optimisation) return;
  auto const& plan = *scenario.optimisation;
  auto const file = scenario.file.generic_string();
  int const month = plan.month.value_or(scenario.run.counts.months);
  warn_of_early_exits(scenario, "optimise", plan.gain.measure, month, warnings);
  if (plan.minimise && plan.gain.amount && *plan.gain.amount <= 0)
    warnings.push_back({file, "optimise.target is " + shortest(*plan.gain.amount),
                        "every value of the levers reaches it, so there is no optimum"});
  auto found = std::ranges::find(scenario.policies, plan.policy, &Policy::name);
  auto const& moved = found == scenario.policies.end() ? scenario.policies.front() : *found;
  auto const& first = moved.steps.front();
  if (int const begins = first.from.number - scenario.run.start.number + 1; begins > month)
    warnings.push_back({file,
                        "optimise looks at month " + std::to_string(month) + ", but policy " +
                            moved.name + " begins in " + month_and_date(begins, scenario.run),
                        "no value of the levers makes a difference"});
  auto const setting = setting_where_all_acts(scenario, variants_of(scenario).front());
  for (auto const& lever : plan.levers) {
    auto const unmet = unmet_at_the_end(lever.path, moved, setting, scenario.run);
    if (!unmet) continue;
    bool const moves_it =
        std::ranges::find(plan.levers, unmet->need->needs, &LeverRange::path) != plan.levers.end();
    if (moves_it) continue;
    warnings.push_back({file, "optimise.levers." + lever.path + " moves a lever, but " + unmet->is,
                        std::string(unmet->need->consequence)});
  }
}

void warn_of_attribution(Scenario const& scenario, std::vector<Warning>& warnings) {
  if (!scenario.attribution) return;
  auto const& plan = *scenario.attribution;
  int const month = plan.month.value_or(scenario.run.counts.months);
  warn_of_early_exits(scenario, "attribute", plan.measure, month, warnings);
  if (!plan.month) return;
  auto const early = warnings_of_month(scenario, "attribute.month", month);
  append(warnings, early);
}

}  // namespace

std::vector<Warning> warnings_of_comparison(Scenario const& scenario) {
  auto const file = scenario.file.generic_string();
  bool const other_command =
      scenario.attribution || scenario.optimisation || !scenario.sweep.empty();
  std::vector<Warning> warnings;
  if (policy_names(scenario).size() == 1 && !other_command) {
    auto const& only = scenario.policies.front();
    warnings.push_back(
        {file, "there is no policy beside " + only.name,
         "nothing is compared; write a second policy below it. Two runs side by side "
         "answer another question: in each its levers held before the first day too"});
  }
  int const months = scenario.run.counts.months;
  if (months <= sustained_after) {
    warnings.push_back({file, "run.months is " + std::to_string(months),
                        "an exit counts as sustained after " + std::to_string(sustained_after) +
                            " months outside, so none can: what a sustained exit costs, and which "
                            "policy is worth its cost, is not known"});
    return warnings;
  }
  auto const late = in_every_variant(scenario, [&](ParameterSet const& setting) {
    std::vector<Warning> of_policies;
    for (std::size_t p = 1; p < setting.policies.size(); ++p) {
      auto const& policy = setting.policies[p];
      auto const from = first_month_apart(setting, p, 0, scenario.run);
      if (!from || *from + sustained_after <= months) continue;
      of_policies.push_back({file,
                             "policy " + policy.name + " differs from the baseline from " +
                                 month_and_date(*from, scenario.run) +
                                 " on, and the run ends with month " + std::to_string(months),
                             "an exit counts as sustained after " +
                                 std::to_string(sustained_after) +
                                 " months outside, so none that it brings can: whether it is worth "
                                 "its cost is not known"});
    }
    return of_policies;
  });
  append(warnings, late);
  return warnings;
}

std::vector<Warning> warnings_of_month(Scenario const& scenario, std::string const& place,
                                       int month) {
  return in_every_variant(scenario, [&](ParameterSet const& setting) {
    std::vector<Warning> early;
    for (std::size_t p = 1; p < setting.policies.size(); ++p) {
      auto const from = first_month_apart(setting, p, 0, scenario.run);
      if (!from || *from <= month) continue;
      early.push_back({place,
                       "month " + std::to_string(month) + " is before policy " +
                           setting.policies[p].name + " differs from the baseline, from " +
                           month_and_date(*from, scenario.run) + " on",
                       "its difference is 0"});
    }
    return early;
  });
}

std::vector<Warning> warnings_of_plans(Scenario const& scenario) {
  std::vector<Warning> warnings;
  warn_of_optimisation(scenario, warnings);
  warn_of_attribution(scenario, warnings);
  return warnings;
}

}  // namespace graduasi
