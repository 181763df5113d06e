#include "output/manifest.h"

#include "outcome/overview.h"
#include "scenario/given_draws.h"

#include <fmt/format.h>

namespace graduasi {

namespace {

using Members = Json::Members;

Json pairs_used(RunResults const& results) {
  Members members;
  for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
    members.emplace_back(results.variants[variant].name, usable_pairs(results, variant).count);
  }
  return members;
}

Json sample_fraction(RunFacts const& facts) {
  if (facts.programme_households <= 0) return {};
  return static_cast<double>(facts.households) / static_cast<double>(facts.programme_households);
}

}  // namespace

std::string_view state_of(RunResults const& results) {
  if (!results.facts.shard.empty()) return results.facts.is_cut_short ? "partial" : "shard";
  return is_complete(results) && !results.facts.is_cut_short ? "complete" : "partial";
}

std::string citation(RunResults const& results, Scenario const& scenario,
                     std::string_view result_hash) {
  auto const& facts = results.facts;
  return fmt::format(
      "graduasi {} ({}), scenario {}, seed {}, {} replicates, {} parameter draws, result {}",
      facts.version, facts.commit, scenario.name, facts.seed, results.replicates, results.draws,
      result_hash.substr(0, 16));
}

Json inputs_json(std::vector<InputFile> const& inputs) {
  Members members;
  for (auto const& input : inputs) members.emplace_back(input.path, input.sha256);
  return members;
}

Json warnings_json(std::vector<Warning> const& warnings) {
  return list_of(warnings, [](Warning const& warning) {
    return Members{
        {"place", warning.place}, {"what", warning.what}, {"consequence", warning.consequence}};
  });
}

Json estimate_json(Estimate const& e) {
  return Json::Members{{"mean", e.mean}, {"lower", e.lower}, {"upper", e.upper}};
}

Json manifest(RunResults const& results, Scenario const& scenario, std::string_view result_hash,
              std::string_view run_in) {
  auto const& facts = results.facts;
  return Members{
      {"results_format", results_format},
      {"program", "graduasi"},
      {"version", facts.version},
      {"commit", facts.commit},
      {"compiler", facts.compiler},
      {"isa", facts.isa},
      {"state", state_of(results)},
      {"shard", facts.shard.empty() ? Json() : Json(facts.shard)},
      {"pieces", results.simulations()},
      {"pieces_finished", finished_simulations(results)},
      {"pairs_used", pairs_used(results)},
      {"command", facts.command_line},
      {"run_in", run_in},
      {"scenario", scenario.name},
      {"question", scenario.question},
      {"inputs", inputs_json(facts.inputs)},
      {"start", month_text(results.start)},
      {"months", results.months},
      {"seed", std::int64_t{facts.seed}},
      {"replicates", results.replicates},
      {"parameter_draws", results.draws},
      {"given_draws", hash_of_given_draws(scenario)},
      {"twins", results.twins},
      {"interval", name_of(interval_of(results))},
      {"policies", list_of(results.policies, [](auto const& name) { return name; })},
      {"variants", list_of(results.variants, [](auto const& variant) { return variant.name; })},
      {"households", facts.households},
      {"programme_households", facts.programme_households},
      {"sample_fraction", sample_fraction(facts)},
      {"population_hash", facts.population_hash},
      {"result_hash", result_hash},
      {"machine", Members{{"description", facts.machine},
                          {"ranks", facts.ranks},
                          {"threads", facts.threads},
                          {"peak_memory_bytes", facts.peak_memory_bytes}}},
      {"times", Members{{"started", facts.started},
                        {"wall_seconds", facts.wall_seconds},
                        {"household_months_per_second", facts.household_months_per_second}}},
      {"reproduce",
       Json::List{
           "graduasi rerun RESULT, where RESULT is this folder",
           "graduasi run resolved.yaml --output ELSEWHERE",
           "ls *.csv | grep -v replicates | LC_ALL=C sort | xargs sha256sum | sha256sum gives "
           "result_hash"}},
      {"citation", citation(results, scenario, result_hash)},
      {"warnings", warnings_json(facts.warnings)},
  };
}

}  // namespace graduasi
