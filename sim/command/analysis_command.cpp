#include "command/analysis_command.h"

#include "base/errors.h"
#include "command/build_facts.h"
#include "command/interrupt.h"
#include "command/long_command.h"
#include "command/screen.h"
#include "command/streams.h"
#include "command/work_ahead.h"
#include "experiment/possible_draws.h"
#include "outcome/wording.h"
#include "output/draws_table.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "scenario/describe/resolved.h"

#include <fmt/core.h>

#include <utility>

namespace graduasi {

namespace {

/// What each of the many runs has, where the scenario asks for more; else empty.
std::string size_note(Scenario const& asked, Scenario const& cut) {
  std::string less;
  auto const add = [&](int has, int of, std::string_view what) {
    if (has >= of) return;
    less += fmt::format("{}{} of the scenario's {} {}", less.empty() ? "" : " and ", grouped(has),
                        grouped(of), what);
  };
  add(cut.population.size.households, asked.population.size.households, "families");
  add(cut.run.counts.replicates, asked.run.counts.replicates, "replicates");
  if (less.empty()) return {};
  return "each run has " + less + "; --households and --replicates change that\n";
}

Json manifest_of(Scenario const& scenario, std::string const& hash, double seconds) {
  auto const& counts = scenario.run.counts;
  return analysis_manifest({{"scenario", scenario.name},
                            {"question", scenario.question},
                            {"inputs", inputs_json(scenario.inputs)},
                            {"start", month_text(scenario.run.start)},
                            {"months", counts.months},
                            {"seed", std::int64_t{counts.seed}},
                            {"replicates", counts.replicates},
                            {"parameter_draws", counts.parameter_draws},
                            {"households", scenario.population.size.households},
                            {"result_hash", hash},
                            {"times", Json::Members{{"wall_seconds", seconds}}},
                            {"warnings", warnings_json(scenario.warnings)}});
}

/// The tables, `resolved.yaml`, the page and, last, the manifest.
/// @param cut  the scenario as it was run, with the block of the analysis and all warnings
void write_folder(ResultFolder& folder, AnalysisFound const& found, Scenario const& cut,
                  double seconds, Request const& request) {
  found.write_tables(folder);
  write_draws_taken(folder, cut);
  folder.write("resolved.yaml", resolved_yaml(cut));
  auto const facts = manifest_of(cut, folder.result_hash(), seconds);
  if (found.figures) {
    write_page(folder, analysis_payload(cut, *found.figures, facts, request.said_in()), request);
  }
  folder.publish(in_full(facts));
}

}  // namespace

int carry_out(AnalysisCommand const& command, Request const& request) {
  auto [scenario, areas] = load_scenario(request);
  refuse_if_strict(request, scenario.warnings);
  auto options = options_of(request);
  auto cut = command.cut(scenario);
  refuse_beyond_memory(cut, areas, options, {});
  watch_for_interrupts();
  if (request.dry_run) {
    command.say_plan(cut, areas, options);
    return 0;
  }
  if (!request.ranks->is_first()) {
    settle_draws(scenario, areas, options.ranks);
    return command.analyse(scenario, areas, options, Color::never) ? 0 : exit_interrupted;
  }
  LongCommand under_way(request, command.folder);
  if (!request.quiet) say("{}", size_note(scenario, cut));
  under_way.begin(options);
  settle_draws(scenario, areas, options.ranks);
  cut.attempts = scenario.attempts;
  auto const found = command.analyse(scenario, areas, options, color_of(request));
  if (!found) return under_way.end_interrupted();
  under_way.progress().clear();
  double const seconds = under_way.seconds();

  append(cut.warnings, found->warnings);
  write_folder(under_way.folder(), *found, cut, seconds, request);
  answer("{}", request.json ? in_full(found->json) : found->text);
  under_way.say_where_results_are(cut.warnings, seconds, found->figures.has_value());
  return 0;
}

}  // namespace graduasi
