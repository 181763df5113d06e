#include "command/attribute.h"

#include "analysis/attribution.h"
#include "base/wording.h"
#include "command/analysis_folder.h"
#include "command/commands.h"
#include "command/interrupt.h"
#include "command/progress_line.h"
#include "command/streams.h"
#include "command/work_ahead.h"
#include "output/attribution_table.h"
#include "output/console.h"
#include "scenario/describe/resolved.h"
#include "store/folder.h"

#include <chrono>

namespace graduasi {

namespace {

/// The size, and the time from one run of it.
void print_plan(Scenario const& cut, Areas const& areas, ExperimentOptions const& options) {
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

}  // namespace

int attribute_result(Request const& request) {
  auto const [scenario, areas] = read_and_check(request);
  if (request.strict) refuse_warnings(scenario.warnings);
  auto options = options_of(request);
  auto const cut = cut_to_plan(scenario);
  refuse_beyond_memory(cut, areas, options, {});
  watch_for_interrupts();
  if (request.dry_run) {
    print_plan(cut, areas, options);
    return 0;
  }
  ResultFolder folder(
      request.output.empty() ? std::filesystem::path("results/attribution") : request.output,
      request.force ? Existing::replace : Existing::refuse);
  if (!request.quiet) say("{}", size_note(scenario, cut));
  ProgressLine line(request);
  options.progress = [&](double done) { line.show(done); };
  auto const began = std::chrono::steady_clock::now();
  auto const attribution = attribute(scenario, areas, options);
  line.clear();
  if (!attribution) {
    say("interrupted; nothing was written\n");
    return 130;
  }
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;

  folder.write("attribution.csv", [&](Sink& sink) { write_attribution(sink, *attribution); });
  auto const json = attribution_json(*attribution);
  publish_analysis(
      folder, request, cut,
      AnalysisFigures{.key = "attribution",
                      .found = json,
                      .interval = name_of(attribution->answers.front().everything.interval),
                      .programme_households = attribution->programme_households},
      attribution->warnings, took.count());
  auto const color = wants_color(request) ? Color::always : Color::never;
  answer("{}", request.json ? text_of(json, Layout::indented) + "\n"
                            : attribution_text(*attribution, color));
  if (!request.quiet) {
    say("{}{}", warning_list(scenario.warnings), warning_list(attribution->warnings));
    say("results in {} ({:.1f} s)\n", folder.path().string(), took.count());
    if (request.report) say("open {} in a browser\n", (folder.path() / "report.html").string());
  }
  return 0;
}

}  // namespace graduasi
