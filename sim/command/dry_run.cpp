#include "command/dry_run.h"

#include "command/work_ahead.h"
#include "output/rests_on.h"
#include "scenario/variants.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace graduasi {

namespace {

std::string changed_lines(Scenario const& scenario) {
  std::string text;
  for (auto const& changed : rests_on(scenario).changed) {
    text +=
        fmt::format("{} = {} {}(default {})\n", changed.path, text_of(changed.value, Layout::line),
                    changed.unit.empty() ? "" : changed.unit + " ",
                    text_of(changed.default_value, Layout::line));
  }
  return text;
}

std::string time_line(SecondsAhead const& seconds) {
  auto const about = [](double s) { return std::max(std::ceil(s), 1.0); };
  std::string parts = fmt::format("{:.0f} s simulating", about(seconds.simulating));
  if (seconds.one_way_sensitivity > 0)
    parts +=
        fmt::format(", {:.0f} s for one parameter at a time", about(seconds.one_way_sensitivity));
  return fmt::format("about {:.0f} s: {}, {:.0f} s writing", about(seconds.all()), parts,
                     about(seconds.writing));
}

/// How often a policy is simulated in a variant.
std::string lives_text(RunCounts const& run) {
  auto const lives =
      fmt::format("{} parameter draws x {} replicates", run.parameter_draws, run.replicates);
  if (twins_of(run) == 0) return lives;
  return fmt::format("({} + {} draws once more with common random numbers)", lives, twins_of(run));
}

}  // namespace

std::string dry_run(Scenario const& scenario, Areas const& areas, ExperimentOptions const& options,
                    Request const& request) {
  auto const& run = scenario.run.counts;
  auto const files = files_ahead(scenario, areas, request);
  auto const seconds = measured_seconds(scenario, areas, options, files);
  std::string text = fmt::format("{}\n\n{}", scenario.question, changed_lines(scenario));
  text += fmt::format(
      "\n{} policies x {} variants x {} = {} simulations of {} families and {} months\n",
      policy_names(scenario).size(), variants_of(scenario).size(), lives_text(run),
      simulations_of(scenario), scenario.population.size.households, run.months);
  auto const bytes = bytes_ahead(scenario, areas, options, files);
  text +=
      fmt::format("{}\nabout {:.0f} MB of memory, at least {:.0f} MB\n", time_line(seconds),
                  static_cast<double>(bytes.likely) / 1e6, static_cast<double>(bytes.min) / 1e6);
  for (auto const& file : files) {
    text += fmt::format("{}: {:.0f} rows, {:.1f} MB\n", file.name, file.rows,
                        file.rows * file.bytes_a_row / 1e6);
  }
  if (request.shard) {
    auto const all = pieces_of(scenario);
    std::size_t ours = 0;
    for (std::size_t piece = 0; piece < all; ++piece) ours += request.shard->has(piece) ? 1 : 0;
    text += fmt::format("shard {} does {} of the {} pieces of all this\n", request.shard->name(),
                        ours, all);
  }
  if (!request.until.empty())
    text +=
        fmt::format("--until may take up to {} replicates; all this is for those of the scenario\n",
                    request.max_replicates);
  return text + "nothing was run\n";
}

}  // namespace graduasi
