#include "command/optimise.h"

#include "analysis/allotment.h"
#include "analysis/optimise.h"
#include "command/analysis_command.h"
#include "output/allotment_table.h"
#include "output/optimum_table.h"

namespace graduasi {

namespace {

std::optional<AnalysisFound> move_levers(Scenario const& scenario, Areas const& areas,
                                         ExperimentOptions const& options, Color color) {
  auto const optimum = optimise(scenario, areas, options);
  if (!optimum) return std::nullopt;
  auto const json = optimum_json(*optimum);
  return AnalysisFound{
      .write_tables =
          [found = *optimum](ResultFolder& folder) {
            folder.write("optimum.csv", [&](Sink& sink) { write_optimum(sink, found); });
            folder.write("frontier.csv", [&](Sink& sink) { write_frontier(sink, found); });
            folder.write("evaluations.csv", [&](Sink& sink) { write_evaluations(sink, found); });
          },
      .json = json,
      .text = optimum_text(*optimum, color),
      .figures = AnalysisFigures{.key = "optimum",
                                 .found = json,
                                 .interval = name_of(optimum->baseline_gain.interval),
                                 .programme_households = optimum->programme_households},
      .warnings = optimum->warnings};
}

std::optional<AnalysisFound> share_out(Scenario const& scenario, Areas const& areas,
                                       ExperimentOptions const& options, Color color) {
  auto const allotment = allot(scenario, areas, options);
  if (!allotment) return std::nullopt;
  return AnalysisFound{.write_tables =
                           [found = *allotment](ResultFolder& folder) {
                             folder.write("allotment.csv",
                                          [&](Sink& sink) { write_allotment(sink, found); });
                           },
                       .json = allotment_json(*allotment),
                       .text = allotment_text(*allotment, color),
                       .figures = {},  // the page draws no allotment over areas
                       .warnings = allotment->warnings};
}

std::optional<AnalysisFound> analyse(Scenario const& scenario, Areas const& areas,
                                     ExperimentOptions const& options, Color color) {
  auto const& plan = scenario.optimisation;
  bool const is_allotment = plan && plan->allot_areas;
  return (is_allotment ? share_out : move_levers)(scenario, areas, options, color);
}

}  // namespace

int optimise_levers(Request const& request) {
  return carry_out(
      {.folder = "results/optimum", .cut = reduced_for_optimisation, .analyse = analyse}, request);
}

}  // namespace graduasi
