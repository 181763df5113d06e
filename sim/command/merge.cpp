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

/// Shards by their numbers, from 1 on.
using Shards = std::map<std::size_t, StoredResult>;

StoredResult finished_shard(std::filesystem::path const& folder) {
  auto stored = read_shard(folder);
  auto const name = folder.generic_string();
  if (stored.shard.empty())
    refuse("merge", name +
                        " is no shard of a run but a result by itself; name the folders of "
                        "graduasi run --shard K/N");
  if (!part_of_whole(stored.shard))
    refuse("merge",
           fmt::format("{}: its manifest says shard {}, which is none; run the shard again "
                       "with --force",
                       name, stored.shard));
  if (stored.state != "shard")
    refuse("merge", fmt::format("{}: shard {} is not finished; run it again with --resume", name,
                                stored.shard));
  return stored;
}

/// Writing over a shard would lose it.
void refuse_its_own_folder(Request const& request, std::filesystem::path const& folder) {
  std::error_code not_there;
  if (request.output.empty() || !std::filesystem::equivalent(folder, request.output, not_there))
    return;
  refuse("--output", request.output.generic_string() +
                         " is one of the shards, which would be lost; name another folder");
}

/// What two shards must have in common, and do not.
void refuse_of_another_run(StoredResult const& one, StoredResult const& other) {
  auto const name = one.folder.generic_string(), of_other = other.folder.generic_string();
  if (part_of_whole(one.shard)->second != part_of_whole(other.shard)->second)
    refuse(
        "merge",
        fmt::format("{} is shard {}, and {} is shard {}: runs that were cut in other ways; merge "
                    "the shards of one",
                    name, one.shard, of_other, other.shard));
  if (one.replicates != other.replicates)
    refuse("merge", fmt::format("{} has {} replicates and {} has {}; run both with the same", name,
                                one.replicates, of_other, other.replicates));
}

/// All that are named.
/// @throws ScenarioError when they are not shards of the same cut, or one is there twice
Shards read_shards(Request const& request) {
  Shards shards;
  for (auto const& folder : request.results) {
    refuse_its_own_folder(request, folder);
    auto stored = finished_shard(folder);
    if (!shards.empty()) refuse_of_another_run(shards.begin()->second, stored);
    auto const number = part_of_whole(stored.shard)->first;
    auto const [place, is_new] = shards.try_emplace(number, stored);
    if (!is_new)
      refuse("merge",
             fmt::format("shard {} is there twice, in {} and in {}; name one of them", stored.shard,
                         place->second.folder.generic_string(), folder.generic_string()));
  }
  return shards;
}

void refuse_missing(Shards const& shards, std::size_t all) {
  std::vector<std::string> missing;
  for (std::size_t number = 1; number <= all; ++number)
    if (!shards.contains(number)) missing.push_back(fmt::format("{}/{}", number, all));
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
  auto const& first = shards.begin()->second;
  refuse_missing(shards, part_of_whole(first.shard)->second);
  Request whole = request;
  whole.scenario = first.folder / "resolved.yaml";
  whole.working_directory = folder_of_inputs(first.folder, first);
  whole.scenario_name = first.scenario;
  for (auto const& [number, stored] : shards) whole.merged.push_back(stored.folder);
  return run_scenario(whole);
}

}  // namespace graduasi
