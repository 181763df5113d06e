#include "command/attribute.h"

#include "analysis/attribution.h"
#include "command/analysis_command.h"
#include "command/streams.h"
#include "outcome/wording.h"
#include "output/attribution_table.h"

#include <chrono>

namespace graduasi {

namespace {

/// The size, and the time from one run of it.
void say_plan(Scenario const& cut, Areas const& areas, ExperimentOptions const& options) {
  auto const& plan = *cut.attribution;
  auto const began = std::chrono::steady_clock::now();
  run_experiment(cut, areas, options);
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
  double const coalitions = static_cast<double>(std::size_t{1} << plan.groups.size());
  answer("{} of month {}, divided over\n", plan.measure, *plan.month);
  for (auto const& group : plan.groups) {
    answer("  {}:", group.name);
    for (auto const& path : group.switches) answer(" {}", path);
    answer("\n");
  }
  answer(
      "{} combinations x {} policies x {} parameter draws x {} replicates, each of {} families and "
      "{} months\nabout {:.0f} s\nnothing was written\n",
      grouped(coalitions), cut.policies.size(), cut.run.counts.parameter_draws,
      cut.run.counts.replicates, grouped(cut.population.size.households), cut.run.counts.months,
      took.count() * coalitions);
}

std::optional<AnalysisFound> analyse(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options, Color color) {
  auto const attribution = attribute(scenario, areas, options);
  if (!attribution) return std::nullopt;
  auto const json = attribution_json(*attribution);
  return AnalysisFound{
      .write_tables =
          [found = *attribution](ResultFolder& folder) {
            folder.write("attribution.csv", [&](Sink& sink) { write_attribution(sink, found); });
          },
      .json = json,
      .text = attribution_text(*attribution, color),
      .figures = AnalysisFigures{.key = "attribution",
                                 .found = json,
                                 .interval = name_of(attribution->answers.front().all_on.interval),
                                 .programme_households = attribution->programme_households},
      .warnings = attribution->warnings};
}

}  // namespace

int attribute_result(Request const& request) {
  return carry_out({.folder = "results/attribution",
                    .cut = reduced_for_attribution,
                    .say_plan = say_plan,
                    .analyse = analyse},
                   request);
}

}  // namespace graduasi
