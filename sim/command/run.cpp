#include "command/run.h"

#include "analysis/idle_results.h"
#include "analysis/one_way_sensitivity.h"
#include "analysis/until.h"
#include "analysis/value.h"
#include "base/errors.h"
#include "command/dry_run.h"
#include "command/interrupt.h"
#include "command/load_scenario.h"
#include "command/long_command.h"
#include "command/past_mentoring.h"
#include "command/run_facts.h"
#include "command/run_results.h"
#include "command/streams.h"
#include "command/tell_family.h"
#include "command/work_ahead.h"
#include "experiment/possible_draws.h"
#include "output/console.h"
#include "output/manifest.h"
#include "output/stored_result.h"
#include "output/workbook/workbook.h"
#include "scenario/idle_policies.h"
#include "scenario/short_runs.h"
#include "store/store.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

/// A run that nothing forbids, and what it has before it.
struct Run {
  Request request;
  Scenario scenario;
  Areas areas;
  std::optional<Precision> precision;  ///< that `--until` asks for
  ExperimentOptions options{};
  std::vector<FileAhead> files{};
};

/// What a part of a run cannot do, and who does it.
void refuse_with_shard(Request const& request, Scenario const& scenario) {
  if (!request.shard) return;
  auto const shard = "--shard " + request.shard->name();
  auto const refuse_flag = [&](bool is_given, std::string_view flag, std::string_view why) {
    if (is_given) throw ScenarioError({{shard, fmt::format("does not go with {}: {}", flag, why)}});
  };
  refuse_flag(!request.until.empty(), "--until",
              "how many replicates are enough is seen on all of them; give --replicates");
  refuse_flag(!request.trace.empty(), "--trace", "one family needs no shards; leave one out");
  refuse_flag(request.json, "--json", "a shard has no figures; ask graduasi merge for them");
  refuse_flag(request.csv_full || !workbooks_of(request).empty(), "--format",
              "a shard has no tables; ask graduasi merge for them");
  if (auto const pieces = pieces_of(scenario); request.shard->of > pieces)
    throw ScenarioError(
        {{shard, fmt::format("the run has {} pieces, one for each replicate of a draw, so some "
                             "shards would have nothing to do; make at most {} shards",
                             pieces, pieces)}});
}

/// @throws ScenarioError for what is wrong with the scenario, or with `--until`
Run read_run(Request const& request) {
  auto [scenario, areas] = load_scenario(request);
  if (!request.scenario_name.empty()) scenario.name = request.scenario_name;
  refuse_with_shard(request, scenario);
  append(scenario.warnings, warnings_of_comparison(scenario));
  std::optional<Precision> precision;
  if (!request.until.empty()) {
    precision = precision_of(request.until, scenario);
    append(scenario.warnings, precision->warnings);
    append(scenario.warnings, warnings_of_month(scenario, "--until", precision->month));
  }
  refuse_if_strict(request, scenario.warnings);
  return {request, std::move(scenario), std::move(areas), std::move(precision)};
}

/// Says what would be run, and runs nothing.
int say_plan(Run const& run) {
  say("{}", warning_list(run.scenario.warnings, run.request.said_in()));
  answer("{}", dry_run(run.scenario, run.areas, run.options, run.request));
  return 0;
}

/// A shard has a folder of its own.
std::filesystem::path default_folder(Run const& run) {
  auto const& name = run.scenario.name;
  if (run.request.output.empty() && (name == "." || name == "..")) {
    throw ScenarioError({{run.request.scenario.generic_string(),
                          "its name gives the results no folder of their own; name one with "
                          "--output, or rename the file"}});
  }
  auto const& shard = run.request.shard;
  auto const of_shard = shard ? fmt::format("-shard-{}-of-{}", shard->number, shard->of) : "";
  return std::filesystem::path("results") / (name + of_shard);
}

/// What a result that is resumed holds beyond the usual files is brought up to date too:
/// without that it would have to go, since its figures are those of fewer replicates.
void keep_formats(Request& request, ResultFolder const& folder) {
  if (!request.resume) return;
  request.csv_full = request.csv_full || folder.holds("replicates.csv");
  request.xlsx = request.xlsx || folder.holds(file_of(WorkbookKind::results));
  request.xlsx_full = request.xlsx_full || folder.holds(file_of(WorkbookKind::every_row));
}

void say_what_is_there(Store const& store, Request const& request) {
  auto const there = store.simulations();
  if (there == 0 || request.quiet) return;
  if (request.merged.empty())
    say("resuming: {} simulations already done\n", there);
  else
    say("merging: {} simulations of {} shards\n", there, request.merged.size());
}

/// From here on the progress is that of the files, by the time that each takes.
void show_writing(ResultFolder& folder, ProgressLine& line, std::vector<FileAhead> const& files) {
  line.begin_part(0);
  double all = 0;
  for (auto const& file : files) all += file.seconds;
  folder.watch([&line, files, all, written = 0.0](std::string_view name) mutable {
    auto const file = std::ranges::find(files, name, &FileAhead::name);
    if (file == files.end() || all <= 0) return;
    written += file->seconds;
    line.show(written / all);
  });
}

/// `--until` asked for more than the replicates that were possible.
Warning not_reached(PrecisionReached const& reached, Request const& request, std::size_t room) {
  bool const is_memory_short = room < request.max_replicates;
  return {"--until", line_of(reached),
          "the figure is known less well than was asked; " +
              (is_memory_short
                   ? fmt::format(
                         "memory has room for {} replicates, allow more with --memory-limit", room)
                   : std::string("allow more with --at-most"))};
}

/// Simulates, with all warnings up to the results.
/// @param reached  out: how `--until` ended
RunResults simulated(Run& run, std::optional<PrecisionReached>& reached) {
  auto& [request, scenario, areas, precision, options, files] = run;
  auto const room = replicates_within_memory(scenario, areas, options, files);
  auto results = precision ? run_until(scenario, areas, options, *precision,
                                       std::min(request.max_replicates, room), reached)
                           : run_experiment(scenario, areas, options);
  auto warnings = scenario.warnings;
  append(warnings, results.facts.warnings);
  if (reached && !reached->is_reached()) warnings.push_back(not_reached(*reached, request, room));
  append(warnings, warnings_of_results(results, scenario));
  auto const measured = chosen_measures(scenario.output.measures).size();
  for (auto const kind : workbooks_of(request))
    append(warnings, workbook_warnings(workbook_plan(results, measured, kind)));
  refuse_if_strict(request, warnings);
  results.facts.warnings = std::move(warnings);
  return results;
}

/// Calculates what follows from the figures, writes the folder and prints the comparison.
void conclude(Run const& run, RunResults& results, LongCommand& under_way, Store& store) {
  auto const& [request, scenario, areas, precision, options, files] = run;
  Sensitivities const sensitivities = is_complete(results)
                                          ? one_way_sensitivity(scenario, areas, results, options)
                                          : Sensitivities{};
  results.facts.is_cut_short = interrupted();
  auto const costs = costs_and_value(results, scenario);
  results.facts.wall_seconds = under_way.seconds();
  show_writing(under_way.folder(), under_way.progress(), files);
  RunReport const report{results, scenario, sensitivities, costs};
  auto const cite = write_results(under_way.folder(), report, store, request);
  under_way.progress().clear();
  if (!request.table) return;
  print_results(report, cite, request);
  under_way.say_where_results_are(results.facts.warnings, under_way.seconds(), true);
  if (request.quiet) return;
  say("{}\n", past_mentoring(scenario, areas));
  if (auto const again = draws_again(scenario); !again.empty()) say("{}\n", again);
  say("cite as: {}\n", cite);
}

/// Does a part of the run, for `graduasi merge`.
int carry_out_shard(Run const& run, LongCommand& under_way, Store& store) {
  auto const& [request, scenario, areas, precision, options, files] = run;
  auto results = run_experiment(scenario, areas, options);
  fill_facts(results, scenario, options, under_way.seconds());
  results.facts.shard = request.shard->name();
  results.facts.is_cut_short = interrupted();
  auto const finished = finished_simulations(results);
  if (finished == 0) return under_way.end_interrupted(" before anything was finished");
  write_shard(under_way.folder(), results, scenario, store);
  under_way.progress().clear();
  under_way.say_where_results_are(scenario.warnings, under_way.seconds(), false);
  if (!request.quiet)
    say("shard {}: {} of {} simulations{}\n", results.facts.shard, finished, results.simulations(),
        interrupted()
            ? ", interrupted: go on with --resume"
            : fmt::format("; when all {} are there: graduasi merge FOLDER ...", request.shard->of));
  return interrupted() ? exit_interrupted : 0;
}

/// What the shards of a merge have finished: all of it, or nothing is kept.
void take_over_shards(Store& store, Run const& run) {
  auto const& shards = run.request.merged;
  std::vector<std::filesystem::path> stores;
  for (auto const& folder : shards) stores.push_back(folder / "results.sqlite");
  store.take_over(stores);
  auto const missing = pieces_missing(run.scenario, run.areas, run.options);
  if (missing.empty()) return;
  store.give_up();
  auto const place = missing.front() % shards.size();
  throw ScenarioError(
      {{"merge",
        fmt::format("{}: shard {} lacks simulations that it had finished; run it again "
                    "with --force",
                    shards[place].generic_string(), Shard{place + 1, shards.size()}.name())}});
}

/// A folder that holds something else would lose it.
void refuse_to_lose_result(Request const& request, std::filesystem::path const& folder) {
  if (!request.shard || !request.resume || !std::filesystem::exists(folder / "manifest.json"))
    return;
  auto const there = read_shard(folder).shard;
  auto const here = request.shard->name();
  if (there == here) return;
  throw ScenarioError(
      {{"--shard " + here,
        fmt::format("{} holds {}; choose another folder with --output", folder.generic_string(),
                    there.empty() ? "a whole result" : "shard " + there)}});
}

int carry_out(Run& run) {
  auto& [request, scenario, areas, precision, options, files] = run;
  auto const usual = default_folder(run);
  refuse_to_lose_result(request, request.output.empty() ? usual : request.output);
  LongCommand under_way(request, usual);
  keep_formats(request, under_way.folder());
  bool const holds_surveyed_families = !scenario.households_file.empty();
  Store store(under_way.folder().store_file(), identity_of(scenario), holds_surveyed_families);
  options.store = &store;
  if (!request.merged.empty()) take_over_shards(store, run);
  say_what_is_there(store, request);

  auto const ahead = nominal_seconds(scenario, files);
  under_way.begin(options);
  if (request.shard) return carry_out_shard(run, under_way, store);
  under_way.progress().begin_part(ahead.one_way_sensitivity + ahead.writing);
  std::optional<PrecisionReached> reached;
  auto results = simulated(run, reached);
  fill_facts(results, scenario, options, under_way.seconds());
  if (finished_simulations(results) == 0)
    return under_way.end_interrupted(" before anything was finished");

  under_way.progress().begin_part(ahead.writing);
  conclude(run, results, under_way, store);
  if (reached && reached->is_reached() && !request.quiet) say("{}\n", line_of(*reached));
  return state_of(results) == "complete" ? 0 : exit_interrupted;
}

/// What a rank does that writes nothing: its part of what `carry_out` simulates.
int help_out(Run& run) {
  watch_for_interrupts();
  std::optional<PrecisionReached> reached;
  auto const results = simulated(run, reached);
  if (is_complete(results)) one_way_sensitivity(run.scenario, run.areas, results, run.options);
  return 0;
}

}  // namespace

int run_scenario(Request const& request) {
  auto run = read_run(request);
  run.options = options_of(request);
  if (request.shard) run.options.shard = *request.shard;
  run.files = files_ahead(run.scenario, run.areas, request);
  if (request.trace.empty()) refuse_beyond_memory(run.scenario, run.areas, run.options, run.files);
  if (request.dry_run) return say_plan(run);
  settle_draws(run.scenario, run.areas, run.options.ranks);
  if (!request.trace.empty()) return tell_family(request, run.scenario, run.areas, run.options.isa);
  return run.options.ranks->is_first() ? carry_out(run) : help_out(run);
}

}  // namespace graduasi
