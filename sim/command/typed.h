// The words of the command line, and what they mean.
#pragma once

#include "command/command_line.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace graduasi {

/// What is typed, before it is checked.
struct Typed {
  std::vector<std::string> settings, results, vary;
  std::string scenario, other, path, result, name = "scenario", output;
  std::string seed, replicates, months, households, draws, jobs = "0", memory_limit, trace, until;
  std::string most_replicates = "1000";
  std::string progress = "auto", color = "auto", language, instructions = "auto";
  std::vector<std::string> formats;
  bool force = false, resume = false, json = false, quiet = false, strict = false;
  bool dry_run = false, no_report = false;
};

/// @throws ScenarioError with this one problem
[[noreturn]] void refuse(std::string const& place, std::string text);

/// "; did you mean X?" with the nearest candidate, or empty.
std::string did_you_mean(std::string_view word, std::span<std::string_view const> candidates);

/// The request that the words are.
/// @throws ScenarioError for a word that is no choice, no number or not there yet
Request request_of(Typed const& typed, Request::Command command);

}  // namespace graduasi
