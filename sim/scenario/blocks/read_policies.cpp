#include "scenario/blocks/read_policies.h"

#include "base/contract.h"
#include "base/names.h"
#include "scenario/blocks/block.h"
#include "scenario/blocks/read_events.h"
#include "scenario/priors.h"
#include "scenario/read_prior.h"
#include "scenario/text/groups.h"
#include "scenario/text/value.h"
#include "scenario/where.h"

#include <algorithm>
#include <unordered_map>

namespace graduasi {

namespace {

std::vector<std::string_view> keys_of_change() {
  std::vector<std::string_view> names;
  append_names(rows_of_item<LeverStep>(), names);
  return names;
}

/// The name comes first, as in a scenario.
std::vector<std::string_view> keys_beside_levers() {
  std::vector<std::string_view> names;
  append_names(rows_of_item<Policy>(), names);
  auto const when = keys_of_change();
  names.insert(names.begin() + 1, when.begin(), when.end());
  return names;
}

/// What the parts of a policy are read with.
struct PolicyReading {
  Scenario const& scenario;  ///< as far as it is known already
  Problems& problems;
  Levers const& baseline;  ///< what the levers are that a policy does not set
  bool is_baseline;
  PriorsOfLevers& priors;
};

CalendarMonth last_month(RunSettings const& run) { return later(run.start, run.counts.months - 1); }

/// What stands beside the levers of a policy or of a change.
void read_step(Entry const& written, std::string const& path, LeverStep& step,
               PolicyReading const& reading) {
  auto& problems = reading.problems;
  read_item_keys(rows_of_item<LeverStep>(), path, {written, reading.scenario, {}, problems}, &step);
  auto const months = reading.scenario.run.counts.months;
  if (step.phase_in_months <= months) return;
  auto const* const phase_in = find(written, "phase_in_months");
  problems.add(phase_in->place, path + ".phase_in_months is " + shown(*phase_in) +
                                    " months; the run has " + std::to_string(months));
}

/// The middle of what is believed of a lever of the baseline.
std::optional<double> checked_belief(Row const& row, Entry const& value, std::string const& here,
                                     PolicyReading const& reading) {
  auto prior = checked_prior(value, here, rule_of(row), reading.scenario.run.counts.parameter_draws,
                             reading.problems, reading.priors.inputs);
  if (!prior) return std::nullopt;
  double const middle = value_for(row, central_value(*prior));
  reading.priors.uncertain.push_back({row.path, std::move(*prior)});
  return middle;
}

/// Puts the levers that a policy or a change writes into the step. Those of the baseline may be
/// uncertain from the start.
void read_levers(Entry const& written, std::string const& path,
                 std::span<std::string_view const> other_keys, LeverStep& step,
                 PolicyReading const& reading, bool may_be_uncertain) {
  auto& problems = reading.problems;
  auto const take = [&](Row const& row, Entry const& value, std::string const& here) {
    bool const is_map = value.shape == Entry::Shape::map;
    auto const number = may_be_uncertain && is_map
                            ? checked_belief(row, value, here, reading)
                            : checked_value(value, here, rule_of(row), problems);
    if (!number) return;
    row.set(step.levers, *number);
    step.sets.push_back(row.path);
  };
  read_rows(rows_of<Levers>(), written, path, other_keys, problems, take);
}

void warn_of_late_arrival(LeverStep const& step, Entry const& written, std::string const& path,
                          PolicyReading const& reading) {
  auto const arrives = later(step.from, std::max(step.phase_in_months, 1) - 1);
  if (arrives <= last_month(reading.scenario.run)) return;
  reading.problems.warn(
      written.place, path + " reaches its levers in " + text_of(arrives) + ", after the run's end",
      "the results show a policy that is still on its way");
}

/// One of `changes`: levers on top of those of the step before.
std::optional<LeverStep> checked_change(Entry const& written, std::string const& path,
                                        LeverStep const& before, bool may_be_equal,
                                        PolicyReading const& reading) {
  auto& problems = reading.problems;
  if (written.shape != Entry::Shape::map) {
    problems.add(written.place,
                 path + " is " + shown(written) + "; it must be a map with from and levers");
    return std::nullopt;
  }
  constexpr CalendarMonth no_month{0};  // as long as none is read
  LeverStep step{.from = no_month, .phase_in_months = 0, .levers = before.levers, .sets = {}};
  auto const wrong_before = problems.all.size();
  read_levers(written, path, keys_of_change(), step, reading, false);
  auto const wrong_levers = problems.all.size();
  read_step(written, path, step, reading);
  if (step.sets.empty() && wrong_levers == wrong_before)
    problems.add(written.place, path + " sets no lever");
  auto const* const from = find(written, "from");
  if (from == nullptr) {
    problems.add(written.place,
                 path + ".from is missing; it says in which month the change begins");
    return std::nullopt;
  }
  if (step.from == no_month) return std::nullopt;
  bool const is_early = step.from < before.from;
  bool const somewhere = !step.where.everywhere() || !before.where.everywhere();
  if (is_early || (step.from == before.from && !may_be_equal && !somewhere)) {
    problems.add(from->place, path + ".from is " + text_of(step.from) +
                                  "; changes stand in date order, this " +
                                  "one must be later than " + text_of(before.from));
    return std::nullopt;
  }
  warn_of_late_arrival(step, written, path, reading);
  return step;
}

/// A lever that two steps both set; empty: none.
std::string set_by_both(LeverStep const& a, LeverStep const& b) {
  auto const both = std::ranges::find_if(a.sets, [&](std::string const& path) {
    return std::ranges::find(b.sets, path) != b.sets.end();
  });
  return both == a.sets.end() ? std::string() : *both;
}

/// An area that two steps both reach; null: none.
Area const* reached_by_both(Policy const& policy, LeverStep const& a, LeverStep const& b,
                            std::vector<Area> const& areas) {
  auto const both = std::ranges::find_if(areas, [&](Area const& area) {
    return reaches(policy, a.where, area) && reaches(policy, b.where, area);
  });
  return both == areas.end() ? nullptr : &*both;
}

/// Two changes of one month may not bring one lever to two values in one area.
/// @param first  step of the policy that the change must agree with, and all behind it
void refuse_two_values(Policy const& policy, std::size_t first, LeverStep const& step,
                       Entry const& written, std::string const& path,
                       PolicyReading const& reading) {
  for (std::size_t i = first; i < policy.steps.size(); ++i) {
    auto const& other = policy.steps[i];
    auto const lever = set_by_both(step, other);
    if (other.from != step.from || lever.empty()) continue;
    auto const* const area = reached_by_both(policy, step, other, reading.scenario.places);
    if (area == nullptr) continue;
    reading.problems.add(
        written.place,
        path + " sets " + lever + " in " + text_of(step.from) + ", as does " +
            (i == 0 ? "the policy itself" : "changes[" + std::to_string(i - 1) + "]") +
            ", and both hold in " + area->name +
            "; changes of one month must differ in their areas or in their levers");
    return;
  }
}

/// Whether anything of the policy holds nowhere: its own `where` and that of a part exclude each
/// other.
void refuse_nowhere(Policy const& policy, Where const& part, Entry const& written,
                    std::string const& path, PolicyReading const& reading) {
  auto const& areas = reading.scenario.places;
  if (areas.empty() || part.everywhere() || where_of(policy).everywhere()) return;
  bool const somewhere =
      std::ranges::any_of(areas, [&](Area const& area) { return reaches(policy, part, area); });
  if (somewhere) return;
  reading.problems.add(written.place, path + " holds in " + text_of(part) + ", and its policy in " +
                                          text_of(where_of(policy)) + " alone; no area is in both");
}

void read_changes(Entry const& changes, std::string const& path, bool has_from, Policy& policy,
                  PolicyReading const& reading) {
  if (changes.shape != Entry::Shape::list) {
    reading.problems.add(
        changes.place,
        path + " is " + shown(changes) + "; it must be a list of maps, each with from and levers");
    return;
  }
  for (std::size_t i = 0; i < changes.items.size(); ++i) {
    auto const here = path + "[" + std::to_string(i) + "]";
    // A policy that says no month of its own may change in the very first one.
    bool const may_be_equal = policy.steps.size() == 1 && !has_from;
    auto step = checked_change(changes.items[i], here, policy.steps.back(), may_be_equal, reading);
    if (!step) continue;
    refuse_nowhere(policy, step->where, changes.items[i], here, reading);
    refuse_two_values(policy, has_from ? 0 : 1, *step, changes.items[i], here, reading);
    policy.steps.push_back(std::move(*step));
  }
}

/// What stands beside the levers of the policy as a whole; the baseline has nothing of it.
void read_beginning(Entry const& written, std::string const& path, LeverStep& first,
                    PolicyReading const& reading) {
  if (!reading.is_baseline) {
    read_step(written, path, first, reading);
    return warn_of_late_arrival(first, written, path, reading);
  }
  for (auto const key : keys_of_change()) {
    if (auto const* const entry = find(written, key))
      reading.problems.add(entry->place, path + "." + std::string(key) +
                                             " is set; the first policy is the baseline, which "
                                             "holds from the start" +
                                             (key == "where" ? ", everywhere" : "") +
                                             "; use changes");
  }
}

/// One event that happens nowhere is told; the others of the list are likely to be like it.
void refuse_events_nowhere(Policy const& policy, Entry const& events, std::string const& path,
                           PolicyReading const& reading) {
  auto const before = reading.problems.all.size();
  for (auto const& event : policy.events) {
    if (reading.problems.all.size() > before) return;
    refuse_nowhere(policy, event.where, events, path, reading);
  }
}

void collect_what_is_set(Policy& policy) {
  for (auto const& step : policy.steps) {
    for (auto const& path : step.sets) {
      bool const known = std::ranges::find(policy.set_here, path) != policy.set_here.end();
      if (!known) policy.set_here.push_back(path);
    }
  }
}

Policy checked_policy(Entry const& written, std::string const& path, PolicyReading const& reading) {
  auto& problems = reading.problems;
  Policy policy;
  policy.steps.push_back({.from = reading.scenario.run.start,
                          .phase_in_months = 0,
                          .levers = reading.baseline,
                          .sets = {}});
  if (written.shape != Entry::Shape::map) {
    problems.add(written.place,
                 path + " is " + shown(written) + "; it must be a map with a name and levers");
    return policy;
  }
  read_item_keys(rows_of_item<Policy>(), path, {written, reading.scenario, {}, problems}, &policy);
  read_levers(written, path, keys_beside_levers(), policy.steps.front(), reading,
              reading.is_baseline);
  read_beginning(written, path, policy.steps.front(), reading);
  if (auto const* const changes = find(written, "changes")) {
    read_changes(*changes, path + ".changes", find(written, "from") != nullptr, policy, reading);
  }
  if (auto const* const events = find(written, "events")) {
    policy.events = checked_events(*events, path + ".events", reading.scenario, problems);
    refuse_events_nowhere(policy, *events, path + ".events", reading);
  }
  collect_what_is_set(policy);
  return policy;
}

void refuse_equal_names(Entry const& list, std::vector<Policy> const& policies,
                        Problems& problems) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < policies.size(); ++i) {
    auto const place = places.try_emplace(policies[i].name, i).first->second;
    if (policies[i].name.empty() || place == i) continue;
    problems.add(find(list.items[i], "name")->place,
                 "policies[" + std::to_string(i) + "].name is " +
                     shown(std::string_view(policies[i].name)) + ", as is policies[" +
                     std::to_string(place) + "].name; names must differ");
  }
}

void warn_of_formulas(Entry const& list, std::vector<Policy> const& policies, Problems& problems) {
  std::vector<std::string> formulas;
  for (auto const& policy : policies)
    if (opens_a_formula(policy.name)) formulas.push_back(policy.name);
  if (!formulas.empty())
    problems.warnings.push_back(formula_warning(problems.text_of(list.place), formulas));
}

Policy today(RunSettings const& run) {
  return {.name = "today",
          .steps = {{.from = run.start, .phase_in_months = 0, .levers = {}, .sets = {}}},
          .set_here = {}};
}

}  // namespace

std::vector<Policy> checked_policies(Entry const* written, Scenario const& scenario,
                                     PriorsOfLevers priors, Problems& problems) {
  auto const& run = scenario.run;
  if (written == nullptr) return {today(run)};
  if (written->shape != Entry::Shape::list || written->items.empty()) {
    auto const is = written->shape == Entry::Shape::list ? "an empty list" : shown(*written);
    problems.add(written->place, "policies is " + is +
                                     "; it must be a list of policies, the first one is "
                                     "the baseline; leave it out to run today's levers");
    return {today(run)};
  }
  std::vector<Policy> policies;
  Levers baseline;
  for (auto const& item : written->items) {
    auto const path = "policies[" + std::to_string(policies.size()) + "]";
    PolicyReading const reading{scenario, problems, baseline, policies.empty(), priors};
    policies.push_back(checked_policy(item, path, reading));
    if (policies.size() == 1) baseline = policies.front().steps.front().levers;
  }
  refuse_equal_names(*written, policies, problems);
  warn_of_formulas(*written, policies, problems);
  ensures(!policies.empty(), "there is a baseline");
  return policies;
}

}  // namespace graduasi
