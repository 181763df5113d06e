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
#include <vector>

namespace graduasi {

namespace {

/// Shards by their names, "3/16".
using Shards = std::map<std::string, StoredResult, std::less<>>;

/// "16" of "3/16".
std::string number_of_shards(std::string_view shard) {
  return std::string(shard.substr(shard.find('/') + 1));
}

StoredResult finished_shard(std::filesystem::path const& folder) {
  auto stored = read_shard(folder);
  auto const name = folder.generic_string();
  if (stored.shard.empty())
    refuse("merge", name +
                        " is no shard of a run but a result by itself; name the folders of "
                        "graduasi run --shard K/N");
  if (stored.state != "shard")
    refuse("merge", fmt::format("{}: shard {} is not finished; run it again with --resume", name,
                                stored.shard));
  return stored;
}

/// All that are named.
/// @throws ScenarioError when they are not shards of the same cut, or one is there twice
Shards read_shards(std::vector<std::filesystem::path> const& folders) {
  Shards shards;
  for (auto const& folder : folders) {
    auto stored = finished_shard(folder);
    auto const name = stored.shard;
    if (auto const same = shards.find(name); same != shards.end())
      refuse("merge",
             fmt::format("shard {} is there twice, in {} and in {}; name one of them", name,
                         same->second.folder.generic_string(), folder.generic_string()));
    if (!shards.empty() && number_of_shards(name) != number_of_shards(shards.begin()->first))
      refuse(
          "merge",
          fmt::format("{} is shard {}, and {} is shard {}: runs that were cut in other ways; merge "
                      "the shards of one",
                      shards.begin()->second.folder.generic_string(), shards.begin()->first,
                      folder.generic_string(), name));
    if (!shards.empty() && stored.replicates != shards.begin()->second.replicates)
      refuse("merge", fmt::format("{} has {} replicates and {} has {}; run both with the same",
                                  shards.begin()->second.folder.generic_string(),
                                  shards.begin()->second.replicates, folder.generic_string(),
                                  stored.replicates));
    shards.emplace(name, std::move(stored));
  }
  return shards;
}

void refuse_missing(Shards const& shards) {
  auto const all = number_of_shards(shards.begin()->first);
  std::vector<std::string> missing;
  for (int number = 1; number <= std::stoi(all); ++number) {
    auto name = fmt::format("{}/{}", number, all);
    if (!shards.contains(name)) missing.push_back(std::move(name));
  }
  if (missing.empty()) return;
  std::vector<std::string_view> const named(missing.begin(), missing.end());
  refuse("merge",
         fmt::format("of {} shards {} {} missing: {}; run them with graduasi run --shard, "
                     "or name their folders",
                     all, missing.size(), missing.size() == 1 ? "is" : "are", joined(named)));
}

}  // namespace

int merge_shards(Request const& request) {
  auto const shards = read_shards(request.results);
  refuse_missing(shards);
  auto const& first = shards.begin()->second;
  Request whole = request;
  whole.scenario = first.folder / "resolved.yaml";
  whole.working_directory = folder_of_inputs(first.folder, first);
  whole.scenario_name = first.scenario;
  whole.merged = request.results;
  return run_scenario(whole);
}

}  // namespace graduasi
