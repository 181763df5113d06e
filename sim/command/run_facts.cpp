#include "command/run_facts.h"

#include "base/shell.h"
#include "base/text.h"
#include "command/build_facts.h"
#include "scenario/describe/effective.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

namespace graduasi {

namespace {

std::string processor() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

/// "0.1.0 (1a2b3c4)".
std::string program_text() {
  return std::string(program_version()) + " (" + std::string(program_commit()) + ")";
}

}  // namespace

std::string command_line_of_process() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.empty()) return text;
  // Every word ends with a zero.
  if (text.ends_with('\0')) text.pop_back();
  std::string line;
  for (auto const word : split(text, '\0')) line += (line.empty() ? "" : " ") + for_shell(word);
  return line;
}

RunIdentity identity_of(Scenario const& scenario) {
  constexpr auto of_other_commands =
      std::to_array<std::string_view>({"trial.", "findings[", "attribute.", "optimise."});
  constexpr auto of_no_figure =
      std::to_array<std::string_view>({"question", "run.replicates", "output.measures"});
  RunIdentity identity{.program = program_text(), .values = {}};
  for (auto const& value : effective_values(scenario)) {
    bool const of_another_command = std::ranges::any_of(
        of_other_commands, [&](auto const block) { return value.path.starts_with(block); });
    if (!of_another_command && std::ranges::find(of_no_figure, value.path) == of_no_figure.end())
      identity.values.emplace_back(value.path, value.value);
  }
  return identity;
}

void fill_facts(RunResults& results, Scenario const& scenario, ExperimentOptions const& options,
                double wall_seconds) {
  RunFacts& facts = results.facts;
  facts.version = program_version();
  facts.commit = program_commit();
  facts.compiler = program_compiler();
  facts.isa = kernel_for(options.isa).name;
  facts.threads = threads_of(options);
  facts.ranks = options.ranks->of();
  facts.machine =
      processor() + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores";
  facts.command_line = command_line_of_process();
  facts.started = utc(std::time(nullptr) - static_cast<std::time_t>(wall_seconds));
  facts.seed = scenario.run.counts.seed;
  facts.inputs = scenario.inputs;
  facts.households = scenario.population.size.households;
  facts.wall_seconds = wall_seconds;
  double const months = static_cast<double>(scenario.run.counts.months) *
                        static_cast<double>(finished_simulations(results));
  facts.household_months_per_second = static_cast<double>(facts.households) * months / wall_seconds;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  facts.peak_memory_bytes = usage.ru_maxrss * 1024;
}

}  // namespace graduasi
