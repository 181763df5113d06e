#include "command/calibrate.h"

#include "analysis/calibration/calibrate.h"
#include "base/sha256.h"
#include "command/build_facts.h"
#include "command/load_scenario.h"
#include "command/long_command.h"
#include "command/screen.h"
#include "command/streams.h"
#include "outcome/measures.h"
#include "output/calibration_table.h"
#include "output/manifest.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace graduasi {

namespace {

/// The scenarios that targets name, each once, in the order in which they are named.
std::vector<TargetScenario> scenarios_of(Targets const& targets) {
  std::vector<TargetScenario> scenarios;
  for (auto const& target : targets.all) {
    bool const is_known = std::ranges::any_of(
        scenarios, [&](TargetScenario const& known) { return known.scenario.file == target.file; });
    if (is_known) continue;
    Request one;
    one.scenario = target.file;
    auto [scenario, areas] = load_scenario(one);
    scenario.file = target.file;
    scenarios.push_back({std::move(scenario), std::move(areas)});
  }
  return scenarios;
}

/// What tells a calibration from another one whose simulations are of no use to it.
std::string identity_of(Targets const& targets, std::vector<TargetScenario> const& scenarios,
                        CalibrationSize const& size, std::uint32_t seed) {
  Sha256 hash;
  auto const add = [&](std::vector<InputFile> const& inputs) {
    for (auto const& input : inputs) hash.add(input.sha256);
  };
  hash.add(fmt::format("{} {} {} {}", program_version(), program_commit(), size.name, seed));
  add(targets.inputs);
  for (auto const& each : scenarios) add(each.scenario.inputs);
  return "graduasi calibrate " + hash.finish();
}

Json manifest_of(CalibrationReport const& report, std::vector<InputFile> const& inputs,
                 std::uint32_t seed, std::vector<Warning> const& warnings, std::string const& hash,
                 double seconds) {
  return analysis_manifest({{"scenario", report.targets.name},
                            {"question", report.targets.question},
                            {"inputs", inputs_json(inputs)},
                            {"seed", std::int64_t{seed}},
                            {"calibration", calibration_json(report)},
                            {"result_hash", hash},
                            {"times", Json::Members{{"wall_seconds", seconds}}},
                            {"warnings", warnings_json(warnings)}});
}

}  // namespace

int calibrate_worlds(Request const& request) {
  auto const targets = read_targets(request.scenario, measure_names());
  auto const& size = *std::ranges::find(calibration_sizes, request.size, &CalibrationSize::name);
  auto scenarios = scenarios_of(targets);
  auto const identity = identity_of(targets, scenarios, size, request.seed);
  auto inputs = targets.inputs;
  for (auto const& each : scenarios)
    inputs.insert(inputs.end(), each.scenario.inputs.begin(), each.scenario.inputs.end());
  TargetRuns const runs(targets, std::move(scenarios), size.households);
  auto options = options_of(request);

  LongCommand under_way(request, "results/calibration");
  auto& folder = under_way.folder();
  auto const file = folder.path() / "calibration.journal";
  // Without --resume nothing of it is wanted.
  std::error_code ignored;
  if (!request.resume) std::filesystem::remove(file, ignored);
  Journal journal(file, identity);
  if (journal.resumed() > 0 && !request.quiet)
    say("resuming: {} batches already simulated\n", journal.resumed());
  under_way.begin(options);
  auto const found = calibrate(targets, runs, size, request.seed, journal, options);
  under_way.progress().clear();
  if (!found) {
    say("interrupted; what was simulated is kept: go on with --resume\n");
    return exit_interrupted;
  }
  double const seconds = under_way.seconds();
  CalibrationReport const report{targets, *found, size.name};
  auto const warnings = warnings_of(report);
  folder.write("targets.csv", [&](Sink& sink) { write_targets(sink, report); });
  folder.write("parameters.csv", [&](Sink& sink) { write_calibrated(sink, report); });
  folder.write("posterior.csv", [&](Sink& sink) { write_draws(sink, posterior_draws(*found)); });
  folder.publish(
      in_full(manifest_of(report, inputs, request.seed, warnings, folder.result_hash(), seconds)));
  journal.remove();
  answer("{}", request.json ? in_full(calibration_json(report))
                            : calibration_text(report, color_of(request)));
  under_way.say_where_results_are(warnings, seconds, false);
  if (!request.quiet)
    say("use it: graduasi run SCENARIO --draws-from {}\n",
        (folder.path() / "posterior.csv").string());
  return 0;
}

}  // namespace graduasi
