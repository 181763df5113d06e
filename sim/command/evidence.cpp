#include "command/evidence.h"

#include "analysis/evidence.h"
#include "base/errors.h"
#include "command/interrupt.h"
#include "command/load_scenario.h"
#include "command/long_command.h"
#include "command/screen.h"
#include "command/streams.h"
#include "experiment/possible_draws.h"
#include "outcome/measures.h"
#include "output/evidence_table.h"
#include "output/manifest.h"
#include "scenario/given_draws.h"
#include "scenario/read.h"
#include "scenario/text/input_files.h"

#include <algorithm>
#include <utility>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// The files of a folder in the order of their names, or the one file.
std::vector<fs::path> files_of(fs::path const& given) {
  std::error_code trouble;
  if (!fs::exists(given, trouble)) {
    throw FileError(given.generic_string() +
                    ": is not there; name a folder of experiments, as in graduasi evidence "
                    "scenarios/evidence");
  }
  if (!fs::is_directory(given)) return {given};
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(given, trouble)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (trouble) throw FileError(given.generic_string() + ": " + trouble.message());
  if (files.empty())
    throw FileError(given.generic_string() + ": holds no experiment (a file that ends in .yaml)");
  std::ranges::sort(files);
  return files;
}

void add_problems(std::vector<Problem>& all, ScenarioError const& error) {
  for (auto const& problem : error.problems) {
    bool const known = std::ranges::any_of(
        all, [&](Problem const& p) { return p.place == problem.place && p.text == problem.text; });
    if (!known) all.push_back(problem);
  }
}

/// What is named, else the experiments that are here, else those that came with the program.
fs::path experiments_asked_for(Request const& request) {
  if (!request.scenario.empty()) return request.scenario;
  fs::path const here = "scenarios/evidence";
  std::error_code trouble;
  if (fs::exists(here, trouble)) return here;
  auto const of_program = shipped(here);
  return of_program.empty() ? here : of_program;
}

/// All experiments; what is wrong in any of them is said at once.
std::vector<LoadedScenario> read_experiments(Request const& request) {
  std::vector<LoadedScenario> experiments;
  std::vector<Problem> problems;
  auto const names = measure_names();
  for (auto const& file : files_of(experiments_asked_for(request))) {
    try {
      LoadedScenario experiment{read_scenario(file, request.settings, names), {}};
      use_draws_from(experiment.scenario, request.draws_from);
      if (experiment.scenario.findings.empty()) {
        problems.push_back(
            {file.generic_string(), "findings is missing; an experiment says what was published"});
      }
      experiment.areas = read_areas(experiment.scenario.areas_file);
      experiments.push_back(std::move(experiment));
    } catch (ScenarioError const& error) {
      add_problems(problems, error);
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  return experiments;
}

/// What a draw of an experiment costs, for the progress line: family-months.
double cost_of(Scenario const& scenario) {
  auto const& counts = scenario.run.counts;
  return 1.0 * counts.months * counts.parameter_draws * scenario.population.size.households *
         static_cast<double>(scenario.policies.size());
}

Json manifest_of(std::vector<LoadedScenario> const& experiments, std::string const& hash,
                 double seconds) {
  auto const input = [](LoadedScenario const& experiment) {
    auto const& scenario = experiment.scenario;
    return Json::Members{{"scenario", scenario.name},
                         {"question", scenario.question},
                         {"seed", std::int64_t{scenario.run.counts.seed}},
                         {"parameter_draws", scenario.run.counts.parameter_draws},
                         {"households", scenario.population.size.households},
                         {"warnings", warnings_json(scenario.warnings)},
                         {"inputs", inputs_json(scenario.inputs)}};
  };
  return analysis_manifest({{"experiments", list_of(experiments, input)},
                            {"result_hash", hash},
                            {"times", Json::Members{{"wall_seconds", seconds}}}});
}

std::vector<Warning> warnings_of(std::vector<LoadedScenario> const& experiments) {
  std::vector<Warning> warnings;
  for (auto const& [scenario, areas] : experiments) append(warnings, scenario.warnings);
  return warnings;
}

/// What all experiments say, in the order of the findings; nothing when it was interrupted.
std::vector<EvidenceRow> gather_rows(std::vector<LoadedScenario> const& experiments,
                                     ExperimentOptions options, ProgressLine& line) {
  double all = 0, before = 0;
  for (auto const& experiment : experiments) all += cost_of(experiment.scenario);
  std::vector<EvidenceRow> rows;
  for (auto const& [scenario, areas] : experiments) {
    double const here = cost_of(scenario);
    options.progress = [&](double done) { line.show((before + done * here) / all); };
    auto const found = gather_evidence(scenario, areas, options);
    if (found.empty()) return {};
    rows.insert(rows.end(), found.begin(), found.end());
    before += here;
  }
  std::ranges::stable_sort(rows, {}, &EvidenceRow::finding);
  return rows;
}

/// What a rank does that writes nothing: its part of the trials.
int help_out(std::vector<LoadedScenario>& experiments, ExperimentOptions const& options,
             Request const& request) {
  watch_for_interrupts();
  for (auto& [scenario, areas] : experiments) settle_draws(scenario, areas, options.ranks);
  ProgressLine line(request);
  return gather_rows(experiments, options, line).empty() ? exit_interrupted : 0;
}

}  // namespace

int show_evidence(Request const& request) {
  auto experiments = read_experiments(request);
  for (auto const& [scenario, areas] : experiments) refuse_if_strict(request, scenario.warnings);
  auto options = options_of(request);
  if (!request.ranks->is_first()) return help_out(experiments, options, request);
  LongCommand under_way(request, "results/evidence");
  under_way.begin(options);
  for (auto& [scenario, areas] : experiments) settle_draws(scenario, areas, options.ranks);
  auto const rows = gather_rows(experiments, options, under_way.progress());
  if (rows.empty()) return under_way.end_interrupted();
  under_way.progress().clear();
  double const seconds = under_way.seconds();

  auto& folder = under_way.folder();
  folder.write("evidence.csv", [&](Sink& sink) { write_evidence(sink, rows); });
  folder.publish(in_full(manifest_of(experiments, folder.result_hash(), seconds)));
  answer("{}",
         request.json ? in_full(evidence_json(rows)) : evidence_table(rows, color_of(request)));
  under_way.say_where_results_are(warnings_of(experiments), seconds, false);
  auto const counts = count_findings(rows);
  return counts.reproduced == counts.all() ? 0 : 4;
}

}  // namespace graduasi
