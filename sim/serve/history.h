// Results as they lie in their folder: what their manifests say, and their files. There is no other
// record of what was run.
#pragma once

#include "output/json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// Whether a word can be the name of a result or of a file of one: letters, digits, -, _ and .,
/// none of them first but letters and digits.
bool is_plain_name(std::string_view name);

/// What the page is told of a run, whatever became of it.
struct RunFacts {
  std::string id = {};     ///< name of its folder
  std::string state = {};  ///< waiting, running, complete, partial or failed
  std::string question = {}, scenario = {}, started = {}, version = {}, result_hash = {},
              message = {};
  std::string size = {};  ///< as it was asked for; empty: on the command line
  std::string kind = {};  ///< likewise
  std::vector<std::string> policies = {};
  std::optional<double> seconds = {}, seconds_left = {};
  std::optional<int> households = {}, replicates = {}, draws = {}, months = {};
  double done = 0;

  Json as_json() const;
};

/// The result in a folder of its own; nothing when there is none of ours.
std::optional<RunFacts> result_in(std::filesystem::path const& folder);

/// The results in a folder, in no order; what is no result of ours is left out.
std::vector<RunFacts> results_in(std::filesystem::path const& folder);

/// A file of a result, if there is one: an ordinary file, not a link.
std::optional<std::filesystem::path> file_of_result(std::filesystem::path const& folder,
                                                    std::string_view id, std::string_view name);

}  // namespace graduasi
