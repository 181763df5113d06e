#include "command/command_table.h"

#include "command/attribute.h"
#include "command/calibrate.h"
#include "command/check.h"
#include "command/compare.h"
#include "command/diff.h"
#include "command/evidence.h"
#include "command/explain.h"
#include "command/init.h"
#include "command/list_parameters.h"
#include "command/merge.h"
#include "command/optimise.h"
#include "command/print_schema.h"
#include "command/report.h"
#include "command/rerun.h"
#include "command/run.h"
#include "command/serve.h"
#include "command/show.h"
#include "command/trial.h"

#include <algorithm>

namespace graduasi {

namespace {

constexpr Operands one_scenario = {scenario_operand, 1, "the scenario is missing",
                                   "scenarios/caseload_ratios.yaml"};
constexpr Operands one_result = {result_operand, 1, "the result is missing", "results/today"};

// What a command writes, where others write something else.
constexpr auto comparison_folder =
    std::array{output_flag("", "DIR", "folder for comparison.csv"),
               force_flag("", "replace the comparison.csv that is there")};
constexpr auto report_file =
    std::array{output_flag("", "FILE", "file to write; default RESULT/report.html"),
               force_flag("", "replace the file named with --output")};
constexpr auto evidence_folder = result_folder_flags("result folder; default results/evidence");
constexpr auto attribution_folder =
    result_folder_flags("result folder; default results/attribution");
constexpr auto attribution_dry = std::array{dry_run_flag("say what would be run, run nothing")};
constexpr auto calibration_folder =
    result_folder_flags("result folder; default results/calibration");
constexpr auto optimum_folder = result_folder_flags("result folder; default results/optimum");
constexpr auto pilot_folder = result_folder_flags("result folder; default results/pilot");
constexpr auto merged_folder =
    result_folder_flags("result folder; default results/<scenario name>");
constexpr auto merged_format = std::array{format_flag};
constexpr auto second_result =
    std::array{output_flag("", "DIR", "keep the second result in this folder"),
               force_flag("", "replace the result in that folder")};

constexpr auto table = std::to_array<Command>({
    {.name = "run",
     .what = "runs a scenario and writes its results",
     .operands = one_scenario,
     .flags = {scenario_flags, draws_from_flag, as_flag, until_flags, strict_flag,
               run_results_flags, machine_flags, screen_flags},
     .is_for_ranks = true,
     .act = run_scenario,
     .examples = R"(Examples:
  graduasi run scenarios/caseload_ratios.yaml -o results/today
  graduasi run scenarios/caseload_ratios.yaml --set world.skills.learning_rate=0.1 --replicates 50
  graduasi run scenarios/caseload_ratios.yaml --set "policies.1 to 150.sessions.per_month=2"
  graduasi run mine.yaml --set 'policies."ratio = 1.5".sessions.per_month=2'
  graduasi run scenarios/caseload_ratios.yaml --format csv-full,xlsx
  graduasi run scenarios/caseload_ratios.yaml --resume
  graduasi run scenarios/caseload_ratios.yaml --until "self_reliant@120 +- 0.1pp"
  graduasi run scenarios/caseload_uncertainty.yaml --draws-from results/uncertain/draws.csv
  graduasi run scenarios/caseload_ratios.yaml --dry-run
  graduasi run scenarios/caseload_ratios.yaml --trace premature
  mpirun -n 4 build/mpi/graduasi run scenarios/caseload_ratios.yaml    four processes do it together
So they do sweep, evidence, attribute and optimise; all else is done by the first of them alone.)"},

    {.name = "check",
     .what = "says everything that is wrong with a scenario",
     .operands = one_scenario,
     .flags = {scenario_flags, draws_from_flag, as_flag, strict_flag, screen_flags},
     .act = check_scenario,
     .examples = R"(Examples:
  graduasi check scenarios/caseload_ratios.yaml
  graduasi check scenarios/caseload_ratios.yaml --set run.months=240
  graduasi check scenarios/caseload_ratios.yaml --json    problems as a list of place, path, message
  graduasi check - --as scenarios/mine.yaml < draft       what is typed, before it is saved)"},

    {.name = "explain",
     .what = "says what a parameter means and where its value comes from",
     .operands = {path_operand, 1, "the path is missing", "world.skills.learning_rate"},
     .flags = {language_flag},
     .act = explain_parameter,
     .examples = R"(Examples:
  graduasi explain world.skills.learning_rate
  graduasi explain policy.caseload
  graduasi explain PENA                a word of the programme, and the parameters that speak of it
  graduasi explain pendamping --lang id
  graduasi explain S120                a source, and the parameters that rest on it)"},

    {.name = "parameters",
     .what = "prints all parameters as a page of Markdown, or those that a word finds",
     .flags = {find_flag, language_flag},
     .act = list_parameters,
     .examples = R"(Examples:
  graduasi parameters
  graduasi parameters > scenarios/parameters.md
  graduasi parameters --find "home visit"
  graduasi parameters --find desil --lang id)"},

    {.name = "diff",
     .what = "says in what two scenarios differ, defaults filled in",
     .operands = {two_scenarios_operands, 2, "it takes two scenarios",
                  "scenarios/today.yaml scenarios/caseload_ratios.yaml"},
     .flags = {scenario_flags, json_flag},
     .act = show_difference,
     .examples = R"(Examples:
  graduasi diff scenarios/today.yaml scenarios/caseload_ratios.yaml
  graduasi diff today.yaml today.yaml --set policy.sessions.hours=3    what a setting changes
Policies are matched by name. Settings are laid over B alone.)"},

    {.name = "schema",
     .what = "prints the JSON Schema of scenarios, for completion in an editor",
     .act = print_schema,
     .examples = R"(Examples:
  graduasi schema > schema.json
An editor with the YAML language server then knows every key of a scenario beside it that begins
with the line
  # yaml-language-server: $schema=schema.json)"},

    {.name = "init",
     .what = "writes a commented scenario to start from",
     .operands = {new_name_operand},
     .act = write_first_scenario,
     .examples = R"(Examples:
  graduasi init                 writes scenario.yaml
  graduasi init evenings        writes evenings.yaml)"},

    {.name = "compare",
     .what = "says in what separate runs differ, from their folders",
     .operands = {results_operand, 2, "it takes two results or more",
                  "results/today results/evening"},
     .flags = {comparison_folder, json_flag, color_flag},
     .act = compare_results,
     .examples = R"(Examples:
  graduasi compare results/today results/evening
  graduasi compare results/today results/250 results/150 -o results/compared
The first result is the baseline. Runs with the same seed, replicates, draws, families and program
are paired: every simulation of one is compared with that of the other which met the same luck.)"},

    {.name = "show",
     .what = "prints figures of a result as a table",
     .operands = one_result,
     .flags = {shown_flags, csv_flag, json_flag, color_flag},
     .act = show_result,
     .examples = R"(Examples:
  graduasi show results/today                                main measures by the end of each year
  graduasi show results/today --measure poor_share --wide    policies beside each other
  graduasi show results/today --measure self_reliant,able --month 60
  graduasi show results/today --split area --last --csv > areas.csv
Groups are there when the run was asked for them: graduasi run ... --set 'output.strata=[area]')"},

    {.name = "report",
     .what = "writes the report of a result again",
     .operands = one_result,
     .flags = {report_file, language_flag},
     .act = write_report,
     .examples = R"(Examples:
  graduasi report results/today                        the page of this version of the program
  graduasi report results/today --lang id              opens in Indonesian
  graduasi report results/today -o for_the_minister.html
Nothing is simulated: the page is drawn from page.json, which run writes with --no-report too.)"},

    // Each draw is one replicate, an arm's families are held at once, and there is no report.
    {.name = "evidence",
     .what = "runs published experiments and says which findings come out",
     .operands = {trials_operand},
     .flags = {scenario_flags, draws_from_flag, strict_flag, evidence_folder, machine_flags,
               screen_flags},
     .without = {"--replicates", "--memory-limit", "--lang"},
     .is_for_ranks = true,
     .act = show_evidence,
     .examples = R"(Examples:
  graduasi evidence                                  every experiment of scenarios/evidence
  graduasi evidence scenarios/evidence/full_package.yaml --draws 20 -o results/package
  graduasi evidence my_experiments --json
An experiment is a scenario whose policies are the arms of a trial, with what was published of it
(findings). Ends with 4 when a finding that was held out is not reproduced.)"},

    {.name = "calibrate",
     .what = "says which uncertain numbers agree with what was published",
     .operands = {targets_operand, 1, "the file of targets is missing",
                  "scenarios/calibrate/targets.yaml"},
     .flags = {calibration_flags, calibration_folder, machine_flags, screen_flags},
     .without = {"--memory-limit", "--lang"},
     .act = calibrate_worlds,
     .examples = R"(Examples:
  graduasi calibrate scenarios/calibrate/targets.yaml --size small -o results/tried
  graduasi calibrate scenarios/calibrate/targets.yaml
  graduasi calibrate scenarios/calibrate/targets.yaml --resume
  graduasi run scenarios/caseload_uncertainty.yaml --draws-from results/calibration/posterior.csv
A target is a published figure with the scenario and measure that give it, or the finding of a trial;
role: hold keeps it out of the fit, to be looked at afterwards.)"},

    {.name = "sweep",
     .what = "runs a scenario over values of its levers and parameters",
     .operands = one_scenario,
     .flags = {vary_flag, scenario_flags, as_flag, draws_from_flag, until_flags, strict_flag,
               run_results_flags, machine_flags, screen_flags},
     .is_for_ranks = true,
     .act = run_scenario,
     .examples = R"(Examples:
  graduasi sweep scenarios/today.yaml --vary policy.caseload.households_per_facilitator=100:400:50
  graduasi sweep scenarios/today.yaml --vary policy.caseload.households_per_facilitator=150,300 \
           --vary policy.mentoring.strengths_share=0.2,0.5,0.8 -o results/grid
All combinations are run, as with sweep in the file; what --vary names stands in place of the same
path there. marginals.csv says what each further unit changes between neighbouring values.)"},

    {.name = "merge",
     .what = "makes one result of all shards of a run",
     .operands = {shards_operand, 1, "the shards are missing", "shards/*"},
     .flags = {strict_flag, merged_folder, merged_format, no_report_flag, machine_flags,
               screen_flags},
     .act = merge_shards,
     .examples = R"(Examples:
  graduasi merge shards/1 shards/2 -o results/today      byte for byte the tables of the run in one piece
Before that, each on a machine of its own:
  graduasi run scenarios/today.yaml --shard 1/2 -o shards/1
  graduasi run scenarios/today.yaml --shard 2/2 -o shards/2
scenarios/cluster/array.sh does this with a queue of jobs.)"},

    {.name = "attribute",
     .what = "says what each mechanism contributes (Shapley)",
     .operands = one_scenario,
     .flags = {scenario_flags, as_flag, draws_from_flag, strict_flag, attribution_folder,
               no_report_flag, attribution_dry, machine_flags, screen_flags},
     .block = "attribute",
     .is_for_ranks = true,
     .act = attribute_result,
     .examples = R"(Examples:
  graduasi attribute scenarios/caseload_ratios.yaml --dry-run
  graduasi attribute scenarios/caseload_ratios.yaml -o results/obstacles
  graduasi attribute scenarios/today.yaml --set attribute.measure=premature_exit --draws 40 --replicates 1
Every combination of ten groups of mechanisms is run; groups of your own stand in the scenario:
  attribute: {groups: {hours: [world.workload.on], confidence: [world.self_confidence.on]}})"},

    {.name = "optimise",
     .what = "finds the lever values that do best under a budget",
     .operands = one_scenario,
     .flags = {scenario_flags, as_flag, draws_from_flag, strict_flag, optimum_folder,
               no_report_flag, machine_flags, screen_flags},
     .block = "optimise",
     .is_for_ranks = true,
     .act = optimise_levers,
     .examples = R"(Examples:
  graduasi optimise scenarios/today.yaml -o results/best_caseload
  graduasi optimise scenarios/allotment.yaml -o results/allotment
The block optimise of the scenario says which levers are moved, what for and what it may cost;
without one, families per facilitator from 50 to 500, for the wages of the baseline.)"},

    // There is no report of a pilot.
    {.name = "trial",
     .what = "says how large a pilot must be to see what the model expects",
     .operands = one_scenario,
     .flags = {scenario_flags, as_flag, draws_from_flag, strict_flag, pilot_folder, machine_flags,
               screen_flags},
     .without = {"--lang"},
     .block = "pilot",
     .act = plan_trial,
     .examples = R"(Examples:
  graduasi trial scenarios/pilot_caseload.yaml
  graduasi trial scenarios/pilot_caseload.yaml --set pilot.measure=became_able --set pilot.families=60
  graduasi trial scenarios/pilot_caseload.yaml --draws 20 --replicates 1    what the pilot would rule out
The first two policies are the arms. Whole nations live under either; districts, or what trial.unit
names, are drawn from them into pilots of several sizes, and each pilot is tested as it would be.)"},

    {.name = "serve",
     .what = "shows scenarios and results in the browser, to ask and to run",
     .operands = {results_folder_operand},
     .flags = {server_flags},
     .act = serve_application,
     .examples = R"(Examples:
  graduasi serve                           prints an address and opens it; results go to results
  graduasi serve results/ministry --port 8080 --no-browser
Whoever has the address with its token may use it, on this machine only. Scenarios are those of
this folder and of scenarios below it, and those that came with the program.)"},

    {.name = "rerun",
     .what = "repeats a result and compares every figure",
     .operands = one_result,
     .flags = {second_result, machine_flags, json_flag},
     .act = rerun_result,
     .examples = R"(Examples:
  graduasi rerun results/today                       0 when every figure comes out again, else 4
  graduasi rerun results/today -o results/again --json
Run it where the result was made: its resolved.yaml names files as they were seen from there.)"},
});

}  // namespace

std::span<Command const> commands() { return table; }

std::vector<Argument> flags_of(Command const& command) {
  std::vector<Argument> flags;
  for (auto const& group : command.flags) {
    for (auto const& flag : group) {
      if (std::ranges::find(command.without, flag.names) == command.without.end())
        flags.push_back(flag);
    }
  }
  return flags;
}

Command const* find_command(std::string_view name) {
  auto const found = std::ranges::find(table, name, &Command::name);
  return found == table.end() ? nullptr : &*found;
}

}  // namespace graduasi
