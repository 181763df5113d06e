#include "command/inputs_of_result.h"

#include "base/errors.h"
#include "scenario/read.h"

#include <fmt/core.h>

#include <string>
#include <utility>

namespace graduasi {

namespace fs = std::filesystem;

fs::path folder_of_inputs(fs::path const& original, StoredResult const& stored) {
  std::error_code none;
  auto const there = fs::canonical(fs::canonical(original, none) / stored.run_in, none);
  auto const read_from = [&](fs::path const& folder) {
    (void)read_scenario(original / "resolved.yaml", {}, {}, folder);
  };
  if (!none && !stored.run_in.empty() && there != fs::current_path(none)) {
    try {
      read_from(there);
      return there;
    } catch (ScenarioError const&) {
      // The result was moved without them.
    }
  }
  try {
    read_from({});
  } catch (ScenarioError const& error) {
    auto problems = error.problems;
    auto const searched =
        stored.run_in.empty()
            ? std::string()
            : (original / stored.run_in).lexically_normal().generic_string() + " and in ";
    problems.push_back(
        {original.generic_string(),
         "a result does not hold its inputs; they are looked for in " + searched +
             fs::current_path(none).generic_string() +
             "; put them there, as the manifest names them, or call this where they are"});
    throw ScenarioError(std::move(problems));
  }
  return {};
}

void refuse_to_write_over(fs::path const& result, fs::path const& output, std::string_view what) {
  std::error_code not_there;
  if (output.empty() || !fs::equivalent(result, output, not_there)) return;
  throw ScenarioError(
      {{"--output", fmt::format("{} is {}, which would be lost; name another folder",
                                output.generic_string(), what)}});
}

}  // namespace graduasi
