#include "command/merge.h"

#include "base/errors.h"
#include "base/text.h"
#include "command/inputs_of_result.h"
#include "command/run.h"
#include "command/typed.h"
#include "output/stored_result.h"

#include <fmt/core.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace graduasi {

namespace {

struct StoredShard {
  Shard shard;
  StoredResult result;
};

/// Shards by their numbers, from 1 on.
using Shards = std::map<std::size_t, StoredShard>;

StoredShard finished_shard(std::filesystem::path const& folder) {
  auto stored = read_shard(folder);
  auto const name = folder.generic_string();
  if (stored.shard.empty())
    refuse("merge", name +
                        " is no shard of a run but a result by itself; name the folders of "
                        "graduasi run --shard K/N");
  auto const shard = shard_named(stored.shard);
  if (!shard)
    refuse("merge",
           fmt::format("{}: its manifest says shard {}, which is none; run the shard again "
                       "with --force",
                       name, stored.shard));
  if (stored.state != "shard")
    refuse("merge", fmt::format("{}: shard {} is not finished; run it again with --resume", name,
                                stored.shard));
  return {*shard, std::move(stored)};
}

/// What two shards must have in common, and do not.
void refuse_of_another_run(StoredShard const& one, StoredShard const& other) {
  auto const name = one.result.folder.generic_string(),
             of_other = other.result.folder.generic_string();
  if (one.shard.of != other.shard.of)
    refuse(
        "merge",
        fmt::format("{} is shard {}, and {} is shard {}: runs that were cut in other ways; merge "
                    "the shards of one",
                    name, one.result.shard, of_other, other.result.shard));
  if (one.result.replicates != other.result.replicates)
    refuse("merge", fmt::format("{} has {} replicates and {} has {}; run both with the same", name,
                                one.result.replicates, of_other, other.result.replicates));
}

/// All that are named.
/// @throws ScenarioError when they are not shards of the same cut, or one is there twice
Shards read_shards(Request const& request) {
  Shards shards;
  for (auto const& folder : request.results) {
    refuse_to_write_over(folder, request.output, "one of the shards");
    auto const found = finished_shard(folder);
    if (!shards.empty()) refuse_of_another_run(shards.begin()->second, found);
    auto const [place, is_new] = shards.try_emplace(found.shard.number, found);
    if (!is_new)
      refuse("merge", fmt::format("shard {} is there twice, in {} and in {}; name one of them",
                                  found.shard.name(), place->second.result.folder.generic_string(),
                                  folder.generic_string()));
  }
  return shards;
}

void refuse_missing(Shards const& shards, std::size_t all) {
  std::vector<std::string> missing;
  for (std::size_t number = 1; number <= all; ++number)
    if (!shards.contains(number)) missing.push_back(Shard{number, all}.name());
  if (missing.empty()) return;
  std::vector<std::string_view> const named(missing.begin(), missing.end());
  refuse("merge",
         fmt::format("of {} shards {} {} missing: {}; run them with graduasi run --shard, "
                     "or name their folders",
                     all, missing.size(), missing.size() == 1 ? "is" : "are", joined(named)));
}

}  // namespace

int merge_shards(Request const& request) {
  auto const shards = read_shards(request);
  auto const& [shard, first] = shards.begin()->second;
  refuse_missing(shards, shard.of);
  Request whole = request;
  whole.scenario = first.folder / "resolved.yaml";
  whole.working_directory = folder_of_inputs(first.folder, first);
  whole.scenario_name = first.scenario;
  for (auto const& [number, found] : shards) whole.merged.push_back(found.result.folder);
  return run_scenario(whole);
}

}  // namespace graduasi
