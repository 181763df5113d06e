// The examples below the help of each command.
#pragma once

#include <string_view>

namespace graduasi {

inline constexpr std::string_view program_examples = R"(Examples:
  graduasi run scenarios/caseload_ratios.yaml
  graduasi explain policy.caseload.households_per_facilitator)";

inline constexpr std::string_view run_examples = R"(Examples:
  graduasi run scenarios/caseload_ratios.yaml -o results/today
  graduasi run scenarios/caseload_ratios.yaml --set world.skills.learning_rate=0.1 --replicates 50
  graduasi run scenarios/caseload_ratios.yaml --set "policies.1 to 150.sessions.per_month=2"
  graduasi run mine.yaml --set 'policies."ratio = 1.5".sessions.per_month=2'
  graduasi run scenarios/caseload_ratios.yaml --format csv-full,xlsx
  graduasi run scenarios/caseload_ratios.yaml --resume
  graduasi run scenarios/caseload_ratios.yaml --until "self_reliant@120 +- 0.1pp"
  graduasi run scenarios/caseload_ratios.yaml --dry-run
  graduasi run scenarios/caseload_ratios.yaml --trace premature)";

inline constexpr std::string_view check_examples = R"(Examples:
  graduasi check scenarios/caseload_ratios.yaml
  graduasi check scenarios/caseload_ratios.yaml --set run.months=240
  graduasi check scenarios/caseload_ratios.yaml --json    problems as a list of place, path, message)";

inline constexpr std::string_view explain_examples = R"(Examples:
  graduasi explain world.skills.learning_rate
  graduasi explain policy.caseload
  graduasi explain S120                a source, and the parameters that rest on it)";

inline constexpr std::string_view parameters_examples = R"(Examples:
  graduasi parameters
  graduasi parameters > scenarios/parameters.md)";

inline constexpr std::string_view diff_examples = R"(Examples:
  graduasi diff scenarios/today.yaml scenarios/caseload_ratios.yaml
  graduasi diff today.yaml today.yaml --set policy.sessions.hours=3    what a setting changes
Policies are matched by name. Settings are laid over B alone.)";

inline constexpr std::string_view schema_examples = R"(Examples:
  graduasi schema > schema.json
An editor with the YAML language server then knows every key of a scenario beside it that begins
with the line
  # yaml-language-server: $schema=schema.json)";

inline constexpr std::string_view init_examples = R"(Examples:
  graduasi init                 writes scenario.yaml
  graduasi init evenings        writes evenings.yaml)";

inline constexpr std::string_view compare_examples = R"(Examples:
  graduasi compare results/today results/evening
  graduasi compare results/today results/250 results/150 -o results/compared
The first result is the baseline. Runs with the same seed, replicates, draws, families and program
are paired when both were run with --format csv-full.)";

inline constexpr std::string_view report_examples = R"(Examples:
  graduasi report results/today                        the page of this version of the program
  graduasi report results/today --lang id              opens in Indonesian
  graduasi report results/today -o for_the_minister.html
Nothing is simulated: the page is drawn from page.json, which run writes with --no-report too.)";

inline constexpr std::string_view evidence_examples = R"(Examples:
  graduasi evidence                                  every experiment of scenarios/evidence
  graduasi evidence scenarios/evidence/full_package.yaml --draws 20 -o results/package
  graduasi evidence my_experiments --json
An experiment is a scenario whose policies are the arms of a trial, with what was published of it
(findings). Ends with 4 when a finding that was held out is not reproduced.)";

inline constexpr std::string_view sweep_examples = R"(Examples:
  graduasi sweep scenarios/today.yaml --vary policy.caseload.households_per_facilitator=100:400:50
  graduasi sweep scenarios/today.yaml --vary policy.caseload.households_per_facilitator=150,300 \
           --vary policy.mentoring.strengths_share=0.2,0.5,0.8 -o results/grid
All combinations are run, as with sweep in the file; what --vary names stands in place of the same
path there. marginals.csv says what each further unit changes between neighbouring values.)";

inline constexpr std::string_view rerun_examples = R"(Examples:
  graduasi rerun results/today                       0 when every figure comes out again, else 4
  graduasi rerun results/today -o results/again --json
Run it where the result was made: its resolved.yaml names files as they were seen from there.)";

inline constexpr std::string_view attribute_examples = R"(Examples:
  graduasi attribute scenarios/caseload_ratios.yaml --dry-run
  graduasi attribute scenarios/caseload_ratios.yaml -o results/obstacles
  graduasi attribute scenarios/today.yaml --set attribute.measure=premature_exit --draws 40 --replicates 1
Every combination of ten groups of mechanisms is run; groups of your own stand in the scenario:
  attribute: {groups: {hours: [world.workload.on], confidence: [world.self_confidence.on]}})";

inline constexpr std::string_view optimise_examples = R"(Examples:
  graduasi optimise scenarios/today.yaml -o results/best_caseload
  graduasi optimise scenarios/allotment.yaml -o results/allotment
The block optimise of the scenario says which levers are moved, what for and what it may cost;
without one, families per facilitator from 50 to 500, for the wages of the baseline.)";

}  // namespace graduasi
