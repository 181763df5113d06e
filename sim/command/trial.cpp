#include "command/trial.h"

#include "analysis/pilot.h"
#include "command/analysis_command.h"
#include "output/pilot_table.h"

namespace graduasi {

namespace {

std::optional<AnalysisFound> analyse(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options, Color color) {
  auto const found = plan_pilot(scenario, areas, options);
  if (!found) return std::nullopt;
  return AnalysisFound{.write_tables =
                           [pilot = *found](ResultFolder& folder) {
                             folder.write("pilot.csv",
                                          [&](Sink& sink) { write_pilot(sink, pilot); });
                           },
                       .json = pilot_json(*found),
                       .text = pilot_text(*found, color),
                       .figures = {},  // the page draws no pilot
                       .warnings = found->warnings};
}

}  // namespace

int plan_trial(Request const& request) {
  return carry_out({.folder = "results/pilot", .cut = reduced_for_pilot, .analyse = analyse},
                   request);
}

}  // namespace graduasi
