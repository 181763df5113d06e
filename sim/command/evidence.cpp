#include "command/evidence.h"

#include "analysis/evidence.h"
#include "base/errors.h"
#include "command/build_facts.h"
#include "command/commands.h"
#include "command/interrupt.h"
#include "command/progress_line.h"
#include "command/run_facts.h"
#include "command/streams.h"
#include "outcome/measures.h"
#include "output/console.h"
#include "output/evidence_table.h"
#include "output/manifest.h"
#include "scenario/read.h"
#include "store/folder.h"

#include <algorithm>
#include <chrono>

namespace graduasi {

namespace {

namespace fs = std::filesystem;

/// An experiment of the folder, read and checked.
struct Trialled {
  Scenario scenario;
  Areas areas;
};

/// The files of a folder in the order of their names, or the one file.
std::vector<fs::path> files_of(fs::path const& place) {
  std::error_code trouble;
  if (!fs::exists(place, trouble)) {
    throw FileError(place.generic_string() +
                    ": is not there; name a folder of experiments, as in graduasi evidence "
                    "scenarios/evidence");
  }
  if (!fs::is_directory(place)) return {place};
  std::vector<fs::path> files;
  for (auto const& entry : fs::directory_iterator(place, trouble)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  if (trouble) throw FileError(place.generic_string() + ": " + trouble.message());
  if (files.empty())
    throw FileError(place.generic_string() + ": holds no experiment (a file that ends in .yaml)");
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

/// All experiments; what is wrong in any of them is said at once.
std::vector<Trialled> read_experiments(Request const& request) {
  std::vector<Trialled> experiments;
  std::vector<Problem> problems;
  auto const names = measure_names();
  auto const place = request.scenario.empty() ? fs::path("scenarios/evidence") : request.scenario;
  for (auto const& file : files_of(place)) {
    try {
      Trialled experiment{read_scenario(file, request.settings, names), {}};
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

Json manifest_of(std::vector<Trialled> const& experiments, std::string const& hash,
                 double seconds) {
  auto const input = [](Trialled const& experiment) {
    auto const& scenario = experiment.scenario;
    Json::Members files;
    for (auto const& file : scenario.inputs) files.emplace_back(file.path, file.sha256);
    return Json::Members{{"scenario", scenario.name},
                         {"question", scenario.question},
                         {"seed", std::int64_t{scenario.run.counts.seed}},
                         {"parameter_draws", scenario.run.counts.parameter_draws},
                         {"households", scenario.population.size.households},
                         {"warnings", warnings_json(scenario.warnings)},
                         {"inputs", files}};
  };
  return Json::Members{{"results_format", results_format},
                       {"program", "graduasi"},
                       {"version", program_version()},
                       {"commit", program_commit()},
                       {"compiler", program_compiler()},
                       {"state", "complete"},
                       {"command", command_line_of_process()},
                       {"experiments", list_of(experiments, input)},
                       {"result_hash", hash},
                       {"times", Json::Members{{"wall_seconds", seconds}}}};
}

}  // namespace

int show_evidence(Request const& request) {
  auto const experiments = read_experiments(request);
  if (request.strict) {
    for (auto const& [scenario, areas] : experiments) refuse_warnings(scenario.warnings);
  }
  ResultFolder folder(request.output.empty() ? fs::path("results/evidence") : request.output,
                      request.force ? Existing::replace : Existing::refuse);
  auto options = options_of(request);
  ProgressLine line(request);
  double all = 0, before = 0;
  for (auto const& experiment : experiments) all += cost_of(experiment.scenario);

  auto const began = std::chrono::steady_clock::now();
  watch_for_interrupts();
  std::vector<EvidenceRow> rows;
  for (auto const& [scenario, areas] : experiments) {
    double const here = cost_of(scenario);
    options.progress = [&](double done) { line.show((before + done * here) / all); };
    auto const found = gather_evidence(scenario, areas, options);
    if (found.empty()) {
      line.clear();
      say("interrupted; nothing was written\n");
      return 130;
    }
    rows.insert(rows.end(), found.begin(), found.end());
    before += here;
  }
  line.clear();
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
  std::ranges::stable_sort(rows, {}, &EvidenceRow::finding);

  folder.write("evidence.csv", [&](Sink& sink) { write_evidence(sink, rows); });
  folder.publish(
      text_of(manifest_of(experiments, folder.result_hash(), took.count()), Layout::indented) +
      "\n");
  auto const color = wants_color(request) ? Color::always : Color::never;
  answer("{}", request.json ? text_of(evidence_json(rows), Layout::indented) + "\n"
                            : evidence_table(rows, color));
  if (!request.quiet) {
    for (auto const& [scenario, areas] : experiments) say("{}", warning_list(scenario.warnings));
    say("results in {} ({:.1f} s)\n", folder.path().string(), took.count());
  }
  auto const counts = count_findings(rows);
  return counts.reproduced == counts.all() ? 0 : 4;
}

}  // namespace graduasi
