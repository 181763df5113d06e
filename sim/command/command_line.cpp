#include "command/command_line.h"

#include "base/text.h"
#include "command/build_facts.h"
#include "command/examples.h"
#include "command/streams.h"
#include "command/typed.h"

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <sstream>

namespace graduasi {

namespace {

constexpr auto commands = std::to_array<std::string_view>(
    {"run", "check", "explain", "parameters", "diff", "schema", "init", "compare", "report",
     "evidence", "rerun", "sweep", "attribute", "optimise"});

// Verbs of the programme's next versions, so that their absence is no riddle.
constexpr auto later_commands =
    std::to_array<std::string_view>({"serve", "sensitivity", "calibrate", "trial"});

/// Positionals are not required here: our own message comes after the one about an unknown flag.
void add_scenario(CLI::App& app, Typed& typed) {
  app.add_option("SCENARIO", typed.scenario, "scenario file (YAML)");
}

void add_scenario_flags(CLI::App& app, Typed& typed) {
  auto const add = [&](char const* name, std::string& text, char const* help) {
    app.add_option(name, text, help)->type_name("N")->group("Scenario");
  };
  add("--seed", typed.seed, "key of all chance (run.seed)");
  add("--replicates", typed.replicates, "repetitions within each parameter draw (run.replicates)");
  add("--draws", typed.draws, "draws of the uncertain parameters (run.parameter_draws)");
  add("--months", typed.months, "length of the run (run.months)");
  add("--households", typed.households, "simulated families (population.households)");
  app.add_option("--set", typed.settings,
                 "one value, as in policy.caseload.households_per_facilitator=150; repeatable")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false)
      ->group("Scenario");
}

void add_strict_flag(CLI::App& app, Typed& typed) {
  app.add_flag("--strict", typed.strict, "a warning is an error")->group("Scenario");
}

void add_no_report_flag(CLI::App& app, Typed& typed) {
  app.add_flag("--no-report", typed.no_report, "do not write report.html")->group("Results");
}

void add_output_flags(CLI::App& app, Typed& typed) {
  app.add_option("-o,--output", typed.output, "result folder; default results/<scenario name>")
      ->type_name("DIR")
      ->group("Results");
  app.add_flag("--force", typed.force, "write into a folder that holds results")->group("Results");
  app.add_flag("--resume", typed.resume, "go on with an interrupted run, or with more replicates")
      ->group("Results");
  app.add_option("--format", typed.formats,
                 "csv and sqlite (always), csv-full (every replicate too), xlsx (a workbook too)")
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Results");
  add_no_report_flag(app, typed);
  app.add_flag("--dry-run", typed.dry_run, "say what would be run and written, run nothing")
      ->group("Results");
  app.add_option("--trace", typed.trace,
                 "tell the months of one family instead, under the first two policies: its number, "
                 "or the first that is ready, premature or missed; --json has all policies")
      ->type_name("FAMILY")
      ->group("Results");
}

void add_until_flags(CLI::App& app, Typed& typed) {
  app.add_option("--until", typed.until,
                 "add replicates until every difference to the baseline has this 95 % half width, "
                 "as in \"self_reliant@120 +- 0.1pp\"")
      ->type_name("FIGURE")
      ->group("Scenario");
  app.add_option("--at-most", typed.most_replicates, "replicates that --until may take; 1000")
      ->type_name("N")
      ->group("Scenario");
}

void add_machine_flags(CLI::App& app, Typed& typed) {
  app.add_option("-j,--jobs", typed.jobs, "threads; 0 = all cores")
      ->type_name("N")
      ->group("Machine");
  app.add_option("--memory-limit", typed.memory_limit, "most memory to use, such as 8G")
      ->type_name("SIZE")
      ->group("Machine");
  app.add_option("--isa", typed.instructions,
                 "instructions: auto, v2, v3 or v4; the result is the same")
      ->type_name("NAME")
      ->group("Machine");
}

void add_json_flag(CLI::App& app, Typed& typed) {
  app.add_flag("--json", typed.json, "one JSON document on stdout")->group("Screen");
}

void add_color_flag(CLI::App& app, Typed& typed) {
  app.add_option("--color", typed.color, "auto, always or never")
      ->type_name("WHEN")
      ->group("Screen");
}

void add_language_flag(CLI::App& app, Typed& typed) {
  app.add_option("--lang", typed.language, "language the report opens in: en or id")
      ->type_name("NAME")
      ->group("Screen");
}

void add_screen_flags(CLI::App& app, Typed& typed) {
  add_json_flag(app, typed);
  app.add_flag("--quiet", typed.quiet, "nothing but results and errors")->group("Screen");
  app.add_option("--progress", typed.progress, "auto, always or never")
      ->type_name("WHEN")
      ->group("Screen");
  add_color_flag(app, typed);
  add_language_flag(app, typed);
}

CLI::App& add_command(CLI::App& app, std::string_view name, std::string const& what,
                      std::string_view examples) {
  auto& command = *app.add_subcommand(std::string(name), what);
  command.footer(std::string(examples));
  // Left to CLI11, the value of an unknown flag would be taken for the scenario.
  command.allow_extras();
  return command;
}

void add_evidence(CLI::App& app, Typed& typed) {
  auto& evidence =
      add_command(app, "evidence", "runs published experiments and says which findings come out",
                  evidence_examples);
  evidence.add_option("FOLDER", typed.scenario,
                      "folder of experiments, or one file; default scenarios/evidence");
  add_scenario_flags(evidence, typed);
  add_strict_flag(evidence, typed);
  evidence.add_option("-o,--output", typed.output, "result folder; default results/evidence")
      ->type_name("DIR")
      ->group("Results");
  evidence.add_flag("--force", typed.force, "write into a folder that holds results")
      ->group("Results");
  add_machine_flags(evidence, typed);
  add_screen_flags(evidence, typed);
  // Each draw is one replicate, an arm's families are held at once, and there is no report.
  for (char const* const flag : {"--replicates", "--memory-limit", "--lang"})
    evidence.remove_option(evidence.get_option(flag));
}

void add_sweep(CLI::App& app, Typed& typed) {
  auto& sweep = add_command(
      app, "sweep", "runs a scenario over values of its levers and parameters", sweep_examples);
  add_scenario(sweep, typed);
  sweep
      .add_option("--vary", typed.vary,
                  "values to run: PATH=V1,V2,... or PATH=A:B:STEP, B included; repeatable")
      ->type_name("PATH=VALUES")
      ->allow_extra_args(false)
      ->group("Scenario");
  add_scenario_flags(sweep, typed);
  add_until_flags(sweep, typed);
  add_strict_flag(sweep, typed);
  add_output_flags(sweep, typed);
  add_machine_flags(sweep, typed);
  add_screen_flags(sweep, typed);
}

/// A command that runs a scenario many times and has a block of its own in it.
CLI::App& add_analysis(CLI::App& app, Typed& typed, std::string_view name, std::string const& what,
                       std::string_view examples, std::string const& folder) {
  auto& command = add_command(app, name, what, examples);
  add_scenario(command, typed);
  add_scenario_flags(command, typed);
  add_strict_flag(command, typed);
  command.add_option("-o,--output", typed.output, "result folder; default " + folder)
      ->type_name("DIR")
      ->group("Results");
  command.add_flag("--force", typed.force, "write into a folder that holds results")
      ->group("Results");
  add_no_report_flag(command, typed);
  add_machine_flags(command, typed);
  add_screen_flags(command, typed);
  return command;
}

void add_commands(CLI::App& app, Typed& typed) {
  auto& run = add_command(app, "run", "runs a scenario and writes its results", run_examples);
  add_scenario(run, typed);
  add_scenario_flags(run, typed);
  add_until_flags(run, typed);
  add_strict_flag(run, typed);
  add_output_flags(run, typed);
  add_machine_flags(run, typed);
  add_screen_flags(run, typed);
  auto& check =
      add_command(app, "check", "says everything that is wrong with a scenario", check_examples);
  add_scenario(check, typed);
  add_scenario_flags(check, typed);
  add_strict_flag(check, typed);
  add_screen_flags(check, typed);
  auto& explain =
      add_command(app, "explain", "says what a parameter means and where its value comes from",
                  explain_examples);
  explain.add_option("PATH", typed.path, "a parameter, a group of them, or the code of a source");
  add_command(app, "parameters", "prints all parameters as a page of Markdown",
              parameters_examples);
  auto& diff = add_command(app, "diff", "says in what two scenarios differ, defaults filled in",
                           diff_examples);
  diff.add_option("A", typed.scenario, "scenario file (YAML)");
  diff.add_option("B", typed.other, "scenario file that it is compared with");
  add_scenario_flags(diff, typed);
  add_json_flag(diff, typed);
  add_command(app, "schema", "prints the JSON Schema of scenarios, for completion in an editor",
              schema_examples);
  auto& init = add_command(app, "init", "writes a commented scenario to start from", init_examples);
  init.add_option("NAME", typed.name, "name of the file, .yaml is added; default scenario");
  auto& compare = add_command(
      app, "compare", "says in what separate runs differ, from their folders", compare_examples);
  compare.add_option("RESULT", typed.results, "result folders; the first one is the baseline");
  compare.add_option("-o,--output", typed.output, "folder for comparison.csv")->type_name("DIR");
  compare.add_flag("--force", typed.force, "replace the comparison.csv that is there");
  add_json_flag(compare, typed);
  add_color_flag(compare, typed);
  auto& report = add_command(app, "report", "writes the report of a result again", report_examples);
  report.add_option("RESULT", typed.result, "result folder");
  report.add_option("-o,--output", typed.output, "file to write; default RESULT/report.html")
      ->type_name("FILE");
  report.add_flag("--force", typed.force, "replace the file named with --output");
  add_language_flag(report, typed);
  add_evidence(app, typed);
  add_sweep(app, typed);
  add_analysis(app, typed, "attribute", "says what each mechanism contributes (Shapley)",
               attribute_examples, "results/attribution")
      .add_flag("--dry-run", typed.dry_run, "say what would be run, run nothing")
      ->group("Results");
  add_analysis(app, typed, "optimise", "finds the lever values that do best under a budget",
               optimise_examples, "results/optimum");
  auto& rerun =
      add_command(app, "rerun", "repeats a result and compares every figure", rerun_examples);
  rerun.add_option("RESULT", typed.result, "result folder");
  rerun.add_option("-o,--output", typed.output, "keep the second result in this folder")
      ->type_name("DIR");
  rerun.add_flag("--force", typed.force, "replace the result in that folder");
  add_machine_flags(rerun, typed);
  add_json_flag(rerun, typed);
}

void refuse_unknown_command(int argc, char const* const* argv) {
  if (argc < 2)
    refuse("graduasi", "a command is missing: " + joined(commands) + "; see graduasi --help");
  std::string_view const word = argv[1];
  constexpr auto flags = std::to_array<std::string_view>({"--help", "-h", "--version"});
  if (word.starts_with('-')) {
    if (std::ranges::find(flags, word) != flags.end()) return;
    refuse("graduasi",
           fmt::format("{} stands before any command; flags follow it, as in graduasi run "
                       "SCENARIO {}",
                       word, word));
  }
  if (std::ranges::find(commands, word) != commands.end()) return;
  if (std::ranges::find(later_commands, word) != later_commands.end()) {
    refuse("graduasi",
           fmt::format("{} is not there yet; this version has {}", word, joined(commands)));
  }
  auto help = did_you_mean(word, commands);
  if (help.empty()) help = "; there are " + joined(commands);
  refuse("graduasi", fmt::format("{} is no command{}", word, help));
}

std::vector<std::string> flags_of(CLI::App const& command) {
  std::vector<std::string> flags = {"--help"};
  for (auto const* const option : command.get_options()) {
    for (auto const& name : option->get_lnames()) flags.push_back("--" + name);
  }
  return flags;
}

void refuse_extras(CLI::App const& command, std::string const& place) {
  auto const extras = command.remaining();
  for (auto const& extra : extras) {
    if (!extra.starts_with('-') || extra == "-") continue;
    auto const flags = flags_of(command);
    std::vector<std::string_view> const views(flags.begin(), flags.end());
    auto const flag = extra.substr(0, extra.find('='));
    refuse(place, fmt::format("{} is no flag of {}{}", flag, command.get_name(),
                              did_you_mean(flag, views)));
  }
  if (!extras.empty())
    refuse(place, fmt::format("{} is one word too many; see {} --help", extras.front(), place));
}

/// An empty word is a variable of a script that was not set: to go on without it is not what was
/// meant.
void refuse_empty_words(CLI::App const& command, std::string const& place) {
  for (auto const* const option : command.get_options()) {
    auto const& words = option->results();
    if (std::ranges::none_of(words, [](std::string const& word) { return word.empty(); })) continue;
    auto const is_flag = !option->get_lnames().empty();
    refuse(place, fmt::format("{}{} is empty; give it a value, or leave it out",
                              is_flag ? "--" : "", option->get_single_name()));
  }
}

Request::Command command_of(std::string_view name) {
  auto const place = std::ranges::find(commands, name) - commands.begin();
  return static_cast<Request::Command>(place);
}

void refuse_missing_word(Request const& request, std::string const& place) {
  using enum Request::Command;
  bool const needs_scenario = request.command == run || request.command == check ||
                              request.command == sweep || request.command == attribute ||
                              request.command == optimise;
  if (needs_scenario && request.scenario.empty()) {
    refuse(place, "the scenario is missing, as in " + place + " scenarios/caseload_ratios.yaml");
  }
  if (request.command == diff && request.other.empty()) {
    refuse(place, "it takes two scenarios, as in " + place +
                      " scenarios/today.yaml scenarios/caseload_ratios.yaml");
  }
  if (request.command == compare && request.results.size() < 2) {
    refuse(place,
           "it takes two results or more, as in " + place + " results/today results/evening");
  }
  bool const needs_result = request.command == report || request.command == rerun;
  if (needs_result && request.results.empty()) {
    refuse(place, "the result is missing, as in " + place + " results/today");
  }
  if (request.command == explain && request.path.empty()) {
    refuse(place, "the path is missing, as in " + place + " world.skills.learning_rate");
  }
}

/// Help and version are printed; anything else is refused.
Request answer_to(CLI::App const& app, CLI::ParseError const& error, std::string const& place) {
  std::ostringstream out, complaint;
  if (app.exit(error, out, complaint) == 0) {
    auto const text = out.str();
    answer("{}{}", text, text.ends_with('\n') ? "" : "\n");
    return {};
  }
  refuse(place, std::string(error.what()) + "; see " + place + " --help");
}

}  // namespace

Request read_command_line(int argc, char const* const* argv) {
  refuse_unknown_command(argc, argv);
  Typed typed;
  CLI::App app(
      "Simulates how families leave Indonesia's PKH cash-transfer programme, and what policies "
      "change.",
      "graduasi");
  app.footer(std::string(program_examples));
  app.set_version_flag("--version",
                       fmt::format("graduasi {} ({})", program_version(), program_commit()));
  app.require_subcommand(1);
  add_commands(app, typed);

  bool const has_command = std::string_view(argv[1]).find('-') != 0;
  auto const place = has_command ? fmt::format("graduasi {}", argv[1]) : std::string("graduasi");
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return answer_to(app, error, place);
  }
  auto const& command = *app.get_subcommands().front();
  refuse_extras(command, place);
  refuse_empty_words(command, place);
  auto request = request_of(typed, command_of(command.get_name()));
  refuse_missing_word(request, place);
  return request;
}

}  // namespace graduasi
