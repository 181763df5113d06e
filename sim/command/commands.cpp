#include "command/commands.h"

#include "analysis/idle_results.h"
#include "analysis/marginals.h"
#include "analysis/one_at_a_time.h"
#include "analysis/until.h"
#include "analysis/value.h"
#include "command/build_facts.h"
#include "command/dry_run.h"
#include "command/family_story.h"
#include "command/interrupt.h"
#include "command/progress_line.h"
#include "command/run_facts.h"
#include "command/streams.h"
#include "command/work_ahead.h"
#include "experiment/experiment.h"
#include "experiment/threads.h"
#include "output/console.h"
#include "output/cost_table.h"
#include "output/csv.h"
#include "output/manifest.h"
#include "output/page/page.h"
#include "output/page/stored_page.h"
#include "output/rests_on.h"
#include "output/workbook/workbook.h"
#include "population/areas.h"
#include "population/households_file.h"
#include "scenario/idle_policies.h"
#include "scenario/read.h"
#include "scenario/resolved.h"
#include "scenario/short_runs.h"
#include "store/folder.h"
#include "store/store.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

namespace graduasi {

namespace {

void append(std::vector<Warning>& warnings, std::vector<Warning> const& more) {
  warnings.insert(warnings.end(), more.begin(), more.end());
}

}  // namespace

Checked read_and_check(Request const& request) {
  std::vector<std::string_view> names;
  for (auto const& measure : measures()) names.push_back(measure.name);
  Checked checked{
      read_scenario(request.scenario, request.settings, names, request.working_directory), {}};
  checked.areas = read_areas(checked.scenario.areas_file);
  auto& known = checked.scenario.warnings;
  append(known, checked.areas.warnings);
  if (auto const& file = checked.scenario.households_file; !file.empty()) {
    append(known, read_households(file, checked.areas));
  }
  append(known, warnings_of_idle(checked.scenario, checked.areas));
  append(known, warnings_of_plans(checked.scenario));
  return checked;
}

namespace {

std::filesystem::path output_folder(Request const& request, Scenario const& scenario) {
  if (!request.output.empty()) return request.output;
  if (scenario.name == "." || scenario.name == "..") {
    throw ScenarioError({{request.scenario.generic_string(),
                          "its name gives the results no folder of their own; name one with "
                          "--output, or rename the file"}});
  }
  return std::filesystem::path("results") / scenario.name;
}

/// The working directory as a result folder sees it, so that `rerun` finds the inputs wherever it
/// is called; empty where there is no such way.
std::string way_back_from(std::filesystem::path const& folder) {
  std::error_code none;
  auto const here = std::filesystem::current_path(none);
  return none ? std::string() : std::filesystem::relative(here, folder, none).generic_string();
}

/// Every file of the folder; the manifest last.
/// @returns a line to cite the result by
std::string write_results(ResultFolder& folder, Outcome const& outcome, Scenario const& scenario,
                          Influences const& influences, CostsAndValue const& costs, Store& store,
                          Request const& request) {
  auto const chosen = chosen_measures(scenario.output.measures);
  folder.write("curves.csv", [&](Sink& sink) { write_curves(sink, outcome, chosen); });
  folder.write("summary.csv", [&](Sink& sink) { write_summary(sink, outcome, chosen); });
  folder.write("comparison.csv", [&](Sink& sink) { write_comparison(sink, outcome, chosen); });
  if (request.csv_full) {
    folder.write("replicates.csv", [&](Sink& sink) { write_replicates(sink, outcome, chosen); });
  }
  folder.write("variants.csv", [&](Sink& sink) { write_variants(sink, outcome); });
  auto const marginals = marginals_of(outcome, scenario.sweep, chosen);
  if (!scenario.sweep.empty()) {
    folder.write("marginals.csv", [&](Sink& sink) { write_marginals(sink, outcome, marginals); });
  }
  folder.write("cost.csv", [&](Sink& sink) { write_costs(sink, outcome, costs.costs); });
  folder.write("value.csv", [&](Sink& sink) { write_value(sink, outcome, costs.frontier); });
  if (!costs.decisions.empty()) {
    folder.write("acceptability.csv",
                 [&](Sink& sink) { write_acceptability(sink, outcome, costs.decisions); });
    folder.write("information.csv",
                 [&](Sink& sink) { write_information(sink, outcome, costs.decisions); });
  }
  if (!influences.parameters.empty()) {
    folder.write("sensitivity.csv", [&](Sink& sink) {
      write_sensitivity(sink, influences, outcome.policies.front());
    });
  }
  folder.write("codebook.csv", [&](Sink& sink) { write_codebook(sink, chosen); });
  folder.write("resolved.yaml", resolved_yaml(scenario));
  auto const cite = citation(outcome, scenario, folder.result_hash());
  if (request.xlsx) {
    auto const plan = workbook_plan(outcome, chosen.size());
    folder.write_file("result.xlsx", [&](std::filesystem::path const& file) {
      write_workbook(file, outcome, scenario, chosen, cite, plan);
    });
  }
  Json const facts =
      manifest(outcome, scenario, folder.result_hash(), way_back_from(folder.path()));
  // Without a report too, so that it can be written later.
  auto rests = rests_on(scenario);
  rests.influences = influences;
  auto const payload = page_payload(outcome, scenario, chosen, rests, facts,
                                    request.language.value_or("en"), costs, marginals);
  folder.write(page_file, payload);
  if (request.report) folder.write("report.html", with_payload(embedded_page(), payload));
  if (outcome.has_emptied_strata) store.forget_pieces();
  folder.publish(text_of(facts, Layout::indented) + "\n", &store);
  return cite;
}

/// Follows one family instead of running.
int tell_family(Request const& request, Scenario const& scenario, Areas const& areas, Isa isa) {
  if (!scenario.households_file.empty()) {
    throw ScenarioError(
        {{"--trace", "would show a family of " + scenario.households_file.generic_string() +
                         "; follow one of a scenario without population.households_csv"}});
  }
  auto const wish = trace_wish(request.trace);
  if (!wish) {
    throw ScenarioError(
        {{"--trace", request.trace + " is not a family; it must be a number, or ready, premature "
                                     "or missed"}});
  }
  auto const trace = trace_family(scenario, areas, *wish, isa);
  auto const start = scenario.run.start;
  answer("{}", request.json ? text_of(family_json(trace, start), Layout::line) + "\n"
                            : family_story(trace, start));
  return 0;
}

void print_outcome(Outcome const& outcome, Scenario const& scenario, CostsAndValue const& costs,
                   Request const& request, std::filesystem::path const& folder,
                   std::string const& cite) {
  if (request.json) {
    answer("{}", comparison_json(outcome, scenario, cite, costs));
  } else {
    auto const color = wants_color(request) ? Color::always : Color::never;
    answer("{}", comparison_table(outcome, color));
    if (auto const lines = cost_lines(outcome, scenario, costs, color); !lines.empty())
      answer("\n{}", lines);
    if (auto const exits = find_measure("cumulative_self_reliant"); !scenario.sweep.empty()) {
      auto const marginals = marginals_of(outcome, scenario.sweep, {&*exits, 1});
      if (!marginals.empty()) answer("\n{}", marginal_table(outcome, marginals, color));
    }
  }
  if (request.quiet) return;
  say("{}", warning_list(outcome.facts.warnings));
  say("results in {} ({:.1f} s)\n", folder.string(), outcome.facts.wall_seconds);
  if (request.report) {
    say("open {} in a browser\n", (folder / "report.html").string());
  }
  say("cite as: {}\n", cite);
}

Existing existing_for(Request const& request) {
  if (request.resume) return Existing::resume;
  return request.force ? Existing::replace : Existing::refuse;
}

/// What a result that is gone on from holds beyond the usual files is brought up to date too:
/// without that it would have to go, since its figures are those of fewer replicates.
void keep_formats(Request& request, ResultFolder const& folder) {
  if (!request.resume) return;
  request.csv_full = request.csv_full || folder.holds("replicates.csv");
  request.xlsx = request.xlsx || folder.holds("result.xlsx");
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

void say_what_is_there(Store const& store, Request const& request) {
  auto const there = store.pieces();
  if (there == 0 || request.quiet) return;
  say("goes on from {} finished simulations\n", there);
}

}  // namespace

void refuse_warnings(std::vector<Warning> const& warnings) {
  std::vector<Problem> problems;
  for (auto const& [place, what, consequence] : warnings) {
    problems.push_back({place, what + "; " + consequence + " (an error because of --strict)"});
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
}

ExperimentOptions options_of(Request const& request) {
  ExperimentOptions options;
  switch (request.instructions) {
    case Request::Instructions::automatic:
      options.isa = best_isa();
      break;
    case Request::Instructions::v2:
      options.isa = Isa::v2;
      break;
    case Request::Instructions::v3:
      options.isa = Isa::v3;
      break;
    case Request::Instructions::v4:
      options.isa = Isa::v4;
      break;
  }
  if (!has(options.isa)) {
    throw ScenarioError(
        {{"--isa", fmt::format("this processor has no {}; the widest it has is {}",
                               kernel_for(options.isa).name, kernel_for(best_isa()).name)}});
  }
  options.jobs = request.jobs;
  options.memory_limit = request.memory_limit;
  options.stop = &interrupted();
  check_threads(options);
  return options;
}

bool wants_color(Request const& request) {
  if (request.color == Request::When::automatic) {
    return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  }
  return request.color == Request::When::always;
}

int run_scenario(Request const& asked) {
  auto request = asked;
  auto [scenario, areas] = read_and_check(request);
  append(scenario.warnings, warnings_of_comparison(scenario));
  auto const precision =
      request.until.empty() ? std::optional<Precision>() : precision_of(request.until, scenario);
  if (precision)
    append(scenario.warnings, warnings_of_month(scenario, "--until", precision->month));
  if (request.strict) refuse_warnings(scenario.warnings);
  ExperimentOptions options = options_of(request);
  auto const files = files_ahead(scenario, areas, request);
  if (request.trace.empty()) refuse_beyond_memory(scenario, areas, options, files);
  if (request.dry_run) {
    say("{}", warning_list(scenario.warnings));
    answer("{}", dry_run(scenario, areas, options, request));
    return 0;
  }
  if (!request.trace.empty()) return tell_family(request, scenario, areas, options.isa);
  // From the first file on, an interrupted run leaves nothing half-written.
  watch_for_interrupts();
  ResultFolder folder(output_folder(request, scenario), existing_for(request));
  keep_formats(request, folder);
  bool const holds_surveyed_families = !scenario.households_file.empty();
  Store store(folder.store_file(), identity_of(scenario), holds_surveyed_families);
  options.store = &store;
  say_what_is_there(store, request);
  ProgressLine line(request);
  options.progress = [&](double done) { line.show(done); };
  auto const ahead = nominal_seconds(scenario, files);
  line.begin_part(ahead.one_at_a_time + ahead.writing);

  auto const began = std::chrono::steady_clock::now();
  std::optional<Reached> reached;
  auto const room = replicates_within_memory(scenario, areas, options, files);
  Outcome outcome = precision ? run_until(scenario, areas, options, *precision,
                                          std::min(request.most_replicates, room), reached)
                              : run_experiment(scenario, areas, options);
  auto const seconds = [began] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  };
  double const simulated_in = seconds();
  auto const& known = scenario.warnings;
  outcome.facts.warnings.insert(outcome.facts.warnings.begin(), known.begin(), known.end());
  if (reached && !reached->is_reached())
    outcome.facts.warnings.push_back(
        {"--until", line_of(*reached),
         "the figure is known less well than was asked; " +
             (room < request.most_replicates
                  ? fmt::format("memory has room for {} replicates, allow more with --memory-limit",
                                room)
                  : std::string("allow more with --at-most"))});
  append(outcome.facts.warnings, warnings_of_results(outcome, scenario));
  if (request.xlsx) {
    auto const measured = chosen_measures(scenario.output.measures).size();
    append(outcome.facts.warnings, workbook_warnings(workbook_plan(outcome, measured)));
  }
  if (request.strict) refuse_warnings(outcome.facts.warnings);
  fill_facts(outcome, scenario, options, simulated_in);

  if (finished_pieces(outcome) == 0) {
    line.clear();
    say("interrupted before anything was finished; nothing was written\n");
    return 130;
  }
  line.begin_part(ahead.writing);
  Influences const influences =
      is_complete(outcome) ? one_at_a_time(scenario, areas, outcome, options) : Influences{};
  outcome.facts.is_cut_short = interrupted();
  auto const costs = costs_and_value(outcome, scenario);
  outcome.facts.wall_seconds = seconds();
  show_writing(folder, line, files);
  auto const cite = write_results(folder, outcome, scenario, influences, costs, store, request);
  line.clear();
  outcome.facts.wall_seconds = seconds();
  if (request.table) print_outcome(outcome, scenario, costs, request, folder.path(), cite);
  if (reached && reached->is_reached() && !request.quiet) say("{}\n", line_of(*reached));
  return state_of(outcome) == "complete" ? 0 : 130;
}

}  // namespace graduasi
