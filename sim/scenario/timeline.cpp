#include "scenario/timeline.h"

#include "base/contract.h"
#include "parameters/lookup.h"

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

/// The value on the way from `before` to `target`, `done` parts of `parts` behind it.
double on_the_way(Kind kind, double before, double target, int done, int parts) {
  bool const moves = kind == Kind::number || kind == Kind::whole_number;
  if (!moves || done >= parts) return target;
  double const value = before + (target - before) * done / parts;
  return kind == Kind::whole_number ? std::floor(value + 0.5) : value;
}

/// From the step's month to the end of the run.
void move_lever(Row const& lever, LeverStep const& step, RunSettings const& run,
                std::vector<Levers>& months) {
  auto const first = step.from.number - run.start.number + 1;
  expects(first >= 1, "a step lies in the run");
  if (static_cast<std::size_t>(first) >= months.size()) return;
  double const before = lever.get(months[static_cast<std::size_t>(first) - 1]);
  double const target = lever.get(step.levers);
  int const parts = std::max(step.phase_in_months, 1);
  for (auto month = static_cast<std::size_t>(first); month < months.size(); ++month) {
    int const done = static_cast<int>(month) - first + 1;
    lever.set(months[month], on_the_way(lever.kind, before, target, done, parts));
  }
}

void lay_over(std::vector<Levers>& months, Policy const& policy, RunSettings const& run) {
  for (auto const& step : policy.steps) {
    for (auto const& path : step.sets) move_lever(*find_row<Levers>(path), step, run, months);
  }
}

}  // namespace

std::vector<Levers> levers_by_month(Policy const& policy, Policy const& baseline,
                                    RunSettings const& run) {
  auto const size = static_cast<std::size_t>(run.counts.months) + 1;
  std::vector<Levers> months(size, baseline.steps.front().levers);
  lay_over(months, baseline, run);
  lay_over(months, policy, run);
  return months;
}

std::vector<Event> events_of(Policy const& policy, Policy const& baseline) {
  auto events = baseline.events;
  if (&policy != &baseline) events.insert(events.end(), policy.events.begin(), policy.events.end());
  return events;
}

}  // namespace graduasi
