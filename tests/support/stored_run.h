// Folders of runs with chosen figures, as `graduasi run` writes them.
#pragma once

#include "output/manifest.h"
#include "output/run_tables.h"
#include "store/folder.h"
#include "store/store.h"
#include "support/results.h"

#include <filesystem>
#include <string>
#include <vector>

namespace graduasi::testing {

inline std::vector<std::size_t> const exits = {*find_measure("cumulative_self_reliant")};

/// What gains are made of.
inline std::vector<std::size_t> gain_measures() {
  return chosen_measures(std::vector<std::string>{"cumulative_self_reliant", "became_able",
                                                  "sustained_self_reliant", "premature_exit",
                                                  "cumulative_assessed_out"});
}

/// What a folder holds beside the means.
enum class Written { means, replicates, store };

/// Calls `with` for every simulation of a run.
inline void each_simulation(RunResults const& results, auto const& with) {
  for (std::size_t policy = 0; policy < results.policies.size(); ++policy) {
    for (std::size_t variant = 0; variant < results.variants.size(); ++variant) {
      for (std::size_t life = 0; life < results.number_of_lives(); ++life)
        with(results.life(policy, variant, life));
    }
  }
}

/// The folder of a run, as `graduasi run` writes it.
inline void write_run(std::filesystem::path const& path, RunResults results,
                      Written written = Written::replicates,
                      std::vector<std::size_t> const& measures = exits) {
  if (results.facts.version.empty()) results.facts.version = "0.1.0";
  if (results.facts.population_hash.empty()) results.facts.population_hash = "aa";
  ResultFolder folder(path, Existing::replace);
  folder.write("curves.csv", [&](Sink& sink) { write_curves(sink, results, measures); });
  if (written == Written::replicates) {
    folder.write("replicates.csv", [&](Sink& sink) { write_replicates(sink, results, measures); });
  }
  auto const facts = text_of(manifest(results, Scenario{}, folder.result_hash()), Layout::indented);
  if (written != Written::store) return folder.publish(facts);
  Store store(folder.store_file(), {.program = "0.1.0", .values = {{"run.seed", "7"}}});
  each_simulation(results, [&](Simulation const& simulation) { store.keep(results, simulation); });
  folder.publish(facts, &store);
}

}  // namespace graduasi::testing
